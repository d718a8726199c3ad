// Business hours in hand: the week as a grid, days off as a list to add to.
// The text fields below both say the same to the minute.
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/holidays.h"
#include "core/agreement/week.h"
#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using agreement::Calendar;
using app::FormField;
using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;
using Set = std::function<void(const std::string&, const std::string&)>;

bool is_preset(const FormField& field) {
  return field.kind == FormField::Kind::action && field.key.compare(0, 5, "week.") == 0;
}

bool is_days_as_text(const FormField& field) {
  return field.key == "holidays" || field.key == "special_days";
}

// The fields of the form of this kind, as they are before anything is set.
std::vector<FormField> fields_of(const State& state, bool (*is)(const FormField&)) {
  std::vector<FormField> fields;
  for (const FormField& field : state.editor().form().fields) {
    if (is(field)) fields.push_back(field);
  }
  return fields;
}

void draw_week(State& state, const std::string& name, const Set& set) {
  std::vector<ui::WeekSpan> open;
  for (int day = 0; day < 7; ++day) {
    for (const calendar::DayInterval& each :
         agreement::opening_of(*state.calendar_in_hand(), day)) {
      open.push_back({static_cast<std::size_t>(day), each.from, each.to});
    }
  }
  for (const ui::WeekPaint& stroke : ui::week_grid(name, open)) {
    state.paint_hours({static_cast<int>(stroke.first), static_cast<int>(stroke.last), stroke.from,
                       stroke.to, stroke.open},
                      stroke.goes_on);
  }
  ui::begin_row(8);
  for (const FormField& preset : fields_of(state, is_preset)) {
    if (ui::button(preset.label, Emphasis::quiet, Icon::schedule)) set(preset.key, "on");
  }
  ui::end_row();
}

// ---- Days off -------------------------------------------------------------------

void draw_listed(State& state) {
  constexpr std::size_t kShown = 60;
  const std::vector<agreement::ListedDay> days = agreement::days_off(*state.calendar_in_hand());
  if (days.empty()) {
    ui::text("None yet: clocks run on public holidays, too.", Tone::quiet);
    return;
  }
  const agreement::ListedDay* removed = nullptr;
  ui::begin_group("Days off");
  for (std::size_t i = 0; i < days.size() && i < kShown; ++i) {
    const ui::Id scope(i);
    const std::string date = app::long_date(days[i].date);
    ui::begin_row(8);
    ui::text(date + (days[i].hours.empty() ? "" : ", open " + days[i].hours + " only"));
    ui::push_right();
    if (ui::icon_button(Icon::trash, "Remove " + (date.empty() ? "the empty line" : date))) {
      removed = &days[i];
    }
    ui::end_row();
  }
  ui::end_group();
  if (days.size() > kShown) {
    ui::text("And " + std::to_string(days.size() - kShown) + " more, in the text below.",
             Tone::quiet);
  }
  if (removed != nullptr) state.remove_day(removed->date);
}

std::string preview_of(const Calendar& calendar, const agreement::DayOff& day) {
  std::string text = app::long_date(calendar::format_day(day.day));
  for (std::size_t i = 0; i < day.hours.size(); ++i) {
    text += (i == 0 ? ", open " : ", ") + agreement::time_text(day.hours[i].from) + "-" +
            agreement::time_text(day.hours[i].to);
  }
  if (!day.hours.empty()) text += " only";
  if (!day.name.empty()) text += ": " + day.name;
  return text + (agreement::has_day(calendar, day) ? " (there already)" : "");
}

std::string sentence_of(const agreement::DaysRead& read) {
  if (read.unread.empty()) return "";
  std::string text = read.unread.front();
  if (read.unread.size() > 1) {
    text +=
        " " + app::counted(read.unread.size() - 1, "more line", "more lines") + " cannot be read.";
  }
  return text;
}

void draw_adding(State& state) {
  constexpr std::size_t kPreviewed = 12;
  const Calendar& calendar = *state.calendar_in_hand();
  std::string text = state.holiday_desk().text(calendar);
  const agreement::DaysRead read = state.holiday_desk().read(calendar);
  const std::string sentence = sentence_of(read);
  // What is missing is added here; what is wrong is mended in the text below.
  const FormField* holidays = state.editor().field_of("holidays");
  if (holidays != nullptr && holidays->error.empty() && state.take_reveal_field("holidays")) {
    ui::focus_next();
  }
  const bool typed = ui::text_area(
      "Add days off", text,
      {"Type or paste them, one on a line, like 2026-12-25 Christmas Day or 2026-12-24 until "
       "12:00; or paste the text of an .ics file.",
       sentence});
  for (const std::string& note : state.holiday_desk().notes(calendar))
    ui::icon_text(Icon::info, note, Tone::info);
  if (!read.days.empty()) {
    ui::text("To be added:", Tone::quiet);
    ui::begin_list("Days to be added");
    for (std::size_t i = 0; i < read.days.size() && i < kPreviewed; ++i)
      ui::list_item(preview_of(calendar, read.days[i]));
    if (read.days.size() > kPreviewed) {
      ui::list_item("And " + std::to_string(read.days.size() - kPreviewed) + " more");
    }
    ui::end_list();
  }
  ui::begin_row(8);
  const bool add = ui::button("Add these days", Emphasis::secondary, Icon::add, !read.days.empty());
  const bool choose = ui::button("Choose an .ics file", Emphasis::quiet, Icon::folder_open);
  ui::end_row();
  // The calendar is another one after each of these.
  if (choose) state.choose_files();
  if (typed) {
    state.write_days(std::move(text));
  } else if (add) {
    state.add_days();
  }
}

void draw_days_off(State& state, const Set& set) {
  draw_listed(state);
  draw_adding(state);
  const bool open = ui::disclosure("All days off as text");
  for (const FormField& field : fields_of(state, is_days_as_text)) {
    const ui::Id scope(field.key);
    if (!open && field.error.empty()) continue;
    if (state.take_reveal_field(field.key)) ui::focus_next();
    draw_form_field(field, set);
  }
}

}  // namespace

bool draw_calendar_field(State& state, const FormField& field, const Set& set) {
  if (state.calendar_in_hand() == nullptr) return false;
  if (field.kind != FormField::Kind::own) return is_preset(field) || is_days_as_text(field);
  if (field.key == "week") draw_week(state, field.label, set);
  if (field.key == "days_off") draw_days_off(state, set);
  return true;
}

}  // namespace leadpact::screens
