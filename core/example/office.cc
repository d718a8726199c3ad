#include "core/example/office.h"

#include <algorithm>
#include <array>

namespace leadpact::example {

std::optional<std::pair<Minute, Minute>> opening(calendar::Day day) {
  constexpr std::array<std::pair<int, int>, 6> kHolidays = {
      {{1, 1}, {1, 19}, {5, 25}, {6, 19}, {7, 3}, {9, 7}}};
  const calendar::Date date = calendar::to_date(day);
  const int weekday = calendar::weekday(day);
  const std::pair<int, int> of_year{date.month, date.day};
  if (weekday > 4 || std::find(kHolidays.begin(), kHolidays.end(), of_year) != kHolidays.end()) {
    return std::nullopt;
  }
  return std::pair{begin_of(day) + 510, begin_of(day) + (weekday == 4 ? 1020 : 1080)};
}

Minute after_business(Minute start, Minute minutes) {
  Minute now = start;
  while (true) {
    const auto hours = opening(day_of(now));
    if (hours && now < hours->second) {
      now = std::max(now, hours->first);
      const Minute left = hours->second - now;
      if (minutes < left) return now + minutes;
      minutes -= left;
    }
    now = begin_of(day_of(now) + 1);
  }
}

calendar::Day working_day_after(calendar::Day day, int count) {
  while (count > 0) {
    ++day;
    if (opening(day)) --count;
  }
  return day;
}

}  // namespace leadpact::example
