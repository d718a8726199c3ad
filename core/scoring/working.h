// The days between start, stop and due of one record: which part of the time
// counted towards the limit, and what every day was.
//
//   limit             from       steps                                    due
//   ----------------  ---------  ---------------------------------------  ---------
//   2 business hours  Fri 16:40  Fri 16:40-17:00, Mon 9:00-10:40          Mon 10:40
//   24 hours          Fri 16:40  Fri 16:40-Sat 16:40                      Sat 16:40
//   2 business days   Fri 16:40  Mon 9:00-17:00, Tue 9:00-17:00           Tue 17:00
//   3 days            a date     none: dates are counted                  midnight
//
// Both lists are bounded; what they leave out is said.
#ifndef LEADPACT_CORE_SCORING_WORKING_H_
#define LEADPACT_CORE_SCORING_WORKING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/calendar/hours.h"
#include "core/calendar/limit.h"

namespace leadpact::scoring {

enum class DayKind : std::uint8_t { open, closed, holiday, special };

struct WorkDay {
  calendar::Day day = 0;  // in the agreement's zone
  calendar::Instant from = 0, to = 0;
  DayKind kind = DayKind::open;
  std::vector<calendar::OpenSpan> open;  // without a calendar all of it
};

struct Working {
  // What was counted: opening time, time, or whole working days, in order. Adds
  // up to the limit together with `rest`; of median_time to the time it took.
  std::vector<calendar::OpenSpan> steps;
  std::int64_t rest = 0;  // after the last step: seconds, or working days
  // Where counting begins on the days below; nothing where nothing is counted.
  std::optional<calendar::Instant> begins;
  std::vector<WorkDay> days;
  std::size_t skipped_after = 0;  // index of the day that the left out ones precede
  std::int64_t skipped = 0;       // days left out
};

inline constexpr std::int64_t kMostStepDays = 60;
inline constexpr std::int64_t kMostDays = 28;

// What its calendar says of a date: closed only where no opening time is left.
[[nodiscard]] DayKind kind_of(calendar::Day day, const calendar::HoursSpec& spec, bool is_open);

// `from` has a value. `until` is due, or the stop of median_time (then `limit`
// is null). The days go from `first` to `last`. `spec` is that of clock.hours,
// null where time of day and night counts.
[[nodiscard]] Working working_of(const calendar::Clock& clock, const calendar::HoursSpec* spec,
                                 const calendar::Limit* limit, calendar::Stamp from,
                                 std::optional<calendar::Instant> until, calendar::Instant first,
                                 calendar::Instant last);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_WORKING_H_
