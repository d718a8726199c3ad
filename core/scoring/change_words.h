// What changed, in words.
//
//   call                                              text
//   ------------------------------------------------  ---------------------------
//   name_of(ChangeGroup::fresh)                       New in this export
//   figures_words({population 1, met 2, failed -1})   +2 met, −1 failed
//   figures_words({population 3})                     +3 counted
//   figures_words({})                                 no difference
#ifndef LEADPACT_CORE_SCORING_CHANGE_WORDS_H_
#define LEADPACT_CORE_SCORING_CHANGE_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/scoring/changes.h"

namespace leadpact::scoring {

[[nodiscard]] std::string_view name_of(ChangeGroup group);
// What it means for a lead to be in it: a sentence.
[[nodiscard]] std::string_view meaning_of(ChangeGroup group);

inline constexpr std::string_view kLeftOver = "Cannot be told apart";

[[nodiscard]] std::string signed_words(std::int64_t number);  // "+2", "−1", "0"
[[nodiscard]] std::string figures_words(const Figures& figures);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_CHANGE_WORDS_H_
