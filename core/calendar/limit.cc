#include "core/calendar/limit.h"

#include <cstddef>

namespace leadpact::calendar {
namespace {

bool take(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::int64_t seconds_of(const Limit& limit) {
  switch (limit.unit) {
    case LimitUnit::minute:
      return std::int64_t{limit.amount} * 60;
    case LimitUnit::hour:
      return std::int64_t{limit.amount} * 3600;
    case LimitUnit::day:
      break;
  }
  return limit.amount * kSecondsPerDay;
}

bool counts_working_days(const Limit& limit) {
  return limit.business && limit.unit == LimitUnit::day;
}

// The working day whose close is the limit. Dates are those of the calendar's
// own zone: its holidays and its working days are written in it.
std::optional<Day> last_working_day(const Limit& limit, Stamp from, const Hours& hours) {
  const Day day = day_of(from, hours.zone());
  if (limit.amount > 0) return hours.working_day_after(day, limit.amount);
  const auto close = hours.close_of(day);
  if (close && (from.date_only() || *close > from.instant())) return day;
  return hours.working_day_after(day, 1);
}

std::optional<Instant> last_close(const Limit& limit, Stamp from, const Hours& hours) {
  const auto day = last_working_day(limit, from, hours);
  return day ? hours.close_of(*day) : std::nullopt;
}

}  // namespace

std::optional<Limit> parse_limit(std::string_view text) {
  constexpr std::size_t kMostDigits = 6;
  Limit limit;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (++digits > kMostDigits) return std::nullopt;
    limit.amount = limit.amount * 10 + (text[digits - 1] - '0');
  }
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  if (!take(text, " ")) return std::nullopt;
  limit.business = take(text, "business ");
  if (take(text, "minute")) {
    limit.unit = LimitUnit::minute;
  } else if (take(text, "hour")) {
    limit.unit = LimitUnit::hour;
  } else if (take(text, "day")) {
    limit.unit = LimitUnit::day;
  } else {
    return std::nullopt;
  }
  take(text, "s");
  if (!text.empty()) return std::nullopt;
  return limit;
}

bool applies(const Limit& limit, Stamp stamp) {
  return limit.unit == LimitUnit::day || !stamp.date_only();
}

bool is_before(Stamp to, Stamp from, const Clock& clock) {
  if (to.date_only() || from.date_only()) {
    return day_of(to, *clock.dataset) < day_of(from, *clock.dataset);
  }
  return to.instant() < from.instant();
}

bool is_met(const Limit& limit, Stamp from, Stamp to, const Clock& clock) {
  if (counts_working_days(limit)) {
    const auto last = last_working_day(limit, from, *clock.hours);
    if (!last) return true;
    return to.date_only() ? to.day() <= *last : to.instant() <= *clock.hours->close_of(*last);
  }
  if (from.date_only() || to.date_only()) {
    return day_of(to, *clock.dataset) - day_of(from, *clock.dataset) <= limit.amount;
  }
  const std::int64_t taken = limit.business
                                 ? clock.hours->business_seconds(from.instant(), to.instant())
                                 : to.instant() - from.instant();
  return taken <= seconds_of(limit);
}

bool is_exceeded(const Limit& limit, Stamp from, Instant as_of, const Clock& clock) {
  return !is_met(limit, from, Stamp::at(as_of), clock);
}

std::optional<Instant> due(const Limit& limit, Stamp from, const Clock& clock) {
  if (counts_working_days(limit)) return last_close(limit, from, *clock.hours);
  if (from.date_only()) return clock.dataset->start_of(from.day() + limit.amount + 1);
  if (limit.business) return clock.hours->add_business(from.instant(), seconds_of(limit));
  return from.instant() + seconds_of(limit);
}

}  // namespace leadpact::calendar
