// A cereal input archive over a JSON tree, for files that people edit.
//
// Where cereal's own JSON archive throws at the first difference, this one
// reads what it can and collects the rest, each with its path:
//
//   in the file                     here
//   ------------------------------  ---------------------------------------
//   a name is missing               the value keeps its default
//   another JSON type               an error, wrong_type; the default is kept
//   a number beyond a double        an error, bad_value
//   a name the struct lacks         a warning, and it is ignored
//   a name twice                    the last counts
#ifndef LEADPACT_CORE_EXCHANGE_JSON_READER_H_
#define LEADPACT_CORE_EXCHANGE_JSON_READER_H_

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/places.h"
#include "core/exchange/json_dom.h"
#include "core/exchange/problems.h"
#include "core/exchange/v1.h"

namespace leadpact::exchange {

class JsonReader : public cereal::InputArchive<JsonReader> {
 public:
  JsonReader(const Json& json, Problems& problems)
      : cereal::InputArchive<JsonReader>(this), json_(json), problems_(problems) {}

  // Reads the members of an object into a struct. `object` is one.
  template <typename Struct>
  void read_object(Json::Node object, Struct& value) {
    frames_.push_back({object, {}});
    (*this)(value);
    warn_of_unknown_names();
    frames_.pop_back();
  }

  // A named value of the struct that is being read.
  template <typename Value>
  void member(const char* name, Value& value) {
    frames_.back().known.push_back(name);
    const Json::Node node = json_.find(frames_.back().object, name);
    if (node == Json::kNone) return;
    const auto in = path_.enter(name);
    read(node, value);
  }

 private:
  struct Frame {
    Json::Node object;
    std::vector<std::string_view> known;
  };

  template <typename Struct>
  void read(Json::Node node, Struct& value) {
    if (expect(node, Json::Kind::object)) read_object(node, value);
  }

  template <typename Value>
  void read(Json::Node node, std::optional<Value>& value) {
    const std::size_t errors = problems_.errors.size();
    Value present{};
    read(node, present);
    // A wrong type leaves nothing there, a mistake inside leaves the rest.
    if (problems_.errors.size() == errors || json_.kind(node) == Json::Kind::object) {
      value = std::move(present);
    }
  }

  template <typename Element>
  void read(Json::Node node, std::vector<Element>& list) {
    if (!expect(node, Json::Kind::list)) return;
    std::size_t index = 0;
    for (Json::Node element = json_.first(node); element != Json::kNone;
         element = json_.next(element)) {
      if (!count_entry()) return;
      const auto in = path_.enter_element(index++);
      Element value{};
      read(element, value);
      list.push_back(std::move(value));
    }
  }

  void read(Json::Node node, std::string& text);
  void read(Json::Node node, double& number);
  void read(Json::Node node, bool& flag);
  void read(Json::Node node, UnkeptList& list);

  // Whether the node is of this kind; an error where it is not.
  bool expect(Json::Node node, Json::Kind kind);
  // Whether another list entry fits; the first that does not is an error.
  bool count_entry();
  void warn_of_unknown_names();

  const Json& json_;
  Problems& problems_;
  agreement::Path path_;
  std::vector<Frame> frames_;
  std::size_t entries_ = 0;
};

template <typename Value>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& reader, cereal::NameValuePair<Value>& pair) {
  reader.member(pair.name, pair.value);
}

// The number as written, or nothing where it is beyond a double. `text` is a
// JSON number.
[[nodiscard]] std::optional<double> parse_json_number(std::string_view text);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_JSON_READER_H_
