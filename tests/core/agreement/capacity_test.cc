#include "core/agreement/capacity.h"

#include <gtest/gtest.h>

#include <limits>

namespace leadpact::agreement {
namespace {

TEST(Capacity, IsTheTable) {
  const auto result = capacity({40, 6, 5, 3, 5});
  ASSERT_TRUE(result);
  EXPECT_DOUBLE_EQ(result->needed, 20);
  EXPECT_DOUBLE_EQ(result->there, 15);
  EXPECT_DOUBLE_EQ(result->left, -5);
  EXPECT_EQ(result->reps, 4);
  EXPECT_EQ(result->leads, 30);
}

TEST(Capacity, ThoseItTakesAreEnoughAndOneFewerIsNot) {
  for (int leads = 0; leads < 200; leads += 7) {
    for (int minutes = 1; minutes < 20; minutes += 3) {
      Workload work{static_cast<double>(leads), 3, static_cast<double>(minutes), 0, 6.5};
      work.reps = capacity(work)->reps;
      EXPECT_GE(capacity(work)->left, -1e-6);
      EXPECT_GE(capacity(work)->leads, leads);
      work.reps -= 1;
      if (work.reps >= 0) {
        EXPECT_LT(capacity(work)->left, 0);
      }
    }
  }
}

TEST(Capacity, SaysNothingOfWhatCannotBe) {
  EXPECT_FALSE(capacity({-1, 6, 5, 3, 5}));
  EXPECT_FALSE(capacity({40, 0, 5, 3, 5}));
  EXPECT_FALSE(capacity({40, 6, 5, 3, 25}));
  EXPECT_FALSE(capacity({40, 6, std::numeric_limits<double>::quiet_NaN(), 3, 5}));
  EXPECT_FALSE(capacity({1e300, 1e300, 5, 3, 5}));
  EXPECT_FALSE(capacity({1, 1e-300, 1e-300, 3, 5}));
}

}  // namespace
}  // namespace leadpact::agreement
