#include "core/scoring/triggers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/scoring/period_status.h"
#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::scoring {
namespace {

using calendar::testing::day;

// Months of 2026: x missed, + met, - no_data, ? pending decides, o open.
std::vector<PeriodScore> months(const std::string& statuses) {
  std::vector<PeriodScore> periods;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    PeriodScore score;
    const int month = static_cast<int>(i) + 1;
    score.period.start = calendar::to_day({2026, month, 1});
    score.period.end = score.period.covered_end = calendar::to_day({2026, month + 1, 1});
    score.period.closed = statuses[i] != 'o';
    score.status = statuses[i] == 'x'   ? Status::missed
                   : statuses[i] == '+' ? Status::met
                   : statuses[i] == '-' ? Status::no_data
                                        : Status::behind;
    periods.push_back(score);
  }
  count_missed_in_a_row(periods);
  return periods;
}

std::string since(const std::string& statuses, double n) {
  const auto found = missed_since(months(statuses), n);
  return found ? calendar::format_day(*found) : "";
}

TEST(ScoringTriggers, Since) {
  EXPECT_EQ(since("xx-xo", 1), "2026-02-01");
  EXPECT_EQ(since("xx-xo", 2), "2026-03-01");
  EXPECT_EQ(since("xx-xo", 3), "2026-05-01");
  EXPECT_EQ(since("xx-xo", 4), "");
  EXPECT_EQ(since("x+x", 1), "2026-04-01");
  EXPECT_EQ(since("xx+", 1), "");
  EXPECT_EQ(since("xx?-", 2), "2026-03-01");
  EXPECT_EQ(since("o", 1), "");
  EXPECT_EQ(since("", 1), "");
  EXPECT_EQ(since("xxxxxxxxxxx", 3), "2026-04-01");
}

TEST(ScoringTriggers, SinceIsCutAtTheAgreementsEnd) {
  auto periods = months("xx");
  periods[1].period.covered_end = day("2026-02-16");
  EXPECT_EQ(missed_since(periods, 2), day("2026-02-16"));
}

TEST(ScoringTriggers, StepsInTheirOrderAndCommitmentsInTheAgreements) {
  agreement::Agreement agreement;
  agreement.escalation = {{"late", 2, {}, "", {}, ""}, {"early", 1, {"c", "a"}, "", {}, ""}};
  std::vector<CommitmentScore> scores(3);
  scores[0].id = "a";
  scores[0].periods = months("xx");
  scores[1].id = "b";
  scores[1].periods = months("xxx");
  scores[2].id = "c";
  scores[2].periods = months("+x");
  std::string found;
  for (const Trigger& trigger : escalations(agreement, scores)) {
    found +=
        trigger.step + " " + trigger.commitment + " " + calendar::format_day(trigger.since) + "\n";
  }
  EXPECT_EQ(found,
            "late a 2026-03-01\nlate b 2026-03-01\nearly a 2026-02-01\nearly c 2026-03-01\n");

  EXPECT_TRUE(cancellations(agreement, scores).empty());  // 0: no such right
  agreement.cancellation.missed_in_a_row = 3;
  ASSERT_EQ(cancellations(agreement, scores).size(), 1u);
  EXPECT_EQ(cancellations(agreement, scores)[0].commitment, "b");
  EXPECT_EQ(cancellations(agreement, scores)[0].step, "");
  agreement.cancellation.commitments = {"a"};
  EXPECT_TRUE(cancellations(agreement, scores).empty());
}

}  // namespace
}  // namespace leadpact::scoring
