#include "core/agreement/templates.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/agreement/model.h"
#include "core/exchange/document.h"
#include "embedded/templates.h"

namespace leadpact::agreement {
namespace {

TEST(Templates, EveryEmbeddedFileIsOfferedAndHasATitle) {
  std::set<std::string> offered;
  for (const Template& each : templates()) {
    EXPECT_FALSE(each.json.empty()) << each.name;
    EXPECT_FALSE(each.title.empty()) << each.name;
    EXPECT_FALSE(each.description.empty()) << each.name;
    EXPECT_EQ(find_template(each.name), &each);
    offered.insert(std::string(each.name) + ".sla.json");
  }
  std::set<std::string> embedded;
  for (const auto& file : embedded::templates())
    embedded.insert(std::string(file.name));
  EXPECT_EQ(offered, embedded);
  EXPECT_EQ(find_template("no such"), nullptr);
}

TEST(Templates, AreValidWithoutAWarning) {
  for (const Template& each : templates()) {
    const auto document = exchange::read_json(each.json);
    ASSERT_TRUE(document.ok()) << each.name << ": " << document.errors().front().place << ": "
                               << document.errors().front().message;
    EXPECT_TRUE(document.value().warnings.empty()) << each.name;
  }
}

TEST(Templates, InboundBindsBothTeams) {
  const auto document = exchange::read_json(find_template("inbound")->json);
  ASSERT_TRUE(document.ok());
  const Agreement& agreement = document.value().agreement;
  EXPECT_GE(agreement.commitments.size(), 12u);
  std::set<Team> teams;
  std::set<Kind> kinds;
  for (const Commitment& commitment : agreement.commitments) {
    teams.insert(commitment.team);
    kinds.insert(commitment.measure.kind);
    EXPECT_FALSE(commitment.owner.empty()) << commitment.id;
    EXPECT_FALSE(commitment.detail.empty()) << commitment.id;
  }
  EXPECT_EQ(teams, (std::set<Team>{Team::marketing, Team::sales, Team::both}));
  EXPECT_GE(kinds.size(), 6u);
  EXPECT_EQ(agreement.goals.size(), 2u);
  EXPECT_EQ(agreement.stages.size(), 4u);
  std::set<std::string> zones;
  for (const Calendar& calendar : agreement.calendars)
    zones.insert(calendar.time_zone);
  EXPECT_GE(zones.size(), 2u);
}

}  // namespace
}  // namespace leadpact::agreement
