// What the loaded data says of the promises while they are written: how each
// went so far, and which targets were never reached.
//
//   periods that are over, target 90 %         advice
//   -----------------------------------------  -------------------------------
//   71.0, 80.2, 88.0 %: all missed             “First contact” was kept in none
//                                              of the 3 months the data shows;
//                                              the best came to 88.0 %. …
//   71.0, 92.0, 88.0 %                         none
//   two months, both missed                    none: too little to say so
#ifndef LEADPACT_WEB_APP_PAST_H_
#define LEADPACT_WEB_APP_PAST_H_

#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"
#include "web/app/scorecard_view.h"

namespace leadpact::app {

// Of one commitment or goal, by its id: its place may change meanwhile.
struct PastLine {
  std::string id;
  Trend trend;
  double target = 0;
  std::string advice;  // of its target, may be empty
};

// Those with a value in some period.
[[nodiscard]] std::vector<PastLine> past_of(const agreement::Agreement& agreement,
                                            const scoring::Scorecard& card,
                                            const ScorecardView& view);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_PAST_H_
