#include "core/agreement/stage_graph.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace leadpact::agreement {
namespace {

Criterion meets(std::string stage) {
  Criterion criterion;
  criterion.op = Op::meets;
  criterion.values = {std::move(stage)};
  return criterion;
}

Stage stage(std::string id, std::vector<std::string> asks_for) {
  Stage result;
  result.id = std::move(id);
  for (std::string& target : asks_for) {
    result.definition.criteria.push_back(meets(std::move(target)));
  }
  return result;
}

Criterion on_score() {
  Criterion criterion;
  criterion.field = "lead_score";
  criterion.op = Op::at_least;
  criterion.values = {"1"};
  return criterion;
}

TEST(StageGraph, FindsCircles) {
  const std::vector<Stage> stages = {stage("a", {"b"}), stage("b", {"c"}), stage("c", {"x", "b"}),
                                     stage("d", {"d"}), stage("e", {"c"}), stage("f", {" g "}),
                                     stage("g", {"f"})};
  const auto circles = StageGraph(stages).circles();
  EXPECT_EQ(circles[0], std::nullopt) << "leads into a circle, but is not on it";
  EXPECT_EQ(circles[1], 2u);
  EXPECT_EQ(circles[2], 1u);
  EXPECT_EQ(circles[3], 3u);
  EXPECT_EQ(circles[4], std::nullopt);
  EXPECT_EQ(circles[5], 6u) << "values are trimmed";
  EXPECT_EQ(circles[6], 5u);
}

TEST(StageGraph, FollowsGroupsAndTheScore) {
  std::vector<Stage> stages = {stage("plain", {}), stage("scored", {}), stage("by", {"scored"}),
                               stage("by_by", {"plain"})};
  stages[1].definition.groups.resize(1);
  stages[1].definition.groups[0].criteria = {on_score()};
  stages[3].definition.groups.resize(1);
  stages[3].definition.groups[0].criteria = {meets("by")};
  EXPECT_EQ(StageGraph(stages).reaches_score(), (std::vector<bool>{false, true, true, true}));
}

TEST(StageGraph, TheFirstOfTwoIdsIsMeant) {
  const std::vector<Stage> stages = {stage("a", {}), stage("a", {"a"})};
  const StageGraph graph(stages);
  EXPECT_EQ(graph.find("a"), 0u);
  EXPECT_EQ(graph.find("b"), std::nullopt);
  EXPECT_EQ(graph.circles()[1], std::nullopt);
}

TEST(StageGraph, LongChainsDoNotOverflow) {
  std::vector<Stage> stages;
  for (int i = 0; i < 200000; ++i) {
    stages.push_back(stage("s" + std::to_string(i), {"s" + std::to_string((i + 1) % 200000)}));
  }
  stages.back().definition.criteria.push_back(on_score());
  const StageGraph graph(stages);
  EXPECT_TRUE(graph.circles()[0].has_value());
  EXPECT_TRUE(graph.reaches_score()[0]);
}

// Against the plain definition: a stage is on a circle if it can be reached
// from itself.
TEST(StageGraph, AgreesWithReachability) {
  std::mt19937 engine(3);
  for (int round = 0; round < 200; ++round) {
    const std::size_t count = 1 + engine() % 7;
    std::vector<Stage> stages;
    std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count));
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<std::string> targets;
      for (std::size_t n = engine() % 3; n > 0; --n) {
        const std::size_t target = engine() % count;
        targets.push_back(std::to_string(target));
        reaches[i][target] = true;
      }
      stages.push_back(stage(std::to_string(i), targets));
    }
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
          if (reaches[i][k] && reaches[k][j]) reaches[i][j] = true;
        }
      }
    }
    const auto circles = StageGraph(stages).circles();
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(circles[i].has_value(), reaches[i][i]) << round << " " << i;
      if (circles[i]) {
        ASSERT_TRUE(reaches[*circles[i]][i]);
      }
    }
  }
}

}  // namespace
}  // namespace leadpact::agreement
