// The goal maths: a funnel set at either end.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

TEST(GoalDesk, EachBarIsAPartOfTheLeads) {
  app::GoalDesk desk;
  const std::vector<app::GoalDesk::Bar> bars = desk.funnel();
  ASSERT_EQ(bars.size(), 5U);
  EXPECT_EQ(bars[0].share, 1);
  EXPECT_NEAR(bars[1].share, desk.maths().lead_to_mql / 100, 1e-12);
  for (std::size_t i = 1; i < bars.size(); ++i)
    EXPECT_LT(bars[i].share, bars[i - 1].share);
  desk.set("revenue", "0");
  EXPECT_TRUE(desk.funnel().empty());
}

TEST(GoalMaths, IsWorkedOutFromEitherEndAndBecomesPromises) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.tab.state().start_from_template("blank");
    page.draw();
    page.press("Work out the numbers");
    page.type("SQLs that become opportunities, in percent", "50");
    EXPECT_EQ(page.view.find(Role::textbox, "MQLs a month")->value, "200");
    page.type("MQLs a month", "300");
    EXPECT_EQ(page.view.find(Role::textbox, "Revenue goal a year")->value, "3,600,000");
    EXPECT_EQ(page.rows("The funnel of a month"),
              (std::vector<std::string>{"Leads", "MQLs", "SQLs", "Opportunities", "Customers"}));
    page.type("Average deal", "much");
    EXPECT_TRUE(page.view.find(Role::textbox, "Average deal")->invalid);
    EXPECT_EQ(page.view.find(Role::textbox, "MQLs a month")->value, "300");
    page.press("Make these our commitments");
    EXPECT_TRUE(page.says("Marketing promises at least 300 records in each month."));
    page.press("Undo");
    EXPECT_TRUE(page.tab.state().agreement()->commitments.empty());
  }
}

TEST(GoalMaths, GoesByTheBusinessHoursAndEitherEndFollows) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.tab.state().start_from_template("inbound");
    page.draw();
    page.press("Work out the numbers");
    const std::string hours = page.tab.state().agreement()->calendars.front().name;
    EXPECT_EQ(page.view.find(Role::textbox, "Working days a month")
                  ->description.rfind("As “" + hours + "” has them", 0),
              0u)
        << size.name;
    EXPECT_TRUE(page.says("The numbers are kept in this browser, not in the agreement."));
    page.type("Working days a month", "20");
    page.type("MQLs a working day", "15");
    EXPECT_EQ(page.view.find(Role::textbox, "MQLs a month")->value, "300");
    EXPECT_EQ(page.view.find(Role::textbox, "MQLs a month for each rep")->value, "60");
    const std::string goal = page.view.find(Role::textbox, "Revenue goal a year")->value;
    ASSERT_TRUE(page.view.set_value(Role::combobox, "When you change a figure below",
                                    "The rate above it follows"));
    page.draw();
    page.type("MQLs a month", "600");
    EXPECT_EQ(page.view.find(Role::textbox, "Revenue goal a year")->value, goal);
    EXPECT_EQ(page.view.find(Role::textbox, "MQLs that become SQLs, in percent")->value, "10");
    EXPECT_TRUE(page.faults().empty()) << page.faults().front();
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
