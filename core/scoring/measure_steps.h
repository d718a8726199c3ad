// A measure of records made a piece at a time: on a million of them its
// conditions alone take longer than a frame.
//
//   MeasureSteps steps(context, commitment);
//   while (steps.step()) {}
//   RecordMeasure measure = steps.finish();
#ifndef LEADPACT_CORE_SCORING_MEASURE_STEPS_H_
#define LEADPACT_CORE_SCORING_MEASURE_STEPS_H_

#include <cstddef>

#include "core/scoring/measure.h"

namespace leadpact::scoring {

class MeasureSteps {
 public:
  // The measure uses records and its dataset was given; both outlive this.
  MeasureSteps(Context& context, const agreement::Commitment& commitment)
      : context_(context), commitment_(commitment) {}

  // Runs its conditions over a stretch of rows; false when none are left.
  bool step();
  // Once step() was false.
  [[nodiscard]] RecordMeasure finish();

 private:
  Context& context_;
  const agreement::Commitment& commitment_;
  std::size_t evaluated_ = 0;  // rows
  RecordMeasure::Masks masks_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_MEASURE_STEPS_H_
