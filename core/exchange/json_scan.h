// The look at JSON text before any parser sees it: what no valid agreement
// file needs is refused here, with its line, in one pass and constant memory.
//
//   text                        answer
//   --------------------------  ------------------------------------------
//   a byte that is no UTF-8     not_json, its line
//   a raw control character     not_json, its line
//   "\udc00" without its half   not_json, its line
//   01, 1., -                   not_json, its line
//   65 open brackets            too_large, the line of the 65th
//   8 MiB and a byte            too_large
//
// A UTF-8 BOM is skipped. Grammar is the parser's business.
#ifndef LEADPACT_CORE_EXCHANGE_JSON_SCAN_H_
#define LEADPACT_CORE_EXCHANGE_JSON_SCAN_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace leadpact::exchange {

inline constexpr int kMaxDepth = 64;
inline constexpr std::size_t kMaxValues = 1000000;  // in one text

struct Scan {
  // The text without a BOM, each number replaced by `1` and spaces: RapidJSON
  // gives up on numbers beyond a double, and not the same way in 32 bits,
  // while an error of ours must name such a number's place.
  std::string text;
  std::vector<std::string_view> numbers;  // as written, into the bytes given
  // The first error, and where in `text`; `text` ends there.
  std::optional<Error> error;
};

// Of `most` bytes.
[[nodiscard]] Scan scan_json(std::string_view bytes, std::size_t most);

// The line of an offset, from 1; a line ends with LF, CRLF or CR.
[[nodiscard]] std::size_t line_of(std::string_view text, std::size_t offset);

// An error at a line of a text.
[[nodiscard]] Error error_at(ErrorCode code, std::string_view text, std::size_t offset,
                             std::string message);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_JSON_SCAN_H_
