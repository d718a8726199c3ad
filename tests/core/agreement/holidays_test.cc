// Days off as people type and paste them.
#include "core/agreement/holidays.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/agreement/week.h"

namespace leadpact::agreement {
namespace {

Calendar office() {
  Calendar calendar;
  paint(calendar, {0, 4, 9 * 60, 17 * 60, true});
  paint(calendar, {0, 4, 12 * 60, 13 * 60, false});
  return calendar;
}

// "2026-12-25 closed | name", or the sentence.
std::string read(const std::string& line) {
  const DaysRead found = read_days(line, office());
  if (found.days.empty()) return found.unread.empty() ? "" : found.unread.front();
  EXPECT_EQ(found.days.size(), 1u);
  const DayOff& day = found.days.front();
  std::string text = calendar::format_day(day.day);
  for (const calendar::DayInterval& each : day.hours)
    text += " " + time_text(each.from) + "-" + time_text(each.to);
  return text + (day.name.empty() ? "" : " | " + day.name);
}

TEST(Holidays, ADateIsReadAsPeopleWriteIt) {
  for (const char* line :
       {"2026-12-25", "  2026/12/25 ", "25.12.2026", "12/25/2026", "25/12/2026", "25-12-2026",
        "25 December 2026", "25. December 2026", "25th December 2026", "December 25, 2026",
        "Dec 25th, 2026", "25 dec 2026", "25-Dec-2026", "Friday, 25 December 2026",
        "Fri 2026-12-25", "\"2026-12-25\",", "2026-12-25\r"}) {
    EXPECT_EQ(read(line), "2026-12-25") << line;
  }
  EXPECT_EQ(read("03/03/2026"), "2026-03-03");
}

TEST(Holidays, TheWordsAroundADateAreItsName) {
  EXPECT_EQ(read("2026-12-25 Christmas Day"), "2026-12-25 | Christmas Day");
  EXPECT_EQ(read("2026-12-25: Christmas Day"), "2026-12-25 | Christmas Day");
  EXPECT_EQ(read("2026-12-25 \xE2\x80\x93 Christmas"), "2026-12-25 | Christmas");
  EXPECT_EQ(read("Christmas Day\t25 December 2026\tbank holiday"),
            "2026-12-25 | Christmas Day bank holiday");
  EXPECT_EQ(read("Weihnachten;25.12.2026"), "2026-12-25 | Weihnachten");
  EXPECT_EQ(read("Easter Monday\xC2\xA0"
                 "6 April 2026"),
            "2026-04-06 | Easter");
  EXPECT_EQ(read("2026-04-05 Easter Sunday"), "2026-04-05 | Easter Sunday");
}

TEST(Holidays, HalfDaysHaveTheirHours) {
  EXPECT_EQ(read("2026-12-24 09:00-12:00"), "2026-12-24 09:00-12:00");
  EXPECT_EQ(read("2026-12-24 9:00 – 12:00, 13:00 to 14:30 Christmas Eve"),
            "2026-12-24 09:00-12:00 13:00-14:30 | Christmas Eve");
  EXPECT_EQ(read("24 December 2026 until 12:30"), "2026-12-24 09:00-12:00");
  EXPECT_EQ(read("24 December 2026 until 14:00"), "2026-12-24 09:00-12:00 13:00-14:00");
  EXPECT_EQ(read("24 December 2026 from 15:15"), "2026-12-24 15:15-17:00");
  EXPECT_EQ(read("2026-12-24 from 8:45 until 10:00"), "2026-12-24 08:45-10:00");
}

TEST(Holidays, WhatIsUncertainIsLeftWithASentence) {
  const struct {
    const char* line;
    const char* part;
  } cases[] = {
      {"03/04/2026", "write 2026-03-04 or 2026-04-03"},
      {"3-4-2026 something", "can be two days"},
      {"25/12/26", "a year of four digits"},
      {"24 December until 12:00", "a year of four digits"},
      {"soon", "Write one like 2026-12-25"},
      {"2026-02-30", "holds no date"},
      {"45631", "holds no date"},
      {"24.12.2026 - 26.12.2026", "more than one date"},
      {"Monday, 25 December 2026", "2026-12-25 is a Friday"},
      {"2026-12-24 9:00", "hours that cannot be read"},
      {"2026-12-24 9:00 am - 12:00 pm", "hours that cannot be read"},
      {"2026-12-24 12:00-09:00", "hours that cannot be read"},
      {"2026-12-24 09:00-25:00", "hours that cannot be read"},
      {"2026-12-24 until 12:00 from 15:00", "hours that cannot be read"},
      {"2026-12-26 until 12:00", "on a Saturday the calendar is closed"},
  };
  for (const auto& each : cases) {
    const std::string said = read(each.line);
    EXPECT_NE(said.find(each.part), std::string::npos) << each.line << ": " << said;
    EXPECT_EQ(said.substr(0, 8), "Line 1: ") << said;
  }
}

TEST(Holidays, LinesThatCannotBeReadAreKeptAndNumbered) {
  const DaysRead found =
      read_days("2026-12-25 Christmas\n\n03/04/2026\r\n2026-12-26\nsoon", office());
  EXPECT_EQ(found.days.size(), 2u);
  EXPECT_EQ(found.rest, "03/04/2026\r\nsoon");
  ASSERT_EQ(found.unread.size(), 2u);
  EXPECT_EQ(found.unread[0].substr(0, 7), "Line 3:");
  EXPECT_EQ(found.unread[1].substr(0, 7), "Line 5:");
  EXPECT_TRUE(read_days("", office()).unread.empty());
}

TEST(Holidays, TooMuchTextIsNotReadAndNotLost) {
  const std::string text(kMostDaysText + 1, 'x');
  const DaysRead found = read_days(text, office());
  EXPECT_EQ(found.rest, text);
  EXPECT_EQ(found.unread.size(), 1u);
  std::string many;
  for (std::size_t i = 0; i < kMostDaysOff + 2; ++i)
    many += "2026-12-25\n";
  const DaysRead cut = read_days(many, office());
  EXPECT_EQ(cut.days.size(), kMostDaysOff);
  EXPECT_EQ(cut.rest, "2026-12-25\n2026-12-25");
}

TEST(Holidays, AreAddedOnceAndInOrder) {
  Calendar calendar = office();
  calendar.holidays = {"2026-12-26"};
  const auto add = [&](const char* text) {
    return add_days(calendar, read_days(text, calendar).days);
  };
  DaysAdded added = add("2026-12-26\n2026-12-25\n2026-12-25\n2026-12-24 until 12:00\n2026-01-01");
  EXPECT_EQ(added.holidays, 2u);
  EXPECT_EQ(added.half_days, 1u);
  EXPECT_EQ(added.already, 2u);
  EXPECT_EQ(calendar.holidays,
            (std::vector<std::string>{"2026-01-01", "2026-12-25", "2026-12-26"}));
  EXPECT_EQ(calendar.special_days, (std::vector<SpecialDay>{{"2026-12-24", "09:00", "12:00"}}));
  // Hours given by hand stay when the date comes again as a whole day.
  added = add("2026-12-24");
  EXPECT_EQ(added.already, 1u);
  EXPECT_EQ(calendar.special_days.size(), 1u);
  // Other hours take their place, and that of a holiday.
  added = add("2026-12-24 10:00-11:00\n2026-12-25 10:00-11:00");
  EXPECT_EQ(added.half_days, 2u);
  EXPECT_EQ(calendar.holidays, (std::vector<std::string>{"2026-01-01", "2026-12-26"}));
  EXPECT_EQ(calendar.special_days, (std::vector<SpecialDay>{{"2026-12-24", "10:00", "11:00"},
                                                            {"2026-12-25", "10:00", "11:00"}}));
}

TEST(Holidays, AreListedByDateAndRemoved) {
  Calendar calendar = office();
  calendar.holidays = {"2026-12-25", "2026-12-24", "soon"};
  calendar.special_days = {{"2026-12-24", "09:00", "12:00"}, {"2026-12-24", "13:00", "14:00"}};
  const std::vector<ListedDay> days = days_off(calendar);
  ASSERT_EQ(days.size(), 3u);
  EXPECT_EQ(days[0].date, "2026-12-24");
  EXPECT_EQ(days[0].hours, "09:00-12:00, 13:00-14:00");
  EXPECT_EQ(days[1].hours, "");
  EXPECT_EQ(days[2].date, "soon");
  remove_day(calendar, "2026-12-24");
  EXPECT_EQ(calendar.holidays, (std::vector<std::string>{"2026-12-25", "soon"}));
  EXPECT_TRUE(calendar.special_days.empty());
}

}  // namespace
}  // namespace leadpact::agreement
