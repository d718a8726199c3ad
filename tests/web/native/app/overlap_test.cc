#include "web/app/overlap.h"

#include <gtest/gtest.h>

#include "core/calendar/zone.h"

namespace leadpact::app {
namespace {

agreement::Dataset dataset() {
  agreement::Dataset made;
  made.id = "leads";
  made.name = "CRM leads";
  made.id_field = "id";
  data::Field id;
  id.key = id.column = "id";
  id.type = data::FieldType::text;
  made.fields = {id};
  return made;
}

std::vector<std::string> said(const agreement::Dataset& of, const std::vector<std::string>& files) {
  data::TableSpec spec;
  spec.fields = of.fields;
  spec.id_field = of.id_field.empty() ? -1 : 0;
  spec.zone = calendar::Zone::find("Etc/UTC");
  std::vector<data::FileInput> inputs;
  for (std::size_t i = 0; i < files.size(); ++i)
    inputs.push_back({std::string(1, static_cast<char>('a' + i)) + ".csv", files[i]});
  auto table = data::read_table(spec, inputs);
  EXPECT_TRUE(table.ok());
  Overlap overlap(of, table.value());
  while (!overlap.work(1)) {
  }
  return overlap.sentences();
}

TEST(Overlap, SaysHowManyWereInBoth) {
  EXPECT_EQ(said(dataset(), {"id\n1\n2\n3\n3\n", "id\n2\n3\n4\n"}),
            std::vector<std::string>{"2 of the 3 leads of “b.csv” were in “a.csv”, too; 1 is new. "
                                     "Of those in both the row of “b.csv” counts."});
  EXPECT_EQ(said(dataset(), {"id\n1\n", "id\n2\n"}),
            std::vector<std::string>{"None of the 1 lead of “b.csv” were in “a.csv”, too; 1 is "
                                     "new."});
  EXPECT_EQ(said(dataset(), {"id\n1\n", "id\n2\n", "id\n1\n2\n3\n"})[1],
            "2 of the 3 leads of “c.csv” were in the files before it, too; 1 is new. Of those in "
            "both the row of “c.csv” counts.");
}

TEST(Overlap, NamesTheFirstFileWhereTheFirstRowCounts) {
  agreement::Dataset first = dataset();
  first.keep = data::Keep::first;
  EXPECT_EQ(said(first, {"id\n1\n", "id\n1\n"})[0],
            "1 of the 1 lead of “b.csv” was in “a.csv”, too; 0 are new. Of those in both the row "
            "of “a.csv” counts.");
}

TEST(Overlap, OneFileOrNoIdIsNothingToSay) {
  EXPECT_TRUE(said(dataset(), {"id\n1\n"}).empty());
  agreement::Dataset without = dataset();
  without.id_field.clear();
  EXPECT_TRUE(said(without, {"id\n1\n", "id\n1\n"}).empty());
}

}  // namespace
}  // namespace leadpact::app
