// From a tally to what is said about a period: target, attainment, status
// (scoring.md, 5).
//
//   kind    direction  target  value  period              status
//   ------  ---------  ------  -----  ------------------  ---------
//   count   at_least   200     200    half over           met
//   count   at_least   200     110    half over           on_track   (e = 100)
//   count   at_least   200     85     half over           at_risk    (0.8 e = 80)
//   count   at_most    5       6      half over           missed
//   share   at_least   95      91     half over           at_risk    (9 ≤ 2 × 5)
//   share   at_least   95      89     half over           behind
//   within  at_least   95      94     over, some pending  at_risk
//   within  at_least   95      94     over                missed
#ifndef LEADPACT_CORE_SCORING_PERIOD_STATUS_H_
#define LEADPACT_CORE_SCORING_PERIOD_STATUS_H_

#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/hours.h"
#include "core/calendar/period.h"
#include "core/scoring/measure.h"
#include "core/scoring/scorecard.h"

namespace leadpact::scoring {

// Whether a value is good enough, within the tolerance.
[[nodiscard]] bool fulfils(agreement::Direction direction, double value, double target);

// The target of a period that the agreement may cover only in part.
[[nodiscard]] double scaled_target(const agreement::Commitment& commitment,
                                   const calendar::Period& period);

// value / target or target / value; not cut at 1.
[[nodiscard]] double attainment(agreement::Direction direction, double value, double target);

// How much of the covered part is over at `as_of`, in business time where
// there are `hours`: 0 where that part has no time or no end.
[[nodiscard]] double elapsed_share(const calendar::Period& period, calendar::Instant as_of,
                                   const calendar::Hours* hours);

// What the dataset of a measure lets say about a period.
enum class Source {
  entries,    // checkins, manual
  not_given,  // the dataset is missing
  too_old,    // it is there, but its newest lies before the covered part
  records,
};

// Null for a measure of entries.
[[nodiscard]] Source source_of(const DatasetContext* dataset, const calendar::Period& period);

[[nodiscard]] PeriodScore score_period(const agreement::Commitment& commitment,
                                       const calendar::Period& period, const Tally& tally,
                                       Source source, calendar::Instant as_of,
                                       const calendar::Hours* hours);

// Whether it is settled as met or missed.
[[nodiscard]] inline bool is_decided(const PeriodScore& score) {
  return score.period.closed && (score.status == Status::met || score.status == Status::missed);
}

// Fills missed_in_a_row of periods in order.
void count_missed_in_a_row(std::vector<PeriodScore>& periods);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_PERIOD_STATUS_H_
