#include "core/scoring/follow_up.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::scoring {
namespace {

using agreement::Team;
using calendar::testing::day;

agreement::Agreement sample() {
  agreement::Agreement agreement;
  agreement.time_zone = "America/New_York";
  agreement.starts_on = "2026-01-01";
  agreement.contacts = {{"m", Team::marketing, "Ada Park", "Marketing lead", "", ""},
                        {"s", Team::sales, "Bo Berg", "", "", ""},
                        {"b", Team::both, "", "Operations", "", ""}};
  agreement::Calendar office{"office", "Office hours", "America/New_York", {}, {}, {}};
  for (const char* weekday : {"mon", "tue", "wed", "thu", "fri"})
    office.week.push_back({weekday, "09:00", "17:00"});
  agreement::Calendar late = office;
  late.id = "late";
  for (auto& each : late.week)
    each.to = "20:00";
  agreement.calendars = {office, late};
  agreement::Commitment with;
  with.id = "late-one";
  with.measure.calendar = "late";
  agreement::Commitment without;
  without.id = "s1";
  agreement.commitments = {with, without};
  return agreement;
}

calendar::Instant at(const std::string& text) {
  return *calendar::parse_instant(text);
}

std::string by(const std::string& within, const std::string& commitment = "s1",
               const std::string& as_of = "2026-03-01T05:00:00Z") {
  const agreement::Agreement agreement = sample();
  FollowUp follow_up(agreement, at(as_of));
  // A Saturday.
  const ActBy found = follow_up.by(within, commitment, day("2026-02-28"));
  return (found.due ? calendar::format_instant(*found.due) : "-") +
         (found.overdue ? " overdue" : "");
}

TEST(FollowUp, CountsFromTheDayItFellDue) {
  EXPECT_EQ(by("2 business days"), "2026-03-03T22:00:00Z");
  EXPECT_EQ(by("4 business hours"), "2026-03-02T18:00:00Z");
  EXPECT_EQ(by("3 days"), "2026-03-04T05:00:00Z");
  EXPECT_EQ(by("24 hours"), "2026-03-01T05:00:00Z");
  EXPECT_EQ(by("2 business days. "), "2026-03-03T22:00:00Z");
  EXPECT_EQ(by("0 business days"), "2026-03-02T22:00:00Z");
}

TEST(FollowUp, WhatIsNoLimitHasNoTime) {
  for (const char* text : {"", "soon", "a week", "2 weeks", "-1 days", "9999999 days"})
    EXPECT_EQ(by(text), "-") << text;
}

TEST(FollowUp, TheMissedPromisesOwnCalendarCounts) {
  EXPECT_EQ(by("2 business days", "late-one"), "2026-03-04T01:00:00Z");
  EXPECT_EQ(by("2 business days", "unknown"), "2026-03-03T22:00:00Z");
}

TEST(FollowUp, IsOverdueOnlyAfterTheLimitIsUsedUp) {
  EXPECT_EQ(by("2 business days", "s1", "2026-03-03T22:00:00Z"), "2026-03-03T22:00:00Z");
  EXPECT_EQ(by("2 business days", "s1", "2026-03-03T22:00:01Z"), "2026-03-03T22:00:00Z overdue");
  EXPECT_EQ(by("3 days", "s1", "2026-03-04T04:59:59Z"), "2026-03-04T05:00:00Z");
  EXPECT_EQ(by("3 days", "s1", "2026-03-04T05:00:00Z"), "2026-03-04T05:00:00Z overdue");
}

TEST(FollowUp, BusinessTimeWithoutCalendarIsSaid) {
  agreement::Agreement agreement = sample();
  agreement.calendars.clear();
  FollowUp follow_up(agreement, at("2026-03-09T05:00:00Z"));
  const ActBy found = follow_up.by("2 business days", "s1", day("2026-02-28"));
  EXPECT_TRUE(found.needs_hours);
  EXPECT_FALSE(found.due);
  EXPECT_FALSE(found.overdue);
  EXPECT_TRUE(follow_up.by("2 days", "s1", day("2026-02-28")).overdue);
}

TEST(FollowUp, WhoActsIsNamedOrTheTeamsPointsOfContact) {
  agreement::Agreement agreement = sample();
  const FollowUp follow_up(agreement, at("2026-03-01T05:00:00Z"));
  EXPECT_EQ(follow_up.who_in_words({"s", "m", "s"}, Team::sales),
            "Bo Berg and Ada Park (Marketing lead)");
  EXPECT_EQ(follow_up.who_in_words({}, Team::sales), "Bo Berg and Operations");
  EXPECT_EQ(follow_up.who_in_words({"gone"}, Team::marketing),
            "Ada Park (Marketing lead) and Operations");
  EXPECT_EQ(follow_up.who({}, Team::both).size(), 3u);
  agreement.contacts.clear();
  EXPECT_EQ(follow_up.who_in_words({}, Team::sales), "Sales");
}

}  // namespace
}  // namespace leadpact::scoring
