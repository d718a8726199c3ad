// What the widgets share, and nobody else includes: the state of the frame,
// layout, interaction, drawing. One context at a time, as with ImGui itself.
//
// All lengths here are CSS pixels; only draw.cc knows device pixels.
#ifndef LEADPACT_WEB_UI_DETAIL_H_
#define LEADPACT_WEB_UI_DETAIL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/semantics.h"
#include "web/ui/theme.h"
#include "web/ui/ui.h"

struct ImDrawList;
struct ImFont;

namespace leadpact::ui::detail {

using Key = std::uint32_t;
[[nodiscard]] Key hash(std::string_view text, Key seed);
[[nodiscard]] Key hash(std::size_t number, Key seed);

// ---- Layout -----------------------------------------------------------------

// The distance an item wants above and below itself; between two the larger.
struct Space {
  float before, after;
};
namespace spaced {
inline constexpr Space kNone{0, 0};
inline constexpr Space kTight{4, 4};
inline constexpr Space kText{8, 8};
inline constexpr Space kControl{12, 12};
inline constexpr Space kField{16, 16};
inline constexpr Space kCard{16, 16};
inline constexpr Space kTitle{28, 8};
inline constexpr Space kSection{32, 12};
inline constexpr Space kCardTitle{20, 8};
}  // namespace spaced

struct Box {
  enum class Flow : std::uint8_t { column, row };
  enum class Kind : std::uint8_t { plain, columns, row, stack };
  Flow flow = Flow::column;
  Kind kind = Kind::plain;
  Key key = 0;              // of what it remembers
  std::uint32_t count = 0;  // children so far, for their keys
  float left = 0, top = 0, right = 0;
  float x = 0, y = 0;  // where the next item goes
  float bottom = 0;    // lowest so far
  float natural = 0;   // the same without stretching
  float after = 0;     // what the last item wants below (column) or gap (row)
  bool empty = true;
  bool align_right = false;
  int items = 0;  // in this column or on this line
  // of a row
  float gap = 12;
  float line_height = 0;
  int line = 0;
  bool pushed = false;
  bool one_line = false;   // never wraps: texts get shorter
  float fixed = 0;         // width of all but stacks
  float pushed_width = 0;  // of what came after push_right
  int stacks = 0;
  // of columns
  int columns = 1, column = 0;
  float origin_x = 0, origin_y = 0, column_width = 0;
  float row_bottom = 0;
  std::int32_t node = -1;  // of a card
};

// A place for an item of this size; moves on.
Rect place(float width, float height, Space space = spaced::kControl);
// The width an item may take where the next one goes.
[[nodiscard]] float room();
Box& box();
void push_box(Box box);
Box pop_box();
[[nodiscard]] Key next_key(std::string_view kind);
// The value of the frame before (or `otherwise`), and what it is in this one.
[[nodiscard]] float recall(Key key, std::string_view what, float otherwise);
void remember(Key key, std::string_view what, float value, float otherwise);
// The height of a box that has ended, below which the next item of the open one
// goes at once: nested boxes need no frame each.
void remember_height(const Box& done, float height, float otherwise);
[[nodiscard]] Rect bounds_of(const Box& box);
[[nodiscard]] inline bool inside_row() {
  return box().flow == Box::Flow::row;
}

// ---- Meaning ----------------------------------------------------------------

// Adds a node below the open one. A name of its own gives it its id; where that
// is taken in this frame, a count is added.
[[nodiscard]] Key id_of(Role role, std::string_view name);
[[nodiscard]] Key id_by_place(Role role);
std::int32_t add_node(Role role, Key id, std::string_view name, const Rect& rect);
std::int32_t open_node(Role role, Key id, std::string_view name, const Rect& rect);
void close_node();
Node& node(std::int32_t index);

// ---- Interaction ------------------------------------------------------------

struct Touch {
  bool hovered = false;
  bool held = false;
  bool used = false;
  bool focused = false;
  bool ring = false;  // show that it has the keyboard
};
// The rect takes the mouse; the node takes the keyboard and the actions.
// `under` lets controls on top of it have the mouse first.
Touch interact(Key id, const Rect& rect, bool enabled, bool under = false, bool focusable = true);
// The next action of this kind for the id, or nothing.
[[nodiscard]] const Action* take_action(Key id, ActionKind kind);
void give_focus(Key id, bool ring);
// Scrolls the window one is in until the rect is in sight; false where it is,
// or as far as it can be.
bool reveal(const Rect& rect);
inline constexpr float kRevealMargin = 56;  // kept above and below: a label, a sentence
[[nodiscard]] float height_in_sight();      // of the window one is in
void ring_around(const Rect& rect, float radius);
void draw_rings();
// 0..1, moving towards `on` within `milliseconds`.
float ease(Key id, std::string_view what, bool on, float milliseconds = 150);
void tooltip(const Rect& anchor, std::string_view text);
// Whether the mouse rests on the rect, where nothing lies over it; never a finger.
[[nodiscard]] bool pointed_at(const Rect& rect);
// What stands there, in a label beside the mouse. A chart's table says it too.
void hint(std::string_view text);
// The head of a row of a chart's table. One that opens something is a button
// over its column, "9 Mar: 14 leads"; true when it is pressed.
bool chart_row_head(Key row, std::string_view label, std::string_view opens, const Rect& column);

// ---- Drawing ----------------------------------------------------------------

enum Corners : int { kAllCorners = 0, kTopCorners = 1, kBottomCorners = 2 };
void fill(const Rect& rect, Color color, float radius = 0, Corners corners = kAllCorners);
void outline(const Rect& rect, Color color, float radius = 0, float width = 1);
void dashed_outline(const Rect& rect, Color color, float radius);
void line(float x1, float y1, float x2, float y2, Color color, float width = 1);
void dot(float x, float y, float radius, Color color);
void curve(const std::vector<std::pair<float, float>>& points, Color color, float width);
void soft_shadow(const Rect& rect, float radius);
[[nodiscard]] Rect in_sight(const Rect& rect);           // the part that is not scrolled away
[[nodiscard]] Color mix(Color a, Color b, float share);  // opaque colours
[[nodiscard]] Color faded(Color color, float alpha);

struct TextSize {
  float width = 0, height = 0;
};
[[nodiscard]] float line_height(TypeStyle style);
[[nodiscard]] float text_width(std::string_view text, TypeStyle style);
// Wrapped where it is wider.
[[nodiscard]] TextSize text_size(std::string_view text, TypeStyle style, float width);
// In the rect, wrapped at its width.
void draw_text(const Rect& rect, std::string_view text, TypeStyle style, Color color,
               Align align = Align::left);
// Where a stretch of that text (bytes of it) is drawn: a piece a line.
[[nodiscard]] std::vector<Rect> stretch(const Rect& rect, std::string_view text, TypeStyle style,
                                        std::size_t begin, std::size_t end);
// One line, centred in height; shortened with an ellipsis where it is too wide.
void draw_line(const Rect& rect, std::string_view text, TypeStyle style, Color color,
               Align align = Align::left);
void draw_icon(float x, float y, float size, Icon icon, Color color);  // its top left corner
// The size that makes a web page's text as large as ours, CSS pixels.
[[nodiscard]] float css_font_size(TypeStyle style);

// At the end of a page: follows an item being dragged (items.cc).
void end_drag();

[[nodiscard]] Color color_of(Tone tone);
[[nodiscard]] Color soft_of(Tone tone);
[[nodiscard]] Icon icon_of(Tone tone);

// ---- The state --------------------------------------------------------------

struct Ring {
  Rect rect;
  float radius;
};
struct Memory {
  float value = 0;
  std::uint32_t seen = 0;
};
struct Popup {
  Key owner = 0;         // the combobox it belongs to, 0 for none
  std::size_t hand = 0;  // the option in hand
  std::string typed;
  double typed_at = 0;
  bool moved = false;  // scroll to the option in hand
  bool opened_now = false;
};
// An item of a list on its way to another place in it.
struct Drag {
  struct Entry {
    std::size_t index;
    Rect rect;
  };
  std::string list;  // empty: none is dragged
  std::size_t index = 0;
  bool moved = false;          // far enough to be meant
  std::vector<Entry> entries;  // of this frame
  std::optional<Drop> drop;
};
struct PaletteState {
  std::uint32_t frame = 0;  // drawn last; 0 while closed
  std::size_t hand = 0;     // the entry in hand
  Key before = 0;           // what had the keyboard
  bool ring_before = false;
};
struct Toast {
  Key id = 0;
  double since = 0;
  std::uint32_t last_frame = 0;
  Rect rect;  // where it lies
};
// The cell of a week grid that the keyboard has, and the stroke being painted.
struct WeekHand {
  enum class Press : std::uint8_t { none, beside, cells };
  Key grid = 0;
  std::size_t day = 0;
  int slot = 18;        // 09:00
  bool typing = false;  // the last stroke was by key and goes on
  Press press = Press::none;
  std::size_t from_day = 0, to_day = 0;
  int from_slot = 0, to_slot = 0;
  bool open = false;
  std::uint32_t seen = 0;  // the last frame it was drawn in
};
struct TableState {
  std::vector<TableColumn> columns;
  std::vector<float> x, width;  // of the shown ones; width 0 where left out
  Key key = 0;
  std::size_t row = 0;
  std::size_t cell = 0;
  bool cards = false;
  bool in_row = false, in_cell = false;
  Rect row_rect;
  float row_bottom = 0;
  float cell_y = 0;
  bool expandable = false, expanded = false;
  Key row_key = 0;
  std::string row_name;
  std::int32_t row_node = -1;
  std::int32_t table_node = -1;
  float left = 0, right = 0, top = 0;
};

struct State {
  FrameInput input;
  Theme light, dark, now;
  ThemeChoice choice = ThemeChoice::automatic;
  ImFont* fonts[3] = {};
  ImFont* icons = nullptr;
  bool own_renderer = false;

  std::uint32_t frame = 0;
  double time = 0, step = 0;
  bool unsettled = false, repeated = false;
  float picture_room = 0;
  bool picture_cut = false;
  bool moving = false;
  double wake = -1;

  Tree tree;
  std::vector<std::int32_t> open;  // nodes
  std::vector<Action> actions;
  std::vector<bool> taken;
  std::vector<Key> scope;
  std::unordered_map<Key, std::uint32_t> used_ids;

  Key focused = 0;
  bool ring = false;  // the keyboard was used last
  bool focus_next = false;
  bool reveal_next = false;
  Key scroll_to = 0, scrolled_to = 0;
  std::vector<Ring> rings;
  std::string hint;  // said beside the mouse
  std::string announcement;
  Key announced = 0;
  double announced_at = -1;

  std::vector<Box> boxes;
  std::unordered_map<Key, Memory> memory;
  std::unordered_map<Key, Memory> motion;
  std::unordered_map<Key, bool> opened;  // of disclosures

  std::string sought;  // marked in texts
  float bar_height = 0, rail_width = 0, rail_height = 0, side_width = 0;
  bool in_bar = false;
  Popup popup;
  PaletteState palette;
  Drag drag;
  Toast toast;
  WeekHand week;
  std::vector<TableState> tables;
  Key touch_scrolling = 0;
  Key dragged = 0;  // the step that follows the pointer
  float fling = 0;
  Key dragging = 0;     // what a finger or the mouse moves; then the page does not scroll
  float drag_from = 0;  // from the pointer to the middle of it
};
[[nodiscard]] State& state();

inline constexpr float kMinTouch = 24;  // WCAG 2.2

}  // namespace leadpact::ui::detail

#endif  // LEADPACT_WEB_UI_DETAIL_H_
