#include "core/scoring/verdict.h"

#include <limits>

namespace leadpact::scoring {
namespace {

using calendar::Instant;
using calendar::LimitUnit;
using calendar::Stamp;

// -1 where a limit is no length of time.
std::int64_t seconds_of(const calendar::Limit& limit) {
  switch (limit.unit) {
    case LimitUnit::minute:
      return std::int64_t{limit.amount} * 60;
    case LimitUnit::hour:
      return std::int64_t{limit.amount} * 3600;
    case LimitUnit::day:
      break;
  }
  return limit.business ? -1 : limit.amount * calendar::kSecondsPerDay;
}

// An instant up to as_of from which the limit is not exceeded, while it is one
// second earlier: the later a record begins, the later its limit ends.
Instant first_not_exceeded(const calendar::Limit& limit, const calendar::Clock& clock,
                           Instant as_of) {
  Instant exceeded = (calendar::kFirstDay - 2) * calendar::kSecondsPerDay;
  Instant not_exceeded = as_of;
  while (not_exceeded - exceeded > 1) {
    const Instant middle = exceeded + (not_exceeded - exceeded) / 2;
    if (calendar::is_exceeded(limit, Stamp::at(middle), as_of, clock)) {
      exceeded = middle;
    } else {
      not_exceeded = middle;
    }
  }
  return not_exceeded;
}

constexpr Verdict left_out(Reason reason) {
  return {Outcome::left_out, reason, false, 0};
}

}  // namespace

TimeJudge::TimeJudge(std::optional<calendar::Limit> limit, agreement::Early early,
                     const calendar::Clock& clock, Instant as_of)
    : early_is_met_(early == agreement::Early::met), clock_(clock), as_of_(as_of) {
  if (!limit) return;
  limit_ = *limit;
  seconds_ = seconds_of(limit_);
  exceeded_before_ = open_from_ = first_not_exceeded(limit_, clock_, as_of_);
  if (limit_.business && limit_.unit == LimitUnit::day) {
    // Such a limit goes by the local date, which a clock set back over midnight sets back too.
    exceeded_before_ -= calendar::kSecondsPerDay;
    open_from_ += calendar::kSecondsPerDay;
  }
  if (!limit_.business || seconds_ >= 0 || limit_.amount == 0) return;
  // Most records are of these years; others take the long way.
  constexpr calendar::Day kDays = 3 * 366;
  first_day_ = clock_.hours->zone().day_at(as_of_) - kDays + 1;
  closes_.reserve(kDays);
  for (calendar::Day day = first_day_; day < first_day_ + kDays; ++day) {
    closes_.push_back(calendar::due(limit_, Stamp::on(day), clock_)
                          .value_or(std::numeric_limits<Instant>::max()));
  }
}

Verdict TimeJudge::within_rarely(Stamp from, Stamp to) const {
  if (!from.has_value()) return left_out(Reason::no_from);
  if (!calendar::applies(limit_, from) || (to.has_value() && !calendar::applies(limit_, to))) {
    return left_out(Reason::date_alone);
  }
  if (!to.has_value()) {
    return of(calendar::is_exceeded(limit_, from, as_of_, clock_) ? Outcome::failed
                                                                  : Outcome::pending);
  }
  if (calendar::is_before(to, from, clock_)) {
    if (early_is_met_) return {Outcome::met, Reason::none, true, 0};
    return {Outcome::left_out, Reason::to_before_from, true, 0};
  }
  return of(calendar::is_met(limit_, from, to, clock_) ? Outcome::met : Outcome::failed);
}

Verdict TimeJudge::elapsed_rarely(Stamp from, Stamp to) const {
  if (!from.has_value()) return left_out(Reason::no_from);
  if (!to.has_value()) return left_out(Reason::no_to);
  const bool by_dates = from.date_only() || to.date_only();
  if (by_dates && clock_.hours != nullptr) return left_out(Reason::date_alone);
  if (calendar::is_before(to, from, clock_)) {
    if (early_is_met_) return {Outcome::counted, Reason::none, true, 0};
    return {Outcome::left_out, Reason::to_before_from, true, 0};
  }
  const calendar::Day days =
      calendar::day_of(to, *clock_.dataset) - calendar::day_of(from, *clock_.dataset);
  return counted(days * calendar::kSecondsPerDay);
}

}  // namespace leadpact::scoring
