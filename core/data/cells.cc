#include "core/data/cells.h"

namespace leadpact::data {
namespace {

// `lower` is lower-case ASCII of the same size.
bool equals_any_case(std::string_view text, std::string_view lower) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
  }
  return true;
}

constexpr bool is_trimmed(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

std::optional<bool> parse_boolean(std::string_view cell) {
  switch (cell.size()) {
    case 1:
      if (cell[0] == '1' || cell[0] == 'y' || cell[0] == 'Y') return true;
      if (cell[0] == '0' || cell[0] == 'n' || cell[0] == 'N') return false;
      break;
    case 2:
      if (equals_any_case(cell, "no")) return false;
      break;
    case 3:
      if (equals_any_case(cell, "yes")) return true;
      break;
    case 4:
      if (equals_any_case(cell, "true")) return true;
      break;
    case 5:
      if (equals_any_case(cell, "false")) return false;
      break;
    default:
      break;
  }
  return std::nullopt;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_trimmed(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_trimmed(text.back()))
    text.remove_suffix(1);
  return text;
}

}  // namespace leadpact::data
