#include "core/scoring/breakdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/kinds.h"
#include "core/scoring/pick.h"
#include "tests/core/scoring/conformance_cases.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::utc;

Tally sum_of(const Breakdown& groups) {
  Tally sum;
  sum.value = 0;
  for (const BreakdownGroup& group : groups) {
    sum.population += group.tally.population;
    sum.met += group.tally.met;
    sum.failed += group.tally.failed;
    sum.pending += group.tally.pending;
    sum.left_out += group.tally.left_out;
    *sum.value += group.tally.value.value_or(0);
    EXPECT_GT(group.rows, 0u) << group.name;
    EXPECT_FALSE(group.name.empty());
  }
  return sum;
}

std::vector<Split> splits_of(const agreement::Dataset& dataset) {
  std::vector<Split> splits = {{SplitBy::weekday, ""}, {SplitBy::hour, ""}};
  for (const data::Field& field : dataset.fields) {
    if (field.type == data::FieldType::text) splits.push_back({SplitBy::text, field.key});
  }
  return splits;
}

// Every number of a group is that many rows.
void expect_rows(const BreakdownSweep& sweep, const RecordMeasure& measure, Kind kind) {
  for (std::size_t i = 0; i < sweep.groups().size(); ++i) {
    const BreakdownGroup& group = sweep.groups()[i];
    const std::vector<std::uint32_t> rows = sweep.rows(i);
    const auto count = [&](unsigned outcomes) {
      Pick pick;
      pick.outcomes = outcomes;
      return static_cast<std::uint64_t>(std::count_if(
          rows.begin(), rows.end(), [&](std::uint32_t row) { return pick.takes(measure, row); }));
    };
    EXPECT_EQ(rows.size(), group.rows) << group.name;
    EXPECT_EQ(count(Pick::kAnyOutcome), group.rows) << group.name;
    EXPECT_EQ(count(Pick::kPopulation), group.tally.population) << group.name;
    if (!agreement::is_percentage(kind)) continue;
    EXPECT_EQ(count(bit(Outcome::met)), group.tally.met) << group.name;
    EXPECT_EQ(count(bit(Outcome::failed)), group.tally.failed) << group.name;
    EXPECT_EQ(count(bit(Outcome::pending)), group.tally.pending) << group.name;
    EXPECT_EQ(count(bit(Outcome::left_out)), group.tally.left_out) << group.name;
  }
}

Breakdown swept(Context& context, const Commitment& commitment, const RecordMeasure& measure,
                const Split& split, std::optional<std::size_t> period,
                std::size_t slice = 100'000) {
  BreakdownSweep sweep(context, commitment, measure, split, period);
  while (!sweep.work(slice)) {
  }
  expect_rows(sweep, measure, commitment.measure.kind);
  return sweep.groups();
}

void expect_adds_up(const Tally& sum, const Commitment& commitment, const PeriodScore& score) {
  EXPECT_EQ(sum.population, score.population);
  EXPECT_EQ(sum.met, score.met.value_or(0));
  EXPECT_EQ(sum.failed, score.failed.value_or(0));
  EXPECT_EQ(sum.pending, score.pending.value_or(0));
  EXPECT_EQ(sum.left_out, score.left_out.value_or(sum.left_out));
  const Kind kind = commitment.measure.kind;
  if (score.value && (kind == Kind::count || kind == Kind::sum)) {
    EXPECT_NEAR(*sum.value, *score.value, 1e-9 * std::max(1.0, std::abs(*score.value)));
  }
}

TEST(Breakdown, GroupsAddUpToTheScorecardInEveryConformanceCase) {
  std::size_t made = 0;
  each_conformance_case([&](const ConformanceCase& each) {
    Context context(each.agreement, each.data, each.as_of, 1);
    for (std::size_t c = 0; c < each.agreement.commitments.size(); ++c) {
      const Commitment& commitment = each.agreement.commitments[c];
      if (!agreement::uses_records(commitment.measure.kind)) continue;
      const auto& dataset = context.datasets()[context.find_dataset(commitment.measure.dataset)];
      if (dataset.table == nullptr) continue;
      const RecordMeasure measure(context, commitment);
      const auto& periods = each.scored.card.commitments[c].periods;
      for (const Split& split : splits_of(*dataset.dataset)) {
        SCOPED_TRACE(commitment.id + " by " + split.field);
        Tally all;
        for (std::size_t p = 0; p < periods.size(); ++p) {
          const Tally sum = sum_of(swept(context, commitment, measure, split, p, 7));
          expect_adds_up(sum, commitment, periods[p]);
          all.population += sum.population;
          all.pending += sum.pending;
          all.left_out += sum.left_out;
          ++made;
        }
        const Tally together = sum_of(swept(context, commitment, measure, split, std::nullopt));
        EXPECT_EQ(together.population, all.population);
        EXPECT_EQ(together.pending, all.pending);
        EXPECT_EQ(together.left_out, all.left_out);
      }
    }
  });
  EXPECT_GT(made, 300u);
}

struct Made {
  Breakdown groups;
  std::map<std::string, Tally> by_name;
};

Made of(const Commitment& promise, const std::string& csv, const Split& split,
        std::optional<std::size_t> period = std::nullopt) {
  Agreement agreement = small_agreement();
  agreement.commitments = {promise};
  const World w = world(agreement, kHeader + csv);
  Context context(*w.agreement, w.data, utc("2026-03-01T00:00:00Z"), 1);
  const RecordMeasure measure(context, w.agreement->commitments[0]);
  Made made;
  made.groups = swept(context, w.agreement->commitments[0], measure, split, period, 1000);
  for (const BreakdownGroup& group : made.groups)
    made.by_name[group.name] = group.tally;
  return made;
}

std::vector<std::string> names(const Breakdown& groups) {
  std::vector<std::string> names;
  for (const BreakdownGroup& group : groups)
    names.push_back(group.name);
  return names;
}
using Names = std::vector<std::string>;

std::string row(const std::string& text, const std::string& at, const std::string& number = "") {
  return "," + text + "," + number + ",," + at + ",,,\n";
}

TEST(Breakdown, TextsDifferByMoreThanCaseAndEmptyOnesComeLast) {
  const Made made =
      of(commitment("c", Kind::count, 1),
         row("", "2026-01-02") + row("Ada Park", "2026-01-02") + row("ADA PARK", "2026-01-03") +
             row("Bo", "2026-01-04") + row("Bo", "2026-02-04") + row("Bo", "2025-02-04"),
         {SplitBy::text, "text"});
  EXPECT_EQ(names(made.groups), (Names{"Ada Park", "Bo", "(empty)"}));
  EXPECT_EQ(made.by_name.at("Ada Park").population, 2u);
  EXPECT_EQ(made.by_name.at("Bo").population, 2u);
  EXPECT_EQ(made.by_name.at("(empty)").value, 1.0);
}

TEST(Breakdown, OfOnePeriodOnly) {
  const Made made =
      of(commitment("c", Kind::count, 1), row("Ada", "2026-01-02") + row("Bo", "2026-02-04"),
         {SplitBy::text, "text"}, 1);
  EXPECT_EQ(names(made.groups), Names{"Bo"});
}

TEST(Breakdown, TheMedianOfAGroupIsItsOwn) {
  const Made made = of(commitment("c", Kind::median, 1),
                       row("a", "2026-01-02", "1") + row("a", "2026-01-02", "5") +
                           row("b", "2026-01-02", "9") + row("b", "2026-01-02", ""),
                       {SplitBy::text, "text"});
  EXPECT_EQ(made.by_name.at("a").value, 3.0);
  EXPECT_EQ(made.by_name.at("b").value, 9.0);
  EXPECT_EQ(made.by_name.at("b").left_out, 1u);
}

TEST(Breakdown, WeekdayAndHourAreThoseOfTheAgreementsZone) {
  // 03:30 UTC on Tuesday the 6th is 22:30 on Monday in New York.
  const std::string csv = row("", "2026-01-06T03:30:00Z") + row("", "2026-01-06");
  const Commitment promise = commitment("c", Kind::count, 1);
  EXPECT_EQ(names(of(promise, csv, {SplitBy::weekday, ""}).groups), (Names{"Monday", "Tuesday"}));
  EXPECT_EQ(names(of(promise, csv, {SplitBy::hour, ""}).groups),
            (Names{"22:00 to 23:00", "no time of day"}));
}

TEST(Breakdown, TheRarestOfManyAreOthers) {
  std::string csv;
  for (int i = 0; i < 230; ++i) {
    csv += row("v" + std::to_string(i), "2026-01-02");
    if (i >= 100) csv += row("V" + std::to_string(i), "2026-01-03");
  }
  const Made made = of(commitment("c", Kind::count, 1), csv, {SplitBy::text, "text"});
  EXPECT_EQ(made.groups.size(), 201u);
  EXPECT_EQ(made.groups.back().name, "30 other values");
  EXPECT_EQ(made.groups.back().tally.population, 30u);
  EXPECT_EQ(sum_of(made.groups).population, 360u);
}

TEST(Breakdown, MoreDifferentTextsThanAreToldApartAreOthersToo) {
  std::string csv;
  for (int i = 0; i < 20'100; ++i)
    csv += row("v" + std::to_string(i), "2026-01-02");
  const Made made = of(commitment("c", Kind::count, 1), csv, {SplitBy::text, "text"});
  EXPECT_EQ(made.groups.size(), 201u);
  EXPECT_EQ(made.groups.back().name, "other values");
  EXPECT_EQ(sum_of(made.groups).population, 20'100u);
}

}  // namespace
}  // namespace leadpact::scoring
