#include "web/app/unfinished.h"

#include <gtest/gtest.h>

#include "web/app/goal_desk.h"

namespace leadpact::app {
namespace {

std::string written(const Unfinished& unfinished) {
  bool all = false;
  std::string text = write_unfinished(unfinished, all);
  EXPECT_TRUE(all);
  return text;
}

TEST(Unfinished, ComesBackAsItWas) {
  Unfinished unfinished;
  unfinished.goal = {{"mql_to_sql", "22.5"}, {"deal_size", "a\tb\\t\nc"}};
  unfinished.drafts = {{"commitments#s1", "target", "x\\", "Target"},
                       {"agreement", "", std::string(100'000, 'x'), ""}};
  unfinished.days = {{"office", "2026-12-25\n03/04/2026"}};
  const Unfinished read = read_unfinished(written(unfinished));
  EXPECT_EQ(read.goal, unfinished.goal);
  EXPECT_EQ(read.days, unfinished.days);
  ASSERT_EQ(read.drafts.size(), 2u);
  EXPECT_EQ(read.drafts[0].part, "commitments#s1");
  EXPECT_EQ(read.drafts[0].key, "target");
  EXPECT_EQ(read.drafts[0].text, "x\\");
  EXPECT_EQ(read.drafts[1].text, unfinished.drafts[1].text);
  EXPECT_EQ(written({}), "");
}

TEST(Unfinished, DraftsOfOlderPagesAreRead) {
  const Unfinished read =
      read_unfinished("draft\tcommitments#s1\ttarget\tTarget\t“x” is no number.\tx\n");
  ASSERT_EQ(read.drafts.size(), 1u);
  EXPECT_EQ(read.drafts[0].text, "x");
}

TEST(Unfinished, WhatIsNoSuchLineIsDropped) {
  const Unfinished read = read_unfinished(
      "goal\n\ngoal\ta\ngoal\ta\tb\tc\ndraft\t1\t2\nother\ta\tb\n\x01\xff\\\ngoal\tk\tv");
  ASSERT_EQ(read.goal.size(), 1u);
  EXPECT_EQ(read.goal[0].second, "v");
  EXPECT_TRUE(read.drafts.empty());
}

TEST(Unfinished, IsBoundedAndSaysWhereNotAllFits) {
  Unfinished unfinished;
  for (std::size_t i = 0; i < 2 * kMostUnfinishedLines; ++i)
    unfinished.goal.emplace_back("k", "v");
  unfinished.goal[0].second.assign(kMostUnfinished, 'x');
  bool all = true;
  const std::string text = write_unfinished(unfinished, all);
  EXPECT_FALSE(all);
  EXPECT_EQ(read_unfinished(text).goal.size(), kMostUnfinishedLines);
  EXPECT_LT(text.size(), kMostUnfinished);
  std::string hostile;
  for (std::size_t i = 0; i < 10 * kMostUnfinishedLines; ++i)
    hostile += "goal\tk\tv\n";
  EXPECT_EQ(read_unfinished(hostile).goal.size(), kMostUnfinishedLines);
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

TEST(GoalDeskTexts, EveryFigureOfAStepSetsItsMonth) {
  GoalDesk desk;
  desk.set("working_days", "20");
  desk.set("reps", "4");
  for (const auto& [key, text] : std::vector<std::pair<std::string, std::string>>{
           {"mqls.week", "60"}, {"mqls.day", "13"}, {"mqls.rep", "65"}, {"mqls", "260"}}) {
    desk.set("mqls", "1");
    desk.set(key, text);
    EXPECT_EQ(shown(desk, key), text);
    desk.set("reps", "4");
    EXPECT_EQ(shown(desk, "mqls"), "260") << key;
    EXPECT_EQ(shown(desk, "mqls.week"), "60") << key;
    EXPECT_EQ(shown(desk, "mqls.day"), "13") << key;
    EXPECT_EQ(shown(desk, "mqls.rep"), "65") << key;
  }
  desk.set("reps", "0");
  desk.set("mqls.rep", "5");
  EXPECT_EQ(shown(desk, "mqls.rep"), "5 !");
  EXPECT_EQ(shown(desk, "mqls"), "260");
}

TEST(GoalDeskTexts, TheRateFollowsWhereThatIsChosen) {
  GoalDesk desk;
  desk.set("follows", "rate");
  const std::string goal = shown(desk, "revenue");
  const double sqls = *agreement::a_month(desk.maths(), agreement::FunnelStep::sqls);
  desk.set("mqls", "400");
  EXPECT_EQ(shown(desk, "revenue"), goal);
  EXPECT_DOUBLE_EQ(desk.maths().mql_to_sql, sqls / 4);
  desk.set("mqls", "1");
  EXPECT_EQ(shown(desk, "mqls"), "1 !");  // fewer than the SQLs they become
  GoalDesk again;
  again.restore(desk.texts());
  EXPECT_EQ(again.texts(), desk.texts());
}

TEST(GoalDeskTexts, PresetNumbersSayThatTheyAreOnlyAStart) {
  GoalDesk desk;
  std::size_t starts = 0;
  const auto help_of = [&](const std::string& key) {
    for (const FormField& field : desk.fields()) {
      if (field.key == key) return field.help;
    }
    return std::string();
  };
  for (const FormField& field : desk.fields())
    starts += field.help.find("Only a start") != std::string::npos ? 1u : 0u;
  EXPECT_EQ(starts, 9u);
  for (const char* rate : {"won", "sql_to_opportunity", "mql_to_sql", "lead_to_mql"})
    EXPECT_NE(help_of(rate).find("ublished"), std::string::npos) << rate;
  agreement::Agreement agreement;
  agreement.starts_on = "2026-01-01";
  agreement.calendars.emplace_back();
  agreement.calendars[0].name = "Office hours";
  agreement.calendars[0].week.push_back({"mon", "09:00", "17:00"});
  desk.look(agreement);
  EXPECT_EQ(shown(desk, "working_days"), "4.33");
  EXPECT_NE(help_of("working_days").find("“Office hours”"), std::string::npos);
  EXPECT_TRUE(desk.texts().empty());
  desk.set("working_days", "21");
  desk.look(agreement);
  EXPECT_EQ(shown(desk, "working_days"), "21");
  GoalDesk again;
  again.restore(desk.texts());
  again.look(agreement);
  EXPECT_EQ(again.maths().working_days, 21);
}

TEST(GoalDeskTexts, UnknownKeysAreDropped) {
  GoalDesk desk;
  desk.restore({{"nonsense", "x"}, {"won", "30"}});
  EXPECT_EQ(desk.texts(), (std::vector<std::pair<std::string, std::string>>{{"won", "30"}}));
}

}  // namespace
}  // namespace leadpact::app
