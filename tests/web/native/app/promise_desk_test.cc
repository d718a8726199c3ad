// The charts of a promise, counted within the frame or step by step.
#include "web/app/promise_desk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

// January and February; as of the end of February.
agreement::Agreement small() {
  return samples::agreement();
}

// `leads` of them, everyone an MQL in February.
std::string many_leads(std::size_t leads) {
  std::string csv = "Record ID,Email,Became an MQL,First contact\n";
  for (std::size_t i = 0; i < leads; ++i) {
    csv += std::to_string(i) + ",a@b.example,2026-02-0" + std::to_string(1 + i % 9) +
           " 10:00,2026-02-10 10:00\n";
  }
  return csv;
}

struct Desks {
  agreement::Agreement agreement;
  DataDesk data;
  PromiseDesk promise;

  explicit Desks(std::string csv) : agreement(small()) {
    data.give("leads.csv", std::move(csv), &agreement);
    data.score(&agreement);
    while (data.working())
      data.work();
    EXPECT_NE(data.scored(), nullptr);
  }
  void look(std::size_t row = 0) {
    promise.look(agreement, data, row, data.scored()->card.commitments[row].periods.size() - 1);
  }
};

TEST(PromiseDesk, AFewLeadsAreCountedAtOnce) {
  Desks desks(samples::leads_csv());
  desks.look();
  EXPECT_FALSE(desks.promise.counting());
  EXPECT_FALSE(desks.promise.rows().empty());
  const auto& periods = desks.promise.periods();
  ASSERT_GE(periods.size(), 3u);
  EXPECT_EQ(periods.back(), "All " + std::to_string(periods.size() - 1) + " periods together");
  desks.promise.choose_period(periods.size() - 1);
  EXPECT_TRUE(desks.promise.all_together());
  EXPECT_FALSE(desks.promise.fall());
  EXPECT_FALSE(desks.promise.rows().empty());
}

TEST(PromiseDesk, ManyAreCountedWithTheTicks) {
  Desks desks(many_leads(250'000));
  desks.look();
  EXPECT_TRUE(desks.promise.counting());
  EXPECT_TRUE(desks.promise.rows().empty());
  int ticks = 0;
  while (desks.promise.work(desks.data)) {
    ++ticks;
    desks.look();  // as a frame does, between
  }
  EXPECT_GE(ticks, 3);
  EXPECT_FALSE(desks.promise.counting());
  EXPECT_FALSE(desks.promise.rows().empty());
  // Ordered anew without counting anew.
  desks.promise.choose_order(GroupOrder::most);
  EXPECT_FALSE(desks.promise.counting());
  desks.promise.choose_split(desks.promise.chosen_split() == 0 ? 1 : 0);
  EXPECT_TRUE(desks.promise.counting());
}

TEST(PromiseDesk, TheDataGoneNothingIsReadOfThem) {
  Desks desks(many_leads(250'000));
  desks.look();
  ASSERT_TRUE(desks.promise.counting());
  desks.data.clear();
  EXPECT_FALSE(desks.promise.work(desks.data));
  EXPECT_FALSE(desks.promise.counting());
}

TEST(PromiseDesk, WhatWasChosenStaysWhenTheScoreIsMadeAnew) {
  Desks desks(samples::leads_csv());
  desks.look();
  const auto& names = desks.promise.splits();
  const auto hour =
      static_cast<std::size_t>(std::find(names.begin(), names.end(), "Hour") - names.begin());
  ASSERT_LT(hour, names.size());
  desks.promise.choose_split(hour);
  desks.promise.choose_period(1);
  desks.promise.forget();
  desks.look();
  EXPECT_EQ(desks.promise.chosen_split(), hour);
  EXPECT_EQ(desks.promise.chosen_period(), 1u);
  EXPECT_EQ(desks.promise.order(), GroupOrder::listed);
  // Another promise begins at the period its row shows.
  desks.look(1);
  EXPECT_EQ(desks.promise.chosen_period(), 0u);
  EXPECT_EQ(desks.promise.splits()[desks.promise.chosen_split()], "Hour");
}

TEST(GroupRows, TheWorstIsOnTop) {
  agreement::Commitment promise;
  promise.measure.kind = agreement::Kind::within;
  promise.target = 90;
  const auto group = [](std::string name, std::uint64_t met, std::uint64_t failed) {
    scoring::BreakdownGroup made;
    made.name = std::move(name);
    made.rows = met + failed;
    made.tally.met = met;
    made.tally.failed = failed;
    made.tally.population = made.rows;
    if (made.rows > 0)
      made.tally.value = 100.0 * static_cast<double>(met) / static_cast<double>(made.rows);
    return made;
  };
  const scoring::Breakdown groups = {group("good", 10, 0), group("few", 0, 1), group("many", 0, 9),
                                     group("none", 0, 0), group("Bad", 1, 1)};
  const auto names = [&](GroupOrder order) {
    std::vector<std::string> listed;
    for (const GroupRow& row : group_rows(promise, groups, scoring::SplitBy::text, order))
      listed.push_back(row.name);
    return listed;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(names(GroupOrder::worst), (Names{"many", "few", "Bad", "good", "none"}));
  EXPECT_EQ(names(GroupOrder::most), (Names{"good", "many", "Bad", "few", "none"}));
  EXPECT_EQ(names(GroupOrder::listed), (Names{"Bad", "few", "good", "many", "none"}));
  promise.direction = agreement::Direction::at_most;
  EXPECT_EQ(names(GroupOrder::worst)[0], "good");
  const auto rows = group_rows(promise, groups, scoring::SplitBy::text, GroupOrder::listed);
  EXPECT_EQ(rows[0].good, true);
  EXPECT_EQ(rows[2].good, false);
  EXPECT_FALSE(rows[4].good);
}

TEST(SplitOptions, OwnerAndSourceComeFirstAndIdsLast) {
  agreement::Dataset dataset;
  dataset.id_field = "id";
  for (const auto& [key, type] :
       {std::pair{"id", data::FieldType::text}, std::pair{"email", data::FieldType::text},
        std::pair{"country", data::FieldType::text},
        std::pair{"Original source", data::FieldType::text},
        std::pair{"size", data::FieldType::number},
        std::pair{"Contact Owner", data::FieldType::text}}) {
    data::Field& field = dataset.fields.emplace_back();
    field.key = field.column = key;
    field.type = type;
  }
  std::vector<std::string> names;
  for (const SplitOption& option : split_options(dataset))
    names.push_back(option.name);
  EXPECT_EQ(names, (std::vector<std::string>{"Contact Owner", "Original source", "Weekday", "Hour",
                                             "country", "email", "id"}));
}

}  // namespace
}  // namespace leadpact::app
