#include "core/agreement/goal_maths.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
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

TEST(GoalMathsTest, OrTheRateAboveItAndNothingElse) {
  GoalMaths maths = worked();
  EXPECT_TRUE(set_rate_above(maths, FunnelStep::mqls, 400));
  EXPECT_DOUBLE_EQ(maths.mql_to_sql, 10);
  maths = worked();
  EXPECT_TRUE(set_rate_above(maths, FunnelStep::customers, 10));
  EXPECT_DOUBLE_EQ(maths.deal_size, 10000);
  maths = worked();
  EXPECT_FALSE(set_rate_above(maths, FunnelStep::mqls, 20));
  EXPECT_FALSE(set_rate_above(maths, FunnelStep::customers, 0));
  EXPECT_EQ(maths.mql_to_sql, worked().mql_to_sql);
  data::testing::Dice dice(8);
  for (int i = 0; i < 500; ++i) {
    GoalMaths all;
    for (double* rate : {&all.marketing_share, &all.won, &all.sql_to_opportunity, &all.mql_to_sql,
                         &all.lead_to_mql}) {
      *rate = static_cast<double>(1 + dice.below(100));
    }
    for (std::size_t step = 0; step < std::size(kFunnel); ++step) {
      const double above = step == 0 ? 1 : a_month(all, kFunnel[step - 1]).value();
      const double count = above * (1 + static_cast<double>(dice.below(1000)) / 100);
      const GoalMaths before = all;
      ASSERT_TRUE(set_rate_above(all, kFunnel[step], count));
      ASSERT_NEAR(a_month(all, kFunnel[step]).value(), count, 1e-9 * (1 + count));
      ASSERT_EQ(all.revenue, before.revenue);
      for (std::size_t other = 0; other < step; ++other) {
        ASSERT_EQ(a_month(all, kFunnel[other]), a_month(before, kFunnel[other]));
      }
    }
  }
}

TEST(GoalMathsTest, WorkingDaysAreThoseOfTheBusinessHours) {
  Agreement agreement;
  EXPECT_FALSE(working_days_a_month(agreement).has_value());
  agreement.starts_on = "2026-01-01";
  agreement.calendars.emplace_back();
  Calendar& calendar = agreement.calendars.front();
  EXPECT_FALSE(working_days_a_month(agreement).has_value());
  for (const char* day : {"mon", "tue", "wed", "thu", "fri"})
    calendar.week.push_back({day, "09:00", "17:00"});
  EXPECT_DOUBLE_EQ(working_days_a_month(agreement).value(), 261 / 12.0);
  calendar.holidays = {"2026-12-25", "2026-12-26", "2027-12-24"};  // a Friday, a Saturday, later
  EXPECT_DOUBLE_EQ(working_days_a_month(agreement).value(), 260 / 12.0);
  calendar.special_days.push_back({"2026-12-25", "09:00", "12:00"});
  calendar.special_days.push_back({"2026-12-27", "09:00", "12:00"});  // a Sunday
  EXPECT_DOUBLE_EQ(working_days_a_month(agreement).value(), 262 / 12.0);
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
