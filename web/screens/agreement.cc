// Agreement: the document as it reads on paper; a part taken in hand shows its
// fields beside it, or below it where the page is not wide.
#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/paper.h"
#include "core/agreement/wording.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using agreement::Block;
using agreement::Section;
using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;
using Kind = agreement::Block::Kind;

constexpr float kSidePanel = 400;

// ---- The document -------------------------------------------------------------------

// A sentence whose numbers lead to their fields.
void draw_sentence(State& state, const std::string& part, const std::string& text,
                   const std::vector<agreement::Span>& spans, Tone tone = Tone::normal) {
  std::vector<ui::TextLink> links;
  links.reserve(spans.size());
  for (const agreement::Span& span : spans) {
    links.push_back(
        {span.begin, span.end, "Change " + text.substr(span.begin, span.end - span.begin)});
  }
  const auto pressed = ui::text_with_links(text, links, tone);
  if (pressed) state.open_field(part, spans[*pressed].key);
}

void draw_block(State& state, const std::string& part, const Block& block) {
  switch (block.kind) {
    case Kind::heading:
      ui::strong(block.title);
      return;
    case Kind::text:
      draw_sentence(state, part, block.text, block.spans);
      return;
    case Kind::fact:
      ui::fact(block.title, block.text);
      return;
    case Kind::bullet:
      ui::begin_list();
      ui::list_item(block.text);
      ui::end_list();
      return;
    case Kind::clause:
      ui::strong(block.title);
      draw_sentence(state, part, block.text, block.spans);
      for (const std::string& note : block.notes) {
        if (&note == &block.notes.back() && !block.note_spans.empty()) {
          draw_sentence(state, part, note, block.note_spans, Tone::help);
        } else {
          ui::text(note, Tone::help);
        }
      }
      return;
    case Kind::signature:
      ui::strong(block.title);
      ui::text("Name and role, signature, place and date: on the printed document.", Tone::help);
      return;
    case Kind::table:
      return;  // row by row, see draw_rows
  }
}

// What a part is called by the button that takes it in hand.
std::string name_of_part(const std::string& part, const std::vector<const Block*>& blocks) {
  std::string kind = app::kind_of_part(part);
  for (const Block* block : blocks) {
    const bool named = block->kind == Kind::heading || block->kind == Kind::clause;
    if (named && !block->title.empty()) return kind + ": " + block->title;
  }
  return kind;
}

void draw_inline_form(State& state, const std::string& part) {
  if (ui::wide() || state.editor().selected() != part) return;
  ui::begin_card(app::kind_of_part(part) + ", its fields");
  draw_inspector(state);
  ui::end_card();
}

// The place in a list that can be ordered; none for a part of its own.
ui::ListPlace list_place(const State& state, const std::string& part, std::string& list) {
  const auto spot = agreement::spot_of(part);
  // Which team is which their order says nothing about.
  if (!spot || spot->list == "teams") return {};
  list = spot->list;
  // A promise is dragged among those of its team: elsewhere nobody saw it move.
  if (list == "commitments") {
    list +=
        "/" + std::to_string(static_cast<int>(state.agreement()->commitments[spot->index].team));
  }
  return {list, spot->index};
}

// The frame of an item of the document; true when it is taken in hand.
bool begin_part(State& state, const std::string& part, const std::string& name) {
  if (state.take_reveal(part)) ui::focus_next();
  if (state.take_found(part)) ui::reveal_next();
  std::string list;
  return ui::begin_item(name, state.editor().selected() == part, list_place(state, part, list));
}

// How a promise went so far, where data is loaded.
void draw_past(State& state, const std::string& part) {
  const auto spot = agreement::spot_of(part);
  if (!spot || (spot->list != "commitments" && spot->list != "goals")) return;
  const auto& list =
      spot->list == "goals" ? state.agreement()->goals : state.agreement()->commitments;
  const app::PastLine* past = state.past(list[spot->index].id);
  if (past == nullptr) return;
  ui::begin_row(8);
  trend(list[spot->index].title, past->trend, past->target, true, 120);
  ui::text("so far, in the loaded data", Tone::help);
  ui::end_row();
}

// What follows after how many misses, the right to cancel among it.
void draw_ladder(const agreement::Agreement& agreement) {
  std::vector<std::pair<double, std::string>> steps;
  for (const agreement::EscalationStep& step : agreement.escalation) {
    if (!step.action.empty()) steps.emplace_back(step.after_missed_in_a_row, step.action);
  }
  if (agreement.cancellation.missed_in_a_row > 0) {
    steps.emplace_back(agreement.cancellation.missed_in_a_row,
                       "Either side may cancel the agreement");
  }
  if (steps.size() < 2) return;
  std::stable_sort(steps.begin(), steps.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ui::LadderStep> ladder;
  for (const auto& [after, what] : steps) {
    const std::string count = agreement::digits(after);
    ladder.push_back({after == 1 ? "After 1 miss" : "After " + count + " misses in a row", what});
  }
  ui::ladder("What follows", ladder);
}

// Blocks of one part are one item of the document.
void draw_part(State& state, const std::string& part, const std::vector<const Block*>& blocks) {
  const ui::Id scope(part);
  if (begin_part(state, part, name_of_part(part, blocks))) state.select_part(part);
  for (const Block* block : blocks)
    draw_block(state, part, *block);
  draw_past(state, part);
  ui::end_item();
  draw_inline_form(state, part);
}

void draw_rows(State& state, const Block& table) {
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    const std::string& part = table.row_places[r - 1];
    const ui::Id scope(part);
    const std::vector<std::string>& row = table.rows[r];
    if (begin_part(state, part, app::kind_of_part(part) + ": " + row.front())) {
      state.select_part(part);
    }
    if (table.place == "lead_scoring") {
      if (draw_points_row(row)) state.open_field(part, "points");
      ui::end_item();
      draw_inline_form(state, part);
      continue;
    }
    ui::strong(row.front().empty() ? "–" : row.front());
    std::string rest;
    for (std::size_t c = 1; c < row.size(); ++c) {
      if (!row[c].empty()) rest += (rest.empty() ? "" : " · ") + row[c];
    }
    if (!rest.empty()) ui::text(rest, Tone::quiet);
    ui::end_item();
    draw_inline_form(state, part);
  }
}

void draw_blocks(State& state, std::span<const Block> blocks) {
  for (std::size_t i = 0; i < blocks.size();) {
    const Block& block = blocks[i];
    if (block.kind == Kind::table) {
      draw_rows(state, block);
      ++i;
      continue;
    }
    // Of lists, the heading above them is no part of its own.
    const bool of_a_list = block.place == "contacts" || block.place == "lead_scoring";
    if (block.place.empty() || of_a_list) {
      if (block.kind == Kind::heading) {
        ui::heading(3, block.title);
      } else {
        draw_block(state, block.place, block);
      }
      ++i;
      continue;
    }
    const std::string part = app::part_of(block.place);
    std::vector<const Block*> together;
    while (i < blocks.size() && blocks[i].kind != Kind::table && !blocks[i].place.empty() &&
           app::part_of(blocks[i].place) == part) {
      together.push_back(&blocks[i++]);
    }
    draw_part(state, part, together);
  }
}

// What one team promises beside what the other does, where there is room; what
// follows stands below both.
void draw_promises(State& state, std::span<const Block> blocks) {
  std::vector<std::size_t> heads;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == Kind::heading && blocks[i].place.empty()) heads.push_back(i);
  }
  constexpr float kTwoColumns = 880;
  const auto promises_of = [&](std::size_t head, agreement::Team team) {
    if (head + 1 >= blocks.size()) return false;
    const auto spot = agreement::spot_of(blocks[head + 1].place);
    const auto& all = state.agreement()->commitments;
    return spot && spot->list == "commitments" && spot->index < all.size() &&
           all[spot->index].team == team;
  };
  const bool beside = ui::available_width() >= kTwoColumns && heads.size() > 1 && heads[0] == 0 &&
                      promises_of(heads[0], agreement::Team::marketing) &&
                      promises_of(heads[1], agreement::Team::sales);
  if (!beside) return draw_blocks(state, blocks);
  const std::size_t end = heads.size() > 2 ? heads[2] : blocks.size();
  ui::begin_columns(2);
  draw_blocks(state, blocks.subspan(0, heads[1]));
  ui::next_column();
  draw_blocks(state, blocks.subspan(heads[1], end - heads[1]));
  ui::end_columns();
  draw_blocks(state, blocks.subspan(end));
}

bool stands_in(const std::vector<Block>& blocks, const std::string& part) {
  for (const Block& block : blocks) {
    const bool of_a_list = block.place == "contacts" || block.place == "lead_scoring";
    if (!of_a_list && !block.place.empty() && app::part_of(block.place) == part) return true;
    for (const std::string& place : block.row_places) {
      if (place == part) return true;
    }
  }
  return false;
}

// What is open leads to its fields, as in the guide.
void draw_signatures(State& state, const std::vector<Block>& blocks) {
  const std::vector<app::GuideItem> guide = state.editor().guide();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const auto item = std::find_if(guide.begin(), guide.end(), [&](const app::GuideItem& each) {
      return each.place == block.about;
    });
    if (block.about.empty() || item == guide.end()) {
      draw_block(state, "", block);
      continue;
    }
    const ui::Id scope(i);
    if (ui::begin_item("Still open: " + block.text, false)) state.follow(*item);
    ui::icon_text(item->error ? Icon::error : Icon::edit, block.text,
                  item->error ? Tone::danger : Tone::normal);
    ui::end_item();
  }
}

void draw_beside_inline(State& state, Section section) {
  const State::Beside beside = state.beside();
  if (section == Section::commitments && beside == State::Beside::library) {
    ui::begin_card("Ready clauses");
    draw_clause_library(state);
    ui::end_card();
  }
  if (section == Section::goals && beside == State::Beside::goal_maths) {
    ui::begin_card("Goal maths");
    draw_goal_maths(state);
    ui::end_card();
  }
}

void draw_section(State& state, const agreement::PaperSection& section, std::size_t number) {
  const ui::Id scope(section.title);
  ui::begin_card(section.title);
  if (state.take_reveal(section.title)) ui::focus_next();
  ui::heading(2, std::to_string(number) + ". " + section.title);
  if (section.blocks.empty()) ui::text(purpose_of(section.section), Tone::quiet);
  if (section.section == Section::misses) draw_ladder(*state.agreement());
  if (section.section == Section::definitions) draw_stages(state);
  if (section.section == Section::commitments) {
    draw_promises(state, section.blocks);
  } else if (section.section == Section::signatures) {
    draw_signatures(state, section.blocks);
  } else {
    draw_blocks(state, section.blocks);
  }
  // A part that says nothing yet has no block to stand below.
  const std::string selected = state.editor().selected();
  const bool here = !selected.empty() && agreement::section_of(selected) == section.section;
  if (here && !stands_in(section.blocks, selected)) draw_inline_form(state, selected);
  if (!ui::wide()) draw_beside_inline(state, section.section);
  draw_offers(state, section.section);
  ui::end_card();
}

// ---- What is done with the whole ------------------------------------------------------

}  // namespace

void draw_undo(State& state) {
  const agreement::History& history = state.editor().history();
  const std::string undo =
      history.can_undo() ? "Undo: " + std::string(history.undo_name()) : "Nothing to undo";
  const std::string redo =
      history.can_redo() ? "Redo: " + std::string(history.redo_name()) : "Nothing to redo";
  const bool can_redo = history.can_redo();
  if (ui::icon_button(Icon::undo, undo, history.can_undo())) state.undo();
  if (ui::icon_button(Icon::redo, redo, can_redo)) state.redo();
}

namespace {

void draw_tools(State& state) {
  ui::begin_row(8);
  if (!ui::wide()) draw_undo(state);  // else in the bar
  if (ui::button("Print", Emphasis::primary, Icon::print)) state.print_paper();
  if (ui::button("Poster", Emphasis::secondary, Icon::dashboard)) state.print_poster();
  if (ui::button("Markdown", Emphasis::secondary, Icon::download)) state.save_markdown();
  if (!state.document_search().is_open() &&
      ui::button("Search", Emphasis::secondary, Icon::search)) {
    state.open_document_search();
  }
  auto paper = static_cast<std::size_t>(state.paper());
  if (ui::segmented("Paper size", {"A4", "Letter"}, paper)) {
    state.set_paper(static_cast<exchange::PaperSize>(paper));
  }
  ui::end_row();
}

void draw_search(State& state) {
  const app::DocumentSearch& search = state.document_search();
  if (!search.is_open()) return;
  std::string text = search.text();
  if (state.take_reveal(State::kSearch)) ui::focus_next();
  if (ui::text_field("Search in this agreement", text)) state.search_document(text);
  const std::size_t count = search.found().size();
  ui::begin_row(8);
  if (!search.text().empty()) {
    ui::text(count == 0 ? "Nothing in it says that."
                        : std::to_string(search.hand() + 1) + " of " + std::to_string(count),
             Tone::quiet);
  }
  if (ui::icon_button(Icon::arrow_upward, "Previous place", count > 1)) {
    state.step_document_search(-1);
  }
  if (ui::icon_button(Icon::arrow_downward, "Next place", count > 1)) {
    state.step_document_search(1);
  }
  if (ui::icon_button(Icon::close, "Close the search")) state.close_document_search();
  ui::end_row();
}

// Letters to be measured, and blocks to be placed.
std::size_t work_of(const agreement::PaperSection& section) {
  std::size_t work = 0;
  for (const Block& block : section.blocks) {
    work += 100 + block.text.size();
    for (const std::string& note : block.notes)
      work += note.size();
    for (const std::vector<std::string>& row : block.rows) {
      for (const std::string& cell : row)
        work += cell.size();
    }
  }
  return work;
}

// A large document comes section by section, so that no frame takes long.
void draw_sections(State& state, const std::vector<agreement::PaperSection>& sections) {
  constexpr std::size_t kAtOnce = 100000;
  const std::size_t placed = state.sections_placed();
  std::size_t i = 0, work = 0;
  for (; i < sections.size(); ++i) {
    if (i >= placed) {
      const std::size_t before = std::exchange(work, work + work_of(sections[i]));
      if (ui::repeated() || (before > 0 && work > kAtOnce)) break;
    }
    draw_section(state, sections[i], i + 1);
  }
  state.set_sections_placed(i);
  if (i < sections.size()) ui::go_on();
}

void draw_document(State& state) {
  const agreement::Agreement& agreement = *state.agreement();
  ui::heading(1, "Agreement");
  // Held, since a field within it may be written in while it is drawn.
  const std::shared_ptr<const agreement::Paper> paper = state.editor().paper();
  ui::text((agreement.title.empty() ? "Without a title" : agreement.title) + ". " +
               paper->subtitle + ". Choose any part to write on it.",
           Tone::quiet);
  draw_tools(state);
  draw_search(state);
  if (!ui::wide()) {
    ui::begin_card("Guide");
    draw_guide(state);
    ui::end_card();
  }
  ui::begin_search(state.document_search().text());
  draw_sections(state, paper->sections);
  ui::end_search();
  if (const auto drop = ui::take_drop()) {
    const std::string list = drop->list.substr(0, drop->list.find('/'));
    state.move_part_before(agreement::Spot{list, drop->index}.place(), drop->before);
  }
}

}  // namespace

float agreement_side(const State& state) {
  return ui::wide() && state.agreement() != nullptr ? kSidePanel : 0;
}

void draw_agreement(State& state) {
  if (state.agreement() == nullptr) {
    ui::heading(1, "Agreement");
    no_agreement(state);
    return;
  }
  draw_document(state);
}

void draw_agreement_side(State& state) {
  const std::string& selected = state.editor().selected();
  const State::Beside beside = state.beside();
  const bool library = beside == State::Beside::library;
  const bool maths = beside == State::Beside::goal_maths;
  ui::begin_side("Beside the agreement", library ? "library" : maths ? "maths" : selected);
  if (library) {
    draw_clause_library(state);
  } else if (maths) {
    draw_goal_maths(state);
  } else if (selected.empty()) {
    draw_guide(state);
  } else {
    draw_inspector(state);
  }
  ui::end_side();
}

}  // namespace leadpact::screens
