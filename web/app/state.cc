#include "web/app/state.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/exchange/document.h"
#include "web/app/example.h"
#include "web/app/file_head.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

// Of all desks together: a person waits for no more.
constexpr std::chrono::milliseconds kTurn{10};

std::string quoted(std::string_view text) {
  return "“" + std::string(text) + "”";
}

}  // namespace

State::State() : ids_(0), library_(outbox_, ids_), keeper_(outbox_), dispute_store_(outbox_) {}

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
  if (score_at() != 0 && now >= score_at()) score_now();
  if (score_at() != 0 && (next == 0 || score_at() < next)) next = score_at();
  if (toast_ && (next == 0 || toast_->until < next)) next = toast_->until;
  if (keeper_.reading() && !reading_kept()) {
    const std::int64_t wonders = keeper_asked_at_ + kWonderAfter;
    if (next == 0 || wonders < next) next = wonders;
  }
  if (unfinished_due_ != 0 && (next == 0 || unfinished_due_ < next)) next = unfinished_due_;
  return has_work() ? now : next;
}

bool State::has_work() const {
  return desk_.working() || points_.working() || lead_desk_.has_work(desk_) ||
         lead_list_.has_work() || promise_desk_.counting() || what_if_.has_work() ||
         clocks_.has_work() || ledger_.has_work() || changes_.has_work() || disputes_.has_work() ||
         import_desk_.has_work(desk_);
}

void State::work() {
  if (desk_.working()) {
    work_on_data();
    return;  // the score comes first
  }
  try {
    work_of_desks();
  } catch (...) {
    // Of memory, most likely: begun again at once it would fail again.
    begin_desks_anew();
    throw;
  }
}

void State::work_of_desks() {
  const std::chrono::steady_clock::time_point until = std::chrono::steady_clock::now() + kTurn;
  const auto in_time = [until] { return std::chrono::steady_clock::now() < until; };
  if (points_.working() && points() != nullptr) points_.work();
  if (in_time()) lead_desk_.work(desk_);
  if (in_time()) lead_list_.work(desk_);
  if (in_time()) promise_desk_.work(desk_);
  if (in_time()) what_if_.work(desk_);
  if (in_time()) clocks_.work(desk_);
  if (in_time()) ledger_.work(desk_);
  if (in_time()) disputes_.work(desk_);
  if (in_time() && changes_.has_work()) changes_.work(desk_);
  hear_changes();
  if (in_time()) import_desk_.work(agreement(), editor_.valid(), desk_);
}

void State::hidden() {
  library_.flush(now_);
  if (unfinished_due_ != 0) unfinished_due_ = now_;
}

void State::store_answered(Answer answer) {
  if (answer.ticket == settings_ticket_ && !settings_known_) {
    settings_known_ = true;
    if (answer.code == AnswerCode::ok) {
      settings_ = read_settings(answer.bytes);
      settings_written_ = write_settings(settings_);
    }
  } else if (unfinished_ticket_ != 0 && answer.ticket == unfinished_ticket_) {
    unfinished_ticket_ = 0;
    if (answer.code == AnswerCode::ok && agreement() != nullptr &&
        agreement()->id == unfinished_for_) {
      restore_unfinished(answer.bytes);
    }
  } else if (keeper_.answered(answer)) {
    hear_keeper();
  } else if (!dispute_store_.answered(answer)) {
    library_.answered(answer, now_);
    hear_library();
  }
  restore();
}

std::vector<Request> State::take_requests() {
  keep_settings();
  keep_unfinished();
  follow_desk();
  dispute_store_.save_if_due();
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
  for (const LibraryEvent& event : library_.take_events())
    hear(event);
}

void State::agreement_opened() {
  const std::string id = agreement()->id;
  past_.clear();
  editor_.open(*agreement());
  desk_.set_valid(editor_.valid());
  lead_desk_.agreement_changed();
  import_desk_.agreement_changed();
  score_due_ = false;
  beside_ = Beside::guide;
  document_search_.close();
  holiday_desk_ = HolidayDesk();
  if (files_wait_) {
    // Another one may still be on its way.
    files_wait_ = library_.busy();
    desk_.sort_again(agreement());
  } else if (desk_for_ != id) {
    desk_.clear();
  } else {
    desk_.score(agreement());
  }
  desk_for_ = id;
  if (keeper_.id() != id) {
    keeper_.open(id);
    keeper_asked_at_ = now_;
  }
  open_unfinished();
  open_row_.reset();
  open_disputes(id);
  data_changed();
  changes_.look(agreement(), nullptr, desk_);
  hear_changes();
  if (screen_after_opening_) {
    screen_ = *std::exchange(screen_after_opening_, std::nullopt);
  } else {
    show_outcome();
    outcome_waits_ = keeper_.reading();
  }
}

void State::add_agreement(agreement::Agreement agreement, Library::Origin origin,
                          std::optional<Screen> screen) {
  screen_after_opening_ = screen;
  library_.add(std::move(agreement), origin, now_);
  hear_library();
}

void State::edited() {
  library_.edited(now_);
  lead_desk_.agreement_changed();
  import_desk_.agreement_changed();
}

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
  Result<exchange::Document> read = exchange::read_json(file.bytes);
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
  library_.add(std::move(read).value().agreement, Library::Origin::file, now_);
  return true;
}

void State::begin_desks_anew() {
  lead_desk_.agreement_changed();
  lead_list_.score_changed();
  promise_desk_.forget();
  what_if_.score_changed();
  clocks_.score_changed();
  ledger_.score_changed();
  changes_.score_changed();
  disputes_.score_changed();
  import_desk_.agreement_changed();
}

void State::data_changed() {
  begin_desks_anew();
  import_desk_.look(agreement(), editor_.valid(), desk_);
  view_.reset();
  const scoring::Scored* scored = desk_.scored();
  if (desk_.files().empty() && !past_.empty()) {
    past_.clear();
    if (agreement() != nullptr) editor_.set_past(*agreement(), past_);
  }
  if (scored == nullptr || agreement() == nullptr) return;
  view_ = view_of(*agreement(), scored->card);
  past_ = past_of(*agreement(), scored->card, *view_);
  editor_.set_past(*agreement(), past_);
  if (open_row_ && *open_row_ >= view_->commitments.size() + view_->goals.size()) {
    open_row_.reset();
  }
}

void State::work_on_data() {
  try {
    if (desk_.work()) return;
  } catch (...) {
    // Of memory, most likely: begun again at once it would fail again.
    desk_.stop();
    data_changed();
    throw;
  }
  data_changed();
  if (screen_ == Screen::data) show_outcome();
}

void State::show_outcome() {
  const auto refused = [](const DataDesk::File& file) { return !file.refused.empty(); };
  const bool all_read = std::none_of(desk_.files().begin(), desk_.files().end(), refused);
  screen_ = view_ && all_read ? Screen::scorecard : Screen::data;
}

// ---- Commands -------------------------------------------------------------------

void State::go(Screen screen) {
  screen_ = screen;
  outcome_waits_ = false;
  score_if_shown();
  if (screen == Screen::home && library_.store() == Library::Store::open && !library_.busy()) {
    library_.refresh();
  }
}

bool State::take_screen_change() {
  return std::exchange(screen_seen_, screen_) != screen_;
}

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
  add_agreement(std::move(*fresh), Library::Origin::fresh, Screen::agreement);
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

void State::begin_rename(const std::string& id, std::string title) {
  renaming_ = {id, std::move(title)};
}

void State::set_new_title(std::string title) {
  renaming_.title = std::move(title);
}

void State::end_rename(bool keep) {
  const Renaming done = std::exchange(renaming_, {});
  if (!keep || done.id.empty()) return;
  agreement::Agreement* open = library_.current();
  if (open == nullptr || open->id != done.id) {
    library_.rename(done.id, done.title, now_);
    return;
  }
  const bool changed = editor_.record(
      *open, "Title", [&](agreement::Agreement& edited) { edited.title = done.title; });
  if (changed) written();
}

void State::duplicate_agreement(const std::string& id) {
  library_.duplicate(id, now_);
  hear_library();
}

bool State::is_archived(const std::string& id) const {
  const auto& all = settings_.archived;
  return std::find(all.begin(), all.end(), id) != all.end();
}

void State::archive(const std::string& id) {
  if (is_archived(id)) return;
  settings_.archived.push_back(id);
  say("Archived. It is at the end of Home.", "Undo", Toast::Action::bring_back);
  toast_->id = id;
}

void State::bring_back(const std::string& id) {
  auto& all = settings_.archived;
  all.erase(std::remove(all.begin(), all.end(), id), all.end());
}

void State::set_theme(Theme theme) {
  settings_.theme = theme;
}

void State::close_refused(std::size_t file) {
  if (file < refused_.size()) refused_.erase(refused_.begin() + static_cast<std::ptrdiff_t>(file));
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

void State::toggle_row(std::size_t row) {
  picture_.clear();
  if (open_row_ == row) {
    open_row_.reset();
  } else {
    open_row_ = row;
  }
}

}  // namespace leadpact::app
