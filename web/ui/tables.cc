// Tables: a tinted head, hairlines, figures at the right; cards where narrow.
#include <algorithm>
#include <cmath>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

namespace {

constexpr float kCell = 12;        // padding left and right
constexpr float kRowPadding = 10;  // above and below
constexpr float kChevron = 24;
constexpr float kLeastShare = 260;

TableState& table() {
  return state().tables.back();
}

// Widths of the columns that fit; optional ones go first, from the right.
void lay_out(TableState& t, float whole) {
  std::vector<bool> shown(t.columns.size(), true);
  const auto needed = [&] {
    float sum = 0;
    for (std::size_t i = 0; i < t.columns.size(); ++i) {
      if (shown[i]) sum += t.columns[i].width > 0 ? t.columns[i].width : kLeastShare;
    }
    return sum;
  };
  for (std::size_t i = t.columns.size(); i-- > 0 && needed() > whole;) {
    if (t.columns[i].optional) shown[i] = false;
  }
  float fixed = 0, shares = 0;
  for (std::size_t i = 0; i < t.columns.size(); ++i) {
    if (!shown[i]) continue;
    if (t.columns[i].width > 0)
      fixed += t.columns[i].width;
    else
      shares += 1;
  }
  const float share = shares > 0 ? std::max(60.0f, (whole - fixed) / shares) : 0;
  const float total = fixed + share * shares;
  // Without a column that takes the rest, all grow; where it is too tight, all shrink.
  const float stretch = (shares == 0 || total > whole) && total > 0 ? whole / total : 1;
  float x = t.left;
  for (std::size_t i = 0; i < t.columns.size(); ++i) {
    const float own = t.columns[i].width > 0 ? t.columns[i].width : share;
    const float width = shown[i] ? std::floor(own * stretch) : 0;
    t.x.push_back(x);
    t.width.push_back(width);
    x += width;
  }
}

float head_height(const TableState& t) {
  float height = line_height(type::kLabel);
  for (std::size_t i = 0; i < t.columns.size(); ++i) {
    if (t.width[i] <= 0) continue;
    height =
        std::max(height, text_size(t.columns[i].name, type::kLabel, t.width[i] - 2 * kCell).height);
  }
  return height + 2 * 9;
}

void draw_head(TableState& t) {
  const float height = head_height(t);
  const Rect head = place(t.right - t.left, height, spaced::kControl);
  fill(head, theme().sunken, metric::kControlRadius);
  open_node(Role::row, hash("head", t.key), "", head);
  for (std::size_t i = 0; i < t.columns.size(); ++i) {
    if (t.width[i] <= 0) continue;
    const TableColumn& column = t.columns[i];
    const TextSize size = text_size(column.name, type::kLabel, t.width[i] - 2 * kCell);
    const Rect cell{t.x[i] + kCell, head.y + 9, t.width[i] - 2 * kCell, size.height};
    draw_text(cell, column.name, type::kLabel, theme().text_2, column.align);
    // A column of buttons needs no heading; an empty one would be announced.
    add_node(column.name.empty() ? Role::cell : Role::columnheader, hash(i, hash("head", t.key)),
             column.name, {t.x[i], head.y, t.width[i], height});
  }
  close_node();
}

void end_cell(TableState& t) {
  if (!t.in_cell) return;
  const Box done = pop_box();
  t.in_cell = false;
  close_node();
  const float height = done.bottom - done.top;
  if (t.cards) {
    t.row_bottom = std::max(t.row_bottom, done.bottom);
    t.cell_y = t.row_bottom + 8;
  } else {
    remember(done.key, "height", height, line_height(type::kBody));
    t.row_bottom = std::max(t.row_bottom, height);
  }
}

void end_row_of(TableState& t) {
  if (!t.in_row) return;
  end_cell(t);
  t.in_row = false;
  const float inner = t.cards ? t.row_bottom - t.row_rect.y - 16 : t.row_bottom;
  const float padding = t.cards ? 32.0f : 2 * kRowPadding;
  remember(t.row_key, "height", std::max(inner + padding, 44.0f), 44);
  close_node();
}

// The box of the next cell, or false where the column is left out.
bool begin_cell(TableState& t) {
  end_cell(t);
  if (t.cell >= t.columns.size()) {
    // More cells than columns: whatever comes is drawn in the last one's place.
    t.cell = t.columns.empty() ? 0 : t.columns.size() - 1;
  }
  const std::size_t i = t.cell++;
  const Key key = hash(i, t.row_key);
  const TableColumn& column = t.columns[i];
  const Role role = i == 0 ? Role::rowheader : Role::cell;
  Box cell;
  cell.key = key;
  cell.node = box().node;
  if (t.cards) {
    const float left = t.row_rect.x + 16, right = t.row_rect.x + t.row_rect.width - 16;
    cell.top = t.cell_y;
    if (i == 0) {
      cell.left = left;
      cell.right = right - (t.expandable ? kChevron : 0);
    } else {
      const float split = std::floor((right - left) * 0.42f);
      const TextSize name = text_size(column.name, type::kBody, split - 12);
      draw_text({left, t.cell_y, split - 12, name.height}, column.name, type::kBody,
                theme().text_3);
      cell.left = left + split;
      cell.right = right;
      t.row_bottom = std::max(t.row_bottom, t.cell_y + name.height);
    }
  } else {
    const float width = t.width[i];
    if (width <= 0) {
      // Left out: its contents are drawn where nobody sees them.
      cell.left = -100000;
      cell.right = -99800;
      cell.top = t.row_rect.y;
    } else {
      cell.left = t.x[i] + kCell + (i == 0 && t.expandable ? kChevron : 0);
      cell.right = t.x[i] + width - kCell;
      const float height = recall(key, "height", line_height(type::kBody));
      cell.top = t.row_rect.y + std::max(kRowPadding, std::floor((t.row_rect.height - height) / 2));
      cell.align_right = column.align == Align::right;
    }
  }
  t.in_cell = true;
  const bool shown = t.cards || t.width[i] > 0;
  const Rect rect = t.cards ? Rect{cell.left, cell.top, cell.right - cell.left, 24}
                            : Rect{t.x[i], t.row_rect.y, t.width[i], t.row_rect.height};
  const std::int32_t index = open_node(role, hash("cell", key), "", rect);
  node(index).hidden = !shown;
  push_box(cell);
  if (i == 0 && t.expandable) {
    // The row opens by this button for those who do not see the row.
    const std::int32_t button = add_node(Role::button, t.row_key, t.row_name, t.row_rect);
    node(button).focusable = true;
    node(button).expandable = true;
    node(button).expanded = t.expanded;
  }
  return shown;
}

}  // namespace

void begin_table(std::string_view name, const std::vector<TableColumn>& columns) {
  TableState t;
  t.columns = columns;
  t.key = id_of(Role::table, name);
  t.cards = narrow();
  const Box& here = box();
  t.left = here.left;
  t.right = here.right;
  lay_out(t, t.right - t.left);
  t.table_node = open_node(Role::table, t.key, name, {here.left, here.y, t.right - t.left, 1});
  state().tables.push_back(std::move(t));
  if (!table().cards) draw_head(table());
  node(table().table_node).rect.y = table().cards ? here.y : box().y - head_height(table());
}

bool table_row(std::string_view name, bool expandable, bool expanded) {
  if (state().tables.empty()) return false;
  TableState& t = table();
  end_row_of(t);
  t.row_key = name.empty() ? hash(t.row, hash("row", t.key)) : hash(name, hash("row", t.key));
  // Rows of one name stay apart.
  const std::uint32_t times = state().used_ids[t.row_key]++;
  if (times > 0) t.row_key = hash(static_cast<std::size_t>(times), t.row_key);
  t.row_name = name.empty() ? "Details" : std::string(name);
  t.expandable = expandable;
  t.expanded = expanded;
  const float height = recall(t.row_key, "height", 44);
  if (!t.cards && t.row == 0) box().after = 0;
  t.row_rect = place(t.right - t.left, height, t.cards ? Space{12, 12} : spaced::kNone);
  ++t.row;
  t.cell = 0;
  t.in_row = true;
  t.row_bottom = t.cards ? t.row_rect.y + 16 : 0;
  t.cell_y = t.row_rect.y + 16;
  const Rect& r = t.row_rect;
  Touch touch;
  if (expandable) touch = interact(t.row_key, r, true, true);
  const float warm = expandable ? ease(t.row_key, "hover", touch.hovered || touch.held) : 0;
  if (t.cards) {
    fill(r, mix(theme().surface, theme().hover, warm), metric::kCardRadius);
    outline(r, theme().border, metric::kCardRadius);
  } else {
    if (warm > 0)
      fill(r, faded(theme().hover, warm * 0.6f), 4);
    else if (expanded)
      fill(r, faded(theme().hover, 0.35f), 4);
    if (!expanded) line(r.x, r.y + r.height - 1, r.x + r.width, r.y + r.height - 1, theme().border);
  }
  if (touch.ring) ring_around({r.x + 2, r.y + 3, r.width - 4, r.height - 6}, 4);
  if (expandable) {
    const Icon icon = expanded ? Icon::expand_more : Icon::chevron_right;
    if (t.cards)
      draw_icon(r.x + r.width - 36, r.y + 16, 20, icon, theme().text_2);
    else
      draw_icon(r.x + 10, r.y + (r.height - 20) / 2, 20, icon, theme().text_2);
  }
  t.row_node = open_node(Role::row, hash("row", t.row_key), name, r);
  return touch.used;
}

void table_cell() {
  if (!state().tables.empty()) begin_cell(table());
}

namespace {

// Text in a column that is left out: there for those who do not see.
void add_hidden_text(std::string_view text) {
  add_node(Role::text, id_by_place(Role::text), text, {});
  node(static_cast<std::int32_t>(state().tree.size()) - 1).hidden = true;
}

}  // namespace

void table_cell(std::string_view text, Tone tone) {
  if (state().tables.empty()) return;
  if (begin_cell(table())) {
    ui::text(text, tone);
  } else {
    add_hidden_text(text);
  }
}

bool table_link(std::string_view name, std::string_view text) {
  if (state().tables.empty()) return false;
  if (begin_cell(table())) return link(name, text);
  add_hidden_text(text);
  return false;
}

void begin_table_detail() {
  if (state().tables.empty()) return;
  TableState& t = table();
  end_row_of(t);
  const Key key = hash("detail", t.row_key);
  const float height = recall(key, "height", 80);
  box().after = 0;
  const Rect rect = place(t.right - t.left, height, spaced::kNone);
  if (!t.cards) {
    fill({rect.x, rect.y, rect.width, rect.height - 1}, faded(theme().hover, 0.35f), 4);
    line(rect.x, rect.y + rect.height - 1, rect.x + rect.width, rect.y + rect.height - 1,
         theme().border);
  }
  open_node(Role::row, hash("detail row", t.row_key), "", rect);
  open_node(Role::cell, hash("detail cell", t.row_key), "", rect);
  const float side = t.cards ? 4.0f : kCell + kChevron;
  Box inner;
  inner.key = key;
  inner.left = rect.x + side;
  inner.right = rect.x + rect.width - (t.cards ? 4.0f : kCell);
  inner.top = rect.y + 12;
  inner.node = box().node;
  push_box(inner);
  state().scope.push_back(key);
}

void end_table_detail() {
  const Box inner = pop_box();
  if (!state().scope.empty()) state().scope.pop_back();
  close_node();
  close_node();
  remember(inner.key, "height", inner.bottom - inner.top + 12 + 20, 80);
}

void end_table() {
  if (state().tables.empty()) return;
  TableState& t = table();
  end_row_of(t);
  Node& whole = node(t.table_node);
  whole.rect.height = std::max(1.0f, box().bottom - whole.rect.y);
  state().tables.pop_back();
  box().after = spaced::kCard.after;
  close_node();
}

}  // namespace leadpact::ui
