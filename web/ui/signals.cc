// What has to be noticed: pills, bars, banners, toasts, empty places.
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

void draw_centred(float left, float y, float width, std::string_view text, TypeStyle style,
                  Color color) {
  draw_text({left, y, width, text_size(text, style, width).height}, text, style, color,
            Align::centre);
}

}  // namespace

void pill(Icon icon, std::string_view text, Tone tone) {
  constexpr float kHeight = 26;
  const float mark = icon == Icon::none ? 0 : 20.0f;
  const float most = std::max(60.0f, inside_row() ? available_width() : box().right - box().left);
  const float width = std::min(text_width(text, type::kCaptionStrong) + mark + 20, most);
  const Rect rect = place(width, kHeight, spaced::kText);
  fill(rect, soft_of(tone), kHeight / 2);
  if (state().input.more_contrast) outline(rect, color_of(tone), kHeight / 2);
  if (icon != Icon::none) draw_icon(rect.x + 8, rect.y + 5, 16, icon, color_of(tone));
  draw_line({rect.x + 10 + mark, rect.y, width - 20 - mark + 1, kHeight}, text,
            type::kCaptionStrong, color_of(tone));
  add_node(Role::text, id_by_place(Role::text), text, rect);
}

void party_badge(Party party, std::string_view letter, std::string_view name) {
  const Theme& t = theme();
  const bool marketing = party == Party::marketing;
  const Color ink = marketing ? t.marketing : party == Party::sales ? t.sales : t.text_2;
  const Color soft = marketing ? t.marketing_soft : party == Party::sales ? t.sales_soft : t.sunken;
  const Rect rect = place(26, 26, spaced::kText);
  fill(rect, soft, 7);
  const float width = text_width(letter, type::kCaptionStrong);
  draw_line({rect.x + (26 - width) / 2, rect.y, width, 26}, letter, type::kCaptionStrong, ink);
  add_node(Role::image, id_by_place(Role::image), name, rect);
}

void progress(std::string_view name, float fraction) {
  const float part = std::clamp(std::isfinite(fraction) ? fraction : 0.0f, 0.0f, 1.0f);
  const float width = inside_row() ? std::min(room(), 240.0f) : available_width();
  const float above = line_height(type::kCaption) + 4;
  const Rect rect = place(width, above + 8);
  const std::string percent = std::to_string(std::lround(part * 100));
  const float right = text_width(percent + " %", type::kCaption);
  draw_line({rect.x, rect.y, width - right - 8, above - 4}, name, type::kCaption, theme().text_2);
  draw_line({rect.x + width - right, rect.y, right, above - 4}, percent + " %", type::kCaption,
            theme().text_2);
  const Rect bar{rect.x, rect.y + above, width, 8};
  fill(bar, theme().border, 4);
  if (part > 0) fill({bar.x, bar.y, std::max(8.0f, width * part), 8}, theme().accent, 4);
  const std::int32_t index =
      add_node(Role::progressbar, id_of(Role::progressbar, name), name, rect);
  node(index).value = percent;
}

bool banner(Tone tone, std::string_view title, std::string_view body, std::string_view action) {
  const Key key = next_key("banner");
  const float height = recall(key, "height", 72);
  const Rect rect = place(available_width(), height, spaced::kCard);
  fill(rect, soft_of(tone), metric::kCardRadius);
  outline(rect, mix(soft_of(tone), color_of(tone), 0.35f), metric::kCardRadius);
  const float padding = narrow() ? 12.0f : 16.0f;
  draw_icon(rect.x + padding, rect.y + padding, 22, icon_of(tone), color_of(tone));
  const bool urgent = tone == Tone::danger || tone == Tone::warning;
  const Role role = urgent ? Role::alert : Role::status;
  const std::int32_t index = open_node(role, id_of(role, title), title, rect);
  node(index).live = true;
  node(index).value = body;
  Box inner;
  inner.key = key;
  inner.left = rect.x + padding + 34;
  inner.right = rect.x + rect.width - padding;
  inner.top = rect.y + padding;
  inner.node = box().node;
  push_box(inner);
  bool used = false;
  begin_row(16);
  begin_stack();
  strong(title);
  if (!body.empty()) {
    box().after = 2;
    const TextSize size = text_size(body, type::kBody, available_width());
    const Rect where = place(available_width(), size.height, {2, 2});
    draw_text(where, body, type::kBody, theme().text);
    add_node(Role::text, id_by_place(Role::text), body,
             {where.x, where.y, size.width, size.height});
  }
  end_stack();
  if (!action.empty()) used = button(action);
  // With its button in sight all of it is.
  if (state().scroll_to != 0 && state().tree.back().id == state().scroll_to) reveal(rect);
  end_row();
  const Box done = pop_box();
  close_node();
  remember(key, "height", std::max(22.0f, done.bottom - done.top) + 2 * padding, 72);
  return used;
}

bool empty_state(Icon icon, std::string_view title, std::string_view body,
                 std::string_view action) {
  const Key key = next_key("empty");
  const float whole = available_width();
  const float inner = std::min(whole - 32, 520.0f);
  const float left = box().left + std::floor((whole - inner) / 2);
  const TextSize head = text_size(title, type::kSection, inner);
  const TextSize words = text_size(body, type::kBody, inner);
  const float ahead = recall(key, "button", metric::kControl);
  const bool has_action = !action.empty();
  const float height =
      40 + 64 + 16 + head.height + 8 + words.height + (has_action ? 20 + ahead : 0) + 40;
  const Rect rect = place(whole, height, spaced::kCard);
  float y = rect.y + 40;
  fill({rect.x + (whole - 64) / 2, y, 64, 64}, theme().accent_soft, 32);
  draw_icon(rect.x + (whole - 32) / 2, y + 16, 32, icon, theme().accent);
  y += 64 + 16;
  draw_centred(left, y, inner, title, type::kSection, theme().text);
  const std::int32_t index =
      add_node(Role::heading, id_of(Role::heading, title), title,
               {left + (inner - head.width) / 2, y, head.width, head.height});
  node(index).level = 2;
  y += head.height + 8;
  draw_centred(left, y, inner, body, type::kBody, theme().text_2);
  add_node(Role::text, id_by_place(Role::text), body,
           {left + (inner - words.width) / 2, y, words.width, words.height});
  y += words.height + 20;
  if (!has_action) return false;
  const float label = std::min(inner, text_width(action, type::kLabel) + 28);
  Box place_of;
  place_of.key = key;
  place_of.left = left + std::floor((inner - label) / 2);
  place_of.right = place_of.left + label + 1;
  place_of.top = y;
  push_box(place_of);
  const bool used = button(action, Emphasis::primary);
  const Box done = pop_box();
  remember(key, "button", done.bottom - done.top, metric::kControl);
  return used;
}

bool drop_area(std::string_view title, std::string_view body, std::string_view action, bool hovered,
               Emphasis emphasis) {
  const Key key = next_key("drop");
  const float whole = available_width();
  const float inner = std::min(whole - 32, 520.0f);
  const float left = box().left + std::floor((whole - inner) / 2);
  const TextSize head = text_size(title, type::kLabel, inner);
  const TextSize words = text_size(body, type::kBody, inner);
  const float ahead = recall(key, "button", metric::kControl);
  const float height =
      28 + 36 + 12 + head.height + 4 + words.height + (action.empty() ? 0 : 16 + ahead) + 28;
  const Rect rect = place(whole, height, spaced::kCard);
  const Key id = id_by_place(Role::group);
  const Touch touch = interact(id, rect, true, true, false);
  const float warm = ease(id, "hover", touch.hovered || hovered);
  fill(rect, mix(theme().dark ? theme().sunken : theme().canvas, theme().accent_soft, warm),
       metric::kCardRadius);
  dashed_outline({rect.x + 0.5f, rect.y + 0.5f, rect.width - 1.5f, rect.height - 1.5f},
                 hovered ? theme().accent : theme().edge, metric::kCardRadius);
  float y = rect.y + 28;
  draw_icon(rect.x + (whole - 36) / 2, y, 36, Icon::upload_file, theme().accent);
  y += 36 + 12;
  open_node(Role::group, id, title, rect);
  draw_centred(left, y, inner, title, type::kLabel, theme().text);
  add_node(Role::text, id_by_place(Role::text), title,
           {left + (inner - head.width) / 2, y, head.width, head.height});
  y += head.height + 4;
  draw_centred(left, y, inner, body, type::kBody, theme().text_2);
  add_node(Role::text, id_by_place(Role::text), body,
           {left + (inner - words.width) / 2, y, words.width, words.height});
  y += words.height + 16;
  bool used = touch.used;
  if (!action.empty()) {
    const float label = std::min(inner, text_width(action, type::kLabel) + 28 + 26);
    Box place_of;
    place_of.key = key;
    place_of.left = left + std::floor((inner - label) / 2);
    place_of.right = place_of.left + label + 1;
    place_of.top = y;
    push_box(place_of);
    used = button(action, emphasis, Icon::folder_open) || used;
    const Box done = pop_box();
    remember(key, "button", done.bottom - done.top, metric::kControl);
  }
  close_node();
  return used;
}

bool toast(std::string_view text, std::string_view action) {
  constexpr double kSeconds = 8;
  State& s = state();
  const Key id = hash(text, hash("toast", 11));
  Toast& now = s.toast;
  // Another text, or the same one after a pause: begin anew.
  if (now.id != id || s.frame - now.last_frame > 1) {
    now.id = id;
    now.since = s.time;
  }
  now.last_frame = s.frame;
  const double left = now.since + kSeconds - s.time;
  // Read or reached for: it stays.
  const Key button_id = hash("toast button", id);
  const bool held = s.focused == button_id && s.ring;
  if (left <= 0 && !held) return false;
  if (left > 0) s.wake = s.wake < 0 ? left : std::min(s.wake, left);

  const float most = std::min(520.0f, s.input.width - 32);
  const float label = action.empty() ? 0 : text_width(action, type::kLabel) + 24;
  const float natural = text_width(text, type::kBody);
  const float words = std::min(natural + 1, most - 32 - (label > 0 ? label + 8 : 0));
  const TextSize size = text_size(text, type::kBody, words);
  const float height = std::max(52.0f, size.height + 28);
  const float width = size.width + 32 + (label > 0 ? label + 8 : 0);
  const float rise = ease(id, "rise", true);
  const float bottom = s.input.height - s.rail_height - 20;
  const Rect rect{std::floor((s.input.width - width) / 2), bottom - height + (1 - rise) * 12, width,
                  height};
  now.rect = rect;
  const float scale = s.input.scale;
  ImGui::SetNextWindowPos(ImVec2((rect.x - 24) * scale, (rect.y - 24) * scale));
  ImGui::SetNextWindowSize(ImVec2((rect.width + 48) * scale, (rect.height + 48) * scale));
  ImGui::Begin("##toast", nullptr, kOver | (label > 0 ? 0 : int{ImGuiWindowFlags_NoInputs}));
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  soft_shadow(rect, metric::kCardRadius);
  const Theme& t = theme();
  fill(rect, t.text, metric::kCardRadius);
  draw_text({rect.x + 16, rect.y + (height - size.height) / 2, size.width + 1, size.height}, text,
            type::kBody, t.surface);
  const std::int32_t index = open_node(Role::status, id, text, rect);
  node(index).live = true;
  add_node(Role::text, hash("toast text", id), text,
           {rect.x + 16, rect.y + (height - size.height) / 2, size.width, size.height});
  bool used = false;
  if (label > 0) {
    const Rect press{rect.x + width - label - 8, rect.y + (height - 36) / 2, label, 36};
    const Touch touch = interact(button_id, press, true);
    used = touch.used;
    if (touch.hovered || touch.held) fill(press, mix(t.text, t.surface, 0.16f), 6);
    // The dark theme's accent is legible on the light theme's text colour, and
    // the other way round.
    const Color ink = t.dark ? s.light.accent : s.dark.accent;
    draw_line({press.x + 12, press.y, label - 24, 36}, action, type::kLabel, ink);
    if (touch.ring) outline({press.x, press.y, press.width, press.height}, ink, 6, 2);
    const std::int32_t inner = add_node(Role::button, button_id, action, press);
    node(inner).focusable = true;
  }
  close_node();
  ImGui::End();
  return used;
}

void drop_veil(std::string_view title, std::string_view body) {
  State& s = state();
  const float scale = s.input.scale;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(s.input.width * scale, s.input.height * scale));
  ImGui::Begin("##veil", nullptr, kOver | ImGuiWindowFlags_NoInputs);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  fill({0, 0, s.input.width, s.input.height}, theme().scrim);
  const float width = std::min(440.0f, s.input.width - 48);
  const TextSize head = text_size(title, type::kSection, width - 64);
  const TextSize words = text_size(body, type::kBody, width - 64);
  const float height = 32 + 44 + 12 + head.height + 6 + words.height + 32;
  const Rect rect{std::floor((s.input.width - width) / 2),
                  std::floor((s.input.height - height) / 2), width, height};
  soft_shadow(rect, 12);
  fill(rect, theme().surface, 12);
  outline(rect, theme().accent, 12, 2);
  draw_icon(rect.x + (width - 44) / 2, rect.y + 32, 44, Icon::upload_file, theme().accent);
  draw_centred(rect.x + 32, rect.y + 88, width - 64, title, type::kSection, theme().text);
  draw_centred(rect.x + 32, rect.y + 94 + head.height, width - 64, body, type::kBody,
               theme().text_2);
  ImGui::End();
}

}  // namespace leadpact::ui
