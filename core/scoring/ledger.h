// The ledger of rejected leads: what sales handed back, why, whose it was, how
// long ago, and what became of it.
//
//   decision  status       rejected  answered  state       the answer
//   --------  -----------  --------  --------  ----------  -------------------
//   Rejected  Unqualified  Mon 2nd   Tue 3rd   returned    in time (2 business
//                                                          days, so by Wed)
//   Rejected  Nurture      Mon 2nd   Fri 6th   nurtured    late
//   Rejected  Unqualified  Mon 2nd             unanswered  overdue from Wed on;
//                                                          until then awaited
//   Rejected  Unqualified                      unanswered  not to be judged
//   Accepted  Unqualified                      not in it: the decision tells
//             Unqualified                      unanswered: so does the status
//
// Which column is which is told by agreement/handback.h. Where a decision is
// filled in, it alone tells; else a rejection date, a yes, a reason or a status
// hands back. A lead with an answer is returned, or nurtured where its answer,
// status, stage or decision says so. Answers are judged as a promise is
// (verdict.h). Rejections before or after the agreement's time are no part of it
// but counted; those without a date are, with an unknown age.
//
// Silence: a lead that the promise to accept or reject counts, without any
// decision though its time is up, counts as accepted.
#ifndef LEADPACT_CORE_SCORING_LEDGER_H_
#define LEADPACT_CORE_SCORING_LEDGER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/agreement/handback.h"
#include "core/calendar/period.h"
#include "core/rules/compile.h"
#include "core/rules/horizon.h"
#include "core/scoring/name_list.h"
#include "core/scoring/period_index.h"
#include "core/scoring/record_ids.h"
#include "core/scoring/sample.h"
#include "core/scoring/score.h"
#include "core/scoring/verdict.h"

namespace leadpact::scoring {

enum class HandbackState : std::uint8_t { returned, nurtured, unanswered };
inline constexpr std::size_t kHandbackStates = 3;

// Days since the rejection; the last is for those without a date.
enum class AgeBand : std::uint8_t { week, month, quarter, older, unknown };
inline constexpr std::size_t kAgeBands = 5;

struct Rejected {
  std::uint32_t row = 0;
  std::uint32_t reason = 0;  // index into Ledger::reasons
  std::uint32_t owner = 0;   // index into Ledger::owners
  std::int32_t age = -1;     // days; -1 without a date
  PeriodSlot period = kWithoutAt;
  HandbackState state = HandbackState::unanswered;
  // met: in time. pending: awaited. failed: late, or overdue where unanswered.
  Outcome answer = Outcome::left_out;
};
[[nodiscard]] AgeBand age_band(const Rejected& lead);

struct Ledger {
  agreement::HandbackColumns columns;
  std::optional<agreement::ReviewLimit> review;
  std::vector<calendar::Period> periods;  // reporting periods
  std::vector<ListedName> reasons, owners;
  std::vector<Rejected> leads;  // in the order of the file
  std::uint64_t outside = 0;    // rejected before or after the agreement's time
  // Of the promise to accept or reject, an index; without it nothing is silent.
  std::optional<std::size_t> decision;
  std::vector<std::uint32_t> silent;  // rows
  std::uint64_t undecided = 0;        // not decided either, but still in time
};

// Which of them; nothing asks for all.
struct LedgerFilter {
  std::optional<std::size_t> period;
  std::optional<std::uint32_t> reason, owner;
  std::optional<AgeBand> age;
  std::optional<HandbackState> state;
  bool late = false;  // an answer that is late or overdue

  [[nodiscard]] bool takes(const Rejected& lead) const;
};

struct LedgerCount {
  std::uint64_t leads = 0, unanswered = 0, late = 0;  // late: or overdue
};
struct LedgerTally {
  LedgerCount all;
  std::vector<LedgerCount> reasons, owners;  // as in the ledger
  std::array<LedgerCount, kAgeBands> ages;
  std::array<LedgerCount, kHandbackStates> states;
};
[[nodiscard]] LedgerTally tally(const Ledger& ledger, const LedgerFilter& filter);
// Indices of those that have leads: the most first, of as many the one that came
// up first, others last.
[[nodiscard]] std::vector<std::uint32_t> by_size(const std::vector<ListedName>& names,
                                                 const std::vector<LedgerCount>& counts);

// Goes over the kept records of a dataset once.
class LedgerSweep {
 public:
  static constexpr std::size_t kMostNames = 200;  // those that come up later are others
  static constexpr std::size_t kSlice = 50'000;

  // `agreement` is valid, `dataset` an index that was given; both and `data`
  // outlive this.
  LedgerSweep(const agreement::Agreement& agreement, std::size_t dataset, const LoadedData& data,
              calendar::Instant as_of);

  // Goes on; true once it is done.
  bool work(std::size_t rows = kSlice);
  [[nodiscard]] bool done() const { return next_ == table_.kept().size(); }
  [[nodiscard]] float progress() const;
  // Once done.
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }

  // Cells of a lead as the score sees them.
  [[nodiscard]] calendar::Stamp rejected_at(std::uint32_t row) const {
    return seen(ledger_.columns.when(), row);
  }
  [[nodiscard]] calendar::Stamp answered_at(std::uint32_t row) const {
    return seen(ledger_.columns.answered, row);
  }
  // When the answer is due; nothing without a date or a limit.
  [[nodiscard]] std::optional<calendar::Instant> answer_due(std::uint32_t row) const;
  // Of a silent lead: when it was handed over, and when its time was up.
  [[nodiscard]] calendar::Stamp handed_at(std::uint32_t row) const {
    return seen(decision_from_, row);
  }
  [[nodiscard]] std::optional<calendar::Instant> decision_due(std::uint32_t row) const;
  // As written; empty where there is none.
  [[nodiscard]] std::string id(std::uint32_t row) const;
  [[nodiscard]] std::string_view reason(std::uint32_t row) const {
    return text(ledger_.columns.reason, row);
  }
  [[nodiscard]] std::string_view owner(std::uint32_t row) const {
    return text(ledger_.columns.owner, row);
  }
  // Offers the lead of that row to a sample, by its id.
  void draw(std::uint32_t row, std::uint32_t lead, Sample& sample) const;

 private:
  enum Says : std::uint8_t { kBack = 1, kNurture = 2 };
  using Code = NameList::Code;

  void add(std::uint32_t row, bool promised);
  [[nodiscard]] std::string_view text(int field, std::uint32_t row) const;
  [[nodiscard]] calendar::Stamp seen(int field, std::uint32_t row) const;
  [[nodiscard]] Code says(int field, std::uint32_t row);
  [[nodiscard]] bool is_rejected(std::uint32_t row);
  [[nodiscard]] HandbackState state_of(std::uint32_t row, calendar::Stamp answered);
  void note_silence(std::uint32_t row);

  const data::Table& table_;
  const calendar::Zone* zone_;  // of the dataset
  rules::Horizon horizon_;
  calendar::Day today_;
  RecordIds ids_;
  Ledger ledger_;
  PeriodIndex periods_;
  std::unique_ptr<calendar::Hours> review_hours_, decision_hours_;
  std::optional<TimeJudge> answer_judge_, decision_judge_;
  int decision_at_ = -1, decision_from_ = -1, decision_to_ = -1;
  std::unique_ptr<rules::Evaluator> evaluator_;
  std::optional<rules::Evaluator::Prepared> where_;  // of the promise to decide
  rules::Mask mask_;                                 // of a slice of rows
  NameList reasons_, owners_;
  std::unordered_map<std::string_view, Code> words_;  // what texts say
  std::size_t next_ = 0;                              // index into the kept rows
};

// The seed that is used where none is asked for: the agreement's id and the
// first day of the period, or "all".
[[nodiscard]] std::string usual_seed(const agreement::Agreement& agreement, const Ledger& ledger,
                                     std::optional<std::size_t> period);
// Indices into the ledger's leads, of those the filter takes.
struct LedgerSample {
  std::vector<std::uint32_t> leads;
  std::uint64_t of = 0;          // leads to draw from
  std::uint64_t without_id = 0;  // not to be drawn
};
[[nodiscard]] LedgerSample draw_sample(const LedgerSweep& sweep, const LedgerFilter& filter,
                                       const std::string& seed, std::size_t size);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_LEDGER_H_
