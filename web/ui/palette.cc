// The command palette: a field over the page and what it found below. The
// keyboard stays in the field; the entry in hand is its active descendant.
#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr int kOver = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing;
constexpr float kField = 56;
constexpr float kSide = 8;

void begin_over(const char* name, const Rect& rect, int flags) {
  const float s = state().input.scale;
  ImGui::SetNextWindowPos(ImVec2(std::floor(rect.x * s), std::floor(rect.y * s)));
  ImGui::SetNextWindowSize(ImVec2(std::floor(rect.width * s), std::floor(rect.height * s)));
  ImGui::Begin(name, nullptr, flags);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
}

float row_height() {
  return narrow() ? metric::kTouch : 40.0f;
}

void move_hand(std::size_t& hand, std::size_t rows, std::string_view key) {
  if (rows == 0) return;
  const std::size_t last = rows - 1;
  if (key == "ArrowDown") hand = hand >= last ? 0 : hand + 1;
  if (key == "ArrowUp") hand = hand == 0 ? last : hand - 1;
  if (key == "PageDown") hand = std::min(last, hand + 8);
  if (key == "PageUp") hand = hand < 8 ? 0 : hand - 8;
}

// Keeps the entry in hand in sight.
void scroll_to(const ImGuiWindow* window, float above, float height, float view_height) {
  const float scale = state().input.scale;
  const float view = window->Scroll.y / scale;
  auto* scrolled = const_cast<ImGuiWindow*>(window);
  if (above < view) {
    ImGui::SetScrollY(scrolled, above * scale);
  } else if (above + height > view + view_height) {
    ImGui::SetScrollY(scrolled, (above + height - view_height) * scale);
  }
}

// The index of the entry pressed, or rows.size().
std::size_t draw_rows(Key id, const Rect& area, const std::vector<PaletteRow>& rows,
                      std::size_t hand, bool moved) {
  begin_over("##palette-list", area, kOver & ~ImGuiWindowFlags_NoScrollbar);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  open_node(Role::listbox, hash("found", id), "Found", area);
  const float row = row_height();
  const float scale = state().input.scale;
  const float top = area.y - window->Scroll.y / scale;
  std::size_t pressed = rows.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float n = static_cast<float>(i);
    const Rect rect{area.x + kSide, top + n * row, area.width - 2 * kSide, row};
    const Key own = hash(i, hash("entry", id));
    const Touch touch = interact(own, rect, true, false, false);
    if (touch.used) pressed = i;
    if (i == hand) {
      fill(rect, theme().accent_soft, metric::kControlRadius);
      if (moved) scroll_to(window, n * row, row, area.height);
    } else if (touch.hovered) {
      fill(rect, theme().hover, metric::kControlRadius);
    }
    const float kind = text_width(rows[i].kind, type::kCaption);
    draw_line({rect.x + 12, rect.y, rect.width - kind - 40, row}, rows[i].name, type::kBody,
              theme().text);
    draw_line({rect.x + rect.width - kind - 12, rect.y, kind + 1, row}, rows[i].kind,
              type::kCaption, theme().text_3);
    const std::int32_t index = add_node(
        Role::option, own, std::string(rows[i].name) + ", " + std::string(rows[i].kind), rect);
    node(index).checked = node(index).current = i == hand;
  }
  if (rows.empty()) {
    constexpr std::string_view kNothing = "Nothing is called like that.";
    draw_line({area.x + 20, area.y, area.width - 40, row}, kNothing, type::kBody, theme().text_3);
    add_node(Role::text, hash("nothing", id), kNothing, {area.x, area.y, area.width, row});
  }
  ImGui::SetCursorScreenPos(
      ImVec2(area.x * scale, (top + static_cast<float>(rows.size()) * row) * scale - 1));
  ImGui::Dummy(ImVec2(1, 1));
  close_node();
  ImGui::End();
  return pressed;
}

}  // namespace

PaletteUse palette(std::string& query, const std::vector<PaletteRow>& rows) {
  State& s = state();
  PaletteState& own = s.palette;
  const Key id = hash("palette", 17);
  const bool fresh = own.frame == 0 || s.frame - own.frame > 1;
  if (fresh) {
    own.before = s.focused;
    own.ring_before = s.ring;
    own.hand = 0;
    give_focus(id, true);
  }
  own.frame = s.frame;
  own.hand = std::min(own.hand, rows.empty() ? 0 : rows.size() - 1);

  const float row = row_height();
  const float width = std::min(640.0f, s.input.width - 32);
  const float most = s.input.height - 2 * 72 - kField - 2 * kSide;
  const float shown = std::clamp(static_cast<float>(rows.size()), 1.0f, 9.5f);
  const float list = std::max(row, std::min(shown * row, most));
  const Rect rect{std::floor((s.input.width - width) / 2), std::min(72.0f, s.input.height * 0.1f),
                  width, kField + list + 2 * kSide};

  PaletteUse use;
  begin_over("##palette", {0, 0, s.input.width, s.input.height}, kOver);
  fill({0, 0, s.input.width, s.input.height}, theme().scrim);
  const Rect page{0, 0, s.input.width, s.input.height};
  use.closed = interact(hash("veil", id), page, true, true, false).used;
  interact(hash("body", id), rect, true, true, false);
  soft_shadow(rect, 12);
  fill(rect, theme().surface, 12);
  outline(rect, theme().border, 12);
  open_node(Role::dialog, hash("dialog", id), "Find anything", rect);
  draw_icon(rect.x + 18, rect.y + (kField - 22) / 2, 22, Icon::search, theme().text_3);
  const Rect field{rect.x + 52, rect.y + 10, width - 68, kField - 20};
  const Touch touch = interact(id, field, true);
  bool moved = fresh;
  while (const Action* action = take_action(id, ActionKind::set_value)) {
    if (action->value == query) continue;
    query = action->value;
    use.typed = true;
    own.hand = 0;
    moved = true;
  }
  while (const Action* key = take_action(id, ActionKind::key)) {
    if (key->value == "Escape") use.closed = true;
    if (key->value == "Enter" && !rows.empty()) use.chosen = own.hand;
    move_hand(own.hand, rows.size(), key->value);
    moved = true;
  }
  const bool empty = query.empty();
  draw_line({field.x + 12, field.y, field.width - 24, field.height},
            empty ? "Screens, clauses, commands" : std::string_view(query), type::kBody,
            empty ? theme().text_3 : theme().text);
  line(rect.x, rect.y + kField, rect.x + width, rect.y + kField, theme().border);
  const std::int32_t index = add_node(Role::textbox, id, "Find anything", field);
  Node& made = node(index);
  made.value = query;
  made.description = "Arrow keys choose, Enter opens, Escape closes.";
  made.focusable = made.expandable = made.expanded = true;
  made.edit = field;
  if (!rows.empty()) made.active = hash(own.hand, hash("entry", id));
  ImGui::End();
  const Rect area{rect.x, rect.y + kField + kSide, width, list};
  const std::size_t pressed = draw_rows(id, area, rows, own.hand, moved);
  close_node();
  if (pressed < rows.size()) use.chosen = pressed;
  // The keyboard went elsewhere.
  if (!fresh && !touch.focused) use.closed = true;
  if (use.chosen || use.closed) {
    if (touch.focused) give_focus(own.before, own.ring_before);
    own.frame = 0;
    s.unsettled = true;
  }
  return use;
}

}  // namespace leadpact::ui
