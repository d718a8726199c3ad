// Which of the loaded leads a stage takes, and which fail by one of its rules
// only, while the rules are written.
//
//   stage                               records   in_words
//   ----------------------------------  --------  ---------------------------
//   country is US, employees 50 or more 1,204     312 of 1,204 loaded leads
//                                                 match; 41 more fail by one
//                                                 rule only.
//
// A sweep goes over the rows once and remembers of each what became of it: the
// counts and the lists are read from that, so they always agree. It is worked
// in slices, so that a million leads do not hold up a frame.
#ifndef LEADPACT_WEB_APP_LIVE_COUNTS_H_
#define LEADPACT_WEB_APP_LIVE_COUNTS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/time.h"
#include "core/rules/compile.h"
#include "core/scoring/score.h"

namespace leadpact::app {

struct LiveCount {
  std::uint64_t matching = 0;
  std::uint64_t of = 0;          // records that count
  std::uint64_t just_short = 0;  // fulfil all rules of the first level but one
  std::string records;           // "leads"
};

class StageSweep {
 public:
  // Over the first loaded dataset of which the stage can be asked; null where
  // there is none. `agreement` is valid and copied; `data` is loaded for it and
  // outlives the sweep.
  static std::unique_ptr<StageSweep> begin(const agreement::Agreement& agreement, std::size_t stage,
                                           const scoring::LoadedData& data,
                                           std::optional<calendar::Instant> as_of);

  // What a frame may take: so many rows times so many rules.
  static constexpr std::size_t kSlice = 100'000;
  // Goes on; true once all rows are counted.
  bool work(std::size_t slice = kSlice);
  [[nodiscard]] bool done() const { return at_ == table_->rows(); }

  // All three once done. Rows of the table, in its order, `most` at most.
  [[nodiscard]] const LiveCount& count() const { return count_; }
  [[nodiscard]] std::vector<std::uint32_t> matching(std::size_t most) const;
  struct Miss {
    std::uint32_t row = 0;
    std::size_t rule = 0;  // index into rules()
  };
  [[nodiscard]] std::vector<Miss> just_short(std::size_t most) const;

  // The rules of the first level, each as a condition; groups come last.
  [[nodiscard]] const std::vector<agreement::Condition>& rules() const { return rules_; }
  [[nodiscard]] const agreement::Agreement& agreement() const { return agreement_; }
  [[nodiscard]] const agreement::Dataset& dataset() const { return *dataset_; }
  [[nodiscard]] const data::Table& table() const { return *table_; }
  [[nodiscard]] rules::Evaluator& evaluator() { return *evaluator_; }

 private:
  StageSweep(const agreement::Agreement& agreement, std::size_t dataset, std::size_t stage,
             const data::Table& table, std::optional<calendar::Instant> as_of);
  void note(std::size_t begin, std::size_t end);

  agreement::Agreement agreement_;
  const agreement::Dataset* dataset_;
  const data::Table* table_;
  std::unique_ptr<rules::Evaluator> evaluator_;
  std::vector<agreement::Condition> rules_;
  std::vector<rules::Evaluator::Prepared> prepared_;
  std::size_t tests_ = 1;  // of a row
  bool by_rule_ = false;   // each rule is needed, so that one alone can fail
  std::size_t at_ = 0;
  std::size_t kept_at_ = 0;
  std::vector<std::uint16_t> outcomes_;  // one a row
  LiveCount count_;
};

// The same at once, for a stage of the agreement's.
[[nodiscard]] std::optional<LiveCount> live_count(const agreement::Agreement& agreement,
                                                  std::size_t stage,
                                                  const scoring::LoadedData& data,
                                                  std::optional<calendar::Instant> as_of);

// How many leads each stage takes; nothing where it cannot be asked, and for
// all where there are more than `most_rows` leads or a dozen stages.
[[nodiscard]] std::vector<std::optional<std::uint64_t>> stage_counts(
    const agreement::Agreement& agreement, const scoring::LoadedData& data,
    std::optional<calendar::Instant> as_of, std::size_t most_rows = 20'000);

// "312 of 1,204 loaded leads match; 41 more fail by one rule only."
[[nodiscard]] std::string in_words(const LiveCount& count);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LIVE_COUNTS_H_
