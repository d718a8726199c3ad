// The agreements of this browser: which there are, which one is open, and that
// none is ever lost or replaced by another.
//
//   happens                              then
//   -----------------------------------  -------------------------------------
//   open(id)                             heads are listed afresh, then its
//                                        newest snapshot is read
//   a snapshot cannot be read            it is set aside (quarantine) and the
//                                        one before it opens
//   a file holds an id that is stored    equal: the stored one opens; else both
//                                        are kept, the file's as "... (file)"
//   the example is opened again, but     it opens as it came; what was changed
//   was changed                          is kept as "... (changed)"
//   another tab saved meanwhile          both are kept, this tab's as
//                                        "... (copy)"
//   duplicate(id), rename(id, title)     done to the newest snapshot; what is
//                                        open stays open
//   the store cannot be opened           agreements live in this tab, and the
//                                        page says so
//
// Nothing is saved before the list of heads has come: commands given earlier
// wait for it. What happened is told as events, oldest first.
#ifndef LEADPACT_WEB_APP_LIBRARY_H_
#define LEADPACT_WEB_APP_LIBRARY_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "web/app/ids.h"
#include "web/app/outbox.h"
#include "web/app/saver.h"

namespace leadpact::app {

inline constexpr std::int64_t kStoreExpected = 4000;  // ms until the store counts as gone

// What Home shows of an agreement.
struct Card {
  std::string id;
  std::string title;
  std::string marketing, sales;    // the teams' names
  std::string starts_on, ends_on;  // YYYY-MM-DD, the end may be empty
  std::int64_t saved_at = 0;       // 0: not stored, in this tab only
  bool needs_newer = false;        // saved by a newer page
  bool open = false;
};

struct LibraryEvent {
  enum class Kind : std::uint8_t {
    opened,        // current() is another one now
    kept_both,     // another tab saved `title`; this tab's is `other` now
    file_differs,  // `title` is stored with another content; the file's is `other`
    example_kept,  // the example `title` was changed; that is `other` now
    duplicated,    // of `title` there is a copy now, `other`
    recovered,     // the newest state of `title` was unreadable, an older one is open
    unreadable,    // no state of `title` can be read
    needs_newer,   // `title` was saved by a newer page
    not_loaded,    // the store failed; `message` is what the browser said
    gone,          // it is not in this browser any more
  };
  Kind kind = Kind::opened;
  std::string title;
  std::string other;
  std::string message;
  std::string from_id, to_id;  // of kept_both: what this tab's was, and what it is now
};

class Library {
 public:
  enum class Store : std::uint8_t { opening, open, none };
  // A file a person opened, the built-in example, or a template just filled in.
  enum class Origin : std::uint8_t { file, example, fresh };

  Library(Outbox& outbox, Ids& ids) : outbox_(outbox), ids_(ids) {}

  void start();
  void refresh();
  // Whether the answer was for the library or one of its documents.
  bool answered(const Answer& answer, std::int64_t now);
  std::int64_t tick(std::int64_t now);
  void flush(std::int64_t now);

  void open(const std::string& id, std::int64_t now);
  // `agreement` becomes the open one; an `Origin::fresh` one gets a new id.
  void add(agreement::Agreement agreement, Origin origin, std::int64_t now);
  // After current() was changed.
  void edited(std::int64_t now);
  // Of any agreement here, open or not.
  void duplicate(const std::string& id, std::int64_t now);
  void rename(const std::string& id, std::string title, std::int64_t now);

  [[nodiscard]] Store store() const { return store_; }
  // Whether an agreement is on its way to being open.
  [[nodiscard]] bool busy() const {
    return !waiting_.empty() || !wanted_.empty() ||
           (loading_ && (loading_->aim == Aim::open || loading_->aim == Aim::compare));
  }
  [[nodiscard]] std::vector<Card> cards() const;
  [[nodiscard]] agreement::Agreement* current();
  [[nodiscard]] const agreement::Agreement* current() const;
  // Of the open one; null without.
  [[nodiscard]] const Saver* saver() const;
  [[nodiscard]] std::vector<LibraryEvent> take_events();

 private:
  struct Document {
    agreement::Agreement agreement;
    std::unique_ptr<Saver> saver;
  };
  // What the snapshot being read is for.
  enum class Aim : std::uint8_t { open, compare, duplicate, rename };
  struct Loading {
    Aim aim = Aim::open;
    std::uint32_t ticket = 0;
    Head head;
    std::uint32_t revision = 0;
    std::optional<agreement::Agreement> file;  // to compare with
    Origin origin = Origin::file;
    std::string title;  // of a rename
  };

  void listed(const Answer& answer, std::int64_t now);
  void run_waiting(std::int64_t now);
  void load(Loading loading, const Head& head);
  void send_load();
  void loaded(const Answer& answer, std::int64_t now);
  void finish(agreement::Agreement stored, std::int64_t now);
  void give_up(LibraryEvent::Kind why, std::string message, std::int64_t now);
  void add_new(agreement::Agreement agreement, std::int64_t now);
  void add_copy(agreement::Agreement agreement, std::int64_t now);
  void add_beside(agreement::Agreement agreement, const std::string& beside, std::int64_t now);
  void restore_example(Document& document, agreement::Agreement example, std::int64_t now);
  Document& hold(agreement::Agreement agreement, std::uint32_t revision, std::int64_t saved_at);
  Document& hold_new(agreement::Agreement agreement, std::int64_t now);
  void give_title(Document& document, std::string title, std::int64_t now);
  void give_saver(Document& document, std::uint32_t revision, std::int64_t saved_at);
  void make_current(Document& document, std::int64_t now);
  void keep_both(Document& document, std::int64_t now);
  void note_saved(const Document& document);
  void drop_settled();
  void store_lost(std::int64_t now);
  void tell(LibraryEvent::Kind kind, std::string title = {}, std::string other = {},
            std::string message = {});
  [[nodiscard]] Document* held(std::string_view id);
  [[nodiscard]] const Head* head(std::string_view id) const;
  [[nodiscard]] std::string free_title(const std::string& title, std::string_view suffix) const;

  Outbox& outbox_;
  Ids& ids_;
  Store store_ = Store::opening;
  std::optional<std::int64_t> started_at_;  // the first tick
  std::uint32_t list_ticket_ = 0;
  std::vector<Head> heads_;
  std::vector<std::unique_ptr<Document>> documents_;  // the open one, and unsaved ones left
  Document* current_ = nullptr;
  std::string wanted_;  // to be opened when the heads have come
  std::optional<Loading> loading_;
  std::vector<std::function<void(std::int64_t)>> waiting_;  // commands, until they can run
  std::vector<LibraryEvent> events_;
};

// What a head's details say, and back (Head::details).
[[nodiscard]] std::string card_details(const agreement::Agreement& agreement);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LIBRARY_H_
