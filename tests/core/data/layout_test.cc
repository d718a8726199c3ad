#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/data/csv.h"

namespace leadpact::data {
namespace {

Result<Layout> find(const std::string& text, const std::vector<std::string>& wanted) {
  std::vector<std::string> keys;
  for (const std::string& name : wanted)
    keys.push_back("key_" + name);
  return find_layout(text, "leads.csv", wanted, keys);
}

TEST(CsvLayout, FindsColumnsTrimmedAndFolded) {
  const auto layout = find(" Record ID\t,\"E\"\"Mail\",\xC3\x89TAT,Extra\nx",
                           {"record id", "E\"MAIL ", "\xC3\xA9tat"});
  ASSERT_TRUE(layout.ok());
  EXPECT_EQ(layout.value().columns, (std::vector<int>{0, 1, 2}));
  EXPECT_EQ(layout.value().header,
            (std::vector<std::string>{"Record ID", "E\"Mail", "\xC3\x89TAT", "Extra"}));
  EXPECT_EQ(layout.value().width, 4u);
  EXPECT_EQ(layout.value().delimiter, ',');
  EXPECT_EQ(layout.value().header_line, 1u);
  EXPECT_EQ(layout.value().data_line, 2u);
}

TEST(CsvLayout, TheFirstOfTwoEqualNames) {
  const auto layout = find("a,b,B,a", {"a", "b", "a"});
  ASSERT_TRUE(layout.ok());
  EXPECT_EQ(layout.value().columns, (std::vector<int>{0, 1, 0}));
}

TEST(CsvLayout, Delimiters) {
  EXPECT_EQ(find("a;b;c\n1;2;3", {"b"}).value().delimiter, ';');
  EXPECT_EQ(find("a\tb\n", {"b", "a"}).value().delimiter, '\t');
  EXPECT_EQ(find("a|b\n", {"a", "b"}).value().delimiter, '|');
  // One with which a header is found, before one that gives more cells.
  EXPECT_EQ(find("a;b;c,d\nx,y\n", {"x"}).value().delimiter, ',');
  // Found with several: the most cells, then the order , ; tab |.
  EXPECT_EQ(find("a,b;c;d\na,x,y,z\n", {}).value().delimiter, ';');
  EXPECT_EQ(find("a,b;c\n", {}).value().delimiter, ',');
  EXPECT_EQ(find("a;b\tc\n", {}).value().delimiter, ';');
  EXPECT_EQ(find("a\n", {"a"}).value().delimiter, ',');
  // Each delimiter may find its header on another line.
  const auto layout = find("a;b\na,b,c\n", {"a", "b"});
  EXPECT_EQ(layout.value().delimiter, ',');
  EXPECT_EQ(layout.value().header_line, 2u);
  // Quotes keep delimiters from counting.
  EXPECT_EQ(find("\"a,x,y,z\";b\n", {"b"}).value().delimiter, ';');
}

TEST(CsvLayout, ASepLineNamesTheDelimiter) {
  for (const char* text : {"sep=;\na;b,c,d\n1;2\n", "sep=;\r\na;b,c,d\r\n1;2",
                           "sep=;\ra;b,c,d\r1;2", "sep=; \t\na;b,c,d\n1;2\n"}) {
    const auto layout = find(text, {"a"});
    ASSERT_TRUE(layout.ok()) << text;
    EXPECT_EQ(layout.value().delimiter, ';') << text;
    EXPECT_EQ(layout.value().header_line, 2u) << text;
    EXPECT_EQ(layout.value().data_line, 3u) << text;
  }
  EXPECT_FALSE(find("sep=;\na,b\n", {"a", "b"}).ok()) << "no other is tried";
  EXPECT_EQ(find("sep=;\na,b\n", {"a", "b"}).errors()[0].place, "leads.csv:2");
  EXPECT_EQ(find("sep=:\na,b\n", {"a"}).value().header_line, 2u) << "a record like any other";
  EXPECT_EQ(find("sep=,", {"a"}).errors()[0].place, "leads.csv");
  EXPECT_EQ(find("sep=,x\na\n", {"a"}).value().header_line, 2u);
}

TEST(CsvLayout, TheHeaderIsAmongTheFirstTwentyRecords) {
  std::string notes;
  for (int i = 0; i < 19; ++i)
    notes += "note\n\n , \n";
  const auto twentieth = find("sep=,\n" + notes + "a,b\n1,2\n", {"a", "b"});
  ASSERT_TRUE(twentieth.ok());
  EXPECT_EQ(twentieth.value().header_line, 59u);
  const auto too_late = find(notes + "note\na,b\n", {"a", "b"});
  ASSERT_FALSE(too_late.ok());
  EXPECT_EQ(too_late.errors()[0].place, "leads.csv:1");
}

TEST(CsvLayout, ErrorsNameWhatIsMissing) {
  const auto missing = find("\n\nRecord ID;Email;Extra\n1;2;3\n", {"Record ID", "Called", "Demo"});
  ASSERT_FALSE(missing.ok());
  ASSERT_EQ(missing.errors().size(), 1u);
  EXPECT_EQ(missing.errors()[0].code, ErrorCode::no_header);
  EXPECT_EQ(missing.errors()[0].place, "leads.csv:3");
  EXPECT_EQ(missing.errors()[0].message,
            "No line of the first 20 has all the columns this agreement reads. Missing from the "
            "first line: Called (field key_Called), Demo (field key_Demo).");
  for (const char* empty : {"", "\n\n", " \t\r\n"}) {
    const auto nothing = find(empty, {"a"});
    ASSERT_FALSE(nothing.ok());
    EXPECT_EQ(nothing.errors()[0].code, ErrorCode::no_header);
    EXPECT_EQ(nothing.errors()[0].place, "leads.csv");
  }
}

TEST(CsvLayout, AQuoteLeftOpenBeforeAnyHeader) {
  const auto in_header = find("a,\"b\n1,2\n", {"a", "b"});
  ASSERT_FALSE(in_header.ok());
  EXPECT_EQ(in_header.errors().size(), 1u);
  EXPECT_EQ(in_header.errors()[0].code, ErrorCode::bad_csv);
  EXPECT_EQ(in_header.errors()[0].place, "leads.csv:1");
  const auto later = find("a,x\n\"1,2\n", {"a", "b"});
  ASSERT_FALSE(later.ok());
  EXPECT_EQ(later.errors()[0].place, "leads.csv:2");
  EXPECT_EQ(later.errors().back().code, ErrorCode::no_header);
  // After the header it is not the header's concern.
  EXPECT_TRUE(find("a,b\n\"1,2\n", {"a", "b"}).ok());
}

TEST(CsvLayout, Windows1252Names) {
  const std::string text = "\xC9tat,b\n1,2\n";
  EXPECT_FALSE(find_layout(text, "f", {"\xC3\xA9tat"}, {"k"}).ok());
  const auto layout = find_layout(text, "f", {"\xC3\xA9tat"}, {"k"}, Encoding::windows1252);
  ASSERT_TRUE(layout.ok());
  EXPECT_EQ(layout.value().header[0], "\xC3\x89tat");
}

TEST(CsvLayout, AMillionColumns) {
  std::string text;
  for (int i = 0; i < 1'200'000; ++i)
    text += "c" + std::to_string(i) + ",";
  text += "last\n";
  const auto layout = find(text, {"last", "c7"});
  ASSERT_TRUE(layout.ok());
  EXPECT_EQ(layout.value().columns, (std::vector<int>{1'200'000, 7}));
  EXPECT_EQ(layout.value().width, 1'200'001u);
  EXPECT_EQ(layout.value().header.size(), kMaxColumns);
}

TEST(CsvLayout, GuessingForThePage) {
  const auto guess = [](const std::string& text) { return guess_layout(text, "leads.csv"); };
  EXPECT_EQ(guess("a;b\n1,5;2\n3,5;4\n").value().delimiter, ';');
  EXPECT_EQ(guess("a;b;c\n1,5;2;3\n").value().header.size(), 3u);
  EXPECT_EQ(guess("a\tb\n").value().delimiter, '\t');
  EXPECT_EQ(guess("a\n").value().delimiter, ',');
  EXPECT_EQ(guess("sep=|\na|b;c;d;e\n").value().delimiter, '|');
  EXPECT_EQ(guess("\n\na,b\n1,2\n").value().header_line, 3u);
  EXPECT_EQ(guess("").errors()[0].place, "leads.csv");
  EXPECT_EQ(guess("a,b\n\"1,2\n").errors()[0].place, "leads.csv:2");
}

}  // namespace
}  // namespace leadpact::data
