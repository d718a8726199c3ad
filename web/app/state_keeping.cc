// What this browser keeps beside the agreements: the data, where it was asked
// for, and what was written but is in no agreement.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {
namespace {

constexpr const char* kUnfinishedName = "unfinished/";

Request unfinished_saved(const std::string& id, std::string text) {
  Request request;
  request.kind = RequestKind::save_settings;
  request.name = kUnfinishedName + id;
  request.bytes = std::move(text);
  return request;
}

}  // namespace

std::string State::kept_text() const {
  if (!keeper_.on()) return "";
  if (keeper_.storing()) return "Storing it…";
  const std::string since = when(keeper_.since(), now_, utc_offset_minutes_);
  if (keeper_.size() == 0) return "Nothing is kept yet: no file that can be read is here.";
  return file_size(keeper_.size()) + " kept in this browser since " + since + ".";
}

bool State::reading_kept() const {
  return keeper_.reading() && now_ >= keeper_asked_at_ + kWonderAfter;
}

void State::keep_data(bool on) {
  if (agreement() != nullptr) keeper_.set_on(on, now_);
}

void State::forget_data() {
  if (agreement() == nullptr) return;
  toast_.reset();  // nothing to put back any more
  desk_.clear();
  data_changed();
  if (keeper_.has_kept()) {
    keeper_.set_on(false, now_);
  } else {
    say("The data is gone from this tab. None was kept in this browser.");
  }
}

void State::hear_keeper() {
  if (std::optional<DataKeeper::Trouble> trouble = keeper_.take_trouble()) {
    notify(NoticeKind::warning, std::move(trouble->title), std::move(trouble->body));
  }
  if (keeper_.take_forgotten()) {
    say(desk_.files().empty() ? "The data is gone from this tab and from this browser."
                              : "The data is in this tab only; none is kept in this browser.");
  }
  // Files that wait for an agreement on its way are not of the one that is
  // open, nor is what is kept of theirs: it waits for follow_desk().
  if (agreement() == nullptr || agreement()->id != keeper_.id() || files_wait_ || library_.busy()) {
    return;
  }
  std::vector<DataKeeper::Kept> read = keeper_.take_read();
  if (read.empty()) return;
  // What was dropped meanwhile is newer.
  std::vector<std::string> newer;
  for (const DataDesk::File& file : desk_.files()) {
    if (file.refused.empty()) newer.push_back(file.name);
  }
  for (DataKeeper::Kept& kept : read) {
    const std::string name = kept.file.name;
    if (std::find(newer.begin(), newer.end(), name) != newer.end()) {
      keeper_.disown(kept.number);
      continue;
    }
    desk_.give(name, std::move(kept.file.bytes), agreement());
    for (const DataDesk::File& file : desk_.files()) {
      if (file.name == name) keeper_.adopt(kept.number, file.bytes);
    }
  }
  desk_.score(agreement());
  data_changed();
  if (outcome_waits_) show_outcome();
}

// Files that wait for an agreement on its way are not of the one that is open.
void State::follow_desk() {
  if (agreement() == nullptr || agreement()->id != keeper_.id() || files_wait_ || library_.busy()) {
    return;
  }
  hear_keeper();
  keeper_.follow(desk_.files(), now_);
}

// ---- What the page remembers ------------------------------------------------------

void State::load_settings() {
  Request request;
  request.kind = RequestKind::load_settings;
  settings_ticket_ = outbox_.send(std::move(request));
}

// One save at a time: the next is over what this one stored.
void State::keep_settings() {
  if (!settings_known_ || !restored_ || library_.busy() || settings_ticket_ != 0) return;
  settings_.screen = screen_;
  settings_.open = agreement() != nullptr ? agreement()->id : "";
  std::string text = write_settings(settings_);
  if (text == settings_written_) return;
  settings_written_ = text;
  Request request;
  request.kind = RequestKind::save_settings;
  request.bytes = std::move(text);
  request.file = settings_seen_;
  settings_ticket_ = outbox_.send(std::move(request));
  settings_saving_ = true;
}

void State::hear_settings(const Answer& answer) {
  settings_ticket_ = 0;
  if (std::exchange(settings_saving_, false)) {
    // Another tab stored some meanwhile: what both remember is to be stored.
    if (answer.code == AnswerCode::conflict) load_settings();
    if (answer.code == AnswerCode::ok) {
      settings_seen_ = std::make_shared<const std::string>(settings_written_);
    }
    return;
  }
  const bool first = !std::exchange(settings_known_, true), ok = answer.code == AnswerCode::ok;
  if (!ok && answer.code != AnswerCode::not_found) return;
  const std::string own = write_settings(first ? Settings() : settings_);
  settings_written_.clear();
  if (ok) {
    settings_ = merge_settings(settings_seen_->empty() ? write_settings({}) : *settings_seen_,
                               answer.bytes, own);
    if (first) settings_written_ = write_settings(settings_);
  }
  settings_seen_ = std::make_shared<const std::string>(answer.bytes);
}

// ---- What is unfinished ---------------------------------------------------------

// The editor has just let go of all drafts.
void State::open_unfinished() {
  const std::string& id = agreement()->id;
  if (unfinished_for_ == id) {
    // A request on its way brings it.
    if (unfinished_ticket_ == 0) restore_unfinished(std::string(unfinished_written_));
    return;
  }
  // Of the one that is left.
  if (unfinished_due_ != 0) outbox_.send(unfinished_saved(unfinished_for_, unfinished_written_));
  unfinished_due_ = 0;
  unfinished_for_ = id;
  unfinished_written_.clear();
  goal_desk_ = GoalDesk();
  Request request;
  request.kind = RequestKind::load_settings;
  request.name = kUnfinishedName + id;
  unfinished_ticket_ = outbox_.send(std::move(request));
}

// What was written meanwhile is newer.
void State::restore_unfinished(std::string_view text) {
  const Unfinished unfinished = read_unfinished(text);
  unfinished_written_ = text;
  if (goal_desk_.texts().empty()) goal_desk_.restore(unfinished.goal);
  editor_.restore(*agreement(), unfinished.drafts);
  holiday_desk_.restore(unfinished.days);
  tell_of_days();
}

// What is due is in unfinished_written_ at once: the editor lets go of it when
// another agreement opens.
void State::keep_unfinished() {
  if (agreement() == nullptr || unfinished_ticket_ != 0) return;
  if (unfinished_for_ != agreement()->id) {
    // It goes on as a copy of the one it was.
    unfinished_for_ = agreement()->id;
    unfinished_written_.clear();
  }
  bool all = true;
  std::string text =
      write_unfinished({goal_desk_.texts(), editor_.drafts(), holiday_desk_.texts()}, all);
  if (text != unfinished_written_) {
    if (!all) say("There is more unfinished than a reload brings back. Finish some of it.");
    unfinished_written_ = std::move(text);
    if (unfinished_due_ == 0) unfinished_due_ = now_ + kAutosaveAfter;
  }
  if (unfinished_due_ == 0 || now_ < unfinished_due_) return;
  unfinished_due_ = 0;
  outbox_.send(unfinished_saved(unfinished_for_, unfinished_written_));
}

}  // namespace leadpact::app
