#include "web/app/scorecard_view.h"

#include <gtest/gtest.h>

#include "tests/web/native/app/samples.h"
#include "web/app/data_desk.h"
#include "web/app/data_view.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

class ScorecardViewTest : public testing::Test {
 protected:
  agreement::Agreement small = samples::agreement();
  DataDesk desk;

  ScorecardView view(const std::string& as_of = "") {
    desk.give("leads.csv", samples::leads_csv(), &small);
    desk.score(&small);
    desk.set_as_of(as_of, &small);
    EXPECT_NE(desk.scored(), nullptr);
    return view_of(small, desk.scored()->card);
  }
};

TEST_F(ScorecardViewTest, HeadlinesShowTheLastPeriodThatIsOver) {
  const ScorecardView shown = view();
  EXPECT_EQ(shown.as_of, "2 Mar 2026, 10:00");
  EXPECT_EQ(shown.zone, "America/New York");
  EXPECT_EQ(shown.period, "February 2026");
  EXPECT_FALSE(shown.period_open);
  ASSERT_EQ(shown.headlines.size(), 3u);
  EXPECT_EQ(shown.headlines[0].name, "Overall");
  EXPECT_EQ(shown.headlines[0].score, "92.6");  // (1 * 1 + 2 * 80 / 90) / 3
  EXPECT_EQ(shown.headlines[0].note, "Kept 1 of 2, judged on 100 % of the weight");
  EXPECT_EQ(shown.headlines[1].name, "Growth");
  EXPECT_EQ(shown.headlines[1].score, "100.0");
  EXPECT_EQ(shown.headlines[2].name, "Inside sales");
  EXPECT_EQ(shown.headlines[2].score, "88.9");
  EXPECT_EQ(shown.headlines[2].note, "Kept 0 of 1, judged on 100 % of the weight");
  // The line ends at the month of the number, not with the running one.
  ASSERT_EQ(shown.headlines[0].trend.points.size(), 2u);
  EXPECT_NEAR(*shown.headlines[0].trend.points[1].value, 92.59, 0.01);
}

TEST_F(ScorecardViewTest, RowsShowTheCurrentPeriod) {
  const ScorecardView shown = view();
  ASSERT_EQ(shown.commitments.size(), 2u);
  const CommitmentLine& volume = shown.commitments[0];
  EXPECT_EQ(volume.title, "20 MQLs a month");
  EXPECT_EQ(volume.period, "March 2026");
  EXPECT_EQ(volume.value, "1");
  EXPECT_EQ(volume.target, "at least 20");
  EXPECT_EQ(volume.attainment, "5.0 %");
  EXPECT_EQ(volume.status, scoring::Status::on_track);
  EXPECT_FALSE(volume.has_budget);
  const CommitmentLine& response = shown.commitments[1];
  EXPECT_EQ(response.value, "100.0 %");
  EXPECT_EQ(response.target, "at least 90 %");
  EXPECT_EQ(response.budget, "1 more late lead and the month is missed.");
  EXPECT_TRUE(response.has_budget);
  ASSERT_EQ(response.periods.size(), 3u);
  EXPECT_EQ(response.periods[0].name, "March 2026");
  EXPECT_TRUE(response.periods[0].open);
  EXPECT_EQ(response.periods[1].value, "80.0 %");
  EXPECT_EQ(response.periods[1].status, scoring::Status::missed);
  EXPECT_EQ(response.periods[1].failed, "4");
  EXPECT_EQ(response.periods[1].budget, "4 of 2");
}

TEST_F(ScorecardViewTest, AtTheEndOfAMonthThatMonthIsShown) {
  const ScorecardView shown = view("2026-02-28");
  EXPECT_EQ(shown.commitments[1].period, "February 2026");
  EXPECT_EQ(shown.commitments[1].status, scoring::Status::missed);
  EXPECT_EQ(shown.commitments[1].budget, "2 more late leads than the 2 allowed.");
  EXPECT_EQ(shown.commitments[1].streak, "missed 1 month");
  EXPECT_EQ(shown.missed, 1u);
}

TEST_F(ScorecardViewTest, WhatFellDueNamesStepDateAndWhy) {
  const ScorecardView shown = view();
  ASSERT_EQ(shown.due.size(), 1u);
  EXPECT_EQ(shown.due[0].action, "The team leads meet");
  EXPECT_EQ(shown.due[0].terms,
            "Answer within 3 business days. The agreement has no business hours to count them by.");
  ASSERT_EQ(shown.due[0].items.size(), 1u);
  EXPECT_EQ(shown.due[0].items[0].commitment, "First contact within 24 hours");
  EXPECT_EQ(shown.due[0].items[0].since, "1 Mar 2026");
  EXPECT_EQ(shown.due[0].items[0].why, "missed 1 month");
}

TEST_F(ScorecardViewTest, WhatFellDueNamesWhoMustActAndByWhen) {
  small.contacts = {{"c1", agreement::Team::sales, "Ada Park", "Sales lead", "", ""},
                    {"c2", agreement::Team::marketing, "Bo Berg", "", "", ""}};
  small.escalation[0].respond_within = "1 day";
  small.consequences = {"The late team pays for dinner"};
  small.cancellation = {1, {}, "30 days", ""};
  small.reviews = {{"r1", "Monthly meeting", agreement::Every::month, {"c2"}, "The scorecard"}};
  const ScorecardView shown = view();
  ASSERT_EQ(shown.due.size(), 4u);
  EXPECT_EQ(shown.due[0].items[0].who, "Growth or Inside sales");
  const Due::Item& step = shown.due[1].items[0];
  EXPECT_EQ(step.who, "Ada Park (Sales lead)");
  EXPECT_EQ(step.by, "by the end of 2 Mar 2026");
  EXPECT_FALSE(step.overdue);
  EXPECT_EQ(shown.due[2].lines, small.consequences);
  EXPECT_EQ(shown.due[2].items[0].who, "Ada Park (Sales lead)");
  EXPECT_EQ(shown.due[2].items[0].since, "1 Mar 2026");
  const Due::Item& review = shown.due[3].items[0];
  EXPECT_EQ(review.commitment, "Monthly meeting");
  EXPECT_EQ(review.why, "about February 2026");
  EXPECT_EQ(review.since, "1 Mar 2026");
  EXPECT_EQ(review.who, "Bo Berg");
  EXPECT_EQ(review.by, "before the next one is due on 1 Apr 2026");
  EXPECT_TRUE(view("2026-03-03").due[1].items[0].overdue);
}

TEST_F(ScorecardViewTest, GoalsStandApart) {
  const ScorecardView shown = view();
  ASSERT_EQ(shown.goals.size(), 1u);
  EXPECT_EQ(shown.goals[0].period, "2026");
  EXPECT_EQ(shown.goals[0].value, "41");
}

TEST_F(ScorecardViewTest, BeforeTheStartItSaysWhenItStarts) {
  const ScorecardView shown = view("2025-12-01");
  EXPECT_EQ(shown.period, "");
  EXPECT_EQ(shown.headlines[0].score, "–");
  EXPECT_EQ(shown.headlines[0].note, "Nothing to judge yet");
  EXPECT_EQ(shown.commitments[0].period, "starts 1 Jan 2026");
}

TEST(FailuresUntilMissed, IsTheSmallestNumberThatTipsIt) {
  for (std::uint64_t population = 1; population < 60; ++population) {
    for (std::uint64_t failed = 0; failed <= population; ++failed) {
      scoring::PeriodScore period;
      period.target = 90;
      const double allowed = 0.1 * static_cast<double>(population);
      period.error_budget = {allowed, static_cast<double>(failed),
                             allowed - static_cast<double>(failed)};
      if (period.error_budget->left < -1e-9) continue;
      const auto more = failures_until_missed(period);
      ASSERT_TRUE(more.has_value());
      const auto missed = [&](std::uint64_t n) {
        return static_cast<double>(failed + n) > 0.1 * static_cast<double>(population + n) + 1e-9;
      };
      EXPECT_TRUE(missed(*more)) << population << " " << failed;
      EXPECT_FALSE(missed(*more - 1)) << population << " " << failed;
    }
  }
  EXPECT_FALSE(failures_until_missed(scoring::PeriodScore()).has_value());
}

TEST(Words, ValuesHaveTheUnitOfTheirKind) {
  agreement::Commitment commitment;
  commitment.measure.kind = agreement::Kind::median_time;
  commitment.direction = agreement::Direction::at_most;
  EXPECT_EQ(value_text(commitment, 5 + 2.0 / 3, 4), "5 h 40 min");
  EXPECT_EQ(value_text(commitment, 4.0001, 4), "4.0001 h");
  EXPECT_EQ(target_text(commitment, 4), "at most 4 h");
  commitment.measure.kind = agreement::Kind::share;
  EXPECT_EQ(value_text(commitment, 96, 95), "96.0 %");
  EXPECT_EQ(target_text(commitment, 99.5), "at most 99.5 %");
  commitment.measure.kind = agreement::Kind::sum;
  EXPECT_EQ(value_text(commitment, 1204.5, 2000), "1,204.5");
  EXPECT_EQ(streak_text(3, agreement::Every::quarter), "missed 3 quarters in a row");
  EXPECT_EQ(streak_text(0, agreement::Every::month), "");
}

TEST(Words, EveryStatusHasAWord) {
  for (const auto status :
       {scoring::Status::met, scoring::Status::missed, scoring::Status::on_track,
        scoring::Status::at_risk, scoring::Status::behind, scoring::Status::no_data}) {
    EXPECT_FALSE(word_of(status).empty());
  }
}

TEST(CountLines, SayWhatWasLeftOutAndWhy) {
  const agreement::Agreement small = samples::agreement();
  scoring::DatasetReport report;
  report.given = true;
  report.rows = 1203;
  report.duplicates = 3;
  report.ragged_rows = 1;
  report.invalid_cells = {{"mql_at", 2}};
  report.date_only_cells = {{"contacted_at", 30}};
  const auto lines = count_lines(small, small.datasets[0], report);
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0].number + " " + lines[0].what, "1,203 leads count");
  EXPECT_EQ(lines[1].number + " " + lines[1].what, "3 rows repeat a “Record ID”");
  EXPECT_EQ(lines[2].what, "row has more or fewer cells than the header");
  EXPECT_EQ(lines[3].what, "cells of “Became an MQL” are no date");
  EXPECT_EQ(lines[4].what, "cells of “First contact” are days without a time");
  EXPECT_EQ(lines[4].why,
            "Hours cannot be counted from a day alone, so these leads are left out of “First "
            "contact within 24 hours”.");
  agreement::Agreement by_days = small;
  by_days.commitments[1].measure.limit = "1 day";
  EXPECT_EQ(count_lines(by_days, by_days.datasets[0], report)[4].why,
            "No promise counts hours from or to it, so nothing is left out.");
}

}  // namespace
}  // namespace leadpact::app
