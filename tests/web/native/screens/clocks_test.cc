// Where the time goes, by role and name.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"
#include "web/app/format.h"

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

TEST(Clocks, EveryNumberOpensItsLeads) {
  for (const char* hours : {"Real time", "Business time, Sales office, Boston"}) {
    Page page;
    open(page);
    choose(page, "Counted in", hours);
    const std::vector<std::string> steps = page.inside(Role::link, "Steps");
    ASSERT_GT(steps.size(), 4u) << page.view.outline();
    for (const std::string& link : steps) {
      page.go(link);
      const app::LeadList& list = page.tab.state().clocks()->list();
      ASSERT_NE(list.asked(), nullptr) << link;
      const std::size_t colon = link.rfind(": ");
      EXPECT_EQ(list.asked()->title, link.substr(0, colon));
      EXPECT_EQ(app::whole(list.found()), link.substr(colon + 2));
      EXPECT_EQ(list.asked()->count, list.found());
    }
    EXPECT_EQ(page.faults(), std::vector<std::string>());
  }
}

TEST(Clocks, TheNumbersOfAnOwnerOpenHisLeads) {
  Page page;
  open(page);
  const std::vector<std::string> links = page.inside(Role::link, "Half within, by owner");
  ASSERT_GT(links.size(), 4u);
  for (const std::string& link : links) {
    page.go(link);
    app::LeadList& list = page.tab.state().clocks()->list();
    ASSERT_NE(list.asked(), nullptr) << link;
    EXPECT_EQ(list.asked()->count, list.found()) << link;
    if (link.rfind("All of ", 0) == 0) {
      EXPECT_EQ("All of " + list.asked()->title + ": " + app::whole(list.found()), link);
    }
    const std::string owner = list.asked()->title.substr(0, list.asked()->title.find(", "));
    for (const app::LeadItem& item : list.items())
      EXPECT_EQ(item.owner.empty() ? "No owner" : item.owner, owner);
  }
}

TEST(Clocks, ALeadShowsTheStepsWorkingAndIsSaved) {
  app::FakeStore store;
  Page page(store);
  open(page);
  std::string link;
  for (const std::string& each : page.inside(Role::link, "Steps")) {
    if (each.rfind("Missing", 0) == 0) link = each;
  }
  ASSERT_FALSE(link.empty());
  page.go(link);
  const std::string step = link.substr(9, link.rfind(": ") - 9);
  const std::string table = "Leads of " + step;
  ASSERT_FALSE(page.rows(table).empty()) << page.view.outline();
  const app::LeadItem item = page.tab.state().clocks()->list().items().front();
  EXPECT_EQ(item.standing, "Left out");
  page.press(item.line.name);
  EXPECT_TRUE(page.says(": left out.")) << page.view.outline();
  page.press("Save list as CSV");
  ASSERT_EQ(store.downloads.size(), 1u);
  const std::string& text = store.downloads[0].bytes;
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
            1 + page.tab.state().clocks()->list().found());
  EXPECT_EQ(page.faults(), std::vector<std::string>());
  // Another way, another list.
  choose(page, "Then (1)", "None");
  EXPECT_TRUE(page.rows(table).empty());
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
    page.go(page.inside(Role::link, "Steps").front());
    page.press(page.tab.state().clocks()->list().items().front().line.name);
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
