// Where the time goes: a chain of times as a strip, by step and by owner, and
// whether the reps can work what comes in.
#include <string>
#include <vector>

#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::ClockDesk;
using app::ClockView;
using ui::Align;
using ui::Icon;
using ui::Tone;

void draw_choices(ClockDesk& desk) {
  constexpr std::size_t kTimes = 3;  // the first of the columns
  const std::vector<ClockDesk::Choice> choices = desk.choices();
  const auto draw = [&](std::size_t i) {
    std::size_t chosen = choices[i].chosen;
    if (ui::select(choices[i].label, choices[i].options, chosen)) desk.choose(i, chosen);
  };
  ui::begin_columns(3);
  for (std::size_t i = kTimes; i < choices.size(); ++i) {
    if (i > kTimes) ui::next_column();
    draw(i);
  }
  for (std::size_t i = 0; i < kTimes; ++i) {
    if (choices[i].options.size() < 2) continue;
    ui::next_column();
    draw(i);
  }
  ui::end_columns();
}

void draw_steps(const ClockView& view) {
  constexpr Tone kTones[] = {Tone::accent, Tone::warning, Tone::success, Tone::danger, Tone::info};
  std::vector<ui::StripPart> parts;
  double at = 0;
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const app::ClockStep& step = view.steps[i];
    if (step.share <= 0) continue;
    parts.push_back({at, at + step.share, kTones[i % 5],
                     "Step " + std::to_string(i + 1) + ": " + step.share_text +
                         (step.routing ? ", no rep's" : "")});
    at += step.share;
  }
  if (!parts.empty()) ui::strip("Where the time goes, by step", parts, {});
  std::vector<ui::TableColumn> columns = {{"Step"},
                                          {"Half within", 110, Align::right},
                                          {"90 % within", 110, Align::right},
                                          {"Share", 76, Align::right},
                                          {"Counted", 88, Align::right, true},
                                          {"Missing", 88, Align::right, true},
                                          {"Out of order", 112, Align::right, true}};
  if (view.has_dates) columns.push_back({"Date alone", 104, Align::right, true});
  ui::begin_table("Steps", columns);
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const app::ClockStep& step = view.steps[i];
    ui::table_row(step.name);
    ui::table_cell();
    ui::strong(std::to_string(i + 1) + ". " + step.name);
    if (step.routing) ui::text("Before the assignment, owned by no rep", Tone::help);
    ui::table_cell(step.median);
    ui::table_cell(step.ninety);
    ui::table_cell(step.share_text);
    ui::table_cell(step.counted);
    ui::table_cell(step.missing);
    ui::table_cell(step.out_of_order);
    if (view.has_dates) ui::table_cell(step.date_alone);
  }
  ui::end_table();
}

void draw_owners(const ClockView& view) {
  if (view.owners.empty() || view.of_reps.empty()) return;
  ui::heading(3, "By owner");
  std::vector<ui::TableColumn> columns = {{"Owner"}, {"Leads", 88, Align::right}};
  for (const std::string& step : view.of_reps)
    columns.push_back({step, 0, Align::right});
  ui::begin_table("Half within, by owner", columns);
  for (const app::ClockOwner& owner : view.owners) {
    ui::table_row(owner.name);
    ui::table_cell(owner.name);
    ui::table_cell(owner.records);
    for (const std::string& median : owner.medians)
      ui::table_cell(median);
  }
  ui::end_table();
  if (!view.more_owners.empty()) ui::text(view.more_owners, Tone::help);
}

void draw_capacity(ClockDesk& desk) {
  if (!ui::disclosure("Capacity: can the reps work what comes in?")) return;
  const std::vector<ClockDesk::Number> numbers = desk.numbers();
  ui::begin_columns(3);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) ui::next_column();
    std::string text = numbers[i].text;
    if (ui::text_field(numbers[i].label, text, {numbers[i].help, numbers[i].error})) {
      desk.type(i, text);
    }
  }
  ui::end_columns();
  ui::strong(desk.capacity_words());
}

}  // namespace

void draw_clocks(app::State& state) {
  if (!state.has_clocks()) return;
  ui::heading(2, "Where the time goes");
  if (!ui::disclosure("From the first time of a lead to the last")) return;
  ClockDesk* desk = state.clocks();
  if (desk == nullptr) return;
  draw_choices(*desk);
  if (!desk->has_way()) {
    ui::text("Choose two columns at least: from one to the other is a step.", Tone::quiet);
  } else if (!desk->ready()) {
    ui::progress("Going through the records", desk->progress());
  } else {
    const ClockView view = desk->view();
    ui::text(view.whole);
    draw_steps(view);
    if (!view.routing.empty()) ui::icon_text(Icon::info, view.routing, Tone::quiet);
    draw_owners(view);
    draw_capacity(*desk);
  }
}

}  // namespace leadpact::screens
