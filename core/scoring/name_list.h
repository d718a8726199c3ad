// Names that a column holds, told apart as people do: not by case, nor by the
// spaces around them. Each is shown as it is written first.
//
//   cells, at most two names                  names
//   ----------------------------------------  -----------------------------------
//   "Ada Park" "ADA PARK" " Ada Park" (empty)  0: none given · 1: Ada Park
//   … "Bo" "Cy" "Di" "Cy"                      2: Bo · 3: others, 2 joined
#ifndef LEADPACT_CORE_SCORING_NAME_LIST_H_
#define LEADPACT_CORE_SCORING_NAME_LIST_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/scoring/period_index.h"

namespace leadpact::scoring {

struct ListedName {
  std::string name;          // empty: none was given
  bool agreed = false;       // a reason of the agreement
  bool others = false;       // stands for the many further ones
  std::uint32_t joined = 0;  // how many they are; kMostJoined where they are not counted further
};

class NameList {
 public:
  // Of the type that a breakdown's maps have, so that the page has them once.
  using Code = PeriodSlot;
  static constexpr std::uint32_t kMostJoined = 20'000;

  // Names that come up after the first `most` are others, the last in the list.
  explicit NameList(std::size_t most) : most_(most) { names_.push_back({}); }

  // An index into names(). What `text` points to outlives this.
  [[nodiscard]] Code code_of(std::string_view text);
  [[nodiscard]] const std::vector<ListedName>& names() const { return names_; }
  void set_agreed(Code name) { names_[name].agreed = true; }
  // The names, which takes the memory that finding them needs.
  [[nodiscard]] std::vector<ListedName> take();

 private:
  std::size_t most_;
  std::vector<ListedName> names_;
  std::unordered_map<std::string_view, Code> by_text_;
  std::unordered_map<std::string, Code> by_folded_;
  Code others_ = 0;  // 0: there are none yet
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_NAME_LIST_H_
