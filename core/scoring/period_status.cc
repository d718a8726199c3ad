#include "core/scoring/period_status.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/agreement/kinds.h"
#include "core/rules/compare.h"

namespace leadpact::scoring {
namespace {

using agreement::Commitment;
using agreement::Direction;
using agreement::Kind;

// Kinds that add up over a period: a part of it has a part of the target.
bool adds_up(Kind kind) {
  return kind == Kind::count || kind == Kind::sum || kind == Kind::checkins;
}

double finite(double x) {
  constexpr double kMost = std::numeric_limits<double>::max();
  return std::clamp(x, -kMost, kMost);
}

double whole(double x, Direction direction) {
  const double nearest = std::round(x);
  if (rules::is_equal(x, nearest)) return nearest;
  return direction == Direction::at_least ? std::floor(x) : std::ceil(x);
}

// The verdict on a closed period, where it is certain.
std::optional<Status> decide(const Commitment& commitment, const Tally& tally,
                             const PeriodScore& score) {
  const auto verdict = [&](double value) {
    return fulfils(commitment.direction, value, score.target) ? Status::met : Status::missed;
  };
  if (tally.pending == 0) return verdict(*score.value);
  const auto all = static_cast<double>(tally.population + tally.pending);
  const Status none_met = verdict(100.0 * static_cast<double>(tally.met) / all);
  const Status all_met = verdict(100.0 * static_cast<double>(tally.met + tally.pending) / all);
  return none_met == all_met ? std::optional<Status>(none_met) : std::nullopt;
}

// count, sum and checkins while the period is open; `pace` is what is expected
// by now.
Status status_by_pace(Direction direction, double value, double target, double pace) {
  if (direction == Direction::at_least) {
    if (rules::is_at_least(value, target)) return Status::met;
    if (rules::is_at_least(value, pace)) return Status::on_track;
    return rules::is_at_least(value, 0.8 * pace) ? Status::at_risk : Status::behind;
  }
  if (rules::is_more_than(value, target)) return Status::missed;
  const bool is_early = rules::is_more_than(value, pace);
  return is_early && rules::is_more_than(value, 0.8 * target) ? Status::at_risk : Status::on_track;
}

Status status_by_value(const Commitment& commitment, const PeriodScore& score) {
  if (fulfils(commitment.direction, *score.value, score.target)) return Status::on_track;
  if (!rules::is_at_least(*score.attainment, 0.8)) return Status::behind;
  if (agreement::is_percentage(commitment.measure.kind) &&
      commitment.direction == Direction::at_least &&
      !rules::is_at_most(100 - *score.value, 2 * (100 - score.target))) {
    return Status::behind;
  }
  return Status::at_risk;
}

}  // namespace

bool fulfils(Direction direction, double value, double target) {
  return direction == Direction::at_least ? rules::is_at_least(value, target)
                                          : rules::is_at_most(value, target);
}

double scaled_target(const Commitment& commitment, const calendar::Period& period) {
  const int covered = period.covered_days();
  const int all = period.unit_days();
  const Kind kind = commitment.measure.kind;
  if (covered == all || !adds_up(kind)) return commitment.target;
  double scaled = commitment.target * covered / all;
  if (!std::isfinite(scaled)) scaled = commitment.target / all * covered;
  return kind == Kind::sum ? scaled : whole(scaled, commitment.direction);
}

double attainment(Direction direction, double value, double target) {
  const bool fulfilled = fulfils(direction, value, target);
  if (direction == Direction::at_most && fulfilled) return 1;
  if (target <= 0 || value <= 0) return fulfilled ? 1 : 0;
  return finite(direction == Direction::at_least ? value / target : target / value);
}

double elapsed_share(const calendar::Period& period, calendar::Instant as_of,
                     const calendar::Hours* hours) {
  if (!period.covered_to) return 0;
  const calendar::Instant from = period.covered_from;
  const calendar::Instant to = *period.covered_to;
  const calendar::Instant now = std::clamp(as_of, from, std::max(from, to));
  const auto between = [&](calendar::Instant a, calendar::Instant b) {
    return hours != nullptr ? hours->business_seconds(a, b) : b - a;
  };
  const std::int64_t all = between(from, to);
  return all <= 0 ? 0 : static_cast<double>(between(from, now)) / static_cast<double>(all);
}

Source source_of(const DatasetContext* dataset, const calendar::Period& period) {
  if (dataset == nullptr) return Source::entries;
  if (dataset->table == nullptr) return Source::not_given;
  const bool is_new = dataset->newest && *dataset->newest >= period.covered_from;
  return is_new ? Source::records : Source::too_old;
}

PeriodScore score_period(const Commitment& commitment, const calendar::Period& period,
                         const Tally& tally, Source source, calendar::Instant as_of,
                         const calendar::Hours* hours) {
  const Kind kind = commitment.measure.kind;
  const Direction direction = commitment.direction;
  PeriodScore score;
  score.period = period;
  score.population = tally.population;
  score.target = scaled_target(commitment, period);
  if (source == Source::records || source == Source::too_old) {
    if (agreement::is_percentage(kind)) {
      score.met = tally.met;
      score.failed = tally.failed;
    }
    if (kind == Kind::within) score.pending = tally.pending;
    if (agreement::uses_times(kind)) score.left_out = tally.left_out;
  }
  if (source == Source::not_given || source == Source::too_old || !tally.value) return score;

  score.value = tally.value;
  score.attainment = attainment(direction, *score.value, score.target);
  if (agreement::is_percentage(kind) && direction == Direction::at_least) {
    ErrorBudget budget;
    budget.allowed = (100 - score.target) / 100 * static_cast<double>(tally.population);
    budget.spent = static_cast<double>(tally.failed);
    budget.left = budget.allowed - budget.spent;
    score.error_budget = budget;
  }
  if (period.closed) {
    if (const auto decided = decide(commitment, tally, score)) {
      score.status = *decided;
      return score;
    }
  }
  if (adds_up(kind)) {
    score.pace = score.target * elapsed_share(period, as_of, hours);
    score.status = status_by_pace(direction, *score.value, score.target, *score.pace);
  } else {
    score.status = status_by_value(commitment, score);
  }
  return score;
}

void count_missed_in_a_row(std::vector<PeriodScore>& periods) {
  int missed = 0;
  for (PeriodScore& score : periods) {
    if (is_decided(score)) missed = score.status == Status::missed ? missed + 1 : 0;
    score.missed_in_a_row = missed;
  }
}

}  // namespace leadpact::scoring
