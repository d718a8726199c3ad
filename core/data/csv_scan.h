// One record after the rules of scoring.md, 2 (Records), byte by byte: what
// every cell is, whatever the quoting. The fast path of table.cc leaves to
// this what is not quoted as RFC 4180 wants it.
#ifndef LEADPACT_CORE_DATA_CSV_SCAN_H_
#define LEADPACT_CORE_DATA_CSV_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/data/cells.h"
#include "core/data/csv.h"
#include "core/data/simd.h"

namespace leadpact::data {

struct ScannedRecord {
  std::size_t end = 0;          // where the next record begins
  std::uint32_t next_line = 0;  // its line
  std::size_t cells = 0;
  bool blank = true;                    // all cells empty and unquoted
  std::uint32_t unterminated_line = 0;  // of a quote that never closes, or 0
};

// The first of `delimiter`, CR and LF at or after `at`, or the end.
inline std::size_t find_cell_end(std::string_view text, std::size_t at, char delimiter) {
  for (; at + 16 <= text.size(); at += 16) {
    const simd::Vector vector = simd::load(text.data() + at);
    const std::uint64_t mask = simd::bits(
        simd::either(simd::equal(vector, delimiter),
                     simd::either(simd::equal(vector, '\n'), simd::equal(vector, '\r'))));
    if (mask != 0) return at + static_cast<std::size_t>(simd::first_bit(mask));
  }
  while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r')
    ++at;
  return at;
}

// CR, LF and CRLF each once.
inline std::uint32_t count_line_ends(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) ++count;
    if (text[i] == '\r') ++count;
  }
  return count;
}

// Cuts the record that begins at `begin` (before the end of `text`) on `line`
// and calls visit(index, cell, line) for each cell in order, with the line on
// which the cell begins. A record with an unterminated quote ends there.
template <typename Visit>
ScannedRecord scan_record(std::string_view text, std::size_t begin, std::uint32_t line,
                          char delimiter, Visit&& visit) {
  const auto is_blank = [&](char c) { return (c == ' ' || c == '\t') && c != delimiter; };
  ScannedRecord record;
  std::size_t at = begin;
  for (;;) {
    std::size_t start = at;
    while (start < text.size() && is_blank(text[start]))
      ++start;
    Cell cell;
    const std::uint32_t cell_line = line;
    std::size_t end = 0;
    if (start < text.size() && text[start] == '"') {
      std::size_t close = start + 1;
      bool doubled = false;
      for (;; close += 2) {
        const void* found = close < text.size()
                                ? std::memchr(text.data() + close, '"', text.size() - close)
                                : nullptr;
        if (found == nullptr) {
          record.unterminated_line = line;
          record.end = text.size();
          record.next_line = line;
          return record;
        }
        close = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        if (close + 1 >= text.size() || text[close + 1] != '"') break;
        doubled = true;
      }
      const std::string_view inside = text.substr(start + 1, close - start - 1);
      line += count_line_ends(inside);
      end = find_cell_end(text, close + 1, delimiter);
      cell.quoted = true;
      cell.plain = !doubled && trim(text.substr(close + 1, end - close - 1)).empty();
      cell.raw = cell.plain ? trim(inside) : trim(text.substr(start, end - start));
      record.blank = false;
    } else {
      end = find_cell_end(text, start, delimiter);
      cell.raw = trim(text.substr(start, end - start));
      record.blank = record.blank && cell.raw.empty();
    }
    visit(record.cells, cell, cell_line);
    ++record.cells;
    if (end < text.size() && text[end] == delimiter) {
      at = end + 1;
      continue;
    }
    record.end = end;
    record.next_line = line;
    if (end < text.size()) {
      const bool two = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
      record.end += two ? 2 : 1;
      ++record.next_line;
    }
    return record;
  }
}

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_CSV_SCAN_H_
