// The lead score over the loaded leads: counted, and summed up for one.
#include "web/app/score_histogram.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/rules/compare.h"
#include "tests/core/scoring/scoring_testing.h"
#include "web/app/lead_sum.h"
#include "web/app/points_desk.h"

namespace leadpact::app {
namespace {

using namespace scoring::testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::Random;

// Rules over every type, by `scale` points; every seventh record comes twice.
World random_world(Random& random, int rows, double scale) {
  Agreement agreement = small_agreement();
  agreement.stages = {{"b", "", "", all_of({{"text", Op::starts_with, {"b"}}})}};
  agreement.lead_scoring.rules = {
      {"big", 20 * scale, all_of({{"number", Op::at_least, {"50"}}})},
      {"flag", 15 * scale, all_of({{"flag", Op::is, {"yes"}}})},
      {"student", -30 * scale, any_of({{"text", Op::is, {"student"}}, {"at", Op::is_empty, {}}})},
      {"stage", 7 * scale, all_of({{"", Op::meets, {"b"}}})},
      {"some", 1 * scale, not_of(all_of({{"number", Op::between, {"3", "60"}}}))},
  };
  const std::vector<std::string> texts = {"", "a", "b", "student", "Bx"};
  const std::vector<std::string> flags = {"", "yes", "no"};
  const std::vector<std::string> stamps = {"", "2026-01-05", "2026-02-01 10:00"};
  std::string csv = kHeader;
  for (int i = 0; i < rows; ++i) {
    csv += "L" + std::to_string(i % 7 == 6 ? i - 1 : i) + "," + random.pick(texts) + "," +
           std::to_string(random.below(100)) + "," + random.pick(flags) + "," +
           random.pick(stamps) + ",,,\n";
  }
  return scoring::testing::world(agreement, csv);
}

rules::Evaluator::View view_of(const World& world) {
  rules::Evaluator::View view;
  view.agreement_zone = calendar::Zone::find(world.agreement->time_zone);
  return view;
}

TEST(ScoreHistogram, CountsWhatEvaluatingEachLeadCounts) {
  Random random(21);
  for (const double scale : {1.0, 0.1, 1e6}) {
    const World world = random_world(random, 1500, scale);
    rules::Evaluator evaluator(*world.agreement, world.agreement->datasets[0], world.table(),
                               view_of(world));
    ScoreCounter counter(evaluator, world.table());
    while (counter.count(static_cast<std::size_t>(1 + random.below(400)))) {
      EXPECT_GT(counter.progress(), 0);
    }
    EXPECT_EQ(counter.progress(), 1);
    const ScoreCounts counts = counter.counts();
    rules::Evaluator again(*world.agreement, world.agreement->datasets[0], world.table(),
                           view_of(world));
    std::vector<double> scores;
    for (const std::uint32_t row : world.table().kept())
      scores.push_back(again.lead_scores()[row]);
    ASSERT_LT(scores.size(), world.table().rows());  // some come twice
    EXPECT_EQ(counts.leads(), scores.size());
    for (int points = -40; points < 60; ++points) {
      // The stage's own rule says who is in.
      const auto in =
          again.evaluate(all_of({{"lead_score", Op::at_least, {std::to_string(points * scale)}}}));
      std::uint64_t expected = 0;
      for (const std::uint32_t row : world.table().kept())
        expected += in[row];
      ASSERT_EQ(counts.at_least(std::stod(std::to_string(points * scale))), expected)
          << points << " × " << scale;
    }
    const std::vector<ScoreBar> bars = score_bars(counts, 43 * scale, 24);
    ASSERT_FALSE(bars.empty());
    EXPECT_LE(bars.size(), 26u);
    EXPECT_LE(bars.front().from, counts.least());
    EXPECT_GT(bars.back().to, counts.most());
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
      EXPECT_EQ(bars[i].from, i > 0 ? bars[i - 1].to : bars[i].from);
      std::uint64_t expected = 0;
      for (const double score : scores) {
        expected +=
            rules::is_at_least(score, bars[i].from) && !rules::is_at_least(score, bars[i].to) ? 1u
                                                                                              : 0u;
      }
      EXPECT_EQ(bars[i].leads, expected) << bars[i].label;
      sum += bars[i].leads;
    }
    EXPECT_EQ(sum, counts.leads());
  }
}

ScoreCounts counts_of(const std::vector<double>& points) {
  Agreement agreement = small_agreement();
  std::string csv = kHeader;
  for (std::size_t i = 0; i < points.size(); ++i) {
    csv += std::to_string(i) + ",,,,,,,\n";
    agreement.lead_scoring.rules.push_back(
        {"", points[i], all_of({{"id", Op::is, {std::to_string(i)}}})});
  }
  const World world = scoring::testing::world(agreement, csv);
  rules::Evaluator evaluator(*world.agreement, world.agreement->datasets[0], world.table(),
                             view_of(world));
  ScoreCounter counter(evaluator, world.table());
  counter.count(1000);
  return counter.counts();
}

TEST(ScoreHistogram, BarsHaveEdgesOneCanRead) {
  const auto labels = [](const std::vector<ScoreBar>& bars) {
    return bars.empty() ? std::string()
                        : std::to_string(bars.size()) + ": " + bars.front().label + " … " +
                              bars.back().label;
  };
  EXPECT_EQ(labels(score_bars(counts_of({20, 20, 55}), 130, 24)), "14: 0 to 9 … 130 to 139");
  EXPECT_EQ(labels(score_bars(counts_of({-25, 20, 55}), 60, 24)), "18: -25 to -21 … 60 to 64");
  EXPECT_EQ(labels(score_bars(counts_of({1, 2, 3}), 3, 24)), "4: 0 … 3");
  EXPECT_EQ(labels(score_bars(counts_of({0.5, 2, 3}), 3, 24)),
            "16: 0 to under 0.2 … 3 to under 3.2");
  EXPECT_EQ(labels(score_bars(counts_of({1e300, 3}), 1e300, 24)).substr(0, 2), "21");
  const auto beyond = score_bars(counts_of({1.7e308, 1.7e308, -1.7e308}),
                                 std::numeric_limits<double>::infinity(), 24);
  ASSERT_FALSE(beyond.empty());
  EXPECT_TRUE(std::isfinite(beyond.front().from) && std::isfinite(beyond.back().to));
  EXPECT_EQ(labels(score_bars(ScoreCounts(), 130, 24)), "");
  EXPECT_EQ(threshold_step(score_bars(counts_of({20, 55}), 130, 24)), 1);
  EXPECT_EQ(threshold_step(score_bars(counts_of({0.5, 3}), 3, 24)), 0.005);
  EXPECT_EQ(threshold_step(score_bars(counts_of({20000, 55}), 130, 24)), 50);
}

TEST(LeadSumTest, TheSumIsTheScoreOfEveryLead) {
  Random random(22);
  const World world = random_world(random, 400, 1);
  const agreement::Dataset& dataset = world.agreement->datasets[0];
  rules::Evaluator evaluator(*world.agreement, dataset, world.table(), view_of(world));
  const std::vector<double>& scores = evaluator.lead_scores();
  for (std::size_t row = 0; row < world.table().rows(); ++row) {
    const LeadSum sum = lead_sum(*world.agreement, dataset, world.table(), evaluator, row);
    ASSERT_EQ(sum.lines.size(), 5u);
    EXPECT_EQ(sum.sum, scores[row]);
    EXPECT_EQ(sum.lines.back().sum, scores[row]);
    double running = 0;
    for (std::size_t i = 0; i < sum.lines.size(); ++i) {
      const double points = world.agreement->lead_scoring.rules[i].points;
      EXPECT_EQ(sum.lines[i].points, sum.lines[i].fits ? points : 0);
      running += sum.lines[i].points;
      EXPECT_EQ(sum.lines[i].sum, running);
    }
  }
}

TEST(LeadSumTest, EachRuleSaysWhatItAsksAndWhatTheLeadHas) {
  Agreement agreement = small_agreement();
  agreement.lead_scoring.rules = {
      {"Big", 20, all_of({{"number", Op::at_least, {"50"}}})},
      {"", -12.5, any_of({{"text", Op::is, {"student"}}, {"flag", Op::is, {"no"}}})},
      {"All", 1, Condition()}};
  const World world =
      scoring::testing::world(agreement, std::string(kHeader) + "A,student,120,,,,,\nB,,7,,,,,\n");
  rules::Evaluator evaluator(*world.agreement, world.agreement->datasets[0], world.table(),
                             view_of(world));
  const LeadSum sum =
      lead_sum(*world.agreement, world.agreement->datasets[0], world.table(), evaluator, 0);
  EXPECT_EQ(sum.lead, "A");
  EXPECT_EQ(sum.lines[0].rule, "Big");
  EXPECT_EQ(sum.lines[0].asks, "“number” is at least 50");
  EXPECT_EQ(sum.lines[0].cells, "“number”: “120”");
  EXPECT_TRUE(sum.lines[0].fits);
  EXPECT_NE(sum.lines[1].rule.find("“text” is “student”"), std::string::npos);
  EXPECT_EQ(sum.lines[1].asks, "");
  EXPECT_EQ(sum.lines[1].cells, "“text”: “student” · “flag”: empty");
  EXPECT_EQ(signed_points(sum.lines[1].points), "-12.5");
  EXPECT_EQ(sum.lines[2].asks, "always");
  EXPECT_EQ(sum.sum, 8.5);
  EXPECT_EQ(signed_points(20), "+20");
  EXPECT_EQ(signed_points(0), "0");
}

TEST(LeadSumTest, TheVerdictIsTheRulesOwn) {
  EXPECT_EQ(threshold_verdict(54, 60, "“MQL”"),
            "54 of 60 points: does not reach the threshold of “MQL”.");
  EXPECT_EQ(threshold_verdict(60, 60, "“MQL”"), "60 of 60 points: reaches the threshold of “MQL”.");
  EXPECT_EQ(threshold_verdict(0.1 + 0.2, 0.3, "“MQL”").find("does not"), std::string::npos);
}

TEST(LeadSumTest, LeadsAreFoundByTheirIdentifier) {
  Agreement agreement = small_agreement();
  agreement.lead_scoring.rules = {{"All", 1, Condition()}};
  const World world = scoring::testing::world(
      agreement, std::string(kHeader) + "A10,,,,,,,\na1,,,,,,,\nA10,,5,,,,,\nB,,,,,,,\n");
  const agreement::Dataset& dataset = world.agreement->datasets[0];
  // The first of the repeated ones does not count.
  EXPECT_EQ(find_lead(dataset, world.table(), " A1 "), 0u);
  EXPECT_EQ(find_lead(dataset, world.table(), "a10"), 1u);
  EXPECT_EQ(find_lead(dataset, world.table(), "b"), 2u);
  EXPECT_EQ(find_lead(dataset, world.table(), "A"), 0u);
  EXPECT_FALSE(find_lead(dataset, world.table(), "C").has_value());
  EXPECT_FALSE(find_lead(dataset, world.table(), " ").has_value());
  agreement::Dataset nameless = dataset;
  nameless.id_field.clear();
  EXPECT_EQ(identifier_of(nameless, world.table(), 3), "leads.csv, line 5");
  EXPECT_EQ(find_lead(nameless, world.table(), "leads.csv, line 5"), 2u);
}

TEST(PointsDeskTest, AThresholdThatMovesScoresNothingAnew) {
  Random random(23);
  World world = random_world(random, 700, 1);
  Agreement& agreement = *world.agreement;
  agreement.stages.push_back({"mql", "MQL", "", all_of({{"lead_score", Op::at_least, {"20"}}})});
  PointsDesk desk;
  ASSERT_TRUE(desk.look(agreement, world.data, 1, std::nullopt));
  ASSERT_TRUE(desk.ready());  // few enough for a slice
  EXPECT_EQ(desk.leads(), 600u);
  const std::string words = desk.words(20);
  EXPECT_EQ(words.substr(0, 11), "20 points: ");
  EXPECT_NE(words.find(" of 600 leads, "), std::string::npos);
  desk.step_lead(1);
  const ScoreBar* bars = desk.bars().data();
  agreement.stages.back().definition.criteria[0].values = {"21"};
  EXPECT_TRUE(desk.look(agreement, world.data, 1, std::nullopt));
  EXPECT_EQ(desk.bars().data(), bars);
  EXPECT_EQ(desk.lead_number(), 2u);
  // Other points do, and so do other data and another time.
  const std::uint64_t before = desk.counts().at_least(100);
  agreement.lead_scoring.rules[0].points = 200;
  EXPECT_TRUE(desk.look(agreement, world.data, 1, std::nullopt));
  EXPECT_GT(desk.counts().at_least(100), before);
  EXPECT_EQ(desk.lead_number(), 2u);
  EXPECT_EQ(desk.lead()->lead, "L1");
  const double early = desk.counts().least();
  EXPECT_TRUE(desk.look(agreement, world.data, 1, calendar::testing::utc("2020-01-01T00:00:00Z")));
  EXPECT_EQ(desk.counts().least(), early);
  EXPECT_TRUE(desk.look(agreement, world.data, 2, std::nullopt));
  agreement.lead_scoring.dataset = "none";
  EXPECT_FALSE(desk.look(agreement, world.data, 2, std::nullopt));
  EXPECT_EQ(desk.lead(), nullptr);
}

TEST(PointsDeskTest, AManyRowedTableIsCountedInSlices) {
  Random random(24);
  const World world = random_world(random, 70000, 1);
  PointsDesk desk;
  ASSERT_TRUE(desk.look(*world.agreement, world.data, 1, std::nullopt));
  EXPECT_FALSE(desk.ready());
  EXPECT_TRUE(desk.working());
  EXPECT_NE(desk.lead(), nullptr);  // one lead is there at once
  int slices = 0;
  float last = desk.progress();
  while (desk.work()) {
    ++slices;
    EXPECT_GT(desk.progress(), last);
    last = desk.progress();
  }
  EXPECT_EQ(slices, 4);
  EXPECT_TRUE(desk.ready());
  EXPECT_EQ(desk.counts().leads(), desk.leads());
}

TEST(PointsDeskTest, ALeadThatIsNotThereKeepsTheOneBefore) {
  Random random(25);
  const World world = random_world(random, 20, 1);
  PointsDesk desk;
  ASSERT_TRUE(desk.look(*world.agreement, world.data, 1, std::nullopt));
  EXPECT_EQ(desk.lead()->lead, "L0");
  EXPECT_EQ(desk.lead_text(), "L0");
  desk.choose_lead("l3");
  EXPECT_EQ(desk.lead()->lead, "L3");
  EXPECT_EQ(desk.lead_text(), "l3");
  desk.choose_lead("nobody");
  EXPECT_EQ(desk.lead()->lead, "L3");
  EXPECT_EQ(desk.lead_text(), "nobody");
  EXPECT_EQ(desk.lead_error(), "No lead is called “nobody”. Until one is, “L3” is shown.");
  desk.step_lead(-100);
  EXPECT_EQ(desk.lead()->lead, "L0");
  EXPECT_EQ(desk.lead_error(), "");
  EXPECT_EQ(desk.lead_text(), "L0");
  desk.step_lead(100);
  EXPECT_EQ(desk.lead_number(), desk.leads());
}

}  // namespace
}  // namespace leadpact::app
