// What would have been, against the score of an agreement that says so.
#include "core/scoring/backtest.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/exchange/document.h"
#include "core/scoring/pick.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::Random;
using calendar::testing::utc;

std::unique_ptr<BackTest> prepared(const Agreement& agreement, std::size_t index,
                                   const LoadedData& data, calendar::Instant as_of,
                                   std::size_t slice = BackTest::kSlice) {
  auto test = std::make_unique<BackTest>(agreement, index, data, as_of);
  while (!test->work(slice)) {
    EXPECT_LT(test->progress(), 1);
  }
  return test;
}

void expect_same(const std::vector<PeriodScore>& a, const std::vector<PeriodScore>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    SCOPED_TRACE("period " + std::to_string(i));
    EXPECT_EQ(a[i].population, b[i].population);
    EXPECT_EQ(a[i].value, b[i].value);
    EXPECT_EQ(a[i].target, b[i].target);
    EXPECT_EQ(a[i].attainment, b[i].attainment);
    EXPECT_EQ(a[i].status, b[i].status);
    EXPECT_EQ(a[i].met, b[i].met);
    EXPECT_EQ(a[i].failed, b[i].failed);
    EXPECT_EQ(a[i].pending, b[i].pending);
    EXPECT_EQ(a[i].left_out, b[i].left_out);
    EXPECT_EQ(a[i].missed_in_a_row, b[i].missed_in_a_row);
    EXPECT_EQ(a[i].pace, b[i].pace);
    EXPECT_EQ(a[i].error_budget.has_value(), b[i].error_budget.has_value());
  }
}

Agreement promising(const std::string& limit, double target = 90) {
  Agreement agreement = small_agreement();
  agreement.commitments = {commitment("c", Kind::within, target)};
  agreement.commitments[0].measure.limit = limit;
  agreement.commitments[0].measure.calendar = "office";
  return agreement;
}

std::int64_t amount(const char* limit) {
  return calendar::amount_of(*calendar::parse_limit(limit));
}

TEST(BackTest, AnswersTheTable) {
  const World w =
      world(promising("2 hours"), std::string(kHeader) +
                                      "1,,,,2026-03-03,2026-03-03 09:00,2026-03-03 09:30,\n"
                                      "2,,,,2026-03-03,2026-03-03 09:00,2026-03-03 11:30,\n"
                                      "3,,,,2026-03-03,2026-03-03 09:00,,\n");
  const auto test = prepared(*w.agreement, 0, w.data, utc("2026-03-03T17:00:00Z"));
  const auto at = [&](const char* limit) { return test->pool(amount(limit)); };
  EXPECT_DOUBLE_EQ(*at("1 hour").value, 100.0 / 3);
  EXPECT_DOUBLE_EQ(*at("2 hours").value, 100.0 / 3);
  EXPECT_DOUBLE_EQ(*at("4 hours").value, 100);
  EXPECT_EQ(at("4 hours").pending, 1u);
  EXPECT_EQ(at("2 hours").failed, 2u);
  // 150 minutes would keep two of three, 180 make the third one pending.
  EXPECT_EQ(test->needed(60), amount("150 minutes"));
  EXPECT_EQ(test->needed(90), amount("180 minutes"));
  EXPECT_EQ(test->time_of(50), amount("30 minutes"));
  EXPECT_EQ(test->time_of(90), amount("150 minutes"));
  EXPECT_EQ(test->done_within(amount("1 hour")), 1u);
  EXPECT_EQ(test->agreed().limit, amount("2 hours"));
  const auto curve = test->curve(0, amount("4 hours"), 5);
  ASSERT_EQ(curve.size(), 5u);
  EXPECT_EQ(*curve[0], 0);
  EXPECT_EQ(*curve[1], *at("1 hour").value);
  EXPECT_EQ(*curve[4], 100);
}

TEST(BackTest, HasNothingToSayWithoutFinishedRecords) {
  const World w =
      world(promising("2 hours"), std::string(kHeader) + "1,,,,2026-03-03,2026-03-03 09:00,,\n");
  const auto test = prepared(*w.agreement, 0, w.data, utc("2026-03-03T17:00:00Z"));
  EXPECT_FALSE(test->needed(90));
  EXPECT_EQ(test->time_of(50), 0);
  EXPECT_EQ(*test->pool(0).value, 0);
  EXPECT_FALSE(test->pool(amount("9 hours")).value);
}

std::uint64_t picked(const Agreement& agreement, const World& w, calendar::Instant as_of,
                     const Pick& pick) {
  Context context(agreement, w.data, as_of, 1);
  const RecordMeasure measure(context, agreement.commitments[0]);
  const std::vector<std::uint32_t>& kept = w.table().kept();
  return static_cast<std::uint64_t>(std::count_if(
      kept.begin(), kept.end(), [&](std::uint32_t row) { return pick.takes(measure, row); }));
}

// The records of a bar, and those of a period that a limit would have met, are
// as many as are said.
void expect_records(const BackTest& test, const World& w, calendar::Instant as_of,
                    std::int64_t limit) {
  const std::size_t first = test.period_count() / 3;
  Pick bar;
  bar.first = first;
  bar.last = test.period_count() - 1;
  bar.up_to = limit / 2;
  EXPECT_EQ(picked(test.agreement(), w, as_of, bar), test.done_within(limit / 2, first));
  bar.over = limit / 2;
  bar.up_to = limit;
  EXPECT_EQ(picked(test.agreement(), w, as_of, bar),
            test.done_within(limit, first) - test.done_within(limit / 2, first));
  if (!test.limit()) return;
  const auto periods = test.periods({limit, 90});
  Pick met;
  met.first = met.last = first;
  met.up_to = limit;
  EXPECT_EQ(picked(test.agreement(), w, as_of, met), *periods[first].met);
}

std::string stamp(Random& random, int first_day, int days, int one_in_dates) {
  if (random.one_in(7)) return "";
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const calendar::Day day = calendar::testing::day("2026-02-20") + first_day + random.below(days);
  std::string text = calendar::format_day(day);
  if (random.one_in(one_in_dates)) return text;
  return text + " " + two(random.below(24)) + ":" + two(random.below(60));
}

std::string records(Random& random, int count) {
  std::string csv = kHeader;
  for (int i = 0; i < count; ++i) {
    const int day = random.below(70);
    csv += std::to_string(i) + ",," + std::to_string(random.below(100)) + ",," +
           stamp(random, day, 1, 9) + "," + stamp(random, day, 3, 9) + "," +
           stamp(random, day, 9, 9) + ",\n";
  }
  return csv;
}

TEST(BackTest, IsTheScoreOfAnAgreementWithAnotherLimit) {
  Random random(20261130);
  const std::vector<std::vector<const char*>> scales = {
      {"minutes", "hours"}, {"business minutes", "business hours"}, {"days"}, {"business days"}};
  std::size_t valued = 0;
  for (int round = 0; round < 60; ++round) {
    const auto& units = random.pick(scales);
    const auto limit = [&] {
      const std::string unit = random.pick(units);
      const bool days = unit.find("day") != std::string::npos;
      const bool minutes = unit.find("minute") != std::string::npos;
      return std::to_string(random.below(days ? 8 : minutes ? 4000 : 90)) + " " + unit;
    };
    Agreement agreement = promising(limit(), random.below(101));
    Commitment& promise = agreement.commitments[0];
    promise.every =
        random.pick(std::vector<calendar::Every>{calendar::Every::week, calendar::Every::month});
    if (random.one_in(3)) promise.direction = agreement::Direction::at_most;
    if (random.one_in(2)) promise.measure.early = agreement::Early::met;
    const World w = world(agreement, records(random, 120));
    const calendar::Instant as_of = utc("2026-04-20T15:00:00Z") + random.below(20) * 86400;
    const auto test =
        prepared(agreement, 0, w.data, as_of, static_cast<std::size_t>(random.between(1, 200)));
    SCOPED_TRACE("round " + std::to_string(round) + " of " + promise.measure.limit);
    expect_same(test->periods(test->agreed()),
                scoring::score(agreement, w.data, as_of).value().card.commitments[0].periods);
    for (int i = 0; i < 8; ++i) {
      Agreement other = agreement;
      other.commitments[0].measure.limit = limit();
      other.commitments[0].target = random.below(101);
      const auto scored = scoring::score(other, w.data, as_of).value().card.commitments[0];
      const BackTest::Trial trial{
          calendar::amount_of(*calendar::parse_limit(other.commitments[0].measure.limit)),
          other.commitments[0].target};
      SCOPED_TRACE(other.commitments[0].measure.limit);
      expect_same(test->periods(trial), scored.periods);
      std::uint64_t met = 0, failed = 0;
      for (const PeriodScore& period : scored.periods) {
        met += *period.met;
        failed += *period.failed;
        valued += period.value ? 1u : 0u;
      }
      EXPECT_EQ(test->pool(trial.limit).met, met);
      EXPECT_EQ(test->pool(trial.limit).failed, failed);
      expect_records(*test, w, as_of, trial.limit);
    }
    // What is said to be needed is enough once written, and a shorter one is not.
    const double share = 1 + random.below(100);
    const auto needed = test->needed(share);
    if (!needed) continue;
    const auto written = calendar::parse_limit(calendar::write_limit(*test->limit(), *needed));
    Agreement enough = agreement;
    enough.commitments[0].measure.limit = calendar::write_limit(*test->limit(), *needed);
    std::uint64_t met = 0, failed = 0;
    const auto again = scoring::score(enough, w.data, as_of).value().card.commitments[0];
    for (const PeriodScore& period : again.periods) {
      met += *period.met;
      failed += *period.failed;
    }
    EXPECT_EQ(test->pool(calendar::amount_of(*written)).met, met);
    if (met + failed > 0) {
      EXPECT_GE(percentage(met, met + failed), share - 1e-6);
    }
    if (*needed > 0) {
      EXPECT_LT(test->pool(*needed - 1).value.value_or(0), share);
    }
  }
  EXPECT_GT(valued, 500u);
}

TEST(BackTest, IsTheScoreOfEveryKindWithAnotherTarget) {
  Random random(5);
  Agreement agreement = small_agreement();
  for (const Kind kind : {Kind::count, Kind::sum, Kind::share, Kind::average, Kind::median,
                          Kind::median_time, Kind::checkins, Kind::manual}) {
    agreement.commitments.push_back(
        commitment("c" + std::to_string(agreement.commitments.size()), kind, 40));
    agreement.commitments.back().measure.of = all_of({{"number", Op::at_least, {"50"}}});
  }
  agreement.checkins = {{"c6", "2026-03-03", "", ""}};
  agreement.manual_values = {{"c7", "2026-03-03", 50, ""}};
  const World w = world(agreement, records(random, 200));
  const calendar::Instant as_of = utc("2026-04-20T15:00:00Z");
  for (std::size_t i = 0; i < agreement.commitments.size(); ++i) {
    const auto test = prepared(agreement, i, w.data, as_of, 50);
    for (const double target : {0.0, 1.0, 30.0, 50.0, 1000.0}) {
      Agreement other = agreement;
      other.commitments[i].target = target;
      SCOPED_TRACE(std::to_string(i) + " at " + std::to_string(target));
      expect_same(test->periods({0, target}),
                  scoring::score(other, w.data, as_of).value().card.commitments[i].periods);
    }
    if (agreement.commitments[i].measure.kind != Kind::median_time) continue;
    Agreement alone = agreement;
    alone.commitments = {agreement.commitments[i]};
    for (const std::int64_t time : {0, 3600, 50'000, 500'000})
      expect_records(*prepared(alone, 0, w.data, as_of), w, as_of, time);
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(BackTest, OfWhatIsAgreedIsTheScorecardOfEveryPublishedCase) {
  std::size_t promises = 0;
  for (const auto& entry : std::filesystem::directory_iterator(LEADPACT_CONFORMANCE_DIR)) {
    if (!std::filesystem::exists(entry.path() / "expected.json")) continue;
    SCOPED_TRACE(entry.path().string());
    rapidjson::Document json;
    json.Parse(read_file(entry.path() / "case.json").c_str());
    const auto document = exchange::read_json(read_file(entry.path() / "agreement.sla.json"));
    ASSERT_TRUE(document.ok());
    const Agreement& agreement = document.value().agreement;
    std::vector<std::unique_ptr<std::string>> bytes;
    std::vector<DatasetFiles> files;
    for (const auto& given : json["data"].GetArray()) {
      const std::string text = given.GetString();
      const std::string name = text.substr(text.find('=') + 1);
      bytes.push_back(std::make_unique<std::string>(read_file(entry.path() / name)));
      files.push_back({text.substr(0, text.find('=')), {{name, *bytes.back()}}});
    }
    const auto data = load(agreement, files);
    ASSERT_TRUE(data.ok());
    const calendar::Instant as_of = *calendar::parse_instant(json["as_of"].GetString());
    const auto scored = scoring::score(agreement, data.value(), as_of);
    ASSERT_TRUE(scored.ok());
    const Scorecard& card = scored.value().card;
    for (std::size_t i = 0; promise_at(agreement, i) != nullptr; ++i) {
      const auto test = prepared(agreement, i, data.value(), as_of, 1000);
      const bool is_goal = i >= card.commitments.size();
      const CommitmentScore& score =
          is_goal ? card.goals[i - card.commitments.size()] : card.commitments[i];
      SCOPED_TRACE(score.id);
      expect_same(test->periods(test->agreed()), score.periods);
      ++promises;
    }
  }
  EXPECT_GT(promises, 20u);
}

}  // namespace
}  // namespace leadpact::scoring
