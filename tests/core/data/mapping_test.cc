#include <gtest/gtest.h>

#include <string>

#include "core/data/table.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

Errors check(const std::string& text, FieldType type, DateOrder order = DateOrder::mdy,
             int id_field = -1) {
  TableSpec spec = testing::make_spec({{"v", type}, {"id", FieldType::text}}, id_field);
  spec.fields[0].key = "value";
  spec.fields[0].date_order = order;
  static std::string kept_alive;  // texts refer to it
  kept_alive = text;
  const auto table = testing::read_text(spec, kept_alive);
  EXPECT_TRUE(table.ok());
  return check_mapping(table.value());
}

std::string lines(int count, const std::string& cell) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += cell + ",x\n";
  return text;
}

TEST(DataMapping, MoreThanHalfOfAtLeastTwenty) {
  const std::string header = "v,id\n";
  EXPECT_TRUE(check(header + lines(10, "5") + lines(10, "many"), FieldType::number).empty());
  EXPECT_TRUE(check(header + lines(19, "many"), FieldType::number).empty());
  EXPECT_TRUE(check(header + lines(19, "many") + lines(30, ""), FieldType::number).empty());
  EXPECT_TRUE(check(header + lines(30, "many"), FieldType::text).empty());
  const Errors errors = check(header + lines(9, "5") + lines(11, "many"), FieldType::number);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, ErrorCode::wrong_mapping);
  EXPECT_EQ(errors[0].place, "leads.csv:11");
  EXPECT_EQ(errors[0].message,
            "\"many\" (field value, column \"v\") and more than half of the filled cells of this "
            "column, 11 of 20, cannot be read; a number like 1,234.50 was expected.");
  EXPECT_EQ(check(header + lines(20, "maybe"), FieldType::boolean).size(), 1u);
  EXPECT_EQ(check(header + lines(20, "soon"), FieldType::timestamp).size(), 1u);
}

TEST(DataMapping, OnlyKeptRecordsCount) {
  std::string text = "v,id\n";
  for (int i = 0; i < 40; ++i)
    text += "many,same\n";
  EXPECT_TRUE(check(text, FieldType::number, DateOrder::mdy, 1).empty());
  EXPECT_EQ(check(text, FieldType::number).size(), 1u);
  // A date of the other order in a duplicate is no evidence.
  EXPECT_TRUE(
      check("v,id\n25/1/2026,a\n2/1/2026,a\n", FieldType::timestamp, DateOrder::mdy, 1).empty());
}

TEST(DataMapping, WhatWasLeftOutDoesNotExplainWhatCannotBeRead) {
  std::string text = "v,id\n";
  for (int i = 0; i < 30; ++i)
    text += "27/1/2026,same\n";
  for (int i = 0; i < 20; ++i)
    text += "garbage,g" + std::to_string(i) + "\n";
  text += lines(10, "2026-01-05");  // one is kept
  text += "2026-01-05,same\n";
  const Errors errors = check(text, FieldType::timestamp, DateOrder::mdy, 1);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, ErrorCode::wrong_mapping);
  EXPECT_EQ(errors[0].message.find("day first"), std::string::npos) << errors[0].message;
}

TEST(DataMapping, DateOrder) {
  const std::string header = "v,id\n";
  const Errors errors = check(header + "2026-01-05,\n02/01/2026,\n25/01/2026 10:00,\n26/01/2026,\n",
                              FieldType::timestamp);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, ErrorCode::wrong_date_order);
  EXPECT_EQ(errors[0].place, "leads.csv:4");
  EXPECT_EQ(errors[0].message,
            "\"25/01/2026 10:00\" (field value, column \"v\") is a date only with the day first, "
            "and so can be every date of this column; dates with the month first were expected.");
  EXPECT_EQ(check(header + "1-25-2026,\n", FieldType::timestamp, DateOrder::dmy).size(), 1u);
  EXPECT_TRUE(check(header + "1-25-2026,\n", FieldType::timestamp).empty());
  // Dates of both orders prove nothing, whatever their times.
  EXPECT_TRUE(check(header + "25/01/2026,\n01/25/2026,\n", FieldType::timestamp).empty());
  EXPECT_TRUE(check(header + "25/01/2026,\n01/25/2026 99:99,\n", FieldType::timestamp).empty());
  // Nor do dates that are none at all, and other forms.
  EXPECT_TRUE(check(header + "31/31/2026,\n", FieldType::timestamp).empty());
  EXPECT_EQ(
      check(header + "31/31/2026,\n25/01/2026,\n1.25.2026,\n45631,\n", FieldType::timestamp).size(),
      1u);
}

TEST(DataMapping, TheOrderExplainsWhatCannotBeRead) {
  const Errors errors = check("v,id\nx,\n" + lines(30, "25/01/2026"), FieldType::timestamp);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, ErrorCode::wrong_date_order);
  EXPECT_EQ(errors[0].place, "leads.csv:3");
  const Errors both_orders =
      check("v,id\nx,\n01/25/2026,\n" + lines(30, "25/01/2026"), FieldType::timestamp);
  ASSERT_EQ(both_orders.size(), 1u);
  EXPECT_EQ(both_orders[0].code, ErrorCode::wrong_date_order);
  EXPECT_NE(both_orders[0].message.find("30 are dates with the day first."), std::string::npos);
  EXPECT_EQ(both_orders[0].place, "leads.csv:2");
}

TEST(DataMapping, LongCellsAreShownShort) {
  const std::string cell =
      "\"" + std::string(58, 'x') + "\xC3\xA9\n" + std::string(5000, 'y') + "\"";
  const Errors errors = check("v,id\n" + lines(20, cell), FieldType::number);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].message.find("\"" + std::string(58, 'x') + "\xC3\xA9...\""), 0u);
}

TEST(DataMapping, OverAllFiles) {
  const TableSpec spec = testing::make_spec({{"v", FieldType::number}});
  const std::string one = "v\n" + std::string("5\n5\n5\n5\n5\n5\n5\n5\n5\n");
  const std::string two = "v\n" + std::string("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n");
  const auto table = read_table(spec, {{"one.csv", one}, {"two.csv", two}});
  ASSERT_TRUE(table.ok());
  const Errors errors = check_mapping(table.value());
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].place, "two.csv:2");
}

TEST(DataMapping, DatesThatNothingDecides) {
  const struct {
    const char* first;  // cells of a month-first field
    const char* second;
    std::vector<int> undecided;
  } cases[] = {
      {"3/4/2026", "2026-03-04", {0}},
      {"3/3/2026", "2026-03-04", {}},  // one day either way
      {"3/4/2026", "3/25/2026", {}},   // the other column says month first
      {"3/4/2026 09:00", "1/2/2026", {0, 1}},
      {"3.4.2026", "4 Mar 2026", {}},  // always day first
      {"", "", {}},
  };
  for (const auto& c : cases) {
    TableSpec spec = testing::make_spec({{"a", FieldType::timestamp}, {"b", FieldType::timestamp}});
    const std::string text = std::string("a,b\n,\n") + c.first + "," + c.second + "\n";
    const auto table = testing::read_text(spec, text);
    ASSERT_TRUE(table.ok());
    const auto found = undecided_dates(table.value());
    std::vector<int> fields;
    for (const UndecidedDates& dates : found)
      fields.push_back(dates.field);
    EXPECT_EQ(fields, c.undecided) << text;
    if (fields.size() == 1) {
      EXPECT_EQ(found[0].cell, c.first);
      EXPECT_EQ(calendar::format_day(found[0].month_first), "2026-03-04");
      EXPECT_EQ(calendar::format_day(found[0].day_first), "2026-04-03");
    }
  }
}

TEST(DataMapping, ADuplicateOfTheOtherOrderMakesTheRestDoubtful) {
  TableSpec spec = testing::make_spec({{"a", FieldType::timestamp}, {"id", FieldType::text}}, 1);
  const std::string text = "a,id\n25/1/2026,x\n2/1/2026,x\n";
  const auto table = testing::read_text(spec, text);
  ASSERT_TRUE(table.ok());
  EXPECT_TRUE(check_mapping(table.value()).empty());
  EXPECT_EQ(undecided_dates(table.value()).size(), 1u);
}

TEST(DataMapping, OneTypoAmongDatesOfTheOtherOrderDoesNotHideThem) {
  const std::string header = "v,id\n";
  const Errors errors =
      check(header + lines(19, "25/01/2026") + lines(1, "01/25/2026"), FieldType::timestamp);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, ErrorCode::wrong_date_order);
  EXPECT_NE(errors[0].message.find("19 are dates with the day first."), std::string::npos);

  TableSpec spec = testing::make_spec({{"v", FieldType::timestamp}, {"id", FieldType::text}}, -1);
  const std::string text = header + lines(2, "25/01/2026") + "01/25/2026,x\n03/04/2026,x\n";
  const auto table = testing::read_text(spec, text);
  ASSERT_TRUE(table.ok());
  EXPECT_TRUE(check_mapping(table.value()).empty());
  const auto undecided = undecided_dates(table.value());
  ASSERT_EQ(undecided.size(), 1u);
  EXPECT_TRUE(undecided[0].contradicted);
  EXPECT_EQ(undecided[0].cell, "03/04/2026");
}

}  // namespace
}  // namespace leadpact::data
