#include "core/exchange/json_reader.h"

#include <fast_float/fast_float.h>

#include <cmath>
#include <set>

#include "core/agreement/wording.h"

namespace leadpact::exchange {

namespace {

std::string_view expected(Json::Kind kind) {
  switch (kind) {
    case Json::Kind::null:
      return "nothing";
    case Json::Kind::boolean:
      return "true or false";
    case Json::Kind::number:
      return "a number";
    case Json::Kind::text:
      return "a text in quotation marks";
    case Json::Kind::list:
      return "a list in square brackets";
    case Json::Kind::object:
      return "an object in braces";
  }
  return {};
}

}  // namespace

std::optional<double> parse_json_number(std::string_view text) {
  double number = 0;
  fast_float::from_chars(text.data(), text.data() + text.size(), number);
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

void JsonReader::read(Json::Node node, std::string& text) {
  if (expect(node, Json::Kind::text)) text = json_.text(node);
}

void JsonReader::read(Json::Node node, double& number) {
  if (!expect(node, Json::Kind::number)) return;
  if (const auto parsed = parse_json_number(json_.text(node))) {
    number = *parsed;
  } else {
    problems_.error(ErrorCode::bad_value, path_.str(),
                    "Found " + describe(json_, node) +
                        ", which is larger than this program can hold; a number below 1e308 is "
                        "expected.");
  }
}

void JsonReader::read(Json::Node node, bool& flag) {
  if (expect(node, Json::Kind::boolean)) flag = json_.boolean(node);
}

void JsonReader::read(Json::Node node, UnkeptList&) {
  if (!expect(node, Json::Kind::list) || json_.first(node) == Json::kNone) return;
  problems_.warn(path_.str(), agreement::quoted(path_.str()) +
                                  " has entries that this version of the program does not keep; "
                                  "they are lost if the agreement is saved again.");
}

bool JsonReader::expect(Json::Node node, Json::Kind kind) {
  if (json_.kind(node) == kind) return true;
  problems_.error(
      ErrorCode::wrong_type, path_.str(),
      "Found " + describe(json_, node) + " where " + std::string(expected(kind)) + " is expected.");
  return false;
}

bool JsonReader::count_entry() {
  if (entries_ < kMaxEntries) {
    ++entries_;
    return true;
  }
  if (entries_ == kMaxEntries) {
    ++entries_;
    problems_.error(ErrorCode::too_large, path_.str(),
                    "The lists of this agreement have more than " + std::to_string(kMaxEntries) +
                        " entries together; at most that many are expected.");
  }
  return false;
}

void JsonReader::warn_of_unknown_names() {
  const Frame& frame = frames_.back();
  std::set<std::string_view> warned;
  for (Json::Node member = json_.first(frame.object); member != Json::kNone;
       member = json_.next(member)) {
    const std::string_view name = json_.name(member);
    if (std::find(frame.known.begin(), frame.known.end(), name) != frame.known.end()) continue;
    if (!warned.insert(name).second) continue;
    problems_.warn(path_.to(name), agreement::quoted(name) +
                                       " is no name of the agreement format and is ignored; it is "
                                       "lost if the agreement is saved again.");
  }
}

}  // namespace leadpact::exchange
