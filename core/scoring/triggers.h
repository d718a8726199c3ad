// What falls due: steps, rights and consequences that missed promises set off
// (scoring.md, 7), and reviews that a period which is over asks for.
//
//   monthly  Jan     Feb     Mar      Apr     May, open
//   status   missed  missed  no_data  missed  behind
//   count    1       2       2        3       3
//
//   after 2 missed in a row: since 2026-03-01, the end of February
//   after 4 missed in a row: not triggered
//
//   consequences follow the first miss of the row: since 2026-02-01
//
//   review       agreement from  as of       is due for           since
//   -----------  --------------  ----------  -------------------  ----------
//   every month  2026-01-15      2026-02-01  January, 15 to 31    2026-02-01
//   every month  2026-01-15      2026-03-31  February             2026-03-01
//   every week   2026-01-15      2026-01-18  nothing yet
//
// With disputes upheld (disputes.h) a row of misses may break or begin. What fell
// due stays; beside it is said what would be otherwise:
//
//   official          upheld            said
//   ----------------  ----------------  ------------------------------------------
//   since 2026-02-01  nothing           would not have fallen due
//   nothing           since 2026-03-01  would have fallen due on 2026-03-01
//   since 2026-02-01  since 2026-03-01  would have fallen due on 2026-03-01, not on
//                                       2026-02-01
#ifndef LEADPACT_CORE_SCORING_TRIGGERS_H_
#define LEADPACT_CORE_SCORING_TRIGGERS_H_

#include <cstddef>
#include <optional>
#include <string>
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
// None where the agreement has none written down.
[[nodiscard]] std::vector<Trigger> consequences(const agreement::Agreement& agreement,
                                                const std::vector<CommitmentScore>& scores);

// Sentences, one a promise and step, right or consequences; the cards are of
// `agreement`, `day` writes a date.
[[nodiscard]] std::vector<std::string> due_otherwise(const agreement::Agreement& agreement,
                                                     const Scorecard& official,
                                                     const Scorecard& upheld,
                                                     std::string (*day)(calendar::Day));

struct ReviewDue {
  std::size_t review = 0;             // index
  calendar::Period period;            // what it is about: the one that ended last
  calendar::Day since = 0;            // the first day after it
  std::optional<calendar::Day> next;  // when the next one falls due; nothing after the last
};

// At most one a review, in their order. Whether it was held is not known here.
[[nodiscard]] std::vector<ReviewDue> reviews_due(const agreement::Agreement& agreement,
                                                 calendar::Instant as_of);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_TRIGGERS_H_
