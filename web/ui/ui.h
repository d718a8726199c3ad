// The widgets. Each draws and describes itself in the same call (semantics.h),
// takes its looks from the theme (theme.h) and knows nothing of agreements.
//
// Immediate mode: call begin_frame, the widgets from top to bottom, end_frame.
// A widget that was used (by mouse, touch, key or an action from the DOM)
// returns true in the frame after. Names are what a person reads and what a
// test finds; two controls with one name on a screen take an `Id` scope.
// Layout flows downwards in the current column; rows and columns nest. All
// lengths are CSS pixels.
//
// What a widget needs to know of its later siblings (the height of a row, the
// width of what is pushed right) it remembers from the frame before. Where that
// turns out wrong, `settled()` is false and the caller draws the frame again
// before anybody sees it; so nothing jumps.
#ifndef LEADPACT_WEB_UI_UI_H_
#define LEADPACT_WEB_UI_UI_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/ui/icons.h"
#include "web/ui/semantics.h"
#include "web/ui/theme.h"

namespace leadpact::ui {

// ---- The frame -------------------------------------------------------------

struct FrameInput {
  float width = 0, height = 0;  // CSS pixels
  float scale = 1;              // device pixels per CSS pixel
  double time = 0;              // seconds, for animation only
  bool dark = false;
  bool reduced_motion = false;
  bool more_contrast = false;
  bool tall = false;  // as much taller as picture_room() asked, or as can be
};

// Makes and ends ImGui's context; loads fonts and themes.
void start();
void stop();

// Between them the widgets; ImGui's own NewFrame and Render are called inside.
void begin_frame(const FrameInput& input, std::vector<Action> actions);
void end_frame();

// The meaning of the last frame.
[[nodiscard]] const Tree& tree();
// Whether the frame is drawn as it should be; if not, draw it once more.
[[nodiscard]] bool settled();
// Whether this is the frame before, drawn once more.
[[nodiscard]] bool repeated();
// Whether something moves, so that another frame is needed without input.
[[nodiscard]] bool animating();
// Asks for another frame, with what this one had no time for.
void go_on();
// Seconds until something changes by itself (a toast goes), negative for never.
[[nodiscard]] double wake_in();
// Whether what is under the mouse can scroll that way (down is positive).
[[nodiscard]] bool can_scroll(float right, float down);
// The id of the node that has the keyboard, 0 for none.
[[nodiscard]] std::uint32_t focused();
// Gives the keyboard to the next widget that can have it, for instance to the
// heading of a screen just opened.
void focus_next();
// Scrolls the next control into sight and leaves the keyboard where it is; with
// focus_next a heading goes to the top of the page.
void reveal_next();
// What the label beside the mouse says, where a chart has one; empty for none.
[[nodiscard]] std::string_view hinted();
// Says something to a screen reader without showing it.
void announce(std::string_view text);
// Width of the column the next widget goes into, CSS pixels.
[[nodiscard]] float available_width();
[[nodiscard]] bool narrow();   // the whole page is under 640
[[nodiscard]] bool compact();  // under 900
[[nodiscard]] bool wide();     // from 1180 on: room for a panel beside the page

// A scope for ids, so that equal names in a list stay apart.
class Id {
 public:
  explicit Id(std::string_view key);
  explicit Id(std::size_t index);
  ~Id();
  Id(const Id&) = delete;
  Id& operator=(const Id&) = delete;
};

enum class Tone { normal, quiet, help, accent, success, warning, danger, info };

// ---- Places ----------------------------------------------------------------

// The application bar over the whole width; content is laid out in a row.
void begin_app_bar();
void end_app_bar();
// The rail of destinations; a bar at the bottom where narrow().
struct Destination {
  std::string_view name;
  Icon icon;
  std::string_view badge;  // small text beside it, may be empty
};
// The index of the one chosen now (== current where none was).
[[nodiscard]] std::size_t rail(const std::vector<Destination>& destinations, std::size_t current);
// The scrolling page in what is left; its content column is at most 1100 wide.
// With `side` a panel at its right is left free for begin_side(), which comes
// after end_page() and scrolls by itself; a panel of another `key` begins at
// its top.
void begin_page(std::string_view name, float side = 0);
void end_page();
void begin_side(std::string_view name, std::string_view key);
void end_side();

void begin_card(std::string_view name = {});  // a named card is a region
void end_card();
void begin_row(float gap = 12);  // children side by side, wrap where they must
void end_row();
void begin_columns(int count, float gap = 16);  // equal widths; one column where narrow()
void next_column();
void end_columns();
void space(float height);
void separator();
void push_right();   // within a row: what follows sits at its right end
void begin_stack();  // within a row: a column that takes the width left over
void end_stack();
void begin_group(std::string_view name);  // no looks; named for screen readers
void end_group();
// A part of a document that can be taken in hand: true when it is; `selected`
// while it is. Widgets inside are drawn over it. One of a list whose order may
// be changed has a handle to drag it by.
struct ListPlace {
  std::string_view list;  // empty: not to be dragged
  std::size_t index = 0;
};
bool begin_item(std::string_view name, bool selected, const ListPlace& place = {});
void end_item();
// The item let go elsewhere: it is to stand before the one that has index
// `before` now.
struct Drop {
  std::string list;
  std::size_t index = 0;
  std::size_t before = 0;
};
[[nodiscard]] std::optional<Drop> take_drop();
void begin_indent();  // what follows stands a step to the right, along a line
void end_indent();
void begin_list(std::string_view name = {});  // items with a bullet
void list_item(std::string_view text, Tone tone = Tone::normal);
void end_list();

// ---- Words -----------------------------------------------------------------

void heading(int level, std::string_view text);              // 1 page title, 2 section, 3 card
void text(std::string_view text, Tone tone = Tone::normal);  // wraps
void strong(std::string_view text, Tone tone = Tone::normal);
// A text of which some stretches (bytes of it, in order) can be pressed; the
// index of the one that was. Each is a button of that name, "Change 90 %".
struct TextLink {
  std::size_t begin = 0, end = 0;
  std::string name;
};
[[nodiscard]] std::optional<std::size_t> text_with_links(std::string_view text,
                                                         const std::vector<TextLink>& links,
                                                         Tone tone = Tone::normal);
// Marks these letters, in any case of them, in the texts between.
void begin_search(std::string_view sought);
void end_search();
void figure(std::string_view label, std::string_view value,
            std::string_view note = {});  // big number
void icon_text(Icon icon, std::string_view text, Tone tone = Tone::normal);
void fact(std::string_view name, std::string_view value, Tone tone = Tone::normal);  // name: value

// ---- Controls --------------------------------------------------------------

enum class Emphasis { primary, secondary, quiet };

[[nodiscard]] bool button(std::string_view name, Emphasis emphasis = Emphasis::secondary,
                          Icon icon = Icon::none, bool enabled = true);
[[nodiscard]] bool icon_button(Icon icon, std::string_view name,  // name as tooltip
                               bool enabled = true);
[[nodiscard]] bool link(std::string_view name,
                        std::string_view text = {});  // shown in place of its name
[[nodiscard]] bool toggle(std::string_view name, bool& on, std::string_view help = {});
[[nodiscard]] bool segmented(std::string_view name, const std::vector<std::string>& options,
                             std::size_t& chosen);

// A line that opens and closes what follows it: if (disclosure(...)) { ... }.
// Returns whether it is open; keeps that itself, beginning with `open_at_first`.
bool disclosure(std::string_view name, bool open_at_first = false);

struct FieldText {
  std::string_view help = {};
  std::string_view error = {};  // replaces help
};
// A choice of one; a list that opens below, with search where it is long.
[[nodiscard]] bool select(std::string_view label, const std::vector<std::string>& options,
                          std::size_t& chosen, const FieldText& below = {});
// One line of text; true when it changed.
[[nodiscard]] bool text_field(std::string_view label, std::string& value,
                              const FieldText& below = {});
// Text of any length, as high as it needs; true when it changed.
[[nodiscard]] bool text_area(std::string_view label, std::string& value,
                             const FieldText& below = {});

// ---- A week ----------------------------------------------------------------

// Opening hours as a grid, a day a row, half an hour a cell; spans that begin
// between two cells are drawn and read out to the minute. Pressed and dragged,
// cells become what the first one was not. By key: arrows move, Space opens or
// closes, Shift with an arrow paints on (week_grid.cc).
struct WeekSpan {
  std::size_t day = 0;   // 0 is Monday
  int from = 0, to = 0;  // minutes after midnight; of a day in order and apart
};
struct WeekPaint {
  std::size_t first = 0, last = 0;  // days, both included
  int from = 0, to = 0;             // minutes, whole cells
  bool open = false;
  bool goes_on = false;  // the same stroke as the one before
};
// What was painted, in order.
[[nodiscard]] std::vector<WeekPaint> week_grid(std::string_view name,
                                               const std::vector<WeekSpan>& open);
// A value that is offered, with how often it occurs; true when it is pressed.
// `name` is what it is called where it is not seen: "Poland, 412 leads".
[[nodiscard]] bool chip(std::string_view text, std::string_view note, std::string_view name,
                        bool on);

// Steps in their order with arrows between, in lines where they must; `current`
// is in hand. One is chosen by a press, and moved by dragging it sideways or by
// Alt and an arrow key. `kind` is what a screen reader calls one ("stage").
struct Step {
  std::string key;   // stays when it is moved
  std::string name;  // what it is called
  std::string note;  // below it, may be empty
};
struct StepsUse {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t chosen = kNone;
  std::size_t moved = kNone;  // the one of this index
  std::size_t to = kNone;     // comes to stand here
};
[[nodiscard]] StepsUse steps(std::string_view name, std::string_view kind,
                             const std::vector<Step>& all, std::size_t current);

// ---- Signals ---------------------------------------------------------------

// Icon and word on a soft tint, never colour alone.
void pill(Icon icon, std::string_view text, Tone tone);
enum class Party { marketing, sales, both };
// A letter on the owner's colour; `name` for those who do not see it.
void party_badge(Party party, std::string_view letter, std::string_view name);
void progress(std::string_view name, float fraction);
// A strip across the page: what happened, why, and one button (may be empty).
[[nodiscard]] bool banner(Tone tone, std::string_view title, std::string_view body = {},
                          std::string_view action = {});
// What belongs here, and the button that offers the first one.
[[nodiscard]] bool empty_state(Icon icon, std::string_view title, std::string_view body,
                               std::string_view action);
// A short message over the page for some seconds; true when its button is used.
[[nodiscard]] bool toast(std::string_view text, std::string_view action = {});
// A dashed area that says files may be dropped here; true when it is clicked.
[[nodiscard]] bool drop_area(std::string_view title, std::string_view body, std::string_view action,
                             bool hovered, Emphasis emphasis = Emphasis::secondary);

// Over the whole page while files are held above it.
void drop_veil(std::string_view title, std::string_view body);

// Everything by its name, over the page while it is drawn: a field, and what it
// found. Takes the keyboard when it appears and gives it back.
struct PaletteRow {
  std::string_view name;
  std::string_view kind;
};
struct PaletteUse {
  bool typed = false;                 // the query changed
  bool closed = false;                // Escape, or the keyboard or mouse went elsewhere
  std::optional<std::size_t> chosen;  // the row taken
};
[[nodiscard]] PaletteUse palette(std::string& query, const std::vector<PaletteRow>& rows);

// ---- Tables and small charts -----------------------------------------------

enum class Align { left, right, centre };
struct TableColumn {
  std::string_view name;
  float width = 0;  // CSS pixels; 0 takes a share of what is left
  Align align = Align::left;
  bool optional = false;  // left out where the table is too narrow
};
// Where narrow(), rows become cards of "name: value" lines. Every row is drawn
// and mirrored: show some hundreds at most, and a "Show more".
void begin_table(std::string_view name, const std::vector<TableColumn>& columns);
// True when the row is opened (clicked, Enter); `expanded` shows as a chevron.
bool table_row(std::string_view name = {}, bool expandable = false, bool expanded = false);
// The next cell; end it by the next call. Any widgets may follow inside.
void table_cell();
void table_cell(std::string_view text, Tone tone = Tone::normal);
// A cell whose text leads on; `name` says where to.
[[nodiscard]] bool table_link(std::string_view name, std::string_view text);
// What an open row shows below itself, over the whole width; after its cells.
void begin_table_detail();
void end_table_detail();
void end_table();

// A line of values, 0 where there is none (gap); described as `name`.
struct SparkPoint {
  double value = 0;
  bool has_value = false;
  Tone tone = Tone::normal;
  std::string label = {};  // said under the mouse
};
void spark(std::string_view name, const std::vector<SparkPoint>& points, double target,
           bool has_target, float width = 120, float height = 28);

// Bars side by side, each with its label below and its value above, and both
// under the mouse; read out as a table. `target` is a line across.
struct Bar {
  std::string label;
  std::string text;  // the value in words, "96.0 %"
  double value = 0;
  bool has_value = false;
  Tone tone = Tone::accent;
};
void bars(std::string_view name, const std::vector<Bar>& values, double target, bool has_target,
          float height = 160);

// What follows after one miss, two, three, as a stair; below each other where
// there is no room beside. Read out as a list.
struct LadderStep {
  std::string after;  // "After 2 missed months in a row"
  std::string what;
};
void ladder(std::string_view name, const std::vector<LadderStep>& steps);

// Time as a strip: parts from left to right, each as wide as its share; with a
// legend below and read out as a list. Marks are points on it ("due").
struct StripPart {
  double from = 0, to = 0;
  Tone tone = Tone::normal;
  std::string name;  // "counted", "closed"
};
struct StripMark {
  double at = 0;
  std::string name;
  Tone tone = Tone::normal;
};
void strip(std::string_view name, const std::vector<StripPart>& parts,
           const std::vector<StripMark>& marks);

// Bars side by side on a scale, read out as a table, and handles on the scale,
// read out as sliders; what lies from the first handle on is tinted. A handle
// is dragged, moved by keys (arrows a step, Page Up and Down ten, Home, End) or
// brought where the chart is pressed. A move changes `value`; `rests` is said
// where one was taken or let go, so that the next move is a change of its own.
// Where bars `open` something, a press on one opens it, and a handle is brought
// where the band it runs in is pressed.
struct HistogramBar {
  double from = 0, to = 0;
  double value = 0;
  std::string label;  // "60 to 69"
  std::string edge;   // "60", below its left end
  std::string text;   // the value in words, "312 leads"
};
enum class Slide : std::uint8_t { still, moves, rests };
struct HistogramHandle {
  std::string name;
  double value = 0;
  double step = 1;
  std::string label;  // on it, "60"
  std::string text;   // what it stands for: "60 points: 312 of 1,204 leads, 26 %"
  Slide slide = Slide::still;
};
// The bar that was pressed.
std::optional<std::size_t> histogram(std::string_view name, std::string_view unit,
                                     const std::vector<HistogramBar>& bars,
                                     std::vector<HistogramHandle>& handles, float height = 220,
                                     bool open = false);

// A level that rises step by step, against the pace it should keep; read out as
// a table with a column for each line that has a name. What lies ahead has no
// actual; the projection is drawn from the last one to the end (waterfall.cc).
struct WaterfallStep {
  std::string label;                 // "Mon 2 Mar"
  std::string actual, second, pace;  // in words
  std::optional<double> actual_at, second_at, pace_at;
  std::string opens = {};  // what a press on it opens, "14 leads"; empty: nothing
};
struct WaterfallLines {
  std::string label;                         // heads the steps, "Day"
  std::string actual, second, pace, target;  // names; empty: there is no such line
  std::string projection;                    // what it is called in the legend
  std::optional<double> target_at, projected, second_projected;
};
// The step that was pressed.
std::optional<std::size_t> waterfall(std::string_view name, const WaterfallLines& lines,
                                     const std::vector<WaterfallStep>& steps, float height = 240);

// A bar in the cell of a table, with its value in words; `share` of the room,
// 0 to 1, and a mark across where there is a target.
void meter(std::string_view text, double share, Tone tone, std::optional<double> mark = {});

// A part of the page that can be taken away as a picture. Once it is `wanted`,
// it is scrolled into sight, and end_picture says where it lies. Where it is taller
// than the page, that is in a frame that is `tall`.
void begin_picture(std::string_view name);
[[nodiscard]] std::optional<Rect> end_picture(bool wanted);
// How much taller the page has to be for the picture wanted in the last frame.
[[nodiscard]] float picture_room();
// Whether the last picture had to be cut: no page can be that tall.
[[nodiscard]] bool picture_cut();

// A share of 0 to 100 over the scale of a histogram it stands above, as a line;
// read out as a table of `rows`. The level is dashed across.
struct LineChart {
  std::string unit;                                       // of what it is a share
  double low = 0, high = 0;                               // of the scale
  std::vector<std::optional<double>> values;              // evenly from low to high
  std::vector<std::pair<std::string, std::string>> rows;  // some of them in words
  double mark = 0;                                        // on the scale
  std::optional<double> mark_value;
  double level = 0;
  std::string level_text;
};
void line_chart(std::string_view name, const LineChart& chart, float height = 130);

}  // namespace leadpact::ui

#endif  // LEADPACT_WEB_UI_UI_H_
