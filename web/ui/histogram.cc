// Bars on a scale, with handles that stand on it.
#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr float kGrip = 24;   // height of what a handle is held by
constexpr float kInset = 14;  // left and right of the scale, so that its ends can be held
constexpr double kPage = 10;  // steps of Page Up

// Where values lie on the screen.
struct Scale {
  double low = 0, high = 1;
  float left = 0, width = 1;
  [[nodiscard]] float x_of(double value) const {
    // By halves: the whole of it may be more than a double holds.
    const double share = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0;
    return left + width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  }
  [[nodiscard]] double at(float x) const {
    const auto share = static_cast<double>(std::clamp((x - left) / width, 0.0f, 1.0f));
    return low * (1 - share) + high * share;
  }
};

// On a step, and on the scale.
double stepped(const Scale& scale, double value, double step) {
  const double on_step = step > 0 ? std::round(value / step) * step : value;
  return std::clamp(on_step, scale.low, scale.high);
}

// What a key makes of the value; one that is off the scale may come back to it.
double pressed(const Scale& scale, const HistogramHandle& handle, std::string_view key) {
  double by = 0;
  if (key == "ArrowRight" || key == "ArrowUp") by = 1;
  if (key == "ArrowLeft" || key == "ArrowDown") by = -1;
  if (key == "PageUp") by = kPage;
  if (key == "PageDown") by = -kPage;
  if (key == "Home") return scale.low;
  if (key == "End") return scale.high;
  return std::clamp(handle.value + by * handle.step, std::min(scale.low, handle.value),
                    std::max(scale.high, handle.value));
}

void move_to(HistogramHandle& handle, double value) {
  if (value == handle.value) return;
  handle.value = value;
  handle.slide = Slide::moves;
}

void draw_middle(const Rect& rect, std::string_view text, TypeStyle style, Color color) {
  const float width = std::min(rect.width, text_width(text, style));
  draw_line({rect.x + (rect.width - width) / 2, rect.y, width, rect.height}, text, style, color);
}

void draw_bars(const std::vector<HistogramBar>& bars, const Scale& scale, float top, float bottom,
               float tinted_from) {
  double most = 0;
  for (const HistogramBar& bar : bars)
    most = std::max(most, bar.value);
  for (const HistogramBar& bar : bars) {
    if (!(bar.value > 0)) continue;
    const float high = std::max(2.0f, static_cast<float>(bar.value / most) * (bottom - top));
    const float gap = scale.width / static_cast<float>(bars.size()) > 6 ? 1.0f : 0.0f;
    const float left = scale.x_of(bar.from) + gap, right = scale.x_of(bar.to) - gap;
    const float split = std::clamp(tinted_from, left, right);
    fill({left, bottom - high, split - left, high}, theme().edge);
    fill({split, bottom - high, right - split, high}, theme().accent);
  }
}

void draw_scale(std::string_view unit, const std::vector<HistogramBar>& bars, const Scale& scale,
                const Rect& rect, float bottom) {
  const float caption = line_height(type::kCaption);
  line(rect.x, bottom, rect.x + rect.width, bottom, theme().border);
  // Every so many edges, and 0 among them.
  float widest = 0;
  std::size_t zero = 0;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    widest = std::max(widest, text_width(bars[i].edge, type::kCaption));
    if (bars[i].from == 0) zero = i;
  }
  const float slot = scale.width / static_cast<float>(bars.size());
  const auto every =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil((widest + 10) / slot)));
  for (std::size_t i = zero % every; i < bars.size(); i += every) {
    const float x = scale.x_of(bars[i].from);
    const float width = text_width(bars[i].edge, type::kCaption);
    const float left =
        std::clamp(x - width / 2, rect.x, rect.x + std::max(0.0f, rect.width - width));
    line(x, bottom, x, bottom + 4, theme().edge);
    draw_line({left, bottom + 5, width, caption}, bars[i].edge, type::kCaption, theme().text_3);
  }
  draw_middle({rect.x, bottom + 5 + caption, rect.width, caption}, unit, type::kCaption,
              theme().text_2);
}

// How much the highest bar stands for, at the end the handle leaves free.
void draw_most(const std::vector<HistogramBar>& bars, const Rect& rect, float y, float handle_x) {
  const auto most = std::max_element(
      bars.begin(), bars.end(),
      [](const HistogramBar& a, const HistogramBar& b) { return a.value < b.value; });
  if (most == bars.end() || !(most->value > 0)) return;
  const float caption = line_height(type::kCaption);
  const float width = text_width(most->text, type::kCaption);
  const bool left_is_free = handle_x > rect.x + width + 8;
  const float x = left_is_free ? rect.x : rect.x + rect.width - width;
  draw_line({x, y - caption, width, caption}, most->text, type::kCaption, theme().text_3);
  line(rect.x, y, rect.x + rect.width, y, theme().border);
}

void use_handle(HistogramHandle& handle, Key id, const Touch& touch, const Scale& scale) {
  State& s = state();
  const float mouse = ImGui::GetIO().MousePos.x / s.input.scale;
  if (touch.held && s.dragging != id) {
    s.dragging = id;
    s.drag_from = scale.x_of(handle.value) - mouse;
    handle.slide = Slide::rests;
  } else if (touch.held) {
    const double to = stepped(scale, scale.at(mouse + s.drag_from), handle.step);
    // Held at its end, one that is off the scale stays where it is.
    if (scale.x_of(to) != scale.x_of(handle.value)) move_to(handle, to);
  } else if (s.dragging == id) {
    s.dragging = 0;
    handle.slide = Slide::rests;
  }
  while (const Action* key = take_action(id, ActionKind::key))
    move_to(handle, pressed(scale, handle, key->value));
}

void draw_handle(HistogramHandle& handle, const Scale& scale, const Rect& rect, float bottom,
                 float height) {
  const Key id = id_of(Role::slider, handle.name);
  const float reach = narrow() ? metric::kTouch : 32.0f;
  const auto hit = [&] {
    return Rect{scale.x_of(handle.value) - reach / 2, rect.y, reach, height};
  };
  const Touch touch = interact(id, hit(), true);
  use_handle(handle, id, touch, scale);
  const float x = std::floor(scale.x_of(handle.value));
  const Theme& t = theme();
  const float warm = ease(id, "hover", touch.hovered || touch.held);
  const Color color = touch.held ? t.accent_active : mix(t.accent, t.accent_hover, warm);
  const float width = std::max(kGrip, text_width(handle.label, type::kCaptionStrong) + 16);
  const Rect grip{std::clamp(x - width / 2, rect.x, rect.x + std::max(0.0f, rect.width - width)),
                  rect.y, width, kGrip};
  line(x, rect.y + kGrip, x, bottom + 4, color, 2);
  fill(grip, color, kGrip / 2);
  draw_middle(grip, handle.label, type::kCaptionStrong, t.on_accent);
  if (touch.ring) ring_around(grip, kGrip / 2);
  const std::int32_t index = add_node(Role::slider, id, handle.name, hit());
  Node& made = node(index);
  made.value = handle.text;
  made.now = handle.value;
  made.low = std::min(scale.low, handle.value);
  made.high = std::max(scale.high, handle.value);
  made.focusable = true;
  made.current = true;  // each handle is a stop of the Tab key
}

// The bar that was pressed, where they open something.
std::optional<std::size_t> add_table(std::string_view name, const std::vector<HistogramBar>& bars,
                                     const Scale& scale, const Rect& rect, bool open) {
  std::optional<std::size_t> pressed;
  open_node(Role::table, id_of(Role::table, name), name, rect);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const float from = scale.x_of(bars[i].from), to = scale.x_of(bars[i].to);
    const Rect column{from, rect.y, to - from, rect.height};
    const Key row = hash(i, hash(name, 79));
    open_node(Role::row, row, "", column);
    const bool opens = open && bars[i].value > 0;
    if (chart_row_head(row, bars[i].label, opens ? bars[i].text : "", column)) pressed = i;
    add_node(Role::cell, hash("value", row), bars[i].text, column);
    close_node();
    if (pointed_at(column)) hint(bars[i].label + ": " + bars[i].text);
  }
  close_node();
  return pressed;
}

}  // namespace

std::optional<std::size_t> histogram(std::string_view name, std::string_view unit,
                                     const std::vector<HistogramBar>& bars,
                                     std::vector<HistogramHandle>& handles, float height,
                                     bool open) {
  const float caption = line_height(type::kCaption);
  const Rect rect = place(available_width(), height, spaced::kCard);
  for (HistogramHandle& handle : handles)
    handle.slide = Slide::still;
  if (bars.empty()) return std::nullopt;
  Scale scale;
  scale.low = bars.front().from;
  scale.high = bars.back().to;
  scale.left = rect.x + kInset;
  scale.width = std::max(1.0f, rect.width - 2 * kInset);
  const float bottom = rect.y + rect.height - 2 * caption - 6;
  const float top = rect.y + kGrip + 4 + caption + 2;
  // Pressing anywhere brings the nearest handle there, or, where bars open, only
  // in its band; handles lie above.
  const Key area = hash("area", hash(name, 80));
  const Touch pressed_at =
      interact(area,
               open ? Rect{rect.x, rect.y, rect.width, kGrip}
                    : Rect{rect.x, rect.y + kGrip, rect.width, bottom - rect.y - kGrip},
               !handles.empty(), true, false);
  HistogramHandle* nearest = nullptr;
  if (pressed_at.used) {
    const float mouse = ImGui::GetIO().MousePos.x / state().input.scale;
    nearest = &*std::min_element(
        handles.begin(), handles.end(), [&](const HistogramHandle& a, const HistogramHandle& b) {
          return std::abs(scale.x_of(a.value) - mouse) < std::abs(scale.x_of(b.value) - mouse);
        });
    move_to(*nearest, stepped(scale, scale.at(mouse), nearest->step));
  }
  float first = rect.x + rect.width;
  for (const HistogramHandle& handle : handles)
    first = std::min(first, scale.x_of(handle.value));
  draw_most(bars, rect, top, first);
  draw_bars(bars, scale, top, bottom, handles.empty() ? rect.x : first);
  draw_scale(unit, bars, scale, rect, bottom);
  const Rect chart{rect.x, rect.y + kGrip, rect.width, rect.height - kGrip};
  const auto bar = add_table(name, bars, scale, open ? chart : rect, open);
  for (HistogramHandle& handle : handles)
    draw_handle(handle, scale, rect, bottom, open ? kGrip : bottom - rect.y);
  return bar;
}

}  // namespace leadpact::ui
