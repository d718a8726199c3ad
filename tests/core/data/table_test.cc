#include "core/data/table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/calendar/time.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

using namespace std::string_literals;
using testing::make_spec;
using testing::place_of_error;
using testing::read_text;
using testing::texts_of;
using Texts = std::vector<std::string>;

constexpr FieldType kText = FieldType::text;
constexpr FieldType kNumber = FieldType::number;
constexpr FieldType kBoolean = FieldType::boolean;
constexpr FieldType kTimestamp = FieldType::timestamp;

TEST(DataTable, ReadsEveryType) {
  const auto table = read_text(
      make_spec({{"id", kText}, {"n", kNumber}, {"b", kBoolean}, {"t", kTimestamp}}),
      "t,b,n,id\n2026-01-15 09:00,yes,\"1,234.5\", L1 \n2026-01-15,N,,\nsoon,maybe,many,x\n");
  ASSERT_TRUE(table.ok());
  const Table& t = table.value();
  ASSERT_EQ(t.rows(), 3u);
  EXPECT_EQ(texts_of(t, 0), (Texts{"L1", "", "x"}));
  EXPECT_EQ(t.column(1).numbers[0], 1234.5);
  EXPECT_FALSE(has_number(t.column(1).numbers[1]));
  EXPECT_FALSE(is_invalid_number(t.column(1).numbers[1]));
  EXPECT_TRUE(is_invalid_number(t.column(1).numbers[2]));
  EXPECT_EQ(t.column(2).booleans, (std::vector<std::uint8_t>{1, 0, kInvalidBoolean}));
  EXPECT_EQ(calendar::format_instant(t.column(3).stamps[0].instant()), "2026-01-15T14:00:00Z");
  EXPECT_TRUE(t.column(3).stamps[1].date_only());
  EXPECT_TRUE(t.column(3).stamps[2].is_invalid());
  EXPECT_EQ(t.line(2), 4u);
  EXPECT_EQ(t.kept(), (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(t.find_field("b"), 2);
  EXPECT_EQ(t.find_field("c"), -1);
  const TableCounts counts = count(t);
  EXPECT_EQ(counts.rows, 3u);
  EXPECT_EQ(counts.fields[0].filled, 2u);
  EXPECT_EQ(counts.fields[1].filled, 2u);
  EXPECT_EQ(counts.fields[1].invalid, 1u);
  EXPECT_EQ(counts.fields[2].invalid, 1u);
  EXPECT_EQ(counts.fields[3].date_only, 1u);
  EXPECT_EQ(counts.fields[3].invalid, 1u);
}

TEST(DataTable, ColumnsOfAnotherOrderAndTwoFieldsOfOneColumn) {
  TableSpec spec = make_spec({{"a", kText}, {"b", kText}});
  spec.fields.push_back(testing::make_field("again", " A ", kNumber));
  const auto table = read_text(spec, "x,b,y,A,a\n1,2,3,4,5\n");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(texts_of(table.value(), 0), Texts{"4"}) << "of equal names the first";
  EXPECT_EQ(texts_of(table.value(), 1), Texts{"2"});
  EXPECT_EQ(table.value().column(2).numbers[0], 4.0);
}

TEST(DataTable, RaggedRecords) {
  const auto table = read_text(make_spec({{"a", kText}, {"c", kText}}),
                               "a,b,c\n1\n1,2\n1,2,3\n1,2,3,4,5\n,,\n\"1,2,3\"\n");
  ASSERT_TRUE(table.ok());
  const Table& t = table.value();
  ASSERT_EQ(t.rows(), 5u);
  EXPECT_EQ(texts_of(t, 0), (Texts{"1", "1", "1", "1", "1,2,3"}));
  EXPECT_EQ(texts_of(t, 1), (Texts{"", "", "3", "3", ""}));
  std::vector<bool> ragged;
  for (std::size_t row = 0; row < t.rows(); ++row)
    ragged.push_back(t.ragged(row));
  EXPECT_EQ(ragged, (std::vector<bool>{true, true, false, true, true}));
  EXPECT_EQ(count(t).ragged_rows, 4u);
}

TEST(DataTable, QuotingOfEveryKind) {
  const std::string text =
      "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n \"spaced\" , b\n\"tail\" end,5\" disk\n\"two\nlines\",z\n"
      "\"\",\"  \"\n";
  for (const int threads : {1, 3}) {
    const auto table = read_text(make_spec({{"a", kText}, {"b", kText}}), text, threads);
    ASSERT_TRUE(table.ok());
    const Table& t = table.value();
    EXPECT_EQ(texts_of(t, 0), (Texts{"x,y", "spaced", "tail end", "two\nlines", ""}));
    EXPECT_EQ(texts_of(t, 1), (Texts{"say \"hi\"", "b", "5\" disk", "z", ""}));
    EXPECT_EQ(t.line(4), 7u);
    EXPECT_EQ(t.raw_cell(0, 1), "say \"hi\"");
    EXPECT_EQ(t.raw_cell(2, 0), "tail end");
  }
}

TEST(DataTable, EmptyValuesAreTrimmedAndFolded) {
  TableSpec spec = make_spec({{"id", kText}, {"t", kText}, {"n", kNumber}}, 0);
  spec.empty_values = {" N/A ", "-", "(No value)", "K", "\xC3\x89"};
  const auto table = read_text(spec,
                               "id,t,n\nn/a,N/A,-\n\"n/A\",(NO VALUE),N/a\n-,--,--\n"
                               "K,\xE2\x84\xAA,\xC3\xA9\nna,n/a.,5\n");
  ASSERT_TRUE(table.ok());
  const Table& t = table.value();
  EXPECT_EQ(t.kept().size(), 5u) << "an emptied id is no id";
  EXPECT_EQ(texts_of(t, 0), (Texts{"", "", "", "", "na"}));
  EXPECT_EQ(texts_of(t, 1), (Texts{"", "", "--", "", "n/a."}));
  EXPECT_EQ(count(t).fields[2].invalid, 1u);
  EXPECT_EQ(count(t).fields[2].filled, 2u);
  EXPECT_EQ(t.raw_cell(0, 0), "n/a");
}

TEST(DataTable, DuplicatesKeepTheLastOrTheFirst) {
  const std::string one = "id,v\nA,1\nB,2\nA,3\n,4\n,5\n";
  const std::string two = "v,id\n6, B \n7,a\n8,\"A\"\n";
  TableSpec spec = make_spec({{"id", kText}, {"v", kText}}, 0);
  for (const int threads : {1, 4}) {
    ReadOptions options;
    options.threads = threads;
    spec.keep = Keep::last;
    const auto last = read_table(spec, {{"one.csv", one}, {"two.csv", two}}, options);
    ASSERT_TRUE(last.ok());
    EXPECT_EQ(last.value().kept(), (std::vector<std::uint32_t>{3, 4, 5, 6, 7}));
    EXPECT_EQ(count(last.value()).duplicates, 3u);
    EXPECT_EQ(last.value().status(0), RowStatus::duplicate);
    spec.keep = Keep::first;
    const auto first = read_table(spec, {{"one.csv", one}, {"two.csv", two}}, options);
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(first.value().kept(), (std::vector<std::uint32_t>{0, 1, 3, 4, 6}));
    EXPECT_EQ(first.value().file(6), 1u);
    EXPECT_EQ(first.value().line(6), 3u);
    EXPECT_EQ(first.value().file_names(), (Texts{"one.csv", "two.csv"}));
  }
}

TEST(DataTable, IdsAreComparedAsWrittenWhateverTheirType) {
  const auto table = read_text(make_spec({{"id", kNumber}}, 0), "id\n1\n1.0\n1\nx\nx\n1\n");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().kept(), (std::vector<std::uint32_t>{1, 4, 5}));
  EXPECT_EQ(count(table.value()).fields[0].invalid, 1u) << "of kept records";
  EXPECT_EQ(count(table.value()).fields[0].filled, 3u);
}

TEST(DataTable, CountsAreOfKeptRecords) {
  auto table = read_text(make_spec({{"id", kText}, {"n", kNumber}, {"t", kTimestamp}}, 0),
                         "id,n,t\nA,x,2026-01-01\nA,y\nB,z,2026-01-02\nC,1,2026-01-03\n");
  ASSERT_TRUE(table.ok());
  Table t = std::move(table).value();
  t.exclude_where_not({0, 1, 0, 1});
  EXPECT_EQ(t.status(0), RowStatus::duplicate) << "duplicates first, then excluded";
  EXPECT_EQ(t.status(2), RowStatus::excluded);
  EXPECT_EQ(t.kept(), (std::vector<std::uint32_t>{1, 3}));
  const TableCounts counts = count(t);
  EXPECT_EQ(counts.rows, 4u);
  EXPECT_EQ(counts.duplicates, 1u);
  EXPECT_EQ(counts.excluded, 1u);
  EXPECT_EQ(counts.ragged_rows, 1u);
  EXPECT_EQ(counts.fields[1].invalid, 1u);
  EXPECT_EQ(counts.fields[1].filled, 2u);
  EXPECT_EQ(counts.fields[2].date_only, 1u);
}

TEST(DataTable, Encodings) {
  const std::string utf8 = "id,n\n\xC3\xA9t\xC3\xA9,5 \xE2\x82\xAC\n\"\xC3\xA9 \"\"x\"\"\",1\n";
  const std::string latin = "id,n\n\xE9t\xE9,5 \x80\n\"\xE9 \"\"x\"\"\",1\n";
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char16_t c :
       std::u16string(u"id,n\n\u00e9t\u00e9,5 \u20ac\n\"\u00e9 \"\"x\"\"\",1\n")) {
    little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  }
  for (const std::string& bytes :
       {utf8, "\xEF\xBB\xBF" + utf8, latin, "\xEF\xBB\xBF" + latin, little, big, little + "x"}) {
    for (const int threads : {1, 2}) {
      const auto table = read_text(make_spec({{"id", kText}, {"n", kNumber}}, 0), bytes, threads);
      ASSERT_TRUE(table.ok()) << ::testing::PrintToString(bytes);
      const Table& t = table.value();
      EXPECT_EQ(texts_of(t, 0), (Texts{"\xC3\xA9t\xC3\xA9", "\xC3\xA9 \"x\""}));
      EXPECT_EQ(t.column(1).numbers, (std::vector<double>{5, 1}));
      EXPECT_EQ(t.raw_cell(0, 1), "5 \xE2\x82\xAC");
      EXPECT_EQ(t.raw_cell(1, 0), "\xC3\xA9 \"x\"");
    }
  }
}

// That a file is no UTF-8 may show only after much of it was read as such.
TEST(DataTable, ALateByteMakesAllOfTheFileWindows1252) {
  std::string text = "id,caf\xC3\xA9\n";
  while (text.size() < 3'000'000)
    text += "L" + std::to_string(text.size()) + ",\xC3\xA9\n";
  const std::string first = "id,caf\xC3\xA9\nA,1\nB,\xC3\xA9\n";
  const std::string late = text + "end,\xE9\n";
  for (const int threads : {1, 2}) {
    ReadOptions options;
    options.threads = threads;
    const auto good = read_table(make_spec({{"id", kText}, {"caf\xC3\xA9", kText}}, 0),
                                 {{"a", first}, {"b", text}}, options);
    ASSERT_TRUE(good.ok());
    EXPECT_EQ(good.value().text(good.value().column(1), 2), "\xC3\xA9");
    // The name of the column reads otherwise then.
    const auto changed = read_table(make_spec({{"id", kText}, {"caf\xC3\xA9", kText}}, 0),
                                    {{"a", first}, {"b", late}}, options);
    EXPECT_EQ(place_of_error(changed), "b:1");
    TableSpec spec = make_spec({{"id", kText}}, 0);
    spec.fields.push_back(testing::make_field("v", "caf\xC3\x83\xC2\xA9", kText));
    const auto table = read_table(spec, {{"b", late}}, options);
    ASSERT_TRUE(table.ok());
    const Table& t = table.value();
    EXPECT_EQ(t.text(t.column(1), 0), "\xC3\x83\xC2\xA9");
    EXPECT_EQ(t.text(t.column(1), t.rows() - 1), "\xC3\xA9");
    EXPECT_EQ(count(t).fields[0].filled, t.rows());
    EXPECT_EQ(count(t).fields[1].filled, t.rows());
  }
}

TEST(DataTable, NulsAreCharacters) {
  const std::string text = "a,n\na\0b,1\n\0,2\0\n"s;
  const auto table = read_text(make_spec({{"a", kText}, {"n", kNumber}}), text);
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(texts_of(table.value(), 0), (Texts{"a\0b"s, "\0"s}));
  EXPECT_EQ(count(table.value()).fields[1].invalid, 1u);
}

TEST(DataTable, NoRecordsAreNoError) {
  for (const char* text : {"a,b", "a,b\n", "a,b\r\n\r\n,\n", "sep=,\na,b"}) {
    for (const int threads : {1, 2}) {
      const auto table = read_text(make_spec({{"a", kText}}, 0), text, threads);
      ASSERT_TRUE(table.ok()) << text;
      EXPECT_EQ(table.value().rows(), 0u);
      EXPECT_TRUE(table.value().kept().empty());
      EXPECT_EQ(count(table.value()).rows, 0u);
      EXPECT_TRUE(check_mapping(table.value()).empty());
    }
  }
  const auto none = read_table(make_spec({{"a", kText}}), {});
  ASSERT_TRUE(none.ok());
  EXPECT_EQ(none.value().rows(), 0u);
}

TEST(DataTable, ErrorsOfAllFiles) {
  TableSpec spec = make_spec({{"a", kText}, {"b", kText}});
  const std::vector<FileInput> files = {{"good.csv", "a,b\n1,2\n"},
                                        {"open.csv", "a,b\n1,2\n\n3,\"4\n5,6\n"},
                                        {"empty.csv", ""},
                                        {"other.csv", "\na;c\n"},
                                        {"late.csv", "x\na,b\n1,2\n\"\n"}};
  for (const int threads : {1, 2}) {
    ReadOptions options;
    options.threads = threads;
    const auto table = read_table(spec, files, options);
    ASSERT_FALSE(table.ok());
    std::vector<std::string> places;
    for (const Error& error : table.errors())
      places.push_back(error.place);
    EXPECT_EQ(places, (Texts{"open.csv:4", "empty.csv", "other.csv:2", "late.csv:4"}));
    EXPECT_EQ(table.errors()[0].message,
              "A quotation mark opens on this line and never closes; a closing quotation mark was "
              "expected before the end of the file.");
  }
}

TEST(DataTable, ProgressAndStopping) {
  std::string text = "a,b\n";
  while (text.size() < 20'000'000)
    text += "some text of a row,and another\n";
  for (const int threads : {1, 2}) {
    ReadOptions options;
    options.threads = threads;
    std::vector<std::uint64_t> seen;
    options.progress = [&](std::uint64_t done) {
      seen.push_back(done);
      return true;
    };
    const auto table = read_table(make_spec({{"a", kText}}), {{"f", text}}, options);
    ASSERT_TRUE(table.ok());
    EXPECT_GE(seen.size(), threads == 1 ? 4u : 1u);
    EXPECT_LE(seen.size(), 8u);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_EQ(seen.back(), text.size());
    options.progress = [](std::uint64_t) { return false; };
    const auto stopped = read_table(make_spec({{"a", kText}}), {{"f", text}}, options);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.errors()[0].code, ErrorCode::bad_value);
    EXPECT_EQ(stopped.errors()[0].message, "stopped");
    EXPECT_EQ(stopped.errors()[0].place, "");
  }
}

TEST(DataTable, MovingATable) {
  auto read = read_text(make_spec({{"a", kText}}), "a\n\"x \"\"y\"\"\"\n");
  Table moved = std::move(read).value();
  EXPECT_EQ(texts_of(moved, 0), Texts{"x \"y\""});
  Table again;
  EXPECT_EQ(again.rows(), 0u);
  again = std::move(moved);
  EXPECT_EQ(texts_of(again, 0), Texts{"x \"y\""});
}

}  // namespace
}  // namespace leadpact::data
