// The inspector: the fields of the part in hand; and the guide: what is wrong
// or missing, each one press from its part.
#include <algorithm>
#include <string>
#include <vector>

#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::FormField;
using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;
using Kind = FormField::Kind;

constexpr int kDeepest = 4;  // levels that are set in; deeper ones stand below these

using Set = std::function<void(const std::string&, const std::string&)>;

void draw_choice(const FormField& field, const Set& set) {
  std::vector<std::string> labels;
  std::size_t chosen = field.options.size();
  for (std::size_t i = 0; i < field.options.size(); ++i) {
    labels.push_back(field.options[i].second);
    if (field.options[i].first == field.value) chosen = i;
  }
  const std::size_t before = chosen;
  if (!ui::select(field.label, labels, chosen, {field.help, field.error})) return;
  if (chosen == before || chosen >= field.options.size()) return;
  set(field.key, field.options[chosen].first);
}

bool draw_part_tools(State& state) {
  const app::Editor& editor = state.editor();
  bool used = false;
  ui::begin_row(6);
  if (editor.is_element()) {
    const bool up = editor.can_move(*state.agreement(), -1);
    const bool down = editor.can_move(*state.agreement(), 1);
    if (ui::icon_button(Icon::arrow_upward, "Move up", up)) {
      state.move_part(-1);
      used = true;
    } else if (ui::icon_button(Icon::arrow_downward, "Move down", down)) {
      state.move_part(1);
      used = true;
    } else if (ui::icon_button(Icon::copy, "Copy this part")) {
      state.duplicate_part();
      used = true;
    } else if (ui::icon_button(Icon::trash, "Remove this part")) {
      state.remove_part();
      used = true;
    }
  }
  if (!used) {
    ui::push_right();
    if (ui::icon_button(Icon::close, "Done with this part")) {
      state.select_part("");
      used = true;
    }
  }
  ui::end_row();
  return used;
}

}  // namespace

void draw_form_field(const FormField& field, const Set& set) {
  std::string value = field.value;
  const ui::FieldText below{field.help, field.error};
  switch (field.kind) {
    case Kind::heading:
      ui::heading(3, field.label);
      return;
    case Kind::note:
      if (field.error.empty()) {
        ui::text(field.label, Tone::quiet);
      } else {
        ui::icon_text(Icon::error_outline, field.label, Tone::danger);
      }
      return;
    case Kind::line:
    case Kind::number:
      if (ui::text_field(field.label, value, below)) set(field.key, value);
      return;
    case Kind::area:
      if (ui::text_area(field.label, value, below)) set(field.key, value);
      return;
    case Kind::choice:
      draw_choice(field, set);
      return;
    case Kind::toggle: {
      bool on = !field.value.empty();
      if (ui::toggle(field.label, on, field.error.empty() ? field.help : field.error))
        set(field.key, on ? "on" : "");
      return;
    }
    case Kind::action: {
      const bool removes = field.label.substr(0, 6) == "Remove";
      const Emphasis emphasis = removes ? Emphasis::quiet : Emphasis::secondary;
      if (ui::button(field.label, emphasis, removes ? Icon::trash : Icon::add)) {
        set(field.key, "on");
      }
      return;
    }
    case Kind::own:
      return;  // by the screen it belongs to
  }
}

void draw_inspector(State& state) {
  const app::Form form = state.editor().form();
  if (form.empty()) return;
  const ui::Id scope(form.place);
  ui::heading(2, form.title);
  if (draw_part_tools(state)) return;
  draw_live_count(state);
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const FormField& field = form.fields[i];
    const ui::Id own(field.key.empty() ? std::to_string(i) : field.key);
    const Set set = [&](const std::string& key, const std::string& text) {
      state.set_field(key, text);
    };
    if (draw_calendar_field(state, field, set)) continue;
    const int deep = std::min(field.level, kDeepest);
    for (int level = 0; level < deep; ++level)
      ui::begin_indent();
    const bool read_only = field.kind == Kind::heading || field.kind == Kind::note;
    const bool in_hand = form.place == state.editor().selected();
    if (!read_only && in_hand && state.take_reveal_field(field.key)) ui::focus_next();
    // The rest is drawn as it was, so that nothing below goes away for a frame.
    draw_form_field(field, set);
    if (!field.column.empty()) draw_value_offers(state, field);
    for (int level = 0; level < deep; ++level)
      ui::end_indent();
  }
  if (form.place == "lead_scoring") draw_points(state);
}

void draw_guide(State& state) {
  const std::vector<app::GuideItem> guide = state.editor().guide();
  const std::size_t errors = state.editor().errors();
  ui::heading(2, "Guide");
  if (guide.empty()) {
    ui::icon_text(Icon::check_circle, "Nothing is wrong and nothing is missing. Print and sign it.",
                  Tone::success);
    return;
  }
  std::string summary;
  if (errors > 0) {
    summary = app::counted(errors, "thing is wrong", "things are wrong") +
              (state.editor().valid() ? "." : "; until it is mended nothing is scored.");
  } else {
    summary = "Nothing is wrong. " +
              app::counted(guide.size(), "piece of advice", "pieces of advice") + ":";
  }
  ui::text(summary, Tone::quiet);
  std::size_t shown = 40;
  for (std::size_t i = 0; i < guide.size(); ++i) {
    const ui::Id scope(i);
    if (i == shown) {
      if (!ui::disclosure("And " + std::to_string(guide.size() - shown) + " more")) break;
      shown *= 4;
    }
    const app::GuideItem& item = guide[i];
    if (ui::begin_item((item.error ? "Error: " : "Advice: ") + item.text, false)) {
      state.follow(item);
    }
    ui::icon_text(item.error ? Icon::error : Icon::lightbulb, item.text,
                  item.error ? Tone::danger : Tone::normal);
    ui::end_item();
  }
}

}  // namespace leadpact::screens
