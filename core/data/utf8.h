// One character at a time in and out of UTF-8.
#ifndef LEADPACT_CORE_DATA_UTF8_H_
#define LEADPACT_CORE_DATA_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace leadpact::data {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t character = kReplacement;
  std::size_t size = 0;  // bytes taken; 0 where they are no character
};

// The character at the front of `text`, which is not empty. Overlong forms,
// surrogates and what lies beyond U+10FFFF are no characters.
inline Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const auto low = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2) return {};
  if (lead < 0xE0) {
    if (!continues(1)) return {};
    return {static_cast<char32_t>((lead & 0x1Fu) << 6) | low(1), 2};
  }
  if (lead < 0xF0) {
    if (!continues(1) || !continues(2)) return {};
    const char32_t c = static_cast<char32_t>((lead & 0x0Fu) << 12) | low(1) << 6 | low(2);
    if (c < 0x800 || (c >= 0xD800 && c <= 0xDFFF)) return {};
    return {c, 3};
  }
  if (lead > 0xF4 || !continues(1) || !continues(2) || !continues(3)) return {};
  const char32_t c =
      static_cast<char32_t>((lead & 0x07u) << 18) | low(1) << 12 | low(2) << 6 | low(3);
  if (c < 0x10000 || c > 0x10FFFF) return {};
  return {c, 4};
}

// Appends a character that exists (no surrogate, at most U+10FFFF).
inline void append(std::string& text, char32_t c) {
  const auto tail = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    text += tail(c);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += tail(c >> 6);
    text += tail(c);
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    text += tail(c >> 12);
    text += tail(c >> 6);
    text += tail(c);
  }
}

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_UTF8_H_
