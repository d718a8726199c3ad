#include "core/agreement/week.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "core/agreement/opening.h"
#include "core/agreement/wording.h"

namespace leadpact::agreement {
namespace {

using calendar::DayInterval;

constexpr int kMinutesPerDay = 24 * 60;

std::string_view id_of(int weekday) {
  return kWeekdays[static_cast<std::size_t>(weekday)].first;
}

std::optional<DayInterval> read(const OpeningInterval& interval) {
  const auto from = parse_opening(interval.from);
  const auto to = parse_closing(interval.to);
  if (!from || !to || *to <= *from) return std::nullopt;
  return DayInterval{*from, *to};
}

std::vector<DayInterval> merged(std::vector<DayInterval> hours) {
  std::sort(hours.begin(), hours.end(),
            [](const DayInterval& a, const DayInterval& b) { return a.from < b.from; });
  std::vector<DayInterval> apart;
  for (const DayInterval& each : hours) {
    if (!apart.empty() && each.from <= apart.back().to) {
      apart.back().to = std::max(apart.back().to, each.to);
    } else {
      apart.push_back(each);
    }
  }
  return apart;
}

std::vector<DayInterval> without(const std::vector<DayInterval>& hours, int from, int to) {
  std::vector<DayInterval> left;
  for (const DayInterval& each : hours) {
    if (each.from < from) left.push_back({each.from, std::min(each.to, from)});
    if (each.to > to) left.push_back({std::max(each.from, to), each.to});
  }
  return left;
}

bool same(const std::vector<DayInterval>& a, const std::vector<DayInterval>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const DayInterval& x, const DayInterval& y) { return x.from == y.from && x.to == y.to; });
}

// The week with another list for one day, Monday's first.
void replace_day(Calendar& calendar, int weekday, const std::vector<OpeningInterval>& hours) {
  std::vector<OpeningInterval> week;
  for (int day = 0; day < 7; ++day) {
    if (day == weekday) {
      week.insert(week.end(), hours.begin(), hours.end());
      continue;
    }
    for (const OpeningInterval& each : calendar.week) {
      if (each.day == id_of(day)) week.push_back(each);
    }
  }
  for (const OpeningInterval& each : calendar.week) {
    if (!parse_weekday(each.day)) week.push_back(each);
  }
  calendar.week = std::move(week);
}

}  // namespace

std::vector<Span> spans_of_hours(const Calendar& calendar, std::string_view words) {
  std::vector<std::string> hours;  // of each weekday
  for (const auto& [id, name] : kWeekdays) {
    hours.emplace_back();
    for (const OpeningInterval& each : calendar.week) {
      if (each.day == id) hours.back() += each.from + " to " + each.to + "\n";
    }
  }
  constexpr std::string_view kForm = "00:00 to 00:00";
  const auto is_hours = [&](std::size_t at) {
    for (std::size_t i = 0; i < kForm.size(); ++i) {
      const char c = words[at + i];
      if (kForm[i] == '0' ? c < '0' || c > '9' : c != kForm[i]) return false;
    }
    return true;
  };
  std::vector<Span> spans;
  std::string key;
  // Behind the name, which may say anything.
  for (std::size_t at = std::min(words.size(), words.find(" is open "));
       at + kForm.size() <= words.size(); ++at) {
    for (std::size_t day = 0; day < std::size(kWeekdays); ++day) {
      if (words.substr(at, kWeekdays[day].second.size()) != kWeekdays[day].second) continue;
      const auto first = std::find(hours.begin(), hours.end(), hours[day]) - hours.begin();
      key = "week." + std::string(kWeekdays[static_cast<std::size_t>(first)].first);
    }
    if (words.substr(at, 10) == "by the clo") key = "special_days";
    if (key.empty() || !is_hours(at)) continue;
    spans.push_back({at, at + kForm.size(), key});
    at += kForm.size() - 1;
  }
  return spans;
}

std::string time_text(int minutes) {
  const auto two = [](int number) {
    return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
  };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

std::vector<DayInterval> opening_of(const Calendar& calendar, int weekday) {
  std::vector<DayInterval> hours;
  for (const OpeningInterval& each : calendar.week) {
    if (each.day != id_of(weekday)) continue;
    if (const auto interval = read(each)) hours.push_back(*interval);
  }
  return merged(std::move(hours));
}

void paint(Calendar& calendar, const Painted& painted) {
  const int from = std::clamp(painted.from, 0, kMinutesPerDay);
  const int to = std::clamp(painted.to, 0, kMinutesPerDay);
  if (to <= from) return;
  for (int day = std::max(painted.first, 0); day <= std::min(painted.last, 6); ++day) {
    const std::vector<DayInterval> before = opening_of(calendar, day);
    std::vector<DayInterval> after = without(before, from, to);
    if (painted.open) after.push_back({from, to});
    after = merged(std::move(after));
    if (same(before, after)) continue;
    std::vector<OpeningInterval> hours;
    hours.reserve(after.size());
    for (const DayInterval& each : after)
      hours.push_back({std::string(id_of(day)), time_text(each.from), time_text(each.to)});
    for (const OpeningInterval& each : calendar.week) {
      if (each.day == id_of(day) && !read(each)) hours.push_back(each);
    }
    replace_day(calendar, day, hours);
  }
}

void copy_hours(Calendar& calendar, int from, int first, int last) {
  std::vector<OpeningInterval> hours;
  for (const OpeningInterval& each : calendar.week) {
    if (each.day == id_of(from)) hours.push_back(each);
  }
  for (int day = first; day <= last; ++day) {
    if (day == from) continue;
    for (OpeningInterval& each : hours)
      each.day = id_of(day);
    replace_day(calendar, day, hours);
  }
}

}  // namespace leadpact::agreement
