// Which records stand behind a number of a chart or a table.
//
//   the number                         periods    outcomes     days      took
//   ---------------------------------  ---------  -----------  --------  -------------
//   "Failed 5" of March                March      failed       any       any
//   Monday 9 March of the waterfall    March      met, failed  7th..9th  any
//   "over 1 h, up to 2 h: 312 leads"   last 3     any          any       1 h < t <= 2 h
//   "Missing 12" of a step of a chain  any, none  left out     any       any
//
// Asked of the measure that counted them, so that the records listed are those
// of the number.
#ifndef LEADPACT_CORE_SCORING_PICK_H_
#define LEADPACT_CORE_SCORING_PICK_H_

#include <cstddef>
#include <cstdint>
#include <limits>

#include "core/scoring/measure.h"

namespace leadpact::scoring {

[[nodiscard]] constexpr unsigned bit(Outcome outcome) {
  return 1U << static_cast<unsigned>(outcome);
}
[[nodiscard]] constexpr unsigned bit(Reason reason) {
  return 1U << static_cast<unsigned>(reason);
}

struct Pick {
  static constexpr unsigned kAnyOutcome = 0x1f;
  // What a percentage is of, or what is counted or added.
  static constexpr unsigned kPopulation =
      bit(Outcome::met) | bit(Outcome::failed) | bit(Outcome::counted);

  std::size_t first = 0, last = kOutside;  // periods; kWithoutAt and kOutside too
  unsigned outcomes = kAnyOutcome;         // 0: also what does not count
  unsigned reasons = 0;                    // to be left out; 0: any
  // By `at` and the agreement's clocks, of records in a period.
  calendar::Day from_day = std::numeric_limits<calendar::Day>::min();
  calendar::Day to_day = std::numeric_limits<calendar::Day>::max();
  // Of `within` and median_time: how long it took, as RecordMeasure::needed says;
  // once either is set, of those that are finished.
  std::int64_t over = std::numeric_limits<std::int64_t>::min();
  std::int64_t up_to = std::numeric_limits<std::int64_t>::max();

  [[nodiscard]] bool takes(const RecordMeasure& measure, std::size_t row) const;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_PICK_H_
