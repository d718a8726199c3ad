#include "core/calendar/zone.h"
#include "tests/core/cli/tool.h"

namespace leadpact::cli {
namespace {

class Run : public ToolTest {};

TEST_F(Run, HelpTeachesAndEndsWell) {
  const Outcome outcome = run_tool({"--help"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_EQ(outcome.err, "");
  for (const char* word :
       {"score", "check", "new", "Examples:", "Exit status:", "standard error"}) {
    EXPECT_NE(outcome.out.find(word), std::string::npos) << word;
  }
}

TEST_F(Run, EveryCommandHasHelpOfItsOwn) {
  for (const char* command : {"score", "explain", "check", "new"}) {
    const Outcome outcome = run_tool({command, "--help"});
    EXPECT_EQ(outcome.status, kDone) << command;
    EXPECT_EQ(outcome.err, "") << command;
    EXPECT_NE(outcome.out.find(std::string("Usage: leadpact ") + command), std::string::npos);
    EXPECT_NE(outcome.out.find("Example"), std::string::npos) << command;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(line.size(), 100u) << line;
  }
}

TEST_F(Run, HelpListsTheTemplates) {
  const Outcome outcome = run_tool({"new", "--help"});
  EXPECT_NE(outcome.out.find("inbound"), std::string::npos);
  EXPECT_NE(outcome.out.find("blank"), std::string::npos);
}

TEST_F(Run, VersionNamesTheZoneData) {
  const Outcome outcome = run_tool({"--version"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_EQ(outcome.out, "leadpact " LEADPACT_VERSION "\ntime zone data " +
                             std::string(calendar::Zone::release()) + "\n");
}

struct Misuse {
  const char* name;
  std::vector<std::string> arguments;
  const char* says;
};

class WrongUsage : public ToolTest, public testing::WithParamInterface<Misuse> {};

TEST_P(WrongUsage, IsStatusTwoWithASentence) {
  const Outcome outcome = run_tool(GetParam().arguments);
  EXPECT_EQ(outcome.status, kWrongUsage);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find(GetParam().says), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.err.find("leadpact: "), 0u) << outcome.err;
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(
    Cli, WrongUsage,
    testing::Values(
        Misuse{"nothing", {}, "leadpact --help"}, Misuse{"unknown_command", {"scroe"}, "scroe"},
        Misuse{"unknown_option", {"score", "a.json", "--fast"}, "--fast"},
        Misuse{"no_agreement", {"score"}, "leadpact score --help"},
        Misuse{"two_agreements", {"score", "a.json", "b.json"}, "b.json"},
        Misuse{"format",
               {"score", "a.json", "--format", "pdf"},
               "--format: “pdf” is none of: csv, json, text."},
        Misuse{"format_number", {"score", "a.json", "--format", "0"}, "none of"},
        Misuse{"threads", {"score", "a.json", "--threads", "0"}, "--threads"},
        Misuse{"periods", {"score", "a.json", "--periods", "x"}, "--periods"},
        Misuse{"as_of", {"score", "a.json", "--as-of", "2026-04-01"}, "--as-of"},
        Misuse{
            "as_of_without_zone", {"score", "a.json", "--as-of", "2026-04-01T04:00:00"}, "--as-of"},
        Misuse{"data_without_id", {"score", "a.json", "--data", "leads.csv"}, "ID=FILE"},
        Misuse{"data_empty_id", {"score", "a.json", "--data", "=leads.csv"}, "ID=FILE"},
        Misuse{"data_empty_file", {"score", "a.json", "--data", "leads="}, "ID=FILE"},
        Misuse{"two_inputs", {"score", "-", "--data", "leads=-"}, "standard input"},
        Misuse{"breaches_to_output", {"score", "a.json", "--breaches", "-"}, "--breaches"},
        Misuse{"check_nothing", {"check"}, "leadpact check --help"},
        Misuse{"check_two_inputs", {"check", "-", "-"}, "standard input"},
        Misuse{"new_without_template", {"new"}, "--template"},
        Misuse{"new_unknown_template", {"new", "--template", "upward"}, "inbound"},
        Misuse{"new_bad_date",
               {"new", "--template", "blank", "--starts-on", "1.1.2026"},
               "--starts-on"}),
    [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace leadpact::cli
