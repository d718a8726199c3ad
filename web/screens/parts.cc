#include "web/screens/parts.h"

#include <string>
#include <vector>

#include "web/app/words.h"

namespace leadpact::screens {

using ui::Icon;
using ui::Tone;

Tone tone_of(scoring::Status status) {
  switch (status) {
    case scoring::Status::met:
      return Tone::success;
    case scoring::Status::missed:
      return Tone::danger;
    case scoring::Status::on_track:
      return Tone::info;
    case scoring::Status::at_risk:
      return Tone::warning;
    case scoring::Status::behind:
      return Tone::warning;
    case scoring::Status::no_data:
      return Tone::quiet;
  }
  return Tone::quiet;
}

void status_pill(scoring::Status status) {
  Icon icon = Icon::remove;
  switch (status) {
    case scoring::Status::met:
      icon = Icon::check_circle;
      break;
    case scoring::Status::missed:
      icon = Icon::cancel;
      break;
    case scoring::Status::on_track:
      icon = Icon::trending_up;
      break;
    case scoring::Status::at_risk:
      icon = Icon::warning;
      break;
    case scoring::Status::behind:
      icon = Icon::trending_down;
      break;
    case scoring::Status::no_data:
      break;
  }
  ui::pill(icon, app::word_of(status), tone_of(status));
}

ui::Party party_of(agreement::Team team) {
  switch (team) {
    case agreement::Team::marketing:
      return ui::Party::marketing;
    case agreement::Team::sales:
      return ui::Party::sales;
    case agreement::Team::both:
    case agreement::Team::unset:
      break;
  }
  return ui::Party::both;
}

void trend(const std::string& of, const app::Trend& trend, double target, bool has_target,
           float width) {
  std::vector<ui::SparkPoint> points;
  for (const app::TrendPoint& point : trend.points) {
    const bool judged =
        point.status == scoring::Status::met || point.status == scoring::Status::missed;
    points.push_back({point.value.value_or(0), point.value.has_value(),
                      judged ? tone_of(point.status) : Tone::accent, point.words});
  }
  ui::spark("Trend of " + of + ": " + trend.words, points, target, has_target, width);
}

void draw_invalid(app::State& state) {
  if (state.editor().valid()) return;
  if (ui::banner(Tone::warning, "The agreement cannot be scored yet",
                 "Something in it is wrong; the guide beside the agreement says what.",
                 "Go to the agreement")) {
    state.select_part("");
    state.go(app::Screen::agreement);
  }
}

bool draw_work(app::State& state) {
  const app::DataDesk& desk = state.desk();
  if (desk.stopped()) {
    const bool read = desk.loaded() != nullptr;
    if (ui::banner(Tone::warning, read ? "Scoring was stopped" : "Reading was stopped",
                   "There is no score before all rows of the files are read and scored.",
                   read ? "Score them" : "Read them")) {
      state.read_again();
    }
    return true;
  }
  if (!desk.working()) return false;
  ui::begin_card("Work in hand");
  ui::progress(desk.reading() ? "Reading your leads" : "Scoring your leads",
               static_cast<float>(desk.progress()));
  const bool stops = ui::button("Stop", ui::Emphasis::secondary, ui::Icon::close);
  ui::end_card();
  if (stops) state.stop_reading();
  return true;
}

void no_agreement(app::State& state) {
  std::string body =
      "Leads are scored against an agreement. Open one, start from a template or "
      "try the example: all of that is on Home.";
  std::vector<std::string> names;
  for (const app::DataDesk::File& file : state.desk().files()) {
    if (file.refused.empty()) names.push_back(file.name);
  }
  if (!names.empty()) {
    body = names.front() +
           (names.size() == 1 ? std::string(" is")
                              : " and " + std::to_string(names.size() - 1) + " more are") +
           " kept ready. " + body;
  }
  if (ui::empty_state(Icon::description, "No agreement is open", body, "Go to Home")) {
    state.go(app::Screen::home);
  }
}

}  // namespace leadpact::screens
