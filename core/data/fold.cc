// Case folding: Unicode's simple lowercase mapping.
#include <algorithm>
#include <cstdint>
#include <iterator>

#include "core/data/cells.h"
#include "core/data/utf8.h"

namespace leadpact::data {
namespace {

// Characters first, first + step, ..., last become themselves + delta.
struct Run {
  std::int32_t first;
  std::int32_t last;
  std::int32_t step;
  std::int32_t delta;
};

constexpr Run kRuns[] = {
#include "core/data/lowercase_table.inc"
};

constexpr char fold_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

char32_t fold(char32_t character) {
  const auto c = static_cast<std::int32_t>(character);
  const Run* run = std::lower_bound(
      std::begin(kRuns), std::end(kRuns), c,
      [](const Run& candidate, std::int32_t sought) { return candidate.last < sought; });
  if (run == std::end(kRuns) || c < run->first || (c - run->first) % run->step != 0) {
    return character;
  }
  return static_cast<char32_t>(c + run->delta);
}

// Takes one character off the front; a byte that is none stands for itself.
char32_t take(std::string_view& text) {
  const Decoded decoded = decode(text);
  const char32_t c =
      decoded.size == 0 ? 0x110000u + static_cast<unsigned char>(text[0]) : decoded.character;
  text.remove_prefix(decoded.size == 0 ? 1 : decoded.size);
  return c;
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  while (!text.empty()) {
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      folded += fold_ascii(text[0]);
      text.remove_prefix(1);
      continue;
    }
    const char byte = text[0];
    const char32_t c = take(text);
    if (c >= 0x110000) {
      folded += byte;
    } else {
      append(folded, fold(c));
    }
  }
  return folded;
}

bool equals_folded(std::string_view text, std::string_view folded) {
  while (!text.empty() && !folded.empty()) {
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      if (fold_ascii(text[0]) != folded[0]) return false;
      text.remove_prefix(1);
      folded.remove_prefix(1);
      continue;
    }
    const char32_t c = take(text);
    if ((c < 0x110000 ? fold(c) : c) != take(folded)) return false;
  }
  return text.empty() && folded.empty();
}

}  // namespace leadpact::data
