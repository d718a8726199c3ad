#include "web/app/settings.h"

#include <charconv>
#include <cstddef>
#include <optional>
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

// "1774990800000<tab>trigger<tab>note"; nothing where it is none.
std::optional<Handled> read_handled(std::string_view text) {
  Handled handled;
  const std::size_t first = text.find('\t');
  const std::size_t second = first == std::string_view::npos ? first : text.find('\t', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + first, handled.at);
  if (error != std::errc() || end != text.data() + first) return std::nullopt;
  handled.trigger = text.substr(first + 1, second - first - 1);
  handled.note = text.substr(second + 1);
  return handled;
}

}  // namespace

Settings read_settings(std::string_view text) {
  Settings settings;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
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
    if (name == "handled") {
      if (auto handled = read_handled(value)) settings.handled.push_back(std::move(*handled));
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
  for (const Handled& each : settings.handled) {
    if (each.trigger.find('\t') != std::string::npos) continue;
    keep("handled", std::to_string(each.at) + "\t" + each.trigger + "\t" + each.note);
  }
  return text + "\n";
}

}  // namespace leadpact::app
