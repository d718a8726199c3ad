// A share over a scale, as a line.
#include <algorithm>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

void line_chart(std::string_view name, const LineChart& chart, float height) {
  constexpr float kInset = 14;  // as that of a histogram, so that one stands above the other
  const float caption = line_height(type::kCaption);
  const Rect rect = place(available_width(), height, spaced::kCard);
  const float left = rect.x + kInset, width = std::max(1.0f, rect.width - 2 * kInset);
  const float top = rect.y + caption + 4, bottom = rect.y + rect.height - 2;
  const auto x_of = [&](double at) {
    const double share = chart.high > chart.low ? (at - chart.low) / (chart.high - chart.low) : 0.0;
    return left + width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  };
  const auto y_of = [&](double percent) {
    return bottom - (bottom - top) * static_cast<float>(std::clamp(percent, 0.0, 100.0) / 100);
  };
  const Theme& t = theme();
  for (const int percent : {0, 50, 100}) {
    const float y = std::floor(y_of(percent));
    line(rect.x, y, rect.x + rect.width, y, t.border);
  }
  draw_line({rect.x, rect.y, rect.width, caption}, chart.unit, type::kCaption, t.text_2);
  const std::size_t count = chart.values.size();
  std::vector<std::pair<float, float>> run;
  const auto flush = [&] {
    if (run.size() > 1) curve(run, t.accent, 2);
    run.clear();
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (!chart.values[i]) {
      flush();
      continue;
    }
    const double share = count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0;
    run.emplace_back(x_of(chart.low + share * (chart.high - chart.low)), y_of(*chart.values[i]));
  }
  flush();
  const float level = std::floor(y_of(chart.level));
  for (float x = rect.x; x < rect.x + rect.width - 1; x += 9)
    line(x, level, std::min(x + 5, rect.x + rect.width), level, t.text_2);
  const float mark = std::floor(x_of(chart.mark));
  line(mark, top, mark, bottom, t.accent, 2);
  if (chart.mark_value) dot(mark, y_of(*chart.mark_value), 4, t.accent);
  // Each at the end of its line that the other leaves free.
  const float level_width = text_width(chart.level_text, type::kCaption);
  const bool right = mark < left + width / 2;
  const float level_y = level - caption - 1 > top - 2 ? level - caption - 1 : level + 1;
  draw_line({right ? rect.x + rect.width - level_width : rect.x, level_y, level_width, caption},
            chart.level_text, type::kCaption, t.text_2);
  const Key table = id_of(Role::table, name);
  open_node(Role::table, table, name, rect);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const Key row = hash(i, table);
    open_node(Role::row, row, "", rect);
    add_node(Role::rowheader, hash("label", row), chart.rows[i].first, rect);
    add_node(Role::cell, hash("value", row), chart.rows[i].second, rect);
    close_node();
  }
  close_node();
  if (chart.rows.empty() || !pointed_at(rect)) return;
  // The nearest of those that are in words.
  const float across =
      std::clamp((ImGui::GetIO().MousePos.x / state().input.scale - left) / width, 0.0f, 1.0f);
  const auto& [label, value] = chart.rows[static_cast<std::size_t>(
      std::lround(across * static_cast<float>(chart.rows.size() - 1)))];
  hint(label + ": " + value);
}

}  // namespace leadpact::ui
