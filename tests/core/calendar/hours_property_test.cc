// Opening hours against a model that paints every second by itself, with cctz
// in place of our own zone tables; and laws that hold without any model.
#include <cctz/civil_time.h>
#include <cctz/time_zone.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/calendar/hours.h"
#include "tests/core/calendar/calendar_testing.h"
#include "tests/core/rounds.h"

namespace leadpact::calendar {
namespace {

using testing::Random;

const std::vector<std::string>& zones() {
  static const std::vector<std::string> names = {
      "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia",    "America/Sao_Paulo",
      "Europe/Dublin",       "America/New_York", "Europe/London",   "Africa/Casablanca",
      "Asia/Kathmandu",      "Antarctica/Troll", "America/Caracas", "Pacific/Kwajalein",
      "Pacific/Kiritimati",  "Africa/Monrovia",  "Asia/Gaza",       "UTC"};
  return names;
}

constexpr Day kWindowDays = 5;

// The seconds of a window of days, each open or closed.
class Painted {
 public:
  Painted(const HoursSpec& spec, Day first_day) : spec_(spec), first_day_(first_day) {
    cctz::load_time_zone(std::string(spec.zone->name()), &zone_);
    open_.resize(kWindowDays * kSecondsPerDay);
    for (Day day = first_day - 3; day <= first_day + kWindowDays + 3; ++day) {
      for (const OpenSpan& span : spans_of(day)) {
        for (Instant t = std::max(span.open, start()); t < std::min(span.close, end()); ++t) {
          open_[static_cast<std::size_t>(t - start())] = 1;
        }
      }
    }
    counted_.reserve(open_.size() + 1);
    counted_.push_back(0);
    for (const char open : open_) {
      counted_.push_back(counted_.back() + open);
    }
  }

  [[nodiscard]] Instant start() const { return first_day_ * kSecondsPerDay; }
  [[nodiscard]] Instant end() const { return start() + kWindowDays * kSecondsPerDay; }

  // Both within [start(), end()].
  [[nodiscard]] std::int64_t seconds(Instant from, Instant to) const {
    return counted_[static_cast<std::size_t>(to - start())] -
           counted_[static_cast<std::size_t>(from - start())];
  }

  [[nodiscard]] std::optional<Instant> close_of(Day day) const {
    std::optional<Instant> close;
    for (const OpenSpan& span : spans_of(day)) {
      close = std::max(close.value_or(span.close), span.close);
    }
    return close;
  }

 private:
  [[nodiscard]] Instant instant(Day day, int minute) const {
    const cctz::civil_second civil = cctz::civil_second() + day * kSecondsPerDay + minute * 60;
    return zone_.lookup(civil).pre.time_since_epoch().count();
  }

  [[nodiscard]] bool exists(Day day) const {
    for (int quarter = 0; quarter < 96; ++quarter) {
      const cctz::civil_second civil = cctz::civil_second() + day * kSecondsPerDay + quarter * 900;
      if (zone_.lookup(civil).kind != cctz::time_zone::civil_lookup::SKIPPED) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<OpenSpan> spans_of(Day day) const {
    std::vector<DayInterval> intervals;
    for (const HoursSpec::Special& special : spec_.special_days) {
      if (special.day == day) intervals.push_back(special.interval);
    }
    const bool holiday =
        std::find(spec_.holidays.begin(), spec_.holidays.end(), day) != spec_.holidays.end();
    if (intervals.empty() && !holiday) {
      // cctz counts weekdays from Monday too.
      const auto weekday = cctz::get_weekday(cctz::civil_day(1970, 1, 1) + day);
      intervals = spec_.week[static_cast<std::size_t>(weekday)];
    }
    std::vector<OpenSpan> spans;
    if (!exists(day)) return spans;
    for (const DayInterval& interval : intervals) {
      const OpenSpan span = {instant(day, interval.from), instant(day, interval.to)};
      if (span.open < span.close) spans.push_back(span);
    }
    return spans;
  }

  const HoursSpec& spec_;
  Day first_day_;
  cctz::time_zone zone_;
  std::vector<char> open_;
  std::vector<std::int32_t> counted_;
};

DayInterval random_interval(Random& random) {
  // Coarse minutes, so that intervals often touch and often end in a gap.
  const int step = random.one_in(3) ? 1 : 15;
  const int from = random.below(1440 / step) * step;
  const int to = random.one_in(4) ? 1440 : from + (1 + random.below((1440 - from) / step)) * step;
  return {from, std::min(to, 1440)};
}

HoursSpec random_spec(Random& random, const Zone& zone, Day around) {
  HoursSpec spec;
  spec.zone = &zone;
  const int kind = random.below(4);
  for (auto& intervals : spec.week) {
    if (kind == 0) intervals.push_back({0, 1440});
    if (kind == 1) intervals = {{1320, 1440}, {0, 360}};
    if (kind < 2) continue;
    for (int i = random.below(4); i > 0; --i) {
      intervals.push_back(random_interval(random));
    }
  }
  for (int i = random.below(3); i > 0; --i) {
    spec.holidays.push_back(around + random.below(8) - 1);
  }
  for (int i = random.below(5); i > 0; --i) {
    spec.special_days.push_back({around + random.below(8) - 1, random_interval(random)});
  }
  return spec;
}

// A day a little before a change of the zone's clocks.
Day day_before_a_change(Random& random, const Zone& zone) {
  cctz::time_zone source;
  cctz::load_time_zone(std::string(zone.name()), &source);
  const Instant any = random.between(-1900000000, 4000000000);
  cctz::time_zone::civil_transition change;
  const cctz::time_point<cctz::seconds> point{cctz::seconds(any)};
  if (!source.next_transition(point, &change)) return day_of(any);
  return day_of(source.lookup(change.to).trans.time_since_epoch().count()) - 1 - random.below(3);
}

TEST(CalendarHoursProperty, AgreesWithPaintingEverySecond) {
  Random random(11);
  for (int round = 0; round < leadpact::testing::rounds(200); ++round) {
    const Zone& zone = testing::zone(zones()[static_cast<std::size_t>(round) % zones().size()]);
    const Day first = random.one_in(4) ? static_cast<Day>(random.between(-25000, 80000))
                                       : day_before_a_change(random, zone);
    const HoursSpec spec = random_spec(random, zone, first);
    const Hours hours(spec);
    const Painted painted(spec, first);
    SCOPED_TRACE(std::string(zone.name()) + " " + format_day(first) + " round " +
                 std::to_string(round));

    const std::int64_t all = painted.seconds(painted.start(), painted.end());
    ASSERT_EQ(hours.business_seconds(painted.start(), painted.end()), all);
    for (int i = 0; i < 300; ++i) {
      const Instant a = random.between(painted.start(), painted.end() + 1);
      const Instant b = random.between(painted.start(), painted.end() + 1);
      const auto [from, to] = std::minmax(a, b);
      ASSERT_EQ(hours.business_seconds(from, to), painted.seconds(from, to)) << from << " " << to;

      const std::int64_t left = painted.seconds(from, painted.end());
      if (left == 0) continue;
      const std::int64_t wanted = random.between(1, left + 1);
      const auto due = hours.add_business(from, wanted);
      ASSERT_TRUE(due && *due <= painted.end());
      ASSERT_EQ(painted.seconds(from, *due), wanted);
      ASSERT_EQ(painted.seconds(from, *due - 1), wanted - 1) << "not the earliest";
    }

    Instant closed_until = painted.start();
    std::int64_t in_spans = 0;
    for (const OpenSpan& span : hours.open_spans(painted.start(), painted.end())) {
      ASSERT_LT(span.open, span.close);
      ASSERT_EQ(painted.seconds(closed_until, span.open), 0);
      ASSERT_EQ(painted.seconds(span.open, span.close), span.close - span.open);
      ASSERT_TRUE(span.open > closed_until || span.open == painted.start()) << "not merged";
      in_spans += span.close - span.open;
      closed_until = span.close;
    }
    ASSERT_EQ(in_spans, all);

    for (Day day = first - 1; day < first + kWindowDays; ++day) {
      ASSERT_EQ(hours.close_of(day), painted.close_of(day)) << format_day(day);
      const auto next = hours.working_day_after(day, 1);
      for (Day other = day + 1; other < first + kWindowDays; ++other) {
        if (!painted.close_of(other)) continue;
        ASSERT_EQ(next, other);
        break;
      }
    }
  }
}

TEST(CalendarHoursProperty, BusinessTimeAddsUp) {
  Random random(12);
  for (const std::string& name : zones()) {
    const Zone& zone = testing::zone(name);
    const Hours hours(random_spec(random, zone, 20500));
    for (int i = 0; i < 3000; ++i) {
      Instant times[3];
      for (Instant& t : times) {
        t = random.between((kFirstDay - 400) * kSecondsPerDay, (kLastDay + 400) * kSecondsPerDay);
      }
      std::sort(std::begin(times), std::end(times));
      const auto [a, b, c] = times;
      const std::int64_t ab = hours.business_seconds(a, b);
      ASSERT_EQ(ab + hours.business_seconds(b, c), hours.business_seconds(a, c));
      ASSERT_GE(ab, 0);
      ASSERT_LE(ab, b - a);
    }
  }
}

TEST(CalendarHoursProperty, AddingIsTheInverseOfCounting) {
  Random random(13);
  for (const std::string& name : zones()) {
    const Zone& zone = testing::zone(name);
    const Hours hours(random_spec(random, zone, 20500));
    for (int i = 0; i < 2000; ++i) {
      const Instant from =
          random.between((kFirstDay - 10) * kSecondsPerDay, (kLastDay + 10) * kSecondsPerDay);
      const std::int64_t seconds = random.between(1, random.one_in(2) ? 400000 : 9000000000);
      const auto due = hours.add_business(from, seconds);
      if (due) {
        ASSERT_EQ(hours.business_seconds(from, *due), seconds);
        ASSERT_EQ(hours.business_seconds(from, *due - 1), seconds - 1);
      } else {
        ASSERT_LT(hours.business_seconds(from, (kLastDay + 2) * kSecondsPerDay), seconds);
      }
    }
  }
}

TEST(CalendarHoursProperty, WorkingDaysFollowOneAnother) {
  Random random(14);
  for (const std::string& name : zones()) {
    const Zone& zone = testing::zone(name);
    const Hours hours(random_spec(random, zone, 20500));
    for (int i = 0; i < 500; ++i) {
      const auto from = static_cast<Day>(random.between(kFirstDay - 5, kLastDay + 5));
      const int n = 1 + random.below(300);
      const auto last = hours.working_day_after(from, n);
      if (!last) continue;
      ASSERT_GT(*last, from);
      ASSERT_TRUE(hours.close_of(*last).has_value());
      int between = 0;
      for (Day day = from + 1; day < *last; ++day) {
        between += hours.close_of(day) ? 1 : 0;
      }
      ASSERT_EQ(between, n - 1);
    }
  }
}

}  // namespace
}  // namespace leadpact::calendar
