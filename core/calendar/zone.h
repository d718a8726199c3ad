// Time zones: what a clock on the wall shows at an instant, and back.
//
// Zone data is embedded, so the command line, the page and a file opened from
// a disk answer alike. A local time that does not exist (clocks spring
// forward) or exists twice (they fall back) is read with the offset in force
// before the change (scoring.md, 1; cctz calls this `pre`):
//
//   zone                local time           instant
//   ------------------  -------------------  --------------------  -----------
//   America/New_York    2026-01-15 09:00:00  2026-01-15T14:00:00Z
//   America/New_York    2026-03-08 02:30:00  2026-03-08T07:30:00Z  = 03:30 EDT
//   America/New_York    2026-11-01 01:30:00  2026-11-01T05:30:00Z  the first
//   Pacific/Apia        2011-12-30 12:00:00  2011-12-30T22:00:00Z  skipped day
//
// Zones are loaded once and live as long as the program. Not for use by
// several threads while a zone is looked up by name for the first time.
#ifndef LEADPACT_CORE_CALENDAR_ZONE_H_
#define LEADPACT_CORE_CALENDAR_ZONE_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "core/calendar/time.h"

namespace leadpact::calendar {

// A step function of time over 1899 to 2200: the UTC offset in force. Millions
// of cells are converted at a time, so it is a flat list of steps with an
// index of every 48 days into it: a lookup is one shift, then almost always
// one comparison.
class OffsetTable {
 public:
  [[nodiscard]] static constexpr bool covers(std::int64_t time) { return slot_of(time) < kSlots; }

  // Only where covers(time).
  [[nodiscard]] std::int32_t at(std::int64_t time) const { return step_at(time).offset; }

  // Whether one offset holds over all of [from, to].
  [[nodiscard]] bool steady(std::int64_t from, std::int64_t to) const {
    return covers(from) && step_at(from).until > to;
  }

  // Appends a step; `from` ascends, that of the first call is ignored.
  void append(std::int64_t from, std::int32_t offset);
  // Builds the index, after the last step.
  void finish();

  static constexpr std::int64_t kStart = (kFirstDay - 365) * kSecondsPerDay;
  static constexpr std::int64_t kEnd = (kLastDay + 365) * kSecondsPerDay;

 private:
  struct Step {
    std::int64_t until = std::numeric_limits<std::int64_t>::max();
    std::int32_t offset = 0;
  };
  static constexpr int kShift = 22;
  static constexpr std::uint64_t kSlots = static_cast<std::uint64_t>(kEnd - kStart) >> kShift;

  [[nodiscard]] const Step& step_at(std::int64_t time) const {
    std::size_t step = first_[static_cast<std::size_t>(slot_of(time))];
    while (steps_[step].until <= time) {
      ++step;
    }
    return steps_[step];
  }

  // Times before kStart wrap around to large slots.
  static constexpr std::uint64_t slot_of(std::int64_t time) {
    return (static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(kStart)) >> kShift;
  }

  std::vector<Step> steps_;
  std::vector<std::uint16_t> first_;  // slot -> the step in force at its start
};

class Zone {
 public:
  // The zone with this IANA name (case as in the database), or null. Nothing
  // but a name of names() is one: no path, no file of the system.
  [[nodiscard]] static const Zone* find(std::string_view name);

  // All IANA names in the embedded data, sorted.
  [[nodiscard]] static std::vector<std::string_view> names();

  // The release of the embedded data, like `2025b`.
  [[nodiscard]] static std::string_view release();

  [[nodiscard]] std::string_view name() const { return name_; }

  [[nodiscard]] Instant to_instant(LocalTime local) const {
    if (!OffsetTable::covers(local)) return far_to_instant(local);
    return local - by_local_.at(local);
  }
  [[nodiscard]] LocalTime to_local(Instant instant) const {
    if (!OffsetTable::covers(instant)) return far_to_local(instant);
    return instant + by_instant_.at(instant);
  }

  // The local date at an instant.
  [[nodiscard]] Day day_at(Instant instant) const { return day_of(to_local(instant)); }
  // The instant of local midnight that starts the day.
  [[nodiscard]] Instant start_of(Day day) const { return to_instant(day * kSecondsPerDay); }

  // Whether all local times of [from, to] are read with one and the same offset.
  [[nodiscard]] bool steady(LocalTime from, LocalTime to) const {
    return by_local_.steady(from, to);
  }

  // Whether the zone leaves out this date altogether (Samoa, 2011-12-30).
  [[nodiscard]] bool skips(Day day) const;

  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;

 private:
  // `name` is one of names() and lives as long as the zone.
  explicit Zone(std::string_view name) : name_(name) {}
  [[nodiscard]] static std::unique_ptr<const Zone> load(std::string_view name);

  [[nodiscard]] Instant far_to_instant(LocalTime local) const;
  [[nodiscard]] LocalTime far_to_local(Instant instant) const;

  std::string_view name_;
  OffsetTable by_instant_;
  OffsetTable by_local_;  // the change moved to where the offset before it ends
  std::vector<Day> skipped_;
};

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_ZONE_H_
