// A cereal output archive that writes JSON as people read and compare it: two
// spaces a level, one value a line, `\n`, whole numbers without a point and
// others with the shortest digits that give the same double again.
//
// cereal's own JSON archive writes 200 as 200.0, which agreement-format.md
// does not, and drags streams into the page.
#ifndef LEADPACT_CORE_EXCHANGE_JSON_WRITER_H_
#define LEADPACT_CORE_EXCHANGE_JSON_WRITER_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/json_text.h"
#include "core/exchange/v1.h"

namespace leadpact::exchange {

class JsonWriter : public cereal::OutputArchive<JsonWriter> {
 public:
  using leaves_out_defaults = void;

  JsonWriter() : cereal::OutputArchive<JsonWriter>(this) {}

  // The text of an object made of a struct's members.
  template <typename Struct>
  [[nodiscard]] static std::string write(const Struct& value) {
    JsonWriter writer;
    writer.put(value);
    writer.text_.end();
    return std::move(writer.text_).take();
  }

  template <typename Value>
  void member(const char* name, const Value& value) {
    text_.name(name);
    put(value);
  }
  // Nothing is written as nothing, not as null, which the format does not have.
  template <typename Value>
  void member(const char* name, const std::optional<Value>& value) {
    if (value) member(name, *value);
  }

 private:
  template <typename Struct>
  void put(const Struct& value) {
    text_.open('{');
    (*this)(value);
    text_.close('}');
  }
  template <typename Element>
  void put(const std::vector<Element>& list) {
    text_.open('[');
    for (const Element& element : list)
      put(element);
    text_.close(']');
  }
  void put(const std::string& text) { text_.text(text); }
  void put(double number) { text_.number(number); }
  void put(bool flag) { text_.boolean(flag); }
  void put(const UnkeptList&) {
    text_.open('[');
    text_.close(']');
  }

  JsonText text_;
};

template <typename Value>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& writer, const cereal::NameValuePair<Value>& pair) {
  writer.member(pair.name, pair.value);
}

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_JSON_WRITER_H_
