#include "core/scoring/name_list.h"

#include <utility>

#include "core/data/cells.h"

namespace leadpact::scoring {
namespace {

// More different texts than that are looked at each time they come up.
constexpr std::size_t kMostDifferent = 20'000;

}  // namespace

NameList::Code NameList::code_of(std::string_view text) {
  const std::string_view name = data::trim(text);
  if (name.empty()) return 0;
  const auto known = by_text_.find(name);
  if (known != by_text_.end()) return known->second;
  std::string folded = data::fold_case(name);
  Code index = 0;
  const auto same = by_folded_.find(folded);
  if (same != by_folded_.end()) {
    index = same->second;
  } else {
    const bool named = others_ == 0 && names_.size() <= most_;
    if (!named && others_ == 0) {
      others_ = static_cast<Code>(names_.size());
      names_.push_back({"others", false, true, 0});
    }
    index = named ? static_cast<Code>(names_.size()) : others_;
    if (named) names_.push_back({std::string(name), false, false, 0});
    std::uint32_t& joined = names_.back().joined;
    if (named || joined < kMostJoined) {
      joined += named ? 0 : 1;
      by_folded_.emplace(std::move(folded), Code(index));
    }
  }
  if (by_text_.size() < kMostDifferent) by_text_.emplace(name, index);
  return index;
}

std::vector<ListedName> NameList::take() {
  by_text_.clear();
  by_folded_.clear();
  return std::move(names_);
}

}  // namespace leadpact::scoring
