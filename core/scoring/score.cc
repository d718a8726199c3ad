#include "core/scoring/score.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/agreement/kinds.h"
#include "core/data/parallel.h"
#include "core/scoring/context.h"
#include "core/scoring/disputes.h"
#include "core/scoring/measure.h"
#include "core/scoring/measure_steps.h"
#include "core/scoring/period_status.h"
#include "core/scoring/reporting.h"
#include "core/scoring/triggers.h"

namespace leadpact::scoring {
namespace {

using agreement::Commitment;

// A goal or a commitment, and where it stands.
struct Job {
  const Commitment* commitment = nullptr;
  bool is_goal = false;
  std::size_t index = 0;  // into goals or commitments
  std::optional<RecordMeasure> measure;
  Measured measured;
  std::vector<RowRuling> rulings;
  std::vector<std::uint32_t> overruled;    // by period
  const CommitmentScore* as_is = nullptr;  // nothing is overruled: its official score
};

DatasetReport report_of(const DatasetContext& context) {
  DatasetReport report;
  report.id = context.dataset->id;
  if (context.table == nullptr) return report;
  const data::TableCounts counts = data::count(*context.table);
  report.given = true;
  report.rows = context.table->kept().size();
  report.duplicates = counts.duplicates;
  report.excluded = counts.excluded;
  report.ragged_rows = counts.ragged_rows;
  report.newest = context.newest;
  for (std::size_t i = 0; i < counts.fields.size(); ++i) {
    const std::string& key = context.table->fields()[i].key;
    const data::FieldCounts& field = counts.fields[i];
    if (field.invalid > 0) report.invalid_cells.push_back({key, field.invalid});
    if (field.date_only > 0) report.date_only_cells.push_back({key, field.date_only});
  }
  return report;
}

}  // namespace

class Scoring::Scorer {
 public:
  Scorer(const agreement::Agreement& agreement, const LoadedData& data, calendar::Instant as_of,
         const ScoreOptions& options)
      : context_(agreement, data, as_of, std::max(options.threads, 1)), options_(options) {
    add_jobs(agreement.goals, true);
    add_jobs(agreement.commitments, false);
    if (options_.overrulings != nullptr) add_rulings();
  }

  // Conditions are evaluated by all threads at once, then each thread measures
  // a commitment of its own. A few at a time, as each holds a mask or two.
  void measure_all() {
    const std::size_t at_a_time = context_.threads() > 1 ? 8 : 1;
    for (std::size_t begin = 0; begin < jobs_.size(); begin += at_a_time) {
      const std::size_t count = std::min(at_a_time, jobs_.size() - begin);
      for (std::size_t i = begin; i < begin + count; ++i)
        prepare(jobs_[i]);
      data::for_each_index(count, context_.threads(),
                           [&](std::size_t i) { measure(jobs_[begin + i]); });
    }
  }

  // A stretch of a job's conditions, or its preparation, or its measuring.
  bool step() {
    if (job_ == jobs_.size()) return false;
    Job& job = jobs_[job_];
    if (!is_prepared_) {
      const DatasetContext* dataset = dataset_of(*job.commitment);
      if (job.as_is == nullptr && dataset != nullptr && dataset->table != nullptr) {
        if (!steps_) steps_.emplace(context_, *job.commitment);
        if (steps_->step()) return true;
        take(job, steps_->finish());
        steps_.reset();
      } else {
        prepare(job);
      }
      is_prepared_ = true;
      return true;
    }
    measure(job);
    is_prepared_ = false;
    ++job_;
    return true;
  }
  [[nodiscard]] double share() const {
    return jobs_.empty() ? 1 : static_cast<double>(job_) / static_cast<double>(jobs_.size());
  }

  // Once all is measured.
  [[nodiscard]] Result<Scored> finish() {
    Scored scored;
    Scorecard& card = scored.card;
    card.agreement = context_.agreement().id;
    card.as_of = context_.as_of();
    for (const DatasetContext& dataset : context_.datasets()) {
      card.datasets.push_back(report_of(dataset));
    }
    Errors errors;
    for (Job& job : jobs_) {
      CommitmentScore score = job.as_is != nullptr ? *job.as_is : score_of(job, errors);
      (job.is_goal ? card.goals : card.commitments).push_back(std::move(score));
    }
    if (!errors.empty()) return errors;
    collect_breaches(scored.breaches);
    if (options_.overrulings != nullptr) collect_overruled(scored.overruled);
    const agreement::Agreement& agreement = context_.agreement();
    card.reporting = report(agreement, card.commitments, context_.periods(agreement.reporting));
    card.escalations = escalations(agreement, card.commitments);
    card.cancellation = cancellations(agreement, card.commitments);
    return scored;
  }

 private:
  void add_jobs(const std::vector<Commitment>& commitments, bool are_goals) {
    for (std::size_t i = 0; i < commitments.size(); ++i) {
      Job& job = jobs_.emplace_back();
      job.commitment = &commitments[i];
      job.is_goal = are_goals;
      job.index = i;
    }
  }

  void add_rulings() {
    for (Job& job : jobs_) {
      const Commitment& commitment = *job.commitment;
      if (agreement::uses_records(commitment.measure.kind)) {
        job.rulings = rulings_of(*options_.overrulings,
                                 context_.find_dataset(commitment.measure.dataset), commitment.id);
      }
      if (!job.rulings.empty() || options_.official == nullptr) continue;
      const auto& scores = job.is_goal ? options_.official->goals : options_.official->commitments;
      if (job.index < scores.size()) job.as_is = &scores[job.index];
    }
  }

  // What the rulings concern, before it is measured.
  static void overrule(Job& job) {
    for (const RowRuling& ruling : job.rulings) {
      const PeriodSlot period = job.measure->period(ruling.row);
      if (period >= kWithoutAt || !job.measure->counts(ruling.row)) continue;
      if (job.overruled.size() <= period) job.overruled.resize(period + std::size_t{1});
      ++job.overruled[period];
    }
    for (const RowRuling& ruling : job.rulings) {
      if (ruling.counts_as == agreement::CountsAs::left_out) job.measure->leave_out(ruling.row);
    }
  }

  void collect_overruled(std::vector<std::vector<std::uint32_t>>& overruled) {
    for (const bool goals : {false, true}) {
      for (Job& job : jobs_) {
        if (job.is_goal != goals) continue;
        job.overruled.resize(context_.periods(job.commitment->every).size());
        overruled.push_back(std::move(job.overruled));
      }
    }
  }

  // Null where the measure uses none.
  [[nodiscard]] const DatasetContext* dataset_of(const Commitment& commitment) {
    if (!agreement::uses_records(commitment.measure.kind)) return nullptr;
    return &context_.datasets()[context_.find_dataset(commitment.measure.dataset)];
  }

  static void take(Job& job, RecordMeasure measure) {
    job.measure.emplace(std::move(measure));
    if (!job.rulings.empty()) overrule(job);
  }

  void prepare(Job& job) {
    if (job.as_is != nullptr) return;
    const DatasetContext* dataset = dataset_of(*job.commitment);
    if (dataset == nullptr) {
      job.measured = measure_entries(context_, *job.commitment);
    } else if (dataset->table == nullptr) {
      job.measured.periods.resize(context_.periods(job.commitment->every).size());
    } else {
      take(job, RecordMeasure(context_, *job.commitment));
    }
  }

  void measure(Job& job) const {
    if (!job.measure) return;
    job.measured = job.measure->measure(options_.breaches && !job.is_goal);
    for (const RowRuling& ruling : job.rulings) {
      if (ruling.counts_as == agreement::CountsAs::met) {
        job.measure->count_as_met(ruling.row, job.measured);
      }
    }
    job.measure->forget_masks();
  }

  [[nodiscard]] CommitmentScore score_of(const Job& job, Errors& errors) {
    const Commitment& commitment = *job.commitment;
    const std::vector<calendar::Period>& periods = context_.periods(commitment.every);
    const calendar::Hours* hours = context_.hours(commitment.measure.calendar);
    const DatasetContext* dataset = dataset_of(commitment);
    CommitmentScore score;
    score.id = commitment.id;
    score.team = commitment.team;
    score.negative_elapsed = job.measured.negative_elapsed;
    score.without_at = job.measured.without_at;
    score.periods.reserve(periods.size());
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const Tally& tally = job.measured.periods[i];
      if (tally.is_beyond) errors.push_back(beyond(job, periods[i]));
      score.periods.push_back(score_period(
          commitment, periods[i], tally, source_of(dataset, periods[i]), context_.as_of(), hours));
    }
    count_missed_in_a_row(score.periods);
    return score;
  }

  [[nodiscard]] static Error beyond(const Job& job, const calendar::Period& period) {
    Error error;
    error.code = ErrorCode::beyond_number;
    error.place =
        (job.is_goal ? "goals[" : "commitments[") + std::to_string(job.index) + "].measure";
    error.message = "the sum of `" + job.commitment->measure.field + "` in the period from " +
                    calendar::format_day(period.start) +
                    " is larger than a number can hold; amounts within 1.7e308 were expected";
    return error;
  }

  // Each job writes to its own stretch of the list.
  void collect_breaches(std::vector<Breach>& breaches) {
    std::vector<std::size_t> begins;
    std::size_t count = 0;
    for (const Job& job : jobs_) {
      begins.push_back(count);
      count += job.measured.failing.size();
    }
    breaches.resize(count);
    data::for_each_index(jobs_.size(), context_.threads(), [&](std::size_t i) {
      const Job& job = jobs_[i];
      if (job.measured.failing.empty()) return;
      Breach breach;
      breach.commitment = job.index;
      breach.dataset = context_.find_dataset(job.commitment->measure.dataset);
      job.measure->write_breaches(job.measured, breach, breaches.data() + begins[i]);
    });
  }

  Context context_;
  ScoreOptions options_;
  std::vector<Job> jobs_;
  // Of step(): the job, and its measure while it is made.
  std::size_t job_ = 0;
  std::optional<MeasureSteps> steps_;
  bool is_prepared_ = false;
};

Scoring::Scoring(const agreement::Agreement& agreement, const LoadedData& data,
                 calendar::Instant as_of)
    : scorer_(std::make_unique<Scorer>(agreement, data, as_of,
                                       ScoreOptions{1, false, nullptr, nullptr})) {}
Scoring::Scoring(const agreement::Agreement& agreement, const LoadedData& data,
                 calendar::Instant as_of, const Overrulings& overrulings, const Scorecard& official)
    : scorer_(std::make_unique<Scorer>(agreement, data, as_of,
                                       ScoreOptions{1, false, &overrulings, &official})) {}
Scoring::Scoring(Scoring&&) noexcept = default;
Scoring& Scoring::operator=(Scoring&&) noexcept = default;
Scoring::~Scoring() = default;

bool Scoring::step() {
  return scorer_->step();
}

double Scoring::share() const {
  return scorer_->share();
}

Result<Scored> Scoring::finish() {
  return scorer_->finish();
}

Result<Scored> score(const agreement::Agreement& agreement, const LoadedData& data,
                     calendar::Instant as_of, const ScoreOptions& options) {
  Scoring::Scorer scorer(agreement, data, as_of, options);
  scorer.measure_all();
  return scorer.finish();
}

}  // namespace leadpact::scoring
