// Rejected leads, by role and name.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

constexpr const char* kOpener = "What sales handed back, and what became of it";

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

TEST(LedgerPage, ShowsReasonsOwnersAgesAndStates) {
  Page page;
  open(page);
  EXPECT_TRUE(
      page.says("486 leads were rejected, 13 of them are unanswered. 49 answers are late "
                "or overdue. A rejected lead is to be answered within 2 business days "
                "(“Marketing office, Berlin”)."))
      << page.view.outline();
  EXPECT_EQ(page.rows("By reason").front(), "Wrong company size");
  EXPECT_EQ(page.rows("By reason").back(), "Other (not agreed)");
  EXPECT_EQ(page.rows("By owner").size(), 7u);
  EXPECT_EQ(page.rows("By age"), (std::vector<std::string>{"Up to 7 days", "8 to 30 days",
                                                           "31 to 90 days", "Over 90 days"}));
  EXPECT_EQ(page.rows("By what became of them"),
            (std::vector<std::string>{"Returned", "Unanswered"}));
  EXPECT_EQ(page.rows("Rejected leads").size(), 50u);
}

TEST(LedgerPage, ListsThoseOfAReasonAndAnOwner) {
  Page page;
  open(page);
  page.go("Leads of Bad contact data");
  page.go("Leads of Unanswered");
  EXPECT_TRUE(page.says("4 of 486 leads: Bad contact data and Unanswered.")) << page.view.outline();
  EXPECT_EQ(page.rows("Rejected leads").size(), 4u);
  page.go("All but Bad contact data");
  EXPECT_EQ(page.rows("Rejected leads").size(), 13u);
  ASSERT_TRUE(page.view.activate(Role::toggle, "Only late or overdue"));
  page.draw();
  EXPECT_EQ(page.rows("Rejected leads").size(), 12u);
  page.press("Show all rejected leads");
  EXPECT_EQ(page.rows("Rejected leads").size(), 50u);
  page.press("Show more rejected leads");
  EXPECT_EQ(page.rows("Rejected leads").size(), 100u);
}

TEST(LedgerPage, OpensALeadWithItsAnswerAndItsCells) {
  Page page;
  open(page);
  page.go("Leads of Unanswered");
  const std::string name = page.rows("Rejected leads").back();
  ASSERT_TRUE(page.view.activate(Role::button, name)) << page.view.outline();
  page.draw();
  EXPECT_TRUE(page.says("; not answered: overdue.")) << page.view.outline();
  EXPECT_TRUE(page.has(Role::group, "Cells of the lead"));
}

TEST(LedgerPage, ShowsWhomSilenceAccepted) {
  Page page;
  open(page);
  EXPECT_TRUE(page.says("52 leads were neither accepted nor rejected within 1 business day"));
  page.go("Show the leads nobody decided on");
  EXPECT_EQ(page.rows("Leads nobody decided on").size(), 50u) << page.view.outline();
}

TEST(LedgerPage, DrawsTheSampleOfAPeriodByASeed) {
  Page page;
  open(page);
  choose(page, "Rejected in", "August 2026");
  ASSERT_TRUE(page.view.activate(Role::radio, "Sample, 20")) << page.view.outline();
  page.draw();
  EXPECT_EQ(page.view.find(Role::textbox, "Seed")->value,
            "e3c1a5f8-2d47-4b90-a6e1-71c8d0b4f925 2026-08-01");
  const std::vector<std::string> usual = page.rows("Sample");
  EXPECT_EQ(usual.size(), 20u);
  page.type("Seed", "another");
  EXPECT_NE(page.rows("Sample"), usual);
  page.type("How many", "5");
  EXPECT_EQ(page.rows("Sample").size(), 5u);
  page.type("How many", "many");
  EXPECT_TRUE(page.view.find(Role::textbox, "How many")->invalid);
  EXPECT_TRUE(page.rows("Sample").empty());
  page.type("How many", "20");
  page.type("Seed", "e3c1a5f8-2d47-4b90-a6e1-71c8d0b4f925 2026-08-01");
  EXPECT_EQ(page.rows("Sample"), usual);
}

TEST(LedgerPage, GivesItsLeadsAway) {
  app::FakeStore store;
  Page page(store);
  open(page);
  page.go("Leads of Bad contact data");
  page.go("Leads of Unanswered");
  page.press("Save leads as CSV");
  const auto& given = store.downloads.back();
  EXPECT_NE(given.name.find("-rejected.csv"), std::string::npos) << given.name;
  EXPECT_EQ(std::count(given.bytes.begin(), given.bytes.end(), '\n'), 5);
}

TEST(LedgerPage, GivesThoseAwayThatNobodyDecidedOn) {
  app::FakeStore store;
  Page page(store);
  open(page);
  page.go("Show the leads nobody decided on");
  page.press("Save leads as CSV");
  const auto& given = store.downloads.back();
  EXPECT_NE(given.name.find("-undecided.csv"), std::string::npos) << given.name;
  EXPECT_NE(given.bytes.find("Data,Lead,Owner,Handed over,To be decided by,File,Line\r\n"),
            std::string::npos);
  EXPECT_EQ(std::count(given.bytes.begin(), given.bytes.end(), '\n'), 53);
}

TEST(LedgerPage, SaysWhatIsNeededWhereNoColumnTells) {
  Page page;
  page.give({{"small.sla.json", app::samples::agreement_json()},
             {"leads.csv", app::samples::leads_csv()}});
  page.press(kOpener);
  EXPECT_TRUE(page.says("No column says which leads were rejected")) << page.view.outline();
  page.press("Go to the columns");
  EXPECT_EQ(page.tab.state().screen(), app::Screen::agreement);
}

TEST(LedgerPage, IsDrawnWithoutFaults) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3]}) {
    Page page(size);
    open(page);
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
    page.go("Leads of Unanswered");
    ASSERT_TRUE(page.view.activate(Role::button, page.rows("Rejected leads").front()));
    page.draw();
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
    ASSERT_TRUE(page.view.activate(Role::radio, "Sample, 20")) << size.name;
    page.draw();
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
