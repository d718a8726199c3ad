// Random files, read in every way, against the oracle.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/data/bytes.h"
#include "core/data/cells.h"
#include "core/data/csv.h"
#include "core/data/table.h"
#include "tests/core/data/csv_oracle.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

using testing::Dice;

// What a table must say of `text`, whose header is its first record: the cells
// of the oracle, each read by the functions of cells.h.
void expect_as_the_oracle(const TableSpec& spec, const std::string& text, char delimiter,
                          const Result<Table>& result) {
  const testing::OracleResult oracle = testing::read_csv_slowly(text, delimiter);
  if (oracle.unterminated_line != 0) {
    ASSERT_FALSE(result.ok());
    ASSERT_EQ(result.errors()[0].place, "leads.csv:" + std::to_string(oracle.unterminated_line));
    return;
  }
  ASSERT_TRUE(result.ok()) << result.errors()[0].place << result.errors()[0].message;
  const Table& table = result.value();
  ASSERT_EQ(table.rows() + 1, oracle.records.size());
  const std::vector<std::string>& header = oracle.records[0].cells;
  std::map<std::string, std::size_t> kept_of_id;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const testing::OracleRecord& record = oracle.records[row + 1];
    ASSERT_EQ(table.line(row), record.line);
    ASSERT_EQ(table.ragged(row), record.cells.size() != header.size());
    for (std::size_t f = 0; f < spec.fields.size(); ++f) {
      const auto field = static_cast<int>(f);
      std::size_t at = 0;
      while (header[at] != spec.fields[f].column)
        ++at;
      std::string cell = at < record.cells.size() ? record.cells[at] : "";
      ASSERT_EQ(table.raw_cell(row, field), cell);
      for (const std::string& empty : spec.empty_values) {
        if (fold_case(cell) == fold_case(trim(empty))) cell.clear();
      }
      const Column& column = table.column(field);
      switch (spec.fields[f].type) {
        case FieldType::number: {
          const auto number = parse_number(cell, spec.fields[f].decimal);
          ASSERT_EQ(has_number(column.numbers[row]), number.has_value());
          if (number) {
            ASSERT_EQ(column.numbers[row], *number);
          }
          ASSERT_EQ(is_invalid_number(column.numbers[row]), !number && !cell.empty());
          break;
        }
        case FieldType::boolean: {
          const auto truth = parse_boolean(cell);
          ASSERT_EQ(column.booleans[row], cell.empty() ? kEmptyBoolean
                                          : truth      ? static_cast<std::uint8_t>(*truth)
                                                       : kInvalidBoolean);
          break;
        }
        case FieldType::timestamp:
          ASSERT_TRUE(column.stamps[row] ==
                      (cell.empty() ? calendar::Stamp::empty()
                                    : parse_stamp(cell, spec.fields[f].date_order, *spec.zone)));
          break;
        case FieldType::text:
        case FieldType::unset:
          ASSERT_EQ(table.text(column, row), cell);
          break;
      }
      if (field == spec.id_field && !cell.empty()) {
        if (spec.keep == Keep::last) kept_of_id.erase(cell);
        kept_of_id.emplace(cell, row);
      }
    }
  }
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string id = std::string(table.text(table.column(0), row));
    const bool kept = id.empty() || kept_of_id.at(id) == row;
    ASSERT_EQ(table.status(row), kept ? RowStatus::kept : RowStatus::duplicate) << row;
  }
}

TableSpec all_types() {
  TableSpec spec = testing::make_spec({{"id", FieldType::text},
                                       {"n", FieldType::number},
                                       {"b", FieldType::boolean},
                                       {"t", FieldType::timestamp},
                                       {"x", FieldType::text}},
                                      0);
  spec.empty_values = {"-", "N/A"};
  return spec;
}

std::string make_file(Dice& dice, char delimiter, std::size_t size, bool wild) {
  const std::string d(1, delimiter);
  const std::string newline = dice.pick(std::vector<std::string>{"\n", "\r\n", "\r"});
  std::string text = "skip" + d + "id" + d + "t" + d + "n" + d + "b" + d + "x" + newline;
  const std::vector<std::string> cells = {"L1",
                                          "L2",
                                          "L3",
                                          "",
                                          "",
                                          "5",
                                          "1,234",
                                          "(7)",
                                          "yes",
                                          "No",
                                          "0",
                                          "2026-01-15 09:00",
                                          "3/4/2026 9:05 PM",
                                          "2026-01-15",
                                          "25/1/2026",
                                          "-",
                                          "n/a",
                                          "\"\"",
                                          "\"a" + d + "b\"",
                                          "\"two" + newline + "lines\"",
                                          "\"say \"\"hi\"\"\"",
                                          "caf\xC3\xA9",
                                          " spaced ",
                                          "a longer cell than most of them are"};
  const std::vector<std::string> wild_cells = {
      " \"spaced\" ", "\"tail\" end", "5\" disk", "\"", "\"\"\"", "\t", "\"a\"\"", "x\"\"y"};
  while (text.size() < size) {
    std::size_t count = 6;
    if (dice.chance(8)) count = dice.below(10);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += d;
      if (dice.chance(12)) {
        text += "L" + std::to_string(dice.below(1000));
      } else if (wild && dice.chance(30)) {
        text += dice.pick(wild_cells);
      } else {
        text += dice.pick(cells);
      }
    }
    text += dice.chance(40) ? "\n" : newline;
    if (dice.chance(20)) text += newline;
  }
  if (dice.chance(2)) text.pop_back();
  return text;
}

void check_file(const TableSpec& spec, const std::string& text, char delimiter) {
  const auto alone = testing::read_text(spec, text, 1);
  expect_as_the_oracle(spec, text, delimiter, alone);
  if (::testing::Test::HasFatalFailure()) return;
  for (const int threads : {2, 5}) {
    const auto together = testing::read_text(spec, text, threads);
    ASSERT_EQ(alone.ok(), together.ok());
    if (!alone.ok()) {
      ASSERT_EQ(alone.errors(), together.errors());
    } else {
      ASSERT_EQ(testing::difference(alone.value(), together.value()), "");
    }
  }
}

TEST(TableProperties, SmallFiles) {
  Dice dice(21);
  for (int round = 0; round < 1500; ++round) {
    const char delimiter = ",;\t|"[dice.below(4)];
    TableSpec spec = all_types();
    if (dice.chance(2)) spec.keep = Keep::first;
    const std::string text = make_file(dice, delimiter, dice.below(900), round % 2 == 0);
    check_file(spec, text, delimiter);
    if (HasFatalFailure()) {
      ADD_FAILURE() << "round " << round << ": " << ::testing::PrintToString(text);
      return;
    }
  }
}

// Large enough for many windows, batches and chunks.
TEST(TableProperties, LargeFiles) {
  Dice dice(22);
  for (int round = 0; round < 12; ++round) {
    const char delimiter = ",;\t|"[dice.below(4)];
    // An open quote ends a file: so no wild cells in most of them.
    const std::string text =
        make_file(dice, delimiter, 150'000 + dice.below(900'000), round % 4 == 3);
    check_file(all_types(), text, delimiter);
    ASSERT_FALSE(HasFatalFailure()) << "round " << round;
  }
}

// Any bytes at all after the header.
TEST(TableProperties, AnyBytes) {
  Dice dice(23);
  for (int round = 0; round < 3000; ++round) {
    const std::vector<std::string> pieces = {"a",      "\"",        ",",    ",",    " ",
                                             "\t",     "\n",        "\r",   "\"\"", "\xC3\xA9",
                                             ",\"x\"", "\n\"y\n\"", "\xE9", "1"};
    const std::string text = "id,n\n" + testing::random_text(dice, dice.below(200), pieces);
    const TableSpec spec =
        testing::make_spec({{"id", FieldType::text}, {"n", FieldType::number}}, 0);
    const std::string decoded(DecodedText(text).view());
    expect_as_the_oracle(spec, decoded, ',', testing::read_text(spec, text, 1));
    expect_as_the_oracle(spec, decoded, ',', testing::read_text(spec, text, 2));
    ASSERT_FALSE(HasFatalFailure()) << ::testing::PrintToString(text);
  }
}

// The same data in four encodings is the same table.
TEST(TableProperties, EncodingsAgree) {
  Dice dice(24);
  for (int round = 0; round < 20; ++round) {
    const std::string text = make_file(dice, ',', 20'000 + dice.below(150'000), false);
    const auto expected = testing::read_text(all_types(), text, 1);
    ASSERT_TRUE(expected.ok());
    std::string latin;
    std::string little = "\xFF\xFE";
    for (std::size_t i = 0; i < text.size(); ++i) {
      // The files hold no other character beyond ASCII than this.
      const bool accented = text[i] == '\xC3';
      const char c = accented ? '\xE9' : text[i];
      i += accented;
      latin += c;
      little += {c, '\0'};
    }
    for (const std::string& bytes : {latin, little}) {
      for (const int threads : {1, 3}) {
        const auto table = testing::read_text(all_types(), bytes, threads);
        ASSERT_TRUE(table.ok());
        ASSERT_EQ(testing::difference(expected.value(), table.value()), "");
      }
    }
  }
}

}  // namespace
}  // namespace leadpact::data
