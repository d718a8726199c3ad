// A week of opening hours, painted by mouse, finger or key.
//
// Each day is a slider for those who do not see it: its value is the cell the
// keyboard has, its description the day's hours. A finger that moves sideways
// paints, one that moves up or down scrolls the page.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "imgui.h"
#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr int kSlots = 48;
constexpr int kSlot = 30;  // minutes
constexpr std::size_t kDays = 7;
constexpr float kLabel = 44;
constexpr float kWidest = 720;
constexpr std::array<std::string_view, kDays> kNames = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::string_view kHelp =
    "Drag over the hours to open or close them. By key: arrows, Space, Shift with an arrow.";

enum class Cell : std::uint8_t { closed, partly, open };
using Cells = std::array<std::array<Cell, kSlots>, kDays>;

std::string clock(int minutes) {
  std::string text = std::to_string(10000 + minutes / 60 * 100 + minutes % 60);
  return text.substr(1, 2) + ":" + text.substr(3);
}

Cells cells_of(const std::vector<WeekSpan>& open) {
  std::array<std::array<int, kSlots>, kDays> covered{};
  for (const WeekSpan& span : open) {
    if (span.day >= kDays) continue;
    for (int slot = 0; slot < kSlots; ++slot) {
      const int from = std::max(span.from, slot * kSlot);
      const int to = std::min(span.to, (slot + 1) * kSlot);
      covered[span.day][static_cast<std::size_t>(slot)] += std::max(0, to - from);
    }
  }
  Cells cells{};
  for (std::size_t day = 0; day < kDays; ++day) {
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      const int minutes = covered[day][slot];
      cells[day][slot] = minutes == 0 ? Cell::closed : minutes < kSlot ? Cell::partly : Cell::open;
    }
  }
  return cells;
}

class Grid {
 public:
  Grid(std::string_view name, const std::vector<WeekSpan>& open)
      : name_(name),
        open_(open),
        id_(id_of(Role::group, name)),
        cells_(cells_of(open)),
        hand_(state().week) {
    if (hand_.grid != id_) {
      hand_ = {};
      hand_.grid = id_;
    }
    // What was begun before it went out of sight is not gone on with.
    if (state().frame - hand_.seen > 1) hand_.press = WeekHand::Press::none;
    hand_.seen = state().frame;
    const float whole = std::min(available_width(), kWidest);
    head_ = line_height(type::kCaption) + 4;
    row_ = narrow() ? 36.0f : 28.0f;
    const float note = text_size(kHelp, type::kCaption, whole).height;
    rect_ = place(whole, head_ + static_cast<float>(kDays) * row_ + 6 + note, spaced::kField);
    // Beside it half of the last hour's name.
    const float margin = std::ceil(text_width("24:00", type::kCaption) / 2);
    field_ = {rect_.x + kLabel, rect_.y + head_, whole - kLabel - margin,
              static_cast<float>(kDays) * row_};
    slot_ = field_.width / kSlots;
  }

  std::vector<WeekPaint> draw() {
    open_node(Role::group, id_, name_, rect_);
    draw_ground();
    bool held = false;
    for (std::size_t day = 0; day < kDays; ++day)
      held = use_day(day) || held;
    if (!held && hand_.press != WeekHand::Press::none) let_go();
    draw_stroke();
    for (std::size_t day = 0; day < kDays; ++day)
      describe(day);
    draw_note();
    close_node();
    return std::move(painted_);
  }

 private:
  [[nodiscard]] Rect row_of(std::size_t day) const {
    return {rect_.x, field_.y + static_cast<float>(day) * row_, kLabel + field_.width, row_};
  }
  [[nodiscard]] Rect cell_of(std::size_t day, int slot, std::size_t last_day, int last_slot) const {
    return {field_.x + static_cast<float>(slot) * slot_, field_.y + static_cast<float>(day) * row_,
            static_cast<float>(last_slot - slot + 1) * slot_,
            static_cast<float>(last_day - day + 1) * row_};
  }
  [[nodiscard]] int slot_at(float x) const {
    return std::clamp(static_cast<int>(std::floor((x - field_.x) / slot_)), 0, kSlots - 1);
  }
  [[nodiscard]] std::size_t day_at(float y) const {
    const float day = std::clamp(std::floor((y - field_.y) / row_), 0.0f, 6.0f);
    return static_cast<std::size_t>(day);
  }
  [[nodiscard]] Cell& cell(std::size_t day, int slot) {
    return cells_[day][static_cast<std::size_t>(slot)];
  }
  [[nodiscard]] std::string words_of(std::size_t day, int slot) {
    const Cell now = cell(day, slot);
    return clock(slot * kSlot) + (now == Cell::open     ? ", open"
                                  : now == Cell::partly ? ", partly open"
                                                        : ", closed");
  }

  void paint(std::size_t day, int slot, std::size_t last_day, int last_slot, bool open,
             bool goes_on) {
    if (last_day < day) std::swap(day, last_day);
    if (last_slot < slot) std::swap(slot, last_slot);
    painted_.push_back({day, last_day, slot * kSlot, (last_slot + 1) * kSlot, open, goes_on});
    for (std::size_t d = day; d <= last_day; ++d) {
      for (int s = slot; s <= last_slot; ++s)
        cell(d, s) = open ? Cell::open : Cell::closed;
    }
  }

  // ---- Use ----------------------------------------------------------------------

  // Whether the mouse holds it.
  bool use_day(std::size_t day) {
    const Key id = hash(day, id_);
    const Touch touch = interact(id, row_of(day), true);
    if (touch.focused) hand_.day = day;
    if (touch.held) follow(day);
    if (touch.used && hand_.press == WeekHand::Press::none) {  // by the mirror
      hand_.day = day;
      toggle();
    }
    // Only the first one is pressed here; it may have led to another day.
    bool first = true;
    while (const Action* key = take_action(id, ActionKind::key)) {
      if (std::exchange(first, false)) hand_.day = day;
      press(key->value);
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (touch.hovered && mouse.x / state().input.scale >= field_.x) {
      note_ =
          std::string(kNames[day]) + " " + words_of(day, slot_at(mouse.x / state().input.scale));
    }
    focused_ = focused_ || touch.focused;
    ring_ = ring_ || touch.ring;
    return touch.held;
  }

  // Pressed on this day, and moved since.
  void follow(std::size_t day) {
    State& s = state();
    const ImGuiIO& io = ImGui::GetIO();
    const float scale = s.input.scale;
    const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen;
    const ImVec2 began = io.MouseClickedPos[0];
    if (hand_.press == WeekHand::Press::none) {
      const bool beside = began.x / scale < field_.x;
      hand_.press = beside ? WeekHand::Press::beside : WeekHand::Press::cells;
      if (beside) return;
      hand_.typing = false;
      hand_.day = hand_.from_day = hand_.to_day = day;
      hand_.slot = hand_.from_slot = hand_.to_slot = slot_at(began.x / scale);
      hand_.open = cell(day, hand_.slot) != Cell::open;
      if (!finger) s.dragging = id_;
    }
    if (hand_.press != WeekHand::Press::cells) return;
    const float across = std::abs(io.MousePos.x - began.x);
    const float down = std::abs(io.MousePos.y - began.y);
    if (across > 5 * scale && across >= down) s.dragging = id_;
    if (s.dragging != id_) {
      // Down the page, not along a day: no tap.
      if (down > 8 * scale) hand_.press = WeekHand::Press::beside;
      return;
    }
    hand_.to_day = day_at(io.MousePos.y / scale);
    hand_.to_slot = slot_at(io.MousePos.x / scale);
  }

  void let_go() {
    // Still pressed: the page took the finger to scroll.
    const bool whole = hand_.press == WeekHand::Press::cells && !ImGui::IsMouseDown(0);
    hand_.press = WeekHand::Press::none;
    if (state().dragging == id_) state().dragging = 0;
    if (!whole) return;
    paint(hand_.from_day, hand_.from_slot, hand_.to_day, hand_.to_slot, hand_.open, false);
    hand_.slot = hand_.from_slot;
  }

  void toggle() {
    const bool open = cell(hand_.day, hand_.slot) != Cell::open;
    paint(hand_.day, hand_.slot, hand_.day, hand_.slot, open, false);
    hand_.typing = true;
  }

  void press(std::string_view key) {
    constexpr std::string_view kShift = "Shift+";
    const bool paints = key.substr(0, kShift.size()) == kShift;
    if (paints) key.remove_prefix(kShift.size());
    if (key == " " || key == "Enter") return toggle();
    const std::size_t day = hand_.day;
    const int slot = hand_.slot;
    if (key == "ArrowLeft") hand_.slot = std::max(0, slot - 1);
    if (key == "ArrowRight") hand_.slot = std::min(kSlots - 1, slot + 1);
    if (key == "ArrowUp" && day > 0) --hand_.day;
    if (key == "ArrowDown" && day + 1 < kDays) ++hand_.day;
    if (key == "Home") hand_.slot = 0;
    if (key == "End") hand_.slot = kSlots - 1;
    give_focus(hash(hand_.day, id_), true);
    if (hand_.day == day && hand_.slot == slot) return;
    if (paints) {
      // As the cell it comes from.
      const bool open = cell(day, slot) != Cell::closed;
      paint(day, slot, hand_.day, hand_.slot, open, hand_.typing);
    }
    hand_.typing = paints;
  }

  // ---- Looks --------------------------------------------------------------------

  void draw_ground() {
    const Theme& t = theme();
    fill(field_, t.sunken, 4);
    const int every = field_.width >= 560 ? 3 : 6;  // hours that are named
    const float caption = line_height(type::kCaption);
    for (int hour = 0; hour <= 24; ++hour) {
      const float x = field_.x + static_cast<float>(hour) * 2 * slot_;
      const bool named = hour % every == 0;
      if (hour > 0 && hour < 24) {
        line(std::floor(x), field_.y, std::floor(x), field_.y + field_.height,
             named ? t.edge : t.border);
      }
      if (!named) continue;
      const std::string text = clock(hour * 60);
      const float width = text_width(text, type::kCaption);
      const float left = std::floor(x - width / 2);
      draw_line({left, rect_.y, width, caption}, text, type::kCaption, t.text_3);
      add_node(Role::text, hash(static_cast<std::size_t>(hour), hash("hour", id_)), text,
               {left, rect_.y, width, caption});
    }
    for (std::size_t day = 0; day < kDays; ++day) {
      const Rect row = row_of(day);
      draw_line({row.x, row.y, kLabel - 6, row.height}, kNames[day].substr(0, 3), type::kCaption,
                t.text_2);
      if (day > 0) line(row.x, row.y, row.x + row.width, row.y, t.border);
    }
    for (const WeekSpan& span : open_) {
      const Rect row = row_of(std::min(span.day, kDays - 1));
      const float minute = slot_ / kSlot;
      const float from = field_.x + static_cast<float>(span.from) * minute;
      const float width = static_cast<float>(span.to - span.from) * minute;
      fill({from, row.y + 4, std::max(2.0f, width), row.height - 8}, t.accent, 3);
    }
  }

  void draw_stroke() {
    const Theme& t = theme();
    if (hand_.press == WeekHand::Press::cells) {
      const auto [day, last_day] = std::minmax(hand_.from_day, hand_.to_day);
      const auto [slot, last_slot] = std::minmax(hand_.from_slot, hand_.to_slot);
      const Rect stroke = cell_of(day, slot, last_day, last_slot);
      fill(stroke, hand_.open ? faded(t.accent, 0.5f) : faded(t.canvas, 0.75f), 2);
      outline(stroke, hand_.open ? t.accent : t.text_2, 2, 2);
      note_ = std::string(kNames[day]) +
              (last_day > day ? " to " + std::string(kNames[last_day]) : std::string()) + " " +
              clock(slot * kSlot) + " to " + clock((last_slot + 1) * kSlot) +
              (hand_.open ? ": open" : ": closed");
      return;
    }
    if (!focused_) return;
    const Rect at = cell_of(hand_.day, hand_.slot, hand_.day, hand_.slot);
    // Seen on open hours as on closed ones.
    outline({at.x - 4, at.y + 1, at.width + 8, at.height - 2}, t.surface, 3, 2);
    outline({at.x - 2, at.y + 3, at.width + 4, at.height - 6}, t.text, 2, 2);
    if (ring_) {
      ring_around(row_of(hand_.day), 4);
      note_ = std::string(kNames[hand_.day]) + " " + words_of(hand_.day, hand_.slot);
    }
  }

  void describe(std::size_t day) {
    std::string hours;
    for (const WeekSpan& span : open_) {
      if (span.day != day) continue;
      hours += (hours.empty() ? "Open " : ", ") + clock(span.from) + " to " + clock(span.to);
    }
    const std::int32_t index = add_node(Role::slider, hash(day, id_), kNames[day], row_of(day));
    Node& made = node(index);
    made.value = words_of(day, hand_.slot);
    made.description = hours.empty() ? "Closed all day" : hours;
    made.now = static_cast<double>(hand_.slot);
    made.high = 47;
    made.focusable = true;
    made.current = day == hand_.day;
  }

  void draw_note() {
    const std::string_view shown = note_.empty() ? kHelp : std::string_view(note_);
    const float y = field_.y + field_.height + 6;
    const Rect note{rect_.x, y, rect_.width, rect_.y + rect_.height - y};
    draw_text(note, shown, type::kCaption, note_.empty() ? theme().text_3 : theme().text);
    add_node(Role::text, hash("note", id_), shown, note);
  }

  std::string_view name_;
  const std::vector<WeekSpan>& open_;
  Key id_;
  Cells cells_;
  WeekHand& hand_;
  Rect rect_, field_;
  float head_ = 0, row_ = 0, slot_ = 1;
  bool focused_ = false, ring_ = false;
  std::string note_;
  std::vector<WeekPaint> painted_;
};

}  // namespace

std::vector<WeekPaint> week_grid(std::string_view name, const std::vector<WeekSpan>& open) {
  return Grid(name, open).draw();
}

}  // namespace leadpact::ui
