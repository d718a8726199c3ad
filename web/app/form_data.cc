// Forms of what promises rest on: calendars and data.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/opening.h"
#include "core/agreement/sentence.h"
#include "core/agreement/week.h"
#include "core/agreement/wording.h"
#include "web/app/form.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Calendar;
using data::FieldType;

// "09:00-12:00, 13:00-17:00" and back. What has no dash is kept as the opening
// time alone, so that nothing typed is lost; validation says what is wrong.
std::string hours_text(const Calendar& calendar, std::string_view day) {
  std::string text;
  for (const agreement::OpeningInterval& each : calendar.week) {
    if (each.day != day) continue;
    text += (text.empty() ? "" : ", ") + each.from + (each.to.empty() ? "" : "-" + each.to);
  }
  return text;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::pair<std::string, std::string>> read_hours(const std::string& text) {
  std::vector<std::pair<std::string, std::string>> hours;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string part = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (part.empty()) continue;
    std::size_t dash = part.find('-');
    std::size_t width = 1;
    if (dash == std::string::npos) {
      constexpr std::string_view kDash = "–";
      dash = part.find(kDash);
      width = kDash.size();
    }
    if (dash == std::string::npos) {
      hours.emplace_back(part, "");
    } else {
      hours.emplace_back(trimmed(part.substr(0, dash)), trimmed(part.substr(dash + width)));
    }
  }
  return hours;
}

void set_hours(Calendar& calendar, const std::string& day, const std::string& text) {
  std::vector<agreement::OpeningInterval> week;
  for (const auto& [id, name] : agreement::kWeekdays) {
    if (id == day) {
      for (const auto& [from, to] : read_hours(text))
        week.push_back({day, from, to});
      continue;
    }
    for (const agreement::OpeningInterval& each : calendar.week) {
      if (each.day == id) week.push_back(each);
    }
  }
  for (const agreement::OpeningInterval& each : calendar.week) {
    if (!agreement::parse_weekday(each.day)) week.push_back(each);
  }
  calendar.week = std::move(week);
}

// Hours of a day that is none, as “monday” in a file, each with its day to choose.
void walk_lost_hours(Fields& fields, Calendar& calendar) {
  for (std::size_t i = 0; i < calendar.week.size(); ++i) {
    std::string& day = calendar.week[i].day;
    if (agreement::parse_weekday(day)) continue;
    const std::string hours = calendar.week[i].from + "-" + calendar.week[i].to;
    Fields::Options days{{day, day.empty() ? "No day" : day}};
    days.insert(days.end(), agreement::kWeekdays.begin(), agreement::kWeekdays.end());
    const std::string key = "week[" + std::to_string(i) + "]";
    fields.choice(key + ".day", "Day of " + hours, day, std::move(days));
    fields.action(key + ".remove", "Remove " + hours, [&calendar, i] {
      calendar.week.erase(calendar.week.begin() + static_cast<std::ptrdiff_t>(i));
    });
  }
}

// "2026-12-24 09:00-12:00", one a line.
std::vector<std::string> special_lines(const Calendar& calendar) {
  std::vector<std::string> lines;
  for (const agreement::SpecialDay& each : calendar.special_days)
    lines.push_back(each.date + (each.from.empty() ? "" : " " + each.from) +
                    (each.to.empty() ? "" : "-" + each.to));
  return lines;
}

void set_special(Calendar& calendar, const std::vector<std::string>& lines) {
  calendar.special_days.clear();
  for (const std::string& line : lines) {
    const std::string text = trimmed(line);
    if (text.empty()) continue;
    const std::size_t space = std::min(text.find(' '), text.size());
    const auto hours = read_hours(text.substr(space));
    if (hours.empty()) calendar.special_days.push_back({text.substr(0, space), "", ""});
    for (const auto& [from, to] : hours)
      calendar.special_days.push_back({text.substr(0, space), from, to});
  }
}

void walk_calendar(Fields& fields, Calendar& calendar) {
  fields.line("name", "Name", calendar.name);
  fields.line("time_zone", "Time zone", calendar.time_zone,
              "Like America/New_York or Europe/Berlin.");
  fields.heading("Opening hours");
  fields.own("week", "Opening hours of the week");
  fields.action("week.office", "Monday to Friday, 9 to 5", [&calendar] {
    agreement::paint(calendar, {0, 6, 0, 24 * 60, false});
    agreement::paint(calendar, {0, 4, 9 * 60, 17 * 60, true});
  });
  fields.action("week.as_monday", "Tuesday to Friday as on Monday",
                [&calendar] { agreement::copy_hours(calendar, 0, 1, 4); });
  fields.action("week.always", "Day and night, every day", [&calendar] {
    agreement::paint(calendar, {0, 6, 0, 24 * 60, true});
  });
  fields.note("Like 09:00-17:00, or 09:00-12:00, 13:00-17:00. Empty: closed.");
  for (const auto& [id, name] : agreement::kWeekdays) {
    std::string text = hours_text(calendar, id);
    const std::string before = text;
    fields.line("week." + std::string(id), std::string(name), text);
    if (text != before) set_hours(calendar, std::string(id), text);
  }
  walk_lost_hours(fields, calendar);
  fields.heading("Holidays and half days");
  fields.own("days_off", "Holidays and half days");
  fields.lines("holidays", "Holidays", calendar.holidays, "Like 2026-12-25, one on a line.");
  std::vector<std::string> special = special_lines(calendar);
  const std::vector<std::string> before = special;
  fields.lines("special_days", "Days with other hours", special,
               "Like 2026-12-24 09:00-12:00, one on a line.");
  if (special != before) set_special(calendar, special);
}

void walk_field(Fields& fields, agreement::Dataset& dataset, std::size_t i) {
  data::Field& field = dataset.fields[i];
  const std::string key = "fields[" + std::to_string(i) + "]";
  fields.heading(field.column.empty() ? "Column without a name" : field.column);
  fields.indent(1);
  fields.line(key + ".column", "Name in the export", field.column);
  fields.choice_of<FieldType>(key + ".type", "It holds", field.type,
                              {{FieldType::text, "Text"},
                               {FieldType::number, "A number"},
                               {FieldType::timestamp, "A date or a time"},
                               {FieldType::boolean, "Yes or no"}});
  if (field.type == FieldType::timestamp) {
    fields.choice_of<data::DateOrder>(key + ".date_order", "3/4/2026 is", field.date_order,
                                      {{data::DateOrder::mdy, "4 March (month first)"},
                                       {data::DateOrder::dmy, "3 April (day first)"}});
    fields.toggle(key + ".planned", "May lie in the future, such as a meeting", field.planned);
  }
  if (field.type == FieldType::number) {
    fields.choice_of<data::Decimal>(
        key + ".decimal", "Decimals are written", field.decimal,
        {{data::Decimal::point, "1,234.50"}, {data::Decimal::comma, "1.234,50"}});
  }
  fields.action(key + ".remove", "Remove this column", [&dataset, i] {
    dataset.fields.erase(dataset.fields.begin() + static_cast<std::ptrdiff_t>(i));
  });
  fields.indent(-1);
}

// A key no other field of the dataset has.
std::string free_key(const agreement::Dataset& dataset) {
  for (std::size_t n = dataset.fields.size() + 1;; ++n) {
    std::string key = "field_" + std::to_string(n);
    if (agreement::find_field(dataset, key) == nullptr) return key;
  }
}

void walk_dataset(Fields& fields, const Agreement& agreement, agreement::Dataset& dataset) {
  fields.line("name", "Name", dataset.name, "Such as CRM leads.");
  fields.line("time_zone", "Time zone of the export", dataset.time_zone,
              "Of times that say none; most CRMs export those of the person who exports.");
  Fields::Options ids = column_options(&dataset);
  ids.insert(ids.begin(), {"", "None"});
  fields.choice("id_field", "A record is told apart by", dataset.id_field, ids,
                "Of rows with the same one only one counts.");
  fields.choice_of<data::Keep>(
      "keep", "Of repeated rows", dataset.keep,
      {{data::Keep::last, "The last counts"}, {data::Keep::first, "The first counts"}});
  fields.lines("empty_values", "Cells that mean “empty”", dataset.empty_values,
               "Such as N/A or (No value), one on a line.");
  walk_condition(fields, "only", "Only these rows count", dataset.only, agreement, &dataset);
  fields.heading("Columns");
  for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
    const std::size_t before = dataset.fields.size();
    walk_field(fields, dataset, i);
    if (dataset.fields.size() != before) return;
  }
  fields.action("fields.add", "Add a column", [&dataset] {
    data::Field field;
    field.key = free_key(dataset);
    field.column = "New column";
    field.type = FieldType::text;
    dataset.fields.push_back(std::move(field));
  });
}

}  // namespace

void walk_data(Fields& fields, Agreement& agreement, const std::string& place) {
  const auto spot = agreement::spot_of(place);
  if (!spot || spot->index >= agreement::size_of(agreement, spot->list)) return;
  if (spot->list == "calendars") walk_calendar(fields, agreement.calendars[spot->index]);
  if (spot->list == "datasets") {
    walk_dataset(fields, agreement, agreement.datasets[spot->index]);
  }
}

}  // namespace leadpact::app
