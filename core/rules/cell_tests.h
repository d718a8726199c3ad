// One criterion made ready for one column, run over ranges of rows.
//
//   how      out before  test on the rows  out after
//   -------  ----------  ----------------  ----------
//   set      ? ? ? ?     1 0 1 0           1 0 1 0
//   keep     1 1 0 0     1 0 1 0           1 0 0 0     (all)
//   add      1 1 0 0     1 0 1 0           1 1 1 0     (any)
#ifndef LEADPACT_CORE_RULES_CELL_TESTS_H_
#define LEADPACT_CORE_RULES_CELL_TESTS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/zone.h"
#include "core/data/field.h"
#include "core/data/table.h"
#include "core/rules/horizon.h"

namespace leadpact::rules {

enum class Combine { set, keep, add };

class CellTest {
 public:
  CellTest() = default;
  virtual ~CellTest() = default;
  CellTest(const CellTest&) = delete;
  CellTest& operator=(const CellTest&) = delete;

  // Whether it is better asked of few rows.
  [[nodiscard]] virtual bool is_dear() const { return false; }
  // Writes one byte a row of [begin, end) to `out`. May run in several threads
  // at a time.
  virtual void run(Combine how, std::size_t begin, std::size_t end, std::uint8_t* out) const = 0;
};

// The zones a timestamp's value is read in, and how far is seen.
struct StampContext {
  const calendar::Zone* agreement = nullptr;
  const calendar::Zone* dataset = nullptr;
  Horizon horizon;
};

// What is known of a text column's likeness to some values, so that a criterion
// that several conditions repeat reads the texts once: those lie all over a
// file, and fetching them is most of what the test takes.
class KnownTexts {
 public:
  // The bytes of a criterion, one a row, rules::Likeness::unknown at first;
  // none once as many criteria are known as memory is worth.
  [[nodiscard]] std::shared_ptr<std::vector<std::uint8_t>> find(
      const agreement::Criterion& criterion, std::size_t rows);

 private:
  static constexpr std::size_t kMost = 16;
  struct Known {
    agreement::Criterion criterion;
    std::shared_ptr<std::vector<std::uint8_t>> rows;
  };
  std::vector<Known> known_;
};

// Columns and masks must outlive the tests. A criterion that validation would
// refuse never holds.
[[nodiscard]] std::unique_ptr<CellTest> text_test(const agreement::Criterion& criterion,
                                                  const data::Table& table,
                                                  const data::Column& column, KnownTexts& known);
[[nodiscard]] std::unique_ptr<CellTest> number_test(const agreement::Criterion& criterion,
                                                    const std::vector<double>& cells);
[[nodiscard]] std::unique_ptr<CellTest> boolean_test(const agreement::Criterion& criterion,
                                                     const std::vector<std::uint8_t>& cells);
[[nodiscard]] std::unique_ptr<CellTest> stamp_test(const agreement::Criterion& criterion,
                                                   const data::Field& field,
                                                   const std::vector<calendar::Stamp>& cells,
                                                   const StampContext& context);
[[nodiscard]] std::unique_ptr<CellTest> mask_test(const std::vector<std::uint8_t>& mask);
[[nodiscard]] std::unique_ptr<CellTest> constant_test(bool holds);

}  // namespace leadpact::rules

#endif  // LEADPACT_CORE_RULES_CELL_TESTS_H_
