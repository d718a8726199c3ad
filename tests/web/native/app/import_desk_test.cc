#include "web/app/import_desk.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/web/native/app/samples.h"
#include "web/app/settings.h"

namespace leadpact::app {
namespace {

std::string many_rows(int rows) {
  std::string csv = "Record ID,Email,Became an MQL,First contact\n";
  for (int i = 0; i < rows; ++i)
    csv += std::to_string(i) + ",lead@example.com,2026-02-03T09:00:00Z,2026-02-04T09:00:00Z\n";
  return csv + "N/A,,,\n";
}

class ImportDeskTest : public testing::Test {
 protected:
  agreement::Agreement small = samples::agreement();
  DataDesk desk;
  ImportDesk imports;

  void give(const std::string& name, const std::string& bytes) {
    desk.give(name, bytes, &small);
    desk.score(&small);
    imports.look(&small, true, desk);
  }
};

TEST_F(ImportDeskTest, AFewRowsAreKnownAtOnce) {
  give("leads.csv", many_rows(10));
  EXPECT_FALSE(imports.looking());
  ASSERT_EQ(imports.findings().size(), 1u);
  EXPECT_EQ(imports.findings()[0].finding.key, "nulls:n/a|");
  EXPECT_FALSE(imports.work(&small, true, desk));
}

TEST_F(ImportDeskTest, ManyRowsAreLookedThroughInSlices) {
  give("leads.csv", many_rows(30'000));
  EXPECT_TRUE(imports.looking());
  EXPECT_TRUE(imports.findings().empty());
  double before = imports.share();
  EXPECT_GT(before, 0);
  while (imports.work(&small, true, desk)) {
    EXPECT_GE(imports.share(), before);
    before = imports.share();
  }
  EXPECT_EQ(before, 1);
  EXPECT_EQ(imports.findings().size(), 1u);
}

TEST_F(ImportDeskTest, AFileTakenOffTakesItsFindingsAlong) {
  give("leads.csv", many_rows(10));
  desk.remove(0, &small);
  imports.look(&small, true, desk);
  EXPECT_TRUE(imports.findings().empty());
}

TEST_F(ImportDeskTest, AnotherTypeIsLookedAtAnew) {
  give("leads.csv", many_rows(10));
  EXPECT_EQ(imports.evidence(desk, 0, small.datasets[0].fields[2]), "10 dates");
  small.datasets[0].fields[2].type = data::FieldType::text;
  imports.agreement_changed();
  imports.look(&small, true, desk);
  EXPECT_EQ(imports.evidence(desk, 0, small.datasets[0].fields[2]), "10 cells are filled");
}

TEST_F(ImportDeskTest, FindingsOfTwoFilesNameTheFile) {
  give("a.csv",
       "Record ID,Email,Became an MQL,First "
       "contact\n1,a@b,2026-02-03T09:00:00Z,2026-02-04T09:00:00Z\n");
  give("b.csv",
       "Record ID,Email,Became an MQL,First contact\n2,a@b,3. Mai "
       "2026,\n3,,2026-02-03T09:00:00Z,\n");
  ASSERT_EQ(imports.findings().size(), 1u);
  const ImportDesk::Item& item = imports.findings()[0];
  EXPECT_EQ(item.files[item.finding.cells[0].file], "b.csv");
  EXPECT_EQ(imports.joined(0).size(), 1u);
}

TEST(ImportSettings, WhatIsSettledIsRemembered) {
  Settings settings;
  settings.settled = {"a/leads/zone:Europe/Berlin", "a/leads/nulls:n/a|"};
  EXPECT_EQ(read_settings(write_settings(settings)).settled, settings.settled);
}

}  // namespace
}  // namespace leadpact::app
