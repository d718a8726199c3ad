#include "core/exchange/json_text.h"

#include <fmt/format.h>

#include <cmath>

namespace leadpact::exchange {

void JsonText::open(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonText::close(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
}

void JsonText::name(std::string_view name) {
  before_value();
  quote(name);
  out_ += tight_ ? ":" : ": ";
  after_name_ = true;
}

void JsonText::text(std::string_view text) {
  before_value();
  quote(text);
}

void JsonText::number(double number) {
  if (!std::isfinite(number)) {
    null();
    return;
  }
  raw(fmt::format("{}", number == 0 ? 0.0 : number));
}

void JsonText::raw(std::string_view value) {
  before_value();
  out_ += value;
}

void JsonText::before_value() {
  if (after_name_) {
    after_name_ = false;
    return;
  }
  if (depth_ > 0) {
    if (!first_) out_ += ',';
    new_line();
  }
  first_ = false;
}

void JsonText::new_line() {
  out_ += '\n';
  if (!tight_) out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonText::quote(std::string_view text) {
  out_ += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else {
          out_ += c;
        }
    }
  }
  out_ += '"';
}

}  // namespace leadpact::exchange
