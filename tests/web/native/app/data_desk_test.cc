#include "web/app/data_desk.h"

#include <gtest/gtest.h>

#include "core/calendar/zone.h"
#include "core/exchange/document.h"
#include "core/exchange/scorecard_json.h"
#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

class DataDeskTest : public testing::Test {
 protected:
  agreement::Agreement small = samples::agreement();
  DataDesk desk;

  void give(const std::string& name, const std::string& bytes) {
    desk.give(name, bytes, &small);
    desk.score(&small);
  }
};

TEST_F(DataDeskTest, ScoresAtOnceWhenEveryColumnIsThere) {
  give("leads.csv", samples::leads_csv());
  EXPECT_FALSE(desk.question().has_value());
  EXPECT_TRUE(desk.problems().empty());
  ASSERT_NE(desk.scored(), nullptr);
  EXPECT_EQ(desk.scored()->card.datasets[0].rows, 41u);
}

TEST_F(DataDeskTest, GivesTheSameScorecardAsTheCoreByItself) {
  const std::string csv = samples::leads_csv();
  give("leads.csv", csv);
  auto loaded = scoring::load(small, {{"leads", {{"leads.csv", csv}}}});
  ASSERT_TRUE(loaded.ok());
  const auto newest = scoring::newest(small, loaded.value());
  ASSERT_TRUE(newest.has_value());
  const auto scored = scoring::score(small, loaded.value(), *newest);
  ASSERT_TRUE(scored.ok());
  EXPECT_EQ(exchange::scorecard_json(desk.scored()->card),
            exchange::scorecard_json(scored.value().card));
}

class LargeFiles : public DataDeskTest {
 protected:
  const std::string csv = samples::many_leads_csv(100'000);  // 6 MB

  void finish() {
    while (desk.work()) {
    }
  }
};

TEST_F(LargeFiles, AreReadAPieceAtATimeToTheSameScorecard) {
  give("leads.csv", csv);
  EXPECT_TRUE(desk.working());
  EXPECT_TRUE(desk.reading());
  EXPECT_EQ(desk.loaded(), nullptr);
  double before = desk.progress();
  EXPECT_EQ(before, 0);
  while (desk.reading() && desk.work()) {
    const double now = desk.reading() ? desk.progress() : 1;
    EXPECT_GE(now, before);
    before = now;
  }
  finish();
  EXPECT_FALSE(desk.working());
  auto loaded = scoring::load(small, {{"leads", {{"leads.csv", csv}}}});
  ASSERT_TRUE(loaded.ok());
  const auto scored =
      scoring::score(small, loaded.value(), *scoring::newest(small, loaded.value()));
  ASSERT_TRUE(scored.ok());
  ASSERT_NE(desk.scored(), nullptr);
  EXPECT_EQ(exchange::scorecard_json(desk.scored()->card),
            exchange::scorecard_json(scored.value().card));
}

TEST_F(LargeFiles, AreLeftOffAndBegunAgain) {
  give("leads.csv", csv);
  desk.stop();
  EXPECT_FALSE(desk.working());
  EXPECT_TRUE(desk.stopped());
  EXPECT_EQ(desk.files().size(), 1u);
  EXPECT_EQ(desk.scored(), nullptr);
  desk.score_again(small);
  EXPECT_FALSE(desk.stopped());
  finish();
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(LargeFiles, AreScoredByWhatTheAgreementSaysWhenTheyAreRead) {
  give("leads.csv", csv);
  desk.set_as_of("2026-02-15", &small);
  small.commitments[0].title = "Another title";
  desk.agreement_changed(small, true);
  EXPECT_TRUE(desk.reading()) << "what is read stays the same";
  finish();
  ASSERT_NE(desk.scored(), nullptr);
  EXPECT_EQ(desk.scored()->card.as_of, *desk.as_of());
  small.datasets[0].fields[0].column = "Another";
  desk.agreement_changed(small, true);
  EXPECT_FALSE(desk.working());
  EXPECT_EQ(desk.loaded(), nullptr);
}

TEST_F(LargeFiles, AreReadWhileTheTimeZoneIsBeingTyped) {
  give("leads.csv", csv);
  agreement::Agreement half = small;
  half.time_zone = "America/New_";
  desk.agreement_changed(half, false);
  EXPECT_TRUE(desk.reading());
  finish();
  EXPECT_NE(desk.loaded(), nullptr);
  EXPECT_EQ(desk.scored(), nullptr) << "the agreement is invalid";
  EXPECT_EQ(desk.newest(), desk.as_of());
}

TEST_F(DataDeskTest, ANewFileOfANameLeavesNothingOfTheOldOneBeforeItIsRead) {
  give("leads.csv", samples::leads_csv());
  ASSERT_NE(desk.loaded(), nullptr);
  const std::uint64_t loads = desk.loads();
  desk.give("leads.csv", samples::leads_csv(), nullptr);  // its agreement is on its way
  EXPECT_EQ(desk.loaded(), nullptr);
  EXPECT_EQ(desk.scored(), nullptr);
  EXPECT_NE(desk.loads(), loads);
}

TEST_F(LargeFiles, AreForgottenWhileTheyAreScored) {
  give("leads.csv", csv);
  while (desk.reading())
    desk.work();
  desk.clear();
  EXPECT_FALSE(desk.working());
  EXPECT_FALSE(desk.work());
  EXPECT_EQ(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, AsksOnlyForWhatIsMissing) {
  give("leads.csv", samples::renamed_leads_csv());
  EXPECT_EQ(desk.scored(), nullptr);
  ASSERT_TRUE(desk.question().has_value());
  const DataDesk::Question& question = *desk.question();
  ASSERT_EQ(question.choices.size(), 3u);     // Email is there
  EXPECT_EQ(question.choices[0].column, -1);  // "Spalte F" is no name we know
  EXPECT_EQ(question.choices[1].column, 0);
  EXPECT_TRUE(question.choices[1].suggested);
  EXPECT_EQ(question.choices[2].column, 2);
  EXPECT_FALSE(question.answered());
  EXPECT_FALSE(desk.answer_question(small));
  desk.choose_column(0, 3);
  EXPECT_TRUE(desk.question()->answered());
  EXPECT_TRUE(desk.answer_question(small));
  ASSERT_NE(desk.scored(), nullptr);
  EXPECT_EQ(small.datasets[0].fields[3].column, "Spalte F");
  EXPECT_EQ(small.datasets[0].fields[1].column, "Email");
}

TEST_F(DataDeskTest, EveryColumnCanBeChangedLater) {
  give("leads.csv", samples::leads_csv());
  desk.ask_columns(0, small);
  ASSERT_TRUE(desk.question().has_value());
  EXPECT_TRUE(desk.question()->all);
  EXPECT_EQ(desk.question()->choices.size(), 4u);
  EXPECT_TRUE(desk.question()->answered());
  desk.forget_question();
  EXPECT_FALSE(desk.question().has_value());
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, ANewExportOfTheSameNameReplacesTheOldOne) {
  give("leads.csv", samples::leads_csv());
  give("leads.csv", samples::leads_csv());
  EXPECT_EQ(desk.files().size(), 1u);
  give("more.csv", "Record ID,Email,Became an MQL,First contact\n900,x@y.example,2026-02-09,\n");
  EXPECT_EQ(desk.files().size(), 2u);
  EXPECT_EQ(desk.scored()->card.datasets[0].rows, 42u);
}

TEST_F(DataDeskTest, AFileTakenOffCanBePutBack) {
  give("leads.csv", samples::leads_csv());
  desk.remove(0, &small);
  EXPECT_TRUE(desk.files().empty());
  EXPECT_EQ(desk.scored(), nullptr);
  EXPECT_TRUE(desk.put_back(&small));
  EXPECT_NE(desk.scored(), nullptr);
  EXPECT_FALSE(desk.put_back(&small));
}

TEST_F(DataDeskTest, WhatCannotBeReadIsRefusedInASentence) {
  give("leads.xlsx", "PK\x03\x04 a workbook");
  ASSERT_EQ(desk.files().size(), 1u);
  EXPECT_NE(desk.files()[0].refused.find("CSV"), std::string::npos);
  EXPECT_FALSE(desk.has_data());
  give("broken.csv", "Record ID,Email\n1,\"open\n");
  EXPECT_NE(desk.files()[1].refused.find("line 2"), std::string::npos);
  // The good file still counts.
  give("leads.csv", samples::leads_csv());
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, DatesInTheOtherOrderAreSaidAndSwitched) {
  give("leads.csv", samples::day_first_leads_csv());
  EXPECT_EQ(desk.scored(), nullptr);
  ASSERT_FALSE(desk.problems().empty());
  const DataDesk::Problem& problem = desk.problems()[0];
  EXPECT_EQ(problem.remedy, DataDesk::Problem::Remedy::other_date_order);
  EXPECT_EQ(problem.where.compare(0, 16, "leads.csv, line "), 0) << problem.where;
  EXPECT_TRUE(desk.switch_date_order(problem.file, small));
  EXPECT_EQ(small.datasets[0].fields[2].date_order, data::DateOrder::dmy);
  EXPECT_EQ(small.datasets[0].fields[3].date_order, data::DateOrder::dmy);
  EXPECT_TRUE(desk.problems().empty());
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, OneMistakeInSeveralColumnsIsOneProblem) {
  give("leads.csv", samples::day_first_leads_csv());
  ASSERT_EQ(desk.problems().size(), 1u);
  EXPECT_EQ(desk.problems()[0].more_columns, 1u);
}

TEST_F(DataDeskTest, ColumnsThatCouldBeEitherFollowTheOthers) {
  // Only the MQL dates say that the day comes first.
  give("leads.csv",
       "Record ID,Email,Became an MQL,First contact\n"
       "1,a@b.example,25/01/2026,\n"
       "2,a@b.example,02/03/2026,03/03/2026 10:00\n"
       "3,a@b.example,02/04/2026,03/04/2026 10:00\n");
  ASSERT_EQ(desk.problems().size(), 1u);
  EXPECT_TRUE(desk.switch_date_order(0, small));
  EXPECT_EQ(small.datasets[0].fields[2].date_order, data::DateOrder::dmy);
  EXPECT_EQ(small.datasets[0].fields[3].date_order, data::DateOrder::dmy);
  EXPECT_FALSE(desk.date_question().has_value());
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, DatesThatCouldBeEitherAreAskedForOnce) {
  const std::string csv =
      "Record ID,Email,Became an MQL,First contact\n"
      "1,a@b.example,03/03/2026,2026-03-03\n"
      "2,a@b.example,03/04/2026,2026-03-05\n";
  give("leads.csv", csv);
  EXPECT_EQ(desk.scored(), nullptr);
  ASSERT_TRUE(desk.date_question().has_value());
  EXPECT_TRUE(desk.waits_for_a_person());
  const DataDesk::DateQuestion& question = *desk.date_question();
  EXPECT_EQ(question.fields, std::vector<std::size_t>{2});
  EXPECT_EQ(question.cell, "03/04/2026");
  EXPECT_EQ(calendar::format_day(question.month_first), "2026-03-04");
  EXPECT_EQ(calendar::format_day(question.day_first), "2026-04-03");
  EXPECT_FALSE(desk.answer_dates(data::DateOrder::mdy, small));
  EXPECT_FALSE(desk.date_question().has_value());
  EXPECT_NE(desk.scored(), nullptr);
  give("leads.csv", csv);
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, AnotherListBesideAGoodOneIsRefused) {
  give("leads.csv", samples::leads_csv());
  give("notes.csv", "Thing\n1\n");
  ASSERT_EQ(desk.files().size(), 2u);
  EXPECT_EQ(desk.files()[1].refused, "None of its columns has a name the agreement knows: Thing.");
  EXPECT_FALSE(desk.question().has_value());
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, WhatCannotBeReadReplacesNothingOfItsName) {
  give("leads.csv", samples::leads_csv());
  give("leads.csv", "PK\x03\x04 a workbook");
  ASSERT_EQ(desk.files().size(), 2u);
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, AWrongColumnOffersToChangeColumns) {
  std::string csv = "Record ID,Email,Became an MQL,First contact\n";
  for (int i = 0; i < 30; ++i)
    csv += std::to_string(i) + ",a@b.example,no date,\n";
  give("leads.csv", csv);
  ASSERT_EQ(desk.problems().size(), 1u);
  EXPECT_EQ(desk.problems()[0].remedy, DataDesk::Problem::Remedy::change_columns);
}

TEST_F(DataDeskTest, ADatasetIsAskedForWhereSeveralFit) {
  small = exchange::read_json(samples::two_datasets_json()).value().agreement;
  give("unknown.csv", "Some,Thing\n1,2\n");
  EXPECT_TRUE(desk.files()[0].asks);
  EXPECT_FALSE(desk.question().has_value());
  desk.assign(0, 1, &small);
  EXPECT_FALSE(desk.files()[0].asks);
  ASSERT_TRUE(desk.question().has_value());
  EXPECT_EQ(desk.question()->dataset, 1u);
  EXPECT_EQ(desk.question()->choices.size(), 2u);
}

TEST_F(DataDeskTest, FilesWaitForAnAgreement) {
  desk.give("leads.csv", samples::leads_csv(), nullptr);
  desk.score(nullptr);
  EXPECT_EQ(desk.files().size(), 1u);
  EXPECT_FALSE(desk.has_data());
  desk.sort_again(&small);
  EXPECT_NE(desk.scored(), nullptr);
}

TEST_F(DataDeskTest, AsOfIsTheNewestTimeUnlessSet) {
  give("leads.csv", samples::leads_csv());
  EXPECT_EQ(desk.as_of(), desk.newest());
  for (const char* typing : {"2", "2026-02", "2026-02-2", "2026-02-28 ", "2026-02-28 1"}) {
    desk.set_as_of(typing, &small);
    if (std::string(typing) == "2026-02-28 ") continue;  // the day, whole
    EXPECT_EQ(desk.as_of_error(), "") << typing;
    EXPECT_TRUE(desk.as_of_unfinished()) << typing;
  }
  desk.set_as_of("", &small);
  EXPECT_EQ(desk.as_of(), desk.newest());
  for (const char* wrong : {"tomorrow", "1.9.2026", "2026-02-31", "2026-13-01", "9/30/2026"}) {
    desk.set_as_of(wrong, &small);
    EXPECT_NE(desk.as_of_error(), "") << wrong;
    EXPECT_EQ(desk.as_of(), desk.newest()) << wrong;
  }
  desk.set_as_of("2026-02-28", &small);
  EXPECT_EQ(desk.as_of_error(), "");
  EXPECT_EQ(desk.scored()->card.as_of, calendar::parse_instant("2026-03-01T05:00:00Z"));
  desk.set_as_of("28 of February", &small);
  EXPECT_NE(desk.as_of_error(), "");
  EXPECT_EQ(desk.scored()->card.as_of, calendar::parse_instant("2026-03-01T05:00:00Z"));
  desk.set_as_of("", &small);
  EXPECT_EQ(desk.scored()->card.as_of, desk.newest());
}

TEST(ReadAsOf, TakesDaysTimesAndInstants) {
  const calendar::Zone& zone = *calendar::Zone::find("America/New_York");
  const auto at = [](const char* text) { return calendar::parse_instant(text); };
  EXPECT_EQ(read_as_of("2026-09-30", zone), at("2026-10-01T04:00:00Z"));
  EXPECT_EQ(read_as_of(" 2026-09-30 17:00 ", zone), at("2026-09-30T21:00:00Z"));
  EXPECT_EQ(read_as_of("2026-09-30T17:00:00Z", zone), at("2026-09-30T17:00:00Z"));
  // Which of these is the day cannot be known.
  EXPECT_FALSE(read_as_of("3/4/2026", zone));
  EXPECT_FALSE(read_as_of("2026-02-30", zone));
  // Half of a date would be another one.
  EXPECT_FALSE(read_as_of("2026-02-3", zone));
  EXPECT_FALSE(read_as_of("2026-09-30 1", zone));
  EXPECT_FALSE(read_as_of("2026-09-30 17:0", zone));
  EXPECT_FALSE(read_as_of("tomorrow", zone));
}

TEST(PlaceInWords, LinesAreNamed) {
  EXPECT_EQ(place_in_words("leads.csv:5"), "leads.csv, line 5");
  EXPECT_EQ(place_in_words("leads.csv"), "leads.csv");
  EXPECT_EQ(place_in_words("a:b"), "a:b");
}

}  // namespace
}  // namespace leadpact::app
