// Which period a record belongs to, asked a million times: an index by slices
// of 18 hours into calendar::periods(), so that a look-up is one shift and, but
// in the slice in which a period ends, one comparison.
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

#include <algorithm>
#include <cstddef>
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
    const bool has_value = at.has_value();
    if (has_value && at.date_only()) return find_day(at.day());
    // A stamp without a value is looked up too, as some early instant: that is
    // cheaper than a branch nobody can foresee.
    const PeriodSlot slot = find_instant(at.instant());
    return has_value ? slot : kWithoutAt;
  }

 private:
  // Time is cut into what lies before the periods, each of them, and what lies
  // after them or after as_of.
  static constexpr int kSliceBits = 16;
  struct Segment {
    calendar::Instant end;
    PeriodSlot slot;
  };

  [[nodiscard]] PeriodSlot find_instant(calendar::Instant at) const {
    const calendar::Instant inside = std::clamp(at, origin_, last_);
    std::size_t segment = by_slice_[static_cast<std::size_t>((inside - origin_) >> kSliceBits)];
    while (inside >= segments_[segment].end)
      ++segment;
    return segments_[segment].slot;
  }
  [[nodiscard]] PeriodSlot find_day(calendar::Day day) const {
    const std::int64_t index = std::int64_t{day} - first_day_;
    if (index < 0 || index >= static_cast<std::int64_t>(by_day_.size())) return kOutside;
    return by_day_[static_cast<std::size_t>(index)];
  }

  std::vector<Segment> segments_;
  calendar::Instant origin_ = 0;         // an instant before the first period
  calendar::Instant last_ = 0;           // an instant after all periods
  std::vector<std::uint16_t> by_slice_;  // the segment at the start of each slice
  calendar::Day first_day_ = 0;
  std::vector<PeriodSlot> by_day_;
};

// The period in which a day of the agreement's own zone lies, or kOutside. A
// day after the one that holds as_of is the caller's to refuse.
[[nodiscard]] PeriodSlot find_day(const std::vector<calendar::Period>& periods, calendar::Day day);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_PERIOD_INDEX_H_
