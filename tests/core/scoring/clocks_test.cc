#include "core/scoring/clocks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/scoring/pick.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::Random;
using calendar::testing::utc;
using data::FieldType;

Agreement chained() {
  Agreement agreement = small_agreement();
  agreement.datasets[0].fields = {field("id", FieldType::text),
                                  field("Owner", FieldType::text),
                                  field("Submitted", FieldType::timestamp),
                                  field("Assigned", FieldType::timestamp),
                                  field("First contact", FieldType::timestamp),
                                  field("Meeting", FieldType::timestamp, true)};
  return agreement;
}
constexpr const char* kChainHeader = "id,Owner,Submitted,Assigned,First contact,Meeting\n";

ChainSweep swept(const World& w, const Chain& chain, const char* as_of, std::size_t slice = 1) {
  ChainSweep sweep(*w.agreement, chain, w.data, utc(as_of));
  while (!sweep.work(slice)) {
    EXPECT_LE(sweep.progress(), 1);
  }
  return sweep;
}

TEST(Clocks, AreTheTable) {
  const World w =
      world(chained(), std::string(kChainHeader) +
                           "L1,Ann,2026-03-03 09:00,2026-03-03 11:00,2026-03-03 11:30,\n"
                           "L2,Ann,2026-03-03 10:00,2026-03-03 11:00,,\n"
                           "L3,Bo,2026-03-03 12:00,2026-03-03 11:00,2026-03-03 14:00,\n");
  const Chain chain = usual_chain(*w.agreement, 0);
  EXPECT_EQ(chain.fields, (std::vector<std::string>{"Submitted", "Assigned", "First contact"}));
  EXPECT_EQ(chain.owner, "Owner");
  const ChainSweep sweep = swept(w, chain, "2026-03-04T00:00:00Z");
  ASSERT_EQ(sweep.steps().size(), 2u);
  const ChainStep& routing = sweep.steps()[0];
  EXPECT_TRUE(routing.routing);
  EXPECT_EQ(routing.times.counted, 2u);
  EXPECT_EQ(routing.times.missing, 0u);
  EXPECT_EQ(routing.times.out_of_order, 1u);
  EXPECT_EQ(routing.times.median, 1.5 * 3600);
  EXPECT_EQ(routing.times.ninety, 2 * 3600);
  EXPECT_DOUBLE_EQ(routing.share, 80);
  const ChainStep& contact = sweep.steps()[1];
  EXPECT_FALSE(contact.routing);
  EXPECT_EQ(contact.times.counted, 2u);
  EXPECT_EQ(contact.times.missing, 1u);
  EXPECT_EQ(contact.times.median, 1.75 * 3600);
  EXPECT_DOUBLE_EQ(contact.share, 20);
  EXPECT_EQ(sweep.whole().counted, 1u);
  EXPECT_EQ(sweep.whole().median, 2.5 * 3600);
  ASSERT_EQ(sweep.owners().size(), 2u);
  EXPECT_EQ(sweep.owners()[0].name, "Ann");
  EXPECT_EQ(sweep.owners()[0].records, 2u);
  EXPECT_EQ(sweep.owners()[0].steps[0].counted, 0u) << "routing is no rep's";
  EXPECT_EQ(sweep.owners()[0].steps[1].median, 1800);
  EXPECT_EQ(sweep.owners()[1].steps[1].median, 3 * 3600);
  EXPECT_DOUBLE_EQ(*sweep.a_working_day(), 3);
}

TEST(Clocks, KeepToTheCalendarAndLeaveOutDatesAlone) {
  const World w = world(chained(), std::string(kChainHeader) +
                                       "L1,,2026-03-06 16:00,2026-03-09 10:00,2026-03-09 10:30,\n"
                                       "L2,,2026-03-06,2026-03-09 10:00,2026-03-09 11:00,\n");
  Chain chain = usual_chain(*w.agreement, 0);
  chain.calendar = "office";
  const ChainSweep sweep = swept(w, chain, "2026-03-12T00:00:00Z");
  EXPECT_EQ(sweep.steps()[0].times.median, 2 * 3600);
  EXPECT_EQ(sweep.steps()[0].times.date_alone, 1u);
  EXPECT_EQ(sweep.steps()[1].times.counted, 2u);
  ASSERT_EQ(sweep.owners().size(), 1u);
  EXPECT_EQ(sweep.owners()[0].name, "");
}

TEST(Clocks, SeeNothingLaterThanAsOf) {
  const World w = world(chained(), std::string(kChainHeader) +
                                       "L1,,2026-03-03 09:00,2026-03-03 11:00,2026-03-05 11:30,\n");
  const ChainSweep sweep = swept(w, usual_chain(*w.agreement, 0), "2026-03-04T00:00:00Z");
  EXPECT_EQ(sweep.steps()[1].times.missing, 1u);
  EXPECT_EQ(sweep.whole().counted, 0u);
}

// Empty, or in the twelve days from `first` on: a time, or the day alone.
std::string random_cell(Random& random, const char* first) {
  if (random.one_in(6)) return "";
  const std::string day = calendar::format_day(calendar::testing::day(first) + random.below(12));
  return random.one_in(5) ? day : day + " 1" + std::to_string(random.below(10)) + ":15";
}

TEST(Clocks, AStepIsAMedianTime) {
  Random random(3);
  for (int round = 0; round < 20; ++round) {
    Agreement agreement = small_agreement();
    agreement.commitments = {commitment("c", Kind::median_time, 1)};
    agreement.commitments[0].every = calendar::Every::term;
    Chain chain;
    chain.fields = {"from", "to"};
    if (round % 2 == 1) chain.calendar = agreement.commitments[0].measure.calendar = "office";
    std::string csv = kHeader;
    const auto cell = [&] { return random_cell(random, "2026-02-20"); };
    for (int i = 0; i < 80; ++i) {
      csv += std::to_string(i) + ",,,,2026-02-01," + cell() + "," + cell() + ",\n";
    }
    const World w = world(agreement, csv);
    const PeriodScore period = score(w, "2026-03-01T00:00:00Z").card.commitments[0].periods.at(0);
    const StepTimes step = swept(w, chain, "2026-03-01T00:00:00Z", 7).steps()[0].times;
    EXPECT_EQ(step.counted, period.population);
    EXPECT_EQ(step.missing + step.out_of_order + step.date_alone, *period.left_out);
    if (period.value) {
      EXPECT_NEAR(step.median / 3600, *period.value, 1e-9);
    }
  }
}

// ---- The leads behind the numbers ----------------------------------------------------

std::uint64_t count(const RecordMeasure& measure, const Pick& pick,
                    const std::vector<std::uint32_t>& among) {
  return static_cast<std::uint64_t>(std::count_if(
      among.begin(), among.end(), [&](std::uint32_t row) { return pick.takes(measure, row); }));
}

Pick left_out(unsigned reasons) {
  Pick pick;
  pick.outcomes = bit(Outcome::left_out);
  pick.reasons = reasons;
  return pick;
}

// Of every step and owner, by the step's own promise, whatever the agreement's time.
void expect_leads(const World& w, const ChainSweep& sweep, calendar::Instant as_of) {
  const std::vector<std::uint32_t>& all = w.table().kept();
  Pick counted;
  counted.outcomes = bit(Outcome::counted);
  std::uint64_t owned = 0;
  for (std::size_t o = 0; o < sweep.owners().size(); ++o) {
    EXPECT_EQ(sweep.rows(o).size(), sweep.owners()[o].records);
    owned += sweep.owners()[o].records;
  }
  EXPECT_EQ(owned, sweep.owners().empty() ? 0 : all.size());
  for (std::size_t i = 0; i < sweep.steps().size(); ++i) {
    Agreement agreement = *w.agreement;
    agreement.commitments = {step_promise(agreement, sweep.chain(), i)};
    Context context(agreement, w.data, as_of, 1);
    const RecordMeasure measure(context, agreement.commitments[0]);
    const StepTimes& times = sweep.steps()[i].times;
    EXPECT_EQ(count(measure, counted, all), times.counted);
    EXPECT_EQ(count(measure, left_out(bit(Reason::no_from) | bit(Reason::no_to)), all),
              times.missing);
    EXPECT_EQ(count(measure, left_out(bit(Reason::to_before_from)), all), times.out_of_order);
    EXPECT_EQ(count(measure, left_out(bit(Reason::date_alone)), all), times.date_alone);
    for (std::size_t o = 0; o < sweep.owners().size() && !sweep.steps()[i].routing; ++o) {
      EXPECT_EQ(count(measure, counted, sweep.rows(o)), sweep.owners()[o].steps[i].counted);
    }
  }
}

TEST(Clocks, EveryNumberIsThatManyLeads) {
  Random random(11);
  for (int round = 0; round < 20; ++round) {
    std::string csv = kChainHeader;
    // Some before the agreement starts, some after it is looked at.
    const auto cell = [&] { return random_cell(random, "2025-12-25"); };
    constexpr const char* kOwners[] = {"Ann Lee", "ANN LEE ", "", "Bo", " bo", "Cy"};
    for (int i = 0; i < 60; ++i) {
      csv += std::to_string(i) + "," + kOwners[random.below(6)] + "," + cell() + "," + cell() +
             "," + cell() + ",\n";
    }
    const World w = world(chained(), csv);
    Chain chain = usual_chain(*w.agreement, 0);
    if (round % 2 == 1) chain.calendar = "office";
    expect_leads(w, swept(w, chain, "2026-01-04T00:00:00Z", 7), utc("2026-01-04T00:00:00Z"));
  }
}

TEST(Clocks, OwnersDifferByMoreThanCaseAndSpaces) {
  const World w =
      world(chained(), std::string(kChainHeader) +
                           "L1,Ann Lee,2026-03-03 09:00,2026-03-03 11:00,2026-03-03 11:30,\n"
                           "L2,ANN LEE ,2026-03-03 10:00,2026-03-03 11:00,2026-03-03 12:00,\n"
                           "L3, Bo,2026-03-03 10:00,2026-03-03 11:00,2026-03-03 14:00,\n"
                           "L4,  ,2026-03-03 10:00,2026-03-03 11:00,,\n");
  const ChainSweep sweep = swept(w, usual_chain(*w.agreement, 0), "2026-03-04T00:00:00Z");
  ASSERT_EQ(sweep.owners().size(), 3u);
  EXPECT_EQ(sweep.owners()[0].name, "Ann Lee");
  EXPECT_EQ(sweep.owners()[0].records, 2u);
  EXPECT_EQ(sweep.owners()[0].steps[1].counted, 2u);
  EXPECT_EQ(sweep.owners()[1].name, "");
  EXPECT_EQ(sweep.owners()[2].name, "Bo");
}

TEST(Clocks, AllBeforeTheAssignmentIsNoReps) {
  Agreement agreement = chained();
  agreement.datasets[0].fields.push_back(field("Noticed", FieldType::timestamp));
  const World w = world(agreement,
                        "id,Owner,Submitted,Noticed,Assigned,First contact,Meeting\n"
                        "L1,Ann,2026-03-03 09:00,2026-03-03 10:00,2026-03-03 11:00,"
                        "2026-03-03 13:00,\n");
  Chain chain = usual_chain(*w.agreement, 0);
  chain.fields.insert(chain.fields.begin() + 1, "Noticed");
  const ChainSweep sweep = swept(w, chain, "2026-03-04T00:00:00Z");
  ASSERT_EQ(sweep.steps().size(), 3u);
  EXPECT_TRUE(sweep.steps()[0].routing);
  EXPECT_TRUE(sweep.steps()[1].routing);
  EXPECT_FALSE(sweep.steps()[2].routing);
  EXPECT_EQ(sweep.owners().at(0).steps[1].counted, 0u);
  chain.fields = {"Submitted", "First contact"};
  EXPECT_FALSE(swept(w, chain, "2026-03-04T00:00:00Z").steps()[0].routing);
}

TEST(Clocks, ManyOwnersAreOthers) {
  std::string csv = kChainHeader;
  const int many = static_cast<int>(ChainSweep::kMostOwners) + 100;
  for (int i = 0; i < many + 7; ++i) {
    csv += std::to_string(i) + ",Rep " + std::to_string(std::min(i, many - 1)) +
           ",2026-03-03 09:00,2026-03-03 11:00,2026-03-03 11:30,\n";
  }
  const World w = world(chained(), csv);
  const ChainSweep sweep = swept(w, usual_chain(*w.agreement, 0), "2026-03-04T00:00:00Z", 1000);
  ASSERT_EQ(sweep.owners().size(), ChainSweep::kMostOwners + 1);
  EXPECT_TRUE(sweep.owners().back().others);
  EXPECT_EQ(sweep.owners().back().records, 107u);
  EXPECT_EQ(sweep.owners().back().joined, 100u);
  EXPECT_EQ(sweep.owners().back().steps.back().counted, 107u);
}

TEST(Clocks, TakeWhatThereIsWhereNothingIsNamedPlainly) {
  Agreement agreement = small_agreement();
  EXPECT_EQ(usual_chain(agreement, 0).fields, (std::vector<std::string>{"at", "from"}));
  agreement.commitments = {commitment("c", Kind::median_time, 1)};
  EXPECT_EQ(usual_chain(agreement, 0).fields, (std::vector<std::string>{"from", "to"}));
  agreement.datasets[0].fields.resize(5);
  agreement.commitments.clear();
  EXPECT_TRUE(usual_chain(agreement, 0).fields.empty());
}

}  // namespace
}  // namespace leadpact::scoring
