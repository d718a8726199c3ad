// Calendars and datasets.
#include <optional>

#include "core/agreement/names.h"
#include "core/agreement/opening.h"
#include "core/agreement/validator.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"

namespace leadpact::agreement {

void Validator::check_calendars() {
  Ids ids;
  for (std::size_t i = 0; i < agreement_.calendars.size(); ++i) {
    const auto in = path_.enter("calendars", i);
    check_id(agreement_.calendars[i].id, ids, "calendar");
    check_calendar(agreement_.calendars[i]);
  }
}

void Validator::check_calendar(const Calendar& calendar) {
  check_zone(calendar.time_zone);
  for (std::size_t i = 0; i < calendar.holidays.size(); ++i) {
    check_date(calendar.holidays[i], path_.to("holidays", i));
  }
  const std::size_t errors_before = errors_.size();
  for (std::size_t i = 0; i < calendar.week.size(); ++i) {
    const auto in = path_.enter("week", i);
    const std::string& day = calendar.week[i].day;
    if (!parse_weekday(day)) {
      add(day.empty() ? ErrorCode::missing : ErrorCode::bad_value, path_.to("day"),
          (day.empty() ? "No day is given" : quoted(day) + " is not a day") +
              std::string("; write mon, tue, wed, thu, fri, sat or sun."));
    }
    check_interval(calendar.week[i].from, calendar.week[i].to);
  }
  for (std::size_t i = 0; i < calendar.special_days.size(); ++i) {
    const auto in = path_.enter("special_days", i);
    check_date(calendar.special_days[i].date, path_.to("date"));
    check_interval(calendar.special_days[i].from, calendar.special_days[i].to);
  }
  // An interval that could not be read may be the one that opens.
  if (errors_.size() != errors_before || reported_.covers(path_.str()) ||
      reported_.has_within(path_.to("week")) || reported_.has_within(path_.to("special_days"))) {
    return;
  }
  calendar::HoursSpec spec = hours_spec(calendar);
  // What is closed every day is so in every zone.
  if (spec.zone == nullptr) spec.zone = calendar::Zone::find("UTC");
  if (is_never_open(spec)) {
    add(ErrorCode::bad_value, path_.str(),
        "The calendar " + quoted(calendar.name.empty() ? calendar.id : calendar.name) +
            " is never open; it needs opening hours on a weekday or on a special day.");
  }
}

void Validator::check_interval(const std::string& from, const std::string& to) {
  const std::optional<int> opening = parse_opening(from);
  const std::optional<int> closing = parse_closing(to);
  if (!opening) {
    add(from.empty() ? ErrorCode::missing : ErrorCode::bad_value, path_.to("from"),
        (from.empty() ? "No opening time is given" : quoted(from) + " is not an opening time") +
            std::string("; write it like “09:00”, from 00:00 to 23:59."));
  }
  if (!closing) {
    add(to.empty() ? ErrorCode::missing : ErrorCode::bad_value, path_.to("to"),
        (to.empty() ? "No closing time is given" : quoted(to) + " is not a closing time") +
            std::string("; write it like “17:00”, at most 24:00."));
  }
  if (opening && closing && *closing <= *opening) {
    add(ErrorCode::bad_value, path_.to("to"),
        "Closing at " + to + " is not after opening at " + from +
            "; a night is written as two intervals, one up to 24:00 and one from 00:00.");
  }
}

void Validator::check_datasets() {
  Ids ids;
  for (const DatasetIndex& index : datasets_) {
    const Dataset& dataset = *index.dataset;
    const auto in = path_.enter(index.place);
    check_id(dataset.id, ids, "dataset");
    check_zone(dataset.time_zone);
    if (!dataset.id_field.empty() && index.fields.count(dataset.id_field) == 0 &&
        !in_doubt(path_.to("fields"))) {
      add(ErrorCode::bad_reference, path_.to("id_field"),
          quoted(dataset.id_field) +
              " is no field of this dataset; the key of a field is "
              "expected, or nothing.");
    }
    {
      const auto in_only = path_.enter("only");
      check_condition(dataset.only, {&index, Scope::Use::only});
    }
    check_fields(index);
  }
}

void Validator::check_fields(const DatasetIndex& index) {
  Ids keys;
  for (std::size_t i = 0; i < index.dataset->fields.size(); ++i) {
    const data::Field& field = index.dataset->fields[i];
    const auto in = path_.enter("fields", i);
    if (field.key.empty()) {
      add(ErrorCode::missing, path_.to("key"), "This field has no key; every field needs one.");
    } else if (!keys.insert(field.key).second) {
      add(ErrorCode::twice, path_.to("key"),
          "The key " + quoted(field.key) +
              " is already taken; every field of a dataset needs a "
              "key of its own.");
    } else if (field.key == kLeadScoreKey && index.has_lead_score) {
      add(ErrorCode::twice, path_.to("key"),
          "The key “lead_score” is taken by the lead score of this dataset; choose another one.");
    }
    if (data::trim(field.column).empty()) {
      add(ErrorCode::missing, path_.to("column"),
          "No column is named; write the name that the column has in the exported file.");
    }
    if (field.type == data::FieldType::unset) {
      add(ErrorCode::missing, path_.to("type"),
          "No type is given; expected " + choices<data::FieldType>() + ".");
    }
  }
}

}  // namespace leadpact::agreement
