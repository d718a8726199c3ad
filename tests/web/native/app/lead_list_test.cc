#include "web/app/lead_list.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

using Which = LeadList::Which;

class ManyLeads : public testing::Test {
 protected:
  ManyLeads() { give(120'000); }

  void give(int more) {
    desk.give("leads.csv", samples::many_leads_csv(more), &small);
    desk.score(&small);
    while (desk.work()) {
    }
  }
  void look() { list.look(&small, small.commitments[1].id, desk); }
  void finish() {
    while (list.work(desk)) {
    }
  }
  [[nodiscard]] const scoring::PeriodScore& period(std::size_t index) const {
    return desk.scored()->card.commitments[1].periods[index];
  }

  agreement::Agreement small = samples::agreement();
  DataDesk desk;
  LeadList list;
};

TEST_F(ManyLeads, AreLookedThroughInSlices) {
  list.look(&small, small.commitments[1].id, desk);
  list.show(0, Which::met);
  EXPECT_FALSE(list.has_work());
  look();
  EXPECT_TRUE(list.has_work());
  EXPECT_TRUE(list.items().empty());
  finish();
  EXPECT_EQ(list.found(), *period(0).met);
  EXPECT_EQ(list.items().size(), LeadList::kPage);
  EXPECT_TRUE(list.has_more());
  for (int i = 0; i < 20; ++i)
    list.show_more();
  EXPECT_EQ(list.items().size(), LeadList::kMostShown);
  EXPECT_FALSE(list.has_more());
}

TEST_F(ManyLeads, MayBeAskedOtherwiseWhileTheyAreLookedThrough) {
  look();
  list.show(0, Which::met);
  look();
  ASSERT_TRUE(list.has_work());
  list.hide();
  EXPECT_FALSE(list.has_work());
  EXPECT_FALSE(list.work(desk));
  list.show(0, Which::failed);
  look();
  list.work(desk);
  list.set_search("no such lead");
  look();
  finish();
  EXPECT_EQ(list.found(), 0u);
  list.set_search("");
  list.choose_period(1);
  look();
  finish();
  EXPECT_EQ(list.found(), *period(1).failed);
}

TEST_F(ManyLeads, GoWithTheirData) {
  look();
  list.show(0, Which::all);
  look();
  ASSERT_TRUE(list.has_work());
  give(0);
  EXPECT_FALSE(list.work(desk));
  look();
  finish();
  EXPECT_EQ(list.found(), period(0).population);
  list.toggle(list.items().front().row);
  ASSERT_NE(list.opened(), nullptr);
  desk.clear();
  look();
  EXPECT_EQ(list.opened(), nullptr);
  EXPECT_TRUE(list.items().empty());
}

TEST_F(ManyLeads, AreWrittenForASpreadsheetInSlices) {
  look();
  list.show(0, Which::met);
  look();
  list.write();
  EXPECT_FALSE(list.writing()) << "what is not found yet cannot be written";
  finish();
  const std::size_t found = list.found();
  ASSERT_GT(found, LeadList::kMostShown);
  static_cast<void>(list.items());  // sorts them
  list.write();
  EXPECT_TRUE(list.has_work());
  EXPECT_FALSE(list.take_written());
  finish();
  const std::optional<LeadList::Written> made = list.take_written();
  ASSERT_TRUE(made);
  EXPECT_FALSE(list.take_written());
  EXPECT_EQ(made->title, small.commitments[1].title);
  EXPECT_EQ(static_cast<std::size_t>(std::count(made->text.begin(), made->text.end(), '\n')),
            found + 1);
  EXPECT_EQ(made->text.rfind("Lead,Name,Owner,Date,Start,Stop,Due,Verdict,By how much,File,Line\r\n"
                             "100,lead100@example.com,,2026-01-05 09:00,2026-01-05 09:00,"
                             "2026-01-05 16:00,2026-01-06 09:00,Met,17 h left,leads.csv,2\r\n",
                             0),
            0u)
      << made->text.substr(0, 400);
}

TEST_F(ManyLeads, ThatChangedAreNotWritten) {
  look();
  list.show(0, Which::met);
  look();
  finish();
  list.write();
  ASSERT_TRUE(list.writing());
  list.choose_period(1);
  EXPECT_FALSE(list.writing());
  look();
  finish();
  EXPECT_FALSE(list.take_written());
}

TEST(LeadSheet, GuardsAgainstFormulas) {
  const agreement::Agreement small = samples::agreement();
  DataDesk desk;
  desk.give("leads.csv", samples::leads_csv() + "900,=1+2,2026-03-01 09:00,\n", &small);
  desk.score(&small);
  LeadList list;
  list.look(&small, small.commitments[1].id, desk);
  list.show(desk.scored()->card.commitments[1].periods.size() - 1, Which::all);
  list.set_search("=1+2");
  list.look(&small, small.commitments[1].id, desk);
  list.write();
  const auto made = list.take_written();
  ASSERT_TRUE(made);
  EXPECT_NE(made->text.find("\n900,'=1+2,,2026-03-01 09:00,2026-03-01 09:00,,"), std::string::npos)
      << made->text;
}

}  // namespace
}  // namespace leadpact::app
