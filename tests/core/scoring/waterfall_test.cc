#include "core/scoring/waterfall.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/kinds.h"
#include "core/scoring/period_status.h"
#include "core/scoring/pick.h"
#include "tests/core/scoring/conformance_cases.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::utc;

void expect_near(double a, double b) {
  EXPECT_NEAR(a, b, 1e-9 * std::max(1.0, std::abs(b)));
}

// Whether its last step says what the scorecard does.
void expect_agrees(const Waterfall& made, const Commitment& commitment, const PeriodScore& score) {
  const WaterfallStep& last = made.steps[made.reached];
  if (agreement::is_percentage(commitment.measure.kind)) {
    EXPECT_EQ(last.met, *score.met);
    EXPECT_EQ(last.failed, *score.failed);
    expect_near(100.0 * *last.actual / static_cast<double>(last.met + last.failed), *score.value);
    EXPECT_EQ(fulfils(commitment.direction, *last.actual, *last.pace),
              fulfils(commitment.direction, *score.value, score.target));
  } else {
    expect_near(*last.actual, *score.value);
    if (score.pace) expect_near(*last.pace, *score.pace);
  }
  for (std::size_t i = 0; i < made.steps.size(); ++i) {
    EXPECT_EQ(made.steps[i].actual.has_value(), i <= made.reached);
    if (i > 0) {
      EXPECT_LT(made.steps[i - 1].day, made.steps[i].day);
    }
  }
  EXPECT_LE(made.steps.size(), 103u);
}

// Every step adds as many records as its days hold.
std::uint64_t expect_records(const Waterfall& made, const RecordMeasure& measure,
                             const data::Table& table, std::size_t period) {
  std::uint64_t all = 0;
  for (const WaterfallStep& step : made.steps) {
    Pick pick;
    pick.first = pick.last = period;
    pick.outcomes = Pick::kPopulation;
    pick.from_day = step.from;
    pick.to_day = step.day;
    const auto& kept = table.kept();
    EXPECT_EQ(std::count_if(kept.begin(), kept.end(),
                            [&](std::uint32_t row) { return pick.takes(measure, row); }),
              static_cast<std::ptrdiff_t>(step.added));
    all += step.added;
  }
  return all;
}

TEST(Waterfall, TheLastActualIsTheScorecardsInEveryConformanceCase) {
  std::size_t made = 0;
  std::uint64_t records_listed = 0;
  each_conformance_case([&](const ConformanceCase& each) {
    Context context(each.agreement, each.data, each.as_of, 1);
    const auto check = [&](const Commitment& commitment, const CommitmentScore& score) {
      SCOPED_TRACE(commitment.id);
      const bool records = agreement::uses_records(commitment.measure.kind);
      std::optional<RecordMeasure> measure;
      if (records) {
        const auto& dataset = context.datasets()[context.find_dataset(commitment.measure.dataset)];
        if (dataset.table == nullptr) return;
        measure.emplace(context, commitment);
      }
      for (std::size_t p = 0; p < score.periods.size(); ++p) {
        const auto fall =
            waterfall(context, commitment, measure ? &*measure : nullptr, p, score.periods[p]);
        const Kind kind = commitment.measure.kind;
        const bool never = kind == Kind::average || kind == Kind::median ||
                           kind == Kind::median_time || kind == Kind::manual;
        EXPECT_EQ(fall.has_value(), !never && score.periods[p].value.has_value());
        if (!fall) continue;
        expect_agrees(*fall, commitment, score.periods[p]);
        if (measure) {
          const auto& dataset =
              context.datasets()[context.find_dataset(commitment.measure.dataset)];
          const std::uint64_t listed = expect_records(*fall, *measure, *dataset.table, p);
          EXPECT_EQ(listed, score.periods[p].population);
          records_listed += listed;
        }
        ++made;
      }
    };
    for (std::size_t c = 0; c < each.agreement.commitments.size(); ++c)
      check(each.agreement.commitments[c], each.scored.card.commitments[c]);
    for (std::size_t g = 0; g < each.agreement.goals.size(); ++g)
      check(each.agreement.goals[g], each.scored.card.goals[g]);
  });
  EXPECT_GT(made, 100u);
  EXPECT_GT(records_listed, 1000u);
}

Waterfall of(const Commitment& promise, const std::string& csv, std::string_view as_of,
             std::size_t period) {
  Agreement agreement = small_agreement();
  agreement.commitments = {promise};
  const World w = world(agreement, kHeader + csv);
  const Scored scored = testing::score(w, as_of);
  Context context(*w.agreement, w.data, utc(as_of), 1);
  const RecordMeasure measure(context, w.agreement->commitments[0]);
  const auto made = waterfall(context, w.agreement->commitments[0], &measure, period,
                              scored.card.commitments[0].periods[period]);
  EXPECT_TRUE(made.has_value());
  return made.value_or(Waterfall());
}

std::string at(const std::string& day) {
  return ",,,," + day + ",,,\n";
}

// January 2026 begins on a Thursday and ends on a Saturday.
TEST(Waterfall, ALeadOfTheWeekendCountsOnMonday) {
  Commitment promise = commitment("c", Kind::count, 22);
  promise.measure.calendar = "office";
  const std::string csv = at("2026-01-02 10:00") + at("2026-01-03 10:00") + at("2026-01-04") +
                          at("2026-01-05 10:00") + at("2026-01-31 23:00") + at("2026-02-02");
  const Waterfall made = of(promise, csv, "2026-02-03T12:00:00Z", 0);
  // 22 working days, and the last day.
  ASSERT_EQ(made.steps.size(), 23u);
  EXPECT_EQ(made.reached, 22u);
  EXPECT_EQ(made.steps[1].actual, 1.0);  // Friday the 2nd
  EXPECT_EQ(made.steps[2].actual, 4.0);  // Monday the 5th
  EXPECT_EQ(made.steps[21].actual, 4.0);
  EXPECT_EQ(made.steps[22].actual, 5.0);
  expect_near(*made.steps[1].pace, 2);
  expect_near(*made.steps[21].pace, 22);
  EXPECT_FALSE(made.projection);
}

TEST(Waterfall, GoesOnAtTheRateSoFar) {
  const Commitment promise = commitment("c", Kind::count, 31);
  std::string csv;
  for (int i = 0; i < 12; ++i)
    csv += at("2026-01-05 10:00");
  // Midnight in New York after ten of 31 days.
  const Waterfall made = of(promise, csv, "2026-01-11T05:00:00Z", 0);
  EXPECT_EQ(made.steps.size(), 31u);
  EXPECT_EQ(made.reached, 10u);
  expect_near(*made.steps[10].pace, 10);
  expect_near(*made.steps[11].pace, 12);
  ASSERT_TRUE(made.projection);
  expect_near(made.projection->actual, 12 * 3.1);
  EXPECT_FALSE(made.steps[11].actual);
}

TEST(Waterfall, SaysNothingOfTheEndWhileItIsTooEarly) {
  const Commitment promise = commitment("c", Kind::count, 31);
  const Waterfall made = of(promise, at("2026-01-01 10:00"), "2026-01-02T05:00:00Z", 0);
  EXPECT_FALSE(made.projection);
}

TEST(Waterfall, ShareShowsMetAndFailedAgainstWhatTheTargetAsks) {
  Commitment promise = commitment("c", Kind::share, 75);
  promise.measure.of = all_of({{"text", Op::is, {"good"}}});
  std::string csv;
  for (int i = 0; i < 4; ++i)
    csv += "," + std::string(i == 0 ? "bad" : "good") + ",,,2026-01-0" + std::to_string(i + 1) +
           " 10:00,,,\n";
  const Waterfall made = of(promise, csv, "2026-01-16T17:00:00Z", 0);
  EXPECT_EQ(made.steps[0].actual, 0.0);
  EXPECT_EQ(made.steps[0].failed, 1u);
  expect_near(*made.steps[0].pace, 0.75);
  EXPECT_EQ(made.steps[3].actual, 3.0);
  expect_near(*made.steps[3].pace, 3);
  EXPECT_FALSE(made.steps[20].pace);
  ASSERT_TRUE(made.projection);
  expect_near(made.projection->actual, 6);
  expect_near(made.projection->failed, 2);
}

TEST(Waterfall, LongPeriodsGoByWeeksAndAnOpenEndHasNoPace) {
  Commitment promise = commitment("c", Kind::count, 10);
  promise.every = agreement::Every::year;
  const Waterfall year =
      of(promise, at("2026-03-05") + at("2026-12-31"), "2027-01-02T00:00:00Z", 0);
  EXPECT_EQ(year.days_a_step, 7);
  EXPECT_EQ(year.steps.size(), 53u);
  EXPECT_EQ(year.steps.back().actual, 2.0);
  promise.every = agreement::Every::term;
  const Waterfall term = of(promise, at("2026-03-05"), "2199-01-01T00:00:00Z", 0);
  EXPECT_LE(term.steps.size(), 102u);
  EXPECT_EQ(term.steps.back().actual, 1.0);
  EXPECT_FALSE(term.steps.back().pace);
  EXPECT_FALSE(term.projection);
}

}  // namespace
}  // namespace leadpact::scoring
