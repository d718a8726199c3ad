#include "core/exchange/json_format.h"

#include <cmath>
#include <optional>
#include <string>

#include "core/exchange/json_reader.h"

namespace leadpact::exchange {
namespace {

std::string expected(const JsonFormat& format) {
  return "“format”: “" + std::string(format.name) + "” is expected.";
}

bool has_format(const Json& json, const JsonFormat& format, Problems& problems) {
  const Json::Node node = json.find(Json::root(), "format");
  if (node == Json::kNone) {
    problems.error(ErrorCode::not_an_agreement, "format",
                   "The file does not say that it is " + std::string(format.a) + " " +
                       std::string(format.what) + "; " + expected(format));
  } else if (json.kind(node) != Json::Kind::text || json.text(node) != format.name) {
    problems.error(ErrorCode::not_an_agreement, "format",
                   "The file is no " + std::string(format.what) + ": its format is " +
                       describe(json, node) + ", but “" + std::string(format.name) +
                       "” is expected.");
    return false;
  }
  return true;
}

bool is_too_new(const Json& json, const JsonFormat& format, Problems& problems) {
  const Json::Node node = json.find(Json::root(), "format_version");
  constexpr std::string_view kExpected = "a whole number from 1 is expected.";
  if (node == Json::kNone) {
    problems.error(ErrorCode::not_an_agreement, "format_version",
                   "The file does not say in which version of the format it is written; " +
                       std::string(kExpected));
    return false;
  }
  if (json.kind(node) == Json::Kind::number) {
    const std::string_view text = json.text(node);
    const std::optional<double> version = parse_json_number(text);
    // Beyond a double is a version too, if not a likely one.
    if ((version && *version > format.newest && std::floor(*version) == *version) ||
        (!version && text.front() != '-')) {
      problems.error(ErrorCode::too_new, "format_version",
                     "The file was written by a newer version of this program (format " +
                         std::string(text.substr(0, 24)) + ", this one knows up to " +
                         std::to_string(format.newest) + "); open it with that version.");
      return true;
    }
    if (version && *version >= 1 && std::floor(*version) == *version) return false;
  }
  problems.error(
      ErrorCode::not_an_agreement, "format_version",
      "The version of the format is " + describe(json, node) + ", but " + std::string(kExpected));
  return false;
}

}  // namespace

FormatFit check_format(const Json& json, const JsonFormat& format, Problems& problems) {
  const bool other = !has_format(json, format, problems);
  const bool too_new = is_too_new(json, format, problems);
  return other ? FormatFit::other : too_new ? FormatFit::too_new : FormatFit::fits;
}

Errors check_object(const Json& json, const JsonFormat& format) {
  if (json.kind(Json::root()) == Json::Kind::object) return {};
  return {{ErrorCode::not_an_agreement, "format",
           "The file is no " + std::string(format.what) + ": it holds " +
               describe(json, Json::root()) + ", but an object with " + expected(format)}};
}

}  // namespace leadpact::exchange
