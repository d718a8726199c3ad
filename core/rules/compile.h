// Conditions compiled once and run over columns.
//
// A condition is a tree of plain tests on cells. Compiling resolves fields to
// columns, folds and parses the values, and follows `meets` to the stages'
// definitions, each stage and the lead score computed once for a row.
//
//   condition                                  on a row                holds
//   -----------------------------------------  ----------------------  -----
//   country is [Germany, France]               "GERMANY"               1
//   employees at_least 50                      (empty)                 0
//   title not_contains [intern]                (empty)                 1
//   all of nothing, negate                     any                     1
//
// Source: scoring.md, 3.
#ifndef LEADPACT_CORE_RULES_COMPILE_H_
#define LEADPACT_CORE_RULES_COMPILE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/zone.h"
#include "core/data/table.h"

namespace leadpact::rules {

// One byte a row of the table: 1 where the condition holds. Rows that do not
// count have a value too.
using Mask = std::vector<std::uint8_t>;

// Runs conditions over one table. `agreement` must be valid and outlive this,
// as must `table`.
class Evaluator {
 public:
  // Timestamps later than `as_of` are taken as empty, but for planned fields;
  // without as_of (as `only` sees cells) none are.
  struct View {
    const calendar::Zone* agreement_zone = nullptr;
    bool has_as_of = false;
    calendar::Instant as_of = 0;
  };

  Evaluator(const agreement::Agreement& agreement, const agreement::Dataset& dataset,
            const data::Table& table, const View& view, int threads = 1);
  ~Evaluator();
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  // The rows that fulfil the condition.
  [[nodiscard]] Mask evaluate(const agreement::Condition& condition);

  // A condition made ready, for who goes over the rows in their own time: a
  // page counts a million rows over several frames. Outlived by its evaluator.
  class Prepared {
   public:
    ~Prepared();
    Prepared(Prepared&&) noexcept;
    Prepared& operator=(Prepared&&) noexcept;
    // One byte a row of [begin, end) to `out`. Of the stages and the lead score
    // it asks for, the rows before `end` are computed with it.
    void run(std::size_t begin, std::size_t end, std::uint8_t* out) const;

   private:
    friend class Evaluator;
    struct Ready;
    explicit Prepared(std::unique_ptr<Ready> ready);
    std::unique_ptr<Ready> ready_;
  };
  [[nodiscard]] Prepared prepare(const agreement::Condition& condition);

  // The lead score of every row; computed at the first call. Only for the
  // dataset that lead_scoring names.
  [[nodiscard]] const std::vector<double>& lead_scores();
  // The same of the rows [begin, end) alone, written to `scores`, for going
  // through a long table in slices.
  void score_rows(std::size_t begin, std::size_t end, double* scores);
  // Which of the scoring rules fit a row, one byte a rule.
  [[nodiscard]] Mask rules_met(std::size_t row);

  // A timestamp cell as the score sees it.
  [[nodiscard]] calendar::Stamp stamp(int field, std::size_t row) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace leadpact::rules

#endif  // LEADPACT_CORE_RULES_COMPILE_H_
