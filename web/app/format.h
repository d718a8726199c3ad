// Numbers and dates as people read them, the same in every browser.
//
//   call                                           text
//   ---------------------------------------------  ----------------------
//   whole(1204)                                    1,204
//   number(1234.5)                                 1,234.5
//   percent(96)                                    96.0 %
//   percent_against(94.96, 95)                     94.96 %   (not 95.0 %)
//   duration(5.667)                                5 h 40 min
//   day(2026-03-01)                                1 Mar 2026
//   moment(..., New York)                          31 Mar 2026, 22:11
//   period_name(March 2026, month)                 March 2026
//   period_name(Q1 of 2026, quarter)               Q1 2026
//   period_name(2026-03-02.., week, now: 2026)     week of 2 Mar
//   counted(1, "lead")                             1 lead
//   file_size(1300000)                             1.3 MB
//
// Spaces are plain ones: a spreadsheet reads "96.0 %" as the number it is.
#ifndef LEADPACT_WEB_APP_FORMAT_H_
#define LEADPACT_WEB_APP_FORMAT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/agreement/wording.h"
#include "core/calendar/period.h"
#include "core/calendar/time.h"
#include "core/calendar/zone.h"

namespace leadpact::app {

using agreement::whole;

// At most `decimals` of them, no zeros at the end.
[[nodiscard]] std::string number(double value, int decimals = 1);

[[nodiscard]] std::string percent(double value, int decimals = 1);

// A score of 0 to 100, one decimal: "98.0".
[[nodiscard]] std::string score(double value);

// With as many more decimals (up to 4) as it takes for the text to lie on the
// same side of `target` as the value does: rounding must not turn a miss into
// a target reached.
[[nodiscard]] std::string percent_against(double value, double target);
[[nodiscard]] std::string number_against(double value, double target);

// Hours: minutes up to 100 hours, seconds below a minute.
[[nodiscard]] std::string duration(double hours);

[[nodiscard]] std::string day(calendar::Day day);
// Without the year where it is `year`.
[[nodiscard]] std::string short_day(calendar::Day day, int year);
[[nodiscard]] std::string moment(calendar::Instant instant, const calendar::Zone& zone);
// "2026-03-31 22:11", as it can be typed in again.
[[nodiscard]] std::string typed_moment(calendar::Instant instant, const calendar::Zone& zone);
// "14:02" of milliseconds since 1970 and what the local clock is ahead.
[[nodiscard]] std::string clock(std::int64_t milliseconds, int utc_offset_minutes);
// "today 14:02", "yesterday 14:02", "12 Mar 2026".
[[nodiscard]] std::string when(std::int64_t milliseconds, std::int64_t now, int utc_offset_minutes);

// `this_year` is left out of a week's name; 0 leaves out none. A fiscal year
// that does not start in January is named by its months.
[[nodiscard]] std::string period_name(const calendar::Period& period, calendar::Every every,
                                      int this_year = 0);

// “text”, of any length.
[[nodiscard]] std::string quoted(std::string_view text);

// "1 lead", "1,204 leads". Words that take more than an s are given whole.
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one,
                                  std::string_view many = {});

[[nodiscard]] std::string file_size(std::uint64_t bytes);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_FORMAT_H_
