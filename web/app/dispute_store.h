// The disputes of the open agreement, and their record in the browser's store.
//
// Two tabs may write the same record, so a save looks first: what is stored is
// taken, but for the disputes that were touched here since the last save. The
// store takes it only where nobody has written meanwhile; else it looks again.
//
//   here                      in the store         saved, and here afterwards
//   ------------------------  -------------------  --------------------------
//   d1 as it was              d1 ruled upheld      d1 ruled upheld
//   d1 ruled declined         d1 as it was         d1 ruled declined
//   d1 removed                d1, d2 new           d2
//   d1 ruled declined         d1 ruled upheld      both, with a sentence
//   d1 removed                d1 ruled upheld      d1 ruled upheld, a sentence
//   d1 ruled declined         d1 removed           d1 ruled declined, a sentence
//   anything                  unreadable           nothing is written; a notice
//   one more                  as many as may be    those stored; a notice
//
// What is not stored when another agreement opens goes on being saved, the same
// way; where that fails it stays in this tab until its agreement is opened again.
#ifndef LEADPACT_WEB_APP_DISPUTE_STORE_H_
#define LEADPACT_WEB_APP_DISPUTE_STORE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/disputes.h"
#include "web/app/outbox.h"

namespace leadpact::app {

class DisputeStore {
 public:
  explicit DisputeStore(Outbox& outbox);
  ~DisputeStore();
  DisputeStore(const DisputeStore&) = delete;
  DisputeStore& operator=(const DisputeStore&) = delete;

  [[nodiscard]] const agreement::Disputes& disputes() const;
  // Another number whenever they are others.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  // Why they are not stored, a sentence; empty where they are or will be.
  [[nodiscard]] const std::string& trouble() const;
  // What happened to them beside what was done here; once.
  struct News {
    std::string title, body;
  };
  [[nodiscard]] std::optional<News> take_news();

  // Asks for the record of this agreement, unless it is the one in hand.
  void open(const std::string& agreement);
  // The open agreement goes on as another one, and its disputes with it.
  void go_on_as(const std::string& agreement);
  // Whether the answer was to this.
  bool answered(const Answer& answer);
  // To be called when requests are taken: begins a save that is due.
  void save_if_due();

  // New, or in place of the one of its id; false where there is no room for it.
  bool put(agreement::Dispute dispute);
  void remove(const std::string& id);
  struct Merged {
    std::set<std::string> changed;  // ids of those that are new or other than they were
    std::size_t left_out = 0;       // for want of room
  };
  // Puts those of a file in.
  Merged merge(const std::vector<agreement::Dispute>& all);
  // Those of these ids as they were before, and no others; false where there is
  // no room for all of them.
  bool set_back(const std::vector<agreement::Dispute>& before, const std::set<std::string>& ids);

 private:
  struct Record;
  void ask(Record& record, RequestKind kind);
  void answered(Record& record, const Answer& answer);
  void take(Record& record, const std::string& bytes);
  void save_if_due(Record& record);
  void drop_settled();
  void touch(const std::string& id);
  void note_failure(Record& record, const Answer& answer);

  Outbox& outbox_;
  std::unique_ptr<Record> now_;
  std::vector<std::unique_ptr<Record>> left_;  // of agreements before, with what is not stored
  std::uint64_t version_ = 0;
  std::optional<News> news_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DISPUTE_STORE_H_
