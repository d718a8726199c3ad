#include "web/app/library.h"

#include <algorithm>
#include <utility>

#include "core/exchange/document.h"

namespace leadpact::app {
namespace {

// More old states than this are not looked through for a readable one.
constexpr std::uint32_t kTriesBack = 30;

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

bool is_same(const agreement::Agreement& a, const agreement::Agreement& b) {
  return exchange::write_binary(a) == exchange::write_binary(b);
}

void read_details(std::string_view details, Card& card) {
  for (std::string* part : {&card.marketing, &card.sales, &card.starts_on, &card.ends_on}) {
    const std::size_t end = details.find('\n');
    *part = details.substr(0, end);
    details = end == std::string_view::npos ? std::string_view() : details.substr(end + 1);
  }
}

}  // namespace

std::string card_details(const agreement::Agreement& agreement) {
  return one_line(agreement::team_name(agreement, agreement::Team::marketing)) + "\n" +
         one_line(agreement::team_name(agreement, agreement::Team::sales)) + "\n" +
         agreement.starts_on + "\n" + agreement.ends_on;
}

// ---- Heads ------------------------------------------------------------------

void Library::start() {
  refresh();
}

void Library::refresh() {
  Request request;
  request.kind = RequestKind::list_heads;
  list_ticket_ = outbox_.send(std::move(request));
}

void Library::listed(const Answer& answer, std::int64_t now) {
  list_ticket_ = 0;
  if (answer.code != AnswerCode::ok) {
    if (store_ == Store::opening) store_lost(now);
    if (!wanted_.empty()) {
      const Head* known = head(wanted_);
      tell(LibraryEvent::Kind::not_loaded, known ? known->title : "", {}, answer.message);
      wanted_.clear();
    }
    return;
  }
  heads_ = answer.heads;
  const bool late = store_ == Store::none;
  store_ = Store::open;
  if (late) {
    for (const auto& document : documents_)
      document->saver->try_again(now);
  }
  if (!wanted_.empty()) {
    const Head* found = head(std::exchange(wanted_, {}));
    if (!found) {
      tell(LibraryEvent::Kind::gone);
    } else if (found->format > static_cast<std::uint32_t>(exchange::kFormatVersion)) {
      tell(LibraryEvent::Kind::needs_newer, found->title);
    } else {
      load({}, *found);
    }
  }
  run_waiting(now);
}

void Library::store_lost(std::int64_t now) {
  store_ = Store::none;
  run_waiting(now);
}

void Library::run_waiting(std::int64_t now) {
  while (!waiting_.empty() && store_ != Store::opening && !loading_) {
    const auto command = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    command(now);
  }
}

const Head* Library::head(std::string_view id) const {
  const auto found =
      std::find_if(heads_.begin(), heads_.end(), [&](const Head& h) { return h.id == id; });
  return found == heads_.end() ? nullptr : &*found;
}

std::vector<Card> Library::cards() const {
  std::vector<Card> cards;
  const auto describe = [&](const Document& document, Card& card) {
    card.title = document.agreement.title;
    read_details(card_details(document.agreement), card);
    card.open = &document == current_;
  };
  for (const Head& stored : heads_) {
    Card card;
    card.id = stored.id;
    card.title = stored.title;
    read_details(stored.details, card);
    card.saved_at = stored.saved_at;
    card.needs_newer = stored.format > static_cast<std::uint32_t>(exchange::kFormatVersion);
    for (const auto& document : documents_) {
      if (document->agreement.id == stored.id) describe(*document, card);
    }
    cards.push_back(std::move(card));
  }
  for (const auto& document : documents_) {
    if (head(document->agreement.id)) continue;
    Card card;
    card.id = document->agreement.id;
    describe(*document, card);
    card.saved_at = document->saver->revision() > 0 ? document->saver->saved_at() : 0;
    cards.push_back(std::move(card));
  }
  std::stable_sort(cards.begin(), cards.end(), [](const Card& a, const Card& b) {
    if ((a.saved_at == 0) != (b.saved_at == 0)) return a.saved_at == 0;
    return a.saved_at > b.saved_at;
  });
  return cards;
}

// ---- Opening ----------------------------------------------------------------

void Library::open(const std::string& id, std::int64_t now) {
  if (store_ == Store::opening || (loading_ && loading_->aim != Aim::open)) {
    waiting_.push_back([this, id](std::int64_t later) { open(id, later); });
    return;
  }
  loading_.reset();
  wanted_.clear();
  if (Document* document = held(id)) {
    make_current(*document, now);
    return;
  }
  wanted_ = id;
  refresh();
}

void Library::load(Loading loading, const Head& head) {
  loading.head = head;
  loading.revision = head.revision;
  loading_ = std::move(loading);
  send_load();
}

void Library::send_load() {
  Request request;
  request.kind = RequestKind::load;
  request.name = loading_->head.id;
  request.revision = loading_->revision;
  loading_->ticket = outbox_.send(std::move(request));
}

void Library::loaded(const Answer& answer, std::int64_t now) {
  if (answer.code == AnswerCode::ok) {
    Result<agreement::Agreement> read = exchange::read_binary(answer.bytes);
    // What carries another id is a record in the wrong place, not this agreement.
    if (read.ok() && read.value().id == loading_->head.id) {
      finish(std::move(read).value(), now);
      return;
    }
    if (!read.ok() && read.errors().front().code == ErrorCode::too_new) {
      give_up(LibraryEvent::Kind::needs_newer, {}, now);
      return;
    }
    Request request;
    request.kind = RequestKind::quarantine;
    request.name = loading_->head.id;
    request.revision = loading_->revision;
    request.bytes = answer.bytes;
    outbox_.send(std::move(request));
  } else if (answer.code != AnswerCode::not_found) {
    give_up(LibraryEvent::Kind::not_loaded, answer.message, now);
    return;
  }
  if (loading_->revision <= 1 || loading_->head.revision - loading_->revision >= kTriesBack) {
    give_up(LibraryEvent::Kind::unreadable, {}, now);
    return;
  }
  --loading_->revision;
  send_load();
}

void Library::finish(agreement::Agreement stored, std::int64_t now) {
  Loading done = std::move(*loading_);
  loading_.reset();
  const bool older = done.revision != done.head.revision;
  if (done.aim == Aim::duplicate) {
    add_copy(std::move(stored), now);
    run_waiting(now);
    return;
  }
  if (done.aim == Aim::rename) {
    give_title(hold(std::move(stored), done.head.revision, done.head.saved_at),
               std::move(done.title), now);
    run_waiting(now);
    return;
  }
  const bool same = !done.file || is_same(*done.file, stored);
  if (same || done.origin == Origin::example) {
    Document& document = hold(std::move(stored), done.head.revision, done.head.saved_at);
    if (older) {
      // Made the newest again, so that it opens at once the next time.
      tell(LibraryEvent::Kind::recovered, document.agreement.title);
      document.saver->changed(now);
    }
    if (!same) restore_example(document, std::move(*done.file), now);
    make_current(document, now);
  } else {
    add_beside(std::move(*done.file), stored.title, now);
  }
  run_waiting(now);
}

void Library::give_up(LibraryEvent::Kind why, std::string message, std::int64_t now) {
  Loading done = std::move(*loading_);
  loading_.reset();
  tell(why, done.head.title, {}, std::move(message));
  if (done.file) add_beside(std::move(*done.file), done.head.title, now);
  run_waiting(now);
}

void Library::add(agreement::Agreement agreement, Origin origin, std::int64_t now) {
  if (store_ == Store::opening || loading_) {
    waiting_.push_back([this, agreement = std::move(agreement), origin](std::int64_t later) {
      add(agreement, origin, later);
    });
    return;
  }
  wanted_.clear();
  if (origin == Origin::fresh) agreement.id = ids_.next();
  if (Document* document = held(agreement.id)) {
    const bool same = is_same(document->agreement, agreement);
    if (same || origin == Origin::example) {
      if (!same) restore_example(*document, std::move(agreement), now);
      make_current(*document, now);
    } else {
      add_beside(std::move(agreement), document->agreement.title, now);
    }
  } else if (const Head* stored = head(agreement.id)) {
    Loading loading;
    loading.aim = Aim::compare;
    loading.file = std::move(agreement);
    loading.origin = origin;
    load(std::move(loading), *stored);
  } else {
    add_new(std::move(agreement), now);
  }
}

void Library::add_new(agreement::Agreement agreement, std::int64_t now) {
  make_current(hold_new(std::move(agreement), now), now);
}

void Library::add_beside(agreement::Agreement agreement, const std::string& beside,
                         std::int64_t now) {
  agreement.id = ids_.next();
  agreement.title = free_title(agreement.title, "file");
  tell(LibraryEvent::Kind::file_differs, beside, agreement.title);
  add_new(std::move(agreement), now);
}

// What was changed in the example becomes an agreement of its own.
void Library::restore_example(Document& document, agreement::Agreement example, std::int64_t now) {
  agreement::Agreement changed = std::exchange(document.agreement, std::move(example));
  document.saver->changed(now);
  document.saver->flush(now);
  changed.id = ids_.next();
  changed.title = free_title(changed.title, "changed");
  tell(LibraryEvent::Kind::example_kept, document.agreement.title, changed.title);
  hold_new(std::move(changed), now);
}

// ---- Copies and names ---------------------------------------------------------

void Library::duplicate(const std::string& id, std::int64_t now) {
  if (store_ == Store::opening || loading_) {
    waiting_.push_back([this, id](std::int64_t later) { duplicate(id, later); });
    return;
  }
  if (const Document* document = held(id)) {
    add_copy(document->agreement, now);
  } else if (const Head* stored = head(id)) {
    Loading loading;
    loading.aim = Aim::duplicate;
    load(std::move(loading), *stored);
  }
}

void Library::rename(const std::string& id, std::string title, std::int64_t now) {
  if (store_ == Store::opening || loading_) {
    waiting_.push_back(
        [this, id, title = std::move(title)](std::int64_t later) { rename(id, title, later); });
    return;
  }
  if (Document* document = held(id)) {
    give_title(*document, std::move(title), now);
  } else if (const Head* stored = head(id)) {
    Loading loading;
    loading.aim = Aim::rename;
    loading.title = std::move(title);
    load(std::move(loading), *stored);
  }
}

void Library::add_copy(agreement::Agreement agreement, std::int64_t now) {
  const std::string title = agreement.title;
  agreement.id = ids_.next();
  agreement.title = free_title(title, "copy");
  tell(LibraryEvent::Kind::duplicated, title, agreement.title);
  hold_new(std::move(agreement), now);
}

void Library::give_title(Document& document, std::string title, std::int64_t now) {
  document.agreement.title = std::move(title);
  document.saver->changed(now);
  document.saver->flush(now);
}

// ---- Documents --------------------------------------------------------------

Library::Document* Library::held(std::string_view id) {
  for (const auto& document : documents_) {
    if (document->agreement.id == id) return document.get();
  }
  return nullptr;
}

Library::Document& Library::hold(agreement::Agreement agreement, std::uint32_t revision,
                                 std::int64_t saved_at) {
  documents_.push_back(std::make_unique<Document>());
  Document& document = *documents_.back();
  document.agreement = std::move(agreement);
  give_saver(document, revision, saved_at);
  return document;
}

Library::Document& Library::hold_new(agreement::Agreement agreement, std::int64_t now) {
  Document& document = hold(std::move(agreement), 0, 0);
  document.saver->changed(now);
  document.saver->flush(now);
  return document;
}

void Library::give_saver(Document& document, std::uint32_t revision, std::int64_t saved_at) {
  const Document* source = &document;
  document.saver =
      std::make_unique<Saver>(outbox_, document.agreement.id, revision, saved_at, [source] {
        return Saver::Snapshot{exchange::write_binary(source->agreement), source->agreement.title,
                               card_details(source->agreement)};
      });
  if (store_ == Store::none) document.saver->stop(StoreTrouble::unavailable);
}

void Library::make_current(Document& document, std::int64_t now) {
  if (current_ && current_ != &document) current_->saver->flush(now);
  current_ = &document;
  drop_settled();
  tell(LibraryEvent::Kind::opened);
}

void Library::keep_both(Document& document, std::int64_t now) {
  const std::string title = document.agreement.title;
  const std::string id = std::exchange(document.agreement.id, ids_.next());
  document.agreement.title = free_title(title, "copy");
  give_saver(document, 0, 0);
  document.saver->changed(now);
  document.saver->flush(now);
  tell(LibraryEvent::Kind::kept_both, title, document.agreement.title);
  events_.back().from_id = id;
  events_.back().to_id = document.agreement.id;
  refresh();
}

void Library::note_saved(const Document& document) {
  Head saved;
  saved.id = document.agreement.id;
  saved.revision = document.saver->revision();
  saved.format = exchange::kFormatVersion;
  saved.title = document.agreement.title;
  saved.details = card_details(document.agreement);
  saved.saved_at = document.saver->saved_at();
  const auto found =
      std::find_if(heads_.begin(), heads_.end(), [&](const Head& h) { return h.id == saved.id; });
  if (found == heads_.end()) {
    heads_.push_back(std::move(saved));
  } else {
    *found = std::move(saved);
  }
}

void Library::drop_settled() {
  documents_.erase(std::remove_if(documents_.begin(), documents_.end(),
                                  [&](const std::unique_ptr<Document>& document) {
                                    return document.get() != current_ &&
                                           document->saver->state() == SaveState::saved &&
                                           document->saver->revision() > 0;
                                  }),
                   documents_.end());
}

std::string Library::free_title(const std::string& title, std::string_view suffix) const {
  const std::vector<Card> taken = cards();
  for (int n = 1;; ++n) {
    const std::string number = n == 1 ? "" : " " + std::to_string(n);
    std::string candidate = title + " (" + std::string(suffix) + number + ")";
    if (std::none_of(taken.begin(), taken.end(),
                     [&](const Card& card) { return card.title == candidate; })) {
      return candidate;
    }
  }
}

agreement::Agreement* Library::current() {
  return current_ ? &current_->agreement : nullptr;
}
const agreement::Agreement* Library::current() const {
  return current_ ? &current_->agreement : nullptr;
}
const Saver* Library::saver() const {
  return current_ ? current_->saver.get() : nullptr;
}

void Library::edited(std::int64_t now) {
  if (current_) current_->saver->changed(now);
}

void Library::flush(std::int64_t now) {
  for (const auto& document : documents_)
    document->saver->flush(now);
}

std::int64_t Library::tick(std::int64_t now) {
  std::int64_t next = 0;
  const auto at = [&](std::int64_t time) {
    if (time != 0 && (next == 0 || time < next)) next = time;
  };
  if (store_ == Store::opening) {
    if (!started_at_) started_at_ = now;
    if (now >= *started_at_ + kStoreExpected) {
      store_lost(now);
    } else {
      at(*started_at_ + kStoreExpected);
    }
  }
  for (const auto& document : documents_)
    at(document->saver->tick(now));
  return next;
}

bool Library::answered(const Answer& answer, std::int64_t now) {
  if (answer.ticket == list_ticket_) {
    listed(answer, now);
    return true;
  }
  if (loading_ && answer.ticket == loading_->ticket) {
    loaded(answer, now);
    return true;
  }
  for (const auto& document : documents_) {
    const Saver::Outcome outcome = document->saver->answered(answer, now);
    if (outcome == Saver::Outcome::not_mine) continue;
    if (outcome == Saver::Outcome::conflict) keep_both(*document, now);
    if (outcome == Saver::Outcome::settled) {
      note_saved(*document);
      drop_settled();
    }
    return true;
  }
  return false;
}

void Library::tell(LibraryEvent::Kind kind, std::string title, std::string other,
                   std::string message) {
  events_.push_back({kind, std::move(title), std::move(other), std::move(message), {}, {}});
}

std::vector<LibraryEvent> Library::take_events() {
  return std::exchange(events_, {});
}

}  // namespace leadpact::app
