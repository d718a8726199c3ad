#include "web/app/promise_desk.h"

#include <utility>

#include "core/agreement/kinds.h"
#include "core/exchange/scorecard_csv.h"
#include "web/app/format.h"

namespace leadpact::app {

using scoring::SplitBy;

// ---- What happens -------------------------------------------------------------

void PromiseDesk::forget() {
  job_.reset();
  fall_.reset();
  rows_.clear();
}

void PromiseDesk::look(const agreement::Agreement& agreement, const DataDesk& desk, std::size_t row,
                       std::size_t period) {
  const std::size_t promises = agreement.commitments.size();
  const bool is_goal = row >= promises;
  const auto& all = is_goal ? agreement.goals : agreement.commitments;
  const std::size_t index = is_goal ? row - promises : row;
  if (index >= all.size() || desk.scored() == nullptr || desk.loaded() == nullptr) {
    forget();
    return;
  }
  if (job_ != nullptr && all[index].id == promise_ && desk.loads() == loads_) return;
  begin(agreement, desk, row, period);
}

void PromiseDesk::begin(const agreement::Agreement& agreement, const DataDesk& desk,
                        std::size_t row, std::size_t period) {
  forget();
  const std::size_t promises = agreement.commitments.size();
  const bool is_goal = row >= promises;
  const std::size_t index = is_goal ? row - promises : row;
  const scoring::Scorecard& card = desk.scored()->card;
  loads_ = desk.loads();
  job_ = std::make_unique<Job>();
  job_->agreement = agreement;
  job_->data = desk.loaded();
  job_->as_of = card.as_of;
  job_->commitment = &(is_goal ? job_->agreement.goals : job_->agreement.commitments)[index];
  job_->score = (is_goal ? card.goals : card.commitments)[index];
  const std::vector<std::string> before = periods_;
  name_periods();
  name_splits();
  if (promise_ != job_->commitment->id || periods_ != before) {
    const std::size_t count = job_->score.periods.size();
    period_ = period < count ? std::min(count - 1 - period, periods_.size() - 1) : 0;
    shown_ = kFirstRows;
  }
  promise_ = job_->commitment->id;
  go_back_to(Job::Step::context);
}

bool PromiseDesk::work(const DataDesk& desk) {
  if (job_ == nullptr) return false;
  if (desk.loads() != loads_ || desk.loaded() != job_->data) {
    forget();
    return false;
  }
  if (counting()) step();
  return counting();
}

void PromiseDesk::go_back_to(Job::Step from) {
  if (job_ == nullptr) return;
  if (from < job_->next) job_->next = from;
  const agreement::Dataset* of = dataset();
  std::size_t records = 0;
  for (std::size_t i = 0; of != nullptr && i < job_->data->tables.size(); ++i) {
    if (job_->data->tables[i]) records += job_->data->tables[i]->rows();
  }
  while (records <= kSmallData && counting())
    step();
}

// ---- Counting -----------------------------------------------------------------

void PromiseDesk::step() {
  switch (job_->next) {
    case Job::Step::context:
      job_->context =
          std::make_unique<scoring::Context>(job_->agreement, *job_->data, job_->as_of, 1, false);
      job_->next = Job::Step::measure;
      break;
    case Job::Step::measure:
      measure();
      job_->next = Job::Step::fall;
      break;
    case Job::Step::fall:
      make_fall();
      job_->next = Job::Step::split;
      rows_.clear();
      job_->sweep.reset();
      break;
    case Job::Step::split:
      split();
      break;
    case Job::Step::done:
      break;
  }
}

void PromiseDesk::measure() {
  if (dataset() == nullptr) return;
  const std::size_t index = job_->context->find_dataset(dataset()->id);
  if (job_->context->datasets()[index].table != nullptr) {
    job_->measure.emplace(*job_->context, *job_->commitment);
  }
}

void PromiseDesk::make_fall() {
  fall_.reset();
  const std::optional<std::size_t> at = period();
  if (!at || (dataset() != nullptr && !job_->measure)) return;
  const scoring::PeriodScore& score = job_->score.periods[*at];
  const auto made = scoring::waterfall(*job_->context, *job_->commitment,
                                       job_->measure ? &*job_->measure : nullptr, *at, score);
  if (!made) return;
  fall_ = fall_view(*job_->commitment, record_noun(job_->agreement, *job_->commitment), score,
                    *made, this_year());
}

AskedLeads PromiseDesk::leads_of_step(std::size_t step) const {
  const FallView::Step& of = fall_->steps[step];
  AskedLeads asked;
  asked.title = of.title + ", " + periods_[period_];
  asked.count = of.count;
  asked.pick.first = asked.pick.last = *period();
  asked.pick.outcomes = scoring::Pick::kPopulation;
  asked.pick.from_day = of.from;
  asked.pick.to_day = of.to;
  return asked;
}

void PromiseDesk::split() {
  if (!job_->measure || splits_.empty()) {
    job_->next = Job::Step::done;
    return;
  }
  if (job_->sweep == nullptr) {
    job_->sweep = std::make_unique<scoring::BreakdownSweep>(
        *job_->context, *job_->commitment, *job_->measure, splits_[split_].split, period());
  }
  if (!job_->sweep->work()) return;
  job_->next = Job::Step::done;
  make_rows();
}

void PromiseDesk::make_rows() {
  if (job_ == nullptr || counting() || job_->sweep == nullptr) return;
  rows_ = group_rows(*job_->commitment, job_->sweep->groups(), splits_[split_].split.by, order_);
}

AskedLeads PromiseDesk::leads_of(std::size_t row, std::optional<scoring::Outcome> outcome) const {
  using scoring::Outcome;
  const std::size_t group = rows_[row].group;
  const scoring::Tally& tally = job_->sweep->groups()[group].tally;
  AskedLeads asked;
  asked.rows = job_->sweep->rows(group);
  asked.count = !outcome                       ? asked.rows->size()
                : *outcome == Outcome::met     ? tally.met
                : *outcome == Outcome::failed  ? tally.failed
                : *outcome == Outcome::pending ? tally.pending
                                               : tally.left_out;
  if (outcome) asked.pick.outcomes = bit(*outcome);
  return asked;
}

// ---- What is chosen -----------------------------------------------------------

void PromiseDesk::choose_period(std::size_t chosen) {
  if (chosen >= periods_.size() || chosen == period_) return;
  period_ = chosen;
  go_back_to(Job::Step::fall);
}

void PromiseDesk::choose_split(std::size_t chosen) {
  if (chosen >= splits_.size() || chosen == split_ || job_ == nullptr) return;
  split_ = chosen;
  wanted_ = splits_[chosen].split;
  // Days and hours are looked for in their order.
  order_ = wanted_->by == SplitBy::text ? GroupOrder::worst : GroupOrder::listed;
  shown_ = kFirstRows;
  rows_.clear();
  job_->sweep.reset();
  go_back_to(Job::Step::split);
}

void PromiseDesk::choose_order(GroupOrder order) {
  order_ = order;
  make_rows();
}

// ---- Names --------------------------------------------------------------------

void PromiseDesk::name_periods() {
  periods_.clear();
  const auto& periods = job_->score.periods;
  for (std::size_t i = 0; i < std::min(periods.size(), kMostPeriods); ++i) {
    const calendar::Period& each = periods[periods.size() - 1 - i].period;
    periods_.push_back(period_name(each, job_->commitment->every, this_year()) +
                       (each.closed ? "" : ", so far"));
  }
  if (periods.size() > 1 && dataset() != nullptr) {
    periods_.push_back("All " + whole(periods.size()) + " periods together");
  }
}

void PromiseDesk::name_splits() {
  splits_.clear();
  if (dataset() != nullptr) splits_ = split_options(*dataset());
  split_names_.clear();
  split_ = 0;
  for (std::size_t i = 0; i < splits_.size(); ++i) {
    split_names_.push_back(splits_[i].name);
    if (wanted_ && splits_[i].split == *wanted_) split_ = i;
  }
  if (!wanted_ && !splits_.empty() && splits_[0].split.by != SplitBy::text) {
    order_ = GroupOrder::listed;
  }
}

std::optional<std::size_t> PromiseDesk::period() const {
  const std::size_t count = job_->score.periods.size();
  if (period_ >= std::min(count, kMostPeriods)) return std::nullopt;
  return count - 1 - period_;
}

bool PromiseDesk::all_together() const {
  return job_ != nullptr && !job_->score.periods.empty() && !period();
}

bool PromiseDesk::value_is_count() const {
  return job_ != nullptr && job_->commitment->measure.kind == agreement::Kind::count;
}

bool PromiseDesk::fills_up() const {
  return job_ != nullptr && scoring::fills_up(job_->commitment->measure.kind);
}

const agreement::Dataset* PromiseDesk::dataset() const {
  const agreement::Measure& measure = job_->commitment->measure;
  return agreement::uses_records(measure.kind)
             ? agreement::find_dataset(job_->agreement, measure.dataset)
             : nullptr;
}

int PromiseDesk::this_year() const {
  return calendar::to_date(zone_or_utc(job_->agreement.time_zone).day_at(job_->as_of)).year;
}

std::string PromiseDesk::title() const {
  if (job_ == nullptr || splits_.empty() || period_ >= periods_.size()) return "";
  return job_->commitment->title + " by " + split_names_[split_] + ", " + periods_[period_];
}

std::string PromiseDesk::sheet(exchange::SheetForm form) const {
  if (job_ == nullptr || job_->sweep == nullptr || counting()) return "";
  std::vector<const scoring::BreakdownGroup*> groups;
  for (const GroupRow& row : rows_)
    groups.push_back(&job_->sweep->groups()[row.group]);
  std::string records = record_noun(job_->agreement, *job_->commitment).many;
  records[0] = static_cast<char>(records[0] - 'a' + 'A');
  return exchange::breakdown_sheet(form, *job_->commitment, split_names_[split_], records, groups);
}

}  // namespace leadpact::app
