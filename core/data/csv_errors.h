// What can be wrong with a CSV file, as sentences.
#ifndef LEADPACT_CORE_DATA_CSV_ERRORS_H_
#define LEADPACT_CORE_DATA_CSV_ERRORS_H_

#include <cstdint>
#include <string>

#include "core/result.h"

namespace leadpact::data {

inline std::string place_of(const std::string& file, std::uint64_t line) {
  return file + ":" + std::to_string(line);
}

inline Error unterminated_quote(const std::string& file, std::uint32_t line) {
  return {ErrorCode::bad_csv, place_of(file, line),
          "A quotation mark opens on this line and never closes; a closing quotation mark was "
          "expected before the end of the file."};
}

inline Error oversized_cell(const std::string& file, std::uint32_t line) {
  return {ErrorCode::too_large, place_of(file, line),
          "A cell that begins on this line holds more than 16 MiB; cells of at most 16 MiB were "
          "expected, so a quotation mark may be missing."};
}

inline Error no_records(const std::string& file) {
  return {ErrorCode::no_header, file,
          "This file is empty; a line with the names of its columns was expected."};
}

inline constexpr std::uint64_t kMaxRows = 4'000'000'000;

inline Error too_many_rows(const std::string& file) {
  return {ErrorCode::too_large, file,
          "This data has more than 4,000,000,000 lines; fewer were expected."};
}

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_CSV_ERRORS_H_
