#include "core/scoring/measure.h"

#include <algorithm>
#include <cmath>

#include "core/agreement/kinds.h"
#include "core/scoring/summation.h"

namespace leadpact::scoring {
namespace {

using agreement::Kind;
using calendar::Instant;
using calendar::Stamp;

double middle(double a, double b) {
  const double sum = a + b;
  return std::isfinite(sum) ? sum / 2 : a / 2 + b / 2;
}

// `values` is not empty; its order is lost.
template <typename Value>
double median(std::vector<Value>& values) {
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), half, values.end());
  const auto upper = static_cast<double>(*half);
  if (values.size() % 2 == 1) return upper;
  return middle(static_cast<double>(*std::max_element(values.begin(), half)), upper);
}

TimeJudge time_judge(Context& context, const agreement::Measure& measure,
                     const DatasetContext& dataset) {
  calendar::Clock clock;
  clock.agreement = &context.zone();
  clock.dataset = dataset.zone;
  if (agreement::uses_times(measure.kind)) clock.hours = context.hours(measure.calendar);
  return {agreement::uses_limit(measure.kind) ? calendar::parse_limit(measure.limit) : std::nullopt,
          measure.early, clock, context.as_of()};
}

const Stamp* stamps_of(const data::Table& table, const std::string& key) {
  const int field = table.find_field(key);
  return field < 0 ? nullptr : table.column(field).stamps.data();
}

}  // namespace

// What a period needs beside its tally to get its value.
struct RecordMeasure::Values {
  std::vector<Sum> sums;
  std::vector<std::vector<double>> numbers;
  std::vector<std::vector<std::int64_t>> seconds;

  Values(Kind kind, std::size_t periods) {
    if (kind == Kind::sum || kind == Kind::average) sums.resize(periods);
    if (kind == Kind::median) numbers.resize(periods);
    if (kind == Kind::median_time) seconds.resize(periods);
  }

  void finish(Kind kind, std::size_t period, Tally& tally) {
    switch (kind) {
      case Kind::count:
        tally.value = static_cast<double>(tally.population);
        return;
      case Kind::sum:
        tally.value = sums[period].total();
        tally.is_beyond = !tally.value;
        return;
      case Kind::share:
      case Kind::within:
        if (tally.population > 0) tally.value = percentage(tally.met, tally.population);
        return;
      case Kind::average:
        if (tally.population > 0) tally.value = sums[period].mean();
        return;
      case Kind::median:
        if (tally.population > 0) tally.value = median(numbers[period]);
        return;
      case Kind::median_time:
        if (tally.population > 0) tally.value = median(seconds[period]) / 3600;
        return;
      case Kind::unset:
      case Kind::checkins:
      case Kind::manual:
        return;
    }
  }
};

RecordMeasure::RecordMeasure(Context& context, const agreement::Commitment& commitment, Masks masks)
    : kind_(commitment.measure.kind),
      table_(*context.datasets()[context.find_dataset(commitment.measure.dataset)].table),
      zone_(context.zone()),
      horizon_(context.horizon()),
      period_count_(context.periods(commitment.every).size()),
      where_(std::move(masks.where)),
      of_(std::move(masks.of)),
      time_judge_(scoring::time_judge(
          context, commitment.measure,
          context.datasets()[context.find_dataset(commitment.measure.dataset)])) {
  const agreement::Measure& measure = commitment.measure;
  const std::size_t index = context.find_dataset(measure.dataset);
  const DatasetContext& dataset = context.datasets()[index];
  rules::Evaluator& evaluator = *dataset.evaluator;
  if (!measure.at.empty()) {
    slots_ = context.slots(index, table_.find_field(measure.at), commitment.every).data();
  }
  at_ = stamps_of(table_, measure.at);
  if (where_.empty() && !agreement::is_empty(measure.where)) {
    where_ = evaluator.evaluate(measure.where);
  }
  if (of_.empty() && agreement::uses_of(kind_) && measure.of) of_ = evaluator.evaluate(*measure.of);
  if (agreement::uses_times(kind_)) {
    from_ = stamps_of(table_, measure.from);
    to_ = stamps_of(table_, measure.to);
  }
  if (agreement::uses_field(kind_)) {
    const bool is_score = measure.field == agreement::kLeadScoreKey &&
                          measure.dataset == context.agreement().lead_scoring.dataset;
    numbers_ = is_score ? evaluator.lead_scores().data()
                        : table_.column(table_.find_field(measure.field)).numbers.data();
  }
}

template <Kind kind>
Verdict RecordMeasure::judge_as(std::size_t row) const {
  if constexpr (kind == Kind::share) {
    return {of_[row] != 0 ? Outcome::met : Outcome::failed, Reason::none, false, 0};
  } else if constexpr (kind == Kind::within) {
    return time_judge_.within(seen(from_, row), seen(to_, row));
  } else if constexpr (kind == Kind::median_time) {
    return time_judge_.elapsed(seen(from_, row), seen(to_, row));
  } else if constexpr (kind == Kind::average || kind == Kind::median) {
    if (!data::has_number(numbers_[row])) return {Outcome::left_out, Reason::no_value, false, 0};
  }
  return {};
}

Verdict RecordMeasure::judge(std::size_t row) const {
  switch (kind_) {
    case Kind::share:
      return judge_as<Kind::share>(row);
    case Kind::within:
      return judge_as<Kind::within>(row);
    case Kind::average:
    case Kind::median:
      return judge_as<Kind::median>(row);
    case Kind::median_time:
      return judge_as<Kind::median_time>(row);
    default:
      return {};
  }
}

Breach RecordMeasure::complete(Breach breach, std::size_t row) const {
  const auto instant = [&](Stamp stamp) {
    return stamp.has_value() ? std::optional<Instant>(calendar::instant_of(stamp, zone_))
                             : std::nullopt;
  };
  breach.row = static_cast<std::uint32_t>(row);
  breach.at = instant(seen(at_, row));
  if (kind_ == Kind::within) {
    const Stamp from = seen(from_, row);
    breach.from = instant(from);
    breach.to = instant(seen(to_, row));
    breach.due = time_judge_.due(from);
  }
  return breach;
}

template <Kind kind>
void RecordMeasure::add_rows(Measured& measured, Values& values, bool keep_failing) const {
  const bool everywhere = where_.empty();
  for (const std::uint32_t row : table_.kept()) {
    if (!everywhere && where_[row] == 0) continue;
    const PeriodSlot slot = slots_[row];
    if (slot >= kWithoutAt) {
      if (slot == kWithoutAt) ++measured.without_at;
      continue;
    }
    Tally& tally = measured.periods[slot];
    const Verdict verdict = judge_as<kind>(row);
    if (verdict.negative) ++measured.negative_elapsed;
    switch (verdict.outcome) {
      case Outcome::counted:
        ++tally.population;
        if constexpr (kind == Kind::sum || kind == Kind::average) {
          if (data::has_number(numbers_[row])) values.sums[slot].add(numbers_[row]);
        } else if constexpr (kind == Kind::median) {
          values.numbers[slot].push_back(numbers_[row]);
        } else if constexpr (kind == Kind::median_time) {
          values.seconds[slot].push_back(verdict.seconds);
        }
        continue;
      case Outcome::met:
        ++tally.population;
        ++tally.met;
        continue;
      case Outcome::left_out:
        ++tally.left_out;
        continue;
      case Outcome::failed:
        ++tally.population;
        ++tally.failed;
        break;
      case Outcome::pending:
        ++tally.pending;
        break;
    }
    if (keep_failing) {
      measured.failing.push_back({row, slot, verdict.outcome == Outcome::pending});
    }
  }
}

// count and share: only masks and periods count, and no branch that nobody can
// foresee is needed.
void RecordMeasure::count_rows(Measured& measured, bool keep_failing) const {
  // Two more than the periods, for rows without `at` and those outside.
  std::vector<std::uint64_t> all(period_count_ + 2);
  std::vector<std::uint64_t> met(period_count_ + 2);
  const std::uint8_t* where = where_.empty() ? nullptr : where_.data();
  const std::uint8_t* of = of_.empty() ? nullptr : of_.data();
  for (const std::uint32_t row : table_.kept()) {
    const PeriodSlot slot = slots_[row];
    const std::size_t period = slot < kWithoutAt ? slot : period_count_ + (slot - kWithoutAt);
    const std::uint8_t is_in = where == nullptr ? 1 : where[row];
    const std::uint8_t is_met = of == nullptr ? 1 : of[row];
    all[period] += is_in;
    met[period] += is_in & is_met;
    if (keep_failing && is_in > is_met && slot < kWithoutAt) {
      measured.failing.push_back({row, slot, false});
    }
  }
  for (std::size_t i = 0; i < period_count_; ++i) {
    Tally& tally = measured.periods[i];
    tally.population = all[i];
    if (kind_ != Kind::share) continue;
    tally.met = met[i];
    tally.failed = all[i] - met[i];
  }
  measured.without_at = all[period_count_];
}

Measured RecordMeasure::measure(bool keep_failing) const {
  Measured measured;
  measured.periods.resize(period_count_);
  Values values(kind_, period_count_);
  switch (kind_) {
    case Kind::count:
    case Kind::share:
      count_rows(measured, keep_failing);
      break;
    case Kind::sum:
      add_rows<Kind::sum>(measured, values, keep_failing);
      break;
    case Kind::within:
      add_rows<Kind::within>(measured, values, keep_failing);
      break;
    case Kind::average:
      add_rows<Kind::average>(measured, values, keep_failing);
      break;
    case Kind::median:
      add_rows<Kind::median>(measured, values, keep_failing);
      break;
    case Kind::median_time:
      add_rows<Kind::median_time>(measured, values, keep_failing);
      break;
    case Kind::unset:
    case Kind::checkins:
    case Kind::manual:
      break;
  }
  for (std::size_t i = 0; i < period_count_; ++i)
    values.finish(kind_, i, measured.periods[i]);
  return measured;
}

Measured RecordMeasure::measure_by(const std::vector<PeriodSlot>& groups, std::size_t count) const {
  RecordMeasure grouped = *this;
  grouped.slots_ = groups.data();
  grouped.period_count_ = count;
  return grouped.measure(false);
}

void RecordMeasure::write_breaches(const Measured& measured, const Breach& breach,
                                   Breach* out) const {
  std::vector<std::size_t> next(period_count_ + 1);
  for (std::size_t i = 0; i < period_count_; ++i) {
    const Tally& tally = measured.periods[i];
    next[i + 1] = next[i] + static_cast<std::size_t>(tally.failed + tally.pending);
  }
  for (const Failing& failing : measured.failing) {
    Breach& written = out[next[failing.period]++];
    written = complete(breach, failing.row);
    written.period = failing.period;
    written.pending = failing.pending;
  }
}

void RecordMeasure::leave_out(std::uint32_t row) {
  if (where_.empty()) where_.assign(table_.rows(), 1);
  where_[row] = 0;
}

void RecordMeasure::count_as_met(std::uint32_t row, Measured& measured) const {
  if (!agreement::is_percentage(kind_) || !counts(row) || period(row) >= kWithoutAt) return;
  Tally& tally = measured.periods[period(row)];
  switch (judge(row).outcome) {
    case Outcome::counted:
    case Outcome::met:
      return;
    case Outcome::failed:
      --tally.failed;
      --tally.population;
      break;
    case Outcome::pending:
      --tally.pending;
      break;
    case Outcome::left_out:
      --tally.left_out;
      break;
  }
  ++tally.met;
  ++tally.population;
  tally.value = percentage(tally.met, tally.population);
}

void RecordMeasure::forget_masks() {
  rules::Mask().swap(where_);
  rules::Mask().swap(of_);
}

namespace {

// Calls add(entry, day, slot) for each entry that lies in a period.
template <typename Entries, typename Add>
void each_entry(Context& context, const agreement::Commitment& commitment, const Entries& entries,
                const Add& add) {
  const std::vector<calendar::Period>& periods = context.periods(commitment.every);
  const calendar::Day last_day = context.zone().day_at(context.as_of());
  for (const auto& entry : entries) {
    const auto day = calendar::parse_day(entry.on);
    if (entry.commitment != commitment.id || !day || *day > last_day) continue;
    const PeriodSlot slot = find_day(periods, *day);
    if (slot < kWithoutAt) add(entry, *day, slot);
  }
}

}  // namespace

std::vector<DatedEntry> dated_checkins(Context& context, const agreement::Commitment& commitment) {
  std::vector<DatedEntry> dated;
  each_entry(context, commitment, context.agreement().checkins,
             [&](const auto&, calendar::Day day, PeriodSlot slot) {
               dated.push_back({day, slot});
             });
  return dated;
}

Measured measure_entries(Context& context, const agreement::Commitment& commitment) {
  Measured measured;
  measured.periods.resize(context.periods(commitment.every).size());
  if (commitment.measure.kind == Kind::checkins) {
    for (const DatedEntry& entry : dated_checkins(context, commitment))
      ++measured.periods[entry.period].population;
    for (Tally& tally : measured.periods)
      tally.value = static_cast<double>(tally.population);
  } else {
    std::vector<calendar::Day> latest(measured.periods.size());
    each_entry(context, commitment, context.agreement().manual_values,
               [&](const auto& entry, calendar::Day day, PeriodSlot slot) {
                 Tally& tally = measured.periods[slot];
                 if (!entry.value || (tally.population > 0 && day < latest[slot])) return;
                 tally.population = 1;
                 tally.value = entry.value;
                 latest[slot] = day;
               });
  }
  return measured;
}

}  // namespace leadpact::scoring
