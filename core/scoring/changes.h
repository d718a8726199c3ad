// What changed since an earlier scorecard, and through which leads.
//
// A lead is known again by its id. To one period of a promise it says something
// then, or now, or both; where that differs, the lead is in one group, and the
// groups add up to the difference between the figures.
//
//   then                  now                   group      failed
//   --------------------  --------------------  ---------  ------
//   not in the export     failed in March       fresh      + 1
//   failed in March       not in the export     gone       - 1
//   pending in March      failed in March       decided    + 1
//   met in March          failed in March       judged     + 1
//   did not count         failed in March       counts     + 1
//   failed in March       does not count        counts_not - 1
//   in no period          failed in March       dated      + 1
//   failed in February    failed in March       came       + 1 (March's)
//                                               left       - 1 (February's)
//
// Records without an id, and those of data without ids, cannot be told apart:
// what they changed is what the groups leave over.
#ifndef LEADPACT_CORE_SCORING_CHANGES_H_
#define LEADPACT_CORE_SCORING_CHANGES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/scoring/earlier.h"
#include "core/scoring/measure_steps.h"
#include "core/scoring/record_ids.h"

namespace leadpact::scoring {

enum class ChangeGroup : std::uint8_t {
  fresh,       // new in this export
  gone,        // in the export then, not now
  decided,     // pending then; met or failed now
  judged,      // in the period both times, with another verdict
  counts,      // did not fulfil `where` then
  counts_not,  // does not fulfil it any more
  dated,       // in no period then: without a date, most likely
  came,        // in another period then
  left,        // in another period now, or in none
};
inline constexpr std::size_t kChangeGroups = 9;

struct Figures {
  std::int64_t population = 0, met = 0, failed = 0, pending = 0, left_out = 0;

  void add(Outcome outcome, int by);
  void add(const Figures& other);
  [[nodiscard]] bool any() const {
    return population != 0 || met != 0 || failed != 0 || pending != 0 || left_out != 0;
  }
};

// What the scorecards say, now less then. A figure that one of them lacks counts
// as nothing.
[[nodiscard]] Figures difference(const PeriodScore* then, const PeriodScore* now);

struct GroupChange {
  std::uint64_t leads = 0;
  Figures figures;
};

// Of one promise in one period that is listed now.
struct PeriodChange {
  std::optional<std::size_t> then;  // index of the period in the earlier score
  std::array<GroupChange, kChangeGroups> groups;

  [[nodiscard]] Figures sum() const;
  [[nodiscard]] bool any_leads() const;
};

// What the groups leave over of the difference: by records that cannot be told
// apart. Figures that the scorecards do not have are none of it.
[[nodiscard]] Figures left_over(const PeriodScore* then, const PeriodScore& now,
                                const PeriodChange& change);

// For the periods of `now` those of the same start in `then`.
[[nodiscard]] std::vector<PeriodChange> paired_periods(const CommitmentScore& now,
                                                       const CommitmentScore* then);

// Which row is which lead of before, of one dataset.
class LeadMatch {
 public:
  // All outlive this.
  LeadMatch(const agreement::Dataset& dataset, const data::Table& table, const EarlierLeads& then);
  // Goes on for so many rows; true once all are done.
  bool work(std::size_t rows = 40'000);

  [[nodiscard]] const EarlierLeads& then() const { return then_; }
  // Of a kept row: kNone where it was not there, kUnknown where it has no id.
  static constexpr EarlierLeads::Entry kUnknown = EarlierLeads::kNone - 1;
  [[nodiscard]] EarlierLeads::Entry entry(std::size_t row) const { return entries_[row]; }
  [[nodiscard]] bool is_there(EarlierLeads::Entry entry) const { return there_[entry] != 0; }

 private:
  const data::Table& table_;
  const EarlierLeads& then_;
  RecordIds ids_;
  std::size_t at_ = 0;  // index into the kept rows
  std::vector<EarlierLeads::Entry> entries_;
  std::vector<std::uint8_t> there_;
};

// The groups of one promise, made in slices; or the leads of one of them.
class ChangeSweep {
 public:
  struct Wanted {
    std::size_t period = 0;  // of those listed now
    ChangeGroup group = ChangeGroup::fresh;
  };

  // `periods` as paired_periods made them. The promise is one of `match.then()`;
  // `match` is done. All but `periods` and `wanted` outlive this.
  ChangeSweep(Context& context, const agreement::Commitment& commitment, const LeadMatch& match,
              std::vector<PeriodChange> periods, std::size_t periods_then,
              std::optional<Wanted> wanted = std::nullopt);

  bool work(std::size_t leads = 60'000);

  [[nodiscard]] const std::vector<PeriodChange>& periods() const { return periods_; }
  // Of what is wanted: rows of the table; of `gone` the leads of before.
  [[nodiscard]] const std::vector<std::uint32_t>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<EarlierLeads::Entry>& gone() const { return gone_; }

 private:
  void compare(std::optional<Answer> then, std::optional<Answer> now, std::uint32_t row);
  [[nodiscard]] std::optional<std::size_t> period_now(const std::optional<Answer>& then) const;

  const data::Table& table_;
  const LeadMatch& match_;
  std::size_t promise_ = 0;  // index into the answers of a lead
  std::vector<PeriodChange> periods_;
  std::vector<std::size_t> now_of_;  // by period of then
  std::optional<Wanted> wanted_;
  std::optional<MeasureSteps> steps_;
  std::optional<RecordMeasure> measure_;
  std::size_t row_ = 0;    // index into the kept rows
  std::size_t entry_ = 0;  // of before
  std::vector<std::uint32_t> rows_;
  std::vector<EarlierLeads::Entry> gone_;
};

// All promises and goals, in slices.
class Comparing {
 public:
  struct Promise {
    const agreement::Commitment* commitment = nullptr;
    const CommitmentScore* now = nullptr;
    const EarlierPromise* then = nullptr;  // null: it was not there
    bool by_leads = false;                 // whether leads could be compared
    std::vector<PeriodChange> periods;     // by those of `now`
  };

  // `card` is the score of `agreement` and `data`. All outlive this.
  Comparing(const agreement::Agreement& agreement, const LoadedData& data, const Scorecard& card,
            const Earlier& then);

  // Some milliseconds of work; false when nothing is left to do.
  bool step();
  [[nodiscard]] double share() const;

  // Once step() was false: promises, then goals, in agreement order.
  [[nodiscard]] const std::vector<Promise>& promises() const { return promises_; }
  // The leads of one group of one of them. Where `by_leads`.
  [[nodiscard]] ChangeSweep leads_of(std::size_t promise, ChangeSweep::Wanted wanted);

 private:
  [[nodiscard]] ChangeSweep sweep(const Promise& promise,
                                  std::optional<ChangeSweep::Wanted> wanted);
  [[nodiscard]] const LeadMatch* match_of(const agreement::Commitment& commitment) const;

  Context context_;
  std::vector<Promise> promises_;
  std::vector<std::unique_ptr<LeadMatch>> matches_;  // by dataset; null: leads cannot be compared
  std::size_t matched_ = 0;
  std::size_t compared_ = 0;
  std::optional<ChangeSweep> sweep_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_CHANGES_H_
