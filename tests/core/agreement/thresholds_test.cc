#include "core/agreement/thresholds.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/paper.h"
#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Criterion score(Op op, std::string value) {
  return {std::string(kLeadScoreKey), op, {std::move(value)}};
}

Agreement with(std::vector<Condition> definitions) {
  Agreement agreement;
  for (std::size_t i = 0; i < definitions.size(); ++i)
    agreement.stages.push_back({"s" + std::to_string(i), "", "", std::move(definitions[i])});
  return agreement;
}

TEST(Thresholds, AreWhatStagesAskOfTheScore) {
  Condition plain, any, inside, turned, other;
  plain.criteria = {{"country", Op::is, {"US"}}, score(Op::at_least, " 60 ")};
  any.match = Match::any;
  any.criteria = {score(Op::at_least, "-2.5"), {"demo", Op::is, {"true"}}};
  inside.groups = {Condition(), plain};
  turned = plain;
  turned.negate = true;
  other.criteria = {score(Op::more_than, "60"),
                    score(Op::at_least, "many"),
                    {std::string(kLeadScoreKey), Op::at_least, {}}};
  const auto found = thresholds_of(with({other, plain, turned, any, inside}));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].stage, 1u);
  EXPECT_EQ(found[0].criterion, 1u);
  EXPECT_EQ(found[0].points, 60);
  EXPECT_EQ(found[1].stage, 3u);
  EXPECT_EQ(found[1].points, -2.5);
  EXPECT_EQ(found[2].stage, 4u);
  EXPECT_EQ(found[2].groups, (std::vector<std::size_t>{1}));
}

TEST(Thresholds, AreSetWhereTheyStandAndNowhereElse) {
  Condition plain, inside;
  plain.criteria = {{"country", Op::is, {"US"}}, score(Op::at_least, "60")};
  inside.groups = {Condition(), plain};
  Agreement agreement = with({inside});
  const Threshold threshold = thresholds_of(agreement).at(0);
  EXPECT_TRUE(set_threshold(agreement, threshold, 72.5));
  EXPECT_EQ(agreement.stages[0].definition.groups[1].criteria[1].values.at(0), "72.5");
  EXPECT_EQ(thresholds_of(agreement).at(0).points, 72.5);

  const Agreement before = agreement;
  Threshold wrong = threshold;
  wrong.criterion = 0;
  EXPECT_FALSE(set_threshold(agreement, wrong, 1));
  wrong.criterion = 9;
  EXPECT_FALSE(set_threshold(agreement, wrong, 1));
  wrong = threshold;
  wrong.groups = {7};
  EXPECT_FALSE(set_threshold(agreement, wrong, 1));
  wrong.stage = 7;
  EXPECT_FALSE(set_threshold(agreement, wrong, 1));
  EXPECT_FALSE(set_threshold(agreement, threshold, std::numeric_limits<double>::infinity()));
  EXPECT_EQ(agreement, before);
}

TEST(Thresholds, AreAddedBesideWhatAStageAsks) {
  Condition all, any, turned;
  all.criteria = {{"country", Op::is, {"US"}}};
  any = all;
  any.match = Match::any;
  turned = all;
  turned.negate = true;
  const std::vector<Condition> before = {Condition(), all, any, turned};
  Agreement agreement = with(before);
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_TRUE(add_threshold(agreement, i, 50));
    const Condition& now = agreement.stages[i].definition;
    EXPECT_EQ(now.match, Match::all) << i;
    EXPECT_FALSE(now.negate) << i;
    EXPECT_EQ(now.criteria.back(), score(Op::at_least, "50")) << i;
    // What was asked is asked still, as it was.
    if (i == 1) {
      EXPECT_EQ(now.criteria.front(), all.criteria.front());
    }
    if (i > 1) {
      EXPECT_EQ(now.groups, (std::vector<Condition>{before[i]})) << i;
    }
  }
  EXPECT_EQ(thresholds_of(agreement).size(), before.size());
  EXPECT_FALSE(add_threshold(agreement, before.size(), 50));
}

TEST(Thresholds, EachNumberOfTheSentenceLeadsToItsField) {
  Agreement agreement;
  for (std::size_t i = 0; i < 3; ++i) {
    agreement.stages.push_back({"s" + std::to_string(i), "", "", {}});
    add_threshold(agreement, i, 10.0 * static_cast<double>(i + 1));
    const Worded words = worded_threshold(agreement);
    EXPECT_EQ(words.text, threshold_sentence(agreement));
    ASSERT_EQ(words.spans.size(), i + 1);
    for (std::size_t k = 0; k <= i; ++k) {
      const Span& span = words.spans[k];
      EXPECT_EQ(span.key, "threshold[" + std::to_string(k) + "]");
      EXPECT_EQ(words.text.substr(span.begin, span.end - span.begin), std::to_string(10 * (k + 1)));
    }
  }
  EXPECT_NE(threshold_sentence(agreement).find("“s1” from 20 points on and “s2” from"),
            std::string::npos);
}

TEST(Thresholds, AreNamedBelowThePointsWithWhatCanBeHad) {
  Agreement agreement = exchange::read_json(find_template("inbound")->json).value().agreement;
  agreement.lead_scoring.rules.resize(2);
  agreement.lead_scoring.rules[0].points = 30;
  agreement.lead_scoring.rules[1].points = -5;
  EXPECT_EQ(most_points(agreement.lead_scoring), 30);
  EXPECT_EQ(least_points(agreement.lead_scoring), -5);
  const auto found = thresholds_of(agreement);
  ASSERT_EQ(found.size(), 1u);
  const std::string mql = stage_name(agreement.stages[found[0].stage]);
  ASSERT_TRUE(set_threshold(agreement, found[0], 1));
  EXPECT_TRUE(validate(agreement).empty());
  const std::string sentence =
      "The threshold: " + mql + " from 1 point on. A lead can get 30 points at most.";
  EXPECT_EQ(threshold_sentence(agreement), sentence);
  bool printed = false;
  for (const PaperSection& section : paper_of(agreement).sections) {
    for (const Block& block : section.blocks)
      printed = printed || (section.section == Section::scoring && block.text == sentence);
  }
  EXPECT_TRUE(printed);
  agreement.stages.clear();
  EXPECT_EQ(threshold_sentence(agreement),
            "No stage asks for points yet. A lead can get 30 points at most.");
}

}  // namespace
}  // namespace leadpact::agreement
