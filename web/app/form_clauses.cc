// Forms of what is promised: commitments and goals, lead scoring, stages.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/kinds.h"
#include "core/agreement/paper.h"
#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"
#include "web/app/form.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Commitment;
using agreement::Direction;
using agreement::Every;
using agreement::Kind;
using agreement::Team;
using data::FieldType;

const std::vector<std::pair<Kind, std::string>> kKinds = {
    {Kind::count, "How many leads"},
    {Kind::within, "How many percent in time"},
    {Kind::share, "How many percent fulfil something"},
    {Kind::sum, "A sum, such as deal amounts"},
    {Kind::average, "An average"},
    {Kind::median, "A median"},
    {Kind::median_time, "The typical (median) time between two dates"},
    {Kind::checkins, "Something done and noted here, such as a report"},
    {Kind::manual, "A number entered here"}};

const std::vector<std::pair<Every, std::string>> kPeriods = {{Every::week, "Each week"},
                                                             {Every::month, "Each month"},
                                                             {Every::quarter, "Each quarter"},
                                                             {Every::year, "Each year"},
                                                             {Every::term, "The whole term"}};

std::string target_label(Kind kind) {
  if (agreement::is_percentage(kind)) return "Target, in percent";
  if (kind == Kind::median_time) return "Target, in hours";
  return "Target";
}

void walk_calendar_of(Fields& fields, const Agreement& agreement, agreement::Measure& measure,
                      bool paced) {
  const bool used = agreement::uses_times(measure.kind) || paced;
  // Else it only says when an answer is due.
  if (!used && measure.calendar.empty() && agreement.calendars.empty()) return;
  Fields::Options calendars = {{"", paced ? "Every day alike" : "No business hours"}};
  for (const agreement::Calendar& each : agreement.calendars)
    calendars.emplace_back(each.id, each.name.empty() ? each.id : each.name);
  fields.choice("measure.calendar", paced ? "Pace by the days of" : "Business hours of",
                measure.calendar, calendars, used ? "" : "For when an answer is due after a miss.");
}

void walk_measure(Fields& fields, const Agreement& agreement, agreement::Measure& measure) {
  const Kind before = measure.kind;
  fields.choice_of("measure.kind", "What is measured", measure.kind, kKinds);
  const Kind kind = measure.kind;
  if (kind != before) agreement::drop_unused(measure);
  const bool paced = kind == Kind::count || kind == Kind::sum || kind == Kind::checkins;
  Fields::Options datasets;
  for (const agreement::Dataset& each : agreement.datasets)
    datasets.emplace_back(each.id, each.name.empty() ? each.id : each.name);
  if (!agreement::uses_records(kind)) {
    // A file may name one all the same, and one that is gone is an error.
    datasets.insert(datasets.begin(), {"", "None"});
    if (!measure.dataset.empty()) {
      fields.choice("measure.dataset", "Records of", measure.dataset, datasets, "Not used here.");
    }
    walk_calendar_of(fields, agreement, measure, paced);
    return;
  }
  fields.choice("measure.dataset", "Records of", measure.dataset, datasets);
  const agreement::Dataset* dataset = agreement::find_dataset(agreement, measure.dataset);
  const Fields::Options times = column_options(dataset, FieldType::timestamp);
  if (agreement::uses_times(kind)) {
    fields.choice("measure.from", "The clock starts with", measure.from, times);
    fields.choice("measure.to", "And stops with", measure.to, times);
  }
  if (agreement::uses_limit(kind)) {
    fields.line("measure.limit", "Time limit", measure.limit,
                "Such as 30 business minutes, 4 hours, 2 business days.");
  }
  if (agreement::uses_field(kind)) {
    fields.choice("measure.field", "Of the column", measure.field,
                  column_options(dataset, FieldType::number));
  }
  walk_calendar_of(fields, agreement, measure, paced);
  fields.choice("measure.at", "A lead counts in the period of its", measure.at, times);
  if (agreement::uses_times(kind)) {
    fields.choice_of<agreement::Early>("measure.early", "Where the clock stops before it starts",
                                       measure.early,
                                       {{agreement::Early::left_out, "Leave the lead out"},
                                        {agreement::Early::met, "Count it as met at once"}});
  }
  walk_condition(fields, "measure.where", "Which leads count", measure.where, agreement, dataset);
  if (agreement::uses_of(kind)) {
    agreement::Condition none;
    walk_condition(fields, "measure.of", "What they have to fulfil",
                   measure.of ? *measure.of : none, agreement, dataset);
    if (!measure.of && !agreement::is_empty(none)) measure.of = none;
  }
}

template <typename T>
void erase_at(std::vector<T>& all, std::size_t index) {
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
}

// What was done and noted, the newest entry last.
void walk_checkins(Fields& fields, Agreement& agreement, const std::string& commitment) {
  fields.heading("Noted so far");
  for (std::size_t i = 0; i < agreement.checkins.size(); ++i) {
    agreement::CheckIn& each = agreement.checkins[i];
    if (each.commitment != commitment) continue;
    const std::string key = "checkins[" + std::to_string(i) + "]";
    fields.line(key + ".on", "Done on", each.on, "Like 2026-03-31.");
    fields.indent(1);
    fields.choice(key + ".by", "By", each.by, contact_options(agreement, true));
    fields.line(key + ".note", "Note", each.note);
    const std::size_t before = agreement.checkins.size();
    fields.action(key + ".remove", "Remove this entry",
                  [&agreement, i] { erase_at(agreement.checkins, i); });
    fields.indent(-1);
    if (agreement.checkins.size() != before) return;
  }
  fields.action("checkins.add", "Note that it was done", [&agreement, &commitment] {
    agreement.checkins.push_back({commitment, "", "", ""});
  });
}

void walk_values(Fields& fields, Agreement& agreement, const std::string& commitment) {
  fields.heading("Values entered so far");
  for (std::size_t i = 0; i < agreement.manual_values.size(); ++i) {
    agreement::ManualValue& each = agreement.manual_values[i];
    if (each.commitment != commitment) continue;
    const std::string key = "manual_values[" + std::to_string(i) + "]";
    fields.line(key + ".on", "As of", each.on, "Like 2026-03-31: it counts for that period.");
    fields.indent(1);
    double value = each.value.value_or(std::numeric_limits<double>::quiet_NaN());
    const double before_typing = value;
    fields.number(key + ".value", "Value", value);
    if (std::isfinite(value) && value != before_typing) each.value = value;
    fields.line(key + ".note", "Note", each.note);
    const std::size_t before = agreement.manual_values.size();
    fields.action(key + ".remove", "Remove this entry",
                  [&agreement, i] { erase_at(agreement.manual_values, i); });
    fields.indent(-1);
    if (agreement.manual_values.size() != before) return;
  }
  fields.action("manual_values.add", "Enter a value", [&agreement, &commitment] {
    agreement.manual_values.push_back({commitment, "", 0, ""});
  });
}

void walk_commitment(Fields& fields, Agreement& agreement, Commitment& commitment, bool is_goal) {
  fields.line("title", "Title", commitment.title, "Short, as it is spoken of.");
  fields.choice_of<Team>("team", is_goal ? "Whose goal" : "Who promises", commitment.team,
                         {{Team::marketing, agreement::team_name(agreement, Team::marketing)},
                          {Team::sales, agreement::team_name(agreement, Team::sales)},
                          {Team::both, "Both teams"}});
  fields.choice_of<Direction>("direction", "At least or at most", commitment.direction,
                              {{Direction::at_least, "At least"}, {Direction::at_most, "At most"}});
  fields.number("target", target_label(commitment.measure.kind), commitment.target);
  fields.choice_of("every", "Period", commitment.every, kPeriods);
  fields.choice("owner", "Owner", commitment.owner, contact_options(agreement, true),
                "The one person who answers for it.");
  if (!is_goal) {
    fields.number("weight", "Weight in the score", commitment.weight,
                  "1 as a rule; 3 counts three times as much.");
  }
  fields.area("detail", "In your own words", commitment.detail,
              "Why, and what does not count. What is measured the sentence says.");
  // Entries of another kind of measure stay, and can be mended or removed.
  const auto is_of = [&](const auto& each) { return each.commitment == commitment.id; };
  const auto has = [&](const auto& all) { return std::any_of(all.begin(), all.end(), is_of); };
  const Kind kind = commitment.measure.kind;
  if (kind == Kind::checkins || has(agreement.checkins)) {
    walk_checkins(fields, agreement, commitment.id);
  }
  if (kind == Kind::manual || has(agreement.manual_values)) {
    walk_values(fields, agreement, commitment.id);
  }
  fields.heading("Measure");
  walk_measure(fields, agreement, commitment.measure);
}

// What a stage may ask for: the columns of every dataset that has those it asks
// for already, as one; the scored one's first. One rule alone binds it to none.
agreement::Dataset columns_for(const Agreement& agreement, const agreement::Condition& definition) {
  const bool bound = definition.criteria.size() > 1 || !definition.groups.empty();
  std::vector<const agreement::Dataset*> fitting;
  for (const bool all : {false, true}) {
    for (const agreement::Dataset& each : agreement.datasets) {
      if (bound && !all && !agreement::has_fields(each, definition)) continue;
      const bool scored = each.id == agreement.lead_scoring.dataset;
      fitting.insert(scored ? fitting.begin() : fitting.end(), &each);
    }
    if (!fitting.empty()) break;  // else it is in error: all of them may mend it
  }
  if (fitting.empty()) return {};
  agreement::Dataset columns = *fitting.front();
  for (const agreement::Dataset* each : fitting) {
    for (data::Field field : each->fields) {
      if (agreement::find_field(columns, field.key) != nullptr) continue;
      for (const data::Field& other : fitting.front()->fields) {
        if (other.column == field.column) field.column += " (" + each->name + ")";
      }
      columns.fields.push_back(std::move(field));
    }
  }
  return columns;
}

void walk_stage(Fields& fields, const Agreement& agreement, agreement::Stage& stage) {
  fields.line("name", "Name", stage.name, "Such as Marketing qualified lead.");
  fields.area("meaning", "Meaning", stage.meaning, "In a sentence, to a rep.");
  const agreement::Dataset columns = columns_for(agreement, stage.definition);
  walk_condition(fields, "definition", "A lead is one where", stage.definition, agreement,
                 &columns);
  fields.find_owners(agreement);
}

void walk_rule(Fields& fields, const Agreement& agreement, agreement::ScoringRule& rule) {
  fields.line("name", "Name", rule.name, "Such as Decides about the purchase.");
  fields.number("points", "Points", rule.points, "Negative ones are taken off.");
  agreement::Condition condition = rule.condition.value_or(agreement::Condition());
  walk_condition(fields, "condition", "Given where", condition, agreement,
                 agreement::find_dataset(agreement, agreement.lead_scoring.dataset));
  if (rule.condition || !(condition == agreement::Condition())) rule.condition = condition;
}

void walk_lead_scoring(Fields& fields, Agreement& agreement) {
  Fields::Options datasets;
  for (const agreement::Dataset& each : agreement.datasets)
    datasets.emplace_back(each.id, each.name.empty() ? each.id : each.name);
  fields.choice("dataset", "Scores the records of", agreement.lead_scoring.dataset, datasets);
  walk_thresholds(fields, agreement);
}

}  // namespace

void walk_clauses(Fields& fields, Agreement& agreement, const std::string& place) {
  if (place == "lead_scoring") return walk_lead_scoring(fields, agreement);
  const auto spot = agreement::spot_of(place);
  if (!spot || spot->index >= agreement::size_of(agreement, spot->list)) return;
  const std::size_t i = spot->index;
  if (spot->list == "commitments") {
    if (walk_other_clock(fields, agreement, i)) return;
    walk_commitment(fields, agreement, agreement.commitments[i], false);
  } else if (spot->list == "goals") {
    walk_commitment(fields, agreement, agreement.goals[i], true);
  } else if (spot->list == "stages") {
    walk_stage(fields, agreement, agreement.stages[i]);
  } else if (spot->list == "lead_scoring.rules") {
    walk_rule(fields, agreement, agreement.lead_scoring.rules[i]);
  }
}

}  // namespace leadpact::app
