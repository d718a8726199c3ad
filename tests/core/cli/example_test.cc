// The example of the page and of the README: an agreement, nine months of leads, and a story.
#include "core/example/example.h"

#include <set>

#include "core/calendar/time.h"
#include "core/exchange/document.h"
#include "core/scoring/score.h"
#include "tests/core/cli/tool.h"

namespace leadpact::cli {
namespace {

class Example : public ToolTest {};

// FNV-1a: pictures and texts tell of these leads, so they are the same bytes on every platform.
TEST_F(Example, LeadsAreTheSameEverywhere) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : example::leads_csv())
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  EXPECT_EQ(hash, 0xd3b8cd9d423743abU);
}

TEST_F(Example, IsWrittenAndScoredByTheTool) {
  const std::string folder = path("try");
  ASSERT_EQ(run_tool({"example", folder}).status, kDone);
  EXPECT_EQ(read(folder + "/leads.csv"), example::leads_csv());
  const Outcome again = run_tool({"example", folder});
  EXPECT_EQ(again.status, kInputInError);
  EXPECT_NE(again.err.find("example.sla.json"), std::string::npos) << again.err;
  EXPECT_EQ(run_tool({"example", folder, "--force"}).status, kDone);
  EXPECT_EQ(run_tool({"example", folder + "/leads.csv"}).status, kInputInError);

  const Outcome outcome = run_tool({"score", folder + "/example.sla.json", "--data",
                                    "leads=" + folder + "/leads.csv", "--format", "text"});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_NE(outcome.out.find("What fell due"), std::string::npos);
}

TEST_F(Example, TellsAStoryWithEveryEnding) {
  const auto document = exchange::read_json(example::agreement_json());
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(document.value().warnings.empty());
  const auto& agreement = document.value().agreement;
  const std::string csv = example::leads_csv();
  const auto data = scoring::load(agreement, {{"leads", {{"leads.csv", csv}}}});
  ASSERT_TRUE(data.ok()) << data.errors().front().message;
  const auto as_of = scoring::newest(agreement, data.value());
  ASSERT_TRUE(as_of.has_value());
  EXPECT_EQ(calendar::format_instant(*as_of).substr(0, 10), "2026-09-18");
  const auto scored = scoring::score(agreement, data.value(), *as_of);
  ASSERT_TRUE(scored.ok());
  const scoring::Scorecard& card = scored.value().card;

  std::set<scoring::Status> endings;
  std::uint64_t pending = 0;
  std::uint64_t early = 0;
  std::uint64_t without_at = 0;
  for (const auto& commitment : card.commitments) {
    early += commitment.negative_elapsed;
    without_at += commitment.without_at;
    for (const auto& period : commitment.periods) {
      endings.insert(period.status);
      pending += period.pending.value_or(0);
    }
  }
  EXPECT_EQ(endings.size(), 6u) << "met, missed, on track, at risk, behind and no data";
  EXPECT_GT(pending, 0u);
  EXPECT_GT(early, 0u);
  EXPECT_GT(without_at, 0u);

  ASSERT_EQ(card.escalations.size(), 1u);
  EXPECT_EQ(card.escalations[0].commitment, "attempts");
  EXPECT_TRUE(card.cancellation.empty());

  // Things got better, but not every month.
  ASSERT_EQ(card.reporting.size(), 9u);
  EXPECT_LT(*card.reporting[0].overall.score, *card.reporting[7].overall.score);
  EXPECT_LT(*card.reporting[6].overall.score, *card.reporting[5].overall.score);

  const scoring::DatasetReport& leads = card.datasets.at(0);
  EXPECT_GT(leads.rows, 4500u);
  EXPECT_GT(leads.duplicates, 20u);
  EXPECT_GT(leads.excluded, 10u);
  EXPECT_EQ(leads.ragged_rows, 4u);
  EXPECT_GE(leads.invalid_cells.size(), 2u);
  EXPECT_GE(leads.date_only_cells.size(), 2u);
  EXPECT_EQ(csv.substr(csv.size() - 2), "\n\n");
}

}  // namespace
}  // namespace leadpact::cli
