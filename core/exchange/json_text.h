// JSON text, put together value by value with its commas, lines and indents.
//
//   JsonText json;
//   json.open('{');
//   json.name("rows");
//   json.number(1203);
//   json.close('}');
//   json.end();
//   std::move(json).take()      "{\n  \"rows\": 1203\n}\n"
#ifndef LEADPACT_CORE_EXCHANGE_JSON_TEXT_H_
#define LEADPACT_CORE_EXCHANGE_JSON_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace leadpact::exchange {

class JsonText {
 public:
  void open(char bracket);
  void close(char bracket);
  // The name of the next value.
  void name(std::string_view name);

  void text(std::string_view text);
  // The shortest digits that give the same double again; a number that is
  // none is null.
  void number(double number);
  template <typename Integer, std::enable_if_t<std::is_integral_v<Integer>, int> = 0>
  void number(Integer number) {
    raw(std::to_string(number));
  }
  template <typename Number>
  void number(const std::optional<Number>& value) {
    if (value) {
      number(*value);
    } else {
      null();
    }
  }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }

  // For long lists: while it is on, values have no indents and no space before.
  void set_tight(bool on) { tight_ = on; }
  [[nodiscard]] std::size_t size() const { return out_.size(); }

  // The line end after the last value.
  void end() { out_ += '\n'; }
  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void raw(std::string_view value);
  void before_value();
  void new_line();
  void quote(std::string_view text);

  std::string out_;
  int depth_ = 0;
  bool first_ = true;  // nothing in this list or object yet
  bool after_name_ = false;
  bool tight_ = false;
};

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_JSON_TEXT_H_
