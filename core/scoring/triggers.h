// Steps and rights that promises missed in a row set off (scoring.md, 7).
//
//   monthly  Jan     Feb     Mar      Apr     May, open
//   status   missed  missed  no_data  missed  behind
//   count    1       2       2        3       3
//
//   after 2 missed in a row: since 2026-03-01, the end of February
//   after 4 missed in a row: not triggered
#ifndef LEADPACT_CORE_SCORING_TRIGGERS_H_
#define LEADPACT_CORE_SCORING_TRIGGERS_H_

#include <optional>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"

namespace leadpact::scoring {

// The end of the period at which the count that still stands reached `n`;
// nothing where the last closed period has a smaller count.
[[nodiscard]] std::optional<calendar::Day> missed_since(const std::vector<PeriodScore>& periods,
                                                        double n);

// `scores` are those of agreement.commitments, in order.
[[nodiscard]] std::vector<Trigger> escalations(const agreement::Agreement& agreement,
                                               const std::vector<CommitmentScore>& scores);
[[nodiscard]] std::vector<Trigger> cancellations(const agreement::Agreement& agreement,
                                                 const std::vector<CommitmentScore>& scores);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_TRIGGERS_H_
