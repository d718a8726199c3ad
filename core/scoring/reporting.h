// What a reporting period comes to for each team (scoring.md, 6).
//
//   commitment  team       weight  periods that end in March    part
//   ----------  ---------  ------  ---------------------------  ------------
//   m1          marketing  3       met                          1
//   m2          marketing  1       met, missed at 0.5, no_data  0.75
//   s1          sales      2       pending records decide       -
//
//   team        score                         coverage  kept  judged
//   ---------   ----------------------------  --------  ----  ------
//   marketing   100 × (3 × 1 + 0.75) / 4      4 / 4     1     2
//   sales       nothing                       0 / 2     0     0
//   overall     100 × (3 × 1 + 0.75) / 4      4 / 6     1     2
#ifndef LEADPACT_CORE_SCORING_REPORTING_H_
#define LEADPACT_CORE_SCORING_REPORTING_H_

#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/period.h"
#include "core/scoring/scorecard.h"

namespace leadpact::scoring {

// `scores` are those of agreement.commitments, in order.
[[nodiscard]] std::vector<ReportingPeriod> report(const agreement::Agreement& agreement,
                                                  const std::vector<CommitmentScore>& scores,
                                                  const std::vector<calendar::Period>& periods);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_REPORTING_H_
