// What the page says of itself: what happened to agreements, whether they are
// saved, what can be undone.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/app/example.h"
#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {
void State::hear(const LibraryEvent& event) {
  using Kind = LibraryEvent::Kind;
  const std::string title = quoted(event.title);
  switch (event.kind) {
    case Kind::opened:
      agreement_opened();
      return;
    case Kind::kept_both:
      // One that was left before the store answered has nothing here any more.
      if (desk_for_ == event.from_id) {
        desk_for_ = event.to_id;
        keeper_.leave_to(desk_for_);
        dispute_store_.go_on_as(desk_for_);
      }
      notify(NoticeKind::warning, "Changed in another tab, too: both are kept",
             title + " was saved by another tab meanwhile. What you have here is now " +
                 quoted(event.other) + "; the other one is on Home under its own name.");
      return;
    case Kind::file_differs:
      notify(NoticeKind::info, "Both are kept",
             "This browser already has this agreement with another content, as " + title +
                 ". The one from the file is now " + quoted(event.other) +
                 "; the other one is on Home.");
      return;
    case Kind::example_kept:
      notify(NoticeKind::info, "The example is as it came",
             "What you had changed in it is kept on Home, as " + quoted(event.other) + ".");
      return;
    case Kind::duplicated:
      say("Duplicated: " + quoted(event.other) + ".");
      return;
    case Kind::recovered:
      notify(NoticeKind::warning, "An older state is open",
             "The last saved state of " + title +
                 " could not be read. It was set aside, and the "
                 "one before it is open: check your latest changes.");
      return;
    case Kind::unreadable:
      notify(NoticeKind::error, title + " cannot be read",
             "What this browser has stored of it is damaged. It was set aside and nothing was "
             "deleted. Open the agreement from a file you saved.");
      break;
    case Kind::needs_newer:
      notify(NoticeKind::error, title + " needs a newer page",
             "It was saved by a newer Leadpact than this one. Reload this page to get the newest; "
             "nothing was changed.");
      break;
    case Kind::not_loaded:
      notify(NoticeKind::error,
             event.title.empty() ? "It cannot be opened" : title + " cannot be opened",
             "The browser's storage did not answer" +
                 (event.message.empty() ? std::string(".") : " (" + event.message + ").") +
                 " Try it again, or open the agreement from a file.");
      break;
    case Kind::gone:
      notify(NoticeKind::error, "This agreement is not in this browser any more",
             "Another tab or the browser removed it. Open it from a file you saved.");
      break;
  }
  screen_after_opening_.reset();
  if (files_wait_ && agreement() != nullptr && !library_.busy()) {
    files_wait_ = false;
    desk_.sort_again(agreement());
    data_changed();
  }
}

void State::say(std::string text, std::string button, Toast::Action action) {
  toast_ = Toast{std::move(text), std::move(button), action, now_ + kToastStays, {}};
}

void State::use_toast() {
  if (!toast_) return;
  const Toast::Action action = toast_->action;
  const std::string id = toast_->id;
  toast_.reset();
  if (action == Toast::Action::put_file_back && desk_.put_back(agreement())) data_changed();
  if (action == Toast::Action::undo) undo();
  if (action == Toast::Action::bring_back) bring_back(id);
  if (action == Toast::Action::disputes_back) disputes_back();
}

void State::notify(NoticeKind kind, std::string title, std::string body) {
  Notice notice;
  notice.kind = kind;
  notice.title = std::move(title);
  notice.body = std::move(body);
  notice.button = "Close";
  notices_.push_back(std::move(notice));
}

std::optional<Notice> State::store_notice() const {
  const Saver* saver = library_.saver();
  if (saver == nullptr) return std::nullopt;
  Notice notice;
  notice.kind = NoticeKind::warning;
  notice.button = "Save to file";
  notice.action = Notice::Action::save_to_file;
  notice.permanent = true;
  const std::string title = quoted(agreement()->title);
  const std::string said = saver->message().empty() ? "" : " (" + saver->message() + ")";
  switch (saver->trouble()) {
    case StoreTrouble::unavailable:
      notice.title = "This browser keeps nothing here";
      notice.body = title +
                    " stays in this tab only and is gone when you close it: the page gets "
                    "no storage, as in a private window" +
                    said + ". Save it to a file.";
      return notice;
    case StoreTrouble::full:
      notice.title = "The browser's storage is full";
      notice.body = "The latest changes of " + title + " are in this tab only" + said +
                    ". Save it to a file, or free some space; the page tries again by itself.";
      return notice;
    case StoreTrouble::failed:
      notice.title = "The browser could not store your changes";
      notice.body = "The latest changes of " + title + " are in this tab only" + said +
                    ". Save it to a file; the page tries again by itself.";
      return notice;
    case StoreTrouble::none:
    case StoreTrouble::slow:
      break;
  }
  return std::nullopt;
}

std::vector<Notice> State::notices() const {
  std::vector<Notice> all;
  if (std::optional<Notice> store = store_notice()) all.push_back(std::move(*store));
  all.insert(all.end(), notices_.begin(), notices_.end());
  return all;
}

void State::act(std::size_t notice) {
  const std::vector<Notice> all = notices();
  if (notice >= all.size()) return;
  if (all[notice].action == Notice::Action::save_to_file) {
    save_to_file();
    return;
  }
  const std::size_t own = notice - (all.size() - notices_.size());
  notices_.erase(notices_.begin() + static_cast<std::ptrdiff_t>(own));
}

bool State::is_example() const {
  const agreement::Agreement* example = example_agreement();
  return example != nullptr && agreement() != nullptr && agreement()->id == example->id;
}

bool State::not_saved() const {
  const Saver* saver = library_.saver();
  return saver != nullptr && saver->state() == SaveState::not_saved;
}

std::string State::save_text() const {
  const Saver* saver = library_.saver();
  if (saver == nullptr) return "";
  switch (saver->state()) {
    case SaveState::saving:
      return "Saving…";
    case SaveState::saved: {
      const std::string at = when(saver->saved_at(), now_, utc_offset_minutes_);
      constexpr std::string_view kToday = "today ";
      return "Saved " + (at.compare(0, kToday.size(), kToday) == 0 ? at.substr(kToday.size()) : at);
    }
    case SaveState::not_saved:
      break;
  }
  switch (saver->trouble()) {
    case StoreTrouble::unavailable:
      return "Not saved: this browser keeps nothing here";
    case StoreTrouble::full:
      return "Not saved: the storage is full";
    case StoreTrouble::slow:
      return "Not saved: the browser does not answer";
    case StoreTrouble::none:
    case StoreTrouble::failed:
      break;
  }
  return "Not saved: the browser could not store it";
}

std::string State::when_saved(const Card& card) const {
  return when(card.saved_at, now_, utc_offset_minutes_);
}

std::string State::phase_of(std::string_view starts_on, std::string_view ends_on) const {
  const calendar::Day today = calendar::day_of(now_ / 1000 + utc_offset_minutes_ * 60);
  const auto starts = calendar::parse_day(starts_on), ends = calendar::parse_day(ends_on);
  if (!starts || *starts > today) return "Draft";
  return ends && *ends < today ? "Ended" : "In force";
}

std::string State::last_score(const std::string& id) const {
  for (const CardFacts& each : settings_.facts) {
    if (each.id == id && !each.score.empty()) return "Last score " + each.score;
  }
  return "";
}

std::string State::last_backup(const std::string& id) const {
  for (const CardFacts& each : settings_.facts) {
    if (each.id != id || each.backed_up_at == 0) continue;
    return "Saved to a file " + when(each.backed_up_at, now_, utc_offset_minutes_);
  }
  return "Not saved to a file yet";
}

CardFacts& State::facts_of(const std::string& id) {
  for (CardFacts& each : settings_.facts) {
    if (each.id == id) return each;
  }
  settings_.facts.push_back({id, 0, ""});
  return settings_.facts.back();
}

}  // namespace leadpact::app
