#include <algorithm>

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
        {"key": "contacted_at", "column": "First contact", "type": "timestamp"}]},
      {"id": "calls", "time_zone": "America/New_York", "fields": [
        {"key": "at", "column": "Called", "type": "timestamp"}]}],
    "commitments": [
      {"id": "s1", "team": "sales", "title": "Contact within 2 hours", "target": 90,
       "measure": {"kind": "within", "dataset": "leads", "at": "mql_at", "from": "mql_at",
                   "to": "contacted_at", "limit": "2 hours"}}]
  }
})";

constexpr const char* kLeads =
    "Record ID,Became an MQL,First contact\n"
    "L1,2026-01-05 10:00,2026-01-05 11:00\n"
    "L2,2026-01-06 10:00,2026-01-06 13:00\n"
    "L3,2026-02-03 10:00,\n";

class Score : public ToolTest {
 protected:
  Score() : agreement_(write("team.sla.json", kAgreement)), leads_(write("leads.csv", kLeads)) {}

  Outcome score(std::vector<std::string> more, const std::string& input = "") const {
    more.insert(more.begin(), {"score", agreement_});
    return run_tool(more, input);
  }
  [[nodiscard]] std::string data() const { return "leads=" + leads_; }

  std::string agreement_;
  std::string leads_;
  static constexpr const char* kAsOf = "2026-02-03T16:00:00Z";
};

TEST_F(Score, OutputIsTheScorecardAndNothingElse) {
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf, "--format", "json"});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out.front(), '{');
  EXPECT_EQ(outcome.out.substr(outcome.out.size() - 2), "}\n");
  EXPECT_NE(outcome.out.find("2026-02-03T16:00:00Z"), std::string::npos);
}

TEST_F(Score, AnEmptyWordIsNotTheSameAsNone) {
  for (const char* option : {"--as-of", "--breaches", "--save", "--against", "--disputes"}) {
    const Outcome outcome = score({"--data", data(), option, ""});
    EXPECT_EQ(outcome.status, kWrongUsage) << option;
    EXPECT_EQ(outcome.out, "") << option;
    EXPECT_NE(outcome.err.find(std::string(option) + " is given nothing"), std::string::npos)
        << outcome.err;
  }
}

TEST_F(Score, ADatasetMayHaveAnEqualsSignInItsId) {
  std::string text = kAgreement;
  for (std::size_t at = text.find("\"leads\""); at != std::string::npos;
       at = text.find("\"leads\"", at)) {
    text.replace(at, 7, "\"x=y=z\"");
  }
  const std::string agreement = write("equals.sla.json", text);
  const auto status = [&](const std::string& given) {
    return run_tool({"score", agreement, "--data", given, "--as-of", kAsOf}).status;
  };
  EXPECT_EQ(status("x=y=z=" + leads_), kDone);
  EXPECT_EQ(status("calls=" + write("a=b.csv", "Called\n2026-01-05\n")), kDone);
  EXPECT_EQ(status("x=y=" + leads_), kWrongUsage);
  EXPECT_EQ(status("x=y=z="), kWrongUsage);
}

TEST_F(Score, DatesThatCouldBeReadInTwoWaysAreSaid) {
  const std::string file =
      write("dates.csv", "Record ID,Became an MQL,First contact\nL1,3/4/2026,\n");
  const Outcome outcome = score({"--data", "leads=" + file, "--as-of", kAsOf});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_EQ(outcome.err,
            "leadpact: Every date in the column “Became an MQL” of “leads” could be read in two "
            "ways: “3/4/2026” was read as 2026-03-04, as the agreement's date_order says, not as "
            "2026-04-03.\n");
}

TEST_F(Score, FormatIsJsonUnlessATerminalReads) {
  EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf}).out.front(), '{');
  out_is_terminal_ = true;
  EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf, "--color", "never"}).out.find("Test\n"), 0u);
  EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf, "--format", "json"}).out.front(), '{');
}

TEST_F(Score, CsvHasALineForEachPromiseAndPeriod) {
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf, "--format", "csv"});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_EQ(outcome.out.rfind("Promise,Id,Kind,Team,From,To,Over,Status,Value,", 0), 0u);
  EXPECT_NE(outcome.out.find(",2026-02-01,2026-02-28,no,"), std::string::npos) << outcome.out;
}

TEST_F(Score, AsOfTakesAnyZone) {
  const auto utc = score({"--data", data(), "--as-of", kAsOf, "--format", "json"});
  EXPECT_EQ(score({"--data", data(), "--as-of", "2026-02-03T18:00:00+02:00"}).out, utc.out);
}

TEST_F(Score, WithoutAsOfTheNewestTimeIsTakenAndSaid) {
  const Outcome outcome = score({"--data", data()});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_EQ(outcome.err,
            "leadpact: Scored as of 2026-02-03T15:00:00Z, the newest time in the data; --as-of "
            "takes another.\n");
  EXPECT_EQ(outcome.out, score({"--data", data(), "--as-of", "2026-02-03T15:00:00Z"}).out);
}

TEST_F(Score, WithoutAnyTimeThereIsNothingToScoreAsOf) {
  for (const auto& more : std::vector<std::vector<std::string>>{
           {},
           {"--data", "leads=" + write("empty.csv", "Record ID,Became an MQL,First contact\n")}}) {
    const Outcome outcome = score(more);
    EXPECT_EQ(outcome.status, kInputInError);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find("--as-of"), std::string::npos);
  }
}

TEST_F(Score, ADatasetNeedNotBeGiven) {
  const Outcome outcome = score({"--as-of", kAsOf, "--format", "text"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_NE(outcome.out.find("leads: not given"), std::string::npos) << outcome.out;
}

TEST_F(Score, AnUnknownDatasetIsWrongUsage) {
  const Outcome outcome = score({"--data", "lead=" + leads_, "--as-of", kAsOf});
  EXPECT_EQ(outcome.status, kWrongUsage);
  EXPECT_EQ(outcome.err,
            "leadpact: --data names the dataset “lead”, but the agreement has “leads”, “calls”.\n");
  EXPECT_EQ(outcome.out, "");
}

TEST_F(Score, StandardInputServesEitherFile) {
  const std::string expected = score({"--data", data(), "--as-of", kAsOf}).out;
  EXPECT_EQ(score({"--data", "leads=-", "--as-of", kAsOf}, kLeads).out, expected);
  EXPECT_EQ(run_tool({"score", "-", "--data", data(), "--as-of", kAsOf}, kAgreement).out, expected);
}

TEST_F(Score, SeveralFilesFollowOneAnother) {
  const std::string text = kLeads;
  const std::string header = text.substr(0, text.find('\n') + 1);
  const std::size_t cut = text.find("L2");
  const std::string first = write("1.csv", text.substr(0, cut));
  const std::string second = write("2.csv", header + text.substr(cut));
  EXPECT_EQ(score({"--data", "leads=" + first, "--data", "leads=" + second, "--as-of", kAsOf}).out,
            score({"--data", data(), "--as-of", kAsOf}).out);
}

TEST_F(Score, MissingFilesAreAllNamed) {
  const Outcome outcome =
      score({"--data", "leads=" + path("no1.csv"), "--data", "calls=" + path("no2.csv")});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_EQ(outcome.err,
            path("no1.csv") + ": The file cannot be opened: No such file or directory.\n" +
                path("no2.csv") + ": The file cannot be opened: No such file or directory.\n");
  EXPECT_EQ(run_tool({"score", path("none.json")}).status, kInputInError);
  const Outcome folder = score({"--data", "leads=" + folder_.string()});
  EXPECT_EQ(folder.status, kInputInError);
  EXPECT_NE(folder.err.find("directory"), std::string::npos);
}

TEST_F(Score, AgreementErrorsNameFileAndPlace) {
  std::string text = kAgreement;
  text.replace(text.find("\"2 hours\""), 9, "\"2 hoors\"");
  text.replace(text.find("\"target\": 90"), 12, "\"target\": 900");
  write("team.sla.json", text);
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find(agreement_ + ": commitments[0].target: "), std::string::npos);
  EXPECT_NE(outcome.err.find(agreement_ + ": commitments[0].measure.limit: "), std::string::npos);
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 2) << outcome.err;
}

TEST_F(Score, DataErrorsNameFileAndLine) {
  write("leads.csv", std::string(kLeads) + "L4,\"2026-02-03 10:00,\n");
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err.find(leads_ + ":5: "), 0u) << outcome.err;
}

TEST_F(Score, WarningsDoNotStopIt) {
  std::string text = kAgreement;
  text.replace(text.find("\"title\": \"Test\""), 15, "\"title\": \"Test\", \"colour\": \"red\"");
  write("team.sla.json", text);
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf, "--format", "json"});
  EXPECT_EQ(outcome.status, kDone);
  EXPECT_NE(outcome.err.find(": warning: "), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.out.front(), '{');
}

TEST_F(Score, BreachesAreWrittenToTheirFile) {
  const std::string file = path("breaches.csv");
  write("breaches.csv", "of last week\n");
  const Outcome outcome =
      score({"--data", data(), "--as-of", kAsOf, "--breaches", file, "--format", "json"});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_EQ(read(file),
            "commitment,period,record,file,line,at,from,to,due,status\n"
            "s1,2026-01-01,L2," +
                leads_ +
                ",3,2026-01-06T15:00:00Z,2026-01-06T15:00:00Z,"
                "2026-01-06T18:00:00Z,2026-01-06T17:00:00Z,failed\n"
                "s1,2026-02-01,L3," +
                leads_ +
                ",4,2026-02-03T15:00:00Z,2026-02-03T15:00:00Z,,"
                "2026-02-03T17:00:00Z,pending\n");
  EXPECT_EQ(outcome.out, score({"--data", data(), "--as-of", kAsOf, "--format", "json"}).out);
}

TEST_F(Score, BreachesThatCannotBeWrittenLeaveNoScorecard) {
  const Outcome outcome =
      score({"--data", data(), "--as-of", kAsOf, "--breaches", path("none/breaches.csv")});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("cannot be written"), std::string::npos);
}

TEST_F(Score, BreachesNeverReplaceAnInput) {
  for (const std::string& input : {leads_, agreement_}) {
    const std::string before = read(input);
    EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf, "--breaches", input}).status, kWrongUsage);
    EXPECT_EQ(read(input), before);
  }
}

TEST_F(Score, ColourFollowsTheTerminalAndItsWishes) {
  const auto coloured = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"--data", data(), "--as-of", kAsOf, "--format", "text"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return score(arguments).out.find('\x1b') != std::string::npos;
  };
  EXPECT_FALSE(coloured({}));
  EXPECT_TRUE(coloured({"--color", "always"}));
  out_is_terminal_ = true;
  EXPECT_TRUE(coloured({}));
  EXPECT_FALSE(coloured({"--color", "never"}));
  no_colour_ = true;
  EXPECT_FALSE(coloured({}));
  EXPECT_TRUE(coloured({"--color", "always"}));
}

TEST_F(Score, ThreadsDoNotChangeTheResult) {
  std::string many = "Record ID,Became an MQL,First contact\n";
  for (int i = 0; i < 20000; ++i) {
    many += "L" + std::to_string(i) + ",2026-01-05 10:00,2026-01-05 1" + std::to_string(1 + i % 4) +
            ":00\n";
  }
  write("leads.csv", many);
  const auto one = score({"--data", data(), "--as-of", kAsOf, "--threads", "1"});
  EXPECT_EQ(one.status, kDone) << one.err;
  EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf, "--threads", "3"}).out, one.out);
}

TEST_F(Score, ProgressIsForPeopleAndLongFilesOnly) {
  err_is_terminal_ = true;
  EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf}).err, "");
  std::string many = "Record ID,Became an MQL,First contact\n";
  while (many.size() < 17u * 1024 * 1024) {
    many += "L" + std::to_string(many.size()) + ",2026-01-05 10:00,2026-01-05 11:00\n";
  }
  write("leads.csv", many);
  const Outcome watched = score({"--data", data(), "--as-of", kAsOf});
  EXPECT_NE(watched.err.find("\rReading the data: "), std::string::npos);
  EXPECT_EQ(watched.err.substr(watched.err.size() - 4), "\r\x1b[K");
  err_is_terminal_ = false;
  EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf}).err, "");
}

TEST_F(Score, WhatAFileSaysCannotDriveTheTerminal) {
  const Outcome outcome = score({"--data", "leads=" + path("no\x1b[31m.csv")});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
}

// ---- Compared with last time's -----------------------------------------------------

class Compared : public Score {
 protected:
  Compared() : saved_(path("last.scorecard.json")) {
    const Outcome outcome =
        score({"--data", data(), "--as-of", kAsOf, "--format", "json", "--save", saved_});
    EXPECT_EQ(outcome.status, kDone) << outcome.err;
    plain_ = score({"--data", data(), "--as-of", kAsOf, "--format", "json"}).out;
    EXPECT_EQ(outcome.out, plain_);
  }
  std::string saved_, plain_;
};

TEST_F(Compared, SaysThroughWhichLeadsItChanged) {
  const std::string later = write("later.csv",
                                  "Record ID,Became an MQL,First contact\n"
                                  "L1,2026-01-05 10:00,2026-01-05 11:00\n"
                                  "L2,2026-01-06 10:00,2026-01-06 11:30\n"
                                  "L3,2026-02-03 10:00,2026-02-03 15:00\n"
                                  "L4,2026-02-04 10:00,2026-02-04 10:10\n");
  const Outcome outcome =
      score({"--data", "leads=" + later, "--as-of", "2026-02-05T16:00:00Z", "--against", saved_});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  const std::size_t at = outcome.out.find("Compared with Tue 3 Feb 2026 11:00");
  ASSERT_NE(at, std::string::npos) << outcome.out;
  const std::string text = outcome.out.substr(at);
  EXPECT_NE(text.find("Feb 2026: no data → behind 50.0 %; +1 met, +1 failed, −1 pending"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("New in this export  1  +1 met\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Decided since       1  +1 failed, −1 pending\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Jan 2026: missed 50.0 % → met 100.0 %; +1 met, −1 failed"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("Verdict changed  1  +1 met, −1 failed"), std::string::npos) << text;
}

TEST_F(Compared, TheSameExportChangedNothingAndCanReplaceTheFile) {
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf, "--against", saved_, "--save",
                                 saved_, "--format", "text"});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_NE(outcome.out.find("Nothing changed."), std::string::npos) << outcome.out;
  EXPECT_NE(read(saved_).find("leadpact-scorecard"), std::string::npos);
}

TEST_F(Compared, AChangedPromiseIsSaid) {
  std::string text = kAgreement;
  text.replace(text.find("2 hours\"}"), 7, "3 hours");
  agreement_ = write("team.sla.json", text);
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf, "--against", saved_});
  EXPECT_NE(outcome.out.find("The promise, or what it rests on, was changed since."),
            std::string::npos)
      << outcome.out;
}

TEST_F(Compared, WhatCannotBeComparedIsRefused) {
  std::string other = kAgreement;
  other.replace(other.find("\"a1\""), 4, "\"b2\"");
  agreement_ = write("other.sla.json", other);
  const Outcome another = score({"--data", data(), "--as-of", kAsOf, "--against", saved_});
  EXPECT_EQ(another.status, kInputInError);
  EXPECT_EQ(another.out, "");
  EXPECT_NE(another.err.find("saved of another agreement"), std::string::npos) << another.err;

  const Outcome csv = score({"--data", data(), "--as-of", kAsOf, "--against", leads_});
  EXPECT_EQ(csv.status, kInputInError);
  EXPECT_NE(csv.err.find("line 1"), std::string::npos) << csv.err;

  const Outcome json =
      score({"--data", data(), "--as-of", kAsOf, "--against", saved_, "--format", "json"});
  EXPECT_EQ(json.status, kWrongUsage);
  const Outcome over = score({"--data", data(), "--as-of", kAsOf, "--save", leads_});
  EXPECT_EQ(over.status, kWrongUsage);
  EXPECT_NE(over.err.find("--save would overwrite"), std::string::npos) << over.err;
}

constexpr const char* kDisputes = R"({
  "format": "leadpact-disputes", "format_version": 1, "agreement": "a1",
  "disputes": [
    {"id": "d1", "dataset": "leads", "record": "L2", "commitment": "s1", "raised_by": "sales",
     "on": "2026-02-01", "counts_as": "met", "ruling": "upheld"},
    {"id": "d2", "dataset": "leads", "record": "L3", "raised_by": "sales", "on": "2026-02-03"},
    {"id": "d3", "dataset": "leads", "record": "L9", "raised_by": "sales", "on": "2026-02-03"}]
})";

TEST_F(Score, DisputesStandBesideTheOfficialFigures) {
  const std::vector<std::string> official = {"--data", data(),     "--as-of",
                                             kAsOf,    "--format", "text"};
  std::vector<std::string> disputed = official;
  disputed.insert(disputed.end(), {"--disputes", write("disputes.json", kDisputes)});
  const Outcome outcome = score(disputed);
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_EQ(outcome.err, "leadpact: Of 3 disputed leads 1 is not in the data.\n");
  EXPECT_NE(outcome.out.find("With 1 dispute upheld: 100.0 % (met)\n"), std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("If the open ones were upheld too, 1 dispute upheld: - (no data)\n"),
            std::string::npos)
      << outcome.out;
  // Without these lines it is the official page.
  std::string rest;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    if (line.find(" upheld") == std::string::npos) rest += line + "\n";
  }
  EXPECT_EQ(rest, score(official).out);
}

TEST_F(Score, DisputesLeaveJsonAlone) {
  const std::vector<std::string> official = {"--data", data(), "--as-of", kAsOf};
  std::vector<std::string> disputed = official;
  disputed.insert(disputed.end(), {"--disputes", write("disputes.json", kDisputes)});
  EXPECT_EQ(score(disputed).out, score(official).out);
}

TEST_F(Score, DisputesOfAnotherAgreementAreRefused) {
  std::string other = kDisputes;
  other.replace(other.find("a1"), 2, "a2");
  const Outcome outcome =
      score({"--data", data(), "--as-of", kAsOf, "--disputes", write("disputes.json", other)});
  EXPECT_EQ(outcome.status, kInputInError);
  EXPECT_NE(outcome.err.find("disputes of the agreement “a2”, not of “a1”"), std::string::npos);
  EXPECT_EQ(outcome.out, "");
  const Outcome broken =
      score({"--data", data(), "--as-of", kAsOf, "--disputes", write("disputes.json", "{")});
  EXPECT_EQ(broken.status, kInputInError);
  EXPECT_NE(broken.err.find("disputes.json: line 1: "), std::string::npos) << broken.err;
}

TEST_F(Score, NoOptionWritesOverAFileOfAnother) {
  const std::string disputes = write("disputes.json", kDisputes);
  for (const char* option : {"--save", "--breaches"}) {
    const Outcome outcome =
        score({"--data", data(), "--as-of", kAsOf, "--disputes", disputes, option, disputes});
    EXPECT_EQ(outcome.status, kWrongUsage) << option;
    EXPECT_NE(outcome.err.find(std::string(option) + " would overwrite"), std::string::npos);
    EXPECT_EQ(read(disputes), kDisputes);
  }
  const std::string both = path("both");
  EXPECT_EQ(score({"--data", data(), "--as-of", kAsOf, "--save", both, "--breaches", both}).status,
            kWrongUsage);
}

TEST_F(Score, AnOpenDisputeThatTellsOtherwiseIsSaid) {
  std::string text = kDisputes;
  text.replace(text.find("\"record\": \"L3\""), 14, "\"record\": \"L2\", \"commitment\": \"s1\"");
  const Outcome outcome = score({"--data", data(), "--as-of", kAsOf, "--format", "text",
                                 "--disputes", write("disputes.json", text)});
  EXPECT_NE(outcome.out.find("With 1 dispute upheld: "), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("If the open ones were upheld too, 1 dispute upheld: "),
            std::string::npos)
      << outcome.out;
}

}  // namespace
}  // namespace leadpact::cli
