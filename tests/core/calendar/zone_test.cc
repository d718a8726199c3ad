#include "core/calendar/zone.h"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::calendar {
namespace {

using testing::day;
using testing::local;
using testing::Random;
using testing::shown;
using testing::utc;
using testing::wall;
using testing::zone;

constexpr Instant kFrom = kFirstDay * kSecondsPerDay;
constexpr Instant kTo = (kLastDay + 1) * kSecondsPerDay;

TEST(CalendarZone, HeaderTable) {
  const Zone& ny = zone("America/New_York");
  EXPECT_EQ(local(ny, "2026-01-15 09:00:00"), utc("2026-01-15T14:00:00Z"));
  EXPECT_EQ(local(ny, "2026-03-08 02:30:00"), utc("2026-03-08T07:30:00Z"));
  EXPECT_EQ(shown(ny, utc("2026-03-08T07:30:00Z")), "2026-03-08T03:30:00");
  EXPECT_EQ(local(ny, "2026-11-01 01:30:00"), utc("2026-11-01T05:30:00Z"));
  EXPECT_EQ(local(zone("Pacific/Apia"), "2011-12-30 12:00:00"), utc("2011-12-30T22:00:00Z"));
}

// Worked out from the rules of each place, not from this code.
TEST(CalendarZone, KnownTimes) {
  const struct {
    const char* zone;
    const char* wall;
    const char* utc;
  } kCases[] = {
      {"UTC", "2026-07-01 12:00", "2026-07-01T12:00:00Z"},
      {"Europe/Berlin", "2026-03-29 01:59:59", "2026-03-29T00:59:59Z"},
      {"Europe/Berlin", "2026-03-29 02:00", "2026-03-29T01:00:00Z"},
      {"Europe/Berlin", "2026-03-29 02:59:59", "2026-03-29T01:59:59Z"},
      {"Europe/Berlin", "2026-03-29 03:00", "2026-03-29T01:00:00Z"},
      {"Europe/Berlin", "2026-10-25 02:59:59", "2026-10-25T00:59:59Z"},
      {"Europe/Berlin", "2026-10-25 03:00", "2026-10-25T02:00:00Z"},
      // Half an hour of daylight saving.
      {"Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z"},
      {"Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:45:00Z"},
      // Clocks changed at midnight, or a minute past it.
      {"America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04T03:00:00Z"},
      {"America/Sao_Paulo", "2018-11-04 01:00", "2018-11-04T03:00:00Z"},
      {"America/Sao_Paulo", "2018-02-17 23:30", "2018-02-18T01:30:00Z"},
      {"America/Sao_Paulo", "2018-02-18 00:00", "2018-02-18T03:00:00Z"},
      {"America/St_Johns", "2010-11-07 00:00", "2010-11-07T02:30:00Z"},
      {"America/St_Johns", "2026-06-01 00:00", "2026-06-01T02:30:00Z"},
      // Standard time in summer, "negative" daylight saving in winter.
      {"Europe/Dublin", "2026-07-01 12:00", "2026-07-01T11:00:00Z"},
      {"Europe/Dublin", "2026-12-01 12:00", "2026-12-01T12:00:00Z"},
      // Ramadan.
      {"Africa/Casablanca", "2026-03-01 12:00", "2026-03-01T12:00:00Z"},
      {"Africa/Casablanca", "2026-05-01 12:00", "2026-05-01T11:00:00Z"},
      {"Asia/Kathmandu", "2026-01-01 00:00", "2025-12-31T18:15:00Z"},
      // Rules go on after 2037, also on both sides of the equator.
      {"America/New_York", "2150-07-01 12:00", "2150-07-01T16:00:00Z"},
      {"America/New_York", "2150-12-01 12:00", "2150-12-01T17:00:00Z"},
      {"Pacific/Auckland", "2199-12-31 12:00", "2199-12-30T23:00:00Z"},
      {"America/Nuuk", "2100-07-01 12:00", "2100-07-01T13:00:00Z"},
      {"America/Havana", "2030-07-01 12:00", "2030-07-01T16:00:00Z"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(format_instant(local(zone(c.zone), c.wall)), c.utc) << c.zone << " " << c.wall;
  }
}

TEST(CalendarZone, LocalMeanTimeToTheSecond) {
  // Paris kept its own mean time until 1911.
  EXPECT_EQ(wall("1910-06-01 12:00:00") - local(zone("Europe/Paris"), "1910-06-01 12:00:00"),
            9 * 60 + 21);
}

// Instants at which the offset changes.
std::vector<Instant> changes_of(const cctz::time_zone& source, Instant from, Instant to) {
  std::vector<Instant> changes;
  cctz::time_zone::civil_transition change;
  Instant at = from;
  for (;;) {
    const cctz::time_point<cctz::seconds> point{cctz::seconds(at)};
    if (!source.next_transition(point, &change)) break;
    at = source.lookup(change.to).trans.time_since_epoch().count();
    if (at >= to) break;
    changes.push_back(at);
  }
  return changes;
}

// cctz itself is the oracle: another way through the same data.
TEST(CalendarZone, EveryZoneAgreesWithCctz) {
  Random random(2);
  std::size_t checked = 0;
  for (const std::string_view name : Zone::names()) {
    const Zone* zone = Zone::find(name);
    ASSERT_NE(zone, nullptr) << name;
    EXPECT_EQ(zone->name(), name);
    cctz::time_zone source;
    ASSERT_TRUE(cctz::load_time_zone(std::string(name), &source)) << name;

    std::vector<std::int64_t> times = {kFrom, kTo - 1, kTo + 20000000000, -20000000000};
    for (int i = 0; i < 60; ++i) {
      times.push_back(random.between(kFrom, kTo));
    }
    const std::vector<Instant> changes = changes_of(source, kFrom, kTo);
    for (int i = 0; i < 30 && !changes.empty(); ++i) {
      const Instant change = random.pick(changes);
      for (const Instant near : {change - 1, change, change + random.between(-90000, 90000)}) {
        times.push_back(near);
        times.push_back(zone->to_local(near));
      }
    }
    for (const std::int64_t time : times) {
      const cctz::time_point<cctz::seconds> point{cctz::seconds(time)};
      ASSERT_EQ(zone->to_local(time), time + source.lookup(point).offset) << name << " " << time;
      ASSERT_EQ(zone->to_instant(time),
                source.lookup(cctz::civil_second() + time).pre.time_since_epoch().count())
          << name << " " << time;
      ++checked;
    }
  }
  EXPECT_GT(checked, 50000U);
}

TEST(CalendarZone, LocalTimesComeBackUnlessTheyAreSkipped) {
  Random random(3);
  for (const char* name : {"America/New_York", "Australia/Lord_Howe", "America/St_Johns",
                           "Pacific/Apia", "America/Sao_Paulo", "Europe/Dublin"}) {
    const Zone& zone = testing::zone(name);
    int skipped = 0;
    for (int i = 0; i < 20000; ++i) {
      const LocalTime local = random.between(kFrom, kTo);
      const LocalTime back = zone.to_local(zone.to_instant(local));
      if (back != local) {
        // In a gap: as far behind it as the time asked for lies in it.
        ASSERT_GT(back, local);
        ++skipped;
      }
      const Instant instant = random.between(kFrom, kTo);
      // The first of two is meant, so it is never later.
      ASSERT_LE(zone.to_instant(zone.to_local(instant)), instant);
    }
    EXPECT_LT(skipped, 100);
  }
}

TEST(CalendarZone, FindsOnlyNamesOfTheDatabase) {
  for (const char* name : {"",
                           "utc",
                           "europe/berlin",
                           "Europe/berlin",
                           "Europe",
                           "Europe/",
                           "/Europe/Berlin",
                           "Europe//Berlin",
                           "./Europe/Berlin",
                           "../Europe/Berlin",
                           "../../etc/passwd",
                           "/etc/localtime",
                           "localtime",
                           "posixrules",
                           "posix/Europe/Berlin",
                           "right/Europe/Berlin",
                           "tzdata.zi",
                           "zone.tab",
                           "Fixed/UTC+01:00:00",
                           "Fixed/UTC-05:00:00",
                           "UTC0",
                           "UTC+1",
                           "EST5EDT4",
                           "libc:localtime",
                           "file:Europe/Berlin",
                           "/usr/share/zoneinfo/Europe/Berlin",
                           " Europe/Berlin",
                           "Europe/Berlin "}) {
    EXPECT_EQ(Zone::find(name), nullptr) << name;
  }
  EXPECT_EQ(Zone::find(std::string_view("Europe/Berlin\0", 14)), nullptr);
  EXPECT_EQ(Zone::find(std::string_view("Europe/Berlin", 12)), nullptr);
}

TEST(CalendarZone, FindGivesTheSameZoneAgain) {
  EXPECT_EQ(Zone::find("Europe/Berlin"), Zone::find(std::string("Europe/") + "Berlin"));
}

TEST(CalendarZone, NamesAreSortedAndKnown) {
  const auto names = Zone::names();
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::set<std::string_view>(names.begin(), names.end()).size(), names.size());
  for (const char* name : {"UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "Asia/Kolkata",
                           "Asia/Calcutta", "US/Pacific", "Europe/Kyiv", "EST5EDT"}) {
    EXPECT_TRUE(std::binary_search(names.begin(), names.end(), std::string_view(name))) << name;
  }
  EXPECT_EQ(Zone::release().substr(0, 2), "20");
}

TEST(CalendarZone, SkippedDates) {
  const std::set<std::pair<std::string, std::string>> skipped = {
      {"Pacific/Apia", "2011-12-30"},
      {"Pacific/Fakaofo", "2011-12-30"},
      {"Pacific/Kiritimati", "1994-12-31"},
      {"Pacific/Kwajalein", "1993-08-21"},
  };
  for (const auto& [name, text] : skipped) {
    const Zone& zone = testing::zone(name);
    EXPECT_TRUE(zone.skips(day(text))) << name;
    EXPECT_FALSE(zone.skips(day(text) - 1)) << name;
    EXPECT_FALSE(zone.skips(day(text) + 1)) << name;
    EXPECT_EQ(zone.start_of(day(text)), zone.start_of(day(text) + 1)) << name;
  }
  // A gap of an hour at midnight skips no date.
  EXPECT_FALSE(zone("America/Sao_Paulo").skips(day("2018-11-04")));
}

TEST(CalendarZone, NoDateIsSkippedUnlessNoInstantHasIt) {
  for (const char* name : {"Pacific/Apia", "Pacific/Kwajalein", "Africa/Casablanca"}) {
    const Zone& zone = testing::zone(name);
    std::vector<bool> seen(kLastDay - kFirstDay + 1);
    for (Instant instant = kFrom - kSecondsPerDay; instant < kTo + kSecondsPerDay;
         instant += 3600) {
      const Day day = zone.day_at(instant);
      if (day < kFirstDay || day > kLastDay) continue;
      seen[static_cast<std::size_t>(day - kFirstDay)] = true;
    }
    for (Day day = kFirstDay; day <= kLastDay; ++day) {
      ASSERT_EQ(zone.skips(day), !seen[static_cast<std::size_t>(day - kFirstDay)])
          << name << " " << format_day(day);
    }
  }
}

TEST(CalendarZone, SteadyMeansOneOffset) {
  const Zone& ny = zone("America/New_York");
  EXPECT_TRUE(ny.steady(wall("2026-03-08 00:00:00"), wall("2026-03-08 02:59:59")));
  EXPECT_FALSE(ny.steady(wall("2026-03-08 00:00:00"), wall("2026-03-08 03:00:00")));
  EXPECT_TRUE(ny.steady(wall("2026-03-08 03:00:00"), wall("2026-11-01 01:59:59")));
  EXPECT_FALSE(ny.steady(wall("2026-03-08 03:00:00"), wall("2026-11-01 02:00:00")));
  Random random(4);
  for (const char* name : {"America/New_York", "Africa/Casablanca", "Asia/Kolkata"}) {
    const Zone& zone = testing::zone(name);
    int steady = 0;
    for (int i = 0; i < 2000; ++i) {
      const LocalTime from = random.between(kFrom, kTo - 400 * kSecondsPerDay);
      const LocalTime to = from + random.between(0, 400) * kSecondsPerDay;
      const std::int64_t offset = from - zone.to_instant(from);
      bool same = true;
      for (LocalTime local = from; local <= to && same; local += 3600) {
        same = local - zone.to_instant(local) == offset;
      }
      ASSERT_EQ(zone.steady(from, to), same) << name << " " << from << " " << to;
      if (same) ++steady;
    }
    EXPECT_GT(steady, 100);
    EXPECT_LT(steady, 2001);
  }
}

}  // namespace
}  // namespace leadpact::calendar
