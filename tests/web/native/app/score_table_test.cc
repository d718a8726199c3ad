#include "web/app/score_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace leadpact::app {
namespace {

using agreement::Team;
using scoring::Status;
using Sort = ScoreTable::Sort;
using Order = std::vector<std::size_t>;

CommitmentLine line(std::string title, Team team, Status status, std::optional<double> value,
                    std::optional<double> attainment) {
  CommitmentLine made;
  made.title = std::move(title);
  made.team = team;
  made.status = status;
  made.value_number = value;
  made.attainment_number = attainment;
  return made;
}

std::vector<CommitmentLine> lines() {
  return {line("beta", Team::marketing, Status::met, 200, 1.2),
          line("Alpha", Team::sales, Status::missed, 50, 0.5),
          line("gamma", Team::both, Status::no_data, std::nullopt, std::nullopt),
          line("delta", Team::sales, Status::at_risk, 90, 0.9)};
}

TEST(ScoreTable, SortsByWhatIsAskedFor) {
  ScoreTable table;
  const auto sorted = [&](Sort sort) {
    table.sort = sort;
    return shown_lines(lines(), table);
  };
  EXPECT_EQ(sorted(Sort::agreement), (Order{0, 1, 2, 3}));
  EXPECT_EQ(sorted(Sort::status), (Order{1, 3, 0, 2}));
  EXPECT_EQ(sorted(Sort::name), (Order{1, 0, 3, 2}));
  EXPECT_EQ(sorted(Sort::value), (Order{0, 3, 1, 2}));
  EXPECT_EQ(sorted(Sort::attainment), (Order{1, 3, 0, 2}));
}

TEST(ScoreTable, WhatBothPromiseBelongsToEachTeam) {
  ScoreTable table;
  EXPECT_FALSE(table.filters());
  table.team = Team::sales;
  EXPECT_EQ(shown_lines(lines(), table), (Order{1, 2, 3}));
  table.status = Status::missed;
  EXPECT_EQ(shown_lines(lines(), table), (Order{1}));
  EXPECT_EQ(filter_words(table, "Closers", 1, 4), "1 of 4 promises: Closers, missed.");
  table.team.reset();
  EXPECT_EQ(filter_words(table, "", 1, 4), "1 of 4 promises: missed.");
}

}  // namespace
}  // namespace leadpact::app
