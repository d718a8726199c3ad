// Points in time, and the three ways this product writes them.
//
// An *instant* is a point on the UTC line. A *local time* is what a clock on a
// wall shows; it becomes an instant only together with a zone. A *day* is a
// date on a wall calendar. All three are whole numbers, so that they add up
// exactly; the names of the aliases say which is meant.
//
//   written                  alias      value
//   -----------------------  ---------  ----------------------------------
//   1970-01-01T00:00:00Z     Instant    0
//   2026-03-01T09:00:00Z     Instant    1772355600
//   2026-03-01 09:00 (wall)  LocalTime  1772355600
//   2026-03-01               Day        20513
//
// Years are 1900 to 2199 (scoring.md, 1); precision is one second.
#ifndef LEADPACT_CORE_CALENDAR_TIME_H_
#define LEADPACT_CORE_CALENDAR_TIME_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leadpact::calendar {

using Instant = std::int64_t;    // seconds since 1970-01-01T00:00:00Z
using LocalTime = std::int64_t;  // seconds since 1970-01-01 00:00:00 on a wall clock
using Day = std::int32_t;        // days since 1970-01-01

inline constexpr std::int64_t kSecondsPerDay = 86400;
inline constexpr Day kFirstDay = -25567;  // 1900-01-01
inline constexpr Day kLastDay = 84005;    // 2199-12-31

struct Date {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
};

// The day of a proleptic Gregorian date. `date` must exist; its year may lie
// outside 1900 to 2199.
[[nodiscard]] constexpr Day to_day(Date date) {
  // Counts from March, so that the leap day is the last of its year, in eras
  // of 400 years.
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month = date.month > 2 ? date.month - 3 : date.month + 9;
  const int day_of_year = (153 * month + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

[[nodiscard]] constexpr Date to_date(Day day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month = (5 * day_of_year + 2) / 153;
  Date date;
  date.month = month < 10 ? month + 3 : month - 9;
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  date.day = day_of_year - (153 * month + 2) / 5 + 1;
  return date;
}

// Days of a month, 1 to 12.
[[nodiscard]] constexpr int days_in_month(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Whether year is 1900 to 2199 and the day exists in its month.
[[nodiscard]] constexpr bool exists(Date date) {
  return date.year >= 1900 && date.year <= 2199 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// Monday is 0, Sunday is 6.
[[nodiscard]] constexpr int weekday(Day day) {
  const int remainder = (day % 7 + 3) % 7;  // 1970-01-01 was a Thursday
  return remainder >= 0 ? remainder : remainder + 7;
}

// Local date of a local time (rounds down, also before 1970).
[[nodiscard]] constexpr Day day_of(LocalTime local) {
  return static_cast<Day>(local / kSecondsPerDay - (local % kSecondsPerDay < 0 ? 1 : 0));
}

// Exactly `YYYY-MM-DD`, an existing date of 1900 to 2199; else nothing.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

// `2026-03-01`, for years of 0 to 9999 (an end that lies beyond 2199 is written
// too, but not read).
[[nodiscard]] std::string format_day(Day day);

// `2026-03-01T09:00:00Z`.
[[nodiscard]] std::string format_instant(Instant instant);

// An ISO 8601 time with a zone, as `--as-of` takes it: `2026-04-01T04:00:00Z`,
// `2026-04-01T06:00:00+02:00`, seconds optional, fractions cut off. Nothing
// when it is not one, or lies outside 1900 to 2199 as written or in UTC.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_TIME_H_
