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

TEST(ScoringTriggers, ConsequencesFollowTheFirstMissOfTheRow) {
  agreement::Agreement agreement;
  std::vector<CommitmentScore> scores(2);
  scores[0].id = "a";
  scores[0].periods = months("+xx-o");
  scores[1].id = "b";
  scores[1].periods = months("x+");
  EXPECT_TRUE(consequences(agreement, scores).empty());  // none is written down
  agreement.consequences = {"Dinner"};
  ASSERT_EQ(consequences(agreement, scores).size(), 1u);
  EXPECT_EQ(consequences(agreement, scores)[0].commitment, "a");
  EXPECT_EQ(consequences(agreement, scores)[0].since, day("2026-03-01"));
}

TEST(ScoringTriggers, SayWhatWouldBeDueOtherwise) {
  agreement::Agreement agreement;
  agreement.commitments.resize(3);
  Scorecard official, upheld;
  official.commitments.resize(3);
  upheld.commitments.resize(3);
  const char* const of[][3] = {{"a", "xxx", "xx+"}, {"b", "++x", "+xx"}, {"c", "x++", "x+x"}};
  for (std::size_t i = 0; i < 3; ++i) {
    agreement.commitments[i].id = official.commitments[i].id = upheld.commitments[i].id = of[i][0];
    agreement.commitments[i].title = std::string("Promise ") + of[i][0];
    official.commitments[i].periods = months(of[i][1]);
    upheld.commitments[i].periods = months(of[i][2]);
  }
  EXPECT_TRUE(due_otherwise(agreement, official, upheld, calendar::format_day).empty())
      << "nothing is agreed";
  agreement.escalation = {{"s1", 1, {}, "Weekly call.", {}, ""}, {"s2", 3, {"a", "c"}, "", {}, ""}};
  agreement.cancellation.missed_in_a_row = 3;
  agreement.cancellation.commitments = {"a"};
  agreement.consequences = {"Dinner"};
  EXPECT_EQ(due_otherwise(agreement, official, upheld, calendar::format_day),
            (std::vector<std::string>{
                "“Promise a”: the right to cancel would not have fallen due.",
                "“Promise a”: “Weekly call” would not have fallen due.",
                "“Promise b”: “Weekly call” would have fallen due on 2026-03-01, not on "
                "2026-04-01.",
                "“Promise c”: “Weekly call” would have fallen due on 2026-04-01.",
                "“Promise a”: escalation step 2 would not have fallen due.",
                "“Promise a”: what is agreed for missed promises would not have fallen due.",
                "“Promise b”: what is agreed for missed promises would have fallen due on "
                "2026-03-01, not on 2026-04-01.",
                "“Promise c”: what is agreed for missed promises would have fallen due on "
                "2026-04-01."}));
  EXPECT_TRUE(due_otherwise(agreement, official, official, calendar::format_day).empty());
}

// ---- Reviews ----------------------------------------------------------------

// "start..end since next" of each review that is due.
std::string reviews(const std::string& starts_on, const std::string& ends_on, calendar::Every every,
                    const std::string& as_of) {
  agreement::Agreement agreement;
  agreement.time_zone = "America/New_York";
  agreement.starts_on = starts_on;
  agreement.ends_on = ends_on;
  agreement.reviews = {{"r1", "Meeting", every, {}, ""}};
  std::string found;
  const calendar::Instant at =
      calendar::Zone::find("America/New_York")->start_of(day(as_of.c_str()));
  for (const ReviewDue& due : reviews_due(agreement, at)) {
    found += calendar::format_day(due.period.covered_start) + ".." +
             calendar::format_day(*due.period.covered_end) + " " + calendar::format_day(due.since) +
             " " + (due.next ? calendar::format_day(*due.next) : "-");
  }
  return found;
}

TEST(ScoringTriggers, AReviewIsDueForThePeriodThatEndedLast) {
  using calendar::Every;
  EXPECT_EQ(reviews("2026-01-15", "", Every::month, "2026-02-01"),
            "2026-01-15..2026-02-01 2026-02-01 2026-03-01");
  EXPECT_EQ(reviews("2026-01-15", "", Every::month, "2026-03-31"),
            "2026-02-01..2026-03-01 2026-03-01 2026-04-01");
  EXPECT_EQ(reviews("2026-01-15", "", Every::week, "2026-01-18"), "");
  EXPECT_EQ(reviews("2026-01-15", "", Every::week, "2026-01-19"),
            "2026-01-15..2026-01-19 2026-01-19 2026-01-26");
  EXPECT_EQ(reviews("2026-01-15", "", Every::month, "2025-12-01"), "");
  // The agreement is over: the last one is due, and none after it.
  EXPECT_EQ(reviews("2026-01-15", "2026-03-20", Every::month, "2026-08-01"),
            "2026-03-01..2026-03-21 2026-03-21 -");
  EXPECT_EQ(reviews("2026-01-15", "", Every::term, "2026-08-01"), "");
  EXPECT_EQ(reviews("2026-01-15", "2026-03-20", Every::term, "2026-03-21"),
            "2026-01-15..2026-03-21 2026-03-21 -");
}

TEST(ScoringTriggers, AReviewIsNeverDueBeforeItsPeriodIsOver) {
  using calendar::Every;
  const calendar::Zone* zone = calendar::Zone::find("America/New_York");
  agreement::Agreement agreement;
  agreement.time_zone = "America/New_York";
  agreement.starts_on = "2026-01-15";
  for (const Every every : {Every::week, Every::month, Every::quarter, Every::year})
    agreement.reviews.push_back({"r", "", every, {}, ""});
  calendar::Day last[4] = {};
  for (calendar::Day today = day("2026-01-15"); today < day("2027-03-01"); ++today) {
    for (const ReviewDue& due : reviews_due(agreement, zone->start_of(today))) {
      EXPECT_LE(due.since, today);
      ASSERT_TRUE(due.next.has_value());
      EXPECT_LT(today, *due.next);
      EXPECT_LE(last[due.review], due.since);
      last[due.review] = due.since;
    }
  }
  for (const calendar::Day day : last)
    EXPECT_NE(day, 0);
}

}  // namespace
}  // namespace leadpact::scoring
