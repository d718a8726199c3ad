// Above the promises of the scorecard: their order, which of them are shown, and
// taking the table away.
#include <algorithm>
#include <string>
#include <vector>

#include "web/app/words.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using agreement::Team;
using app::ScoreTable;
using app::State;
using ui::Emphasis;
using ui::Icon;

constexpr Team kTeams[] = {Team::marketing, Team::sales};

std::vector<std::string> team_options(const State& state) {
  std::vector<std::string> options = {"Both teams"};
  for (const Team team : kTeams)
    options.push_back(agreement::team_name(*state.agreement(), team));
  return options;
}

void choose_order(ScoreTable& table) {
  auto sort = static_cast<std::size_t>(table.sort);
  if (ui::select("Sort promises by",
                 {"Their order in the agreement", "Status, worst first", "Name",
                  "Value, largest first", "Attained, least first"},
                 sort)) {
    table.sort = static_cast<ScoreTable::Sort>(sort);
  }
}

void choose_team(ScoreTable& table, const std::vector<std::string>& teams) {
  std::size_t team = !table.team ? 0 : *table.team == Team::marketing ? 1 : 2;
  if (!ui::select("Whose promises", teams, team)) return;
  if (team == 0) {
    table.team.reset();
  } else {
    table.team = kTeams[team - 1];
  }
}

void choose_status(ScoreTable& table) {
  std::vector<std::string> options = {"Any status"};
  std::size_t status = 0;
  for (const scoring::Status each : app::kWorstFirst) {
    if (table.status == each) status = options.size();
    options.emplace_back(app::word_of(each));
  }
  if (!ui::select("With status", options, status)) return;
  if (status == 0) {
    table.status.reset();
  } else {
    table.status = app::kWorstFirst[status - 1];
  }
}

}  // namespace

std::string scorecard_picture(const State& state) {
  return state.agreement()->title + " scorecard";
}

void draw_score_tools(State& state, const app::ScorecardView& view) {
  ScoreTable table = state.score_table();
  const std::vector<std::string> teams = team_options(state);
  ui::begin_columns(3);
  choose_order(table);
  ui::next_column();
  choose_team(table, teams);
  ui::next_column();
  choose_status(table);
  ui::end_columns();
  if (table.filters()) {
    const std::string team = !table.team ? "" : teams[*table.team == Team::marketing ? 1 : 2];
    const std::size_t shown = app::shown_lines(view.commitments, table).size();
    ui::begin_row();
    ui::icon_text(Icon::filter, app::filter_words(table, team, shown, view.commitments.size()));
    if (ui::button("Show all promises", Emphasis::quiet, Icon::close)) {
      table.team.reset();
      table.status.reset();
    }
    ui::end_row();
  }
  state.set_score_table(table);
  ui::begin_row();
  if (ui::button("Copy table", Emphasis::quiet, Icon::copy)) state.copy_scorecard();
  if (ui::button("Save as CSV", Emphasis::quiet, Icon::download)) state.save_scorecard();
  if (ui::button("Save as PNG", Emphasis::quiet, Icon::download)) {
    state.ask_picture(scorecard_picture(state));
  }
  draw_saving(state);
  ui::end_row();
}

}  // namespace leadpact::screens
