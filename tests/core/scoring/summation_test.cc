#include "core/scoring/summation.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace leadpact::scoring {
namespace {

Sum sum_of(const std::vector<double>& numbers) {
  Sum sum;
  for (const double x : numbers)
    sum.add(x);
  return sum;
}

TEST(ScoringSummation, HeaderTable) {
  EXPECT_EQ(sum_of(std::vector<double>(10, 0.1)).total(), 1.0);
  EXPECT_EQ(sum_of({1e16, 1, -1e16}).total(), 1.0);
  EXPECT_EQ(sum_of({1e308, 1e308, -1e308}).total(), 1e308);
  EXPECT_EQ(sum_of({1e308, 1e308}).total(), std::nullopt);
  EXPECT_EQ(sum_of({-1e308, -1e308}).total(), std::nullopt);
  EXPECT_EQ(sum_of({}).total(), 0.0);
}

TEST(ScoringSummation, MeansStayWithinADouble) {
  constexpr double kMost = std::numeric_limits<double>::max();
  EXPECT_EQ(sum_of({}).mean(), 0.0);
  EXPECT_EQ(sum_of({1, 2}).mean(), 1.5);
  EXPECT_EQ(sum_of({1e308, 1e308}).mean(), 1e308);
  EXPECT_EQ(sum_of({kMost, kMost, kMost}).mean(), kMost);
  EXPECT_EQ(sum_of({-kMost, -kMost, -kMost}).mean(), -kMost);
}

TEST(ScoringSummation, ManyCents) {
  Sum sum;
  for (int i = 0; i < 1000000; ++i)
    sum.add(i % 2 == 0 ? 0.01 : 1e9 + 0.01);
  EXPECT_DOUBLE_EQ(sum.total().value(), 5e14 + 10000);
  EXPECT_EQ(sum.count(), 1000000u);
}

}  // namespace
}  // namespace leadpact::scoring
