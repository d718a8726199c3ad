// Goal maths: from a revenue goal to the leads of a month, from either end.
#include <string>
#include <utility>

#include "web/screens/parts.h"

namespace leadpact::screens {

void draw_goal_maths(app::State& state) {
  ui::begin_row();
  ui::heading(2, "Goal maths");
  ui::push_right();
  const bool close = ui::icon_button(ui::Icon::close, "Close the goal maths");
  ui::end_row();
  ui::text(
      "From the revenue you want to the leads it takes. The numbers are kept in this browser, not "
      "in the agreement.",
      ui::Tone::quiet);
  if (const auto bars = state.goal_desk().funnel(); !bars.empty()) {
    ui::begin_table("The funnel of a month", {{"Step"}, {"A month", 190}});
    for (const app::GoalDesk::Bar& bar : bars) {
      ui::table_row(bar.name);
      ui::table_cell(bar.name);
      ui::table_cell();
      ui::meter(bar.words, bar.share, ui::Tone::accent);
    }
    ui::end_table();
  }
  bool beside = false;  // the figures of a step stand beside each other
  for (const app::FormField& field : state.goal_desk().fields()) {
    const ui::Id scope(field.key.empty() ? field.label : field.key);
    if (field.level > 0 && !std::exchange(beside, true)) {
      ui::begin_columns(2);
    } else if (field.level > 0) {
      ui::next_column();
    }
    draw_form_field(
        field, [&](const std::string& key, const std::string& text) { state.set_goal(key, text); });
  }
  if (beside) ui::end_columns();
  if (ui::button("Make these our commitments", ui::Emphasis::primary, ui::Icon::check,
                 state.goal_desk().complete())) {
    state.make_promises_of_goal();
  } else if (close) {
    state.open_beside(app::State::Beside::guide);
  }
}

}  // namespace leadpact::screens
