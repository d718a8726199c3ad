// What the tests of rules and scoring share: small agreements and their data,
// written in a line or two.
#ifndef LEADPACT_TESTS_CORE_SCORING_SCORING_TESTING_H_
#define LEADPACT_TESTS_CORE_SCORING_SCORING_TESTING_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/score.h"
#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::scoring::testing {

using agreement::Agreement;
using agreement::Commitment;
using agreement::Condition;
using agreement::Criterion;
using agreement::Kind;
using agreement::Match;
using agreement::Op;

inline data::Field field(std::string key, data::FieldType type, bool planned = false) {
  data::Field field;
  field.column = key;
  field.key = std::move(key);
  field.type = type;
  field.planned = planned;
  return field;
}

inline Condition all_of(std::vector<Criterion> criteria, std::vector<Condition> groups = {}) {
  return {Match::all, false, std::move(criteria), std::move(groups)};
}
inline Condition any_of(std::vector<Criterion> criteria, std::vector<Condition> groups = {}) {
  return {Match::any, false, std::move(criteria), std::move(groups)};
}
inline Condition not_of(Condition condition) {
  condition.negate = !condition.negate;
  return condition;
}

// One dataset `leads` with a field of every type, New York, from 2026-01-01.
inline Agreement small_agreement() {
  using data::FieldType;
  Agreement agreement;
  agreement.id = "a1";
  agreement.time_zone = "America/New_York";
  agreement.starts_on = "2026-01-01";
  agreement::Dataset leads;
  leads.id = "leads";
  leads.time_zone = "America/New_York";
  leads.id_field = "id";
  leads.fields = {field("id", FieldType::text),       field("text", FieldType::text),
                  field("number", FieldType::number), field("flag", FieldType::boolean),
                  field("at", FieldType::timestamp),  field("from", FieldType::timestamp),
                  field("to", FieldType::timestamp),  field("due", FieldType::timestamp, true)};
  agreement.datasets.push_back(leads);
  agreement.lead_scoring.dataset = "leads";
  agreement::Calendar office;
  office.id = "office";
  office.time_zone = "America/New_York";
  for (const char* day : {"mon", "tue", "wed", "thu", "fri"}) {
    office.week.push_back({day, "09:00", "17:00"});
  }
  agreement.calendars.push_back(office);
  return agreement;
}

inline constexpr const char* kHeader = "id,text,number,flag,at,from,to,due\n";

// Monthly, at_least, weight 1, for both teams, over `leads` by `at`.
inline Commitment commitment(std::string id, Kind kind, double target) {
  Commitment commitment;
  commitment.id = std::move(id);
  commitment.team = agreement::Team::both;
  commitment.target = target;
  commitment.measure.kind = kind;
  if (kind != Kind::checkins && kind != Kind::manual) {
    commitment.measure.dataset = "leads";
    commitment.measure.at = "at";
  }
  if (kind == Kind::within || kind == Kind::median_time) {
    commitment.measure.from = "from";
    commitment.measure.to = "to";
  }
  if (kind == Kind::sum || kind == Kind::average || kind == Kind::median) {
    commitment.measure.field = "number";
  }
  return commitment;
}

// An agreement with the bytes and tables of `leads`; the bytes stay in place.
struct World {
  std::unique_ptr<Agreement> agreement;
  std::unique_ptr<std::string> csv;
  LoadedData data;

  [[nodiscard]] const data::Table& table() const { return *data.tables[0]; }
};

inline World world(Agreement agreement, std::string csv) {
  World made;
  made.agreement = std::make_unique<Agreement>(std::move(agreement));
  made.csv = std::make_unique<std::string>(std::move(csv));
  auto loaded = load(*made.agreement, {{"leads", {{"leads.csv", *made.csv}}}});
  if (!loaded.ok()) {
    for (const Error& error : loaded.errors()) {
      ADD_FAILURE() << error.place << ": " << error.message;
    }
    return made;
  }
  made.data = std::move(loaded).value();
  return made;
}

inline Scored score(const World& world, std::string_view as_of, int threads = 1) {
  ScoreOptions options;
  options.threads = threads;
  const auto scored =
      scoring::score(*world.agreement, world.data, calendar::testing::utc(as_of), options);
  if (!scored.ok()) {
    ADD_FAILURE() << scored.errors().front().place;
    return {};
  }
  return scored.value();
}

}  // namespace leadpact::scoring::testing

#endif  // LEADPACT_TESTS_CORE_SCORING_SCORING_TESTING_H_
