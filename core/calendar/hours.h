// Opening hours and business time.
//
// Business time between two instants is the real time between them that lies
// inside opening intervals. Each interval is turned into instants first, so a
// day on which clocks change counts its real hours; what several intervals
// cover counts once (scoring.md, 1.1).
//
//   calendar            from                 to                   business time
//   ------------------  -------------------  -------------------  -------------
//   Mon-Fri 9-17        Fri 16:40            Mon 10:12            1 h 32 min
//   Mon-Fri 9-17        Fri 17:00            Mon 09:00            0
//   9-12, 13-17         11:30                13:30                1 h
//   every day 0-24, NY  2026-03-08 00:00     2026-03-09 00:00     23 h
//
// A *working day* is a local date with opening time left as instants; its
// *close* is the latest end of them.
#ifndef LEADPACT_CORE_CALENDAR_HOURS_H_
#define LEADPACT_CORE_CALENDAR_HOURS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/calendar/time.h"
#include "core/calendar/zone.h"

namespace leadpact::calendar {

// Minutes after local midnight, [from, to); to may be 1440.
struct DayInterval {
  int from = 0;
  int to = 0;
};

struct HoursSpec {
  const Zone* zone = nullptr;
  std::vector<DayInterval> week[7];  // Monday first
  std::vector<Day> holidays;         // closed all day, unless also special
  struct Special {
    Day day = 0;
    DayInterval interval;
  };
  std::vector<Special> special_days;  // replace the weekly intervals of that date
};

// An opening interval as instants, [open, close).
struct OpenSpan {
  Instant open = 0;
  Instant close = 0;
};

// Opening hours made ready for counting, over 1900 to 2199.
class Hours {
 public:
  // `spec.zone` must be set. A spec without any opening time is allowed here
  // (never_open() says so); an agreement with one is refused by validation.
  explicit Hours(const HoursSpec& spec);

  [[nodiscard]] const Zone& zone() const { return *zone_; }
  [[nodiscard]] bool never_open() const { return total() == 0; }

  // Seconds of opening time in [from, to); 0 where to <= from.
  [[nodiscard]] std::int64_t business_seconds(Instant from, Instant to) const;

  // The earliest instant t >= from with business_seconds(from, t) == seconds,
  // so an exact fit ends at closing time; `from` itself for 0 seconds.
  // Nothing where the calendar does not hold enough time before 2200.
  [[nodiscard]] std::optional<Instant> add_business(Instant from, std::int64_t seconds) const;

  // The close of a working day; nothing where the date is none.
  [[nodiscard]] std::optional<Instant> close_of(Day day) const;

  // The n-th working day after `day` (n >= 1; `day` itself is never counted).
  // Nothing where there is none before 2200.
  [[nodiscard]] std::optional<Day> working_day_after(Day day, int n) const;

  // The opening time inside [from, to), cut at its ends: merged, in order.
  [[nodiscard]] std::vector<OpenSpan> open_spans(Instant from, Instant to) const;

 private:
  // A date on which the weekly intervals do not hold, and those that do.
  struct Exception {
    Day day = 0;
    std::vector<DayInterval> intervals;
  };
  // Opening time within a UTC day, in seconds of that day, [open, close).
  struct Piece {
    std::int32_t open = 0;
    std::int32_t close = 0;
  };
  // A UTC day in eight bytes, so that the 300 years of a calendar fit into
  // 1 MB: opening time before the day (34 bits are needed), and where its
  // pieces start in pieces_. Days alike share their pieces.
  class UtcDay {
   public:
    UtcDay(std::int64_t opened_before, std::size_t pieces)
        : bits_(static_cast<std::uint64_t>(opened_before) << kPieceBits | pieces) {}
    [[nodiscard]] std::int64_t opened_before() const {
      return static_cast<std::int64_t>(bits_ >> kPieceBits);
    }
    [[nodiscard]] std::size_t pieces() const {
      return static_cast<std::size_t>(bits_ & ((1ULL << kPieceBits) - 1));
    }

   private:
    static constexpr int kPieceBits = 28;
    std::uint64_t bits_;
  };
  // A bit for each local date of 1900 to 2199.
  using DaySet = std::vector<std::uint64_t>;
  struct Pieces {
    std::size_t first = 0;
    std::int64_t opened = 0;
  };

  void read_exceptions(const HoursSpec& spec);
  void build();
  [[nodiscard]] std::span<const DayInterval> intervals_of(Day day) const;
  // The instants of an interval; close <= open where it is none.
  [[nodiscard]] OpenSpan span_of(Day day, DayInterval interval) const;
  [[nodiscard]] Pieces add_pieces(Day utc_day);
  [[nodiscard]] std::int64_t opened_before(Instant instant) const;
  [[nodiscard]] std::int64_t total() const;

  const Zone* zone_;
  std::vector<DayInterval> week_[7];
  std::vector<Exception> exceptions_;  // sorted, a date once
  DaySet is_exception_;
  DaySet is_working_day_;
  std::vector<UtcDay> utc_days_;  // one more than there are: the total
  std::vector<Piece> pieces_;     // of a day sorted and apart; each list ends with kNoPiece
};

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_HOURS_H_
