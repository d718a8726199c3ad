#include "core/scoring/period_status.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using agreement::Direction;
using agreement::Every;
using calendar::testing::at;
using calendar::testing::day;
using calendar::testing::Random;
using calendar::testing::utc;
using calendar::testing::weekly;
using calendar::testing::zone;
using testing::commitment;
using testing::Kind;

constexpr Direction kLeast = Direction::at_least;
constexpr Direction kMost = Direction::at_most;

// April 2026 in UTC: 30 days, half over on the 16th.
calendar::Period april(const char* as_of, const char* from = "2026-04-01",
                       const char* until = "2026-05-01") {
  const auto& z = zone("UTC");
  calendar::Period period;
  period.start = day("2026-04-01");
  period.end = day("2026-05-01");
  period.covered_start = day(from);
  period.covered_end = day(until);
  period.covered_from = z.start_of(period.covered_start);
  period.covered_to = z.start_of(*period.covered_end);
  period.closed = *period.covered_to <= utc(as_of);
  return period;
}

constexpr const char* kHalf = "2026-04-16T00:00:00Z";
constexpr const char* kOver = "2026-05-01T00:00:00Z";

// A tally with this value; of shares and within so many of 100 records.
Tally tally_of(Kind kind, double value, std::uint64_t pending = 0) {
  Tally tally;
  tally.value = value;
  tally.population = 100;
  if (kind == Kind::share || kind == Kind::within) {
    tally.met = static_cast<std::uint64_t>(value);
    tally.failed = 100 - tally.met;
    tally.pending = pending;
  }
  return tally;
}

PeriodScore score_of(Kind kind, Direction direction, double target, double value, const char* as_of,
                     std::uint64_t pending = 0) {
  auto promise = commitment("c", kind, target);
  promise.direction = direction;
  return score_period(promise, april(as_of), tally_of(kind, value, pending), Source::records,
                      utc(as_of), nullptr);
}

TEST(ScoringPeriodStatus, Statuses) {
  const struct {
    Kind kind;
    Direction direction;
    double target, value;
    const char* as_of;
    std::uint64_t pending;
    const char* status;
  } kCases[] = {
      // The table in the header.
      {Kind::count, kLeast, 200, 200, kHalf, 0, "met"},
      {Kind::count, kLeast, 200, 110, kHalf, 0, "on_track"},
      {Kind::count, kLeast, 200, 100, kHalf, 0, "on_track"},
      {Kind::count, kLeast, 200, 85, kHalf, 0, "at_risk"},
      {Kind::count, kLeast, 200, 80, kHalf, 0, "at_risk"},
      {Kind::count, kLeast, 200, 79, kHalf, 0, "behind"},
      {Kind::count, kLeast, 200, 200, kOver, 0, "met"},
      {Kind::count, kLeast, 200, 199, kOver, 0, "missed"},
      {Kind::count, kMost, 5, 6, kHalf, 0, "missed"},
      {Kind::count, kMost, 5, 5, kHalf, 0, "at_risk"},
      {Kind::count, kMost, 5, 4, kHalf, 0, "on_track"},  // 4 is not above 0.8 × 5
      {Kind::count, kMost, 5, 2, kHalf, 0, "on_track"},
      {Kind::count, kMost, 5, 5, kOver, 0, "met"},
      {Kind::count, kMost, 0, 0, kHalf, 0, "on_track"},
      {Kind::count, kMost, 0, 1, kHalf, 0, "missed"},
      {Kind::sum, kLeast, 1000, 400, kHalf, 0, "at_risk"},
      {Kind::sum, kLeast, 1000, 399.9999999999, kHalf, 0, "at_risk"},
      {Kind::sum, kLeast, 1000, 399.9, kHalf, 0, "behind"},
      {Kind::checkins, kLeast, 2, 1, kHalf, 0, "on_track"},
      {Kind::checkins, kLeast, 2, 0, kHalf, 0, "behind"},
      // The value stands for itself.
      {Kind::share, kLeast, 95, 95, kHalf, 0, "on_track"},
      {Kind::share, kLeast, 95, 91, kHalf, 0, "at_risk"},
      {Kind::share, kLeast, 95, 90, kHalf, 0, "at_risk"},
      {Kind::share, kLeast, 95, 89, kHalf, 0, "behind"},
      {Kind::share, kLeast, 50, 40, kHalf, 0, "at_risk"},
      {Kind::share, kLeast, 50, 39, kHalf, 0, "behind"},  // attainment below 0.8
      {Kind::share, kMost, 20, 25, kHalf, 0, "at_risk"},
      {Kind::share, kMost, 20, 26, kHalf, 0, "behind"},
      {Kind::average, kLeast, 10, 8, kHalf, 0, "at_risk"},
      {Kind::average, kLeast, 10, 7.9, kHalf, 0, "behind"},
      {Kind::median_time, kMost, 24, 30, kHalf, 0, "at_risk"},
      {Kind::median_time, kMost, 24, 31, kHalf, 0, "behind"},
      {Kind::median, kLeast, 10, 9.9999999999, kOver, 0, "met"},
      {Kind::manual, kLeast, 0, -1, kHalf, 0, "behind"},
      {Kind::manual, kLeast, -1, 0, kHalf, 0, "on_track"},
      // Pending records decide only where they cannot change the verdict.
      {Kind::within, kLeast, 95, 94, kOver, 0, "missed"},
      {Kind::within, kLeast, 95, 94, kOver, 1, "missed"},  // at best 95 of 101
      {Kind::within, kLeast, 95, 94, kOver, 20, "at_risk"},
      {Kind::within, kLeast, 95, 95, kOver, 1, "on_track"},  // at worst 95 of 101
      {Kind::within, kLeast, 90, 95, kOver, 5, "met"},       // at worst 95 of 105
      {Kind::within, kLeast, 90, 95, kOver, 6, "on_track"},
      {Kind::within, kMost, 50, 60, kOver, 20, "at_risk"},  // 60 to 80 of 120: 50 is possible
      {Kind::within, kMost, 50, 62, kOver, 20, "missed"},
      {Kind::within, kMost, 50, 40, kOver, 20, "met"},  // at most 60 of 120
      {Kind::within, kMost, 50, 41, kOver, 20, "on_track"},
      {Kind::within, kLeast, 90, 95, kHalf, 0, "on_track"},
  };
  for (const auto& c : kCases) {
    const PeriodScore score = score_of(c.kind, c.direction, c.target, c.value, c.as_of, c.pending);
    EXPECT_EQ(name_of(score.status), c.status) << static_cast<int>(c.kind) << " target " << c.target
                                               << " value " << c.value << " pending " << c.pending;
    EXPECT_EQ(is_decided(score), std::string(c.as_of) == kOver && (score.status == Status::met ||
                                                                   score.status == Status::missed));
  }
}

TEST(ScoringPeriodStatus, Attainment) {
  constexpr double kHuge = std::numeric_limits<double>::max();
  const struct {
    Direction direction;
    double value, target, expected;
  } kCases[] = {
      {kLeast, 96, 95, 96.0 / 95},
      {kLeast, 50, 100, 0.5},
      {kLeast, 0, 100, 0},
      {kLeast, -5, 100, 0},
      {kLeast, 5, 0, 1},
      {kLeast, 0, 0, 1},
      {kLeast, -1, 0, 0},
      {kLeast, -1, -2, 1},
      {kLeast, -3, -2, 0},
      {kLeast, -1e-10, 0, 1},
      {kMost, 5, 10, 1},
      {kMost, 20, 10, 0.5},
      {kMost, 10, 10, 1},
      {kMost, 10.000000001, 10, 1},
      {kMost, 1, 0, 0},
      {kMost, 0, 0, 1},
      {kMost, 3, -5, 0},
      {kMost, -3, -5, 0},
      {kMost, -6, -5, 1},
      {kLeast, 1e300, 1e-300, kHuge},
  };
  for (const auto& c : kCases) {
    EXPECT_DOUBLE_EQ(attainment(c.direction, c.value, c.target), c.expected)
        << c.value << " of " << c.target;
  }
}

TEST(ScoringPeriodStatus, TargetsOfPartsAreScaled) {
  const struct {
    Kind kind;
    Direction direction;
    double target;
    const char* from;
    double expected;
  } kCases[] = {
      {Kind::count, kLeast, 200, "2026-04-01", 200},
      {Kind::count, kLeast, 10.5, "2026-04-01", 10.5},
      {Kind::count, kLeast, 10, "2026-04-16", 5},
      {Kind::count, kLeast, 11, "2026-04-16", 5},
      {Kind::count, kMost, 11, "2026-04-16", 6},
      {Kind::checkins, kLeast, 1, "2026-04-16", 0},
      {Kind::checkins, kMost, 1, "2026-04-16", 1},
      {Kind::count, kLeast, 9.9999999999, "2026-04-16", 5},  // 4.99999999995 is 5
      {Kind::count, kMost, 10.0000000001, "2026-04-16", 5},
      {Kind::count, kLeast, -3, "2026-04-16", -2},
      {Kind::sum, kLeast, 11, "2026-04-16", 5.5},
      {Kind::share, kLeast, 90, "2026-04-16", 90},
      {Kind::within, kLeast, 90, "2026-04-16", 90},
      {Kind::manual, kLeast, 90, "2026-04-16", 90},
      {Kind::average, kLeast, 90, "2026-04-16", 90},
  };
  for (const auto& c : kCases) {
    auto promise = commitment("c", c.kind, c.target);
    promise.direction = c.direction;
    EXPECT_DOUBLE_EQ(scaled_target(promise, april(kHalf, c.from)), c.expected)
        << static_cast<int>(c.kind) << " " << c.target << " from " << c.from;
  }
  const auto largest = commitment("c", Kind::sum, std::numeric_limits<double>::max());
  EXPECT_TRUE(std::isfinite(scaled_target(largest, april(kHalf, "2026-04-16"))));
}

TEST(ScoringPeriodStatus, ElapsedShare) {
  const auto& z = zone("UTC");
  EXPECT_DOUBLE_EQ(elapsed_share(april(kHalf), utc(kHalf), nullptr), 0.5);
  EXPECT_DOUBLE_EQ(elapsed_share(april(kOver), utc("2026-07-01T00:00:00Z"), nullptr), 1);
  EXPECT_DOUBLE_EQ(elapsed_share(april(kHalf, "2026-04-11"), utc(kHalf), nullptr), 0.25);
  // Business time: April has 22 working days, 11 of them before the 16th.
  const calendar::Hours office(weekly(z, {{at(9), at(17)}}));
  EXPECT_DOUBLE_EQ(elapsed_share(april(kHalf), utc(kHalf), &office), 0.5);
  EXPECT_DOUBLE_EQ(elapsed_share(april(kHalf), utc("2026-04-16T13:00:00Z"), &office), 11.5 / 22);
  // A part without opening hours, and one without an end.
  EXPECT_EQ(
      elapsed_share(april(kHalf, "2026-04-11", "2026-04-13"), utc("2026-04-12T00:00:00Z"), &office),
      0);
  calendar::Period open = april(kHalf);
  open.end = open.covered_end = std::nullopt;
  open.covered_to = std::nullopt;
  EXPECT_EQ(elapsed_share(open, utc(kHalf), nullptr), 0);
}

TEST(ScoringPeriodStatus, NothingIsSaidWithoutData) {
  const auto promise = commitment("c", Kind::within, 95);
  Tally pending;
  pending.pending = 3;
  pending.left_out = 2;
  const PeriodScore empty =
      score_period(promise, april(kOver), pending, Source::records, utc(kOver), nullptr);
  EXPECT_EQ(empty.status, Status::no_data);
  EXPECT_FALSE(empty.value || empty.attainment || empty.error_budget);
  EXPECT_EQ(empty.pending, 3u);
  EXPECT_EQ(empty.left_out, 2u);
  EXPECT_EQ(empty.met, 0u);

  Tally none;
  none.value = 0;
  const auto count = commitment("c", Kind::count, 0);
  EXPECT_EQ(score_period(count, april(kOver), none, Source::records, utc(kOver), nullptr).status,
            Status::met);
  for (const Source source : {Source::not_given, Source::too_old}) {
    const PeriodScore score = score_period(count, april(kOver), none, source, utc(kOver), nullptr);
    EXPECT_EQ(score.status, Status::no_data);
    EXPECT_FALSE(score.value || score.attainment);
  }
  const auto within = [&](Source source) {
    return score_period(promise, april(kOver), Tally{}, source, utc(kOver), nullptr);
  };
  EXPECT_EQ(within(Source::too_old).met, 0u);
  EXPECT_EQ(within(Source::not_given).met, std::nullopt);
  EXPECT_EQ(within(Source::not_given).left_out, std::nullopt);
}

TEST(ScoringPeriodStatus, CountsAreFilledByKind) {
  const struct {
    Kind kind;
    bool met, pending, left_out;
  } kCases[] = {{Kind::count, false, false, false},      {Kind::sum, false, false, false},
                {Kind::share, true, false, false},       {Kind::within, true, true, true},
                {Kind::average, false, false, false},    {Kind::median, false, false, false},
                {Kind::median_time, false, false, true}, {Kind::checkins, false, false, false},
                {Kind::manual, false, false, false}};
  for (const auto& c : kCases) {
    const bool entries = c.kind == Kind::checkins || c.kind == Kind::manual;
    const PeriodScore score =
        score_period(commitment("c", c.kind, 5), april(kOver), tally_of(c.kind, 50),
                     entries ? Source::entries : Source::records, utc(kOver), nullptr);
    EXPECT_EQ(score.met.has_value(), c.met);
    EXPECT_EQ(score.failed.has_value(), c.met);
    EXPECT_EQ(score.pending.has_value(), c.pending);
    EXPECT_EQ(score.left_out.has_value(), c.left_out);
    EXPECT_EQ(score.error_budget.has_value(), c.met);
  }
}

TEST(ScoringPeriodStatus, ErrorBudgetAddsUp) {
  Random random(3);
  for (int i = 0; i < 1000; ++i) {
    Tally tally;
    tally.met = static_cast<std::uint64_t>(random.below(500));
    tally.failed = static_cast<std::uint64_t>(random.below(500));
    tally.population = tally.met + tally.failed;
    if (tally.population == 0) continue;
    tally.value = 100.0 * static_cast<double>(tally.met) / static_cast<double>(tally.population);
    const auto promise = commitment("c", Kind::share, random.below(101));
    const PeriodScore score =
        score_period(promise, april(kOver), tally, Source::records, utc(kOver), nullptr);
    ASSERT_TRUE(score.error_budget);
    EXPECT_DOUBLE_EQ(score.error_budget->left,
                     score.error_budget->allowed - static_cast<double>(tally.failed));
    // What is left says whether the promise was kept.
    if (std::fabs(score.error_budget->left) > 1e-6) {
      EXPECT_EQ(score.status == Status::met, score.error_budget->left > 0);
    }
  }
  auto most = commitment("c", Kind::share, 20);
  most.direction = kMost;
  EXPECT_FALSE(score_period(most, april(kOver), tally_of(Kind::share, 10), Source::records,
                            utc(kOver), nullptr)
                   .error_budget);
}

TEST(ScoringPeriodStatus, MissedInARow) {
  const std::string statuses = "xx-x.xM+xX";  // small x is decided, X is not
  const std::vector<int> expected = {1, 2, 2, 3, 3, 4, 4, 0, 1, 1};
  std::vector<PeriodScore> periods(statuses.size());
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    PeriodScore& score = periods[i];
    score.period.closed = true;
    switch (statuses[i]) {
      case 'x':
        score.status = Status::missed;
        break;
      case '+':
        score.status = Status::met;
        break;
      case '.':
        score.status = Status::behind;
        break;
      case 'X':
        score.status = Status::missed;
        score.period.closed = false;
        break;
      case 'M':
        score.status = Status::met;
        score.period.closed = false;
        break;
      default:
        score.status = Status::no_data;
    }
  }
  count_missed_in_a_row(periods);
  for (std::size_t i = 0; i < periods.size(); ++i) {
    EXPECT_EQ(periods[i].missed_in_a_row, expected[i]) << i;
  }
}

}  // namespace
}  // namespace leadpact::scoring
