// Lead scoring, stages, goals and commitments.
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/agreement/kinds.h"
#include "core/agreement/names.h"
#include "core/agreement/validator.h"
#include "core/agreement/wording.h"
#include "core/calendar/limit.h"

namespace leadpact::agreement {

namespace {

// scoring.md: numbers are compared within this, everywhere.
bool is_less(double a, double b) {
  return a < b - 1e-9 * std::max(1.0, std::abs(b));
}

}  // namespace

void Validator::check_lead_scoring() {
  const LeadScoring& scoring = agreement_.lead_scoring;
  const auto in = path_.enter("lead_scoring");
  const DatasetIndex* dataset = find_dataset_index(scoring.dataset);
  if (scoring.dataset.empty()) {
    if (!scoring.rules.empty()) {
      add(ErrorCode::missing, path_.to("dataset"),
          "The scoring rules need a dataset; write the id of the dataset whose leads they score.");
    }
  } else if (dataset == nullptr && !in_doubt("datasets")) {
    add(ErrorCode::bad_reference, path_.to("dataset"),
        quoted(scoring.dataset) +
            " is no dataset of this agreement; the id of a dataset is expected.");
  }
  for (std::size_t i = 0; i < scoring.rules.size(); ++i) {
    const ScoringRule& rule = scoring.rules[i];
    const auto in_rule = path_.enter("rules", i);
    if (!std::isfinite(rule.points)) {
      add(ErrorCode::bad_value, path_.to("points"), "The points are no number.");
    }
    if (!rule.condition) {
      add(ErrorCode::missing, path_.to("condition"),
          "The rule " + quoted(rule.name) +
              " has no condition; one that says which leads get the points is expected.");
      continue;
    }
    const auto in_condition = path_.enter("condition");
    check_condition(*rule.condition, {dataset, Scope::Use::rule});
  }
}

void Validator::check_stages() {
  Ids ids;
  const std::vector<std::optional<std::size_t>> circles = stages_.circles();
  for (std::size_t i = 0; i < agreement_.stages.size(); ++i) {
    const Stage& stage = agreement_.stages[i];
    const auto in = path_.enter("stages", i);
    check_id(stage.id, ids, "stage");
    if (circles[i] == i) {
      add(ErrorCode::bad_condition, path_.str(),
          "The stage " + quoted(stage.id) +
              " is defined by itself; stages must not form a circle.");
    } else if (circles[i]) {
      add(ErrorCode::bad_condition, path_.str(),
          "The stage " + quoted(stage.id) + " is defined by " +
              quoted(agreement_.stages[*circles[i]].id) + ", which leads back to " +
              quoted(stage.id) + "; stages must not form a circle.");
    }
    const auto in_definition = path_.enter("definition");
    check_condition(stage.definition, {nullptr, Scope::Use::stage});
  }
}

void Validator::check_commitments(std::string_view list, const std::vector<Commitment>& commitments,
                                  Ids& ids) {
  for (std::size_t i = 0; i < commitments.size(); ++i) {
    const Commitment& commitment = commitments[i];
    const auto in = path_.enter(list, i);
    check_id(commitment.id, ids, list == "goals" ? "goal" : "commitment");
    check_team(commitment.team);
    if (!commitment.owner.empty()) {
      check_reference(commitment.owner, contact_ids_, path_.to("owner"), "contact", "contacts");
    }
    if (!std::isfinite(commitment.weight) || is_less(commitment.weight, 0)) {
      add(ErrorCode::bad_value, path_.to("weight"),
          digits(commitment.weight) + " is not a weight; 0 or more is expected.");
    }
    {
      const auto in_measure = path_.enter("measure");
      check_measure(commitment);
    }
    check_target(commitment);
  }
}

void Validator::check_measure(const Commitment& commitment) {
  const Measure& measure = commitment.measure;
  if (measure.kind == Kind::unset) {
    add(ErrorCode::missing, path_.to("kind"),
        "It is not said how this is measured; expected " + choices<Kind>() + ".");
  }
  const DatasetIndex* dataset = find_dataset_index(measure.dataset);
  if (!measure.dataset.empty() && dataset == nullptr && !in_doubt("datasets")) {
    add(ErrorCode::bad_reference, path_.to("dataset"),
        quoted(measure.dataset) +
            " is no dataset of this agreement; the id of a dataset is expected.");
  }
  if (!measure.calendar.empty()) {
    check_reference(measure.calendar, calendar_ids_, path_.to("calendar"), "calendar", "calendars");
  }
  if (uses_records(measure.kind)) check_record_measure(measure, dataset);
}

void Validator::check_record_measure(const Measure& measure, const DatasetIndex* dataset) {
  if (measure.dataset.empty()) {
    add(ErrorCode::missing, path_.to("dataset"),
        "No dataset is named; the id of the dataset with the records is expected.");
  }
  check_time_field("at", measure.at, dataset);
  {
    const auto in = path_.enter("where");
    check_condition(measure.where, {dataset, Scope::Use::measure});
  }
  if (uses_of(measure.kind)) check_of(measure, dataset);
  if (uses_field(measure.kind)) check_number_field(measure.field, dataset);
  if (uses_times(measure.kind)) {
    check_time_field("from", measure.from, dataset);
    check_time_field("to", measure.to, dataset);
  }
  if (uses_limit(measure.kind)) check_limit(measure);
}

void Validator::check_of(const Measure& measure, const DatasetIndex* dataset) {
  const auto in = path_.enter("of");
  if (!measure.of) {
    add(ErrorCode::missing, path_.str(),
        "A share needs a condition “of” that says which records are counted as good.");
    return;
  }
  if (is_empty(*measure.of) && !reported_.has_within(path_.str())) {
    add(ErrorCode::missing, path_.str(),
        "The condition “of” is empty; at least one criterion that says which records are counted "
        "as good is expected.");
  }
  check_condition(*measure.of, {dataset, Scope::Use::measure});
}

void Validator::check_time_field(std::string_view name, const std::string& key,
                                 const DatasetIndex* dataset) {
  if (key.empty()) {
    add(ErrorCode::missing, path_.to(name),
        "No field is named; the key of a timestamp field is expected.");
    return;
  }
  if (dataset == nullptr) return;
  const auto found = dataset->fields.find(key);
  if (found == dataset->fields.end()) {
    if (in_doubt(dataset->place + ".fields")) return;
    add(ErrorCode::bad_reference, path_.to(name),
        quoted(key) + " is no field of the dataset " + quoted(dataset->dataset->id) +
            "; the key of a timestamp field is expected.");
    return;
  }
  const data::Field& field = *found->second;
  if (field.type == data::FieldType::unset) return;
  if (field.type != data::FieldType::timestamp) {
    add(ErrorCode::bad_value, path_.to(name),
        quoted(key) + " is a " + std::string(name_of(field.type)) +
            " field; a timestamp field is expected.");
  } else if (field.planned) {
    add(ErrorCode::bad_value, path_.to(name),
        quoted(key) +
            " is planned and may lie in the future; a timestamp field that is not "
            "planned is expected.");
  }
}

void Validator::check_number_field(const std::string& key, const DatasetIndex* dataset) {
  const std::string place = path_.to("field");
  if (key.empty()) {
    add(ErrorCode::missing, place, "No field is named; the key of a number field is expected.");
    return;
  }
  if (dataset == nullptr) return;
  if (dataset->has_lead_score && key == kLeadScoreKey) return;
  const auto found = dataset->fields.find(key);
  if (found == dataset->fields.end()) {
    if (in_doubt(dataset->place + ".fields")) return;
    add(ErrorCode::bad_reference, place,
        quoted(key) + " is no field of the dataset " + quoted(dataset->dataset->id) +
            "; the key of a number field is expected.");
  } else if (found->second->type != data::FieldType::number &&
             found->second->type != data::FieldType::unset) {
    add(ErrorCode::bad_value, place,
        quoted(key) + " is a " + std::string(name_of(found->second->type)) +
            " field; a number field is expected.");
  }
}

void Validator::check_limit(const Measure& measure) {
  constexpr std::string_view kHint = "write it like “2 business hours”, “30 minutes” or “3 days”.";
  const std::optional<calendar::Limit> limit = calendar::parse_limit(measure.limit);
  if (!limit) {
    add(measure.limit.empty() ? ErrorCode::missing : ErrorCode::bad_value, path_.to("limit"),
        (measure.limit.empty() ? "No limit is given; "
                               : quoted(measure.limit) + " is not a limit; ") +
            std::string(kHint));
  } else if (limit->business && measure.calendar.empty() &&
             !reported_.has_within(path_.to("calendar"))) {
    add(ErrorCode::missing, path_.str(),
        "The limit " + quoted(measure.limit) +
            " counts business time, but no calendar is named; the id of the calendar with the "
            "opening hours is expected.");
  }
}

void Validator::check_target(const Commitment& commitment) {
  const double target = commitment.target;
  if (!std::isfinite(target)) {
    add(ErrorCode::bad_value, path_.to("target"), "The target is no number.");
  } else if (is_percentage(commitment.measure.kind) &&
             (is_less(target, 0) || is_less(100, target))) {
    add(ErrorCode::bad_value, path_.to("target"),
        "A target of " + digits(target) +
            " % is not possible; this measure gives a percentage, so 0 to 100 is expected.");
  }
}

}  // namespace leadpact::agreement
