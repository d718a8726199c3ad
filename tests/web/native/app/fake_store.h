// The browser as the tests have it: keeps what is saved, answers at once or
// when told, and fails on request. Two apps on one store are two tabs.
#ifndef LEADPACT_TESTS_WEB_NATIVE_APP_FAKE_STORE_H_
#define LEADPACT_TESTS_WEB_NATIVE_APP_FAKE_STORE_H_

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/app/app.h"
#include "web/app/state.h"

namespace leadpact::app {

class FakeStore {
 public:
  struct Record {
    Head head;
    std::map<std::uint32_t, std::string> snapshots;
  };
  std::map<std::string, Record> records;
  std::map<std::pair<std::string, std::uint32_t>, std::string> quarantine;
  std::optional<std::string> settings;
  std::map<std::string, std::string> named;  // settings with a name
  struct Kept {
    std::string name, bytes;
    std::string damage;  // what is wrong with it
  };
  struct KeptData {
    std::int64_t since = 0;
    std::uint32_t last = 0;  // number of a file, one more with every change
    std::map<std::uint32_t, Kept> files;
  };
  std::map<std::string, KeptData> data;  // by agreement
  std::vector<Request> downloads;
  std::vector<Request> prints;
  std::vector<Request> copies;
  std::vector<Request> pictures;
  int dialogs = 0;
  int saves = 0;

  // The next answers of that kind, before the store works again.
  void fail(RequestKind kind, AnswerCode code, int times = 1, std::string message = {}) {
    for (int i = 0; i < times; ++i)
      failures_.push_back({kind, code, message});
  }
  void fail_always(AnswerCode code) { always_ = code; }
  void work_again() {
    always_.reset();
    failures_.clear();
  }
  // Damages what is stored of a revision.
  void damage(const std::string& id, std::uint32_t revision) {
    records.at(id).snapshots.at(revision).back() ^= '\x01';
  }

  std::optional<Answer> answer(const Request& request) {
    Answer answer;
    answer.ticket = request.ticket;
    if (request.kind == RequestKind::choose_files) {
      ++dialogs;
      return std::nullopt;
    }
    if (request.kind == RequestKind::download) {
      downloads.push_back(request);
      return std::nullopt;
    }
    if (request.kind == RequestKind::print) {
      prints.push_back(request);
      return std::nullopt;
    }
    if (request.kind == RequestKind::copy || request.kind == RequestKind::picture) {
      (request.kind == RequestKind::copy ? copies : pictures).push_back(request);
      return std::nullopt;
    }
    if (const auto failure = next_failure(request.kind)) {
      answer.code = failure->code;
      answer.message = failure->message;
      return answer;
    }
    carry_out(request, answer);
    return answer;
  }

 private:
  struct Failure {
    RequestKind kind;
    AnswerCode code;
    std::string message;
  };

  std::optional<Failure> next_failure(RequestKind kind) {
    if (always_) return Failure{kind, *always_, ""};
    const auto found = std::find_if(failures_.begin(), failures_.end(),
                                    [&](const Failure& failure) { return failure.kind == kind; });
    if (found == failures_.end()) return std::nullopt;
    Failure failure = *found;
    failures_.erase(found);
    return failure;
  }

  void carry_out(const Request& request, Answer& answer) {
    const auto record = records.find(request.name);
    switch (request.kind) {
      case RequestKind::list_heads:
        for (const auto& [id, each] : records)
          answer.heads.push_back(each.head);
        break;
      case RequestKind::load: {
        if (record == records.end() || record->second.snapshots.count(request.revision) == 0) {
          answer.code = AnswerCode::not_found;
          break;
        }
        answer.bytes = record->second.snapshots.at(request.revision);
        break;
      }
      case RequestKind::save: {
        ++saves;
        const std::uint32_t head = record == records.end() ? 0 : record->second.head.revision;
        if (head != request.revision) {
          answer.code = AnswerCode::conflict;
          break;
        }
        Record& saved = records[request.name];
        saved.head = request.head;
        saved.snapshots[request.head.revision] = request.bytes;
        break;
      }
      case RequestKind::quarantine:
        quarantine[{request.name, request.revision}] = request.bytes;
        break;
      case RequestKind::load_settings:
        if (!request.name.empty()) {
          if (named.count(request.name) == 0) answer.code = AnswerCode::not_found;
          if (named.count(request.name) != 0) answer.bytes = named.at(request.name);
          break;
        }
        if (settings) answer.bytes = *settings;
        if (!settings) answer.code = AnswerCode::not_found;
        break;
      case RequestKind::save_settings:
        if (request.file) {
          const auto stored = named.find(request.name);
          const std::string now = request.name.empty()    ? settings.value_or("")
                                  : stored == named.end() ? ""
                                                          : stored->second;
          if (*request.file != now) {
            answer.code = AnswerCode::conflict;
            break;
          }
        }
        if (request.name.empty()) settings = request.bytes;
        if (!request.name.empty()) named[request.name] = request.bytes;
        if (!request.name.empty() && request.bytes.empty()) named.erase(request.name);
        break;
      case RequestKind::load_data:
        load_data(request, answer);
        break;
      case RequestKind::save_data: {
        if (!change_data(request, request.file != nullptr, answer)) break;
        KeptData& kept = data.at(request.name);
        Head& head = answer.heads.emplace_back();
        head.saved_at = kept.since;
        if (!request.file) break;
        head.revision = kept.last;
        kept.files[head.revision] = {request.bytes, *request.file, ""};
        break;
      }
      case RequestKind::forget_data:
        if (request.revision == 0) {
          data.erase(request.name);
        } else if (change_data(request, true, answer)) {
          data.at(request.name).files.erase(request.revision);
        }
        break;
      case RequestKind::choose_files:
      case RequestKind::print:
      case RequestKind::download:
      case RequestKind::copy:
      case RequestKind::picture:
        break;
    }
  }

  // As changeData of the bridge.
  bool change_data(const Request& request, bool file, Answer& answer) {
    const auto found = data.find(request.name);
    if (found == data.end() && file) {
      answer.code = AnswerCode::not_found;
      answer.message = "The data were forgotten in another tab.";
      return false;
    }
    const std::uint32_t state = found == data.end() ? 0 : found->second.last;
    if (state != request.head.revision) {
      answer.code = AnswerCode::conflict;
      return false;
    }
    KeptData& kept = data[request.name];
    if (found == data.end()) kept.since = request.head.saved_at;
    if (state == 0) kept.last = static_cast<std::uint32_t>(request.head.saved_at % 2'000'000'000);
    kept.last += file ? 1u : 0u;
    return true;
  }

  void load_data(const Request& request, Answer& answer) {
    const auto found = data.find(request.name);
    if (found == data.end()) {
      answer.code = AnswerCode::not_found;
      return;
    }
    Head& mark = answer.heads.emplace_back();
    mark.saved_at = found->second.since;
    mark.format = found->second.last;
    for (const auto& [number, kept] : found->second.files) {
      Head& head = answer.heads.emplace_back();
      head.title = kept.name;
      head.revision = number;
      head.format = static_cast<std::uint32_t>(kept.bytes.size());
      head.details = kept.damage;
      head.saved_at = found->second.since;
      if (kept.damage.empty()) answer.files.push_back({kept.name, kept.bytes});
    }
  }

  std::vector<Failure> failures_;
  std::optional<AnswerCode> always_;
};

// One tab: an app, the store, and a clock the test moves.
class Tab {
 public:
  explicit Tab(FakeStore& store, std::uint64_t random = 1) : store_(store) { app_.start(random); }

  App& app() { return app_; }
  State& state() { return app_.state(); }
  std::int64_t now() const { return now_; }

  // Answers held back until answer_held().
  void hold(bool on) { holding_ = on; }
  void answer_held() {
    const std::vector<Request> held = std::exchange(held_, {});
    holding_ = false;
    for (const Request& request : held)
      carry(request);
    settle();
  }
  std::size_t held() const { return held_.size(); }

  // Carries requests out until there are none.
  void settle() {
    app_.tick(now_, offset_);
    app_.work();
    for (std::vector<Request> requests = app_.take_requests(); !requests.empty();
         requests = app_.take_requests()) {
      for (Request& request : requests) {
        if (holding_) {
          held_.push_back(std::move(request));
        } else {
          carry(request);
        }
      }
    }
  }
  // Moves the clock and lets everything happen that is due on the way.
  void wait(std::int64_t milliseconds) {
    const std::int64_t end = now_ + milliseconds;
    while (now_ < end) {
      now_ = std::min(end, now_ + 100);
      settle();
    }
  }
  void give(std::vector<GivenFile> files) {
    app_.files_given(std::move(files));
    settle();
  }

 private:
  void carry(const Request& request) {
    if (auto answer = store_.answer(request)) {
      app_.tick(now_, offset_);
      app_.store_answered(std::move(*answer));
    }
  }

  FakeStore& store_;
  App app_;
  std::int64_t now_ = 1'774'990'800'000;  // 2026-03-31T21:00:00Z
  int offset_ = 120;
  bool holding_ = false;
  std::vector<Request> held_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_TESTS_WEB_NATIVE_APP_FAKE_STORE_H_
