#include "core/scoring/waterfall.h"

#include <algorithm>
#include <cmath>

#include "core/agreement/kinds.h"
#include "core/scoring/period_status.h"
#include "core/scoring/summation.h"

namespace leadpact::scoring {
namespace {

using agreement::Commitment;
using agreement::Kind;
using calendar::Day;
using calendar::Instant;

constexpr int kMostDays = 100;  // that are a step each
constexpr double kEarliest = 0.05;

// The days of a period, and which of them are steps.
class Days {
 public:
  Days(const Context& context, const calendar::Period& period, const calendar::Hours* hours)
      : zone_(context.zone()), first_(period.covered_start) {
    const Day now = zone_.day_at(context.as_of());
    last_ = period.covered_end ? *period.covered_end - 1 : now;
    reached_ = period.closed ? last_ : std::clamp(now, first_, last_);
    const int count = last_ - first_ + 1;
    stride_ = count <= kMostDays       ? 1
              : count <= 7 * kMostDays ? 7
                                       : (count + kMostDays - 1) / kMostDays;
    for (Day day = first_; day <= last_; ++day) {
      const bool due = stride_ > 1 ? (day - first_ + 1) % stride_ == 0
                                   : hours == nullptr || is_open(*hours, day);
      if (due || day == reached_ || day == last_) steps_.push_back(day);
    }
  }

  [[nodiscard]] const std::vector<Day>& steps() const { return steps_; }
  [[nodiscard]] int stride() const { return stride_; }
  [[nodiscard]] std::size_t reached() const { return step_of(reached_); }
  [[nodiscard]] std::size_t step_of(Day day) const {
    const auto at = std::lower_bound(steps_.begin(), steps_.end(), day);
    return std::min(static_cast<std::size_t>(at - steps_.begin()), steps_.size() - 1);
  }

 private:
  [[nodiscard]] bool is_open(const calendar::Hours& hours, Day day) const {
    return hours.business_seconds(zone_.start_of(day), zone_.start_of(day + 1)) > 0;
  }

  const calendar::Zone& zone_;
  Day first_, last_ = 0, reached_ = 0;
  int stride_ = 1;
  std::vector<Day> steps_;
};

// What each step adds.
std::vector<Tally> tallies(Context& context, const Commitment& commitment,
                           const RecordMeasure* measure, std::size_t period, const Days& days) {
  std::vector<Tally> tallies(days.steps().size());
  if (measure == nullptr) {
    for (const DatedEntry& entry : dated_checkins(context, commitment)) {
      if (entry.period == period) ++tallies[days.step_of(entry.day)].population;
    }
    return tallies;
  }
  const data::Table& table =
      *context.datasets()[context.find_dataset(commitment.measure.dataset)].table;
  const std::vector<calendar::Stamp>& at =
      table.column(table.find_field(commitment.measure.at)).stamps;
  std::vector<PeriodSlot> steps(table.rows(), kOutside);
  for (const std::uint32_t row : table.kept()) {
    if (measure->period(row) != period) continue;
    steps[row] = static_cast<PeriodSlot>(days.step_of(calendar::day_of(at[row], context.zone())));
  }
  return measure->measure_by(steps, tallies.size()).periods;
}

// Adds up what came step by step.
class Level {
 public:
  explicit Level(Kind kind) : kind_(kind) {}
  bool add(const Tally& tally) {
    population_ += tally.population;
    met_ += tally.met;
    failed_ += tally.failed;
    if (kind_ != Kind::sum) return true;
    if (!tally.value) return false;
    sum_.add(*tally.value);
    return sum_.total().has_value();
  }
  [[nodiscard]] double actual() const {
    if (kind_ == Kind::sum) return sum_.total().value_or(0);
    return static_cast<double>(agreement::is_percentage(kind_) ? met_ : population_);
  }
  void write(WaterfallStep& step, double target) const {
    step.actual = actual();
    if (!agreement::is_percentage(kind_)) return;
    step.met = met_;
    step.failed = failed_;
    step.pace = target / 100 * static_cast<double>(met_ + failed_);
  }

 private:
  Kind kind_;
  std::uint64_t population_ = 0, met_ = 0, failed_ = 0;
  Sum sum_;
};

}  // namespace

bool fills_up(Kind kind) {
  return kind == Kind::count || kind == Kind::sum || kind == Kind::checkins ||
         agreement::is_percentage(kind);
}

std::optional<Waterfall> waterfall(Context& context, const Commitment& commitment,
                                   const RecordMeasure* measure, std::size_t period,
                                   const PeriodScore& score) {
  const Kind kind = commitment.measure.kind;
  if (!fills_up(kind) || !score.value) return std::nullopt;
  const calendar::Hours* hours = context.hours(commitment.measure.calendar);
  const Days days(context, score.period, hours);
  const std::vector<Tally> added = tallies(context, commitment, measure, period, days);
  Waterfall made;
  made.days_a_step = days.stride();
  made.reached = days.reached();
  made.steps.resize(added.size());
  const auto share = [&](Instant at) { return elapsed_share(score.period, at, hours); };
  Level level(kind);
  for (std::size_t i = 0; i < added.size(); ++i) {
    WaterfallStep& step = made.steps[i];
    step.day = days.steps()[i];
    step.from = i == 0 ? score.period.covered_start : days.steps()[i - 1] + 1;
    if (measure != nullptr) step.added = added[i].population;
    if (!agreement::is_percentage(kind) && score.period.covered_to) {
      const Instant end = context.zone().start_of(step.day + 1);
      step.pace = score.target * share(i == made.reached ? std::min(end, context.as_of()) : end);
    }
    if (i > made.reached) continue;
    if (!level.add(added[i])) return std::nullopt;
    level.write(step, score.target);
  }
  const double elapsed = share(context.as_of());
  if (!score.period.closed && elapsed >= kEarliest) {
    const WaterfallStep& now = made.steps[made.reached];
    const Projection projection{*now.actual / elapsed, static_cast<double>(now.failed) / elapsed};
    if (std::isfinite(projection.actual)) made.projection = projection;
  }
  return made;
}

}  // namespace leadpact::scoring
