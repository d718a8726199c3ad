// What the tests of the calendar share: times as text, calendars in one line,
// and random numbers that are the same everywhere.
#ifndef LEADPACT_TESTS_CORE_CALENDAR_CALENDAR_TESTING_H_
#define LEADPACT_TESTS_CORE_CALENDAR_CALENDAR_TESTING_H_

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/hours.h"
#include "core/calendar/time.h"
#include "core/calendar/zone.h"

namespace leadpact::calendar::testing {

inline const Zone& zone(std::string_view name) {
  const Zone* found = Zone::find(name);
  if (found == nullptr) {
    ADD_FAILURE() << "no zone " << name;
    return *Zone::find("UTC");
  }
  return *found;
}

// `2026-03-01`.
inline Day day(std::string_view text) {
  const auto parsed = parse_day(text);
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed.value_or(0);
}

// `2026-03-01T09:00:00Z`.
inline Instant utc(std::string_view text) {
  const auto parsed = parse_instant(text);
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed.value_or(0);
}

// `2026-03-01 09:00` or `2026-03-01 09:00:00` on a wall clock.
inline LocalTime wall(std::string_view text) {
  return utc(std::string(text) + "Z");
}

inline Instant local(const Zone& zone, std::string_view text) {
  return zone.to_instant(wall(text));
}

// How a clock in the zone shows an instant, for messages: `2026-03-01T09:00:00`.
inline std::string shown(const Zone& zone, Instant instant) {
  std::string text = format_instant(zone.to_local(instant));
  text.pop_back();
  return text;
}

// Minutes of a day: at(9, 30).
constexpr int at(int hour, int minute = 0) {
  return hour * 60 + minute;
}

// The same intervals on the first `days` days of the week.
inline HoursSpec weekly(const Zone& zone, std::vector<DayInterval> intervals,
                        std::size_t days = 5) {
  HoursSpec spec;
  spec.zone = &zone;
  for (std::size_t i = 0; i < days; ++i) {
    spec.week[i] = intervals;
  }
  return spec;
}

// Standard distributions differ between libraries; remainders do not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // from <= result < to.
  std::int64_t between(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(to - from));
  }
  // 0 <= result < n.
  int below(int n) { return static_cast<int>(between(0, n)); }
  bool one_in(int n) { return below(n) == 0; }

  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace leadpact::calendar::testing

#endif  // LEADPACT_TESTS_CORE_CALENDAR_CALENDAR_TESTING_H_
