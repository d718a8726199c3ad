#include "core/calendar/limit_scale.h"

#include <gtest/gtest.h>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::calendar {
namespace {

TEST(LimitScale, WritesAsInTheTable) {
  const Limit office = *parse_limit("2 business hours");
  EXPECT_EQ(write_limit(office, 7200), "2 business hours");
  EXPECT_EQ(write_limit(office, 20400), "340 business minutes");
  EXPECT_EQ(write_limit(office, 60), "1 business minute");
  EXPECT_EQ(write_limit(*parse_limit("30 minutes"), 61), "2 minutes");
  EXPECT_EQ(write_limit(*parse_limit("30 minutes"), 0), "0 minutes");
  EXPECT_EQ(write_limit(*parse_limit("3 days"), 1), "1 day");
  EXPECT_EQ(write_limit(*parse_limit("3 business days"), 4), "4 business days");
}

TEST(LimitScale, TakesHoursWhereMinutesHaveTooManyDigits) {
  const Limit hours = *parse_limit("2 hours");
  EXPECT_EQ(write_limit(hours, 999'999 * 60), "999999 minutes");
  EXPECT_EQ(write_limit(hours, 999'999 * 60 + 1), "16667 hours");
  EXPECT_EQ(write_limit(hours, 999'999LL * 3600 + 1), "999999 hours");
}

TEST(LimitScale, WhatIsWrittenIsReadAndIsNoShorter) {
  testing::Random random(7);
  for (const char* like : {"1 minute", "1 business hour", "1 day", "1 business day"}) {
    const Limit limit = *parse_limit(like);
    for (int i = 0; i < 500; ++i) {
      const std::int64_t amount = random.below(900'000);
      const auto read = parse_limit(write_limit(limit, amount));
      ASSERT_TRUE(read) << write_limit(limit, amount);
      EXPECT_TRUE(same_scale(limit, *read));
      EXPECT_GE(amount_of(*read), amount);
      EXPECT_LT(amount_of(*read), amount + 60);
      EXPECT_EQ(write_limit(limit, amount_of(*read)), write_limit(limit, amount));
    }
  }
}

TEST(LimitScale, KnowsWhatCountsTheSameTime) {
  EXPECT_TRUE(same_scale(*parse_limit("2 hours"), *parse_limit("30 minutes")));
  EXPECT_FALSE(same_scale(*parse_limit("2 hours"), *parse_limit("2 business hours")));
  EXPECT_FALSE(same_scale(*parse_limit("24 hours"), *parse_limit("1 day")));
}

}  // namespace
}  // namespace leadpact::calendar
