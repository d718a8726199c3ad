#include "core/agreement/wording.h"

#include <fmt/format.h>

#include <algorithm>
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

std::string grouped(std::string number) {
  const std::size_t first = !number.empty() && number[0] == '-' ? 1 : 0;
  const std::size_t end = std::min(number.find_first_not_of("0123456789", first), number.size());
  if (end < number.size() && number[end] != '.') return number;
  for (std::size_t at = end; at > first + 3;) {
    at -= 3;
    number.insert(at, ",");
  }
  return number;
}

std::string whole(std::uint64_t number) {
  return grouped(std::to_string(number));
}

std::string number_words(double number) {
  return grouped(digits(number));
}

std::string listed(const std::vector<std::string>& parts, std::string_view last_word) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " " + std::string(last_word) + " " : ", ";
    text += parts[i];
  }
  return text;
}

std::string in_a_row(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' '))
    text.pop_back();
  return text;
}

}  // namespace leadpact::agreement
