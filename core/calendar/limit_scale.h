// Limits on a scale, to try others like one: seconds for those in minutes and
// hours, days for those in days; business time stays business time.
//
//   like              amount   written
//   ----------------  -------  --------------------
//   2 business hours  7200     2 business hours
//   2 business hours  20400    340 business minutes
//   30 minutes        61       2 minutes: rounded up
//   3 days            1        1 day
#ifndef LEADPACT_CORE_CALENDAR_LIMIT_SCALE_H_
#define LEADPACT_CORE_CALENDAR_LIMIT_SCALE_H_

#include <cstdint>
#include <string>

#include "core/calendar/limit.h"

namespace leadpact::calendar {

// Whether a limit of one says how another is kept: both count the same time.
[[nodiscard]] constexpr bool same_scale(const Limit& a, const Limit& b) {
  return a.business == b.business && (a.unit == LimitUnit::day) == (b.unit == LimitUnit::day);
}

// Seconds, or days.
[[nodiscard]] std::int64_t amount_of(const Limit& limit);

// The shortest limit of at least this amount that can be written, as
// parse_limit reads it; the longest one there is where none is long enough.
[[nodiscard]] std::string write_limit(const Limit& like, std::int64_t amount);

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_LIMIT_SCALE_H_
