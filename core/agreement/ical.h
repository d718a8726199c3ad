// The all-day events of a calendar file (iCalendar, RFC 5545): what holidays
// are given away as.
//
//   in the file                                  days, for 2026 to 2027
//   -------------------------------------------  --------------------------------
//   DTSTART;VALUE=DATE:20261225                  25 December 2026
//   the same, DTEND;VALUE=DATE:20261227          25 and 26 (the end is not in it)
//   the same, RRULE:FREQ=YEARLY                  25 December of 2026 and 2027
//   RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH       the fourth Thursday of November
//   RRULE:FREQ=WEEKLY                            none: said to be unread, by line
//   STATUS:CANCELLED                             none: counted
//   DTSTART:20261225T090000Z                     none: counted, it has a time
//
// Lines are unfolded; dates of EXDATE and those moved by RECURRENCE-ID are left
// out of their series, those of RDATE are added.
#ifndef LEADPACT_CORE_AGREEMENT_ICAL_H_
#define LEADPACT_CORE_AGREEMENT_ICAL_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/time.h"
#include "core/result.h"

namespace leadpact::agreement {

inline constexpr std::size_t kMostIcalBytes = 4u << 20;
inline constexpr std::size_t kMostIcalEvents = 20000;
inline constexpr std::size_t kMostIcalDays = 3000;

struct NamedDay {
  calendar::Day day = 0;
  std::string name;
};

struct IcalDays {
  std::vector<NamedDay> days;       // in order, each day once
  std::vector<std::string> unread;  // a sentence for each event, with its line
  std::size_t timed = 0;            // events at a time of day
  std::size_t cancelled = 0;
  std::size_t outside = 0;  // days before the first year or after the last
};

// Whether the text begins as such a file does.
[[nodiscard]] bool is_ical(std::string_view text);

// `text` is UTF-8. An error where it is no such file, or too large.
[[nodiscard]] Result<IcalDays> read_ical(std::string_view text, int first_year, int last_year);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_ICAL_H_
