// Parts of a document that one can take in hand.
#include <algorithm>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {
constexpr float kSide = 16;
constexpr float kAbove = 10;
}  // namespace

bool begin_item(std::string_view name, bool selected) {
  const Key key = next_key("item");
  const Key id = id_of(Role::button, name);
  const float height = recall(key, "height", 48);
  const Rect rect = place(available_width(), height, spaced::kTight);
  const Touch touch = interact(id, rect, true, true);
  const float warm = ease(id, "hover", touch.hovered || touch.held);
  const Theme& t = theme();
  if (selected) {
    fill(rect, t.accent_soft, metric::kControlRadius);
    fill({rect.x, rect.y + 6, 3, rect.height - 12}, t.accent, 1.5f);
  } else if (warm > 0) {
    fill(rect, faded(t.hover, warm), metric::kControlRadius);
  }
  if (touch.ring) ring_around({rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4}, 4);
  const std::int32_t group = open_node(Role::group, hash("item", key), "", rect);
  const std::int32_t index = add_node(Role::button, id, name, rect);
  node(index).focusable = true;
  node(index).current = selected;
  Box inner;
  inner.key = key;
  inner.left = rect.x + kSide;
  inner.right = rect.x + rect.width - kSide;
  inner.top = rect.y + kAbove;
  inner.node = group;
  push_box(inner);
  state().scope.push_back(key);
  return touch.used;
}

void end_item() {
  const Box inner = pop_box();
  if (!state().scope.empty()) state().scope.pop_back();
  close_node();
  remember(inner.key, "height", inner.bottom - inner.top + 2 * kAbove, 48);
}

void begin_indent() {
  box().left += kSide;
  box().x += kSide;
}

void end_indent() {
  box().left -= kSide;
  box().x -= kSide;
}

}  // namespace leadpact::ui
