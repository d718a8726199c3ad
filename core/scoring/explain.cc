#include "core/scoring/explain.h"

#include <algorithm>

#include "core/agreement/kinds.h"
#include "core/agreement/opening.h"

namespace leadpact::scoring {
namespace {

using agreement::Kind;
using calendar::Instant;
using calendar::LimitUnit;
using calendar::Stamp;

std::int64_t seconds_of(const calendar::Limit& limit) {
  const std::int64_t unit = limit.unit == LimitUnit::minute ? 60
                            : limit.unit == LimitUnit::hour ? 3600
                                                            : calendar::kSecondsPerDay;
  return limit.amount * unit;
}

}  // namespace

Explainer::Explainer(Context& context, const agreement::Commitment& commitment)
    : context_(context),
      commitment_(commitment),
      dataset_(context.datasets()[context.find_dataset(commitment.measure.dataset)]),
      periods_(context.periods(commitment.every)),
      measure_(context, commitment) {
  const agreement::Measure& measure = commitment.measure;
  const bool uses_hours =
      clock().hours != nullptr &&
      (measure.kind == Kind::median_time || (measure.kind == Kind::within && limit().business));
  const agreement::Calendar* calendar =
      agreement::find_calendar(context.agreement(), measure.calendar);
  if (uses_hours && calendar != nullptr) spec_.emplace(agreement::hours_spec(*calendar));
}

Records Explainer::records() const {
  return {context_.agreement(), *dataset_.dataset, *dataset_.table, *dataset_.evaluator};
}

std::string Explainer::cell(const std::string& field, std::size_t row) const {
  const int index = table().find_field(field);
  return index < 0 ? std::string() : cell_words(records(), index, row);
}

bool Explainer::applies(Stamp from, Stamp to) const {
  return from.has_value() && calendar::applies(limit(), from) &&
         (!to.has_value() || calendar::applies(limit(), to));
}

std::optional<Margin> Explainer::margin(std::size_t row) const {
  if (commitment_.measure.kind != Kind::within) return std::nullopt;
  const Stamp from = measure_.from(row);
  const Stamp to = measure_.to(row);
  if (!applies(from, to)) return std::nullopt;
  if (to.has_value() && calendar::is_before(to, from, clock())) return std::nullopt;
  const auto due = measure_.time_judge().due(from);
  if (!due) return std::nullopt;
  const Stamp end = to.has_value() ? to : Stamp::at(as_of());
  if (limit().business && limit().unit == LimitUnit::day) {
    if (!end.date_only()) return Margin{Margin::Unit::time, *due - end.instant()};
    // A close at midnight is of the day before.
    return Margin{Margin::Unit::days, clock().hours->zone().day_at(*due - 1) - end.day()};
  }
  if (from.date_only() || end.date_only()) {
    const calendar::Zone& zone = *clock().dataset;
    return Margin{Margin::Unit::days,
                  limit().amount - (calendar::day_of(end, zone) - calendar::day_of(from, zone))};
  }
  if (limit().business) {
    return Margin{
        Margin::Unit::opening_time,
        seconds_of(limit()) - clock().hours->business_seconds(from.instant(), end.instant())};
  }
  return Margin{Margin::Unit::time, seconds_of(limit()) - (end.instant() - from.instant())};
}

void Explainer::add_times(Explanation& made) const {
  const bool left_out =
      made.verdict.outcome == Outcome::left_out && made.verdict.reason != Reason::to_before_from;
  if (!made.from.has_value() || left_out) return;
  const bool within = commitment_.measure.kind == Kind::within;
  const bool judged = within ? applies(made.from, made.to)
                             : made.verdict.outcome == Outcome::counted && !made.verdict.negative;
  const Instant start = calendar::instant_of(made.from, *clock().agreement);
  const Instant stop =
      made.to.has_value() ? calendar::instant_of(made.to, *clock().agreement) : as_of();
  std::optional<Instant> until;
  if (within && judged) {
    made.due = measure_.time_judge().due(made.from);
    until = made.due;
  } else if (judged && !made.from.date_only() && !made.to.date_only()) {
    until = stop;
  }
  made.working =
      working_of(clock(), hours_spec(), within ? &limit() : nullptr, made.from, until,
                 std::min(start, stop), std::max({start, stop, made.due.value_or(stop)}));
}

Explanation Explainer::explain(std::uint32_t row) const {
  const agreement::Measure& measure = commitment_.measure;
  Explanation made;
  made.row = row;
  made.counts = measure_.counts(row);
  made.period = measure_.period(row);
  made.at = measure_.at(row);
  made.from = measure_.from(row);
  made.to = measure_.to(row);
  made.number = measure_.number(row);
  made.at_cell = cell(measure.at, row);
  if (agreement::uses_field(measure.kind)) made.number_cell = cell(measure.field, row);
  if (agreement::uses_times(measure.kind)) {
    made.from_cell = cell(measure.from, row);
    made.to_cell = cell(measure.to, row);
  }
  const auto miss = [&](const agreement::Condition& condition) {
    made.missed = missed_rules(records(), condition, row);
    made.any_would_do = condition.match == agreement::Match::any && made.missed.size() > 1;
  };
  if (!made.counts) miss(measure.where);
  if (!made.counts || made.period >= kWithoutAt) return made;
  made.verdict = measure_.judge(row);
  if (agreement::uses_of(measure.kind) && measure.of && made.verdict.outcome == Outcome::failed) {
    miss(*measure.of);
  }
  if (agreement::uses_times(measure.kind)) {
    made.margin = margin(row);
    add_times(made);
  }
  return made;
}

}  // namespace leadpact::scoring
