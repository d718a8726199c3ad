#include "core/scoring/period_index.h"

#include <algorithm>
#include <limits>

namespace leadpact::scoring {

using calendar::Day;
using calendar::Instant;
using calendar::kSecondsPerDay;

PeriodIndex::PeriodIndex(const std::vector<calendar::Period>& periods,
                         const calendar::Zone& agreement, Instant as_of) {
  constexpr Instant kMax = std::numeric_limits<Instant>::max();
  if (periods.empty()) {
    segments_.push_back({kMax, kOutside});
    by_slice_.push_back(0);
    return;
  }
  // No stamp lies later than this.
  constexpr Instant kLatest = (calendar::kLastDay + 2) * kSecondsPerDay;
  const Instant begin = periods.front().covered_from;
  const Instant end = std::min({as_of + 1, periods.back().covered_to.value_or(kMax), kLatest});
  segments_.push_back({begin, kOutside});
  for (std::size_t i = 0; i < periods.size(); ++i) {
    segments_.push_back(
        {std::min(end, periods[i].covered_to.value_or(kMax)), static_cast<PeriodSlot>(i)});
  }
  segments_.push_back({kMax, kOutside});

  origin_ = begin - 1;
  last_ = std::max(begin, end);
  std::uint16_t segment = 0;
  for (Instant start = origin_; start <= last_; start += Instant{1} << kSliceBits) {
    while (start >= segments_[segment].end)
      ++segment;
    by_slice_.push_back(segment);
  }

  first_day_ = agreement.day_at(begin) - 1;
  const Day last_day = agreement.day_at(end) + 1;
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
