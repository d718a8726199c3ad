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

namespace leadpact::agreement {
namespace {

constexpr std::string_view kMissing = "…";

// In full, unlike the quotes of an error: a clause is never shortened. A closing quote inside is
// doubled and a control character shown, so that no two texts read the same.
std::string in_quotes(std::string_view text) {
  constexpr std::string_view kClosing = "”";
  std::string result = "“";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text.substr(i, kClosing.size()) == kClosing) {
      result += kClosing;
      result += kClosing;
      i += kClosing.size() - 1;
    } else if (byte < 0x20) {
      result += "\xE2\x90";  // U+2400 onwards
      result += static_cast<char>(0x80 + byte);
    } else {
      result += text[i];
    }
  }
  return result + "”";
}

std::string counted_words(double number, std::string_view one, std::string_view many) {
  return number_words(number) + " " + std::string(number == 1 ? one : many);
}

// What a thing is called: its name, or its id where it has none; with the id
// behind it where another one of `all` is called the same.
template <typename Thing, typename Called>
std::string called(const std::vector<Thing>& all, const Thing& thing, const std::string& id,
                   const Called& name_of_thing) {
  const std::string& name = name_of_thing(thing);
  const auto same = std::count_if(all.begin(), all.end(),
                                  [&](const Thing& other) { return name_of_thing(other) == name; });
  return in_quotes(name) + (same > 1 ? " (" + id + ")" : "");
}

const std::string& or_id(const std::string& name, const std::string& id) {
  return name.empty() ? id : name;
}

std::string called(const Agreement& agreement, const Dataset& dataset) {
  return called(
      agreement.datasets, dataset, dataset.id,
      [](const Dataset& each) -> auto& { return or_id(each.name, each.id); });
}

std::string called(const Agreement& agreement, const Stage& stage) {
  return called(
      agreement.stages, stage, stage.id,
      [](const Stage& each) -> auto& { return or_id(each.name, each.id); });
}

std::string called_calendar(const Agreement& agreement, std::string_view id) {
  const Calendar* calendar = find_calendar(agreement, id);
  if (calendar == nullptr) return in_quotes(id);
  return called(
      agreement.calendars, *calendar, calendar->id,
      [](const Calendar& each) -> auto& { return or_id(each.name, each.id); });
}

std::string called_commitment(const Agreement& agreement, std::string_view id) {
  for (const std::vector<Commitment>* list : {&agreement.commitments, &agreement.goals}) {
    for (const Commitment& each : *list) {
      if (each.id != id) continue;
      return called(
          *list, each, each.id,
          [](const Commitment& other) -> auto& { return or_id(other.title, other.id); });
    }
  }
  return in_quotes(id);
}

// A field by the header of its column.
std::string called_field(const Dataset& dataset, std::string_view key) {
  if (key.empty()) return std::string(kMissing);
  if (key == kLeadScoreKey) return "the lead score";
  const data::Field* field = find_field(dataset, key);
  if (field == nullptr) return in_quotes(key);
  return called(
      dataset.fields, *field, field->key,
      [](const data::Field& each) -> auto& { return or_id(each.column, each.key); });
}

std::string team_words(const Agreement& agreement, Team team) {
  std::vector<std::string> names;
  for (const Team each : {Team::marketing, Team::sales}) {
    if (team == each || team == Team::both) names.push_back(team_name(agreement, each));
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
      return with("is before", false);
    case Op::on_or_after:
      return with("is on or after", false);
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
        return Worded(who()) + " " + amount("check-in") + " " + in_each() +
               ", noted in this agreement." + pace();
      case Kind::manual:
        return who_that() + "the value entered in this agreement is " + amount() + ".";
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

// ---- Calendars and consequences ---------------------------------------------------------

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

std::string calendar_sentence(const Calendar& calendar) {
  // Days of the same hours together, in the order of the week.
  std::vector<std::pair<std::string, std::vector<std::string>>> hours;
  for (const auto& [id, name] : kWeekdays) {
    std::vector<std::string> intervals;
    for (const OpeningInterval& interval : calendar.week) {
      if (interval.day == id) intervals.push_back(interval.from + " to " + interval.to);
    }
    if (intervals.empty()) continue;
    const std::string open = listed(intervals);
    auto same = std::find_if(hours.begin(), hours.end(),
                             [&](const auto& each) { return each.first == open; });
    if (same == hours.end()) same = hours.insert(hours.end(), {open, {}});
    same->second.emplace_back(name);
  }
  std::string text = in_quotes(calendar.name.empty() ? calendar.id : calendar.name) + " is open ";
  if (hours.empty()) text += "on no day of the week";
  for (std::size_t i = 0; i < hours.size(); ++i) {
    if (i > 0) text += i + 1 == hours.size() ? ", and " : ", ";
    text += "on " + listed(hours[i].second) + " from " + hours[i].first;
  }
  text += ", by the clocks of " + calendar.time_zone + ".";
  if (!calendar.holidays.empty()) {
    text += " It is closed on " + listed(calendar.holidays) + ".";
  }
  std::vector<std::pair<std::string, std::vector<std::string>>> special;
  for (const SpecialDay& day : calendar.special_days) {
    auto same = std::find_if(special.begin(), special.end(),
                             [&](const auto& each) { return each.first == day.date; });
    if (same == special.end()) same = special.insert(special.end(), {day.date, {}});
    same->second.push_back(day.from + " to " + day.to);
  }
  for (const auto& [date, intervals] : special)
    text += " On " + date + " it is open from " + listed(intervals) + " only.";
  return text;
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
