// Painting a week: worked cases, and any strokes against a week of minutes.
#include "core/agreement/week.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "core/agreement/opening.h"
#include "core/agreement/wording.h"

namespace leadpact::agreement {
namespace {

Calendar with_monday(std::vector<std::pair<std::string, std::string>> hours) {
  Calendar calendar;
  for (const auto& [from, to] : hours)
    calendar.week.push_back({"mon", from, to});
  return calendar;
}

std::string monday(const Calendar& calendar) {
  std::string text;
  for (const OpeningInterval& each : calendar.week) {
    if (each.day == "mon") text += (text.empty() ? "" : ", ") + each.from + "-" + each.to;
  }
  return text;
}

TEST(Week, IsPaintedToTheMinute) {
  Calendar calendar = with_monday({{"09:00", "17:00"}});
  paint(calendar, {0, 0, 12 * 60, 13 * 60, false});
  EXPECT_EQ(monday(calendar), "09:00-12:00, 13:00-17:00");
  calendar = with_monday({{"08:45", "12:00"}});
  paint(calendar, {0, 0, 12 * 60, 12 * 60 + 30, true});
  EXPECT_EQ(monday(calendar), "08:45-12:30");
  paint(calendar, {0, 0, 9 * 60, 9 * 60 + 30, false});
  EXPECT_EQ(monday(calendar), "08:45-09:00, 09:30-12:30");
  paint(calendar, {0, 0, 0, 24 * 60, true});
  EXPECT_EQ(monday(calendar), "00:00-24:00");
}

TEST(Week, WhatWouldBeOpenAsBeforeStaysAsItIsWritten) {
  Calendar calendar = with_monday({{"13:00", "17:00"}, {"09:00", "12:00"}, {"11:00", "13:00"}});
  const Calendar before = calendar;
  paint(calendar, {0, 0, 9 * 60, 10 * 60, true});
  paint(calendar, {0, 0, 18 * 60, 19 * 60, false});
  paint(calendar, {0, 0, 10 * 60, 10 * 60, false});
  paint(calendar, {0, 0, -100, 0, true});
  EXPECT_EQ(calendar, before);
}

TEST(Week, WhatIsNoTimeIsKeptForAPersonToMend) {
  Calendar calendar = with_monday({{"mornings", ""}, {"09:00", "12:00"}, {"17:00", "09:00"}});
  paint(calendar, {0, 0, 9 * 60, 9 * 60 + 30, false});
  EXPECT_EQ(monday(calendar), "09:30-12:00, mornings-, 17:00-09:00");
  copy_hours(calendar, 0, 1, 4);
  EXPECT_EQ(calendar.week.size(), 15u);
  EXPECT_EQ(calendar.week[4], (OpeningInterval{"tue", "mornings", ""}));
}

TEST(Week, OneStrokeIsThatOfSeveralDaysInTheOrderOfTheWeek) {
  Calendar calendar;
  calendar.week = {{"sun", "10:00", "12:00"}, {"mon", "09:00", "12:00"}};
  paint(calendar, {1, 2, 600, 660, true});
  EXPECT_EQ(calendar.week, (std::vector<OpeningInterval>{{"mon", "09:00", "12:00"},
                                                         {"tue", "10:00", "11:00"},
                                                         {"wed", "10:00", "11:00"},
                                                         {"sun", "10:00", "12:00"}}));
}

// Every stroke in a week of ten thousand minutes, and in the calendar.
TEST(Week, AnyStrokesLeaveASortedWeekAndNoOtherMinuteChanged) {
  std::mt19937 engine(20261130);
  const auto below = [&](int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 300; ++round) {
    Calendar calendar;
    std::array<std::array<bool, 1440>, 7> open{};
    for (int i = below(12); i > 0; --i) {
      const auto day = static_cast<std::size_t>(below(7));
      const int from = below(1440);
      const int to = from + 1 + below(1440 - from);
      calendar.week.push_back({std::string(kWeekdays[day].first), time_text(from), time_text(to)});
      for (int minute = from; minute < to; ++minute)
        open[day][static_cast<std::size_t>(minute)] = true;
    }
    for (int strokes = 1 + below(8); strokes > 0; --strokes) {
      const int first = below(7), last = first + below(7 - first);
      const int from = below(48) * 30, to = from + 30 + below(48 - from / 30) * 30;
      const bool opens = below(2) == 0;
      paint(calendar, {first, last, from, to, opens});
      for (int day = first; day <= last; ++day) {
        for (int minute = from; minute < to; ++minute)
          open[static_cast<std::size_t>(day)][static_cast<std::size_t>(minute)] = opens;
      }
      // What was painted last is written in order and without overlaps.
      for (int day = first; day <= last; ++day) {
        const auto id = kWeekdays[static_cast<std::size_t>(day)].first;
        int end = -1;
        for (const OpeningInterval& each : calendar.week) {
          if (each.day != id) continue;
          ASSERT_TRUE(parse_opening(each.from) && parse_closing(each.to)) << each.from;
          ASSERT_LT(*parse_opening(each.from), *parse_closing(each.to));
        }
        for (const calendar::DayInterval& each : opening_of(calendar, day)) {
          ASSERT_GT(each.from, end);
          ASSERT_GT(each.to, each.from);
          end = each.to;
        }
      }
    }
    for (std::size_t day = 0; day < 7; ++day) {
      std::array<bool, 1440> found{};
      for (const OpeningInterval& each : calendar.week) {
        if (each.day != kWeekdays[day].first) continue;
        for (int minute = *parse_opening(each.from); minute < *parse_closing(each.to); ++minute)
          found[static_cast<std::size_t>(minute)] = true;
      }
      ASSERT_EQ(found, open[day]) << "round " << round << ", " << kWeekdays[day].second;
    }
  }
}

TEST(Week, HoursInTheSentenceLeadToTheirDay) {
  Calendar calendar;
  for (const char* day : {"mon", "tue", "thu"}) {
    calendar.week.push_back({day, "09:00", "12:00"});
    calendar.week.push_back({day, "13:00", "17:00"});
  }
  calendar.week.push_back({"fri", "09:00", "12:00"});
  calendar.special_days.push_back({"2026-12-24", "09:00", "11:00"});
  const std::string words =
      "“Office” is open on Monday, Tuesday and Thursday from 09:00 to 12:00 and 13:00 to 17:00, "
      "and on Friday from 09:00 to 12:00, by the clocks of Europe/Berlin. On 24 December 2026 it "
      "is open from 09:00 to 11:00 only.";
  std::string told;
  for (const Span& span : spans_of_hours(calendar, words))
    told += span.key + " " + words.substr(span.begin, span.end - span.begin) + "; ";
  EXPECT_EQ(told,
            "week.mon 09:00 to 12:00; week.mon 13:00 to 17:00; week.fri 09:00 to 12:00; "
            "special_days 09:00 to 11:00; ");
  EXPECT_TRUE(spans_of_hours(calendar, "").empty());
  EXPECT_TRUE(spans_of_hours(calendar, "“09:00 to 12:00").empty());
}

}  // namespace
}  // namespace leadpact::agreement
