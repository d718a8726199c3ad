// Mouse, touch and keyboard on one control; motion; focus rings.
#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

bool animating() {
  return state().moving;
}
void go_on() {
  state().moving = true;
}
bool settled() {
  return !state().unsettled;
}
bool repeated() {
  return state().repeated;
}
double wake_in() {
  return state().wake;
}

namespace detail {
namespace {

ImRect device(const Rect& rect) {
  const float s = state().input.scale;
  return {ImVec2(rect.x * s, rect.y * s),
          ImVec2((rect.x + rect.width) * s, (rect.y + rect.height) * s)};
}

}  // namespace

bool reveal(const Rect& rect) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (window->ScrollMax.y <= 0) return false;
  const float s = state().input.scale;
  const float margin = kRevealMargin * s;
  const float top = rect.y * s - margin, bottom = (rect.y + rect.height) * s + margin;
  const ImRect view = window->InnerRect;
  float by = 0;
  if (bottom > view.Max.y) by = bottom - view.Max.y;
  if (top - by < view.Min.y) by = top - view.Min.y;
  const float to = std::clamp(window->Scroll.y + by, 0.0f, window->ScrollMax.y);
  if (std::abs(to - window->Scroll.y) < 1) return false;
  ImGui::SetScrollY(window, to);
  state().unsettled = true;
  return true;
}

float height_in_sight() {
  return ImGui::GetCurrentWindow()->InnerRect.GetHeight() / state().input.scale;
}

void give_focus(Key id, bool ring) {
  State& s = state();
  s.focused = id;
  s.ring = ring;
  if (ring) s.scroll_to = id;
}

Touch interact(Key id, const Rect& rect, bool enabled, bool under, bool focusable) {
  State& s = state();
  Touch touch;
  const ImRect bounds = device(rect);
  if (enabled) {
    if (under) ImGui::SetNextItemAllowOverlap();
    // Items out of sight are added too: their nodes can still be used.
    const bool shown = ImGui::ItemAdd(bounds, id, nullptr, ImGuiItemFlags_NoNav);
    if (shown) {
      bool hovered = false, held = false;
      const int flags = ImGuiButtonFlags_PressedOnClickRelease | ImGuiButtonFlags_NoNavFocus |
                        (under ? int{ImGuiButtonFlags_AllowOverlap} : 0);
      touch.used = ImGui::ButtonBehavior(bounds, id, &hovered, &held, flags);
      touch.hovered = hovered && ImGui::GetIO().MouseSource != ImGuiMouseSource_TouchScreen;
      touch.held = held;
      if (held && focusable && s.focused != id) give_focus(id, false);
      if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (take_action(id, ActionKind::activate) != nullptr) touch.used = true;
    if (s.reveal_next && focusable) {
      s.reveal_next = false;
      s.scroll_to = id;
    }
    if (s.focus_next && focusable) {
      s.focus_next = false;
      give_focus(id, true);
    }
  }
  touch.focused = focusable && s.focused == id;
  touch.ring = touch.focused && s.ring;
  if (s.scroll_to == id) {
    // Until all has found its place; how far a new panel scrolls is known in its second frame.
    s.scrolled_to = id;
    if (ImGui::GetCurrentWindow()->Appearing) s.unsettled = true;
    reveal(rect);
  }
  return touch;
}

void ring_around(const Rect& rect, float radius) {
  state().rings.push_back({rect, radius});
}

void draw_rings() {
  for (const Ring& ring : state().rings) {
    // Two pixels wide, two away from the control.
    const Rect around{ring.rect.x - 4, ring.rect.y - 4, ring.rect.width + 8, ring.rect.height + 8};
    outline(around, theme().focus, ring.radius + 4, 2);
  }
  state().rings.clear();
}

float ease(Key id, std::string_view what, bool on, float milliseconds) {
  State& s = state();
  const float target = on ? 1.0f : 0.0f;
  Memory fresh;
  fresh.value = target;
  Memory& slot = s.motion.try_emplace(hash(what, id), fresh).first->second;
  slot.seen = s.frame;
  if (s.input.reduced_motion) slot.value = target;
  if (slot.value != target) {
    const float by = static_cast<float>(s.step) * 1000 / milliseconds;
    slot.value = on ? std::min(1.0f, slot.value + by) : std::max(0.0f, slot.value - by);
    s.moving = true;
  }
  // Fast at first, slow at the end.
  const float left = 1 - slot.value;
  return 1 - left * left * left;
}

void tooltip(const Rect& anchor, std::string_view text) {
  State& s = state();
  constexpr TypeStyle style = type::kCaption;
  const float width = text_width(text, style) + 20;
  const float height = line_height(style) + 12;
  float x = anchor.x + (anchor.width - width) / 2;
  x = std::clamp(x, 4.0f, std::max(4.0f, s.input.width - width - 4));
  float y = anchor.y + anchor.height + 8;
  if (y + height > s.input.height - 4) y = anchor.y - height - 8;
  const float scale = s.input.scale;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(s.input.width * scale, s.input.height * scale));
  ImGui::Begin("##tooltip", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const Rect rect{x, y, width, height};
  fill(rect, theme().text, 6);
  draw_line({x + 10, y, width - 20, height}, text, style, theme().canvas);
  ImGui::End();
}

bool pointed_at(const Rect& rect) {
  const ImGuiIO& io = ImGui::GetIO();
  return io.MouseSource != ImGuiMouseSource_TouchScreen && device(rect).Contains(io.MousePos) &&
         ImGui::GetCurrentWindow()->ClipRect.Contains(io.MousePos) && ImGui::IsWindowHovered();
}

void hint(std::string_view text) {
  State& s = state();
  s.hint = text;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  tooltip({mouse.x / s.input.scale, mouse.y / s.input.scale - 8, 0, 20}, text);
}

}  // namespace detail

std::string_view hinted() {
  return state().hint;
}

}  // namespace leadpact::ui
