// Where the time goes, by role and name.
#include <gtest/gtest.h>

#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

constexpr const char* kOpener = "From the first time of a lead to the last";
constexpr const char* kCapacity = "Capacity: can the reps work what comes in?";

void open(Page& page) {
  page.press("Try the example");
  page.press(kOpener);
}

void choose(Page& page, std::string_view label, std::string_view option) {
  ASSERT_TRUE(page.view.activate(Role::combobox, label)) << label;
  page.draw();
  ASSERT_TRUE(page.view.activate(Role::option, option)) << page.view.outline();
  page.draw();
}

TEST(Clocks, BeginWithTheUsualWay) {
  Page page;
  open(page);
  const auto rows = page.rows("Steps");
  ASSERT_EQ(rows.size(), 3u) << page.view.outline();
  EXPECT_EQ(rows[0], "Create Date → Became a Marketing Qualified Lead Date");
  EXPECT_EQ(rows[2], "Owner assigned date → Date of first outreach");
  EXPECT_TRUE(page.says("Before the assignment, owned by no rep"));
  EXPECT_TRUE(page.says("routing delay is no rep's"));
  EXPECT_TRUE(page.has(Role::list, "Where the time goes, by step"));
  EXPECT_FALSE(page.rows("Half within, by owner").empty());
}

TEST(Clocks, AColumnIsTakenOutAndAnotherCalendarCounts) {
  Page page;
  open(page);
  const std::string before = page.view.outline();
  choose(page, "Then (1)", "None");
  ASSERT_EQ(page.rows("Steps").size(), 2u);
  EXPECT_EQ(page.rows("Steps")[0], "Create Date → Owner assigned date");
  choose(page, "Counted in", "Business time, Sales office, Boston");
  EXPECT_NE(page.view.outline(), before);
  choose(page, "By owner, in", "None");
  EXPECT_TRUE(page.rows("Half within, by owner").empty());
  choose(page, "From", "None");
  choose(page, "From", "None");
  EXPECT_TRUE(page.says("Choose two columns at least"));
}

TEST(Clocks, CapacityIsReckonedFromTheData) {
  Page page;
  open(page);
  page.press(kCapacity);
  EXPECT_EQ(page.view.find(Role::textbox, "Leads a working day")->description,
            "As in the last 13 weeks of the data, by “Create Date”.");
  page.type("Leads a working day", "40");
  page.type("Attempts a lead", "6");
  page.type("Minutes an attempt", "5");
  page.type("Reps", "3");
  page.type("Hours a rep a day", "5");
  EXPECT_TRUE(
      page.says("The work is 20 h a day, the reps have 15 h: 5 h a day short. It takes 4 "
                "reps, and those there are can work 30 leads a day."))
      << page.view.outline();
  page.type("Reps", "some");
  EXPECT_TRUE(page.view.find(Role::textbox, "Reps")->invalid);
}

TEST(Clocks, AreDrawnWithoutFaults) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3]}) {
    Page page(size);
    open(page);
    page.press(kCapacity);
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
