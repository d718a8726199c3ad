#include "core/data/cells.h"

namespace leadpact::data {
namespace {

// `lower` is lower-case ASCII.
bool equals_any_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
  }
  return true;
}

constexpr bool is_trimmed(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::optional<bool> parse_boolean(std::string_view cell) {
  for (const std::string_view word : {"true", "yes", "y", "1"}) {
    if (equals_any_case(cell, word)) return true;
  }
  for (const std::string_view word : {"false", "no", "n", "0"}) {
    if (equals_any_case(cell, word)) return false;
  }
  return std::nullopt;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_trimmed(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_trimmed(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace leadpact::data
