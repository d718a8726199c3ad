#include "core/agreement/days_line.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/agreement/opening.h"
#include "core/agreement/week.h"
#include "core/agreement/wording.h"
#include "core/calendar/zone.h"
#include "core/data/cells.h"
#include "core/data/cursor.h"

namespace leadpact::agreement {
namespace {

using calendar::Day;
using calendar::DayInterval;
using data::is_digit;

constexpr const char* kHowToWrite = "Write one like 2026-12-25 or 25 December 2026.";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return result;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string result;
  for (;;) {
    const std::size_t at = text.find(what);
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    result += with;
    text.remove_prefix(at + what.size());
  }
}

// The words of a line, without the marks that lists and tables put around them.
std::vector<std::string> words_of(std::string_view line) {
  std::string text = replaced(line, data::kNoBreakSpace, " ");
  text = replaced(text, data::kNarrowSpace, " ");
  text = replaced(text, "–", "-");
  text = replaced(text, "—", "-");
  std::vector<std::string> words;
  std::string word;
  text += ' ';
  for (const char c : text) {
    if (std::string_view(" \t\r,;\"()").find(c) == std::string_view::npos) {
      word += c;
      continue;
    }
    while (!word.empty() && (word.back() == ':' || word.back() == '.'))
      word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  }
  return words;
}

// 25th as 25.
std::string without_ordinal(const std::string& word) {
  if (word.size() < 3 || word.size() > 4 || !is_digit(word[0])) return word;
  const std::string ending = lower(word.substr(word.size() - 2));
  const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  return ordinal && is_digit(word[word.size() - 3]) ? word.substr(0, word.size() - 2) : word;
}

// Spreadsheets' day numbers and years of two digits are no dates here: a day
// off may lie in any century.
bool has_year(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_digit(text[i])) {
      ++digits;
      continue;
    }
    if (digits == 4) return true;
    digits = 0;
  }
  return false;
}

struct FoundDate {
  std::size_t first = 0, count = 0;  // words
  Day day = 0;
  std::optional<Day> other;  // what it would be with the month and the day exchanged
};

std::optional<FoundDate> date_at(const std::vector<std::string>& words, std::size_t first) {
  std::string text;
  for (std::size_t count = 1; count <= 3 && first + count <= words.size(); ++count) {
    text += (count > 1 ? " " : "") + without_ordinal(words[first + count - 1]);
    if (!has_year(text)) continue;
    const calendar::Zone& zone = *calendar::Zone::find("UTC");  // of times, which are not taken
    const auto read = [&](data::DateOrder order) -> std::optional<Day> {
      const calendar::Stamp stamp = data::parse_stamp(text, order, zone);
      if (!stamp.has_value() || !stamp.date_only()) return std::nullopt;
      return stamp.day();
    };
    const auto mdy = read(data::DateOrder::mdy);
    const auto dmy = read(data::DateOrder::dmy);
    if (!mdy && !dmy) continue;
    FoundDate found{first, count, mdy ? *mdy : *dmy, std::nullopt};
    if (mdy && dmy && *mdy != *dmy) found.other = dmy;
    return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> date_from(const std::vector<std::string>& words, std::size_t from) {
  for (std::size_t i = from; i < words.size(); ++i) {
    if (const auto found = date_at(words, i)) return found;
  }
  return std::nullopt;
}

// Monday is 0; from the whole name or its first three letters.
std::optional<int> weekday_of(std::string_view word) {
  const std::string name = lower(word);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (name == kWeekdays[i].first || name == lower(kWeekdays[i].second)) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

// ---- Hours --------------------------------------------------------------------

bool looks_like_a_time(std::string_view word) {
  return !word.empty() && is_digit(word[0]) && word.find(':') != std::string_view::npos;
}

std::optional<int> time_of(std::string_view word) {
  return parse_closing(word.size() == 4 ? "0" + std::string(word) : std::string(word));
}

// "09:00-12:00" as three words.
std::vector<std::string> with_times_apart(const std::vector<std::string>& words) {
  std::vector<std::string> apart;
  for (const std::string& word : words) {
    const std::size_t dash = word.find('-');
    if (!looks_like_a_time(word) || dash == std::string::npos) {
      apart.push_back(word);
      continue;
    }
    apart.push_back(word.substr(0, dash));
    apart.emplace_back("-");
    if (dash + 1 < word.size()) apart.push_back(word.substr(dash + 1));
  }
  return apart;
}

bool is_until(const std::string& word) {
  return word == "until" || word == "till" || word == "to" || word == "-";
}
bool is_from(const std::string& word) {
  return word == "from" || word == "after";
}

struct HoursRead {
  std::vector<DayInterval> hours;
  bool of_week = false;  // they are cut out of the weekday's
  std::vector<std::string> name;
  bool wrong = false;
};

HoursRead read_hours(const std::vector<std::string>& all) {
  HoursRead read;
  const std::vector<std::string> words = with_times_apart(all);
  const auto word = [&](std::size_t i) { return i < words.size() ? lower(words[i]) : ""; };
  const auto time = [&](std::size_t i) {
    return i < words.size() ? time_of(words[i]) : std::optional<int>();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool from = is_from(word(i));
    const std::size_t at = from ? i + 1 : i;
    if (time(at) && is_until(word(at + 1)) && time(at + 2)) {
      read.hours.push_back({*time(at), *time(at + 2)});
      i = at + 2;
    } else if (from && time(at)) {
      read.hours.push_back({*time(at), 24 * 60});
      read.of_week = true;
      i = at;
    } else if (is_until(word(i)) && time(i + 1)) {
      read.hours.push_back({0, *time(i + 1)});
      read.of_week = true;
      ++i;
    } else if (looks_like_a_time(words[i])) {
      read.wrong = true;
    } else if (words[i] != "-") {
      read.name.push_back(words[i]);
    }
  }
  const bool mixed = read.of_week && read.hours.size() > 1;
  const bool half_of_a_day =
      !read.hours.empty() && std::any_of(read.name.begin(), read.name.end(), [](const auto& each) {
        return lower(each) == "am" || lower(each) == "pm";
      });
  const bool empty = std::any_of(read.hours.begin(), read.hours.end(), [](const auto& each) {
    return each.to <= each.from || each.from >= 24 * 60;
  });
  read.wrong = read.wrong || mixed || half_of_a_day || empty;
  return read;
}

std::string weekday_name(Day day) {
  return std::string(kWeekdays[static_cast<std::size_t>(calendar::weekday(day))].second);
}

}  // namespace

LineRead read_day_line(std::string_view line, const Calendar& calendar) {
  LineRead read;
  const std::string written = quoted(data::trim(line));
  const std::vector<std::string> words = words_of(line);
  const auto date = date_from(words, 0);
  if (!date) {
    read.sentence = written + " holds no date with a year of four digits. " + kHowToWrite;
    return read;
  }
  if (date->other) {
    read.sentence = written + " can be two days; write " + calendar::format_day(date->day) +
                    " or " + calendar::format_day(*date->other) + ".";
    return read;
  }
  if (date_from(words, date->first + date->count)) {
    read.sentence = written + " holds more than one date; write each day on a line of its own.";
    return read;
  }
  const auto at = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
  std::vector<std::string> others(words.begin(), at(date->first));
  if (!others.empty()) {
    if (const auto weekday = weekday_of(others.back())) {
      if (*weekday != calendar::weekday(date->day)) {
        read.sentence = written + ": " + calendar::format_day(date->day) + " is a " +
                        weekday_name(date->day) + ". Mend the date or the day of the week.";
        return read;
      }
      others.pop_back();
    }
  }
  others.insert(others.end(), at(date->first + date->count), words.end());
  HoursRead hours = read_hours(others);
  if (hours.wrong) {
    read.sentence = written +
                    " holds hours that cannot be read. Write them like 09:00-12:00 or until "
                    "12:00, with 24 hours a day.";
    return read;
  }
  read.day.day = date->day;
  read.day.name = in_a_row(hours.name);
  if (!hours.of_week) {
    read.day.hours = std::move(hours.hours);
    return read;
  }
  const DayInterval window = hours.hours.front();
  for (const DayInterval& each : opening_of(calendar, calendar::weekday(date->day))) {
    const DayInterval cut{std::max(each.from, window.from), std::min(each.to, window.to)};
    if (cut.to > cut.from) read.day.hours.push_back(cut);
  }
  if (read.day.hours.empty()) {
    read.sentence = written + " leaves no time: on a " + weekday_name(date->day) +
                    " the calendar is closed then. Write the hours like 09:00-12:00.";
  }
  return read;
}

}  // namespace leadpact::agreement
