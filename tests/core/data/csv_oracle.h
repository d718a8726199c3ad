// CSV read one character at a time, as scoring.md, 2 has it: slow, and plain
// enough to be seen to be right. The reader and the table are compared with it.
#ifndef LEADPACT_TESTS_CORE_DATA_CSV_ORACLE_H_
#define LEADPACT_TESTS_CORE_DATA_CSV_ORACLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leadpact::data::testing {

struct OracleRecord {
  std::size_t begin = 0;
  std::uint32_t line = 0;
  std::vector<std::string> cells;
};

struct OracleResult {
  std::vector<OracleRecord> records;  // without the skipped ones
  std::uint32_t unterminated_line = 0;
};

inline std::string oracle_trim(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

inline OracleResult read_csv_slowly(std::string_view text, char delimiter, std::uint32_t line = 1) {
  OracleResult result;
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
  const auto more = [&](std::size_t i) { return i < text.size(); };
  const auto ends_line = [&](std::size_t i) { return more(i) && (at(i) == '\n' || at(i) == '\r'); };
  std::size_t i = 0;
  while (more(i)) {
    OracleRecord record;
    record.begin = i;
    record.line = line;
    bool blank = true;
    for (bool last = false; !last;) {
      std::string value;
      bool quoted = false;
      while (more(i) && (at(i) == ' ' || at(i) == '\t') && at(i) != delimiter)
        value += at(i++);
      if (more(i) && at(i) == '"') {
        quoted = true;
        value.clear();
        const std::uint32_t opened = line;
        ++i;
        for (;;) {
          if (!more(i)) {
            result.unterminated_line = opened;
            return result;
          }
          if (at(i) == '"' && at(i + 1) == '"' && more(i + 1)) {
            value += '"';
            i += 2;
          } else if (at(i) == '"') {
            ++i;
            break;
          } else {
            const bool first_of_two = at(i) == '\r' && more(i + 1) && at(i + 1) == '\n';
            if (ends_line(i) && !first_of_two) ++line;
            value += at(i++);
          }
        }
      }
      while (more(i) && at(i) != delimiter && !ends_line(i))
        value += at(i++);
      record.cells.push_back(oracle_trim(value));
      if (quoted || !record.cells.back().empty()) blank = false;
      last = !(more(i) && at(i) == delimiter);
      if (!last) ++i;
    }
    if (more(i)) {
      if (at(i) == '\r' && more(i + 1) && at(i + 1) == '\n') ++i;
      ++i;
      ++line;
    }
    if (!blank) result.records.push_back(record);
  }
  return result;
}

}  // namespace leadpact::data::testing

#endif  // LEADPACT_TESTS_CORE_DATA_CSV_ORACLE_H_
