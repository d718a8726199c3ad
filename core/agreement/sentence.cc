#include "core/agreement/sentence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/names.h"
#include "core/agreement/wording.h"
#include "core/calendar/limit.h"
#include "core/calendar/time.h"
#include "core/calendar/zone.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

constexpr std::string_view kMissing = "…";

std::string counted_words(double number, std::string_view one, std::string_view many) {
  return number_words(number) + " " + std::string(number == 1 ? one : many);
}

// What tells apart things called the same.
std::string behind(const std::string& id) {
  return " (" + visible(id) + ")";
}

// What a thing is called: its name, or its id where it has none; with the id
// behind it where another one of `all` is called the same.
template <typename Thing, typename Called>
std::string called_of(const std::vector<Thing>& all, const Thing& thing, const std::string& id,
                      const Called& name_of_thing) {
  const std::string& name = name_of_thing(thing);
  const auto same = std::count_if(all.begin(), all.end(),
                                  [&](const Thing& other) { return name_of_thing(other) == name; });
  return in_quotes(name) + (same > 1 ? behind(id) : "");
}

std::string called(const Agreement& agreement, const Stage& stage) {
  return called_of(
      agreement.stages, stage, stage.id,
      [](const Stage& each) -> auto& { return or_id(each.name, each.id); });
}

std::string called_calendar(const Agreement& agreement, std::string_view id) {
  const Calendar* calendar = find_calendar(agreement, id);
  return calendar == nullptr ? in_quotes(id) : called(agreement, *calendar);
}

// Check-ins and entered values name promises and goals alike.
std::string called(const Agreement& agreement, const Commitment& commitment) {
  const std::string& name = or_id(commitment.title, commitment.id);
  const auto is_same = [&](const Commitment& other) {
    return other.id != commitment.id && or_id(other.title, other.id) == name;
  };
  const bool same =
      std::any_of(agreement.commitments.begin(), agreement.commitments.end(), is_same) ||
      std::any_of(agreement.goals.begin(), agreement.goals.end(), is_same);
  return in_quotes(name) + (same ? behind(commitment.id) : "");
}

std::string called_commitment(const Agreement& agreement, std::string_view id) {
  for (const std::vector<Commitment>* list : {&agreement.commitments, &agreement.goals}) {
    for (const Commitment& each : *list) {
      if (each.id == id) return called(agreement, each);
    }
  }
  return in_quotes(id);
}

std::string team_words(const Agreement& agreement, Team team) {
  std::vector<std::string> names;
  for (const Team each : {Team::marketing, Team::sales}) {
    if (team == each || team == Team::both) names.push_back(visible(team_name(agreement, each)));
  }
  if (names.empty()) return std::string(kMissing) + " promises";
  return listed(names) + (names.size() == 1 ? " promises" : " promise");
}

// ---- Conditions -------------------------------------------------------------------

std::vector<std::string> value_words(const Criterion& criterion, bool quote) {
  std::vector<std::string> words;
  words.reserve(criterion.values.size());
  for (const std::string& value : criterion.values)
    words.push_back(quote ? in_quotes(value) : value);
  if (words.empty()) words.emplace_back(kMissing);
  return words;
}

// A date or time as the field's cells are read: in words, so that nobody takes
// the day for the month. With a zone of its own it is told in UTC, else by the
// clocks of the records.
std::string moment_words(const data::Field& field, const std::string& value) {
  const auto read_in = [&](const char* zone) {
    return data::parse_stamp(data::trim(value), field.date_order, *calendar::Zone::find(zone));
  };
  const calendar::Stamp stamp = read_in("UTC");
  if (!stamp.has_value()) return in_quotes(value);
  if (stamp.date_only()) return date_words(calendar::format_day(stamp.day()));
  const std::string written = calendar::format_instant(stamp.instant());
  std::string words = date_words(written.substr(0, 10)) + ", " + written.substr(11, 5);
  if (written.compare(16, 3, ":00") != 0) words += written.substr(16, 3);
  return words + (read_in("Asia/Tokyo") == stamp ? " UTC" : "");
}

std::string meets_words(const Agreement& agreement, const Criterion& criterion) {
  std::vector<std::string> stages;
  for (const std::string& id : criterion.values) {
    const Stage* stage = find_stage(agreement, id);
    stages.push_back(stage == nullptr ? in_quotes(id) : called(agreement, *stage));
  }
  if (stages.empty()) stages.emplace_back(kMissing);
  return "the definition of " + listed(stages, "or") + " is met";
}

Worded criterion_words(const Agreement& agreement, const Dataset& dataset,
                       const Criterion& criterion, const std::string& place) {
  const std::string field = called_field(dataset, criterion.field);
  const auto values = [&](const std::vector<std::string>& words, std::string_view last) {
    return marked(place + ".values", listed(words, last));
  };
  const auto with = [&](std::string_view verb, bool quote = true) {
    return Worded(field + " " + std::string(verb) + " ") +
           values(value_words(criterion, quote), "or");
  };
  const auto with_moment = [&](std::string_view verb) {
    const data::Field* read = find_field(dataset, criterion.field);
    if (read == nullptr || criterion.values.size() != 1) return with(verb);
    return Worded(field + " " + std::string(verb) + " ") +
           values({moment_words(*read, criterion.values.front())}, "or");
  };
  switch (criterion.op) {
    case Op::unset:
      return field + " " + std::string(kMissing);
    case Op::is:
      return with("is");
    case Op::is_not:
      return with("is not");
    case Op::contains:
      return with("contains");
    case Op::not_contains:
      return with("does not contain");
    case Op::starts_with:
      return with("begins with");
    case Op::ends_with:
      return with("ends with");
    case Op::domain_is:
      return Worded("the domain of ") + with("is");
    case Op::domain_is_not:
      return Worded("the domain of ") + with("is another than");
    case Op::equals:
      return with("equals", false);
    case Op::at_least:
      return with("is at least", false);
    case Op::at_most:
      return with("is at most", false);
    case Op::more_than:
      return with("is more than", false);
    case Op::less_than:
      return with("is less than", false);
    case Op::between:
      return Worded(field + " is from ") + values(value_words(criterion, false), "to") +
             ", both included";
    case Op::before:
      return with_moment("is before");
    case Op::on_or_after:
      return with_moment("is on or after");
    case Op::is_filled:
      return field + " is filled";
    case Op::is_empty:
      return field + " is empty";
    case Op::meets:
      return meets_words(agreement, criterion);
  }
  return {};
}

Worded words_of(const Agreement& agreement, const Dataset& dataset, const Condition& condition,
                const std::string& place, bool nested) {
  std::vector<Worded> parts;
  const auto at = [&](const char* list, std::size_t i) {
    return place + "." + list + "[" + std::to_string(i) + "]";
  };
  for (std::size_t i = 0; i < condition.criteria.size(); ++i)
    parts.push_back(criterion_words(agreement, dataset, condition.criteria[i], at("criteria", i)));
  for (std::size_t i = 0; i < condition.groups.size(); ++i) {
    if (is_empty(condition.groups[i])) continue;
    parts.push_back(words_of(agreement, dataset, condition.groups[i], at("groups", i), true));
  }
  Worded text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += condition.match == Match::all ? ", and " : ", or ";
    text += parts[i];
  }
  if (condition.negate) return Worded("not (") + text + ")";
  return nested && parts.size() > 1 ? Worded("(") + text + ")" : text;
}

// ---- Commitments --------------------------------------------------------------------

std::string in_each(Every every) {
  if (every == Every::term) return "over the whole term";
  return "in each " + std::string(name_of(every));
}

Worded limit_words(const Agreement& agreement, const Measure& measure) {
  const std::string key = "measure.limit";
  const auto limit = calendar::parse_limit(measure.limit);
  if (!limit) {
    return marked(key, measure.limit.empty() ? std::string(kMissing) : in_quotes(measure.limit));
  }
  constexpr std::array<std::string_view, 3> kUnits = {"minute", "hour", "day"};
  std::string unit = limit->business ? "business " : "";
  unit += kUnits[static_cast<std::size_t>(limit->unit)];
  Worded text = marked(key, counted_words(limit->amount, unit, unit + "s"));
  if (limit->business) text += " (" + called_calendar(agreement, measure.calendar) + ")";
  return text;
}

class Clause {
 public:
  Clause(const Agreement& agreement, const Commitment& commitment)
      : agreement_(agreement),
        commitment_(commitment),
        measure_(commitment.measure),
        dataset_(find_dataset(agreement, commitment.measure.dataset)) {}

  Worded write() const {
    switch (measure_.kind) {
      case Kind::unset:
        return who() + " " + std::string(kMissing) + ".";
      case Kind::count:
        return Worded(who()) + " " + amount("record") + " " + in_each() + "." + counting();
      case Kind::sum:
        return who_that() + "the sum of " + field() + " is " + amount() + "." + counting() +
               " Where " + field() + " is empty, nothing is added.";
      case Kind::share:
        return who_that() + direction() + " " + target() +
               " % of the records fulfil this: " + fulfilled() + "." + counting();
      case Kind::within:
        return who_that() + direction() + " " + target() + " % of the records have " + to() +
               " within " + limit_words(agreement_, measure_) + " after " + from() +
               "; exactly at the limit counts as met." + counting() + early("met", " at once");
      case Kind::average:
        return who_that() + "the average of " + field() + " is " + amount() + "." +
               counting(field() + " is filled");
      case Kind::median:
        return who_that() + "the median of " + field() + " is " + amount() + "." +
               counting(field() + " is filled");
      case Kind::median_time:
        return who_that() + "the median time from " + from() + " to " + to() + " is " +
               amount(hour()) + business() + "." +
               counting(from() + " and " + to() + " are filled") + early("0 hours", "");
      case Kind::checkins:
        return Worded(who()) + " " + amount("check-in") + " " + in_each() + " on " + title() +
               ", noted in this agreement." + pace();
      case Kind::manual:
        return who_that() + "the value of " + title() + " last entered in this agreement is " +
               amount() + ".";
    }
    return {};
  }

 private:
  std::string who() const { return team_words(agreement_, commitment_.team); }
  Worded who_that() const { return who() + " that " + in_each() + " "; }
  std::string in_each() const { return leadpact::agreement::in_each(commitment_.every); }
  std::string direction() const {
    return commitment_.direction == Direction::at_least ? "at least" : "at most";
  }
  Worded target() const { return marked("target", number_words(commitment_.target)); }
  Worded amount() const { return Worded(direction() + " ") + target(); }
  Worded amount(const std::string& noun) const {
    return amount() + " " + (commitment_.target == 1 ? noun : noun + "s");
  }
  std::string title() const { return called(agreement_, commitment_); }
  std::string named(std::string_view key) const {
    if (key.empty()) return std::string(kMissing);
    return dataset_ == nullptr ? in_quotes(key) : called_field(*dataset_, key);
  }
  std::string field() const { return named(measure_.field); }
  std::string from() const { return named(measure_.from); }
  std::string to() const { return named(measure_.to); }
  std::string hour() const { return measure_.calendar.empty() ? "hour" : "business hour"; }
  std::string business() const {
    if (measure_.calendar.empty()) return "";
    return " (" + called_calendar(agreement_, measure_.calendar) + ")";
  }

  Worded condition(const Condition& condition, const std::string& place) const {
    static const Dataset none;
    if (is_empty(condition)) return {};
    return words_of(agreement_, dataset_ == nullptr ? none : *dataset_, condition, place, false);
  }
  Worded fulfilled() const {
    const Worded words = measure_.of ? condition(*measure_.of, "measure.of") : Worded();
    return words.text.empty() ? Worded(std::string(kMissing)) : words;
  }

  // Which records count, and when; `also` is what the kind itself asks of them.
  Worded counting(const std::string& also = "") const {
    Worded text(" Counted are the records of ");
    text += dataset_ != nullptr ? called(agreement_, *dataset_) : in_quotes(measure_.dataset);
    const Worded where = condition(measure_.where, "measure.where");
    const bool all = where.text.empty();
    if (!all) text += Worded(" where ") + where;
    if (!also.empty()) text += (all ? " where " : "; only those where ") + also;
    const std::string_view unit = name_of(commitment_.every);
    text += commitment_.every == Every::term ? ", each dated by its "
                                             : ", each in the " + std::string(unit) + " of its ";
    return text + named(measure_.at) + "." + pace();
  }

  // Sums and counts are held against a pace while the period runs (scoring.md, 5).
  std::string pace() const {
    const bool has_pace = measure_.kind == Kind::count || measure_.kind == Kind::sum ||
                          measure_.kind == Kind::checkins;
    if (!has_pace || measure_.calendar.empty()) return "";
    return " While a period runs, its pace follows the business time of " +
           called_calendar(agreement_, measure_.calendar) + ".";
  }

  std::string early(const std::string& counts_as, const std::string& how) const {
    const std::string before = " Where " + to() + " lies before " + from() + ", the record ";
    if (measure_.early == Early::left_out) return before + "is left out.";
    return before + "counts as " + counts_as + how + ".";
  }

  const Agreement& agreement_;
  const Commitment& commitment_;
  const Measure& measure_;
  const Dataset* dataset_;
};

// ---- Consequences ---------------------------------------------------------

std::string scope_words(const Agreement& agreement, const std::vector<std::string>& commitments) {
  if (commitments.empty()) return "any commitment";
  std::vector<std::string> names;
  names.reserve(commitments.size());
  for (const std::string& id : commitments)
    names.push_back(called_commitment(agreement, id));
  return listed(names, "or");
}

Worded misses_words(const std::string& key, double count) {
  return marked(key, counted_words(count, "missed period", "missed periods in a row"));
}

}  // namespace

std::string called(const Agreement& agreement, const Dataset& dataset) {
  return called_of(
      agreement.datasets, dataset, dataset.id,
      [](const Dataset& each) -> auto& { return or_id(each.name, each.id); });
}

std::string called(const Agreement& agreement, const Calendar& calendar) {
  return called_of(
      agreement.calendars, calendar, calendar.id,
      [](const Calendar& each) -> auto& { return or_id(each.name, each.id); });
}

std::string called_field(const Dataset& dataset, std::string_view key) {
  if (key.empty()) return std::string(kMissing);
  if (key == kLeadScoreKey) return "the lead score";
  const data::Field* field = find_field(dataset, key);
  if (field == nullptr) return in_quotes(key);
  return called_of(
      dataset.fields, *field, field->key,
      [](const data::Field& each) -> auto& { return or_id(each.column, each.key); });
}

Worded worded_commitment(const Agreement& agreement, const Commitment& commitment) {
  return Clause(agreement, commitment).write();
}

std::string commitment_sentence(const Agreement& agreement, const Commitment& commitment) {
  return worded_commitment(agreement, commitment).text;
}

std::string condition_words(const Agreement& agreement, const Dataset& dataset,
                            const Condition& condition) {
  if (is_empty(condition)) return {};
  return words_of(agreement, dataset, condition, "", false).text;
}

Worded worded_stage(const Agreement& agreement, const Dataset& dataset, const Stage& stage) {
  const std::string subject = "A record is " + called(agreement, stage);
  if (is_empty(stage.definition)) return subject + " in any case.";
  return Worded(subject + " where ") +
         words_of(agreement, dataset, stage.definition, "definition", false) + ".";
}

std::string stage_sentence(const Agreement& agreement, const Dataset& dataset, const Stage& stage) {
  return worded_stage(agreement, dataset, stage).text;
}

std::string called_contact(const Agreement& agreement, std::string_view id) {
  for (const Contact& contact : agreement.contacts) {
    if (contact.id != id) continue;
    if (contact.name.empty()) return contact.role.empty() ? contact.id : contact.role;
    return contact.role.empty() ? contact.name : contact.name + " (" + contact.role + ")";
  }
  return std::string(id);
}

Worded worded_escalation(const Agreement& agreement, const EscalationStep& step) {
  Worded text = Worded("After ") +
                misses_words("after_missed_in_a_row", step.after_missed_in_a_row) + " of " +
                scope_words(agreement, step.commitments) + ": ";
  const std::string action = without_stop(step.action);
  text += (action.empty() ? std::string(kMissing) : action) + ".";
  if (!step.notify.empty()) {
    std::vector<std::string> people;
    people.reserve(step.notify.size());
    for (const std::string& id : step.notify)
      people.push_back(called_contact(agreement, id));
    text += " To be told: " + listed(people) + ".";
  }
  if (!step.respond_within.empty()) {
    text += " An answer is due within " + without_stop(step.respond_within) + ".";
  }
  return text;
}

std::string escalation_sentence(const Agreement& agreement, const EscalationStep& step) {
  return worded_escalation(agreement, step).text;
}

std::string cancellation_sentence(const Agreement& agreement) {
  return worded_cancellation(agreement).text;
}

Worded worded_cancellation(const Agreement& agreement) {
  const Cancellation& right = agreement.cancellation;
  if (right.missed_in_a_row <= 0) return {};
  Worded text = Worded("After ") + misses_words("missed_in_a_row", right.missed_in_a_row) + " of " +
                scope_words(agreement, right.commitments) +
                ", either side may cancel this agreement";
  if (!right.notice.empty()) text += ", with notice of " + without_stop(right.notice);
  text += ".";
  const std::string terms = without_stop(right.terms);
  if (!terms.empty()) text += " " + terms + ".";
  return text;
}

}  // namespace leadpact::agreement
