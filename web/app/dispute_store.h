// The disputes of the open agreement, and their record in the browser's store.
//
// Two tabs may write the same record, so a save looks first: what is stored is
// taken, but for the disputes that were touched here since the last save.
//
//   here                      in the store         saved, and here afterwards
//   ------------------------  -------------------  --------------------------
//   d1 as it was              d1 ruled upheld      d1 ruled upheld
//   d1 ruled declined         d1 as it was         d1 ruled declined
//   d1 removed                d1, d2 new           d2
//   anything                  unreadable           nothing is written; a notice
//   one more                  as many as may be    those stored; a notice
#ifndef LEADPACT_WEB_APP_DISPUTE_STORE_H_
#define LEADPACT_WEB_APP_DISPUTE_STORE_H_

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/agreement/disputes.h"
#include "web/app/outbox.h"

namespace leadpact::app {

class DisputeStore {
 public:
  explicit DisputeStore(Outbox& outbox) : outbox_(outbox) {}

  [[nodiscard]] const agreement::Disputes& disputes() const { return disputes_; }
  // Another number whenever they are others.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  // Why they are not stored, a sentence; empty where they are or will be.
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

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
  enum class Link : std::uint8_t { none, loading, ready, looking, saving, broken };
  std::uint32_t ask(RequestKind kind, std::string bytes);
  void take(const std::string& bytes);
  [[nodiscard]] agreement::Dispute* find(const std::string& id);
  void touch(const std::string& id);
  void note_failure(const Answer& answer);

  Outbox& outbox_;
  agreement::Disputes disputes_;
  std::uint64_t version_ = 0;
  Link link_ = Link::none;
  std::uint32_t ticket_ = 0;
  std::set<std::string> touched_;  // ids, changed or removed since the last save
  std::set<std::string> saving_;   // those of the save on its way
  std::string trouble_;
  bool failed_ = false;  // the last save; the next change tries again
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DISPUTE_STORE_H_
