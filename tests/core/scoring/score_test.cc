#include "core/scoring/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::Random;
using calendar::testing::utc;

// id,text,number,flag,at,from,to,due
std::string record(const std::string& id, const std::string& at, const std::string& number = "",
                   const std::string& from = "", const std::string& to = "",
                   const std::string& text = "") {
  return id + "," + text + "," + number + ",," + at + "," + from + "," + to + ",\n";
}

Agreement with(std::vector<Commitment> commitments) {
  Agreement agreement = small_agreement();
  agreement.commitments = std::move(commitments);
  return agreement;
}

TEST(ScoringScore, CountsByPeriod) {
  const World w = world(with({commitment("c", Kind::count, 2)}),
                        std::string(kHeader) + record("1", "2025-12-31 23:59") +
                            record("2", "2026-01-01 00:00") + record("3", "2026-01-31 23:59") +
                            record("4", "2026-02-01") + record("5", "") + record("6", "soon") +
                            record("7", "2026-02-20"));
  const Scored scored = testing::score(w, "2026-02-10T00:00:00Z");
  const CommitmentScore& score = scored.card.commitments.at(0);
  EXPECT_EQ(score.without_at, 2u);
  ASSERT_EQ(score.periods.size(), 2u);
  EXPECT_EQ(score.periods[0].population, 2u);
  EXPECT_EQ(score.periods[0].value, 2.0);
  EXPECT_EQ(score.periods[0].status, Status::met);
  EXPECT_EQ(score.periods[1].population, 1u);
  EXPECT_EQ(score.periods[1].status, Status::on_track);
  EXPECT_EQ(scored.card.datasets.at(0).rows, 7u);
  EXPECT_EQ(scored.card.datasets.at(0).newest, utc("2026-02-01T05:00:00Z"));
}

TEST(ScoringScore, NothingBeforeTheStart) {
  const World w = world(with({commitment("c", Kind::count, 2)}),
                        std::string(kHeader) + record("1", "2025-12-31 23:59") + record("2", ""));
  const Scored scored = testing::score(w, "2025-12-31T00:00:00Z");
  EXPECT_TRUE(scored.card.commitments.at(0).periods.empty());
  EXPECT_TRUE(scored.card.reporting.empty());
  EXPECT_EQ(scored.card.commitments.at(0).without_at, 1u);
}

TEST(ScoringScore, AnOldExportAccusesNobody) {
  const World w = world(with({commitment("c", Kind::count, 1)}),
                        std::string(kHeader) + record("1", "2026-01-05"));
  const Scored scored = testing::score(w, "2026-04-10T00:00:00Z");
  const auto& periods = scored.card.commitments.at(0).periods;
  ASSERT_EQ(periods.size(), 4u);
  EXPECT_EQ(periods[0].status, Status::met);
  for (std::size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(periods[i].status, Status::no_data);
    EXPECT_FALSE(periods[i].value);
    EXPECT_EQ(periods[i].population, 0u);
  }
}

TEST(ScoringScore, NewestIgnoresPlannedAndLaterTimes) {
  const World w = world(with({commitment("c", Kind::count, 1)}),
                        std::string(kHeader) + "1,,,,2026-01-05,2026-03-01 10:00,,2026-06-01\n");
  EXPECT_EQ(testing::score(w, "2026-02-10T00:00:00Z").card.datasets.at(0).newest,
            utc("2026-01-05T05:00:00Z"));
  EXPECT_EQ(newest(*w.agreement, w.data), utc("2026-03-01T15:00:00Z"));
}

TEST(ScoringScore, ADatasetNotGiven) {
  Agreement agreement = with({commitment("c", Kind::count, 1), commitment("w", Kind::within, 90)});
  agreement.commitments[1].measure.limit = "2 hours";
  const auto data = load(agreement, {});
  ASSERT_TRUE(data.ok());
  EXPECT_EQ(newest(agreement, data.value()), std::nullopt);
  const auto result = scoring::score(agreement, data.value(), utc("2026-02-10T00:00:00Z"));
  ASSERT_TRUE(result.ok());
  const Scorecard& card = result.value().card;
  EXPECT_FALSE(card.datasets.at(0).given);
  EXPECT_FALSE(card.datasets.at(0).newest);
  for (const CommitmentScore& score : card.commitments) {
    for (const PeriodScore& period : score.periods) {
      EXPECT_EQ(period.status, Status::no_data);
      EXPECT_EQ(period.population, 0u);
      EXPECT_FALSE(period.met || period.failed || period.pending || period.left_out);
    }
  }
}

TEST(ScoringScore, LeftOutAndNegative) {
  auto out = commitment("out", Kind::within, 90);
  out.measure.limit = "2 hours";
  auto early = out;
  early.id = "early";
  early.measure.early = agreement::Early::met;
  auto median = commitment("median", Kind::median_time, 10);
  const World w = world(with({out, early, median}),
                        std::string(kHeader) +
                            record("1", "2026-01-05", "", "2026-01-05 10:00", "2026-01-05 11:00") +
                            record("2", "2026-01-05", "", "2026-01-05 10:00", "2026-01-05 09:00") +
                            record("3", "2026-01-05", "", "", "2026-01-05 09:00") +
                            record("4", "2026-01-05", "", "2026-01-05", "2026-01-06 09:00") +
                            record("5", "2026-01-05", "", "2026-01-05 10:00", "") +
                            record("6", "2026-01-05", "", "2026-02-09 18:30", "2026-02-09 19:30") +
                            record("7", "2025-01-05", "", "2026-01-05 10:00", "2026-01-05 09:00"));
  // 18:30 in New York is seen, 19:30 lies later.
  const Scored scored = testing::score(w, "2026-02-10T00:00:00Z");
  const CommitmentScore& first = scored.card.commitments.at(0);
  EXPECT_EQ(first.negative_elapsed, 1u);  // record 7 belongs to no period
  EXPECT_EQ(first.periods[0].met, 1u);
  EXPECT_EQ(first.periods[0].failed, 1u);
  EXPECT_EQ(first.periods[0].pending, 1u);
  EXPECT_EQ(first.periods[0].left_out, 3u);
  EXPECT_EQ(first.periods[0].population, 2u);
  EXPECT_EQ(first.periods[0].value, 50.0);
  EXPECT_EQ(first.periods[0].status, Status::missed);  // at best 2 of 3
  const CommitmentScore& second = scored.card.commitments.at(1);
  EXPECT_EQ(second.negative_elapsed, 1u);
  EXPECT_EQ(second.periods[0].met, 2u);
  EXPECT_EQ(second.periods[0].left_out, 2u);
  const CommitmentScore& third = scored.card.commitments.at(2);
  EXPECT_EQ(third.negative_elapsed, 1u);
  EXPECT_EQ(third.periods[0].population, 2u);
  EXPECT_EQ(third.periods[0].value, 12.5);  // 1 hour and a day
  EXPECT_EQ(third.periods[0].left_out, 4u);

  ASSERT_EQ(scored.breaches.size(), 4u);
  const Breach& failed = scored.breaches[0];
  EXPECT_EQ(failed.row, 4u);
  EXPECT_FALSE(failed.pending);
  EXPECT_EQ(failed.at, utc("2026-01-05T05:00:00Z"));
  EXPECT_EQ(failed.from, utc("2026-01-05T15:00:00Z"));
  EXPECT_EQ(failed.to, std::nullopt);
  EXPECT_EQ(failed.due, utc("2026-01-05T17:00:00Z"));
  EXPECT_TRUE(scored.breaches[1].pending);
  EXPECT_EQ(scored.breaches[1].to, std::nullopt);
  EXPECT_EQ(scored.breaches[2].commitment, 1u);
}

TEST(ScoringScore, MiddlesAndMeans) {
  auto score_field = commitment("s", Kind::average, 1);
  score_field.measure.field = "lead_score";
  Agreement agreement = with({commitment("a", Kind::average, 1), commitment("m", Kind::median, 1),
                              commitment("t", Kind::sum, 1), score_field});
  agreement.lead_scoring.rules = {{"", 2, all_of({{"number", Op::is_filled, {}}})}};
  const World w =
      world(agreement, std::string(kHeader) + record("1", "2026-01-05", "1") +
                           record("2", "2026-01-05", "10") + record("3", "2026-01-05", "") +
                           record("4", "2026-01-05", "4") + record("5", "2026-01-05", "3") +
                           record("6", "2026-02-05", ""));
  const Scored scored = testing::score(w, "2026-03-10T00:00:00Z");
  const auto& all = scored.card.commitments;
  EXPECT_EQ(all[0].periods[0].value, 4.5);
  EXPECT_EQ(all[0].periods[0].population, 4u);
  EXPECT_EQ(all[0].periods[1].status, Status::no_data);
  EXPECT_EQ(all[1].periods[0].value, 3.5);
  EXPECT_EQ(all[1].periods[1].status, Status::no_data);
  EXPECT_EQ(all[2].periods[0].value, 18.0);
  EXPECT_EQ(all[2].periods[0].population, 5u);
  EXPECT_EQ(all[2].periods[1].value, 0.0);
  EXPECT_EQ(all[2].periods[1].population, 1u);
  EXPECT_EQ(all[3].periods[0].value, 1.6);
  EXPECT_EQ(all[3].periods[0].population, 5u);
}

TEST(ScoringScore, ASumBeyondADoubleIsAnError) {
  Agreement agreement = with({commitment("ok", Kind::count, 1), commitment("s", Kind::sum, 1),
                              commitment("m", Kind::median, 1), commitment("a", Kind::average, 1)});
  agreement.goals = {commitment("g", Kind::sum, 1)};
  const World w = world(agreement, std::string(kHeader) + record("1", "2026-01-05", "1e308") +
                                       record("2", "2026-01-05", "1e308"));
  const auto result = scoring::score(*w.agreement, w.data, utc("2026-02-10T00:00:00Z"));
  ASSERT_FALSE(result.ok());
  ASSERT_EQ(result.errors().size(), 2u);
  EXPECT_EQ(result.errors()[0].place, "goals[0].measure");
  EXPECT_EQ(result.errors()[1].place, "commitments[1].measure");
  EXPECT_EQ(result.errors()[1].code, ErrorCode::beyond_number);

  Agreement mean = with({commitment("m", Kind::median, 1), commitment("a", Kind::average, 1)});
  const World finite = world(mean, *w.csv);
  const Scored scored = testing::score(finite, "2026-02-10T00:00:00Z");
  EXPECT_EQ(scored.card.commitments[0].periods[0].value, 1e308);
  EXPECT_EQ(scored.card.commitments[1].periods[0].value, 1e308);
}

TEST(ScoringScore, EntriesOfTheAgreement) {
  auto weekly_report = commitment("c", Kind::checkins, 1);
  auto manual = commitment("m", Kind::manual, 10);
  Agreement agreement = with({weekly_report, manual});
  agreement.ends_on = "2026-03-10";
  for (const char* on : {"2025-12-31", "2026-01-01", "2026-01-31", "2026-02-09", "2026-02-10"}) {
    agreement.checkins.push_back({"c", on, "", ""});
    agreement.checkins.push_back({"other", on, "", ""});
  }
  agreement.manual_values = {{"m", "2026-01-20", 5, ""}, {"m", "2026-01-31", 7, ""},
                             {"m", "2026-01-31", 9, ""}, {"m", "2026-01-02", 99, ""},
                             {"c", "2026-01-31", 1, ""}, {"m", "2026-02-10", 50, ""}};
  const World w = world(agreement, std::string(kHeader) + record("1", "2026-01-05"));
  // 2026-02-09 in New York.
  const Scored scored = testing::score(w, "2026-02-10T04:59:59Z");
  const auto& checkins = scored.card.commitments[0].periods;
  ASSERT_EQ(checkins.size(), 2u);
  EXPECT_EQ(checkins[0].value, 2.0);
  EXPECT_EQ(checkins[1].value, 1.0);
  EXPECT_EQ(checkins[1].status, Status::met);
  const auto& manuals = scored.card.commitments[1].periods;
  EXPECT_EQ(manuals[0].value, 9.0);
  EXPECT_EQ(manuals[0].population, 1u);
  EXPECT_EQ(manuals[0].status, Status::missed);
  EXPECT_EQ(manuals[1].population, 0u);
  EXPECT_EQ(manuals[1].status, Status::no_data);
  const Scored after = testing::score(w, "2026-06-10T00:00:00Z");
  EXPECT_EQ(after.card.commitments[0].periods.size(), 3u);
  EXPECT_EQ(after.card.commitments[0].periods[2].value, 0.0);
  EXPECT_TRUE(after.card.commitments[0].periods[2].period.closed);
}

TEST(ScoringScore, OnlyAndDuplicates) {
  Agreement agreement = with({commitment("c", Kind::count, 1)});
  agreement.datasets[0].only = any_of({{"text", Op::is_not, {"test"}}});
  const World w = world(agreement, std::string(kHeader) + record("1", "2026-01-05") +
                                       record("1", "2026-01-06", "", "", "", "TEST") +
                                       record("2", "2026-01-07") +
                                       // `only` sees cells later than as_of.
                                       record("3", "2026-01-08"));
  const Scored scored = testing::score(w, "2026-02-10T00:00:00Z");
  const DatasetReport& report = scored.card.datasets.at(0);
  EXPECT_EQ(report.rows, 2u);
  EXPECT_EQ(report.duplicates, 1u);
  EXPECT_EQ(report.excluded, 1u);
  EXPECT_EQ(scored.card.commitments[0].periods[0].population, 2u);
}

TEST(ScoringScore, OnlySeesWhatLiesAhead) {
  Agreement agreement = with({commitment("c", Kind::count, 1)});
  agreement.datasets[0].only = all_of({{"from", Op::is_filled, {}}});
  const World w =
      world(agreement, std::string(kHeader) + record("1", "2026-01-05", "", "2026-06-01 10:00") +
                           record("2", "2026-01-05"));
  EXPECT_EQ(testing::score(w, "2026-02-10T00:00:00Z").card.datasets.at(0).rows, 1u);
}

TEST(ScoringScore, ErrorsOfAllDatasetsTogether) {
  Agreement agreement = small_agreement();
  agreement.datasets.push_back(agreement.datasets[0]);
  agreement.datasets[1].id = "more";
  const std::string bad = "id,text\n1,x\n";
  const auto loaded = load(agreement, {{"leads", {{"a.csv", bad}}}, {"more", {{"b.csv", bad}}}});
  ASSERT_FALSE(loaded.ok());
  ASSERT_EQ(loaded.errors().size(), 2u);
  EXPECT_EQ(loaded.errors()[0].place.rfind("a.csv", 0), 0u);
  EXPECT_EQ(loaded.errors()[1].place.rfind("b.csv", 0), 0u);
}

TEST(ScoringScore, ProgressRunsOverAllFilesAndCanStop) {
  Agreement agreement = small_agreement();
  agreement.datasets.push_back(agreement.datasets[0]);
  agreement.datasets[1].id = "more";
  std::string csv = kHeader;
  for (int i = 0; i < 1000; ++i)
    csv += record(std::to_string(i), "2026-01-05");
  std::uint64_t last = 0;
  bool ascends = true;
  data::ReadOptions options;
  options.progress = [&](std::uint64_t bytes) {
    ascends = ascends && bytes >= last;
    last = bytes;
    return true;
  };
  const std::vector<DatasetFiles> files = {{"leads", {{"a.csv", csv}}}, {"more", {{"b.csv", csv}}}};
  EXPECT_TRUE(load(agreement, files, options).ok());
  EXPECT_TRUE(ascends);
  EXPECT_LE(last, 2 * csv.size());
  options.progress = [](std::uint64_t) { return false; };
  const auto stopped = load(agreement, files, options);
  if (!stopped.ok()) {
    EXPECT_EQ(stopped.errors().size(), 1u);
  }
}

// --- Properties ---

struct Shown {
  std::vector<std::string> lines;
  explicit Shown(const Scored& scored) {
    for (const CommitmentScore& score : scored.card.commitments) {
      for (const PeriodScore& period : score.periods) {
        lines.push_back(score.id + " " + std::to_string(period.population) + " " +
                        std::to_string(period.value.value_or(-1)) + " " +
                        std::string(name_of(period.status)) + " " +
                        std::to_string(period.missed_in_a_row));
      }
    }
  }
};

World many_records(Random& random, std::vector<std::string>& records) {
  auto within = commitment("w", Kind::within, 60);
  within.measure.limit = "4 business hours";
  within.measure.calendar = "office";
  auto share = commitment("s", Kind::share, 50);
  share.measure.of = all_of({{"number", Op::at_least, {"30"}}});
  share.every = agreement::Every::week;
  auto median_time = commitment("mt", Kind::median_time, 20);
  Agreement agreement =
      with({within, share, commitment("n", Kind::count, 100), median_time,
            commitment("sum", Kind::sum, 1000), commitment("avg", Kind::average, 20),
            commitment("med", Kind::median, 20)});
  const calendar::Instant start = utc("2026-01-01T05:00:00Z");
  for (int i = 0; i < 3000; ++i) {
    const calendar::Instant at = start + random.between(0, 80 * 1440) * 60;
    const calendar::Instant from = at + random.between(0, 1440) * 60;
    const calendar::Instant to = from + random.between(-60, 3000) * 60;
    records.push_back(record(std::to_string(i), calendar::format_instant(at),
                             std::to_string(random.below(6000)) + ".25",
                             random.one_in(9) ? "" : calendar::format_instant(from),
                             random.one_in(5) ? "" : calendar::format_instant(to)));
  }
  std::string csv = kHeader;
  for (const std::string& one : records)
    csv += one;
  return world(agreement, csv);
}

TEST(ScoringScore, TheOrderOfRecordsChangesNothing) {
  Random random(5);
  std::vector<std::string> records;
  const World w = many_records(random, records);
  std::mt19937_64 engine(6);
  for (std::size_t i = records.size() - 1; i > 0; --i) {
    std::swap(records[i], records[engine() % (i + 1)]);
  }
  std::string csv = kHeader;
  for (const std::string& one : records)
    csv += one;
  const World shuffled = world(*w.agreement, csv);
  EXPECT_EQ(Shown(testing::score(w, "2026-03-20T12:00:00Z")).lines,
            Shown(testing::score(shuffled, "2026-03-20T12:00:00Z")).lines);
}

TEST(ScoringScore, ThreadsChangeNothing) {
  Random random(5);
  std::vector<std::string> records;
  const World w = many_records(random, records);
  const Scored one = testing::score(w, "2026-03-20T12:00:00Z");
  const Scored four = testing::score(w, "2026-03-20T12:00:00Z", 4);
  EXPECT_EQ(Shown(one).lines, Shown(four).lines);
  ASSERT_EQ(one.breaches.size(), four.breaches.size());
  for (std::size_t i = 0; i < one.breaches.size(); ++i) {
    EXPECT_EQ(one.breaches[i].row, four.breaches[i].row);
    EXPECT_EQ(one.breaches[i].due, four.breaches[i].due);
  }
}

TEST(ScoringScore, BreachesAreTheRecordsBehindTheNumbers) {
  Random random(8);
  std::vector<std::string> records;
  const World w = many_records(random, records);
  const Scored scored = testing::score(w, "2026-03-20T12:00:00Z");
  std::vector<std::vector<std::uint64_t>> failed(2);
  std::vector<std::vector<std::uint64_t>> pending(2);
  for (std::size_t c = 0; c < 2; ++c) {
    failed[c].resize(scored.card.commitments[c].periods.size());
    pending[c].resize(failed[c].size());
  }
  for (std::size_t i = 0; i < scored.breaches.size(); ++i) {
    const Breach& breach = scored.breaches[i];
    ASSERT_LT(breach.commitment, 2u);
    ++(breach.pending ? pending : failed)[breach.commitment][breach.period];
    if (i == 0) continue;
    const Breach& before = scored.breaches[i - 1];
    EXPECT_LT(std::make_tuple(before.commitment, before.period, before.row),
              std::make_tuple(breach.commitment, breach.period, breach.row));
  }
  for (std::size_t c = 0; c < 2; ++c) {
    for (std::size_t i = 0; i < failed[c].size(); ++i) {
      EXPECT_EQ(failed[c][i], scored.card.commitments[c].periods[i].failed);
      EXPECT_EQ(pending[c][i], scored.card.commitments[c].periods[i].pending.value_or(0));
    }
  }
  ScoreOptions without;
  without.breaches = false;
  const auto bare = scoring::score(*w.agreement, w.data, utc("2026-03-20T12:00:00Z"), without);
  ASSERT_TRUE(bare.ok());
  EXPECT_TRUE(bare.value().breaches.empty());
  EXPECT_EQ(Shown(bare.value()).lines, Shown(scored).lines);
}

}  // namespace
}  // namespace leadpact::scoring
