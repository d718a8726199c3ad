// What the open row of the scorecard draws: its periods, how the one in hand
// filled up, and by which parts.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/kinds.h"
#include "web/app/promise_desk.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::CommitmentLine;
using app::FallView;
using app::GroupOrder;
using app::GroupRow;
using app::PromiseDesk;
using app::State;
using ui::Align;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;

constexpr std::size_t kBars = 12;

void offer_picture(State& state, const std::string& button, const std::string& name) {
  if (ui::button(button, Emphasis::quiet, Icon::download)) state.ask_picture(name);
}

// ---- The periods ------------------------------------------------------------------

void draw_periods(State& state, const CommitmentLine& line) {
  if (line.periods.size() < 2) return;
  std::vector<ui::Bar> bars;
  for (std::size_t i = std::min(line.periods.size(), kBars); i > 0; --i) {
    const app::PeriodLine& period = line.periods[i - 1];
    const app::TrendPoint& point = line.trend.points[line.trend.points.size() - i];
    bars.push_back({period.name, period.value, point.value.value_or(0), point.value.has_value(),
                    tone_of(point.status)});
  }
  const std::string title = line.title + ", period by period";
  ui::begin_picture(title);
  ui::heading(3, title);
  ui::bars("Chart of the periods of " + line.title, bars, line.target_number, true);
  ui::text("Dashed: " + line.target + ".", Tone::help);
  end_picture(state, title);
  offer_picture(state, "Save periods as picture", title);
}

// ---- How it filled up ---------------------------------------------------------------

// The step that was pressed.
std::optional<std::size_t> draw_chart(const std::string& title, const FallView& fall) {
  ui::WaterfallLines lines;
  lines.label = "By the end of";
  lines.actual = fall.actual;
  lines.second = fall.failed;
  lines.pace = fall.pace;
  lines.target = fall.target;
  lines.projection = "At this rate";
  lines.target_at = fall.target_number;
  lines.projected = fall.projected;
  lines.second_projected = fall.projected_failed;
  std::vector<ui::WaterfallStep> steps;
  for (const FallView::Step& step : fall.steps) {
    steps.push_back({step.day, step.actual, step.failed, step.pace, step.at, step.missed,
                     step.expected, step.records});
  }
  return ui::waterfall(title, lines, steps);
}

void draw_fall(State& state, const CommitmentLine& line) {
  PromiseDesk& desk = state.promise_desk();
  if (!desk.fills_up() || desk.all_together() || desk.counting()) return;
  const std::string title = line.title + ", day by day: " + desk.periods()[desk.chosen_period()];
  if (!desk.fall()) {
    ui::heading(3, title);
    ui::text("There is nothing to draw: nothing counts in this period.", Tone::quiet);
    return;
  }
  const FallView& fall = *desk.fall();
  ui::begin_picture(title);
  ui::heading(3, title);
  ui::text(fall.sentence);
  const std::optional<std::size_t> pressed = draw_chart(title, fall);
  end_picture(state, title);
  ui::text(fall.rule, Tone::help);
  offer_picture(state, "Save chart as picture", title);
  if (pressed) state.leads().show(line.id, desk.leads_of_step(*pressed));
}

// ---- By parts -----------------------------------------------------------------------

struct Shown {
  bool judged = false, pending = false, left_out = false;
  std::string records;
};

std::vector<ui::TableColumn> columns_of(const std::string& split, const Shown& shown) {
  std::vector<ui::TableColumn> columns = {{split}, {"Value", 240}};
  if (!shown.records.empty()) columns.push_back({shown.records, 104, Align::right});
  if (shown.judged) {
    columns.push_back({"Met", 74, Align::right});
    columns.push_back({"Failed", 80, Align::right});
  }
  if (shown.pending) columns.push_back({"Pending", 92, Align::right, true});
  if (shown.left_out) columns.push_back({"Left out", 92, Align::right, true});
  return columns;
}

// A number of a part that opens its leads.
void draw_leads_of(State& state, const CommitmentLine& line, std::size_t row, const char* word,
                   std::optional<scoring::Outcome> outcome, const std::string& text) {
  const PromiseDesk& desk = state.promise_desk();
  const std::string& name = desk.rows()[row].name;
  const std::string what = outcome ? word + (", " + name) : word + name;
  if (text == "0" || text.empty()) {
    ui::table_cell(text);
  } else if (ui::table_link(outcome ? what + ": " + text : what, text)) {
    app::AskedLeads asked = desk.leads_of(row, outcome);
    asked.title = what + ", " + desk.periods()[desk.chosen_period()];
    state.leads().show(line.id, std::move(asked));
  }
}

void draw_group(State& state, const CommitmentLine& line, std::size_t index, const Shown& shown,
                std::optional<double> mark) {
  using scoring::Outcome;
  const GroupRow& row = state.promise_desk().rows()[index];
  ui::table_row(row.name);
  draw_leads_of(state, line, index, "All of ", std::nullopt, row.name);
  ui::table_cell();
  ui::meter(row.value, row.share,
            !row.good   ? Tone::accent
            : *row.good ? Tone::success
                        : Tone::danger,
            mark);
  if (!shown.records.empty()) ui::table_cell(row.count);
  if (shown.judged) {
    draw_leads_of(state, line, index, "Met", Outcome::met, row.met);
    draw_leads_of(state, line, index, "Failed", Outcome::failed, row.failed);
  }
  if (shown.pending) draw_leads_of(state, line, index, "Pending", Outcome::pending, row.pending);
  if (shown.left_out) {
    draw_leads_of(state, line, index, "Left out", Outcome::left_out, row.left_out);
  }
}

void choose_parts(PromiseDesk& desk) {
  ui::begin_columns(2);
  std::size_t split = desk.chosen_split();
  if (ui::select("By", desk.splits(), split)) desk.choose_split(split);
  ui::next_column();
  auto order = static_cast<std::size_t>(desk.order());
  if (ui::select("In this order", {"Worst first", "Most first", "By name or time"}, order)) {
    desk.choose_order(static_cast<GroupOrder>(order));
  }
  ui::end_columns();
}

void draw_parts(State& state, const CommitmentLine& line) {
  PromiseDesk& desk = state.promise_desk();
  if (desk.splits().empty()) return;
  ui::heading(3, line.title + " by parts");
  choose_parts(desk);
  if (desk.counting()) {
    ui::icon_text(Icon::hourglass_empty, "Counting…", Tone::quiet);
    return;
  }
  if (desk.rows().empty()) {
    ui::text("Nothing counts in this period, so there are no parts.", Tone::quiet);
    return;
  }
  const std::string split = desk.splits()[desk.chosen_split()];
  const Shown shown{line.counts_records, line.has_pending, line.has_left_out,
                    desk.value_is_count() ? std::string() : line.records};
  const std::optional<double> mark =
      line.counts_records ? std::optional<double>(line.target_number / 100) : std::nullopt;
  ui::begin_table(line.title + " by " + split, columns_of(split, shown));
  for (std::size_t i = 0; i < desk.shown_rows(); ++i)
    draw_group(state, line, i, shown, mark);
  ui::end_table();
  ui::begin_row();
  if (desk.shown_rows() < desk.rows().size() &&
      ui::button("Show all " + std::to_string(desk.rows().size()), Emphasis::secondary,
                 Icon::expand_more)) {
    desk.show_all_rows();
  }
  if (ui::button("Copy breakdown", Emphasis::quiet, Icon::copy)) state.copy_breakdown();
  if (ui::button("Save breakdown as CSV", Emphasis::quiet, Icon::download)) {
    state.save_breakdown();
  }
  ui::end_row();
}

}  // namespace

void end_picture(State& state, const std::string& name) {
  if (const auto at = ui::end_picture(state.picture_asked(name))) {
    state.take_picture({at->x, at->y, at->width, at->height}, ui::picture_cut());
  }
}

void draw_promise_charts(State& state, const CommitmentLine& line) {
  draw_periods(state, line);
  PromiseDesk& desk = state.promise_desk();
  if (desk.periods().empty() || (!desk.fills_up() && desk.splits().empty())) return;
  std::size_t period = desk.chosen_period();
  ui::separator();
  if (ui::select("Period", desk.periods(), period)) desk.choose_period(period);
  draw_fall(state, line);
  draw_parts(state, line);
}

}  // namespace leadpact::screens