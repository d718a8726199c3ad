// What a JSON file says of itself before it is read: its format and version.
//
//   "format"            "format_version"   answer
//   ------------------  -----------------  ------------------------------
//   the one expected    1                  fits
//   another, or none    any                other: a file of something else
//   the one expected    2                  too new, to be left alone
//   the one expected    0, 1.5, "1"        an error, but it can be read on
#ifndef LEADPACT_CORE_EXCHANGE_JSON_FORMAT_H_
#define LEADPACT_CORE_EXCHANGE_JSON_FORMAT_H_

#include <string_view>

#include "core/exchange/json_dom.h"
#include "core/exchange/problems.h"

namespace leadpact::exchange {

struct JsonFormat {
  std::string_view name;  // "leadpact-agreement"
  std::string_view what;  // "agreement"
  std::string_view a;     // "an"
  int newest = 1;
};

enum class FormatFit { fits, other, too_new };
// Of an object; what is wrong is added to `problems`.
[[nodiscard]] FormatFit check_format(const Json& json, const JsonFormat& format,
                                     Problems& problems);
// Nothing for an object, else what is wrong with the file.
[[nodiscard]] Errors check_object(const Json& json, const JsonFormat& format);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_JSON_FORMAT_H_
