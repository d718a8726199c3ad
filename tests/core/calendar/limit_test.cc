#include "core/calendar/limit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::calendar {
namespace {

using testing::at;
using testing::day;
using testing::local;
using testing::Random;
using testing::shown;
using testing::utc;
using testing::weekly;
using testing::zone;

Limit limit(const char* text) {
  const auto parsed = parse_limit(text);
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed.value_or(Limit{});
}

// Mon-Fri 9-17 in New York, whose Friday 2026-07-03 is a holiday; the data are
// from Los Angeles, the agreement is from London.
class CalendarLimit : public ::testing::Test {
 protected:
  static HoursSpec spec() {
    HoursSpec spec = weekly(zone("America/New_York"), {{at(9), at(17)}});
    spec.holidays = {day("2026-07-03")};
    return spec;
  }

  [[nodiscard]] Stamp time(const char* wall) const { return Stamp::at(local(ny_, wall)); }
  [[nodiscard]] static Stamp date(const char* text) { return Stamp::on(day(text)); }
  [[nodiscard]] bool met(const char* text, Stamp from, Stamp to) const {
    return is_met(limit(text), from, to, clock_);
  }
  [[nodiscard]] bool exceeded(const char* text, Stamp from, const char* as_of) const {
    return is_exceeded(limit(text), from, local(ny_, as_of), clock_);
  }
  [[nodiscard]] std::string due_at(const char* text, Stamp from) const {
    const auto instant = due(limit(text), from, clock_);
    return instant ? shown(ny_, *instant) : "never";
  }

  const Zone& ny_ = zone("America/New_York");
  const Hours hours_{spec()};
  const Clock clock_{&zone("Europe/London"), &zone("America/Los_Angeles"), &hours_};
};

TEST_F(CalendarLimit, ReadsWhatIsWritten) {
  const struct {
    const char* text;
    int amount;
    LimitUnit unit;
    bool business;
  } kCases[] = {
      {"30 minutes", 30, LimitUnit::minute, false},
      {"1 minute", 1, LimitUnit::minute, false},
      {"24 hours", 24, LimitUnit::hour, false},
      {"2 hour", 2, LimitUnit::hour, false},
      {"3 days", 3, LimitUnit::day, false},
      {"1 days", 1, LimitUnit::day, false},
      {"0 business days", 0, LimitUnit::day, true},
      {"4 business hours", 4, LimitUnit::hour, true},
      {"999999 business minutes", 999999, LimitUnit::minute, true},
      {"000007 days", 7, LimitUnit::day, false},
  };
  for (const auto& c : kCases) {
    const auto parsed = parse_limit(c.text);
    ASSERT_TRUE(parsed.has_value()) << c.text;
    EXPECT_EQ(parsed->amount, c.amount) << c.text;
    EXPECT_EQ(parsed->unit, c.unit) << c.text;
    EXPECT_EQ(parsed->business, c.business) << c.text;
  }
}

TEST_F(CalendarLimit, RefusesWhatIsNoLimit) {
  for (const char* text : {"",
                           " ",
                           "3",
                           "3 ",
                           "days",
                           " 3 days",
                           "3 days ",
                           "3  days",
                           "3\tdays",
                           "3days",
                           "-3 days",
                           "+3 days",
                           "3.5 days",
                           "1000000 days",
                           "3 weeks",
                           "3 Days",
                           "3 BUSINESS days",
                           "3 business",
                           "3 business ",
                           "3 businessdays",
                           "3 business  days",
                           "business 3 days",
                           "3 business business days",
                           "3 dayss",
                           "3 daysx",
                           "3 seconds",
                           "3 d",
                           "three days"}) {
    EXPECT_EQ(parse_limit(text), std::nullopt) << text;
  }
}

TEST_F(CalendarLimit, RealTimeIsExact) {
  const Stamp from = time("2026-06-05 16:00");
  EXPECT_TRUE(met("30 minutes", from, time("2026-06-05 16:30:00")));
  EXPECT_FALSE(met("30 minutes", from, time("2026-06-05 16:30:01")));
  EXPECT_FALSE(exceeded("30 minutes", from, "2026-06-05 16:30:00"));
  EXPECT_TRUE(exceeded("30 minutes", from, "2026-06-05 16:30:01"));
  EXPECT_EQ(due_at("30 minutes", from), "2026-06-05T16:30:00");
  EXPECT_EQ(due_at("24 hours", from), "2026-06-06T16:00:00");
  EXPECT_EQ(due_at("0 minutes", from), "2026-06-05T16:00:00");
  // A day is 24 h, also where the clocks of all zones change in it.
  EXPECT_EQ(due_at("1 day", time("2026-03-07 12:00")), "2026-03-08T13:00:00");
  EXPECT_TRUE(met("1 day", time("2026-03-07 12:00"), time("2026-03-08 13:00")));
  EXPECT_FALSE(met("1 day", time("2026-03-07 12:00"), time("2026-03-08 13:00:01")));
}

TEST_F(CalendarLimit, DaysBetweenDatesAreThoseOfTheDataset) {
  const Stamp from = date("2026-06-05");
  EXPECT_TRUE(met("3 days", from, date("2026-06-08")));
  EXPECT_FALSE(met("3 days", from, date("2026-06-09")));
  EXPECT_TRUE(met("0 days", from, from));
  // 23:59:59 in Los Angeles is 02:59:59 in New York.
  EXPECT_TRUE(met("3 days", from, time("2026-06-09 02:59:59")));
  EXPECT_FALSE(met("3 days", from, time("2026-06-09 03:00:00")));
  EXPECT_TRUE(met("3 days", time("2026-06-05 02:00"), date("2026-06-07")));
  EXPECT_FALSE(met("3 days", time("2026-06-05 02:00"), date("2026-06-08")));
  EXPECT_FALSE(exceeded("3 days", from, "2026-06-09 02:59:59"));
  EXPECT_TRUE(exceeded("3 days", from, "2026-06-09 03:00:00"));
  EXPECT_EQ(due_at("3 days", from), "2026-06-09T03:00:00");
}

TEST_F(CalendarLimit, BusinessTimeEndsAtClosingTime) {
  const Stamp from = time("2026-06-05 13:00");
  EXPECT_EQ(due_at("4 business hours", from), "2026-06-05T17:00:00");
  EXPECT_EQ(due_at("240 business minutes", from), "2026-06-05T17:00:00");
  EXPECT_EQ(due_at("5 business hours", from), "2026-06-08T10:00:00");
  EXPECT_EQ(due_at("0 business hours", from), "2026-06-05T13:00:00");
  // Used up at closing time, exceeded only once time is counted again.
  EXPECT_TRUE(met("4 business hours", from, time("2026-06-08 09:00:00")));
  EXPECT_FALSE(met("4 business hours", from, time("2026-06-08 09:00:01")));
  EXPECT_FALSE(exceeded("4 business hours", from, "2026-06-08 09:00:00"));
  EXPECT_TRUE(exceeded("4 business hours", from, "2026-06-08 09:00:01"));
  EXPECT_TRUE(met("0 business hours", time("2026-06-05 20:00"), time("2026-06-08 09:00")));
}

TEST_F(CalendarLimit, BusinessDaysEndAtACloseAfterTheDate) {
  EXPECT_EQ(due_at("2 business days", time("2026-06-01 00:00")), "2026-06-03T17:00:00");
  EXPECT_EQ(due_at("2 business days", time("2026-06-01 23:59:59")), "2026-06-03T17:00:00");
  EXPECT_EQ(due_at("1 business day", time("2026-06-05 10:00")), "2026-06-08T17:00:00");
  EXPECT_EQ(due_at("1 business day", time("2026-06-06 10:00")), "2026-06-08T17:00:00");
  EXPECT_EQ(due_at("1 business day", time("2026-07-02 10:00")), "2026-07-06T17:00:00");
  EXPECT_EQ(due_at("2 business days", date("2026-06-05")), "2026-06-09T17:00:00");
  EXPECT_TRUE(met("2 business days", time("2026-06-01 10:00"), time("2026-06-03 17:00:00")));
  EXPECT_FALSE(met("2 business days", time("2026-06-01 10:00"), time("2026-06-03 17:00:01")));
  EXPECT_FALSE(exceeded("2 business days", time("2026-06-01 10:00"), "2026-06-03 17:00:00"));
  EXPECT_TRUE(exceeded("2 business days", time("2026-06-01 10:00"), "2026-06-03 17:00:01"));
  // A `to` that is a date alone: no later than that day.
  EXPECT_TRUE(met("2 business days", time("2026-06-01 10:00"), date("2026-06-03")));
  EXPECT_FALSE(met("2 business days", time("2026-06-01 10:00"), date("2026-06-04")));
  EXPECT_TRUE(met("1 business day", date("2026-06-05"), date("2026-06-08")));
  EXPECT_FALSE(met("1 business day", date("2026-06-05"), date("2026-06-09")));
}

TEST_F(CalendarLimit, TheDateOfBusinessDaysIsThatOfTheCalendar) {
  // Monday 21:30 in Los Angeles, but Tuesday in New York.
  EXPECT_EQ(due_at("1 business day", time("2026-06-02 00:30")), "2026-06-03T17:00:00");
}

TEST_F(CalendarLimit, NoBusinessDayEndsAtTheCloseStillAhead) {
  const char* same_day = "0 business days";
  EXPECT_EQ(due_at(same_day, time("2026-06-01 03:00")), "2026-06-01T17:00:00");
  EXPECT_EQ(due_at(same_day, time("2026-06-01 16:59:59")), "2026-06-01T17:00:00");
  EXPECT_EQ(due_at(same_day, time("2026-06-01 17:00:00")), "2026-06-02T17:00:00");
  EXPECT_EQ(due_at(same_day, time("2026-06-05 18:00")), "2026-06-08T17:00:00");
  EXPECT_EQ(due_at(same_day, time("2026-06-06 10:00")), "2026-06-08T17:00:00");
  EXPECT_EQ(due_at(same_day, date("2026-06-01")), "2026-06-01T17:00:00");
  EXPECT_EQ(due_at(same_day, date("2026-06-06")), "2026-06-08T17:00:00");
  EXPECT_EQ(due_at(same_day, date("1950-06-01")), "1950-06-01T17:00:00");
  EXPECT_TRUE(met(same_day, date("2026-06-01"), date("2026-06-01")));
  EXPECT_FALSE(met(same_day, date("2026-06-01"), date("2026-06-02")));
  EXPECT_TRUE(met(same_day, time("2026-06-01 18:00"), date("2026-06-02")));
  EXPECT_TRUE(met(same_day, date("2026-06-01"), time("2026-06-01 17:00")));
  EXPECT_FALSE(met(same_day, date("2026-06-01"), time("2026-06-01 17:00:01")));
}

TEST_F(CalendarLimit, SaysNothingAboutADateInHours) {
  const Stamp time_of_day = time("2026-06-01 10:00");
  for (const char* text : {"30 minutes", "4 hours", "4 business hours", "30 business minutes"}) {
    EXPECT_FALSE(applies(limit(text), date("2026-06-01"))) << text;
    EXPECT_TRUE(applies(limit(text), time_of_day)) << text;
  }
  for (const char* text : {"3 days", "2 business days"}) {
    EXPECT_TRUE(applies(limit(text), date("2026-06-01"))) << text;
    EXPECT_TRUE(applies(limit(text), time_of_day)) << text;
  }
}

TEST_F(CalendarLimit, BeforeIsByDatesWhereOneIsADateAlone) {
  EXPECT_TRUE(is_before(time("2026-06-01 09:59:59"), time("2026-06-01 10:00"), clock_));
  EXPECT_FALSE(is_before(time("2026-06-01 10:00"), time("2026-06-01 10:00"), clock_));
  EXPECT_FALSE(is_before(date("2026-06-01"), time("2026-06-01 23:00"), clock_));
  EXPECT_FALSE(is_before(date("2026-06-01"), time("2026-06-02 02:59"), clock_));
  EXPECT_TRUE(is_before(date("2026-06-01"), time("2026-06-02 03:00"), clock_));
  EXPECT_TRUE(is_before(time("2026-06-01 02:59"), date("2026-06-01"), clock_));
  EXPECT_TRUE(is_before(date("2026-05-31"), date("2026-06-01"), clock_));
  EXPECT_FALSE(is_before(date("2026-06-01"), date("2026-06-01"), clock_));
}

TEST_F(CalendarLimit, ALimitTheCalendarCannotUseUpIsMetForEver) {
  const Stamp from = time("2199-12-30 10:00");
  const Stamp to = Stamp::at(utc("2199-12-31T23:59:59Z"));
  for (const char* text :
       {"999999 business hours", "999999 business days", "5 business days", "40 business hours"}) {
    EXPECT_TRUE(met(text, from, to)) << text;
    EXPECT_TRUE(met(text, from, date("2199-12-31")) || limit(text).unit != LimitUnit::day) << text;
    EXPECT_FALSE(exceeded(text, from, "2199-12-31 18:00")) << text;
    EXPECT_EQ(due_at(text, from), "never") << text;
  }
  EXPECT_EQ(due_at("999999 business days", date("2026-01-01")), "never");
}

TEST_F(CalendarLimit, LargeAndEarlyValuesDoNotOverflow) {
  const Stamp early = Stamp::at(local(ny_, "1900-01-02 00:00"));
  EXPECT_TRUE(met("999999 days", early, Stamp::at(utc("2199-12-31T00:00:00Z"))));
  EXPECT_FALSE(met("100 days", early, Stamp::at(utc("2199-12-31T00:00:00Z"))));
  EXPECT_TRUE(met("999999 days", Stamp::on(kFirstDay), Stamp::on(kLastDay)));
  EXPECT_EQ(due(limit("999999 days"), Stamp::at(0), clock_), 999999 * kSecondsPerDay);
  // Los Angeles still keeps its daylight saving time after 2200.
  EXPECT_EQ(due(limit("100000 days"), date("2026-01-01"), clock_),
            (day("2026-01-01") + 100001) * kSecondsPerDay + 7 * 3600);
  EXPECT_EQ(day_of(Stamp::at(-1), zone("UTC")), -1);
  EXPECT_EQ(Stamp::at(-1).instant(), -1);
  EXPECT_EQ(Stamp::on(-1).day(), -1);
}

TEST_F(CalendarLimit, StampsKeepTheirKind) {
  EXPECT_FALSE(Stamp().has_value());
  EXPECT_EQ(Stamp(), Stamp::empty());
  EXPECT_FALSE(Stamp::empty().is_invalid());
  EXPECT_TRUE(Stamp::invalid().is_invalid());
  EXPECT_FALSE(Stamp::invalid().has_value());
  EXPECT_TRUE(Stamp::other_order().is_invalid());
  EXPECT_TRUE(Stamp::other_order().is_other_order());
  EXPECT_FALSE(Stamp::invalid().is_other_order());
  EXPECT_FALSE(Stamp::other_order().has_value());
  for (const Day day : {kFirstDay, -1, 0, 1, kLastDay}) {
    EXPECT_TRUE(Stamp::on(day).has_value() && Stamp::on(day).date_only());
    EXPECT_EQ(Stamp::on(day).day(), day);
    const Stamp midnight = Stamp::at(day * kSecondsPerDay);
    EXPECT_TRUE(midnight.has_value() && !midnight.date_only());
    EXPECT_EQ(midnight.instant(), day * kSecondsPerDay);
  }
}

// Whatever the limit: up to its due instant it is met, after it it is not; but
// business time is exceeded only when a second of it has been counted.
TEST_F(CalendarLimit, DueSeparatesMetFromExceeded) {
  Random random(21);
  for (const char* name : {"America/New_York", "Australia/Lord_Howe", "Pacific/Apia"}) {
    HoursSpec spec = weekly(zone(name), {{at(8, 30), at(12)}, {at(13), at(24)}}, 6);
    spec.holidays = {20500, 20501, 20600};
    const Hours hours(spec);
    const Clock clock = {&zone("UTC"), &zone(name), &hours};
    for (int i = 0; i < 4000; ++i) {
      const Limit limit = {
          random.below(random.one_in(2) ? 4 : 60),
          random.pick<LimitUnit>({LimitUnit::minute, LimitUnit::hour, LimitUnit::day}),
          random.one_in(2)};
      const Instant instant = random.between(1300000000, 1900000000);
      const bool date_only = limit.unit == LimitUnit::day && random.one_in(2);
      const Stamp from = date_only ? Stamp::on(day_of(instant)) : Stamp::at(instant);
      const auto due_at = due(limit, from, clock);
      ASSERT_TRUE(due_at.has_value());
      const bool counted = limit.business && limit.unit != LimitUnit::day;
      // The due midnight of days from a date alone is already too late.
      const Instant last = date_only && !limit.business ? *due_at - 1 : *due_at;
      ASSERT_TRUE(is_met(limit, from, Stamp::at(last), clock));
      ASSERT_FALSE(is_exceeded(limit, from, last, clock));
      const Instant late = counted ? *hours.add_business(*due_at, 1) : last + 1;
      ASSERT_FALSE(is_met(limit, from, Stamp::at(late), clock));
      ASSERT_TRUE(is_exceeded(limit, from, late, clock));
      if (counted) {
        ASSERT_TRUE(is_met(limit, from, Stamp::at(late - 1), clock));
      }
    }
  }
}

}  // namespace
}  // namespace leadpact::calendar
