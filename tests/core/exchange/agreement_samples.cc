#include "tests/core/exchange/agreement_samples.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <utility>
#include <vector>

namespace leadpact {

using agreement::Agreement;
using agreement::Calendar;
using agreement::CheckIn;
using agreement::Commitment;
using agreement::Condition;
using agreement::Contact;
using agreement::Criterion;
using agreement::Dataset;
using agreement::Direction;
using agreement::Early;
using agreement::EscalationStep;
using agreement::Every;
using agreement::Kind;
using agreement::ManualValue;
using agreement::Match;
using agreement::Op;
using agreement::OpeningInterval;
using agreement::Persona;
using agreement::Review;
using agreement::ScoringRule;
using agreement::SpecialDay;
using agreement::Stage;
using agreement::Team;
using agreement::TeamProfile;

namespace {

Criterion criterion(std::string field, Op op, std::vector<std::string> values) {
  Criterion result;
  result.field = std::move(field);
  result.op = op;
  result.values = std::move(values);
  return result;
}

Condition one(Criterion criterion) {
  Condition condition;
  condition.criteria.push_back(std::move(criterion));
  return condition;
}

data::Field field(std::string key, std::string column, data::FieldType type) {
  data::Field result;
  result.key = std::move(key);
  result.column = std::move(column);
  result.type = type;
  return result;
}

Dataset leads() {
  Dataset dataset;
  dataset.id = "leads";
  dataset.name = "CRM leads";
  dataset.time_zone = "Europe/Berlin";
  dataset.id_field = "id";
  dataset.keep = data::Keep::first;
  dataset.empty_values = {"N/A", "(No value)"};
  dataset.only = one(criterion("email", Op::not_contains, {"@ourcompany.example"}));
  dataset.fields = {field("id", "Record ID", data::FieldType::text),
                    field("email", "E-Mail", data::FieldType::text),
                    field("employees", "Employees", data::FieldType::number),
                    field("demo", "Demo \"booked\"", data::FieldType::boolean),
                    field("mql_at", "Became an MQL", data::FieldType::timestamp),
                    field("contacted_at", "First contact", data::FieldType::timestamp),
                    field("meeting_at", "Meeting booked for", data::FieldType::timestamp)};
  dataset.fields[2].decimal = data::Decimal::comma;
  dataset.fields[4].date_order = data::DateOrder::dmy;
  dataset.fields[6].planned = true;
  return dataset;
}

Commitment commitment(std::string id, Team team, std::string title, Kind kind) {
  Commitment result;
  result.id = std::move(id);
  result.team = team;
  result.title = std::move(title);
  result.measure.kind = kind;
  return result;
}

Condition nested() {
  Condition condition;
  condition.match = Match::any;
  condition.negate = true;
  condition.criteria = {criterion("email", Op::domain_is_not, {"gmail.com", "web.de"}),
                        criterion("demo", Op::is, {"yes"})};
  condition.groups = {one(criterion("employees", Op::between, {"50", "1e3"})),
                      one(criterion("meeting_at", Op::is_filled, {}))};
  condition.groups[1].groups = {one(criterion("mql_at", Op::on_or_after, {"1.2.2026"}))};
  return condition;
}

std::vector<Commitment> commitments() {
  Commitment count = commitment("m1", Team::marketing, "200 MQLs a month", Kind::count);
  count.detail = "Counted when they become one";
  count.owner = "c1";
  count.weight = 2.5;
  count.measure.dataset = "leads";
  count.measure.at = "mql_at";
  count.measure.where = one(criterion("", Op::meets, {"hot"}));
  count.target = 200;
  count.every = Every::quarter;

  Commitment within = commitment("s1", Team::sales, "First contact in time", Kind::within);
  within.measure.dataset = "leads";
  within.measure.at = "mql_at";
  within.measure.where = nested();
  within.measure.from = "mql_at";
  within.measure.to = "contacted_at";
  within.measure.limit = "2 business hours";
  within.measure.calendar = "office";
  within.measure.early = Early::met;
  within.target = 99.9;
  within.every = Every::week;

  Commitment share = commitment("b1", Team::both, "Few without an address", Kind::share);
  share.measure.dataset = "leads";
  share.measure.at = "mql_at";
  share.measure.of = one(criterion("email", Op::is_empty, {}));
  share.direction = Direction::at_most;
  share.target = 0.1;
  share.every = Every::year;

  Commitment sum = commitment("m2", Team::marketing, "Large companies", Kind::sum);
  sum.measure.dataset = "leads";
  sum.measure.at = "mql_at";
  sum.measure.field = "employees";
  sum.target = 1e15;
  sum.every = Every::term;

  return {count, within, share, sum,
          commitment("m3", Team::marketing, "A report every month", Kind::checkins)};
}

Calendar office() {
  Calendar calendar;
  calendar.id = "office";
  calendar.name = "Office hours";
  calendar.time_zone = "America/New_York";
  calendar.week = {{"mon", "09:00", "12:00"}, {"mon", "13:00", "24:00"}, {"sun", "00:00", "06:30"}};
  calendar.holidays = {"2026-12-25", "2027-01-01"};
  calendar.special_days = {{"2026-12-24", "09:00", "12:00"}};
  return calendar;
}

}  // namespace

Agreement full_agreement() {
  Agreement agreement;
  agreement.id = "7c0f2a9e-0d5b-4d19-9a58-3b8f4f0c8a11";
  agreement.title = "Marketing & Sales – “SLA” 2026";
  agreement.summary = "What each team promises.\nSecond line\twith a tab, a \\ and a / .";
  agreement.time_zone = "America/New_York";
  agreement.starts_on = "2026-01-01";
  agreement.ends_on = "2027-06-30";
  agreement.reporting = Every::quarter;
  agreement.fiscal_year_starts = 7;
  agreement.teams = {{Team::marketing, "Marketing", {"Run campaigns", "Report"}, {"Feedback"}},
                     {Team::sales, "Vertrieb", {"Work every MQL"}, {"Battle cards"}}};
  agreement.contacts = {
      {"c1", Team::marketing, "Ada Park", "Lead", "ada@example.com", "+1 555 0100"},
      {"c2", Team::both, "Bø Lind 李", "Head of everything", "bo@example.com", "2"}};
  agreement.personas = {{"p1",
                         "Olivia",
                         {"Operations"},
                         {"Logistics"},
                         "50-500",
                         {"US", "DE"},
                         "20k-80k",
                         "Fewer calls",
                         "Too many tools",
                         "None"}};
  agreement.calendars = {office()};
  agreement.datasets = {leads()};
  agreement.lead_scoring.dataset = "leads";
  ScoringRule rule;
  rule.name = "Company of 50 or more";
  rule.points = -2.5;
  rule.condition = one(criterion("employees", Op::at_least, {"50"}));
  agreement.lead_scoring.rules = {rule};
  agreement.stages = {
      {"mql", "MQL", "Fits a persona", one(criterion("lead_score", Op::at_least, {"20"}))},
      {"hot", "Hot", "", one(criterion("", Op::meets, {"mql"}))}};
  Commitment goal = commitment("g1", Team::both, "2M new revenue", Kind::manual);
  goal.target = 2000000;
  goal.every = Every::year;
  agreement.goals = {goal};
  agreement.commitments = commitments();
  agreement.rejection = {{"Wrong region", "No budget"}, "nurture", "2 business days", "By form"};
  agreement.nurture = "A letter a month.";
  EscalationStep step;
  step.id = "e1";
  step.after_missed_in_a_row = 2;
  step.commitments = {"m1", "s1"};
  step.action = "Team leads meet";
  step.notify = {"c1", "c2"};
  step.respond_within = "3 business days";
  agreement.escalation = {step};
  agreement.consequences = {"Lost revenue is made up", "And said so"};
  agreement.cancellation.missed_in_a_row = 3;
  agreement.cancellation.commitments = {"s1"};
  agreement.cancellation.notice = "30 days";
  agreement.cancellation.terms = "In writing";
  agreement.reviews = {{"r1", "Smarketing meeting", Every::week, {"c1", "c2"}, "Numbers first"}};
  agreement.checkins = {{"m3", "2026-01-09", "c1", "Sent"}};
  agreement.manual_values = {{"g1", "2026-03-31", 410000.25, "Signed only"}};
  return agreement;
}

namespace {

class RandomAgreement {
 public:
  explicit RandomAgreement(std::uint32_t seed) : engine_(seed) {}

  Agreement make() {
    Agreement a;
    a.id = text();
    a.title = text();
    a.summary = text();
    a.time_zone = text();
    a.starts_on = text();
    a.ends_on = text();
    a.reporting = word<Every>(0, 4);
    a.fiscal_year_starts = number();
    fill(a.teams, [&](TeamProfile& x) {
      x.team = word<Team>(0, 3);
      x.name = text();
      x.responsibilities = texts();
      x.needs = texts();
    });
    fill(a.contacts,
         [&](Contact& x) { x = {text(), word<Team>(0, 3), text(), text(), text(), text()}; });
    fill(a.personas, [&](Persona& x) {
      x = {text(), text(), texts(), texts(), text(), texts(), text(), text(), text(), text()};
    });
    fill(a.calendars, [&](Calendar& x) {
      x.id = text();
      x.name = text();
      x.time_zone = text();
      fill(x.week, [&](OpeningInterval& y) { y = {text(), text(), text()}; });
      x.holidays = texts();
      fill(x.special_days, [&](SpecialDay& y) { y = {text(), text(), text()}; });
    });
    fill(a.datasets, [&](Dataset& x) { make(x); });
    a.lead_scoring.dataset = text();
    fill(a.lead_scoring.rules, [&](ScoringRule& x) {
      x.name = text();
      x.points = number();
      if (flip()) make(x.condition.emplace(), 0);
    });
    fill(a.stages, [&](Stage& x) {
      x.id = text();
      x.name = text();
      x.meaning = text();
      make(x.definition, 0);
    });
    fill(a.goals, [&](Commitment& x) { make(x); });
    fill(a.commitments, [&](Commitment& x) { make(x); });
    a.rejection = {texts(), text(), text(), text()};
    a.nurture = text();
    fill(a.escalation,
         [&](EscalationStep& x) { x = {text(), number(), texts(), text(), texts(), text()}; });
    a.consequences = texts();
    a.cancellation = {number(), texts(), text(), text()};
    fill(a.reviews, [&](Review& x) { x = {text(), text(), word<Every>(0, 4), texts(), text()}; });
    fill(a.checkins, [&](CheckIn& x) { x = {text(), text(), text(), text()}; });
    fill(a.manual_values, [&](ManualValue& x) {
      x.commitment = text();
      x.on = text();
      if (flip()) x.value = number();
      x.note = text();
    });
    return a;
  }

 private:
  void make(Condition& condition, int level) {
    condition.match = word<Match>(0, 1);
    condition.negate = flip();
    fill(condition.criteria, [&](Criterion& x) { x = {text(), word<Op>(0, 19), texts()}; });
    if (level < 4 && flip()) {
      fill(condition.groups, [&](Condition& x) { make(x, level + 1); });
    }
  }

  void make(Dataset& dataset) {
    dataset.id = text();
    dataset.name = text();
    dataset.time_zone = text();
    dataset.id_field = text();
    dataset.keep = word<data::Keep>(0, 1);
    dataset.empty_values = texts();
    make(dataset.only, 0);
    fill(dataset.fields, [&](data::Field& x) {
      x.key = text();
      x.column = text();
      x.type = word<data::FieldType>(0, 4);
      x.decimal = word<data::Decimal>(0, 1);
      x.date_order = word<data::DateOrder>(0, 1);
      x.planned = flip();
    });
  }

  void make(Commitment& x) {
    x.id = text();
    x.team = word<Team>(0, 3);
    x.title = text();
    x.detail = text();
    x.owner = text();
    x.weight = number();
    x.measure.kind = word<Kind>(0, 9);
    x.measure.dataset = text();
    x.measure.at = text();
    make(x.measure.where, 0);
    if (flip()) make(x.measure.of.emplace(), 0);
    x.measure.field = text();
    x.measure.from = text();
    x.measure.to = text();
    x.measure.limit = text();
    x.measure.calendar = text();
    x.measure.early = word<Early>(0, 1);
    x.direction = word<Direction>(0, 1);
    x.target = number();
    x.every = word<Every>(0, 4);
  }

  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }
  bool flip() { return below(2) == 1; }

  template <typename Enum>
  Enum word(int first, int last) {
    return static_cast<Enum>(first + static_cast<int>(below(static_cast<std::uint32_t>(last + 1))));
  }

  std::string text() {
    static const std::vector<std::string> kPieces = {"a",
                                                     "Lead",
                                                     " ",
                                                     "\"",
                                                     "\\",
                                                     "/",
                                                     "\n",
                                                     "\r",
                                                     "\t",
                                                     std::string(1, '\0'),
                                                     "\x01",
                                                     "\x7f",
                                                     "é",
                                                     "李",
                                                     "😀",
                                                     "\xEF\xBB\xBF",
                                                     "\xE2\x80\xA8",
                                                     "null",
                                                     "{",
                                                     "]",
                                                     ",",
                                                     "0"};
    std::string result;
    for (std::uint32_t i = below(4); i > 0; --i) {
      result += kPieces[below(static_cast<std::uint32_t>(kPieces.size()))];
    }
    return result;
  }

  std::vector<std::string> texts() {
    std::vector<std::string> result;
    for (std::uint32_t i = below(3); i > 0; --i)
      result.push_back(text());
    return result;
  }

  double number() {
    static const std::vector<double> kNumbers = {0,       1,
                                                 -1,      0.1,
                                                 1.0 / 3, 2000000,
                                                 1e21,    123456789012345678.0,
                                                 5e-324,  1.7976931348623157e308,
                                                 -1e-7,   9007199254740993.0};
    if (flip()) return kNumbers[below(static_cast<std::uint32_t>(kNumbers.size()))];
    return std::uniform_real_distribution<double>(-1e6, 1e6)(engine_);
  }

  template <typename Item, typename Make>
  void fill(std::vector<Item>& items, Make make_item) {
    for (std::uint32_t i = below(3); i > 0; --i) {
      items.emplace_back();
      make_item(items.back());
    }
  }

  std::mt19937 engine_;
};

}  // namespace

Agreement random_agreement(std::uint32_t seed) {
  return RandomAgreement(seed).make();
}

std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << "cannot read " << path;
  return std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
}

}  // namespace leadpact
