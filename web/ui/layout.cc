#include <algorithm>
#include <cmath>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace detail {

Key hash(std::string_view text, Key seed) {
  Key h = 2166136261u ^ (seed * 16777619u);
  for (const char c : text)
    h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  h ^= h >> 15;
  return h == 0 ? 1 : h;
}

Key hash(std::size_t number, Key seed) {
  Key h = seed ^ 0x9E3779B9u;
  for (int i = 0; i < 4; ++i) {
    h = (h ^ static_cast<Key>((number >> (8 * i)) & 0xFF)) * 16777619u;
  }
  h ^= h >> 13;
  return h == 0 ? 1 : h;
}

Box& box() {
  return state().boxes.back();
}

void push_box(Box added) {
  added.x = added.left;
  added.y = added.top;
  added.bottom = added.natural = added.top;
  state().boxes.push_back(added);
}

Box pop_box() {
  Box done = state().boxes.back();
  // The root stays: an unpaired end must not bring the page down.
  if (state().boxes.size() > 1) state().boxes.pop_back();
  return done;
}

Key next_key(std::string_view kind) {
  Box& here = box();
  const Key scope = state().scope.empty() ? 0 : state().scope.back();
  return hash(kind, hash(static_cast<std::size_t>(here.count++), here.key ^ (scope * 31)));
}

float recall(Key key, std::string_view what, float otherwise) {
  const auto found = state().memory.find(hash(what, key));
  return found == state().memory.end() ? otherwise : found->second.value;
}

void remember(Key key, std::string_view what, float value, float otherwise) {
  Memory fresh;
  fresh.value = otherwise;
  Memory& slot = state().memory.try_emplace(hash(what, key), fresh).first->second;
  if (std::abs(slot.value - value) > 0.01f) {
    slot.value = value;
    state().unsettled = true;
  }
  slot.seen = state().frame;
}

void remember_height(const Box& done, float height, float otherwise) {
  const float by = height - recall(done.key, "height", otherwise);
  remember(done.key, "height", height, otherwise);
  Box& outer = box();
  if (by == 0 || inside_row() || outer.kind == Box::Kind::columns) return;
  const bool lowest = outer.bottom == outer.y;
  if (lowest && outer.natural == outer.y) outer.natural += by;
  outer.y += by;
  if (lowest) outer.bottom = outer.y;
}

Rect bounds_of(const Box& done) {
  return {done.left, done.top, done.right - done.left, done.bottom - done.top};
}

namespace {

std::string line_name(const char* what, int line) {
  return what + std::to_string(line);
}

float line_height_of(const Box& row) {
  return recall(row.key, line_name("line", row.line), metric::kControl);
}

// Ends a line of a row and begins the next.
void break_line(Box& row) {
  remember(row.key, line_name("line", row.line), row.line_height, metric::kControl);
  row.y += row.line_height + 8;
  row.x = row.left;
  row.line_height = 0;
  row.empty = true;
  ++row.line;
}

Rect place_in_row(Box& row, float width, float height) {
  if (!row.one_line && !row.empty && row.x + row.gap + width > row.right + 0.5f) break_line(row);
  const float before = row.empty ? 0 : row.gap;
  const float x = row.x + before;
  const float known = std::max(line_height_of(row), height);
  const Rect rect{x, row.y + std::floor((known - height) / 2), width, height};
  const float own = width + (row.items == 0 ? 0 : row.gap);
  if (row.pushed) row.pushed_width += own;
  row.fixed += own;
  ++row.items;
  row.x = x + width;
  row.empty = false;
  row.line_height = std::max(row.line_height, height);
  row.bottom = std::max(row.bottom, row.y + known);
  return rect;
}

}  // namespace

Rect place(float width, float height, Space space) {
  Box& here = box();
  if (inside_row()) return place_in_row(here, width, height);
  if (!here.empty) here.y += std::max(here.after, space.before);
  float x = here.left;
  if (here.align_right) x = std::max(here.left, here.right - width);
  const Rect rect{x, here.y, width, height};
  here.y += height;
  here.bottom = std::max(here.bottom, here.y);
  here.natural = std::max(here.natural, here.y);
  here.after = space.after;
  here.empty = false;
  ++here.items;
  return rect;
}

float room() {
  const Box& here = box();
  if (!inside_row()) return here.right - here.left;
  const float x = here.x + (here.empty ? 0 : here.gap);
  float room = here.right - x;
  if (!here.pushed) {
    const float pushed = recall(here.key, "pushed", 0);
    if (pushed > 0) room -= pushed + here.gap;
  }
  return std::max(room, 0.0f);
}

}  // namespace detail

float available_width() {
  return box().right - box().left;
}

Id::Id(std::string_view key) {
  auto& scope = state().scope;
  scope.push_back(hash(key, scope.empty() ? 0 : scope.back()));
}
Id::Id(std::size_t index) {
  auto& scope = state().scope;
  scope.push_back(hash(index, scope.empty() ? 0 : scope.back()));
}
Id::~Id() {
  if (!state().scope.empty()) state().scope.pop_back();
}

void begin_card(std::string_view name) {
  const Key key = next_key("card");
  const Box& outer = box();
  const float padding = narrow() ? metric::kCardPaddingNarrow : metric::kCardPadding;
  const bool nested = outer.node >= 0;
  const float height = recall(key, "height", 96);
  // In columns, a card that is alone in its column is as high as the others.
  float stretch = 0;
  if (outer.kind == Box::Kind::columns && outer.empty) {
    const float tallest = recall(outer.key, line_name("row", outer.column / outer.columns), 0);
    const bool alone = recall(outer.key, line_name("items", outer.column), 1) < 1.5f;
    if (alone && tallest > height) stretch = tallest - height;
  }
  const float natural = outer.natural;
  const Rect rect = place(available_width(), height + stretch, spaced::kCard);
  box().natural = natural;
  fill(rect, nested ? theme().canvas : theme().surface, metric::kCardRadius);
  outline(rect, theme().border, metric::kCardRadius);

  Box inner;
  inner.key = key;
  inner.left = rect.x + padding;
  inner.right = rect.x + rect.width - padding;
  inner.top = rect.y + padding;
  inner.node =
      open_node(name.empty() ? Role::group : Role::region,
                name.empty() ? id_by_place(Role::group) : id_of(Role::region, name), name, rect);
  push_box(inner);
  state().scope.push_back(name.empty()
                              ? (state().scope.empty() ? 0 : state().scope.back())
                              : hash(name, state().scope.empty() ? 0 : state().scope.back()));
}

void end_card() {
  const float padding = narrow() ? metric::kCardPaddingNarrow : metric::kCardPadding;
  const Box inner = pop_box();
  if (!state().scope.empty()) state().scope.pop_back();
  close_node();
  const float height = inner.bottom - inner.top + 2 * padding;
  remember_height(inner, height, 96);
  Box& outer = box();
  outer.natural = std::max(outer.natural, inner.top - padding + height);
}

void begin_group(std::string_view name) {
  open_node(Role::group, id_of(Role::group, name), name,
            {box().left, box().y, available_width(), 0});
}

void end_group() {
  const auto& open = state().open;
  if (open.empty()) return;
  Node& group = node(open.back());
  group.rect.height = std::max(0.0f, box().bottom - group.rect.y);
  close_node();
}

void begin_row(float gap) {
  const Key key = next_key("row");
  const Box& outer = box();
  const float whole = inside_row() ? room() : available_width();
  const float height = recall(key, "height", metric::kControl);
  // In a row, and where things stand at the right, it is as wide as its contents.
  float width = whole;
  if (inside_row() || outer.align_right) width = std::min(whole, recall(key, "width", whole));
  Box row;
  row.kind = Box::Kind::row;
  row.flow = Box::Flow::row;
  row.key = key;
  row.gap = gap;
  row.one_line = state().in_bar;
  row.node = outer.node;
  const Rect rect = place(width, height);
  row.left = rect.x;
  row.right = rect.x + rect.width;
  row.top = rect.y;
  push_box(row);
}

void end_row() {
  const Box row = pop_box();
  if (row.kind != Box::Kind::row) return;
  remember(row.key, "pushed", row.pushed_width, 0);
  remember(row.key, "fixed", row.fixed, 0);
  remember(row.key, "stacks", static_cast<float>(row.stacks), 0);
  remember(row.key, line_name("line", row.line), row.line_height, metric::kControl);
  remember_height(row, row.y + row.line_height - row.top, metric::kControl);
  const float none = 1e6f;  // wider than any: as wide as there is room
  remember(row.key, "width", row.stacks > 0 ? none : row.fixed, none);
}

void push_right() {
  Box& row = box();
  if (!inside_row() || row.pushed) return;
  const float width = recall(row.key, "pushed", 0);
  const float gap = row.empty ? 0 : row.gap;
  if (!row.one_line && !row.empty && row.x + gap + width > row.right + 0.5f) break_line(row);
  row.pushed = true;
  row.x = std::max(row.x + (row.empty ? 0 : row.gap), row.right - width);
  if (row.items > 0) row.pushed_width = -row.gap;  // the first of them has none before it
  row.empty = true;
}

void begin_stack() {
  const Key key = next_key("stack");
  const float height = recall(key, "height", metric::kControl);
  float width = available_width();
  if (inside_row()) {
    const Box& row = box();
    const float stacks = std::max(1.0f, recall(row.key, "stacks", 1));
    const float others = recall(row.key, "fixed", 0) + row.gap * stacks;
    const float whole = row.right - row.left;
    width = (whole - others) / stacks;
    // Too little beside the others: a line of its own.
    if (width < 240 && width < whole * 0.62f) width = whole;
  }
  Box stack;
  stack.kind = Box::Kind::stack;
  stack.key = key;
  stack.node = box().node;
  const float fixed = box().fixed;
  const Rect rect = place(width, height);
  if (inside_row()) {
    box().fixed = fixed;
    ++box().stacks;
  }
  stack.left = rect.x;
  stack.right = rect.x + rect.width;
  stack.top = rect.y;
  push_box(stack);
}

void end_stack() {
  const Box stack = pop_box();
  remember_height(stack, stack.bottom - stack.top, metric::kControl);
}

void begin_columns(int count, float gap) {
  const Key key = next_key("columns");
  const float whole = available_width();
  constexpr float kLeast = 180;
  int columns = std::max(1, count);
  if (narrow()) columns = 1;
  const auto width_of = [&](int n) {
    return (whole - gap * static_cast<float>(n - 1)) / static_cast<float>(n);
  };
  while (columns > 1 && width_of(columns) < kLeast)
    --columns;
  // Four that do not fit are two and two, not three and one.
  if (count % 2 == 0 && columns > 1 && columns < count && columns % 2 == 1) --columns;
  Box set;
  set.kind = Box::Kind::columns;
  set.key = key;
  set.gap = gap;
  set.columns = columns;
  set.column_width = width_of(columns);
  set.node = box().node;
  const Rect rect = place(whole, recall(key, "height", 96), spaced::kCard);
  set.origin_x = rect.x;
  set.origin_y = set.row_bottom = rect.y;
  set.left = rect.x;
  set.right = rect.x + set.column_width;
  set.top = rect.y;
  push_box(set);
}

namespace {

void close_column(Box& set) {
  remember(set.key, line_name("items", set.column), static_cast<float>(set.items), 1);
  set.row_bottom = std::max(set.row_bottom, set.natural);
  if (set.column % set.columns == set.columns - 1) {
    remember(set.key, line_name("row", set.column / set.columns), set.row_bottom - set.top, 0);
  }
}

}  // namespace

void next_column() {
  Box& set = box();
  if (set.kind != Box::Kind::columns) return;
  close_column(set);
  ++set.column;
  set.items = 0;
  const int column = set.column % set.columns;
  if (column == 0) set.top = set.row_bottom = set.row_bottom + set.gap;
  set.left = set.origin_x + static_cast<float>(column) * (set.column_width + set.gap);
  set.right = set.left + set.column_width;
  set.x = set.left;
  set.y = set.natural = set.top;
  set.empty = true;
}

void end_columns() {
  Box set = pop_box();
  if (set.kind != Box::Kind::columns) return;
  close_column(set);
  remember(set.key, line_name("row", set.column / set.columns), set.row_bottom - set.top, 0);
  remember(set.key, "height", set.row_bottom - set.origin_y, 96);
}

void space(float height) {
  Box& here = box();
  if (inside_row()) {
    here.x += height;
  } else {
    here.after = std::max(here.after, height);
  }
}

void separator() {
  const Rect rect = place(available_width(), 1, {16, 16});
  line(rect.x, rect.y, rect.x + rect.width, rect.y, theme().border);
}

}  // namespace leadpact::ui
