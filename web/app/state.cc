#include "web/app/state.h"

#include <algorithm>
#include <utility>

#include "core/exchange/document.h"
#include "web/app/example.h"
#include "web/app/file_head.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

// A title as a file name every system takes.
std::string file_name(std::string_view title) {
  std::string name;
  for (const char c : title) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (plain) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return (name.empty() ? "agreement" : name) + ".sla.json";
}

}  // namespace

State::State() : ids_(0), library_(outbox_, ids_) {}

// ---- What happens -----------------------------------------------------------

void State::start(std::uint64_t random) {
  ids_ = Ids(random);
  Request request;
  request.kind = RequestKind::load_settings;
  settings_ticket_ = outbox_.send(std::move(request));
  library_.start();
}

std::int64_t State::tick(std::int64_t now, int utc_offset_minutes) {
  now_ = now;
  utc_offset_minutes_ = utc_offset_minutes;
  std::int64_t next = library_.tick(now);
  hear_library();
  restore();
  if (toast_ && now >= toast_->until) toast_.reset();
  if (toast_ && (next == 0 || toast_->until < next)) next = toast_->until;
  return next;
}

void State::hidden() { library_.flush(now_); }

void State::store_answered(const Answer& answer) {
  if (answer.ticket == settings_ticket_ && !settings_known_) {
    settings_known_ = true;
    if (answer.code == AnswerCode::ok) {
      settings_ = read_settings(answer.bytes);
      settings_written_ = write_settings(settings_);
    }
  } else {
    library_.answered(answer, now_);
    hear_library();
  }
  restore();
}

std::vector<Request> State::take_requests() {
  keep_settings();
  return outbox_.take();
}

void State::restore() {
  const bool store_known = library_.store() != Library::Store::opening;
  // Without a store there are no settings either; their answer may never come.
  if (restored_ || !store_known) return;
  if (!settings_known_ && library_.store() == Library::Store::open) return;
  restored_ = true;
  if (agreement() != nullptr || library_.busy() || settings_.open.empty()) return;
  const std::vector<Card> cards = library_.cards();
  const bool there = std::any_of(cards.begin(), cards.end(), [&](const Card& card) {
    return card.id == settings_.open && !card.needs_newer;
  });
  if (!there) return;
  screen_after_opening_ = settings_.screen;
  library_.open(settings_.open, now_);
}

void State::keep_settings() {
  if (!settings_known_ || !restored_ || library_.busy()) return;
  settings_.screen = screen_;
  settings_.open = agreement() != nullptr ? agreement()->id : "";
  std::string text = write_settings(settings_);
  if (text == settings_written_) return;
  settings_written_ = text;
  Request request;
  request.kind = RequestKind::save_settings;
  request.bytes = std::move(text);
  outbox_.send(std::move(request));
}

// ---- The library ---------------------------------------------------------------

void State::hear_library() {
  for (const LibraryEvent& event : library_.take_events()) hear(event);
}

void State::hear(const LibraryEvent& event) {
  using Kind = LibraryEvent::Kind;
  const std::string title = quoted(event.title);
  switch (event.kind) {
    case Kind::opened:
      agreement_opened();
      return;
    case Kind::kept_both:
      if (agreement() != nullptr) desk_for_ = agreement()->id;
      notify(NoticeKind::warning, "Changed in another tab, too: both are kept",
             title + " was saved by another tab meanwhile. What you have here is now " +
                 quoted(event.other) + "; the other one is on Home under its own name.");
      return;
    case Kind::file_differs:
      notify(NoticeKind::info, "Both are kept",
             title + " is already in this browser, with another content. The one from the file "
                     "is now " + quoted(event.other) + "; the other one is on Home.");
      return;
    case Kind::recovered:
      notify(NoticeKind::warning, "An older state is open",
             "The last saved state of " + title + " could not be read. It was set aside, and the "
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
      notify(NoticeKind::error, event.title.empty() ? "It cannot be opened" : title +
                                                                                 " cannot be opened",
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

void State::agreement_opened() {
  const std::string id = agreement()->id;
  if (files_wait_) {
    files_wait_ = false;
    desk_.sort_again(agreement());
  } else if (desk_for_ != id) {
    desk_.clear();
  }
  desk_for_ = id;
  open_row_.reset();
  data_changed();
  if (screen_after_opening_) {
    screen_ = *std::exchange(screen_after_opening_, std::nullopt);
  } else {
    show_outcome();
  }
}

void State::add_agreement(agreement::Agreement agreement, Library::Origin origin,
                          std::optional<Screen> screen) {
  screen_after_opening_ = screen;
  library_.add(std::move(agreement), origin, now_);
  hear_library();
}

void State::edited() { library_.edited(now_); }

// ---- Files ----------------------------------------------------------------------

void State::files_given(std::vector<GivenFile> files) {
  hovering_ = false;
  std::vector<GivenFile> tables;
  std::vector<GivenFile> agreements;
  for (GivenFile& file : files) {
    const bool is_agreement = kind_of(file.name, file.bytes) == FileKind::agreement;
    (is_agreement ? agreements : tables).push_back(std::move(file));
  }
  // Read the data with the agreement that comes with it, not with the open one.
  const bool another = std::any_of(agreements.begin(), agreements.end(),
                                   [&](const GivenFile& file) { return open_file(file); });
  if (tables.empty()) return;
  if (another && library_.busy()) desk_.clear();
  const agreement::Agreement* with = another || library_.busy() ? nullptr : agreement();
  for (GivenFile& file : tables) desk_.give(std::move(file.name), std::move(file.bytes), with);
  if (with == nullptr && agreement() != nullptr && !library_.busy()) {
    // The agreement that came along was read at once.
    desk_.sort_again(agreement());
  } else if (with == nullptr) {
    files_wait_ = true;
    screen_ = Screen::data;
    screen_after_opening_.reset();
    return;
  } else {
    desk_.score(with);
  }
  data_changed();
  show_outcome();
}

bool State::open_file(const GivenFile& file) {
  Result<exchange::Document> read = exchange::read_json(file.bytes);
  if (!read.ok()) {
    refused_ = Refused{file.name, read.errors()};
    return false;
  }
  refused_.reset();
  const auto& warnings = read.value().warnings;
  if (!warnings.empty()) {
    std::string body = warnings.front().place + ": " + warnings.front().message;
    if (warnings.size() > 1) {
      body += " " + counted(warnings.size() - 1, "more of the kind was", "more of the kind were") +
              " found.";
    }
    notify(NoticeKind::info, quoted(file.name) + " holds something this page does not know", body);
  }
  add_agreement(std::move(read).value().agreement, Library::Origin::file, std::nullopt);
  return true;
}

void State::data_changed() {
  view_.reset();
  const scoring::Scored* scored = desk_.scored();
  if (scored == nullptr || agreement() == nullptr) return;
  view_ = view_of(*agreement(), scored->card);
  if (open_row_ && *open_row_ >= view_->commitments.size() + view_->goals.size()) {
    open_row_.reset();
  }
}

void State::show_outcome() { screen_ = view_ ? Screen::scorecard : Screen::data; }

// ---- Commands -------------------------------------------------------------------

void State::go(Screen screen) {
  screen_ = screen;
  if (screen == Screen::home && library_.store() == Library::Store::open && !library_.busy()) {
    library_.refresh();
  }
}

bool State::take_screen_change() { return std::exchange(screen_seen_, screen_) != screen_; }

void State::try_example() {
  const agreement::Agreement* example = example_agreement();
  if (example == nullptr) return;
  desk_.clear();
  for (GivenFile& file : example_data()) {
    desk_.give(std::move(file.name), std::move(file.bytes), nullptr);
  }
  files_wait_ = true;
  add_agreement(*example, Library::Origin::example, Screen::scorecard);
}

void State::use_example_data() {
  if (!is_example()) return;
  for (GivenFile& file : example_data()) {
    desk_.give(std::move(file.name), std::move(file.bytes), agreement());
  }
  desk_.score(agreement());
  data_changed();
  show_outcome();
}

void State::start_from_template(std::string_view name) {
  std::optional<agreement::Agreement> fresh = from_template(name, now_);
  if (!fresh) return;
  add_agreement(std::move(*fresh), Library::Origin::fresh, Screen::data);
}

void State::choose_files() {
  Request request;
  request.kind = RequestKind::choose_files;
  outbox_.send(std::move(request));
}

void State::open_agreement(const std::string& id) {
  screen_after_opening_.reset();
  library_.open(id, now_);
  hear_library();
}

void State::save_to_file() {
  if (agreement() == nullptr) return;
  Request request;
  request.kind = RequestKind::download;
  request.name = file_name(agreement()->title);
  request.bytes = exchange::write_json(*agreement());
  say(request.name + " was given to the browser to save.");
  outbox_.send(std::move(request));
}

void State::set_theme(Theme theme) { settings_.theme = theme; }

void State::close_refused() { refused_.reset(); }

void State::assign_file(std::size_t file, std::size_t dataset) {
  desk_.assign(file, dataset, agreement());
  data_changed();
}

void State::ask_columns(std::size_t file) {
  if (agreement() != nullptr) desk_.ask_columns(file, *agreement());
}

void State::choose_column(std::size_t choice, int column) { desk_.choose_column(choice, column); }

void State::use_columns() {
  agreement::Agreement* open = library_.current();
  if (open == nullptr || !desk_.answer_question(*open)) return;
  edited();
  data_changed();
  if (view_) {
    say("The columns are kept with the agreement.");
    screen_ = Screen::scorecard;
  }
}

void State::keep_columns() { desk_.forget_question(); }

void State::read_dates_other_way(std::size_t file) {
  agreement::Agreement* open = library_.current();
  if (open == nullptr || !desk_.switch_date_order(file, *open)) return;
  edited();
  data_changed();
}

void State::remove_file(std::size_t file) {
  if (file >= desk_.files().size()) return;
  const std::string name = desk_.files()[file].name;
  desk_.remove(file, agreement());
  data_changed();
  say(name + " was taken off.", "Undo", Toast::Action::put_file_back);
}

void State::set_as_of(std::string text) {
  desk_.set_as_of(std::move(text), agreement());
  data_changed();
}

void State::toggle_row(std::size_t row) {
  if (open_row_ == row) {
    open_row_.reset();
  } else {
    open_row_ = row;
  }
}

// ---- What is said ------------------------------------------------------------------

void State::say(std::string text, std::string button, Toast::Action action) {
  toast_ = Toast{std::move(text), std::move(button), action, now_ + kToastStays};
}

void State::use_toast() {
  if (!toast_) return;
  const Toast::Action action = toast_->action;
  toast_.reset();
  if (action == Toast::Action::put_file_back && desk_.put_back(agreement())) data_changed();
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
      notice.body = title + " stays in this tab only and is gone when you close it: the page gets "
                            "no storage, as in a private window" + said + ". Save it to a file.";
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
    case SaveState::saving: return "Saving…";
    case SaveState::saved: {
      const std::string at = when(saver->saved_at(), now_, utc_offset_minutes_);
      constexpr std::string_view kToday = "today ";
      return "Saved " + (at.compare(0, kToday.size(), kToday) == 0 ? at.substr(kToday.size()) : at);
    }
    case SaveState::not_saved: break;
  }
  switch (saver->trouble()) {
    case StoreTrouble::unavailable: return "Not saved: this browser keeps nothing here";
    case StoreTrouble::full: return "Not saved: the storage is full";
    case StoreTrouble::slow: return "Not saved: the browser does not answer";
    case StoreTrouble::none:
    case StoreTrouble::failed: break;
  }
  return "Not saved: the browser could not store it";
}

std::string State::when_saved(const Card& card) const {
  return when(card.saved_at, now_, utc_offset_minutes_);
}

}  // namespace leadpact::app
