#include "core/exchange/scorecard_text.h"

#include <gtest/gtest.h>

#include <string>

#include "core/calendar/time.h"

namespace leadpact::exchange {
namespace {

using agreement::Direction;
using agreement::Kind;
using agreement::Team;
using calendar::Every;
using scoring::Status;

calendar::Period month(int year, int number, bool closed) {
  calendar::Period period;
  period.start = calendar::to_day({year, number, 1});
  period.end = calendar::to_day({number == 12 ? year + 1 : year, number % 12 + 1, 1});
  period.closed = closed;
  return period;
}

scoring::PeriodScore period_score(calendar::Period period, Status status, double value,
                                  double target) {
  scoring::PeriodScore score;
  score.period = period;
  score.status = status;
  score.value = value;
  score.target = target;
  score.attainment = value / target;
  return score;
}

struct Sample {
  agreement::Agreement agreement;
  scoring::Scorecard card;
};

Sample make_sample() {
  Sample sample;
  agreement::Agreement& agreement = sample.agreement;
  agreement.title = "SLA of \x1b[31mŻółw & 山田\n2026";
  agreement.time_zone = "America/New_York";
  agreement.contacts = {{"c1", Team::sales, "Gwen", "Head of sales", "", ""},
                        {"c2", Team::marketing, "", "Head of marketing", "", ""}};
  agreement::Dataset dataset;
  dataset.id = "leads";
  dataset.name = "CRM leads";
  dataset.fields = {{"employees", "Employees", data::FieldType::number, {}, {}, false},
                    {"mql_at", "Became an MQL", data::FieldType::timestamp, {}, {}, false}};
  agreement.datasets = {dataset};
  agreement.datasets.push_back(dataset);
  agreement.datasets.back().id = "calls";
  agreement.datasets.back().name = "";

  agreement::Commitment volume;
  volume.id = "m1";
  volume.team = Team::marketing;
  volume.title = "12,000 MQLs a month";
  volume.measure.kind = Kind::count;
  volume.measure.dataset = "leads";
  volume.measure.at = "mql_at";
  agreement::Commitment response;
  response.id = "s1";
  response.team = Team::sales;
  response.title = "First contact within 2 business hours";
  response.measure.kind = Kind::within;
  agreement::Commitment report;
  report.id = "b1";
  report.team = Team::both;
  report.measure.kind = Kind::median_time;
  report.direction = Direction::at_most;
  report.every = Every::quarter;
  agreement.commitments = {volume, response, report};
  agreement.goals = {report};
  agreement.goals[0].id = "g1";
  agreement.goals[0].title = "Revenue";
  agreement.goals[0].direction = Direction::at_least;
  agreement.goals[0].measure.kind = Kind::manual;
  agreement.goals[0].every = Every::year;
  agreement.escalation = {{"e1", 2, {}, "Team leads meet", {"c1", "c2"}, "3 business days"}};
  agreement.cancellation = {2, {}, "30 days", ""};

  scoring::Scorecard& card = sample.card;
  card.as_of = *calendar::parse_instant("2026-03-15T16:30:00Z");
  scoring::DatasetReport leads;
  leads.id = "leads";
  leads.given = true;
  leads.rows = 41203;
  leads.duplicates = 3;
  leads.excluded = 1;
  leads.ragged_rows = 2;
  leads.newest = card.as_of;
  leads.invalid_cells = {{"employees", 2}};
  leads.date_only_cells = {{"mql_at", 1200}};
  scoring::DatasetReport calls;
  calls.id = "calls";
  card.datasets = {leads, calls};

  scoring::CommitmentScore m1{"m1", Team::marketing, 0, 4, {}};
  m1.periods = {period_score(month(2025, 12, true), Status::met, 1, 1),
                period_score(month(2026, 1, true), Status::met, 12500, 12000),
                period_score(month(2026, 2, true), Status::missed, 11999.6, 12000),
                period_score(month(2026, 3, false), Status::at_risk, 5100, 12000)};
  m1.periods[2].missed_in_a_row = 1;
  scoring::CommitmentScore s1{"s1", Team::sales, 1, 0, {}};
  s1.periods = {period_score(month(2026, 1, true), Status::missed, 89.96, 90),
                period_score(month(2026, 2, true), Status::missed, 80, 90),
                period_score(month(2026, 3, false), Status::no_data, 0, 90)};
  for (auto& each : s1.periods) {
    each.met = 80;
    each.failed = 20;
    each.pending = 0;
    each.left_out = 1;
    each.error_budget = scoring::ErrorBudget{10.0, 20.0, -10.0};
  }
  s1.periods[0].missed_in_a_row = 1;
  s1.periods[1].missed_in_a_row = 2;
  s1.periods[2].missed_in_a_row = 2;
  s1.periods[2].value.reset();
  s1.periods[2].attainment.reset();
  s1.periods[2].error_budget.reset();
  scoring::CommitmentScore b1{"b1", Team::both, 0, 0, {}};
  b1.periods = {period_score(month(2026, 1, false), Status::on_track, 60.25, 96)};
  card.commitments = {m1, s1, b1};
  scoring::CommitmentScore g1{"g1", Team::both, 0, 0, {}};
  g1.periods = {period_score(month(2026, 1, false), Status::behind, 1234567.8, 24000000)};
  card.goals = {g1};
  card.reporting = {
      {month(2026, 1, true), {97.46, 1.0, 1, 1}, {99.97, 0.75, 2, 1}, {98.0, 0.9, 3, 2}},
      {month(2026, 2, false), {}, {}, {}}};
  card.escalations = {{"e1", "s1", calendar::to_day({2026, 3, 1})}};
  card.cancellation = {{"", "s1", calendar::to_day({2026, 3, 1})}};
  return sample;
}

constexpr const char* kExpected = R"(SLA of [31mŻółw & 山田 2026
As of 2026-03-15 12:30 (America/New_York)

Scores
  Period          Marketing    kept  judged  Sales    kept  judged  Overall    kept  judged
  Jan 2026             97.5  1 of 1   100 %  99.97  1 of 2    75 %     98.0  2 of 3    90 %
  Feb 2026, open          -  0 of 0       -      -  0 of 0       -        -  0 of 0       -
  kept: commitments kept, of those that could be judged. judged: the share of the weight that the
  score rests on.

Commitments
  Period    Status         Value    Target   Reached  Met  Failed  Pending  Left out   To spare
[M] 12,000 MQLs a month
  Jan 2026  met           12,500  ≥ 12,000     104 %
  Feb 2026  missed (1)  11,999.6  ≥ 12,000  99.997 %
  Mar 2026  at risk        5,100  ≥ 12,000      42 %
  ! 4 records without a value in “Became an MQL”, so in no period.
[S] First contact within 2 business hours
  Jan 2026  missed (1)   89.96 %    ≥ 90 %   99.96 %   80      20        0         1  -10 of 10
  Feb 2026  missed (2)    80.0 %    ≥ 90 %      89 %   80      20        0         1  -10 of 10
  Mar 2026  no data            -    ≥ 90 %             80      20        0         1
  ! 1 record ended before the clock started: left out.
[B] b1
  Q1 2026   on track      60.2 h    ≤ 96 h      63 %
  [M] marketing, [S] sales, [B] both. (2): missed so many times in a row. To spare: whole leads that
  may still fail, of those the target allows.

Goals
  Period  Status  Value  Target  Reached
[B] Revenue
  2026    behind  1.2 M  ≥ 24 M      5 %
  [M] marketing, [S] sales, [B] both.

What fell due
  Escalation “e1” since 2026-03-01: First contact within 2 business hours
    Team leads meet
    To act: Gwen (Head of sales) and Head of marketing, within 3 business days. The agreement has no
    business hours to count them by.
  The right to cancel since 2026-03-01: First contact within 2 business hours (notice: 30 days)

Data
  CRM leads: 41,203 records counted, the newest time in them 2026-03-15 12:30
    3 duplicates left out, of each id the last is kept
    1 record left out by the dataset's own condition
    2 records with more or fewer cells than the header
    Unreadable cells, taken as empty: “Employees” 2
    Dates without a time of day: “Became an MQL” 1,200
  calls: not given
)";

TEST(ScorecardText, ShowsEverythingTheScoreRestsOn) {
  const Sample sample = make_sample();
  EXPECT_EQ(scorecard_text(sample.agreement, sample.card), kExpected);
}

TEST(ScorecardText, SaysByWhenWhatWasAgreedAndWhichReviewsAreDue) {
  Sample sample = make_sample();
  sample.agreement.escalation[0].respond_within = "3 days";
  sample.agreement.escalation[0].notify.clear();
  sample.agreement.consequences = {"Dinner"};
  for (auto& each : sample.card.commitments) {
    for (auto& score : each.periods)
      score.period.covered_end = score.period.end;
  }
  sample.agreement.reviews = {{"r1", "Monthly meeting", Every::month, {"c1"}, ""}};
  const std::string text = scorecard_text(sample.agreement, sample.card);
  const auto says = [&](const char* line) {
    EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
  };
  says(", by the end of 2026-03-04 (within 3 days): overdue.");
  says("Agreed for missed promises:\n    - Dinner\n    Since 2026-03-01: 12,000 MQLs");
  says("Review since 2026-03-01: Monthly meeting, about Feb 2026");
  says("To act: Gwen (Head of sales), before 2026-04-01.");
}

TEST(ScorecardText, SaysWhatWouldBeDueOtherwise) {
  Sample sample = make_sample();
  sample.agreement.consequences = {"Dinner"};
  for (auto& each : sample.card.commitments) {
    for (auto& score : each.periods)
      score.period.covered_end = score.period.end;
  }
  scoring::Scored upheld;
  upheld.card = sample.card;
  upheld.overruled.resize(sample.agreement.commitments.size() + sample.agreement.goals.size());
  for (std::size_t i = 0; i < upheld.overruled.size(); ++i) {
    const auto& card = upheld.card;
    const std::size_t promises = card.commitments.size();
    upheld.overruled[i].resize(
        (i < promises ? card.commitments[i] : card.goals[i - promises]).periods.size());
  }
  scoring::Scored all = upheld;
  for (auto& each : upheld.card.commitments) {
    for (auto& score : each.periods)
      score.missed_in_a_row = 0;
  }
  TextOptions options;
  options.rescored = {{&upheld, false}, {&all, true}};
  const std::string text = scorecard_text(sample.agreement, sample.card, options);
  const auto at = [&](const char* line) {
    EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
    return text.find(line);
  };
  EXPECT_LT(at("Agreed for missed promises"),
            at("With the disputes upheld (not official):\n    - "));
  at(": what is agreed for missed promises would not have fallen due.");
  at("If the open disputes were upheld too (not official):\n    all as above.\n");
  options.rescored = {{&all, false}};
  EXPECT_EQ(scorecard_text(sample.agreement, sample.card, options).find("not official"),
            std::string::npos);
  // Nothing is due but with disputes upheld.
  for (auto& each : all.card.commitments)
    each.periods.front().missed_in_a_row = 0;
  const std::string due = scorecard_text(sample.agreement, upheld.card, options);
  EXPECT_NE(due.find("would have fallen due on 2026-"), std::string::npos) << due;
}

TEST(ScorecardText, ColourOnlyAddsEscapes) {
  const Sample sample = make_sample();
  const std::string plain = scorecard_text(sample.agreement, sample.card);
  const std::string coloured = scorecard_text(sample.agreement, sample.card, {true, 3});
  EXPECT_NE(plain, coloured);
  std::string stripped;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1b') {
      i = coloured.find('m', i);
    } else {
      stripped += coloured[i];
    }
  }
  EXPECT_EQ(stripped, plain);
}

TEST(ScorecardText, ShowsAsManyPeriodsAsAsked) {
  const Sample sample = make_sample();
  const std::string one = scorecard_text(sample.agreement, sample.card, {false, 1});
  EXPECT_EQ(one.find("Jan 2026"), std::string::npos);
  EXPECT_NE(one.find("Mar 2026"), std::string::npos);
  EXPECT_NE(scorecard_text(sample.agreement, sample.card, {false, 9}).find("Dec 2025"),
            std::string::npos);
}

TEST(ScorecardText, SaysThatTheAgreementHasNotBegun) {
  Sample sample = make_sample();
  sample.card.reporting.clear();
  for (auto& each : sample.card.commitments)
    each.periods.clear();
  const std::string text = scorecard_text(sample.agreement, sample.card);
  EXPECT_NE(text.find("Nothing yet"), std::string::npos);
}

}  // namespace
}  // namespace leadpact::exchange
