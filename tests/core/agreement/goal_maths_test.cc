#include "core/agreement/goal_maths.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::agreement {
namespace {

GoalMaths worked() {
  GoalMaths maths;
  maths.sql_to_opportunity = 50;
  maths.lead_to_mql = 25;
  return maths;
}

TEST(GoalMathsTest, TheWorkedExampleOfTheHeader) {
  const GoalMaths maths = worked();
  EXPECT_DOUBLE_EQ(a_month(maths, FunnelStep::customers).value(), 5);
  EXPECT_DOUBLE_EQ(a_month(maths, FunnelStep::opportunities).value(), 20);
  EXPECT_DOUBLE_EQ(a_month(maths, FunnelStep::sqls).value(), 40);
  EXPECT_DOUBLE_EQ(a_month(maths, FunnelStep::mqls).value(), 200);
  EXPECT_DOUBLE_EQ(a_month(maths, FunnelStep::leads).value(), 800);
}

TEST(GoalMathsTest, EveryStepSetsTheGoalThatNeedsIt) {
  data::testing::Dice dice(7);
  for (int i = 0; i < 500; ++i) {
    GoalMaths maths;
    for (double* rate : {&maths.marketing_share, &maths.won, &maths.sql_to_opportunity,
                         &maths.mql_to_sql, &maths.lead_to_mql}) {
      *rate = static_cast<double>(1 + dice.below(100));
    }
    maths.deal_size = static_cast<double>(1 + dice.below(100000));
    for (const FunnelStep step : kFunnel) {
      const double count = static_cast<double>(dice.below(100000)) / 8;
      ASSERT_TRUE(set_a_month(maths, step, count));
      ASSERT_NEAR(a_month(maths, step).value(), count, 1e-9 * (1 + count));
      // Down the funnel there are never fewer.
      double before = 0;
      for (const FunnelStep each : kFunnel) {
        ASSERT_GE(a_month(maths, each).value() * (1 + 1e-12), before);
        before = a_month(maths, each).value();
      }
    }
  }
}

TEST(GoalMathsTest, WhatCannotBeDividedSaysNothing) {
  GoalMaths maths;
  maths.mql_to_sql = 0;
  EXPECT_TRUE(a_month(maths, FunnelStep::sqls).has_value());
  EXPECT_FALSE(a_month(maths, FunnelStep::mqls).has_value());
  EXPECT_FALSE(set_a_month(maths, FunnelStep::leads, 5));
  maths = GoalMaths();
  maths.revenue = -1;
  EXPECT_FALSE(a_month(maths, FunnelStep::customers).has_value());
  EXPECT_FALSE(set_a_month(maths, FunnelStep::customers, -1));
  maths.deal_size = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(a_month(maths, FunnelStep::customers).has_value());
  Agreement agreement;
  EXPECT_EQ(add_goal_commitments(agreement, maths), "");
  EXPECT_EQ(agreement, Agreement());
}

TEST(GoalMathsTest, TheNumbersBecomePromises) {
  for (const Template& each : templates()) {
    Agreement agreement = exchange::read_json(each.json).value().agreement;
    const std::size_t before = agreement.commitments.size();
    EXPECT_NE(add_goal_commitments(agreement, worked()), "");
    EXPECT_TRUE(validate(agreement).empty()) << each.name;
    ASSERT_EQ(agreement.commitments.size(), before + 2);
    EXPECT_EQ(agreement.commitments[before].title, "200 MQLs a month");
    EXPECT_EQ(agreement.commitments[before].target, 200);
    EXPECT_EQ(agreement.commitments[before + 1].title, "15 new customers a quarter");
    EXPECT_EQ(agreement.goals.back().title, "2,400,000 of new revenue a year");
  }
}

}  // namespace
}  // namespace leadpact::agreement
