// CSV as CRMs write it, cut into records and cells.
//
// RFC 4180 quoting; lines end in LF, CRLF or CR; a cell is quoted if its first
// character after spaces and tabs is `"`; what follows the closing quote up to
// the delimiter is added as it stands. Cells are trimmed, quoted ones too.
//
//   line            cells
//   --------------  -----------------------
//   a, b ,"c, d"    `a` `b` `c, d`
//   "x"" y"z,       `x" yz` (empty)
//
// Source: scoring.md, 2 (Records, Header, Delimiter).
#ifndef LEADPACT_CORE_DATA_CSV_H_
#define LEADPACT_CORE_DATA_CSV_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/bytes.h"
#include "core/result.h"

namespace leadpact::data {

inline constexpr std::size_t kMaxCell = 16u * 1024 * 1024 - 1;

// Bounds what one line of nothing but delimiters can ask for: names and cells
// beyond these are counted, not handed out. Fields find columns beyond, too.
inline constexpr std::size_t kMaxColumns = 1u << 20;

struct Cell {
  std::string_view raw;  // as it stands, trimmed; without the quotes where `plain`
  bool plain = true;     // raw is the value; else it must go through unquote()
  bool quoted = false;
};

// The value of a cell that is not plain: doubled quotes made one, what follows
// the closing quote added, trimmed.
[[nodiscard]] std::string unquote(std::string_view raw);

// Cuts one record after another from UTF-8 text.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter, std::uint32_t first_line = 1);

  // The next record that is not skipped (all cells empty and unquoted), into
  // `cells`, at most kMaxColumns of them. False at the end or on an error.
  bool next(std::vector<Cell>& cells);

  // Cells of the record, also those not handed out.
  [[nodiscard]] std::size_t cell_count() const { return cell_count_; }
  [[nodiscard]] std::size_t record_begin() const { return record_begin_; }
  [[nodiscard]] std::uint32_t record_line() const { return record_line_; }
  [[nodiscard]] std::size_t position() const { return position_; }

  // The line a quote opened on that never closes, or on which a cell of more
  // than kMaxCell bytes begins; 0 where all is well.
  [[nodiscard]] std::uint32_t unterminated_line() const { return unterminated_line_; }
  [[nodiscard]] std::uint32_t oversized_line() const { return oversized_line_; }

 private:
  std::string_view text_;
  char delimiter_;
  std::size_t position_ = 0;
  std::size_t record_begin_ = 0;
  std::size_t cell_count_ = 0;
  std::uint32_t line_;
  std::uint32_t record_line_ = 0;
  std::uint32_t unterminated_line_ = 0;
  std::uint32_t oversized_line_ = 0;
};

// Where the data begins, by the rules of scoring.md, 2 (Header, Delimiter).
struct Layout {
  char delimiter = ',';
  std::size_t data_begin = 0;       // byte after the header record
  std::uint32_t data_line = 1;      // its line
  std::vector<std::string> header;  // names as written, trimmed
  std::size_t width = 0;            // cells of the header record
  std::uint32_t header_line = 1;
  std::vector<int> columns;  // for each wanted column, its index in the header
};

// `wanted` are column names (compared trimmed, case folded). `keys` are the
// names of the fields that want them, for the error. `file` names the file.
// Text in Windows-1252 need not be decoded first: all that matters to records
// is ASCII.
[[nodiscard]] Result<Layout> find_layout(std::string_view text, const std::string& file,
                                         const std::vector<std::string>& wanted,
                                         const std::vector<std::string>& keys,
                                         Encoding encoding = Encoding::utf8);

// The delimiter and first record of a file nobody has mapped yet: of , ; tab |
// the one that gives the first 20 records the most cells; for the page, which
// must show columns before there are fields.
[[nodiscard]] Result<Layout> guess_layout(std::string_view text, const std::string& file);

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_CSV_H_
