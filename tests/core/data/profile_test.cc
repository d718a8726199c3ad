#include "core/data/profile.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace leadpact::data {
namespace {

Field field(const char* column, FieldType type) {
  Field field;
  field.key = field.column = column;
  field.type = type;
  return field;
}

// In slices as small as they can be: where they end must not matter.
FileProfile profile(const std::string& csv, const std::vector<Field>& fields) {
  Profiler profiler(csv, fields);
  while (!profiler.step(1)) {
  }
  EXPECT_EQ(profiler.share(), 1);
  return profiler.profile();
}

ColumnProfile column(const std::vector<const char*>& cells, FieldType type) {
  std::string csv = "Id,Cell,More\n";
  for (const char* cell : cells)
    csv += std::string("1,\"") + cell + "\",x\n";
  return profile(csv, {field("Cell", type)}).columns[0];
}

TEST(Profile, NumbersAreCountedByTheirDecimalMark) {
  const ColumnProfile values =
      column({"12.500", "3", "1.250,75", "0.5", "$1,200.00", "N/A"}, FieldType::number);
  EXPECT_EQ(values.filled, 6u);
  EXPECT_EQ(values.numbers, 5u);
  EXPECT_EQ(values.comma_only, 1u);
  EXPECT_EQ(values.point_only, 2u);
  EXPECT_EQ(values.either_decimal.count, 1u);
  EXPECT_EQ(values.either_decimal.first[0].text, "12.500");
  EXPECT_EQ(values.either_decimal.first[0].line, 2u);
  EXPECT_EQ(values.null_count, 1u);
}

TEST(Profile, WhatIsNoNumberIsToldApart) {
  const ColumnProfile values =
      column({"58.8k", "9 000 Kč", "51-200", "51 – 200", "1000+", "10 to 49", "many", "-5"},
             FieldType::number);
  EXPECT_EQ(values.with_words.count, 2u);
  EXPECT_EQ(values.ranges.count, 4u);
  EXPECT_EQ(values.unreadable.count, 1u);
  EXPECT_EQ(values.numbers, 1u);
}

TEST(Profile, DatesAreCountedByTheirOrder) {
  const ColumnProfile values =
      column({"13/02/2026", "03/04/2026 9:05", "02-28-26", "5/5/2026", "2026-03-01T09:00:00Z",
              "45631", "12. Mai 2026", "3 février 2026", "soon"},
             FieldType::timestamp);
  EXPECT_EQ(values.dates.day_first, 1u);
  EXPECT_EQ(values.dates.month_first, 1u);
  EXPECT_EQ(values.dates.either, 1u);
  EXPECT_EQ(values.stamps, 6u);
  EXPECT_EQ(values.date_only, 4u);
  EXPECT_EQ(values.local_times, 1u);
  EXPECT_EQ(values.serials.count, 1u);
  EXPECT_EQ(values.months.count, 2u);
  EXPECT_EQ(values.unreadable.count, 1u);
}

TEST(Profile, ATimeWithItsZoneIsNotLocal) {
  EXPECT_EQ(
      column({"2026-03-01T09:00:00Z", "2026-03-01 09:00 +0200", "1772355600"}, FieldType::timestamp)
          .local_times,
      0u);
  EXPECT_EQ(column({"2026-03-01T09:00:00Z", "13/2/2026 9:00"}, FieldType::timestamp).local_times,
            1u);
}

TEST(Profile, WordsForNothingAreFoundInEveryType) {
  for (const FieldType type :
       {FieldType::text, FieldType::number, FieldType::timestamp, FieldType::boolean}) {
    const ColumnProfile values = column(
        {"N/A", "n/a", "N/A", "-", "(No value)", "NULL", "Select", "Keine Angabe", "yes 1"}, type);
    EXPECT_EQ(values.null_count, 8u);
    ASSERT_GE(values.nulls.size(), 2u);
    EXPECT_EQ(values.nulls[0], (std::pair<std::string, std::uint64_t>("N/A", 2)));
    EXPECT_EQ(values.nulls[1].first, "n/a");
  }
  EXPECT_EQ(column({"Nathan", "no", "Total", "0", "|"}, FieldType::text).null_count, 0u);
}

const char* const kReport =
    "\"Lead Owner\",\"Lead ID\",\"Created Date\",\"Amount\"\n"
    "\"Ada Park\",\"L1\",\"7/1/2026 9:00 AM\",\"5\"\n"
    "\"Total\",\"L2\",\"7/2/2026 9:00 AM\",\"6\"\n"
    "\"Bo Lind\",\"L3\",\"7/3/2026 9:00 AM\",\"\"\n"
    "\"Total\",\"\",\"\",\"11\"\n"
    "\n"
    "\"Leads of July\"\n"
    "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n"
    "\"Confidential Information - Do Not Distribute\"\n"
    "\"Acme\"\n";

TEST(Profile, TotalsAndFootersAreNoRecords) {
  const FileProfile found =
      profile(kReport, {field("Lead ID", FieldType::text), field("Lead Owner", FieldType::text),
                        field("Created Date", FieldType::timestamp)});
  EXPECT_EQ(found.rows, 3u);  // whose owner is called "Total" is a lead all the same
  EXPECT_EQ(found.odd_count, 5u);
  ASSERT_EQ(found.odd.size(), 5u);
  EXPECT_EQ(found.odd[0].line, 5u);
  EXPECT_EQ(found.odd[0].text, "Total · 11");
  EXPECT_EQ(found.odd[0].field, 1);
  EXPECT_EQ(found.odd[1].first, "Leads of July");
  EXPECT_EQ(found.odd[4].first, "Acme");
  EXPECT_EQ(found.columns[0].filled, 3u);
  EXPECT_EQ(found.odd_columns[0].filled, 0u);
  EXPECT_EQ(found.odd_columns[1].filled, 5u);
  EXPECT_EQ(found.odd_columns[2].readable(FieldType::timestamp), 0u);
}

TEST(Profile, AShortRowAmongRecordsIsOne) {
  const FileProfile found = profile("A,B,C\n1,2,3\nx\n4,5,6\ny\n", {field("A", FieldType::text)});
  EXPECT_EQ(found.rows, 4u);
  EXPECT_EQ(found.odd_count, 0u);
  EXPECT_EQ(found.columns[0].filled, 4u);
}

TEST(Profile, EveryEncodingIsRead) {
  const std::vector<Field> fields = {field("Größe", FieldType::timestamp)};
  const std::string utf8 = "Größe,B\n3. März 2026,x\n";
  EXPECT_EQ(profile(utf8, fields).columns[0].months.count, 1u);
  EXPECT_EQ(profile("Gr\xF6\xDF"
                    "e,B\n3. M\xE4rz 2026,x\n",
                    fields)
                .columns[0]
                .months.count,
            1u);
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("Id,B\nN/A,x\n")) {
    utf16 += c;
    utf16 += '\0';
  }
  EXPECT_EQ(profile(utf16, {field("Id", FieldType::text)}).columns[0].null_count, 1u);
}

TEST(Profile, WhatCannotBeReadIsDoneAtOnce) {
  EXPECT_EQ(profile("A,B\n1,2\n", {field("C", FieldType::text)}).rows, 0u);
  EXPECT_EQ(profile("A,B\n1,2\n3,\"4\n5,6\n", {field("A", FieldType::text)}).rows, 1u);
  EXPECT_EQ(profile("", {field("A", FieldType::text)}).rows, 0u);
}

TEST(Profile, FilesAddUp) {
  const std::vector<Field> fields = {field("A", FieldType::number)};
  FileProfile all;
  all.add(profile("A,B,C\n1,2,3\nTotal,,\nN/A,1,2\n", fields), 0);
  all.add(profile("A,B,C\n\"1,5\",2,3\nN/A,1,2\n12k,1,2\n", fields), 1);
  EXPECT_EQ(all.rows, 5u);
  EXPECT_EQ(all.columns[0].with_words.first[0].file, 1u);
  EXPECT_EQ(all.odd_count, 1u);
  EXPECT_EQ(all.columns[0].comma_only, 1u);
  EXPECT_EQ(all.columns[0].nulls[0].second, 2u);
}

}  // namespace
}  // namespace leadpact::data
