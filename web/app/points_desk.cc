#include "web/app/points_desk.h"

#include <algorithm>
#include <utility>

#include "core/agreement/thresholds.h"
#include "core/agreement/wording.h"
#include "core/calendar/zone.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Condition;
using agreement::Dataset;

constexpr std::size_t kSlice = 16384;  // rows of a tick: some milliseconds in a browser
constexpr std::size_t kBars = 24;

bool asks_for_score(const Condition& condition) {
  return std::any_of(
             condition.criteria.begin(), condition.criteria.end(),
             [](const auto& criterion) { return criterion.field == agreement::kLeadScoreKey; }) ||
         std::any_of(condition.groups.begin(), condition.groups.end(), asks_for_score);
}

// All that the points of a lead rest on. Stages that ask for points are none
// of it: no rule may use them, and a threshold that moves must change nothing.
Agreement basis_of(const Agreement& agreement) {
  Agreement basis;
  basis.time_zone = agreement.time_zone;
  basis.lead_scoring = agreement.lead_scoring;
  for (const Dataset& dataset : agreement.datasets) {
    if (dataset.id == agreement.lead_scoring.dataset) basis.datasets.push_back(dataset);
  }
  for (const agreement::Stage& stage : agreement.stages) {
    if (!asks_for_score(stage.definition)) basis.stages.push_back(stage);
  }
  return basis;
}

}  // namespace

struct PointsDesk::Work {
  Work(Agreement of, const data::Table& read, std::uint64_t number_of_read,
       std::optional<calendar::Instant> at)
      : basis(std::move(of)),
        table(read),
        reads(number_of_read),
        as_of(at),
        evaluator(basis, basis.datasets.front(), table, view_of(basis, at)),
        counter(evaluator, table) {}

  static rules::Evaluator::View view_of(const Agreement& agreement,
                                        std::optional<calendar::Instant> at) {
    rules::Evaluator::View view;
    view.agreement_zone = calendar::Zone::find(agreement.time_zone);
    view.has_as_of = at.has_value();
    view.as_of = at.value_or(0);
    return view;
  }

  const Agreement basis;
  const data::Table& table;
  const std::uint64_t reads;
  const std::optional<calendar::Instant> as_of;
  rules::Evaluator evaluator;
  ScoreCounter counter;
};

PointsDesk::PointsDesk() = default;
PointsDesk::~PointsDesk() = default;

bool PointsDesk::ready() const {
  return work_ != nullptr && work_->counter.done();
}

float PointsDesk::progress() const {
  return work_ == nullptr ? 0 : work_->counter.progress();
}

bool PointsDesk::working() const {
  return work_ != nullptr && !work_->counter.done();
}

const std::string& PointsDesk::noun(std::uint64_t count) const {
  return count == 1 ? one_ : many_;
}

std::string PointsDesk::words(double threshold) const {
  const std::uint64_t all = counts_.leads();
  const std::uint64_t reach = counts_.at_least(threshold);
  const double share = all == 0 ? 0 : 100.0 * static_cast<double>(reach) / static_cast<double>(all);
  return agreement::grouped(agreement::digits(threshold)) +
         (threshold == 1 ? " point: " : " points: ") + whole(reach) + " of " + whole(all) + " " +
         noun(all) + ", " + percent(share, 0);
}

bool PointsDesk::look(const Agreement& agreement, const scoring::LoadedData& data,
                      std::uint64_t reads, std::optional<calendar::Instant> as_of) {
  const data::Table* table = nullptr;
  for (std::size_t d = 0; d < agreement.datasets.size() && d < data.tables.size(); ++d) {
    if (agreement.datasets[d].id == agreement.lead_scoring.dataset) table = data.tables[d].get();
  }
  if (table == nullptr || agreement.lead_scoring.rules.empty()) {
    forget();
    return false;
  }
  Agreement basis = basis_of(agreement);
  const bool same = work_ != nullptr && work_->reads == reads && &work_->table == table &&
                    work_->as_of == as_of && work_->basis == basis;
  if (same) return true;
  forget();
  const Noun noun = record_noun(basis.datasets.front());
  one_ = noun.one;
  many_ = noun.many;
  work_ = std::make_unique<Work>(std::move(basis), *table, reads, as_of);
  leads_ = table->kept().size();
  if (const auto there = find_lead(work_->basis.datasets.front(), *table, lead_id_)) {
    lead_index_ = *there;
  }
  lead_index_ = std::min(lead_index_, std::max<std::size_t>(1, leads_) - 1);
  show_lead();
  work();
  return true;
}

void PointsDesk::forget() {
  work_.reset();
  counts_ = ScoreCounts();
  bars_.clear();
  leads_ = 0;
  lead_.reset();
}

bool PointsDesk::work() {
  if (work_ == nullptr || work_->counter.done()) return false;
  work_->counter.count(kSlice);
  if (work_->counter.done()) finish();
  return true;
}

void PointsDesk::finish() {
  counts_ = work_->counter.counts();
  bars_ = score_bars(counts_, agreement::most_points(work_->basis.lead_scoring), kBars);
}

void PointsDesk::show_lead() {
  lead_.reset();
  if (work_ == nullptr || lead_index_ >= leads_) return;
  lead_ = lead_sum(work_->basis, work_->basis.datasets.front(), work_->table, work_->evaluator,
                   work_->table.kept()[lead_index_]);
  lead_id_ = lead_->lead;
  if (lead_error_.empty()) lead_text_ = lead_id_;
}

void PointsDesk::choose_lead(std::string text) {
  if (work_ == nullptr) return;
  lead_text_ = std::move(text);
  lead_error_.clear();
  const auto found = find_lead(work_->basis.datasets.front(), work_->table, lead_text_);
  if (!found) {
    lead_error_ = lead_text_.empty()
                      ? "Nothing is written here. Until then “" + lead_id_ + "” is shown."
                      : "No " + one_ + " is called " + agreement::quoted(lead_text_) +
                            ". Until one is, “" + lead_id_ + "” is shown.";
    return;
  }
  lead_index_ = *found;
  const std::string typed = lead_text_;
  show_lead();
  lead_text_ = typed;
}

void PointsDesk::step_lead(int by) {
  if (work_ == nullptr || leads_ == 0) return;
  const auto last = static_cast<std::ptrdiff_t>(leads_) - 1;
  lead_index_ = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(lead_index_) + by, 0, last));
  lead_error_.clear();
  show_lead();
}

}  // namespace leadpact::app
