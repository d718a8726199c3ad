#include "web/app/dispute_store.h"

#include <algorithm>
#include <utility>

#include "core/exchange/disputes_json.h"
#include "web/app/format.h"

namespace leadpact::app {

using agreement::Dispute;

namespace {

Dispute* find(std::vector<Dispute>& all, const std::string& id) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Dispute& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

// An id for what is kept beside the dispute of that one.
std::string id_beside(std::vector<Dispute>& all, const std::string& id) {
  std::string beside = id;
  do {
    beside += "+";
  } while (find(all, beside) != nullptr);
  return beside;
}

enum class Link : std::uint8_t { none, loading, ready, looking, saving, broken };

// What was touched since the last save: ids, and as it was then where it was.
struct Touched {
  std::set<std::string> ids;
  std::vector<Dispute> before;
};

}  // namespace

struct DisputeStore::Record {
  agreement::Disputes disputes;
  Link link = Link::none;
  std::uint32_t ticket = 0;
  Touched touched;
  Touched saving;                           // by the save on its way
  std::shared_ptr<const std::string> seen;  // what was stored when it looked last
  std::string trouble;
  bool failed = false;  // the last save; the next change tries again
  [[nodiscard]] bool unsaved() const { return !touched.ids.empty() || !saving.ids.empty(); }
};

DisputeStore::DisputeStore(Outbox& outbox) : outbox_(outbox), now_(std::make_unique<Record>()) {}
DisputeStore::~DisputeStore() = default;

const agreement::Disputes& DisputeStore::disputes() const {
  return now_->disputes;
}

const std::string& DisputeStore::trouble() const {
  return now_->trouble;
}

std::optional<DisputeStore::News> DisputeStore::take_news() {
  return std::exchange(news_, std::nullopt);
}

void DisputeStore::ask(Record& record, RequestKind kind) {
  Request request;
  request.kind = kind;
  request.name = "disputes/" + record.disputes.agreement;
  if (kind == RequestKind::save_settings) {
    request.bytes = exchange::write_disputes(record.disputes);
    request.file = record.seen;
  }
  record.ticket = outbox_.send(std::move(request));
}

void DisputeStore::open(const std::string& agreement) {
  if (now_->link != Link::none && now_->disputes.agreement == agreement) return;
  if (now_->unsaved()) {
    now_->failed = false;
    left_.push_back(std::move(now_));
  }
  now_.reset();
  ++version_;
  for (std::unique_ptr<Record>& left : left_) {
    if (left->disputes.agreement == agreement) now_ = std::move(left);
  }
  drop_settled();
  if (now_) return;
  now_ = std::make_unique<Record>();
  now_->disputes.agreement = agreement;
  now_->link = Link::loading;
  ask(*now_, RequestKind::load_settings);
}

// Of those left: what is stored, or open again.
void DisputeStore::drop_settled() {
  left_.erase(std::remove_if(left_.begin(), left_.end(),
                             [](const std::unique_ptr<Record>& left) {
                               return left == nullptr || !left->unsaved();
                             }),
              left_.end());
}

// Nothing is stored of the other one yet, so all of them are to be.
void DisputeStore::go_on_as(const std::string& agreement) {
  auto copy = std::make_unique<Record>();
  copy->disputes = {agreement, std::move(now_->disputes.all)};
  copy->link = Link::ready;
  for (const Dispute& each : copy->disputes.all)
    copy->touched.ids.insert(each.id);
  now_ = std::move(copy);
  ++version_;
}

// What is stored, but for what was touched here.
void DisputeStore::take(Record& record, const std::string& bytes) {
  Result<agreement::Disputes> read = exchange::read_disputes(bytes);
  if (!read.ok()) {
    record.link = Link::broken;
    record.trouble =
        "The disputes kept in this browser cannot be read, so they are left as they are: " +
        read.errors().front().message +
        " What you note now is not kept here; save it to a "
        "file.";
    return;
  }
  std::vector<Dispute>& own = record.disputes.all;
  Touched& touched = record.touched;
  std::vector<Dispute> all, beside;
  std::string differing;  // leads that both tabs changed something about
  const auto note = [&](const Dispute& dispute) {
    if (differing.size() < 100) differing += (differing.empty() ? "" : ", ") + dispute.record;
  };
  const auto as_before = [&](const Dispute& dispute) {
    const Dispute* before = find(touched.before, dispute.id);
    return before != nullptr && *before == dispute;
  };
  for (Dispute& stored : read.value().all) {
    if (touched.ids.count(stored.id) != 0 && as_before(stored)) {
      if (const Dispute* mine = find(own, stored.id)) all.push_back(*mine);
      continue;
    }
    if (touched.ids.count(stored.id) != 0) {
      const Dispute* mine = find(own, stored.id);
      const bool differs = mine == nullptr || !(*mine == stored || as_before(*mine));
      if (differs) note(stored);
      if (differs && mine != nullptr) beside.push_back(*mine);
    }
    all.push_back(std::move(stored));
  }
  for (Dispute& mine : beside) {
    mine.id = id_beside(own, mine.id);
    touched.ids.insert(mine.id);
    own.push_back(std::move(mine));
  }
  std::size_t left_out = 0;
  for (const Dispute& mine : own) {
    if (touched.ids.count(mine.id) == 0 || find(all, mine.id) != nullptr) continue;
    if (as_before(mine)) continue;
    if (find(touched.before, mine.id) != nullptr) note(mine);
    if (all.size() < agreement::kMostDisputes) {
      all.push_back(mine);
    } else {
      ++left_out;
      touched.ids.erase(mine.id);
    }
  }
  if (!differing.empty()) {
    news_ = {"Disputes were changed in another tab, too",
             "Of lead " + differing +
                 ": what either tab wrote is kept, also where the other one removed it. Look at "
                 "“Disputed leads” and remove what is wrong."};
  }
  if (left_out > 0) {
    record.trouble = counted(left_out, "dispute") +
                     " noted here did not fit beside those another tab stored: an agreement has "
                     "room for " +
                     counted(agreement::kMostDisputes, "dispute") + ".";
  }
  if (own == all) return;
  own = std::move(all);
  ++version_;
}

void DisputeStore::note_failure(Record& record, const Answer& answer) {
  record.failed = true;
  const std::string said = answer.message.empty() ? "" : " (" + answer.message + ")";
  record.trouble = "The browser did not store the disputes" + said +
                   "; save them to a file. The next change tries again.";
  if (&record != now_.get()) {
    news_ = {"The disputes of the agreement before are not stored",
             "The browser did not store them" + said +
                 ". They are in this tab still: open that agreement again and save them to a "
                 "file."};
  }
}

bool DisputeStore::answered(const Answer& answer) {
  Record* record = now_.get();
  for (const std::unique_ptr<Record>& left : left_) {
    if (left->ticket == answer.ticket) record = left.get();
  }
  if (record->ticket == 0 || answer.ticket != record->ticket) return false;
  record->ticket = 0;
  answered(*record, answer);
  drop_settled();
  return true;
}

void DisputeStore::answered(Record& record, const Answer& answer) {
  const bool ok = answer.code == AnswerCode::ok;
  if (record.link == Link::saving) {
    record.link = Link::ready;
    Touched sent;
    std::swap(sent, record.saving);
    if (ok) return;
    // To be saved again, over what was stored before that.
    Touched& touched = record.touched;
    touched.before.erase(
        std::remove_if(touched.before.begin(), touched.before.end(),
                       [&](const Dispute& each) { return sent.ids.count(each.id) != 0; }),
        touched.before.end());
    touched.before.insert(touched.before.end(), sent.before.begin(), sent.before.end());
    touched.ids.insert(sent.ids.begin(), sent.ids.end());
    if (answer.code != AnswerCode::conflict) note_failure(record, answer);
    return;
  }
  const bool looking = record.link == Link::looking;
  record.link = Link::ready;
  if (ok) take(record, answer.bytes);
  if (!looking || record.link == Link::broken) return;
  if (!ok && answer.code != AnswerCode::not_found) {
    note_failure(record, answer);
    return;
  }
  record.seen = std::make_shared<const std::string>(answer.bytes);
  record.link = Link::saving;
  std::swap(record.saving, record.touched);  // nothing is being saved, so it is empty
  ask(record, RequestKind::save_settings);
}

void DisputeStore::save_if_due() {
  save_if_due(*now_);
  for (const std::unique_ptr<Record>& left : left_)
    save_if_due(*left);
}

void DisputeStore::save_if_due(Record& record) {
  // After a failure the next change tries again.
  if (record.link != Link::ready || record.touched.ids.empty() || record.failed) return;
  record.link = Link::looking;
  ask(record, RequestKind::load_settings);
}

void DisputeStore::touch(const std::string& id) {
  if (now_->touched.ids.insert(id).second) {
    if (const Dispute* there = find(now_->disputes.all, id)) now_->touched.before.push_back(*there);
  }
  ++version_;
  now_->failed = false;
  if (now_->link != Link::broken) now_->trouble.clear();
}

bool DisputeStore::put(Dispute dispute) {
  std::vector<Dispute>& all = now_->disputes.all;
  Dispute* there = find(all, dispute.id);
  if (there == nullptr && all.size() >= agreement::kMostDisputes) return false;
  touch(dispute.id);
  if (there != nullptr) {
    *there = std::move(dispute);
  } else {
    all.push_back(std::move(dispute));
  }
  return true;
}

void DisputeStore::remove(const std::string& id) {
  touch(id);
  auto& all = now_->disputes.all;
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](const Dispute& each) { return each.id == id; }),
      all.end());
}

DisputeStore::Merged DisputeStore::merge(const std::vector<Dispute>& all) {
  Merged merged;
  for (const Dispute& each : all) {
    const Dispute* there = find(now_->disputes.all, each.id);
    if (there != nullptr && *there == each) continue;
    if (put(each)) {
      merged.changed.insert(each.id);
    } else {
      ++merged.left_out;
    }
  }
  return merged;
}

bool DisputeStore::set_back(const std::vector<Dispute>& before, const std::set<std::string>& ids) {
  std::set<std::string> added = ids;
  for (const Dispute& each : before)
    added.erase(each.id);
  for (const std::string& id : added)
    remove(id);
  bool all_back = true;
  for (const Dispute& each : before) {
    if (ids.count(each.id) > 0) all_back = put(each) && all_back;
  }
  return all_back;
}

}  // namespace leadpact::app
