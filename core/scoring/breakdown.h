// A promise by parts: whose leads, from where, on which day, at what hour.
//
// Each record that counts belongs to one group, so the groups add up to what the
// scorecard says of the period, or of all periods together. Weekday and hour are
// those of the `at` by which a record belongs to its period, in the agreement's
// zone; texts are told apart as names are (name_list.h).
//
//   split    cell               group
//   -------  -----------------  ------------------------------------------
//   text     Ada Park           Ada Park
//   text     ADA PARK           Ada Park, as it is written first
//   text     (empty)            (empty)
//   text     of the rarest      12 other values, where there are over 200
//   weekday  2026-03-02 09:05   Monday
//   hour     2026-03-02 09:05   09:00 to 10:00
//   hour     2026-03-02         no time of day
//
// With over 20,000 different texts those that come up later are others too.
#ifndef LEADPACT_CORE_SCORING_BREAKDOWN_H_
#define LEADPACT_CORE_SCORING_BREAKDOWN_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/context.h"
#include "core/scoring/measure.h"
#include "core/scoring/name_list.h"

namespace leadpact::scoring {

enum class SplitBy : std::uint8_t { text, weekday, hour };

struct Split {
  SplitBy by = SplitBy::text;
  std::string field;  // the key of a text field of the measure's dataset

  bool operator==(const Split&) const = default;
};

struct BreakdownGroup {
  enum class Kind : std::uint8_t { value, empty, others, no_hour };
  Kind kind = Kind::value;
  std::string name;        // in words
  std::uint64_t rows = 0;  // that count: in the population, pending or left out
  Tally tally;
};

// Groups with rows: texts in the order of the file, weekdays from Monday, hours
// from midnight; what has no value and the others last.
using Breakdown = std::vector<BreakdownGroup>;

// Made in slices, so that a million records do not hold up a frame.
class BreakdownSweep {
 public:
  static constexpr std::size_t kMostGroups = 200;
  static constexpr std::size_t kMostDifferent = 20'000;

  // `measure` is the commitment's, one of records; both outlive the sweep.
  // Without a period all of them together. A field that is no text of the
  // dataset gives one group of empty ones.
  BreakdownSweep(Context& context, const agreement::Commitment& commitment,
                 const RecordMeasure& measure, const Split& split,
                 std::optional<std::size_t> period);

  // Goes on; true once it is done.
  bool work(std::size_t rows = 100'000);
  [[nodiscard]] bool done() const { return done_; }
  // Once done.
  [[nodiscard]] const Breakdown& groups() const { return groups_; }
  // Rows of the table in that group.
  [[nodiscard]] std::vector<std::uint32_t> rows(std::size_t group) const;

 private:
  [[nodiscard]] PeriodSlot group_of(std::size_t row);
  [[nodiscard]] PeriodSlot text_group(std::string_view text);
  void add_groups();
  void merge_rare();
  void finish();

  const RecordMeasure& measure_;
  const data::Table& table_;
  const calendar::Zone& zone_;
  const std::vector<calendar::Stamp>& at_;
  const data::Column* texts_ = nullptr;
  SplitBy by_;
  std::optional<std::size_t> period_;
  std::size_t next_ = 0;  // index into the rows that count
  bool done_ = false;
  std::vector<PeriodSlot> slots_;  // by row: its group
  NameList names_;                 // of a text
  Breakdown groups_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_BREAKDOWN_H_
