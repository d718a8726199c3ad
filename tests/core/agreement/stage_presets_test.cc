#include "core/agreement/stage_presets.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/agreement/advice.h"
#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Agreement read(std::string_view name) {
  return exchange::read_json(find_template(name)->json).value().agreement;
}

std::vector<std::string> ids_of(const Agreement& agreement) {
  std::vector<std::string> ids;
  for (const Stage& stage : agreement.stages)
    ids.push_back(stage.id);
  return ids;
}

data::Field time_field(std::string key, std::string column) {
  data::Field field;
  field.key = std::move(key);
  field.column = std::move(column);
  field.type = data::FieldType::timestamp;
  return field;
}

TEST(StagePresets, EachIsValidInEveryTemplateAndInNothing) {
  ASSERT_EQ(stage_presets().size(), 2u);
  for (const Template& each : templates()) {
    for (const StagePreset& preset : stage_presets()) {
      Agreement agreement = read(each.name);
      const std::vector<Stage> before = agreement.stages;
      const std::size_t missing = missing_stages(agreement, preset.id).size();
      add_stages(agreement, preset.id);
      EXPECT_EQ(agreement.stages.size(), before.size() + missing) << each.name;
      const Errors errors = validate(agreement);
      EXPECT_TRUE(errors.empty()) << each.name << " " << preset.id << ": " << errors[0].place << " "
                                  << errors[0].message;
      // What was there is there as it was.
      for (const Stage& stage : before) {
        ASSERT_NE(find_stage(agreement, stage.id), nullptr);
        EXPECT_EQ(*find_stage(agreement, stage.id), stage);
      }
      EXPECT_TRUE(missing_stages(agreement, preset.id).empty());
      EXPECT_EQ(add_stages(agreement, preset.id), "");
    }
  }
}

TEST(StagePresets, WithoutDataTheyHaveNoRuleAndTheAdviceSaysSo) {
  Agreement agreement = read("blank");
  EXPECT_EQ(add_stages(agreement, "lead-mql-sql"), "stages[0]");
  EXPECT_EQ(ids_of(agreement), (std::vector<std::string>{"lead", "mql", "sql"}));
  std::size_t advised = 0;
  for (const Advice& advice : advice_on(agreement))
    advised += advice.text.find("has no rule") != std::string::npos ? 1U : 0U;
  EXPECT_EQ(advised, 3u);
}

TEST(StagePresets, TheTimeOfAStageIsItsRule) {
  Agreement agreement = read("blank");
  Dataset dataset;
  dataset.id = "leads";
  dataset.name = "Leads";
  dataset.time_zone = "Etc/UTC";
  dataset.fields = {time_field("t1", "Create Date"), time_field("t2", "MQL date"),
                    time_field("t3", "Disqualified on"),
                    time_field("t4", "Became a Sales Qualified Lead Date"),
                    time_field("t5", "Salutation sent")};
  agreement.datasets.push_back(dataset);
  add_stages(agreement, "inq-aql-mql-sal-sql");
  ASSERT_EQ(ids_of(agreement), (std::vector<std::string>{"inq", "aql", "mql", "sal", "sql"}));
  const auto rule = [&](std::size_t i) {
    const auto& criteria = agreement.stages[i].definition.criteria;
    return criteria.empty() ? std::string() : criteria[0].field;
  };
  EXPECT_EQ(rule(0), "t1");
  EXPECT_EQ(rule(1), "");
  EXPECT_EQ(rule(2), "t2");
  EXPECT_EQ(rule(3), "");  // “Salutation” is another word than SAL
  EXPECT_EQ(rule(4), "t4");
  EXPECT_EQ(agreement.stages[4].definition.criteria[0].op, Op::is_filled);
}

TEST(StagePresets, TheMissingOnesStandInOrderBetweenThoseThatAreThere) {
  Agreement agreement = read("blank");
  agreement.stages = {{"s1", "Lead", "", {}},
                      {"s2", " marketing qualified LEAD ", "", {}},
                      {"s3", "Customer", "", {}}};
  EXPECT_EQ(missing_stages(agreement, "inq-aql-mql-sal-sql"),
            (std::vector<std::string>{"Automation qualified lead", "Sales accepted lead",
                                      "Sales qualified lead"}));
  EXPECT_EQ(add_stages(agreement, "inq-aql-mql-sal-sql"), "stages[1]");
  EXPECT_EQ(ids_of(agreement), (std::vector<std::string>{"s1", "aql", "s2", "sal", "sql", "s3"}));
}

TEST(StagePresets, OneThatThereIsNotAddsNothing) {
  Agreement agreement = read("blank");
  const Agreement before = agreement;
  EXPECT_EQ(add_stages(agreement, "lead-sql"), "");
  EXPECT_EQ(add_stages(agreement, ""), "");
  EXPECT_EQ(agreement, before);
}

}  // namespace
}  // namespace leadpact::agreement
