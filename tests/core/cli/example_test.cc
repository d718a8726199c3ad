// The example of the page and of the README: an agreement, nine months of leads, and a story.
#include <cstdlib>
#include <set>

#include "core/calendar/time.h"
#include "core/exchange/document.h"
#include "core/scoring/score.h"
#include "tests/core/cli/tool.h"

namespace leadpact::cli {
namespace {

class Example : public ToolTest {
 protected:
  const std::string root_ = LEADPACT_SOURCE_DIR;
  const std::string agreement_ = root_ + "/assets/example/example.sla.json";
  const std::string leads_ = root_ + "/assets/example/leads.csv";
};

#ifndef __EMSCRIPTEN__
TEST_F(Example, LeadsAreWhatTheScriptMakes) {
  const std::string command = "python3 '" + root_ + "/scripts/make_example.py' --check";
  EXPECT_EQ(std::system(command.c_str()), 0);
}
#endif

TEST_F(Example, IsScoredByTheTool) {
  const Outcome outcome =
      run_tool({"score", agreement_, "--data", "leads=" + leads_, "--format", "text"});
  EXPECT_EQ(outcome.status, kDone) << outcome.err;
  EXPECT_NE(outcome.out.find("What fell due"), std::string::npos);
}

TEST_F(Example, TellsAStoryWithEveryEnding) {
  const auto document = exchange::read_json(read(agreement_));
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(document.value().warnings.empty());
  const auto& agreement = document.value().agreement;
  const std::string csv = read(leads_);
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
