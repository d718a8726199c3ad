#include "core/data/csv.h"

#include "core/data/csv_scan.h"

namespace leadpact::data {

std::string unquote(std::string_view raw) {
  std::string value;
  value.reserve(raw.size());
  std::size_t at = raw.empty() ? 0 : 1;
  for (; at < raw.size(); ++at) {
    if (raw[at] == '"') {
      if (at + 1 >= raw.size() || raw[at + 1] != '"') break;
      ++at;
    }
    value += raw[at];
  }
  if (at < raw.size()) value.append(raw, at + 1);
  const std::string_view trimmed = trim(value);
  if (trimmed.size() == value.size()) return value;
  return std::string(trimmed);
}

CsvReader::CsvReader(std::string_view text, char delimiter, std::uint32_t first_line)
    : text_(text), delimiter_(delimiter), line_(first_line) {}

bool CsvReader::next(std::vector<Cell>& cells) {
  while (position_ < text_.size() && unterminated_line_ == 0 && oversized_line_ == 0) {
    cells.clear();
    record_begin_ = position_;
    record_line_ = line_;
    const ScannedRecord record =
        scan_record(text_, position_, line_, delimiter_,
                    [&](std::size_t index, const Cell& cell, std::uint32_t line) {
                      if (cell.raw.size() > kMaxCell && oversized_line_ == 0) {
                        oversized_line_ = line;
                      }
                      if (index < kMaxColumns) cells.push_back(cell);
                    });
    position_ = record.end;
    line_ = record.next_line;
    cell_count_ = record.cells;
    unterminated_line_ = record.unterminated_line;
    // An open quote swallows the rest of the file, so that its size is not
    // what is wrong.
    if (unterminated_line_ != 0) oversized_line_ = 0;
    if (!record.blank && unterminated_line_ == 0 && oversized_line_ == 0) return true;
  }
  cells.clear();
  return false;
}

}  // namespace leadpact::data
