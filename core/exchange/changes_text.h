// What changed since a saved scorecard, for people at a terminal: below each
// promise its periods that changed, and the groups of leads through which.
//
//   Compared with 2026-09-01 04:00
//
//   [S] Contact within 2 hours
//     Sep 2026  on track 95.0 % → missed 88.9 %      +3 met, +1 failed, −2 pending
//       2  Decided since           +1 met, +1 failed, −2 pending
//       2  New in this export      +2 met
#ifndef LEADPACT_CORE_EXCHANGE_CHANGES_TEXT_H_
#define LEADPACT_CORE_EXCHANGE_CHANGES_TEXT_H_

#include <string>

#include "core/agreement/model.h"
#include "core/scoring/changes.h"

namespace leadpact::exchange {

// `compared` is done; `agreement` is what it compared with `then`.
[[nodiscard]] std::string changes_text(const agreement::Agreement& agreement,
                                       const scoring::Comparing& compared,
                                       const scoring::Earlier& then, calendar::Instant as_of,
                                       bool colour);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_CHANGES_TEXT_H_
