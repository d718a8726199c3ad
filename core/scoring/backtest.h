// What a promise would have come to with another limit or target, before
// anybody signs it.
//
// Of every record of a `within` it is kept which limit it takes (seconds, or
// days), by period and in order; then any limit is answered by looking up.
// Records without a `to` stand apart: under a limit they are past they failed,
// under a longer one they are pending, as the score would have it.
//
//   within, as of 12:00    needs        limit 1 h   limit 2 h   limit 4 h
//   ---------------------  -----------  ----------  ----------  ----------
//   09:00 to 09:30         30 min       met         met         met
//   09:00 to 11:30         2 h 30       failed      failed      met
//   09:00, no `to`         3 h so far   failed      failed      pending
//   value                               33.3 %      33.3 %      100 %
//
//   promise                 what can be tried
//   ----------------------  ---------------------------------
//   within                  limit and target
//   median_time             target, against the times behind it
//   any other               target
//
// Source: scoring.md, 4 and 5.
#ifndef LEADPACT_CORE_SCORING_BACKTEST_H_
#define LEADPACT_CORE_SCORING_BACKTEST_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/limit_scale.h"
#include "core/scoring/context.h"
#include "core/scoring/measure.h"
#include "core/scoring/period_status.h"
#include "core/scoring/score.h"

namespace leadpact::scoring {

// Commitments by index, goals after them; null where there is none.
[[nodiscard]] const agreement::Commitment* promise_at(const agreement::Agreement& agreement,
                                                      std::size_t index);

class BackTest {
 public:
  // `agreement` is valid and copied, `index` is there. `data` is loaded for it
  // and must outlive the last work().
  BackTest(agreement::Agreement agreement, std::size_t index, const LoadedData& data,
           calendar::Instant as_of);
  ~BackTest();
  BackTest(const BackTest&) = delete;
  BackTest& operator=(const BackTest&) = delete;

  // Goes on by so many rows, or orders a period; true once all is ready.
  static constexpr std::size_t kSlice = 100'000;
  bool work(std::size_t rows = kSlice);
  [[nodiscard]] bool ready() const { return stage_ == Stage::ready; }
  [[nodiscard]] float progress() const;

  // All below once ready.
  [[nodiscard]] const agreement::Agreement& agreement() const { return agreement_; }
  [[nodiscard]] const agreement::Commitment& promise() const { return promise_; }
  // Of a `within`; nothing for others, which no limit changes.
  [[nodiscard]] const std::optional<calendar::Limit>& limit() const { return limit_; }
  // Whether there are times behind the value: within and median_time.
  [[nodiscard]] bool has_times() const;

  struct Trial {
    std::int64_t limit = 0;  // as calendar::amount_of counts; of a `within` only
    double target = 0;
    friend bool operator==(const Trial& a, const Trial& b) {
      return a.limit == b.limit && a.target == b.target;
    }
  };
  // What the promise says.
  [[nodiscard]] Trial agreed() const;
  // The periods as score() would have them were this agreed.
  [[nodiscard]] std::vector<PeriodScore> periods(const Trial& trial) const;
  [[nodiscard]] std::size_t period_count() const { return periods_.size(); }

  // All records of the periods from `first` on together, under a limit.
  struct Pool {
    std::uint64_t met = 0, failed = 0, pending = 0;
    std::optional<double> value;  // of met and failed, in percent
  };
  [[nodiscard]] Pool pool(std::int64_t limit, std::size_t first = 0) const;
  // The shortest limit under which `share` percent of them are met; nothing
  // where no record was ever finished.
  [[nodiscard]] std::optional<std::int64_t> needed(double share, std::size_t first = 0) const;
  // The value of the pool on so many limits, evenly from one to the other.
  [[nodiscard]] std::vector<std::optional<double>> curve(std::int64_t from, std::int64_t to,
                                                         std::size_t points,
                                                         std::size_t first = 0) const;

  // Of the finished ones: how many took no longer; and the shortest time in
  // which `share` percent of them were done, 0 without any.
  [[nodiscard]] std::uint64_t done_within(std::int64_t time, std::size_t first = 0) const;
  [[nodiscard]] std::int64_t time_of(double share, std::size_t first = 0) const;

 private:
  enum class Stage : std::uint8_t { conditions, rows, order, ready };
  struct Times {
    std::vector<std::int64_t> done;  // what the finished ones took
    std::vector<std::int64_t> open;  // what the others have taken so far
  };
  bool go_on(std::size_t rows);  // whether the next stage is for another slice
  void note(std::size_t row);
  void finish();
  [[nodiscard]] Tally tally(std::size_t period, std::int64_t limit) const;
  [[nodiscard]] std::int64_t longest(bool open_too) const;

  const agreement::Agreement agreement_;
  const agreement::Commitment& promise_;
  calendar::Instant as_of_;
  std::optional<calendar::Limit> limit_;
  std::unique_ptr<Context> context_;  // until ready
  std::optional<rules::Evaluator::Prepared> where_, of_;
  RecordMeasure::Masks masks_;
  std::optional<RecordMeasure> measure_;
  const data::Table* table_ = nullptr;
  Stage stage_ = Stage::conditions;
  std::size_t at_ = 0;

  std::vector<calendar::Period> periods_;
  std::vector<Source> sources_;
  std::vector<Tally> tallies_;  // as agreed
  std::vector<Times> times_;
  std::unique_ptr<calendar::Hours> hours_;  // of the measure
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_BACKTEST_H_
