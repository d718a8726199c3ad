#include "web/app/mapping.h"

#include <gtest/gtest.h>

#include "core/data/field.h"
#include "core/exchange/document.h"
#include "tests/web/native/app/samples.h"
#include "web/app/file_head.h"

namespace leadpact::app {
namespace {

using data::FieldType;

data::Field field(const char* key, const char* column, FieldType type) {
  data::Field field;
  field.key = key;
  field.column = column;
  field.type = type;
  return field;
}

struct Suggestion {
  const char* wanted;
  FieldType type;
  const char* column;
  const char* cell;
  bool suggested;
};

class Suggests : public testing::TestWithParam<Suggestion> {};

TEST_P(Suggests, AsPeopleWould) {
  const Suggestion& param = GetParam();
  agreement::Dataset dataset;
  dataset.fields = {field("k", param.wanted, param.type)};
  FileHead head;
  head.header = {param.column};
  head.rows = {{param.cell}};
  const auto matches = match_columns(dataset, head);
  EXPECT_EQ(matches[0].column, param.suggested ? 0 : -1);
  EXPECT_EQ(matches[0].suggested, param.suggested);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Suggests,
    testing::Values(
        Suggestion{"Became an MQL", FieldType::timestamp, "Became a Marketing Qualified Lead Date",
                   "2026-03-01 09:00", true},
        Suggestion{"Create Date", FieldType::timestamp, "Created Time", "2026-03-01", true},
        Suggestion{"Create Date", FieldType::timestamp, "CreatedDate", "2026-03-01", true},
        Suggestion{"Create Date", FieldType::timestamp, "Deal - Deal created", "2026-03-01", true},
        Suggestion{"Amount", FieldType::number, "Deal - Value", "1,200", true},
        Suggestion{"First contact", FieldType::timestamp, "Date of first engagement", "45631",
                   true},
        Suggestion{"First contact", FieldType::timestamp, "FirstCallDateTime", "2026-03-01 10:00",
                   true},
        Suggestion{"E-mail", FieldType::text, "email", "a@b.example", true},
        Suggestion{"Owner", FieldType::text, "Lead Owner", "Ada", true},
        Suggestion{"Record ID", FieldType::text, "Lead ID", "17", true},
        Suggestion{"First contact", FieldType::timestamp, "Date of first outreach", "2026-03-01",
                   true},
        Suggestion{"First contact", FieldType::timestamp, "Erster Kontakt", "1.3.2026 9:05", true},
        Suggestion{"First contact", FieldType::timestamp, "Premier contact", "01/03/2026", true},
        Suggestion{"First contact", FieldType::timestamp, "Primer contacto", "01/03/2026", true},
        // The name fits, what is in it does not.
        Suggestion{"Create Date", FieldType::timestamp, "Created by", "Ada Park", false},
        Suggestion{"Create Date", FieldType::timestamp, "Created Time", "yes", false},
        Suggestion{"First contact", FieldType::timestamp, "Job Title", "2026-03-01", false}));

TEST(Mapping, ExactNamesComeFirstAndOnce) {
  agreement::Dataset dataset;
  dataset.fields = {field("a", "Create Date", FieldType::timestamp),
                    field("b", " create date", FieldType::timestamp),
                    field("c", "Created", FieldType::timestamp)};
  FileHead head;
  head.header = {"Created Time", "CREATE DATE ", "Create Date"};
  const auto matches = match_columns(dataset, head);
  EXPECT_EQ(matches[0].column, 1);
  EXPECT_FALSE(matches[0].suggested);
  EXPECT_EQ(matches[1].column, 1);
  EXPECT_EQ(matches[2].column, 0);
  EXPECT_TRUE(matches[2].suggested);
}

TEST(Mapping, FieldsHaveNamesForPeople) {
  EXPECT_EQ(field_name(field("mql_at", "x", FieldType::timestamp)), "MQL time");
  EXPECT_EQ(field_name(field("rejection_reason", "x", FieldType::text)), "Rejection reason");
  EXPECT_EQ(field_name(field("id", "x", FieldType::text)), "ID");
  EXPECT_EQ(field_name(field("+", "x", FieldType::text)), "+");
}

TEST(Mapping, TheDatasetWithTheColumnsIsChosen) {
  const agreement::Agreement two =
      exchange::read_json(samples::two_datasets_json()).value().agreement;
  FileHead leads;
  leads.header = {"Record ID", "Email", "Became an MQL", "First contact", "Topic"};
  EXPECT_EQ(choose_dataset(two, leads).dataset, 0);
  EXPECT_FALSE(choose_dataset(two, leads).tie);
  FileHead requests;
  requests.header = {"Asked", "Topic"};
  EXPECT_EQ(choose_dataset(two, requests).dataset, 1);
  FileHead neither;
  neither.header = {"Some", "thing"};
  EXPECT_TRUE(choose_dataset(two, neither).tie);
  // With one dataset there is nothing to ask.
  EXPECT_EQ(choose_dataset(samples::agreement(), neither).dataset, 0);
  EXPECT_FALSE(choose_dataset(samples::agreement(), neither).tie);
}

TEST(FileHead, KindsAreToldByContent) {
  EXPECT_EQ(kind_of("a.scorecard.json", "x"), FileKind::scorecard);
  EXPECT_EQ(kind_of("a.txt", "{\"format\": \"leadpact-scorecard\""), FileKind::scorecard);
  EXPECT_EQ(kind_of("a.sla.json", "x"), FileKind::agreement);
  EXPECT_EQ(kind_of("a.txt", "\xEF\xBB\xBF \n{\"format\":1}"), FileKind::agreement);
  EXPECT_EQ(kind_of("a.xlsx", "PK\x03\x04zip"), FileKind::workbook);
  EXPECT_EQ(kind_of("a.csv", ""), FileKind::empty);
  EXPECT_EQ(kind_of("a.csv", std::string_view("\x89PNG\0\0", 6)), FileKind::not_text);
  EXPECT_EQ(kind_of("a.csv", std::string_view("\xFF\xFE"
                                              "a\0",
                                              4)),
            FileKind::table);
  EXPECT_EQ(kind_of("a.csv", "a,b"), FileKind::table);
  EXPECT_EQ(kind_of("a.ICS", "x"), FileKind::calendar);
  EXPECT_EQ(kind_of("a.txt",
                    "\xEF\xBB\xBF"
                    "begin:vcalendar\n"),
            FileKind::calendar);
  for (const FileKind kind : {FileKind::workbook, FileKind::empty, FileKind::not_text}) {
    EXPECT_FALSE(refusal(kind).empty());
  }
}

TEST(FileHead, TheHeaderIsFoundBelowAReportsTitle) {
  const agreement::Agreement small = samples::agreement();
  const auto head = read_head("report.csv",
                              "Leads by month\nRecord ID;Email;Became an MQL;First contact\n"
                              "1;a@b.example;\"2026-01-05 09:00\";\n",
                              &small);
  ASSERT_TRUE(head.ok());
  EXPECT_EQ(head.value().delimiter, ';');
  EXPECT_EQ(head.value().header.size(), 4u);
  ASSERT_EQ(head.value().rows.size(), 1u);
  EXPECT_EQ(head.value().rows[0][2], "2026-01-05 09:00");
  EXPECT_EQ(examples(head.value(), 1), std::vector<std::string>{"a@b.example"});
}

TEST(FileHead, ASeparatorLineIsNoHeader) {
  const auto head = read_head("x.csv", "sep=;\r\nA;B\r\n1;2\r\n", nullptr);
  ASSERT_TRUE(head.ok());
  EXPECT_EQ(head.value().header, (std::vector<std::string>{"A", "B"}));
}

TEST(FileHead, AQuoteThatNeverClosesIsAnError) {
  const auto head = read_head("x.csv", "A,B\n1,\"2\n", nullptr);
  ASSERT_FALSE(head.ok());
  EXPECT_EQ(head.errors()[0].place, "x.csv:2");
}

// Of a large file only the begin is read for it, but as all of it says.
TEST(FileHead, ALargeFileIsHeadedAsAllOfItSays) {
  const std::string row = std::string(60, 'x') + ";1\r\n";
  const auto file = [&](std::string header, std::string last) {
    std::string bytes = std::move(header) + "\r\n";
    while (bytes.size() < 3u << 20)
      bytes += row;
    return bytes + last + ";2\r\n";
  };
  const auto header_of = [](const std::string& bytes) {
    const auto head = read_head("x.csv", bytes, nullptr);
    return head.ok() ? head.value().header : std::vector<std::string>{head.errors()[0].message};
  };
  const std::vector<std::string> german = {"Größe", "Zahl"}, misread = {"GrÃ¶ÃŸe", "Zahl"};
  EXPECT_EQ(header_of(file("Größe;Zahl", "Ende")), german);
  EXPECT_EQ(header_of(file("Gr\xF6\xDF"
                           "e;Zahl",
                           "Ende")),
            german);
  EXPECT_EQ(header_of(file("Größe;Zahl", "\xFC")), misread);
}

TEST(FileHead, RecordsLargerThanTheBeginOfAFileAreReadWhole) {
  const std::string large(3u << 20, 'x');
  const auto head = read_head("x.csv", "A,B\n\"" + large + "\n\",2\n3,4\n", nullptr);
  ASSERT_TRUE(head.ok());
  ASSERT_EQ(head.value().rows.size(), 2u);
  EXPECT_EQ(head.value().rows[0], (std::vector<std::string>{large, "2"}));
}

}  // namespace
}  // namespace leadpact::app
