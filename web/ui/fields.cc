// Fields: label above, help below, an error in place of the help.
#include "web/ui/fields.h"

#include <algorithm>

#include "web/ui/direction.h"
#include "web/ui/glyphs.h"

namespace leadpact::ui {

using namespace detail;

namespace detail {

Field begin_field(std::string_view label, const FieldText& below, float widest,
                  float control_height) {
  Field field;
  const float space = inside_row() ? std::min(room(), widest) : available_width();
  const float width = std::min(space, widest);
  field.control_height = narrow() ? metric::kTouch : metric::kControl;
  if (control_height > 0) field.control_height = control_height;
  field.label_size = text_size(label, type::kLabel, width);
  const std::string_view note = below.error.empty() ? below.help : below.error;
  const float indent = below.error.empty() ? 0 : 20;
  if (!note.empty()) field.note_size = text_size(note, type::kCaption, width - indent);
  const float height = field.label_size.height + 4 + field.control_height +
                       (note.empty() ? 0 : 4 + field.note_size.height);
  field.whole = place(width, height, spaced::kField);
  const Rect& r = field.whole;
  field.control = {r.x, r.y + field.label_size.height + 4, width, field.control_height};
  draw_text({r.x, r.y, width, field.label_size.height}, label, type::kLabel, theme().text);
  if (!note.empty()) {
    const float y = field.control.y + field.control_height + 4;
    const bool wrong = !below.error.empty();
    if (wrong) draw_icon(r.x, y + 1, 16, Icon::error_outline, theme().danger);
    draw_text({r.x + indent, y, width - indent, field.note_size.height}, note, type::kCaption,
              wrong ? theme().danger : theme().text_3);
  }
  return field;
}

void draw_field_ground(const Rect& rect, const Touch& touch, float warm, bool invalid) {
  const Theme& t = theme();
  const Color rest = t.dark ? t.sunken : t.surface;
  fill(rect, touch.held ? t.surface : mix(rest, t.hover, warm), metric::kControlRadius);
  outline(rect,
          invalid         ? t.danger
          : touch.focused ? t.accent
                          : t.edge,
          metric::kControlRadius, touch.focused || invalid ? 2.0f : 1.0f);
}

}  // namespace detail

namespace {

// Arabic and Hebrew begin at the right, as in the browser's own field.
Align side_of(std::string_view value) {
  return reads_from_right(with_runs(value)) ? Align::right : Align::left;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// Whether something lies over it that is to have the mouse: the browser's own
// field would take it first.
bool is_covered(const Rect& control) {
  const State& s = state();
  if (s.popup.owner != 0 || s.palette.frame != 0) return true;
  const bool toast = s.toast.id != 0 && s.frame - s.toast.last_frame <= 1;
  return toast && overlap(control, s.toast.rect);
}

// What both kinds of text have in common: typed text, ground, meaning.
bool edit_text(Key id, const Field& field, std::string_view label, std::string& value,
               const FieldText& below, bool multiline) {
  const Touch touch = interact(id, field.control, true);
  bool changed = false;
  while (const Action* action = take_action(id, ActionKind::set_value)) {
    if (action->value != value) {
      value = action->value;
      changed = true;
    }
  }
  draw_field_ground(field.control, touch, ease(id, "hover", touch.hovered && !touch.focused),
                    !below.error.empty());
  if (touch.ring) ring_around(field.control, metric::kControlRadius);
  const std::int32_t index = add_node(Role::textbox, id, label, field.control);
  Node& made = node(index);
  made.value = value;
  made.description = below.error.empty() ? below.help : below.error;
  made.invalid = !below.error.empty();
  made.focusable = true;
  made.multiline = multiline;
  made.edit = is_covered(field.control) ? Rect{} : in_sight(field.control);
  return changed;
}

}  // namespace

bool text_field(std::string_view label, std::string& value, const FieldText& below) {
  const Key id = id_of(Role::textbox, label);
  const Field field = begin_field(label, below, 480);
  const bool changed = edit_text(id, field, label, value, below, false);
  const Rect& control = field.control;
  draw_line({control.x + 12, control.y, control.width - 24, control.height}, value, type::kBody,
            theme().text, side_of(value));
  return changed;
}

bool text_area(std::string_view label, std::string& value, const FieldText& below) {
  constexpr float kWidest = 720, kSide = 12, kAbove = 8, kFewest = 3;
  const Key id = id_of(Role::textbox, label);
  const float width = std::min(available_width(), kWidest) - 2 * kSide;
  const float line = line_height(type::kBody);
  // Room for the line about to be written.
  const float begun = value.ends_with('\n') ? 2 : 1;
  const float lines = text_size(value, type::kBody, width).height + begun * line;
  const float height = std::max(kFewest * line, lines) + 2 * kAbove;
  const Field field = begin_field(label, below, kWidest, height);
  const bool changed = edit_text(id, field, label, value, below, true);
  const Rect& control = field.control;
  draw_text({control.x + kSide, control.y + kAbove, width, control.height - 2 * kAbove}, value,
            type::kBody, theme().text, side_of(value));
  return changed;
}

bool toggle(std::string_view name, bool& on, std::string_view help) {
  const Key id = id_of(Role::toggle, name);
  constexpr float kTrack = 40, kGap = 12;
  const float space = inside_row() ? room() : available_width();
  const float words = std::min(space - kTrack - kGap, text_width(name, type::kBody) + 1);
  const TextSize size = text_size(name, type::kBody, words);
  const TextSize note =
      help.empty() ? TextSize{} : text_size(help, type::kCaption, space - kTrack - kGap);
  const float height = std::max(28.0f, size.height) + (help.empty() ? 0 : 2 + note.height);
  const float width = kTrack + kGap + std::max(size.width, note.width);
  const Rect rect = place(width, height, spaced::kField);
  const Touch touch = interact(id, rect, true);
  if (touch.used) on = !on;
  const Theme& t = theme();
  const float way = ease(id, "on", on);
  const float warm = ease(id, "hover", touch.hovered);
  const float first = std::max(28.0f, size.height);
  const Rect track{rect.x, rect.y + (first - 22) / 2, kTrack, 22};
  fill(track, mix(mix(t.surface, t.hover, warm), mix(t.accent, t.accent_hover, warm), way), 11);
  outline(track, mix(t.edge, t.accent, way), 11);
  dot(track.x + 11 + way * 18, track.y + 11, 7, mix(t.edge, t.on_accent, way));
  draw_text({rect.x + kTrack + kGap, rect.y + (first - size.height) / 2, words, size.height}, name,
            type::kBody, t.text);
  if (!help.empty()) {
    draw_text({rect.x + kTrack + kGap, rect.y + first + 2, space - kTrack - kGap, note.height},
              help, type::kCaption, t.text_3);
  }
  if (touch.ring) ring_around(track, 11);
  const std::int32_t index = add_node(Role::toggle, id, name, rect);
  node(index).checked = on;
  node(index).description = help;
  node(index).focusable = true;
  return touch.used;
}

bool segmented(std::string_view name, const std::vector<std::string>& options,
               std::size_t& chosen) {
  if (options.empty()) return false;
  constexpr float kPadding = 14;
  const float height = narrow() ? metric::kTouch : metric::kControl;
  const bool labelled = !inside_row();
  // In a row that wraps, the next line has room for it.
  const float line_of = box().one_line ? room() : box().right - box().left;
  const float space = std::max(labelled ? available_width() : line_of, 1.0f);
  float widest = 0;
  for (const std::string& option : options) {
    widest = std::max(widest, text_width(option, type::kLabel) + 2 * kPadding);
  }
  const float count = static_cast<float>(options.size());
  const bool stacked = widest * count > space + 0.5f;
  const float each = stacked ? std::min(space, std::max(widest, 200.0f)) : widest;
  const float above = labelled ? line_height(type::kLabel) + 4 : 0;
  const float tall = stacked ? height * count : height;
  const Rect whole = place(stacked ? each : each * count, above + tall,
                           labelled ? spaced::kField : spaced::kControl);
  if (labelled) {
    draw_line({whole.x, whole.y, space, line_height(type::kLabel)}, name, type::kLabel,
              theme().text);
  }
  const Rect band{whole.x, whole.y + above, whole.width, tall};
  const Theme& t = theme();
  fill(band, t.dark ? t.sunken : t.surface, metric::kControlRadius);
  const Key group = id_of(Role::radiogroup, name);
  open_node(Role::radiogroup, group, name, whole);
  const std::size_t before = chosen;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Key id = hash(options[i], hash(i, group));
    const float n = static_cast<float>(i);
    const Rect rect = stacked ? Rect{band.x, band.y + n * height, each, height}
                              : Rect{band.x + n * each, band.y, each, height};
    const Touch touch = interact(id, rect, true);
    if (touch.used) chosen = i;
    while (const Action* key = take_action(id, ActionKind::key)) {
      std::size_t to = i;
      if (key->value == "ArrowRight" || key->value == "ArrowDown") to = (i + 1) % options.size();
      if (key->value == "ArrowLeft" || key->value == "ArrowUp") {
        to = (i + options.size() - 1) % options.size();
      }
      if (key->value == "Home") to = 0;
      if (key->value == "End") to = options.size() - 1;
      chosen = to;
      give_focus(hash(options[to], hash(to, group)), true);
    }
    const bool on = i == chosen;
    const float warm = ease(id, "hover", touch.hovered && !on);
    const Rect inner{rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6};
    if (on)
      fill(inner, t.accent_soft, 4);
    else if (warm > 0)
      fill(inner, faded(t.hover, warm), 4);
    const float width = std::min(text_width(options[i], type::kLabel), rect.width - 8);
    draw_line({rect.x + (rect.width - width) / 2, rect.y, width, height}, options[i], type::kLabel,
              on ? t.accent : t.text_2);
    if (touch.ring) ring_around(inner, 4);
    const std::int32_t index = add_node(Role::radio, id, options[i], rect);
    node(index).checked = on;
    node(index).focusable = true;
  }
  outline(band, t.edge, metric::kControlRadius);
  close_node();
  return chosen != before;
}

}  // namespace leadpact::ui
