// Fields of the lead score's thresholds, and the offer of a promise's other
// clock.
#include <cmath>
#include <string>
#include <vector>

#include "core/agreement/thresholds.h"
#include "core/agreement/two_clocks.h"
#include "web/app/form.h"

namespace leadpact::app {

using agreement::Agreement;
using agreement::Threshold;

void walk_thresholds(Fields& fields, Agreement& agreement) {
  if (agreement.lead_scoring.rules.empty()) return;
  const std::vector<Threshold> thresholds = agreement::thresholds_of(agreement);
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    const std::string stage = agreement::stage_name(agreement.stages[thresholds[i].stage]);
    double points = thresholds[i].points;
    fields.number("threshold[" + std::to_string(i) + "]",
                  thresholds.size() == 1 ? "Threshold" : "Threshold of " + stage, points,
                  "Points from which on a lead is " + stage +
                      ", as far as the score goes. Its definition says so, too.");
    if (points != thresholds[i].points) agreement::set_threshold(agreement, thresholds[i], points);
  }
  if (!thresholds.empty()) return;
  if (agreement.stages.empty()) {
    fields.note("No stage is there to ask for points. Add one under Lead definitions.");
    return;
  }
  // Half of what can be had, on a five.
  const double half = std::round(agreement::most_points(agreement.lead_scoring) / 10) * 5;
  Fields::Options stages;
  for (std::size_t i = 0; i < agreement.stages.size(); ++i) {
    const agreement::Stage& stage = agreement.stages[i];
    stages.emplace_back(std::to_string(i), stage.name.empty() ? stage.id : stage.name);
  }
  std::string chosen;
  fields.choice("threshold.add", "Threshold for the stage", chosen, stages,
                "No stage asks for points yet.");
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (chosen == stages[i].first) agreement::add_threshold(agreement, i, half);
  }
}

bool walk_other_clock(Fields& fields, Agreement& agreement, std::size_t commitment) {
  const data::Field* start = agreement::other_clock(agreement, commitment);
  if (start == nullptr) return false;
  const bool assigned = agreement::event_of(*start) == agreement::Event::assigned;
  fields.note("This clock starts with the inquiry. The other one, from “" + start->column +
              "” to first contact, is the rep's own; what lies between is routing delay.");
  bool added = false;
  fields.action(kOtherClock, std::string("Add the clock from ") + (assigned ? "assignment" : "MQL"),
                [&] { added = !agreement::add_other_clock(agreement, commitment).empty(); });
  return added;
}

}  // namespace leadpact::app
