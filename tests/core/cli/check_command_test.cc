#include "core/agreement/templates.h"
#include "tests/core/cli/tool.h"

namespace leadpact::cli {
namespace {

class Check : public ToolTest {
 protected:
  const std::string valid_ = std::string(agreement::find_template("inbound")->json);
};

TEST_F(Check, SaysWhatIsValid) {
  const std::string file = write("a.sla.json", valid_);
  const Outcome outcome = run_tool({"check", file});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_EQ(outcome.out, file + ": valid, 18 commitments and 2 goals over 1 dataset\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(run_tool({"check", "-"}, valid_).out,
            "-: valid, 18 commitments and 2 goals over 1 dataset\n");
}

TEST_F(Check, ListsEveryErrorWithItsPlace) {
  std::string text = valid_;
  text.replace(text.find("America/New_York"), 16, "America/New_Yurk");
  const std::string limit = "\"limit\": \"15 business minutes";
  text.replace(text.find(limit), limit.size(), "\"limit\": \"15 business minuets");
  const std::string file = write("a.sla.json", text);
  const Outcome outcome = run_tool({"check", file});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find(file + ": time_zone: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find(file + ": commitments[5].measure.limit: "), std::string::npos);
}

TEST_F(Check, TextThatIsNoJsonNamesTheLine) {
  const std::string file = write("a.sla.json", "{\n  \"format\": \n");
  const Outcome outcome = run_tool({"check", file});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_EQ(outcome.err.find(file + ": line "), 0u) << outcome.err;
}

TEST_F(Check, SeveralFilesAreAllChecked) {
  const std::string bad = write("bad.json", "[]");
  const std::string good = write("good.json", valid_);
  const Outcome outcome = run_tool({"check", bad, path("none.json"), good});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_NE(outcome.err.find(bad + ": "), std::string::npos);
  EXPECT_NE(outcome.err.find(path("none.json") + ": "), std::string::npos);
  EXPECT_EQ(outcome.out.find(good + ": valid"), 0u);
}

TEST_F(Check, WarningsAreShownAndForgiven) {
  std::string text = valid_;
  text.insert(text.find("\"summary\""), "\"sumary\": \"\", ");
  const Outcome outcome = run_tool({"check", write("a.sla.json", text)});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_NE(outcome.err.find("sumary"), std::string::npos);
  EXPECT_NE(outcome.err.find(": warning: "), std::string::npos);
}

}  // namespace
}  // namespace leadpact::cli
