#include "tests/web/native/app/samples.h"

#include <fmt/format.h>

#include <utility>

#include "core/exchange/document.h"

namespace leadpact::app::samples {
namespace {

std::string with_datasets(const std::string& title, const std::string& id,
                          const std::string& more) {
  return R"({
  "format": "leadpact-agreement",
  "format_version": 1,
  "agreement": {
    "id": ")" +
         id + R"(",
    "title": ")" +
         title + R"(",
    "time_zone": "America/New_York",
    "starts_on": "2026-01-01",
    "teams": [
      {"team": "marketing", "name": "Growth"},
      {"team": "sales", "name": "Inside sales"}
    ],
    "datasets": [
      {"id": "leads", "name": "CRM leads", "time_zone": "America/New_York", "id_field": "id",
       "fields": [
         {"key": "id", "column": "Record ID", "type": "text"},
         {"key": "email", "column": "Email", "type": "text"},
         {"key": "mql_at", "column": "Became an MQL", "type": "timestamp"},
         {"key": "contacted_at", "column": "First contact", "type": "timestamp"}
       ]})" +
         more + R"(
    ],
    "goals": [
      {"id": "g1", "team": "both", "title": "150 leads in all", "every": "year",
       "measure": {"kind": "count", "dataset": "leads", "at": "mql_at"}, "target": 150}
    ],
    "commitments": [
      {"id": "m1", "team": "marketing", "title": "20 MQLs a month",
       "measure": {"kind": "count", "dataset": "leads", "at": "mql_at"},
       "direction": "at_least", "target": 20, "every": "month"},
      {"id": "s1", "team": "sales", "title": "First contact within 24 hours", "weight": 2,
       "measure": {"kind": "within", "dataset": "leads", "at": "mql_at", "from": "mql_at",
                   "to": "contacted_at", "limit": "24 hours"},
       "direction": "at_least", "target": 90, "every": "month"}
    ],
    "escalation": [
      {"id": "e1", "after_missed_in_a_row": 1, "action": "The team leads meet",
       "respond_within": "3 business days"}
    ]
  }
})";
}

// Day d of the month at hour h, in the shapes the exports have.
std::string iso(int month, int day, int hour) {
  return fmt::format("2026-{:02}-{:02} {:02}:00", month, day, hour);
}
std::string day_first(int month, int day, int hour) {
  return fmt::format("{:02}/{:02}/2026 {:02}:00", day, month, hour);
}

std::string leads(const std::string& header, std::string (*time)(int month, int day, int hour)) {
  std::string csv = header + "\n";
  int id = 100;
  for (const int month : {1, 2}) {
    for (int i = 0; i < 20; ++i) {
      const int day = i + 5;
      const bool late = month == 2 && i < 4;
      csv += fmt::format("{},lead{}@example.com,{},{}\n", id, id, time(month, day, 9),
                         time(month, late ? day + 3 : day, late ? 15 : 16));
      ++id;
    }
  }
  return csv + fmt::format("{},last@example.com,{},{}\n", id, time(3, 2, 9), time(3, 2, 10));
}

}  // namespace

std::string agreement_json(const std::string& title, const std::string& id) {
  return with_datasets(title, id, "");
}

agreement::Agreement agreement(const std::string& title, const std::string& id) {
  return exchange::read_json(agreement_json(title, id)).value().agreement;
}

std::string two_datasets_json() {
  return with_datasets("Two lists", "two-1", R"(,
      {"id": "requests", "name": "Requests", "time_zone": "America/New_York",
       "fields": [
         {"key": "asked_at", "column": "Asked", "type": "timestamp"},
         {"key": "topic", "column": "Topic", "type": "text"}
       ]})");
}

std::string leads_csv() {
  return leads("Record ID,Email,Became an MQL,First contact", iso);
}

std::string many_leads_csv(int more) {
  std::string csv = leads_csv();
  for (int i = 0; i < more; ++i) {
    csv += fmt::format("{},lead{}@example.com,{},{}\n", 100000 + i, i,
                       iso(1 + i % 2, 5 + i % 20, 9), iso(1 + i % 2, 5 + i % 20, 10 + i % 9));
  }
  return csv;
}

std::string renamed_leads_csv() {
  return leads("Lead ID,Email,Became a Marketing Qualified Lead Date,Spalte F", iso);
}

std::string day_first_leads_csv() {
  return leads("Record ID,Email,Became an MQL,First contact", day_first);
}

}  // namespace leadpact::app::samples
