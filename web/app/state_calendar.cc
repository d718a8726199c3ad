// Writing the calendar in hand: hours painted, days off added and taken out,
// calendar files.
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/wording.h"
#include "core/data/bytes.h"
#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {

const agreement::Calendar* State::calendar_in_hand() const {
  const auto spot = agreement::spot_of(editor_.selected());
  if (agreement() == nullptr || !spot || spot->list != "calendars") return nullptr;
  if (spot->index >= agreement()->calendars.size()) return nullptr;
  return &agreement()->calendars[spot->index];
}

bool State::edit_calendar(std::string name, std::string_view stroke, bool goes_on,
                          const std::function<void(agreement::Calendar&)>& edit) {
  if (calendar_in_hand() == nullptr) return false;
  const std::size_t index = agreement::spot_of(editor_.selected())->index;
  const bool changed =
      editor_.edit_in_hand(*library_.current(), std::move(name), stroke, goes_on,
                           [&](agreement::Agreement& edited) { edit(edited.calendars[index]); });
  if (changed) written();
  return changed;
}

void State::paint_hours(const agreement::Painted& painted, bool goes_on) {
  edit_calendar("Opening hours", "week", goes_on,
                [&](agreement::Calendar& calendar) { agreement::paint(calendar, painted); });
}

void State::write_days(std::string text) {
  if (calendar_in_hand() == nullptr) return;
  holiday_desk_.write(*calendar_in_hand(), std::move(text), years());
  tell_of_days();
}

void State::tell_of_days() {
  std::vector<std::string> calendars;
  for (auto& [calendar, text] : holiday_desk_.texts())
    calendars.push_back(calendar);
  editor_.set_days(*agreement(), std::move(calendars));
}

Years State::years() const {
  const calendar::Day today = calendar::day_of(now_ / 1000 + utc_offset_minutes_ * 60);
  return years_of(*agreement(), calendar::to_date(today).year);
}

void State::add_days() {
  if (calendar_in_hand() == nullptr) return;
  agreement::DaysRead read = holiday_desk_.read(*calendar_in_hand());
  if (read.days.empty()) return;
  write_days(std::move(read.rest));
  add_days_off(read.days, "");
}

void State::add_days_off(const std::vector<agreement::DayOff>& days, const std::string& source) {
  agreement::Calendar with = *calendar_in_hand();
  const agreement::DaysAdded added = agreement::add_days(with, days);
  const std::string words = in_words(added);
  if (words.empty()) {
    say(added.already == 1 ? "That day is there already." : "All of these days are there already.");
    return;
  }
  edit_calendar("Add " + words, "", false, [&](agreement::Calendar& calendar) { calendar = with; });
  std::string text = "Added " + words + (source.empty() ? "" : " from " + source) + ".";
  if (added.already > 0) {
    text += " " + counted(added.already, "day was", "days were") + " there already.";
  }
  say(std::move(text), "Undo", Toast::Action::undo);
}

void State::remove_day(const std::string& date) {
  const bool removed =
      edit_calendar("Remove " + long_date(date), "", false,
                    [&](agreement::Calendar& calendar) { agreement::remove_day(calendar, date); });
  if (removed) say(long_date(date) + " was removed.", "Undo", Toast::Action::undo);
}

void State::give_calendars(const std::vector<GivenFile>& files) {
  if (files.empty()) return;
  const std::string name = agreement::quoted(files.front().name);
  if (screen_ != Screen::agreement || calendar_in_hand() == nullptr) {
    notify(NoticeKind::info, name + " is a calendar file",
           "Its days become holidays of business hours. On Agreement, choose the business hours "
           "they are for, then drop the file again.");
    return;
  }
  std::vector<agreement::DayOff> days;
  for (const GivenFile& file : files) {
    const std::string called = agreement::quoted(file.name);
    const data::DecodedText text(file.bytes);
    const auto read = agreement::read_ical(text.view(), years().first, years().last);
    if (!read.ok()) {
      const Error& error = read.errors().front();
      notify(NoticeKind::error, called + " was not read",
             error.message + (error.place.empty() ? "" : " (" + error.place + ")"));
      continue;
    }
    for (const agreement::NamedDay& day : read.value().days)
      days.push_back({day.day, day.name, {}});
    std::string body;
    for (const std::string& note : notes_on(read.value(), years()))
      body += (body.empty() ? "" : " ") + note;
    if (read.value().days.empty()) {
      notify(NoticeKind::warning, called + " holds no day off for this agreement", body);
    } else if (!body.empty()) {
      notify(NoticeKind::info, "Not all of " + called + " was taken over", body);
    }
  }
  if (!days.empty()) add_days_off(days, files.size() == 1 ? name : "the files");
}

}  // namespace leadpact::app
