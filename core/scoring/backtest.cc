#include "core/scoring/backtest.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/agreement/kinds.h"
#include "core/agreement/opening.h"

namespace leadpact::scoring {
namespace {

using agreement::Commitment;

std::uint64_t count_up_to(const std::vector<std::int64_t>& sorted, std::int64_t most) {
  return static_cast<std::uint64_t>(std::upper_bound(sorted.begin(), sorted.end(), most) -
                                    sorted.begin());
}

// The first of [0, most] for which it holds; what holds for one holds for all
// above it, and for `most`.
template <typename Holds>
std::int64_t first_that(std::int64_t most, const Holds& holds) {
  std::int64_t low = -1, high = most;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace

const Commitment* promise_at(const agreement::Agreement& agreement, std::size_t index) {
  const std::size_t promises = agreement.commitments.size();
  if (index < promises) return &agreement.commitments[index];
  index -= promises;
  return index < agreement.goals.size() ? &agreement.goals[index] : nullptr;
}

BackTest::BackTest(agreement::Agreement agreement, std::size_t index, const LoadedData& data,
                   calendar::Instant as_of)
    : agreement_(std::move(agreement)),
      promise_(*promise_at(agreement_, index)),
      as_of_(as_of),
      context_(std::make_unique<Context>(agreement_, data, as_of, 1)) {
  const agreement::Measure& measure = promise_.measure;
  if (agreement::uses_limit(measure.kind)) limit_ = calendar::parse_limit(measure.limit);
  periods_ = context_->periods(promise_.every);
  tallies_.resize(periods_.size());
  times_.resize(periods_.size());
  const DatasetContext* dataset = nullptr;
  if (agreement::uses_records(measure.kind)) {
    dataset = &context_->datasets()[context_->find_dataset(measure.dataset)];
    table_ = dataset->table;
  }
  for (const calendar::Period& period : periods_)
    sources_.push_back(source_of(dataset, period));
  if (const agreement::Calendar* calendar = find_calendar(agreement_, measure.calendar)) {
    hours_ = std::make_unique<calendar::Hours>(agreement::hours_spec(*calendar));
  }
  if (dataset == nullptr) {
    tallies_ = measure_entries(*context_, promise_).periods;
    finish();
  } else if (table_ == nullptr) {
    finish();
  } else {
    rules::Evaluator& evaluator = *dataset->evaluator;
    if (!agreement::is_empty(measure.where)) where_ = evaluator.prepare(measure.where);
    if (agreement::uses_of(measure.kind) && measure.of) of_ = evaluator.prepare(*measure.of);
    if (where_) masks_.where.resize(table_->rows());
    if (of_) masks_.of.resize(table_->rows());
  }
}

BackTest::~BackTest() = default;

bool BackTest::has_times() const {
  return agreement::uses_times(promise_.measure.kind);
}

void BackTest::finish() {
  stage_ = Stage::ready;
  where_.reset();
  of_.reset();
  measure_.reset();
  context_.reset();
  table_ = nullptr;
}

bool BackTest::work(std::size_t rows) {
  while (!ready() && !go_on(rows)) {
  }
  return ready();
}

bool BackTest::go_on(std::size_t rows) {
  const std::size_t all = stage_ == Stage::conditions ? table_->rows()
                          : stage_ == Stage::rows     ? table_->kept().size()
                                                      : times_.size();
  const bool is_slice = rows < all;
  const std::size_t end = at_ + std::min(rows, all - at_);
  if (stage_ == Stage::conditions) {
    if (where_) where_->run(at_, end, masks_.where.data() + at_);
    if (of_) of_->run(at_, end, masks_.of.data() + at_);
    at_ = end;
    if (at_ < all) return true;
    measure_.emplace(*context_, promise_, std::move(masks_));
    stage_ = Stage::rows;
  } else if (stage_ == Stage::rows) {
    const std::vector<std::uint32_t>& kept = table_->kept();
    for (at_ = has_times() ? at_ : end; at_ < end; ++at_)
      note(kept[at_]);
    if (has_times() && at_ < all) return true;
    tallies_ = measure_->measure(false).periods;
    stage_ = Stage::order;
  } else {
    std::size_t ordered = 0;
    for (; at_ < all && ordered < rows; ++at_) {
      Times& times = times_[at_];
      std::sort(times.done.begin(), times.done.end());
      std::sort(times.open.begin(), times.open.end());
      ordered += times.done.size() + times.open.size();
    }
    if (at_ == all) finish();
    return true;
  }
  at_ = 0;
  return is_slice;
}

float BackTest::progress() const {
  if (ready()) return 1;
  const std::size_t all = stage_ == Stage::conditions ? table_->rows()
                          : stage_ == Stage::rows     ? table_->kept().size()
                                                      : times_.size();
  const float share = all == 0 ? 1 : static_cast<float>(at_) / static_cast<float>(all);
  return (static_cast<float>(stage_) + share) / 3;
}

void BackTest::note(std::size_t row) {
  if (!measure_->counts(row) || measure_->period(row) >= kWithoutAt) return;
  Times& times = times_[measure_->period(row)];
  const Verdict verdict = measure_->needed(row);
  if (verdict.outcome == Outcome::left_out) return;
  (verdict.outcome == Outcome::pending ? times.open : times.done).push_back(verdict.seconds);
}

BackTest::Trial BackTest::agreed() const {
  return {limit_ ? calendar::amount_of(*limit_) : 0, promise_.target};
}

Tally BackTest::tally(std::size_t period, std::int64_t limit) const {
  Tally tally = tallies_[period];
  if (!limit_) return tally;
  const Times& times = times_[period];
  tally.met = count_up_to(times.done, limit);
  tally.pending = count_up_to(times.open, limit);
  tally.failed = times.done.size() - tally.met + times.open.size() - tally.pending;
  tally.population = tally.met + tally.failed;
  tally.value.reset();
  if (tally.population > 0) tally.value = percentage(tally.met, tally.population);
  return tally;
}

std::vector<PeriodScore> BackTest::periods(const Trial& trial) const {
  Commitment tried = promise_;
  tried.target = trial.target;
  std::vector<PeriodScore> scores;
  scores.reserve(periods_.size());
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    scores.push_back(
        score_period(tried, periods_[i], tally(i, trial.limit), sources_[i], as_of_, hours_.get()));
  }
  count_missed_in_a_row(scores);
  return scores;
}

BackTest::Pool BackTest::pool(std::int64_t limit, std::size_t first) const {
  Pool pool;
  for (std::size_t i = first; i < times_.size(); ++i) {
    const Tally part = tally(i, limit);
    pool.met += part.met;
    pool.failed += part.failed;
    pool.pending += part.pending;
  }
  const std::uint64_t population = pool.met + pool.failed;
  if (population > 0) pool.value = percentage(pool.met, population);
  return pool;
}

std::int64_t BackTest::longest(bool open_too) const {
  std::int64_t longest = 0;
  for (const Times& times : times_) {
    if (!times.done.empty()) longest = std::max(longest, times.done.back());
    if (open_too && !times.open.empty()) longest = std::max(longest, times.open.back());
  }
  return longest;
}

std::optional<std::int64_t> BackTest::needed(double share, std::size_t first) const {
  const std::int64_t most = longest(true);
  if (!limit_ || done_within(most, first) == 0) return std::nullopt;
  return first_that(most, [&](std::int64_t limit) {
    const std::optional<double> value = pool(limit, first).value;
    return value && fulfils(agreement::Direction::at_least, *value, share);
  });
}

std::vector<std::optional<double>> BackTest::curve(std::int64_t from, std::int64_t to,
                                                   std::size_t points, std::size_t first) const {
  std::vector<std::optional<double>> values;
  for (std::size_t i = 0; i < points && points > 1; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(points - 1);
    const double limit = std::floor(share * static_cast<double>(to - from) + 1e-9);
    values.push_back(pool(from + static_cast<std::int64_t>(limit), first).value);
  }
  return values;
}

std::uint64_t BackTest::done_within(std::int64_t time, std::size_t first) const {
  std::uint64_t count = 0;
  for (std::size_t i = first; i < times_.size(); ++i)
    count += count_up_to(times_[i].done, time);
  return count;
}

std::int64_t BackTest::time_of(double share, std::size_t first) const {
  const std::int64_t most = longest(false);
  const std::uint64_t all = done_within(most, first);
  if (all == 0) return 0;
  const double wanted = share / 100 * static_cast<double>(all) - 1e-9;
  return first_that(most, [&](std::int64_t time) {
    return static_cast<double>(done_within(time, first)) >= wanted;
  });
}

}  // namespace leadpact::scoring
