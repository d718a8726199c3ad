#include "core/agreement/wording.h"

#include <fmt/format.h>

#include <cstddef>

namespace leadpact::agreement {

namespace {
constexpr std::size_t kLongest = 48;  // bytes of a quoted text
}

std::string quoted(std::string_view text) {
  std::string result = "“";
  std::size_t length = text.size();
  if (length > kLongest) {
    length = kLongest;
    // Not in the middle of a character.
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
      --length;
  }
  for (const char c : text.substr(0, length)) {
    result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  if (length < text.size()) result += "…";
  return result + "”";
}

std::string digits(double number) {
  return fmt::format("{}", number);
}

}  // namespace leadpact::agreement
