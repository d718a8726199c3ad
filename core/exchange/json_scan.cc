#include "core/exchange/json_scan.h"

#include <algorithm>

#include "core/data/utf8.h"
#include "core/exchange/document.h"

namespace leadpact::exchange {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_number_char(char c) {
  return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at]))
    ++at;
  return at;
}

// RFC 8259, 6.
bool is_json_number(std::string_view text) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;
  if (at < text.size() && text[at] == '.') {
    const std::size_t decimals = at + 1;
    at = skip_digits(text, decimals);
    if (at == decimals) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skip_digits(text, exponent);
    if (at == exponent) return false;
  }
  return at == text.size();
}

// The code unit of `XXXX` at the front, or nothing.
std::optional<unsigned> hex4(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(0, 4)) {
    const unsigned digit = is_digit(c)            ? static_cast<unsigned>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                           : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                                  : 16u;
    if (digit == 16) return std::nullopt;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) { scan_.text = bytes; }

  Scan run() && {
    while (at_ < bytes_.size() && !scan_.error)
      step();
    if (scan_.error) scan_.text.resize(at_);
    return std::move(scan_);
  }

 private:
  void step() {
    const char c = bytes_[at_];
    const auto byte = static_cast<unsigned char>(c);
    if (in_text_) {
      step_in_text(c);
    } else if (is_digit(c) || c == '-') {
      take_number();
    } else if (c == '[' || c == '{') {
      if (++depth_ > kMaxDepth) {
        fail(ErrorCode::too_large,
             "Lists and objects are nested more than 64 deep here; an "
             "agreement never needs that.");
        return;
      }
      ++at_;
    } else if (c == ']' || c == '}') {
      --depth_;
      ++at_;
    } else if (byte < 0x20 && c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      fail(ErrorCode::not_json,
           "There is a control character here; the text of a JSON file is "
           "expected.");
    } else if (byte >= 0x80) {
      take_character();
    } else {
      in_text_ = c == '"';
      ++at_;
    }
  }

  void step_in_text(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\') {
      take_escape();
    } else if (byte < 0x20) {
      fail(ErrorCode::not_json,
           c == '\n' || c == '\r'
               ? "A text is not closed before the line ends; a quotation mark is expected."
               : "There is a control character inside a text; write it as an escape like \\t.");
    } else if (byte >= 0x80) {
      take_character();
    } else {
      in_text_ = c != '"';
      ++at_;
    }
  }

  void take_character() {
    const std::size_t length = data::decode(bytes_.substr(at_)).size;
    if (length == 0) {
      fail(ErrorCode::not_json, "There is a byte that is no UTF-8 here; save the file in UTF-8.");
      return;
    }
    at_ += length;
  }

  // RapidJSON lets the second half of a surrogate pair stand alone, which
  // would be text that is no UTF-8.
  void take_escape() {
    const std::string_view rest = bytes_.substr(at_);
    if (rest.size() < 2 || rest[1] != 'u') {
      // A control character after the backslash is seen by the next step.
      at_ += rest.size() >= 2 && static_cast<unsigned char>(rest[1]) >= 0x20 &&
                     static_cast<unsigned char>(rest[1]) < 0x80
                 ? 2u
                 : 1u;
      return;
    }
    const std::optional<unsigned> unit = hex4(rest.substr(2));
    if (!unit) {
      at_ += 2;  // the parser names it
      return;
    }
    std::optional<unsigned> second;
    if (is_high_surrogate(*unit) && rest.size() >= 8 && rest[6] == '\\' && rest[7] == 'u') {
      second = hex4(rest.substr(8));
    }
    if (is_low_surrogate(*unit) ||
        (is_high_surrogate(*unit) && !(second && is_low_surrogate(*second)))) {
      fail(ErrorCode::not_json, "The escape " + std::string(rest.substr(0, 6)) +
                                    " is half a character; both halves are expected.");
      return;
    }
    at_ += is_high_surrogate(*unit) ? 12u : 6u;
  }

  void take_number() {
    std::size_t end = at_;
    while (end < bytes_.size() && is_number_char(bytes_[end]))
      ++end;
    const std::string_view number = bytes_.substr(at_, end - at_);
    if (!is_json_number(number)) {
      fail(ErrorCode::not_json, "“" + std::string(number.substr(0, 40)) +
                                    "” is not a number; write it like 12, -3 or 0.5.");
      return;
    }
    if (scan_.numbers.size() == kMaxValues) {
      fail(ErrorCode::too_large,
           "There are more than a million values; an agreement never needs "
           "that.");
      return;
    }
    scan_.numbers.push_back(number);
    scan_.text[at_] = '1';
    for (std::size_t i = at_ + 1; i < end; ++i)
      scan_.text[i] = ' ';
    at_ = end;
  }

  void fail(ErrorCode code, std::string message) {
    scan_.error = error_at(code, bytes_, at_, std::move(message));
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool in_text_ = false;
  Scan scan_;
};

}  // namespace

Scan scan_json(std::string_view bytes, std::size_t most) {
  if (bytes.size() > most) {
    Scan scan;
    scan.error = error_at(ErrorCode::too_large, bytes, 0,
                          "The file is larger than 8 MiB; an agreement never needs that.");
    return scan;
  }
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  return Scanner(bytes).run();
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  const std::size_t end = std::min(offset, text.size());
  for (std::size_t i = 0; i < end; ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n'))) {
      ++line;
    }
  }
  return line;
}

Error error_at(ErrorCode code, std::string_view text, std::size_t offset, std::string message) {
  return {code, "line " + std::to_string(line_of(text, offset)), std::move(message)};
}

}  // namespace leadpact::exchange
