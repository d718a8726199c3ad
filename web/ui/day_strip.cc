#include "web/ui/day_strip.h"

#include <algorithm>
#include <cmath>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr float kBand = 18;
constexpr float kGap = 6;  // between days
constexpr float kSwatch = 20;

Color color_of(DayLook look) {
  switch (look) {
    case DayLook::solid:
      return theme().accent;
    case DayLook::hatched:
      return theme().danger;
    case DayLook::hollow:
      return theme().success;
    case DayLook::pale:
      break;
  }
  return theme().border;
}

void draw_band(const Rect& rect, DayLook look) {
  const Color color = color_of(look);
  if (look == DayLook::hollow) {
    outline(rect, color, 2, 2);
    return;
  }
  fill(rect, color, rect.width > 6 ? 2.0f : 0.0f);
  if (look != DayLook::hatched) return;
  for (float x = rect.x + 3; x + 5 < rect.x + rect.width; x += 8)
    line(x, rect.y + rect.height - 3, x + 5, rect.y + 3, theme().surface, 1.5f);
}

// Where the names of a day's points go: from left to right, and on a line of
// its own where one would run into another.
struct Spot {
  float x = 0, left = 0, width = 0;
  int row = 0;
};
struct Placed {
  std::vector<Spot> spots;
  int rows = 0;
};
Placed place_points(const std::vector<DayPoint>& points, float width, float from, float to) {
  Placed placed;
  std::vector<float> free;
  for (const DayPoint& point : points) {
    Spot spot;
    const float share = std::clamp((point.at - from) / (to - from), 0.0f, 1.0f);
    spot.x = std::floor(share * (width - 2));
    spot.width = text_width(point.name, type::kCaption) + 1;
    spot.left = std::clamp(spot.x - spot.width / 2, 0.0f, std::max(0.0f, width - spot.width));
    while (static_cast<std::size_t>(spot.row) < free.size() &&
           spot.left < free[static_cast<std::size_t>(spot.row)])
      ++spot.row;
    if (static_cast<std::size_t>(spot.row) == free.size()) free.push_back(0);
    free[static_cast<std::size_t>(spot.row)] = spot.left + spot.width + 8;
    placed.spots.push_back(spot);
  }
  placed.rows = static_cast<int>(free.size());
  return placed;
}

void draw_axis(const Rect& rect, float from, float to, float caption) {
  constexpr float kLeast = 40;
  float step = 1;
  for (const float next : {2.0f, 3.0f, 4.0f, 6.0f, 12.0f, 24.0f}) {
    if (rect.width * step / (to - from) >= kLeast) break;
    step = next;
  }
  for (float hour = std::ceil(from / step) * step; hour <= to; hour += step) {
    const std::string name = std::to_string(static_cast<int>(hour)) + ":00";
    const float x = rect.x + (hour - from) / (to - from) * rect.width;
    const float width = text_width(name, type::kCaption) + 1;
    const float left = std::clamp(x - width / 2, rect.x, rect.x + rect.width - width);
    draw_line({left, rect.y, width, caption}, name, type::kCaption, theme().text_3);
  }
}

}  // namespace

void day_strip(std::string_view name, const std::vector<DayRow>& days, float from, float to,
               const std::vector<DayLegend>& legend) {
  const float whole = available_width();
  const float caption = line_height(type::kCaption);
  if (to <= from) to = from + 1;
  float label = 0;
  for (const DayRow& day : days)
    label = std::max({label, text_width(day.name, type::kCaption) + 13,
                      day.bands.empty() ? 0 : text_width(day.note, type::kCaption) + 13});
  const float width = std::max(40.0f, whole - label);
  std::vector<Placed> placed;
  std::vector<float> heights;
  float height = 0;
  for (const DayRow& day : days) {
    placed.push_back(place_points(day.points, width, from, to));
    const float names = static_cast<float>(placed.back().rows) * caption;
    const bool note_below = !day.note.empty() && !day.bands.empty();
    heights.push_back(std::max(names + kBand, note_below ? 2 * caption : caption));
    height += heights.back() + kGap;
  }
  float lines = legend.empty() ? 0 : 1, x = 0;
  const auto legend_width = [](const DayLegend& each) {
    return kSwatch + 6 + text_width(each.name, type::kCaption) + 1;
  };
  for (const DayLegend& each : legend) {
    if (x > 0 && x + legend_width(each) > whole) {
      ++lines;
      x = 0;
    }
    x += legend_width(each) + 16;
  }
  const Rect rect = place(whole, height + caption + 8 + lines * (caption + 4), spaced::kText);
  const float left = rect.x + label;
  open_node(Role::list, id_of(Role::list, name), name, rect);
  const Key base = hash(name, 91);
  float y = rect.y;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const DayRow& day = days[i];
    const float names = static_cast<float>(placed[i].rows) * caption;
    const float band = y + names;
    add_node(Role::listitem, hash(i, base), day.words, {rect.x, y, whole, heights[i]});
    if (!day.name.empty()) {
      const bool note_below = !day.note.empty() && !day.bands.empty();
      draw_line({rect.x, note_below ? y : band, label, kBand}, day.name, type::kCaption,
                theme().text_2);
      if (note_below) {
        draw_line({rect.x, y + caption, label, kBand}, day.note, type::kCaption, theme().text_3);
      }
      fill({left, band, width, kBand}, theme().sunken, 3);
      outline({left, band, width, kBand}, theme().border, 3);
      for (const DayBand& each : day.bands) {
        const float begin = left + std::clamp((each.from - from) / (to - from), 0.0f, 1.0f) * width;
        const float end = left + std::clamp((each.to - from) / (to - from), 0.0f, 1.0f) * width;
        draw_band({begin, band, std::max(2.0f, end - begin), kBand}, each.look);
      }
    }
    if (day.bands.empty()) {
      draw_line({left + 8, band, width - 8, kBand}, day.note, type::kCaption, theme().text_3);
    }
    for (std::size_t p = 0; p < day.points.size(); ++p) {
      const Spot& spot = placed[i].spots[p];
      const float at = left + spot.x, top = y + static_cast<float>(spot.row) * caption;
      const Color color = detail::color_of(day.points[p].tone);
      draw_line({left + spot.left, top, spot.width, caption}, day.points[p].name, type::kCaption,
                color);
      line(at, top + caption - 1, at, band + kBand + 2, color, 2);
    }
    y += heights[i] + kGap;
  }
  draw_axis({left, y, width, caption}, from, to, caption);
  y += caption + 8;
  x = 0;
  for (const DayLegend& each : legend) {
    if (x > 0 && x + legend_width(each) > whole) {
      y += caption + 4;
      x = 0;
    }
    draw_band({rect.x + x, y + (caption - 12) / 2, kSwatch, 12}, each.look);
    draw_line({rect.x + x + kSwatch + 6, y, legend_width(each), caption}, each.name, type::kCaption,
              theme().text_2);
    x += legend_width(each) + 16;
  }
  close_node();
}

}  // namespace leadpact::ui
