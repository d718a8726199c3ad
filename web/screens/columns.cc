// Which column of the file is which field: one list, a choice each, with some
// cells of the chosen column as evidence.
#include <algorithm>
#include <string>
#include <vector>

#include "core/data/cell_profile.h"
#include "web/app/format.h"
#include "web/app/mapping.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::DataDesk;
using app::State;
using ui::Emphasis;
using ui::Tone;

std::string_view type_words(data::FieldType type) {
  switch (type) {
    case data::FieldType::number:
      return "a number";
    case data::FieldType::boolean:
      return "yes or no";
    case data::FieldType::timestamp:
      return "a date, with or without a time";
    case data::FieldType::text:
    case data::FieldType::unset:
      break;
  }
  return "text";
}

// The columns that can be chosen: of one name only the first is ever read.
std::vector<int> choosable(const app::FileHead& head) {
  std::vector<int> columns;
  std::vector<std::string> seen;
  for (std::size_t c = 0; c < head.header.size(); ++c) {
    if (head.header[c].empty()) continue;
    if (std::find(seen.begin(), seen.end(), head.header[c]) != seen.end()) continue;
    seen.push_back(head.header[c]);
    columns.push_back(static_cast<int>(c));
  }
  return columns;
}

std::string evidence(const app::FileHead& head, int column) {
  std::string text;
  for (const std::string& cell : app::examples(head, static_cast<std::size_t>(column))) {
    constexpr std::size_t kLongest = 40;
    if (cell.size() > kLongest) continue;
    text += (text.empty() ? "" : " · ") + cell;
  }
  return text.empty() ? "Its first cells are empty." : "For example: " + text;
}

void draw_choice(State& state, const DataDesk::File& file, const data::Field& field,
                 const DataDesk::Choice& choice, std::size_t index, bool all,
                 const std::string& also_for) {
  const ui::Id scope(index);
  const std::vector<int> columns = choosable(file.head);
  std::vector<std::string> options;
  std::size_t chosen = columns.size();  // none
  for (std::size_t c = 0; c < columns.size(); ++c) {
    options.push_back(data::shortened_cell(file.head.header[static_cast<std::size_t>(columns[c])]));
    if (columns[c] == choice.column) chosen = c;
  }
  const std::string label =
      all ? app::field_name(field) : "Which column is “" + field.column + "”?";
  std::string help, error;
  if (choice.column >= 0 &&
      !app::fits_type(field, file.head, static_cast<std::size_t>(choice.column))) {
    error = "The agreement reads " + std::string(type_words(field.type)) + " from it. " +
            evidence(file.head, choice.column);
  } else if (choice.column >= 0 && !also_for.empty()) {
    error = "Chosen for “" + also_for + "”, too: one of the two is probably another column. " +
            evidence(file.head, choice.column);
  } else if (choice.column >= 0) {
    help = (choice.suggested ? "Suggested by its name. " : "") + evidence(file.head, choice.column);
  } else {
    help = "The agreement reads " + std::string(type_words(field.type)) + " from it.";
  }
  if (ui::select(label, options, chosen, {help, error}) && chosen < columns.size()) {
    state.choose_column(index, columns[chosen]);
  }
}

// The first other field for which the same column is chosen, or nothing.
std::string also_for(const DataDesk::Question& question, const agreement::Dataset& dataset,
                     std::size_t index) {
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    const DataDesk::Choice& other = question.choices[i];
    if (i == index || other.column != question.choices[index].column) continue;
    return app::field_name(dataset.fields[other.field]);
  }
  return "";
}

// Not one column is known by its name.
bool fits_nothing(const DataDesk::Question& question, const agreement::Dataset& dataset) {
  return question.choices.size() == dataset.fields.size() &&
         std::none_of(question.choices.begin(), question.choices.end(),
                      [](const DataDesk::Choice& choice) { return choice.suggested; });
}

}  // namespace

void draw_question(State& state) {
  if (!state.desk().question() || state.agreement() == nullptr) return;
  const DataDesk::Question question = *state.desk().question();
  const DataDesk::File& file = state.desk().files()[question.file];
  const agreement::Dataset& dataset = state.agreement()->datasets[question.dataset];
  ui::begin_card("Which column is which?");
  ui::heading(2, "Which column is which?");
  if (!question.all && fits_nothing(question, dataset)) {
    const bool off = ui::banner(ui::Tone::warning, "“" + file.name + "” may be another list",
                                "None of its columns has a name the agreement knows: " +
                                    app::first_columns(file.head) + ".",
                                "Remove the file");
    if (off) {
      ui::end_card();
      state.remove_file(question.file);
      return;
    }
  }
  const auto missing = static_cast<std::uint64_t>(
      std::count_if(question.choices.begin(), question.choices.end(),
                    [](const DataDesk::Choice& choice) { return choice.column < 0; }));
  if (question.all) {
    ui::text("These columns of “" + file.name +
             "” are read for this agreement. Your choice is "
             "kept with it.");
  } else {
    ui::text("The agreement reads " + app::counted(question.choices.size(), "column") + " that “" +
             file.name + "” has not, or has under " +
             (question.choices.size() == 1 ? "another name" : "other names") +
             ". Choose once; your choice is kept with the agreement.");
  }
  ui::begin_columns(2);
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    if (i > 0) ui::next_column();
    const DataDesk::Choice& choice = question.choices[i];
    draw_choice(state, file, dataset.fields[choice.field], choice, i, question.all,
                also_for(question, dataset, i));
  }
  ui::end_columns();
  if (missing > 0) {
    ui::text(app::counted(missing, "column is", "columns are") +
                 " still to be chosen. If your export has no such column, add it to the export in "
                 "your CRM and drop the file again.",
             Tone::quiet);
  }
  ui::begin_row();
  if (ui::button("Use these columns", Emphasis::primary, ui::Icon::check, missing == 0)) {
    state.use_columns();
  }
  if (question.all && ui::button("Leave them as they are", Emphasis::quiet)) state.keep_columns();
  ui::end_row();
  ui::end_card();
}

}  // namespace leadpact::screens
