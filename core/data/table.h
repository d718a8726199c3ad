// A dataset read into typed columns.
//
// One or more CSV files go in, each with its own header; a `Table` comes out:
// one column a field, one row a record, in file order. Rows keep what the
// score must be able to show later: which file and line they come from and why
// they do not count. Texts are not copied: a column refers to the files'
// bytes, so those must outlive the table.
//
//   rows   file       line  id   status
//   -----  ---------  ----  ---  ---------------------------------------
//   0      leads.csv     2  L1   duplicate   (a later L1 is kept)
//   1      leads.csv     3  L2   kept
//   2      new.csv       2  L1   kept
//
// Source: scoring.md, 2 and 8.
#ifndef LEADPACT_CORE_DATA_TABLE_H_
#define LEADPACT_CORE_DATA_TABLE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/limit.h"
#include "core/calendar/zone.h"
#include "core/data/field.h"
#include "core/result.h"

namespace leadpact::data {

// A file as it was given: its name for people, and its bytes.
struct FileInput {
  std::string name;
  std::string_view bytes;
};

struct TableSpec {
  std::vector<Field> fields;
  int id_field = -1;  // index into fields, or none
  Keep keep = Keep::last;
  std::vector<std::string> empty_values;
  const calendar::Zone* zone = nullptr;
};

struct ReadOptions {
  int threads = 1;
  // Called now and then with the bytes read so far over all files, from the
  // calling thread. Returning false stops the reading (see read_table).
  std::function<bool(std::uint64_t)> progress;
};

enum class RowStatus : std::uint8_t { kept, duplicate, excluded };

// Where a text cell lies: bytes of a file, or of the table's own store.
struct TextRef {
  std::uint64_t bits = 0;
};

// A field's cells, one a row; the vector of its type is filled, others empty.
struct Column {
  FieldType type = FieldType::unset;
  std::vector<TextRef> texts;
  std::vector<double> numbers;         // kEmptyNumber, kInvalidNumber: see is_empty_number
  std::vector<std::uint8_t> booleans;  // 0, 1, kEmptyBoolean, kInvalidBoolean
  std::vector<calendar::Stamp> stamps;
};

inline constexpr std::uint8_t kEmptyBoolean = 2;
inline constexpr std::uint8_t kInvalidBoolean = 3;

// Numbers without a value are NaNs, told apart by payload.
[[nodiscard]] double empty_number();
[[nodiscard]] double invalid_number();
[[nodiscard]] bool is_invalid_number(double number);
[[nodiscard]] inline bool has_number(double number) {
  return number == number;
}

// Cells written a/b/year or a-b-year, by the orders in which they are dates.
// `either` only where the two are different days: "3/3/2026" is one day. Such
// cells alone do not say which order is meant.
struct DateForms {
  std::uint64_t month_first = 0;  // in that order only
  std::uint64_t day_first = 0;
  std::uint64_t either = 0;
  // How many cells are dates in that order only.
  [[nodiscard]] std::uint64_t only(DateOrder order) const {
    return order == DateOrder::mdy ? month_first : day_first;
  }
};

// What the kept rows say about a field, in field order (scoring.md, 2).
struct FieldCounts {
  std::uint64_t filled = 0;  // with a value, readable or not
  std::uint64_t invalid = 0;
  std::uint64_t date_only = 0;
  DateForms dates;  // over all rows, kept or not
};
struct TableCounts {
  std::uint64_t rows = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t excluded = 0;
  std::uint64_t ragged_rows = 0;
  std::vector<FieldCounts> fields;
};

class Table {
 public:
  Table();
  Table(Table&&) noexcept;
  Table& operator=(Table&&) noexcept;
  ~Table();

  [[nodiscard]] std::size_t rows() const;
  [[nodiscard]] const std::vector<Field>& fields() const;
  // The index of a field by key, or -1.
  [[nodiscard]] int find_field(std::string_view key) const;
  [[nodiscard]] const Column& column(int field) const;
  // The text of a text cell; empty where the cell is.
  [[nodiscard]] std::string_view text(const Column& column, std::size_t row) const;

  [[nodiscard]] RowStatus status(std::size_t row) const;
  [[nodiscard]] bool ragged(std::size_t row) const;
  // Index into file_names(), and the line the record starts on (from 1).
  [[nodiscard]] std::size_t file(std::size_t row) const;
  [[nodiscard]] std::uint32_t line(std::size_t row) const;
  [[nodiscard]] const std::vector<std::string>& file_names() const;

  // Marks kept rows as excluded where `holds` (one byte a row) is 0. Once.
  void exclude_where_not(const std::vector<std::uint8_t>& holds);

  // The rows that count, in order. Valid until exclude_where_not.
  [[nodiscard]] const std::vector<std::uint32_t>& kept() const;

  [[nodiscard]] TableCounts counts() const;

  // The cell as written (trimmed, unquoted), read again from its file; for
  // working shown to people and for error messages, not for scoring.
  [[nodiscard]] std::string raw_cell(std::size_t row, int field) const;

  // The first `most` cells of a record as written, also those no field reads.
  struct RawRecord {
    std::vector<std::string> cells;
    std::size_t count = 0;  // of all its cells
    std::size_t width = 0;  // of its file's header
  };
  [[nodiscard]] RawRecord raw_record(std::size_t row, std::size_t most) const;

  struct State;  // opaque: table_state.h
  explicit Table(std::unique_ptr<State> state);

 private:
  std::unique_ptr<State> state_;
};

// The same as read_table, a piece at a time: for where nothing else could run
// meanwhile.
//
//   TableReading reading(spec, files);
//   while (reading.step()) show(reading.done());
//   Result<Table> table = reading.finish();
class TableReading {
 public:
  // The files' bytes must outlive the table.
  TableReading(TableSpec spec, std::vector<FileInput> files);
  TableReading(TableReading&&) noexcept;
  TableReading& operator=(TableReading&&) noexcept;
  ~TableReading();

  // Reads about half a mebibyte, or does a part of what comes after that; false when
  // nothing is left to do.
  bool step();
  // Bytes read so far, over all files.
  [[nodiscard]] std::uint64_t done() const;
  // Once step() was false: the table, or what read_table says is wrong.
  [[nodiscard]] Result<Table> finish();

 private:
  class Steps;
  std::unique_ptr<Steps> steps_;
};

// Reads the files in order. Errors: no header, an unterminated quote, a cell
// of more than 16 MiB, more than 4,000,000,000 rows. Duplicates are settled
// (spec.keep); `only` is the caller's: see exclude_where_not.
// The result has no value and no error's place but an empty one when
// `progress` asked to stop (code bad_value, message "stopped").
[[nodiscard]] Result<Table> read_table(const TableSpec& spec, const std::vector<FileInput>& files,
                                       const ReadOptions& options = {});

[[nodiscard]] inline TableCounts count(const Table& table) {
  return table.counts();
}

// The two checks that refuse a wrong mapping: more than half of at least 20
// filled cells unreadable; all dates in the other order. Over the kept rows of
// all files; place is FILE:LINE of the first such cell. Reads again what was left out
// only to word an error.
[[nodiscard]] Errors check_mapping(const Table& table);

// A timestamp field with cells that are dates in both orders, of which what was
// read may be wrong: none is a date in the field's `date_order` only, in a
// dataset in which no other field of that order has such a cell either; or
// more cells are dates in the other order only. Over all rows: how a file writes its
// dates shows in a repeated record too.
struct UndecidedDates {
  int field = 0;
  bool contradicted = false;  // more cells say the other order
  std::string cell;           // the first that could be either, "03/04/2026"
  calendar::Day month_first = 0;
  calendar::Day day_first = 0;
};
[[nodiscard]] std::vector<UndecidedDates> undecided_dates(const Table& table);

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_TABLE_H_
