#include "core/calendar/hours.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::calendar {
namespace {

using testing::at;
using testing::day;
using testing::local;
using testing::shown;
using testing::utc;
using testing::weekly;
using testing::zone;

const Zone& new_york() {
  return zone("America/New_York");
}

HoursSpec office() {
  return weekly(new_york(), {{at(9), at(17)}});
}
HoursSpec always(const Zone& zone) {
  return weekly(zone, {{0, at(24)}}, 7);
}
HoursSpec with_lunch() {
  return weekly(new_york(), {{at(9), at(12)}, {at(13), at(17)}});
}

TEST(CalendarHours, HeaderTable) {
  const Zone& ny = new_york();
  const Hours office_hours(office());
  EXPECT_EQ(
      office_hours.business_seconds(local(ny, "2026-06-05 16:40"), local(ny, "2026-06-08 10:12")),
      (60 + 32) * 60);
  EXPECT_EQ(
      office_hours.business_seconds(local(ny, "2026-06-05 17:00"), local(ny, "2026-06-08 09:00")),
      0);
  EXPECT_EQ(Hours(with_lunch())
                .business_seconds(local(ny, "2026-06-02 11:30"), local(ny, "2026-06-02 13:30")),
            3600);
  EXPECT_EQ(Hours(always(ny))
                .business_seconds(local(ny, "2026-03-08 00:00"), local(ny, "2026-03-09 00:00")),
            23 * 3600);
}

// domain.md, 4.3. Mondays are 2026-06-01 and 2026-06-08 unless clocks change.
TEST(CalendarHours, GoldenCases) {
  const Zone& ny = new_york();
  const Hours nine_to_five(office());
  const Hours eight_to_six(weekly(ny, {{at(8), at(18)}}));
  const Hours eight_to_five(weekly(ny, {{at(8), at(17)}}));
  const Hours lunch(with_lunch());
  const Hours all_day(always(ny));
  const Hours night_shift(weekly(ny, {{at(1), at(4)}}, 7));
  const struct {
    const char* name;
    const Hours* hours;
    const char* from;
    int minutes;
    const char* due;
  } kCases[] = {
      {"airclou", &nine_to_five, "2026-06-05 16:00", at(4), "2026-06-08T12:00:00"},
      {"chatwoot", &nine_to_five, "2026-06-05 16:30", at(1), "2026-06-08T09:30:00"},
      {"freescout", &nine_to_five, "2026-06-04 16:00", at(4), "2026-06-05T12:00:00"},
      {"GLPI", &eight_to_six, "2026-06-01 17:00", at(4), "2026-06-02T11:00:00"},
      {"GLPI, an hour before", &eight_to_six, "2026-06-01 17:00", at(3), "2026-06-02T10:00:00"},
      {"ticket0", &nine_to_five, "2026-06-05 17:00", at(4), "2026-06-08T13:00:00"},
      {"HELPDESK.AI", &nine_to_five, "2026-06-05 16:00", at(8), "2026-06-08T16:00:00"},
      {"HELPDESK.AI", &nine_to_five, "2026-06-05 16:00", at(2), "2026-06-08T10:00:00"},
      {"ServiceNow, 24 h", &nine_to_five, "2026-06-01 09:00", at(24), "2026-06-03T17:00:00"},
      {"lunch", &lunch, "2026-06-01 11:30", at(1), "2026-06-01T13:30:00"},
      {"spring", &all_day, "2026-03-07 12:00", at(24), "2026-03-08T13:00:00"},
      {"autumn", &all_day, "2026-10-31 12:00", at(24), "2026-11-01T11:00:00"},
      {"shift in the gap", &night_shift, "2026-03-08 01:00", at(3), "2026-03-09T02:00:00"},
      {"exact fit", &nine_to_five, "2026-06-01 09:00", at(8), "2026-06-01T17:00:00"},
      {"nineminds, put right", &eight_to_five, "2026-06-05 16:00", at(4), "2026-06-08T11:00:00"},
      {"eesel, put right", &nine_to_five, "2026-06-05 17:00", at(8), "2026-06-08T17:00:00"},
  };
  for (const auto& c : kCases) {
    const Instant from = local(ny, c.from);
    const auto due = c.hours->add_business(from, c.minutes * 60);
    ASSERT_TRUE(due.has_value()) << c.name;
    EXPECT_EQ(shown(ny, *due), c.due) << c.name;
    EXPECT_EQ(c.hours->business_seconds(from, *due), c.minutes * 60) << c.name;
    EXPECT_LT(c.hours->business_seconds(from, *due - 1), c.minutes * 60) << c.name;
  }
  EXPECT_EQ(
      nine_to_five.business_seconds(local(ny, "2026-06-01 14:00"), local(ny, "2026-06-02 09:00")),
      3 * 3600);
  EXPECT_EQ(
      eight_to_five.business_seconds(local(ny, "2026-06-05 21:00"), local(ny, "2026-06-08 09:30")),
      90 * 60);
}

TEST(CalendarHours, ADayOfTwentyFourHoursLastsAsLongAsItDoes) {
  const struct {
    const char* zone;
    const char* day;
    int minutes;
  } kCases[] = {
      {"America/New_York", "2026-03-08", 23 * 60},
      {"America/New_York", "2026-11-01", 25 * 60},
      {"America/New_York", "2026-06-01", 24 * 60},
      {"Australia/Lord_Howe", "2026-10-04", 1410},
      {"Australia/Lord_Howe", "2026-04-05", 1470},
      {"America/Sao_Paulo", "2018-11-04", 23 * 60},
      {"America/Sao_Paulo", "2018-02-17", 25 * 60},
      {"Pacific/Apia", "2011-12-30", 0},
      {"Pacific/Apia", "2011-12-29", 24 * 60},
      {"Pacific/Apia", "2011-12-31", 24 * 60},
      {"Europe/Dublin", "2026-10-25", 25 * 60},
      {"UTC", "1900-01-01", 24 * 60},
      {"UTC", "2199-12-31", 24 * 60},
  };
  for (const auto& c : kCases) {
    HoursSpec spec;
    spec.zone = &zone(c.zone);
    spec.special_days.push_back({day(c.day), {0, at(24)}});
    const Hours hours(spec);
    const Instant start = spec.zone->start_of(day(c.day));
    EXPECT_EQ(hours.business_seconds(start - 10 * 86400, start + 10 * 86400), c.minutes * 60)
        << c.zone << " " << c.day;
    EXPECT_EQ(hours.never_open(), c.minutes == 0);
    EXPECT_EQ(hours.close_of(day(c.day)).has_value(), c.minutes != 0);
  }
}

TEST(CalendarHours, AnIntervalInsideTheGapIsNoneOrShrinks) {
  const Zone& london = zone("Europe/London");
  const Day gap = day("2026-03-29");  // 01:00 becomes 02:00
  const auto opened = [&](int from, int to) {
    HoursSpec spec;
    spec.zone = &london;
    spec.special_days.push_back({gap, {from, to}});
    const Hours hours(spec);
    return hours.business_seconds(london.start_of(gap), london.start_of(gap + 1));
  };
  EXPECT_EQ(opened(at(0, 30), at(2, 30)), 3600);
  EXPECT_EQ(opened(at(1), at(2)), 0);
  // Each end is moved out of the gap by itself: 01:30 is 02:30, and 02:15 is
  // before it.
  EXPECT_EQ(opened(at(1, 30), at(2, 15)), 0);
  EXPECT_EQ(opened(at(1, 30), at(2, 45)), 15 * 60);
  EXPECT_EQ(opened(at(1, 15), at(1, 45)), 30 * 60);  // 02:15 to 02:45
}

TEST(CalendarHours, AHolidayIsClosedAndASpecialDayReplaces) {
  HoursSpec spec = office();
  spec.holidays = {day("2026-06-02"), day("2026-06-03"), day("2026-06-06"), day("2026-06-02")};
  spec.special_days = {{day("2026-06-06"), {at(10), at(12)}},
                       {day("2026-06-03"), {at(13), at(14)}},
                       {day("2026-06-03"), {at(8), at(9)}},
                       {day("2026-06-04"), {at(11), at(12)}}};
  const Hours hours(spec);
  const Zone& ny = new_york();
  const auto opened = [&](const char* date) {
    return hours.business_seconds(ny.start_of(day(date)), ny.start_of(day(date) + 1)) / 3600;
  };
  EXPECT_EQ(opened("2026-06-01"), 8);
  EXPECT_EQ(opened("2026-06-02"), 0);
  EXPECT_EQ(opened("2026-06-03"), 2);  // both a holiday and special
  EXPECT_EQ(opened("2026-06-04"), 1);
  EXPECT_EQ(opened("2026-06-05"), 8);
  EXPECT_EQ(opened("2026-06-06"), 2);
  EXPECT_EQ(hours.close_of(day("2026-06-03")), local(ny, "2026-06-03 14:00"));
  EXPECT_EQ(hours.close_of(day("2026-06-02")), std::nullopt);
  EXPECT_EQ(hours.working_day_after(day("2026-06-01"), 1), day("2026-06-03"));
  EXPECT_EQ(hours.working_day_after(day("2026-06-01"), 4), day("2026-06-06"));
  EXPECT_EQ(hours.working_day_after(day("2026-06-01"), 5), day("2026-06-08"));
}

TEST(CalendarHours, WhatSeveralIntervalsCoverCountsOnce) {
  const Zone& ny = new_york();
  const Hours hours(
      weekly(ny, {{at(13), at(17)}, {at(9), at(12)}, {at(11), at(14)}, {at(9, 30), at(10)}}));
  const Instant morning = local(ny, "2026-06-01 00:00");
  const Instant night = local(ny, "2026-06-02 00:00");
  EXPECT_EQ(hours.business_seconds(morning, night), 8 * 3600);
  const auto spans = hours.open_spans(morning, night);
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].open, local(ny, "2026-06-01 09:00"));
  EXPECT_EQ(spans[0].close, local(ny, "2026-06-01 17:00"));
}

TEST(CalendarHours, OpenSpansJoinNightsAndAreCutAtTheEnds) {
  const Zone& ny = new_york();
  const Hours nights(weekly(ny, {{at(22), at(24)}, {0, at(6)}}, 7));
  const auto spans =
      nights.open_spans(local(ny, "2026-06-01 23:00"), local(ny, "2026-06-03 01:00"));
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(shown(ny, spans[0].open), "2026-06-01T23:00:00");
  EXPECT_EQ(shown(ny, spans[0].close), "2026-06-02T06:00:00");
  EXPECT_EQ(shown(ny, spans[1].open), "2026-06-02T22:00:00");
  EXPECT_EQ(shown(ny, spans[1].close), "2026-06-03T01:00:00");
  EXPECT_TRUE(nights.open_spans(100, 100).empty());
  EXPECT_TRUE(nights.open_spans(100, 50).empty());
}

TEST(CalendarHours, EndsOfTheRange) {
  for (const char* name : {"UTC", "America/New_York", "Pacific/Auckland", "Pacific/Pago_Pago"}) {
    SCOPED_TRACE(name);
    const Zone& zone = testing::zone(name);
    const Hours hours(always(zone));
    const Instant first = zone.start_of(kFirstDay);
    const Instant end = zone.start_of(kLastDay + 1);
    const Instant before = first - 1000 * kSecondsPerDay;
    const Instant after = end + 1000 * kSecondsPerDay;
    EXPECT_EQ(hours.business_seconds(before, after), end - first);
    EXPECT_EQ(hours.business_seconds(before, first), 0);
    EXPECT_EQ(hours.business_seconds(before, first + 1), 1);
    EXPECT_EQ(hours.business_seconds(end, after), 0);
    EXPECT_EQ(hours.business_seconds(end - 1, after), 1);
    EXPECT_EQ(hours.business_seconds(after, before), 0);
    EXPECT_EQ(hours.add_business(before, 1), first + 1);
    EXPECT_EQ(hours.add_business(before, end - first), end);
    EXPECT_EQ(hours.add_business(before, end - first + 1), std::nullopt);
    EXPECT_EQ(hours.add_business(after, 1), std::nullopt);
    EXPECT_EQ(hours.add_business(after, 0), after);
    const auto spans = hours.open_spans(before, after);
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_EQ(spans[0].open, first);
    EXPECT_EQ(spans[0].close, end);
    EXPECT_EQ(hours.close_of(kLastDay), end);
    EXPECT_EQ(hours.close_of(kLastDay + 1), std::nullopt);
    EXPECT_EQ(hours.close_of(kFirstDay - 1), std::nullopt);
  }
}

TEST(CalendarHours, WorkingDaysAtTheEndsOfTheRange) {
  const Hours hours(always(zone("UTC")));
  EXPECT_EQ(hours.working_day_after(kLastDay, 1), std::nullopt);
  EXPECT_EQ(hours.working_day_after(kLastDay + 1, 1), std::nullopt);
  EXPECT_EQ(hours.working_day_after(kLastDay - 1, 1), kLastDay);
  EXPECT_EQ(hours.working_day_after(kLastDay - 1, 2), std::nullopt);
  EXPECT_EQ(hours.working_day_after(kFirstDay - 9, 1), kFirstDay);
  EXPECT_EQ(hours.working_day_after(kFirstDay, kLastDay - kFirstDay), kLastDay);
  EXPECT_EQ(hours.working_day_after(kFirstDay, kLastDay - kFirstDay + 1), std::nullopt);
  EXPECT_EQ(hours.working_day_after(kFirstDay, 999999), std::nullopt);
  EXPECT_EQ(hours.working_day_after(0, 0), std::nullopt);
}

TEST(CalendarHours, AnIntervalWithoutLengthIsNone) {
  HoursSpec spec = office();
  spec.week[5] = {{at(9), at(9)}, {at(12), at(10)}};
  spec.special_days = {{day("2026-06-02"), {at(9), at(9)}}};
  const Hours hours(spec);
  EXPECT_EQ(hours.working_day_after(day("2026-06-05"), 1), day("2026-06-08"));
  EXPECT_EQ(hours.working_day_after(day("2026-06-01"), 1), day("2026-06-03"));
}

TEST(CalendarHours, ACalendarThatNeverOpens) {
  const Zone& ny = new_york();
  HoursSpec spec;
  spec.zone = &ny;
  spec.special_days.push_back({day("2026-03-08"), {at(2), at(3)}});  // only the gap
  const Hours hours(spec);
  EXPECT_TRUE(hours.never_open());
  EXPECT_FALSE(Hours(office()).never_open());
  EXPECT_EQ(hours.business_seconds(0, 4000000000), 0);
  EXPECT_EQ(hours.add_business(0, 1), std::nullopt);
  EXPECT_EQ(hours.add_business(0, 0), 0);
  EXPECT_EQ(hours.close_of(day("2026-03-08")), std::nullopt);
  EXPECT_EQ(hours.working_day_after(0, 1), std::nullopt);
  EXPECT_TRUE(hours.open_spans(0, 4000000000).empty());
}

TEST(CalendarHours, WorkingDaysAreCountedOverYears) {
  const Hours hours(office());
  // 52 weeks and a day from Monday 2026-06-01, at five a week.
  EXPECT_EQ(hours.working_day_after(day("2026-06-01"), 260), day("2027-05-31"));
  Day walked = day("2026-06-01");
  for (int n = 1; n <= 500; ++n) {
    do {
      ++walked;
    } while (weekday(walked) >= 5);
    ASSERT_EQ(hours.working_day_after(day("2026-06-01"), n), walked) << n;
  }
}

}  // namespace
}  // namespace leadpact::calendar
