#include "core/agreement/capacity.h"

#include <cmath>

namespace leadpact::agreement {

std::optional<Capacity> capacity(const Workload& work) {
  constexpr double kMost = 1e6;
  constexpr double kTolerance = 1e-9;  // 4.0000000001 reps are 4
  const double a_lead = work.attempts * work.minutes / 60;
  Capacity result;
  result.needed = work.leads * a_lead;
  result.there = work.reps * work.hours;
  const bool possible = work.leads >= 0 && work.attempts > 0 && work.minutes > 0 &&
                        work.reps >= 0 && work.hours > 0 && work.hours <= 24 &&
                        result.needed <= kMost && result.there <= kMost &&
                        result.there / a_lead <= kMost * kMost;
  if (!possible) return std::nullopt;
  result.left = result.there - result.needed;
  result.reps = std::ceil(result.needed / work.hours - kTolerance);
  result.leads = std::floor(result.there / a_lead + kTolerance);
  return result;
}

}  // namespace leadpact::agreement
