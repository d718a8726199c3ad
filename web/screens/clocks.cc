// Where the time goes: a chain of times as a strip, by step and by owner, and
// whether the reps can work what comes in.
#include <string>
#include <utility>
#include <vector>

#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::ClockDesk;
using app::ClockView;
using app::State;
using scoring::bit;
using scoring::Outcome;
using scoring::Reason;
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

// A number that opens its leads; true where it is pressed.
bool number_cell(const std::string& what, const std::string& text, bool any) {
  if (any) return ui::table_link(what + ": " + text, text);
  ui::table_cell(text);
  return false;
}

void draw_steps(ClockDesk& desk, const ClockView& view) {
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
    const struct {
      const char* word;
      std::uint64_t count;
      unsigned reasons;
    } numbers[] = {{"Counted", step.times.counted, 0},
                   {"Missing", step.times.missing, bit(Reason::no_from) | bit(Reason::no_to)},
                   {"Out of order", step.times.out_of_order, bit(Reason::to_before_from)},
                   {"Date alone", step.times.date_alone, bit(Reason::date_alone)}};
    for (const auto& number : numbers) {
      if (number.reasons == bit(Reason::date_alone) && !view.has_dates) continue;
      app::AskedLeads asked;
      asked.title = number.word + (", " + step.name);
      asked.count = number.count;
      asked.pick.outcomes = bit(number.reasons == 0 ? Outcome::counted : Outcome::left_out);
      asked.pick.reasons = number.reasons;
      if (number_cell(asked.title, app::whole(number.count), number.count > 0)) {
        desk.show(i, std::move(asked));
      }
    }
  }
  ui::end_table();
}

void draw_owners(ClockDesk& desk, const ClockView& view) {
  if (view.owners.empty() || view.of_reps.empty()) return;
  ui::heading(3, "By owner");
  std::vector<ui::TableColumn> columns = {{"Owner"}, {"Leads", 88, Align::right}};
  for (const std::string& step : view.of_reps)
    columns.push_back({step, 0, Align::right});
  ui::begin_table("Half within, by owner", columns);
  for (std::size_t o = 0; o < view.owners.size(); ++o) {
    const app::ClockOwner& owner = view.owners[o];
    ui::table_row(owner.name);
    ui::table_cell(owner.name);
    if (number_cell("All of " + owner.name, owner.records, true)) desk.show_owner(o, {});
    for (std::size_t i = 0; i < owner.medians.size(); ++i) {
      const std::string& median = owner.medians[i];
      if (number_cell(owner.name + ", " + view.of_reps[i], median, median != "–")) {
        desk.show_owner(o, view.rep_steps[i]);
      }
    }
  }
  ui::end_table();
  if (!view.more_owners.empty()) ui::text(view.more_owners, Tone::help);
}

void draw_shown(State& state, ClockDesk& desk) {
  app::LeadList& list = desk.look_at_list(state.desk());
  if (!list.which()) return;
  const agreement::Commitment& step = desk.shown_step();
  const app::Noun noun = app::record_noun(*state.agreement(), step);
  reveal_heading(list);
  ui::heading(3, list.asked()->title + ": " + noun.of(list.asked()->count));
  draw_lead_tools(list, step);
  draw_lead_items(state, list, step.title, step, noun);
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
    draw_steps(*desk, view);
    if (!view.routing.empty()) ui::icon_text(Icon::info, view.routing, Tone::quiet);
    draw_owners(*desk, view);
    draw_shown(state, *desk);
    draw_capacity(*desk);
  }
}

}  // namespace leadpact::screens
