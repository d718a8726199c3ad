// What if: the limit as a handle on the times there were, the target beside it,
// and what would have come of them.
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/names.h"
#include "web/app/format.h"
#include "web/app/words.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::State;
using app::WhatIfDesk;
using ui::Icon;
using ui::Tone;

constexpr std::size_t kShownPeriods = 12;

void draw_charts(State& state, WhatIfDesk& desk) {
  const app::WhatIfBasis& basis = desk.basis();
  const app::WhatIfAnswer& answer = desk.answer();
  if (basis.bars.empty()) {
    ui::text("There is no value in these periods yet.", Tone::quiet);
    return;
  }
  if (!basis.between.empty()) ui::text(basis.between, Tone::quiet);
  if (!basis.curve.empty()) {
    ui::LineChart chart;
    chart.unit = "In time, in percent, by limit";
    chart.low = basis.bars.front().from;
    chart.high = basis.bars.back().to;
    chart.values = basis.curve;
    chart.rows = basis.curve_rows;
    chart.mark = answer.at;
    chart.mark_value = answer.value;
    chart.level = desk.trial().target;
    chart.level_text = "target " + app::number(chart.level, 4) + " %";
    ui::line_chart("In time by limit", chart);
  }
  std::vector<ui::HistogramBar> bars;
  for (const app::WhatIfBar& bar : basis.bars) {
    bars.push_back(
        {bar.from, bar.to, static_cast<double>(bar.count), bar.label, bar.edge, bar.text});
  }
  std::vector<ui::HistogramHandle> handles(1);
  handles[0].name = answer.handle;
  handles[0].value = answer.at;
  handles[0].step = basis.step;
  handles[0].label = answer.label;
  handles[0].text = answer.would;
  const auto bar =
      ui::histogram(basis.chart, basis.unit, bars, handles, 190, desk.test().has_times());
  if (bar) state.leads().show(desk.test().promise().id, desk.leads_of_bar(*bar));
  if (handles[0].slide == ui::Slide::moves) desk.drag(handles[0].value);
  ui::text(
      std::string(desk.test().has_times() ? "Press a bar to see its leads. " : "") +
          "Drag the handle, or use the arrow keys. Nothing is changed in the agreement by that.",
      Tone::help);
}

void draw_fields(WhatIfDesk& desk) {
  ui::begin_columns(2);
  if (desk.test().limit()) {
    const WhatIfDesk::Field field = desk.limit_field();
    std::string limit = field.text;
    if (ui::text_field("Limit", limit, {field.help, field.error})) desk.type_limit(limit);
    ui::next_column();
  }
  const WhatIfDesk::Field field = desk.target_field();
  std::string target = field.text;
  if (ui::text_field("Target", target, {field.help, field.error})) desk.type_target(target);
  ui::end_columns();
}

void draw_which(WhatIfDesk& desk) {
  const std::size_t all = desk.test().period_count();
  const std::string unit = std::string(agreement::name_of(desk.test().promise().every)) + "s";
  std::vector<std::string> options = {"All " + app::whole(all)};
  std::vector<std::size_t> counts = {0};
  for (const std::size_t count : {std::size_t{12}, std::size_t{3}}) {
    if (all <= count) continue;
    options.push_back("Last " + std::to_string(count));
    counts.push_back(count);
  }
  if (options.size() < 2) return;
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == desk.last()) chosen = i;
  }
  if (ui::segmented("Which " + unit, options, chosen)) desk.look_at_last(counts[chosen]);
}

void draw_periods(State& state, const WhatIfDesk& desk) {
  const bool limit = desk.test().limit().has_value();
  std::vector<ui::TableColumn> columns = {{"Period"},
                                          {"As agreed", 150, ui::Align::right},
                                          {"Tried", 100, ui::Align::right},
                                          {"Would be", 140}};
  if (limit) columns.push_back({"In time", 88, ui::Align::right});
  ui::begin_table("What would have been", columns);
  const std::vector<app::WhatIfPeriod>& periods = desk.answer().periods;
  for (std::size_t i = 0; i < periods.size() && i < kShownPeriods; ++i) {
    const app::WhatIfPeriod& period = periods[i];
    ui::table_row(period.name);
    ui::table_cell(period.name);
    ui::table_cell(period.agreed + " · " + std::string(app::word_of(period.agreed_status)),
                   Tone::quiet);
    ui::table_cell(period.tried);
    ui::table_cell();
    status_pill(period.tried_status);
    if (!limit) continue;
    const std::string count = app::whole(period.in_time);
    if (period.in_time == 0) {
      ui::table_cell(count);
    } else if (ui::table_link("In time, " + period.name + ": " + count, count)) {
      state.leads().show(desk.test().promise().id, desk.leads_in_time(i));
    }
  }
  ui::end_table();
  if (periods.size() > kShownPeriods) ui::text("Earlier ones are counted, too.", Tone::help);
}

void draw_ready(State& state, WhatIfDesk& desk) {
  draw_which(desk);
  draw_charts(state, desk);
  ui::strong(desk.answer().would);
  if (!desk.answer().needs.empty()) {
    ui::icon_text(Icon::flag, desk.answer().needs, Tone::info);
  }
  ui::text(desk.basis().agreed, Tone::quiet);
  if (!desk.basis().times.empty()) ui::text(desk.basis().times, Tone::quiet);
  if (!desk.basis().beyond.empty()) ui::text(desk.basis().beyond, Tone::quiet);
  draw_fields(desk);
  const bool tried = !desk.is_as_agreed();
  ui::begin_row();
  const bool write =
      ui::button("Write this into the promise", ui::Emphasis::secondary, Icon::check, tried);
  const bool back = ui::button("Back to what is agreed", ui::Emphasis::quiet, Icon::undo, tried);
  ui::end_row();
  draw_periods(state, desk);
  if (write) {
    state.write_what_if();
  } else if (back) {
    desk.take_back();
  }
}

}  // namespace

void draw_what_if(State& state, std::size_t row) {
  if (!ui::disclosure("What if: another limit or target")) return;
  WhatIfDesk* desk = state.what_if(row);
  if (desk == nullptr) return;
  if (desk->ready()) {
    draw_ready(state, *desk);
  } else {
    ui::progress("Going through the records", desk->progress());
  }
}

}  // namespace leadpact::screens
