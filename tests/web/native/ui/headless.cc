#include "tests/web/native/ui/headless.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "imgui.h"

namespace leadpact::ui::testing {

Headless::Headless(float width, float height, float scale) {
  input.width = width;
  input.height = height;
  input.scale = scale;
  input.time = 1;
  start();
}

Headless::~Headless() {
  stop();
}

int Headless::draw() {
  int passes = 0;
  do {
    begin_frame(input, std::exchange(pending_, {}));
    if (content) content();
    end_frame();
    ++passes;
  } while (!settled() && passes < 8);
  input.time += 1.0 / 60;
  return passes;
}

int Headless::corners() {
  int most = 0;
  const ImDrawData* data = ImGui::GetDrawData();
  for (int i = 0; data != nullptr && i < data->CmdListsCount; ++i)
    most = std::max(most, data->CmdLists[i]->VtxBuffer.Size);
  return most;
}

void Headless::rest() {
  for (int i = 0; i < 30; ++i)
    draw();
}

const Node* Headless::find(Role role, std::string_view name) const {
  for (const Node& node : tree()) {
    if (node.role == role && (name.empty() || node.name == name)) return &node;
  }
  return nullptr;
}

bool Headless::has(Role role, std::string_view name) const {
  return find(role, name) != nullptr;
}

bool Headless::activate(Role role, std::string_view name) {
  const Node* node = find(role, name);
  if (node == nullptr) return false;
  pending_.push_back({node->id, ActionKind::activate, {}});
  return true;
}

bool Headless::set_value(Role role, std::string_view name, std::string value) {
  const Node* node = find(role, name);
  if (node == nullptr) return false;
  pending_.push_back({node->id, ActionKind::set_value, std::move(value)});
  return true;
}

bool Headless::key(Role role, std::string_view name, std::string value) {
  const Node* node = find(role, name);
  if (node == nullptr) return false;
  pending_.push_back({node->id, ActionKind::key, std::move(value)});
  return true;
}

void Headless::point(const Rect& rect) {
  ImGui::GetIO().AddMousePosEvent((rect.x + rect.width / 2) * input.scale,
                                  (rect.y + rect.height / 2) * input.scale);
  draw();
  draw();
}

void Headless::click(const Rect& rect) {
  point(rect);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  draw();
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  draw();
}

std::string Headless::outline() const {
  std::ostringstream out;
  std::vector<int> depth;
  for (const Node& node : tree()) {
    const int own = node.parent < 0 ? 0 : depth[static_cast<std::size_t>(node.parent)] + 1;
    depth.push_back(own);
    out << std::string(static_cast<std::size_t>(own) * 2, ' ') << name_of(node.role);
    if (!node.name.empty()) out << " \"" << node.name << '"';
    if (!node.value.empty()) out << " = " << node.value;
    if (node.checked) out << " checked";
    if (node.current) out << " current";
    if (node.disabled) out << " disabled";
    if (node.expandable) out << (node.expanded ? " open" : " closed");
    out << "  [" << node.rect.x << ' ' << node.rect.y << ' ' << node.rect.width << ' '
        << node.rect.height << "]\n";
  }
  return out.str();
}

namespace {

bool is_words(Role role) {
  return role == Role::text || role == Role::heading || role == Role::listitem;
}

bool is_control(Role role) {
  return role == Role::button || role == Role::link || role == Role::toggle ||
         role == Role::radio || role == Role::combobox || role == Role::textbox ||
         role == Role::slider;
}

float overlap(float a, float a_size, float b, float b_size) {
  return std::min(a + a_size, b + b_size) - std::max(a, b);
}

std::string described(const Node& node) {
  std::ostringstream out;
  out << name_of(node.role) << " \"" << node.name << "\" at " << node.rect.x << ',' << node.rect.y
      << ' ' << node.rect.width << 'x' << node.rect.height;
  return out.str();
}

// In which layer a node lies: the page, or something above it. Nodes of
// different layers may cover each other.
std::int32_t layer_of(const Tree& nodes, std::size_t index) {
  for (std::int32_t at = static_cast<std::int32_t>(index); at >= 0;
       at = nodes[static_cast<std::size_t>(at)].parent) {
    switch (nodes[static_cast<std::size_t>(at)].role) {
      case Role::banner:
      case Role::navigation:
      case Role::main:
      case Role::listbox:
      case Role::dialog:
        return at;
      default:
        break;
    }
    const std::int32_t parent = nodes[static_cast<std::size_t>(at)].parent;
    if (parent == 0) return at;  // a toast
  }
  return 0;
}

}  // namespace

std::vector<std::string> faults(const FrameInput& input) {
  std::vector<std::string> found;
  const Tree& nodes = tree();
  std::vector<std::size_t> words;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (node.hidden || node.rect.width <= 0) continue;
    if (is_control(node.role)) {
      if (node.name.empty()) found.push_back("Without a name: " + described(node));
      if (node.rect.width < 24 || node.rect.height < 24) {
        found.push_back("Too small to hit: " + described(node));
      }
    }
    if (is_control(node.role) || is_words(node.role)) {
      if (node.rect.x < -0.5f || node.rect.x + node.rect.width > input.width + 0.5f) {
        found.push_back("Beside the page: " + described(node));
      }
      const Node& parent = nodes[static_cast<std::size_t>(std::max(0, node.parent))];
      const bool contained = parent.role == Role::region || parent.role == Role::cell ||
                             parent.role == Role::rowheader || parent.role == Role::alert;
      // The button that opens a row is as large as the row.
      const bool opens_row = node.role == Role::button && parent.role == Role::rowheader;
      if (contained && !opens_row && parent.rect.width > 0 &&
          (node.rect.x < parent.rect.x - 1 ||
           node.rect.x + node.rect.width > parent.rect.x + parent.rect.width + 1)) {
        found.push_back("Sticks out of " + described(parent) + ": " + described(node));
      }
    }
    if (is_words(node.role)) words.push_back(i);
  }
  for (std::size_t a = 0; a < words.size(); ++a) {
    for (std::size_t b = a + 1; b < words.size(); ++b) {
      const Node& one = nodes[words[a]];
      const Node& other = nodes[words[b]];
      if (overlap(one.rect.x, one.rect.width, other.rect.x, other.rect.width) <= 1) continue;
      if (overlap(one.rect.y, one.rect.height, other.rect.y, other.rect.height) <= 1) continue;
      if (layer_of(nodes, words[a]) != layer_of(nodes, words[b])) continue;
      found.push_back("Over each other: " + described(one) + " and " + described(other));
    }
  }
  return found;
}

}  // namespace leadpact::ui::testing
