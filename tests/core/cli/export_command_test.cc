#include "core/agreement/templates.h"
#include "tests/core/cli/tool.h"

namespace leadpact::cli {
namespace {

class Export : public ToolTest {
 protected:
  std::string inbound() const {
    const std::string file = path("team.sla.json");
    EXPECT_EQ(run_tool({"new", "--template", "inbound", "--output", file, "--force"}).status,
              kDone);
    return file;
  }
};

TEST_F(Export, IsAWholePageUnlessAnotherFormatIsAskedFor) {
  const Outcome outcome = run_tool({"export", inbound()});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out.find("<!DOCTYPE html>"), 0u);
  EXPECT_NE(outcome.out.find("size: A4"), std::string::npos);
  EXPECT_EQ(run_tool({"export", inbound(), "--format", "markdown"}).out.find("# "), 0u);
}

TEST_F(Export, PaperSizeIsTakenOver) {
  for (const char* format : {"html", "poster"}) {
    const Outcome outcome =
        run_tool({"export", inbound(), "--format", format, "--paper", "letter"});
    EXPECT_NE(outcome.out.find("size: letter"), std::string::npos) << format;
  }
}

TEST_F(Export, AFileIsNeverReplacedSilently) {
  const std::string agreement = inbound();
  const std::string file = write("paper.html", "mine");
  EXPECT_EQ(run_tool({"export", agreement, "--output", file}).status, kInputInError);
  EXPECT_EQ(read(file), "mine");
  EXPECT_EQ(run_tool({"export", agreement, "--output", file, "--force"}).status, kDone);
  EXPECT_EQ(read(file).find("<!DOCTYPE html>"), 0u);
}

TEST_F(Export, WhatIsInErrorIsNotWritten) {
  const std::string file = path("out.html");
  const Outcome outcome = run_tool({"export", write("bad.json", "{"), "--output", file});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_NE(outcome.err, "");
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_EQ(run_tool({"export", inbound(), "--format", "pdf"}).status, kWrongUsage);
  EXPECT_EQ(run_tool({"export", inbound(), "--paper", "a5"}).status, kWrongUsage);
}

TEST_F(Export, CheckGivesAdviceWhereItIsAskedFor) {
  const std::string file = path("blank.sla.json");
  run_tool({"new", "--template", "blank", "--output", file});
  EXPECT_EQ(run_tool({"check", file}).out.find("\n  "), std::string::npos);
  const Outcome outcome = run_tool({"check", "--advice", file});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_NE(outcome.out.find("\n  reviews: No review is agreed."), std::string::npos)
      << outcome.out;
}

}  // namespace
}  // namespace leadpact::cli
