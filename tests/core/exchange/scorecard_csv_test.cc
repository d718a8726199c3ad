#include "core/exchange/scorecard_csv.h"

#include <gtest/gtest.h>

#include <string>

#include "core/data/csv.h"
#include "core/data/table.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::exchange {
namespace {

TEST(Sheet, TextsThatBeginLikeAFormulaAreGuarded) {
  for (const char* text : {"=1+1", "+1", "-3 dB", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1",
                           "＋1", "－1", "＠A"}) {
    EXPECT_EQ(guarded(text), "'" + std::string(text));
  }
  for (const char* text : {"", " ", "Ada", "1-1", "a=b", "(empty)", "'=1", "“=1”", "09:00"}) {
    EXPECT_EQ(guarded(text), text);
  }
}

std::string sheet_of(SheetForm form) {
  Sheet sheet(form);
  sheet.text("=1,2");
  sheet.text("two\r\nlines\tand \"more\"");
  sheet.number(-3.5);
  sheet.number(1e21);
  sheet.number({});
  sheet.count(7);
  sheet.count({});
  sheet.end_row();
  return std::move(sheet).take();
}

TEST(Sheet, NumbersStayNumbersAndTextsStayTexts) {
  EXPECT_EQ(sheet_of(SheetForm::csv),
            "\"'=1,2\",\"two\r\nlines\tand \"\"more\"\"\",-3.5,1e+21,,7,\r\n");
  EXPECT_EQ(sheet_of(SheetForm::copied), "'=1,2\ttwo  lines and \"more\"\t-3.5\t1e+21\t\t7\t\n");
}

using scoring::testing::commitment;
using scoring::testing::Kind;

TEST(ScorecardCsv, HasALineForEachPeriod) {
  agreement::Agreement agreement = scoring::testing::small_agreement();
  agreement.commitments = {commitment("c", Kind::count, 2)};
  agreement.commitments[0].title = "=Leads, many";
  agreement.goals = {commitment("g", Kind::sum, 10)};
  agreement.goals[0].title = "Money";
  const auto w =
      scoring::testing::world(agreement, std::string(scoring::testing::kHeader) +
                                             "1,,-5,,2026-01-05,,,\n2,,,,2026-02-01,,,\n");
  const auto scored = scoring::testing::score(w, "2026-02-02T05:00:00Z");
  const std::string csv =
      scorecard_sheet(SheetForm::csv, *w.agreement, scored.card, all_rows(scored.card));
  const std::string first = csv.substr(csv.find("\r\n") + 2);
  EXPECT_EQ(first.substr(0, first.find("\r\n")),
            "\"'=Leads, many\",c,promise,Both teams,2026-01-01,2026-01-31,yes,missed,1,,at_least,2,"
            "50,1,,,,,,,1");
  EXPECT_NE(csv.find("Money,g,shared goal,Both teams,2026-01-01,2026-01-31,yes,missed,-5,,"),
            std::string::npos)
      << csv;
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 5);
  // One period, and rows that are not there.
  const std::string one = scorecard_sheet(SheetForm::copied, *w.agreement, scored.card,
                                          {{false, 0, 1}, {false, 9, {}}, {true, 1, {}}});
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 2);
  EXPECT_NE(one.find("\t2026-02-28\tno\t"), std::string::npos) << one;
}

TEST(ScorecardCsv, ABreakdownHasTheColumnsOfItsKind) {
  scoring::BreakdownGroup group;
  group.name = "@home";
  group.tally.population = 4;
  group.tally.met = 3;
  group.tally.failed = 1;
  group.tally.value = 75;
  EXPECT_EQ(breakdown_sheet(SheetForm::csv, commitment("c", Kind::within, 90), "Owner", "Leads",
                            {&group}),
            "Owner,\"Value, %\",Leads,Met,Failed,Pending,Left out\r\n'@home,75,4,3,1,0,0\r\n");
  EXPECT_EQ(breakdown_sheet(SheetForm::csv, commitment("c", Kind::median_time, 90), "Owner",
                            "Leads", {&group}),
            "Owner,\"Value, hours\",Leads,Left out\r\n'@home,75,4,0\r\n");
}

}  // namespace
}  // namespace leadpact::exchange
