#include "core/exchange/saved_scorecard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "core/exchange/scorecard_json.h"
#include "tests/core/exchange/agreement_samples.h"
#include "tests/core/scoring/conformance_cases.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::exchange {
namespace {

using namespace scoring::testing;  // NOLINT(google-build-using-namespace)

constexpr const char* kAsOf = "2026-03-20T17:00:00Z";

Agreement sample() {
  Agreement agreement = small_agreement();
  agreement.title = "Sample";
  Commitment within = commitment("s1", Kind::within, 90);
  within.measure.limit = "48 hours";
  agreement.commitments = {within, commitment("manual", Kind::manual, 1)};
  agreement.goals = {commitment("g1", Kind::count, 10)};
  return agreement;
}

constexpr const char* kRows =
    "L1,,,,2026-01-05,2026-01-05 10:00,2026-01-06 10:00,\n"
    "\"L\"\"2\\é\",,,,2026-02-05,2026-02-05 10:00,2026-02-16 10:00,\n"
    ",,,,2026-02-05,2026-02-05 10:00,2026-02-16 10:00,\n"
    "L3,,,,,,,\n";

std::string sample_text() {
  const World w = world(sample(), std::string(kHeader) + kRows);
  return saved_scorecard(*w.agreement, w.data, score(w, kAsOf).card);
}

TEST(SavedScorecard, HoldsIdsAndVerdictsAndNothingElseOfALead) {
  const std::string text = sample_text();
  EXPECT_NE(text.find("\"L1\":\"m0c\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"L\\\"2\\\\é\":\"f1c\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"L3\":\"oo\""), std::string::npos) << text;
  EXPECT_EQ(text.find("\"\":"), std::string::npos) << "a record without an id";
  EXPECT_EQ(text.find("2026-01-06"), std::string::npos) << "a cell of a lead";
  EXPECT_TRUE(is_saved_scorecard(text));
}

// What was saved once is written the same today, marks too, or every promise
// would look changed. Version 2 gets a file of its own.
TEST(SavedScorecard, Version1IsStillWrittenThatWay) {
  EXPECT_EQ(sample_text(),
            read_file(std::string(LEADPACT_SOURCE_DIR) + "/tests/golden/v1/sample.scorecard.json"));
}

TEST(SavedScorecard, IsReadAsItWasSaved) {
  const auto read = read_saved_scorecard(sample_text());
  ASSERT_TRUE(read.ok()) << read.errors().front().message;
  const scoring::Earlier& earlier = read.value();
  EXPECT_EQ(earlier.agreement, "a1");
  EXPECT_EQ(earlier.title, "Sample");
  EXPECT_EQ(earlier.as_of, calendar::testing::utc(kAsOf));
  ASSERT_EQ(earlier.promises.size(), 3u);
  EXPECT_EQ(earlier.promises[0].mark, mark_of(sample(), sample().commitments[0]));
  const scoring::PeriodScore& february = earlier.promises[0].score.periods[1];
  EXPECT_EQ(february.failed, 2u);
  EXPECT_EQ(february.status, scoring::Status::missed);
  ASSERT_EQ(earlier.leads.size(), 1u);
  const scoring::EarlierLeads& leads = earlier.leads[0];
  EXPECT_EQ(leads.promises, (std::vector<std::string>{"s1", "g1"}));
  EXPECT_EQ(leads.size(), 3u);
  EXPECT_EQ(leads.answer(leads.find("L\"2\\é"), 0), (scoring::Answer{1, scoring::Outcome::failed}));
}

TEST(SavedScorecard, EveryConformanceCaseComesBack) {
  std::size_t leads = 0;
  each_conformance_case([&](const ConformanceCase& each) {
    const std::string text = saved_scorecard(each.agreement, each.data, each.scored.card);
    const auto read = read_saved_scorecard(text);
    ASSERT_TRUE(read.ok()) << read.errors().front().place << ": " << read.errors().front().message;
    for (const scoring::CommitmentScore& score : each.scored.card.commitments) {
      const scoring::EarlierPromise* promise = read.value().find_promise(score.id);
      ASSERT_NE(promise, nullptr);
      ASSERT_EQ(promise->score.periods.size(), score.periods.size());
      for (std::size_t i = 0; i < score.periods.size(); ++i) {
        EXPECT_EQ(promise->score.periods[i].period.start, score.periods[i].period.start);
        EXPECT_EQ(promise->score.periods[i].period.end, score.periods[i].period.end);
        EXPECT_EQ(promise->score.periods[i].value, score.periods[i].value);
        EXPECT_EQ(promise->score.periods[i].left_out, score.periods[i].left_out);
      }
    }
    for (const scoring::EarlierLeads& each_dataset : read.value().leads)
      leads += each_dataset.size();
    // What is written in steps is written at once, too.
    ScorecardReading reading(text);
    std::size_t steps = 0;
    while (reading.step())
      ++steps;
    EXPECT_GT(steps, 5u);
    EXPECT_DOUBLE_EQ(reading.share(), 1);
  });
  EXPECT_GT(leads, 300u);
}

TEST(SavedScorecard, ItsScorecardIsTheOneOfTheJsonFormat) {
  const World w = world(sample(), std::string(kHeader) + kRows);
  const scoring::Scored scored = score(w, kAsOf);
  std::string squeezed, json;
  const auto squeeze = [](const std::string& text, std::string& into) {
    for (const char c : text) {
      if (c != ' ' && c != '\n') into += c;
    }
  };
  squeeze(saved_scorecard(*w.agreement, w.data, scored.card), squeezed);
  squeeze(scorecard_json(scored.card), json);
  EXPECT_NE(squeezed.find("\"scorecard\":" + json), std::string::npos);
}

// ---- Marks -------------------------------------------------------------------------

TEST(Mark, IsAnotherOnceWhatIsMeasuredIs) {
  Agreement agreement = sample();
  agreement::Stage sql, mql;
  sql.id = "sql";
  sql.definition = all_of({{"text", Op::is, {"a"}}});
  mql.id = "mql";
  mql.definition = all_of({{"", Op::meets, {"sql"}}});
  agreement.stages = {mql, sql};
  agreement.commitments[0].measure.where = all_of({{"", Op::meets, {"mql"}}});
  const auto mark = [](const Agreement& of) { return mark_of(of, of.commitments[0]); };
  const std::string before = mark(agreement);
  using Change = std::function<void(Agreement&)>;
  const std::vector<Change> matter = {
      [](Agreement& a) { a.commitments[0].target = 91; },
      [](Agreement& a) { a.commitments[0].measure.limit = "47 hours"; },
      [](Agreement& a) { a.commitments[0].every = calendar::Every::week; },
      [](Agreement& a) { a.stages[1].definition.criteria[0].values = {"b"}; },
      [](Agreement& a) { a.starts_on = "2026-02-01"; },
      [](Agreement& a) {
        a.datasets[0].only = all_of({{"text", Op::is_filled, {}}});
      },
  };
  for (const Change& change : matter) {
    Agreement changed = agreement;
    change(changed);
    EXPECT_NE(mark(changed), before);
  }
  const std::vector<Change> do_not = {
      [](Agreement& a) { a.commitments[0].title = "Other"; },
      [](Agreement& a) { a.commitments[0].weight = 7; },
      [](Agreement& a) { a.stages[0].meaning = "Other"; },
      [](Agreement& a) {
        a.stages.push_back({"new", "New", "", {}});
      },
      [](Agreement& a) { a.datasets[0].fields[0].column = "Record ID"; },
      [](Agreement& a) { a.commitments[1].target = 3; },
      [](Agreement& a) { a.calendars[0].week.pop_back(); },
      [](Agreement& a) {
        a.lead_scoring.rules.push_back({"x", 3, Condition{}});
      },
  };
  for (const Change& change : do_not) {
    Agreement changed = agreement;
    change(changed);
    EXPECT_EQ(mark(changed), before);
  }
}

// ---- What is refused -----------------------------------------------------------------

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

void expect_refused(const std::string& text, const std::string& place, const std::string& part) {
  const auto read = read_saved_scorecard(text);
  ASSERT_FALSE(read.ok()) << part;
  EXPECT_EQ(read.errors().front().place, place) << read.errors().front().message;
  EXPECT_NE(read.errors().front().message.find(part), std::string::npos)
      << read.errors().front().message;
}

TEST(SavedScorecard, IsRefusedWithASentence) {
  const std::string text = sample_text();
  expect_refused("", "line 1", "ends too early");
  expect_refused("[]", "line 1", "A { is expected");
  expect_refused("{}", "format", "There is no “format”");
  expect_refused(replaced(text, "leadpact-scorecard", "leadpact-agreement"), "format",
                 "“leadpact-scorecard” is expected");
  expect_refused(replaced(text, "\"format_version\": 1", "\"format_version\": 2"), "format_version",
                 "newer version");
  expect_refused(replaced(text, kAsOf, "yesterday"), "scorecard.as_of", "no time");
  expect_refused(replaced(text, "\"population\": 1", "\"population\": -1"),
                 "scorecard.commitments[0].periods[0].population", "whole number");
  expect_refused(replaced(text, "\"start\": \"2026-01-01\"", "\"start\": 7"),
                 "scorecard.commitments[0].periods[0].start", "a text is expected");
  expect_refused(replaced(text, "\"status\": \"met\"", "\"status\": \"good\""),
                 "scorecard.commitments[0].periods[0].status", "no status");
  expect_refused(text + "x",
                 "line " + std::to_string(std::count(text.begin(), text.end(), '\n') + 1),
                 "Something follows");
  expect_refused(replaced(text, "\"title\": \"Sample\"", "\"title\": \"Sam\x80\""), "line 4",
                 "no UTF-8");
  expect_refused(replaced(text, "\"title\"", "\"format\""), "line 4", "there twice");
}

TEST(SavedScorecard, LeadsAreRefusedAtTheirLine) {
  const std::string text = sample_text();
  const auto line = [&](const std::string& of) {
    const std::string before = text.substr(0, text.find(of));
    return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
  };
  const std::string at = line("\"L1\":");
  expect_refused(replaced(text, "m0c", "m9c"), at, "are no answers");
  expect_refused(replaced(text, "m0c", "m0ccc"), at, "are no answers");
  expect_refused(replaced(text, "m0c", "hello"), at, "are no answers");
  expect_refused(replaced(text, "\"L3\"", "\"L1\""), line("\"L3\""), "is there twice");
  expect_refused(replaced(text, "\"m0c\",", "\"m0c\""), line("\"L\\\"2"), "A , is expected");
  expect_refused(replaced(text, "\"m0c\"", "5"), at, "text in quotation marks");
  expect_refused(text.substr(0, text.find("\"L3\"") + 2), line("\"L3\""), "ends too early");
  expect_refused(
      replaced(text, "\"g1\"\n      ],\n      \"count\"", "\"zz\"\n      ],\n      \"count\""),
      line("],\n      \"count\""), "no promise “zz”");
  expect_refused(replaced(text, "\"dataset\": \"leads\"", "\"dataset\": \"\""),
                 line("\"answers\": {"), "id of their dataset");
}

TEST(SavedScorecard, HostileTextIsRefusedWithoutMuchMemory) {
  std::string deep = "{\"x\": ";
  deep.append(100'000, '[');
  expect_refused(deep, "line 1", "nested more than 64");
  // The count is a hint that is not believed.
  EXPECT_TRUE(
      read_saved_scorecard(replaced(sample_text(), "\"count\": 4", "\"count\": 1e300")).ok());
}

TEST(SavedScorecard, ManyEntriesMakeRoomForNoMoreThanTheFileHolds) {
  const std::string text = sample_text();
  const std::size_t at = text.find("\"leads\": [") + 10;
  const auto with = [&](int entries) {
    std::string many;
    for (int i = 0; i < entries; ++i) {
      many += R"({"dataset":"d)" + std::to_string(i) + R"(","count":1e9,"answers":{}},)";
    }
    return read_saved_scorecard(text.substr(0, at) + many + text.substr(at));
  };
  EXPECT_TRUE(with(999).ok());
  const auto refused = with(1000);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.errors().front().message.find("more datasets"), std::string::npos);
}

TEST(SavedScorecard, PromisesAndMarksAreThereOnce) {
  const std::string text = sample_text();
  expect_refused(replaced(text, "\"id\": \"manual\"", "\"id\": \"s1\""), "scorecard.commitments",
                 "the id of two promises");
  std::string marks = "\"marks\": [";
  for (int i = 0; i < 5; ++i)
    marks += "{\"promise\": \"s1\", \"mark\": \"\"},";
  expect_refused(replaced(text, "\"marks\": [", marks), "marks.promise", "more marks");
  const auto refused =
      read_saved_scorecard(replaced(text, "\"promises\": [", "\"promises\": [\"s1\", \"s1\","));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.errors().front().message.find("More promises"), std::string::npos);
}

TEST(SavedScorecard, TenYearsOfWeeksComeBack) {
  Agreement agreement = sample();
  agreement.starts_on = "2016-01-01";
  for (int i = 0; i < 40; ++i) {
    Commitment weekly = agreement.commitments[0];
    weekly.id = "w" + std::to_string(i);
    weekly.every = calendar::Every::week;
    agreement.commitments.push_back(weekly);
  }
  const World w = world(agreement, std::string(kHeader) + kRows);
  const std::string text = saved_scorecard(*w.agreement, w.data, score(w, kAsOf).card);
  EXPECT_GT(text.size(), 8u << 20);
  EXPECT_TRUE(read_saved_scorecard(text).ok());
}

TEST(SavedScorecard, AnotherAgreementsIsTold) {
  scoring::Earlier earlier;
  earlier.title = "Old";
  EXPECT_EQ(of_another_agreement(earlier, sample()).message,
            "The scorecard was saved of another agreement, “Old”; one of “Sample” is expected.");
}

TEST(SavedScorecard, IsKnownByItsFirstBytes) {
  EXPECT_TRUE(is_saved_scorecard("\xEF\xBB\xBF { \"format\" : \"leadpact-scorecard\" "));
  EXPECT_FALSE(is_saved_scorecard("{\"format\": \"leadpact-agreement\""));
  EXPECT_FALSE(is_saved_scorecard(""));
  EXPECT_FALSE(is_saved_scorecard("Record ID,Email"));
}

}  // namespace
}  // namespace leadpact::exchange
