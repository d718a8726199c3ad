#include "core/agreement/validate.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "tests/core/exchange/agreement_samples.h"

namespace leadpact::agreement {
namespace {

using Change = std::function<void(Agreement&)>;

// The full agreement is valid; each case changes one thing.
struct ValidateCase {
  const char* name;
  Change change;
  std::vector<std::string> places;
  ErrorCode code = ErrorCode::bad_value;  // of the first
};

void PrintTo(const ValidateCase& value, std::ostream* out) {
  *out << value.name;
}

class Validate : public testing::TestWithParam<ValidateCase> {};

TEST_P(Validate, NamesThePlaces) {
  Agreement agreement = full_agreement();
  GetParam().change(agreement);
  std::vector<std::string> places;
  const Errors errors = validate(agreement);
  for (const Error& error : errors)
    places.push_back(error.place);
  EXPECT_EQ(places, GetParam().places) << (errors.empty() ? "" : errors[0].message);
  if (!errors.empty()) {
    EXPECT_EQ(errors[0].code, GetParam().code) << errors[0].message;
  }
}

Criterion& first_where(Agreement& a) {
  return a.commitments[1].measure.where.criteria[0];
}

Criterion make(std::string field, Op op, std::vector<std::string> values) {
  Criterion criterion;
  criterion.field = std::move(field);
  criterion.op = op;
  criterion.values = std::move(values);
  return criterion;
}

const char* const kWhere = "commitments[1].measure.where.criteria[0]";
const char* const kEightGroups =
    ".groups[0].groups[0].groups[0].groups[0].groups[0].groups[0].groups[0].groups[0]";
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

INSTANTIATE_TEST_SUITE_P(
    Values, Validate,
    testing::Values(
        ValidateCase{"nothing", [](Agreement&) {}, {}},
        ValidateCase{"half_a_month",
                     [](Agreement& a) { a.fiscal_year_starts = 1.5; },
                     {"fiscal_year_starts"}},
        ValidateCase{
            "no_month", [](Agreement& a) { a.fiscal_year_starts = kNaN; }, {"fiscal_year_starts"}},
        ValidateCase{"no_weight",
                     [](Agreement& a) { a.commitments[0].weight = kNaN; },
                     {"commitments[0].weight"}},
        ValidateCase{"weight_0", [](Agreement& a) { a.commitments[0].weight = 0; }, {}},
        ValidateCase{"no_target",
                     [](Agreement& a) { a.commitments[4].target = kNaN; },
                     {"commitments[4].target"}},
        ValidateCase{"target_within_the_tolerance",
                     [](Agreement& a) { a.commitments[1].target = 100.00000001; },
                     {}},
        ValidateCase{"target_above",
                     [](Agreement& a) { a.commitments[1].target = 100.001; },
                     {"commitments[1].target"}},
        ValidateCase{"target_of_an_average",
                     [](Agreement& a) {
                       a.commitments[3].measure.kind = Kind::average;
                       a.commitments[3].target = -5;
                     },
                     {}},
        ValidateCase{"half_a_miss",
                     [](Agreement& a) { a.escalation[0].after_missed_in_a_row = 1.5; },
                     {"escalation[0].after_missed_in_a_row"}},
        ValidateCase{"endless_misses",
                     [](Agreement& a) {
                       a.cancellation.missed_in_a_row = std::numeric_limits<double>::infinity();
                     },
                     {"cancellation.missed_in_a_row"}},
        ValidateCase{"no_points",
                     [](Agreement& a) { a.lead_scoring.rules[0].points = kNaN; },
                     {"lead_scoring.rules[0].points"}},
        ValidateCase{"no_value",
                     [](Agreement& a) { a.manual_values[0].value = kNaN; },
                     {"manual_values[0].value"}},
        ValidateCase{"blank_column",
                     [](Agreement& a) { a.datasets[0].fields[1].column = " \t"; },
                     {"datasets[0].fields[1].column"},
                     ErrorCode::missing},
        ValidateCase{"no_team",
                     [](Agreement& a) { a.teams[1].team = Team::unset; },
                     {"teams[1].team"},
                     ErrorCode::missing},
        ValidateCase{"nothing_to_notify",
                     [](Agreement& a) { a.escalation[0].notify = {""}; },
                     {"escalation[0].notify[0]"},
                     ErrorCode::missing},
        ValidateCase{"the_score_is_no_id",
                     [](Agreement& a) { a.datasets[0].id_field = "lead_score"; },
                     {"datasets[0].id_field"},
                     ErrorCode::bad_reference},
        ValidateCase{"the_score_is_a_number",
                     [](Agreement& a) { a.commitments[3].measure.field = "lead_score"; },
                     {}},
        ValidateCase{"the_score_is_no_time",
                     [](Agreement& a) { a.commitments[3].measure.at = "lead_score"; },
                     {"commitments[3].measure.at"},
                     ErrorCode::bad_reference},
        ValidateCase{"goals_and_commitments_share_ids",
                     [](Agreement& a) { a.commitments[2].id = "g1"; },
                     {"commitments[2].id"},
                     ErrorCode::twice},
        ValidateCase{"two_of_all",
                     [](Agreement& a) {
                       a.contacts[0].id.clear();
                       a.reviews[0].attendees = {"c2"};
                       a.escalation[0].notify.clear();
                       a.commitments[0].owner.clear();
                       a.checkins[0].by.clear();
                       a.checkins[0].on = "9.1.2026";
                     },
                     {"contacts[0].id", "checkins[0].on"},
                     ErrorCode::missing}),
    [](const auto& param) { return std::string(param.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Calendars, Validate,
    testing::Values(ValidateCase{"a_night",
                                 [](Agreement& a) { a.calendars[0].week[0].to = "06:00"; },
                                 {"calendars[0].week[0].to"}},
                    ValidateCase{"no_hours",
                                 [](Agreement& a) {
                                   a.calendars[0].week[0].from.clear();
                                   a.calendars[0].week[0].to = "25:00";
                                 },
                                 {"calendars[0].week[0].from", "calendars[0].week[0].to"},
                                 ErrorCode::missing},
                    ValidateCase{"never_open",
                                 [](Agreement& a) {
                                   a.calendars[0].week.clear();
                                   a.calendars[0].special_days.clear();
                                 },
                                 {"calendars[0]"}},
                    ValidateCase{"open_in_a_gap_only",
                                 [](Agreement& a) {
                                   a.calendars[0].week.clear();
                                   a.calendars[0].special_days = {{"2026-03-08", "02:00", "03:00"}};
                                 },
                                 {"calendars[0]"}},
                    ValidateCase{"not_read_is_not_never_open",
                                 [](Agreement& a) {
                                   a.calendars[0].week = {{"noday", "09:00", "17:00"}};
                                   a.calendars[0].special_days.clear();
                                 },
                                 {"calendars[0].week[0].day"}}),
    [](const auto& param) { return std::string(param.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Measures, Validate,
    testing::Values(ValidateCase{"unused_parts_are_not_checked",
                                 [](Agreement& a) {
                                   Measure& measure = a.commitments[4].measure;  // checkins
                                   measure.at = "nowhere";
                                   measure.limit = "soon";
                                   measure.where.criteria = {make("nowhere", Op::equals, {})};
                                   measure.of.emplace();
                                   a.commitments[0].measure.limit = "soon";  // count
                                   a.commitments[0].measure.field = "nowhere";
                                 },
                                 {}},
                    ValidateCase{"unused_references_are_checked",
                                 [](Agreement& a) {
                                   a.goals[0].measure.dataset = "x";
                                   a.goals[0].measure.calendar = "y";
                                 },
                                 {"goals[0].measure.dataset", "goals[0].measure.calendar"},
                                 ErrorCode::bad_reference},
                    ValidateCase{"no_dataset",
                                 [](Agreement& a) {
                                   a.commitments[1].measure.dataset.clear();
                                   a.commitments[1].measure.to.clear();
                                 },
                                 {"commitments[1].measure.dataset", "commitments[1].measure.to"},
                                 ErrorCode::missing},
                    ValidateCase{"business_days_without_calendar",
                                 [](Agreement& a) {
                                   a.commitments[1].measure.limit = "0 business days";
                                   a.commitments[1].measure.calendar.clear();
                                 },
                                 {"commitments[1].measure"},
                                 ErrorCode::missing},
                    ValidateCase{"plain_days_without_calendar",
                                 [](Agreement& a) {
                                   a.commitments[1].measure.limit = "3 days";
                                   a.commitments[1].measure.calendar.clear();
                                 },
                                 {}},
                    ValidateCase{"no_kind",
                                 [](Agreement& a) { a.commitments[1].measure = {}; },
                                 {"commitments[1].measure.kind"},
                                 ErrorCode::missing},
                    ValidateCase{"of_nothing",
                                 [](Agreement& a) {
                                   a.commitments[2].measure.of.emplace().groups.resize(2);
                                 },
                                 {"commitments[2].measure.of"},
                                 ErrorCode::missing},
                    ValidateCase{"median_time_without_calendar",
                                 [](Agreement& a) {
                                   a.commitments[1].measure.kind = Kind::median_time;
                                   a.commitments[1].measure.calendar.clear();
                                   a.commitments[1].measure.limit.clear();
                                   a.commitments[1].target = 400;
                                 },
                                 {}}),
    [](const auto& param) { return std::string(param.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Conditions, Validate,
    testing::Values(
        ValidateCase{"values_are_trimmed",
                     [](Agreement& a) {
                       first_where(a) = make("employees", Op::between, {" 1 ", "\t2"});
                       a.commitments[0].measure.where.criteria[0].values = {" hot "};
                     },
                     {}},
        ValidateCase{"blank_value",
                     [](Agreement& a) {
                       first_where(a) = make("email", Op::is, {"a", " \n"});
                     },
                     {kWhere},
                     ErrorCode::bad_condition},
        ValidateCase{"comma_in_a_number",
                     [](Agreement& a) { first_where(a) = make("employees", Op::equals, {"1,5"}); },
                     {kWhere},
                     ErrorCode::bad_condition},
        ValidateCase{
            "date_in_the_order_of_the_field",
            [](Agreement& a) { first_where(a) = make("mql_at", Op::before, {"31/1/2026"}); },
            {}},
        ValidateCase{
            "date_in_the_other_order",
            [](Agreement& a) { first_where(a) = make("mql_at", Op::before, {"1/31/2026"}); },
            {kWhere},
            ErrorCode::bad_condition},
        ValidateCase{"planned_fields_may_be_compared",
                     [](Agreement& a) {
                       first_where(a) = make("meeting_at", Op::on_or_after, {"2026-01-01 09:00"});
                     },
                     {}},
        ValidateCase{"field_and_value_of_another_type",
                     [](Agreement& a) { first_where(a) = make("email", Op::equals, {"x"}); },
                     {kWhere},
                     ErrorCode::bad_condition},
        ValidateCase{"wrong_count_on_an_unknown_field",
                     [](Agreement& a) {
                       first_where(a) = make("x", Op::equals, {"1", "2"});
                     },
                     {kWhere, std::string(kWhere) + ".field"},
                     ErrorCode::bad_condition},
        ValidateCase{"unknown_field_without_an_op",
                     [](Agreement& a) { first_where(a) = make("x", Op::unset, {"1"}); },
                     {kWhere, std::string(kWhere) + ".field"},
                     ErrorCode::missing},
        ValidateCase{"every_group_that_is_too_deep",
                     [](Agreement& a) {
                       Condition deep;
                       deep.groups.resize(2);
                       for (int level = 0; level < 8; ++level) {
                         Condition outer;
                         outer.groups.push_back(deep);
                         deep = outer;
                       }
                       a.commitments[1].measure.where = deep;
                     },
                     {std::string("commitments[1].measure.where") + kEightGroups + ".groups[0]",
                      std::string("commitments[1].measure.where") + kEightGroups + ".groups[1]"},
                     ErrorCode::bad_condition},
        ValidateCase{"between_the_same",
                     [](Agreement& a) {
                       first_where(a) = make("employees", Op::between, {"2", "2"});
                     },
                     {}},
        ValidateCase{"every_op_on_its_field",
                     [](Agreement& a) {
                       Condition& where = a.commitments[1].measure.where;
                       where.criteria = {make("email", Op::is, {"a"}),
                                         make("email", Op::is_not, {"a", "b"}),
                                         make("email", Op::contains, {"a"}),
                                         make("email", Op::not_contains, {"a"}),
                                         make("email", Op::starts_with, {"a"}),
                                         make("email", Op::ends_with, {"a"}),
                                         make("email", Op::domain_is, {"a"}),
                                         make("email", Op::domain_is_not, {"a"}),
                                         make("demo", Op::is_not, {"N"}),
                                         make("employees", Op::equals, {"1"}),
                                         make("lead_score", Op::at_least, {"-1"}),
                                         make("employees", Op::at_most, {"+1.5"}),
                                         make("employees", Op::more_than, {"1e3"}),
                                         make("employees", Op::less_than, {".5"}),
                                         make("mql_at", Op::before, {"2026-01-01"}),
                                         make("demo", Op::is_filled, {}),
                                         make("mql_at", Op::is_empty, {})};
                     },
                     {}},
        ValidateCase{"in_an_unused_stage_what_needs_no_dataset",
                     [](Agreement& a) {
                       Stage stage;
                       stage.id = "unused";
                       stage.definition.criteria = {make("nowhere", Op::starts_with, {"a"}),
                                                    make("nowhere", Op::equals, {"1", "2"}),
                                                    make("", Op::is_filled, {}),
                                                    make("nowhere", Op::equals, {"much"}),
                                                    make("", Op::meets, {"nothing"}),
                                                    make("nowhere", Op::unset, {})};
                       a.stages.push_back(stage);
                     },
                     {"stages[2].definition.criteria[1]", "stages[2].definition.criteria[2]",
                      "stages[2].definition.criteria[3]", "stages[2].definition.criteria[4]",
                      "stages[2].definition.criteria[5]"},
                     ErrorCode::bad_condition},
        ValidateCase{"a_stage_used_by_a_rule",
                     [](Agreement& a) {
                       Stage stage;
                       stage.id = "rated";
                       stage.definition.criteria = {make("nowhere", Op::is_filled, {})};
                       a.stages.push_back(stage);
                       a.lead_scoring.rules[0].condition->criteria = {
                           make("", Op::meets, {"rated"})};
                     },
                     {"stages[2].definition.criteria[0].field"},
                     ErrorCode::bad_reference},
        ValidateCase{"a_stage_used_by_a_goal_through_another",
                     [](Agreement& a) {
                       Stage stage;
                       stage.id = "deep";
                       stage.definition.criteria = {make("nowhere", Op::is_filled, {})};
                       a.stages.push_back(stage);
                       a.stages[1].definition.groups.resize(1);
                       a.stages[1].definition.groups[0].criteria = {make("", Op::meets, {"deep"})};
                       a.goals[0].measure = a.commitments[0].measure;
                       a.commitments.clear();
                       a.escalation.clear();
                       a.cancellation = {};
                       a.checkins.clear();
                     },
                     {"stages[2].definition.criteria[0].field"},
                     ErrorCode::bad_reference},
        ValidateCase{"one_stage_in_two_datasets",
                     [](Agreement& a) {
                       a.datasets.push_back(a.datasets[0]);
                       a.datasets[1].id = "requests";
                       a.commitments.push_back(a.commitments[0]);
                       a.commitments.back().id = "m9";
                       a.commitments.back().measure.dataset = "requests";
                     },
                     {"stages[0].definition.criteria[0].field"},
                     ErrorCode::bad_reference},
        ValidateCase{"a_rule_and_the_score",
                     [](Agreement& a) {
                       Condition& condition = *a.lead_scoring.rules[0].condition;
                       condition.groups.resize(1);
                       condition.groups[0].criteria = {make("lead_score", Op::is_filled, {}),
                                                       make("", Op::meets, {"hot"})};
                     },
                     {"lead_scoring.rules[0].condition.groups[0].criteria[0]",
                      "lead_scoring.rules[0].condition.groups[0].criteria[1]"},
                     ErrorCode::bad_condition},
        ValidateCase{"only_and_a_field_named_lead_score_elsewhere",
                     [](Agreement& a) {
                       a.datasets.push_back(a.datasets[0]);
                       a.datasets[1].id = "requests";
                       a.datasets[1].fields[0].key = "lead_score";
                       a.datasets[1].id_field.clear();
                       a.datasets[1].only.criteria = {make("lead_score", Op::is, {"x"})};
                     },
                     {}},
        ValidateCase{"a_circle_of_three",
                     [](Agreement& a) {
                       a.stages.resize(3);
                       a.stages[2].id = "third";
                       a.stages[2].definition.criteria = {make("", Op::meets, {"hot"})};
                       a.stages[0].definition.criteria = {make("", Op::meets, {"third"})};
                     },
                     {"stages[0]", "stages[1]", "stages[2]"},
                     ErrorCode::bad_condition}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(ValidateReported, WhatIsReportedIsNotRepeated) {
  Agreement agreement = full_agreement();
  agreement.commitments[0].team = Team::unset;
  agreement.commitments[1].measure.kind = Kind::unset;
  agreement.datasets[0].fields[1].type = data::FieldType::unset;
  agreement.commitments[1].measure.where.criteria[0].op = Op::unset;
  EXPECT_EQ(validate(agreement).size(), 3u);  // without a kind its op is not looked at
  const Errors reported = {{ErrorCode::unknown_value, "datasets[0].fields[1].type", "said"},
                           {ErrorCode::unknown_value, "commitments[0].team", "said"},
                           {ErrorCode::unknown_value, "commitments[1].measure.kind", "said"}};
  EXPECT_TRUE(validate(agreement, reported).empty());
}

TEST(ValidateReported, TheRestOfACriterionIsLookedAt) {
  Agreement agreement = full_agreement();
  first_where(agreement) = make("x", Op::unset, {"1"});
  const Errors errors = validate(agreement, {{ErrorCode::unknown_value, kWhere, "no op"}});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].place, std::string(kWhere) + ".field");
  first_where(agreement).op = Op::is;
  EXPECT_EQ(
      validate(agreement, {{ErrorCode::wrong_type, std::string(kWhere) + ".values[0]", "no text"}})
          .size(),
      1U);
  EXPECT_TRUE(
      validate(agreement, {{ErrorCode::wrong_type, std::string(kWhere) + ".field", ""}}).empty());
}

TEST(ValidateReported, ADayOffOpensNothing) {
  Agreement agreement = full_agreement();
  Calendar& calendar = agreement.calendars[0];
  calendar.week.clear();
  calendar.special_days.clear();
  calendar.holidays = {"2026-02-30"};
  const Errors errors = validate(agreement);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].place, "calendars[0]");
  EXPECT_EQ(errors[1].place, "calendars[0].holidays[0]");
  // What could not be read may be what opens.
  EXPECT_TRUE(validate(agreement, {{ErrorCode::wrong_type, "calendars[0]", ""}}).empty());
  EXPECT_EQ(validate(agreement, {{ErrorCode::wrong_type, "calendars[0].week[0].from", ""}}).size(),
            1U);
}

TEST(ValidateReported, RandomAgreementsAreAnswered) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Errors errors = validate(random_agreement(seed));
    ASSERT_FALSE(errors.empty());
    for (std::size_t i = 0; i < errors.size(); ++i) {
      ASSERT_FALSE(errors[i].place.empty());
      ASSERT_FALSE(errors[i].message.empty());
      ASSERT_EQ(errors[i].message.find('\n'), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace leadpact::agreement
