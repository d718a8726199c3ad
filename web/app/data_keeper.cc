#include "web/app/data_keeper.h"

#include <algorithm>
#include <utility>

#include "core/agreement/wording.h"

namespace leadpact::app {
namespace {

std::string said(const std::string& message) {
  return message.empty() ? "" : " (" + agreement::without_stop(message) + ")";
}

}  // namespace

void DataKeeper::reset(const std::string& id) {
  id_ = id;
  on_ = unread_ = others_ = forgotten_ = false;
  state_ = 0;
  load_ticket_ = forget_ticket_ = 0;
  since_ = 0;
  stored_.clear();
  read_.clear();
  trouble_.reset();
}

void DataKeeper::open(const std::string& id) {
  reset(id);
  Request request;
  request.kind = RequestKind::load_data;
  request.name = id;
  load_ticket_ = outbox_.send(std::move(request));
}

void DataKeeper::leave_to(const std::string& id) {
  reset(id);
}

void DataKeeper::set_on(bool on, std::int64_t now) {
  if (id_.empty() || forget_ticket_ != 0) return;
  if (on && !on_ && !reading()) {
    if (std::exchange(others_, false)) forget(id_, 0);
    on_ = true;
    unread_ = false;
    since_ = now;
    state_ = 0;
    save(nullptr, now);
  } else if (!on && has_kept()) {
    unread_ = unread_ || reading();
    load_ticket_ = 0;
    read_.clear();
    forget_ticket_ = forget(id_, 0);
  }
}

void DataKeeper::save(const DataDesk::File* file, std::int64_t now) {
  Request request;
  request.kind = RequestKind::save_data;
  request.name = id_;
  request.head.saved_at = now;
  request.head.revision = state_;
  if (state_ == 0) state_ = static_cast<std::uint32_t>(now % 2'000'000'000);  // as the store does
  Sent sent;
  sent.id = id_;
  if (file != nullptr) {
    request.bytes = file->name;
    request.file = sent.bytes = file->bytes;
    ++state_;
  }
  sent.ticket = outbox_.send(std::move(request));
  on_the_way_.push_back(std::move(sent));
}

std::uint32_t DataKeeper::forget(const std::string& id, std::uint32_t number) {
  Request request;
  request.kind = RequestKind::forget_data;
  request.name = id;
  request.revision = number;
  if (number == 0) return outbox_.send(std::move(request));
  request.head.revision = state_++;
  Sent sent;
  sent.id = id;
  sent.ticket = outbox_.send(std::move(request));
  on_the_way_.push_back(std::move(sent));
  return on_the_way_.back().ticket;
}

void DataKeeper::follow(const std::vector<DataDesk::File>& files, std::int64_t now) {
  if (!on() || reading()) return;
  const auto lies_there = [&](const std::shared_ptr<const std::string>& bytes) {
    return std::any_of(files.begin(), files.end(),
                       [&](const DataDesk::File& file) { return file.bytes == bytes; });
  };
  for (auto stored = stored_.begin(); stored != stored_.end();) {
    const bool waits = stored->bytes == nullptr && !stored->unwanted;  // the desk had no room
    if (stored->damaged || waits || lies_there(stored->bytes)) {
      ++stored;
    } else {
      forget(id_, stored->number);
      stored = stored_.erase(stored);
    }
  }
  for (Sent& sent : on_the_way_)
    sent.unwanted = sent.bytes != nullptr && (sent.id != id_ || !lies_there(sent.bytes));
  for (const DataDesk::File& file : files) {
    const auto holds = [&](const auto& each) { return each.bytes == file.bytes; };
    if (!file.refused.empty() || std::any_of(stored_.begin(), stored_.end(), holds) ||
        std::any_of(on_the_way_.begin(), on_the_way_.end(), holds)) {
      continue;
    }
    save(&file, now);
  }
}

bool DataKeeper::storing() const {
  return std::any_of(on_the_way_.begin(), on_the_way_.end(),
                     [&](const Sent& sent) { return sent.bytes != nullptr && sent.id == id_; });
}

std::uint64_t DataKeeper::size() const {
  std::uint64_t size = 0;
  for (const Stored& stored : stored_)
    size += stored.size;
  return size;
}

// ---- Answers --------------------------------------------------------------------

bool DataKeeper::answered(Answer& answer) {
  if (load_ticket_ != 0 && answer.ticket == load_ticket_) {
    load_ticket_ = 0;
    read(std::move(answer));
    return true;
  }
  if (forget_ticket_ != 0 && answer.ticket == forget_ticket_) {
    forget_ticket_ = 0;
    if (answer.code == AnswerCode::ok) {
      on_ = unread_ = others_ = false;
      stored_.clear();
      forgotten_ = true;
    } else {
      trouble_ = {"The data could not be removed from this browser",
                  "The browser's storage did not answer" + said(answer.message) +
                      ". Press Forget the data again, or clear the data of this page in the "
                      "browser's settings."};
    }
    return true;
  }
  const auto sent = std::find_if(on_the_way_.begin(), on_the_way_.end(),
                                 [&](const Sent& each) { return each.ticket == answer.ticket; });
  if (sent == on_the_way_.end()) return false;
  const Sent done = std::move(*sent);
  on_the_way_.erase(sent);
  if (done.id == id_ && on()) {
    saved(done, answer);
  } else if (answer.code != AnswerCode::ok && (done.id != id_ || reading())) {
    give_up(done.id, answer);
  }
  return true;
}

void DataKeeper::read(Answer answer) {
  if (answer.code == AnswerCode::not_found || answer.code == AnswerCode::unavailable) return;
  if (answer.code != AnswerCode::ok) {
    unread_ = true;
    trouble_ = {"The data kept in this browser could not be read",
                "The browser's storage did not answer" + said(answer.message) +
                    ". Reload the page to try it again, or drop your files anew."};
    return;
  }
  on_ = true;
  std::string damaged;
  std::size_t file = 0;
  for (const Head& head : answer.heads) {
    since_ = head.saved_at;
    if (head.revision == 0) state_ = head.format;
    if (head.revision == 0) continue;
    Stored stored;
    stored.number = head.revision;
    stored.damaged = !head.details.empty() || file >= answer.files.size();
    stored.size = head.format;
    if (stored.damaged) {
      damaged += (damaged.empty() ? "" : " ") + agreement::quoted(head.title) + ": " + head.details;
    } else {
      stored.size = answer.files[file].bytes.size();
      read_.push_back({head.revision, std::move(answer.files[file])});
      ++file;
    }
    stored_.push_back(std::move(stored));
  }
  if (damaged.empty()) return;
  trouble_ = {"Not all of the kept data could be read",
              damaged + " It was set aside; drop the file anew, or press Forget the data."};
}

void DataKeeper::saved(const Sent& sent, const Answer& answer) {
  if (answer.code != AnswerCode::ok) {
    give_up(id_, answer);
    return;
  }
  if (answer.heads.empty()) return;
  since_ = answer.heads.front().saved_at;
  if (sent.bytes == nullptr) return;
  if (sent.unwanted) {
    forget(id_, answer.heads.front().revision);
    return;
  }
  Stored stored;
  stored.number = answer.heads.front().revision;
  stored.size = sent.bytes->size();
  stored.bytes = sent.bytes;
  stored_.push_back(std::move(stored));
}

// Files that no tab has together would give a score that nobody saw.
void DataKeeper::leave_to_other(const std::string& id) {
  trouble_ = {"Another tab changed what is kept of this data",
              "What it keeps stays in this browser; the files of this tab are in this tab only. "
              "Reload the page to go on with what is kept, or switch “Keep the data in this "
              "browser” on to keep these files instead."};
  if (id != id_ || reading()) return;
  on_ = false;
  unread_ = others_ = true;
  stored_.clear();
}

// Some of the files would give another score than all of them.
void DataKeeper::give_up(const std::string& id, const Answer& answer) {
  on_the_way_.erase(std::remove_if(on_the_way_.begin(), on_the_way_.end(),
                                   [&](const Sent& sent) { return sent.id == id; }),
                    on_the_way_.end());
  if (answer.code == AnswerCode::conflict) {
    leave_to_other(id);
    return;
  }
  forget(id, 0);  // nobody waits for it
  if (id == id_) {
    on_ = false;
    load_ticket_ = 0;
    stored_.clear();
    read_.clear();
  }
  trouble_ = {
      id == id_ ? "The data is not kept" : "The data of the agreement before is not kept",
      answer.code == AnswerCode::full
          ? "The browser's storage is full" + said(answer.message) +
                ". Nothing of these files was stored. Free some space, then switch it on "
                "again."
      : answer.code == AnswerCode::unavailable
          ? "This browser keeps nothing here, as in a private window" + said(answer.message) + "."
          : "The browser could not store it" + said(answer.message) +
                ". Nothing of these files was stored. Switch it on to try it again."};
}

// ---- What the page takes ----------------------------------------------------------

std::vector<DataKeeper::Kept> DataKeeper::take_read() {
  return std::exchange(read_, {});
}

void DataKeeper::adopt(std::uint32_t number, std::shared_ptr<const std::string> bytes) {
  for (Stored& stored : stored_) {
    if (stored.number == number) stored.bytes = std::move(bytes);
  }
}

void DataKeeper::disown(std::uint32_t number) {
  for (Stored& stored : stored_) {
    if (stored.number == number) stored.unwanted = true;
  }
}

std::optional<DataKeeper::Trouble> DataKeeper::take_trouble() {
  return std::exchange(trouble_, std::nullopt);
}

bool DataKeeper::take_forgotten() {
  return std::exchange(forgotten_, false);
}

}  // namespace leadpact::app
