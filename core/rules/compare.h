// Numbers compared as people mean them: within 1e-9 × max(1, |the number
// compared with|), so that what was computed in two ways is still the same.
//
//   x              against   equal   at least   more than   less than
//   -------------  --------  ------  ---------  ----------  ---------
//   4.9999999999   5         yes     yes        no          no
//   5.00001        5         no      yes        yes         no
//   1e12 + 100     1e12      yes     yes        no          no
//   NaN            5         no      no         no          no
//
// Source: scoring.md, opening.
#ifndef LEADPACT_CORE_RULES_COMPARE_H_
#define LEADPACT_CORE_RULES_COMPARE_H_

#include <algorithm>
#include <cmath>

namespace leadpact::rules {

[[nodiscard]] inline double tolerance(double against) {
  return 1e-9 * std::max(1.0, std::fabs(against));
}
[[nodiscard]] inline bool is_at_least(double x, double against) {
  return x >= against - tolerance(against);
}
[[nodiscard]] inline bool is_at_most(double x, double against) {
  return x <= against + tolerance(against);
}
[[nodiscard]] inline bool is_more_than(double x, double against) {
  return x > against + tolerance(against);
}
[[nodiscard]] inline bool is_less_than(double x, double against) {
  return x < against - tolerance(against);
}
[[nodiscard]] inline bool is_equal(double x, double against) {
  return is_at_least(x, against) && is_at_most(x, against);
}

}  // namespace leadpact::rules

#endif  // LEADPACT_CORE_RULES_COMPARE_H_
