#include "web/app/settings.h"

#include <cstddef>

namespace leadpact::app {
namespace {

constexpr std::string_view kThemes[] = {"automatic", "light", "dark"};
constexpr std::string_view kScreens[] = {"home", "agreement", "data", "scorecard"};

template <typename Enum, std::size_t kCount>
void read(const std::string_view (&names)[kCount], std::string_view value, Enum& target) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (names[i] == value) target = static_cast<Enum>(i);
  }
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
    if (name == "screen") read(kScreens, value, settings.screen);
    if (name == "open") settings.open = value;
    if (name == "archived") settings.archived.emplace_back(value);
    if (name == "settled") settings.settled.emplace_back(value);
  }
  return settings;
}

std::string write_settings(const Settings& settings) {
  std::string text = "theme=";
  text += kThemes[static_cast<std::size_t>(settings.theme)];
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
  return text + "\n";
}

}  // namespace leadpact::app
