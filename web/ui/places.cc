// The frame around the content: application bar, rail, the scrolling page.
#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr int kPlain = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                       ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                       ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                       ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoFocusOnAppearing;

void begin_window(const char* name, const Rect& rect, int flags) {
  const float s = state().input.scale;
  ImGui::SetNextWindowPos(ImVec2(std::floor(rect.x * s + 0.5f), std::floor(rect.y * s + 0.5f)));
  ImGui::SetNextWindowSize(ImVec2(std::max(1.0f, std::floor(rect.width * s + 0.5f)),
                                  std::max(1.0f, std::floor(rect.height * s + 0.5f))));
  ImGui::Begin(name, nullptr, kPlain | flags);
}

struct Entry {
  Rect rect;
  Touch touch;
};

Entry entry(const Destination& to, bool current, const Rect& rect) {
  const Key id = id_of(Role::link, to.name);
  Entry made{rect, interact(id, rect, true)};
  const std::int32_t index = add_node(Role::link, id, to.name, rect);
  node(index).focusable = true;
  node(index).current = current;
  node(index).description = to.badge;
  const float warm = ease(id, "hover", made.touch.hovered && !current);
  const Color ground = current ? theme().accent_soft : mix(theme().surface, theme().hover, warm);
  const Rect pill{rect.x + 8, rect.y + 2, rect.width - 16, rect.height - 4};
  fill(pill, made.touch.held && !current ? theme().hover : ground, 8);
  if (made.touch.ring) ring_around({pill.x + 4, pill.y + 4, pill.width - 8, pill.height - 8}, 4);
  return made;
}

// A finger drags the page; let go in motion, it goes on for a while.
void scroll_by_touch(ImGuiWindow* window) {
  State& s = state();
  if (!s.drag.list.empty()) return;
  const ImGuiIO& io = ImGui::GetIO();
  const bool touch = io.MouseSource == ImGuiMouseSource_TouchScreen && s.dragging == 0;
  if (touch && ImGui::IsMouseDown(0) && window->InnerRect.Contains(io.MouseClickedPos[0])) {
    const bool dragged = ImGui::IsMouseDragging(0, 8 * s.input.scale);
    if (s.dragged != 0) return;  // what the finger holds is not the page
    if (dragged && window->ScrollMax.y > 0) {
      s.touch_scrolling = window->ID;
      if (ImGui::GetCurrentContext()->ActiveId != 0) ImGui::ClearActiveID();
    }
    if (s.touch_scrolling == window->ID && io.MouseDelta.y != 0) {
      ImGui::SetScrollY(window, window->Scroll.y - io.MouseDelta.y);
      const float dt = std::max(static_cast<float>(s.step), 0.008f);
      s.fling = 0.6f * s.fling + 0.4f * (-io.MouseDelta.y / dt);
    }
    return;
  }
  if (s.touch_scrolling != window->ID) return;
  if (std::abs(s.fling) < 20 || s.input.reduced_motion) {
    s.touch_scrolling = 0;
    s.fling = 0;
    return;
  }
  ImGui::SetScrollY(window, window->Scroll.y + s.fling * static_cast<float>(s.step));
  s.fling *= std::pow(0.03f, static_cast<float>(s.step));
  s.moving = true;
}

}  // namespace

bool can_scroll(float right, float down) {
  for (const ImGuiWindow* w = ImGui::GetCurrentContext()->HoveredWindow; w != nullptr;
       w = w->ParentWindow) {
    if (down > 0 && w->Scroll.y < w->ScrollMax.y) return true;
    if (down < 0 && w->Scroll.y > 0) return true;
    if (right > 0 && w->Scroll.x < w->ScrollMax.x) return true;
    if (right < 0 && w->Scroll.x > 0) return true;
  }
  return false;
}

void begin_app_bar() {
  State& s = state();
  s.bar_height = metric::kAppBar;
  const Rect rect{0, 0, s.input.width, s.bar_height};
  begin_window("##bar", rect, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  fill(rect, theme().surface);
  line(0, s.bar_height - 1, s.input.width, s.bar_height - 1, theme().border);
  open_node(Role::banner, hash("app bar", 1), "", rect);
  s.in_bar = true;
  const float side = narrow() ? 12.0f : 16.0f;
  Box bar;
  bar.key = hash("app bar", 2);
  bar.left = rect.x + side;
  bar.right = rect.width - side;
  bar.top = (s.bar_height - metric::kControl) / 2 - 0.5f;
  push_box(bar);
  begin_row(narrow() ? 6.0f : 10.0f);
  // The sign of the product.
  const Rect sign = place(30, 30);
  fill(sign, theme().accent, 8);
  draw_icon(sign.x + 5, sign.y + 5, 20, Icon::handshake, theme().on_accent);
}

void end_app_bar() {
  end_row();
  pop_box();
  state().in_bar = false;
  close_node();
  draw_rings();
  ImGui::End();
}

std::size_t rail(const std::vector<Destination>& destinations, std::size_t current) {
  State& s = state();
  std::size_t chosen = current;
  const bool bottom = narrow();
  const bool icons = compact();
  Rect rect;
  if (bottom) {
    s.rail_height = 60;
    rect = {0, s.input.height - s.rail_height, s.input.width, s.rail_height};
  } else {
    s.rail_width = icons ? metric::kRailCompact : metric::kRail;
    rect = {0, s.bar_height, s.rail_width, s.input.height - s.bar_height};
  }
  begin_window("##rail", rect, ImGuiWindowFlags_NoScrollbar);
  fill(rect, theme().surface);
  if (bottom)
    line(rect.x, rect.y, rect.x + rect.width, rect.y, theme().border);
  else
    line(rect.width - 1, rect.y, rect.width - 1, rect.y + rect.height, theme().border);
  open_node(Role::navigation, hash("rail", 1), "Main", rect);
  const float count = static_cast<float>(std::max<std::size_t>(1, destinations.size()));
  for (std::size_t i = 0; i < destinations.size(); ++i) {
    const Destination& to = destinations[i];
    const bool here = i == current;
    const float n = static_cast<float>(i);
    Rect place_of;
    if (bottom) {
      const float width = rect.width / count;
      place_of = {std::floor(n * width), rect.y + 2, std::floor(width), rect.height - 4};
    } else {
      place_of = {0, rect.y + 12 + n * 48, rect.width - 1, 46};
    }
    const Entry made = entry(to, here, place_of);
    if (made.touch.used) chosen = i;
    const Color ink = here ? theme().accent : theme().text_2;
    const Rect& r = made.rect;
    if (bottom) {
      draw_icon(r.x + (r.width - 22) / 2, r.y + 8, 22, to.icon, ink);
      const TypeStyle style = here ? type::kCaptionStrong : type::kCaption;
      const float width = std::min(text_width(to.name, style), r.width - 4);
      draw_line({r.x + (r.width - width) / 2, r.y + 30, width, 20}, to.name, style, ink);
    } else if (icons) {
      draw_icon(r.x + (r.width - 22) / 2, r.y + (r.height - 22) / 2, 22, to.icon, ink);
      if (made.touch.hovered || made.touch.ring) tooltip(r, to.name);
    } else {
      draw_icon(r.x + 20, r.y + (r.height - 22) / 2, 22, to.icon, ink);
      float right = r.x + r.width - 20;
      if (!to.badge.empty()) {
        const float width = text_width(to.badge, type::kCaption);
        draw_line({right - width, r.y, width, r.height}, to.badge, type::kCaption,
                  here ? theme().accent : theme().text_3);
        right -= width + 8;
      }
      draw_line({r.x + 54, r.y, right - r.x - 54, r.height}, to.name, type::kLabel,
                here ? theme().accent : theme().text);
    }
  }
  close_node();
  draw_rings();
  ImGui::End();
  return chosen;
}

void begin_page(std::string_view name, float side_panel) {
  State& s = state();
  s.side_width = side_panel;
  const Rect rect{s.rail_width, s.bar_height, s.input.width - s.rail_width - s.side_width,
                  s.input.height - s.bar_height - s.rail_height};
  // A window for each name, so that every screen keeps its place.
  const std::string window = "##page/" + std::string(name);
  begin_window(window.c_str(), rect, 0);
  const float side = narrow() ? 16.0f : compact() ? 24.0f : 40.0f;
  const float bar = narrow() ? 0.0f : 12.0f;
  const float whole = rect.width - 2 * side - bar;
  const float width = std::floor(std::clamp(whole, 1.0f, metric::kColumn));
  const float left = rect.x + side + std::floor((whole - width) / 2);
  const float scrolled = ImGui::GetCurrentWindow()->Scroll.y / s.input.scale;
  Box column;
  column.key = hash(name, hash("page", 3));
  column.left = left;
  column.right = left + width;
  column.top = rect.y - scrolled + (narrow() ? 20.0f : 32.0f);
  const std::int32_t index = open_node(Role::main, hash("page", 4), name, rect);
  push_box(column);
  box().node = -1;
  node(index).rect.y = rect.y - scrolled;
  s.scope.push_back(hash(name, hash("page", 5)));
}

void end_page() {
  State& s = state();
  end_drag();
  const Box column = pop_box();
  if (!s.scope.empty()) s.scope.pop_back();
  Node& main = node(s.open.back());
  main.rect.height = std::max(1.0f, column.bottom + 48 - main.rect.y);
  close_node();
  draw_rings();
  const float scale = s.input.scale;
  ImGui::SetCursorScreenPos(ImVec2(s.rail_width * scale, (column.bottom + 48) * scale));
  ImGui::Dummy(ImVec2(1, 1));
  scroll_by_touch(ImGui::GetCurrentWindow());
  ImGui::End();
}

void begin_side(std::string_view name, std::string_view key) {
  State& s = state();
  const Rect rect{s.input.width - s.side_width, s.bar_height, s.side_width,
                  s.input.height - s.bar_height - s.rail_height};
  const std::string window = "##side/" + std::string(key);
  begin_window(window.c_str(), rect, 0);
  fill(rect, theme().surface);
  line(rect.x, rect.y, rect.x, rect.y + rect.height, theme().border);
  constexpr float kSide = 24, kBar = 12;
  const float scrolled = ImGui::GetCurrentWindow()->Scroll.y / s.input.scale;
  Box column;
  column.key = hash(key, hash("side", 3));
  column.left = rect.x + kSide;
  column.right = rect.x + rect.width - kSide - kBar + 4;
  column.top = rect.y - scrolled + 24;
  open_node(Role::region, hash("side", 4), name, rect);
  push_box(column);
  box().node = -1;
  s.scope.push_back(hash(key, hash("side", 5)));
}

void end_side() {
  State& s = state();
  const Box column = pop_box();
  if (!s.scope.empty()) s.scope.pop_back();
  close_node();
  draw_rings();
  const float scale = s.input.scale;
  ImGui::SetCursorScreenPos(
      ImVec2((s.input.width - s.side_width) * scale, (column.bottom + 32) * scale));
  ImGui::Dummy(ImVec2(1, 1));
  scroll_by_touch(ImGui::GetCurrentWindow());
  ImGui::End();
}

}  // namespace leadpact::ui
