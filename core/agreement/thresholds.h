// From how many points on a lead is more than a lead.
//
// A threshold is no field of its own: it is what a stage asks of the lead
// score. So the sentence of the stage, the counts and the handle on the
// histogram are one number.
//
//   a stage's definition                            threshold
//   ----------------------------------------------  ---------
//   lead_score at_least 60                          60
//   all of: country is US; lead_score at_least 60   60
//   any of: lead_score at_least 60; demo is true    60
//   not: lead_score at_least 60                     none
//   lead_score more_than 60                         none
#ifndef LEADPACT_CORE_AGREEMENT_THRESHOLDS_H_
#define LEADPACT_CORE_AGREEMENT_THRESHOLDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/agreement/worded.h"

namespace leadpact::agreement {

struct Threshold {
  std::size_t stage = 0;            // index into the stages
  std::vector<std::size_t> groups;  // of its definition, from the outermost
  std::size_t criterion = 0;        // of the innermost
  double points = 0;
};

// In the order of the stages. Of a stage that asks twice, both.
[[nodiscard]] std::vector<Threshold> thresholds_of(const Agreement& agreement);

// Asks for other points there. False, with nothing changed, where the place is
// no threshold or the points are not finite.
bool set_threshold(Agreement& agreement, const Threshold& threshold, double points);

// Asks for points besides what the stage asks already.
bool add_threshold(Agreement& agreement, std::size_t stage, double points);

// What a lead can come to at most and at least, if every rule that adds, or
// takes off, fits it at once.
[[nodiscard]] double most_points(const LeadScoring& scoring);
[[nodiscard]] double least_points(const LeadScoring& scoring);

// “MQL”, by its name or else its id.
[[nodiscard]] std::string stage_name(const Stage& stage);

// What stands below the rules: "The threshold: “MQL” from 60 points on. A lead
// can get 130 points at most."
[[nodiscard]] std::string threshold_sentence(const Agreement& agreement);
// The same with its fields, "threshold[0]" for the first of thresholds_of().
[[nodiscard]] Worded worded_threshold(const Agreement& agreement);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_THRESHOLDS_H_
