#include "web/ui/direction.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/glyphs.h"

namespace leadpact::ui::detail {
namespace {

enum class Way : std::uint8_t { left_to_right, right_to_left, number, neutral };

// What stays together in its own order.
struct Unit {
  std::string_view text;
  Way way = Way::neutral;
};

Way way_of(char32_t code) {
  if (is_run(code)) return run_reads_from_right(code) ? Way::right_to_left : Way::left_to_right;
  if (code >= '0' && code <= '9') return Way::number;
  const bool letter = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
                      (code >= 0xC0 && code < 0x2000);
  return letter ? Way::left_to_right : Way::neutral;
}

Unit unit_at(std::string_view text, std::size_t at) {
  unsigned code = 0;
  const int read = ImTextCharFromUtf8(&code, text.data() + at, text.data() + text.size());
  return {text.substr(at, static_cast<std::size_t>(std::max(1, read))), way_of(code)};
}

std::vector<Unit> units_of(std::string_view line) {
  std::vector<Unit> units;
  for (std::size_t at = 0; at < line.size(); at += units.back().text.size())
    units.push_back(unit_at(line, at));
  return units;
}

// Units from `first` up to and with `last` become one.
void join(std::vector<Unit>& units, std::size_t first, std::size_t last) {
  Unit& whole = units[first];
  const Unit& end = units[last];
  const char* stop = end.text.data() + end.text.size();
  whole.text = {whole.text.data(), static_cast<std::size_t>(stop - whole.text.data())};
  units.erase(units.begin() + static_cast<std::ptrdiff_t>(first) + 1,
              units.begin() + static_cast<std::ptrdiff_t>(last) + 1);
}

// "1,234.5 %" is one number.
void join_numbers(std::vector<Unit>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].way != Way::number) continue;
    std::size_t last = i;
    for (std::size_t next = i + 1; next < units.size(); ++next) {
      const bool sign = units[next].text.size() == 1 &&
                        std::string_view(".,:/-").find(units[next].text) != std::string_view::npos;
      if (units[next].way == Way::number) {
        last = next;
      } else if (units[next].text == "%") {
        last = next;
        break;
      } else if (!sign) {
        break;
      }
    }
    join(units, i, last);
  }
}

// Latin words in a line that is read from the right keep their order.
void join_words(std::vector<Unit>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].way != Way::left_to_right) continue;
    std::size_t last = i;
    for (std::size_t next = i + 1; next < units.size(); ++next) {
      if (units[next].way == Way::right_to_left) break;
      if (units[next].way != Way::neutral) last = next;
    }
    join(units, i, last);
  }
}

std::string_view mirrored(const Unit& unit) {
  constexpr std::string_view kPairs = "()[]{}<>";
  if (unit.way != Way::neutral || unit.text.size() != 1) return unit.text;
  const std::size_t at = kPairs.find(unit.text);
  return at == std::string_view::npos ? unit.text : kPairs.substr(at ^ 1, 1);
}

void append_reversed(std::string& out, const std::vector<Unit>& units, std::size_t first,
                     std::size_t last) {
  for (std::size_t i = last + 1; i > first; --i)
    out += mirrored(units[i - 1]);
}

}  // namespace

bool has_turned_runs(std::string_view shown) {
  for (std::size_t at = 0; at < shown.size(); ++at) {
    // Runs begin with this byte or a later one (U+3000): few texts have any.
    if (static_cast<unsigned char>(shown[at]) < 0xE3) continue;
    if (unit_at(shown, at).way == Way::right_to_left) return true;
  }
  return false;
}

bool reads_from_right(std::string_view shown) {
  for (std::size_t at = 0; at < shown.size();) {
    const Unit unit = unit_at(shown, at);
    if (unit.way == Way::right_to_left) return true;
    if (unit.way == Way::left_to_right) return false;
    at += unit.text.size();
  }
  return false;
}

std::string in_visual_order(std::string_view line, bool from_right) {
  std::vector<Unit> units = units_of(line);
  std::string out;
  join_numbers(units);
  if (from_right) {
    join_words(units);
    if (!units.empty()) append_reversed(out, units, 0, units.size() - 1);
    return out;
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].way != Way::right_to_left) {
      out += units[i].text;
      continue;
    }
    std::size_t last = i;
    for (std::size_t next = i + 1; next < units.size(); ++next) {
      if (units[next].way == Way::left_to_right) break;
      if (units[next].way != Way::neutral) last = next;
    }
    append_reversed(out, units, i, last);
    i = last;
  }
  return out;
}

}  // namespace leadpact::ui::detail
