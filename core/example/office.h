// When the example's sales office is open: 8:30 to 18:00, on Fridays to 17:00.
//
//   after(Fri 2026-05-22 16:50, 30)   Tue 2026-05-26 8:50, over a holiday
//   working_day_after(Fri 22 May, 1)  Tue 26 May
//
// Times are minutes of the office's own clock since 1970.
#ifndef LEADPACT_CORE_EXAMPLE_OFFICE_H_
#define LEADPACT_CORE_EXAMPLE_OFFICE_H_

#include <cstdint>
#include <optional>
#include <utility>

#include "core/calendar/time.h"

namespace leadpact::example {

using Minute = std::int64_t;
inline constexpr Minute kDay = 1440;

[[nodiscard]] constexpr Minute begin_of(calendar::Day day) {
  return Minute{day} * kDay;
}
[[nodiscard]] constexpr calendar::Day day_of(Minute at) {
  return static_cast<calendar::Day>(at / kDay);
}

// Opening and closing time; nothing at the weekend and on a holiday.
[[nodiscard]] std::optional<std::pair<Minute, Minute>> opening(calendar::Day day);
// So many minutes of opening time later.
[[nodiscard]] Minute after_business(Minute start, Minute minutes);
[[nodiscard]] calendar::Day working_day_after(calendar::Day day, int count);

}  // namespace leadpact::example

#endif  // LEADPACT_CORE_EXAMPLE_OFFICE_H_
