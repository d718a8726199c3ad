// The meaning of what is drawn: nodes, their ids, and the actions that come
// back on them.
#include <algorithm>

#include "web/ui/detail.h"

namespace leadpact::ui {

using namespace detail;

std::string_view name_of(Role role) {
  switch (role) {
    case Role::region:
      return "region";
    case Role::navigation:
      return "navigation";
    case Role::main:
      return "main";
    case Role::banner:
      return "banner";
    case Role::group:
      return "group";
    case Role::heading:
      return "heading";
    case Role::text:
      return "text";
    case Role::link:
      return "link";
    case Role::button:
      return "button";
    case Role::toggle:
      return "switch";
    case Role::radio:
      return "radio";
    case Role::radiogroup:
      return "radiogroup";
    case Role::combobox:
      return "combobox";
    case Role::listbox:
      return "listbox";
    case Role::option:
      return "option";
    case Role::textbox:
      return "textbox";
    case Role::table:
      return "table";
    case Role::row:
      return "row";
    case Role::columnheader:
      return "columnheader";
    case Role::rowheader:
      return "rowheader";
    case Role::cell:
      return "cell";
    case Role::list:
      return "list";
    case Role::listitem:
      return "listitem";
    case Role::progressbar:
      return "progressbar";
    case Role::image:
      return "img";
    case Role::status:
      return "status";
    case Role::alert:
      return "alert";
    case Role::dialog:
      return "dialog";
    case Role::slider:
      return "slider";
  }
  return "group";
}

const Tree& tree() {
  return state().tree;
}
std::uint32_t focused() {
  return state().focused;
}
void focus_next() {
  state().focus_next = true;
}
void reveal_next() {
  state().reveal_next = true;
}

void announce(std::string_view text) {
  State& s = state();
  s.announcement = text;
  s.announced_at = s.time;
}

namespace detail {
namespace {

Key unique(Key id) {
  // Two of one name: the second gets an id of its own, in order.
  auto& used = state().used_ids;
  const std::uint32_t times = used[id]++;
  if (times == 0) return id;
  const Key other = hash(static_cast<std::size_t>(times), id);
  ++used[other];
  return other;
}

Key scope() {
  const State& s = state();
  return s.scope.empty() ? 17 : s.scope.back();
}

}  // namespace

Key id_of(Role role, std::string_view name) {
  return unique(hash(name, hash(name_of(role), scope())));
}

Key id_by_place(Role role) {
  const State& s = state();
  const Key parent = s.open.empty() ? 0 : s.tree[static_cast<std::size_t>(s.open.back())].id;
  return unique(hash(name_of(role), hash(std::size_t{parent}, scope())));
}

std::int32_t add_node(Role role, Key id, std::string_view name, const Rect& rect) {
  State& s = state();
  Node added;
  added.id = id;
  added.parent = s.open.empty() ? -1 : s.open.back();
  added.role = role;
  added.name = name;
  added.rect = rect;
  s.tree.push_back(std::move(added));
  return static_cast<std::int32_t>(s.tree.size()) - 1;
}

std::int32_t open_node(Role role, Key id, std::string_view name, const Rect& rect) {
  const std::int32_t index = add_node(role, id, name, rect);
  state().open.push_back(index);
  return index;
}

void close_node() {
  if (state().open.size() > 1) state().open.pop_back();
}

Node& node(std::int32_t index) {
  return state().tree[static_cast<std::size_t>(index)];
}

const Action* take_action(Key id, ActionKind kind) {
  State& s = state();
  for (std::size_t i = 0; i < s.actions.size(); ++i) {
    if (s.taken[i] || s.actions[i].id != id || s.actions[i].kind != kind) continue;
    s.taken[i] = true;
    return &s.actions[i];
  }
  return nullptr;
}

}  // namespace detail
}  // namespace leadpact::ui
