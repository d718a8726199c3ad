// What the files themselves say: questions, suggestions and what is good to
// know, each with its evidence and the button that settles it; and the rows
// behind the counts.
#include <string>
#include <vector>

#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using agreement::Finding;
using app::ImportDesk;
using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;

struct Look {
  Icon icon;
  const char* word;
  Tone tone;
};

Look look_of(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::question:
      return {Icon::help, "Question", Tone::accent};
    case Finding::Kind::offer:
      return {Icon::lightbulb, "Suggestion", Tone::warning};
    case Finding::Kind::note:
      break;
  }
  return {Icon::info, "Good to know", Tone::info};
}

void draw_cells(const ImportDesk::Item& item) {
  ui::begin_table("Cells as written", {{"Place", 260}, {"As written"}});
  for (const data::CellAt& cell : item.finding.cells) {
    ui::table_row();
    ui::table_cell(item.files[cell.file] + ", line " + app::whole(cell.line), Tone::quiet);
    ui::table_cell(cell.text);
  }
  ui::end_table();
}

// The index of the answer pressed, or of none.
std::size_t draw_finding(const ImportDesk::Item& item) {
  const Finding& finding = item.finding;
  const ui::Id scope(std::to_string(item.dataset) + finding.key);
  const Look look = look_of(finding.kind);
  ui::pill(look.icon, look.word, look.tone);
  ui::heading(3, finding.title);
  ui::text(finding.evidence, Tone::quiet);
  std::size_t pressed = finding.answers.size();
  if (!finding.answers.empty()) {
    ui::begin_row();
    for (std::size_t i = 0; i < finding.answers.size(); ++i) {
      if (ui::button(finding.answers[i].label, Emphasis::secondary)) pressed = i;
    }
    ui::end_row();
  }
  if (!finding.cells.empty()) {
    const std::string name =
        finding.cells.size() == data::Seen::kShown
            ? "The first " + app::whole(data::Seen::kShown)
            : app::counted(finding.cells.size(), "cell or row", "cells or rows");
    if (ui::disclosure(name + " of this")) draw_cells(item);
  }
  return pressed;
}

}  // namespace

void draw_findings(State& state) {
  const ImportDesk& desk = state.import_desk();
  if (desk.looking()) {
    ui::text("Looking through all values, for what they say of how they are to be read…",
             Tone::quiet);
    ui::progress("Looking through the files", static_cast<float>(desk.share()));
  }
  const std::vector<std::size_t> open = state.open_findings();
  if (open.empty()) return;
  ui::begin_card("What the files say");
  ui::heading(2, "What the files say");
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (i > 0) ui::separator();
    const ImportDesk::Item& item = desk.findings()[open[i]];
    const std::size_t answers = item.finding.answers.size();
    const std::size_t pressed = draw_finding(item);
    if (pressed == answers) continue;
    ui::end_card();
    state.answer_finding(open[i], pressed);
    return;  // the list is another one now
  }
  ui::end_card();
}

void draw_findings_notice(State& state) {
  if (state.is_example()) return;
  std::size_t questions = 0;
  for (const std::size_t i : state.open_findings()) {
    questions +=
        state.import_desk().findings()[i].finding.kind == Finding::Kind::question ? 1u : 0u;
  }
  if (questions == 0) return;
  if (ui::banner(Tone::info,
                 app::counted(questions, "question about this data is open",
                              "questions about this data are open"),
                 "Until you answer, what is uncertain is read as the agreement has it.",
                 "Answer on Data")) {
    state.go(app::Screen::data);
  }
}

void draw_origins(State& state) {
  const auto& files = state.desk().files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& origin = state.import_desk().origin(i);
    if (origin.empty()) continue;
    ui::text((files.size() > 1 ? "“" + files[i].name + "”: " : "") + origin, Tone::quiet);
  }
}

void draw_joined(State& state, std::size_t dataset) {
  for (const std::string& sentence : state.import_desk().joined(dataset))
    ui::text(sentence);
}

// The rows themselves, below the open line that counts them.
void draw_rows(State& state, const app::RowList& list, std::string_view name) {
  const bool about_cells = !list.lines().empty() && !list.lines().front().cell.empty();
  std::vector<ui::TableColumn> columns = {{"Place", 220}};
  if (about_cells) columns.push_back({"Cell", 180});
  columns.push_back({"The row as written"});
  ui::begin_table(name, columns);
  for (const app::RowLine& line : list.lines()) {
    ui::table_row(line.place);
    ui::table_cell(line.place);
    if (about_cells) ui::table_cell(line.cell);
    ui::table_cell(line.row, Tone::quiet);
  }
  ui::end_table();
  if (list.cut()) {
    ui::text("These are the first " + app::whole(app::RowList::kMost) + "; saved are up to " +
                 app::whole(app::RowList::kMostSaved) + ".",
             Tone::help);
  }
  ui::begin_row();
  const bool more = list.has_more() && ui::button("Show more");
  if (list.has_work()) {
    ui::text(list.looking() ? "Looking through the rows…" : "Writing the file…", Tone::quiet);
  } else if (list.can_be_saved() &&
             ui::button("Save rows as CSV", ui::Emphasis::quiet, Icon::download)) {
    state.save_rows();
  }
  ui::end_row();
  if (more) state.show_more_rows();
}

}  // namespace leadpact::screens
