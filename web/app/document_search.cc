#include "web/app/document_search.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/data/cells.h"
#include "web/app/editor.h"

namespace leadpact::app {
namespace {

// `part` is folded already.
bool holds(std::string_view text, std::string_view part) {
  return data::fold_case(text).find(part) != std::string::npos;
}

template <typename Texts>
bool any_holds(const Texts& texts, std::string_view part) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& each) { return holds(each, part); });
}

}  // namespace

void DocumentSearch::close() {
  *this = DocumentSearch();
}

void DocumentSearch::search(std::string text, const agreement::Paper& paper) {
  const std::string before = hand_ < found_.size() ? found_[hand_] : "";
  const bool same = text == text_;
  text_ = std::move(text);
  found_.clear();
  const std::string part = data::fold_case(text_);
  const auto add = [&](std::string place) {
    if (found_.empty() || found_.back() != place) found_.push_back(std::move(place));
  };
  for (const agreement::PaperSection& section : paper.sections) {
    if (text_.empty()) break;
    for (const agreement::Block& block : section.blocks) {
      for (std::size_t i = 0; i < block.row_places.size(); ++i) {
        if (any_holds(block.rows[i + 1], part)) add(block.row_places[i]);
      }
      const bool here =
          holds(block.title, part) || holds(block.text, part) || any_holds(block.notes, part);
      if (here && !block.place.empty() && block.row_places.empty()) add(part_of(block.place));
    }
  }
  const auto again = std::find(found_.begin(), found_.end(), before);
  const bool stays = same && again != found_.end();
  hand_ = stays ? static_cast<std::size_t>(again - found_.begin()) : 0;
}

void DocumentSearch::step(int by) {
  if (found_.empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(found_.size());
  const auto to = static_cast<std::ptrdiff_t>(hand_) + by;
  hand_ = static_cast<std::size_t>(((to % count) + count) % count);
}

}  // namespace leadpact::app
