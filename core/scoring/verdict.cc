#include "core/scoring/verdict.h"

namespace leadpact::scoring {
namespace {

using calendar::LimitUnit;
using calendar::Stamp;

std::int64_t seconds_of(const calendar::Limit& limit) {
  switch (limit.unit) {
    case LimitUnit::minute: return std::int64_t{limit.amount} * 60;
    case LimitUnit::hour: return std::int64_t{limit.amount} * 3600;
    case LimitUnit::day: break;
  }
  return -1;
}

constexpr Verdict left_out(Reason reason) { return {Outcome::left_out, reason, false, 0}; }

}  // namespace

TimeJudge::TimeJudge(std::optional<calendar::Limit> limit, agreement::Early early,
                     const calendar::Clock& clock, calendar::Instant as_of)
    : limit_(limit.value_or(calendar::Limit())),
      early_is_met_(early == agreement::Early::met),
      clock_(clock),
      as_of_(as_of),
      real_seconds_(seconds_of(limit_)) {}

bool TimeJudge::is_met(Stamp from, Stamp to) const {
  // Business time is never longer than real time.
  if (real_seconds_ >= 0 && to.instant() - from.instant() <= real_seconds_) return true;
  return calendar::is_met(limit_, from, to, clock_);
}

Verdict TimeJudge::within(Stamp from, Stamp to) const {
  if (!from.has_value()) return left_out(Reason::no_from);
  if (real_seconds_ >= 0 && (from.date_only() || (to.has_value() && to.date_only()))) {
    return left_out(Reason::date_alone);
  }
  if (!to.has_value()) {
    const bool failed = calendar::is_exceeded(limit_, from, as_of_, clock_);
    return {failed ? Outcome::failed : Outcome::pending, Reason::none, false, 0};
  }
  if (calendar::is_before(to, from, clock_)) {
    if (early_is_met_) return {Outcome::met, Reason::none, true, 0};
    return {Outcome::left_out, Reason::to_before_from, true, 0};
  }
  return {is_met(from, to) ? Outcome::met : Outcome::failed, Reason::none, false, 0};
}

Verdict TimeJudge::elapsed(Stamp from, Stamp to) const {
  if (!from.has_value()) return left_out(Reason::no_from);
  if (!to.has_value()) return left_out(Reason::no_to);
  const bool by_dates = from.date_only() || to.date_only();
  if (by_dates && clock_.hours != nullptr) return left_out(Reason::date_alone);
  if (calendar::is_before(to, from, clock_)) {
    if (early_is_met_) return {Outcome::counted, Reason::none, true, 0};
    return {Outcome::left_out, Reason::to_before_from, true, 0};
  }
  std::int64_t seconds = 0;
  if (by_dates) {
    seconds = (calendar::day_of(to, *clock_.dataset) - calendar::day_of(from, *clock_.dataset)) *
              calendar::kSecondsPerDay;
  } else if (clock_.hours != nullptr) {
    seconds = clock_.hours->business_seconds(from.instant(), to.instant());
  } else {
    seconds = to.instant() - from.instant();
  }
  return {Outcome::counted, Reason::none, false, seconds};
}

}  // namespace leadpact::scoring
