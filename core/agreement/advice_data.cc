// Advice on what promises rest on: calendars, data, lead scoring, stages.
#include <algorithm>
#include <string>

#include "core/agreement/adviser.h"
#include "core/agreement/kinds.h"
#include "core/agreement/wording.h"
#include "core/calendar/time.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

void walk(const Condition& condition, const std::function<void(const Criterion&)>& see) {
  for (const Criterion& criterion : condition.criteria)
    see(criterion);
  for (const Condition& group : condition.groups)
    walk(group, see);
}

}  // namespace

void Adviser::each_condition(const std::function<void(const Condition&)>& see) const {
  for (const Dataset& dataset : agreement_.datasets)
    see(dataset.only);
  for (const ScoringRule& rule : agreement_.lead_scoring.rules) {
    if (rule.condition) see(*rule.condition);
  }
  for (const Stage& stage : agreement_.stages)
    see(stage.definition);
  for (const std::vector<Commitment>* list : {&agreement_.goals, &agreement_.commitments}) {
    for (const Commitment& commitment : *list) {
      see(commitment.measure.where);
      if (commitment.measure.of) see(*commitment.measure.of);
    }
  }
}

bool Adviser::any_criterion(const std::function<bool(const Criterion&)>& is) const {
  bool any = false;
  each_condition([&](const Condition& condition) {
    walk(condition, [&](const Criterion& criterion) { any = any || is(criterion); });
  });
  return any;
}

void Adviser::on_calendars() {
  const auto ends = calendar::parse_day(agreement_.ends_on);
  for (std::size_t i = 0; i < agreement_.calendars.size(); ++i) {
    const Calendar& calendar = agreement_.calendars[i];
    const std::string place = element("calendars", i);
    const std::string name = named(calendar.name, calendar.id);
    const auto uses = [&](const Commitment& each) { return each.measure.calendar == calendar.id; };
    const bool used =
        std::any_of(agreement_.commitments.begin(), agreement_.commitments.end(), uses) ||
        std::any_of(agreement_.goals.begin(), agreement_.goals.end(), uses);
    if (!used) {
      add(place, name +
                     " is used by no promise. Choose it where business hours count, or remove "
                     "it.");
    }
    std::vector<std::string> closed = calendar.holidays;
    std::sort(closed.begin(), closed.end());
    for (const SpecialDay& day : calendar.special_days) {
      if (!std::binary_search(closed.begin(), closed.end(), day.date)) continue;
      add(place + ".holidays", date_words(day.date) + " is a holiday and a half day in " + name +
                                   ", and counts as the half day. Remove one of them.");
      break;
    }
    if (calendar.holidays.empty()) {
      add(place + ".holidays", name +
                                   " has no holidays in it, so clocks run on them. Add those of "
                                   "the year.");
    } else if (ends) {
      const std::string& last =
          *std::max_element(calendar.holidays.begin(), calendar.holidays.end());
      const auto day = calendar::parse_day(last);
      if (day && calendar::to_date(*day).year < calendar::to_date(*ends).year) {
        add(place + ".holidays", "The holidays of " + name + " end with " + date_words(last) +
                                     ", before the agreement does. Add those of the years after.");
      }
    }
  }
}

void Adviser::on_datasets() {
  for (std::size_t i = 0; i < agreement_.datasets.size(); ++i) {
    const Dataset& dataset = agreement_.datasets[i];
    const std::string place = element("datasets", i);
    const std::string name = named(dataset.name, dataset.id);
    const auto uses = [&](const Commitment& each) {
      return uses_records(each.measure.kind) && each.measure.dataset == dataset.id;
    };
    const bool used =
        std::any_of(agreement_.commitments.begin(), agreement_.commitments.end(), uses) ||
        std::any_of(agreement_.goals.begin(), agreement_.goals.end(), uses);
    if (!used) add(place, name + " is measured by nothing. Remove it, or measure something by it.");
    if (dataset.id_field.empty()) {
      add(place + ".id_field", name +
                                   " has no column that tells records apart, so a lead exported "
                                   "twice counts twice. Name the record's id.");
    }
  }
}

void Adviser::on_lead_scoring() {
  const LeadScoring& scoring = agreement_.lead_scoring;
  if (scoring.rules.empty()) return;
  for (std::size_t i = 0; i < scoring.rules.size(); ++i) {
    const ScoringRule& rule = scoring.rules[i];
    const std::string place = element("lead_scoring.rules", i);
    if (rule.points == 0) {
      add(place + ".points", quoted(rule.name) + " gives no points. Give it some, or remove it.");
    }
    if (rule.condition && is_empty(*rule.condition)) {
      add(place + ".condition", quoted(rule.name) +
                                    " is met by every lead, so it tells none "
                                    "apart. Give it a condition.");
    }
  }
  if (!any_criterion([](const Criterion& each) { return each.field == kLeadScoreKey; })) {
    add("lead_scoring.threshold",
        "Leads get points, but no stage asks for them. Let a stage ask for a lead "
        "score, such as at least 50.");
  }
}

void Adviser::on_stages() {
  if (agreement_.stages.empty()) {
    add("stages",
        "No stage is defined. Agree on what a marketing qualified lead is before "
        "anything is counted.");
  }
  double reachable = 0;
  for (const ScoringRule& rule : agreement_.lead_scoring.rules)
    reachable += std::max(0.0, rule.points);
  for (std::size_t i = 0; i < agreement_.stages.size(); ++i) {
    const Stage& stage = agreement_.stages[i];
    const std::string place = element("stages", i);
    const std::string name = named(stage.name, stage.id);
    if (is_empty(stage.definition)) {
      left_empty(place + ".definition", name + " has no rule, so every lead is one. Define it.");
    }
    if (stage.meaning.empty()) {
      add(place + ".meaning", name +
                                  " is not explained. Say in a sentence what it means to a "
                                  "rep.");
    }
    // The first one is where leads come in, the last one where they lead to.
    const bool ends = i == 0 || i + 1 == agreement_.stages.size();
    const bool used =
        ends || any_criterion([&](const Criterion& each) {
          return each.op == Op::meets &&
                 std::find(each.values.begin(), each.values.end(), stage.id) != each.values.end();
        });
    if (!used) {
      add(place, name + " is used by no promise and no other stage. Use it, or remove it.");
    }
    walk(stage.definition, [&](const Criterion& each) {
      if (each.field != kLeadScoreKey || each.op != Op::at_least || each.values.empty()) return;
      const auto asked = data::parse_plain_number(each.values.front());
      if (!asked || *asked <= reachable) return;
      add(place + ".definition", name + " asks for a lead score of " + each.values.front() +
                                     ", but the rules give " + digits(reachable) +
                                     " at most. Lower it, or give more points.");
    });
  }
}

}  // namespace leadpact::agreement
