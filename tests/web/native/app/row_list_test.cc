#include "web/app/row_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/web/native/app/samples.h"
#include "web/app/data_desk.h"

namespace leadpact::app {
namespace {

class ManyRows : public testing::Test {
 protected:
  void give(const std::string& more) {
    desk.give("leads.csv", samples::many_leads_csv(250'000) + more, &small);
    desk.score(&small);
    while (desk.work()) {
    }
  }
  [[nodiscard]] RowList list(RowsOf::Kind kind, const char* field = "") const {
    RowsOf of;
    of.kind = kind;
    of.field = field;
    return {*desk.loaded()->tables[0], of};
  }

  agreement::Agreement small = samples::agreement();
  DataDesk desk;
};

TEST_F(ManyRows, AreLookedThroughInSlices) {
  give("900001,a@b.example,tomorrow,\n");
  RowList rows = list(RowsOf::Kind::invalid, "mql_at");
  EXPECT_TRUE(rows.looking());
  EXPECT_TRUE(rows.lines().empty());
  EXPECT_FALSE(rows.has_more());
  int slices = 0;
  while (rows.work())
    ++slices;
  EXPECT_GE(slices, 1);
  ASSERT_EQ(rows.lines().size(), 1u);
  EXPECT_EQ(rows.lines()[0].cell, "tomorrow");
  EXPECT_EQ(rows.lines()[0].place, "leads.csv, line 250,043");
  EXPECT_FALSE(rows.has_more());
  EXPECT_FALSE(rows.cut());
}

TEST_F(ManyRows, ComeAPageAtATimeUpToTheMost) {
  give("");
  RowList rows = list(RowsOf::Kind::kept);
  EXPECT_FALSE(rows.has_work()) << "the first are found at once";
  for (std::size_t shown = RowList::kPage; shown < RowList::kMost; shown += RowList::kPage) {
    EXPECT_EQ(rows.lines().size(), shown);
    EXPECT_TRUE(rows.has_more());
    EXPECT_FALSE(rows.cut());
    rows.show_more();
  }
  EXPECT_EQ(rows.lines().size(), RowList::kMost);
  EXPECT_FALSE(rows.has_more());
  EXPECT_TRUE(rows.cut());
}

TEST_F(ManyRows, AreWrittenInSlices) {
  std::string more;
  for (int i = 0; i < 3'000; ++i)
    more += std::to_string(900'000 + i) + ",=1+2,tomorrow,\n";
  give(more);
  RowList rows = list(RowsOf::Kind::invalid, "mql_at");
  while (rows.work()) {
  }
  rows.write();
  EXPECT_TRUE(rows.writing());
  EXPECT_FALSE(rows.take_written());
  int slices = 0;
  while (rows.work())
    ++slices;
  EXPECT_GE(slices, 3);
  const auto text = rows.take_written();
  ASSERT_TRUE(text);
  EXPECT_FALSE(rows.take_written());
  EXPECT_EQ(std::count(text->begin(), text->end(), '\n'), 3'001);
  EXPECT_NE(text->find("leads.csv,250043,tomorrow,900000,'=1+2,tomorrow,\r\n"), std::string::npos)
      << text->substr(0, 300);
}

TEST_F(ManyRows, AreWrittenUpToTheMost) {
  std::string more;
  for (std::size_t i = 0; i < RowList::kMostSaved + 5; ++i)
    more += std::to_string(900'000 + i) + ",a@b.example,tomorrow,\n";
  give(more);
  RowList rows = list(RowsOf::Kind::invalid, "mql_at");
  rows.write();
  while (rows.work()) {
  }
  const auto text = rows.take_written();
  ASSERT_TRUE(text);
  EXPECT_EQ(static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n')),
            RowList::kMostSaved + 1);
}

}  // namespace
}  // namespace leadpact::app
