#include "core/agreement/sentence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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
  commitment.title = "A pipeline report";
  commitment.measure.kind = Kind::checkins;
  EXPECT_EQ(commitment_sentence(two_teams(), commitment),
            "Growth promises at least 1 check-in in each week on “A pipeline report”, noted in "
            "this agreement.");
  commitment.target = 0.5;
  commitment.direction = Direction::at_most;
  commitment.every = Every::term;
  EXPECT_EQ(commitment_sentence(two_teams(), commitment),
            "Growth promises at most 0.5 check-ins over the whole term on “A pipeline report”, "
            "noted in this agreement.");
  commitment.measure.kind = Kind::manual;
  EXPECT_EQ(commitment_sentence(two_teams(), commitment),
            "Growth promises that over the whole term the value of “A pipeline report” last "
            "entered in this agreement is at most 0.5.");
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

TEST(Sentence, DatesAreReadAsTheColumnIsAndSaidInWords) {
  Agreement agreement = two_teams();
  data::Field& called = agreement.datasets[0].fields[1];
  const auto words = [&](Op op, const char* value) {
    Condition condition;
    condition.criteria = {{"called", op, {value}}};
    return condition_words(agreement, agreement.datasets[0], condition);
  };
  EXPECT_EQ(words(Op::before, "03/04/2026"), "“First Call” is before 4 March 2026");
  called.date_order = data::DateOrder::dmy;
  EXPECT_EQ(words(Op::before, "03/04/2026"), "“First Call” is before 3 April 2026");
  EXPECT_EQ(words(Op::on_or_after, "2026-03-04 14:05"),
            "“First Call” is on or after 4 March 2026, 14:05");
  EXPECT_EQ(words(Op::on_or_after, "4 Mar 2026 2:05:09 PM +02:00"),
            "“First Call” is on or after 4 March 2026, 12:05:09 UTC");
  EXPECT_EQ(words(Op::before, "2026-03-04 00:00"), "“First Call” is before 4 March 2026, 00:00")
      << "a time is not a date alone";
  EXPECT_EQ(words(Op::before, "soon"), "“First Call” is before “soon”");
  EXPECT_EQ(words(Op::before, "31/02/2026"), "“First Call” is before “31/02/2026”");
}

TEST(Sentence, AHolidayThatIsAHalfDayIsAHalfDay) {
  Agreement agreement = two_teams();
  Calendar& office = agreement.calendars[0];
  office.holidays = {"2027-12-24", "2027-12-25"};
  office.special_days = {{"2027-12-24", "09:00", "12:00"}, {"2027-12-24", "13:00", "14:00"}};
  const std::string sentence = calendar_sentence(agreement, office);
  EXPECT_NE(sentence.find("It is closed on 25 December 2027. On 24 December 2027 it is open from "
                          "09:00 to 12:00 and 13:00 to 14:00 only."),
            std::string::npos)
      << sentence;
  office.holidays.pop_back();
  EXPECT_EQ(calendar_sentence(agreement, office).find("closed"), std::string::npos);
}

TEST(Sentence, TeamsOfOneNameAreToldApart) {
  Agreement agreement = two_teams();
  agreement.teams = {{Team::marketing, "Revenue", {}, {}}, {Team::sales, "Revenue ", {}, {}}};
  Commitment commitment = first_call();
  EXPECT_EQ(commitment_sentence(agreement, commitment).find("Revenue (sales) promises that"), 0u);
  commitment.team = Team::marketing;
  EXPECT_EQ(commitment_sentence(agreement, commitment).find("Revenue (marketing) promises that"),
            0u);
  // Also where one is called by the other's name, which has none of its own.
  agreement.teams = {{Team::marketing, "Sales", {}, {}}};
  EXPECT_EQ(team_name(agreement, Team::marketing), "Sales (marketing)");
  EXPECT_EQ(team_name(agreement, Team::sales), "Sales (sales)");
}

TEST(Sentence, CheckInsOfOneTitleHaveTheirIds) {
  Agreement agreement = two_teams();
  Commitment report;
  report.id = "m1";
  report.title = "Report";
  report.measure.kind = Kind::checkins;
  agreement.commitments = {report};
  report.id = "g1";
  agreement.goals = {report};
  EXPECT_NE(commitment_sentence(agreement, agreement.commitments[0]).find("on “Report” (m1),"),
            std::string::npos);
  EXPECT_NE(commitment_sentence(agreement, agreement.goals[0]).find("on “Report” (g1),"),
            std::string::npos);
  agreement.goals.clear();
  EXPECT_NE(commitment_sentence(agreement, agreement.commitments[0]).find("on “Report”,"),
            std::string::npos);
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
  EXPECT_NE(words({"\x01"}), words({"␁"}));
  EXPECT_NE(words({"\x01"}), words({"⟨U+0001⟩"}));
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
      calendar_sentence(agreement, agreement.calendars[0]),
      "“Office hours” is open on Monday from 09:00 to 12:00 and 13:00 to 17:00, and on Tuesday "
      "from 09:00 to 17:00, by the clocks of Europe/Berlin. It is closed on 1 January 2026. "
      "On 24 December 2026 it is open from 09:00 to 12:00 only.");
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

}  // namespace
}  // namespace leadpact::agreement
