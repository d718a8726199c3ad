#include "core/calendar/period.h"

#include <algorithm>
#include <cstddef>

namespace leadpact::calendar {
namespace {

int months_of(Every every) {
  return every == Every::month ? 1 : every == Every::quarter ? 3 : 12;
}

// Months since year 0; each unit of a kind starts `months_of` after another.
Day first_of(int month) {
  return to_day({month / 12, month % 12 + 1, 1});
}

// The first day of the unit that holds `day`.
Day unit_start(const Term& term, Every every, Day day) {
  if (every == Every::term) return term.starts_on;
  if (every == Every::week) return day - weekday(day);
  const Date date = to_date(day);
  const int month = date.year * 12 + date.month - 1;
  return first_of(month - (month - (term.fiscal_year_starts - 1)) % months_of(every));
}

// The day after the last one of the unit that starts on `start`.
std::optional<Day> unit_end(const Term& term, Every every, Day start) {
  if (every == Every::term) {
    return term.ends_on ? std::optional<Day>(*term.ends_on + 1) : std::nullopt;
  }
  if (every == Every::week) return start + 7;
  const Date date = to_date(start);
  return first_of(date.year * 12 + date.month - 1 + months_of(every));
}

}  // namespace

int Period::covered_days() const {
  return covered_end ? *covered_end - covered_start : 1;
}
int Period::unit_days() const {
  return end ? *end - start : 1;
}

std::vector<Period> periods(const Term& term, Every every, Instant as_of) {
  std::vector<Period> periods;
  const Day last = term.ends_on.value_or(kLastDay);
  Day start = unit_start(term, every, term.starts_on);
  Day covered_start = term.starts_on;
  while (covered_start <= last && term.zone->start_of(covered_start) <= as_of) {
    Period period;
    period.start = start;
    period.end = unit_end(term, every, start);
    period.covered_start = covered_start;
    period.covered_from = term.zone->start_of(covered_start);
    period.covered_end = period.end;
    if (period.end && term.ends_on) period.covered_end = std::min(*period.end, *term.ends_on + 1);
    if (period.covered_end) {
      period.covered_to = term.zone->start_of(*period.covered_end);
      period.closed = *period.covered_to <= as_of;
    }
    periods.push_back(period);
    if (!period.end) break;
    start = covered_start = *period.end;
  }
  return periods;
}

int find_period(const std::vector<Period>& periods, Instant instant) {
  if (periods.empty() || instant < periods.front().covered_from) return -1;
  // The last period that has begun. Without branches: which half it is in is
  // as good as random, and a million records ask.
  std::size_t found = 0;
  for (std::size_t left = periods.size(); left > 1;) {
    const std::size_t half = left / 2;
    found += half * static_cast<std::size_t>(periods[found + half].covered_from <= instant);
    left -= half;
  }
  const Period& period = periods[found];
  return period.covered_to && instant >= *period.covered_to ? -1 : static_cast<int>(found);
}

}  // namespace leadpact::calendar
