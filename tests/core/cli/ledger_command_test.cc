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
        {"key": "owner", "column": "Owner", "type": "text"},
        {"key": "decision", "column": "Decision", "type": "text"},
        {"key": "decided", "column": "Decided", "type": "timestamp"},
        {"key": "reason", "column": "Reason", "type": "text"},
        {"key": "answered", "column": "Answered", "type": "timestamp"}]}],
    "rejection": {"reasons": ["No budget"], "review_within": "48 hours"}
  }
})";

constexpr const char* kLeads =
    "Record ID,Owner,Decision,Decided,Reason,Answered\n"
    "L1,Ann,Rejected,2026-01-05 10:00,No budget,2026-01-06 11:00\n"
    "L2,Bo,Rejected,2026-01-05 10:00,=cmd|1,\n"
    "L3,Bo,Accepted,2026-01-06 10:00,,\n";

class LedgerCommand : public ToolTest {
 protected:
  Outcome ledger(const std::vector<std::string>& more) const {
    std::vector<std::string> all = {"ledger",  write("team.sla.json", kAgreement),
                                    "--data",  "leads=" + write("l.csv", kLeads),
                                    "--as-of", "2026-01-10T20:00:00Z"};
    all.insert(all.end(), more.begin(), more.end());
    return run_tool(all);
  }
};

TEST_F(LedgerCommand, TalliesTheRejectedLeads) {
  const Outcome outcome = ledger({"--sample", "1", "--seed", "March"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out,
            "\n"
            "Rejected leads in leads\n"
            "  2 leads were rejected; 1 unanswered, 1 answered late or overdue. A rejected lead is "
            "to be answered\n"
            "  within 48 hours.\n"
            "  No promise says by when a lead is accepted or rejected, so silence cannot be told: "
            "add “Accept or\n"
            "  reject within 1 business day”.\n"
            "  Reason              Leads  Unanswered  Late\n"
            "  No budget               1           0     0\n"
            "  =cmd|1, not agreed      1           1     1\n"
            "\n"
            "  Owner               Leads  Unanswered  Late\n"
            "  Ann                     1           0     0\n"
            "  Bo                      1           1     1\n"
            "\n"
            "  Age                 Leads  Unanswered  Late\n"
            "  Up to 7 days            2           1     1\n"
            "\n"
            "  State               Leads  Unanswered  Late\n"
            "  Returned                1           0     0\n"
            "  Nurtured                0           0     0\n"
            "  Unanswered              1           1     1\n"
            "\n"
            "Sample\n"
            "  1 of 2 leads, seed “March”. The same seed gives the same leads again.\n"
            "  Lead  Reason  Owner  State       Answer   Days ago\n"
            "  L2    =cmd|1  Bo     Unanswered  overdue         5\n");
}

TEST_F(LedgerCommand, WritesTheLeadsForASpreadsheet) {
  const Outcome outcome = ledger({"--format", "csv"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_EQ(outcome.out,
            "Data,Lead,Owner,Rejected,Days ago,Reason,Agreed reason,State,Answered,Answer due,"
            "Answer,File,Line\r\n"
            "leads,L1,Ann,2026-01-05 10:00,5,No budget,yes,Returned,2026-01-06 11:00,"
            "2026-01-07 10:00,in time," +
                path("l.csv") +
                ",2\r\n"
                "leads,L2,Bo,2026-01-05 10:00,5,'=cmd|1,no,Unanswered,,2026-01-07 10:00,overdue," +
                path("l.csv") + ",3\r\n");
}

TEST_F(LedgerCommand, KeepsToAPeriodAndDrawsByIt) {
  const Outcome january = ledger({"--period", "2026-01-31", "--sample", "2"});
  EXPECT_EQ(january.status, kDone) << january.err;
  EXPECT_NE(january.out.find("Rejected in the period from 2026-01-01\n"), std::string::npos);
  EXPECT_NE(january.out.find("2 of 2 leads, seed “a1 2026-01-01”."), std::string::npos)
      << january.out;
  EXPECT_EQ(ledger({"--period", "2026-03-31"}).status, kInputInError) << "later than the data";
  EXPECT_EQ(ledger({"--period", "March"}).status, kWrongUsage);
}

// L4 was handed over with L1 and nobody decided on it within a day; L3 was decided on.
TEST_F(LedgerCommand, ListsTheLeadsNobodyDecidedOn) {
  std::string agreement = kAgreement;
  agreement.insert(agreement.find("\"rejection\""), R"("commitments": [
      {"id": "decide", "team": "sales", "title": "Decide", "target": 90, "every": "month",
       "measure": {"kind": "within", "dataset": "leads", "at": "handed", "from": "handed",
                   "to": "decided", "limit": "24 hours"}}],
    )");
  const std::string field =
      "{\"key\": \"handed\", \"column\": \"Handed over\", "
      "\"type\": \"timestamp\"},\n        ";
  agreement.insert(agreement.find("{\"key\": \"owner\""), field);
  const std::string leads =
      "Record ID,Handed over,Owner,Decision,Decided,Reason,Answered\n"
      "L1,2026-01-05 09:00,Ann,Rejected,2026-01-05 10:00,No budget,\n"
      "L3,2026-01-06 09:00,Bo,Accepted,2026-01-06 10:00,,\n"
      "L4,2026-01-05 09:00,=cmd|1,,,,\n"
      "L5,2026-01-10 14:00,,,,,\n";
  const auto ledger = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all = {"ledger",     write("team.sla.json", agreement),
                                    "--data",     "leads=" + write("l.csv", leads),
                                    "--as-of",    "2026-01-10T20:00:00Z",
                                    "--undecided"};
    all.insert(all.end(), more.begin(), more.end());
    return run_tool(all);
  };
  const Outcome text = ledger({});
  EXPECT_EQ(text.status, kDone) << text.err;
  EXPECT_NE(text.out.find("Undecided leads\n"
                          "  Lead  Owner   Handed over       To be decided by\n"
                          "  L4    =cmd|1  2026-01-05 09:00  2026-01-06 09:00\n"),
            std::string::npos)
      << text.out;
  EXPECT_EQ(text.out.find("L5"), std::string::npos) << "its time is not up";
  const Outcome csv = ledger({"--format", "csv"});
  EXPECT_EQ(csv.out,
            "Data,Lead,Owner,Handed over,To be decided by,File,Line\r\n"
            "leads,L4,'=cmd|1,2026-01-05 09:00,2026-01-06 09:00," +
                path("l.csv") + ",4\r\n");
  EXPECT_EQ(ledger({"--sample", "2"}).status, kWrongUsage);
  EXPECT_EQ(ledger({"--period", "2026-01-31"}).status, kWrongUsage);
}

TEST_F(LedgerCommand, RefusesWhatItCannotDo) {
  EXPECT_EQ(ledger({"--format", "json"}).status, kWrongUsage);
  EXPECT_EQ(ledger({"--sample", "0"}).status, kWrongUsage);
  const Outcome outcome = run_tool({"ledger", write("team.sla.json", kAgreement)});
  EXPECT_EQ(outcome.status, kWrongUsage);
  EXPECT_NE(outcome.err.find("ledger needs the file the leads are in"), std::string::npos);
}

}  // namespace
}  // namespace leadpact::cli
