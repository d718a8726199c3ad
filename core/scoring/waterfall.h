// How a period filled up, day by day, against the pace it needed.
//
// A step is a working day of the measure's calendar, or every day without one;
// the last day reached and the last of the period always stand. What falls on a
// day that is no step counts with the next one. Periods of more than 100 days
// go by seven days, or by so many that there are some hundred steps.
//
//   kind             actual                   pace
//   ---------------  -----------------------  -----------------------------------
//   count checkins   records so far           target × elapsed share (scoring.md,
//   sum              their sum so far           5), so on track is at it or above
//   share within     met so far; `failed`     target % of those judged so far: at
//                    beside it                  it is the target reached
//
// The last actual is the scorecard's value (of a percentage: met and failed are
// its), the pace at it the scorecard's pace.
//
// Projection: on to the end at the rate so far, in the time the pace counts in;
// so it reaches the target exactly where the pace is held. None before a
// twentieth of that time is over, and none once the period is closed.
//
//   target  so far  elapsed  projected
//   ------  ------  -------  -------------------------
//   200     110     1/2      220
//   200     90      3/4      120
//   200     3       1/50     nothing: too early
//   95 %    57+3    1/2      114 met, 6 failed
#ifndef LEADPACT_CORE_SCORING_WATERFALL_H_
#define LEADPACT_CORE_SCORING_WATERFALL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/context.h"
#include "core/scoring/measure.h"
#include "core/scoring/scorecard.h"

namespace leadpact::scoring {

struct WaterfallStep {
  calendar::Day from = 0;        // its first day, by the agreement's zone
  calendar::Day day = 0;         // its last
  std::uint64_t added = 0;       // records it adds to what is counted or judged
  std::optional<double> actual;  // nothing after as_of
  std::optional<double> pace;    // nothing where it is not known yet, or there is none
  std::uint64_t met = 0;         // share, within: so far
  std::uint64_t failed = 0;
};

struct Projection {
  double actual = 0;
  double failed = 0;  // share, within
};

struct Waterfall {
  std::vector<WaterfallStep> steps;
  std::size_t reached = 0;  // the last step with an actual
  int days_a_step = 1;
  std::optional<Projection> projection;
};

// Whether a promise of this kind fills up: not an average, a median or a value
// that is written down.
[[nodiscard]] bool fills_up(agreement::Kind kind);

// Of the period of that index, as it was scored. `measure` is the commitment's;
// null for one that counts no records. Nothing for a kind that does not fill up,
// without a value, and where a day's sum is beyond a double.
[[nodiscard]] std::optional<Waterfall> waterfall(Context& context,
                                                 const agreement::Commitment& commitment,
                                                 const RecordMeasure* measure, std::size_t period,
                                                 const PeriodScore& score);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_WATERFALL_H_
