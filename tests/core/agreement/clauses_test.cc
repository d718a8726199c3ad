#include "core/agreement/clauses.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/agreement/advice.h"
#include "core/agreement/edits.h"
#include "core/agreement/sentence.h"
#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Agreement read(std::string_view name) {
  return exchange::read_json(find_template(name)->json).value().agreement;
}

TEST(Clauses, ThereAreSomeFortyForBothSides) {
  std::set<std::string_view> ids, titles;
  std::set<Team> teams;
  for (const ReadyClause& clause : ready_clauses()) {
    EXPECT_TRUE(ids.insert(clause.id).second) << clause.id;
    EXPECT_TRUE(titles.insert(clause.title).second) << clause.title;
    EXPECT_FALSE(clause.detail.empty()) << clause.id;
    teams.insert(clause.team);
  }
  EXPECT_GE(ids.size(), 40u);
  EXPECT_EQ(teams.size(), 3u);
}

TEST(Clauses, EachIsValidInEveryTemplateAndInNothing) {
  for (const Template& each : templates()) {
    for (const ReadyClause& clause : ready_clauses()) {
      Agreement agreement = read(each.name);
      const std::size_t before = agreement.commitments.size();
      EXPECT_EQ(add_clause(agreement, clause.id), Spot({"commitments", before}).place());
      const Errors errors = validate(agreement);
      EXPECT_TRUE(errors.empty()) << each.name << " " << clause.id << ": " << errors[0].place << " "
                                  << errors[0].message;
      const Commitment& commitment = agreement.commitments.back();
      EXPECT_EQ(commitment.title, clause.title);
      EXPECT_EQ(commitment.team, clause.team);
      const std::string sentence = commitment_sentence(agreement, commitment);
      EXPECT_EQ(sentence.find("…"), std::string::npos) << sentence;
    }
  }
}

TEST(Clauses, NoneNeedsAdviceOfItsOwnButForItsOwner) {
  for (const ReadyClause& clause : ready_clauses()) {
    Agreement agreement = read("blank");
    const std::string place = add_clause(agreement, clause.id);
    for (const Advice& advice : advice_on(agreement)) {
      if (advice.place.compare(0, place.size(), place) != 0) continue;
      const bool expected = advice.place == place + ".owner" || clause.id == "survey";
      EXPECT_TRUE(expected) << clause.id << ": " << advice.text;
    }
  }
}

TEST(Clauses, AllTogetherStayValidAndReadDifferently) {
  Agreement agreement = read("blank");
  for (const ReadyClause& clause : ready_clauses())
    add_clause(agreement, clause.id);
  EXPECT_TRUE(validate(agreement).empty());
  EXPECT_EQ(agreement.datasets.size(), 2u);
  EXPECT_EQ(agreement.calendars.size(), 1u);
  std::set<std::string> sentences;
  for (const Commitment& each : agreement.commitments)
    sentences.insert(commitment_sentence(agreement, each));
  EXPECT_EQ(sentences.size(), agreement.commitments.size());
}

TEST(Clauses, AFieldOfTheSameKeyButAnotherTypeIsAnotherField) {
  Agreement agreement = read("blank");
  add_clause(agreement, "amount");
  for (data::Field& field : agreement.datasets[0].fields) {
    if (field.key == "amount") field.type = data::FieldType::text;
  }
  add_clause(agreement, "pipeline-value");
  EXPECT_EQ(agreement.commitments.back().measure.field, "amount_2");
  EXPECT_TRUE(validate(agreement).empty());
}

TEST(Clauses, AColumnSomebodyWroteDownIsUsed) {
  Agreement agreement = read("blank");
  add(agreement, "datasets");
  agreement.datasets[0].fields.push_back(
      {.key = "field_1", .column = "Create Date", .type = data::FieldType::timestamp});
  add_clause(agreement, "lead-volume");
  EXPECT_EQ(agreement.commitments.back().measure.at, "field_1");
  EXPECT_EQ(agreement.datasets[0].fields.size(), 2u) << "the other one is the e-mail address";
  EXPECT_TRUE(validate(agreement).empty());
}

TEST(Clauses, AStageCalledMqlSaysWhatAnMqlIs) {
  Agreement agreement = read("blank");
  add_clause(agreement, "fit-size");  // brings the column
  add(agreement, "stages");
  agreement.stages[0].name = "Marketing Qualified Lead";
  agreement.stages[0].definition.criteria.push_back({"employees", Op::at_least, {"50"}});
  add_clause(agreement, "mql-volume");
  const Condition& where = agreement.commitments.back().measure.where;
  ASSERT_EQ(where.criteria.size(), 1u);
  EXPECT_EQ(where.criteria[0], (Criterion{"", Op::meets, {agreement.stages[0].id}}));
  EXPECT_TRUE(validate(agreement).empty());
  // Not where the records lack what it asks for.
  agreement.stages[0].definition.criteria[0].field = "revenue";
  add_clause(agreement, "mql-volume");
  EXPECT_EQ(agreement.commitments.back().measure.where.criteria[0].op, Op::is_filled);
}

TEST(Clauses, WhatIsNoClauseChangesNothing) {
  Agreement agreement = read("blank");
  const Agreement before = agreement;
  EXPECT_EQ(add_clause(agreement, "nothing"), "");
  EXPECT_EQ(agreement, before);
}

}  // namespace
}  // namespace leadpact::agreement
