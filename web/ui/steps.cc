// Steps in a row: chosen by a press, put into another order by dragging or by
// keys.
#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr float kSide = 14;     // inside, left and right
constexpr float kAbove = 9;     // inside, above and below
constexpr float kArrow = 28;    // between two
constexpr float kWidest = 200;  // of the words
constexpr float kSlim = 3;      // the mark where a step would come to stand
constexpr float kLineGap = 10;  // between lines of steps
constexpr float kToleranceOfClick = 6;

struct Laid {
  Key id = 0;
  Rect rect;
};

struct Strip {
  std::vector<Laid> steps;
  float height = 0;
};

float words_width(const Step& step, float most) {
  const float name = text_width(step.name, type::kLabel) + 1;
  const float note = text_width(step.note, type::kCaption) + 1;
  return std::min(std::max({name, note, 28.0f}), most);
}

// Places relative to the strip's corner.
Strip lay_out(const std::vector<Step>& all, Key key, float width) {
  Strip strip;
  const float most = std::min(kWidest, width - 2 * kSide);
  float tallest = 0;
  for (const Step& step : all) {
    const float note = step.note.empty() ? 0 : line_height(type::kCaption) + 2;
    tallest = std::max(tallest, text_size(step.name, type::kLabel, most).height + note);
  }
  const float height = std::max(tallest + 2 * kAbove, float{metric::kTouch});
  float x = 0, y = 0;
  for (const Step& step : all) {
    const float own = words_width(step, most) + 2 * kSide;
    if (x > 0 && x + kArrow + own > width) {
      x = 0;
      y += height + kLineGap;
    } else if (x > 0) {
      x += kArrow;
    }
    Laid laid;
    laid.id = hash(step.key, key);
    // Steps of one key stay apart.
    const std::uint32_t times = state().used_ids[laid.id]++;
    if (times > 0) laid.id = hash(static_cast<std::size_t>(times), laid.id);
    laid.rect = {x, y, own, height};
    strip.steps.push_back(laid);
    x += own;
  }
  strip.height = y + height;
  return strip;
}

// Where the step in hand would come to stand: before the first step whose
// middle lies behind the pointer.
std::size_t place_at(const Strip& strip, std::size_t from, float x, float y) {
  std::size_t before = 0;  // how many stand before the pointer
  for (const Laid& each : strip.steps) {
    const bool above = each.rect.y + each.rect.height + kLineGap / 2 <= y;
    const bool below = each.rect.y - kLineGap / 2 > y;
    if (above || (!below && each.rect.x + each.rect.width / 2 < x)) ++before;
  }
  return before > from ? before - 1 : before;
}

void draw_step(const Step& step, const Rect& rect, bool current, const Touch& touch, float warm,
               bool lifted) {
  const Theme& t = theme();
  if (lifted) soft_shadow(rect, metric::kControlRadius);
  const Color rest = current ? t.accent_soft : mix(t.surface, t.hover, warm);
  fill(rect, touch.held && !lifted ? t.sunken : rest, metric::kControlRadius);
  outline(rect, current || lifted ? t.accent : t.edge, metric::kControlRadius,
          current || lifted ? 2.0f : 1.0f);
  const float width = rect.width - 2 * kSide;
  const TextSize name = text_size(step.name, type::kLabel, width + 1);
  const float note = step.note.empty() ? 0 : line_height(type::kCaption) + 2;
  const float top = rect.y + (rect.height - name.height - note) / 2;
  draw_text({rect.x + kSide, top, width + 1, name.height}, step.name, type::kLabel, t.text);
  if (note > 0) {
    draw_line({rect.x + kSide, top + name.height + 2, width, note - 2}, step.note, type::kCaption,
              t.text_2);
  }
}

// An arrow before all steps but the first; at the end of a line it is left out
// there and drawn before the next one only where there is room.
void draw_arrow(const Rect& before, const Rect& step) {
  if (step.y > before.y) return;
  draw_icon(before.x + before.width + (kArrow - 20) / 2, step.y + (step.height - 20) / 2, 20,
            Icon::chevron_right, theme().text_3);
}

std::size_t moved_by_key(std::string_view key, std::size_t i, std::size_t size) {
  if (key == "ArrowLeft" || key == "ArrowUp") return i > 0 ? i - 1 : i;
  if (key == "ArrowRight" || key == "ArrowDown") return i + 1 < size ? i + 1 : i;
  if (key == "Home") return 0;
  return key == "End" ? size - 1 : i;
}

void take_keys(StepsUse& use, const Strip& strip, std::size_t i) {
  constexpr std::string_view kAlt = "Alt+";
  while (const Action* action = take_action(strip.steps[i].id, ActionKind::key)) {
    std::string_view key = action->value;
    const bool moves = key.substr(0, kAlt.size()) == kAlt;
    if (moves) key.remove_prefix(kAlt.size());
    const std::size_t to = moved_by_key(key, i, strip.steps.size());
    if (to == i) continue;
    if (moves) {
      use.moved = i;
      use.to = to;
    } else {
      give_focus(strip.steps[to].id, true);
      state().unsettled = true;
    }
  }
}

}  // namespace

StepsUse steps(std::string_view name, std::string_view kind, const std::vector<Step>& all,
               std::size_t current) {
  State& s = state();
  StepsUse use;
  const Key key = id_of(Role::list, name);
  const float width = available_width();
  const Strip strip = lay_out(all, key, width);
  const Rect whole = place(width, strip.height);
  open_node(Role::list, key, name, whole);
  const ImGuiIO& io = ImGui::GetIO();
  const float scale = s.input.scale;
  const float dx = (io.MousePos.x - io.MouseClickedPos[0].x) / scale;
  const float dy = (io.MousePos.y - io.MouseClickedPos[0].y) / scale;
  const float x = io.MousePos.x / scale - whole.x, y = io.MousePos.y / scale - whole.y;
  const bool touches = io.MouseSource == ImGuiMouseSource_TouchScreen;
  std::size_t lifted = StepsUse::kNone;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Laid& laid = strip.steps[i];
    const Rect rect{whole.x + laid.rect.x, whole.y + laid.rect.y, laid.rect.width,
                    laid.rect.height};
    const Touch touch = interact(laid.id, rect, true);
    const bool far = std::abs(dx) > kToleranceOfClick || std::abs(dy) > kToleranceOfClick;
    // A finger that goes up or down scrolls the page.
    const bool sideways = !touches || std::abs(dx) > std::abs(dy);
    const bool held = ImGui::GetCurrentContext()->ActiveId == laid.id && io.MouseDown[0];
    if (held && far && sideways && s.touch_scrolling == 0 && all.size() > 1) s.dragged = laid.id;
    const bool dragged = s.dragged == laid.id;
    if (dragged && io.MouseDown[0]) lifted = i;
    if (dragged && !io.MouseDown[0]) {
      s.dragged = 0;
      const std::size_t to = place_at(strip, i, x, y);
      const bool near = y > -rect.height && y < strip.height + rect.height;
      if (to != i && near) {
        use.moved = i;
        use.to = to;
      }
    } else if (touch.used && !dragged) {
      use.chosen = i;
    }
    take_keys(use, strip, i);
    const float warm = ease(laid.id, "hover", touch.hovered);
    if (i > 0) {
      const Laid& before = strip.steps[i - 1];
      draw_arrow(
          {whole.x + before.rect.x, whole.y + before.rect.y, before.rect.width, before.rect.height},
          rect);
    }
    draw_step(all[i], rect, i == current, touch, warm, false);
    if (touch.ring) ring_around(rect, metric::kControlRadius);
    open_node(Role::listitem, hash("step", laid.id), "", rect);
    std::string words = all[i].name + ", " + std::string(kind) + " " + std::to_string(i + 1) +
                        " of " + std::to_string(all.size());
    if (!all[i].note.empty()) words += ", " + all[i].note;
    const std::int32_t index = add_node(Role::button, laid.id, words, rect);
    node(index).focusable = true;
    node(index).current = i == current;
    node(index).movable = all.size() > 1;
    if (all.size() > 1) node(index).description = "Alt and an arrow key move it.";
    close_node();
  }
  if (lifted != StepsUse::kNone) {
    const Rect& from = strip.steps[lifted].rect;
    const std::size_t to = place_at(strip, lifted, x, y);
    // The mark stands before the step it would push on, or behind the last.
    const Rect& at = strip.steps[to].rect;
    const float mark = to <= lifted ? at.x - kSlim - 3 : at.x + at.width + 3;
    if (to != lifted) {
      fill({whole.x + mark, whole.y + at.y, kSlim, at.height}, theme().accent, 1.5f);
    }
    Touch none;
    draw_step(all[lifted], {whole.x + from.x + dx, whole.y + from.y + dy, from.width, from.height},
              lifted == current, none, 0, true);
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    s.moving = true;
  }
  close_node();
  return use;
}

}  // namespace leadpact::ui
