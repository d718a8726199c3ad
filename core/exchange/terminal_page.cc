#include "core/exchange/terminal_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace leadpact::exchange {
namespace {

constexpr std::size_t kColumns = 100;

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::bold:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::good:
      return "\x1b[32m";
    case Style::fair:
      return "\x1b[33m";
    case Style::poor:
      return "\x1b[31m";
    case Style::heading:
      return "\x1b[1;36m";
  }
  return "";
}

// The next code point of valid UTF-8; a damaged byte stands for itself.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length == 1 || at + length > text.size()) {
    ++at;
    return lead;
  }
  char32_t point = lead & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i)
    point = (point << 6) | (byte(at + i) & 0x3fu);
  at += length;
  return point;
}

bool is_combining(char32_t point) {
  return (point >= 0x300 && point <= 0x36f) || (point >= 0x591 && point <= 0x5bd) ||
         (point >= 0x64b && point <= 0x65f) || (point >= 0x200b && point <= 0x200f) ||
         (point >= 0x20d0 && point <= 0x20ff) || (point >= 0xfe00 && point <= 0xfe0f);
}

bool is_wide(char32_t point) {
  return (point >= 0x1100 && point <= 0x115f) || (point >= 0x2e80 && point <= 0xa4cf) ||
         (point >= 0xac00 && point <= 0xd7a3) || (point >= 0xf900 && point <= 0xfaff) ||
         (point >= 0xfe30 && point <= 0xfe6f) || (point >= 0xff00 && point <= 0xff60) ||
         (point >= 0xffe0 && point <= 0xffe6) || (point >= 0x1f300 && point <= 0x1faff) ||
         (point >= 0x20000 && point <= 0x3fffd);
}

// How many terminal columns the text takes.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    width += is_combining(point) ? 0u : is_wide(point) ? 2u : 1u;
  }
  return width;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    const bool control =
        point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0x2028 || point == 0x2029;
    if (!control) {
      line += text.substr(begin, at - begin);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ')
    line.pop_back();
  return line;
}

std::string TerminalPage::styled(std::string_view text, Style style) const {
  if (!colour_ || style == Style::plain || text.empty()) return std::string(text);
  return fmt::format("{}{}\x1b[0m", escape_of(style), text);
}

void TerminalPage::write(std::string_view text, Style style) {
  out_ += styled(text, style);
}

void TerminalPage::line(std::string_view text, Style style) {
  out_ += styled(text, style);
  out_ += '\n';
}

void TerminalPage::heading(std::string_view text) {
  out_ += '\n';
  line(text, Style::heading);
}

void TerminalPage::paragraph(std::string_view first, std::string_view text, Style style) {
  const std::size_t indent = width_of(first);
  const std::string words = one_line(text) + ' ';
  std::string current;
  std::string_view begin = first;
  const auto flush = [&] {
    out_ += begin == first ? std::string(first) : std::string(indent, ' ');
    line(current, style);
    begin = {};
    current.clear();
  };
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t space = words.find(' ', at);
    const std::string_view word(words.data() + at, space - at);
    if (!current.empty() && indent + width_of(current) + 1 + width_of(word) > kColumns) flush();
    if (!current.empty()) current += ' ';
    current += word;
    at = space + 1;
  }
  flush();
}

void TerminalPage::widen(std::vector<std::size_t>& widths, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths.size() <= i) widths.push_back(0);
    widths[i] = std::max(widths[i], width_of(row[i].text));
  }
}

void TerminalPage::table_row(const Row& row, const std::vector<std::size_t>& widths,
                             std::size_t left) {
  std::size_t last = row.size();
  while (last > 0 && row[last - 1].text.empty())
    --last;
  out_ += "  ";
  for (std::size_t i = 0; i < last; ++i) {
    const std::string space(widths[i] - width_of(row[i].text), ' ');
    if (i > 0) out_ += "  ";
    if (i >= left) out_ += space;
    out_ += styled(row[i].text, row[i].style);
    if (i < left && i + 1 < last) out_ += space;
  }
  out_ += '\n';
}

}  // namespace leadpact::exchange
