// Measures: from records and entries to one tally a period (scoring.md, 4).
//
//   kind         value                      population
//   -----------  -------------------------  -------------------------------
//   count        number of records          the same
//   sum          sum of `field`             number of records
//   share        100 × met / population     number of records
//   within       100 × met / population     met + failed
//   average ...  of `field`                 records where it is filled
//   median_time  median hours               records that have both times
//   checkins     number of entries          the same
//   manual       the latest entry           1, or 0 without an entry
#ifndef LEADPACT_CORE_SCORING_MEASURE_H_
#define LEADPACT_CORE_SCORING_MEASURE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/context.h"
#include "core/scoring/scorecard.h"
#include "core/scoring/verdict.h"

namespace leadpact::scoring {

// What one period came to.
struct Tally {
  std::uint64_t population = 0;
  std::uint64_t met = 0;
  std::uint64_t failed = 0;
  std::uint64_t pending = 0;
  std::uint64_t left_out = 0;
  std::optional<double> value;  // nothing where the population must not be 0 and is
  bool is_beyond = false;       // a sum that no double holds
};

// The value of share and within; `of` is not 0.
[[nodiscard]] inline double percentage(std::uint64_t part, std::uint64_t of) {
  return 100.0 * static_cast<double>(part) / static_cast<double>(of);
}

// A record that failed or is pending.
struct Failing {
  std::uint32_t row = 0;
  PeriodSlot period = 0;
  bool pending = false;
};

// What a measure came to, one tally a period of its commitment.
struct Measured {
  std::vector<Tally> periods;
  std::uint64_t negative_elapsed = 0;
  std::uint64_t without_at = 0;
  std::vector<Failing> failing;  // where asked for, in the order of rows
};

// A measure of records, bound to the columns of its dataset. Making one may
// use the context's threads; a made one may be asked by any thread.
class RecordMeasure {
 public:
  // The rows that fulfil `where` and `of`, for who evaluated them already.
  struct Masks {
    rules::Mask where, of;
  };

  // The measure uses records and its dataset was given.
  RecordMeasure(Context& context, const agreement::Commitment& commitment, Masks masks = {});

  // Whether the row fulfils `where`. Only kept rows count.
  [[nodiscard]] bool counts(std::size_t row) const { return where_.empty() || where_[row] != 0; }
  // The period of the row, kOutside or kWithoutAt; the first where the measure has
  // no `at`, as a step of a chain (clocks.h).
  [[nodiscard]] PeriodSlot period(std::size_t row) const {
    return slots_ == nullptr ? PeriodSlot{0} : slots_[row];
  }
  // The day by which a row belongs to its period.
  [[nodiscard]] calendar::Day day(std::size_t row) const {
    return calendar::day_of(at_[row], zone_);
  }
  // What a row that counts in a period adds to it.
  [[nodiscard]] Verdict judge(std::size_t row) const;
  [[nodiscard]] const TimeJudge& time_judge() const { return time_judge_; }
  // Its stamps as the score sees them; empty where the measure has none.
  [[nodiscard]] calendar::Stamp at(std::size_t row) const { return seen_in(at_, row); }
  [[nodiscard]] calendar::Stamp from(std::size_t row) const { return seen_in(from_, row); }
  [[nodiscard]] calendar::Stamp to(std::size_t row) const { return seen_in(to_, row); }
  // The number that sum, average and median take; nothing where there is none.
  [[nodiscard]] std::optional<double> number(std::size_t row) const {
    if (numbers_ == nullptr || !data::has_number(numbers_[row])) return std::nullopt;
    return numbers_[row];
  }
  // Of a `within` row that counts in a period: see TimeJudge::needed; of others
  // what judge() says.
  [[nodiscard]] Verdict needed(std::size_t row) const {
    return kind_ == agreement::Kind::within ? time_judge_.needed(seen(from_, row), seen(to_, row))
                                            : judge(row);
  }

  // All kept rows; those that fail are listed where `keep_failing`.
  [[nodiscard]] Measured measure(bool keep_failing) const;
  // The same with groups in place of periods: a row belongs to the group under
  // `count` that `groups` has for it, else (kOutside) to none.
  [[nodiscard]] Measured measure_by(const std::vector<PeriodSlot>& groups, std::size_t count) const;

  // Writes one breach for each of measured.failing to `out`, by period and then
  // row, each a completed copy of `breach`.
  void write_breaches(const Measured& measured, const Breach& breach, Breach* out) const;

  // The row does not count from now on.
  void leave_out(std::uint32_t row);
  // Of a share or within: what was measured, with the row met.
  void count_as_met(std::uint32_t row, Measured& measured) const;

  // Gives back the memory only measure() and judge() need.
  void forget_masks();

 private:
  struct Values;
  template <agreement::Kind kind>
  [[nodiscard]] Verdict judge_as(std::size_t row) const;
  template <agreement::Kind kind>
  void add_rows(Measured& measured, Values& values, bool keep_failing) const;
  void count_rows(Measured& measured, bool keep_failing) const;
  [[nodiscard]] calendar::Stamp seen(const calendar::Stamp* cells, std::size_t row) const {
    return horizon_.seen(cells[row]);
  }
  [[nodiscard]] calendar::Stamp seen_in(const calendar::Stamp* cells, std::size_t row) const {
    return cells == nullptr ? calendar::Stamp::empty() : seen(cells, row);
  }
  [[nodiscard]] Breach complete(Breach breach, std::size_t row) const;

  agreement::Kind kind_;
  const data::Table& table_;
  const calendar::Zone& zone_;
  rules::Horizon horizon_;
  std::size_t period_count_;
  rules::Mask where_;  // empty: every row
  rules::Mask of_;
  const PeriodSlot* slots_ = nullptr;
  const calendar::Stamp* at_;
  const calendar::Stamp* from_ = nullptr;
  const calendar::Stamp* to_ = nullptr;
  const double* numbers_ = nullptr;
  TimeJudge time_judge_;
};

// Measures of entries in the agreement itself: checkins and manual.
[[nodiscard]] Measured measure_entries(Context& context, const agreement::Commitment& commitment);

// A check-in that counts, and where.
struct DatedEntry {
  calendar::Day day = 0;
  PeriodSlot period = 0;
};
[[nodiscard]] std::vector<DatedEntry> dated_checkins(Context& context,
                                                     const agreement::Commitment& commitment);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_MEASURE_H_
