#include "core/scoring/disputes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/scoring/explain.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using agreement::CountsAs;
using agreement::Dispute;
using agreement::Disputes;
using agreement::Ruling;
using calendar::testing::Random;
using calendar::testing::utc;

constexpr const char* kAsOf = "2026-03-20T00:00:00Z";

Dispute dispute(std::string record, CountsAs counts_as, std::string commitment = "",
                Ruling ruling = Ruling::upheld) {
  Dispute made;
  made.id = "d-" + record + "-" + commitment;
  made.dataset = "leads";
  made.record = std::move(record);
  made.commitment = std::move(commitment);
  made.raised_by = agreement::Team::sales;
  made.on = "2026-03-21";
  made.counts_as = counts_as;
  made.ruling = ruling;
  return made;
}

std::vector<std::optional<std::uint32_t>> rows_of(const World& w, const Disputes& disputes,
                                                  std::size_t slice = 2) {
  DisputeSweep sweep(*w.agreement, w.data, disputes);
  while (!sweep.work(slice)) {
  }
  return sweep.rows();
}

Scored rescored(const World& w, const Overrulings& rulings, const Scored& official) {
  Scoring scoring(*w.agreement, w.data, utc(kAsOf), rulings, official.card);
  while (scoring.step()) {
  }
  return scoring.finish().value();
}

Agreement promising() {
  Agreement agreement = small_agreement();
  Commitment within = commitment("w", Kind::within, 90);
  within.measure.limit = "2 hours";
  Commitment share = commitment("s", Kind::share, 50);
  share.measure.of = all_of({{"text", Op::is, {"yes"}}});
  share.measure.where = all_of({{"text", Op::is_not, {"test"}}});
  agreement.commitments = {within,
                           share,
                           commitment("c", Kind::count, 3),
                           commitment("m", Kind::median, 3),
                           commitment("u", Kind::sum, 3),
                           commitment("t", Kind::median_time, 3)};
  agreement.goals = {commitment("g", Kind::average, 3)};
  return agreement;
}

void expect_same(const CommitmentScore& a, const CommitmentScore& b, const std::string& what) {
  ASSERT_EQ(a.periods.size(), b.periods.size()) << what;
  for (std::size_t i = 0; i < a.periods.size(); ++i) {
    const PeriodScore &x = a.periods[i], &y = b.periods[i];
    EXPECT_EQ(x.population, y.population) << what << i;
    EXPECT_EQ(x.value, y.value) << what << i;
    EXPECT_EQ(x.attainment, y.attainment) << what << i;
    EXPECT_EQ(x.status, y.status) << what << i;
    EXPECT_EQ(x.met, y.met) << what << i;
    EXPECT_EQ(x.failed, y.failed) << what << i;
    EXPECT_EQ(x.pending, y.pending) << what << i;
    EXPECT_EQ(x.left_out, y.left_out) << what << i;
    EXPECT_EQ(x.missed_in_a_row, y.missed_in_a_row) << what << i;
  }
  EXPECT_EQ(a.without_at, b.without_at) << what;
}

TEST(Disputes, FindTheirLeadsByIdAndSayWhereOneIsGone) {
  const World w = world(promising(), std::string(kHeader) + "L1,,,,,,,\nL2,,,,,,,\nL2,,,,,,,\n");
  Disputes disputes;
  disputes.all = {dispute("L2", CountsAs::met), dispute("L9", CountsAs::met),
                  dispute("L2", CountsAs::left_out, "w")};
  disputes.all.push_back(dispute("L1", CountsAs::met));
  disputes.all.back().dataset = "elsewhere";
  const auto rows = rows_of(w, disputes);
  EXPECT_EQ(rows[0], 2u) << "of two of one id the last is kept";
  EXPECT_FALSE(rows[1].has_value());
  EXPECT_EQ(rows[2], 2u);
  EXPECT_FALSE(rows[3].has_value());
}

TEST(Disputes, CountOnlyAsRuled) {
  const World w = world(promising(), std::string(kHeader) + "L1,,,,,,,\nL2,,,,,,,\nL3,,,,,,,\n");
  Disputes disputes;
  disputes.all = {dispute("L1", CountsAs::met, "w", Ruling::upheld),
                  dispute("L2", CountsAs::met, "w", Ruling::open),
                  dispute("L3", CountsAs::met, "w", Ruling::declined)};
  const auto rows = rows_of(w, disputes);
  EXPECT_EQ(overrulings(*w.agreement, disputes, rows, false).size(), 1u);
  EXPECT_EQ(overrulings(*w.agreement, disputes, rows, true).size(), 2u);
}

TEST(Disputes, OfOnePromiseGoBeforeThoseOfAll) {
  const Overrulings all = {{0, 7, "", CountsAs::left_out},
                           {0, 7, "w", CountsAs::met},
                           {0, 3, "w", CountsAs::met},
                           {0, 3, "w", CountsAs::left_out},
                           {1, 5, "", CountsAs::met}};
  const auto of_w = rulings_of(all, 0, "w");
  ASSERT_EQ(of_w.size(), 2u);
  EXPECT_EQ(of_w[0].row, 3u);
  EXPECT_EQ(of_w[0].counts_as, CountsAs::left_out);
  EXPECT_EQ(of_w[1].counts_as, CountsAs::met);
  const auto of_s = rulings_of(all, 0, "s");
  ASSERT_EQ(of_s.size(), 1u);
  EXPECT_EQ(of_s[0].counts_as, CountsAs::left_out);
}

TEST(Disputes, ChangeWhatTheyConcernAndNothingElse) {
  const World w = world(promising(), std::string(kHeader) +
                                         "L1,no,1,,2026-02-03,2026-02-03 9:00,2026-02-03 10:00,\n"
                                         "L2,yes,2,,2026-02-03,2026-02-03 9:00,2026-02-03 19:00,\n"
                                         "L3,no,3,,2026-02-03,2026-02-03 9:00,,\n");
  const Scored official = score(w, kAsOf);
  Disputes disputes;
  disputes.all = {dispute("L2", CountsAs::met, "w"), dispute("L3", CountsAs::left_out, "w")};
  const Scored with =
      rescored(w, overrulings(*w.agreement, disputes, rows_of(w, disputes), false), official);
  const PeriodScore& february = with.card.commitments[0].periods[1];
  EXPECT_EQ(official.card.commitments[0].periods[1].met, 1u);
  EXPECT_EQ(february.met, 2u);
  EXPECT_EQ(february.failed, 0u);
  EXPECT_EQ(february.value, 100.0);
  EXPECT_EQ(february.status, Status::met);
  EXPECT_EQ(with.overruled[0], (std::vector<std::uint32_t>{0, 2, 0}));
  EXPECT_EQ(with.overruled[1], (std::vector<std::uint32_t>{0, 0, 0}));
  for (std::size_t i = 1; i < official.card.commitments.size(); ++i) {
    expect_same(with.card.commitments[i], official.card.commitments[i], "other ");
  }
  EXPECT_GT(*with.card.reporting[1].overall.score, *official.card.reporting[1].overall.score);
}

// Leaving a lead out is scoring the data without its row; counting it as met is
// what a recount by the verdicts of single leads says.
TEST(DisputesProperty, AreWhatTheDataWithoutTheRowSay) {
  Random random(4711);
  for (int round = 0; round < 80; ++round) {
    const int count = 2 + random.below(20);
    std::vector<std::string> rows;
    for (int i = 0; i < count; ++i) {
      const auto stamp = [&] {
        if (random.one_in(6)) return std::string();
        std::string day = std::to_string(1 + random.below(28));
        if (day.size() == 1) day.insert(0, "0");
        std::string text = "2026-0" + std::to_string(1 + random.below(3)) + "-" + day;
        if (!random.one_in(5)) text += " " + std::to_string(10 + random.below(10)) + ":30";
        return text;
      };
      const std::string at = stamp();
      rows.push_back("L" + std::to_string(i) + "," +
                     random.pick<std::string>({"yes", "no", "test"}) + "," +
                     (random.one_in(5) ? "" : std::to_string(random.below(9))) + ",," + at + "," +
                     at + "," + (random.one_in(2) ? stamp() : at) + ",\n");
    }
    Disputes out, met;
    std::string without, file;
    for (int i = 0; i < count; ++i) {
      file += rows[static_cast<std::size_t>(i)];
      if (random.one_in(4)) {
        out.all.push_back(dispute("L" + std::to_string(i), CountsAs::left_out));
        met.all.push_back(dispute("L" + std::to_string(i), CountsAs::met));
      } else {
        without += rows[static_cast<std::size_t>(i)];
      }
    }
    // One that is there in both, so that the data are equally new.
    const std::string newest = "N,test,,,2026-03-19,,,\n";
    const World w = world(promising(), kHeader + file + newest);
    const World smaller = world(promising(), kHeader + without + newest);
    const Scored official = score(w, kAsOf), expected = score(smaller, kAsOf);
    const Scored left_out =
        rescored(w, overrulings(*w.agreement, out, rows_of(w, out), false), official);
    for (std::size_t i = 0; i < expected.card.commitments.size(); ++i) {
      expect_same(left_out.card.commitments[i], expected.card.commitments[i],
                  "round " + std::to_string(round) + ", " + expected.card.commitments[i].id + " ");
    }
    expect_same(left_out.card.goals[0], expected.card.goals[0], "goal ");
    for (std::size_t i = 0; i < expected.card.reporting.size(); ++i) {
      EXPECT_EQ(left_out.card.reporting[i].overall.score, expected.card.reporting[i].overall.score);
    }

    const auto found = rows_of(w, met);
    const Scored as_met = rescored(w, overrulings(*w.agreement, met, found, false), official);
    Context context(*w.agreement, w.data, utc(kAsOf), 1);
    for (const std::size_t c : {0u, 1u}) {
      const Explainer explainer(context, w.agreement->commitments[c]);
      std::vector<std::uint64_t> kept(3), failed(3);
      for (const std::uint32_t row : w.table().kept()) {
        const Explanation made = explainer.explain(row);
        if (!made.counts || made.period >= kWithoutAt) continue;
        const bool disputed = std::find(found.begin(), found.end(), row) != found.end();
        if (disputed || made.verdict.outcome == Outcome::met) {
          ++kept[made.period];
        } else if (made.verdict.outcome == Outcome::failed) {
          ++failed[made.period];
        }
      }
      for (std::size_t p = 0; p < 3; ++p) {
        const PeriodScore& period = as_met.card.commitments[c].periods[p];
        EXPECT_EQ(period.met, kept[p]) << round;
        EXPECT_EQ(period.failed, failed[p]) << round;
        EXPECT_EQ(period.population, kept[p] + failed[p]) << round;
      }
    }
    for (std::size_t c = 2; c < 6; ++c) {
      expect_same(as_met.card.commitments[c], official.card.commitments[c], "nothing is met ");
    }
  }
}

TEST(Disputes, WithoutAnyTheOfficialScoreComesBack) {
  const World w = world(promising(), std::string(kHeader) + "L1,no,1,,2026-02-03,,,\n");
  const Scored official = score(w, kAsOf);
  const Scored with = rescored(w, {}, official);
  for (std::size_t i = 0; i < official.card.commitments.size(); ++i)
    expect_same(with.card.commitments[i], official.card.commitments[i], "");
}

}  // namespace
}  // namespace leadpact::scoring
