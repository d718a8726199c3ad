#include "core/rules/cell_tests.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/data/cells.h"
#include "core/rules/compare.h"
#include "core/rules/text_match.h"

namespace leadpact::rules {
namespace {

using agreement::Criterion;
using agreement::Op;
using calendar::Stamp;

// `holds(row)` is cheap: every row is asked, without a branch.
template <typename Holds>
class ColumnTest final : public CellTest {
 public:
  explicit ColumnTest(Holds holds) : holds_(std::move(holds)) {}

  void run(Combine how, std::size_t begin, std::size_t end, std::uint8_t* out) const override {
    const std::size_t rows = end - begin;
    const auto asked = [&](std::size_t i) {
      return static_cast<std::uint8_t>(holds_(begin + i) ? 1 : 0);
    };
    switch (how) {
      case Combine::set:
        for (std::size_t i = 0; i < rows; ++i)
          out[i] = asked(i);
        break;
      case Combine::keep:
        for (std::size_t i = 0; i < rows; ++i)
          out[i] &= asked(i);
        break;
      case Combine::add:
        for (std::size_t i = 0; i < rows; ++i)
          out[i] |= asked(i);
        break;
    }
  }

 private:
  Holds holds_;
};

template <typename Holds>
std::unique_ptr<CellTest> column_test(Holds holds) {
  return std::make_unique<ColumnTest<Holds>>(std::move(holds));
}

// Texts are dear: rows that are settled or known already are not asked, and
// what lies all over a file is fetched some rows ahead.
class TextTest final : public CellTest {
 public:
  TextTest(const Criterion& criterion, const data::Table& table, const data::Column& column,
           std::shared_ptr<std::vector<std::uint8_t>> known)
      : matcher_(criterion.op, criterion.values),
        table_(table),
        column_(column),
        known_(std::move(known)) {}

  [[nodiscard]] bool is_dear() const override { return true; }

  void run(Combine how, std::size_t begin, std::size_t end, std::uint8_t* out) const override {
    constexpr std::size_t kAhead = 128;
    std::array<std::string_view, kAhead> cells;
    std::array<std::size_t, kAhead> rows;
    CaseFolder folder;
    const std::uint8_t settled = how == Combine::keep ? 0 : 1;
    std::uint8_t* const known = known_ ? known_->data() : nullptr;
    for (std::size_t row = begin; row < end;) {
      std::size_t count = 0;
      for (; row < end && count < kAhead; ++row) {
        std::uint8_t& answer = out[row - begin];
        if (how != Combine::set && answer == settled) continue;
        if (known != nullptr && known[row] != 0) {
          answer = holds(static_cast<Likeness>(known[row]));
          continue;
        }
        const std::string_view cell = table_.text(column_, row);
        __builtin_prefetch(cell.data());
        __builtin_prefetch(cell.data() + cell.size());
        cells[count] = cell;
        rows[count++] = row;
      }
      for (std::size_t i = 0; i < count; ++i) {
        const Likeness likeness = matcher_.compare(cells[i], folder);
        if (known != nullptr) known[rows[i]] = static_cast<std::uint8_t>(likeness);
        out[rows[i] - begin] = holds(likeness);
      }
    }
  }

 private:
  [[nodiscard]] std::uint8_t holds(Likeness likeness) const {
    return static_cast<std::uint8_t>(matcher_.holds(likeness) ? 1 : 0);
  }

  TextMatcher matcher_;
  const data::Table& table_;
  const data::Column& column_;
  std::shared_ptr<std::vector<std::uint8_t>> known_;
};

std::optional<double> number_value(const Criterion& criterion, std::size_t index) {
  if (index >= criterion.values.size()) return std::nullopt;
  return data::parse_plain_number(data::trim(criterion.values[index]));
}

}  // namespace

std::shared_ptr<std::vector<std::uint8_t>> KnownTexts::find(const Criterion& criterion,
                                                            std::size_t rows) {
  Criterion wanted = criterion;
  wanted.op = likening(criterion.op);
  for (const Known& known : known_) {
    if (known.criterion == wanted) return known.rows;
  }
  if (known_.size() == kMost) return nullptr;
  known_.push_back({std::move(wanted), std::make_shared<std::vector<std::uint8_t>>(rows)});
  return known_.back().rows;
}

std::unique_ptr<CellTest> constant_test(bool holds) {
  return column_test([holds](std::size_t) { return holds; });
}

std::unique_ptr<CellTest> mask_test(const std::vector<std::uint8_t>& mask) {
  return column_test([cells = mask.data()](std::size_t row) { return cells[row] != 0; });
}

std::unique_ptr<CellTest> text_test(const Criterion& criterion, const data::Table& table,
                                    const data::Column& column, KnownTexts& known) {
  if (criterion.op == Op::is_filled || criterion.op == Op::is_empty) {
    const bool wanted = criterion.op == Op::is_empty;
    return column_test([&table, &column, wanted](std::size_t row) {
      return table.text(column, row).empty() == wanted;
    });
  }
  return std::make_unique<TextTest>(criterion, table, column, known.find(criterion, table.rows()));
}

std::unique_ptr<CellTest> number_test(const Criterion& criterion,
                                      const std::vector<double>& numbers) {
  const double* cells = numbers.data();
  if (criterion.op == Op::is_filled) {
    return column_test([cells](std::size_t row) { return data::has_number(cells[row]); });
  }
  if (criterion.op == Op::is_empty) {
    return column_test([cells](std::size_t row) { return !data::has_number(cells[row]); });
  }
  const auto value = number_value(criterion, 0);
  if (!value) return constant_test(false);
  const double v = *value;
  // A cell without a number is a NaN, which fulfils none of these.
  switch (criterion.op) {
    case Op::equals:
      return column_test([=](std::size_t row) { return is_equal(cells[row], v); });
    case Op::at_least:
      return column_test([=](std::size_t row) { return is_at_least(cells[row], v); });
    case Op::at_most:
      return column_test([=](std::size_t row) { return is_at_most(cells[row], v); });
    case Op::more_than:
      return column_test([=](std::size_t row) { return is_more_than(cells[row], v); });
    case Op::less_than:
      return column_test([=](std::size_t row) { return is_less_than(cells[row], v); });
    case Op::between: {
      const auto second = number_value(criterion, 1);
      if (!second) return constant_test(false);
      return column_test([=, w = *second](std::size_t row) {
        return is_at_least(cells[row], v) && is_at_most(cells[row], w);
      });
    }
    default:
      return constant_test(false);
  }
}

std::unique_ptr<CellTest> boolean_test(const Criterion& criterion,
                                       const std::vector<std::uint8_t>& booleans) {
  const std::uint8_t* cells = booleans.data();
  if (criterion.op == Op::is_filled) {
    return column_test([cells](std::size_t row) { return cells[row] < data::kEmptyBoolean; });
  }
  if (criterion.op == Op::is_empty) {
    return column_test([cells](std::size_t row) { return cells[row] >= data::kEmptyBoolean; });
  }
  if (criterion.op != Op::is && criterion.op != Op::is_not) return constant_test(false);
  unsigned wanted = 0;  // bit 0: false is among the values, bit 1: true is
  for (const std::string& text : criterion.values) {
    if (const auto value = data::parse_boolean(data::trim(text))) wanted |= *value ? 2u : 1u;
  }
  const bool inverted = criterion.op == Op::is_not;
  // Empty and unreadable cells are 2 and 3: bits that are never wanted.
  return column_test([cells, wanted, inverted](std::size_t row) {
    return (((wanted >> cells[row]) & 1u) != 0) != inverted;
  });
}

std::unique_ptr<CellTest> stamp_test(const Criterion& criterion, const data::Field& field,
                                     const std::vector<Stamp>& stamps,
                                     const StampContext& context) {
  const Stamp* cells = stamps.data();
  const Horizon horizon = field.planned ? Horizon() : context.horizon;
  if (criterion.op == Op::is_filled) {
    return column_test([=](std::size_t row) { return horizon.sees(cells[row]); });
  }
  if (criterion.op == Op::is_empty) {
    return column_test([=](std::size_t row) { return !horizon.sees(cells[row]); });
  }
  const bool before = criterion.op == Op::before;
  if ((!before && criterion.op != Op::on_or_after) || criterion.values.empty()) {
    return constant_test(false);
  }
  const Stamp value =
      data::parse_stamp(data::trim(criterion.values[0]), field.date_order, *context.dataset);
  if (!value.has_value()) return constant_test(false);
  const calendar::Instant instant = calendar::instant_of(value, *context.agreement);
  const calendar::Day day = first_day_from(instant, *context.agreement);
  return column_test([=](std::size_t row) {
    const Stamp cell = cells[row];
    if (!horizon.sees(cell)) return false;
    return (cell.date_only() ? cell.day() < day : cell.instant() < instant) == before;
  });
}

}  // namespace leadpact::rules
