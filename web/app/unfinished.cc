#include "web/app/unfinished.h"

#include <utility>

namespace leadpact::app {
namespace {

void append(std::string& line, std::string_view text) {
  if (!line.empty()) line += '\t';
  for (const char c : text) {
    if (c == '\t') {
      line += "\\t";
    } else if (c == '\n') {
      line += "\\n";
    } else if (c == '\\') {
      line += "\\\\";
    } else {
      line += c;
    }
  }
}

std::vector<std::string> parts_of(std::string_view line) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t') {
      parts.emplace_back();
    } else if (line[i] == '\\' && i + 1 < line.size()) {
      const char next = line[++i];
      parts.back() += next == 't' ? '\t' : next == 'n' ? '\n' : next;
    } else {
      parts.back() += line[i];
    }
  }
  return parts;
}

}  // namespace

Unfinished read_unfinished(std::string_view text) {
  Unfinished unfinished;
  text = text.substr(0, kMostUnfinished);
  for (std::size_t lines = 0; !text.empty() && lines < kMostUnfinishedLines; ++lines) {
    const std::size_t end = text.find('\n');
    std::vector<std::string> parts = parts_of(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    const std::string& kind = parts.front();
    if (kind == "draft" && (parts.size() == 4 || parts.size() == 6)) {
      unfinished.drafts.push_back(
          {std::move(parts[1]), std::move(parts[2]), std::move(parts.back()), {}});
    } else if (parts.size() == 3 && (kind == "goal" || kind == "days")) {
      (kind == "goal" ? unfinished.goal : unfinished.days)
          .emplace_back(std::move(parts[1]), std::move(parts[2]));
    }
  }
  return unfinished;
}

std::string write_unfinished(const Unfinished& unfinished, bool& all) {
  std::string text;
  std::size_t lines = 0;
  all = true;
  const auto add = [&](std::string line, const std::string& key, const std::string& value) {
    append(line, key);
    append(line, value);
    const bool fits = text.size() + line.size() < kMostUnfinished && lines < kMostUnfinishedLines;
    if (fits) text += line + '\n';
    lines += fits ? 1U : 0U;
    all = all && fits;
  };
  for (const auto& [key, value] : unfinished.goal)
    add("goal", key, value);
  for (const Draft& draft : unfinished.drafts) {
    std::string line = "draft";
    append(line, draft.part);
    add(std::move(line), draft.key, draft.text);
  }
  for (const auto& [calendar, value] : unfinished.days)
    add("days", calendar, value);
  return text;
}

}  // namespace leadpact::app
