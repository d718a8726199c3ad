#include "core/exchange/saved_scorecard.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/agreement/kinds.h"
#include "core/agreement/stage_graph.h"
#include "core/agreement/wording.h"
#include "core/data/hash.h"
#include "core/exchange/document.h"
#include "core/exchange/json_text.h"
#include "core/exchange/saved_format.h"
#include "core/exchange/scorecard_json.h"
#include "core/scoring/context.h"
#include "core/scoring/measure_steps.h"
#include "core/scoring/record_ids.h"

namespace leadpact::exchange {
namespace {

using agreement::Agreement;
using agreement::Commitment;
using agreement::Condition;
using agreement::Criterion;

// Adds the ids of the stages that a condition asks for.
void add_stages(const Condition& condition, std::vector<std::string>& stages) {
  for (const Criterion& criterion : condition.criteria) {
    if (criterion.op != agreement::Op::meets) continue;
    stages.insert(stages.end(), criterion.values.begin(), criterion.values.end());
  }
  for (const Condition& group : condition.groups)
    add_stages(group, stages);
}

bool reads_score(const Condition& condition) {
  return std::any_of(
             condition.criteria.begin(), condition.criteria.end(),
             [](const Criterion& each) { return each.field == agreement::kLeadScoreKey; }) ||
         std::any_of(condition.groups.begin(), condition.groups.end(), reads_score);
}

// How the data of the promise are read, by the fields' types; columns may be
// called otherwise in another export.
agreement::Dataset reading_of(const agreement::Dataset& dataset) {
  agreement::Dataset reading = dataset;
  reading.name.clear();
  for (data::Field& field : reading.fields)
    field.column.clear();
  return reading;
}

// The stages that are asked for, themselves or by others, by what they say of a
// lead. `wanted` are ids; those that the stages ask for are added.
std::vector<agreement::Stage> stages_of(const Agreement& agreement,
                                        std::vector<std::string> wanted) {
  std::vector<agreement::Stage> reached;
  if (wanted.empty()) return reached;
  const agreement::StageGraph graph(agreement.stages);
  std::vector<bool> taken(agreement.stages.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto found = graph.find(wanted[i]);
    if (!found || taken[*found]) continue;
    taken[*found] = true;
    agreement::Stage& stage = reached.emplace_back(agreement.stages[*found]);
    stage.name.clear();
    stage.meaning.clear();
    add_stages(stage.definition, wanted);
  }
  return reached;
}

}  // namespace

bool is_saved_scorecard(std::string_view bytes) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto skip = [&](std::string_view expected) {
    const std::size_t at = bytes.find_first_not_of(kSpace);
    bytes.remove_prefix(std::min(at, bytes.size()));
    if (bytes.substr(0, expected.size()) != expected) return false;
    bytes.remove_prefix(expected.size());
    return true;
  };
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  return skip("{") && skip("\"format\"") && skip(":") && skip("\"leadpact-scorecard\"");
}

std::string mark_of(const Agreement& agreement, const Commitment& commitment) {
  // An agreement of nothing but what the promise rests on, in the words of the
  // file format.
  Agreement rests;
  rests.time_zone = agreement.time_zone;
  rests.starts_on = agreement.starts_on;
  rests.ends_on = agreement.ends_on;
  rests.fiscal_year_starts = agreement.fiscal_year_starts;
  Commitment& promise = rests.commitments.emplace_back(commitment);
  promise.title.clear();
  promise.detail.clear();
  promise.owner.clear();
  promise.team = {};
  promise.weight = 1;
  const agreement::Measure& measure = commitment.measure;
  std::vector<std::string> stages;
  add_stages(measure.where, stages);
  if (measure.of) add_stages(*measure.of, stages);
  if (const auto* dataset = agreement::find_dataset(agreement, measure.dataset)) {
    rests.datasets.push_back(reading_of(*dataset));
    add_stages(dataset->only, stages);
  }
  rests.stages = stages_of(agreement, std::move(stages));
  const bool score = measure.field == agreement::kLeadScoreKey || reads_score(measure.where) ||
                     (measure.of && reads_score(*measure.of)) ||
                     std::any_of(rests.stages.begin(), rests.stages.end(),
                                 [](const auto& each) { return reads_score(each.definition); });
  if (score) rests.lead_scoring = agreement.lead_scoring;
  if (const auto* calendar = agreement::find_calendar(agreement, measure.calendar)) {
    rests.calendars.push_back(*calendar);
    rests.calendars.back().name.clear();
  }
  return fmt::format("{:016x}", data::hash_of(write_json(rests)));
}

Error of_another_agreement(const scoring::Earlier& earlier, const Agreement& agreement) {
  return {ErrorCode::bad_reference, "scorecard.agreement",
          "The scorecard was saved of another agreement, " + agreement::quoted(earlier.title) +
              "; one of " + agreement::quoted(agreement.title) + " is expected."};
}

// ---- Writing ---------------------------------------------------------------------

class ScorecardSaving::Writer {
 public:
  Writer(const Agreement& agreement, const scoring::LoadedData& data,
         const scoring::Scorecard& card)
      : agreement_(agreement), context_(agreement, data, card.as_of, 1) {
    json_.open('{');
    json_.name("format");
    json_.text(kScorecardFormat);
    json_.name("format_version");
    json_.number(kScorecardVersion);
    json_.name("title");
    json_.text(agreement.title);
    json_.name("scorecard");
    write_scorecard(json_, card);
    json_.name("marks");
    json_.open('[');
    for (const auto* list : {&agreement.commitments, &agreement.goals}) {
      for (const Commitment& commitment : *list)
        write_mark(commitment);
    }
    json_.close(']');
    json_.name("leads");
    json_.open('[');
    without_leads_ = json_;
  }

  // The measures of a dataset's promises, one after another, then its records.
  bool step() {
    if (dataset_ == agreement_.datasets.size()) return false;
    scoring::DatasetContext& dataset = context_.datasets()[dataset_];
    if (dataset.table == nullptr || agreement_.datasets[dataset_].id_field.empty()) {
      ++dataset_;
      return true;
    }
    if (!ids_) begin(dataset);
    if (measures_.size() < promises_.size()) {
      if (!steps_) steps_.emplace(context_, *promises_[measures_.size()]);
      if (steps_->step()) return true;
      measures_.push_back(steps_->finish());
      steps_.reset();
      return true;
    }
    if (write_records(*dataset.table)) return true;
    end();
    return true;
  }

  std::string take() {
    json_.close(']');
    json_.close('}');
    json_.end();
    return std::move(json_).take();
  }

 private:
  void write_mark(const Commitment& commitment) {
    json_.open('{');
    json_.name("promise");
    json_.text(commitment.id);
    json_.name("mark");
    json_.text(mark_of(agreement_, commitment));
    json_.close('}');
  }

  void begin(const scoring::DatasetContext& dataset) {
    const std::string& id = dataset.dataset->id;
    ids_.emplace(*dataset.dataset, dataset.table);
    for (const auto* list : {&agreement_.commitments, &agreement_.goals}) {
      for (const Commitment& commitment : *list) {
        const agreement::Measure& measure = commitment.measure;
        if (agreement::uses_records(measure.kind) && measure.dataset == id) {
          promises_.push_back(&commitment);
        }
      }
    }
    json_.open('{');
    json_.name("dataset");
    json_.text(id);
    json_.name("promises");
    json_.open('[');
    for (const Commitment* promise : promises_)
      json_.text(promise->id);
    json_.close(']');
    json_.name("count");
    json_.number(dataset.table->kept().size());
    json_.name("answers");
    json_.open('{');
    json_.set_tight(true);
  }

  // False when none is left.
  bool write_records(const data::Table& table) {
    constexpr std::size_t kRows = 40'000;
    const std::vector<std::uint32_t>& kept = table.kept();
    for (const std::size_t end = std::min(kept.size(), row_ + kRows); row_ < end; ++row_) {
      const std::string id = ids_->of(kept[row_]);
      if (id.empty()) continue;
      line_.clear();
      for (const scoring::RecordMeasure& measure : measures_)
        line_.add(scoring::answer_of(measure, kept[row_]));
      json_.name(id);
      json_.text(line_.text());
    }
    if (json_.size() + kRows <= kMaxSavedScorecard) return row_ < kept.size();
    // They do not fit: figures alone.
    json_ = std::move(without_leads_);
    dataset_ = agreement_.datasets.size();
    return true;
  }

  void end() {
    json_.close('}');
    json_.set_tight(false);
    json_.close('}');
    measures_.clear();
    promises_.clear();
    ids_.reset();
    row_ = 0;
    ++dataset_;
  }

  const Agreement& agreement_;
  scoring::Context context_;
  JsonText json_, without_leads_;
  scoring::AnswerLine line_;
  std::size_t dataset_ = 0;
  // Of the dataset at work.
  std::optional<scoring::RecordIds> ids_;
  std::vector<const Commitment*> promises_;
  std::vector<scoring::RecordMeasure> measures_;
  std::optional<scoring::MeasureSteps> steps_;
  std::size_t row_ = 0;  // index into the kept rows
};

ScorecardSaving::ScorecardSaving(const Agreement& agreement, const scoring::LoadedData& data,
                                 const scoring::Scorecard& card)
    : writer_(std::make_unique<Writer>(agreement, data, card)) {}
ScorecardSaving::ScorecardSaving(ScorecardSaving&&) noexcept = default;
ScorecardSaving& ScorecardSaving::operator=(ScorecardSaving&&) noexcept = default;
ScorecardSaving::~ScorecardSaving() = default;

bool ScorecardSaving::step() {
  return writer_->step();
}

std::string ScorecardSaving::take() {
  return writer_->take();
}

std::string saved_scorecard(const Agreement& agreement, const scoring::LoadedData& data,
                            const scoring::Scorecard& card) {
  ScorecardSaving saving(agreement, data, card);
  while (saving.step()) {
  }
  return saving.take();
}

}  // namespace leadpact::exchange
