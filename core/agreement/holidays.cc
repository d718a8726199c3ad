#include "core/agreement/holidays.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/agreement/days_line.h"
#include "core/agreement/week.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

using calendar::DayInterval;

std::vector<SpecialDay> special_of(const DayOff& day) {
  std::vector<SpecialDay> entries;
  const std::string date = calendar::format_day(day.day);
  for (const DayInterval& each : day.hours)
    entries.push_back({date, time_text(each.from), time_text(each.to)});
  return entries;
}

std::vector<SpecialDay> special_on(const Calendar& calendar, std::string_view date) {
  std::vector<SpecialDay> entries;
  for (const SpecialDay& each : calendar.special_days) {
    if (each.date == date) entries.push_back(each);
  }
  return entries;
}

bool is_holiday(const Calendar& calendar, std::string_view date) {
  return std::find(calendar.holidays.begin(), calendar.holidays.end(), date) !=
         calendar.holidays.end();
}

void remove_special(Calendar& calendar, std::string_view date) {
  auto& all = calendar.special_days;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const SpecialDay& each) { return each.date == date; }),
            all.end());
}

void remove_holiday(Calendar& calendar, std::string_view date) {
  auto& all = calendar.holidays;
  all.erase(std::remove(all.begin(), all.end(), date), all.end());
}

void put_in_order(Calendar& calendar) {
  // Hours of one date stay as they were written.
  std::stable_sort(calendar.holidays.begin(), calendar.holidays.end());
  std::stable_sort(calendar.special_days.begin(), calendar.special_days.end(),
                   [](const SpecialDay& a, const SpecialDay& b) { return a.date < b.date; });
}

}  // namespace

DaysRead read_days(std::string_view text, const Calendar& calendar) {
  DaysRead read;
  const auto leave = [&](std::string_view line, std::string sentence) {
    read.rest += (read.rest.empty() ? "" : "\n") + std::string(line);
    read.unread.push_back(std::move(sentence));
  };
  if (text.size() > kMostDaysText) {
    leave(text, "This is more text than fits here. Add the days in smaller portions.");
    return read;
  }
  std::size_t number = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (data::trim(line).empty()) continue;
    const std::string place = "Line " + std::to_string(number) + ": ";
    if (read.days.size() == kMostDaysOff) {
      leave(line, place + "there are too many days for one time. Add those above first.");
      continue;
    }
    LineRead one = read_day_line(line, calendar);
    if (one.sentence.empty()) {
      read.days.push_back(std::move(one.day));
    } else {
      leave(line, place + one.sentence);
    }
  }
  return read;
}

bool has_day(const Calendar& calendar, const DayOff& day) {
  const std::string date = calendar::format_day(day.day);
  const std::vector<SpecialDay> special = special_on(calendar, date);
  if (day.hours.empty()) return !special.empty() || is_holiday(calendar, date);
  return special == special_of(day);
}

DaysAdded add_days(Calendar& calendar, const std::vector<DayOff>& days) {
  DaysAdded added;
  for (const DayOff& day : days) {
    if (has_day(calendar, day)) {
      ++added.already;
      continue;
    }
    const std::string date = calendar::format_day(day.day);
    if (day.hours.empty()) {
      calendar.holidays.push_back(date);
      ++added.holidays;
      continue;
    }
    remove_special(calendar, date);
    remove_holiday(calendar, date);
    for (SpecialDay& each : special_of(day))
      calendar.special_days.push_back(std::move(each));
    ++added.half_days;
  }
  if (added.holidays + added.half_days > 0) put_in_order(calendar);
  return added;
}

std::vector<ListedDay> days_off(const Calendar& calendar) {
  std::map<std::string, std::string> listed;
  for (const std::string& date : calendar.holidays)
    listed.try_emplace(date);
  for (const SpecialDay& each : calendar.special_days) {
    std::string& hours = listed[each.date];
    hours += (hours.empty() ? "" : ", ") + each.from + (each.to.empty() ? "" : "-" + each.to);
  }
  std::vector<ListedDay> days;
  days.reserve(listed.size());
  for (auto& [date, hours] : listed)
    days.push_back({date, std::move(hours)});
  return days;
}

void remove_day(Calendar& calendar, std::string_view date) {
  remove_holiday(calendar, date);
  remove_special(calendar, date);
}

}  // namespace leadpact::agreement
