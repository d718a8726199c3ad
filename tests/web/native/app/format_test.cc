#include "web/app/format.h"

#include <gtest/gtest.h>

namespace leadpact::app {
namespace {

using calendar::Every;

calendar::Period period(const char* start) {
  calendar::Period period;
  period.start = calendar::parse_day(start).value();
  return period;
}

TEST(Format, WholeNumbersAreGrouped) {
  EXPECT_EQ(whole(0), "0");
  EXPECT_EQ(whole(999), "999");
  EXPECT_EQ(whole(1204), "1,204");
  EXPECT_EQ(whole(1234567890), "1,234,567,890");
}

TEST(Format, NumbersLoseZeros) {
  EXPECT_EQ(number(1234.5), "1,234.5");
  EXPECT_EQ(number(1234.04, 1), "1,234");
  EXPECT_EQ(number(-2.25, 2), "−2.25");
  EXPECT_EQ(number(-0.01, 1), "0");
  EXPECT_EQ(number(2400000), "2,400,000");
}

TEST(Format, PercentHasOneDecimal) {
  EXPECT_EQ(percent(96), "96.0 %");
  EXPECT_EQ(percent(100), "100.0 %");
  EXPECT_EQ(percent(89.6, 0), "90 %");
}

TEST(Format, RoundingNeverTurnsAMissIntoAHit) {
  EXPECT_EQ(percent_against(94.96, 95), "94.96 %");
  EXPECT_EQ(percent_against(94.99, 95), "94.99 %");
  EXPECT_EQ(percent_against(94.9999, 95), "94.9999 %");
  EXPECT_EQ(percent_against(94.94, 95), "94.9 %");
  EXPECT_EQ(percent_against(95.04, 95), "95.04 %");
  EXPECT_EQ(percent_against(95, 95), "95.0 %");
  EXPECT_EQ(number_against(199.96, 200), "199.96");
  EXPECT_EQ(number_against(187, 200), "187");
}

TEST(Format, Durations) {
  EXPECT_EQ(duration(0), "0 min");
  EXPECT_EQ(duration(40.0 / 3600), "40 s");
  EXPECT_EQ(duration(0.5), "30 min");
  EXPECT_EQ(duration(2), "2 h");
  EXPECT_EQ(duration(5 + 2.0 / 3), "5 h 40 min");
  EXPECT_EQ(duration(59.999), "60 h");
  EXPECT_EQ(duration(1204.4), "1,204 h");
}

TEST(Format, DaysAndMoments) {
  const calendar::Day first = calendar::parse_day("2026-03-01").value();
  EXPECT_EQ(day(first), "1 Mar 2026");
  EXPECT_EQ(short_day(first, 2026), "1 Mar");
  EXPECT_EQ(short_day(first, 2027), "1 Mar 2026");
  const calendar::Zone& zone = *calendar::Zone::find("America/New_York");
  EXPECT_EQ(moment(calendar::parse_instant("2026-04-01T02:11:09Z").value(), zone),
            "31 Mar 2026, 22:11");
}

TEST(Format, ClockIsLocal) {
  const std::int64_t instant = calendar::parse_instant("2026-03-31T23:02:00Z").value() * 1000;
  EXPECT_EQ(clock(instant, 0), "23:02");
  EXPECT_EQ(clock(instant, 120), "01:02");
  EXPECT_EQ(clock(instant, -300), "18:02");
  EXPECT_EQ(when(instant, instant, 0), "today 23:02");
  EXPECT_EQ(when(instant, instant + 3'600'000, 0), "yesterday 23:02");
  EXPECT_EQ(when(instant, instant + 3'600'000, 120), "today 01:02");
  EXPECT_EQ(when(instant, instant + 400'000'000, 0), "31 Mar 2026");
}

TEST(Format, PeriodsAreNamedAsPeopleDo) {
  EXPECT_EQ(period_name(period("2026-03-01"), Every::month), "March 2026");
  EXPECT_EQ(period_name(period("2026-01-01"), Every::quarter), "Q1 2026");
  EXPECT_EQ(period_name(period("2026-10-01"), Every::quarter), "Q4 2026");
  EXPECT_EQ(period_name(period("2025-11-01"), Every::quarter), "Nov 2025 – Jan 2026");
  EXPECT_EQ(period_name(period("2026-02-01"), Every::quarter), "Feb – Apr 2026");
  EXPECT_EQ(period_name(period("2026-01-01"), Every::year), "2026");
  EXPECT_EQ(period_name(period("2026-02-01"), Every::year), "Feb 2026 – Jan 2027");
  EXPECT_EQ(period_name(period("2026-03-02"), Every::week, 2026), "week of 2 Mar");
  EXPECT_EQ(period_name(period("2025-12-29"), Every::week, 2026), "week of 29 Dec 2025");
  EXPECT_EQ(period_name(period("2026-01-15"), Every::term), "since 15 Jan 2026");
  calendar::Period term = period("2026-01-15");
  term.end = calendar::parse_day("2026-04-01").value();
  EXPECT_EQ(period_name(term, Every::term), "15 Jan 2026 – 31 Mar 2026");
}

TEST(Format, Counts) {
  EXPECT_EQ(counted(1, "lead"), "1 lead");
  EXPECT_EQ(counted(0, "lead"), "0 leads");
  EXPECT_EQ(counted(1204, "opportunity", "opportunities"), "1,204 opportunities");
  EXPECT_EQ(file_size(812), "812 bytes");
  EXPECT_EQ(file_size(93'700), "94 kB");
  EXPECT_EQ(file_size(1'300'000), "1.3 MB");
}

}  // namespace
}  // namespace leadpact::app
