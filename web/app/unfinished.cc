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
  for (std::size_t lines = 0; !text.empty() && lines < kMostUnfinished; ++lines) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.size() > kLongestUnfinished) continue;
    std::vector<std::string> parts = parts_of(line);
    if (parts.front() == "goal" && parts.size() == 3) {
      unfinished.goal.emplace_back(std::move(parts[1]), std::move(parts[2]));
    } else if (parts.front() == "draft" && parts.size() == 6) {
      unfinished.drafts.push_back({std::move(parts[1]), std::move(parts[2]), std::move(parts[3]),
                                   std::move(parts[4]), std::move(parts[5])});
    }
  }
  return unfinished;
}

std::string write_unfinished(const Unfinished& unfinished) {
  std::string text;
  std::size_t lines = 0;
  const auto add = [&](const std::string& line) {
    if (line.size() > kLongestUnfinished || lines == kMostUnfinished) return;
    text += line + '\n';
    ++lines;
  };
  for (const auto& [key, value] : unfinished.goal) {
    std::string line = "goal";
    append(line, key);
    append(line, value);
    add(line);
  }
  for (const Draft& draft : unfinished.drafts) {
    std::string line = "draft";
    for (const std::string* part :
         {&draft.part, &draft.key, &draft.label, &draft.sentence, &draft.text})
      append(line, *part);
    add(line);
  }
  return text;
}

}  // namespace leadpact::app
