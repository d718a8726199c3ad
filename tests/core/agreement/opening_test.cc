#include "core/agreement/opening.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/calendar/hours.h"
#include "core/calendar/time.h"

namespace leadpact::agreement {
namespace {

TEST(Opening, HoursAreWrittenOneWay) {
  EXPECT_EQ(parse_opening("00:00"), 0);
  EXPECT_EQ(parse_opening("09:05"), 545);
  EXPECT_EQ(parse_opening("23:59"), 1439);
  EXPECT_EQ(parse_closing("24:00"), 1440);
  for (const char* wrong : {"", "9:00", "24:01", "25:00", "12:60", "12.30", " 9:00", "09:00 ",
                            "0900", "09:0", "-1:00", "09:00:00", "ab:cd", "+9:00"}) {
    EXPECT_FALSE(parse_opening(wrong).has_value()) << wrong;
    EXPECT_FALSE(parse_closing(wrong).has_value()) << wrong;
  }
  EXPECT_FALSE(parse_opening("24:00").has_value());
  EXPECT_EQ(parse_weekday("mon"), 0);
  EXPECT_EQ(parse_weekday("sun"), 6);
  EXPECT_FALSE(parse_weekday("Mon").has_value());
  EXPECT_FALSE(parse_weekday("").has_value());
}

TEST(Opening, ACalendarBecomesHours) {
  Calendar calendar;
  calendar.time_zone = "Europe/Berlin";
  calendar.week = {{"mon", "09:00", "17:00"}, {"mon", "18:00", "24:00"}, {"day", "09:00", "17:00"}};
  calendar.holidays = {"2026-12-25", "no date"};
  calendar.special_days = {{"2026-12-24", "09:00", "12:00"}, {"2026-12-24", "9", "12:00"}};
  const calendar::HoursSpec spec = hours_spec(calendar);
  ASSERT_NE(spec.zone, nullptr);
  EXPECT_EQ(spec.zone->name(), "Europe/Berlin");
  ASSERT_EQ(spec.week[0].size(), 2u);
  EXPECT_EQ(spec.week[0][1].to, 1440);
  EXPECT_TRUE(spec.week[1].empty());
  EXPECT_EQ(spec.holidays.size(), 1u);
  EXPECT_EQ(spec.special_days.size(), 1u);
}

// is_never_open() is a short cut and must agree with the hours themselves.
void expect_agreement(const calendar::HoursSpec& spec, const std::string& what) {
  EXPECT_EQ(is_never_open(spec), calendar::Hours(spec).never_open()) << what;
}

TEST(Opening, NeverOpenIsWhatTheHoursSay) {
  calendar::HoursSpec spec;
  spec.zone = calendar::Zone::find("America/New_York");
  ASSERT_NE(spec.zone, nullptr);
  expect_agreement(spec, "nothing");
  const calendar::Day spring = *calendar::parse_day("2026-03-08");
  spec.special_days = {{spring, {120, 180}}};  // 02:00 to 03:00 does not exist
  expect_agreement(spec, "in a gap");
  EXPECT_TRUE(is_never_open(spec));
  spec.special_days = {{spring, {120, 181}}};
  expect_agreement(spec, "a minute behind a gap");
  EXPECT_FALSE(is_never_open(spec));

  spec = {};
  spec.zone = calendar::Zone::find("Pacific/Apia");
  ASSERT_NE(spec.zone, nullptr);
  spec.special_days = {{*calendar::parse_day("2011-12-30"), {540, 1020}}};
  expect_agreement(spec, "a date that the zone skips");
  EXPECT_TRUE(is_never_open(spec));

  // Every Monday there is, a holiday.
  spec = {};
  spec.zone = calendar::Zone::find("UTC");
  spec.week[0] = {{540, 1020}};
  for (calendar::Day day = calendar::kFirstDay; day <= calendar::kLastDay; ++day) {
    if (calendar::weekday(day) == 0) spec.holidays.push_back(day);
  }
  expect_agreement(spec, "all holidays");
  EXPECT_TRUE(is_never_open(spec));
  spec.holidays.pop_back();
  expect_agreement(spec, "all but one");
  EXPECT_FALSE(is_never_open(spec));
  spec.special_days = {{spec.holidays.front(), {0, 1}}};
  expect_agreement(spec, "special and holiday");
}

TEST(Opening, NeverOpenIsWhatTheHoursSayAtRandom) {
  std::mt19937 engine(7);
  const char* zones[] = {"America/New_York", "Pacific/Apia", "Australia/Lord_Howe"};
  for (int i = 0; i < 60; ++i) {
    calendar::HoursSpec spec;
    spec.zone = calendar::Zone::find(zones[engine() % 3]);
    ASSERT_NE(spec.zone, nullptr);
    const calendar::Day base =
        *calendar::parse_day(engine() % 2 == 0 ? "2011-12-28" : "2026-03-07");
    for (auto n = engine() % 3; n > 0; --n) {
      const int from = static_cast<int>(engine() % 240);
      spec.special_days.push_back({base + static_cast<calendar::Day>(engine() % 4),
                                   {from, from + 1 + static_cast<int>(engine() % 60)}});
    }
    if (engine() % 4 == 0) spec.week[engine() % 7] = {{120, 150}};
    if (engine() % 2 == 0) spec.holidays = {base, base + 1};
    expect_agreement(spec, std::to_string(i));
  }
}

}  // namespace
}  // namespace leadpact::agreement
