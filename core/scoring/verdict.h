// What one record says about a promise of time.
//
// A record is judged by two cells, `from` and `to`, as the score sees them.
// Scoring counts these verdicts and the explanation of a lead shows one: both
// ask here.
//
//   `within 2 hours`, as of 12:00
//   from        to          early     verdict
//   ----------  ----------  --------  --------------------------------------
//   09:00       10:30       -         met
//   09:00       11:01       -         failed
//   09:00       (empty)     -         failed: 2 hours were over at 11:00
//   10:30       (empty)     -         pending
//   (empty)     10:30       -         left out: no `from`
//   2026-03-01  (empty)     -         left out: hours say nothing of a date
//   10:30       09:00       left_out  left out: `to` before `from`; negative
//   10:30       09:00       met       met; negative
//
//   median_time
//   from        to          calendar  verdict
//   ----------  ----------  --------  --------------------------------------
//   09:00       10:30       no        counted, 5400 seconds
//   2026-03-01  03-02 9:00  no        counted, one day
//   2026-03-01  03-02 9:00  yes       left out: no opening hours of a date
//   09:00       (empty)     -         left out: no `to`
//
// Source: scoring.md, 1.2 and 4.
#ifndef LEADPACT_CORE_SCORING_VERDICT_H_
#define LEADPACT_CORE_SCORING_VERDICT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/hours.h"
#include "core/calendar/limit.h"
#include "core/calendar/zone.h"

namespace leadpact::scoring {

enum class Outcome : std::uint8_t {
  counted,   // count, sum, average, median, median_time: in the population
  met,       // share, within
  failed,    // share, within
  pending,   // within: no `to` yet and still in time
  left_out,  // not in the population; why says the reason
};

enum class Reason : std::uint8_t { none, no_from, no_to, date_alone, to_before_from, no_value };

struct Verdict {
  Outcome outcome = Outcome::counted;
  Reason reason = Reason::none;
  bool negative = false;     // `to` before `from`, left out or not
  std::int64_t seconds = 0;  // median_time and needed(), where counted

  friend bool operator==(const Verdict& a, const Verdict& b) {
    return a.outcome == b.outcome && a.reason == b.reason && a.negative == b.negative &&
           a.seconds == b.seconds;
  }
};

// A measure's limit, calendar and `early`, made ready for many records: what
// calendar::is_met and is_exceeded say, prepared where times are asked for.
class TimeJudge {
 public:
  // `limit` as parse_limit read it; without one only elapsed() may be asked. A
  // business limit needs clock.hours.
  TimeJudge(std::optional<calendar::Limit> limit, agreement::Early early,
            const calendar::Clock& clock, calendar::Instant as_of);

  [[nodiscard]] Verdict within(calendar::Stamp from, calendar::Stamp to) const {
    if (is_time(from)) {
      const calendar::Instant start = from.instant();
      if (!to.has_value()) {
        if (start < exceeded_before_) return of(Outcome::failed);
        if (start >= open_from_) return of(Outcome::pending);
        return within_rarely(from, to);
      }
      if (!to.date_only() && to.instant() >= start) {
        return of(is_met(start, to.instant()) ? Outcome::met : Outcome::failed);
      }
    }
    return within_rarely(from, to);
  }

  [[nodiscard]] Verdict elapsed(calendar::Stamp from, calendar::Stamp to) const {
    if (is_time(from) && is_time(to) && to.instant() >= from.instant()) {
      return counted(clock_.hours == nullptr
                         ? to.instant() - from.instant()
                         : clock_.hours->business_seconds(from.instant(), to.instant()));
    }
    return elapsed_rarely(from, to);
  }

  // Which limit like this one it takes for the record to be met, in `seconds`
  // as calendar::amount_of counts; without a `to`, which one it takes for it not
  // to have failed at as_of, and that is pending.
  [[nodiscard]] Verdict needed(calendar::Stamp from, calendar::Stamp to) const;

  // When the limit is used up for a record that has a `from`.
  [[nodiscard]] std::optional<calendar::Instant> due(calendar::Stamp from) const {
    return calendar::due(limit_, from, clock_);
  }

  [[nodiscard]] const calendar::Limit& limit() const { return limit_; }
  [[nodiscard]] const calendar::Clock& clock() const { return clock_; }

 private:
  static bool is_time(calendar::Stamp stamp) { return stamp.has_value() && !stamp.date_only(); }
  static Verdict of(Outcome outcome) { return {outcome, Reason::none, false, 0}; }
  static Verdict counted(std::int64_t seconds) {
    return {Outcome::counted, Reason::none, false, seconds};
  }

  // Two times, `to` not before `from`.
  [[nodiscard]] bool is_met(calendar::Instant from, calendar::Instant to) const {
    // Business time is never longer than real time.
    if (to - from <= seconds_) return true;
    if (!limit_.business) return false;
    if (seconds_ >= 0) return clock_.hours->business_seconds(from, to) <= seconds_;
    const std::int64_t day = std::int64_t{clock_.hours->zone().day_at(from)} - first_day_;
    if (day >= 0 && day < static_cast<std::int64_t>(closes_.size())) {
      return to <= closes_[static_cast<std::size_t>(day)];
    }
    return calendar::is_met(limit_, calendar::Stamp::at(from), calendar::Stamp::at(to), clock_);
  }
  [[nodiscard]] Verdict within_rarely(calendar::Stamp from, calendar::Stamp to) const;
  [[nodiscard]] Verdict elapsed_rarely(calendar::Stamp from, calendar::Stamp to) const;
  [[nodiscard]] std::int64_t amount_between(calendar::Stamp from, calendar::Stamp to) const;

  calendar::Limit limit_;
  bool early_is_met_;
  calendar::Clock clock_;
  calendar::Instant as_of_;
  std::int64_t seconds_ = -1;  // of the limit; -1 for business days
  // Without a `to`, a time before the first is exceeded at as_of, one from the second on is not.
  calendar::Instant exceeded_before_ = 0;
  calendar::Instant open_from_ = 0;
  // For business days after the date: the close of the last one, by local day.
  calendar::Day first_day_ = 0;
  std::vector<calendar::Instant> closes_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_VERDICT_H_
