// Conditions: whether each criterion can be evaluated (scoring.md, 3).
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/agreement/names.h"
#include "core/agreement/validator.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"

namespace leadpact::agreement {

namespace {

// Stages times datasets; an agreement that people wrote has a few dozen.
constexpr std::size_t kMaxStageUses = 100000;

constexpr std::string_view kTextOps =
    "is, is_not, contains, not_contains, starts_with, ends_with, domain_is, domain_is_not";
constexpr std::string_view kNumberOps = "equals, at_least, at_most, more_than, less_than, between";

bool fits(Op op, data::FieldType type) {
  switch (op) {
    case Op::is:
    case Op::is_not:
      return type == data::FieldType::text || type == data::FieldType::boolean;
    case Op::contains:
    case Op::not_contains:
    case Op::starts_with:
    case Op::ends_with:
    case Op::domain_is:
    case Op::domain_is_not:
      return type == data::FieldType::text;
    case Op::equals:
    case Op::at_least:
    case Op::at_most:
    case Op::more_than:
    case Op::less_than:
    case Op::between:
      return type == data::FieldType::number;
    case Op::before:
    case Op::on_or_after:
      return type == data::FieldType::timestamp;
    case Op::is_filled:
    case Op::is_empty:
      return true;
    case Op::unset:
    case Op::meets:
      return false;
  }
  return false;
}

std::string ops_for(data::FieldType type) {
  switch (type) {
    case data::FieldType::text:
      return std::string(kTextOps);
    case data::FieldType::number:
      return std::string(kNumberOps);
    case data::FieldType::boolean:
      return "is, is_not";
    case data::FieldType::timestamp:
      return "before, on_or_after";
    case data::FieldType::unset:
      break;
  }
  return {};
}

// How many values an op takes: exactly `count`, or at least one.
struct ValueCount {
  std::size_t count = 0;
  bool or_more = false;
};

ValueCount value_count(Op op) {
  switch (op) {
    case Op::is:
    case Op::is_not:
    case Op::contains:
    case Op::not_contains:
    case Op::starts_with:
    case Op::ends_with:
    case Op::domain_is:
    case Op::domain_is_not:
      return {1, true};
    case Op::between:
      return {2, false};
    case Op::is_filled:
    case Op::is_empty:
    case Op::unset:
      return {0, false};
    case Op::equals:
    case Op::at_least:
    case Op::at_most:
    case Op::more_than:
    case Op::less_than:
    case Op::before:
    case Op::on_or_after:
    case Op::meets:
      return {1, false};
  }
  return {};
}

bool compares_numbers(Op op) {
  return fits(op, data::FieldType::number) && !fits(op, data::FieldType::text);
}

// The lead score, as if it were a column.
const data::Field& lead_score_field() {
  static const data::Field field = [] {
    data::Field made;
    made.key = kLeadScoreKey;
    made.type = data::FieldType::number;
    return made;
  }();
  return field;
}

std::string count_of_values(std::size_t count) {
  if (count == 0) return "no value";
  return std::to_string(count) + (count == 1 ? " value" : " values");
}

}  // namespace

void Validator::check_condition(const Condition& condition, const Scope& scope, int level) {
  for (std::size_t i = 0; i < condition.criteria.size(); ++i) {
    const auto in = path_.enter("criteria", i);
    check_criterion(condition.criteria[i], scope);
  }
  for (std::size_t i = 0; i < condition.groups.size(); ++i) {
    const auto in = path_.enter("groups", i);
    if (level >= kMaxGroupLevels) {
      add(ErrorCode::bad_condition, path_.str(),
          "Groups are nested more than 8 levels deep here; at most 8 levels are expected.");
      continue;
    }
    check_condition(condition.groups[i], scope, level + 1);
  }
}

void Validator::check_criterion(const Criterion& criterion, const Scope& scope) {
  // What the reader could not read says nothing about the rest; the field stands for itself.
  const bool in_part = reported_.has_within(path_.str());
  if (in_part || criterion.op == Op::unset) {
    const bool names = !criterion.field.empty() && criterion.op != Op::meets;
    if (names) find_criterion_field(criterion.field, scope, Beside::what_is_reported);
    if (in_part) return;
    add(ErrorCode::missing, path_.str(),
        "The criterion does not say how " +
            (criterion.field.empty() ? std::string("its field") : quoted(criterion.field)) +
            " is compared; as its “op” is expected " + choices<Op>() + ".");
    return;
  }
  const bool counted = check_value_count(criterion);
  if (criterion.op == Op::meets) {
    check_meets(criterion, scope);
    return;
  }
  const auto [field, fitting] = check_criterion_field(criterion, scope);
  if (counted && fitting) check_values(criterion, scope, field);
}

bool Validator::check_value_count(const Criterion& criterion) {
  const ValueCount expected = value_count(criterion.op);
  const std::size_t found = criterion.values.size();
  const bool right = expected.or_more ? found >= expected.count : found == expected.count;
  if (!right) {
    add(ErrorCode::bad_condition, path_.str(),
        "“" + std::string(name_of(criterion.op)) + "” is given " + count_of_values(found) + "; " +
            count_of_values(expected.count) + (expected.or_more ? " or more is" : "") +
            (expected.or_more      ? ""
             : expected.count == 2 ? " are"
                                   : " is") +
            " expected.");
  }
  bool filled = true;
  for (const std::string& value : criterion.values) {
    filled = filled && !data::trim(value).empty();
  }
  if (!filled) {
    add(ErrorCode::bad_condition, path_.str(),
        "A value of “" + std::string(name_of(criterion.op)) +
            "” is empty; every value must say something.");
  }
  return right && filled;
}

void Validator::check_meets(const Criterion& criterion, const Scope& scope) {
  if (scope.use == Scope::Use::only) {
    add(ErrorCode::bad_condition, path_.str(),
        "“only” decides which records are read at all and may not use “meets”; use the fields of "
        "the dataset instead.");
  }
  if (!criterion.field.empty()) {
    add(ErrorCode::bad_condition, path_.str(),
        "“meets” asks for a stage and takes no field, but " + quoted(criterion.field) +
            " is given; leave the field out.");
  }
  for (const std::string& value : criterion.values) {
    const std::string_view id = data::trim(value);
    const std::optional<std::size_t> stage = stages_.find(id);
    if (!stage) {
      if (id.empty() || in_doubt("stages")) continue;
      add(ErrorCode::bad_reference, path_.str(),
          quoted(id) + " is no stage of this agreement; the id of a stage is expected.");
      continue;
    }
    if (scope.use == Scope::Use::rule && stages_.reaches_score()[*stage]) {
      add(ErrorCode::bad_condition, path_.str(),
          "The stage " + quoted(id) +
              " depends on the lead score, which this rule is a part of; "
              "a rule may only use stages that do not.");
    }
    if (scope.dataset != nullptr && scope.use != Scope::Use::only) {
      stage_uses_.emplace_back(*stage, scope.dataset);
    }
  }
}

std::pair<const data::Field*, bool> Validator::check_criterion_field(const Criterion& criterion,
                                                                     const Scope& scope) {
  const std::string& key = criterion.field;
  if (key.empty()) {
    add(ErrorCode::missing, path_.str(),
        "No field is named for “" + std::string(name_of(criterion.op)) +
            "”; the key of a field is expected.");
    return {nullptr, true};
  }
  const auto [field, clear] = find_criterion_field(key, scope);
  if (field == nullptr) return {nullptr, clear};
  if (field->type == data::FieldType::unset) return {nullptr, false};
  if (!fits(criterion.op, field->type)) {
    add(ErrorCode::bad_condition, path_.str(),
        "“" + std::string(name_of(criterion.op)) + "” does not apply to " + quoted(key) +
            ", which is a " + std::string(name_of(field->type)) + " field" + against(scope) +
            "; expected " + ops_for(field->type) + ", is_filled or is_empty.");
    return {field, false};
  }
  return {field, true};
}

std::pair<const data::Field*, bool> Validator::find_criterion_field(const std::string& key,
                                                                    const Scope& scope,
                                                                    Beside beside) {
  if (scope.use == Scope::Use::rule && key == kLeadScoreKey) {
    add(ErrorCode::bad_condition, path_.str(),
        "A scoring rule may not use “lead_score”, which it is a part of; use the fields of the "
        "dataset instead.");
    return {nullptr, true};
  }
  if (scope.dataset == nullptr) return {nullptr, true};

  if (key == kLeadScoreKey && scope.dataset->has_lead_score) {
    if (scope.use != Scope::Use::only) return {&lead_score_field(), true};
    add(ErrorCode::bad_condition, path_.str(),
        "“only” decides which records are read at all and may not use “lead_score”; use the "
        "fields of the dataset instead.");
    return {nullptr, true};
  }
  const auto found = scope.dataset->fields.find(key);
  if (found != scope.dataset->fields.end()) return {found->second, true};
  if (in_doubt(scope.dataset->place + ".fields")) return {nullptr, false};
  // Whose score it is, is an error of its own.
  if (key == kLeadScoreKey && !knows_scoring_dataset()) return {nullptr, false};
  add(ErrorCode::bad_reference, path_.to("field"),
      key == kLeadScoreKey
          ? "“lead_score” exists only in the dataset of the lead scoring, not in " +
                quoted(scope.dataset->dataset->id) + against(scope) +
                "; the key of a field is expected."
          : quoted(key) + " is no field of the dataset " + quoted(scope.dataset->dataset->id) +
                against(scope) + "; the key of a field is expected.",
      beside);
  return {nullptr, true};
}

void Validator::check_values(const Criterion& criterion, const Scope& scope,
                             const data::Field* field) {
  std::vector<double> numbers;
  for (const std::string& text : criterion.values) {
    const std::string_view value = data::trim(text);
    if (compares_numbers(criterion.op)) {
      if (const auto number = data::parse_plain_number(value)) {
        numbers.push_back(*number);
      } else {
        add(ErrorCode::bad_condition, path_.str(),
            quoted(value) +
                " is not a number; write digits with a point for decimals, like "
                "“50” or “0.5”.");
      }
    } else if (field != nullptr && field->type == data::FieldType::boolean) {
      if (!data::parse_boolean(value)) {
        add(ErrorCode::bad_condition, path_.str(),
            quoted(value) + " is neither yes nor no; " + quoted(field->key) +
                " is a boolean field, so “true” or “false” is expected.");
      }
    } else if (field != nullptr && field->type == data::FieldType::timestamp) {
      if (!data::parse_stamp(value, field->date_order, *scope.dataset->zone).has_value()) {
        add(ErrorCode::bad_condition, path_.str(),
            quoted(value) +
                " is not a date or time; write it like “2026-03-01” or "
                "“2026-03-01 14:05”.");
      }
    }
  }
  if (criterion.op == Op::between && numbers.size() == 2 &&
      numbers[0] > numbers[1] + 1e-9 * std::max(1.0, std::abs(numbers[1]))) {
    add(ErrorCode::bad_condition, path_.str(),
        "Nothing lies between " + digits(numbers[0]) + " and " + digits(numbers[1]) +
            "; the smaller number is expected first.");
  }
}

bool Validator::knows_scoring_dataset() const {
  const LeadScoring& scoring = agreement_.lead_scoring;
  if (reported_.covers("lead_scoring.dataset")) return false;
  return scoring.dataset.empty() ? scoring.rules.empty()
                                 : find_dataset_index(scoring.dataset) != nullptr;
}

std::string Validator::against(const Scope& scope) const {
  if (scope.use != Scope::Use::stage) return {};
  return ", in which this stage is used";
}

void Validator::check_stage_uses() {
  while (!stage_uses_.empty()) {
    const auto use = stage_uses_.back();
    stage_uses_.pop_back();
    if (checked_uses_.size() == kMaxStageUses) {
      add(ErrorCode::too_large, "stages",
          "There are more stages in more datasets than can be checked; at most " +
              std::to_string(kMaxStageUses) + " combinations are expected.");
      return;
    }
    if (!checked_uses_.insert(use).second) continue;
    const auto in = path_.enter("stages", use.first);
    const auto in_definition = path_.enter("definition");
    check_condition(agreement_.stages[use.first].definition, {use.second, Scope::Use::stage});
  }
}

}  // namespace leadpact::agreement
