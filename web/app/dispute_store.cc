#include "web/app/dispute_store.h"

#include <algorithm>
#include <utility>

#include "core/exchange/disputes_json.h"
#include "web/app/format.h"

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
  failed_ = false;
  ++version_;
  link_ = Link::loading;
  ticket_ = ask(RequestKind::load_settings, {});
}

// Nothing is stored of the other one yet, so all of them are to be.
void DisputeStore::go_on_as(const std::string& agreement) {
  disputes_.agreement = agreement;
  link_ = Link::ready;
  ticket_ = 0;
  touched_.clear();
  saving_.clear();
  trouble_.clear();
  failed_ = false;
  ++version_;
  for (const Dispute& each : disputes_.all)
    touch(each.id);
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
  std::size_t left_out = 0;
  for (const Dispute& own : disputes_.all) {
    if (touched_.count(own.id) == 0) continue;
    const bool there =
        std::any_of(all.begin(), all.end(), [&](const Dispute& each) { return each.id == own.id; });
    if (there) continue;
    if (all.size() < agreement::kMostDisputes) {
      all.push_back(own);
    } else {
      ++left_out;
      touched_.erase(own.id);
    }
  }
  if (left_out > 0) {
    trouble_ = counted(left_out, "dispute") +
               " noted here did not fit beside those another tab stored: an agreement has room "
               "for " +
               counted(agreement::kMostDisputes, "dispute") + ".";
  }
  if (all != disputes_.all) {
    disputes_.all = std::move(all);
    ++version_;
  }
}

void DisputeStore::note_failure(const Answer& answer) {
  failed_ = true;
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
  if (link_ != Link::ready || touched_.empty() || failed_) return;
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
  failed_ = false;
  if (link_ != Link::broken) trouble_.clear();
}

bool DisputeStore::put(Dispute dispute) {
  Dispute* there = find(dispute.id);
  if (there == nullptr && disputes_.all.size() >= agreement::kMostDisputes) return false;
  touch(dispute.id);
  if (there != nullptr) {
    *there = std::move(dispute);
  } else {
    disputes_.all.push_back(std::move(dispute));
  }
  return true;
}

void DisputeStore::remove(const std::string& id) {
  touch(id);
  auto& all = disputes_.all;
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](const Dispute& each) { return each.id == id; }),
      all.end());
}

DisputeStore::Merged DisputeStore::merge(const std::vector<Dispute>& all) {
  Merged merged;
  for (const Dispute& each : all) {
    const Dispute* there = find(each.id);
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
