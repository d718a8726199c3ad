// What changed since a saved scorecard: a line a promise, and what leads from
// then to now, group by group.
#include <string>
#include <vector>

#include "web/app/changes_desk.h"
#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::ChangeLine;
using app::ChangeRow;
using app::ChangesDesk;
using app::State;
using ui::Align;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;
using Trend = ChangeLine::Trend;

void draw_trend(Trend trend) {
  switch (trend) {
    case Trend::better:
      ui::icon_text(Icon::trending_up, "Better", Tone::success);
      return;
    case Trend::worse:
      ui::icon_text(Icon::trending_down, "Worse", Tone::danger);
      return;
    case Trend::more:
      ui::icon_text(Icon::arrow_upward, "More");
      return;
    case Trend::less:
      ui::icon_text(Icon::arrow_downward, "Less");
      return;
    case Trend::same:
      ui::icon_text(Icon::trending_flat, "The same", Tone::quiet);
      return;
    case Trend::none:
      ui::text("–", Tone::quiet);
      return;
  }
}

void draw_side(const std::optional<scoring::Status>& status, const std::string& value) {
  ui::table_cell();
  if (status) status_pill(*status);
  ui::text(value);
}

// ---- A promise that is open ----------------------------------------------------------

void draw_gone(State& state, const app::Noun& noun) {
  const ChangesDesk& desk = state.changes();
  const std::vector<ChangesDesk::Gone> gone = desk.gone();
  ui::text("They are in the saved scorecard only, by their ids.", Tone::help);
  ui::begin_table("Gone from the export", {{"Id"}, {"Verdict then", 160}});
  for (const ChangesDesk::Gone& lead : gone) {
    ui::table_row(lead.id);
    ui::table_cell(lead.id);
    ui::table_cell(lead.verdict);
  }
  ui::end_table();
  const std::size_t more = desk.gone_count() - gone.size();
  if (more > 0) ui::text("And " + noun.of(more) + " more.", Tone::quiet);
  if (ui::button("Save list as CSV", Emphasis::quiet, Icon::download)) state.save_gone();
}

void draw_group(State& state, const std::string& title) {
  ChangesDesk& desk = state.changes();
  if (!desk.group()) return;
  const app::Noun noun = app::record_noun(*state.agreement(), desk.commitment());
  reveal_heading(desk.list());
  ui::heading(4, desk.group_title());
  if (desk.looking()) {
    ui::text("Looking through the " + noun.many + "…", Tone::quiet);
  } else if (*desk.group() == scoring::ChangeGroup::gone) {
    draw_gone(state, noun);
  } else {
    draw_lead_tools(desk.list(), desk.commitment());
    draw_lead_items(state, state.changes().list(), title, desk.commitment(), noun);
  }
}

void draw_rows(ChangesDesk& desk, const std::vector<ChangeRow>& rows, const std::string& records) {
  const std::vector<std::string> names = desk.columns();
  std::vector<ui::TableColumn> columns = {{"From then to now"}, {records, 100, Align::right}};
  for (const std::string& name : names)
    columns.push_back({name, 100, Align::right});
  ui::begin_table("From then to now", columns);
  for (const ChangeRow& row : rows) {
    ui::table_row(row.name);
    ui::table_cell();
    const bool total = row.meaning.empty();
    if (total) {
      ui::strong(row.name);
    } else {
      ui::text(row.name);
      ui::text(row.meaning, Tone::help);
    }
    if (!row.group) {
      ui::table_cell("–", Tone::quiet);
    } else if (ui::table_link(row.name + ": " + app::whole(row.leads), app::whole(row.leads))) {
      desk.show(*row.group);
    }
    for (const std::string& figure : row.figures)
      ui::table_cell(figure);
  }
  ui::end_table();
}

void draw_line_detail(State& state, const ChangeLine& line) {
  ChangesDesk& desk = state.changes();
  for (const std::string& note : line.notes)
    ui::icon_text(Icon::info, note, Tone::quiet);
  if (line.periods.empty()) return;
  if (line.periods.size() > 1) {
    std::size_t chosen = desk.chosen_period();
    ui::begin_columns(2);
    if (ui::select("Period that changed", line.period_names, chosen)) desk.choose_period(chosen);
    ui::end_columns();
  } else {
    ui::text(line.period_names.front(), Tone::quiet);
  }
  std::string records = app::record_noun(*state.agreement(), desk.commitment()).many;
  records[0] = static_cast<char>(records[0] - 'a' + 'A');
  draw_rows(desk, desk.rows(), records);
  const agreement::Kind kind = desk.commitment().measure.kind;
  if (kind == agreement::Kind::sum || kind == agreement::Kind::average ||
      kind == agreement::Kind::median || kind == agreement::Kind::median_time) {
    ui::text(
        "A saved scorecard holds no amounts and times: one that was changed in the CRM changes "
        "the value, but is in no group.",
        Tone::help);
  }
  draw_group(state, line.title);
}

void draw_line(State& state, std::size_t index) {
  ChangesDesk& desk = state.changes();
  const ChangeLine line = desk.lines()[index];
  const bool open = desk.open_line() == index;
  const ui::Id scope(index);
  if (ui::table_row(line.title, true, open)) desk.toggle_line(index);
  ui::table_cell();
  ui::begin_row(10);
  ui::party_badge(party_of(line.team), line.team_letter, line.team_name);
  ui::begin_stack();
  ui::strong(line.title);
  const std::size_t others = line.periods.size() > 1 ? line.periods.size() - 1 : 0;
  std::string caption = line.is_goal ? "Shared goal · " : "";
  caption += line.period;
  if (others > 0) {
    caption += " · " + app::counted(others, "earlier period", "earlier periods") + " changed, too";
  }
  ui::text(caption, Tone::help);
  if (!line.notes.empty()) ui::icon_text(Icon::info, line.notes.front(), Tone::quiet);
  ui::end_stack();
  ui::end_row();
  draw_side(line.then_status, line.then);
  draw_side(line.now_status, line.now);
  ui::table_cell();
  draw_trend(line.trend);
  if (!line.change.empty()) ui::text(line.change, Tone::help);
  if (!open || desk.open_line() != index) return;
  ui::begin_table_detail();
  draw_line_detail(state, line);
  ui::end_table_detail();
}

void draw_comparison(State& state) {
  ChangesDesk& desk = state.changes();
  if (!desk.note().empty()) ui::icon_text(Icon::warning, desk.note(), Tone::warning);
  ui::begin_table(desk.title(), {{"Promise"}, {"Then", 136}, {"Now", 136}, {"Change", 196}});
  for (std::size_t i = 0; i < desk.lines().size(); ++i)
    draw_line(state, i);
  ui::end_table();
}

}  // namespace

void draw_changes(State& state) {
  ChangesDesk& desk = state.changes();
  if (!desk.is_open()) return;
  ui::heading(2, desk.ready() ? desk.title() : "Compared with a saved scorecard");
  if (desk.reading()) ui::progress("Reading the saved scorecard", desk.progress());
  if (desk.ready()) {
    draw_comparison(state);
  } else if (state.view() == nullptr) {
    ui::text("“" + desk.file() + "” is compared with as soon as your leads are scored.",
             Tone::quiet);
  } else if (!desk.reading()) {
    ui::progress("Comparing", desk.progress());
  }
  if (ui::button("Stop comparing", Emphasis::quiet, Icon::close)) state.stop_comparing();
}

void draw_saving(State& state) {
  ChangesDesk& desk = state.changes();
  if (desk.saving()) {
    ui::text("Saving the scorecard…", Tone::quiet);
    return;
  }
  if (ui::button("Save scorecard", Emphasis::quiet, Icon::save)) state.save_to_compare();
  if (ui::button("Compare with a saved one", Emphasis::quiet, Icon::compare)) state.choose_files();
}

}  // namespace leadpact::screens
