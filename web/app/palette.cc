#include "web/app/palette.h"

#include <algorithm>
#include <utility>

#include "core/agreement/clauses.h"
#include "core/agreement/stage_presets.h"
#include "core/agreement/templates.h"
#include "core/data/cells.h"
#include "web/app/format.h"
#include "web/app/state.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words(1);
  for (const char c : data::fold_case(query)) {
    if (c != ' ') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// 0 best, 3 not found.
int rank_of(const PaletteEntry& entry, const std::vector<std::string>& words) {
  const std::string name = data::fold_case(entry.name);
  const std::string all = name + " " + data::fold_case(entry.kind);
  for (const std::string& word : words) {
    if (all.find(word) == std::string::npos) return 3;
  }
  if (name.compare(0, words.front().size(), words.front()) == 0) return 0;
  return name.find(" " + words.front()) != std::string::npos ? 1 : 2;
}

}  // namespace

void Palette::open(std::vector<PaletteEntry> entries) {
  open_ = true;
  entries_ = std::move(entries);
  search("");
}

void Palette::close() {
  open_ = false;
  found_.clear();
  entries_.clear();
  query_.clear();
}

void Palette::search(std::string query) {
  query_ = std::move(query);
  found_.clear();
  const std::vector<std::string> words = words_of(query_);
  if (words.empty()) {
    for (const PaletteEntry& entry : entries_) {
      if (entry.at_first) found_.push_back(&entry);
    }
    return;
  }
  for (int rank = 0; rank < 3; ++rank) {
    for (const PaletteEntry& entry : entries_) {
      if (found_.size() < kShown && rank_of(entry, words) == rank) found_.push_back(&entry);
    }
  }
}

namespace {

void add_screens(const State& state, std::vector<PaletteEntry>& entries) {
  for (const auto& [screen, name] : {std::pair{Screen::home, "Home"},
                                     {Screen::agreement, "Agreement"},
                                     {Screen::data, "Data"},
                                     {Screen::scorecard, "Scorecard"}}) {
    if (screen != state.screen()) {
      entries.push_back({"Screen", name, [to = screen](State& s) { s.go(to); }, true});
    }
  }
}

// Commands on the open agreement and the part in hand; found when typed for.
void add_document_commands(const State& state, std::vector<PaletteEntry>& entries) {
  const auto command = [&](std::string name, std::function<void(State&)> run) {
    entries.push_back({"Command", std::move(name), std::move(run), false});
  };
  command("Search in this agreement", [](State& s) {
    s.go(Screen::agreement);
    s.open_document_search();
  });
  command("Rename this agreement", [](State& s) {
    s.go(Screen::agreement);
    s.open_field("agreement", "title");
  });
  command("Duplicate this agreement", [](State& s) { s.duplicate_agreement(s.agreement()->id); });
  if (!state.is_archived(state.agreement()->id)) {
    command("Archive this agreement", [](State& s) { s.archive(s.agreement()->id); });
  }
  for (const agreement::StagePreset& preset : agreement::stage_presets()) {
    if (agreement::missing_stages(*state.agreement(), preset.id).empty()) continue;
    command("Use the stages " + std::string(preset.name), [id = preset.id](State& s) {
      s.go(Screen::agreement);
      s.use_preset(id);
    });
  }
  if (state.keeper().on()) {
    command("Keep the data in this browser no longer", [](State& s) { s.keep_data(false); });
  } else {
    command("Keep the data in this browser", [](State& s) { s.keep_data(true); });
  }
  if (!state.desk().files().empty() || state.keeper().has_kept()) {
    command("Forget the data", [](State& s) { s.forget_data(); });
  }
  if (!state.disputes().empty()) {
    command("Save the disputes to a file", [](State& s) { s.save_disputes(); });
  }
  const Editor& editor = state.editor();
  if (!editor.is_element()) return;
  const std::string part = data::fold_case(kind_of_part(editor.selected()));
  for (const int by : {-1, 1}) {
    if (!editor.can_move(*state.agreement(), by)) continue;
    command("Move this " + part + (by < 0 ? " up" : " down"), [by](State& s) { s.move_part(by); });
  }
  command("Copy this " + part, [](State& s) { s.duplicate_part(); });
  command("Remove this " + part, [](State& s) { s.remove_part(); });
}

void add_commands(const State& state, std::vector<PaletteEntry>& entries) {
  const auto command = [&](std::string name, std::function<void(State&)> run) {
    entries.push_back({"Command", std::move(name), std::move(run), true});
  };
  if (state.agreement() != nullptr) {
    const agreement::History& history = state.editor().history();
    if (history.can_undo()) {
      command("Undo: " + std::string(history.undo_name()), [](State& s) { s.undo(); });
    }
    if (history.can_redo()) {
      command("Redo: " + std::string(history.redo_name()), [](State& s) { s.redo(); });
    }
    command("Print the agreement", [](State& s) { s.print_paper(); });
    command("Print the poster", [](State& s) { s.print_poster(); });
    command("Save as Markdown", [](State& s) { s.save_markdown(); });
    if (state.view() != nullptr) {
      command("Copy the scorecard", [](State& s) { s.copy_scorecard(); });
      command("Save the scorecard as CSV", [](State& s) { s.save_scorecard(); });
      command("Save the scorecard to compare with later", [](State& s) { s.save_to_compare(); });
    }
    command("Save to file", [](State& s) { s.save_to_file(); });
    add_document_commands(state, entries);
  }
  command("Open files…", [](State& s) { s.choose_files(); });
  command("Try the example", [](State& s) { s.try_example(); });
  command("Use the light look", [](State& s) { s.set_theme(Theme::light); });
  command("Use the dark look", [](State& s) { s.set_theme(Theme::dark); });
  command("Use the look of the system", [](State& s) { s.set_theme(Theme::automatic); });
  for (const agreement::Template& each : agreement::templates()) {
    const std::string title = each.name == "blank" ? "nothing" : std::string(each.title);
    entries.push_back({"Template", "Start from " + title,
                       [name = each.name](State& s) { s.start_from_template(name); }, false});
  }
}

void add_agreements(const State& state, std::vector<PaletteEntry>& entries) {
  for (const Card& card : state.library().cards()) {
    if (card.open || card.needs_newer) continue;
    entries.push_back({"Agreement", "Open " + quoted(card.title),
                       [id = card.id](State& s) { s.open_agreement(id); }, false});
  }
}

// Sections, and in them whatever can be taken in hand.
void add_parts(const State& state, std::vector<PaletteEntry>& entries) {
  const auto paper = state.editor().paper();
  for (const agreement::PaperSection& section : paper->sections) {
    entries.push_back({"Section of the agreement", section.title,
                       [to = section.title](State& s) { s.show_section(to); }, false});
    const auto add = [&](const std::string& part, const std::string& name) {
      if (name.empty()) return;
      entries.push_back({kind_of_part(part), name, [part](State& s) { s.show_part(part); }, false});
    };
    for (const agreement::Block& block : section.blocks) {
      for (std::size_t i = 0; i < block.row_places.size(); ++i)
        add(block.row_places[i], block.rows[i + 1].front());
      const bool named = block.kind == agreement::Block::Kind::heading ||
                         block.kind == agreement::Block::Kind::clause;
      const bool is_part = named && !block.place.empty() && part_of(block.place) == block.place;
      if (is_part) add(block.place, block.title);
    }
  }
  // Those that may say nothing yet.
  for (const char* part :
       {"agreement", "rejection", "nurture", "consequences", "cancellation", "lead_scoring"}) {
    entries.push_back(
        {"Fields", kind_of_part(part), [part](State& s) { s.show_part(part); }, false});
  }
}

void add_new_parts(std::vector<PaletteEntry>& entries) {
  for (const std::string_view list :
       {"contacts", "personas", "datasets", "stages", "lead_scoring.rules", "goals", "commitments",
        "calendars", "escalation", "reviews"}) {
    const std::string kind = data::fold_case(kind_of_part(list));
    entries.push_back({"Command", "Add: " + kind,
                       [list](State& s) {
                         s.go(Screen::agreement);
                         s.add_part(list);
                       },
                       false});
  }
  entries.push_back({"Command", "Add from the library of clauses",
                     [](State& s) {
                       s.go(Screen::agreement);
                       s.open_beside(State::Beside::library);
                     },
                     false});
  entries.push_back({"Command", "Work out the numbers of the goal",
                     [](State& s) {
                       s.go(Screen::agreement);
                       s.open_beside(State::Beside::goal_maths);
                     },
                     false});
  for (const agreement::ReadyClause& clause : agreement::ready_clauses()) {
    entries.push_back({"Ready clause", "Add " + quoted(clause.title),
                       [id = clause.id](State& s) {
                         s.go(Screen::agreement);
                         s.add_clause(id);
                       },
                       false});
  }
}

}  // namespace

std::vector<PaletteEntry> palette_entries(const State& state) {
  std::vector<PaletteEntry> entries;
  add_screens(state, entries);
  add_commands(state, entries);
  add_agreements(state, entries);
  if (state.agreement() != nullptr) {
    add_parts(state, entries);
    add_new_parts(entries);
  }
  return entries;
}

}  // namespace leadpact::app
