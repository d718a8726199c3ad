// Which period a record belongs to, asked a million times: an index by UTC day
// into calendar::periods(), so that a look-up is one division and, but on the
// day a period ends, one comparison.
//
//   monthly from 2026-01-15, New York, as of 2026-02-10T00:00:00Z
//   at                     period
//   ---------------------  --------------------------------
//   (empty)                kWithoutAt
//   2026-01-15T04:59:59Z   kOutside: 23:59:59 of the 14th
//   2026-01-15T05:00:00Z   0
//   2026-02-01             1
//   2026-02-10             kOutside: its midnight lies after as_of
#ifndef LEADPACT_CORE_SCORING_PERIOD_INDEX_H_
#define LEADPACT_CORE_SCORING_PERIOD_INDEX_H_

#include <cstdint>
#include <vector>

#include "core/calendar/limit.h"
#include "core/calendar/period.h"

namespace leadpact::scoring {

using PeriodSlot = std::uint16_t;  // 300 years have fewer weeks
inline constexpr PeriodSlot kOutside = 0xffff;
inline constexpr PeriodSlot kWithoutAt = 0xfffe;

class PeriodIndex {
 public:
  // `periods` as calendar::periods(..., as_of) made them.
  PeriodIndex(const std::vector<calendar::Period>& periods, const calendar::Zone& agreement,
              calendar::Instant as_of);

  [[nodiscard]] PeriodSlot find(calendar::Stamp at) const {
    if (!at.has_value()) return kWithoutAt;
    return at.date_only() ? find_day(at.day()) : find_instant(at.instant());
  }

 private:
  [[nodiscard]] PeriodSlot find_instant(calendar::Instant at) const {
    if (at < begin_ || at >= end_) return kOutside;
    PeriodSlot slot = by_utc_day_[static_cast<std::uint64_t>(at - origin_) / 86400];
    while (at >= ends_[slot]) ++slot;
    return slot;
  }
  [[nodiscard]] PeriodSlot find_day(calendar::Day day) const {
    const std::int64_t index = std::int64_t{day} - first_day_;
    if (index < 0 || index >= static_cast<std::int64_t>(by_day_.size())) return kOutside;
    return by_day_[static_cast<std::size_t>(index)];
  }

  calendar::Instant origin_ = 0;  // start of a UTC day
  calendar::Instant begin_ = 0;
  calendar::Instant end_ = 0;  // no period holds this instant or a later one
  std::vector<calendar::Instant> ends_;
  std::vector<PeriodSlot> by_utc_day_;
  calendar::Day first_day_ = 0;
  std::vector<PeriodSlot> by_day_;
};

// The period in which a day of the agreement's own zone lies, or kOutside. A
// day after the one that holds as_of is the caller's to refuse.
[[nodiscard]] PeriodSlot find_day(const std::vector<calendar::Period>& periods, calendar::Day day);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_PERIOD_INDEX_H_
