// Files made to hurt: each must end in a table or a sentence, soon and small.
#include <gtest/gtest.h>

#include <string>

#include "core/data/table.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

using testing::make_spec;
using testing::place_of_error;
using testing::read_text;

constexpr FieldType kText = FieldType::text;

class Hostile : public ::testing::TestWithParam<int> {};

TEST_P(Hostile, ACellOfAHundredMegabytes) {
  std::string text = "a,b\n1,2\n3,";
  text.append(100'000'000, 'x');
  text += "\n4,5\n";
  EXPECT_EQ(place_of_error(read_text(make_spec({{"a", kText}, {"b", kText}}), text, GetParam())),
            "leads.csv:3");
  // In a column nobody wants it does no harm.
  const auto table = read_text(make_spec({{"a", kText}}), text, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(testing::texts_of(table.value(), 0), (std::vector<std::string>{"1", "3", "4"}));
}

TEST_P(Hostile, AQuotedCellOfMoreThan16MiB) {
  std::string text = "a,b\n1,2\n\"\n\",\"";
  text.append(10'000'000, 'x');
  text += "\"\"\r\n";
  text.append(10'000'000, 'x');
  text += "\"\n4,5\n";
  EXPECT_EQ(place_of_error(read_text(make_spec({{"a", kText}, {"b", kText}}), text, GetParam())),
            "leads.csv:4");
  const auto table = read_text(make_spec({{"a", kText}}), text, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().line(2), 6u);
}

TEST_P(Hostile, AQuoteThatSwallowsTheFile) {
  std::string text = "a,b\n1,2\n\n3,\"4\n";
  while (text.size() < 50'000'000)
    text += "more,lines, of \"\"all\"\" kinds\r\n";
  const auto result = read_text(make_spec({{"a", kText}, {"b", kText}}), text, GetParam());
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.errors().size(), 1u);
  EXPECT_EQ(result.errors()[0].place, "leads.csv:4");
  EXPECT_EQ(result.errors()[0].code, ErrorCode::bad_csv);
}

TEST_P(Hostile, MillionsOfDelimiters) {
  const std::string commas(5'000'000, ',');
  const std::string wide = "a,b\n1,2" + commas + "\n3";
  const auto table = read_text(make_spec({{"a", kText}, {"b", kText}}), wide, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().rows(), 2u);
  EXPECT_TRUE(table.value().ragged(0));
  const std::string blank = "a,b\n" + commas + "\n" + commas + "\n1,2\n";
  const auto skipped = read_text(make_spec({{"a", kText}, {"b", kText}}), blank, GetParam());
  ASSERT_TRUE(skipped.ok());
  EXPECT_EQ(skipped.value().rows(), 1u);
  EXPECT_EQ(skipped.value().line(0), 4u);
  EXPECT_EQ(place_of_error(read_text(make_spec({{"a", kText}}), commas, GetParam())),
            "leads.csv:1");
}

TEST_P(Hostile, AMillionColumns) {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i)
    text += "c" + std::to_string(i) + ",";
  text += "last\n";
  for (int row = 0; row < 3; ++row)
    text += std::string(999'999, ',') + "x,y\n";
  const auto table =
      read_text(make_spec({{"last", kText}, {"c999999", kText}, {"c0", kText}}), text, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(testing::texts_of(table.value(), 0), (std::vector<std::string>{"y", "y", "y"}));
  EXPECT_EQ(testing::texts_of(table.value(), 1), (std::vector<std::string>{"x", "x", "x"}));
  EXPECT_FALSE(table.value().ragged(1));
}

TEST_P(Hostile, NothingButLineEnds) {
  const std::string text =
      "a\n" + std::string(10'000'000, '\n') + std::string(5'000'000, '\r') + "1";
  const auto table = read_text(make_spec({{"a", kText}}), text, GetParam());
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table.value().rows(), 1u);
  EXPECT_EQ(table.value().line(0), 15'000'002u);
}

// Records of all sizes around the 64 KB the fast path looks at.
TEST_P(Hostile, RecordsAroundTheSizeOfAWindow) {
  std::string text = "a,b,c\n";
  std::vector<std::string> expected;
  for (std::size_t size = 65'400; size < 65'700; size += 7) {
    expected.push_back(std::string(size, 'x'));
    text += "\"" + expected.back() + "\",\"\n\",z\r\n";
    text += "y,\"" + std::string(size % 130, 'q') + "\",z\n";
    expected.push_back("y");
  }
  const auto table = read_text(make_spec({{"a", kText}, {"c", kText}}), text, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(testing::texts_of(table.value(), 0), expected);
  for (std::size_t row = 0; row < table.value().rows(); ++row) {
    ASSERT_EQ(table.value().line(row), 2 + row / 2 * 3 + row % 2 * 2);
  }
}

// Short records first, then long ones, and the other way round.
TEST_P(Hostile, RecordsThatChangeTheirSize) {
  std::string text = "a,b\n";
  for (int i = 0; i < 200'000; ++i)
    text += "1,2\n";
  for (int i = 0; i < 2'000; ++i)
    text += std::string(3000, 'x') + ",2\n";
  for (int i = 0; i < 200'000; ++i)
    text += "3,4\n";
  const auto table =
      read_text(make_spec({{"a", kText}, {"b", FieldType::number}}), text, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().rows(), 402'000u);
  EXPECT_EQ(table.value().text(table.value().column(0), 200'000).size(), 3000u);
  EXPECT_EQ(table.value().column(1).numbers[401'999], 4.0);
}

TEST_P(Hostile, IdsThatAreAllTheSameAndLong) {
  std::string text = "a\n";
  const std::string id(10'000, 'i');
  for (int i = 0; i < 2'000; ++i)
    text += id + "\n";
  const auto table = read_text(make_spec({{"a", kText}}, 0), text, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().kept(), std::vector<std::uint32_t>{1'999});
}

// A cell of Windows-1252 within the bound whose text is beyond it.
TEST_P(Hostile, ACellThatGrowsAsItIsDecoded) {
  const std::string vast = "a\nx\n" + std::string(7'000'000, '\x80') + "\n";
  EXPECT_EQ(place_of_error(read_text(make_spec({{"a", kText}}), vast, GetParam())), "leads.csv:3");
  const std::string text = "a\nx\n" + std::string(5'000'000, '\x80') + "\n";
  const auto table = read_text(make_spec({{"a", kText}}), text, GetParam());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().text(table.value().column(0), 1).size(), 15'000'000u);
}

INSTANTIATE_TEST_SUITE_P(Threads, Hostile, ::testing::Values(1, 3));

}  // namespace
}  // namespace leadpact::data
