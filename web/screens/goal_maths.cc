// Goal maths: from a revenue goal to the leads of a month, from either end.
#include <string>

#include "web/screens/parts.h"

namespace leadpact::screens {

void draw_goal_maths(app::State& state) {
  ui::begin_row();
  ui::heading(2, "Goal maths");
  ui::push_right();
  const bool close = ui::icon_button(ui::Icon::close, "Close the goal maths");
  ui::end_row();
  ui::text("From the revenue you want to the leads it takes. The numbers stay in this tab.",
           ui::Tone::quiet);
  for (const app::FormField& field : state.goal_desk().fields()) {
    const ui::Id scope(field.key.empty() ? field.label : field.key);
    draw_form_field(
        field, [&](const std::string& key, const std::string& text) { state.set_goal(key, text); });
  }
  if (ui::button("Make these our commitments", ui::Emphasis::primary, ui::Icon::check,
                 state.goal_desk().complete())) {
    state.make_promises_of_goal();
  } else if (close) {
    state.open_beside(app::State::Beside::guide);
  }
}

}  // namespace leadpact::screens
