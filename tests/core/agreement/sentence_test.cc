#include "core/agreement/sentence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "core/agreement/templates.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Agreement two_teams() {
  Agreement agreement;
  agreement.teams = {{Team::marketing, "Growth", {}, {}}, {Team::sales, "", {}, {}}};
  agreement.contacts = {{"c1", Team::sales, "Ada Park", "Head of sales", "", ""}};
  Calendar office;
  office.id = "office";
  office.name = "Office hours";
  office.time_zone = "Europe/Berlin";
  office.week = {{"mon", "09:00", "12:00"}, {"mon", "13:00", "17:00"}, {"tue", "09:00", "17:00"}};
  office.holidays = {"2026-01-01"};
  office.special_days = {{"2026-12-24", "09:00", "12:00"}};
  agreement.calendars = {office};
  Dataset leads;
  leads.id = "leads";
  leads.name = "Leads";
  const auto field = [](const char* key, const char* column, data::FieldType type) {
    data::Field made;
    made.key = key;
    made.column = column;
    made.type = type;
    return made;
  };
  leads.fields = {field("assigned", "Assigned", data::FieldType::timestamp),
                  field("called", "First Call", data::FieldType::timestamp),
                  field("country", "Country", data::FieldType::text),
                  field("size", "Employees", data::FieldType::number)};
  agreement.datasets = {leads};
  Stage mql;
  mql.id = "mql";
  mql.name = "MQL";
  mql.definition.criteria = {{"size", Op::at_least, {"50"}}};
  agreement.stages = {mql};
  return agreement;
}

Commitment first_call() {
  Commitment commitment;
  commitment.id = "s1";
  commitment.team = Team::sales;
  commitment.target = 90;
  commitment.measure.kind = Kind::within;
  commitment.measure.dataset = "leads";
  commitment.measure.at = "assigned";
  commitment.measure.from = "assigned";
  commitment.measure.to = "called";
  commitment.measure.limit = "2 business hours";
  commitment.measure.calendar = "office";
  return commitment;
}

TEST(Sentence, WithinSaysWhoWhatWhenAndTheBoundary) {
  EXPECT_EQ(
      commitment_sentence(two_teams(), first_call()),
      "Sales promises that in each month at least 90 % of the records have “First Call” within "
      "2 business hours (“Office hours”) after “Assigned”; exactly at the limit counts as met. "
      "Counted are the records of “Leads”, each in the month of its “Assigned”. Where “First "
      "Call” lies before “Assigned”, the record is left out.");
}

TEST(Sentence, CountSaysWhichRecords) {
  Commitment commitment;
  commitment.team = Team::both;
  commitment.target = 1200;
  commitment.every = Every::quarter;
  commitment.measure.kind = Kind::count;
  commitment.measure.dataset = "leads";
  commitment.measure.at = "assigned";
  commitment.measure.where.criteria = {{"", Op::meets, {"mql"}}};
  EXPECT_EQ(
      commitment_sentence(two_teams(), commitment),
      "Growth and Sales promise at least 1,200 records in each quarter. Counted are the records "
      "of “Leads” where the definition of “MQL” is met, each in the quarter of its “Assigned”.");
}

TEST(Sentence, NumbersAndWordsAgree) {
  Commitment commitment;
  commitment.team = Team::marketing;
  commitment.target = 1;
  commitment.every = Every::week;
  commitment.measure.kind = Kind::checkins;
  EXPECT_EQ(commitment_sentence(two_teams(), commitment),
            "Growth promises at least 1 check-in in each week, noted in this agreement.");
  commitment.target = 0.5;
  commitment.direction = Direction::at_most;
  commitment.every = Every::term;
  EXPECT_EQ(commitment_sentence(two_teams(), commitment),
            "Growth promises at most 0.5 check-ins over the whole term, noted in this agreement.");
}

TEST(Sentence, ConditionsReadUnambiguously) {
  const Agreement agreement = two_teams();
  const Dataset& leads = agreement.datasets[0];
  Condition condition;
  condition.criteria = {{"country", Op::is, {"US", "Canada"}},
                        {"size", Op::between, {"50", "500"}}};
  EXPECT_EQ(condition_words(agreement, leads, condition),
            "“Country” is “US” or “Canada”, and “Employees” is from 50 to 500, both included");
  Condition group;
  group.match = Match::any;
  group.criteria = {{"country", Op::is_filled, {}}, {"lead_score", Op::more_than, {"30"}}};
  condition.criteria.pop_back();
  condition.groups = {group, Condition{}};
  EXPECT_EQ(
      condition_words(agreement, leads, condition),
      "“Country” is “US” or “Canada”, and (“Country” is filled, or the lead score is more than "
      "30)");
  condition.negate = true;
  condition.groups.clear();
  EXPECT_EQ(condition_words(agreement, leads, condition), "not (“Country” is “US” or “Canada”)");
  EXPECT_EQ(condition_words(agreement, leads, Condition{}), "");
}

TEST(Sentence, QuotesAndControlCharactersInValuesStayApart) {
  const Agreement agreement = two_teams();
  const auto words = [&](std::vector<std::string> values) {
    Condition condition;
    condition.criteria = {{"country", Op::is, std::move(values)}};
    return condition_words(agreement, agreement.datasets[0], condition);
  };
  EXPECT_NE(words({"a” or “b"}), words({"a", "b"}));
  EXPECT_NE(words({"a\nb"}), words({"a b"}));
}

TEST(Sentence, WhatIsCalledTheSameHasItsId) {
  Agreement agreement = two_teams();
  Calendar other = agreement.calendars[0];
  other.id = "boston";
  agreement.calendars.push_back(other);
  Commitment commitment = first_call();
  EXPECT_NE(commitment_sentence(agreement, commitment).find("(“Office hours” (office))"),
            std::string::npos);
  const std::string berlin = commitment_sentence(agreement, commitment);
  commitment.measure.calendar = "boston";
  EXPECT_NE(commitment_sentence(agreement, commitment), berlin);
}

TEST(Sentence, WhatIsMissingIsSeen) {
  EXPECT_EQ(commitment_sentence(Agreement{}, Commitment{}), "… promises ….");
  Commitment commitment = first_call();
  commitment.measure.limit = "soon";
  commitment.measure.to.clear();
  const std::string sentence = commitment_sentence(two_teams(), commitment);
  EXPECT_NE(sentence.find("have … within “soon” after"), std::string::npos) << sentence;
}

TEST(Sentence, StagesCalendarsAndConsequences) {
  Agreement agreement = two_teams();
  EXPECT_EQ(stage_sentence(agreement, agreement.datasets[0], agreement.stages[0]),
            "A record is “MQL” where “Employees” is at least 50.");
  EXPECT_EQ(
      calendar_sentence(agreement.calendars[0]),
      "“Office hours” is open on Monday from 09:00 to 12:00 and 13:00 to 17:00, and on Tuesday "
      "from 09:00 to 17:00, by the clocks of Europe/Berlin. It is closed on 2026-01-01. On "
      "2026-12-24 it is open from 09:00 to 12:00 only.");
  agreement.commitments = {first_call()};
  agreement.commitments[0].title = "First call";
  EscalationStep step;
  step.after_missed_in_a_row = 2;
  step.commitments = {"s1"};
  step.action = "The team leads meet.";
  step.notify = {"c1"};
  step.respond_within = "3 business days";
  EXPECT_EQ(escalation_sentence(agreement, step),
            "After 2 missed periods in a row of “First call”: The team leads meet. To be told: Ada "
            "Park (Head of sales). An answer is due within 3 business days.");
  EXPECT_EQ(cancellation_sentence(agreement), "");
  agreement.cancellation.missed_in_a_row = 3;
  agreement.cancellation.notice = "30 days";
  EXPECT_EQ(cancellation_sentence(agreement),
            "After 3 missed periods in a row of any commitment, either side may cancel this "
            "agreement, with notice of 30 days.");
}

// ---- Two commitments that score differently never read the same -----------------------

struct Change {
  std::string what;
  std::function<void(Commitment&)> make;
};

bool has(const Commitment& commitment, std::initializer_list<Kind> kinds) {
  return std::find(kinds.begin(), kinds.end(), commitment.measure.kind) != kinds.end();
}

// Every single change that can bring this commitment to another value.
std::vector<Change> changes_of(const Agreement& agreement, const Commitment& commitment) {
  std::vector<Change> changes;
  const auto add = [&](std::string what, std::function<void(Commitment&)> make) {
    changes.push_back({std::move(what), std::move(make)});
  };
  add("target", [](Commitment& c) { c.target += 1; });
  add("a little of the target", [](Commitment& c) { c.target += 1e-7; });
  add("direction", [](Commitment& c) {
    c.direction = c.direction == Direction::at_least ? Direction::at_most : Direction::at_least;
  });
  for (const Every every : {Every::week, Every::month, Every::quarter, Every::year, Every::term}) {
    if (every != commitment.every) add("every", [=](Commitment& c) { c.every = every; });
  }
  for (const Kind kind : {Kind::count, Kind::sum, Kind::share, Kind::within, Kind::average,
                          Kind::median, Kind::median_time, Kind::checkins, Kind::manual}) {
    if (kind != commitment.measure.kind) add("kind", [=](Commitment& c) { c.measure.kind = kind; });
  }
  if (has(commitment, {Kind::checkins, Kind::manual})) return changes;

  add("dataset", [](Commitment& c) { c.measure.dataset += "2"; });
  const Dataset* dataset = find_dataset(agreement, commitment.measure.dataset);
  if (dataset == nullptr) return changes;
  const auto add_fields = [&](const char* what, std::string Measure::*member) {
    for (const data::Field& field : dataset->fields) {
      if (field.key == commitment.measure.*member) continue;
      add(what, [member, key = field.key](Commitment& c) { c.measure.*member = key; });
    }
  };
  add_fields("at", &Measure::at);
  if (has(commitment, {Kind::sum, Kind::average, Kind::median}))
    add_fields("field", &Measure::field);
  if (has(commitment, {Kind::within, Kind::median_time})) {
    add_fields("from", &Measure::from);
    add_fields("to", &Measure::to);
    add("early", [](Commitment& c) {
      c.measure.early = c.measure.early == Early::met ? Early::left_out : Early::met;
    });
  }
  if (has(commitment, {Kind::within})) {
    for (const char* limit : {"1 minute", "1 hour", "1 day", "1 business minute", "1 business hour",
                              "1 business day", "61 minutes", "999999 business days"}) {
      if (limit == commitment.measure.limit) continue;
      add("limit", [limit](Commitment& c) { c.measure.limit = limit; });
    }
  }
  const bool on_calendar = has(commitment, {Kind::count, Kind::sum, Kind::median_time}) ||
                           commitment.measure.limit.find("business") != std::string::npos;
  for (const Calendar& calendar : agreement.calendars) {
    if (!on_calendar || calendar.id == commitment.measure.calendar) continue;
    add("calendar", [id = calendar.id](Commitment& c) { c.measure.calendar = id; });
  }

  const auto add_conditions = [&](const std::string& which,
                                  const std::function<Condition&(Commitment&)>& of,
                                  const Condition& now) {
    const auto change = [&](std::string what, std::function<void(Condition&)> make) {
      add(which + ": " + std::move(what), [of, make](Commitment& c) { make(of(c)); });
    };
    for (const data::Field& field : dataset->fields) {
      change("one criterion more", [key = field.key](Condition& condition) {
        condition.criteria.push_back({key, Op::is_empty, {}});
      });
      change("a group", [key = field.key](Condition& condition) {
        Condition group;
        group.match = Match::any;
        group.criteria = {{key, Op::is_filled, {}}, {key, Op::is, {"x"}}};
        condition.groups.push_back(group);
      });
    }
    if (!is_empty(now)) change("negate", [](Condition& c) { c.negate = !c.negate; });
    if (now.criteria.size() + now.groups.size() > 1) {
      change("match",
             [](Condition& c) { c.match = c.match == Match::all ? Match::any : Match::all; });
    }
    for (std::size_t i = 0; i < now.criteria.size(); ++i) {
      change("one criterion less", [i](Condition& condition) {
        condition.criteria.erase(condition.criteria.begin() + static_cast<std::ptrdiff_t>(i));
      });
      if (now.criteria[i].op != Op::meets) {
        change("field", [i](Condition& condition) { condition.criteria[i].field += "2"; });
      }
      for (std::size_t v = 0; v < now.criteria[i].values.size(); ++v) {
        change("value", [i, v](Condition& condition) { condition.criteria[i].values[v] += "1"; });
      }
      for (int op = static_cast<int>(Op::is); op <= static_cast<int>(Op::meets); ++op) {
        if (static_cast<Op>(op) == now.criteria[i].op) continue;
        change("op",
               [i, op](Condition& condition) { condition.criteria[i].op = static_cast<Op>(op); });
      }
    }
  };
  add_conditions(
      "where", [](Commitment& c) -> Condition& { return c.measure.where; },
      commitment.measure.where);
  if (has(commitment, {Kind::share}) && commitment.measure.of) {
    add_conditions(
        "of", [](Commitment& c) -> Condition& { return *c.measure.of; }, *commitment.measure.of);
  }
  return changes;
}

TEST(Sentence, WhatScoresDifferentlyReadsDifferently) {
  std::size_t tried = 0;
  for (const Template& each : templates()) {
    const auto document = exchange::read_json(each.json);
    ASSERT_TRUE(document.ok());
    const Agreement& agreement = document.value().agreement;
    std::vector<Commitment> all = agreement.commitments;
    all.insert(all.end(), agreement.goals.begin(), agreement.goals.end());
    for (const Commitment& commitment : all) {
      const std::string sentence = commitment_sentence(agreement, commitment);
      EXPECT_EQ(sentence.find("…"), std::string::npos) << sentence;
      for (const Change& change : changes_of(agreement, commitment)) {
        Commitment other = commitment;
        change.make(other);
        EXPECT_NE(commitment_sentence(agreement, other), sentence)
            << each.name << ", " << commitment.id << ": " << change.what;
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 1000u);
}

}  // namespace
}  // namespace leadpact::agreement
