#include "web/ui/theme.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/ui/detail.h"

namespace leadpact::ui {
namespace {

// Just enough JSON for a theme: objects of strings, at most two deep.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool expect(char c) {
    skip();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::optional<std::string_view> string() {
    if (!expect('"')) return std::nullopt;
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view found = text_.substr(at_, end - at_);
    at_ = end + 1;
    return found;
  }
  using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
  bool pairs(Pairs& into) {
    if (!expect('{')) return false;
    while (!expect('}')) {
      const auto key = string();
      if (!key || !expect(':')) return false;
      const auto value = string();
      if (!value) return false;
      into.emplace_back(*key, *value);
      expect(',');
    }
    return true;
  }

 private:
  void skip() {
    while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) <= ' ')
      ++at_;
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<Color> parse_color(std::string_view text) {
  if (text.empty() || text[0] != '#' || (text.size() != 7 && text.size() != 9)) return std::nullopt;
  std::uint32_t bytes = 0;
  for (const char c : text.substr(1)) {
    std::uint32_t digit = 0;
    if (c >= '0' && c <= '9')
      digit = static_cast<std::uint32_t>(c - '0');
    else if (c >= 'a' && c <= 'f')
      digit = static_cast<std::uint32_t>(c - 'a' + 10);
    else if (c >= 'A' && c <= 'F')
      digit = static_cast<std::uint32_t>(c - 'A' + 10);
    else
      return std::nullopt;
    bytes = bytes * 16 + digit;
  }
  if (text.size() == 7) bytes = (bytes << 8) | 0xFF;
  // RRGGBBAA to ImGui's AABBGGRR.
  return (bytes >> 24) | ((bytes >> 8) & 0xFF00) | ((bytes << 8) & 0xFF0000) | (bytes << 24);
}

}  // namespace

bool parse_theme(std::string_view json, Theme& theme) {
  Scanner scanner(json);
  Scanner::Pairs palette, roles;
  if (!scanner.expect('{')) return false;
  while (!scanner.expect('}')) {
    const auto key = scanner.string();
    if (!key || !scanner.expect(':')) return false;
    bool read = true;
    if (*key == "palette") {
      read = scanner.pairs(palette);
    } else if (*key == "roles") {
      read = scanner.pairs(roles);
    } else {
      const auto value = scanner.string();
      read = value.has_value();
      if (read && *key == "name") theme.dark = *value == "dark";
    }
    if (!read) return false;
    scanner.expect(',');
  }
  const auto look_up = [&](std::string_view role) -> std::optional<Color> {
    for (const auto& [name, color] : roles) {
      if (name != role) continue;
      for (const auto& [entry, value] : palette) {
        if (entry == color) return parse_color(value);
      }
    }
    return std::nullopt;
  };
  bool complete = true;
#define LEADPACT_ROLE(name)                \
  if (const auto found = look_up(#name)) { \
    theme.name = *found;                   \
  } else {                                 \
    complete = false;                      \
  }
  LEADPACT_COLOR_ROLES(LEADPACT_ROLE)
#undef LEADPACT_ROLE
  return complete;
}

const Theme& theme() {
  return detail::state().now;
}

void choose_theme(ThemeChoice choice) {
  detail::state().choice = choice;
}
ThemeChoice theme_choice() {
  return detail::state().choice;
}

namespace detail {

Color color_of(Tone tone) {
  const Theme& t = theme();
  switch (tone) {
    case Tone::normal:
      return t.text;
    case Tone::quiet:
      return t.text_2;
    case Tone::help:
      return t.text_3;
    case Tone::accent:
      return t.accent;
    case Tone::success:
      return t.success;
    case Tone::warning:
      return t.warning;
    case Tone::danger:
      return t.danger;
    case Tone::info:
      return t.info;
  }
  return t.text;
}

Color soft_of(Tone tone) {
  const Theme& t = theme();
  switch (tone) {
    case Tone::normal:
    case Tone::quiet:
    case Tone::help:
      return t.sunken;
    case Tone::accent:
      return t.accent_soft;
    case Tone::success:
      return t.success_soft;
    case Tone::warning:
      return t.warning_soft;
    case Tone::danger:
      return t.danger_soft;
    case Tone::info:
      return t.info_soft;
  }
  return t.sunken;
}

Icon icon_of(Tone tone) {
  switch (tone) {
    case Tone::success:
      return Icon::check_circle;
    case Tone::warning:
      return Icon::warning;
    case Tone::danger:
      return Icon::error;
    default:
      return Icon::info;
  }
}

}  // namespace detail
}  // namespace leadpact::ui
