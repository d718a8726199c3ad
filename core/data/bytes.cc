#include "core/data/bytes.h"

#include <array>
#include <cstddef>

#include "core/data/simd.h"
#include "core/data/utf8.h"

namespace leadpact::data {
namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

// 0x80 to 0x9F; the rest of Windows-1252 is Latin-1.
constexpr std::array<char16_t, 32> kUpperControls = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

}  // namespace

std::size_t check_utf8(std::string_view bytes, std::size_t from, std::size_t to) {
  std::size_t at = from;
  while (at + simd::kBlock <= to) {
    std::uint64_t high = simd::Block(bytes.data() + at).high_mask();
    std::size_t next = at + simd::kBlock;
    while (high != 0) {
      const auto begin = static_cast<std::size_t>(simd::first_bit(high));
      const Decoded decoded = decode(bytes.substr(at + begin));
      if (decoded.size == 0) return std::string_view::npos;
      const std::size_t end = begin + decoded.size;
      if (end >= simd::kBlock) {
        next = at + end;
        break;
      }
      high = high >> end << end;
    }
    at = next;
  }
  while (at < to) {
    const Decoded decoded = decode(bytes.substr(at));
    if (decoded.size == 0) return std::string_view::npos;
    at += decoded.size;
  }
  return at;
}

bool is_utf8(std::string_view bytes) {
  return check_utf8(bytes, 0, bytes.size()) != std::string_view::npos;
}

Detected detect_bom(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return {Encoding::utf16le, bytes.substr(2)};
  if (bytes.substr(0, 2) == "\xFE\xFF") return {Encoding::utf16be, bytes.substr(2)};
  if (bytes.substr(0, 3) == kUtf8Bom) bytes.remove_prefix(3);
  return {Encoding::utf8, bytes};
}

Detected detect_encoding(std::string_view bytes) {
  Detected detected = detect_bom(bytes);
  if (detected.encoding == Encoding::utf8 && !is_utf8(detected.body)) {
    detected.encoding = Encoding::windows1252;
  }
  return detected;
}

void append_windows1252(std::string& text, std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      append(text, byte < 0xA0 ? static_cast<char32_t>(kUpperControls[byte - 0x80u]) : byte);
    }
  }
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size() / 2 + bytes.size() / 16);
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t next = c <= 0xDBFF && at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (next >= 0xDC00 && next <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
        at += 2;
      } else {
        c = kReplacement;
      }
    }
    append(text, c);
  }
  return text;
}

DecodedText::DecodedText(std::string_view bytes) {
  const Detected detected = detect_encoding(bytes);
  encoding_ = detected.encoding;
  switch (encoding_) {
    case Encoding::utf8:
      borrowed_ = detected.body;
      break;
    case Encoding::windows1252:
      owned_.reserve(detected.body.size() + detected.body.size() / 16);
      append_windows1252(owned_, detected.body);
      break;
    case Encoding::utf16le:
      owned_ = from_utf16(detected.body, false);
      break;
    case Encoding::utf16be:
      owned_ = from_utf16(detected.body, true);
      break;
  }
}

}  // namespace leadpact::data
