// Saving one agreement, so that nothing a person did is lost or overwritten.
//
//   happens                        then
//   -----------------------------  ------------------------------------------
//   a change                       goes out 500 ms after the last one, at
//                                  most 3 s after the first
//   the page is hidden             goes out at once, also behind a save that
//                                  is still on its way
//   the store answers ok           is read back; only equal bytes are "saved"
//   another tab saved meanwhile    conflict: the owner keeps both (library.h)
//   the store fails                one more try after a second, then memory
//   no storage                     memory: changes stay in this tab, and the
//                                  page says so
//   in memory, full or failed      tried again every half minute
//
// A state machine without a browser: it asks through an Outbox and is told
// answers and the time.
#ifndef LEADPACT_WEB_APP_SAVER_H_
#define LEADPACT_WEB_APP_SAVER_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "web/app/outbox.h"

namespace leadpact::app {

inline constexpr std::int64_t kAutosaveAfter = 500;      // ms after the last change
inline constexpr std::int64_t kAutosaveAtMost = 3000;    // ms after the first
inline constexpr std::int64_t kRetryAfter = 1000;        // ms after a failure
inline constexpr std::int64_t kMemoryRetry = 30'000;     // ms between tries from memory
inline constexpr std::int64_t kAnswerExpected = 10'000;  // ms after a request

enum class SaveState : std::uint8_t { saved, saving, not_saved };

// Why nothing can be stored.
enum class StoreTrouble : std::uint8_t { none, unavailable, full, failed, slow };

class Saver {
 public:
  struct Snapshot {
    std::string bytes;
    std::string title;
    std::string details;
  };
  // The document as it is now; called when it goes out.
  using Source = std::function<Snapshot()>;

  // `revision` is the stored one, 0 for a document that is not stored yet.
  Saver(Outbox& outbox, std::string id, std::uint32_t revision, std::int64_t saved_at,
        Source source);

  void changed(std::int64_t now);
  void flush(std::int64_t now);
  // Sends what is due. Returns when it wants to be called again, or 0.
  std::int64_t tick(std::int64_t now);

  enum class Outcome : std::uint8_t {
    not_mine,  // the ticket is none of this saver's
    settled,   // stored and read back
    pending,   // nothing to do for the owner yet
    trouble,   // went to memory
    conflict,  // nothing was stored; this saver stops for good
  };
  Outcome answered(const Answer& answer, std::int64_t now);

  // Keeps everything in memory from now on.
  void stop(StoreTrouble why, std::string message = {});
  // Sends what is there at once; leaves memory when it is stored.
  void try_again(std::int64_t now);

  [[nodiscard]] SaveState state() const;
  [[nodiscard]] StoreTrouble trouble() const { return trouble_; }
  // What the browser said of the failure, may be empty.
  [[nodiscard]] const std::string& message() const { return message_; }
  // Whether something is not stored yet.
  [[nodiscard]] bool unsaved() const { return first_change_.has_value() || !on_the_way_.empty(); }
  [[nodiscard]] std::uint32_t revision() const { return revision_; }
  [[nodiscard]] std::int64_t saved_at() const { return saved_at_; }

 private:
  struct Sent {
    std::uint32_t ticket = 0;
    bool reading_back = false;
    std::uint32_t revision = 0;  // the one it stores or reads
    std::int64_t at = 0;
    std::string bytes;
  };

  void send(std::int64_t now);
  Outcome stored(Sent sent, std::int64_t now);
  Outcome read_back(const Sent& sent, const Answer& answer, std::int64_t now);
  Outcome failed(AnswerCode code, const std::string& message, std::int64_t now);
  void forget_requests();

  Outbox& outbox_;
  std::string id_;
  std::uint32_t revision_;
  std::int64_t saved_at_;
  Source source_;

  std::optional<std::int64_t> first_change_;
  std::int64_t last_change_ = 0;
  std::optional<std::int64_t> retry_at_;
  int failures_ = 0;
  std::vector<Sent> on_the_way_;
  std::vector<std::uint32_t> forgotten_;  // tickets whose answers mean nothing any more
  bool in_memory_ = false;
  bool conflicted_ = false;
  StoreTrouble trouble_ = StoreTrouble::none;
  std::string message_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_SAVER_H_
