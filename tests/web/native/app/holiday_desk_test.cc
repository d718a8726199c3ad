// Days off on their way into a calendar, without a screen.
#include "web/app/holiday_desk.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace leadpact::app {
namespace {

Years years(const char* starts, const char* ends) {
  agreement::Agreement agreement;
  agreement.starts_on = starts;
  agreement.ends_on = ends;
  return years_of(agreement, 2026);
}

TEST(HolidayDesk, YearsAreThoseOfTheAgreement) {
  const struct {
    const char *starts, *ends;
    int first, last;
  } cases[] = {{"2026-03-01", "2027-02-28", 2026, 2027},
               {"2020-01-01", "", 2020, 2028},  // open-ended: two years from now
               {"2030-01-01", "", 2030, 2032},
               {"", "", 2026, 2028},
               {"soon", "2027-01-01", 2026, 2027},
               {"2028-01-01", "2027-01-01", 2028, 2028}};
  for (const auto& each : cases) {
    const Years found = years(each.starts, each.ends);
    EXPECT_EQ(found.first, each.first) << each.starts;
    EXPECT_EQ(found.last, each.last) << each.starts;
  }
}

TEST(HolidayDesk, WhatWasLeftOutIsToldInFewSentences) {
  agreement::IcalDays file;
  EXPECT_TRUE(notes_on(file, {2026, 2027}).empty());
  for (int i = 0; i < 9; ++i)
    file.unread.push_back("Not read: " + std::to_string(i));
  file.timed = 2;
  file.cancelled = 1;
  file.outside = 3;
  const std::vector<std::string> notes = notes_on(file, {2026, 2027});
  ASSERT_EQ(notes.size(), 9u);
  EXPECT_EQ(notes[4], "Not read: 4");
  EXPECT_EQ(notes[5], "And 4 more events were not read.");
  EXPECT_EQ(notes[6],
            "2 events were left out, at a time of day: only what lasts all day is a day off.");
  EXPECT_EQ(notes[7], "1 cancelled event was left out.");
  EXPECT_EQ(notes[8], "3 days were left out, not in the years 2026 to 2027 of the agreement.");
}

TEST(HolidayDesk, SaysDaysInWords) {
  EXPECT_EQ(in_words({12, 0, 3}), "12 holidays");
  EXPECT_EQ(in_words({1, 2, 0}), "1 holiday and 2 half days");
  EXPECT_EQ(in_words({0, 0, 3}), "");
  EXPECT_EQ(long_date("2026-12-25"), "Friday, 25 Dec 2026");
  EXPECT_EQ(long_date("soon"), "soon");
}

TEST(HolidayDesk, EachCalendarHasItsOwnText) {
  agreement::Calendar one, other;
  one.id = "one";
  other.id = "other";
  HolidayDesk desk;
  desk.write(one, "2026-12-25", {2026, 2026});
  EXPECT_EQ(desk.text(one), "2026-12-25");
  EXPECT_EQ(desk.text(other), "");
  EXPECT_EQ(desk.read(one).days.size(), 1u);
  EXPECT_TRUE(desk.read(other).days.empty());
}

TEST(HolidayDesk, AFilePastedAmongLinesLosesNoneOfThem) {
  agreement::Calendar calendar;
  HolidayDesk desk;
  desk.write(calendar,
             "2026-12-24\n\nsoon\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nEND:VEVENT\n"
             "END:VCALENDAR\n\nlater",
             {2026, 2026});
  EXPECT_EQ(desk.text(calendar), "2026-12-24\n\nsoon\n2026-12-25\nlater");
}

TEST(HolidayDesk, WhatIsTooLargeIsNotTakenAndWhatWasThereStays) {
  agreement::Calendar calendar;
  HolidayDesk desk;
  desk.write(calendar, "2026-12-25", {2026, 2026});
  for (const std::string& large :
       {"BEGIN:VCALENDAR\n" + std::string(agreement::kMostIcalBytes, 'x'),
        std::string(agreement::kMostDaysText + 1, 'x')}) {
    desk.write(calendar, large, {2026, 2026});
    EXPECT_EQ(desk.text(calendar), "2026-12-25");
    ASSERT_EQ(desk.notes(calendar).size(), 1u);
    EXPECT_NE(desk.notes(calendar)[0].find("was not taken"), std::string::npos);
  }
  desk.write(calendar, "BEGIN:VCALENDAR\nEND:VCALENDAR\n", {2026, 2026});
  EXPECT_EQ(desk.text(calendar), "");
  EXPECT_EQ(desk.notes(calendar)[0], "The pasted calendar holds no day off.");
  desk.write(calendar, "", {2026, 2026});
  EXPECT_TRUE(desk.notes(calendar).empty());
}

}  // namespace
}  // namespace leadpact::app
