#include "core/exchange/json_dom.h"

#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <utility>

#include "core/agreement/wording.h"
#include "core/exchange/json_scan.h"

namespace leadpact::exchange {

// Takes RapidJSON's events. Its numbers are the scan's `1`s, in order.
class JsonBuilder {
 public:
  explicit JsonBuilder(const std::vector<std::string_view>& numbers) : numbers_(numbers) {}

  [[nodiscard]] bool too_many() const { return too_many_; }
  [[nodiscard]] Json take() && { return std::move(json_); }

  // RapidJSON asks for these names. NOLINTBEGIN(readability-identifier-naming)
  bool Null() { return add(Json::Kind::null); }
  bool Bool(bool value) {
    if (!add(Json::Kind::boolean)) return false;
    json_.nodes_.back().length = value ? 1 : 0;
    return true;
  }
  bool Uint(unsigned) {
    if (!add(Json::Kind::number)) return false;
    set_text(numbers_[next_number_++]);
    return true;
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    if (!add(Json::Kind::text)) return false;
    set_text({text, length});
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    name_begin_ = static_cast<std::uint32_t>(json_.texts_.size());
    name_length_ = static_cast<std::uint32_t>(length);
    json_.texts_.append(text, length);
    return true;
  }
  bool StartObject() { return open(Json::Kind::object); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(Json::Kind::list); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  // Never called: every number is a small one.
  bool Int(int) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  // NOLINTEND(readability-identifier-naming)

 private:
  struct Open {
    Json::Node node;
    Json::Node last_child;
  };

  bool add(Json::Kind kind) {
    if (json_.nodes_.size() == kMaxValues) {
      too_many_ = true;
      return false;
    }
    const auto node = static_cast<Json::Node>(json_.nodes_.size());
    Json::Entry entry;
    entry.kind = kind;
    if (!open_.empty()) {
      Open& parent = open_.back();
      if (json_.nodes_[parent.node].kind == Json::Kind::object) {
        entry.name_begin = name_begin_;
        entry.name_length = name_length_;
      }
      if (parent.last_child == Json::kNone) {
        json_.nodes_[parent.node].first = node;
      } else {
        json_.nodes_[parent.last_child].next = node;
      }
      parent.last_child = node;
    }
    json_.nodes_.push_back(entry);
    return true;
  }

  bool open(Json::Kind kind) {
    if (!add(kind)) return false;
    open_.push_back({static_cast<Json::Node>(json_.nodes_.size() - 1), Json::kNone});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  void set_text(std::string_view text) {
    Json::Entry& entry = json_.nodes_.back();
    entry.begin = static_cast<std::uint32_t>(json_.texts_.size());
    entry.length = static_cast<std::uint32_t>(text.size());
    json_.texts_ += text;
  }

  const std::vector<std::string_view>& numbers_;
  std::size_t next_number_ = 0;
  std::vector<Open> open_;
  std::uint32_t name_begin_ = 0;
  std::uint32_t name_length_ = 0;
  bool too_many_ = false;
  Json json_;
};

namespace {

std::string sentence(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "The file is empty; an agreement in JSON is expected.";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "Something follows after the end of the agreement; nothing is expected there.";
    case rapidjson::kParseErrorObjectMissName:
      return "A name in quotation marks is expected here.";
    case rapidjson::kParseErrorObjectMissColon:
      return "A colon is expected after the name here.";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "A comma or a closing brace is expected here.";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "A comma or a closing bracket is expected here.";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "The file ends inside a text; a quotation mark is expected.";
    case rapidjson::kParseErrorStringEscapeInvalid:
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "There is a backslash that JSON does not know here; write a backslash as \\\\.";
    default:
      return "This is no JSON; a text, a number, a list, an object, true or false is expected.";
  }
}

}  // namespace

Result<Json> Json::parse(std::string_view bytes, std::size_t most) {
  Scan scan = scan_json(bytes, most);
  JsonBuilder builder(scan.numbers);
  rapidjson::Reader reader;
  rapidjson::MemoryStream stream(scan.text.data(), scan.text.size());
  const rapidjson::ParseResult parsed =
      reader.Parse<rapidjson::kParseIterativeFlag>(stream, builder);
  // What is wrong before the place where the scan stopped comes first; at that
  // place the parser only sees that the text ends.
  if (scan.error && (!parsed.IsError() || parsed.Offset() >= scan.text.size())) {
    return *std::move(scan.error);
  }
  if (builder.too_many()) {
    return error_at(ErrorCode::too_large, scan.text, parsed.Offset(),
                    "There are more than a million values; an agreement never needs that.");
  }
  if (parsed.IsError()) {
    return error_at(
        ErrorCode::not_json, scan.text, parsed.Offset(),
        parsed.Offset() >= scan.text.size() && parsed.Code() != rapidjson::kParseErrorDocumentEmpty
            ? "The file ends too early; the rest of the agreement is expected."
            : sentence(parsed.Code()));
  }
  return std::move(builder).take();
}

std::string_view Json::text(Node node) const {
  return std::string_view(texts_).substr(nodes_[node].begin, nodes_[node].length);
}

std::string_view Json::name(Node node) const {
  return std::string_view(texts_).substr(nodes_[node].name_begin, nodes_[node].name_length);
}

Json::Node Json::find(Node object, std::string_view name) const {
  Node found = kNone;
  for (Node member = first(object); member != kNone; member = next(member)) {
    if (this->name(member) == name) found = member;
  }
  return found;
}

std::string describe(const Json& json, Json::Node node) {
  switch (json.kind(node)) {
    case Json::Kind::null:
      return "null";
    case Json::Kind::boolean:
      return json.boolean(node) ? "true" : "false";
    case Json::Kind::number: {
      const std::string_view number = json.text(node);
      return "the number " + std::string(number.substr(0, 24)) + (number.size() > 24 ? "…" : "");
    }
    case Json::Kind::text:
      return "the text " + agreement::quoted(json.text(node));
    case Json::Kind::list:
      return "a list";
    case Json::Kind::object:
      return "an object";
  }
  return {};
}

}  // namespace leadpact::exchange
