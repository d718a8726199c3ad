#include "web/app/lead_desk.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/web/native/app/fake_store.h"
#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

using Which = LeadDesk::Which;

// A stage of so many rules that its leads take several slices.
std::string many_rules(std::size_t rules) {
  std::string json = samples::agreement_json();
  std::string stage = R"("stages": [{"id": "mql", "name": "MQL", "definition": {"criteria": [)";
  for (std::size_t i = 0; i < rules; ++i) {
    stage += i > 0 ? "," : "";
    stage += R"({"field": "contacted_at", "op": "is_filled", "values": []})";
  }
  stage += R"(]}}, {"id": "sql", "name": "SQL", "definition": {"criteria": []}}],)";
  return json.insert(json.find("\"goals\""), stage);
}

std::string leads(std::size_t rows) {
  std::string csv = "Record ID,Email,Became an MQL,First contact\n";
  for (std::size_t i = 0; i < rows; ++i) {
    csv += std::to_string(i) + ",,2026-01-05," + (i % 4 == 0 ? "2026-01-06" : "") + "\n";
  }
  return csv;
}

class LeadDeskTest : public testing::Test {
 protected:
  FakeStore store;
  Tab tab{store};
  void open(std::size_t rules, std::size_t rows) {
    tab.settle();
    tab.give({{"a.sla.json", many_rules(rules)}, {"leads.csv", leads(rows)}});
    ASSERT_NE(tab.state().desk().loaded(), nullptr);
    tab.state().select_part("stages[0]");
  }
  LeadDesk& desk() { return tab.state().lead_desk(); }
  void work() {
    for (int i = 0; i < 1000 && desk().counting(); ++i)
      tab.settle();
  }
};

TEST_F(LeadDeskTest, FiveThousandLeadsAreCountedAtOnce) {
  open(4, 5000);
  ASSERT_TRUE(desk().count().has_value());
  EXPECT_FALSE(desk().counting());
  EXPECT_EQ(desk().count()->matching, 1250u);
  EXPECT_EQ(desk().stages()[0], 1250u);
  EXPECT_EQ(desk().stages()[1], 5000u);
}

TEST_F(LeadDeskTest, MoreAreCountedOverSeveralTicksAndTheLastCountStays) {
  open(40, 30'000);
  EXPECT_TRUE(desk().counting());
  EXPECT_FALSE(desk().count().has_value());
  EXPECT_GT(tab.app().tick(tab.now(), 0), 0);  // wants to go on
  EXPECT_TRUE(desk().lines(Which::matching).empty());
  work();
  ASSERT_TRUE(desk().count().has_value());
  EXPECT_EQ(desk().count()->matching, 7500u);
  EXPECT_EQ(desk().lines(Which::matching).size(), LeadDesk::kPage);
  tab.state().set_field("definition.criteria[0].remove", "on");
  EXPECT_TRUE(desk().counting());
  EXPECT_EQ(desk().count()->matching, 7500u);
  EXPECT_EQ(desk().lines(Which::matching).size(), LeadDesk::kPage);
  work();
  EXPECT_FALSE(desk().counting());
}

TEST_F(LeadDeskTest, ListsGrowByPagesUpToABound) {
  open(2, 5000);
  EXPECT_EQ(desk().lines(Which::matching).size(), 50u);
  EXPECT_TRUE(desk().has_more(Which::matching));
  EXPECT_FALSE(desk().has_more(Which::just_short));
  for (int i = 0; i < 20; ++i)
    desk().show_more(Which::matching);
  EXPECT_EQ(desk().lines(Which::matching).size(), LeadDesk::kMostShown);
  EXPECT_FALSE(desk().has_more(Which::matching));
  // Another stage begins with its first page.
  tab.state().select_part("stages[1]");
  EXPECT_EQ(desk().lines(Which::matching).size(), 50u);
}

TEST_F(LeadDeskTest, NothingIsSaidOfDataThatAreGone) {
  open(40, 30'000);
  EXPECT_TRUE(desk().counting());
  tab.state().remove_file(0);
  EXPECT_GE(tab.app().tick(tab.now(), 0), 0);
  EXPECT_FALSE(desk().counting());
  EXPECT_FALSE(desk().count().has_value());
  EXPECT_TRUE(desk().lines(Which::matching).empty());
  EXPECT_EQ(desk().facts("leads", "email", false), nullptr);
}

TEST_F(LeadDeskTest, TheCountFollowsTheDayLookedAt) {
  open(2, 5000);
  EXPECT_EQ(desk().count()->matching, 1250u);
  tab.state().set_as_of("2026-01-04");
  EXPECT_EQ(desk().count()->matching, 0u);
}

TEST_F(LeadDeskTest, ColumnsAreReadWhenAskedFor) {
  open(2, 5000);
  const ColumnFacts* facts = desk().facts("leads", "contacted_at", false);
  ASSERT_NE(facts, nullptr);
  EXPECT_EQ(facts->least, "2026-01-06");
  EXPECT_EQ(desk().facts("leads", "elsewhere", false), nullptr);
  EXPECT_EQ(desk().facts("requests", "email", false), nullptr);
}

}  // namespace
}  // namespace leadpact::app
