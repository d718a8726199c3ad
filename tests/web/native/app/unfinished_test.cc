#include "web/app/unfinished.h"

#include <gtest/gtest.h>

#include "web/app/goal_desk.h"

namespace leadpact::app {
namespace {

TEST(Unfinished, ComesBackAsItWas) {
  Unfinished unfinished;
  unfinished.goal = {{"mql_to_sql", "22.5"}, {"deal_size", "a\tb\\t\nc"}};
  unfinished.drafts = {{"commitments#s1", "target", "Target", "“x” is no number.", "x\\"},
                       {"agreement", "", "", "", ""}};
  const Unfinished read = read_unfinished(write_unfinished(unfinished));
  EXPECT_EQ(read.goal, unfinished.goal);
  ASSERT_EQ(read.drafts.size(), 2u);
  EXPECT_EQ(read.drafts[0].part, "commitments#s1");
  EXPECT_EQ(read.drafts[0].key, "target");
  EXPECT_EQ(read.drafts[0].label, "Target");
  EXPECT_EQ(read.drafts[0].sentence, "“x” is no number.");
  EXPECT_EQ(read.drafts[0].text, "x\\");
  EXPECT_EQ(write_unfinished({}), "");
}

TEST(Unfinished, WhatIsNoSuchLineIsDropped) {
  const Unfinished read = read_unfinished(
      "goal\n\ngoal\ta\ngoal\ta\tb\tc\ndraft\t1\t2\nother\ta\tb\n\x01\xff\\\ngoal\tk\tv");
  ASSERT_EQ(read.goal.size(), 1u);
  EXPECT_EQ(read.goal[0].second, "v");
  EXPECT_TRUE(read.drafts.empty());
}

TEST(Unfinished, IsBounded) {
  Unfinished unfinished;
  for (std::size_t i = 0; i < 2 * kMostUnfinished; ++i)
    unfinished.goal.emplace_back("k", "v");
  unfinished.goal[0].second.assign(kLongestUnfinished, 'x');
  const std::string text = write_unfinished(unfinished);
  EXPECT_EQ(read_unfinished(text).goal.size(), kMostUnfinished);
  EXPECT_LT(text.size(), kLongestUnfinished);
  std::string hostile;
  for (std::size_t i = 0; i < 10 * kMostUnfinished; ++i)
    hostile += "goal\tk\tv\n";
  EXPECT_EQ(read_unfinished(hostile).goal.size(), kMostUnfinished);
}

// ---- The goal maths -----------------------------------------------------------

std::string shown(const GoalDesk& desk, const std::string& key) {
  for (const FormField& field : desk.fields()) {
    if (field.key == key) return field.value + (field.error.empty() ? "" : " !");
  }
  return "";
}

TEST(GoalDeskTexts, NumbersAndDraftsComeBack) {
  GoalDesk desk;
  EXPECT_TRUE(desk.texts().empty());
  desk.set("mql_to_sql", "22.5");
  desk.set("deal_size", "lots");
  desk.set("leads", "some");
  GoalDesk again;
  again.restore(desk.texts());
  EXPECT_EQ(shown(again, "mql_to_sql"), "22.5");
  EXPECT_EQ(shown(again, "deal_size"), "lots !");
  EXPECT_EQ(shown(again, "leads"), "some !");
  EXPECT_EQ(again.maths().mql_to_sql, 22.5);
  EXPECT_EQ(again.maths().deal_size, GoalDesk().maths().deal_size);
  EXPECT_EQ(again.texts(), desk.texts());
}

TEST(GoalDeskTexts, AStepPulledFromBelowComesBackAsTheRevenueItMeans) {
  GoalDesk desk;
  desk.set("mqls", "300");
  GoalDesk again;
  again.restore(desk.texts());
  EXPECT_EQ(again.maths().revenue, desk.maths().revenue);
  EXPECT_EQ(shown(again, "mqls"), "300");
}

TEST(GoalDeskTexts, AFieldLeftInErrorKeepsItsText) {
  GoalDesk desk;
  desk.set("deal_size", "lots");
  desk.set("won", "30");
  EXPECT_EQ(shown(desk, "deal_size"), "lots !");
  desk.set("deal_size", "18000");
  EXPECT_EQ(shown(desk, "deal_size"), "18000");
}

TEST(GoalDeskTexts, UnknownKeysAreDropped) {
  GoalDesk desk;
  desk.restore({{"nonsense", "x"}, {"won", "30"}});
  EXPECT_EQ(desk.texts(), (std::vector<std::pair<std::string, std::string>>{{"won", "30"}}));
}

}  // namespace
}  // namespace leadpact::app
