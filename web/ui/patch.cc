#include "web/ui/patch.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace leadpact::ui {
namespace {

// A print of what is sent of a node: texts may be long, so eight bytes at a time.
class Print {
 public:
  void add(std::uint64_t number) {
    value_ = (value_ ^ number) * 0x9E3779B97F4A7C15ull;
    value_ ^= value_ >> 29;
  }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    while (!text.empty()) {
      std::uint64_t word = 0;
      const std::size_t size = std::min(text.size(), sizeof word);
      std::memcpy(&word, text.data(), size);
      add(word);
      text.remove_prefix(size);
    }
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037ull;
};

std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto more = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF && more(at + 1)) return 2;
  if (first >= 0xE0 && first <= 0xEF && more(at + 1) && more(at + 2)) {
    const unsigned second = byte(at + 1);
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    if (!overlong && !surrogate) return 3;
  }
  if (first >= 0xF0 && first <= 0xF4 && more(at + 1) && more(at + 2) && more(at + 3)) {
    const unsigned second = byte(at + 1);
    if ((first != 0xF0 || second >= 0x90) && (first != 0xF4 || second <= 0x8F)) return 4;
  }
  return 0;
}

// Tenths of a pixel are enough, and keep the text the same from frame to frame.
long tenths_of(float value) {
  return std::lround(std::isfinite(value) ? value * 10 : 0);
}

void append_number(std::string& out, float value) {
  const long tenths = tenths_of(value);
  const long whole = tenths / 10, rest = std::labs(tenths % 10);
  if (tenths < 0 && whole == 0) out += '-';
  out += std::to_string(whole);
  if (rest != 0) {
    out += '.';
    out += std::to_string(rest);
  }
}

// Written as it is.
bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

std::uint32_t state_of(const Node& node) {
  std::uint32_t state = 0;
  if (node.disabled) state |= kDisabled;
  if (node.checked) state |= kChecked;
  if (node.expanded) state |= kExpanded;
  if (node.expandable) state |= kExpandable;
  if (node.invalid) state |= kInvalid;
  if (node.current) state |= kCurrent;
  if (node.focusable) state |= kFocusable;
  if (node.live) state |= kLive;
  if (node.hidden) state |= kHidden;
  if (node.multiline) state |= kMultiline;
  if (node.movable) state |= kMovable;
  return state;
}

void append_field(std::string& out, const char* name, std::string_view text) {
  if (text.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  append_json(out, text);
}

void append_rect(std::string& out, const char* name, const Rect& rect, const Rect& parent) {
  out += ",\"";
  out += name;
  out += "\":[";
  append_number(out, rect.x - parent.x);
  out += ',';
  append_number(out, rect.y - parent.y);
  out += ',';
  append_number(out, rect.width);
  out += ',';
  append_number(out, rect.height);
  out += ']';
}

std::uint64_t print_of(const Node& node, const Rect& parent) {
  Print print;
  print.add(static_cast<std::uint64_t>(node.role));
  for (const std::string* text : {&node.name, &node.value, &node.description})
    print.add(std::string_view(*text));
  print.add(node.level);
  print.add(state_of(node));
  print.add(node.active);
  const auto add_rect = [&](const Rect& rect, const Rect& of) {
    for (const float value : {rect.x - of.x, rect.y - of.y, rect.width, rect.height})
      print.add(static_cast<std::uint64_t>(tenths_of(value)));
  };
  add_rect(node.rect, parent);
  if (node.role == Role::textbox) add_rect(node.edit, node.rect);
  if (node.role == Role::slider) {
    for (const double number : {node.now, node.low, node.high}) {
      std::uint64_t bits = 0;
      std::memcpy(&bits, &number, sizeof bits);
      print.add(bits);
    }
  }
  return print.value();
}

// Now, lowest, highest.
void append_range(std::string& out, const Node& node) {
  const char* before = ",\"range\":[";
  for (const double number : {node.now, node.low, node.high}) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", std::isfinite(number) ? number : 0.0);
    out += before;
    out += text;
    before = ",";
  }
  out += ']';
}

void append_node(std::string& out, const Node& node, const Rect& parent) {
  out += "{\"id\":" + std::to_string(node.id) + ",\"role\":\"";
  out += name_of(node.role);
  out += '"';
  append_field(out, "name", node.name);
  append_field(out, "value", node.value);
  append_field(out, "description", node.description);
  if (node.level > 0) out += ",\"level\":" + std::to_string(node.level);
  if (const std::uint32_t state = state_of(node)) out += ",\"state\":" + std::to_string(state);
  if (node.active != 0) out += ",\"active\":" + std::to_string(node.active);
  append_rect(out, "rect", node.rect, parent);
  if (node.role == Role::textbox) append_rect(out, "edit", node.edit, node.rect);
  if (node.role == Role::slider) append_range(out, node);
  out += '}';
}

void append_ids(std::string& out, const std::vector<std::uint32_t>& ids) {
  out += '[';
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) out += ',';
    out += std::to_string(ids[i]);
  }
  out += ']';
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && is_plain(text[plain]))
      ++plain;
    out.append(text.substr(at, plain - at));
    at = plain;
    if (at == text.size()) break;
    const char c = text[at];
    const std::size_t length = sequence_length(text, at);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      ++at;
      continue;
    }
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kHex[(c >> 4) & 0xF];
      out += kHex[c & 0xF];
    } else {
      out.append(text.substr(at, length));
    }
    at += length;
  }
  out += '"';
}

std::string Patcher::patch(const Tree& tree, std::uint32_t focused) {
  ++turn_;
  std::string nodes, order;
  std::vector<std::vector<std::uint32_t>> children(tree.size());
  for (const Node& node : tree) {
    if (node.parent >= 0) children[static_cast<std::size_t>(node.parent)].push_back(node.id);
  }
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const Node& node = tree[i];
    const Rect parent =
        node.parent >= 0 ? tree[static_cast<std::size_t>(node.parent)].rect : Rect{};
    Known& known = known_[node.id];
    known.seen = turn_;
    const std::uint64_t print = print_of(node, parent);
    if (known.print != print && i > 0) {
      if (!nodes.empty()) nodes += ',';
      append_node(nodes, node, parent);
    }
    known.print = print;
    if (known.children != children[i]) {
      if (!order.empty()) order += ',';
      order += '[' + std::to_string(node.id) + ',';
      append_ids(order, children[i]);
      order += ']';
      known.children = std::move(children[i]);
    }
  }
  std::vector<std::uint32_t> gone;
  for (auto it = known_.begin(); it != known_.end();) {
    if (it->second.seen == turn_) {
      ++it;
      continue;
    }
    gone.push_back(it->first);
    it = known_.erase(it);
  }
  const bool moved = focused != focused_;
  focused_ = focused;
  if (nodes.empty() && order.empty() && gone.empty() && !moved) return {};
  std::string out = "{\"gone\":";
  append_ids(out, gone);
  out.reserve(out.size() + nodes.size() + order.size() + 64);
  out.append(",\"nodes\":[").append(nodes).append("],\"order\":[").append(order) += ']';
  if (moved) out += ",\"focus\":" + std::to_string(focused);
  out += '}';
  return out;
}

}  // namespace leadpact::ui
