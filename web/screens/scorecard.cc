// Scorecard: who kept which promise.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/wording.h"
#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::CommitmentLine;
using app::ScorecardView;
using app::State;
using ui::Align;
using ui::Icon;
using ui::Tone;

// ---- What fell due ----------------------------------------------------------------

void draw_handling(State& state) {
  std::string note = state.handling_note();
  if (ui::text_field("What was done", note, {"May stay empty. Kept in this browser.", {}})) {
    state.write_handling(note);
  }
  ui::begin_row();
  const bool done = ui::button("Done", ui::Emphasis::primary, Icon::check_circle);
  const bool cancelled = ui::button("Cancel", ui::Emphasis::quiet);
  ui::end_row();
  if (done || cancelled) state.end_handling(done);
}

// "To act: Ada Park (Sales lead) and Bo Berg, by 6 Apr 2026, 17:00."
void draw_who(const app::Due::Item& item) {
  if (item.overdue) {
    ui::icon_text(Icon::warning, "Overdue: " + item.who + " had to act " + item.by + ".",
                  Tone::danger);
  } else {
    ui::icon_text(Icon::schedule,
                  "To act: " + item.who + (item.by.empty() ? "." : ", " + item.by + "."),
                  Tone::quiet);
  }
}

void draw_due_item(State& state, const app::Due::Item& item, bool review) {
  ui::text(item.commitment + ": " + item.why + "; due since " + item.since + "." +
           (item.periods.empty() ? "" : " Missed: " + item.periods + "."));
  if (const app::Handled* handled = state.handled(item)) {
    const std::string note = handled->note.empty() ? "." : ": " + handled->note;
    ui::icon_text(Icon::check_circle,
                  (review ? "Held, noted " : "Handled ") + state.when_handled(*handled) + note,
                  Tone::success);
    if (ui::link(review ? "Not held after all" : "Not handled after all")) state.reopen(item);
    return;
  }
  draw_who(item);
  if (state.is_handling(item)) {
    draw_handling(state);
  } else if (ui::button(review ? "Mark as held" : "Mark as handled", ui::Emphasis::quiet,
                        Icon::check_circle)) {
    state.begin_handling(item);
  }
}

void draw_due_items(State& state, const app::Due& due) {
  if (!due.lines.empty()) {
    ui::begin_list(due.action);
    for (const std::string& line : due.lines)
      ui::list_item(line);
    ui::end_list();
  }
  ui::begin_indent();
  for (std::size_t i = 0; i < due.items.size(); ++i) {
    const ui::Id scope(i);
    draw_due_item(state, due.items[i], due.kind == app::Due::Kind::reviews);
  }
  ui::end_indent();
}

void draw_due(State& state, const app::Due& due) {
  using Kind = app::Due::Kind;
  std::vector<std::string> open;
  for (const app::Due::Item& item : due.items) {
    if (state.handled(item) == nullptr) open.push_back(item.commitment);
  }
  // What fell due with every miss or period is a line, so that the scores stay in sight.
  if (due.kind == Kind::consequences || due.kind == Kind::reviews) {
    const bool shown = ui::disclosure(due.action);
    ui::text(open.empty() ? "Nothing of it is open." : "Open: " + agreement::listed(open) + ".",
             Tone::quiet);
    if (shown) draw_due_items(state, due);
    return;
  }
  ui::icon_text(due.kind == Kind::cancellation ? Icon::gavel : Icon::flag, due.action,
                open.empty() ? Tone::quiet : Tone::danger);
  if (!due.terms.empty()) ui::text(due.terms, Tone::quiet);
  draw_due_items(state, due);
}

// What would be due otherwise, beside what is.
void draw_due_otherwise(const std::string& title, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  ui::separator();
  ui::icon_text(Icon::gavel, title + ":", Tone::quiet);
  ui::begin_list(title);
  for (const std::string& each : sentences)
    ui::list_item(each);
  ui::end_list();
}

void draw_all_due(State& state, const ScorecardView& view) {
  const std::vector<std::string> upheld = state.dispute_desk().due_otherwise(false),
                                 all = state.dispute_desk().due_otherwise(true);
  if (view.due.empty() && upheld.empty() && all.empty()) return;
  ui::begin_card("What fell due");
  ui::heading(2, "What fell due");
  for (std::size_t i = 0; i < view.due.size(); ++i) {
    const ui::Id scope(i);
    if (i > 0) ui::separator();
    draw_due(state, view.due[i]);
  }
  draw_due_otherwise("Not official, with disputes upheld", upheld);
  draw_due_otherwise("Not official, with the open disputes upheld too", all);
  ui::end_card();
}

// ---- Figures ----------------------------------------------------------------------

void draw_headline(const app::Headline& line, const std::string& disputed) {
  ui::begin_card(line.name + " score");
  ui::figure(line.name, line.score, line.note);
  if (!disputed.empty()) ui::icon_text(Icon::gavel, disputed, Tone::quiet);
  trend(line.name, line.trend, 100, false, ui::available_width());
  ui::end_card();
}

std::string as_of_help(const State& state, const ScorecardView& view) {
  const app::DataDesk& desk = state.desk();
  if (!desk.as_of_touched()) {
    return "The newest time in the data, by the clocks of " + view.zone + ".";
  }
  if (desk.as_of_unfinished()) {
    return "Write the whole date, like 2026-09-30. Until then scored up to " + view.as_of + ".";
  }
  if (desk.as_of_text().empty()) {
    return "Empty, so the newest time in the data: " + view.as_of + ".";
  }
  return "Scored up to " + view.as_of + ". Empty: the newest time in the data.";
}

// What was typed: it is set when all is drawn, as it may change the score.
std::optional<std::string> draw_as_of(const State& state, const ScorecardView& view) {
  ui::begin_card("As of");
  const bool touched = state.desk().as_of_touched();
  std::string text = touched ? state.desk().as_of_text() : view.as_of_typed;
  const std::string help = as_of_help(state, view);
  const bool typed = ui::text_field("As of", text, {help, state.desk().as_of_error()});
  ui::end_card();
  return typed ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> draw_headlines(State& state, const ScorecardView& view) {
  ui::begin_columns(4);
  for (std::size_t i = 0; i < view.headlines.size(); ++i) {
    if (i > 0) ui::next_column();
    const ui::Id scope(i);
    draw_headline(view.headlines[i], state.dispute_desk().headline_words(i, view.reporting));
  }
  ui::next_column();
  std::optional<std::string> as_of = draw_as_of(state, view);
  ui::end_columns();
  return as_of;
}

// ---- The table ---------------------------------------------------------------------

// "September 2026 · missed 2 months in a row · 3 more late leads …"
std::string caption(const CommitmentLine& line) {
  std::string text = line.period;
  if (!line.streak.empty()) text += " · " + line.streak;
  if (!line.budget.empty()) text += " · " + line.budget;
  return text;
}

void draw_line(State& state, const CommitmentLine& line, std::size_t row) {
  const bool open = state.open_row() == row;
  if (ui::table_row(line.title, true, open)) state.toggle_row(row);
  ui::table_cell();
  ui::begin_row(10);
  ui::party_badge(party_of(line.team), line.team_letter, line.team_name);
  ui::begin_stack();
  ui::strong(line.title);
  ui::text(caption(line), Tone::help);
  draw_dispute_words(state, row, line.shown, false);
  ui::end_stack();
  ui::end_row();
  ui::table_cell();
  status_pill(line.status);
  ui::table_cell();
  ui::strong(line.value);
  if (!line.beside.empty()) ui::text(line.beside, Tone::help);
  ui::table_cell(line.target, Tone::quiet);
  ui::table_cell(line.attainment);
  ui::table_cell();
  trend(line.title, line.trend, line.target_number, true, 112);
  if (!open) return;
  ui::begin_table_detail();
  draw_commitment_detail(state, line, row);
  ui::end_table_detail();
}

void draw_lines(State& state, const std::string& name, const std::vector<CommitmentLine>& lines,
                std::size_t first_row) {
  const std::vector<std::size_t> shown = app::shown_lines(lines, state.score_table());
  if (shown.empty()) {
    ui::text("None is like that.", Tone::quiet);
    return;
  }
  ui::begin_table(name, {{"Promise"},
                         {"Status", 124},
                         {"Value", 132, Align::right},
                         {"Target", 168},
                         {"Attained", 100, Align::right, true},
                         {"Trend", 136, Align::left, true}});
  for (const std::size_t i : shown)
    draw_line(state, lines[i], first_row + i);
  ui::end_table();
}

// ---- Without a score ----------------------------------------------------------------

void draw_no_score(State& state) {
  draw_changes(state);
  draw_invalid(state);
  if (!state.editor().valid() || draw_work(state)) return;
  if (!state.desk().files().empty()) {
    const bool columns = state.desk().question().has_value();
    const bool dates = state.desk().date_question().has_value();
    if (ui::empty_state(Icon::rule,
                        columns ? "Some columns are still to be chosen"
                        : dates ? "The dates can be read in two ways"
                                : "These files cannot be scored yet",
                        "What is open is on Data, each with what to do.", "Go to Data")) {
      state.go(app::Screen::data);
    }
    return;
  }
  if (state.reading_kept()) ui::text(kReadingKept);
  if (ui::empty_state(Icon::upload_file, "Drop your CRM's export to see the score",
                      "Leads are scored against “" + state.agreement()->title +
                          "”. They are not stored in the browser unless you say so on Data, so "
                          "they are dropped anew each time; anywhere on this page will do.",
                      "Choose files")) {
    state.choose_files();
  }
  if (state.is_example() &&
      ui::button("Use the example's leads", ui::Emphasis::secondary, Icon::play)) {
    state.use_example_data();
  }
}

void draw_promises(State& state, const ScorecardView& view) {
  if (view.commitments.empty()) {
    ui::text("This agreement has no promises in it yet.", Tone::quiet);
  } else {
    draw_lines(state, "Promises", view.commitments, 0);
  }
  if (view.goals.empty()) return;
  ui::heading(2, "Shared goals");
  ui::text("Measured like promises, but they score for neither team.", Tone::quiet);
  draw_lines(state, "Shared goals", view.goals, view.commitments.size());
}

std::string subtitle(const ScorecardView& view) {
  if (view.period.empty()) return "No period can be judged yet.";
  return "Scores of " + view.period +
         (view.period_open ? ", so far." : ", the last period that is over.") +
         " Each promise shows its newest period.";
}

}  // namespace

void draw_scorecard(State& state) {
  ui::heading(1, "Scorecard");
  if (state.agreement() == nullptr) {
    no_agreement(state);
    return;
  }
  if (state.view() == nullptr) {
    draw_no_score(state);
    return;
  }
  const ScorecardView view = *state.view();
  ui::text(subtitle(view), Tone::quiet);
  draw_findings_notice(state);
  draw_all_due(state, view);
  const std::optional<std::string> as_of = draw_headlines(state, view);
  draw_changes(state);
  ui::heading(2, "Promises");
  if (!view.commitments.empty()) draw_score_tools(state, view);
  const std::string name = scorecard_picture(state);
  ui::begin_picture(name);
  ui::text(state.agreement()->title + ", as of " + view.as_of + ".", Tone::help);
  draw_promises(state, view);
  end_picture(state, name);
  draw_clocks(state);
  draw_ledger(state);
  draw_disputes(state);
  if (ui::link("What counts, and what was left out")) state.go(app::Screen::data);
  if (as_of) {
    state.set_as_of(*as_of);
    ui::announce(state.desk().as_of_error());
  }
}

}  // namespace leadpact::screens
