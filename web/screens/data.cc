// Data: the files on the desk, which column is which, what counts and what
// does not.
#include <algorithm>
#include <string>
#include <vector>

#include "core/agreement/wording.h"
#include "core/data/cell_profile.h"
#include "web/app/data_view.h"
#include "web/app/format.h"
#include "web/app/mapping.h"
#include "web/app/words.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::DataDesk;
using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;

std::string_view where_it_stays(const State& state) {
  return state.keeper().on()
             ? "Your leads stay in this browser; they are not sent anywhere."
             : "Your leads stay in this tab; they are not stored and not sent anywhere.";
}

void draw_drop_area(State& state) {
  const bool first = state.desk().files().empty();
  const std::string title = first ? "Drop your CRM's export here" : "Drop another file here";
  const std::string body =
      std::string(first ? "A CSV file with one row a lead" : "") +
      (first ? ui::narrow() ? ". " : ", or a table pasted with Ctrl+V. " : "") +
      std::string(where_it_stays(state));
  if (ui::drop_area(title, body, "Choose files", state.hovering(),
                    first ? Emphasis::primary : Emphasis::secondary)) {
    state.choose_files();
  }
}

// Whether this browser keeps the data, how much it has, and the way to be rid of it.
void draw_keeping(State& state) {
  ui::begin_card("Data in this browser");
  bool keep = state.keeper().on();
  if (state.keeper().reading()) {
    // Not known yet whether it is on.
    if (!state.desk().files().empty() || !state.reading_kept()) ui::text(kReadingKept, Tone::quiet);
  } else if (ui::toggle("Keep the data in this browser", keep,
                        "The files of this agreement stay in this browser until you forget them. "
                        "Off: they "
                        "are gone when you close the tab.")) {
    state.keep_data(keep);
  }
  const std::string kept = state.kept_text();
  if (!kept.empty()) ui::text(kept, Tone::quiet);
  const bool any = state.keeper().has_kept() || !state.desk().files().empty();
  if (any && ui::button("Forget the data", Emphasis::secondary, Icon::trash)) state.forget_data();
  ui::end_card();
}

// What the agreement reads, so that one knows what to export.
void draw_needed(const agreement::Agreement& agreement) {
  for (const agreement::Dataset& dataset : agreement.datasets) {
    const std::string name = dataset.name.empty() ? dataset.id : dataset.name;
    const ui::Id scope(dataset.id);
    ui::begin_card(name);
    ui::heading(3, name);
    ui::text("“" + agreement.title +
                 "” reads these columns. Other names can be chosen when the "
                 "file is here.",
             Tone::quiet);
    std::string columns;
    for (const data::Field& field : dataset.fields) {
      columns += (columns.empty() ? "" : " · ") + field.column;
    }
    ui::text(columns);
    ui::end_card();
  }
}

void draw_refused_files(State& state) {
  for (std::size_t i = 0; i < state.desk().files().size(); ++i) {
    const DataDesk::File& file = state.desk().files()[i];
    if (file.refused.empty()) continue;
    const ui::Id scope(i);
    if (ui::banner(Tone::danger, "“" + file.name + "” was not read", file.refused,
                   "Remove the file")) {
      state.remove_file(i);
      return;  // the list is another one now
    }
  }
}

// "3 Apr 2026 or 4 Mar 2026?", where nothing in the file tells.
void draw_date_question(State& state) {
  if (!state.desk().date_question()) return;
  const DataDesk::DateQuestion question = *state.desk().date_question();
  const agreement::Dataset& dataset = state.agreement()->datasets[question.dataset];
  std::vector<std::string> columns;
  for (const std::size_t field : question.fields)
    columns.push_back("“" + dataset.fields[field].column + "”");
  ui::begin_card("Which day is it?");
  ui::heading(2, "Which day is “" + question.cell + "”?");
  ui::text((question.contradicted
                ? "More dates in " + agreement::listed(columns) +
                      " are dates in the other order only than in the one they are read in, but "
                      "not all. "
                : "Every date in " + agreement::listed(columns) +
                      " could be read month first and day first, so the file does not say which "
                      "one is meant. ") +
           "Nothing is scored before you say which.");
  ui::begin_row();
  const bool mdy =
      ui::button(app::day(question.month_first) + " (month first)", Emphasis::secondary);
  const bool dmy = ui::button(app::day(question.day_first) + " (day first)", Emphasis::secondary);
  ui::end_row();
  ui::text(
      "Your answer goes for all files of this data. If you do not know, look up one of the leads "
      "in your CRM.",
      Tone::help);
  ui::end_card();
  if (mdy) state.say_date_order(data::DateOrder::mdy);
  if (dmy) state.say_date_order(data::DateOrder::dmy);
}

void draw_problems(State& state) {
  for (std::size_t i = 0; i < state.desk().problems().size(); ++i) {
    const ui::Id scope(i);
    const DataDesk::Problem problem = state.desk().problems()[i];
    const bool dates = problem.remedy == DataDesk::Problem::Remedy::other_date_order;
    const bool columns = problem.remedy == DataDesk::Problem::Remedy::change_columns;
    const std::string_view action = dates     ? "Read the dates the other way"
                                    : columns ? "Change columns"
                                              : "Choose another file";
    std::string message = problem.message;
    if (problem.more_columns > 0) {
      message += " The same holds for " +
                 app::counted(problem.more_columns, "more column", "more columns") +
                 " of the file.";
    }
    if (!ui::banner(Tone::danger, problem.where, message, action)) continue;
    if (dates) {
      state.read_dates_other_way(problem.file);
    } else if (columns) {
      state.ask_columns(problem.file);
    } else {
      state.choose_files();
    }
    return;  // the list is another one now
  }
}

// The choice of the dataset a file holds.
void draw_dataset_choice(State& state, std::size_t index) {
  const DataDesk::File& file = state.desk().files()[index];
  const agreement::Agreement& agreement = *state.agreement();
  std::vector<std::string> options;
  for (const agreement::Dataset& dataset : agreement.datasets) {
    options.push_back(dataset.name.empty() ? dataset.id : dataset.name);
  }
  std::size_t chosen = file.dataset < 0 ? options.size() : static_cast<std::size_t>(file.dataset);
  const std::size_t before = chosen;
  if (ui::select("What “" + file.name + "” holds", options, chosen,
                 {"The agreement reads several kinds of data.", {}}) &&
      chosen != before) {
    state.assign_file(index, chosen);
  }
}

std::string state_of(const DataDesk::File& file) {
  if (file.asks) return "Say what it holds";
  const app::Coverage coverage = app::coverage_of(file.matches);
  return std::to_string(coverage.exact) + " of " + std::to_string(coverage.fields) +
         " columns found";
}

void draw_files(State& state) {
  const agreement::Agreement& agreement = *state.agreement();
  ui::heading(2, "Files");
  ui::begin_table("Files", {{"File"},
                            {"Holds", 220, ui::Align::left, true},
                            {"Columns", 250},
                            {"Size", 110, ui::Align::right, true},
                            {"Remove", 100, ui::Align::right}});
  std::size_t removed = state.desk().files().size();
  for (std::size_t i = 0; i < state.desk().files().size(); ++i) {
    const DataDesk::File& file = state.desk().files()[i];
    ui::table_row(file.name);
    ui::table_cell();
    ui::strong(file.name);
    std::string holds = "–";
    if (file.dataset >= 0) {
      const auto& dataset = agreement.datasets[static_cast<std::size_t>(file.dataset)];
      holds = dataset.name.empty() ? dataset.id : dataset.name;
    }
    ui::table_cell(holds);
    ui::table_cell();
    if (!file.refused.empty()) {
      ui::pill(Icon::cancel, "Not read", Tone::danger);
    } else if (file.ready()) {
      ui::icon_text(Icon::check_circle, state_of(file), Tone::success);
    } else {
      ui::icon_text(Icon::warning, state_of(file), Tone::warning);
    }
    ui::table_cell(app::file_size(file.bytes->size()));
    ui::table_cell();
    if (ui::icon_button(Icon::close, "Take off " + file.name)) removed = i;
  }
  ui::end_table();
  draw_origins(state);
  if (agreement.datasets.size() > 1) {
    ui::begin_columns(2);
    for (std::size_t i = 0; i < state.desk().files().size(); ++i) {
      if (!state.desk().files()[i].refused.empty()) continue;
      const ui::Id scope(i);
      draw_dataset_choice(state, i);
      ui::next_column();
    }
    ui::end_columns();
  }
  if (removed < state.desk().files().size()) state.remove_file(removed);
}

void draw_count_lines(State& state, std::size_t dataset, const std::vector<app::CountLine>& lines) {
  // As cards, the number and what it counts are one line.
  const bool cards = ui::narrow();
  std::vector<ui::TableColumn> columns = {{"Number", 110, ui::Align::right}, {"What"}, {"Why"}};
  if (cards) columns = {{"What"}, {"Why"}};
  const app::CountLine* pressed = nullptr;
  ui::begin_table("What counts", columns);
  for (const app::CountLine& line : lines) {
    const app::RowList* rows = state.import_desk().rows(dataset, line.rows);
    const std::string name = line.number + " " + line.what;
    if (ui::table_row(name, true, rows != nullptr)) pressed = &line;
    if (cards) {
      ui::table_cell();
      ui::strong(name);
    } else {
      ui::table_cell(line.number);
      ui::table_cell(line.what);
    }
    ui::table_cell(line.why.empty() ? "–" : line.why, Tone::quiet);
    if (rows == nullptr) continue;
    ui::begin_table_detail();
    draw_rows(state, *rows, name);
    ui::end_table_detail();
  }
  ui::end_table();
  if (pressed != nullptr) state.toggle_rows(dataset, pressed->rows);
}

void draw_counts(State& state) {
  const scoring::Scored* scored = state.desk().scored();
  if (scored == nullptr) return;
  const agreement::Agreement& agreement = *state.agreement();
  for (std::size_t d = 0; d < agreement.datasets.size(); ++d) {
    const scoring::DatasetReport& report = scored->card.datasets[d];
    if (!report.given) continue;
    const agreement::Dataset& dataset = agreement.datasets[d];
    const ui::Id scope(dataset.id);
    ui::heading(2, "What counts in " + (dataset.name.empty() ? dataset.id : dataset.name));
    draw_count_lines(state, d, app::count_lines(agreement, dataset, report));
    draw_joined(state, d);
    ui::text("Times without a zone are read as local times of " +
                 app::zone_words(dataset.time_zone) + ".",
             Tone::help);
  }
}

void draw_columns(State& state, std::size_t index) {
  const DataDesk::File& file = state.desk().files()[index];
  const agreement::Dataset& dataset =
      state.agreement()->datasets[static_cast<std::size_t>(file.dataset)];
  ui::begin_table("Columns of " + file.name, {{"Field", 180},
                                              {"Column in the file"},
                                              {"All its values"},
                                              {"First cells", 0, ui::Align::left, true}});
  for (std::size_t f = 0; f < dataset.fields.size(); ++f) {
    const auto column = static_cast<std::size_t>(file.matches[f].column);
    std::string cells;
    for (const std::string& cell : app::examples(file.head, column, 2)) {
      cells += (cells.empty() ? "" : " · ") + data::shortened_cell(cell);
    }
    ui::table_row();
    ui::table_cell(app::field_name(dataset.fields[f]));
    ui::table_cell(data::shortened_cell(file.head.header[column]));
    const std::string evidence =
        state.import_desk().evidence(state.desk(), index, dataset.fields[f]);
    ui::table_cell(evidence.empty() ? "–" : evidence, Tone::quiet);
    ui::table_cell(cells.empty() ? "–" : cells, Tone::quiet);
  }
  ui::end_table();
  const std::size_t unused = file.head.header.size() > dataset.fields.size()
                                 ? file.head.header.size() - dataset.fields.size()
                                 : 0;
  if (unused > 0) {
    ui::text(app::counted(unused, "more column") + " of the file " + (unused == 1 ? "is" : "are") +
                 " not used by this agreement.",
             Tone::help);
  }
  if (ui::button("Change columns", Emphasis::secondary, Icon::edit)) state.ask_columns(index);
}

void draw_preview(const State& state, std::size_t index) {
  constexpr std::size_t kColumns = 6;
  constexpr std::size_t kRows = 5;
  const DataDesk::File& file = state.desk().files()[index];
  std::vector<std::size_t> shown;
  for (const app::FieldMatch& match : file.matches) {
    const auto column = static_cast<std::size_t>(match.column);
    if (shown.size() == kColumns) break;
    if (std::find(shown.begin(), shown.end(), column) == shown.end()) shown.push_back(column);
  }
  std::vector<ui::TableColumn> columns;
  columns.reserve(shown.size());
  for (const std::size_t column : shown) {
    columns.push_back({file.head.header[column], 150, ui::Align::left, columns.size() > 2});
  }
  ui::begin_table("First rows of " + file.name, columns);
  for (std::size_t r = 0; r < file.head.rows.size() && r < kRows; ++r) {
    ui::table_row();
    for (const std::size_t column : shown)
      ui::table_cell(data::shortened_cell(file.head.rows[r][column]));
  }
  ui::end_table();
}

void draw_look_inside(State& state) {
  for (std::size_t i = 0; i < state.desk().files().size(); ++i) {
    if (!state.desk().files()[i].ready()) continue;
    const std::string name = state.desk().files()[i].name;
    const ui::Id scope(i);
    ui::heading(2, "Inside " + name);
    draw_preview(state, i);
    if (ui::disclosure("Columns read from " + name)) draw_columns(state, i);
  }
}

void draw_with_files(State& state) {
  draw_refused_files(state);
  draw_problems(state);
  (void)draw_work(state);
  if (state.view() != nullptr && !state.desk().question()) {
    ui::begin_row();
    if (ui::button("See the scorecard", Emphasis::primary, Icon::fact_check)) {
      state.go(app::Screen::scorecard);
    }
    ui::end_row();
  }
  if (state.desk().loaded() != nullptr && state.view() == nullptr && !state.desk().working() &&
      !state.desk().stopped() && !state.desk().waits_for_a_person() && state.editor().valid()) {
    (void)ui::banner(Tone::warning, "No time can be read in these files",
                     "Every promise is scored by the times of its leads, and the columns read for "
                     "them hold none. Check the columns below.");
  }
  draw_date_question(state);
  draw_question(state);
  if (!state.desk().question() && !state.desk().date_question()) draw_findings(state);
  draw_files(state);
  draw_keeping(state);
  draw_counts(state);
  if (!state.desk().question()) draw_look_inside(state);
  ui::space(24);
  draw_drop_area(state);
}

}  // namespace

void draw_data(State& state) {
  ui::heading(1, "Data");
  if (state.agreement() == nullptr) {
    draw_refused_files(state);
    no_agreement(state);
    return;
  }
  draw_invalid(state);
  if (!state.desk().files().empty()) {
    draw_with_files(state);
    return;
  }
  ui::text("The export of your CRM, scored against “" + state.agreement()->title + "”.",
           Tone::quiet);
  if (state.reading_kept()) ui::text(kReadingKept);
  draw_drop_area(state);
  if (state.is_example() &&
      ui::button("Use the example's leads", Emphasis::secondary, Icon::play)) {
    state.use_example_data();
    return;
  }
  draw_needed(*state.agreement());
  draw_keeping(state);
}

}  // namespace leadpact::screens
