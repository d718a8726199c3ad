#include "core/scoring/reporting.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using agreement::Team;
using calendar::testing::day;
using testing::commitment;
using testing::Kind;

calendar::Period period(const char* start, const char* end, bool closed = true) {
  calendar::Period period;
  period.start = period.covered_start = day(start);
  period.end = period.covered_end = day(end);
  period.closed = closed;
  return period;
}

PeriodScore scored(calendar::Period period, Status status, double attainment = 1) {
  PeriodScore score;
  score.period = period;
  score.status = status;
  if (status != Status::no_data) score.attainment = attainment;
  return score;
}

struct Fixture {
  agreement::Agreement agreement;
  std::vector<CommitmentScore> scores;

  void add(Team team, double weight, std::vector<PeriodScore> periods) {
    agreement.commitments.push_back(commitment("c", Kind::count, 1));
    agreement.commitments.back().team = team;
    agreement.commitments.back().weight = weight;
    CommitmentScore score;
    score.periods = std::move(periods);
    scores.push_back(std::move(score));
  }
  [[nodiscard]] ReportingPeriod march() const {
    return report(agreement, scores, {period("2026-03-01", "2026-04-01")}).at(0);
  }
};

TEST(ScoringReporting, HeaderTable) {
  Fixture f;
  f.add(Team::marketing, 3, {scored(period("2026-03-01", "2026-04-01"), Status::met, 1.2)});
  f.add(Team::marketing, 1,
        {scored(period("2026-03-02", "2026-03-09"), Status::met),
         scored(period("2026-03-09", "2026-03-16"), Status::missed, 0.5),
         scored(period("2026-03-16", "2026-03-23"), Status::no_data)});
  f.add(Team::sales, 2, {scored(period("2026-03-01", "2026-04-01"), Status::at_risk, 0.9)});
  const ReportingPeriod march = f.march();
  EXPECT_DOUBLE_EQ(march.marketing.score.value(), 100 * 3.75 / 4);
  EXPECT_DOUBLE_EQ(march.marketing.coverage.value(), 1);
  EXPECT_EQ(march.marketing.judged, 2);
  EXPECT_EQ(march.marketing.kept, 1);
  EXPECT_FALSE(march.sales.score);
  EXPECT_DOUBLE_EQ(march.sales.coverage.value(), 0);
  EXPECT_EQ(march.sales.judged, 0);
  EXPECT_DOUBLE_EQ(march.overall.score.value(), 100 * 3.75 / 4);
  EXPECT_DOUBLE_EQ(march.overall.coverage.value(), 4.0 / 6);
}

TEST(ScoringReporting, BothCountsForEachAndOnceOverall) {
  Fixture f;
  const auto whole = period("2026-03-01", "2026-04-01");
  f.add(Team::both, 2, {scored(whole, Status::missed, 0.5)});
  f.add(Team::sales, 1, {scored(whole, Status::met)});
  const ReportingPeriod march = f.march();
  EXPECT_DOUBLE_EQ(march.marketing.score.value(), 50);
  EXPECT_DOUBLE_EQ(march.sales.score.value(), 100 * (2 * 0.5 + 1) / 3);
  EXPECT_DOUBLE_EQ(march.overall.score.value(), 100 * (2 * 0.5 + 1) / 3);
  EXPECT_EQ(march.overall.judged, 2);
  EXPECT_EQ(march.overall.kept, 1);
}

TEST(ScoringReporting, APeriodBelongsWhereItEnds) {
  const auto judged = [](const char* start, const char* end) {
    Fixture f;
    f.add(Team::both, 1, {scored(period(start, end), Status::met)});
    return f.march().overall.judged;
  };
  EXPECT_EQ(judged("2026-02-23", "2026-03-01"), 0);  // (start, end]
  EXPECT_EQ(judged("2026-02-23", "2026-03-02"), 1);
  EXPECT_EQ(judged("2026-01-01", "2026-04-01"), 1);
  EXPECT_EQ(judged("2026-03-30", "2026-04-06"), 0);
}

TEST(ScoringReporting, EndsAreCutAtTheAgreements) {
  calendar::Period quarter = period("2026-01-01", "2026-04-01");
  quarter.covered_end = day("2026-02-16");  // the agreement ends on the 15th
  Fixture f;
  f.add(Team::both, 1, {scored(quarter, Status::met)});
  const auto reports =
      report(f.agreement, f.scores,
             {period("2026-01-01", "2026-02-01"), period("2026-02-01", "2026-03-01")});
  EXPECT_EQ(reports[0].overall.judged, 0);
  EXPECT_EQ(reports[1].overall.judged, 1);
}

TEST(ScoringReporting, OnlyDecidedPeriodsCount) {
  Fixture f;
  f.add(Team::both, 1,
        {scored(period("2026-03-02", "2026-03-09", false), Status::met),
         scored(period("2026-03-02", "2026-03-09", false), Status::missed, 0.1),
         scored(period("2026-03-02", "2026-03-09"), Status::on_track)});
  EXPECT_EQ(f.march().overall.judged, 0);
  EXPECT_FALSE(f.march().overall.score);
}

TEST(ScoringReporting, WithoutWeightThereIsNoScore) {
  Fixture f;
  f.add(Team::marketing, 0, {scored(period("2026-03-01", "2026-04-01"), Status::met)});
  const ReportingPeriod march = f.march();
  EXPECT_FALSE(march.marketing.score);
  EXPECT_FALSE(march.marketing.coverage);
  EXPECT_FALSE(march.sales.coverage);
  EXPECT_EQ(march.marketing.judged, 1);
  EXPECT_EQ(march.marketing.kept, 1);
}

TEST(ScoringReporting, HugeWeightsStayNumbers) {
  Fixture f;
  const auto whole = period("2026-03-01", "2026-04-01");
  f.add(Team::both, 1e308, {scored(whole, Status::missed, 0.5)});
  f.add(Team::both, 1e308, {scored(whole, Status::met)});
  EXPECT_DOUBLE_EQ(f.march().overall.score.value(), 75);
  EXPECT_DOUBLE_EQ(f.march().overall.coverage.value(), 1);
}

}  // namespace
}  // namespace leadpact::scoring
