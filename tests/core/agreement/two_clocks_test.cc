#include "core/agreement/two_clocks.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "core/agreement/advice.h"
#include "core/agreement/clauses.h"
#include "core/agreement/sentence.h"
#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

data::Field column(std::string name, std::string key = "k") {
  data::Field field;
  field.key = std::move(key);
  field.column = std::move(name);
  field.type = data::FieldType::timestamp;
  return field;
}

TEST(TwoClocks, ColumnsAreKnownByTheirNames) {
  const struct {
    const char* column;
    Event event;
  } cases[] = {
      {"Create Date", Event::inquiry},
      {"Created Time", Event::inquiry},
      {"CreatedDate", Event::inquiry},
      {"Became a Lead Date", Event::inquiry},
      {"Submitted At", Event::inquiry},
      {"Owner assigned date", Event::assigned},
      {"hubspot_owner_assigneddate", Event::assigned},
      {"OwnerAssignedDate", Event::assigned},
      {"Assignment", Event::assigned},
      {"Lead routed at", Event::assigned},
      {"Became a Marketing Qualified Lead Date", Event::qualified},
      {"MQL date", Event::qualified},
      {"Date of first outreach", Event::contacted},
      {"First contact", Event::contacted},
      {"First Response Time", Event::contacted},
      {"Contacted", Event::contacted},
      {"Last contacted", Event::other},
      {"Became a Sales Qualified Lead Date", Event::other},
      {"Opportunity created", Event::other},
      {"Deal created on", Event::inquiry},
      {"Last modified", Event::other},
      {"Close date", Event::other},
      {"Erster Kontakt", Event::contacted},
      {"Fecha de creación", Event::inquiry},
  };
  for (const auto& each : cases)
    EXPECT_EQ(event_of(column(each.column)), each.event) << each.column;
  EXPECT_EQ(event_of(column("Zugewiesen", "assigned_at")), Event::assigned);
  data::Field text = column("Assigned to");
  text.type = data::FieldType::text;
  EXPECT_EQ(event_of(text), Event::other);
  data::Field planned = column("Assigned");
  planned.planned = true;
  EXPECT_EQ(event_of(planned), Event::other);
}

// A promise of both teams from inquiry to touch, with the two other columns.
class OtherClock : public ::testing::Test {
 protected:
  void SetUp() override {
    agreement = exchange::read_json(find_template("blank")->json).value().agreement;
    add_clause(agreement, "inquiry-to-touch");
    data::Field assigned = column("Owner assigned date", "assigned_at");
    agreement.datasets[0].fields.push_back(assigned);
    agreement.contacts = {{"m", Team::marketing, "Mo", "", "", ""},
                          {"s", Team::sales, "Sal", "", "", ""}};
    promise().owner = "m";
  }
  Commitment& promise() { return agreement.commitments[0]; }
  Agreement agreement;
};

TEST_F(OtherClock, IsAddedBehindThePromiseAsOneOfSales) {
  const Commitment before = promise();
  ASSERT_NE(other_clock(agreement, 0), nullptr);
  EXPECT_EQ(other_clock(agreement, 0)->key, "assigned_at");
  EXPECT_EQ(add_other_clock(agreement, 0), "commitments[1]");
  ASSERT_EQ(agreement.commitments.size(), 2u);
  EXPECT_TRUE(validate(agreement).empty());
  EXPECT_EQ(promise(), before);
  const Commitment& added = agreement.commitments[1];
  EXPECT_NE(added.id, before.id);
  EXPECT_EQ(added.team, Team::sales);
  EXPECT_EQ(added.owner, "");  // marketing's contact answers for nothing of sales
  EXPECT_EQ(added.title, before.title + ", from assignment");
  EXPECT_EQ(added.measure.from, "assigned_at");
  EXPECT_EQ(added.measure.at, "assigned_at");
  EXPECT_EQ(added.measure.to, before.measure.to);
  EXPECT_EQ(added.measure.limit, before.measure.limit);
  EXPECT_EQ(added.measure.calendar, before.measure.calendar);
  EXPECT_EQ(added.target, before.target);
  EXPECT_NE(added.detail.find("routing delay"), std::string::npos);
  EXPECT_NE(commitment_sentence(agreement, added).find("after “Owner assigned date”"),
            std::string::npos);
  EXPECT_NE(commitment_sentence(agreement, added), commitment_sentence(agreement, before));
}

TEST_F(OtherClock, KeepsAnOwnerOfSalesAndWhereTheLeadCounts) {
  promise().owner = "s";
  promise().measure.at = "contacted_at";
  add_other_clock(agreement, 0);
  EXPECT_EQ(agreement.commitments[1].owner, "s");
  EXPECT_EQ(agreement.commitments[1].measure.at, "contacted_at");
  EXPECT_TRUE(validate(agreement).empty());
}

TEST_F(OtherClock, IsOfferedOnceAndTheGuideSaysSo) {
  const auto advised = [&] {
    for (const Advice& each : advice_on(agreement)) {
      if (each.text.find("the other clock") != std::string::npos) return each.place;
    }
    return std::string();
  };
  EXPECT_EQ(advised(), "commitments[0].measure.from");
  add_other_clock(agreement, 0);
  EXPECT_EQ(advised(), "");
  for (std::size_t i = 0; i < 3; ++i) {
    const Agreement before = agreement;
    EXPECT_EQ(other_clock(agreement, i), nullptr) << i;
    EXPECT_EQ(add_other_clock(agreement, i), "") << i;
    EXPECT_EQ(agreement, before);
  }
}

TEST_F(OtherClock, IsNotOfferedWhereItWouldMeanNothing) {
  const Agreement good = agreement;
  const auto spoilt = [&](const auto& spoil) {
    agreement = good;
    spoil();
    return other_clock(agreement, 0) == nullptr;
  };
  EXPECT_FALSE(spoilt([] {}));
  EXPECT_TRUE(spoilt([&] { agreement.datasets[0].fields.pop_back(); }));
  EXPECT_TRUE(spoilt([&] { promise().measure.kind = Kind::median_time; }));
  EXPECT_TRUE(spoilt([&] { promise().measure.dataset = "none"; }));
  EXPECT_TRUE(spoilt([&] { promise().measure.from = "assigned_at"; }));
  EXPECT_TRUE(spoilt([&] { promise().measure.to = "assigned_at"; }));
  EXPECT_TRUE(spoilt([&] { agreement.commitments.clear(); }));
}

TEST_F(OtherClock, StartsWithTheMqlWhereNothingIsAssigned) {
  agreement.datasets[0].fields.back() = column("MQL date", "mql_at");
  ASSERT_NE(other_clock(agreement, 0), nullptr);
  add_other_clock(agreement, 0);
  EXPECT_EQ(agreement.commitments[1].measure.from, "mql_at");
  EXPECT_EQ(agreement.commitments[1].title, promise().title + ", from MQL");
  EXPECT_TRUE(validate(agreement).empty());
}

}  // namespace
}  // namespace leadpact::agreement
