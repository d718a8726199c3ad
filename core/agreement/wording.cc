#include "core/agreement/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "core/calendar/time.h"
#include "core/data/utf8.h"

namespace leadpact::agreement {

namespace {

constexpr std::size_t kLongest = 48;  // bytes of a quoted text

struct Range {
  std::uint16_t first, last;
};
// Controls, spaces of all widths, marks that join the letter before, what has no ink, second ways
// to write a letter, characters of no fixed look, and the bracket itself.
constexpr Range kShownByNumber[] = {
    {0x00, 0x1F},     {0x7F, 0xA0},     {0xAD, 0xAD},     {0x300, 0x36F},   {0x374, 0x374},
    {0x37E, 0x37E},   {0x387, 0x387},   {0x61C, 0x61C},   {0x653, 0x655},   {0x958, 0x95F},
    {0x115F, 0x11FF}, {0x1680, 0x1680}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2000, 0x200F},
    {0x2011, 0x2011}, {0x2028, 0x202F}, {0x205F, 0x206F}, {0x2126, 0x2126}, {0x212A, 0x212B},
    {0x2329, 0x232A}, {0x27E8, 0x27E8}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3099, 0x309A},
    {0x3164, 0x3164}, {0xE000, 0xFA0D}, {0xFA10, 0xFA10}, {0xFA12, 0xFA12}, {0xFA15, 0xFA1E},
    {0xFA20, 0xFA20}, {0xFA22, 0xFA22}, {0xFA25, 0xFA26}, {0xFA2A, 0xFDEF}, {0xFE00, 0xFE0F},
    {0xFE70, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFC}, {0xFFFE, 0xFFFF}};

bool is_shown_by_number(char32_t c) {
  if (c > 0xFFFF) return (c >= 0x2F800 && c < 0x2FA20) || c >= 0xE0000;
  return std::any_of(std::begin(kShownByNumber), std::end(kShownByNumber),
                     [&](Range range) { return c >= range.first && c <= range.last; });
}

constexpr char32_t kNoJoiner = 0x200C, kJoiner = 0x200D, kAsEmoji = 0xFE0F;

bool is_sign(char32_t c) {
  return (c >= 0x2190 && c < 0x2C00) || (c >= 0x1F000 && c < 0x20000);
}

bool joins(char32_t c) {
  return is_sign(c) || (c >= 0x600 && c < 0x1100) || c == kAsEmoji;
}

bool stays(char32_t c, char32_t before, char32_t after) {
  if (c == ' ') return before != ' ';
  if (c == kAsEmoji) return is_sign(before);
  if (c == kNoJoiner || c == kJoiner) return joins(before) && joins(after);
  return !is_shown_by_number(c);
}

// At the front of the text; 0 where it is empty.
char32_t first_of(std::string_view text, std::size_t& size) {
  size = 0;
  if (text.empty()) return 0;
  const data::Decoded decoded = data::decode(text);
  size = std::max<std::size_t>(decoded.size, 1);
  return decoded.size > 0 ? decoded.character
                          : 0x110000u + static_cast<unsigned char>(text.front());
}

}  // namespace

std::string visible(std::string_view text) {
  // Almost always nothing is to be done; every sentence is made anew with every letter typed.
  char last = 0;
  if (std::all_of(text.begin(), text.end(), [&](char c) {
        const bool plain = c >= ' ' && c < 0x7F && (c != ' ' || last != ' ');
        last = c;
        return plain;
      })) {
    return std::string(text);
  }
  std::string shown;
  shown.reserve(text.size());
  std::size_t size = 0;
  std::size_t next_size = 0;
  char32_t before = 0;
  for (char32_t c = first_of(text, size), after = 0; size > 0; c = after, size = next_size) {
    after = first_of(text.substr(size), next_size);
    if (stays(c, before, after)) {
      shown += text.substr(0, size);
      before = c;
    } else {
      shown += fmt::format("⟨U+{:04X}⟩", static_cast<int>(c));
      before = 0;
    }
    text.remove_prefix(size);
  }
  return shown;
}

std::string in_quotes(std::string_view text) {
  constexpr std::string_view kClosing = "”";
  std::string shown = visible(text);
  for (std::size_t at = 0; (at = shown.find(kClosing, at)) != std::string::npos;) {
    shown.insert(at, kClosing);
    at += 2 * kClosing.size();
  }
  return "“" + shown + "”";
}

const std::string& or_id(const std::string& name, const std::string& id) {
  return name.empty() ? id : name;
}

std::string_view month_name(int month) {
  static constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
  return kMonths[month - 1];
}

std::string date_words(const std::string& date) {
  const auto day = calendar::parse_day(date);
  if (!day) return date;
  const calendar::Date parts = calendar::to_date(*day);
  return std::to_string(parts.day) + " " + std::string(month_name(parts.month)) + " " +
         std::to_string(parts.year);
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
