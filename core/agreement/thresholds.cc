#include "core/agreement/thresholds.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/agreement/wording.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

bool is_threshold(const Criterion& criterion) {
  return criterion.field == kLeadScoreKey && criterion.op == Op::at_least &&
         criterion.values.size() == 1 &&
         data::parse_plain_number(data::trim(criterion.values.front())).has_value();
}

void look_into(const Condition& condition, Threshold& at, std::vector<Threshold>& found) {
  if (condition.negate) return;
  for (std::size_t i = 0; i < condition.criteria.size(); ++i) {
    const Criterion& criterion = condition.criteria[i];
    if (!is_threshold(criterion)) continue;
    at.criterion = i;
    at.points = *data::parse_plain_number(data::trim(criterion.values.front()));
    found.push_back(at);
  }
  for (std::size_t i = 0; i < condition.groups.size(); ++i) {
    at.groups.push_back(i);
    look_into(condition.groups[i], at, found);
    at.groups.pop_back();
  }
}

Criterion at_least(double points) {
  return {std::string(kLeadScoreKey), Op::at_least, {digits(points)}};
}

std::string in_points(double points) {
  return grouped(digits(points)) + (points == 1 ? " point" : " points");
}

}  // namespace

std::vector<Threshold> thresholds_of(const Agreement& agreement) {
  std::vector<Threshold> found;
  for (std::size_t i = 0; i < agreement.stages.size(); ++i) {
    Threshold at;
    at.stage = i;
    look_into(agreement.stages[i].definition, at, found);
  }
  return found;
}

bool set_threshold(Agreement& agreement, const Threshold& threshold, double points) {
  if (threshold.stage >= agreement.stages.size() || !std::isfinite(points)) return false;
  Condition* condition = &agreement.stages[threshold.stage].definition;
  for (const std::size_t group : threshold.groups) {
    if (group >= condition->groups.size()) return false;
    condition = &condition->groups[group];
  }
  if (threshold.criterion >= condition->criteria.size()) return false;
  Criterion& criterion = condition->criteria[threshold.criterion];
  if (!is_threshold(criterion)) return false;
  criterion.values.front() = digits(points);
  return true;
}

bool add_threshold(Agreement& agreement, std::size_t stage, double points) {
  if (stage >= agreement.stages.size() || !std::isfinite(points)) return false;
  Condition& definition = agreement.stages[stage].definition;
  if (is_empty(definition)) {
    definition = Condition();
  } else if (definition.match != Match::all || definition.negate) {
    // “One is enough” must not become enough without the points.
    Condition both;
    both.groups.push_back(std::move(definition));
    definition = std::move(both);
  }
  definition.criteria.push_back(at_least(points));
  return true;
}

double most_points(const LeadScoring& scoring) {
  double most = 0;
  for (const ScoringRule& rule : scoring.rules)
    most += std::max(0.0, rule.points);
  return most;
}

double least_points(const LeadScoring& scoring) {
  double least = 0;
  for (const ScoringRule& rule : scoring.rules)
    least += std::min(0.0, rule.points);
  return least;
}

std::string stage_name(const Stage& stage) {
  return "“" + (stage.name.empty() ? stage.id : stage.name) + "”";
}

Worded worded_threshold(const Agreement& agreement) {
  const std::string most =
      "A lead can get " + in_points(most_points(agreement.lead_scoring)) + " at most.";
  const std::vector<Threshold> all = thresholds_of(agreement);
  if (all.empty()) return "No stage asks for points yet. " + most;
  Worded text(std::string("The threshold: "));
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) text += i + 1 < all.size() ? ", " : " and ";
    text += stage_name(agreement.stages[all[i].stage]) + " from ";
    text += marked("threshold[" + std::to_string(i) + "]", grouped(digits(all[i].points)));
    text += all[i].points == 1 ? " point on" : " points on";
  }
  text += ". " + most;
  return text;
}

std::string threshold_sentence(const Agreement& agreement) {
  return worded_threshold(agreement).text;
}

}  // namespace leadpact::agreement
