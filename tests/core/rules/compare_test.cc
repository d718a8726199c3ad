#include "core/rules/compare.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace leadpact::rules {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kMost = std::numeric_limits<double>::max();

TEST(RulesCompare, HeaderTable) {
  const struct {
    double x, against;
    bool equal, at_least, more, less;
  } kCases[] = {
      {4.9999999999, 5, true, true, false, false},   {5.0000000001, 5, true, true, false, false},
      {5.00001, 5, false, true, true, false},        {4.99999, 5, false, false, false, true},
      {1e12 + 100, 1e12, true, true, false, false},  {1e12 + 2000, 1e12, false, true, true, false},
      {kNone, 5, false, false, false, false},        {0, 0, true, true, false, false},
      {1e-10, 0, true, true, false, false},          {-1e-8, 0, false, false, false, true},
      {-5.0000000001, -5, true, true, false, false}, {kMost, kMost, true, true, false, false},
      {-kMost, kMost, false, false, false, true},    {kMost, -kMost, false, true, true, false},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(is_equal(c.x, c.against), c.equal) << c.x << " " << c.against;
    EXPECT_EQ(is_at_least(c.x, c.against), c.at_least) << c.x << " " << c.against;
    EXPECT_EQ(is_more_than(c.x, c.against), c.more) << c.x << " " << c.against;
    EXPECT_EQ(is_less_than(c.x, c.against), c.less) << c.x << " " << c.against;
  }
}

// For every pair of numbers exactly one of less, equal and more holds.
TEST(RulesCompare, TrichotomyHolds) {
  const double kValues[] = {-kMost, -1e9,     -1, -1e-9,    -1e-10,   0,   1e-10,   1e-9,    2e-9,
                            1,      1 + 1e-9, 5,  5 + 4e-9, 5 + 6e-9, 1e9, 1e9 + 1, 1e9 + 2, kMost};
  for (const double x : kValues) {
    for (const double against : kValues) {
      EXPECT_EQ(is_less_than(x, against) + is_equal(x, against) + is_more_than(x, against), 1)
          << x << " " << against;
      EXPECT_EQ(is_at_least(x, against), !is_less_than(x, against)) << x << " " << against;
      EXPECT_EQ(is_at_most(x, against), !is_more_than(x, against)) << x << " " << against;
    }
  }
}

}  // namespace
}  // namespace leadpact::rules
