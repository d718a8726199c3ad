// Where the time goes on a lead's way: a chain of times, step by step.
//
//   lead   submitted   assigned   contacted
//   -----  ----------  ---------  ---------
//   L1     09:00       11:00      11:30
//   L2     10:00       11:00      (empty)
//   L3     12:00       11:00      14:00
//
//   step                   counted  missing  out of order  median   share
//   ---------------------  -------  -------  ------------  -------  -----
//   submitted → assigned   2        0        1             1 h 30   80 %
//   assigned → contacted   2        1        0             1 h 45   20 %
//
// A step is measured as a `median_time` is (verdict.h), in real or business
// time. Shares are of the leads that took every step, here L1 alone, so that
// they are shares of the same ways. What lies before the assignment is routing
// delay: it is no rep's, so it is not told by owner. Owners are told apart as in a
// breakdown and in the ledger (name_list.h).
#ifndef LEADPACT_CORE_SCORING_CLOCKS_H_
#define LEADPACT_CORE_SCORING_CLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/rules/horizon.h"
#include "core/scoring/name_list.h"
#include "core/scoring/score.h"
#include "core/scoring/verdict.h"

namespace leadpact::scoring {

struct Chain {
  std::size_t dataset = 0;          // index
  std::vector<std::string> fields;  // 2 to kMostTimes timestamp fields, by key
  std::string calendar;             // its id; empty: real time
  std::string owner;                // a text field, by key; empty: none
  friend bool operator==(const Chain& a, const Chain& b) {
    return a.dataset == b.dataset && a.fields == b.fields && a.calendar == b.calendar &&
           a.owner == b.owner;
  }
};
inline constexpr std::size_t kMostTimes = 6;

// The fields of a dataset that may stand in a chain: timestamps, not planned.
[[nodiscard]] std::vector<const data::Field*> chain_fields(const agreement::Dataset& dataset);
// From the inquiry by way of qualified and assigned to the first contact, as
// far as there are such columns; else the times of its first promise of time,
// else its first two. No fields where the dataset has fewer than two.
[[nodiscard]] Chain usual_chain(const agreement::Agreement& agreement, std::size_t dataset);

// A step as a promise: whose measure judges each record of the dataset as the
// sweep does, whatever its period.
[[nodiscard]] agreement::Commitment step_promise(const agreement::Agreement& agreement,
                                                 const Chain& chain, std::size_t step);

struct StepTimes {
  std::uint64_t counted = 0;
  std::uint64_t missing = 0;       // one of the two times
  std::uint64_t out_of_order = 0;  // the later one before the earlier
  std::uint64_t date_alone = 0;    // in business time
  double median = 0;               // seconds, of the counted
  double ninety = 0;               // 90 % of the counted took no longer
};
struct ChainStep {
  StepTimes times;
  bool routing = false;
  double share = 0;  // percent of the whole way
};
struct OwnerTimes {
  NameList::Code code = 0;
  std::string name;  // empty: no owner, or the many others
  bool others = false;
  std::uint32_t joined = 0;  // how many owners are those; NameList::kMostJoined: or more
  std::uint64_t records = 0;
  std::vector<StepTimes> steps;  // of the chain; nothing in those of routing
};

// Goes over the kept records once.
class ChainSweep {
 public:
  // `chain` names what is there; `agreement` is valid, its dataset was given.
  // `data` must outlive this.
  ChainSweep(const agreement::Agreement& agreement, Chain chain, const LoadedData& data,
             calendar::Instant as_of);

  // True once all is ready.
  static constexpr std::size_t kSlice = 50'000;
  bool work(std::size_t rows = kSlice);
  [[nodiscard]] bool ready() const { return ready_; }
  [[nodiscard]] float progress() const;

  // Once ready.
  [[nodiscard]] const Chain& chain() const { return chain_; }
  [[nodiscard]] const std::vector<ChainStep>& steps() const { return steps_; }
  [[nodiscard]] std::uint64_t records() const { return records_; }
  // The whole way, of the records that took every step.
  [[nodiscard]] const StepTimes& whole() const { return whole_; }
  // Those with the most records first; empty without an owner field.
  static constexpr std::size_t kMostOwners = 1000;  // those that come up later are others
  [[nodiscard]] const std::vector<OwnerTimes>& owners() const { return owners_; }
  // Rows of the table that are an owner's.
  [[nodiscard]] std::vector<std::uint32_t> rows(std::size_t owner) const;
  // Records that came in a working day, over the last 13 weeks: days open in
  // the calendar of the chain, Monday to Friday without one.
  [[nodiscard]] std::optional<double> a_working_day() const { return a_day_; }

 private:
  struct Owner {
    std::uint64_t records = 0;
    std::vector<StepTimes> steps;
    std::vector<std::vector<std::int64_t>> seconds;  // by step
  };
  void add(std::uint32_t row);
  [[nodiscard]] Owner& owner_of(std::uint32_t row);
  void finish_step(std::size_t step);
  void finish();

  Chain chain_;
  const data::Table* table_;
  const calendar::Zone* zone_;  // of the dataset
  rules::Horizon horizon_;
  std::unique_ptr<calendar::Hours> hours_;
  TimeJudge judge_;
  std::vector<const calendar::Stamp*> stamps_;
  const data::Column* owner_column_ = nullptr;
  std::size_t at_ = 0;
  std::size_t steps_done_ = 0;
  bool ready_ = false;

  std::vector<ChainStep> steps_;
  std::vector<std::vector<std::int64_t>> seconds_;  // by step
  std::vector<std::int64_t> whole_seconds_;
  std::vector<double> sums_;
  StepTimes whole_;
  std::uint64_t records_ = 0;
  NameList names_;
  std::vector<Owner> found_;           // by name
  std::vector<NameList::Code> codes_;  // by kept record: its owner's name
  std::vector<OwnerTimes> owners_;
  calendar::Day last_day_ = 0;
  std::vector<std::uint64_t> by_day_;  // back from last_day_
  std::optional<double> a_day_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_CLOCKS_H_
