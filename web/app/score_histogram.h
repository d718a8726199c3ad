// How many leads have how many points.
//
// Leads are scored once for the rules; a threshold that moves only reads the
// sums again.
//
//   scores of the leads   at_least(20)   bars, step 10
//   --------------------  -------------  ------------------------------------
//   20 20 55              3              20 to 29: 2 … 50 to 59: 1
//   -5 0 0.5              0              -10 to under 0: 1, 0 to under 10: 2
#ifndef LEADPACT_WEB_APP_SCORE_HISTOGRAM_H_
#define LEADPACT_WEB_APP_SCORE_HISTOGRAM_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/rules/compile.h"

namespace leadpact::app {

class ScoreCounts {
 public:
  // The leads with so many points or more, as a stage's rule counts them.
  [[nodiscard]] std::uint64_t at_least(double points) const;
  [[nodiscard]] std::uint64_t leads() const { return from_.empty() ? 0 : from_.front(); }
  [[nodiscard]] bool empty() const { return scores_.empty(); }
  [[nodiscard]] double least() const { return scores_.front(); }
  [[nodiscard]] double most() const { return scores_.back(); }
  [[nodiscard]] bool are_whole() const { return whole_; }  // no score has a fraction

 private:
  friend class ScoreCounter;
  [[nodiscard]] std::uint64_t from(std::size_t index) const {
    return index < from_.size() ? from_[index] : 0;
  }
  std::vector<double> scores_;       // each once, ascending
  std::vector<std::uint64_t> from_;  // leads with that score or a higher one
  bool whole_ = true;
};

// Scores the kept rows of a table slice by slice, so that a page goes on
// meanwhile. `evaluator` and `table` must outlive it.
class ScoreCounter {
 public:
  ScoreCounter(rules::Evaluator& evaluator, const data::Table& table)
      : evaluator_(evaluator), table_(table), rows_(table.rows()) {}

  // Counts up to so many rows more; false when there was nothing left to do.
  bool count(std::size_t rows);
  [[nodiscard]] bool done() const { return next_ >= rows_; }
  [[nodiscard]] float progress() const;
  // Of what was counted so far.
  [[nodiscard]] ScoreCounts counts() const;

 private:
  rules::Evaluator& evaluator_;
  const data::Table& table_;
  const std::size_t rows_;
  std::size_t next_ = 0;  // row
  std::size_t kept_ = 0;  // index into the table's kept rows, of the first from next_ on
  std::vector<double> scores_;
  std::unordered_map<double, std::uint64_t> counted_;
};

struct ScoreBar {
  double from = 0, to = 0;  // from <= score < to
  std::uint64_t leads = 0;
  std::string label;  // "20 to 29"
  std::string edge;   // "20"
};

// Bars of one width from the lowest score, or 0, to the highest, or `most`;
// at most `bars` and two more. Empty without leads.
[[nodiscard]] std::vector<ScoreBar> score_bars(const ScoreCounts& counts, double most,
                                               std::size_t bars);

// 1, 2 or 5 times a power of ten, not below `least`.
[[nodiscard]] double nice_step(double least);

// By how much a threshold moves at a time on such bars.
[[nodiscard]] double threshold_step(const std::vector<ScoreBar>& bars);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_SCORE_HISTOGRAM_H_
