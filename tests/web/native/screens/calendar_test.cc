// Business hours in hand: hours painted, days off typed, pasted and dropped.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/exchange/document.h"
#include "imgui.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using agreement::Calendar;
using ui::Role;

constexpr const char* kHolidays =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\n"
    "SUMMARY:Christ\r\n mas\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:New Year\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";

class CalendarScreen : public ::testing::Test {
 protected:
  explicit CalendarScreen(Size size = kSizes[3]) : page(size) {
    page.tab.state().start_from_template("blank");
    page.draw();
    page.tab.state().add_part("calendars");
    page.tab.state().select_part("agreement");
    page.draw();
    page.type("First day", "2026-01-01");
    page.type("Last day", "2027-12-31");
    page.take("calendars[0]");
  }
  [[nodiscard]] const Calendar& calendar() { return page.tab.state().agreement()->calendars[0]; }
  [[nodiscard]] std::string hours(std::string_view day) {
    const ui::Node* field = page.view.find(Role::textbox, day);
    return field == nullptr ? "no field" : field->value;
  }
  void key(std::string_view day, std::string value) {
    ASSERT_TRUE(page.view.key(Role::slider, day, std::move(value)));
    page.draw();
  }
  void paint(std::string_view day, int from, int to) {
    // Brings it into sight.
    page.view.act({page.view.find(Role::slider, day)->id, ui::ActionKind::focus, "keyboard"});
    page.draw();
    const ui::Rect row = page.view.find(Role::slider, day)->rect;
    const float width = (row.width - 44) / 48;
    const auto cell = [&](int slot) {
      return ui::Rect{row.x + 44 + static_cast<float>(slot) * width, row.y, width, row.height};
    };
    page.view.point(cell(from));
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    page.view.draw();
    page.view.point(cell(to));
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    page.view.draw();
    page.draw();
  }
  [[nodiscard]] std::string undo_name() {
    return std::string(page.tab.state().editor().history().undo_name());
  }

  Page page;
};

TEST_F(CalendarScreen, HoursArePaintedByMouseAndTheTextFollows) {
  EXPECT_EQ(hours("Monday"), "09:00-17:00");
  paint("Monday", 24, 25);
  EXPECT_EQ(hours("Monday"), "09:00-12:00, 13:00-17:00");
  EXPECT_EQ(undo_name(),
            "Opening hours (Business hours “" + page.tab.state().calendar_in_hand()->name + "”)");
  paint("Saturday", 20, 23);
  EXPECT_EQ(hours("Saturday"), "10:00-12:00");
  page.tab.state().undo();
  page.draw();
  EXPECT_EQ(hours("Saturday"), "") << "a stroke is one step";
  EXPECT_EQ(hours("Monday"), "09:00-12:00, 13:00-17:00");
  page.tab.state().undo();
  page.draw();
  EXPECT_EQ(hours("Monday"), "09:00-17:00");
}

TEST_F(CalendarScreen, HoursArePaintedByKeyAndAreOneStep) {
  key("Saturday", " ");
  key("Saturday", "Shift+ArrowRight");
  key("Saturday", "Shift+ArrowRight");
  EXPECT_EQ(hours("Saturday"), "09:00-10:30");
  key("Saturday", "Shift+ArrowDown");
  EXPECT_EQ(hours("Sunday"), "10:00-10:30");
  EXPECT_EQ(page.view.find(Role::slider, "Sunday")->value, "10:00, open");
  page.tab.state().undo();
  page.draw();
  EXPECT_EQ(hours("Saturday"), "");
  EXPECT_EQ(hours("Sunday"), "");
}

TEST_F(CalendarScreen, TimesBetweenTheCellsStayToTheMinute) {
  page.type("Tuesday", "08:45-12:10");
  EXPECT_EQ(page.view.find(Role::slider, "Tuesday")->description, "Open 08:45 to 12:10");
  paint("Tuesday", 30, 31);
  EXPECT_EQ(hours("Tuesday"), "08:45-12:10, 15:00-16:00");
  paint("Wednesday", 18, 18);
  EXPECT_EQ(hours("Tuesday"), "08:45-12:10, 15:00-16:00");
  paint("Tuesday", 24, 24);  // open in part: opened
  EXPECT_EQ(hours("Tuesday"), "08:45-12:30, 15:00-16:00");
  page.type("Thursday", "mornings");
  paint("Thursday", 20, 20);
  EXPECT_EQ(hours("Thursday"), "10:00-10:30, mornings") << "what was typed is not lost";
  EXPECT_TRUE(page.view.find(Role::textbox, "Thursday")->invalid);
}

TEST_F(CalendarScreen, PresetsSetTheWeek) {
  page.type("Monday", "08:45-16:15");
  page.press("Tuesday to Friday as on Monday");
  EXPECT_EQ(hours("Friday"), "08:45-16:15");
  EXPECT_EQ(hours("Saturday"), "");
  page.press("Day and night, every day");
  EXPECT_EQ(hours("Sunday"), "00:00-24:00");
  EXPECT_EQ(page.view.find(Role::slider, "Sunday")->description, "Open 00:00 to 24:00");
  page.press("Monday to Friday, 9 to 5");
  EXPECT_EQ(hours("Monday"), "09:00-17:00");
  EXPECT_EQ(hours("Sunday"), "");
}

TEST_F(CalendarScreen, TypedAndPastedDaysAreReadBackAndAddedByAPress) {
  EXPECT_TRUE(page.says("None yet"));
  EXPECT_TRUE(page.view.find(Role::button, "Add these days")->disabled);
  page.type("Add days off",
            "2026-12-25 Christmas Day\n24 December 2026 until 12:00\n03/04/2026\n1.1.2027");
  EXPECT_TRUE(page.has(Role::listitem, "Friday, 25 Dec 2026: Christmas Day"));
  EXPECT_TRUE(page.has(Role::listitem, "Thursday, 24 Dec 2026, open 09:00-12:00 only"));
  EXPECT_TRUE(page.view.find(Role::textbox, "Add days off")->invalid);
  EXPECT_TRUE(calendar().holidays.empty()) << "only by the press";
  page.press("Add these days");
  EXPECT_EQ(calendar().holidays, (std::vector<std::string>{"2026-12-25", "2027-01-01"}));
  EXPECT_EQ(calendar().special_days,
            (std::vector<agreement::SpecialDay>{{"2026-12-24", "09:00", "12:00"}}));
  const ui::Node* field = page.view.find(Role::textbox, "Add days off");
  EXPECT_EQ(field->value, "03/04/2026");
  EXPECT_NE(field->description.find("2026-03-04 or 2026-04-03"), std::string::npos);
  EXPECT_TRUE(page.has(Role::text, "Thursday, 24 Dec 2026, open 09:00-12:00 only"));
  // Of which calendar, as other changes say.
  const std::string whose = " (Business hours “" + calendar().name + "”)";
  EXPECT_TRUE(page.has(Role::button, "Undo: Add 2 holidays and 1 half day" + whose));
  // Again: not twice.
  page.type("Add days off", "2026-12-25\n2026-12-28");
  EXPECT_TRUE(page.has(Role::listitem, "Friday, 25 Dec 2026 (there already)"));
  page.press("Add these days");
  EXPECT_TRUE(page.says("Added 1 holiday. 1 day was there already."));
  EXPECT_EQ(calendar().holidays.size(), 3u);
  page.press("Undo: Add 1 holiday" + whose);
  page.press("Undo: Add 2 holidays and 1 half day" + whose);
  EXPECT_TRUE(calendar().holidays.empty());
  EXPECT_TRUE(calendar().special_days.empty());
}

TEST_F(CalendarScreen, TheTextOfACalendarFileBecomesLinesToBeAdded) {
  page.type("Add days off",
            std::string(kHolidays).insert(15,
                                          "\r\nBEGIN:VEVENT\r\nSUMMARY:Team\r\n"
                                          "DTSTART;VALUE=DATE:20260105\r\nRRULE:FREQ=WEEKLY"
                                          "\r\nEND:VEVENT"));
  EXPECT_EQ(page.view.find(Role::textbox, "Add days off")->value,
            "2026-01-01 New Year\n2026-12-25 Christmas\n2026-12-26 Christmas\n2027-01-01 New Year");
  EXPECT_TRUE(page.says("Not read: “Team” (line 2) repeats by a rule"));
  page.press("Add these days");
  EXPECT_EQ(calendar().holidays.size(), 4u);
  EXPECT_FALSE(page.says("Not read:"));
}

TEST_F(CalendarScreen, WhatWasTypedWaitsWithItsCalendar) {
  page.type("Add days off", "2026-12-");
  page.tab.state().add_part("calendars");
  page.draw();
  EXPECT_EQ(page.view.find(Role::textbox, "Add days off")->value, "");
  page.take("calendars[0]");
  EXPECT_EQ(page.view.find(Role::textbox, "Add days off")->value, "2026-12-");
}

TEST_F(CalendarScreen, ADroppedCalendarFileIsTakenOverAndUndoneAtOnce) {
  page.type("Add days off", "2026-12-25");
  page.press("Add these days");
  page.give({{"holidays.ics", kHolidays}});
  EXPECT_EQ(calendar().holidays,
            (std::vector<std::string>{"2026-01-01", "2026-12-25", "2026-12-26", "2027-01-01"}));
  EXPECT_TRUE(page.says("Added 3 holidays from “holidays.ics”. 1 day was there already."));
  EXPECT_TRUE(page.has(Role::heading, "Agreement"));
  EXPECT_TRUE(
      page.has(Role::button, "Undo: Add 3 holidays (Business hours “" + calendar().name + "”)"));
  page.press("Undo");  // of the message
  EXPECT_EQ(calendar().holidays, (std::vector<std::string>{"2026-12-25"}));
  page.give({{"a.ics", kHolidays}});
  page.give({{"a.ics", kHolidays}});
  EXPECT_TRUE(page.says("All of these days are there already."));
}

TEST_F(CalendarScreen, WhatACalendarFileHoldsBesidesIsTold) {
  page.give({{"mixed.ics",
              "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101T090000Z\nEND:VEVENT\n"
              "BEGIN:VEVENT\nSUMMARY:Team\nDTSTART:20260105\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"
              "BEGIN:VEVENT\nDTSTART:20301225\nEND:VEVENT\n"
              "BEGIN:VEVENT\nDTSTART:20261225\nEND:VEVENT\nEND:VCALENDAR\n"}});
  EXPECT_EQ(calendar().holidays, (std::vector<std::string>{"2026-12-25"}));
  EXPECT_TRUE(page.says("Not all of “mixed.ics” was taken over"));
  EXPECT_TRUE(page.says("“Team” (line 5) repeats by a rule that is not read"));
  EXPECT_TRUE(page.says("1 event was left out, at a time of day"));
  EXPECT_TRUE(page.says("not in the years 2026 to 2027"));
  page.give({{"broken.ics", "Dear all,"}});
  EXPECT_TRUE(page.says("“broken.ics” was not read"));
  EXPECT_TRUE(page.says("does not begin with BEGIN:VCALENDAR"));
  page.give({{"none.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"}});
  EXPECT_TRUE(page.says("“none.ics” holds no day off for this agreement"));
}

TEST_F(CalendarScreen, ACalendarFileDroppedElsewhereSaysWhatToDo) {
  const Calendar before = calendar();
  page.take("agreement");
  page.give({{"holidays.ics", kHolidays}});
  EXPECT_TRUE(page.says("“holidays.ics” is a calendar file"));
  EXPECT_TRUE(page.says("choose the business hours they are for"));
  page.take("calendars[0]");
  page.go("Home");
  page.give({{"holidays", kHolidays}});
  EXPECT_TRUE(page.says("“holidays” is a calendar file"));
  EXPECT_EQ(calendar(), before);
  EXPECT_TRUE(page.tab.state().desk().files().empty());
}

TEST_F(CalendarScreen, DaysAreRemovedOneByOne) {
  page.type("Add days off", "2026-12-24 until 12:00\n2026-12-25");
  page.press("Add these days");
  page.press("Remove Thursday, 24 Dec 2026");
  EXPECT_TRUE(calendar().special_days.empty());
  EXPECT_EQ(calendar().holidays.size(), 1u);
  page.press("Undo: Remove Thursday, 24 Dec 2026 (Business hours “" + calendar().name + "”)");
  EXPECT_EQ(calendar().special_days.size(), 1u);
}

TEST_F(CalendarScreen, TheSameIsWrittenAsText) {
  page.press("All days off as text");
  page.type("Holidays", "2026-12-25");
  EXPECT_TRUE(page.has(Role::text, "Friday, 25 Dec 2026"));
  page.type("Holidays", "2026-12-25\n2026-12");
  EXPECT_TRUE(page.view.find(Role::textbox, "Holidays")->invalid);
  page.press("All days off as text");
  EXPECT_TRUE(page.has(Role::textbox, "Holidays")) << "an error is always seen";
  EXPECT_FALSE(page.has(Role::textbox, "Days with other hours"));
  page.press("Remove 2026-12");
  EXPECT_FALSE(page.has(Role::textbox, "Holidays"));
}

TEST_F(CalendarScreen, TheVeilNamesCalendarFilesWhereTheyAreTakenOver) {
  page.tab.app().files_hovering(true);
  page.draw();
  EXPECT_TRUE(page.faults().empty());
}

// ---- Layout at every size ---------------------------------------------------------

class CalendarLayout : public ::testing::TestWithParam<std::tuple<std::size_t, bool, bool>> {};

TEST_P(CalendarLayout, NothingOverlapsOrIsCutOff) {
  const auto& [size, dark, many] = GetParam();
  Page page(kSizes[size]);
  page.view.input.dark = dark;
  page.press("Try the example");
  page.go("Agreement");
  page.take("calendars[0]");
  if (many) {
    std::string days;
    for (int year = 2026; year < 2035; ++year) {
      for (const char* day : {"-01-01", "-05-01", "-07-04", "-10-03", "-11-26", "-12-25", "-12-26",
                              "-12-24 09:00-10:15, 11:00-12:00, 13:00-14:30"}) {
        days += std::to_string(year) + day + "\n";
      }
    }
    page.type("Add days off", days);
    page.press("Add these days");
    page.type("Add days off",
              "2026-12-27 The day on which the whole company meets far away from here, as it does "
              "every year\n03/04/2026\nsoon, or when somebody finds the time\n12.12.2030");
    page.type("Tuesday", "08:45-10:10, 11:05-12:20, 13:35-17:55");
    page.type("Friday", "when somebody is there");
    page.press("All days off as text");
    EXPECT_TRUE(page.says("in the text below"));
  }
  for (const std::string& fault : page.faults())
    ADD_FAILURE() << fault;
}

INSTANTIATE_TEST_SUITE_P(All, CalendarLayout,
                         ::testing::Combine(every_size(), every_look(), ::testing::Bool()),
                         [](const auto& each) {
                           return std::string(kSizes[std::get<0>(each.param)].name) +
                                  (std::get<1>(each.param) ? "_dark" : "_light") +
                                  (std::get<2>(each.param) ? "_many" : "_few");
                         });

TEST_F(CalendarScreen, HoursOfADayThatIsNoneAreKeptAndTheirDayIsChosen) {
  agreement::Agreement made = *page.tab.state().agreement();
  made.id = "misspelt";
  made.calendars[0].week = {{"monday", "09:00", "12:00"}, {"tue", "09:00", "17:00"}};
  page.give({{"made.sla.json", exchange::write_json(made)}});
  ASSERT_EQ(page.tab.state().agreement()->id, "misspelt");
  page.go("Agreement");
  // Its own field says what is wrong, and the guide leads to it.
  for (const app::GuideItem& item : page.tab.state().editor().guide()) {
    if (item.text.find("“monday”") != std::string::npos)
      page.tab.state().follow(app::GuideItem(item));
  }
  page.draw();
  const ui::Node* day = page.view.find(Role::combobox, "Day of 09:00-12:00");
  ASSERT_NE(day, nullptr) << page.view.outline();
  EXPECT_EQ(day->id, ui::focused());
  EXPECT_GT(day->rect.y, 60);  // in sight, far down as it is
  EXPECT_LT(day->rect.y + day->rect.height, 800);
  EXPECT_TRUE(day->invalid);
  EXPECT_EQ(day->value, "monday");
  // Hours typed for another day leave it.
  page.type("Friday", "10:00-12:00");
  EXPECT_TRUE(page.has(Role::combobox, "Day of 09:00-12:00"));
  ASSERT_TRUE(page.view.set_value(Role::combobox, "Day of 09:00-12:00", "Monday"));
  page.draw();
  EXPECT_EQ(hours("Monday"), "09:00-12:00");
  EXPECT_FALSE(page.has(Role::combobox, "Day of 09:00-12:00"));
  page.tab.state().undo();
  page.draw();
  page.press("Remove 09:00-12:00");
  EXPECT_EQ(hours("Monday"), "");
  EXPECT_EQ(hours("Friday"), "10:00-12:00");
  EXPECT_TRUE(page.tab.state().editor().valid());
}

}  // namespace
}  // namespace leadpact::screens::testing
