#include "core/agreement/edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Agreement inbound() {
  return exchange::read_json(find_template("inbound")->json).value().agreement;
}

TEST(Edits, SpotsAreFoundInPlaces) {
  const auto spot = spot_of("lead_scoring.rules[12].condition.criteria[3]");
  ASSERT_TRUE(spot.has_value());
  EXPECT_EQ(spot->list, "lead_scoring.rules");
  EXPECT_EQ(spot->index, 12u);
  EXPECT_EQ(spot->place(), "lead_scoring.rules[12]");
  for (const char* place :
       {"title", "", "commitments", "commitments[", "commitments[]", "commitments[x]",
        "commitments[-1]", "nothing[1]", "[1]", "commitments[99999999999999999999999]"}) {
    EXPECT_FALSE(spot_of(place).has_value()) << place;
  }
}

TEST(Edits, WhatIsAddedHasAnIdOfItsOwn) {
  Agreement agreement;
  agreement.goals.push_back(Commitment());
  agreement.goals[0].id = "c1";
  EXPECT_EQ(add(agreement, "commitments"), "commitments[0]");
  EXPECT_EQ(add(agreement, "commitments"), "commitments[1]");
  EXPECT_EQ(agreement.commitments[0].id, "c2");  // goals share the ids
  EXPECT_EQ(agreement.commitments[1].id, "c3");
  EXPECT_EQ(add(agreement, "consequences"), "consequences[0]");
  EXPECT_EQ(add(agreement, "nothing"), "");
}

TEST(Edits, AddingToAValidAgreementLeavesItMeasurable) {
  for (const char* list : {"commitments", "goals", "calendars", "contacts", "reviews", "personas",
                           "escalation", "consequences"}) {
    Agreement agreement = inbound();
    EXPECT_NE(add(agreement, list), "");
    EXPECT_TRUE(validate(agreement).empty()) << list << ": " << validate(agreement)[0].message;
  }
}

TEST(Edits, ACopyDiffersInItsIdOnly) {
  Agreement agreement = inbound();
  const std::size_t before = agreement.commitments.size();
  EXPECT_EQ(duplicate(agreement, "commitments[2]"), "commitments[3]");
  EXPECT_EQ(agreement.commitments.size(), before + 1);
  Commitment copy = agreement.commitments[3];
  EXPECT_NE(copy.id, agreement.commitments[2].id);
  copy.id = agreement.commitments[2].id;
  EXPECT_EQ(copy, agreement.commitments[2]);
  EXPECT_EQ(duplicate(agreement, "commitments[99]"), "");
  EXPECT_EQ(duplicate(agreement, "title"), "");
}

TEST(Edits, MovingStaysInsideTheList) {
  Agreement agreement;
  agreement.consequences = {"a", "b", "c"};
  EXPECT_EQ(move(agreement, "consequences[0]", 2), "consequences[2]");
  EXPECT_EQ(agreement.consequences, (std::vector<std::string>{"b", "c", "a"}));
  EXPECT_EQ(move(agreement, "consequences[2]", -1), "consequences[1]");
  EXPECT_EQ(agreement.consequences, (std::vector<std::string>{"b", "a", "c"}));
  EXPECT_EQ(move(agreement, "consequences[0]", -1), "");
  EXPECT_EQ(move(agreement, "consequences[2]", 1), "");
  EXPECT_EQ(move(agreement, "consequences[9]", -1), "");
}

// Each step changes what a reader sees, by one place, and nothing of the other teams.
TEST(Edits, APromiseMovesPastTheNextOneOfItsTeam) {
  const auto ids = [](const Agreement& agreement, Team team) {
    std::vector<std::string> all;
    for (const Commitment& each : agreement.commitments) {
      if (each.team == team) all.push_back(each.id);
    }
    return all;
  };
  const Agreement fresh = inbound();
  for (std::size_t i = 0; i < fresh.commitments.size(); ++i) {
    Agreement agreement = fresh;
    const Commitment moved = fresh.commitments[i];
    std::vector<std::string> shown = ids(fresh, moved.team);
    std::string place = Spot{"commitments", i}.place();
    std::size_t steps = 0;
    while (can_move(agreement, place, -1)) {
      place = move(agreement, place, -1);
      const auto at = std::find(shown.begin(), shown.end(), moved.id);
      ASSERT_NE(at, shown.begin());
      std::swap(*at, *(at - 1));
      EXPECT_EQ(ids(agreement, moved.team), shown);
      EXPECT_EQ(agreement.commitments[spot_of(place)->index], moved);
      ++steps;
    }
    EXPECT_EQ(shown.front(), moved.id);
    EXPECT_EQ(move(agreement, place, -1), "");
    for (const Team team : {Team::marketing, Team::sales, Team::both}) {
      if (team != moved.team) {
        EXPECT_EQ(ids(agreement, team), ids(fresh, team));
      }
    }
    EXPECT_EQ(steps_to(fresh, Spot{"commitments", i}.place(), 0), -static_cast<int>(steps));
    EXPECT_FALSE(move(agreement, place, static_cast<int>(shown.size()) - 1).empty());
    EXPECT_EQ(ids(agreement, moved.team).back(), moved.id);
  }
  EXPECT_EQ(steps_to(fresh, "commitments[0]", 1), 0);
  EXPECT_EQ(steps_to(fresh, "personas[0]", 2), static_cast<int>(fresh.personas.size()) > 1 ? 1 : 0);
  EXPECT_EQ(steps_to(fresh, "nothing[0]", 2), 0);
  EXPECT_FALSE(can_move(fresh, "commitments[99]", -1));
}

TEST(Edits, NobodyNamesAContactThatIsRemoved) {
  Agreement agreement = inbound();
  while (!agreement.contacts.empty())
    EXPECT_EQ(remove(agreement, "contacts[0]"), "contacts[0]");
  EXPECT_TRUE(validate(agreement).empty()) << validate(agreement)[0].message;
}

TEST(Edits, APromiseThatIsRemovedTakesItsOwnStepsWithIt) {
  Agreement agreement = inbound();
  const std::string id = agreement.commitments[0].id;
  const std::string other = agreement.commitments[1].id;
  agreement.escalation = {{"e1", 1, {id}, "x", {}, ""}, {"e2", 2, {id, other}, "y", {}, ""}};
  agreement.cancellation = {3, {id}, "30 days", "In writing."};
  agreement.checkins = {{id, "2026-01-01", "", ""}};
  EXPECT_EQ(remove(agreement, "commitments[0]"), "commitments[0]");
  ASSERT_EQ(agreement.escalation.size(), 1u);  // not one that is about all promises now
  EXPECT_EQ(agreement.escalation[0].commitments, std::vector<std::string>{other});
  // No right for any promise, but the rest of its clause is there.
  EXPECT_EQ(agreement.cancellation, (Cancellation{0, {}, "30 days", "In writing."}));
  EXPECT_TRUE(agreement.checkins.empty());
  EXPECT_TRUE(validate(agreement).empty());
}

TEST(Edits, WhatHasNoIdOfItsOwnGetsOne) {
  Agreement agreement = inbound();
  const Agreement before = agreement;
  EXPECT_EQ(give_ids(agreement), 0u);
  EXPECT_TRUE(agreement == before);
  agreement.commitments[0].id = "c1";
  agreement.commitments[1].id = agreement.goals[0].id;
  agreement.commitments[2].id.clear();
  agreement.contacts.resize(2);
  agreement.contacts[0].id = agreement.contacts[1].id = "c1";
  agreement.datasets[0].fields[1].key = agreement.datasets[0].fields[0].key;
  EXPECT_EQ(give_ids(agreement), 4u);
  EXPECT_EQ(agreement.goals[0].id, before.goals[0].id);
  EXPECT_EQ(agreement.commitments[0].id, "c1");
  EXPECT_EQ(agreement.commitments[1].id, "c2");
  EXPECT_EQ(agreement.commitments[2].id, "c3");
  EXPECT_EQ(agreement.contacts[0].id, "c1");
  EXPECT_EQ(agreement.contacts[1].id, "c2");
  EXPECT_EQ(agreement.datasets[0].fields[1].key, "f1");
  EXPECT_EQ(give_ids(agreement), 0u);
}

TEST(Edits, WhatChangesAMeasureStaysAsAnError) {
  Agreement agreement = inbound();
  remove(agreement, "calendars[0]");
  EXPECT_FALSE(validate(agreement).empty());
}

}  // namespace
}  // namespace leadpact::agreement
