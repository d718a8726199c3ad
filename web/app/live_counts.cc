#include "web/app/live_counts.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/agreement/edits.h"
#include "core/agreement/validate.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Condition;
using agreement::Dataset;

constexpr std::uint16_t kMatches = 0xFFFF;
constexpr std::uint16_t kFails = 0xFFFE;  // by more than one rule; else its index
constexpr std::size_t kMostRules = 1000;
constexpr std::size_t kMostStages = 12;
constexpr std::size_t kBlock = 1024;
constexpr std::size_t kFewestBlocks = 5;  // of a frame: some thousand leads are counted at once

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

// The index of the dataset, or nothing.
std::optional<std::size_t> first_that_fits(const Agreement& agreement,
                                           const agreement::Stage& stage,
                                           const scoring::LoadedData& data) {
  for (std::size_t d = 0; d < agreement.datasets.size() && d < data.tables.size(); ++d) {
    if (data.tables[d] && fits(agreement, agreement.datasets[d], stage)) return d;
  }
  return std::nullopt;
}

rules::Evaluator::View view_of(const Agreement& agreement, std::optional<calendar::Instant> as_of) {
  rules::Evaluator::View view;
  view.agreement_zone = calendar::Zone::find(agreement.time_zone);
  view.has_as_of = as_of.has_value();
  view.as_of = as_of.value_or(0);
  return view;
}

std::size_t tests_in(const Condition& condition) {
  std::size_t tests = condition.criteria.size();
  for (const Condition& group : condition.groups)
    tests += tests_in(group);
  return tests;
}

// What a row costs: its rules, and those of all it may ask for.
std::size_t tests_of_a_row(const Agreement& agreement, const Condition& definition) {
  std::size_t tests = std::max<std::size_t>(1, tests_in(definition));
  for (const agreement::Stage& stage : agreement.stages)
    tests += tests_in(stage.definition);
  for (const agreement::ScoringRule& rule : agreement.lead_scoring.rules) {
    if (rule.condition) tests += tests_in(*rule.condition);
  }
  return tests;
}

}  // namespace

std::unique_ptr<StageSweep> StageSweep::begin(const Agreement& agreement, std::size_t stage,
                                              const scoring::LoadedData& data,
                                              std::optional<calendar::Instant> as_of) {
  if (stage >= agreement.stages.size()) return nullptr;
  const auto dataset = first_that_fits(agreement, agreement.stages[stage], data);
  if (!dataset) return nullptr;
  return std::unique_ptr<StageSweep>(
      new StageSweep(agreement, *dataset, stage, *data.tables[*dataset], as_of));
}

StageSweep::StageSweep(const Agreement& agreement, std::size_t dataset, std::size_t stage,
                       const data::Table& table, std::optional<calendar::Instant> as_of)
    : agreement_(agreement),
      dataset_(&agreement_.datasets[dataset]),
      table_(&table),
      evaluator_(std::make_unique<rules::Evaluator>(agreement_, *dataset_, table,
                                                    view_of(agreement_, as_of))),
      outcomes_(table.rows()) {
  const Condition& whole = agreement_.stages[stage].definition;
  tests_ = tests_of_a_row(agreement_, whole);
  if (whole.match == agreement::Match::all && !whole.negate) {
    for (const agreement::Criterion& each : whole.criteria) {
      Condition rule;
      rule.criteria.push_back(each);
      rules_.push_back(std::move(rule));
    }
    for (const Condition& group : whole.groups) {
      if (!agreement::is_empty(group)) rules_.push_back(group);
    }
  }
  by_rule_ = rules_.size() > 1 && rules_.size() <= kMostRules;
  if (!by_rule_) rules_ = {whole};
  for (const Condition& rule : rules_)
    prepared_.push_back(evaluator_->prepare(rule));
  count_.of = table.kept().size();
  count_.records = record_noun(*dataset_).many;
}

bool StageSweep::work(std::size_t slice) {
  const std::size_t blocks = std::max(slice < kSlice ? 1 : kFewestBlocks, slice / tests_ / kBlock);
  const std::size_t stop = std::min(table_->rows(), at_ + blocks * kBlock);
  while (at_ < stop) {
    const std::size_t end = std::min(stop, at_ + kBlock);
    note(at_, end);
    at_ = end;
  }
  const std::vector<std::uint32_t>& kept = table_->kept();
  for (; kept_at_ < kept.size() && kept[kept_at_] < at_; ++kept_at_) {
    const std::uint16_t outcome = outcomes_[kept[kept_at_]];
    count_.matching += outcome == kMatches ? 1U : 0U;
    count_.just_short += outcome < kMostRules ? 1U : 0U;
  }
  return done();
}

// What becomes of a block of rows.
void StageSweep::note(std::size_t begin, std::size_t end) {
  std::array<std::uint8_t, kBlock> holds;
  std::uint16_t* const outcomes = outcomes_.data() + begin;
  const std::size_t rows = end - begin;
  std::fill(outcomes, outcomes + rows, kMatches);
  for (std::size_t rule = 0; rule < prepared_.size(); ++rule) {
    prepared_[rule].run(begin, end, holds.data());
    const std::uint16_t alone = by_rule_ ? static_cast<std::uint16_t>(rule) : kFails;
    for (std::size_t i = 0; i < rows; ++i) {
      const std::uint16_t failed = outcomes[i] == kMatches ? alone : kFails;
      outcomes[i] = holds[i] != 0 ? outcomes[i] : failed;
    }
  }
}

std::vector<std::uint32_t> StageSweep::matching(std::size_t most) const {
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t row : table_->kept()) {
    if (rows.size() == most) break;
    if (outcomes_[row] == kMatches) rows.push_back(row);
  }
  return rows;
}

std::vector<StageSweep::Miss> StageSweep::just_short(std::size_t most) const {
  std::vector<Miss> misses;
  for (const std::uint32_t row : table_->kept()) {
    if (misses.size() == most) break;
    if (outcomes_[row] < kMostRules) misses.push_back({row, outcomes_[row]});
  }
  return misses;
}

std::optional<LiveCount> live_count(const Agreement& agreement, std::size_t stage,
                                    const scoring::LoadedData& data,
                                    std::optional<calendar::Instant> as_of) {
  const auto sweep = StageSweep::begin(agreement, stage, data, as_of);
  if (sweep == nullptr) return std::nullopt;
  while (!sweep->work()) {
  }
  return sweep->count();
}

std::vector<std::optional<std::uint64_t>> stage_counts(const Agreement& agreement,
                                                       const scoring::LoadedData& data,
                                                       std::optional<calendar::Instant> as_of,
                                                       std::size_t most_rows) {
  std::vector<std::optional<std::uint64_t>> counts(agreement.stages.size());
  if (agreement.stages.size() > kMostStages) return counts;
  for (const auto& table : data.tables) {
    if (table && table->rows() > most_rows) return counts;
  }
  std::map<std::size_t, rules::Evaluator> evaluators;  // by dataset
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const agreement::Stage& stage = agreement.stages[i];
    const auto d = first_that_fits(agreement, stage, data);
    if (!d) continue;
    const data::Table& table = *data.tables[*d];
    rules::Evaluator& evaluator =
        evaluators
            .try_emplace(*d, agreement, agreement.datasets[*d], table, view_of(agreement, as_of))
            .first->second;
    Condition meets;
    meets.criteria.push_back({"", agreement::Op::meets, {stage.id}});
    const rules::Mask mask = evaluator.evaluate(meets);
    std::uint64_t count = 0;
    for (const std::uint32_t row : table.kept())
      count += mask[row] != 0 ? 1U : 0U;
    counts[i] = count;
  }
  return counts;
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
