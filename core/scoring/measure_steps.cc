#include "core/scoring/measure_steps.h"

#include <algorithm>
#include <utility>

#include "core/agreement/kinds.h"

namespace leadpact::scoring {

bool MeasureSteps::step() {
  constexpr std::size_t kRows = 50'000;
  const agreement::Measure& measure = commitment_.measure;
  const DatasetContext& dataset = context_.datasets()[context_.find_dataset(measure.dataset)];
  const std::size_t rows = dataset.table->rows();
  if (evaluated_ == rows) return false;
  const std::size_t end = std::min(rows, evaluated_ + kRows);
  const auto run = [&](const agreement::Condition& condition, rules::Mask& mask) {
    mask.resize(rows);
    dataset.evaluator->prepare(condition).run(evaluated_, end, mask.data() + evaluated_);
  };
  if (!agreement::is_empty(measure.where)) run(measure.where, masks_.where);
  if (agreement::uses_of(measure.kind) && measure.of) run(*measure.of, masks_.of);
  evaluated_ = end;
  return true;
}

RecordMeasure MeasureSteps::finish() {
  return {context_, commitment_, std::exchange(masks_, {})};
}

}  // namespace leadpact::scoring
