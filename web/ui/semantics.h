// What a frame means, beside what it looks like.
//
// Every widget draws itself with ImGui and, in the same call, records a node:
// role, name, value, state, place. The nodes of a frame are a tree; the bridge
// mirrors it into the DOM for screen readers and browser tests, and native
// tests read it directly. There is no other description of the screen, so it
// cannot say anything else than what is drawn.
//
//   call                               node
//   ---------------------------------  ------------------------------------
//   heading(1, "Scorecard")            heading, level 1, "Scorecard"
//   button("Open file")                button "Open file"
//   select("Column", ...)              combobox "Column", value "Email"
//   status_pill(Status::at_risk)       text "At risk"
//   table_cell("96.0 %")               cell "96.0 %"
//
// The other way round, what a person does through the DOM (a screen reader, a
// keyboard, a test) comes back as an `Action` on a node's id and is seen by
// the widget of that id in the next frame, as if it had been clicked.
#ifndef LEADPACT_WEB_UI_SEMANTICS_H_
#define LEADPACT_WEB_UI_SEMANTICS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leadpact::ui {

enum class Role : std::uint8_t {
  region,
  navigation,
  main,
  banner,
  group,
  heading,
  text,
  link,
  button,
  toggle,
  radio,
  radiogroup,
  combobox,
  listbox,
  option,
  textbox,
  table,
  row,
  columnheader,
  rowheader,
  cell,
  list,
  listitem,
  progressbar,
  image,
  status,
  alert,
  dialog,
  slider,
};

// The ARIA role, "textbox".
[[nodiscard]] std::string_view name_of(Role role);

struct Rect {  // in CSS pixels, origin at the canvas
  float x = 0, y = 0, width = 0, height = 0;
};

struct Node {
  std::uint32_t id = 0;      // stable over frames; 0 only for the root
  std::int32_t parent = -1;  // index into the tree
  Role role = Role::group;
  std::string name = {};
  std::string value = {};        // what a field holds, a bar's percentage, what a banner adds
  std::string description = {};  // help or error below a field
  std::uint8_t level = 0;        // of a heading
  bool disabled = false;
  bool checked = false;  // toggle, radio, option
  bool expanded = false;
  bool expandable = false;
  bool invalid = false;
  bool current = false;      // the page one is on, in a navigation; the item in hand
  bool focusable = false;    // may take the keyboard
  bool live = false;         // to be announced when it appears
  bool multiline = false;    // a textbox of many lines
  bool movable = false;      // one of a row: arrow keys go on, with Alt they move it
  bool hidden = false;       // not on screen now: kept for order, out of reach
  std::uint32_t active = 0;  // of an open combobox: the option in hand
  Rect rect = {};
  Rect edit = {};                     // of a textbox: where its text is typed
  double now = 0, low = 0, high = 0;  // of a slider; its value says it in words
};

enum class ActionKind : std::uint8_t { activate, focus, blur, set_value, key };

struct Action {
  std::uint32_t id = 0;
  ActionKind kind = ActionKind::activate;
  // Of set_value the text; of key the DOM's name, "ArrowDown", with Alt "Alt+ArrowDown".
  std::string value = {};
};

// The nodes of one frame, parents before children.
using Tree = std::vector<Node>;

}  // namespace leadpact::ui

#endif  // LEADPACT_WEB_UI_SEMANTICS_H_
