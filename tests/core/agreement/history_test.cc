#include "core/agreement/history.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/templates.h"
#include "core/exchange/document.h"
#include "tests/core/data/data_testing.h"
#include "tests/core/rounds.h"

namespace leadpact::agreement {
namespace {

using data::testing::Dice;

Agreement read(const Template& each) {
  return exchange::read_json(each.json).value().agreement;
}

// As the browser stores it and as a file.
std::string bytes_of(const Agreement& agreement) {
  return exchange::write_binary(agreement) + exchange::write_json(agreement);
}

TEST(History, NamesWhatItUndoesAndRedoes) {
  Agreement agreement;
  History history;
  EXPECT_FALSE(history.can_undo());
  EXPECT_EQ(history.undo_name(), "");
  EXPECT_TRUE(history.apply(agreement, "Title", "", [](Agreement& a) { a.title = "One"; }));
  EXPECT_TRUE(history.apply(agreement, "Summary", "", [](Agreement& a) { a.summary = "Two"; }));
  EXPECT_EQ(history.undo_name(), "Summary");
  history.undo(agreement);
  EXPECT_EQ(agreement.summary, "");
  EXPECT_EQ(history.undo_name(), "Title");
  EXPECT_EQ(history.redo_name(), "Summary");
  history.redo(agreement);
  EXPECT_EQ(agreement.summary, "Two");
  history.undo(agreement);
  EXPECT_TRUE(history.apply(agreement, "End", "", [](Agreement& a) { a.ends_on = "x"; }));
  EXPECT_FALSE(history.can_redo());
}

TEST(History, WhatChangesNothingIsNoStep) {
  Agreement agreement = read(templates()[0]);
  History history;
  EXPECT_FALSE(history.apply(agreement, "Nothing", "", [](Agreement&) {}));
  EXPECT_FALSE(history.can_undo());
}

TEST(History, TypingIsOneStep) {
  Agreement agreement = read(templates()[0]);
  const std::string first = bytes_of(agreement);
  History history;
  for (const char* text : {"A", "Ab", "Abc"}) {
    history.apply(agreement, "Title of a promise", "commitments[0].title",
                  [&](Agreement& a) { a.commitments[0].title = text; });
  }
  history.undo(agreement);
  EXPECT_EQ(bytes_of(agreement), first);
  EXPECT_FALSE(history.can_undo());
  history.redo(agreement);
  EXPECT_EQ(agreement.commitments[0].title, "Abc");
  // After an undo, after close_step() and for another key it begins anew.
  const auto type = [&](const char* key, const char* text) {
    history.apply(agreement, "Title", key, [&](Agreement& a) { a.commitments[0].title = text; });
  };
  type("commitments[0].title", "Abcd");
  history.close_step();
  type("commitments[0].title", "Abcde");
  type("another", "Abcdef");
  history.undo(agreement);
  EXPECT_EQ(agreement.commitments[0].title, "Abcde");
  history.undo(agreement);
  EXPECT_EQ(agreement.commitments[0].title, "Abcd");
  history.undo(agreement);
  EXPECT_EQ(agreement.commitments[0].title, "Abc");
}

TEST(History, WholeAgreementsCanBeSwappedAndComeBack) {
  // Every part differs between two templates or is spoilt here.
  for (const Template& one : templates()) {
    for (const Template& other : templates()) {
      Agreement agreement = read(one);
      const std::string first = bytes_of(agreement);
      History history;
      history.apply(agreement, "All", "", [&](Agreement& a) { a = read(other); });
      const std::string second = bytes_of(agreement);
      EXPECT_EQ(second, bytes_of(read(other)));
      history.undo(agreement);
      EXPECT_EQ(bytes_of(agreement), first);
      history.redo(agreement);
      EXPECT_EQ(bytes_of(agreement), second);
    }
  }
}

// One random change of the kind people make, possibly leaving it invalid.
void random_edit(Dice& dice, Agreement& agreement) {
  static const std::vector<std::string> kLists = {
      "teams", "contacts",    "personas",   "calendars",    "datasets", "stages",
      "goals", "commitments", "escalation", "consequences", "reviews",  "lead_scoring.rules"};
  const std::string& list = dice.pick(kLists);
  const std::size_t size = size_of(agreement, list);
  const std::string place = Spot{list, size == 0 ? 0 : dice.below(size)}.place();
  switch (dice.below(8)) {
    case 0:
      add(agreement, list);
      return;
    case 1:
      duplicate(agreement, place);
      return;
    case 2:
      move(agreement, place, static_cast<int>(dice.below(5)) - 2);
      return;
    case 3:
      remove(agreement, place);
      return;
    case 4:
      if (!agreement.commitments.empty()) {
        Commitment& commitment = agreement.commitments[dice.below(agreement.commitments.size())];
        commitment.target = static_cast<double>(dice.below(100));
        commitment.measure.limit = dice.chance(2) ? "soon" : "4 business hours";
      }
      return;
    case 5:
      agreement.checkins.push_back({"c1", "2026-01-0" + std::to_string(dice.below(9)), "", "x"});
      agreement.manual_values.clear();
      return;
    case 6:
      agreement.rejection.reasons.push_back(std::to_string(dice.below(1000)));
      agreement.cancellation.missed_in_a_row = static_cast<double>(dice.below(5));
      agreement.fiscal_year_starts = static_cast<double>(1 + dice.below(12));
      return;
    default:
      agreement.summary = std::to_string(dice.below(1000));
      agreement.nurture = agreement.time_zone = agreement.ends_on = agreement.summary;
      return;
  }
}

TEST(History, AnySequenceOfEditsAllUndoneGivesTheFirstBytes) {
  for (int seed = 1; seed <= leadpact::testing::rounds(60); ++seed) {
    Dice dice(static_cast<std::uint32_t>(seed));
    Agreement agreement = read(templates()[dice.below(templates().size())]);
    const std::string first = bytes_of(agreement);
    History history;
    std::vector<std::string> states = {first};
    for (int i = 0; i < 60; ++i) {
      const std::string key = dice.chance(3) ? "typing" : "";
      const std::size_t before = states.size();
      if (!history.apply(agreement, "Edit", key, [&](Agreement& a) { random_edit(dice, a); })) {
        continue;
      }
      const std::string bytes = bytes_of(agreement);
      const auto again = exchange::read_binary(exchange::write_binary(agreement));
      ASSERT_TRUE(again.ok());
      ASSERT_TRUE(again.value() == agreement) << "seed " << seed;
      const auto file = exchange::read_unfinished_json(exchange::write_json(agreement));
      ASSERT_TRUE(file.ok()) << "seed " << seed << file.errors()[0].message;
      ASSERT_TRUE(file.value().agreement == agreement) << "seed " << seed;
      states.push_back(bytes);
      // Now and then some steps back and forth again.
      if (dice.chance(6)) {
        const std::size_t back = dice.below(4);
        std::size_t gone = 0;
        for (; gone < back && history.can_undo(); ++gone)
          history.undo(agreement);
        for (; gone > 0; --gone)
          history.redo(agreement);
        ASSERT_EQ(bytes_of(agreement), bytes) << "seed " << seed << " step " << before;
      }
    }
    const std::string last = bytes_of(agreement);
    while (history.can_undo())
      history.undo(agreement);
    ASSERT_EQ(bytes_of(agreement), first) << "seed " << seed;
    while (history.can_redo())
      history.redo(agreement);
    ASSERT_EQ(bytes_of(agreement), last) << "seed " << seed;
  }
}

}  // namespace
}  // namespace leadpact::agreement
