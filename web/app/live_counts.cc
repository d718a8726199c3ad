#include "web/app/live_counts.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/validate.h"
#include "core/rules/compile.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Condition;
using agreement::Dataset;

// Whether the stage can be asked of the dataset's records: a stage that nothing
// measures by is not checked against any dataset, so something is made to.
bool fits(const Agreement& agreement, const Dataset& dataset, const agreement::Stage& stage) {
  const auto time =
      std::find_if(dataset.fields.begin(), dataset.fields.end(), [](const data::Field& field) {
        return field.type == data::FieldType::timestamp && !field.planned;
      });
  if (time == dataset.fields.end()) return false;
  Agreement trial = agreement;
  agreement::add(trial, "goals");
  agreement::Measure& measure = trial.goals.back().measure;
  measure = agreement::Measure();
  measure.kind = agreement::Kind::count;
  measure.dataset = dataset.id;
  measure.at = time->key;
  measure.where.criteria.push_back({"", agreement::Op::meets, {stage.id}});
  return agreement::validate(trial).empty();
}

std::uint64_t count_kept(const data::Table& table, const rules::Mask& mask,
                         const rules::Mask* but_not = nullptr) {
  std::uint64_t count = 0;
  for (const std::uint32_t row : table.kept())
    count += mask[row] != 0 && (but_not == nullptr || (*but_not)[row] == 0) ? 1U : 0U;
  return count;
}

}  // namespace

std::optional<LiveCount> live_count(const Agreement& agreement, const agreement::Stage& stage,
                                    const scoring::LoadedData& data,
                                    std::optional<calendar::Instant> as_of) {
  for (std::size_t d = 0; d < agreement.datasets.size() && d < data.tables.size(); ++d) {
    const Dataset& dataset = agreement.datasets[d];
    if (!data.tables[d] || !fits(agreement, dataset, stage)) continue;
    const data::Table& table = *data.tables[d];
    rules::Evaluator::View view;
    view.agreement_zone = calendar::Zone::find(agreement.time_zone);
    view.has_as_of = as_of.has_value();
    view.as_of = as_of.value_or(0);
    rules::Evaluator evaluator(agreement, dataset, table, view);
    const rules::Mask all = evaluator.evaluate(stage.definition);
    LiveCount count;
    count.of = table.kept().size();
    count.matching = count_kept(table, all);
    count.records = record_noun(dataset).many;
    const std::size_t rules = stage.definition.criteria.size();
    const bool each_is_needed = stage.definition.match == agreement::Match::all &&
                                !stage.definition.negate &&
                                rules + stage.definition.groups.size() > 1;
    for (std::size_t i = 0; each_is_needed && i < rules; ++i) {
      Condition others = stage.definition;
      others.criteria.erase(others.criteria.begin() + static_cast<std::ptrdiff_t>(i));
      const rules::Mask without = evaluator.evaluate(others);
      count.just_short += count_kept(table, without, &all);
    }
    return count;
  }
  return std::nullopt;
}

std::string in_words(const LiveCount& count) {
  std::string text = whole(count.matching) + " of " + whole(count.of) + " loaded " + count.records +
                     (count.matching == 1 ? " matches" : " match");
  if (count.just_short > 0) {
    text += "; " + whole(count.just_short) + " more " + (count.just_short == 1 ? "fails" : "fail") +
            " by one rule only";
  }
  return text + ".";
}

}  // namespace leadpact::app
