// The command palette: everything that can be reached, by its name.
//
//   typed           found, best first
//   --------------  --------------------------------------------------------
//   (nothing)       the screens and the commands
//   "response"      Promise “First response”, Add “Response to a request”, …
//   "agr com"       Section “Commitments” of the Agreement
//   "xyz"           nothing
//
// Every word typed must occur in the name or in the kind of an entry, in any
// case of letters. An entry whose name begins with what was typed stands
// before one with a word that does, and that before the rest.
#ifndef LEADPACT_WEB_APP_PALETTE_H_
#define LEADPACT_WEB_APP_PALETTE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace leadpact::app {

class State;

struct PaletteEntry {
  std::string kind;  // "Screen", "Promise", "Command"
  std::string name;
  std::function<void(State&)> run;
  bool at_first = false;  // shown before anything is typed
};

class Palette {
 public:
  static constexpr std::size_t kShown = 50;

  void open(std::vector<PaletteEntry> entries);
  void close();
  void search(std::string query);

  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] const std::string& query() const { return query_; }
  // Those found, kShown at most.
  [[nodiscard]] const std::vector<const PaletteEntry*>& found() const { return found_; }

 private:
  bool open_ = false;
  std::string query_;
  std::vector<PaletteEntry> entries_;
  std::vector<const PaletteEntry*> found_;
};

// All there is now: screens, sections, parts, commands, ready clauses, the
// agreements of this browser, templates.
[[nodiscard]] std::vector<PaletteEntry> palette_entries(const State& state);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_PALETTE_H_
