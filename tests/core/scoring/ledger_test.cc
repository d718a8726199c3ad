#include "core/scoring/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/scoring/ledger_words.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::Random;
using calendar::testing::utc;
using data::FieldType;

Agreement handing_back() {
  Agreement agreement = small_agreement();
  agreement.datasets[0].fields = {
      field("id", FieldType::text),       field("Owner", FieldType::text),
      field("Status", FieldType::text),   field("Assigned", FieldType::timestamp),
      field("Decision", FieldType::text), field("Decided", FieldType::timestamp),
      field("Reason", FieldType::text),   field("Answered", FieldType::timestamp)};
  agreement.rejection.reasons = {"No budget", "Wrong person"};
  agreement.rejection.review_within = "2 business days";
  Commitment decide = commitment("decide", Kind::within, 90);
  decide.title = "Accept or reject";
  decide.measure.at = decide.measure.from = "Assigned";
  decide.measure.to = "Decided";
  decide.measure.limit = "1 business day";
  decide.measure.calendar = "office";
  decide.measure.where = all_of({{"Status", Op::is_not, {"Test"}}});
  agreement.commitments.push_back(decide);
  return agreement;
}
constexpr const char* kColumns = "id,Owner,Status,Assigned,Decision,Decided,Reason,Answered\n";

LedgerSweep swept(const World& w, const char* as_of, std::size_t slice = 1) {
  LedgerSweep sweep(*w.agreement, 0, w.data, utc(as_of));
  while (!sweep.work(slice)) {
    EXPECT_LE(sweep.progress(), 1);
  }
  return sweep;
}

World handed(const std::string& rows) {
  return world(handing_back(), kColumns + rows);
}

std::string described(const LedgerSweep& sweep, const Rejected& lead) {
  return sweep.id(lead.row) + " " + std::string(words_of(lead.state)) + ", " +
         std::string(answer_words(lead));
}

TEST(Ledger, IsTheTable) {
  // 2026-03-02 is a Monday; as of Wednesday evening, past the close.
  const World w = handed(
      "A,Ann,Unqualified,,Rejected,2026-03-02,No budget,2026-03-03\n"
      "B,Ann,Nurture,,Rejected,2026-02-23,No budget,2026-02-27\n"
      "C,Bo,Unqualified,,Rejected,2026-03-02,Odd,\n"
      "D,,Unqualified,,Rejected,,,\n"
      "E,Bo,Unqualified,,Accepted,2026-03-02,No budget,\n"
      "F,Bo,Unqualified,,,,,\n"
      "G,Bo,Open,,,,,\n"
      "H,Bo,Open,,Rejected,2026-03-03,wrong PERSON,\n"
      "I,Bo,Open,,Rejected,2025-12-30,No budget,\n");
  const LedgerSweep sweep = swept(w, "2026-03-04T23:00:00Z");
  const Ledger& ledger = sweep.ledger();
  std::vector<std::string> all;
  for (const Rejected& lead : ledger.leads)
    all.push_back(described(sweep, lead));
  EXPECT_EQ(all, (std::vector<std::string>{"A Returned, in time", "B Nurtured, late",
                                           "C Unanswered, overdue", "D Unanswered, ",
                                           "F Unanswered, ", "H Unanswered, still in time"}));
  EXPECT_EQ(ledger.outside, 1u);
  EXPECT_EQ(ledger.leads[0].age, 2);
  EXPECT_EQ(ledger.leads[3].age, -1);
  EXPECT_EQ(ledger.leads[1].period, 1u) << "February";
  EXPECT_EQ(ledger.leads[3].period, kWithoutAt);
  EXPECT_TRUE(ledger.reasons[ledger.leads[0].reason].agreed);
  EXPECT_EQ(ledger.reasons[ledger.leads[2].reason].name, "Odd");
  EXPECT_FALSE(ledger.reasons[ledger.leads[2].reason].agreed);
  EXPECT_EQ(ledger.reasons[ledger.leads[5].reason].name, "Wrong person");
  EXPECT_EQ(reason_words(ledger.reasons[ledger.leads[3].reason]), "No reason given");
  EXPECT_EQ(*sweep.answer_due(ledger.leads[0].row), utc("2026-03-04T22:00:00Z"));
  EXPECT_FALSE(sweep.answer_due(ledger.leads[3].row).has_value());
}

TEST(Ledger, CountsByReasonOwnerAgeAndState) {
  const World w = handed(
      "A,Ann,,,Rejected,2026-03-02,No budget,2026-03-03\n"
      "B,Ann,,,Rejected,2026-03-02,no budget,\n"
      "C,Bo,,,Rejected,2026-02-02,,\n");
  const LedgerSweep sweep = swept(w, "2026-03-31T00:00:00Z");
  const Ledger& ledger = sweep.ledger();
  const LedgerTally all = tally(ledger, {});
  EXPECT_EQ(all.all.leads, 3u);
  EXPECT_EQ(all.all.unanswered, 2u);
  EXPECT_EQ(all.all.late, 2u);
  EXPECT_EQ(all.ages[static_cast<std::size_t>(AgeBand::month)].leads, 2u);
  EXPECT_EQ(all.ages[static_cast<std::size_t>(AgeBand::quarter)].leads, 1u);
  const auto reasons = by_size(ledger.reasons, all.reasons);
  ASSERT_EQ(reasons.size(), 2u) << "an agreed reason nobody gave is not listed";
  EXPECT_EQ(ledger.reasons[reasons[0]].name, "No budget");
  EXPECT_EQ(all.reasons[reasons[0]].leads, 2u);
  LedgerFilter filter;
  filter.period = 2;
  filter.owner = ledger.leads[0].owner;
  filter.late = true;
  EXPECT_EQ(tally(ledger, filter).all.leads, 1u);
}

TEST(Ledger, TakesWhatOneColumnSaysWhereThereIsNoOther) {
  Agreement agreement = small_agreement();
  agreement.datasets[0].fields = {field("id", FieldType::text),
                                  field("Rejected Date", FieldType::timestamp)};
  const World w = world(agreement, "id,Rejected Date\nA,2026-03-02\nB,\nC,2026-04-02\n");
  const LedgerSweep sweep = swept(w, "2026-03-31T00:00:00Z");
  ASSERT_EQ(sweep.ledger().leads.size(), 1u) << "what is later than as_of is not there yet";
  EXPECT_EQ(sweep.ledger().leads[0].answer, Outcome::left_out) << "no limit is agreed";

  agreement.datasets[0].fields = {field("id", FieldType::text),
                                  field("Rejected", FieldType::boolean)};
  const World flagged = world(agreement, "id,Rejected\nA,yes\nB,no\nC,\n");
  EXPECT_EQ(swept(flagged, "2026-03-31T00:00:00Z").ledger().leads.size(), 1u);

  agreement.datasets[0].fields = {field("id", FieldType::text)};
  const World nothing = world(agreement, "id\nA\n");
  const LedgerSweep none = swept(nothing, "2026-03-31T00:00:00Z");
  EXPECT_TRUE(none.ledger().leads.empty());
  EXPECT_FALSE(none.ledger().columns.can_tell());
  EXPECT_EQ(silence_words(*nothing.agreement, none.ledger()), "");
}

TEST(Ledger, CountsSilenceAsAcceptanceOnceTheTimeIsUp) {
  const World w = handed(
      "A,Ann,Open,2026-03-02 10:00,,,,\n"            // silent
      "B,Ann,Open,2026-03-02 10:00,Accepted,,,\n"    // decided, without a date
      "C,Ann,Open,2026-03-02 10:00,,2026-03-02,,\n"  // the same without a word
      "D,Ann,Test,2026-03-02 10:00,,,,\n"            // not promised
      "E,Ann,Open,2026-03-04 10:00,,,,\n"            // still in time
      "F,Ann,Open,,,,,\n"                            // not handed over
      "G,Ann,Unqualified,2026-03-02 10:00,,,,\n"     // rejected
      "H,Ann,Open,2025-12-02 10:00,,,,\n");          // before the agreement
  const LedgerSweep sweep = swept(w, "2026-03-04T23:00:00Z");
  ASSERT_EQ(sweep.ledger().silent.size(), 1u);
  EXPECT_EQ(sweep.id(sweep.ledger().silent[0]), "A");
  EXPECT_EQ(sweep.ledger().undecided, 1u);
  EXPECT_EQ(silence_words(*w.agreement, sweep.ledger()),
            "1 lead was neither accepted nor rejected within 1 business day (“Accept or reject”). "
            "Where silence means yes, it counts as accepted. 1 lead is still in time to be "
            "decided.");
}

TEST(Ledger, TellsFurtherNamesTogether) {
  std::string rows;
  for (std::size_t i = 0; i < LedgerSweep::kMostNames + 40; ++i)
    rows += "L" + std::to_string(i) + ",Owner " + std::to_string(i) + ",,,Rejected,2026-03-02,,\n";
  // One of the others again, in other letters, and twice.
  rows +=
      "again,OWNER " + std::to_string(LedgerSweep::kMostNames + 5) + ",,,Rejected,2026-03-02,,\n";
  rows +=
      "more,Owner " + std::to_string(LedgerSweep::kMostNames + 5) + " ,,,Rejected,2026-03-02,,\n";
  const World w = handed(rows);
  const LedgerSweep sweep = swept(w, "2026-03-04T23:00:00Z", 7);
  const Ledger& ledger = sweep.ledger();
  EXPECT_EQ(ledger.owners.size(), LedgerSweep::kMostNames + 2);
  const LedgerTally all = tally(ledger, {});
  const auto order = by_size(ledger.owners, all.owners);
  EXPECT_TRUE(ledger.owners[order.back()].others);
  EXPECT_EQ(all.owners[order.back()].leads, 42u);
  EXPECT_EQ(ledger.owners[order.back()].joined, 40u);
  EXPECT_EQ(owner_words(ledger.owners[order.back()]), "40 other owners");
  std::uint64_t sum = 0;
  for (const LedgerCount& count : all.owners)
    sum += count.leads;
  EXPECT_EQ(sum, ledger.leads.size()) << "nobody is lost";
  LedgerFilter others;
  others.owner = order.back();
  EXPECT_EQ(draw_sample(sweep, others, "seed", 100).leads.size(), 42u);
}

// Any slices give the same; every lead is in one group of each kind; the sample
// does not depend on the order of the file.
TEST(LedgerProperty, HoldsForRandomData) {
  Random random(20260304);
  const auto pick = [&](std::initializer_list<const char*> of) {
    return *(of.begin() + random.below(static_cast<int>(of.size())));
  };
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> rows;
    const int count = random.below(41);
    for (int i = 0; i < count; ++i) {
      const auto day = [&] {
        const int of = 1 + random.below(28);
        return "2026-0" + std::to_string(1 + random.below(3)) + "-" + (of < 10 ? "0" : "") +
               std::to_string(of);
      };
      const auto maybe = [&](const std::string& text) {
        return random.one_in(3) ? std::string() : text;
      };
      rows.push_back("L" + std::to_string(i) + "," + pick({"Ann", "ann", "Bo", ""}) + "," +
                     pick({"", "Open", "Unqualified", "Nurture"}) + "," + maybe(day() + " 10:00") +
                     "," + pick({"", "Rejected", "Accepted"}) + "," + maybe(day()) + "," +
                     pick({"", "No budget", "Odd"}) + "," + maybe(day()) + "\n");
    }
    std::string file;
    for (const std::string& row : rows)
      file += row;
    std::reverse(rows.begin(), rows.end());
    std::string turned;
    for (const std::string& row : rows)
      turned += row;
    const World w = handed(file), t = handed(turned);
    const LedgerSweep one = swept(w, "2026-03-15T12:00:00Z", 1);
    const LedgerSweep whole = swept(w, "2026-03-15T12:00:00Z", 1000);
    const LedgerSweep other = swept(t, "2026-03-15T12:00:00Z", 3);
    ASSERT_EQ(one.ledger().leads.size(), whole.ledger().leads.size());
    EXPECT_EQ(one.ledger().silent, whole.ledger().silent);
    EXPECT_EQ(one.ledger().silent.size(), other.ledger().silent.size());
    for (std::size_t i = 0; i < one.ledger().leads.size(); ++i) {
      EXPECT_EQ(described(one, one.ledger().leads[i]), described(whole, whole.ledger().leads[i]));
    }
    const LedgerTally all = tally(one.ledger(), {});
    const auto sum = [](const auto& counts) {
      std::uint64_t leads = 0;
      for (const LedgerCount& each : counts)
        leads += each.leads;
      return leads;
    };
    EXPECT_EQ(sum(all.reasons), all.all.leads);
    EXPECT_EQ(sum(all.owners), all.all.leads);
    EXPECT_EQ(sum(all.ages), all.all.leads);
    EXPECT_EQ(sum(all.states), all.all.leads);
    EXPECT_EQ(all.all.leads, one.ledger().leads.size());
    const auto ids = [](const LedgerSweep& sweep) {
      std::vector<std::string> drawn;
      for (const std::uint32_t i : draw_sample(sweep, {}, "seed", 5).leads)
        drawn.push_back(sweep.id(sweep.ledger().leads[i].row));
      return drawn;
    };
    EXPECT_EQ(ids(one), ids(other));
  }
}

TEST(Ledger, SilenceIsOfLeadsThatThePromiseCounts) {
  Agreement agreement = handing_back();
  agreement.datasets[0].fields.push_back(field("Created", FieldType::timestamp));
  agreement.commitments.back().measure.at = "Created";
  const World w = world(agreement,
                        "id,Owner,Status,Assigned,Decision,Decided,Reason,Answered,Created\n"
                        "A,Ann,Open,2026-03-02 10:00,,,,,2025-12-30\n"
                        "B,Ann,Open,2026-03-02 10:00,,,,,\n"
                        "C,Ann,Open,2026-03-02 10:00,,,,,2026-03-02\n");
  const LedgerSweep sweep = swept(w, "2026-03-20T23:00:00Z");
  ASSERT_EQ(sweep.ledger().silent.size(), 1u);
  EXPECT_EQ(sweep.id(sweep.ledger().silent[0]), "C");
}

TEST(Ledger, ADateOfTomorrowElsewhereIsNoneWithoutADate) {
  Agreement agreement = handing_back();
  agreement.time_zone = "Asia/Tokyo";
  agreement.datasets[0].time_zone = "America/Los_Angeles";
  const World w =
      world(agreement, std::string(kColumns) + "A,Ann,Open,,Rejected,2026-04-02,No budget,\n");
  const LedgerSweep sweep = swept(w, "2026-04-01T20:00:00Z");
  ASSERT_EQ(sweep.ledger().leads.size(), 1u);
  EXPECT_EQ(sweep.ledger().leads[0].age, 0);
}

TEST(Ledger, AnIdThatStandsForNothingIsNone) {
  Agreement agreement = handing_back();
  agreement.datasets[0].fields[0].type = FieldType::number;
  agreement.datasets[0].id_field = "id";
  agreement.datasets[0].empty_values = {"n/a"};
  const World w = world(agreement, std::string(kColumns) +
                                       "n/a,Ann,Open,,Rejected,2026-03-02,No budget,\n"
                                       "N/A,Ann,Open,,Rejected,2026-03-03,No budget,\n"
                                       "0042,Ann,Open,,Rejected,2026-03-03,No budget,\n");
  const LedgerSweep sweep = swept(w, "2026-03-20T23:00:00Z");
  const LedgerSample sample = draw_sample(sweep, {}, "seed", 20);
  EXPECT_EQ(sample.without_id, 2u);
  ASSERT_EQ(sample.leads.size(), 1u);
  EXPECT_EQ(sweep.id(sweep.ledger().leads[sample.leads[0]].row), "0042");
}

}  // namespace
}  // namespace leadpact::scoring
