// A choice of one from a list that opens below. The keyboard stays on the
// combobox; the option in hand is its active descendant.
#include <algorithm>
#include <cmath>

#include "core/data/cells.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/fields.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr std::size_t kLong = 12;  // from here on typing narrows the list

bool holds(std::string_view text, std::string_view part) {
  return data::fold_case(text).find(data::fold_case(part)) != std::string::npos;
}

bool begins(std::string_view text, std::string_view part) {
  return data::fold_case(text).rfind(data::fold_case(part), 0) == 0;
}

std::vector<std::size_t> shown_options(const std::vector<std::string>& options) {
  const Popup& popup = state().popup;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options.size() <= kLong || holds(options[i], popup.typed)) shown.push_back(i);
  }
  return shown;
}

void open_list(Key id, std::size_t chosen) {
  Popup& popup = state().popup;
  popup = {};
  popup.owner = id;
  popup.hand = chosen;
  popup.moved = true;
  popup.opened_now = true;
  if (state().focused != id) give_focus(id, state().ring);
  state().unsettled = true;
}

void close_list() {
  state().popup = {};
  state().unsettled = true;
}

void move_hand(const std::vector<std::size_t>& shown, int by) {
  Popup& popup = state().popup;
  if (shown.empty()) return;
  const auto at = std::find(shown.begin(), shown.end(), popup.hand);
  const int last = static_cast<int>(shown.size()) - 1;
  const int from =
      at == shown.end() ? (by > 0 ? -1 : last + 1) : static_cast<int>(at - shown.begin());
  popup.hand = shown[static_cast<std::size_t>(std::clamp(from + by, 0, last))];
  popup.moved = true;
}

void type(const std::vector<std::string>& options, std::string_view key) {
  State& s = state();
  Popup& popup = s.popup;
  const bool narrows = options.size() > kLong;
  if (key == "Backspace") {
    while (!popup.typed.empty() && (popup.typed.back() & 0xC0) == 0x80)
      popup.typed.pop_back();
    if (!popup.typed.empty()) popup.typed.pop_back();
  } else {
    if (!narrows && s.time - popup.typed_at > 1) popup.typed.clear();
    popup.typed += key;
  }
  popup.typed_at = s.time;
  popup.moved = true;
  if (popup.typed.empty()) return;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (narrows ? holds(options[i], popup.typed) : begins(options[i], popup.typed)) {
      popup.hand = i;
      return;
    }
  }
}

// A single letter, not the name of a key.
bool is_letter(std::string_view key) {
  if (key.empty() || key == " ") return false;
  const auto first = static_cast<unsigned char>(key[0]);
  if (first < 0x80) return key.size() == 1 && first > ' ';
  return key.size() <= 4;
}

// True when a choice was made.
bool press(Key id, const std::vector<std::string>& options, std::size_t& chosen,
           std::string_view key) {
  Popup& popup = state().popup;
  if (popup.owner != id) {
    if (key == "ArrowDown" || key == "ArrowUp" || key == "Enter" || key == " ") {
      open_list(id, chosen);
    } else if (is_letter(key)) {
      open_list(id, chosen);
      type(options, key);
    }
    return false;
  }
  const std::vector<std::size_t> shown = shown_options(options);
  if (key == "Escape") {
    close_list();
  } else if (key == "Enter" || key == "Tab" || (key == " " && popup.typed.empty())) {
    const bool there = std::find(shown.begin(), shown.end(), popup.hand) != shown.end();
    const std::size_t picked = popup.hand;
    close_list();
    if (there && picked != chosen && picked < options.size()) {
      chosen = picked;
      return true;
    }
  } else if (key == "ArrowDown") {
    move_hand(shown, 1);
  } else if (key == "ArrowUp") {
    move_hand(shown, -1);
  } else if (key == "PageDown") {
    move_hand(shown, 8);
  } else if (key == "PageUp") {
    move_hand(shown, -8);
  } else if (key == "Home") {
    move_hand(shown, -100000);
  } else if (key == "End") {
    move_hand(shown, 100000);
  } else if (key == "Backspace" || is_letter(key) || key == " ") {
    type(options, key);
  }
  return false;
}

Key option_id(Key owner, std::size_t index) {
  return hash(index, hash("option", owner));
}

// The open list. True when an option was taken.
bool draw_list(Key id, std::string_view label, const Rect& anchor,
               const std::vector<std::string>& options, std::size_t& chosen) {
  State& s = state();
  Popup& popup = s.popup;
  const std::vector<std::size_t> shown = shown_options(options);
  const bool searching = options.size() > kLong;
  const float row = narrow() ? metric::kTouch : 36.0f;
  const float head = searching ? 40.0f : 0;
  const float rows = std::max(1.0f, std::min(8.5f, static_cast<float>(shown.size())));
  float width = anchor.width;
  for (const std::string& option : options) {
    width = std::max(width, text_width(option, type::kBody) + 60);
  }
  width = std::min(width, s.input.width - 16);
  const float height = head + rows * row + 12;
  Rect rect{anchor.x, anchor.y + anchor.height + 4, width, height};
  if (rect.y + height > s.input.height - 8 && anchor.y - height - 4 > 8) {
    rect.y = anchor.y - height - 4;
  }
  rect.height = std::min(height, s.input.height - 8 - rect.y);
  rect.x = std::clamp(rect.x, 8.0f, std::max(8.0f, s.input.width - width - 8));

  const float scale = s.input.scale;
  const int plain = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing;
  // Its shadow needs more room than itself: a window of its own behind it.
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(s.input.width * scale, s.input.height * scale));
  ImGui::Begin("##shadow", nullptr, plain | ImGuiWindowFlags_NoInputs);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  soft_shadow(rect, metric::kCardRadius);
  fill(rect, theme().surface, metric::kCardRadius);
  outline(rect, theme().border, metric::kCardRadius);
  if (searching) {
    draw_icon(rect.x + 14, rect.y + 13, 18, Icon::search, theme().text_3);
    draw_line({rect.x + 40, rect.y + 6, rect.width - 52, 32},
              popup.typed.empty() ? "Type to search" : std::string_view(popup.typed), type::kBody,
              popup.typed.empty() ? theme().text_3 : theme().text);
    line(rect.x, rect.y + 44, rect.x + rect.width, rect.y + 44, theme().border);
  }
  ImGui::End();

  const Rect inner{rect.x + 1, rect.y + 6 + head, rect.width - 2, rect.height - 12 - head};
  ImGui::SetNextWindowPos(ImVec2(std::floor(inner.x * scale), std::floor(inner.y * scale)));
  ImGui::SetNextWindowSize(
      ImVec2(std::floor(inner.width * scale), std::floor(inner.height * scale)));
  ImGui::Begin("##list", nullptr, plain & ~ImGuiWindowFlags_NoScrollbar);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  ImGui::BringWindowToDisplayFront(window);
  if (popup.opened_now) ImGui::SetScrollY(window, 0);
  open_node(Role::listbox, hash("listbox", id), label, rect);
  const float top = inner.y - window->Scroll.y / scale;
  bool taken = false;
  for (std::size_t n = 0; n < shown.size(); ++n) {
    const std::size_t i = shown[n];
    const Key own = option_id(id, i);
    const Rect line_rect{inner.x + 5, top + static_cast<float>(n) * row, inner.width - 10, row};
    const Touch touch = interact(own, line_rect, true, false, false);
    if (touch.hovered && (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0)) {
      popup.hand = i;
    }
    if (touch.used) {
      taken = true;
      popup.hand = i;
    }
    const bool in_hand = popup.hand == i;
    if (in_hand) fill(line_rect, theme().hover, metric::kControlRadius);
    const bool on = i == chosen;
    if (on)
      draw_icon(line_rect.x + 8, line_rect.y + (row - 18) / 2, 18, Icon::check, theme().accent);
    draw_line({line_rect.x + 34, line_rect.y, line_rect.width - 44, row}, options[i], type::kBody,
              on ? theme().accent : theme().text);
    const std::int32_t index = add_node(Role::option, own, options[i], line_rect);
    node(index).checked = on;
    node(index).current = in_hand;
    if (in_hand && popup.moved) {
      const float above = static_cast<float>(n) * row, below = above + row;
      const float view = window->Scroll.y / scale;
      if (above < view)
        ImGui::SetScrollY(window, above * scale);
      else if (below > view + inner.height)
        ImGui::SetScrollY(window, (below - inner.height) * scale);
      popup.moved = false;
    }
  }
  if (shown.empty()) {
    draw_line({inner.x + 16, inner.y, inner.width - 32, row}, "Nothing matches what was typed.",
              type::kBody, theme().text_3);
    add_node(Role::text, hash("nothing", id), "Nothing matches what was typed.", inner);
  }
  ImGui::SetCursorScreenPos(
      ImVec2(inner.x * scale, (top + static_cast<float>(shown.size()) * row) * scale - 1));
  ImGui::Dummy(ImVec2(1, 1));
  close_node();

  const ImGuiWindow* under = ImGui::GetCurrentContext()->HoveredWindow;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ImRect own_button(anchor.x * scale, anchor.y * scale, (anchor.x + anchor.width) * scale,
                          (anchor.y + anchor.height) * scale);
  const bool outside = ImGui::IsMouseClicked(0) && under != window && !own_button.Contains(mouse);
  ImGui::End();
  popup.opened_now = false;
  if (taken) {
    const bool changed = popup.hand != chosen;
    chosen = popup.hand;
    close_list();
    return changed;
  }
  if (outside) close_list();
  return false;
}

}  // namespace

bool select(std::string_view label, const std::vector<std::string>& options, std::size_t& chosen,
            const FieldText& below) {
  State& s = state();
  const Key id = id_of(Role::combobox, label);
  const Field field = begin_field(label, below, 480);
  const Touch touch = interact(id, field.control, true);
  bool changed = false;
  if (touch.used) {
    if (s.popup.owner == id)
      close_list();
    else
      open_list(id, chosen);
  }
  while (const Action* key = take_action(id, ActionKind::key)) {
    changed = press(id, options, chosen, key->value) || changed;
  }
  while (const Action* set = take_action(id, ActionKind::set_value)) {
    const auto found = std::find(options.begin(), options.end(), set->value);
    if (found == options.end()) continue;
    chosen = static_cast<std::size_t>(found - options.begin());
    changed = true;
  }
  // The keyboard went elsewhere.
  if (s.popup.owner == id && !s.popup.opened_now && s.focused != id) close_list();

  const bool open = s.popup.owner == id;
  const std::string_view value =
      chosen < options.size() ? std::string_view(options[chosen]) : std::string_view("Choose");
  const Rect& r = field.control;
  draw_field_ground(r, touch, ease(id, "hover", touch.hovered && !open), !below.error.empty());
  draw_line({r.x + 12, r.y, r.width - 44, r.height}, value, type::kBody,
            chosen < options.size() ? theme().text : theme().text_3);
  draw_icon(r.x + r.width - 30, r.y + (r.height - 20) / 2, 20,
            open ? Icon::expand_less : Icon::expand_more, theme().text_2);
  if (touch.ring) ring_around(r, metric::kControlRadius);
  const std::int32_t index = add_node(Role::combobox, id, label, r);
  Node& made = node(index);
  made.value = chosen < options.size() ? std::string_view(options[chosen]) : std::string_view();
  made.description = below.error.empty() ? below.help : below.error;
  made.invalid = !below.error.empty();
  made.focusable = true;
  made.expandable = true;
  made.expanded = open;
  if (open) {
    made.active = option_id(id, s.popup.hand);
    if (draw_list(id, label, r, options, chosen)) changed = true;
  }
  return changed;
}

namespace detail {

void end_popups() {
  // The screen with the open list is gone.
  State& s = state();
  if (s.popup.owner == 0) return;
  if (!s.used_ids.contains(s.popup.owner)) s.popup = {};
}

}  // namespace detail
}  // namespace leadpact::ui
