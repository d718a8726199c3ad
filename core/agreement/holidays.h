// Days off as people write them down, and putting them into a calendar.
//
//   a line                                   is
//   ---------------------------------------  --------------------------------------
//   2026-12-25 Christmas Day                 closed all day
//   Friday, 25 December 2026                 the same; so are 25.12.2026, Dec 25 2026
//   12/25/2026                               the same: no month has the number 25
//   03/04/2026                               not read: 4 March or 3 April
//   2026-12-24 09:00-12:00                   a half day with these hours
//   2026-12-24 until 12:00                   a half day: its weekday's hours till then
//   Monday, 25 December 2026                 not read: it is a Friday
//
// A date is looked for anywhere in its line; the words around it are its name.
#ifndef LEADPACT_CORE_AGREEMENT_HOLIDAYS_H_
#define LEADPACT_CORE_AGREEMENT_HOLIDAYS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/hours.h"
#include "core/calendar/time.h"

namespace leadpact::agreement {

struct DayOff {
  calendar::Day day = 0;
  std::string name;                          // may be empty; calendars do not keep it
  std::vector<calendar::DayInterval> hours;  // of a half day; empty: closed all day
};

inline constexpr std::size_t kMostDaysText = 256u << 10;  // bytes
inline constexpr std::size_t kMostDaysOff = 3000;

struct DaysRead {
  std::vector<DayOff> days;
  std::vector<std::string> unread;  // a sentence for each line that cannot be read
  std::string rest;                 // those lines as they were written
};
// One a line. The calendar's week is what "until 12:00" is cut out of.
[[nodiscard]] DaysRead read_days(std::string_view text, const Calendar& calendar);

// Whether the calendar says all of that already.
[[nodiscard]] bool has_day(const Calendar& calendar, const DayOff& day);

struct DaysAdded {
  std::size_t holidays = 0;
  std::size_t half_days = 0;  // new ones, and those with other hours than before
  std::size_t already = 0;    // were there, or have hours of their own that stay
};
// In order afterwards. A half day takes the place of a holiday.
DaysAdded add_days(Calendar& calendar, const std::vector<DayOff>& days);

// What a calendar holds, one entry a date, in order of dates. `hours` is as
// written, "09:00-12:00, 13:00-15:00"; empty: closed all day.
struct ListedDay {
  std::string date;
  std::string hours;
};
[[nodiscard]] std::vector<ListedDay> days_off(const Calendar& calendar);
void remove_day(Calendar& calendar, std::string_view date);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_HOLIDAYS_H_
