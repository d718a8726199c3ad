#include "core/calendar/time.h"

#include <gtest/gtest.h>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::calendar {
namespace {

TEST(CalendarTime, HeaderTable) {
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(parse_instant("2026-03-01T09:00:00Z"), 1772355600);
  EXPECT_EQ(parse_day("2026-03-01"), 20513);
  EXPECT_EQ(kFirstDay, to_day({1900, 1, 1}));
  EXPECT_EQ(kLastDay, to_day({2199, 12, 31}));
}

// Walks every day from 1896 to 2204 with a calendar of its own.
TEST(CalendarTime, DaysAndDatesAgreeWithCountingThemOneByOne) {
  const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  Day day = to_day({1896, 1, 1});
  int week_day = 2;  // a Wednesday
  for (int year = 1896; year <= 2204; ++year) {
    const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    for (int month = 1; month <= 12; ++month) {
      const int length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);
      ASSERT_EQ(days_in_month(year, month), length);
      for (int of_month = 1; of_month <= length; ++of_month) {
        ASSERT_EQ(to_day({year, month, of_month}), day);
        const Date date = to_date(day);
        ASSERT_TRUE(date.year == year && date.month == month && date.day == of_month) << day;
        ASSERT_EQ(weekday(day), week_day);
        ASSERT_EQ(exists({year, month, of_month}), year >= 1900 && year <= 2199);
        ++day;
        week_day = (week_day + 1) % 7;
      }
      ASSERT_FALSE(exists({year, month, length + 1}));
      ASSERT_FALSE(exists({year, month, 0}));
    }
  }
}

TEST(CalendarTime, DayOfRoundsDown) {
  for (Day day = -3; day <= 3; ++day) {
    EXPECT_EQ(day_of(day * kSecondsPerDay), day);
    EXPECT_EQ(day_of(day * kSecondsPerDay + kSecondsPerDay - 1), day);
  }
}

TEST(CalendarTime, DayTextsComeBack) {
  for (Day day = kFirstDay; day <= kLastDay; ++day) {
    ASSERT_EQ(parse_day(format_day(day)), day);
  }
  EXPECT_EQ(format_day(kLastDay + 1), "2200-01-01");
  EXPECT_EQ(format_day(kFirstDay - 1), "1899-12-31");
}

TEST(CalendarTime, RefusesWhatIsNoDay) {
  for (const char* text :
       {"", "2026-3-1", "2026-03-1", "26-03-01", "2026/03/01", "2026-02-29", "2100-02-29",
        "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "1899-12-31", "2200-01-01",
        "2026-03-01 ", " 2026-03-01", "2026-03-01T00:00", "+026-03-01", "2026-0a-01"}) {
    EXPECT_EQ(parse_day(text), std::nullopt) << text;
  }
}

TEST(CalendarTime, InstantTextsComeBack) {
  testing::Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const Instant instant =
        random.between(kFirstDay * kSecondsPerDay, (kLastDay + 1) * kSecondsPerDay);
    ASSERT_EQ(parse_instant(format_instant(instant)), instant);
  }
}

TEST(CalendarTime, ReadsInstantsWithAnyZone) {
  const Instant expected = testing::utc("2026-04-01T04:00:00Z");
  for (const char* text :
       {"2026-04-01T04:00Z", "2026-04-01t04:00:00z", "2026-04-01 04:00:00Z",
        "2026-04-01T06:00:00+02:00", "2026-04-01T06:00+0200", "2026-04-01T06:00:00+02",
        "2026-04-01T04:00:00.999Z", "2026-04-01T04:00:00,5Z", "2026-03-31T22:30:00-05:30",
        "2026-04-01T04:00:00-00:00", "2026-04-01T22:00:00+18:00"}) {
    EXPECT_EQ(parse_instant(text), expected) << text;
  }
}

TEST(CalendarTime, RefusesWhatIsNoInstant) {
  for (const char* text : {"",
                           "2026-04-01",
                           "2026-04-01T04:00:00",
                           "2026-04-01T04Z",
                           "2026-04-01T4:00Z",
                           "2026-04-01T24:00Z",
                           "2026-04-01T04:60Z",
                           "2026-04-01T04:00:60Z",
                           "2026-04-01T04:00:00.Z",
                           "2026-04-01T04:00Z ",
                           "2026-04-01T04:00+2",
                           "2026-04-01T04:00+02:",
                           "2026-04-01T04:00+02:0",
                           "2026-04-01T04:00+02:60",
                           "2026-04-01T04:00+18:01",
                           "2026-04-01T04:00 Z",
                           "2026-02-30T04:00Z",
                           "2026-04-01T04:00UTC",
                           "1900-01-01T00:30+01:00",
                           "2199-12-31T23:30-01:00"}) {
    EXPECT_EQ(parse_instant(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace leadpact::calendar
