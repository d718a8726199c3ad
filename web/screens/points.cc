// Lead scoring: a rule as a row of the points table, the loaded leads by their
// points with the threshold as a handle, and the sum of one lead.
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/thresholds.h"
#include "core/agreement/wording.h"
#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using agreement::Threshold;
using app::PointsDesk;
using app::State;
using ui::Icon;
using ui::Tone;

void draw_histogram(State& state, const PointsDesk& desk,
                    const std::vector<Threshold>& thresholds) {
  std::vector<ui::HistogramBar> bars;
  for (const app::ScoreBar& bar : desk.bars()) {
    bars.push_back({bar.from, bar.to, static_cast<double>(bar.leads), bar.label, bar.edge,
                    app::whole(bar.leads) + " " + desk.noun(bar.leads)});
  }
  std::vector<ui::HistogramHandle> handles;
  for (const Threshold& each : thresholds) {
    ui::HistogramHandle handle;
    handle.name = "Threshold of " + agreement::stage_name(state.agreement()->stages[each.stage]);
    handle.value = each.points;
    handle.step = app::threshold_step(desk.bars());
    handle.label = agreement::grouped(agreement::digits(each.points));
    handle.text = desk.words(each.points);
    handles.push_back(std::move(handle));
  }
  for (const Threshold& each : thresholds) {
    const std::string stage = agreement::stage_name(state.agreement()->stages[each.stage]);
    ui::icon_text(Icon::filter, stage + " from " + desk.words(each.points) + ".", Tone::info);
  }
  const std::string& many = desk.noun(2);
  ui::histogram("Loaded " + many + " by their points", "Points", bars, handles);
  for (std::size_t i = 0; i < handles.size(); ++i) {
    if (handles[i].slide == ui::Slide::rests) state.close_step();
    if (handles[i].slide != ui::Slide::moves) continue;
    state.set_field("threshold[" + std::to_string(i) + "]", agreement::digits(handles[i].value));
  }
  if (!handles.empty()) {
    ui::text("Drag the handle, or use the arrow keys, and see who is in.", Tone::help);
  }
}

void draw_lead_tools(State& state, const PointsDesk& desk) {
  std::string text = desk.lead_text();
  const std::string& one = desk.noun(1);
  const std::string help = app::whole(desk.lead_number()) + " of " + app::whole(desk.leads()) +
                           ". Type an identifier to see another.";
  if (ui::text_field("Which " + one, text, {help, desk.lead_error()})) {
    state.choose_lead(std::move(text));
  }
  ui::begin_row(6);
  const bool before =
      ui::icon_button(Icon::chevron_left, "The " + one + " before", desk.lead_number() > 1);
  const bool after = ui::icon_button(Icon::chevron_right, "The " + one + " after",
                                     desk.lead_number() < desk.leads());
  ui::end_row();
  if (before) state.step_lead(-1);
  if (after) state.step_lead(1);
}

void draw_lead(State& state, const PointsDesk& desk, const std::vector<Threshold>& thresholds) {
  const std::string& one = desk.noun(1);
  ui::heading(3, "The sum of one " + one);
  if (desk.lead() == nullptr) {
    ui::text("The file has no " + one + " that counts.", Tone::quiet);
    return;
  }
  draw_lead_tools(state, desk);
  const app::LeadSum sum = *desk.lead();
  ui::begin_table("Points of " + sum.lead,
                  {{"Rule"}, {"Points", 76, ui::Align::right}, {"Sum", 72, ui::Align::right}});
  for (std::size_t i = 0; i < sum.lines.size(); ++i) {
    const app::LeadSum::Line& line = sum.lines[i];
    const ui::Id scope(i);
    ui::table_row(line.rule);
    ui::table_cell();
    ui::strong(line.rule);
    if (!line.asks.empty()) ui::text(line.asks, Tone::quiet);
    ui::icon_text(line.fits ? Icon::check : Icon::close,
                  (line.fits ? std::string("Fits") : std::string("Does not fit")) +
                      (line.cells.empty() ? "." : ". " + line.cells),
                  line.fits ? Tone::success : Tone::quiet);
    ui::table_cell(app::signed_points(line.points), line.fits ? Tone::normal : Tone::quiet);
    ui::table_cell(agreement::grouped(agreement::digits(line.sum)));
  }
  ui::end_table();
  if (thresholds.empty()) {
    ui::strong(agreement::grouped(agreement::digits(sum.sum)) + " points.");
  }
  for (const Threshold& each : thresholds) {
    ui::strong(app::threshold_verdict(
        sum.sum, each.points, agreement::stage_name(state.agreement()->stages[each.stage])));
  }
}

}  // namespace

bool draw_points_row(const std::vector<std::string>& row) {
  ui::begin_row();
  ui::begin_stack();
  ui::strong(row[0].empty() ? "–" : row[0]);
  ui::text(row[2], Tone::quiet);
  ui::end_stack();
  ui::push_right();
  const bool pressed =
      ui::text_with_links(row[1], {{0, row[1].size(), "Change " + row[1]}}).has_value();
  ui::end_row();
  return pressed;
}

void draw_points(State& state) {
  if (state.agreement()->lead_scoring.rules.empty()) return;
  ui::heading(3, "The loaded leads");
  if (state.desk().loaded() == nullptr) {
    ui::text("Give this page your CRM's export on Data, and see here who reaches the threshold.",
             Tone::quiet);
    return;
  }
  if (!state.editor().valid()) {
    ui::text("Something in the agreement is wrong; once it is mended, the leads are counted here.",
             Tone::quiet);
    return;
  }
  const PointsDesk* desk = state.points();
  if (desk == nullptr) {
    ui::text("Of the loaded files none holds what is scored.", Tone::quiet);
    return;
  }
  const std::vector<Threshold> thresholds = agreement::thresholds_of(*state.agreement());
  if (!desk->ready()) {
    ui::text("Counting the points of " + app::whole(desk->leads()) + " " +
                 desk->noun(desk->leads()) + ".",
             Tone::quiet);
    ui::progress("Counting", desk->progress());
  } else if (desk->bars().empty()) {
    ui::text("The file has no " + desk->noun(1) + " that counts.", Tone::quiet);
    return;
  } else {
    draw_histogram(state, *desk, thresholds);
  }
  draw_lead(state, *desk, thresholds);
}

}  // namespace leadpact::screens
