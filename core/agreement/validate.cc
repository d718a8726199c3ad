#include "core/agreement/validate.h"

#include <cmath>
#include <optional>

#include "core/agreement/names.h"
#include "core/agreement/validator.h"
#include "core/agreement/wording.h"
#include "core/calendar/time.h"

namespace leadpact::agreement {

namespace {

constexpr std::string_view kDateHint = "write a date like “2026-03-01”, in the years 1900 to 2199";

bool is_whole(double number) {
  return std::isfinite(number) && std::floor(number) == number;
}

template <typename Item>
std::set<std::string_view> ids_of(const std::vector<Item>& items) {
  std::set<std::string_view> ids;
  for (const Item& item : items)
    ids.insert(item.id);
  ids.erase(std::string_view());
  return ids;
}

}  // namespace

Errors validate(const Agreement& agreement, const Errors& reported) {
  return Validator(agreement, reported).run();
}

Validator::Validator(const Agreement& agreement, const Errors& reported)
    : agreement_(agreement),
      reported_errors_(reported),
      reported_(reported),
      contact_ids_(ids_of(agreement.contacts)),
      calendar_ids_(ids_of(agreement.calendars)),
      commitment_ids_(ids_of(agreement.commitments)),
      promise_ids_(ids_of(agreement.goals)),
      stages_(agreement.stages) {
  promise_ids_.insert(commitment_ids_.begin(), commitment_ids_.end());
  datasets_.reserve(agreement.datasets.size());  // stage_uses_ points into it
  for (std::size_t i = 0; i < agreement.datasets.size(); ++i) {
    const Dataset& dataset = agreement.datasets[i];
    DatasetIndex index;
    index.dataset = &dataset;
    index.place = path_.to("datasets", i);
    index.zone = calendar::Zone::find(dataset.time_zone);
    if (index.zone == nullptr) index.zone = calendar::Zone::find("UTC");
    index.has_lead_score = !dataset.id.empty() && dataset.id == agreement.lead_scoring.dataset;
    for (const data::Field& field : dataset.fields)
      index.fields.emplace(field.key, &field);
    if (!dataset.id.empty()) dataset_by_id_.emplace(dataset.id, i);
    datasets_.push_back(std::move(index));
  }
}

Errors Validator::run() {
  check_head();
  check_teams();
  check_contacts();
  check_personas();
  check_calendars();
  check_datasets();
  check_lead_scoring();
  check_stages();
  Ids promises;
  check_commitments("goals", agreement_.goals, promises);
  check_commitments("commitments", agreement_.commitments, promises);
  check_stage_uses();
  check_escalation();
  check_cancellation();
  check_reviews();
  check_entries();
  sort_by_place(errors_);
  return std::move(errors_);
}

void Validator::check_head() {
  if (agreement_.id.empty()) {
    add(ErrorCode::missing, "id", "The agreement has no id; every agreement needs one.");
  }
  check_zone(agreement_.time_zone);
  const bool starts = check_date(agreement_.starts_on, "starts_on");
  const bool ends = !agreement_.ends_on.empty() && check_date(agreement_.ends_on, "ends_on");
  if (starts && ends &&
      *calendar::parse_day(agreement_.ends_on) < *calendar::parse_day(agreement_.starts_on)) {
    add(ErrorCode::bad_value, "ends_on",
        "The agreement ends on " + agreement_.ends_on + ", before it starts on " +
            agreement_.starts_on + "; the end must be the same day or later.");
  }
  if (agreement_.reporting == Every::term) {
    add(ErrorCode::unknown_value, "reporting",
        "“term” cannot be used for reporting; choose week, month, quarter or year.");
  }
  const double month = agreement_.fiscal_year_starts;
  if (!is_whole(month) || month < 1 || month > 12) {
    add(ErrorCode::bad_value, "fiscal_year_starts",
        digits(month) + " is not a month; the fiscal year starts in a month from 1 to 12.");
  }
}

void Validator::check_teams() {
  for (std::size_t i = 0; i < agreement_.teams.size(); ++i) {
    const auto in = path_.enter("teams", i);
    check_team(agreement_.teams[i].team);
  }
}

void Validator::check_contacts() {
  Ids ids;
  for (std::size_t i = 0; i < agreement_.contacts.size(); ++i) {
    const auto in = path_.enter("contacts", i);
    check_id(agreement_.contacts[i].id, ids, "contact");
    check_team(agreement_.contacts[i].team);
  }
}

void Validator::check_personas() {
  Ids ids;
  for (std::size_t i = 0; i < agreement_.personas.size(); ++i) {
    const auto in = path_.enter("personas", i);
    check_id(agreement_.personas[i].id, ids, "persona");
  }
}

void Validator::check_escalation() {
  Ids ids;
  for (std::size_t i = 0; i < agreement_.escalation.size(); ++i) {
    const EscalationStep& step = agreement_.escalation[i];
    const auto in = path_.enter("escalation", i);
    check_id(step.id, ids, "step");
    const double missed = step.after_missed_in_a_row;
    if (!is_whole(missed) || missed < 1) {
      add(ErrorCode::bad_value, path_.to("after_missed_in_a_row"),
          "A step cannot follow after " + digits(missed) +
              " missed periods in a row; a whole number from 1 is expected.");
    }
    for (std::size_t j = 0; j < step.commitments.size(); ++j) {
      check_reference(step.commitments[j], commitment_ids_, path_.to("commitments", j),
                      "commitment", "commitments");
    }
    for (std::size_t j = 0; j < step.notify.size(); ++j) {
      check_reference(step.notify[j], contact_ids_, path_.to("notify", j), "contact", "contacts");
    }
  }
}

void Validator::check_cancellation() {
  const Cancellation& cancellation = agreement_.cancellation;
  const auto in = path_.enter("cancellation");
  const double missed = cancellation.missed_in_a_row;
  if (!is_whole(missed) || missed < 0) {
    add(ErrorCode::bad_value, path_.to("missed_in_a_row"),
        "The right to cancel cannot follow after " + digits(missed) +
            " missed periods in a row; a whole number is expected, 0 for no such right.");
  }
  for (std::size_t i = 0; i < cancellation.commitments.size(); ++i) {
    check_reference(cancellation.commitments[i], commitment_ids_, path_.to("commitments", i),
                    "commitment", "commitments");
  }
}

void Validator::check_reviews() {
  Ids ids;
  for (std::size_t i = 0; i < agreement_.reviews.size(); ++i) {
    const Review& review = agreement_.reviews[i];
    const auto in = path_.enter("reviews", i);
    check_id(review.id, ids, "review");
    for (std::size_t j = 0; j < review.attendees.size(); ++j) {
      check_reference(review.attendees[j], contact_ids_, path_.to("attendees", j), "contact",
                      "contacts");
    }
  }
}

void Validator::check_entries() {
  for (std::size_t i = 0; i < agreement_.checkins.size(); ++i) {
    const CheckIn& checkin = agreement_.checkins[i];
    const auto in = path_.enter("checkins", i);
    check_reference(checkin.commitment, promise_ids_, path_.to("commitment"), "commitment or goal",
                    "commitments");
    check_date(checkin.on, path_.to("on"));
    if (!checkin.by.empty()) {
      check_reference(checkin.by, contact_ids_, path_.to("by"), "contact", "contacts");
    }
  }
  for (std::size_t i = 0; i < agreement_.manual_values.size(); ++i) {
    const ManualValue& entry = agreement_.manual_values[i];
    const auto in = path_.enter("manual_values", i);
    check_reference(entry.commitment, promise_ids_, path_.to("commitment"), "commitment or goal",
                    "commitments");
    check_date(entry.on, path_.to("on"));
    if (!entry.value) {
      add(ErrorCode::missing, path_.to("value"), "The entry has no value; a number is expected.");
    } else if (!std::isfinite(*entry.value)) {
      add(ErrorCode::bad_value, path_.to("value"), "The value is no number.");
    }
  }
}

void Validator::add(ErrorCode code, std::string place, std::string message, Beside beside) {
  const bool known =
      beside == Beside::nothing ? reported_.covers(place) : reported_.has_within(place);
  if (errors_.size() > kMaxErrors || known) return;
  if (errors_.size() == kMaxErrors) {
    if (!reported_.covers("agreement")) errors_.push_back(more_errors());
    return;
  }
  if (!seen_.emplace(place, message).second) return;
  errors_.push_back({code, std::move(place), std::move(message)});
}

void Validator::check_id(const std::string& id, Ids& ids, std::string_view what) {
  if (id.empty()) {
    add(ErrorCode::missing, path_.to("id"),
        "This " + std::string(what) + " has no id; every " + std::string(what) + " needs one.");
  } else if (!ids.insert(id).second) {
    add(ErrorCode::twice, path_.to("id"),
        "The id " + quoted(id) + " is already taken; every " + std::string(what) +
            " needs an id of its own.");
  }
}

void Validator::check_team(Team team) {
  if (team != Team::unset) return;
  add(ErrorCode::missing, path_.to("team"), "No team is named; expected " + choices<Team>() + ".");
}

void Validator::check_zone(const std::string& name) {
  if (calendar::Zone::find(name) != nullptr) return;
  if (name.empty()) {
    add(ErrorCode::missing, path_.to("time_zone"),
        "No time zone is given; write one like “America/New_York” or “Europe/Berlin”.");
  } else {
    add(ErrorCode::bad_value, path_.to("time_zone"),
        quoted(name) +
            " is not a time zone; write one like “America/New_York” or "
            "“Europe/Berlin”.");
  }
}

bool Validator::check_date(const std::string& text, const std::string& place) {
  if (calendar::parse_day(text)) return true;
  if (text.empty()) {
    add(ErrorCode::missing, place, "No date is given; " + std::string(kDateHint) + ".");
  } else {
    add(ErrorCode::bad_value, place,
        quoted(text) + " is not a date; " + std::string(kDateHint) + ".");
  }
  return false;
}

void Validator::check_reference(const std::string& id, const Ids& ids, std::string place,
                                std::string_view what, std::string_view list) {
  if (ids.count(id) > 0) return;
  if (id.empty()) {
    add(ErrorCode::missing, std::move(place),
        "Nothing is named here; the id of a " + std::string(what) + " is expected.");
    return;
  }
  if (in_doubt(std::string(list))) return;
  if (&ids == &promise_ids_ && in_doubt("goals")) return;
  add(ErrorCode::bad_reference, std::move(place),
      quoted(id) + " is no " + std::string(what) + " of this agreement; the id of a " +
          std::string(what) + " is expected.");
}

bool Validator::in_doubt(const std::string& list) {
  if (reported_errors_.empty()) return false;
  const auto known = doubts_.find(list);
  if (known != doubts_.end()) return known->second;
  bool doubt = reported_.covers(list);
  for (const Error& error : reported_errors_) {
    if (doubt) break;
    const std::string_view place = error.place;
    if (place.substr(0, list.size() + 1) != list + "[") continue;
    const std::string_view rest =
        place.substr(std::min(place.size(), place.find(']', list.size()) + 1));
    doubt = rest.empty() || rest == ".id" || rest == ".key";
  }
  doubts_.emplace(list, doubt);
  return doubt;
}

const Validator::DatasetIndex* Validator::find_dataset_index(std::string_view id) const {
  const auto found = dataset_by_id_.find(id);
  return found == dataset_by_id_.end() ? nullptr : &datasets_[found->second];
}

}  // namespace leadpact::agreement
