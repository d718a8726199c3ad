#include "core/data/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/data/csv_oracle.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

using testing::Dice;
using testing::OracleResult;

std::string value_of(const Cell& cell) {
  return cell.plain ? std::string(cell.raw) : unquote(cell.raw);
}

std::vector<std::vector<std::string>> read_all(std::string_view text, char delimiter = ',') {
  std::vector<std::vector<std::string>> records;
  CsvReader reader(text, delimiter);
  std::vector<Cell> cells;
  while (reader.next(cells)) {
    records.emplace_back();
    for (const Cell& cell : cells)
      records.back().push_back(value_of(cell));
  }
  return records;
}

using Records = std::vector<std::vector<std::string>>;

TEST(CsvReader, HeaderTable) {
  EXPECT_EQ(read_all("a, b ,\"c, d\""), (Records{{"a", "b", "c, d"}}));
  EXPECT_EQ(read_all("\"x\"\" y\"z,"), (Records{{"x\" yz", ""}}));
}

TEST(CsvReader, LineEnds) {
  const Records expected = {{"a", "b"}, {"c"}};
  for (const char* text : {"a,b\nc", "a,b\nc\n", "a,b\r\nc\r\n", "a,b\rc\r", "a,b\n\n\nc\n",
                           "\r\n\r\na,b\r\nc", "a,b\r\r\nc"}) {
    EXPECT_EQ(read_all(text), expected) << ::testing::PrintToString(std::string(text));
  }
  EXPECT_EQ(read_all(""), Records{});
  EXPECT_EQ(read_all("\n\r\n\r"), Records{});
}

TEST(CsvReader, Quotes) {
  EXPECT_EQ(read_all("\"\""), (Records{{""}}));
  EXPECT_EQ(read_all("\"\","), (Records{{"", ""}}));
  EXPECT_EQ(read_all(" \t \"a\" \t ,b"), (Records{{"a", "b"}}));
  EXPECT_EQ(read_all("\" a \""), (Records{{"a"}}));
  EXPECT_EQ(read_all("\"\n a\r\n\""), (Records{{"a"}}));
  EXPECT_EQ(read_all("\"a\"b\"c\","), (Records{{"ab\"c\"", ""}}));
  EXPECT_EQ(read_all("\"a\" b , c"), (Records{{"a b", "c"}}));
  EXPECT_EQ(read_all("a\"b,c\"d"), (Records{{"a\"b", "c\"d"}}));
  EXPECT_EQ(read_all("5\" disk,\"3\"\" disk\""), (Records{{"5\" disk", "3\" disk"}}));
  EXPECT_EQ(read_all("\"\"\"\""), (Records{{"\""}}));
  EXPECT_EQ(read_all("\"a\"\"\""), (Records{{"a\""}}));
  EXPECT_EQ(read_all("\"a\rb\"\rc"), (Records{{"a\rb"}, {"c"}}));
}

TEST(CsvReader, ATabThatIsTheDelimiterIsNoBlank) {
  EXPECT_EQ(read_all("a\t\"b\tc\"\t d", '\t'), (Records{{"a", "b\tc", "d"}}));
  EXPECT_EQ(read_all("\t\"b\"", '\t'), (Records{{"", "b"}}));
  EXPECT_EQ(read_all("\t\"b\"", ','), (Records{{"b"}}));
}

TEST(CsvReader, SkipsRecordsOfEmptyUnquotedCells) {
  EXPECT_EQ(read_all(",,\n , \t,\n\"\",,\na,,"), (Records{{"", "", ""}, {"a", "", ""}}));
  EXPECT_EQ(read_all("  \n\t\n"), Records{});
}

TEST(CsvReader, ANulIsACharacter) {
  EXPECT_EQ(read_all(std::string_view("a\0b,\0\n\0", 7)),
            (Records{{std::string("a\0b", 3), std::string("\0", 1)}, {std::string("\0", 1)}}));
}

TEST(CsvReader, LinesAndPositions) {
  const std::string text = "a\n\n\"b\nb\rb\r\nb\",c\r\nd\re";
  CsvReader reader(text, ',', 5);
  std::vector<Cell> cells;
  std::vector<std::pair<std::uint32_t, std::size_t>> found;
  while (reader.next(cells))
    found.emplace_back(reader.record_line(), reader.record_begin());
  EXPECT_EQ(found, (std::vector<std::pair<std::uint32_t, std::size_t>>{
                       {5, 0}, {7, 3}, {11, text.find('d')}, {12, text.find('e')}}));
  EXPECT_EQ(reader.position(), text.size());
}

TEST(CsvReader, AnUnterminatedQuoteNamesItsLine) {
  CsvReader reader("a,b\n\"c\nd\",e\nf,\"g\nh", ',');
  std::vector<Cell> cells;
  EXPECT_TRUE(reader.next(cells));
  EXPECT_TRUE(reader.next(cells));
  EXPECT_FALSE(reader.next(cells));
  EXPECT_EQ(reader.unterminated_line(), 4u);
  EXPECT_FALSE(reader.next(cells));
}

TEST(CsvReader, ACellOfMoreThan16MiBNamesItsLine) {
  const std::string vast(kMaxCell + 1, 'x');
  const std::string text = "a\n\"b\nb\"," + vast + "\n";
  CsvReader reader(text, ',');
  std::vector<Cell> cells;
  EXPECT_TRUE(reader.next(cells));
  EXPECT_FALSE(reader.next(cells));
  EXPECT_EQ(reader.oversized_line(), 3u);
  EXPECT_EQ(reader.unterminated_line(), 0u);
  // An open quote that swallows as much is still an open quote.
  const std::string unclosed = "a,\"" + vast;
  CsvReader open(unclosed, ',');
  EXPECT_FALSE(open.next(cells));
  EXPECT_EQ(open.unterminated_line(), 1u);
  EXPECT_EQ(open.oversized_line(), 0u);
  // The largest that is allowed.
  const std::string largest(kMaxCell, 'x');
  CsvReader full(largest, ',');
  ASSERT_TRUE(full.next(cells));
  EXPECT_EQ(cells[0].raw.size(), kMaxCell);
}

TEST(CsvReader, MillionsOfDelimitersAreCountedNotKept) {
  const std::string text = "a" + std::string(5'000'000, ',') + "\nb";
  CsvReader reader(text, ',');
  std::vector<Cell> cells;
  ASSERT_TRUE(reader.next(cells));
  EXPECT_EQ(reader.cell_count(), 5'000'001u);
  EXPECT_EQ(cells.size(), kMaxColumns);
  ASSERT_TRUE(reader.next(cells));
  EXPECT_EQ(cells.size(), 1u);
}

TEST(CsvReader, AgreesWithReadingOneCharacterAfterAnother) {
  Dice dice(3);
  for (int round = 0; round < 30000; ++round) {
    const char delimiter = ",;\t|"[round % 4];
    std::vector<std::string> pieces = {
        "a",    "\"",       std::string(1, delimiter), " ", "\t", "\n", "\r", "\r\n", ",",
        "\"\"", "\xC3\xA9", std::string(1, '\0')};
    if (dice.chance(2)) {  // more that is well formed
      const std::string d(1, delimiter);
      pieces.insert(pieces.end(), {"abc" + d, "\"x" + d + "y\"" + d, "\n", d, "plain text"});
    }
    const std::string text = testing::random_text(dice, dice.below(120), pieces);
    const OracleResult expected = testing::read_csv_slowly(text, delimiter);
    CsvReader reader(text, delimiter);
    std::vector<Cell> cells;
    std::size_t record = 0;
    while (reader.next(cells)) {
      ASSERT_LT(record, expected.records.size()) << ::testing::PrintToString(text);
      const testing::OracleRecord& want = expected.records[record++];
      std::vector<std::string> values;
      for (const Cell& cell : cells)
        values.push_back(value_of(cell));
      ASSERT_EQ(values, want.cells) << ::testing::PrintToString(text);
      ASSERT_EQ(reader.record_line(), want.line) << ::testing::PrintToString(text);
      ASSERT_EQ(reader.record_begin(), want.begin) << ::testing::PrintToString(text);
    }
    ASSERT_EQ(record, expected.records.size()) << ::testing::PrintToString(text);
    ASSERT_EQ(reader.unterminated_line(), expected.unterminated_line)
        << ::testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace leadpact::data
