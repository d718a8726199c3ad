#include "core/agreement/templates.h"
#include "core/exchange/document.h"
#include "tests/core/cli/tool.h"

namespace leadpact::cli {
namespace {

class New : public ToolTest {};

TEST_F(New, EveryTemplateGivesAValidAgreementOfItsOwn) {
  for (const agreement::Template& each : agreement::templates()) {
    const Outcome outcome = run_tool({"new", "--template", std::string(each.name)});
    EXPECT_EQ(outcome.status, kDone) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    const auto document = exchange::read_json(outcome.out);
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(document.value().agreement.id, "0d9f2b7e-1111-4222-8333-abcdefabcdef");
    EXPECT_EQ(document.value().agreement.starts_on, "2026-03-01");
  }
}

TEST_F(New, TitleAndFirstDayCanBeGiven) {
  const Outcome outcome = run_tool(
      {"new", "--template", "blank", "--title", "Größe & \"SLA\"", "--starts-on", "2027-02-03"});
  const auto document = exchange::read_json(outcome.out);
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().agreement.title, "Größe & \"SLA\"");
  EXPECT_EQ(document.value().agreement.starts_on, "2027-02-03");
}

TEST_F(New, ADamagedTitleStillGivesAReadableFile) {
  const Outcome outcome = run_tool({"new", "--template", "blank", "--title", "\xff\xfe"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_TRUE(exchange::read_json(outcome.out).ok());
}

TEST_F(New, AFileIsNeverReplacedSilently) {
  const std::string file = path("team.sla.json");
  EXPECT_EQ(run_tool({"new", "--template", "inbound", "--output", file}).status, kDone);
  const std::string first = read(file);
  EXPECT_TRUE(exchange::read_json(first).ok());

  const Outcome again = run_tool({"new", "--template", "blank", "--output", file});
  EXPECT_EQ(again.status, kInputInError);
  EXPECT_EQ(again.err.find(file + ": "), 0u);
  EXPECT_NE(again.err.find("--force"), std::string::npos);
  EXPECT_EQ(read(file), first);

  EXPECT_EQ(run_tool({"new", "--template", "blank", "--output", file, "--force"}).status, kDone);
  EXPECT_NE(read(file), first);
}

TEST_F(New, AFileThatCannotBeWrittenIsAnError) {
  const Outcome outcome = run_tool({"new", "--template", "blank", "--output", path("no/a.json")});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_NE(outcome.err.find("cannot be written"), std::string::npos);
}

}  // namespace
}  // namespace leadpact::cli
