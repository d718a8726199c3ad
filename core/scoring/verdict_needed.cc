#include <algorithm>

#include "core/calendar/limit_scale.h"
#include "core/scoring/verdict.h"

namespace leadpact::scoring {

using calendar::Stamp;

Verdict TimeJudge::needed(Stamp from, Stamp to) const {
  if (!from.has_value()) return {Outcome::left_out, Reason::no_from, false, 0};
  const bool is_open = !to.has_value();
  if (!calendar::applies(limit_, from) || (!is_open && !calendar::applies(limit_, to))) {
    return {Outcome::left_out, Reason::date_alone, false, 0};
  }
  if (!is_open && calendar::is_before(to, from, clock_)) {
    if (early_is_met_) return {Outcome::counted, Reason::none, true, 0};
    return {Outcome::left_out, Reason::to_before_from, true, 0};
  }
  return {is_open ? Outcome::pending : Outcome::counted, Reason::none, false,
          amount_between(from, is_open ? Stamp::at(as_of_) : to)};
}

std::int64_t TimeJudge::amount_between(Stamp from, Stamp to) const {
  if (limit_.unit != calendar::LimitUnit::day) {
    const calendar::Instant a = from.instant(), b = to.instant();
    return limit_.business ? clock_.hours->business_seconds(a, b)
                           : std::max<std::int64_t>(0, b - a);
  }
  // Days have rules of their own: the first number of them that is enough.
  calendar::Limit limit = limit_;
  const auto is_enough = [&](int days) {
    limit.amount = days;
    return calendar::is_met(limit, from, to, clock_);
  };
  if (is_enough(0)) return 0;
  int short_of = 0, enough = 1;
  while (!is_enough(enough)) {
    short_of = enough;
    enough *= 2;
  }
  while (enough - short_of > 1) {
    const int middle = short_of + (enough - short_of) / 2;
    (is_enough(middle) ? enough : short_of) = middle;
  }
  return enough;
}

}  // namespace leadpact::scoring
