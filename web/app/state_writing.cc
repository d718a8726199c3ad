// Writing the open agreement: the part in hand, undo, what stands beside the
// document, and giving it away as a file or on paper.
#include <algorithm>
#include <string>
#include <utility>

#include "core/agreement/edits.h"
#include "core/agreement/wording.h"
#include "core/exchange/document.h"
#include "core/exchange/paper_html.h"
#include "core/exchange/paper_markdown.h"
#include "web/app/file_names.h"
#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {

// ---- After an edit ----------------------------------------------------------------

void State::written() {
  library_.edited(now_);
  // What it offers to undo is not the last step any more.
  if (toast_ && toast_->action == Toast::Action::undo) toast_.reset();
  desk_.agreement_changed(*agreement(), editor_.valid());
  document_search_.search(document_search_.text(), *editor_.paper());
  if (beside_ == Beside::goal_maths) goal_desk_.look(*agreement());
  lead_desk_.agreement_changed();
  promise_desk_.forget();
  import_desk_.agreement_changed();
  view_.reset();
  score_due_ = true;
  written_at_ = now_;
  score_if_shown();
}

// Not with every letter typed: a large export takes its time.
void State::score_if_shown() {
  if (score_due_ && (screen_ == Screen::data || screen_ == Screen::scorecard)) score_now();
}

void State::score_now() {
  score_due_ = false;
  desk_.score_again(*agreement());
  data_changed();
}

std::int64_t State::score_at() const {
  if (!score_due_ || agreement() == nullptr || !editor_.valid()) return 0;
  const scoring::LoadedData* data = desk_.loaded();
  if (data == nullptr) return 0;
  std::size_t records = 0;
  for (const auto& table : data->tables)
    records += table ? table->rows() : 0;
  return records <= kSmallData ? written_at_ + kScoreAfter : 0;
}

const PastLine* State::past(std::string_view id) const {
  const auto found =
      std::find_if(past_.begin(), past_.end(), [&](const PastLine& line) { return line.id == id; });
  return found == past_.end() ? nullptr : &*found;
}

LeadDesk& State::lead_desk() {
  lead_desk_.look(agreement(), editor_.valid(), editor_.selected(), desk_);
  return lead_desk_;
}

// ---- The part in hand --------------------------------------------------------------------

void State::select_part(const std::string& place) {
  if (agreement() == nullptr) return;
  beside_ = Beside::guide;
  reveal_field_.reset();
  editor_.select(*agreement(), place);
}

void State::open_field(const std::string& part, std::string_view key) {
  select_part(part);
  const FormField* field = editor_.field_of(key);
  if (field == nullptr) {
    reveal_ = part;
  } else {
    reveal_field_ = field->key;
  }
}

bool State::take_reveal_field(std::string_view key) {
  if (!reveal_field_ || *reveal_field_ != key) return false;
  reveal_field_.reset();
  return true;
}

void State::follow(const GuideItem& item) {
  if (item.key == "teams" && agreement() != nullptr && agreement()->teams.size() > 1) {
    open_field("teams[0]", "team");  // both are of one side
  } else if (item.select.empty()) {
    reveal_ = item.key;
  } else {
    open_field(item.select, item.key);
  }
}

void State::show_part(const std::string& place) {
  go(Screen::agreement);
  open_field(place, "");
}

void State::show_section(const std::string& title) {
  go(Screen::agreement);
  reveal_ = title;
}

// ---- By name ---------------------------------------------------------------------------

void State::open_palette() {
  if (!palette_.is_open() && !starting()) palette_.open(palette_entries(*this));
}

void State::close_palette() {
  palette_.close();
}

void State::search_palette(std::string query) {
  palette_.search(std::move(query));
}

void State::run_palette(std::size_t found) {
  if (found >= palette_.found().size()) return;
  const auto run = palette_.found()[found]->run;
  palette_.close();
  run(*this);
}

// ---- Words in it -----------------------------------------------------------------------

void State::open_document_search() {
  document_search_.open();
  reveal_ = kSearch;
}

void State::close_document_search() {
  document_search_.close();
}

void State::search_document(std::string text) {
  document_search_.search(std::move(text), *editor_.paper());
  step_document_search(0);
}

void State::step_document_search(int by) {
  document_search_.step(by);
  const std::vector<std::string>& found = document_search_.found();
  reveal_found_ = found.empty() ? "" : found[document_search_.hand()];
}

bool State::take_found(std::string_view part) {
  if (reveal_found_.empty() || reveal_found_ != part) return false;
  reveal_found_.clear();
  return true;
}

// ---- In sight --------------------------------------------------------------------------

bool State::take_reveal(std::string_view part) {
  if (reveal_.empty() || reveal_ != part) return false;
  reveal_.clear();
  return true;
}

void State::open_beside(Beside what) {
  select_part("");
  if (agreement() != nullptr) {
    beside_ = what;
    goal_desk_.look(*agreement());
  }
  library_search_.clear();
}

void State::set_goal(const std::string& key, const std::string& text) {
  goal_desk_.set(key, text);
}

void State::make_promises_of_goal() {
  if (agreement() == nullptr || !goal_desk_.complete()) return;
  if (!editor_.add_goals(*library_.current(), goal_desk_.maths())) return;
  beside_ = Beside::guide;
  written();
  say("Added a shared goal and two promises.", "Undo", Toast::Action::undo);
}

void State::search_library(std::string text) {
  library_search_ = std::move(text);
}

void State::add_clause(std::string_view id) {
  if (agreement() == nullptr || !editor_.add_clause(*library_.current(), id)) return;
  beside_ = Beside::guide;
  written();
  say("Added: " + agreement()->commitments.back().title + ".", "Undo", Toast::Action::undo);
}

void State::set_field(const std::string& key, const std::string& text) {
  if (agreement() == nullptr || !editor_.set(*library_.current(), key, text)) return;
  written();
  if (key != kOtherClock) return;
  // One goes on with the promise it has added, which lies behind the one in hand.
  const auto spot = agreement::spot_of(editor_.selected());
  if (spot) open_field(spot->list + "[" + std::to_string(spot->index + 1) + "]", "title");
}

void State::add_part(std::string_view list) {
  if (agreement() != nullptr && editor_.add(*library_.current(), list)) written();
}

void State::duplicate_part() {
  if (agreement() != nullptr && editor_.duplicate(*library_.current())) written();
}

void State::move_part(int by) {
  if (agreement() != nullptr && editor_.move(*library_.current(), by)) written();
}

void State::move_part_before(const std::string& place, std::size_t index) {
  if (agreement() == nullptr) return;
  const int steps = agreement::steps_to(*agreement(), place, index);
  select_part(place);
  if (steps != 0) move_part(steps);
}

void State::remove_part() {
  if (agreement() == nullptr) return;
  const std::string kind = kind_of_part(editor_.selected());
  const auto entries = [&] {
    return agreement()->checkins.size() + agreement()->manual_values.size();
  };
  const std::size_t steps = agreement()->escalation.size(), noted = entries();
  const bool right = agreement()->cancellation.missed_in_a_row > 0;
  if (!editor_.remove(*library_.current())) return;
  written();
  std::vector<std::string> gone;
  if (kind == "Promise" || kind == "Shared goal") {
    if (const std::size_t n = noted - entries(); n > 0)
      gone.push_back(counted(n, "entry", "entries"));
    if (const std::size_t n = steps - agreement()->escalation.size(); n > 0) {
      gone.push_back(counted(n, "escalation step") + " for it alone");
    }
    if (right && agreement()->cancellation.missed_in_a_row <= 0) {
      gone.emplace_back("the right to cancel, which named it alone");
    }
  }
  say(kind + " removed" + (gone.empty() ? "." : ", and with it " + agreement::listed(gone) + "."),
      "Undo", Toast::Action::undo);
}

void State::move_stage(std::size_t from, std::size_t to) {
  if (from == to) return;
  select_part(agreement::Spot{"stages", from}.place());
  move_part(static_cast<int>(to) - static_cast<int>(from));
}

void State::use_preset(std::string_view preset) {
  if (agreement() == nullptr || !editor_.add_stages(*library_.current(), preset)) return;
  beside_ = Beside::guide;
  written();
  say("Added the stages that were missing.", "Undo", Toast::Action::undo);
}

void State::undo() {
  if (agreement() == nullptr || !editor_.history().can_undo()) return;
  const std::string name(editor_.history().undo_name());
  editor_.undo(*library_.current());
  written();
  say("Undone: " + name + ".");
}

void State::redo() {
  if (agreement() == nullptr || !editor_.history().can_redo()) return;
  const std::string name(editor_.history().redo_name());
  editor_.redo(*library_.current());
  written();
  say("Done again: " + name + ".");
}

// ---- As a file and on paper --------------------------------------------------------

void State::save_to_file() {
  if (agreement() == nullptr) return;
  Request request;
  request.kind = RequestKind::download;
  request.name = file_name(agreement()->title, ".sla.json");
  request.bytes = exchange::write_json(*agreement());
  facts_of(agreement()->id).backed_up_at = now_;
  say(request.name + " was given to the browser to save." +
      (tell_what_no_file_holds() ? " Not all of it is in the file." : ""));
  if (const auto again = exchange::read_unfinished_json(request.bytes); !again.ok()) {
    notify(NoticeKind::error, quoted(request.name) + " cannot be opened again",
           again.errors().front().message);
  }
  outbox_.send(std::move(request));
}

bool State::tell_what_no_file_holds() {
  constexpr std::size_t kNamed = 10;
  const std::string title = "Not all of it is in the file";
  const auto is_older = [&](const Notice& each) { return each.title == title; };
  notices_.erase(std::remove_if(notices_.begin(), notices_.end(), is_older), notices_.end());
  std::vector<std::string> names;
  for (const Draft& draft : editor_.drafts())
    names.push_back(draft.label + " " + quoted(draft.text));
  if (names.size() > kNamed) {
    const std::size_t more = names.size() - kNamed;
    names.resize(kNamed);
    names.push_back(std::to_string(more) + " more");
  }
  if (!holiday_desk_.texts().empty()) names.emplace_back("the days off not added yet");
  if (!goal_desk_.texts().empty()) names.emplace_back("the goal maths");
  if (names.empty()) return false;
  notify(NoticeKind::warning, title,
         "It lacks " + agreement::listed(names) +
             ". What is no number cannot be stored; mend it and save again.");
  return true;
}

void State::print_paper() {
  if (agreement() == nullptr) return;
  Request request;
  request.kind = RequestKind::print;
  request.name = file_name(agreement()->title, ".html");
  request.bytes = exchange::paper_html(*agreement(), settings_.paper);
  outbox_.send(std::move(request));
}

void State::print_poster() {
  if (agreement() == nullptr) return;
  Request request;
  request.kind = RequestKind::print;
  request.name = file_name(agreement()->title, "-poster.html");
  request.bytes = exchange::poster_html(*agreement(), settings_.paper);
  outbox_.send(std::move(request));
}

void State::save_markdown() {
  if (agreement() == nullptr) return;
  Request request;
  request.kind = RequestKind::download;
  request.name = file_name(agreement()->title, ".md");
  request.bytes = exchange::paper_markdown(*agreement());
  say(request.name + " was given to the browser to save.");
  outbox_.send(std::move(request));
}

}  // namespace leadpact::app
