// What all the values of a file's columns say: how they are written, and which
// rows are no records at all. The evidence for how a file is to be read.
//
// Cells are looked at without the agreement's settings: in both orders of
// dates, with both decimal marks, and before any text stands for "empty".
//
//   a column of                     holds
//   ------------------------------  -----------------------------------------
//   13/02/2026, 03/04/2026          dates: 1 day first, 1 either
//   12.500, 1.250,75                numbers: 1 by a comma alone, 1 either
//   58.8k, 9 000 Kč                 with_words 2
//   51-200, 1000+                   ranges 2
//   12. Mai 2026                    months 1
//   N/A, (No value), -              nulls, each with its count
//
//   rows                            are
//   ------------------------------  -----------------------------------------
//   Total,,4                        odd: a totals row
//   Confidential Information - …    odd: a footer, and what stands beside it
//
// Source: domain.md, 9.2 and 9.3.
#ifndef LEADPACT_CORE_DATA_PROFILE_H_
#define LEADPACT_CORE_DATA_PROFILE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/data/table.h"

namespace leadpact::data {

struct CellAt {
  std::string text;  // at most 60 bytes of it and an ellipsis
  std::size_t file = 0;
  std::uint32_t line = 0;
};

// How many, and the first of them.
struct Seen {
  static constexpr std::size_t kShown = 50;
  std::uint64_t count = 0;
  std::vector<CellAt> first;  // at most kShown
};

struct ColumnProfile {
  std::uint64_t filled = 0;                                  // nulls too
  std::vector<std::pair<std::string, std::uint64_t>> nulls;  // as first written
  std::uint64_t null_count = 0;

  // Looked at in number fields only.
  std::uint64_t numbers = 0;     // readable with a point or a comma
  std::uint64_t point_only = 0;  // with a point for the decimals alone
  std::uint64_t comma_only = 0;  // with a comma alone
  Seen either_decimal;           // with both, as different numbers
  Seen with_words, ranges;
  // In boolean fields only.
  std::uint64_t booleans = 0;
  // In timestamp fields only.
  std::uint64_t stamps = 0;  // a date in at least one order
  std::uint64_t date_only = 0;
  std::uint64_t local_times = 0;  // 1 or more where a time says no zone
  DateForms dates;
  Seen serials;  // a spreadsheet's day numbers
  Seen months;   // of other languages than English
  // In all but text fields: what none of these is.
  Seen unreadable;

  // Cells that the field's type can read; all filled ones of a text.
  [[nodiscard]] std::uint64_t readable(FieldType type) const;
  // Adds what the column of the file of that number holds.
  void add(const ColumnProfile& other, std::size_t file);
};

// A row that is no record: totals, a report's footer.
struct OddRow {
  std::size_t file = 0;
  std::uint32_t line = 0;
  std::string first;  // its first filled cell
  int field = -1;     // the field that reads it, or none
  std::string text;   // its cells as written, shortened
};

struct FileProfile {
  static constexpr std::size_t kOddRows = 200;
  std::vector<ColumnProfile> columns;      // one a field, of all rows but odd ones
  std::vector<ColumnProfile> odd_columns;  // of odd ones
  std::uint64_t rows = 0;                  // odd ones not counted
  std::uint64_t odd_count = 0;
  std::vector<OddRow> odd;  // at most kOddRows

  // Its cells and rows get the number of their file; it is 0 before.
  void add(const FileProfile& other, std::size_t file);
};

// Reads a file once, in slices. `bytes` outlive it.
class Profiler {
 public:
  // A file without these columns in its
  // header, or with a quote that never closes, is done at once.
  Profiler(std::string_view bytes, const std::vector<Field>& fields);
  ~Profiler();

  // Goes on for about so many bytes; true once all is read.
  bool step(std::size_t bytes = 1u << 18);
  [[nodiscard]] bool done() const;
  [[nodiscard]] double share() const;  // of the file, 0 to 1
  [[nodiscard]] const FileProfile& profile() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_PROFILE_H_
