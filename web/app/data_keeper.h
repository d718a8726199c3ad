// What this browser keeps of the files on the desk: nothing, unless asked for.
//
//   happens                        then
//   -----------------------------  --------------------------------------------
//   an agreement opens             what is kept for it comes back to the desk
//   switched on                    the files on the desk are stored
//   a file is added, replaced,     the store follows
//     taken off or put back
//   switched off, or forgotten     every byte of them leaves the store
//   the store is full, or fails    nothing is kept half: all of it leaves the
//                                  store, it is switched off, and a sentence
//                                  says so
//   forgotten in another tab       the next file is refused, and it is switched off
//   another tab added or removed   the next file is refused, it is switched off
//     a file meanwhile             in this tab, and a sentence says so; switched
//                                  on again it replaces what that tab keeps
//   a stored file is damaged       it stays where it is until it is forgotten,
//                                  and a sentence names it; the others are read
//
// In the store a file is a head of its own: title is its name, revision its
// number, saved_at since when data is kept for the agreement, details is empty
// or says what is wrong with it. A head without a number has the state of all in
// format, which every file that comes or goes makes one more: a change is taken
// only where the state is the one this tab saw last.
#ifndef LEADPACT_WEB_APP_DATA_KEEPER_H_
#define LEADPACT_WEB_APP_DATA_KEEPER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "web/app/data_desk.h"
#include "web/app/outbox.h"

namespace leadpact::app {

class DataKeeper {
 public:
  explicit DataKeeper(Outbox& outbox) : outbox_(outbox) {}

  // The agreement of this id is open: asks for what is kept for it.
  void open(const std::string& id);
  // The open agreement goes on as another one; what is kept stays the old one's.
  void leave_to(const std::string& id);
  [[nodiscard]] const std::string& id() const { return id_; }

  void set_on(bool on, std::int64_t now);
  // Stores and removes until the store has what the desk has.
  void follow(const std::vector<DataDesk::File>& files, std::int64_t now);
  // Whether the answer was for it.
  bool answered(Answer& answer);

  // A file that came back, once; its number for adopt().
  struct Kept {
    std::uint32_t number = 0;
    GivenFile file;
  };
  [[nodiscard]] std::vector<Kept> take_read();
  // The file of that number lies on the desk now.
  void adopt(std::uint32_t number, std::shared_ptr<const std::string> bytes);
  // The file of that number is not wanted on the desk: the next follow() removes it.
  void disown(std::uint32_t number);
  // What went wrong, once; empty for nothing.
  struct Trouble {
    std::string title, body;
  };
  [[nodiscard]] std::optional<Trouble> take_trouble();
  // Whether all of it has just left the store; once.
  [[nodiscard]] bool take_forgotten();

  [[nodiscard]] bool on() const { return on_ && forget_ticket_ == 0; }
  // What is kept is on its way to the desk.
  [[nodiscard]] bool reading() const { return load_ticket_ != 0 || !read_.empty(); }
  [[nodiscard]] bool storing() const;
  // Something may be in the store.
  [[nodiscard]] bool has_kept() const { return on_ || unread_ || reading(); }
  [[nodiscard]] std::uint64_t size() const;  // bytes in the store, damaged ones too
  [[nodiscard]] std::int64_t since() const { return since_; }

 private:
  struct Stored {
    std::uint32_t number = 0;
    std::uint64_t size = 0;
    std::shared_ptr<const std::string> bytes;  // on the desk; null: never was
    bool damaged = false;
    bool unwanted = false;
  };
  struct Sent {
    std::uint32_t ticket = 0;
    std::string id;
    std::shared_ptr<const std::string> bytes;  // null: the mark that data is kept
    bool unwanted = false;                     // was taken off the desk meanwhile
  };

  void save(const DataDesk::File* file, std::int64_t now);
  std::uint32_t forget(const std::string& id, std::uint32_t number);  // its ticket
  void read(Answer answer);
  void saved(const Sent& sent, const Answer& answer);
  void give_up(const std::string& id, const Answer& answer);
  void leave_to_other(const std::string& id);
  void reset(const std::string& id);

  Outbox& outbox_;
  std::string id_;
  bool on_ = false;
  bool unread_ = false;      // what is kept was not read
  bool others_ = false;      // it is what another tab keeps
  std::uint32_t state_ = 0;  // of what is kept, 0 for nothing
  std::uint32_t load_ticket_ = 0;
  std::uint32_t forget_ticket_ = 0;  // of everything
  std::int64_t since_ = 0;
  std::vector<Stored> stored_;
  std::vector<Sent> on_the_way_;
  std::vector<Kept> read_;
  std::optional<Trouble> trouble_;
  bool forgotten_ = false;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DATA_KEEPER_H_
