// What is given to the page: which files go where, and what a person says of
// those on the desk.
#include <algorithm>
#include <utility>

#include "core/agreement/edits.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"
#include "web/app/file_head.h"
#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {

// ---- Files ----------------------------------------------------------------------

void State::files_given(std::vector<GivenFile> files) {
  hovering_ = false;
  std::vector<GivenFile> tables;
  std::vector<GivenFile> agreements;
  std::vector<GivenFile> calendars;
  std::vector<GivenFile> scorecards;
  std::vector<GivenFile> disputes;
  for (GivenFile& file : files) {
    const FileKind kind = kind_of(file.name, file.bytes);
    auto& of_kind = kind == FileKind::agreement   ? agreements
                    : kind == FileKind::calendar  ? calendars
                    : kind == FileKind::scorecard ? scorecards
                    : kind == FileKind::disputes  ? disputes
                                                  : tables;
    of_kind.push_back(std::move(file));
  }
  give_calendars(calendars);
  if (!agreements.empty() || !scorecards.empty() || !disputes.empty()) refused_.clear();
  for (const GivenFile& file : disputes)
    give_disputes(file);
  // The first of several is the one that is open afterwards.
  std::size_t opened = 0;
  for (auto file = agreements.rbegin(); file != agreements.rend(); ++file)
    opened += open_file(*file) ? 1U : 0U;
  std::reverse(refused_.begin(), refused_.end());
  if (opened > 1) {
    notify(NoticeKind::info, counted(opened, "agreement was", "agreements were") + " opened",
           "The first of them is the one you see; the others are on Home.");
  }
  give_to_desk(std::move(tables), opened > 0);
  give_scorecards(std::move(scorecards));
}

// The data is read with the agreement that came with it, not with the open one.
void State::give_to_desk(std::vector<GivenFile> files, bool another) {
  if (another && !files.empty()) {
    desk_.clear();
    files_wait_ = true;
  }
  const agreement::Agreement* with = another || library_.busy() ? nullptr : agreement();
  for (GivenFile& file : files)
    desk_.give(std::move(file.name), std::move(file.bytes), with);
  hear_library();
  if (files.empty() || another) return;
  if (with == nullptr) {
    files_wait_ = true;
    screen_ = Screen::data;
    screen_after_opening_.reset();
    data_changed();
    return;
  }
  desk_.score(with);
  data_changed();
  show_outcome();
}

bool State::open_file(const GivenFile& file) {
  Result<exchange::Document> read = exchange::read_unfinished_json(file.bytes);
  if (!read.ok()) {
    refused_.push_back({file.name, read.errors()});
    return false;
  }
  const auto& warnings = read.value().warnings;
  if (!warnings.empty()) {
    std::string body = warnings.front().place + ": " + warnings.front().message;
    if (warnings.size() > 1) {
      body += " " + counted(warnings.size() - 1, "more of the kind was", "more of the kind were") +
              " found.";
    }
    notify(NoticeKind::info, quoted(file.name) + " holds something this page does not know", body);
  }
  screen_after_opening_.reset();
  agreement::Agreement& given = read.value().agreement;
  if (given.id.empty()) given.id = ids_.next();
  const std::size_t own = agreement::give_ids(given);
  const std::size_t wrong = agreement::validate(given).size();
  if (wrong + own > 0) {
    std::string body;
    if (own > 0) body = counted(own, "part") + " had no id of its own and got one. ";
    if (wrong > 0) {
      body += counted(wrong, "thing is wrong", "things are wrong") +
              " in it; the guide beside the agreement leads to each. Until then nothing is scored.";
      screen_after_opening_ = Screen::agreement;
    }
    notify(NoticeKind::warning, quoted(file.name) + " is open as it is", std::move(body));
  }
  library_.add(std::move(given), Library::Origin::file, now_);
  return true;
}

// ---- The desk ------------------------------------------------------------------------

void State::assign_file(std::size_t file, std::size_t dataset) {
  desk_.assign(file, dataset, agreement());
  data_changed();
}

void State::ask_columns(std::size_t file) {
  if (agreement() != nullptr) desk_.ask_columns(file, *agreement());
}

void State::choose_column(std::size_t choice, int column) {
  desk_.choose_column(choice, column);
}

void State::use_columns() {
  agreement::Agreement* open = library_.current();
  if (open == nullptr) return;
  bool answered = false;
  editor_.record(*open, "Columns of the export",
                 [&](agreement::Agreement& edited) { answered = desk_.answer_question(edited); });
  if (!answered) return;
  edited();
  data_changed();
  if (view_) {
    say("The columns are kept with the agreement.");
    screen_ = Screen::scorecard;
  }
}

void State::keep_columns() {
  desk_.forget_question();
}

void State::read_dates_other_way(std::size_t file) {
  agreement::Agreement* open = library_.current();
  if (open == nullptr) return;
  const bool switched = editor_.record(*open, "Order of dates", [&](agreement::Agreement& edited) {
    desk_.switch_date_order(file, edited);
  });
  if (!switched) return;
  edited();
  data_changed();
}

void State::say_date_order(data::DateOrder order) {
  agreement::Agreement* open = library_.current();
  if (open == nullptr || !desk_.date_question()) return;
  const bool changed = editor_.record(*open, "Order of dates", [&](agreement::Agreement& edited) {
    desk_.answer_dates(order, edited);
  });
  if (changed) edited();
  data_changed();
  if (view_) screen_ = Screen::scorecard;
}

void State::remove_file(std::size_t file) {
  if (file >= desk_.files().size()) return;
  const std::string name = desk_.files()[file].name;
  desk_.remove(file, agreement());
  data_changed();
  say(name + " was taken off.", "Undo", Toast::Action::put_file_back);
}

void State::stop_reading() {
  desk_.stop();
  data_changed();
}

void State::read_again() {
  if (agreement() == nullptr) return;
  desk_.score_again(*agreement());
  data_changed();
}

void State::set_as_of(std::string text) {
  if (desk_.set_as_of(std::move(text), agreement())) data_changed();
}

}  // namespace leadpact::app
