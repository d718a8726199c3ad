#include "web/app/state.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "web/app/example.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

// Of all desks together: a person waits for no more.
constexpr std::chrono::milliseconds kTurn{10};

}  // namespace

State::State() : ids_(0), library_(outbox_, ids_), keeper_(outbox_), dispute_store_(outbox_) {}

// ---- What happens -----------------------------------------------------------

void State::start(std::uint64_t random) {
  ids_ = Ids(random);
  load_settings();
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
  hear_leads(lead_list_);
  hear_leads(changes_.list());
  hear_leads(clocks_.list());
  if (in_time()) import_desk_.work(agreement(), editor_.valid(), desk_);
  hear_rows();
}

void State::hidden() {
  library_.flush(now_);
  if (unfinished_due_ != 0) unfinished_due_ = now_;
}

void State::store_answered(Answer answer) {
  if (settings_ticket_ != 0 && answer.ticket == settings_ticket_) {
    hear_settings(answer);
  } else if (unfinished_ticket_ != 0 && answer.ticket == unfinished_ticket_) {
    unfinished_ticket_ = 0;
    if (answer.code == AnswerCode::ok && agreement() != nullptr &&
        agreement()->id == unfinished_for_) {
      restore_unfinished(answer.bytes);
    }
  } else if (keeper_.answered(answer)) {
    hear_keeper();
  } else if (dispute_store_.answered(answer)) {
    if (auto news = dispute_store_.take_news()) {
      notify(NoticeKind::warning, std::move(news->title), std::move(news->body));
    }
  } else {
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

// ---- The library ---------------------------------------------------------------

void State::hear_library() {
  for (const LibraryEvent& event : library_.take_events())
    hear(event);
}

void State::agreement_opened() {
  const std::string id = agreement()->id;
  past_.clear();
  sections_placed_ = 0;
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

// ---- The data ---------------------------------------------------------------------

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
  if (!view_->headlines.empty() && !view_->period.empty()) {
    const std::string& score = view_->headlines.front().score;
    facts_of(agreement()->id).score = score == "–" ? "" : score + ", " + view_->period;
  }
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

void State::toggle_row(std::size_t row) {
  picture_.clear();
  if (open_row_ == row) {
    open_row_.reset();
  } else {
    open_row_ = row;
  }
}

}  // namespace leadpact::app
