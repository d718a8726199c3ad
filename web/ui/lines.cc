#include "web/ui/lines.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"
#include "web/ui/direction.h"
#include "web/ui/glyphs.h"

namespace leadpact::ui::detail {
namespace {

// ImGui's size of a font is ascent to descent; a web page's is the em. Roboto
// has 2400 of 2048 units between them.
constexpr float kRobotoHeight = 2400.0f / 2048.0f;
constexpr std::uint32_t kKeptFrames = 60;

std::unordered_map<std::size_t, Lines>& kept() {
  static std::unordered_map<std::size_t, Lines> all;
  return all;
}

struct Cut {
  const char* end = nullptr;
  float width = 0;  // without the blanks at its end
};

// Where a line that begins at `at` ends: after a blank or a hyphen, or between
// letters that are pictures (glyphs.h). ImGui's own also cuts after commas,
// which tears figures apart.
Cut cut_at(const char* at, const char* stop, TypeStyle style, float wrap) {
  ImFontBaked* baked = font_of(style)->GetFontBaked(pixels_of(style));
  const float scale = baked->Size > 0 ? pixels_of(style) / baked->Size : 1;
  const auto figure = [](char c) { return c >= '0' && c <= '9'; };
  Cut cut{at, 0};
  float x = 0, seen = 0;  // with and without blanks at the end
  for (const char* p = at; p < stop;) {
    // Within a word, quickly: most of a long text is passed here.
    const ImVector<float>& advances = baked->IndexAdvanceX;
    for (; p < stop; ++p) {
      const auto letter = static_cast<unsigned char>(*p);
      if (letter <= '-' || letter >= 0x80 || letter >= advances.Size) break;
      const float advance = advances.Data[letter];
      if (advance < 0) break;  // not known yet
      x += advance * scale;
      if (x > wrap) return cut.end > at ? cut : (p > at ? Cut{p, seen} : Cut{p + 1, x});
      seen = x;
    }
    if (p == stop) break;
    unsigned code = static_cast<unsigned char>(*p);
    const char* next = p + 1;
    bool run = false;
    if (code >= 0x80) {
      next = p + std::max(1, ImTextCharFromUtf8(&code, p, stop));
      run = is_run(code);
    }
    if (run && p > at) cut = {p, seen};
    x += baked->GetCharAdvance(static_cast<ImWchar>(code)) * scale;
    if (code != ' ') {
      if (x > wrap) return cut.end > at ? cut : (p > at ? Cut{p, seen} : Cut{next, x});
      seen = x;
    }
    // A number stays with its per cent sign.
    const bool per_cent = p > at && figure(p[-1]) && next < stop && *next == '%';
    const bool hyphen = code == '-' && next < stop && !figure(*next) && p > at && p[-1] != ' ';
    if ((code == ' ' && !per_cent) || hyphen || run) cut = {next, seen};
    p = next;
  }
  return {stop, seen};
}

void add_line(Lines& made, const char* at, Cut cut, TypeStyle style, bool from_right) {
  const char* end = cut.end;
  while (end > at && end[-1] == ' ')
    --end;
  const std::string_view text(at, static_cast<std::size_t>(end - at));
  if (made.turns) {
    const auto offset = static_cast<std::size_t>(at - made.shown.data());
    made.shown.replace(offset, text.size(), in_visual_order(text, from_right));
    cut.width = raw_width(text, style);
  }
  const float width = std::ceil(cut.width);
  made.lines.push_back({text, width});
  made.widest = std::max(made.widest, width);
}

void break_up(Lines& made, TypeStyle style) {
  const char* at = made.shown.data();
  const char* const end = at + made.shown.size();
  while (at < end) {
    const char* stop = std::find(at, end, '\n');
    const bool from_right =
        made.turns && reads_from_right({at, static_cast<std::size_t>(stop - at)});
    do {
      const Cut cut = cut_at(at, stop, style, made.wrap);
      add_line(made, at, cut, style, from_right);
      at = cut.end;
      while (at < stop && *at == ' ')
        ++at;
    } while (at < stop);
    if (at < end) ++at;
  }
}

}  // namespace

ImFont* font_of(TypeStyle style) {
  return state().fonts[static_cast<int>(style.weight)];
}

float pixels_of(TypeStyle style) {
  return std::floor(static_cast<float>(style.size) * state().input.scale * kRobotoHeight + 0.5f);
}

float css_font_size(TypeStyle style) {
  return pixels_of(style) / kRobotoHeight / state().input.scale;
}

float raw_width(std::string_view text, TypeStyle style) {
  if (text.empty()) return 0;
  return font_of(style)
      ->CalcTextSizeA(pixels_of(style), FLT_MAX, 0, text.data(), text.data() + text.size())
      .x;
}

const Lines& lines_of(std::string_view text, TypeStyle style, float wrap) {
  const ImFont* font = font_of(style);
  const float size = pixels_of(style);
  std::size_t key = std::hash<std::string_view>()(text);
  for (const std::size_t part :
       {std::hash<const void*>()(font), std::hash<float>()(size), std::hash<float>()(wrap)}) {
    key = (key ^ part) * 0x9E3779B1u + (key >> 7);
  }
  Lines& made = kept()[key];
  made.seen = state().frame;
  const bool same =
      made.font == font && made.size == size && made.wrap == wrap && made.text == text;
  if (same) return made;
  made.text = text;
  made.shown = with_runs(text);
  made.font = font;
  made.size = size;
  made.wrap = wrap;
  made.widest = 0;
  made.turns = has_turned_runs(made.shown);
  made.lines.clear();
  break_up(made, style);
  return made;
}

void drop_old_lines() {
  const std::uint32_t now = state().frame;
  if (now % kKeptFrames != 0) return;
  std::erase_if(kept(), [now](const auto& each) { return now - each.second.seen > kKeptFrames; });
}

void drop_all_lines() {
  kept().clear();
}

}  // namespace leadpact::ui::detail
