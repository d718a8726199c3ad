#include "core/agreement/opening.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <set>

namespace leadpact::agreement {

namespace {

constexpr int kMinutesPerDay = 24 * 60;
constexpr std::array<std::string_view, 7> kWeekdays = {"mon", "tue", "wed", "thu",
                                                       "fri", "sat", "sun"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether something of the interval is left as instants on that date.
bool opens(const calendar::Zone& zone, calendar::Day day, const calendar::DayInterval& interval) {
  if (zone.skips(day)) return false;
  const calendar::LocalTime midnight = day * calendar::kSecondsPerDay;
  return zone.to_instant(midnight + interval.from * 60) <
         zone.to_instant(midnight + interval.to * 60);
}

}  // namespace

std::optional<int> parse_closing(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0u, 1u, 3u, 4u}) {
    if (!is_digit(text[i])) return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  const int minutes = hour * 60 + minute;
  if (minute > 59 || minutes > kMinutesPerDay) return std::nullopt;
  return minutes;
}

std::optional<int> parse_opening(std::string_view text) {
  const std::optional<int> minutes = parse_closing(text);
  return minutes == kMinutesPerDay ? std::nullopt : minutes;
}

std::optional<int> parse_weekday(std::string_view text) {
  const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), text);
  if (found == kWeekdays.end()) return std::nullopt;
  return static_cast<int>(found - kWeekdays.begin());
}

calendar::HoursSpec hours_spec(const Calendar& calendar) {
  calendar::HoursSpec spec;
  spec.zone = calendar::Zone::find(calendar.time_zone);
  for (const OpeningInterval& interval : calendar.week) {
    const auto weekday = parse_weekday(interval.day);
    const auto from = parse_opening(interval.from);
    const auto to = parse_closing(interval.to);
    if (weekday && from && to) spec.week[*weekday].push_back({*from, *to});
  }
  for (const std::string& holiday : calendar.holidays) {
    if (const auto day = calendar::parse_day(holiday)) spec.holidays.push_back(*day);
  }
  for (const SpecialDay& special : calendar.special_days) {
    const auto day = calendar::parse_day(special.date);
    const auto from = parse_opening(special.from);
    const auto to = parse_closing(special.to);
    if (day && from && to) spec.special_days.push_back({*day, {*from, *to}});
  }
  return spec;
}

bool is_never_open(const calendar::HoursSpec& spec) {
  std::set<calendar::Day> without_week(spec.holidays.begin(), spec.holidays.end());
  for (const calendar::HoursSpec::Special& special : spec.special_days) {
    if (opens(*spec.zone, special.day, special.interval)) return false;
    without_week.insert(special.day);
  }
  if (std::all_of(std::begin(spec.week), std::end(spec.week),
                  [](const auto& intervals) { return intervals.empty(); })) {
    return true;
  }
  // Nearly always the first date that is tried is open.
  for (calendar::Day day = calendar::kFirstDay; day <= calendar::kLastDay; ++day) {
    const auto& intervals = spec.week[calendar::weekday(day)];
    if (intervals.empty() || without_week.count(day) > 0) continue;
    for (const calendar::DayInterval& interval : intervals) {
      if (opens(*spec.zone, day, interval)) return false;
    }
  }
  return true;
}

}  // namespace leadpact::agreement
