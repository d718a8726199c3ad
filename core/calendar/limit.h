// Limits: how long something may take, and when it is due.
//
//   written             met when
//   ------------------  ---------------------------------------------------
//   30 minutes          real time from `from` to `to` <= the limit
//   3 days              the same, 24 h a day; between dates: at most 3 apart
//   4 business hours    business time in the calendar <= the limit
//   2 business days     `to` no later than the close of the 2nd working day
//                       after the local date of `from`
//   0 business days     no later than the close of that date, if still ahead;
//                       else the close of the next working day
//
// Exactly at the limit counts as met. *Due* is the earliest instant at which
// the limit is used up: a limit that ends at closing time is due at closing
// time, not at the next opening. Source: scoring.md, 1.2 and 4.
#ifndef LEADPACT_CORE_CALENDAR_LIMIT_H_
#define LEADPACT_CORE_CALENDAR_LIMIT_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/calendar/hours.h"

namespace leadpact::calendar {

enum class LimitUnit { minute, hour, day };

struct Limit {
  int amount = 0;  // 0 to 999999
  LimitUnit unit = LimitUnit::hour;
  bool business = false;
};

// 1 to 6 digits, one space, `business ` or nothing, then minute, hour or day,
// singular or plural, all lower case; else nothing.
[[nodiscard]] std::optional<Limit> parse_limit(std::string_view text);

// A cell of a timestamp column: an instant, or a date alone.
class Stamp {
 public:
  [[nodiscard]] static constexpr Stamp at(Instant instant) { return Stamp(instant * 2); }
  [[nodiscard]] static constexpr Stamp on(Day day) { return Stamp(std::int64_t{day} * 2 + 1); }
  [[nodiscard]] static constexpr Stamp empty() { return Stamp(kEmpty); }
  // Filled, but unreadable; counts as empty wherever a value is needed.
  [[nodiscard]] static constexpr Stamp invalid() { return Stamp(kInvalid); }
  // Unreadable in the field's date order, but a date in the other order.
  [[nodiscard]] static constexpr Stamp other_order() { return Stamp(kOtherOrder); }

  constexpr Stamp() = default;
  [[nodiscard]] constexpr bool has_value() const { return bits_ > kOtherOrder; }
  [[nodiscard]] constexpr bool is_invalid() const {
    return bits_ == kInvalid || bits_ == kOtherOrder;
  }
  [[nodiscard]] constexpr bool is_other_order() const { return bits_ == kOtherOrder; }
  // Only when has_value():
  [[nodiscard]] constexpr bool date_only() const { return (bits_ & 1) != 0; }
  [[nodiscard]] constexpr Instant instant() const { return bits_ >> 1; }            // !date_only()
  [[nodiscard]] constexpr Day day() const { return static_cast<Day>(bits_ >> 1); }  // date_only()

  friend constexpr bool operator==(Stamp a, Stamp b) { return a.bits_ == b.bits_; }

 private:
  static constexpr std::int64_t kEmpty = INT64_MIN;
  static constexpr std::int64_t kInvalid = INT64_MIN + 1;
  static constexpr std::int64_t kOtherOrder = INT64_MIN + 2;
  constexpr explicit Stamp(std::int64_t bits) : bits_(bits) {}
  std::int64_t bits_ = kEmpty;
};

// The zones in which stamps are read, and the calendar of a measure.
struct Clock {
  const Zone* agreement = nullptr;  // a date alone is midnight here
  const Zone* dataset = nullptr;    // the local date of a time
  const Hours* hours = nullptr;     // null where the measure has no calendar
};

// The instant of a stamp that has a value.
[[nodiscard]] inline Instant instant_of(Stamp stamp, const Zone& agreement) {
  return stamp.date_only() ? agreement.start_of(stamp.day()) : stamp.instant();
}
// The local date of a stamp that has a value.
[[nodiscard]] inline Day day_of(Stamp stamp, const Zone& dataset) {
  return stamp.date_only() ? stamp.day() : dataset.day_at(stamp.instant());
}

// Whether a limit can say anything about this stamp: a limit in minutes or
// hours cannot about a date alone.
[[nodiscard]] bool applies(const Limit& limit, Stamp stamp);

// Whether `to` lies before `from`: by dates where one of them is a date alone.
[[nodiscard]] bool is_before(Stamp to, Stamp from, const Clock& clock);

// Whether `to` is within the limit after `from`. Both have values, the limit
// applies to both, `to` is not before `from`; a business limit needs
// clock.hours.
[[nodiscard]] bool is_met(const Limit& limit, Stamp from, Stamp to, const Clock& clock);

// Whether the limit is already exceeded at `as_of` with no `to`.
[[nodiscard]] bool is_exceeded(const Limit& limit, Stamp from, Instant as_of, const Clock& clock);

// When the limit is used up; for days from a date alone the midnight, local to
// the dataset, that ends the last day. Nothing where the calendar has not the
// time or the working days for it before 2200; then every `to` is in time.
[[nodiscard]] std::optional<Instant> due(const Limit& limit, Stamp from, const Clock& clock);

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_LIMIT_H_
