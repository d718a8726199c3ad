// The page without its screen: what is open, what is loaded, what the score
// is, and what has to be done outside (files, storage). No drawing, no ImGui.
//
// The bridge tells it what happened (`App::files_given`, `App::store_answered`)
// and carries out what it asks for (`App::take_requests`); the screens show
// its state and call its commands. Everything in between is plain C++ and is
// tested natively with a fake store.
//
//   a person                      command            request to the bridge
//   ----------------------------  -----------------  ----------------------
//   presses "Try the example"     try_example()      save
//   drops agreement and CSV       files_given()      save
//   presses "Open file"           choose_files()     choose_files
//   comes back next day           start()            list, then load
#ifndef LEADPACT_WEB_APP_APP_H_
#define LEADPACT_WEB_APP_APP_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace leadpact::app {

struct GivenFile {
  std::string name;
  std::string bytes;
};

// ---- Storage, as the bridge carries it out (architecture.md, Storage) -------

// A head: one agreement in the browser store.
struct Head {
  std::string id;  // the agreement's id
  std::uint32_t revision = 0;
  std::uint32_t format = 0;
  std::string title;
  std::string details;        // what a card shows besides; the app's own, kept as it is
  std::int64_t saved_at = 0;  // milliseconds since 1970, UTC
};

enum class RequestKind : std::uint8_t {
  list_heads,     // -> Answer with heads
  load,           // id, revision -> Answer with bytes (that very revision)
  save,           // id, revision (the base; 0 for a new one), bytes, head (revision: base + 1)
  quarantine,     // id, revision, bytes: a snapshot that cannot be read
  load_settings,  // name -> Answer with bytes, or not_found where none were ever saved
  save_settings,  // name, bytes: what the page remembers, replaced as a whole, none at all where
                  // they are empty; without a name the page's settings; file: what must be stored
                  // now, else nothing is done (conflict), null for whatever it is; -> Answer
  load_data,      // name: an agreement's id -> Answer with heads and files (data_keeper.h)
  save_data,      // name, file (null: only that data is kept), bytes: the file's name, head:
                  // saved_at, revision (the state it was in last, data_keeper.h)
                  // -> Answer with its head
  forget_data,    // name, revision: the file's, head: revision as of a save; or 0 for everything
                  // of the agreement in whatever state; -> Answer
  choose_files,   // open the browser's file dialog; -> files_given; no answer
  download,       // name, bytes; no answer
  print,          // name, bytes (HTML): shown by itself and printed; no answer
  copy,           // bytes: text for the clipboard; name: what is said once it is there
  picture,        // name, area: what the last frame shows there, as a PNG; no answer
};

struct Area {  // of the page, in CSS pixels
  float x = 0, y = 0, width = 0, height = 0;
};

struct Request {
  RequestKind kind = RequestKind::list_heads;
  std::uint32_t ticket = 0;  // comes back with the answer
  std::string name;          // id of the agreement, of the record (“page”), or a file name
  std::uint32_t revision = 0;
  std::string bytes;
  Head head;  // of a save: what the head becomes
  // Of leads, or what must be stored; whoever asks holds it until the answer has come.
  std::shared_ptr<const std::string> file;
  Area area;  // of a picture
};

enum class AnswerCode : std::uint8_t {
  ok,
  conflict,  // it is not what this tab saw last: another tab saved
  not_found,
  unavailable,  // no storage at all (private mode, sandboxed frame)
  full,         // quota
  failed,       // anything else; `message` says what the browser said
};

struct Answer {
  std::uint32_t ticket = 0;
  AnswerCode code = AnswerCode::ok;
  std::string message;
  std::vector<Head> heads;
  std::string bytes;
  std::vector<GivenFile> files;
};

// ---- The app ----------------------------------------------------------------

enum class Theme : std::uint8_t { automatic, light, dark };  // automatic: as the system has it

class State;  // state.h: what the screens read

class App {
 public:
  App();
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Called once, before the first frame. `random` are 64 bits of the browser's
  // own; the ids of new agreements are made from them.
  void start(std::uint64_t random = 0);
  // The clock, milliseconds since 1970 UTC, and what a local clock is ahead of
  // it ("Saved 14:02"); drives autosave. To be called before every frame and
  // before what happened is told. Returns the time at which it wants to be
  // called again, or 0.
  std::int64_t tick(std::int64_t now, int utc_offset_minutes = 0);
  // Some milliseconds of what takes longer (reading large files, counting), to
  // be called between frames whenever a tick wants to be called again at once.
  void work();
  // The page is being hidden or closed: whatever is unsaved goes out now.
  void hidden();

  void files_given(std::vector<GivenFile> files);
  void files_hovering(bool over);  // dragged over the page
  void undo();                     // Ctrl+Z outside of a field
  void redo();
  void open_palette();  // Ctrl+K, anywhere
  void store_answered(Answer answer);

  // What has to be done outside, oldest first; empties the list.
  [[nodiscard]] std::vector<Request> take_requests();

  // What the person chose; FrameInput::dark follows it.
  [[nodiscard]] Theme theme() const;

  [[nodiscard]] State& state();

 private:
  std::unique_ptr<State> state_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_APP_H_
