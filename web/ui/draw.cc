// Lines, surfaces and text: the only place that knows device pixels.
#include <algorithm>
#include <cmath>

#include "core/data/cells.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"
#include "web/ui/direction.h"
#include "web/ui/glyphs.h"
#include "web/ui/lines.h"

namespace leadpact::ui::detail {
namespace {

float snap(float css) {
  return std::floor(css * state().input.scale + 0.5f);
}
ImVec2 at(float x, float y) {
  return {snap(x), snap(y)};
}
float thick(float css) {
  return std::max(1.0f, std::floor(css * state().input.scale + 0.01f));
}
ImDrawList* list() {
  return ImGui::GetWindowDrawList();
}

ImDrawFlags flags(Corners corners) {
  if (corners == kTopCorners) return ImDrawFlags_RoundCornersTop;
  if (corners == kBottomCorners) return ImDrawFlags_RoundCornersBottom;
  return ImDrawFlags_RoundCornersAll;
}

// Long tables are drawn whole; what is out of sight costs no vertices.
bool out_of_sight(float top, float bottom) {
  const ImVec4& clip = list()->_ClipRectStack.back();
  return bottom < clip.y - 40 || top > clip.w + 40;
}
bool out_of_sight(const Rect& rect) {
  const float s = state().input.scale;
  return out_of_sight(rect.y * s, (rect.y + rect.height) * s);
}

std::size_t next_letter(std::string_view text, std::size_t at) {
  do
    ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

// A ground behind what is being searched for (begin_search).
void mark_sought(float x, float y, float height, std::string_view line, TypeStyle style) {
  if (state().sought.empty()) return;
  const std::string sought = data::fold_case(with_runs(state().sought));
  for (std::size_t at = 0; at < line.size();) {
    // Folded, a letter stays one letter.
    std::size_t end = at;
    for (std::size_t of = 0; of < sought.size() && end < line.size(); of = next_letter(sought, of))
      end = next_letter(line, end);
    if (!data::equals_folded(line.substr(at, end - at), sought)) {
      at = next_letter(line, at);
      continue;
    }
    const float left = x + raw_width(line.substr(0, at), style);
    const float wide = raw_width(line.substr(at, end - at), style);
    list()->AddRectFilled(ImVec2(std::floor(left) - 1, y), ImVec2(left + wide + 1, y + height),
                          theme().warning_soft, 2 * state().input.scale);
    at = end;
  }
}

void put(float x, float y, float height, std::string_view text, TypeStyle style, Color color) {
  if (text.empty()) return;
  const float top = y + std::floor((height - pixels_of(style)) / 2);
  list()->AddText(font_of(style), pixels_of(style), ImVec2(std::floor(x), top), color, text.data(),
                  text.data() + text.size());
}

// Device pixels, a little more than nothing.
float wrap_at(float width) {
  return std::max(1.0f, std::floor(width * state().input.scale + 0.01f));
}

}  // namespace

void fill(const Rect& rect, Color color, float radius, Corners corners) {
  if (rect.width <= 0 || rect.height <= 0 || out_of_sight(rect)) return;
  list()->AddRectFilled(at(rect.x, rect.y), at(rect.x + rect.width, rect.y + rect.height), color,
                        radius * state().input.scale, flags(corners));
}

void outline(const Rect& rect, Color color, float radius, float width) {
  if (out_of_sight(rect)) return;
  const ImVec2 min = at(rect.x, rect.y);
  const ImVec2 max = at(rect.x + rect.width, rect.y + rect.height);
  const float w = thick(width);
  // ImGui strokes around the line: keep the stroke within the rect.
  const float in = (w - 1) / 2;
  list()->AddRect(ImVec2(min.x + in, min.y + in), ImVec2(max.x - in, max.y - in), color,
                  radius * state().input.scale, ImDrawFlags_RoundCornersAll, w);
}

void dashed_outline(const Rect& rect, Color color, float radius) {
  const float dash = 6, gap = 5, right = rect.x + rect.width, bottom = rect.y + rect.height;
  const auto run = [&](float from, float to, auto draw) {
    for (float p = from; p < to; p += dash + gap)
      draw(p, std::min(p + dash, to));
  };
  run(rect.x + radius, right - radius, [&](float a, float b) {
    line(a, rect.y, b, rect.y, color, 1);
    line(a, bottom, b, bottom, color, 1);
  });
  run(rect.y + radius, bottom - radius, [&](float a, float b) {
    line(rect.x, a, rect.x, b, color, 1);
    line(right, a, right, b, color, 1);
  });
  const float r = radius * state().input.scale;
  const auto corner = [&](float x, float y, float from) {
    list()->PathArcTo(at(x, y), r, from, from + IM_PI / 2);
    list()->PathStroke(color, 0, thick(1));
  };
  corner(rect.x + radius, rect.y + radius, IM_PI);
  corner(right - radius, rect.y + radius, IM_PI * 1.5f);
  corner(right - radius, bottom - radius, 0);
  corner(rect.x + radius, bottom - radius, IM_PI * 0.5f);
}

void line(float x1, float y1, float x2, float y2, Color color, float width) {
  if (out_of_sight({0, std::min(y1, y2), 0, std::abs(y2 - y1)})) return;
  const float w = thick(width);
  if (y1 == y2) {
    const ImVec2 a = at(x1, y1), b = at(x2, y2);
    list()->AddRectFilled(a, ImVec2(b.x, b.y + w), color);
  } else if (x1 == x2) {
    const ImVec2 a = at(x1, y1), b = at(x2, y2);
    list()->AddRectFilled(a, ImVec2(b.x + w, b.y), color);
  } else {
    const float s = state().input.scale;
    list()->AddLine(ImVec2(x1 * s, y1 * s), ImVec2(x2 * s, y2 * s), color, width * s);
  }
}

void dot(float x, float y, float radius, Color color) {
  const float s = state().input.scale;
  if (out_of_sight((y - radius) * s, (y + radius) * s)) return;
  list()->AddCircleFilled(ImVec2(x * s, y * s), radius * s, color);
}

void curve(const std::vector<std::pair<float, float>>& points, Color color, float width) {
  const float s = state().input.scale;
  for (const auto& [x, y] : points)
    list()->PathLineTo(ImVec2(x * s, y * s));
  list()->PathStroke(color, 0, width * s);
}

void soft_shadow(const Rect& rect, float radius) {
  // Two layers, a wide faint one and a close one, each of some steps.
  const Color base = theme().shadow;
  for (int layer = 0; layer < 2; ++layer) {
    const float spread = layer == 0 ? 14.0f : 4.0f;
    const float drop = layer == 0 ? 8.0f : 2.0f;
    const float strength = (layer == 0 ? 0.016f : 0.03f) * (theme().dark ? 2.4f : 1.0f);
    const int steps = layer == 0 ? 7 : 3;
    for (int i = steps; i > 0; --i) {
      const float grow = spread * static_cast<float>(i) / static_cast<float>(steps);
      fill({rect.x - grow, rect.y - grow + drop, rect.width + 2 * grow, rect.height + 2 * grow},
           faded(base, strength), radius + grow);
    }
  }
}

Rect in_sight(const Rect& rect) {
  const float s = state().input.scale;
  const ImVec4& clip = list()->_ClipRectStack.back();
  const float left = std::max(rect.x, clip.x / s), top = std::max(rect.y, clip.y / s);
  const float right = std::min(rect.x + rect.width, clip.z / s);
  const float bottom = std::min(rect.y + rect.height, clip.w / s);
  if (right <= left || bottom <= top) return {rect.x, rect.y, 0, 0};
  return {left, top, right - left, bottom - top};
}

Color mix(Color a, Color b, float share) {
  if (share <= 0) return a;
  if (share >= 1) return b;
  Color out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float x = static_cast<float>((a >> shift) & 0xFF);
    const float y = static_cast<float>((b >> shift) & 0xFF);
    out |= static_cast<Color>(std::lround(x + (y - x) * share)) << shift;
  }
  return out;
}

Color faded(Color color, float alpha) {
  const float own = static_cast<float>(color >> 24) * std::clamp(alpha, 0.0f, 1.0f);
  return (color & 0x00FFFFFF) | (static_cast<Color>(std::lround(own)) << 24);
}

float line_height(TypeStyle style) {
  const float scale = state().input.scale;
  return std::floor(static_cast<float>(style.size) * type::kLineHeight * scale + 0.5f) / scale;
}

float text_width(std::string_view text, TypeStyle style) {
  return std::ceil(raw_width(with_runs(text), style)) / state().input.scale;
}

TextSize text_size(std::string_view text, TypeStyle style, float width) {
  const float scale = state().input.scale;
  const Lines& all = lines_of(text, style, wrap_at(width));
  const auto count = static_cast<float>(std::max<std::size_t>(1, all.lines.size()));
  return {all.widest / scale, count * line_height(style)};
}

void draw_text(const Rect& rect, std::string_view text, TypeStyle style, Color color, Align align) {
  if (out_of_sight(rect)) return;
  const float width = wrap_at(rect.width);
  const float step = line_height(style) * state().input.scale;
  float y = snap(rect.y);
  for (const Line& each : lines_of(text, style, width).lines) {
    if (!out_of_sight(y, y + step)) {
      float x = snap(rect.x);
      if (align == Align::right) x += width - each.width;
      if (align == Align::centre) x += std::floor((width - each.width) / 2);
      mark_sought(x, y, step, each.text, style);
      put(x, y, step, each.text, style, color);
    }
    y += step;
  }
}

std::vector<Rect> stretch(const Rect& rect, std::string_view text, TypeStyle style,
                          std::size_t begin, std::size_t end) {
  // Runs take another number of bytes than the letters they stand for.
  const std::size_t from = with_runs(text.substr(0, begin)).size();
  const std::size_t to = from + with_runs(text.substr(begin, end - begin)).size();
  const Lines& lines = lines_of(text, style, wrap_at(rect.width));
  const std::string_view shown = lines.shown;
  const float scale = state().input.scale;
  std::vector<Rect> pieces;
  float y = rect.y;
  for (const Line& one : lines.lines) {
    const auto at = static_cast<std::size_t>(one.text.data() - shown.data());
    const std::size_t first = std::max(at, from), last = std::min(at + one.text.size(), to);
    if (first < last) {
      const float x = raw_width(shown.substr(at, first - at), style) / scale;
      const float wide = raw_width(shown.substr(first, last - first), style) / scale;
      pieces.push_back({rect.x + x, y, wide, line_height(style)});
    }
    y += line_height(style);
  }
  return pieces;
}

void draw_line(const Rect& rect, std::string_view text, TypeStyle style, Color color, Align align) {
  if (out_of_sight(rect)) return;
  std::string_view shown = with_runs(text);
  const float scale = state().input.scale;
  const float width = rect.width * scale + 0.5f;
  const float height = snap(rect.y + rect.height) - snap(rect.y);
  std::string shortened;
  if (std::ceil(raw_width(shown, style)) > width) {
    const float dots = raw_width("…", style);
    const char* cut = nullptr;
    font_of(style)->CalcTextSizeA(pixels_of(style), std::max(0.0f, width - dots), 0, shown.data(),
                                  shown.data() + shown.size(), &cut);
    shortened.assign(shown.data(), cut);
    while (!shortened.empty() && shortened.back() == ' ')
      shortened.pop_back();
    shortened += "…";
    shown = shortened;
  }
  std::string turned;
  if (has_turned_runs(shown)) {
    turned = in_visual_order(shown, reads_from_right(shown));
    shown = turned;
  }
  float x = snap(rect.x);
  if (align == Align::right) x = snap(rect.x + rect.width) - std::ceil(raw_width(shown, style));
  put(x, snap(rect.y), height, shown, style, color);
}

void draw_icon(float x, float y, float size, Icon icon, Color color) {
  if (icon == Icon::none || out_of_sight({x, y, size, size})) return;
  const float px = std::floor(size * state().input.scale + 0.5f);
  list()->AddText(state().icons, px, at(x, y), color, glyph_of(icon));
}

}  // namespace leadpact::ui::detail
