// Values to choose from, in a row that wraps.
#include <algorithm>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

bool chip(std::string_view text, std::string_view note, std::string_view name, bool on) {
  constexpr float kSide = 12, kSign = 20, kGap = 8;
  const Key id = id_of(Role::toggle, name);
  const float sign = on ? kSign : 0;
  const float most = std::min(available_width(), box().right - box().left) - 2 * kSide - sign;
  const float beside = note.empty() ? 0 : text_width(note, type::kCaption) + kGap;
  const float words = std::min(text_width(text, type::kBody) + 1, most - beside);
  const TextSize size = text_size(text, type::kBody, words);
  const float height = std::max(narrow() ? metric::kTouch : 32.0f, size.height + 10);
  const Rect rect = place(2 * kSide + sign + words + beside, height, spaced::kTight);
  const Touch touch = interact(id, rect, true);
  const float warm = ease(id, "hover", touch.hovered);
  const Theme& t = theme();
  constexpr float kRadius = 16;
  fill(rect, touch.held ? t.sunken : on ? t.accent_soft : mix(t.surface, t.hover, warm), kRadius);
  outline(rect, on ? t.accent : t.edge, kRadius);
  if (touch.ring) ring_around(rect, kRadius);
  const float x = rect.x + kSide;
  if (on) draw_icon(x - 2, rect.y + (height - 16) / 2, 16, Icon::check, t.accent);
  draw_text({x + sign, rect.y + (height - size.height) / 2, words + 1, size.height}, text,
            type::kBody, t.text);
  if (!note.empty()) {
    draw_line({x + sign + words + kGap, rect.y, beside, height}, note, type::kCaption, t.text_2);
  }
  const std::int32_t index = add_node(Role::toggle, id, name, rect);
  node(index).focusable = true;
  node(index).checked = on;
  return touch.used;
}

}  // namespace leadpact::ui
