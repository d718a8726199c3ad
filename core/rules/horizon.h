// How far a score looks: what a file says about the time after `as_of` is
// taken as empty, but for planned fields (scoring.md, 2).
//
//   as_of                   cell                    planned   seen
//   ----------------------  ----------------------  --------  ----------
//   2026-02-10T00:00:00Z    2026-02-10T00:00:00Z    no        as it is
//   2026-02-10T00:00:00Z    2026-02-10T00:00:01Z    no        empty
//   2026-02-10T00:00:00Z    2026-02-10, New York    no        empty
//   2026-02-10T00:00:00Z    2026-12-24T18:00:00Z    yes       as it is
#ifndef LEADPACT_CORE_RULES_HORIZON_H_
#define LEADPACT_CORE_RULES_HORIZON_H_

#include <limits>

#include "core/calendar/limit.h"
#include "core/calendar/zone.h"

namespace leadpact::rules {

// The first day whose midnight is at `instant` or later.
[[nodiscard]] inline calendar::Day first_day_from(calendar::Instant instant,
                                                  const calendar::Zone& zone) {
  // Two days back, for zones that leave out a day.
  calendar::Day day = zone.day_at(instant) - 2;
  while (zone.start_of(day) < instant)
    ++day;
  return day;
}

class Horizon {
 public:
  // Sees everything.
  Horizon() = default;
  Horizon(calendar::Instant as_of, const calendar::Zone& agreement)
      : last_instant_(as_of), last_day_(first_day_from(as_of + 1, agreement) - 1) {}

  [[nodiscard]] calendar::Instant last_instant() const { return last_instant_; }
  // Whether a stamp that has a value lies later than the horizon.
  [[nodiscard]] bool is_beyond(calendar::Stamp stamp) const {
    return stamp.date_only() ? stamp.day() > last_day_ : stamp.instant() > last_instant_;
  }
  // Whether there is a value that is not later than the horizon.
  [[nodiscard]] bool sees(calendar::Stamp stamp) const {
    return stamp.has_value() && !is_beyond(stamp);
  }
  [[nodiscard]] calendar::Stamp seen(calendar::Stamp stamp) const {
    return stamp.has_value() && is_beyond(stamp) ? calendar::Stamp::empty() : stamp;
  }

 private:
  calendar::Instant last_instant_ = std::numeric_limits<calendar::Instant>::max();
  calendar::Day last_day_ = std::numeric_limits<calendar::Day>::max();
};

}  // namespace leadpact::rules

#endif  // LEADPACT_CORE_RULES_HORIZON_H_
