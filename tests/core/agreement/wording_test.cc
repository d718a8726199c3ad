#include "core/agreement/wording.h"

#include <gtest/gtest.h>

namespace leadpact::agreement {
namespace {

TEST(Wording, ThousandsAreMarked) {
  EXPECT_EQ(grouped("0"), "0");
  EXPECT_EQ(grouped("999"), "999");
  EXPECT_EQ(grouped("1000"), "1,000");
  EXPECT_EQ(grouped("-1234567.8901"), "-1,234,567.8901");
  EXPECT_EQ(grouped("-100"), "-100");
  EXPECT_EQ(grouped("1e+30"), "1e+30");
  EXPECT_EQ(grouped("nan"), "nan");
  EXPECT_EQ(grouped(""), "");
}

TEST(Wording, ListsEndInAWord) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(listed({"a", "b"}, "or"), "a or b");
}

}  // namespace
}  // namespace leadpact::agreement
