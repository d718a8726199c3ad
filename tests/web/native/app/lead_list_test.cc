#include "web/app/lead_list.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace leadpact::app
