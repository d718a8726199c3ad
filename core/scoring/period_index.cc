#include "core/scoring/period_index.h"

#include <algorithm>
#include <limits>

namespace leadpact::scoring {

using calendar::Day;
using calendar::Instant;
using calendar::kSecondsPerDay;

PeriodIndex::PeriodIndex(const std::vector<calendar::Period>& periods,
                         const calendar::Zone& agreement, Instant as_of) {
  if (periods.empty()) return;
  constexpr Instant kMax = std::numeric_limits<Instant>::max();
  // No stamp lies later than this.
  constexpr Instant kLast = (calendar::kLastDay + 2) * kSecondsPerDay;
  begin_ = periods.front().covered_from;
  end_ = std::min({as_of + 1, periods.back().covered_to.value_or(kMax), kLast});
  origin_ = calendar::day_of(begin_) * kSecondsPerDay;
  for (const calendar::Period& period : periods) ends_.push_back(period.covered_to.value_or(kMax));

  PeriodSlot slot = 0;
  for (Instant start = origin_; start < end_; start += kSecondsPerDay) {
    while (start >= ends_[slot]) ++slot;
    by_utc_day_.push_back(slot);
  }

  first_day_ = agreement.day_at(begin_) - 1;
  const Day last_day = agreement.day_at(end_) + 1;
  for (Day day = first_day_; day <= last_day; ++day) {
    by_day_.push_back(find_instant(agreement.start_of(day)));
  }
}

PeriodSlot find_day(const std::vector<calendar::Period>& periods, Day day) {
  const auto after = std::upper_bound(
      periods.begin(), periods.end(), day,
      [](Day wanted, const calendar::Period& period) { return wanted < period.covered_start; });
  if (after == periods.begin()) return kOutside;
  const calendar::Period& period = *(after - 1);
  if (period.covered_end && day >= *period.covered_end) return kOutside;
  return static_cast<PeriodSlot>(after - periods.begin() - 1);
}

}  // namespace leadpact::scoring
