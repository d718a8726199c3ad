// Parts of a document that one can take in hand.
#include <algorithm>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {
constexpr float kSide = 22;
constexpr float kAbove = 10;

// The handle at the left edge. Those without a mouse move an item with the
// buttons of its fields.
void drag_handle(Key id, const Rect& rect, const ListPlace& place, bool shown) {
  Drag& drag = state().drag;
  const Rect handle{rect.x, rect.y, kSide, rect.height};
  const Touch touch = interact(hash("handle", id), handle, true, false, false);
  if (touch.held && drag.list.empty()) {
    drag.list = place.list;
    drag.index = place.index;
    drag.moved = false;
  }
  const bool own = drag.list == place.list && drag.index == place.index;
  if (own && !drag.moved) drag.moved = ImGui::IsMouseDragging(0, 6 * state().input.scale);
  if (drag.list == place.list) {
    drag.entries.push_back({place.index, rect});
  }
  if (shown || touch.hovered || own) {
    draw_icon(rect.x + 4, rect.y + kAbove + 3, 16, Icon::drag,
              touch.hovered || own ? theme().accent : theme().text_3);
  }
  if (own && drag.moved) outline(rect, theme().accent, metric::kControlRadius);
}

// Before which entry the item would go, and where to say so.
std::pair<std::size_t, Rect> target(const std::vector<Drag::Entry>& entries, float x, float y) {
  const auto outside = [](float at, float from, float size) {
    return std::max({0.0f, from - at, at - (from + size)});
  };
  const auto away = [&](const Drag::Entry& entry) {
    const Rect& rect = entry.rect;
    return outside(x, rect.x, rect.width) + outside(y, rect.y, rect.height);
  };
  const auto nearest =
      std::min_element(entries.begin(), entries.end(),
                       [&](const auto& a, const auto& b) { return away(a) < away(b); });
  const Rect& rect = nearest->rect;
  const bool above = y < rect.y + rect.height / 2;
  const float line_y = above ? rect.y - 2 : rect.y + rect.height + 2;
  return {nearest->index + (above ? 0 : 1), {rect.x, line_y - 1.5f, rect.width, 3}};
}

}  // namespace

namespace detail {

void end_drag() {
  State& s = state();
  Drag& drag = s.drag;
  if (drag.list.empty()) return;
  if (drag.moved && !drag.entries.empty()) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    const float scale = s.input.scale;
    const auto [before, line] = target(drag.entries, at.x / scale, at.y / scale);
    fill(line, theme().accent, 1.5f);
    if (!ImGui::IsMouseDown(0)) drag.drop = Drop{drag.list, drag.index, before};
    // Near an edge the page goes on.
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float edge = 48 * s.input.scale;
    const float mouse = ImGui::GetIO().MousePos.y;
    const float over = std::max(0.0f, mouse - (window->InnerRect.Max.y - edge)) -
                       std::max(0.0f, window->InnerRect.Min.y + edge - mouse);
    if (over != 0 && ImGui::IsMouseDown(0)) {
      ImGui::SetScrollY(window,
                        std::clamp(window->Scroll.y + over * 0.3f, 0.0f, window->ScrollMax.y));
      s.moving = true;
    }
  }
  drag.entries.clear();
  if (ImGui::IsMouseDown(0)) return;
  drag.list.clear();
  drag.moved = false;
}

}  // namespace detail

std::optional<Drop> take_drop() {
  return std::exchange(state().drag.drop, std::nullopt);
}

bool begin_item(std::string_view name, bool selected, const ListPlace& list_place) {
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
  if (!list_place.list.empty()) drag_handle(id, rect, list_place, selected || touch.hovered);
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
  remember_height(inner, inner.bottom - inner.top + 2 * kAbove, 48);
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
