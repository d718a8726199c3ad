#include "web/app/live_counts.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <utility>

#include "tests/web/native/app/samples.h"
#include "web/app/lead_lines.h"

namespace leadpact::app {
namespace {

using agreement::Condition;
using agreement::Match;
using agreement::Op;

class LiveCountTest : public testing::Test {
 protected:
  agreement::Agreement agreement = samples::agreement();
  std::string csv =
      "Record ID,Email,Became an MQL,First contact\n"
      "1,a@b.example,2026-01-05,2026-01-06\n"
      "2,c@b.example,2026-01-05,\n"
      "3,,2026-01-05,2026-01-06\n"
      "4,,2026-01-05,\n"
      "4,d@b.example,2026-01-05,\n";

  void load(const Condition& definition) {
    agreement.stages = {{"s", "Stage", "", definition}};
    auto read = scoring::load(agreement, {{"leads", {{"leads.csv", csv}}}});
    ASSERT_TRUE(read.ok());
    loaded = std::move(read).value();
  }
  std::optional<LiveCount> count(const Condition& definition) {
    load(definition);
    return live_count(agreement, 0, loaded, std::nullopt);
  }
  std::unique_ptr<StageSweep> swept(const Condition& definition) {
    load(definition);
    auto sweep = StageSweep::begin(agreement, 0, loaded, std::nullopt);
    while (sweep && !sweep->work()) {
    }
    return sweep;
  }
  scoring::LoadedData loaded;
};

TEST_F(LiveCountTest, SaysHowManyMatchAndHowManyFailByOneRule) {
  Condition both;
  both.criteria = {{"email", Op::is_filled, {}}, {"contacted_at", Op::is_filled, {}}};
  const auto found = count(both);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->of, 4u);  // the repeated row does not count
  EXPECT_EQ(found->matching, 1u);
  EXPECT_EQ(found->just_short, 3u);
  EXPECT_EQ(in_words(*found), "1 of 4 loaded leads matches; 3 more fail by one rule only.");
  both.match = Match::any;
  EXPECT_EQ(count(both)->matching, 4u);
  EXPECT_EQ(count(both)->just_short, 0u);
  EXPECT_EQ(count(Condition())->matching, 4u);
}

TEST_F(LiveCountTest, SaysNothingWhereNoDataHasTheColumn) {
  Condition other;
  other.criteria = {{"elsewhere", Op::is_filled, {}}};
  EXPECT_FALSE(count(other).has_value());
  other.criteria = {{"", Op::meets, {"nothing"}}};
  EXPECT_FALSE(count(other).has_value());
  // A comparison that is none of the column's type; nothing else checks it here.
  other.criteria = {{"email", Op::at_least, {"5"}}};
  EXPECT_FALSE(count(other).has_value());
}

TEST_F(LiveCountTest, ListsTheLeadsWithTheRuleThatFailed) {
  Condition both;
  both.criteria = {{"email", Op::is_filled, {}}, {"contacted_at", Op::is_filled, {}}};
  Condition group;
  group.match = Match::any;
  group.criteria = {{"id", Op::is_not, {"3"}}, {"email", Op::is_filled, {}}};
  both.groups = {group};
  const auto sweep = swept(both);
  ASSERT_NE(sweep, nullptr);
  const auto matching = matching_lines(*sweep, 10);
  ASSERT_EQ(matching.size(), 1u);
  EXPECT_EQ(matching[0].name, "a@b.example");
  EXPECT_EQ(matching[0].detail, "1 · line 2");
  const auto misses = just_short_lines(*sweep, 10);
  ASSERT_EQ(misses.size(), 2u);  // 3 fails by the group, too
  EXPECT_EQ(misses[0].name, "c@b.example");
  EXPECT_EQ(misses[0].why, "“First contact” is filled: is empty");
  EXPECT_EQ(misses[1].name, "d@b.example");
  EXPECT_EQ(just_short_lines(*sweep, 1).size(), 1u);
}

TEST_F(LiveCountTest, SaysWhatALeadHasInPlaceOfWhatIsAsked) {
  csv =
      "Record ID,Email,Became an MQL,First contact\n"
      "1,a@b.example,2026-01-05,2026-01-06\n"
      ",,2026-01-05,soon\n"
      ",,2026-01-05,2026-03-06\n";
  Condition both;
  both.criteria = {{"mql_at", Op::is_filled, {}}, {"contacted_at", Op::before, {"2026-01-01"}}};
  load(both);
  const auto as_of = calendar::parse_instant("2026-02-01T00:00:00Z");
  ASSERT_TRUE(as_of.has_value());
  const auto sweep = StageSweep::begin(agreement, 0, loaded, as_of);
  ASSERT_NE(sweep, nullptr);
  ASSERT_TRUE(sweep->work());
  const auto lines = just_short_lines(*sweep, 10);
  ASSERT_EQ(lines.size(), 3u);
  const std::string rule = "“First contact” is before 1 January 2026: ";
  EXPECT_EQ(lines[0].why, rule + "has “2026-01-06”");
  EXPECT_EQ(lines[1].name, "Line 3");
  EXPECT_EQ(lines[1].why, rule + "has “soon”, which is no date");
  EXPECT_EQ(lines[2].why, rule + "has “2026-03-06”, later than the day looked at");
}

TEST_F(LiveCountTest, StagesAreCountedTogetherWhereThatIsCheap) {
  Condition mail;
  mail.criteria = {{"email", Op::is_filled, {}}};
  load(mail);
  Condition both = mail;
  both.criteria = {{"", Op::meets, {"s"}}, {"contacted_at", Op::is_filled, {}}};
  agreement.stages.push_back({"t", "Contacted", "", both});
  Condition strange;
  strange.criteria = {{"elsewhere", Op::is_filled, {}}};
  agreement.stages.push_back({"u", "Unknown", "", strange});
  const auto counts = stage_counts(agreement, loaded, std::nullopt);
  EXPECT_EQ(counts, (std::vector<std::optional<std::uint64_t>>{3, 1, std::nullopt}));
  EXPECT_FALSE(stage_counts(agreement, loaded, std::nullopt, 2)[0].has_value());
}

// ---- Count and list agree, and both with the score's evaluator ----------------------

class RandomStages : public LiveCountTest, public testing::WithParamInterface<unsigned> {
 protected:
  std::mt19937 random{GetParam()};

  std::size_t below(std::size_t n) { return random() % n; }

  void make_data() {
    csv = "Record ID,Email,Became an MQL,First contact\n";
    const std::size_t rows = 1 + below(3000);
    for (std::size_t i = 0; i < rows; ++i) {
      csv +=
          std::to_string(below(2 * rows)) + "," +
          (below(3) == 0 ? "" : "p@" + std::string(1, static_cast<char>('a' + below(4))) + ".io") +
          ",2026-01-0" + std::to_string(1 + below(9)) + "," +
          (below(2) == 0 ? "" : "2026-02-0" + std::to_string(1 + below(9))) + "\n";
    }
  }

  agreement::Criterion criterion() {
    switch (below(5)) {
      case 0:
        return {"email", Op::is_filled, {}};
      case 1:
        return {
            "email", Op::domain_is, {std::string(1, static_cast<char>('a' + below(4))) + ".io"}};
      case 2:
        return {"contacted_at", Op::on_or_after, {"2026-02-0" + std::to_string(1 + below(9))}};
      case 3:
        return {"id", Op::contains, {std::to_string(below(10))}};
      default:
        return {"mql_at", Op::before, {"2026-01-0" + std::to_string(1 + below(9))}};
    }
  }

  Condition condition(int levels) {
    Condition made;
    made.match = below(4) == 0 ? Match::any : Match::all;
    made.negate = below(6) == 0;
    for (std::size_t n = below(4); n > 0; --n)
      made.criteria.push_back(criterion());
    for (std::size_t n = levels > 0 ? below(3) : 0; n > 0; --n)
      made.groups.push_back(condition(levels - 1));
    return made;
  }
};

TEST_P(RandomStages, CountAndListsSayTheSame) {
  for (int round = 0; round < 20; ++round) {
    make_data();
    const Condition definition = condition(2);
    load(definition);
    const auto sweep = StageSweep::begin(agreement, 0, loaded, std::nullopt);
    ASSERT_NE(sweep, nullptr);
    const std::size_t slice = 1 + below(20'000);
    std::size_t slices = 1;
    while (!sweep->work(slice))
      ++slices;
    EXPECT_LE(slices, 1 + loaded.tables[0]->rows() / 1024);

    rules::Evaluator::View view;
    view.agreement_zone = calendar::Zone::find(agreement.time_zone);
    const data::Table& table = *loaded.tables[0];
    rules::Evaluator evaluator(agreement, agreement.datasets[0], table, view);
    const rules::Mask whole = evaluator.evaluate(definition);
    std::vector<rules::Mask> each;
    for (const Condition& rule : sweep->rules())
      each.push_back(evaluator.evaluate(rule));
    const bool by_rule = definition.match == Match::all && !definition.negate && each.size() > 1;
    std::vector<std::uint32_t> matching;
    std::vector<std::pair<std::uint32_t, std::size_t>> misses;
    for (const std::uint32_t row : table.kept()) {
      if (whole[row] != 0) matching.push_back(row);
      std::size_t failed = 0, last = 0;
      for (std::size_t rule = 0; rule < each.size(); ++rule) {
        if (each[rule][row] != 0) continue;
        ++failed;
        last = rule;
      }
      if (by_rule && failed == 1) misses.emplace_back(row, last);
    }
    EXPECT_EQ(sweep->count().matching, matching.size());
    EXPECT_EQ(sweep->matching(table.rows()), matching);
    EXPECT_EQ(sweep->count().just_short, misses.size());
    std::vector<std::pair<std::uint32_t, std::size_t>> listed;
    for (const StageSweep::Miss& miss : sweep->just_short(table.rows()))
      listed.emplace_back(miss.row, miss.rule);
    EXPECT_EQ(listed, misses);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomStages, testing::Range(1U, 9U));

}  // namespace
}  // namespace leadpact::app
