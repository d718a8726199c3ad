#include "web/app/live_counts.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

using agreement::Op;

class LiveCountTest : public testing::Test {
 protected:
  agreement::Agreement agreement = samples::agreement();
  std::string csv =
      "Record ID,Email,Became an MQL,First contact\n"
      "1,a@b.example,2026-01-05,2026-01-06\n"
      "2,c@b.example,2026-01-05,\n"
      "3,,2026-01-05,2026-01-06\n"
      "4,,2026-01-05,\n"
      "4,d@b.example,2026-01-05,\n";

  std::optional<LiveCount> count(const agreement::Condition& definition) {
    agreement.stages = {{"s", "Stage", "", definition}};
    auto read = scoring::load(agreement, {{"leads", {{"leads.csv", csv}}}});
    EXPECT_TRUE(read.ok());
    loaded = std::move(read).value();
    return live_count(agreement, agreement.stages[0], loaded, std::nullopt);
  }
  scoring::LoadedData loaded;
};

TEST_F(LiveCountTest, SaysHowManyMatchAndHowManyFailByOneRule) {
  agreement::Condition both;
  both.criteria = {{"email", Op::is_filled, {}}, {"contacted_at", Op::is_filled, {}}};
  const auto found = count(both);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->of, 4u);  // the repeated row does not count
  EXPECT_EQ(found->matching, 1u);
  EXPECT_EQ(found->just_short, 3u);
  EXPECT_EQ(in_words(*found), "1 of 4 loaded leads matches; 3 more fail by one rule only.");
  both.match = agreement::Match::any;
  EXPECT_EQ(count(both)->matching, 4u);
  EXPECT_EQ(count(both)->just_short, 0u);
  EXPECT_EQ(count(agreement::Condition())->matching, 4u);
}

TEST_F(LiveCountTest, SaysNothingWhereNoDataHasTheColumn) {
  agreement::Condition other;
  other.criteria = {{"elsewhere", Op::is_filled, {}}};
  EXPECT_FALSE(count(other).has_value());
  other.criteria = {{"", Op::meets, {"nothing"}}};
  EXPECT_FALSE(count(other).has_value());
  // A comparison that is none of the column's type; nothing else checks it here.
  other.criteria = {{"email", Op::at_least, {"5"}}};
  EXPECT_FALSE(count(other).has_value());
}

}  // namespace
}  // namespace leadpact::app
