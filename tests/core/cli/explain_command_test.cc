#include "tests/core/cli/tool.h"

namespace leadpact::cli {
namespace {

constexpr const char* kAgreement = R"({
  "format": "leadpact-agreement",
  "format_version": 1,
  "agreement": {
    "id": "a1", "title": "Test", "time_zone": "America/New_York", "starts_on": "2026-01-01",
    "datasets": [
      {"id": "leads", "time_zone": "America/New_York", "id_field": "id", "fields": [
        {"key": "id", "column": "Record ID", "type": "text"},
        {"key": "mql_at", "column": "Became an MQL", "type": "timestamp"},
        {"key": "contacted_at", "column": "First contact", "type": "timestamp"}]}],
    "commitments": [
      {"id": "s1", "team": "sales", "title": "Contact within 2 hours", "target": 90,
       "measure": {"kind": "within", "dataset": "leads", "at": "mql_at", "from": "mql_at",
                   "to": "contacted_at", "limit": "2 hours"}},
      {"id": "s2", "team": "sales", "title": "Contacted at all", "target": 90,
       "measure": {"kind": "share", "dataset": "leads", "at": "mql_at",
                   "of": {"criteria": [{"field": "contacted_at", "op": "is_filled"}]}}},
      {"id": "s3", "team": "sales", "title": "A meeting", "target": 1,
       "measure": {"kind": "checkins"}}]
  }
})";

constexpr const char* kLeads =
    "Record ID,Became an MQL,First contact\n"
    "L1,2026-01-05 10:00,2026-01-05 11:00\n"
    "L2,2026-01-06 10:00,\n";

class ExplainCommand : public ToolTest {
 protected:
  ExplainCommand()
      : agreement_(write("team.sla.json", kAgreement)), leads_(write("leads.csv", kLeads)) {}

  Outcome explain(const std::vector<std::string>& more) const {
    std::vector<std::string> all = {"explain",         agreement_, "--data",
                                    "leads=" + leads_, "--as-of",  "2026-01-06T20:00:00Z"};
    all.insert(all.end(), more.begin(), more.end());
    return run_tool(all);
  }

  std::string agreement_;
  std::string leads_;
};

TEST_F(ExplainCommand, TellsEveryPromiseWithItsWorking) {
  const Outcome outcome = explain({"--lead", "L2"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_EQ(outcome.err, "");
  EXPECT_NE(outcome.out.find("Contact within 2 hours (s1)\n"
                             "  Failed, in the period from 2026-01-01\n"
                             "  Tue 10:00 + 2 h = due Tue 12:00; “First contact” is empty as of "
                             "Tue 15:00: late by 3 h so far.\n"),
            std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("  - “First contact” is filled: is empty\n"), std::string::npos);
  EXPECT_NE(outcome.out.find("line 3; as of Tue 6"), std::string::npos) << outcome.out;
}

TEST_F(ExplainCommand, OneCommitmentAlone) {
  const Outcome outcome = explain({"--lead", " L1 ", "--commitment", "s1"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_NE(outcome.out.find("met with 1 h left."), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.out.find("(s2)"), std::string::npos);
}

TEST_F(ExplainCommand, WhatIsNotThereIsSaid) {
  const Outcome lead = explain({"--lead", "L9"});
  EXPECT_EQ(lead.status, kInputInError);
  EXPECT_EQ(lead.out, "");
  EXPECT_EQ(lead.err, "leadpact: There is no lead “L9” in “leads”, by its column “Record ID”.\n");
  const Outcome promise = explain({"--lead", "L1", "--commitment", "s9"});
  EXPECT_EQ(promise.status, kInputInError);
  EXPECT_EQ(promise.err, "leadpact: The agreement has no commitment or goal “s9”.\n");
  EXPECT_EQ(explain({"--lead", "L1", "--commitment", "s3"}).err,
            "leadpact: “s3” counts entries of the agreement, not leads.\n");
  EXPECT_EQ(explain({}).status, kWrongUsage);
  EXPECT_EQ(run_tool({"explain", agreement_, "--lead", "L1"}).status, kWrongUsage);
  EXPECT_EQ(run_tool({"explain", agreement_, "--lead", "L1", "--data", "leads"}).status,
            kWrongUsage);
}

}  // namespace
}  // namespace leadpact::cli
