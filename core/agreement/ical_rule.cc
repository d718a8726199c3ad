#include "core/agreement/ical_rule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>

namespace leadpact::agreement {
namespace {

using calendar::Date;
using calendar::Day;

// Digits alone, at most five of them.
std::optional<int> number_of(std::string_view text) {
  if (text.empty() || text.size() > 5) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<int> number_within(std::string_view text, int least, int most) {
  const auto number = number_of(text);
  if (!number || *number < least || *number > most) return std::nullopt;
  return number;
}

// 4TH, +4TH, -1MO.
bool read_weekday(std::string_view text, YearlyRule& rule) {
  constexpr std::array<std::string_view, 7> kDays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  const bool from_end = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.size() != 3) return false;
  const auto nth = number_within(text.substr(0, 1), 1, 5);
  const auto day = std::find(kDays.begin(), kDays.end(), text.substr(1));
  if (!nth || day == kDays.end()) return false;
  rule.nth = from_end ? -*nth : *nth;
  rule.weekday = static_cast<int>(day - kDays.begin());
  return true;
}

bool set_part(std::string_view name, std::string_view value, YearlyRule& rule) {
  if (name == "FREQ") return value == "YEARLY";
  if (name == "WKST") return true;  // says nothing about years
  if (name == "BYDAY") return read_weekday(value, rule);
  if (name == "INTERVAL") {
    const auto number = number_within(value, 1, 300);
    rule.interval = number.value_or(1);
    return number.has_value();
  }
  if (name == "COUNT") {
    rule.count = number_within(value, 1, 99999);
    return rule.count.has_value();
  }
  if (name == "UNTIL") {
    rule.until = parse_ical_date(value.substr(0, 8));
    return rule.until.has_value() && (value.size() == 8 || value[8] == 'T');
  }
  if (name == "BYMONTH") {
    rule.month = number_within(value, 1, 12);
    return rule.month.has_value();
  }
  if (name == "BYMONTHDAY") {
    rule.day = number_within(value, 1, 31);
    return rule.day.has_value();
  }
  return false;
}

// The day of a year, if it has one.
std::optional<Day> day_in(const YearlyRule& rule, int year, Date first) {
  const int month = rule.month.value_or(first.month);
  if (rule.nth == 0) {
    const Date date{year, month, rule.day.value_or(first.day)};
    if (!calendar::exists(date)) return std::nullopt;
    return calendar::to_day(date);
  }
  const int size = calendar::days_in_month(year, month);
  const Day begin = calendar::to_day({year, month, 1});
  const int offset = (rule.weekday - calendar::weekday(begin) + 7) % 7;  // of the first one
  const int many = (size - 1 - offset) / 7 + 1;
  const int index = rule.nth > 0 ? rule.nth - 1 : many + rule.nth;
  if (index < 0 || index >= many) return std::nullopt;
  return begin + offset + 7 * index;
}

}  // namespace

std::optional<Day> parse_ical_date(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  const auto year = number_of(text.substr(0, 4));
  const auto month = number_of(text.substr(4, 2));
  const auto day = number_of(text.substr(6, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  if (!calendar::exists(date)) return std::nullopt;
  return calendar::to_day(date);
}

std::optional<YearlyRule> read_yearly_rule(std::string_view text) {
  YearlyRule rule;
  std::set<std::string_view> seen;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view name = part.substr(0, equals);
    if (!seen.insert(name).second || !set_part(name, part.substr(equals + 1), rule)) {
      return std::nullopt;
    }
  }
  // Without a month, a weekday is counted in the year and a day comes every month.
  const bool needs_month = rule.nth != 0 || rule.day.has_value();
  if (seen.count("FREQ") == 0 || (needs_month && !rule.month)) return std::nullopt;
  if (rule.nth != 0 && rule.day) return std::nullopt;
  return rule;
}

std::vector<Day> days_of_rule(const YearlyRule& rule, Day first, int last_year) {
  std::vector<Day> days;
  const Date date = calendar::to_date(first);
  int left = rule.count.value_or(1000);
  for (int year = date.year; year <= last_year && left > 0; year += rule.interval) {
    const auto day = day_in(rule, year, date);
    if (!day || *day < first) continue;
    if (rule.until && *day > *rule.until) break;
    days.push_back(*day);
    --left;
  }
  return days;
}

}  // namespace leadpact::agreement
