#include "core/exchange/scorecard_json.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "core/calendar/time.h"
#include "core/exchange/document.h"
#include "tests/core/exchange/agreement_samples.h"

namespace leadpact::exchange {
namespace {

calendar::Day day(const char* text) {
  return *calendar::parse_day(text);
}

scoring::Scorecard example() {
  scoring::Scorecard card;
  card.agreement = "7c0f";
  card.as_of = *calendar::parse_instant("2026-04-01T04:00:00Z");
  scoring::DatasetReport leads;
  leads.id = "leads";
  leads.given = true;
  leads.rows = 1203;
  leads.duplicates = 3;
  leads.excluded = 12;
  leads.newest = calendar::parse_instant("2026-04-01T02:11:09Z");
  leads.invalid_cells = {{"employees", 2}};
  scoring::DatasetReport requests;
  requests.id = "requests";
  card.datasets = {leads, requests};

  scoring::PeriodScore closed;
  closed.period.start = day("2026-01-01");
  closed.period.end = day("2026-02-01");
  closed.period.closed = true;
  closed.population = 200;
  closed.value = 96.0;
  closed.target = 95;
  closed.attainment = 96.0 / 95;
  closed.status = scoring::Status::met;
  closed.met = 192;
  closed.failed = 8;
  closed.pending = 0;
  closed.left_out = 2;
  closed.error_budget = scoring::ErrorBudget{10, 8, 2};
  scoring::PeriodScore open;
  open.period.start = day("2026-01-15");
  open.target = 0.1;
  open.missed_in_a_row = 2;
  scoring::CommitmentScore commitment;
  commitment.id = "s1";
  commitment.team = agreement::Team::sales;
  commitment.negative_elapsed = 1;
  commitment.without_at = 4;
  commitment.periods = {closed, open};
  card.commitments = {commitment};

  scoring::ReportingPeriod reporting;
  reporting.period = closed.period;
  reporting.marketing = {97.5, 1.0, 3, 2};
  reporting.overall = {std::nullopt, 0.75, 0, 0};
  card.reporting = {reporting};
  card.escalations = {{"e1", "s1", day("2026-04-01")}};
  card.cancellation = {{"", "s1", day("2026-04-01")}};
  return card;
}

TEST(ScorecardJson, HasTheShapeOfTheFormat) {
  EXPECT_EQ(scorecard_json(example()), R"({
  "agreement": "7c0f",
  "as_of": "2026-04-01T04:00:00Z",
  "datasets": [
    {
      "id": "leads",
      "given": true,
      "rows": 1203,
      "duplicates": 3,
      "excluded": 12,
      "ragged_rows": 0,
      "newest": "2026-04-01T02:11:09Z",
      "invalid_cells": [
        {
          "field": "employees",
          "count": 2
        }
      ],
      "date_only_cells": []
    },
    {
      "id": "requests",
      "given": false,
      "rows": 0,
      "duplicates": 0,
      "excluded": 0,
      "ragged_rows": 0,
      "newest": null,
      "invalid_cells": [],
      "date_only_cells": []
    }
  ],
  "commitments": [
    {
      "id": "s1",
      "team": "sales",
      "negative_elapsed": 1,
      "without_at": 4,
      "periods": [
        {
          "start": "2026-01-01",
          "end": "2026-02-01",
          "closed": true,
          "population": 200,
          "value": 96,
          "target": 95,
          "attainment": 1.0105263157894737,
          "status": "met",
          "met": 192,
          "failed": 8,
          "pending": 0,
          "left_out": 2,
          "error_budget": {
            "allowed": 10,
            "spent": 8,
            "left": 2
          },
          "missed_in_a_row": 0
        },
        {
          "start": "2026-01-15",
          "end": "",
          "closed": false,
          "population": 0,
          "value": null,
          "target": 0.1,
          "attainment": null,
          "status": "no_data",
          "met": null,
          "failed": null,
          "pending": null,
          "left_out": null,
          "error_budget": null,
          "missed_in_a_row": 2
        }
      ]
    }
  ],
  "goals": [],
  "reporting": [
    {
      "start": "2026-01-01",
      "end": "2026-02-01",
      "closed": true,
      "marketing": 97.5,
      "sales": null,
      "overall": null,
      "coverage": {
        "marketing": 1,
        "sales": null,
        "overall": 0.75
      },
      "kept": {
        "marketing": 2,
        "sales": 0,
        "overall": 0
      },
      "judged": {
        "marketing": 3,
        "sales": 0,
        "overall": 0
      }
    }
  ],
  "escalations": [
    {
      "step": "e1",
      "commitment": "s1",
      "since": "2026-04-01"
    }
  ],
  "cancellation": [
    {
      "commitment": "s1",
      "since": "2026-04-01"
    }
  ]
}
)");
}

TEST(ScorecardJson, ANumberThatIsNoneIsNull) {
  scoring::Scorecard card = example();
  card.commitments[0].periods[0].value = std::numeric_limits<double>::infinity();
  card.commitments[0].periods[1].value = -0.0;
  const std::string text = scorecard_json(card);
  EXPECT_NE(text.find("\"value\": null,\n          \"target\": 95"), std::string::npos);
  EXPECT_NE(text.find("\"value\": 0,\n          \"target\": 0.1"), std::string::npos);
}

// A table of one dataset, read as `load` reads it; breaches made by hand.
std::string breaches(const std::string& id_type, const std::string& csv,
                     const std::vector<scoring::Breach>& found) {
  const Result<Document> document = read_json(
      R"({"format": "leadpact-agreement", "format_version": 1, "agreement": {"id": "a",
        "time_zone": "UTC", "starts_on": "2026-01-01", "datasets": [{"id": "d",
        "time_zone": "UTC", "id_field": "id", "empty_values": ["N/A"], "fields": [
          {"key": "id", "column": "ID", "type": ")" +
      id_type + R"("}, {"key": "t", "column": "T", "type": "timestamp"}]}],
        "commitments": [{"id": "a,b", "team": "sales", "measure": {"kind": "within",
          "dataset": "d", "at": "t", "from": "t", "to": "t", "limit": "1 hour"}}]}})");
  EXPECT_TRUE(document.ok());
  const agreement::Agreement& agreement = document.value().agreement;
  const auto data = scoring::load(agreement, {{"d", {{"my \"leads\".csv", csv}}}});
  EXPECT_TRUE(data.ok());
  if (!data.ok()) return {};
  scoring::Scored scored;
  scored.card.commitments.resize(1);
  scored.card.commitments[0].id = agreement.commitments[0].id;
  scored.card.commitments[0].periods.resize(2);
  scored.card.commitments[0].periods[1].period.start = day("2026-02-01");
  scored.breaches = found;
  return breaches_csv(agreement, data.value(), scored);
}

scoring::Breach breach(std::uint32_t row, bool pending) {
  scoring::Breach result;
  result.period = 1;
  result.row = row;
  result.pending = pending;
  result.at = calendar::parse_instant("2026-02-01T02:11:09Z");
  return result;
}

TEST(BreachesCsv, CellsAreQuotedWhereNeeded) {
  scoring::Breach timed = breach(1, true);
  timed.from = timed.at;
  timed.to = calendar::parse_instant("2026-02-02T00:00:00Z");
  timed.due = calendar::parse_instant("2026-02-01T03:11:09Z");
  EXPECT_EQ(breaches("text", "ID,T\n\"x,\n\"\"1\"\"\",2026-02-01\nN/A,2026-02-01\n",
                     {breach(0, false), timed}),
            "commitment,period,record,file,line,at,from,to,due,status\n"
            "\"a,b\",2026-02-01,\"x,\n\"\"1\"\"\",\"my \"\"leads\"\".csv\",2,"
            "2026-02-01T02:11:09Z,,,,failed\n"
            "\"a,b\",2026-02-01,,\"my \"\"leads\"\".csv\",4,2026-02-01T02:11:09Z,"
            "2026-02-01T02:11:09Z,2026-02-02T00:00:00Z,2026-02-01T03:11:09Z,pending\n");
  EXPECT_EQ(breaches("text", "ID,T\n", {}),
            "commitment,period,record,file,line,at,from,to,due,status\n");
}

TEST(BreachesCsv, IdsOfOtherTypesAreTakenAsWritten) {
  const std::string csv = "ID,T\n007,2026-02-01\n n/a ,2026-02-01\nx9,2026-02-01\n";
  EXPECT_EQ(breaches("number", csv, {breach(0, false), breach(1, false), breach(2, false)}),
            "commitment,period,record,file,line,at,from,to,due,status\n"
            "\"a,b\",2026-02-01,007,\"my \"\"leads\"\".csv\",2,2026-02-01T02:11:09Z,,,,failed\n"
            "\"a,b\",2026-02-01,,\"my \"\"leads\"\".csv\",3,2026-02-01T02:11:09Z,,,,failed\n"
            "\"a,b\",2026-02-01,x9,\"my \"\"leads\"\".csv\",4,2026-02-01T02:11:09Z,,,,failed\n");
}

}  // namespace
}  // namespace leadpact::exchange
