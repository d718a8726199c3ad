// What was done about the triggers that fell due, as the people here noted it.
#include <algorithm>
#include <string>
#include <utility>

#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {
namespace {

constexpr std::size_t kMostHandled = 500;

std::string key_of(const agreement::Agreement* agreement, const Due::Item& item) {
  return (agreement == nullptr ? "" : agreement->id) + "/" + item.trigger;
}

}  // namespace

const Handled* State::handled(const Due::Item& item) const {
  const std::string key = key_of(agreement(), item);
  const auto& all = settings_.handled;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Handled& each) { return each.trigger == key; });
  return found == all.end() ? nullptr : &*found;
}

std::string State::when_handled(const Handled& handled) const {
  return when(handled.at, now_, utc_offset_minutes_);
}

bool State::is_handling(const Due::Item& item) const {
  return !handling_.trigger.empty() && handling_.trigger == key_of(agreement(), item);
}

void State::begin_handling(const Due::Item& item) {
  handling_ = {key_of(agreement(), item), "", 0};
}

void State::write_handling(std::string note) {
  handling_.note = std::move(note);
}

void State::end_handling(bool keep) {
  Handled done = std::exchange(handling_, {});
  if (!keep || done.trigger.empty()) return;
  // The settings are lines.
  std::replace_if(
      done.note.begin(), done.note.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  done.at = now_;
  if (settings_.handled.size() >= kMostHandled) settings_.handled.erase(settings_.handled.begin());
  settings_.handled.push_back(std::move(done));
}

void State::reopen(const Due::Item& item) {
  const std::string key = key_of(agreement(), item);
  auto& all = settings_.handled;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const Handled& each) { return each.trigger == key; }),
            all.end());
}

}  // namespace leadpact::app
