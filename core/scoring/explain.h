// What one record says to one commitment, and why: asked of the very code that
// scored (RecordMeasure, TimeJudge, calendar::Hours), never computed anew.
//
//   the record                            counts  period    verdict
//   ------------------------------------  ------  --------  -----------------
//   fulfils `where`, its `at` in March    yes     March's   met, failed …
//   does not fulfil `where`               no      -         - ; missed says why
//   its `at` lies before the agreement    yes     kOutside  -
//
//   `2 business hours`, Fri 16:40, as of  margin
//   ------------------------------------  ------------------------
//   stop Mon 10:12                        28 min of opening time
//   no stop, as of Mon 12:00              -1 h 20 min: late by it
//   3 days, dates alone, 5 days apart     -2 days
#ifndef LEADPACT_CORE_SCORING_EXPLAIN_H_
#define LEADPACT_CORE_SCORING_EXPLAIN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/scoring/cell_words.h"
#include "core/scoring/context.h"
#include "core/scoring/measure.h"
#include "core/scoring/working.h"

namespace leadpact::scoring {

// How much of the limit is left at the stop, or at as_of without one; negative
// where it is late by that much.
struct Margin {
  enum class Unit : std::uint8_t { time, opening_time, days };
  Unit unit = Unit::time;
  std::int64_t amount = 0;  // seconds, or days
  [[nodiscard]] std::int64_t seconds() const {
    return unit == Unit::days ? amount * calendar::kSecondsPerDay : amount;
  }
};

struct Explanation {
  std::uint32_t row = 0;
  bool counts = false;           // fulfils `where`
  PeriodSlot period = kOutside;  // kOutside, kWithoutAt: in none
  Verdict verdict;               // where it counts in a period
  calendar::Stamp at, from, to;  // as the score sees them
  std::optional<calendar::Instant> due;
  std::optional<Margin> margin;  // within, where it has a due
  Working working;               // within, median_time, where both ends are known
  std::optional<double> number;  // sum, average, median
  // The rules by which it fails `where`, or those of `of`.
  std::vector<MissedRule> missed;
  bool any_would_do = false;  // one of them
  // What the cell holds that `at`, `from`, `to` or `field` is read from.
  std::string at_cell, from_cell, to_cell, number_cell;
};

class Explainer {
 public:
  // The commitment uses records and its dataset was given. Both arguments
  // outlive this.
  Explainer(Context& context, const agreement::Commitment& commitment);

  [[nodiscard]] const RecordMeasure& measure() const { return measure_; }
  [[nodiscard]] const agreement::Commitment& commitment() const { return commitment_; }
  [[nodiscard]] const agreement::Dataset& dataset() const { return *dataset_.dataset; }
  [[nodiscard]] const data::Table& table() const { return *dataset_.table; }
  [[nodiscard]] const calendar::Clock& clock() const { return measure_.time_judge().clock(); }
  [[nodiscard]] const calendar::Limit& limit() const { return measure_.time_judge().limit(); }
  [[nodiscard]] calendar::Instant as_of() const { return context_.as_of(); }
  // Of the calendar whose opening time is counted; null where none is.
  [[nodiscard]] const calendar::HoursSpec* hours_spec() const { return spec_ ? &*spec_ : nullptr; }
  [[nodiscard]] const std::vector<calendar::Period>& periods() const { return periods_; }

  // Nothing but for `within`, a `from` and a limit that ends.
  [[nodiscard]] std::optional<Margin> margin(std::size_t row) const;
  [[nodiscard]] Explanation explain(std::uint32_t row) const;

 private:
  [[nodiscard]] Records records() const;
  [[nodiscard]] std::string cell(const std::string& field, std::size_t row) const;
  [[nodiscard]] bool applies(calendar::Stamp from, calendar::Stamp to) const;
  void add_times(Explanation& made) const;

  Context& context_;
  const agreement::Commitment& commitment_;
  DatasetContext& dataset_;
  const std::vector<calendar::Period>& periods_;
  RecordMeasure measure_;
  std::optional<calendar::HoursSpec> spec_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_EXPLAIN_H_
