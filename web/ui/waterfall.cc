// A level that rises step by step: the stair of what is, the line of what should
// be, and dashed what is to come.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

// From zero on, with round lines across.
struct Plot {
  float left = 0, top = 0, width = 1, height = 1;
  double low = 0, high = 1, step = 1;
  std::size_t count = 1;
  // The right end of a step; 0 is the beginning.
  [[nodiscard]] float x(std::size_t steps) const {
    return left + width * static_cast<float>(steps) / static_cast<float>(count);
  }
  [[nodiscard]] float y(double value) const {
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return top + height * static_cast<float>(1 - share);
  }
};

void take(Plot& plot, const std::optional<double>& value) {
  if (!value || !std::isfinite(*value)) return;
  plot.low = std::min(plot.low, *value);
  plot.high = std::max(plot.high, *value);
}

Plot plot_of(const WaterfallLines& lines, const std::vector<WaterfallStep>& steps) {
  Plot plot;
  plot.high = 0;
  for (const WaterfallStep& step : steps) {
    for (const auto* value : {&step.actual_at, &step.second_at, &step.pace_at})
      take(plot, *value);
  }
  for (const auto* value : {&lines.target_at, &lines.projected, &lines.second_projected})
    take(plot, *value);
  if (!(plot.high > plot.low)) plot.high = plot.low + 1;
  const double rough = (plot.high - plot.low) / 4;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  plot.step = power * (rough > 5 * power ? 10 : rough > 2 * power ? 5 : rough > power ? 2 : 1);
  plot.low = std::floor(plot.low / plot.step) * plot.step;
  plot.high = std::ceil(plot.high / plot.step) * plot.step;
  plot.count = std::max<std::size_t>(1, steps.size());
  return plot;
}

// "1.5M": there is little room beside the lines.
std::string brief(double value) {
  const double size = std::abs(value);
  const double by = size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
  const char* unit = by == 1e9 ? "bn" : by == 1e6 ? "M" : by == 1e3 ? "k" : "";
  char text[32];
  std::snprintf(text, sizeof text, "%.4g%s", value / by, unit);
  return text;
}

void dashed(float x1, float y1, float x2, float y2, Color color, float width) {
  constexpr float kDash = 6, kGap = 4;
  const float length = std::hypot(x2 - x1, y2 - y1);
  for (float at = 0; at < length; at += kDash + kGap) {
    const float from = at / length, to = std::min(at + kDash, length) / length;
    line(x1 + (x2 - x1) * from, y1 + (y2 - y1) * from, x1 + (x2 - x1) * to, y1 + (y2 - y1) * to,
         color, width);
  }
}

using Value = std::optional<double> WaterfallStep::*;

void draw_stair(const Plot& plot, const std::vector<WaterfallStep>& steps, Value value, Color color,
                bool filled) {
  float before = plot.y(0);
  for (std::size_t i = 0; i < steps.size() && (steps[i].*value); ++i) {
    const float x = plot.x(i), right = plot.x(i + 1), y = plot.y(*(steps[i].*value));
    const float ground = plot.y(0);
    if (filled) {
      fill({x, std::min(y, ground), right - x, std::abs(ground - y)}, theme().accent_soft);
    }
    line(x, std::min(before, y), x, std::max(before, y) + 1, color, 2);
    line(x, y, right, y, color, 2);
    before = y;
  }
}

void draw_slope(const Plot& plot, const std::vector<WaterfallStep>& steps, Color color) {
  std::vector<std::pair<float, float>> points = {{plot.x(0), plot.y(0)}};
  for (std::size_t i = 0; i < steps.size() && steps[i].pace_at; ++i)
    points.emplace_back(plot.x(i + 1), plot.y(*steps[i].pace_at));
  if (points.size() > 1) curve(points, color, 1.5f);
}

// From the last step that is there on to the end.
void draw_ahead(const Plot& plot, const std::vector<WaterfallStep>& steps, Value value,
                const std::optional<double>& to, Color color) {
  std::size_t reached = 0;
  while (reached < steps.size() && (steps[reached].*value))
    ++reached;
  if (!to || reached == 0) return;
  dashed(plot.x(reached), plot.y(*(steps[reached - 1].*value)), plot.x(plot.count), plot.y(*to),
         color, 2);
}

void draw_grid(const Plot& plot, float left) {
  const float caption = line_height(type::kCaption);
  for (int i = 0; i <= 20; ++i) {
    const double value = plot.low + plot.step * i;
    if (value > plot.high + plot.step / 2) break;
    const float y = std::floor(plot.y(value));
    line(plot.left, y, plot.left + plot.width, y, theme().border);
    draw_line({left, y - caption / 2, plot.left - left - 8, caption}, brief(value), type::kCaption,
              theme().text_3, Align::right);
  }
}

void draw_labels(const Plot& plot, const std::vector<WaterfallStep>& steps) {
  const float caption = line_height(type::kCaption);
  float widest = 1;
  for (const WaterfallStep& step : steps)
    widest = std::max(widest, text_width(step.label, type::kCaption));
  const float slot = plot.width / static_cast<float>(plot.count);
  const auto every = static_cast<std::size_t>(std::ceil((widest + 12) / slot));
  const float y = plot.top + plot.height;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool last = i + 1 == steps.size();
    if (!last && (i % every != 0 || i + every >= steps.size())) continue;
    const float middle = (plot.x(i) + plot.x(i + 1)) / 2;
    const float width = text_width(steps[i].label, type::kCaption);
    const float x = std::clamp(middle - width / 2, plot.left,
                               std::max(plot.left, plot.left + plot.width - width));
    line(middle, y, middle, y + 4, theme().edge);
    draw_line({x, y + 6, width + 1, caption}, steps[i].label, type::kCaption, theme().text_3);
  }
}

struct Entry {
  const std::string* name;
  Color color;
  bool is_dashed;
  float width;
};

std::vector<Entry> legend_of(const WaterfallLines& lines) {
  const Theme& t = theme();
  std::vector<Entry> all = {{&lines.actual, t.accent, false, 2},
                            {&lines.second, t.danger, false, 2},
                            {&lines.pace, t.text_2, false, 1.5f},
                            {&lines.target, t.text_2, true, 1}};
  if (lines.projected) all.push_back({&lines.projection, t.accent, true, 2});
  all.erase(std::remove_if(all.begin(), all.end(), [](const Entry& e) { return e.name->empty(); }),
            all.end());
  return all;
}

// Where each entry stands, from the left top corner; returns the height of all.
float lay_out_legend(const std::vector<Entry>& entries, float whole, std::vector<Rect>& places) {
  const float caption = line_height(type::kCaption);
  float x = 0, y = 0;
  for (const Entry& entry : entries) {
    const float width = std::min(whole, 26 + text_width(*entry.name, type::kCaption) + 1);
    if (x > 0 && x + width > whole) {
      x = 0;
      y += caption + 2;
    }
    places.push_back({x, y, width, caption});
    x += width + 16;
  }
  return entries.empty() ? 0 : y + caption;
}

void draw_legend(const std::vector<Entry>& entries, const std::vector<Rect>& places, float x,
                 float y) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Rect& at = places[i];
    const float left = x + at.x, middle = std::floor(y + at.y + at.height / 2);
    if (entries[i].is_dashed) {
      dashed(left, middle, left + 18, middle, entries[i].color, entries[i].width);
    } else {
      line(left, middle, left + 18, middle, entries[i].color, entries[i].width);
    }
    draw_line({left + 26, y + at.y, at.width - 26, at.height}, *entries[i].name, type::kCaption,
              theme().text_2);
  }
}

std::optional<std::size_t> add_table(std::string_view name, const WaterfallLines& lines,
                                     const std::vector<WaterfallStep>& steps, const Plot& plot,
                                     const Rect& rect) {
  using Words = std::string WaterfallStep::*;
  const std::pair<const std::string*, Words> columns[] = {{&lines.actual, &WaterfallStep::actual},
                                                          {&lines.second, &WaterfallStep::second},
                                                          {&lines.pace, &WaterfallStep::pace}};
  open_node(Role::table, id_of(Role::table, name), name, rect);
  const Key base = hash(name, 83);
  open_node(Role::row, base, "", rect);
  add_node(Role::columnheader, hash("label", base), lines.label, rect);
  for (const auto& [title, words] : columns) {
    if (!title->empty()) add_node(Role::columnheader, hash(*title, base), *title, rect);
  }
  close_node();
  std::optional<std::size_t> pressed;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Rect column{plot.x(i), plot.top, plot.x(i + 1) - plot.x(i), plot.height};
    const Key row = hash(i, base);
    std::string said;
    const auto say = [&](const std::string& words) {
      said += (said.empty() ? ": " : ", ") + words;
    };
    open_node(Role::row, row, "", column);
    if (chart_row_head(row, steps[i].label, steps[i].opens, column)) pressed = i;
    if (!steps[i].opens.empty()) say(steps[i].opens);
    for (const auto& [title, words] : columns) {
      if (title->empty()) continue;
      add_node(Role::cell, hash(*title, row), steps[i].*words, column);
      if (!(steps[i].*words).empty()) say(*title + " " + steps[i].*words);
    }
    close_node();
    if (pointed_at(column)) hint(steps[i].label + said);
  }
  close_node();
  return pressed;
}

}  // namespace

std::optional<std::size_t> waterfall(std::string_view name, const WaterfallLines& lines,
                                     const std::vector<WaterfallStep>& steps, float height) {
  const float whole = available_width();
  const float caption = line_height(type::kCaption);
  const std::vector<Entry> entries = legend_of(lines);
  std::vector<Rect> places;
  const float below = lay_out_legend(entries, whole, places);
  const Rect rect = place(whole, height + 8 + below, spaced::kCard);
  Plot plot = plot_of(lines, steps);
  float axis = 0;
  for (const double value : {plot.low, plot.high, plot.low + plot.step})
    axis = std::max(axis, text_width(brief(value), type::kCaption));
  plot.left = rect.x + axis + 8;
  plot.width = std::max(1.0f, rect.width - axis - 8);
  plot.top = rect.y + std::floor(caption / 2);
  plot.height = height - std::floor(caption / 2) - caption - 8;
  const Theme& t = theme();
  draw_stair(plot, steps, &WaterfallStep::actual_at, t.accent, true);
  draw_grid(plot, rect.x);
  draw_slope(plot, steps, t.text_2);
  if (lines.target_at) {
    const float y = std::floor(plot.y(*lines.target_at));
    dashed(plot.left, y, plot.left + plot.width, y, t.text_2, 1);
  }
  draw_stair(plot, steps, &WaterfallStep::second_at, t.danger, false);
  draw_ahead(plot, steps, &WaterfallStep::actual_at, lines.projected, t.accent);
  draw_ahead(plot, steps, &WaterfallStep::second_at, lines.second_projected, t.danger);
  draw_labels(plot, steps);
  draw_legend(entries, places, rect.x, rect.y + height + 8);
  return add_table(name, lines, steps, plot, rect);
}

}  // namespace leadpact::ui
