// The week of a calendar, painted: the same hours of some weekdays opened or
// closed, to the minute.
//
//   Monday has                  painted                  then it has
//   --------------------------  -----------------------  --------------------------
//   09:00-17:00                 12:00-13:00 closed       09:00-12:00, 13:00-17:00
//   08:45-12:00                 12:00-12:30 open         08:45-12:30
//   08:45-12:00                 09:00-09:30 open         08:45-12:00, as it was
//   09:00-12:00, “mornings”     09:00-09:30 closed       09:30-12:00, “mornings”
//
// Weekdays are 0 for Monday to 6 for Sunday, times minutes after midnight. What
// cannot be read as hours is kept where it stands, for a person to mend.
#ifndef LEADPACT_CORE_AGREEMENT_WEEK_H_
#define LEADPACT_CORE_AGREEMENT_WEEK_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/agreement/worded.h"
#include "core/calendar/hours.h"

namespace leadpact::agreement {

// When a weekday is open: in order, apart, without what cannot be read.
[[nodiscard]] std::vector<calendar::DayInterval> opening_of(const Calendar& calendar, int weekday);

struct Painted {
  int first = 0, last = 0;  // weekdays, both included
  int from = 0, to = 0;     // [from, to) of each of them
  bool open = false;
};
// A day that would be open at the same times as before is left as it is
// written; others are written in order and without overlaps.
void paint(Calendar& calendar, const Painted& painted);

// The days first to last get the hours of `from`, what cannot be read too.
void copy_hours(Calendar& calendar, int from, int first, int last);

// The hours in the words of a calendar ("from 09:00 to 17:00"), each with the
// first weekday that has the hours of the day named before it, "week.mon", or
// "special_days" behind those of the week.
[[nodiscard]] std::vector<Span> spans_of_hours(const Calendar& calendar, std::string_view words);

// "09:00" of 540; "24:00" of 1440.
[[nodiscard]] std::string time_text(int minutes);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_WEEK_H_
