// The library of ready clauses: what teams promise each other, to choose from.
#include <string>
#include <string_view>

#include "core/agreement/clauses.h"
#include "core/data/cells.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using ui::Icon;
using ui::Tone;

bool is_sought(const app::State& state, const agreement::ReadyClause& clause) {
  const std::string sought = data::fold_case(data::trim(state.library_search()));
  if (sought.empty()) return true;
  const std::string text =
      data::fold_case(std::string(clause.title) + " " + std::string(clause.detail) + " " +
                      std::string(clause.group));
  return text.find(sought) != std::string::npos;
}

}  // namespace

void draw_clause_library(app::State& state) {
  const agreement::Agreement& open = *state.agreement();
  ui::begin_row();
  ui::heading(2, "Ready clauses");
  ui::push_right();
  const bool close = ui::icon_button(Icon::close, "Close the library");
  ui::end_row();
  ui::text("What other teams promise each other. Choose one, then change its numbers.",
           Tone::quiet);
  std::string search = state.library_search();
  if (ui::text_field("Search the library", search)) state.search_library(search);
  std::string_view group;
  bool any = false;
  for (const agreement::ReadyClause& clause : agreement::ready_clauses()) {
    if (!is_sought(state, clause)) continue;
    any = true;
    if (clause.group != group) ui::heading(3, clause.group);
    group = clause.group;
    const ui::Id scope(clause.id);
    const bool chosen = ui::begin_item("Add: " + std::string(clause.title), false);
    ui::strong(clause.title);
    ui::text(agreement::team_name(open, clause.team) + ". " + std::string(clause.detail),
             Tone::help);
    ui::end_item();
    if (!chosen) continue;
    state.add_clause(clause.id);
    return;
  }
  if (!any) ui::text("Nothing in the library is called that.", Tone::quiet);
  if (close) state.open_beside(app::State::Beside::guide);
}

}  // namespace leadpact::screens
