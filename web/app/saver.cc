#include "web/app/saver.h"

#include <algorithm>
#include <utility>

#include "core/exchange/document.h"

namespace leadpact::app {

Saver::Saver(Outbox& outbox, std::string id, std::uint32_t revision, std::int64_t saved_at,
             Source source)
    : outbox_(outbox),
      id_(std::move(id)),
      revision_(revision),
      saved_at_(saved_at),
      source_(std::move(source)) {}

void Saver::changed(std::int64_t now) {
  if (!first_change_) first_change_ = now;
  last_change_ = now;
}

void Saver::flush(std::int64_t now) {
  if (first_change_ && !in_memory_ && !conflicted_) send(now);
}

std::int64_t Saver::tick(std::int64_t now) {
  if (conflicted_) return 0;
  if (!on_the_way_.empty()) {
    const std::int64_t late = on_the_way_.front().at + kAnswerExpected;
    if (now < late) return late;
    if (!in_memory_) trouble_ = StoreTrouble::slow;
    return 0;
  }
  if (!first_change_ || (in_memory_ && !retry_at_)) return 0;
  std::int64_t due = std::min(last_change_ + kAutosaveAfter, *first_change_ + kAutosaveAtMost);
  if (retry_at_) due = *retry_at_;
  if (now < due) return due;
  send(now);
  return now + kAnswerExpected;
}

void Saver::send(std::int64_t now) {
  Snapshot snapshot = source_();
  std::uint32_t base = revision_;
  for (const Sent& sent : on_the_way_)
    base = std::max(base, sent.revision);
  Request request;
  request.kind = RequestKind::save;
  request.name = id_;
  request.revision = base;
  request.bytes = snapshot.bytes;
  request.head.id = id_;
  request.head.revision = base + 1;
  request.head.format = exchange::kFormatVersion;
  request.head.title = std::move(snapshot.title);
  request.head.details = std::move(snapshot.details);
  request.head.saved_at = now;
  Sent sent;
  sent.revision = base + 1;
  sent.at = now;
  sent.bytes = std::move(snapshot.bytes);
  sent.ticket = outbox_.send(std::move(request));
  on_the_way_.push_back(std::move(sent));
  first_change_.reset();
  retry_at_.reset();
}

Saver::Outcome Saver::answered(const Answer& answer, std::int64_t now) {
  const auto old = std::find(forgotten_.begin(), forgotten_.end(), answer.ticket);
  if (old != forgotten_.end()) {
    forgotten_.erase(old);
    return Outcome::pending;
  }
  const auto found = std::find_if(on_the_way_.begin(), on_the_way_.end(),
                                  [&](const Sent& sent) { return sent.ticket == answer.ticket; });
  if (found == on_the_way_.end()) return Outcome::not_mine;
  if (trouble_ == StoreTrouble::slow) trouble_ = StoreTrouble::none;
  Sent sent = std::move(*found);
  on_the_way_.erase(found);
  if (sent.reading_back) return read_back(sent, answer, now);
  if (answer.code == AnswerCode::ok) return stored(std::move(sent), now);
  if (answer.code == AnswerCode::conflict) {
    forget_requests();
    conflicted_ = true;
    return Outcome::conflict;
  }
  return failed(answer.code, answer.message, now);
}

Saver::Outcome Saver::stored(Sent sent, std::int64_t now) {
  revision_ = std::max(revision_, sent.revision);
  saved_at_ = sent.at;
  const bool newer_behind =
      std::any_of(on_the_way_.begin(), on_the_way_.end(),
                  [&](const Sent& other) { return other.revision > sent.revision; });
  if (newer_behind) return Outcome::pending;
  Request request;
  request.kind = RequestKind::load;
  request.name = id_;
  request.revision = sent.revision;
  sent.reading_back = true;
  sent.at = now;
  sent.ticket = outbox_.send(std::move(request));
  on_the_way_.push_back(std::move(sent));
  return Outcome::pending;
}

Saver::Outcome Saver::read_back(const Sent& sent, const Answer& answer, std::int64_t now) {
  if (answer.code == AnswerCode::ok && answer.bytes == sent.bytes) {
    failures_ = 0;
    in_memory_ = false;
    trouble_ = StoreTrouble::none;
    message_.clear();
    return unsaved() ? Outcome::pending : Outcome::settled;
  }
  // A newer save of this tab is on its way and will be read back itself.
  if (!on_the_way_.empty()) return Outcome::pending;
  if (answer.code == AnswerCode::ok) {
    return failed(AnswerCode::failed, "what was read back is not what was saved", now);
  }
  return failed(answer.code == AnswerCode::not_found ? AnswerCode::failed : answer.code,
                answer.message.empty() ? "what was saved could not be read back" : answer.message,
                now);
}

Saver::Outcome Saver::failed(AnswerCode code, const std::string& message, std::int64_t now) {
  // What was sent behind it cannot have been stored either: its base is missing.
  forget_requests();
  if (!first_change_) first_change_ = now;
  ++failures_;
  if (code == AnswerCode::failed || code == AnswerCode::not_found) {
    if (failures_ == 1) {
      retry_at_ = now + kRetryAfter;
      return Outcome::pending;
    }
    stop(StoreTrouble::failed, message);
  } else {
    stop(code == AnswerCode::full ? StoreTrouble::full : StoreTrouble::unavailable, message);
  }
  if (trouble_ != StoreTrouble::unavailable) retry_at_ = now + kMemoryRetry;
  return Outcome::trouble;
}

void Saver::forget_requests() {
  for (const Sent& sent : on_the_way_)
    forgotten_.push_back(sent.ticket);
  on_the_way_.clear();
}

void Saver::stop(StoreTrouble why, std::string message) {
  in_memory_ = true;
  retry_at_.reset();
  trouble_ = why;
  message_ = std::move(message);
}

void Saver::try_again(std::int64_t now) {
  if (!in_memory_ || !on_the_way_.empty()) return;
  if (!first_change_) first_change_ = now;
  send(now);
}

SaveState Saver::state() const {
  if (in_memory_ || conflicted_ || trouble_ == StoreTrouble::slow) return SaveState::not_saved;
  return unsaved() ? SaveState::saving : SaveState::saved;
}

}  // namespace leadpact::app
