// Any bytes as a data file: the reader agrees with the oracle, one thread with
// three (bit 64 of the first byte: starting threads is slow), and a cell with
// the cell read again.
//
// The first byte chooses delimiter and spec; the rest is the file.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/zone.h"
#include "core/data/bytes.h"
#include "core/data/cells.h"
#include "core/data/csv.h"
#include "core/data/table.h"
#include "tests/core/data/csv_oracle.h"

namespace {

using namespace leadpact;
using namespace leadpact::data;

void check(bool holds) {
  if (!holds) __builtin_trap();
}

void check_reader(std::string_view text, char delimiter) {
  const testing::OracleResult oracle = testing::read_csv_slowly(text, delimiter);
  CsvReader reader(text, delimiter);
  std::vector<Cell> cells;
  std::size_t record = 0;
  while (reader.next(cells)) {
    check(record < oracle.records.size());
    const testing::OracleRecord& want = oracle.records[record++];
    check(reader.record_line() == want.line && reader.record_begin() == want.begin);
    check(cells.size() == want.cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      check((cells[i].plain ? std::string(cells[i].raw) : unquote(cells[i].raw)) == want.cells[i]);
    }
  }
  check(record == oracle.records.size());
  check(reader.unterminated_line() == oracle.unterminated_line);
}

bool same_number(double a, double b) {
  return a == b || (a != a && b != b && is_invalid_number(a) == is_invalid_number(b));
}

void check_same(const Table& a, const Table& b) {
  check(a.rows() == b.rows() && a.kept() == b.kept());
  for (std::size_t row = 0; row < a.rows(); ++row) {
    check(a.line(row) == b.line(row) && a.ragged(row) == b.ragged(row));
    check(a.text(a.column(0), row) == b.text(b.column(0), row));
    check(same_number(a.column(1).numbers[row], b.column(1).numbers[row]));
    check(a.column(2).stamps[row] == b.column(2).stamps[row]);
    check(a.column(3).booleans[row] == b.column(3).booleans[row]);
  }
}

void check_table(std::string_view bytes, unsigned choice) {
  TableSpec spec;
  const char* const columns[] = {"a", "b", "c", "d"};
  const FieldType types[] = {FieldType::text, FieldType::number, FieldType::timestamp,
                             FieldType::boolean};
  for (int i = 0; i < 4; ++i) {
    Field field;
    field.key = columns[i];
    // All fields may read one column, too.
    field.column = (choice & 4) != 0 ? "a" : columns[i];
    field.type = types[i];
    spec.fields.push_back(field);
  }
  spec.id_field = (choice & 8) != 0 ? 0 : -1;
  spec.keep = (choice & 16) != 0 ? Keep::first : Keep::last;
  if ((choice & 32) != 0) spec.empty_values = {"N/A", "-"};
  spec.zone = calendar::Zone::find("Europe/Berlin");

  ReadOptions options;
  const Result<Table> alone = read_table(spec, {{"f", bytes}}, options);
  options.threads = (choice & 64) != 0 ? 3 : 1;
  const Result<Table> together = read_table(spec, {{"f", bytes}}, options);
  check(alone.ok() == together.ok());
  if (!alone.ok()) {
    check(alone.errors() == together.errors());
    for (const Error& error : alone.errors())
      check(!error.place.empty() && !error.message.empty());
    return;
  }
  const Table& table = alone.value();
  check_same(table, together.value());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string raw = table.raw_cell(row, 0);
    check(is_utf8(raw) && trim(raw) == raw);
    const std::string_view text = table.text(table.column(0), row);
    check(text == raw || (text.empty() && (choice & 32) != 0));
  }
  const TableCounts counts = count(table);
  check(counts.rows == table.rows());
  for (const FieldCounts& field : counts.fields) {
    check(field.invalid + field.date_only <= field.filled && field.filled <= table.kept().size());
  }
  for (const Error& error : check_mapping(table))
    check(error.place.substr(0, 2) == "f:");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > (1u << 18)) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const DecodedText text(bytes);
  check(is_utf8(text.view()));
  check_reader(text.view(), ",;\t|"[data[0] & 3]);
  check_table(bytes, data[0]);
  const Result<Layout> guessed = guess_layout(text.view(), "f");
  check(!guessed.ok() || guessed.value().width == guessed.value().header.size());
  return 0;
}
