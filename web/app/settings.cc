#include "web/app/settings.h"

#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>

namespace leadpact::app {
namespace {

constexpr std::string_view kThemes[] = {"automatic", "light", "dark"};
constexpr std::string_view kPapers[] = {"a4", "letter"};
constexpr std::string_view kScreens[] = {"home", "agreement", "data", "scorecard"};

template <typename Enum, std::size_t kCount>
void read(const std::string_view (&names)[kCount], std::string_view value, Enum& target) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (names[i] == value) target = static_cast<Enum>(i);
  }
}

// "1774990800000<tab>text<tab>text"; false where it is none.
bool read_dated(std::string_view line, std::int64_t& at, std::string& first, std::string& second) {
  const std::size_t one = line.find('\t');
  const std::size_t two = one == std::string_view::npos ? one : line.find('\t', one + 1);
  if (two == std::string_view::npos) return false;
  const auto [end, error] = std::from_chars(line.data(), line.data() + one, at);
  if (error != std::errc() || end != line.data() + one) return false;
  first = line.substr(one + 1, two - one - 1);
  second = line.substr(two + 1);
  return true;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

bool has_line(std::string_view text, std::string_view line) {
  while (!text.empty()) {
    if (take_line(text) == line) return true;
  }
  return false;
}

}  // namespace

Settings read_settings(std::string_view text) {
  Settings settings;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, equals);
    const std::string_view value = line.substr(equals + 1);
    if (name == "theme") read(kThemes, value, settings.theme);
    if (name == "paper") read(kPapers, value, settings.paper);
    if (name == "screen") read(kScreens, value, settings.screen);
    if (name == "open") settings.open = value;
    if (name == "archived") settings.archived.emplace_back(value);
    if (name == "settled") settings.settled.emplace_back(value);
    Handled handled;
    if (name == "handled" && read_dated(value, handled.at, handled.trigger, handled.note)) {
      settings.handled.push_back(std::move(handled));
    }
    CardFacts facts;
    if (name == "card" && read_dated(value, facts.backed_up_at, facts.id, facts.score)) {
      // Of two of one agreement, as after a merge, the later one.
      std::size_t same = 0;
      while (same < settings.facts.size() && settings.facts[same].id != facts.id)
        ++same;
      if (same == settings.facts.size()) settings.facts.emplace_back();
      std::swap(settings.facts[same], facts);
    }
  }
  return settings;
}

std::string write_settings(const Settings& settings) {
  std::string text = "theme=";
  text += kThemes[static_cast<std::size_t>(settings.theme)];
  text += "\npaper=";
  text += kPapers[static_cast<std::size_t>(settings.paper)];
  text += "\nscreen=";
  text += kScreens[static_cast<std::size_t>(settings.screen)];
  // An id is free text in the file format; one that breaks lines is not kept.
  const auto keep = [&](std::string_view name, const std::string& id) {
    if (id.find('\n') == std::string::npos) text += "\n" + std::string(name) + "=" + id;
  };
  keep("open", settings.open);
  for (const std::string& id : settings.archived)
    keep("archived", id);
  for (const std::string& finding : settings.settled)
    keep("settled", finding);
  const auto keep_dated = [&](std::string_view name, std::int64_t at, const std::string& first,
                              const std::string& second) {
    if (first.find('\t') != std::string::npos) return;
    keep(name, std::to_string(at) + "\t" + first + "\t" + second);
  };
  for (const Handled& each : settings.handled)
    keep_dated("handled", each.at, each.trigger, each.note);
  for (const CardFacts& each : settings.facts)
    keep_dated("card", each.backed_up_at, each.id, each.score);
  return text + "\n";
}

Settings merge_settings(std::string_view base, std::string_view theirs, std::string_view ours) {
  std::string merged;
  for (std::string_view rest = theirs; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (has_line(base, line) && !has_line(ours, line)) continue;
    merged.append(line).append("\n");
  }
  for (std::string_view rest = ours; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (has_line(base, line) || has_line(theirs, line)) continue;
    merged.append(line).append("\n");
  }
  return read_settings(merged);
}

}  // namespace leadpact::app
