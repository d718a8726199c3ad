#include "web/app/holiday_desk.h"

#include <algorithm>
#include <utility>

#include "core/agreement/wording.h"
#include "core/calendar/time.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

constexpr std::size_t kUnreadShown = 5;

std::string line_of(const agreement::NamedDay& day) {
  return calendar::format_day(day.day) + (day.name.empty() ? "" : " " + day.name);
}

void append_line(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty() && text.back() != '\n') text += '\n';
  text += line;
}

// A calendar file pasted among lines that were there.
struct Pasted {
  std::string before;
  std::string_view file;  // empty where there is none
  std::string_view after;
};

Pasted split_pasted(std::string_view text) {
  constexpr std::string_view kEnd = "END:VCALENDAR";
  Pasted pasted;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size()) + 1) {
    const bool blank = std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos;
    if (blank || !agreement::is_ical(text.substr(at))) continue;
    pasted.before = text.substr(0, at);
    pasted.file = text.substr(at);
    const std::size_t end = pasted.file.find(kEnd);
    if (end == std::string_view::npos) return pasted;
    pasted.after = pasted.file.substr(end + kEnd.size());
    pasted.file = pasted.file.substr(0, end + kEnd.size());
    pasted.after.remove_prefix(
        std::min(pasted.after.find_first_not_of("\r\n"), pasted.after.size()));
    return pasted;
  }
  return pasted;
}

}  // namespace

Years years_of(const agreement::Agreement& agreement, int this_year) {
  const auto starts = calendar::parse_day(agreement.starts_on);
  const auto ends = calendar::parse_day(agreement.ends_on);
  Years years;
  years.first = starts ? calendar::to_date(*starts).year : this_year;
  years.last = ends ? calendar::to_date(*ends).year : std::max(years.first, this_year) + 2;
  years.last = std::max(years.first, years.last);
  return years;
}

std::vector<std::string> notes_on(const agreement::IcalDays& file, Years years) {
  std::vector<std::string> notes(
      file.unread.begin(), file.unread.begin() + static_cast<std::ptrdiff_t>(
                                                     std::min(kUnreadShown, file.unread.size())));
  if (file.unread.size() > kUnreadShown) {
    notes.push_back(
        "And " + counted(file.unread.size() - kUnreadShown, "more event was", "more events were") +
        " not read.");
  }
  if (file.timed > 0) {
    notes.push_back(counted(file.timed, "event was", "events were") +
                    " left out, at a time of day: only what lasts all day is a day off.");
  }
  if (file.cancelled > 0) {
    notes.push_back(counted(file.cancelled, "cancelled event was", "cancelled events were") +
                    " left out.");
  }
  if (file.outside > 0) {
    notes.push_back(counted(file.outside, "day was", "days were") + " left out, not in the years " +
                    std::to_string(years.first) + " to " + std::to_string(years.last) +
                    " of the agreement.");
  }
  return notes;
}

std::string in_words(const agreement::DaysAdded& added) {
  std::vector<std::string> parts;
  if (added.holidays > 0) parts.push_back(counted(added.holidays, "holiday"));
  if (added.half_days > 0) parts.push_back(counted(added.half_days, "half day"));
  return agreement::listed(parts);
}

std::string long_date(const std::string& date) {
  const auto day = calendar::parse_day(date);
  if (!day) return date;
  const auto weekday = static_cast<std::size_t>(calendar::weekday(*day));
  return std::string(agreement::kWeekdays[weekday].second) + ", " + app::day(*day);
}

const std::string& HolidayDesk::text(const agreement::Calendar& calendar) const {
  static const std::string none;
  const auto sheet = sheets_.find(calendar.id);
  return sheet == sheets_.end() ? none : sheet->second.text;
}

const std::vector<std::string>& HolidayDesk::notes(const agreement::Calendar& calendar) const {
  static const std::vector<std::string> none;
  const auto sheet = sheets_.find(calendar.id);
  return sheet == sheets_.end() ? none : sheet->second.notes;
}

agreement::DaysRead HolidayDesk::read(const agreement::Calendar& calendar) const {
  return agreement::read_days(text(calendar), calendar);
}

void HolidayDesk::write(const agreement::Calendar& calendar, std::string text, Years years) {
  Sheet& sheet = sheets_[calendar.id];
  if (text.empty()) sheet.notes.clear();
  Pasted pasted = split_pasted(text);
  if (!pasted.file.empty()) {
    const auto file = agreement::read_ical(pasted.file, years.first, years.last);
    if (!file.ok()) {
      sheet.notes = {"What was pasted was not taken. " + file.errors().front().message};
      return;
    }
    sheet.notes = notes_on(file.value(), years);
    if (file.value().days.empty()) {
      sheet.notes.emplace_back("The pasted calendar holds no day off.");
    }
    for (const agreement::NamedDay& day : file.value().days)
      append_line(pasted.before, line_of(day));
    append_line(pasted.before, pasted.after);
    text = std::move(pasted.before);
  }
  if (text.size() > agreement::kMostDaysText) {
    sheet.notes = {"What was pasted is too large and was not taken. Paste it in portions."};
    return;
  }
  sheet.text = std::move(text);
}

Unfinished::Texts HolidayDesk::texts() const {
  Unfinished::Texts texts;
  for (const auto& [calendar, sheet] : sheets_) {
    if (!sheet.text.empty()) texts.emplace_back(calendar, sheet.text);
  }
  return texts;
}

void HolidayDesk::restore(const Unfinished::Texts& texts) {
  for (const auto& [calendar, text] : texts) {
    std::string& here = sheets_[calendar].text;
    if (here.empty() && text.size() <= agreement::kMostDaysText) here = text;
  }
}

}  // namespace leadpact::app
