// The steps of a working as a sum, and what lies between them.
//
//   Fri 16:40 + 20 min, weekend, Mon 9:00 + 1 h 40 min
//   Wed 16:00 + 1 h, holiday Thu 1 Jan, Fri 9:00 + 3 h
//   Thu 24 Dec 9:00 (special hours) + 3 h, weekend, Mon 28 Dec 9:00 + 5 h
//   Mon 7:30, before opening, 9:00 + 2 h
#ifndef LEADPACT_CORE_SCORING_STEP_WORDS_H_
#define LEADPACT_CORE_SCORING_STEP_WORDS_H_

#include <string>

#include "core/scoring/explain_words.h"

namespace leadpact::scoring {

// Of a limit in minutes or hours, or of median_time; `made.from` is a time.
[[nodiscard]] std::string step_words(const Explainer& explainer, const Explanation& made,
                                     const Face& face);

// Of business days: "Fri 16:40, then working days Mon (1), Tue (2)".
[[nodiscard]] std::string working_day_words(const Explainer& explainer, const Explanation& made,
                                            const Face& face);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_STEP_WORDS_H_
