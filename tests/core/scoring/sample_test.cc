#include "core/scoring/sample.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::scoring {
namespace {

using calendar::testing::Random;

std::vector<std::string> ids_of(const std::vector<std::string>& ids, std::string_view seed,
                                std::size_t size) {
  Sample sample(seed, size);
  for (std::uint32_t i = 0; i < ids.size(); ++i)
    sample.add(ids[i], i);
  std::vector<std::string> drawn;
  for (const std::uint32_t lead : std::move(sample).take())
    drawn.push_back(ids[lead]);
  return drawn;
}

std::vector<std::string> many(std::size_t count) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count; ++i)
    ids.push_back("L" + std::to_string(i));
  return ids;
}

// The same in every build: what a meeting wrote down stays true.
TEST(Sample, NumbersAreTheTable) {
  EXPECT_EQ(sample_number("", "A"), 0x1ef32eac187be1e4u);
  EXPECT_EQ(sample_number("2026-03", "L1"), 0xd3d49d9b86aac6f8u);
  EXPECT_EQ(sample_number("2026-03", "L2"), 0x14bf65016eeac0a4u);
  EXPECT_EQ(sample_number("2026-04", "L1"), 0xf0ff576e53f2ab11u);
}

TEST(Sample, IsTheSameInAnyOrderOfRows) {
  std::vector<std::string> ids = many(500);
  const std::vector<std::string> drawn = ids_of(ids, "March", 20);
  ASSERT_EQ(drawn.size(), 20u);
  Random random(7);
  for (int i = 0; i < 20; ++i) {
    for (std::size_t at = ids.size() - 1; at > 0; --at)
      std::swap(ids[at], ids[static_cast<std::size_t>(random.below(static_cast<int>(at) + 1))]);
    EXPECT_EQ(ids_of(ids, "March", 20), drawn);
  }
  EXPECT_NE(ids_of(ids, "April", 20), drawn);
}

TEST(Sample, OfASmallerSizeBeginsALargerOne) {
  const std::vector<std::string> ids = many(300);
  const std::vector<std::string> large = ids_of(ids, "s", 50);
  for (std::size_t size : {0u, 1u, 7u, 49u}) {
    const std::vector<std::string> small = ids_of(ids, "s", size);
    EXPECT_EQ(small, std::vector<std::string>(large.begin(),
                                              large.begin() + static_cast<std::ptrdiff_t>(size)));
  }
}

TEST(Sample, KeepsThoseThatStayWhenOthersCome) {
  std::vector<std::string> ids = many(300);
  const std::vector<std::string> before = ids_of(ids, "s", 20);
  ids.emplace_back("newcomer");
  for (const std::string& id : ids_of(ids, "s", 20)) {
    if (id == "newcomer") continue;
    EXPECT_NE(std::find(before.begin(), before.end(), id), before.end());
  }
}

TEST(Sample, DrawsNobodyWithoutAnIdAndAllWhereThereAreFew) {
  Sample sample("s", 20);
  sample.add("", 0);
  sample.add("A", 1);
  sample.add("B", 2);
  EXPECT_EQ(sample.without_id(), 1u);
  EXPECT_EQ(std::move(sample).take().size(), 2u);
  EXPECT_EQ(ids_of(many(2000), "s", 100'000).size(), Sample::kMost);
}

// Every lead is as likely as any other: 1,000 seeds draw each of 50 leads about
// 400 times.
TEST(Sample, FavoursNobody) {
  const std::vector<std::string> ids = many(50);
  std::vector<int> times(50);
  for (int seed = 0; seed < 1000; ++seed) {
    for (const std::string& id : ids_of(ids, std::to_string(seed), 20))
      ++times[static_cast<std::size_t>(std::stoi(id.substr(1)))];
  }
  for (const int each : times) {
    EXPECT_GT(each, 320);
    EXPECT_LT(each, 480);
  }
}

}  // namespace
}  // namespace leadpact::scoring
