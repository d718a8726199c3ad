// Small charts, drawn with lines and rectangles and read out in words.
#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

struct Range {
  double low = 0, high = 0;
  bool any = false;
  void take(double value) {
    if (!std::isfinite(value)) return;
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
  }
  [[nodiscard]] float share(double value) const {
    return high > low ? static_cast<float>((value - low) / (high - low)) : 0.5f;
  }
};

}  // namespace

bool detail::chart_row_head(Key row, std::string_view label, std::string_view opens,
                            const Rect& column) {
  const Key head = hash("label", row);
  if (opens.empty()) {
    add_node(Role::rowheader, head, label, column);
    return false;
  }
  open_node(Role::rowheader, head, "", column);
  const Key id = hash("opens", row);
  const Touch touch = interact(id, column, true, true);
  if (touch.hovered || touch.held) fill(column, faded(theme().accent, 0.12f));
  if (touch.ring) ring_around(column, 2);
  // A column may be narrower than what can be hit for sure; its table is there too.
  const float width = std::max(kMinTouch, column.width);
  const Rect rect{column.x + (column.width - width) / 2, column.y, width, column.height};
  node(add_node(Role::button, id, std::string(label) + ": " + std::string(opens), rect)).focusable =
      true;
  close_node();
  return touch.used;
}

void spark(std::string_view name, const std::vector<SparkPoint>& points, double target,
           bool has_target, float width, float height) {
  const float most = inside_row() ? available_width() : box().right - box().left;
  const Rect rect = place(std::min(width, most), height, spaced::kText);
  Range range;
  for (const SparkPoint& point : points) {
    if (point.has_value) range.take(point.value);
  }
  if (has_target) range.take(target);
  const float inset = 4;
  const auto y_of = [&](double value) {
    return rect.y + rect.height - inset - range.share(value) * (rect.height - 2 * inset);
  };
  const float step =
      points.size() > 1 ? (rect.width - 2 * inset) / static_cast<float>(points.size() - 1) : 0;
  const auto x_of = [&](std::size_t i) {
    return points.size() > 1 ? rect.x + inset + step * static_cast<float>(i)
                             : rect.x + rect.width / 2;
  };
  if (has_target && range.any) {
    const float y = std::floor(y_of(target));
    for (float x = rect.x; x < rect.x + rect.width - 1; x += 7) {
      line(x, y, std::min(x + 4, rect.x + rect.width), y, theme().text_3);
    }
  }
  std::vector<std::pair<float, float>> run;
  const auto flush = [&] {
    if (run.size() > 1) curve(run, theme().text_2, 1.5f);
    run.clear();
  };
  std::size_t last = points.size();
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!points[i].has_value || !std::isfinite(points[i].value)) {
      flush();
      continue;
    }
    run.emplace_back(x_of(i), y_of(points[i].value));
    last = i;
  }
  flush();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const float reach = points.size() > 1 ? step / 2 : rect.width / 2;
    if (pointed_at({x_of(i) - reach, rect.y, 2 * reach, rect.height})) hint(points[i].label);
    if (!points[i].has_value || !std::isfinite(points[i].value)) continue;
    const Tone tone = points[i].tone == Tone::normal ? Tone::quiet : points[i].tone;
    dot(x_of(i), y_of(points[i].value), i == last ? 3.5f : 2.0f, color_of(tone));
  }
  add_node(Role::image, id_by_place(Role::image), name, rect);
}

void bars(std::string_view name, const std::vector<Bar>& values, double target, bool has_target,
          float height) {
  const float whole = inside_row() ? std::min(room(), 480.0f) : available_width();
  const float caption = line_height(type::kCaption);
  const Rect rect = place(whole, height, spaced::kCard);
  Range range;
  range.take(0);
  for (const Bar& bar : values) {
    if (bar.has_value) range.take(bar.value);
  }
  if (has_target) range.take(target);
  if (range.high <= range.low) range.high = range.low + 1;
  const float bottom = rect.y + rect.height - caption - 6;
  const float top = rect.y + 2 * caption + 4;
  const float count = static_cast<float>(std::max<std::size_t>(1, values.size()));
  const float slot = std::min(whole / count, 120.0f);
  const float thick = std::clamp(slot * 0.56f, 3.0f, 56.0f);
  const float target_y = std::floor(bottom - range.share(target) * (bottom - top));
  line(rect.x, bottom, rect.x + slot * count, bottom, theme().border);
  open_node(Role::table, id_of(Role::table, name), name, rect);
  // Labels that would run into each other are left out of sight, not out of the table.
  float widest = 0;
  for (const Bar& bar : values) {
    widest = std::max(
        {widest, text_width(bar.label, type::kCaption), text_width(bar.text, type::kCaption)});
  }
  const std::size_t every =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil((widest + 6) / slot)));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Bar& bar = values[i];
    const float middle = rect.x + slot * (static_cast<float>(i) + 0.5f);
    const float share = bar.has_value && std::isfinite(bar.value) ? range.share(bar.value) : 0;
    const float y = bottom - share * (bottom - top);
    if (bar.has_value) {
      fill({middle - thick / 2, std::min(y, bottom - 2), thick, std::max(2.0f, bottom - y)},
           color_of(bar.tone), 3, kTopCorners);
    }
    const bool last = i + 1 == values.size();
    if (last || (i % every == 0 && (i + every < values.size() || every == 1))) {
      const float label = text_width(bar.label, type::kCaption);
      draw_line({std::clamp(middle - label / 2, rect.x, rect.x + std::max(0.0f, whole - label)),
                 bottom + 4, label, caption},
                bar.label, type::kCaption, theme().text_3);
      if (bar.has_value && !bar.text.empty()) {
        const float figure = text_width(bar.text, type::kCaption);
        float text_y = y - caption - 2;
        // Never across the line of the target.
        if (has_target && target_y > text_y && target_y < text_y + caption) {
          text_y = target_y - caption - 1;
        }
        draw_line({std::clamp(middle - figure / 2, rect.x, rect.x + std::max(0.0f, whole - figure)),
                   text_y, figure, caption},
                  bar.text, type::kCaption, theme().text_2);
      }
    }
    const Rect column{middle - slot / 2, rect.y, slot, rect.height};
    const Key row = hash(i, hash(name, 77));
    const std::string value = bar.has_value ? bar.text : std::string("no data");
    open_node(Role::row, row, "", column);
    add_node(Role::rowheader, hash("label", row), bar.label, column);
    add_node(Role::cell, hash("value", row), value, column);
    if (pointed_at(column)) hint(bar.label + ": " + value);
    close_node();
  }
  if (has_target) {
    for (float x = rect.x; x < rect.x + slot * count - 1; x += 9) {
      const float to = std::min(x + 5, rect.x + slot * count);
      line(x, target_y, to, target_y, theme().text_2, 1);
    }
  }
  close_node();
}

void strip(std::string_view name, const std::vector<StripPart>& parts,
           const std::vector<StripMark>& marks) {
  const float whole = inside_row() ? std::min(room(), 480.0f) : available_width();
  const float caption = line_height(type::kCaption);
  // The legend: each name once, in the order of appearance.
  std::vector<std::pair<std::string, Tone>> names;
  for (const StripPart& part : parts) {
    const bool there = std::any_of(names.begin(), names.end(),
                                   [&](const auto& entry) { return entry.first == part.name; });
    if (!there && !part.name.empty()) names.emplace_back(part.name, part.tone);
  }
  float lines = names.empty() ? 0 : 1, x = 0;
  for (const auto& [text, tone] : names) {
    const float width = text_width(text, type::kCaption) + 18 + 16;
    if (x > 0 && x + width > whole) {
      ++lines;
      x = 0;
    }
    x += width;
  }
  const bool marked = !marks.empty();
  const float above = marked ? caption + 6 : 0;
  const float height = above + 22 + (lines > 0 ? 8 + lines * caption : 0);
  const Rect rect = place(whole, height, spaced::kText);
  Range range;
  for (const StripPart& part : parts) {
    range.take(part.from);
    range.take(part.to);
  }
  for (const StripMark& mark : marks)
    range.take(mark.at);
  const float y = rect.y + above;
  fill({rect.x, y, whole, 22}, theme().sunken, 4);
  open_node(Role::list, id_of(Role::list, name), name, rect);
  const Key base = hash(name, 78);
  const auto color = [](Tone tone) {
    if (tone == Tone::normal || tone == Tone::quiet) return theme().border;
    if (tone == Tone::help) return theme().hover;
    return color_of(tone);
  };
  std::size_t count = 0;
  for (const StripPart& part : parts) {
    const float from = rect.x + range.share(part.from) * whole;
    const float to = rect.x + range.share(part.to) * whole;
    fill({from, y, std::max(1.0f, to - from), 22}, color(part.tone), to - from > 8 ? 2.0f : 0.0f);
    if (!part.name.empty()) {
      add_node(Role::listitem, hash(count, base), part.name,
               {from, y, std::max(1.0f, to - from), 22});
    }
    ++count;
  }
  float free_from = rect.x;
  for (const StripMark& mark : marks) {
    const float at = std::floor(rect.x + range.share(mark.at) * (whole - 2));
    line(at, y - 4, at, y + 26, color_of(mark.tone), 2);
    const float width = text_width(mark.name, type::kCaption);
    const float left = std::clamp(at - width / 2, rect.x, rect.x + std::max(0.0f, whole - width));
    const bool fits = left >= free_from;
    if (fits) {
      draw_line({left, rect.y, width, caption}, mark.name, type::kCaption, color_of(mark.tone));
      free_from = left + width + 8;
    }
    add_node(Role::listitem, hash(count++, base), mark.name,
             {left, rect.y, fits ? width : 0, caption});
  }
  float ly = y + 22 + 8;
  x = 0;
  for (const auto& [text, tone] : names) {
    const float width = text_width(text, type::kCaption) + 18 + 16;
    if (x > 0 && x + width > whole) {
      ly += caption;
      x = 0;
    }
    fill({rect.x + x, ly + (caption - 10) / 2, 10, 10}, color(tone), 3);
    draw_line({rect.x + x + 16, ly, width - 34 + 1, caption}, text, type::kCaption, theme().text_2);
    x += width;
  }
  close_node();
}

}  // namespace leadpact::ui
