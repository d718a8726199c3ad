#include "core/agreement/findings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/validate.h"
#include "core/calendar/zone.h"
#include "core/scoring/context.h"

namespace leadpact::agreement {
namespace {

using data::FieldType;

// One dataset, counted by "created"; an hour's limit from there to "contacted".
class Findings : public testing::Test {
 protected:
  Agreement agreement;
  std::vector<std::string> files;

  Findings() {
    agreement.id = "a1";
    agreement.time_zone = "America/New_York";
    agreement.starts_on = "2026-01-01";
    Dataset dataset;
    dataset.id = "leads";
    dataset.time_zone = "America/New_York";
    dataset.id_field = "id";
    dataset.fields = {field("id", "Lead ID", FieldType::text),
                      field("created", "Created", FieldType::timestamp),
                      field("amount", "Amount", FieldType::number)};
    agreement.datasets = {dataset};
  }

  static data::Field field(const char* key, const char* column, FieldType type) {
    data::Field made;
    made.key = key;
    made.column = column;
    made.type = type;
    return made;
  }

  Dataset& leads() { return agreement.datasets[0]; }

  // As things are now.
  [[nodiscard]] std::vector<Finding> found() const {
    EXPECT_TRUE(validate(agreement).empty()) << validate(agreement).front().message;
    const Dataset& dataset = agreement.datasets[0];
    Evidence evidence;
    data::TableSpec spec;
    spec.fields = dataset.fields;
    spec.id_field = dataset.id_field.empty() ? -1 : 0;
    spec.keep = dataset.keep;
    spec.empty_values = dataset.empty_values;
    spec.zone = calendar::Zone::find(dataset.time_zone);
    std::vector<data::FileInput> inputs;
    for (std::size_t i = 0; i < files.size(); ++i) {
      data::Profiler profiler(files[i], dataset.fields);
      while (!profiler.step()) {
      }
      evidence.files.push_back(profiler.profile());
      evidence.all.add(profiler.profile(), i);
      evidence.names.push_back("f" + std::to_string(i) + ".csv");
      inputs.push_back({evidence.names.back(), files[i]});
    }
    auto table = data::read_table(spec, inputs);
    if (table.ok()) {
      evidence.table = &table.value();
      const calendar::Zone& zone = *calendar::Zone::find(agreement.time_zone);
      for (std::size_t f = 0; f < dataset.fields.size(); ++f) {
        evidence.newest.push_back(scoring::newest_in(table.value(), f, zone, rules::Horizon()));
      }
    }
    return findings_of(agreement, 0, evidence);
  }

  [[nodiscard]] std::optional<Finding> find(const std::string& key) const {
    for (Finding& each : found()) {
      if (each.key.compare(0, key.size(), key) == 0) return each;
    }
    return std::nullopt;
  }

  // Gives the answer of that label; the finding is settled by it.
  void answer(const std::string& key, const std::string& label) {
    const auto finding = find(key);
    ASSERT_TRUE(finding) << key;
    for (const Answer& each : finding->answers) {
      if (each.label != label) continue;
      ASSERT_TRUE(each.edit);
      each.edit(leads());
      EXPECT_TRUE(validate(agreement).empty());
      return;
    }
    FAIL() << label << " is no answer of: " << finding->title;
  }
};

TEST_F(Findings, ACleanFileWithZonesSaysNothing) {
  files = {"Lead ID,Created,Amount\n1,2026-02-03T09:00:00Z,12.50\n2,2026-02-04T09:00:00Z,3\n"};
  EXPECT_TRUE(found().empty());
}

TEST_F(Findings, TheZoneOfLocalTimesIsAsked) {
  files = {"Lead ID,Created,Amount\n1,2026-02-03 09:00,1\n"};
  const auto zone = find("zone:America/New_York");
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->kind, Finding::Kind::question);
  EXPECT_EQ(zone->title, "Are the times of this export those of New York?");
  EXPECT_EQ(zone->answers[1].part, "datasets[0]");
  files = {"Lead ID,Created,Amount\n1,2026-02-03,1\n"};
  EXPECT_FALSE(find("zone"));
}

TEST_F(Findings, ADecimalMarkThatNothingProvesIsAsked) {
  files = {"Lead ID,Created,Amount\n1,2026-02-03,12.500\n2,2026-02-03,7\n"};
  const auto finding = find("decimal:amount");
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->kind, Finding::Kind::question);
  EXPECT_EQ(finding->title, "Is “12.500” in “Amount” 12.5 or 12,500?");
  EXPECT_EQ(finding->answers.size(), 2u);
  EXPECT_FALSE(finding->answers[0].edit);  // as it is read now
  answer("decimal:amount", "It is 12,500");
  EXPECT_EQ(leads().fields[2].decimal, data::Decimal::comma);
}

TEST_F(Findings, ThousandsAreReadAndSaid) {
  files = {"Lead ID,Created,Amount\n1,2026-02-03,\"12,000\"\n"};
  EXPECT_EQ(find("decimal:amount")->kind, Finding::Kind::note);
  leads().fields[2].decimal = data::Decimal::comma;
  EXPECT_EQ(find("decimal:amount")->kind, Finding::Kind::question);
}

TEST_F(Findings, ColumnsWithoutAnythingInThemAreNamedTogether) {
  files = {"Lead ID,Created,Amount\n,2026-02-03,\n"};
  EXPECT_EQ(find("empty:")->title, "“Lead ID” and “Amount” are empty in every row");
}

TEST_F(Findings, ADecimalMarkThatIsProvedIsOffered) {
  files = {"Lead ID;Created;Amount\n1;2026-02-03;12.500\n2;2026-02-03;7,5\n"};
  EXPECT_EQ(find("decimal:amount")->kind, Finding::Kind::offer);
  answer("decimal:amount", "Read it like 1.234,50");
  EXPECT_FALSE(find("decimal:amount"));
  // Proved as it is read already: nothing to say.
  leads().fields[2].decimal = data::Decimal::point;
  files = {"Lead ID,Created,Amount\n1,2026-02-03,12.500\n2,2026-02-03,7.5\n"};
  EXPECT_FALSE(find("decimal:amount"));
}

TEST_F(Findings, WordsForNothingBecomeEmptyValues) {
  files = {"Lead ID,Created,Amount\n1,N/A,-\n2,2026-02-03,(No value)\n3,2026-02-03,n/a\n"};
  const auto finding = find("nulls");
  ASSERT_TRUE(finding);
  EXPECT_NE(finding->evidence.find("4 cells of “Created” and “Amount”"), std::string::npos)
      << finding->evidence;
  answer("nulls", "Take them as empty");
  EXPECT_FALSE(find("nulls"));
  EXPECT_EQ(leads().empty_values.size(), 3u);  // “n/a” is “N/A”
}

TEST_F(Findings, TotalsAndFootersAreLeftOutByWhatEveryRecordHas) {
  files = {
      "Owner,Lead ID,Created,Amount\nA,1,2026-02-03,5\nB,2,,7\nTotal,,,12\n"
      "Confidential Information - Do Not Distribute\n"};
  const auto finding = find("odd_rows");
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->title, "2 rows are no records");
  EXPECT_EQ(finding->cells.size(), 2u);
  EXPECT_EQ(finding->cells[0].line, 4u);
  answer("odd_rows", "Leave out rows without “Lead ID”");
  EXPECT_EQ(leads().only.criteria.size(), 1u);
  EXPECT_EQ(leads().only.criteria[0].op, Op::is_filled);
}

TEST_F(Findings, AFooterInTheIdsColumnIsLeftOutByItsText) {
  files = {
      "Lead ID,Created,Amount,X\n1,2026-02-03,5,x\n2,,7,x\nTotal,,,\n"
      "Confidential Information - Do Not Distribute and then some more words\n"};
  leads().only.match = Match::any;
  leads().only.criteria = {{"amount", Op::is_filled, {}}, {"id", Op::is_filled, {}}};
  answer("odd_rows", "Leave out these rows");
  const Condition& only = leads().only;
  EXPECT_EQ(only.match, Match::all);
  ASSERT_EQ(only.groups.size(), 1u);  // what was asked before still is
  EXPECT_EQ(only.groups[0].match, Match::any);
  ASSERT_EQ(only.criteria.size(), 2u);
  EXPECT_EQ(only.criteria[0].op, Op::is_not);
  EXPECT_EQ(only.criteria[0].values, std::vector<std::string>{"Total"});
  EXPECT_EQ(only.criteria[1].op, Op::not_contains);
}

TEST_F(Findings, AColumnReadInPartTheOtherWayIsSaid) {
  files = {"Lead ID,Created,Amount\n1,02/13/2026,1\n2,25/02/2026,1\n3,03/04/2026,1\n"};
  const auto finding = find("order:created");
  ASSERT_TRUE(finding);
  EXPECT_NE(finding->evidence.find("day first: 1 of 3 values cannot be month first"),
            std::string::npos)
      << finding->evidence;
  answer("order:created", "Read it day first");
  EXPECT_EQ(leads().fields[1].date_order, data::DateOrder::dmy);
}

TEST_F(Findings, AFileInAnotherOrderThanTheOthersIsNamed) {
  files = {"Lead ID,Created,Amount\n1,02/13/2026,1\n", "Lead ID,Created,Amount\n2,25/02/2026,1\n"};
  const auto finding = find("file_order:created:f1.csv");
  ASSERT_TRUE(finding);
  EXPECT_FALSE(find("file_order:created:f0.csv"));
}

TEST_F(Findings, RangesAndUnitsAreNamedWithWhatHelps) {
  files = {"Lead ID,Created,Amount\n1,2026-02-03,51-200\n2,2026-02-03,58.8k\n3,2. Mai 2026,1\n"};
  EXPECT_EQ(find("ranges:amount")->cells[0].text, "51-200");
  EXPECT_EQ(find("words:amount")->cells[0].line, 3u);
  EXPECT_EQ(find("months:created")->cells[0].text, "2. Mai 2026");
  answer("ranges:amount", "Read it as text");
  EXPECT_FALSE(find("ranges:amount"));
}

TEST_F(Findings, NoAnswerMakesTheAgreementInvalid) {
  files = {"Lead ID,Created,Amount\n1,2026-02-03,51-200\n"};
  leads().only.criteria = {{"amount", Op::at_least, {"5"}}};
  EXPECT_TRUE(find("ranges:amount")->answers.empty());
}

TEST_F(Findings, ABookedMeetingMayLieAhead) {
  leads().fields.push_back(field("meeting", "Meeting booked for", FieldType::timestamp));
  files = {
      "Lead ID,Created,Amount,Meeting booked for\n1,2026-02-03,1,2026-03-20\n"
      "2,2026-02-04,1,2026-02-01\n"};
  const auto finding = find("ahead:meeting");
  ASSERT_TRUE(finding);
  EXPECT_NE(finding->evidence.find("1 time lies after 2026-02-04"), std::string::npos)
      << finding->evidence;
  answer("ahead:meeting", "It may lie in the future");
  EXPECT_TRUE(leads().fields[3].planned);
  EXPECT_FALSE(find("ahead:meeting"));
}

TEST_F(Findings, ARowThatRepeatsAnIdIsSaidAndAColumnOfRepeatsAsked) {
  files = {
      "Lead ID,Created,Amount\n1,2026-02-03,1\n1,2026-02-03,1\n2,2026-02-03,1\n"
      "3,2026-02-03,1\n4,2026-02-03,1\n"};
  EXPECT_EQ(find("repeats")->title, "1 row repeats a “Lead ID”");
  answer("repeats", "Let the first count");
  EXPECT_EQ(leads().keep, data::Keep::first);
  files = {"Lead ID,Created,Amount\n1,2026-02-03,1\n1,2026-02-03,1\n1,2026-02-03,1\n"};
  EXPECT_EQ(find("repeats")->kind, Finding::Kind::question);
  answer("repeats", "No, count every row");
  EXPECT_FALSE(find("repeats"));
  answer("no_id", "Tell them apart by “Lead ID”");
  EXPECT_EQ(leads().id_field, "id");
}

TEST_F(Findings, HoursFromADayAloneAreNamedWithTheirPromise) {
  leads().fields.push_back(field("contacted", "First contact", FieldType::timestamp));
  Commitment promise;
  promise.id = "s1";
  promise.team = Team::sales;
  promise.title = "Contact within 2 hours";
  promise.measure.kind = Kind::within;
  promise.measure.dataset = "leads";
  promise.measure.at = promise.measure.from = "created";
  promise.measure.to = "contacted";
  promise.measure.limit = "2 hours";
  promise.target = 90;
  agreement.commitments = {promise};
  files = {"Lead ID,Created,Amount,First contact\n1,2026-02-03,1,2026-02-03 10:00\n"};
  const auto finding = find("days_alone:created");
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->answers[0].part, "commitments[0]");
  EXPECT_EQ(finding->answers[0].field, "measure.limit");
  agreement.commitments[0].measure.limit = "1 day";
  EXPECT_FALSE(find("days_alone"));
}

TEST_F(Findings, EvidenceIsInWords) {
  data::ColumnProfile column;
  column.filled = 8000;
  column.stamps = 7998;
  column.dates = {0, 4942, 3058};
  EXPECT_EQ(evidence_words(leads().fields[1], column),
            "7,998 of 8,000 dates; day first: 4,942 of 8,000 values cannot be month first");
  EXPECT_EQ(evidence_words(leads().fields[0], data::ColumnProfile()), "empty in every row");
}

}  // namespace
}  // namespace leadpact::agreement
