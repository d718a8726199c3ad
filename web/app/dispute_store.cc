#include "web/app/dispute_store.h"

#include <algorithm>
#include <utility>

#include "core/exchange/disputes_json.h"

namespace leadpact::app {

using agreement::Dispute;

std::uint32_t DisputeStore::ask(RequestKind kind, std::string bytes) {
  Request request;
  request.kind = kind;
  request.name = "disputes/" + disputes_.agreement;
  request.bytes = std::move(bytes);
  return outbox_.send(std::move(request));
}

void DisputeStore::open(const std::string& agreement) {
  if (link_ != Link::none && disputes_.agreement == agreement) return;
  // There is no time to look first; better than losing them.
  const bool unsaved = !touched_.empty() || !saving_.empty();
  if (unsaved && link_ != Link::broken && link_ != Link::loading) {
    ask(RequestKind::save_settings, exchange::write_disputes(disputes_));
  }
  disputes_ = {agreement, {}};
  touched_.clear();
  saving_.clear();
  trouble_.clear();
  ++version_;
  link_ = Link::loading;
  ticket_ = ask(RequestKind::load_settings, {});
}

// What is stored, but for what was touched here.
void DisputeStore::take(const std::string& bytes) {
  Result<agreement::Disputes> read = exchange::read_disputes(bytes);
  if (!read.ok()) {
    link_ = Link::broken;
    trouble_ = "The disputes kept in this browser cannot be read, so they are left as they are: " +
               read.errors().front().message +
               " What you note now is not kept here; save it to a "
               "file.";
    return;
  }
  std::vector<Dispute> all;
  for (Dispute& stored : read.value().all) {
    if (touched_.count(stored.id) == 0) {
      all.push_back(std::move(stored));
    } else if (const Dispute* own = find(stored.id)) {
      all.push_back(*own);
    }
  }
  for (const Dispute& own : disputes_.all) {
    const bool there =
        std::any_of(all.begin(), all.end(), [&](const Dispute& each) { return each.id == own.id; });
    if (!there && touched_.count(own.id) > 0) all.push_back(own);
  }
  if (all != disputes_.all) {
    disputes_.all = std::move(all);
    ++version_;
  }
}

void DisputeStore::note_failure(const Answer& answer) {
  trouble_ = "The browser did not store the disputes" +
             (answer.message.empty() ? "" : " (" + answer.message + ")") +
             "; save them to a file. The next change tries again.";
}

bool DisputeStore::answered(const Answer& answer) {
  if (ticket_ == 0 || answer.ticket != ticket_) return false;
  ticket_ = 0;
  const bool ok = answer.code == AnswerCode::ok;
  if (link_ == Link::saving) {
    link_ = Link::ready;
    trouble_.clear();
    if (!ok) {
      touched_.insert(saving_.begin(), saving_.end());
      note_failure(answer);
    }
    saving_.clear();
    return true;
  }
  const bool looking = link_ == Link::looking;
  link_ = Link::ready;
  if (ok) take(answer.bytes);
  if (!looking || link_ == Link::broken) return true;
  if (!ok && answer.code != AnswerCode::not_found) {
    note_failure(answer);
    return true;
  }
  link_ = Link::saving;
  saving_ = std::exchange(touched_, {});
  ticket_ = ask(RequestKind::save_settings, exchange::write_disputes(disputes_));
  return true;
}

void DisputeStore::save_if_due() {
  // After a failure the next change tries again.
  if (link_ != Link::ready || touched_.empty() || !trouble_.empty()) return;
  link_ = Link::looking;
  ticket_ = ask(RequestKind::load_settings, {});
}

Dispute* DisputeStore::find(const std::string& id) {
  const auto found = std::find_if(disputes_.all.begin(), disputes_.all.end(),
                                  [&](const Dispute& each) { return each.id == id; });
  return found == disputes_.all.end() ? nullptr : &*found;
}

void DisputeStore::touch(const std::string& id) {
  touched_.insert(id);
  ++version_;
  if (link_ != Link::broken) trouble_.clear();
}

void DisputeStore::put(Dispute dispute) {
  touch(dispute.id);
  if (Dispute* there = find(dispute.id)) {
    *there = std::move(dispute);
  } else if (disputes_.all.size() < agreement::kMostDisputes) {
    disputes_.all.push_back(std::move(dispute));
  }
}

void DisputeStore::remove(const std::string& id) {
  touch(id);
  auto& all = disputes_.all;
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](const Dispute& each) { return each.id == id; }),
      all.end());
}

std::size_t DisputeStore::merge(const std::vector<Dispute>& all) {
  std::size_t changed = 0;
  for (const Dispute& each : all) {
    const Dispute* there = find(each.id);
    if (there != nullptr && *there == each) continue;
    ++changed;
    put(each);
  }
  return changed;
}

void DisputeStore::set_back(std::vector<Dispute> all) {
  for (const Dispute& each : disputes_.all)
    touch(each.id);
  for (const Dispute& each : all)
    touch(each.id);
  disputes_.all = std::move(all);
}

}  // namespace leadpact::app
