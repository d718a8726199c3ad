// Exports of every kind, from the dropped file to the scorecard, by role and
// name; and those that mean harm.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;
namespace samples = app::samples;

const std::string kHeader = "Record ID,Email,Became an MQL,First contact\n";

app::GivenFile agreement_file() {
  return {"a.sla.json", samples::agreement_json()};
}

std::string rows_of(int from, int to) {
  std::string csv;
  for (int i = from; i < to; ++i) {
    const std::string n = std::to_string(i);
    csv += n + ",a" + n + "@b.example,2026-02-0" + std::to_string(1 + i % 9) + " 09:00,2026-02-1" +
           n.back() + " 10:00\n";
  }
  return csv;
}

// On Data, with the agreement and the file given.
void give(Page& page, std::string bytes, std::string name = "leads.csv") {
  page.give({agreement_file(), {std::move(name), std::move(bytes)}});
  page.go("Data");
}

// Every table row whose text holds this, counted over the outline.
std::size_t lines_with(const Page& page, const std::string& part) {
  std::size_t found = 0;
  const std::string all = page.view.outline();
  for (std::size_t at = all.find(part); at != std::string::npos; at = all.find(part, at + 1))
    ++found;
  return found;
}

TEST(Import, TheCrmIsNamedWithItsEvidence) {
  Page page;
  give(page,
       "Record ID,Email,Became an MQL,First contact,Create Date,Lifecycle Stage\n"
       "1,a@b.example,2026-02-03 09:00,,2026-02-01,Lead\n");
  EXPECT_TRUE(
      page.says("It looks like a HubSpot export: 5 of its 6 columns have the names "
                "HubSpot gives."))
      << page.view.outline();
}

TEST(Import, TheZoneIsAskedOnceAndRemembered) {
  app::FakeStore store;
  {
    Page page(store);
    give(page, kHeader + rows_of(1, 9));
    EXPECT_TRUE(page.has(Role::heading, "Are the times of this export those of New York?"));
    page.go("Scorecard");
    EXPECT_TRUE(page.says("1 question about this data is open")) << page.view.outline();
    page.press("Answer on Data");
    page.press("Yes, New York");
    EXPECT_FALSE(page.says("Are the times of this export"));
    page.go("Scorecard");
    EXPECT_FALSE(page.says("question about this data"));
  }
  Page later(store);
  later.give({{"next.csv", kHeader + rows_of(3, 9)}});
  later.go("Data");
  EXPECT_TRUE(later.says("next.csv"));
  EXPECT_FALSE(later.says("Are the times of this export"));
}

TEST(Import, AnotherZoneIsChosenInTheAgreement) {
  Page page;
  give(page, kHeader + rows_of(1, 9));
  page.press("Choose another zone");
  EXPECT_NE(page.view.find(Role::textbox, "Time zone of the export"), nullptr);
}

TEST(Import, WordsForNothingAreTakenAsEmptyByOnePressAndUndone) {
  Page page;
  give(page, kHeader + rows_of(1, 9) + "50,N/A,N/A,2026-02-03 10:00\n");
  EXPECT_TRUE(page.says("“N/A” seems to mean that a cell is empty"));
  EXPECT_TRUE(page.says("1 cell of “Became an MQL” is no date"));
  page.press("Take them as empty");
  EXPECT_EQ(page.tab.state().agreement()->datasets[0].empty_values,
            std::vector<std::string>{"N/A"});
  EXPECT_FALSE(page.says("seems to mean"));
  EXPECT_FALSE(page.says("is no date"));
  EXPECT_TRUE(page.says("Done: Take them as empty."));
  page.press("Undo");
  EXPECT_TRUE(page.says("“N/A” seems to mean that a cell is empty"));
  page.press("Leave them as they are");
  EXPECT_FALSE(page.says("seems to mean"));
}

TEST(Import, ATotalsRowAndAFooterAreListedAndLeftOut) {
  Page page;
  give(page, kHeader + rows_of(1, 9) +
                 "Total,,,\n\nLeads of February\nConfidential Information - Do Not Distribute\n");
  EXPECT_TRUE(page.has(Role::heading, "3 rows are no records")) << page.view.outline();
  page.press("3 cells or rows of this");
  EXPECT_TRUE(page.says("leads.csv, line 12"));
  EXPECT_TRUE(page.says("Leads of February"));
  page.press("Leave out rows without “Became an MQL”");
  EXPECT_FALSE(page.says("rows are no records"));
  EXPECT_TRUE(page.says("rows are left out by the agreement"));
}

TEST(Import, EachCountOpensItsRows) {
  Page page;
  give(page, kHeader + rows_of(1, 9) + "3,again@b.example,2026-02-03 10:00,,too,many\n" +
                 "60,<b>soon</b>@b.example,tomorrow,\n");
  page.press("1 row repeats a “Record ID”");
  EXPECT_TRUE(page.says("leads.csv, line 4"));
  EXPECT_TRUE(page.says("3 · a3@b.example"));
  page.press("1 row has more or fewer cells than the header");
  EXPECT_FALSE(page.says("3 · a3@b.example"));  // one list at a time
  EXPECT_TRUE(page.says("6 cells where the header has 4: 3 · again@b.example"));
  page.press("1 cell of “Became an MQL” is no date");
  EXPECT_TRUE(page.says("tomorrow"));
  EXPECT_TRUE(page.says("60 · <b>soon</b>@b.example · tomorrow"));
  page.press("1 cell of “Became an MQL” is no date");
  EXPECT_FALSE(page.says("60 · <b>soon</b>"));
}

TEST(Import, TheRowsBehindACountAreSavedForASpreadsheet) {
  app::FakeStore store;
  Page page(store);
  give(page, kHeader + rows_of(1, 9) + "60,=1+2,tomorrow,\n");
  page.press("1 cell of “Became an MQL” is no date");
  page.press("Save rows as CSV");
  ASSERT_FALSE(store.downloads.empty());
  EXPECT_NE(store.downloads.back().name.find("-rows.csv"), std::string::npos);
  EXPECT_NE(store.downloads.back().bytes.find("File,Line,Cell,The row as written\r\n"
                                              "leads.csv,10,tomorrow,60,'=1+2,tomorrow,\r\n"),
            std::string::npos)
      << store.downloads.back().bytes;
  page.press("1 cell of “Became an MQL” is no date");
  page.press("9 leads count");
  EXPECT_FALSE(page.has(Role::button, "Save rows as CSV")) << "the file itself has them";
}

TEST(Import, FiftyRowsAreShownAndThenFiftyMore) {
  Page page;
  std::string csv = kHeader + rows_of(1, 9);
  for (int i = 0; i < 120; ++i)
    csv += "7,same@b.example,2026-02-03 10:00,\n";
  give(page, csv);
  page.press("120 rows repeat a “Record ID”");
  EXPECT_EQ(lines_with(page, "7 · same@b.example"), 49u);  // and the first of them
  page.press("Show more");
  EXPECT_EQ(lines_with(page, "7 · same@b.example"), 99u);
  page.press("Show more");
  EXPECT_EQ(lines_with(page, "7 · same@b.example"), 119u);
  EXPECT_FALSE(page.has(Role::button, "Show more"));
}

TEST(Import, ThisWeeksAndLastWeeksFileAreOne) {
  Page page;
  page.give({agreement_file(),
             {"last.csv", kHeader + rows_of(1, 7)},
             {"this.csv", kHeader + rows_of(3, 9)}});
  page.go("Data");
  EXPECT_TRUE(page.says("8 leads count")) << page.view.outline();
  EXPECT_TRUE(page.says("4 of the 6 leads of “this.csv” were in “last.csv”, too; 2 are new."));
  page.press("4 rows repeat a “Record ID”");
  EXPECT_EQ(lines_with(page, "last.csv, line"), 8u);  // name and cell of each row
  EXPECT_EQ(lines_with(page, "this.csv, line"), 0u);
}

TEST(Import, AFileOfOtherNamesIsAskedAboutOnce) {
  Page page;
  give(page, "Lead-ID,E-Mail-Adresse,MQL seit,Erster Kontakt\n1,a@b.example,2026-02-03,\n");
  EXPECT_TRUE(page.has(Role::heading, "Which column is which?"));
  page.press("Use these columns");  // all of them known by their meaning
  EXPECT_TRUE(page.has(Role::heading, "Scorecard"));
  page.give({{"next.csv", "Lead-ID,E-Mail-Adresse,MQL seit,Erster Kontakt\n2,,2026-02-04,\n"}});
  EXPECT_FALSE(page.says("Which column is which?"));
  EXPECT_TRUE(page.has(Role::heading, "Scorecard"));
}

TEST(Import, TheColumnsShowWhatAllTheirValuesSay) {
  Page page;
  give(page, kHeader + "1,a@b.example,02/13/2026 09:00,02/14/2026\n2,,02/03/2026 09:00,\n");
  page.press("Columns read from leads.csv");
  EXPECT_TRUE(page.says("2 dates; month first: 1 of 2 values cannot be day first"))
      << page.view.outline();
}

TEST(Import, ItIsLaidOutWithoutFaults) {
  for (const Size& size : kSizes) {
    Page page(size);
    give(page, kHeader + rows_of(1, 9) + "60,N/A,tomorrow,\n3,a,2026-02-03 10:00,\nTotal,,,\n");
    page.press("1 cell of “Became an MQL” is no date");
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

// ---- Files that mean harm ---------------------------------------------------------

TEST(HostileImport, FormulasAndHtmlAreText) {
  Page page;
  give(page, kHeader + "\"=HYPERLINK(\"\"http://x\"\")\",<img src=x onerror=alert(1)>,no,\n" +
                 rows_of(1, 9));
  page.press("1 cell of “Became an MQL” is no date");
  EXPECT_TRUE(page.says("=HYPERLINK(\"http://x\") · <img src=x onerror=alert(1)> · no"));
  EXPECT_EQ(page.faults(), std::vector<std::string>());
}

TEST(HostileImport, TenThousandColumnsAreRead) {
  std::string header = "Record ID,Email,Became an MQL,First contact", row = "1,a@b,soon,";
  for (int i = 0; i < 10'000; ++i) {
    header += ",Column " + std::to_string(i);
    row += ",x";
  }
  Page page;
  give(page, header + "\n" + row + "\n" + row + "\n2,a@b,2026-02-03 09:00,\n");
  EXPECT_TRUE(page.says("2 leads count"));
  page.press("1 cell of “Became an MQL” is no date");
  EXPECT_TRUE(page.says("1 · a@b · soon · x"));
  EXPECT_TRUE(page.says(" · …"));
  EXPECT_EQ(page.faults(), std::vector<std::string>());
}

TEST(HostileImport, AMillionCharactersInACellAreShortened) {
  const std::string vast(1'000'000, 'w');
  Page page;
  give(page, kHeader + vast + "," + vast + "," + vast + ",\n" + rows_of(1, 9));
  page.press("1 cell of “Became an MQL” is no date");
  EXPECT_TRUE(page.says(std::string(60, 'w') + "…"));
  EXPECT_FALSE(page.says(std::string(100, 'w')));
  EXPECT_EQ(page.faults(), std::vector<std::string>());
}

TEST(HostileImport, AMillionCharactersInAHeaderAreNoHarm) {
  Page page;
  give(page, "Record ID,Email,Became an MQL,First contact," + std::string(1'000'000, 'h') +
                 "\n1,a@b,2026-02-03 09:00,,x\n");
  EXPECT_TRUE(page.says("1 lead counts"));
  page.press("Columns read from leads.csv");
  page.press("Change columns");
  EXPECT_TRUE(page.has(Role::heading, "Which column is which?"));
  EXPECT_FALSE(page.says(std::string(100, 'h')));
}

TEST(HostileImport, BrokenEncodingsAreShownAsTheyAreRead) {
  Page page;
  give(page, kHeader + "1,caf\xE9\xC3\x28,M\xE4rz \x81,\n" + rows_of(2, 9));
  page.press("1 cell of “Became an MQL” is no date");
  EXPECT_TRUE(page.says("café")) << page.view.outline();
  EXPECT_TRUE(page.says("März \xEF\xBF\xBD"));
  EXPECT_EQ(page.faults(), std::vector<std::string>());

  std::string utf16 = "\xFF\xFE";
  for (const char c : kHeader + "1,a@b,\x01soon,\n" + rows_of(2, 9)) {
    utf16 += c;
    utf16 += '\0';
  }
  page.give({{"wide.csv", utf16 + "\x3D\xD8"}});  // and half of a character
  page.go("Data");
  EXPECT_TRUE(page.says("wide.csv"));
  EXPECT_EQ(page.faults(), std::vector<std::string>());
}

}  // namespace
}  // namespace leadpact::screens::testing
