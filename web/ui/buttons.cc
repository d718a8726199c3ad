#include <algorithm>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr float kIcon = 18;

float control_height() {
  return narrow() && !state().in_bar ? metric::kTouch : metric::kControl;
}

struct Paint {
  Color ground, ink, edge;
};

// Five states: at rest, hovered, pressed, with the keyboard (a ring), disabled.
Paint paint_of(Emphasis emphasis, const Touch& touch, float warm, bool enabled) {
  const Theme& t = theme();
  if (!enabled) {
    if (emphasis == Emphasis::quiet) return {0, t.disabled, 0};
    return {t.sunken, t.disabled, emphasis == Emphasis::primary ? 0 : t.border};
  }
  switch (emphasis) {
    case Emphasis::primary:
      return {touch.held ? t.accent_active : mix(t.accent, t.accent_hover, warm), t.on_accent, 0};
    case Emphasis::secondary:
      return {touch.held ? t.sunken : mix(t.surface, t.hover, warm), t.text, t.edge};
    case Emphasis::quiet: {
      const Color ground = touch.held ? t.border : faded(t.hover, warm);
      return {ground, mix(t.text_2, t.text, warm), 0};
    }
  }
  return {t.surface, t.text, t.edge};
}

bool draw_button(std::string_view name, Emphasis emphasis, Icon icon, bool enabled, bool words) {
  const Key id = id_of(Role::button, name);
  const float padding = words ? (emphasis == Emphasis::quiet ? 10.0f : 14.0f) : 0;
  const float label = words ? text_width(name, type::kLabel) : 0;
  const float height = control_height();
  float width = words ? 2 * padding + label + (icon == Icon::none ? 0 : kIcon + 8) : height;
  const float most = box().right - box().left;
  width = std::min(width, most);
  const Rect rect = place(width, height);
  const Touch touch = interact(id, rect, enabled);
  const float warm = ease(id, "hover", touch.hovered);
  const Paint paint = paint_of(emphasis, touch, warm, enabled);
  fill(rect, paint.ground, metric::kControlRadius);
  if (paint.edge != 0) outline(rect, paint.edge, metric::kControlRadius);
  if (touch.ring) ring_around(rect, metric::kControlRadius);
  float x = rect.x + padding;
  if (icon != Icon::none) {
    const float left = words ? x : rect.x + (width - kIcon - 2) / 2;
    const float size = words ? kIcon : kIcon + 2;
    draw_icon(left, rect.y + (height - size) / 2, size, icon, paint.ink);
    x += kIcon + 8;
  }
  if (words)
    draw_line({x, rect.y, rect.x + width - padding - x + 1, height}, name, type::kLabel, paint.ink);
  else if (touch.hovered || touch.ring)
    tooltip(rect, name);
  const std::int32_t index = add_node(Role::button, id, name, rect);
  node(index).disabled = !enabled;
  node(index).focusable = enabled;
  return touch.used;
}

}  // namespace

bool button(std::string_view name, Emphasis emphasis, Icon icon, bool enabled) {
  // The bar of a phone has room for the sign only.
  const bool words = !(state().in_bar && narrow() && icon != Icon::none);
  return draw_button(name, emphasis, icon, enabled, words);
}

bool icon_button(Icon icon, std::string_view name, bool enabled) {
  return draw_button(name, Emphasis::quiet, icon, enabled, false);
}

bool link(std::string_view name, std::string_view text) {
  const float least = text.empty() ? 0 : kMinTouch;  // a figure may be one digit
  if (text.empty()) text = name;
  const Key id = id_of(Role::link, name);
  const float height = line_height(type::kBody);
  const float natural = text_width(text, type::kBody) + 1;
  const float whole = available_width();
  float most = inside_row() ? room() : whole;
  // A line of its own rather than a narrow column of words.
  if (natural > most && most < whole * 0.6f) most = whole;
  const TextSize size = text_size(text, type::kBody, std::min(most, natural));
  const float room_around = std::max(0.0f, least - size.width);
  const Rect rect =
      place(size.width + room_around, std::max(size.height, kMinTouch), spaced::kText);
  const float left = rect.x + (box().align_right ? room_around : 0);
  const Touch touch = interact(id, rect, true);
  const Color ink = touch.hovered || touch.held ? theme().accent_hover : theme().accent;
  const float top = rect.y + (rect.height - size.height) / 2;
  draw_text({left, top, size.width, size.height}, text, type::kBody, ink);
  // Underlined: not told apart by colour alone.
  if (size.height < height * 1.5f) {
    line(left, top + height - 3, left + size.width, top + height - 3,
         faded(ink, touch.hovered ? 1.0f : 0.5f));
  }
  if (touch.ring) ring_around(rect, 4);
  const std::int32_t index = add_node(Role::link, id, name, rect);
  node(index).focusable = true;
  return touch.used;
}

bool disclosure(std::string_view name, bool open_at_first) {
  const Key id = id_of(Role::button, name);
  bool& open = state().opened.try_emplace(id, open_at_first).first->second;
  const float width = std::min(inside_row() ? room() : available_width(),
                               text_width(name, type::kLabel) + kIcon + 28);
  const TextSize size = text_size(name, type::kLabel, width - kIcon - 28 + 1);
  const float height = std::max(control_height(), size.height + 10);
  const Rect rect = place(width, height);
  const Touch touch = interact(id, rect, true);
  if (touch.used) {
    open = !open;
    state().unsettled = true;
  }
  const float warm = ease(id, "hover", touch.hovered);
  fill(rect, touch.held ? theme().border : faded(theme().hover, warm), metric::kControlRadius);
  draw_icon(rect.x + 6, rect.y + (height - kIcon - 2) / 2, kIcon + 2,
            open ? Icon::expand_more : Icon::chevron_right, theme().text_2);
  draw_text({rect.x + kIcon + 16, rect.y + (height - size.height) / 2, width - kIcon - 28 + 1,
             size.height},
            name, type::kLabel, theme().text);
  if (touch.ring) ring_around(rect, metric::kControlRadius);
  const std::int32_t index = add_node(Role::button, id, name, rect);
  node(index).focusable = true;
  node(index).expandable = true;
  node(index).expanded = open;
  return open;
}

}  // namespace leadpact::ui
