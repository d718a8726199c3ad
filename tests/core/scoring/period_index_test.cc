#include "core/scoring/period_index.h"

#include <gtest/gtest.h>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::scoring {
namespace {

using calendar::Every;
using calendar::Stamp;
using calendar::testing::day;
using calendar::testing::Random;
using calendar::testing::utc;
using calendar::testing::zone;

TEST(ScoringPeriodIndex, HeaderTable) {
  const auto& ny = zone("America/New_York");
  const calendar::Term term = {day("2026-01-15"), std::nullopt, &ny, 1};
  const calendar::Instant as_of = utc("2026-02-10T00:00:00Z");
  const PeriodIndex index(calendar::periods(term, Every::month, as_of), ny, as_of);
  EXPECT_EQ(index.find(Stamp::empty()), kWithoutAt);
  EXPECT_EQ(index.find(Stamp::invalid()), kWithoutAt);
  EXPECT_EQ(index.find(Stamp::at(utc("2026-01-15T04:59:59Z"))), kOutside);
  EXPECT_EQ(index.find(Stamp::at(utc("2026-01-15T05:00:00Z"))), 0);
  EXPECT_EQ(index.find(Stamp::at(utc("2026-02-01T04:59:59Z"))), 0);
  EXPECT_EQ(index.find(Stamp::at(utc("2026-02-01T05:00:00Z"))), 1);
  EXPECT_EQ(index.find(Stamp::on(day("2026-01-14"))), kOutside);
  EXPECT_EQ(index.find(Stamp::on(day("2026-01-31"))), 0);
  EXPECT_EQ(index.find(Stamp::on(day("2026-02-01"))), 1);
  EXPECT_EQ(index.find(Stamp::on(day("2026-02-09"))), 1);
  EXPECT_EQ(index.find(Stamp::on(day("2026-02-10"))), kOutside);
  EXPECT_EQ(index.find(Stamp::at(as_of)), 1);
  EXPECT_EQ(index.find(Stamp::at(as_of + 1)), kOutside);
}

TEST(ScoringPeriodIndex, NoPeriodsHoldNothing) {
  const auto& utc_zone = zone("UTC");
  const PeriodIndex index({}, utc_zone, utc("2026-02-10T00:00:00Z"));
  EXPECT_EQ(index.find(Stamp::at(utc("2026-01-15T04:59:59Z"))), kOutside);
  EXPECT_EQ(index.find(Stamp::on(day("2026-01-15"))), kOutside);
  EXPECT_EQ(index.find(Stamp::empty()), kWithoutAt);
  EXPECT_EQ(find_day({}, day("2026-01-15")), kOutside);
}

// Against calendar::find_period on random agreements, in zones that change
// clocks at midnight or leave out a date.
TEST(ScoringPeriodIndex, AgreesWithFindPeriod) {
  Random random(42);
  const std::vector<const char*> zones = {"America/New_York", "Pacific/Apia", "America/Sao_Paulo",
                                          "Africa/Cairo",     "Asia/Kolkata", "America/Havana"};
  const std::vector<Every> units = {Every::week, Every::month, Every::quarter, Every::year,
                                    Every::term};
  for (int round = 0; round < 300; ++round) {
    const auto& z = zone(random.pick(zones));
    calendar::Term term;
    term.zone = &z;
    term.starts_on = day("2011-06-01") + random.below(400);
    if (random.one_in(2)) term.ends_on = term.starts_on + random.below(500);
    term.fiscal_year_starts = 1 + random.below(12);
    const calendar::Instant as_of = z.start_of(term.starts_on) - 100000 +
                                    random.between(0, 600 * 86400) * (random.one_in(4) ? 0 : 1);
    const auto periods = calendar::periods(term, random.pick(units), as_of);
    const PeriodIndex index(periods, z, as_of);
    const auto expected = [&](calendar::Instant at) -> int {
      const int period = at > as_of ? -1 : calendar::find_period(periods, at);
      return period < 0 ? kOutside : period;
    };
    for (int i = 0; i < 200; ++i) {
      calendar::Instant at = z.start_of(term.starts_on) + random.between(-20, 620) * 86400;
      if (random.one_in(2)) at += random.between(-86400, 86400);
      if (random.one_in(3) && !periods.empty()) {
        at = random.pick(periods).covered_from + random.between(-2, 3);
      }
      if (random.one_in(10)) at = as_of + random.between(-2, 3);
      EXPECT_EQ(index.find(Stamp::at(at)), expected(at)) << calendar::format_instant(at);
      const calendar::Day d = z.day_at(at);
      EXPECT_EQ(index.find(Stamp::on(d)), expected(z.start_of(d))) << calendar::format_day(d);
    }
  }
}

TEST(ScoringPeriodIndex, FindDayUsesDates) {
  const auto& ny = zone("America/New_York");
  const calendar::Term term = {day("2026-01-15"), day("2026-03-10"), &ny, 1};
  const auto periods = calendar::periods(term, Every::month, utc("2026-06-10T00:00:00Z"));
  EXPECT_EQ(find_day(periods, day("2026-01-14")), kOutside);
  EXPECT_EQ(find_day(periods, day("2026-01-15")), 0);
  EXPECT_EQ(find_day(periods, day("2026-02-01")), 1);
  EXPECT_EQ(find_day(periods, day("2026-03-10")), 2);
  EXPECT_EQ(find_day(periods, day("2026-03-11")), kOutside);
}

}  // namespace
}  // namespace leadpact::scoring
