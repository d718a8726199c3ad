// What the teams agreed, as plain data.
//
// The model says what the file says (agreement-format.md), name for name. What
// a person types freely and may get wrong (dates, limits, opening hours, zone
// names) stays text here, so that a wrong one can be shown and mended; what is
// one of a few words is an enum with `unset` where the format has no default.
// `validate` tells whether the whole is an agreement that can be scored.
//
//   in the file                          here
//   -----------------------------------  --------------------------------
//   "every": "month"                     Every::month
//   "limit": "2 business hours"          std::string, see calendar::parse_limit
//   "ends_on": ""                        empty: open-ended
//   "measure": {"kind": "checkins"}      Kind::checkins, all else empty
//   "of" missing                         std::nullopt
#ifndef LEADPACT_CORE_AGREEMENT_MODEL_H_
#define LEADPACT_CORE_AGREEMENT_MODEL_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/period.h"
#include "core/data/field.h"

namespace leadpact::agreement {

using calendar::Every;

enum class Team { unset, marketing, sales, both };
enum class Direction { at_least, at_most };
enum class Match { all, any };
enum class Early { left_out, met };

enum class Op {
  unset,
  is,
  is_not,
  contains,
  not_contains,
  starts_with,
  ends_with,
  domain_is,
  domain_is_not,
  equals,
  at_least,
  at_most,
  more_than,
  less_than,
  between,
  before,
  on_or_after,
  is_filled,
  is_empty,
  meets,
};

enum class Kind {
  unset,
  count,
  sum,
  share,
  within,
  average,
  median,
  median_time,
  checkins,
  manual,
};

struct Criterion {
  std::string field;
  Op op = Op::unset;
  std::vector<std::string> values;

  bool operator==(const Criterion&) const = default;
};

// How deep groups may stand in groups (agreement-format.md).
inline constexpr int kMaxGroupLevels = 8;

struct Condition {
  Match match = Match::all;
  bool negate = false;
  std::vector<Criterion> criteria;
  std::vector<Condition> groups;

  bool operator==(const Condition&) const = default;
};

// No criteria in it nor in its groups: ignored where nested, else true.
[[nodiscard]] bool is_empty(const Condition& condition);

struct TeamProfile {
  Team team = Team::unset;
  std::string name;
  std::vector<std::string> responsibilities;
  std::vector<std::string> needs;

  bool operator==(const TeamProfile&) const = default;
};

struct Contact {
  std::string id;
  Team team = Team::unset;
  std::string name;
  std::string role;
  std::string email;
  std::string phone;

  bool operator==(const Contact&) const = default;
};

struct Persona {
  std::string id;
  std::string name;
  std::vector<std::string> job_functions;
  std::vector<std::string> industries;
  std::string company_size;
  std::vector<std::string> regions;
  std::string budget;
  std::string goals;
  std::string pains;
  std::string notes;

  bool operator==(const Persona&) const = default;
};

struct OpeningInterval {
  std::string day;   // mon to sun
  std::string from;  // HH:MM
  std::string to;    // HH:MM, 24:00 too

  bool operator==(const OpeningInterval&) const = default;
};

struct SpecialDay {
  std::string date;
  std::string from;
  std::string to;

  bool operator==(const SpecialDay&) const = default;
};

struct Calendar {
  std::string id;
  std::string name;
  std::string time_zone;
  std::vector<OpeningInterval> week;
  std::vector<std::string> holidays;
  std::vector<SpecialDay> special_days;

  bool operator==(const Calendar&) const = default;
};

struct Dataset {
  std::string id;
  std::string name;
  std::string time_zone;
  std::string id_field;
  data::Keep keep = data::Keep::last;
  std::vector<std::string> empty_values;
  Condition only;
  std::vector<data::Field> fields;

  bool operator==(const Dataset&) const = default;
};

struct ScoringRule {
  std::string name;
  double points = 0;
  std::optional<Condition> condition;  // needed

  bool operator==(const ScoringRule&) const = default;
};

struct LeadScoring {
  std::string dataset;
  std::vector<ScoringRule> rules;

  bool operator==(const LeadScoring&) const = default;
};

struct Stage {
  std::string id;
  std::string name;
  std::string meaning;
  Condition definition;

  bool operator==(const Stage&) const = default;
};

struct Measure {
  Kind kind = Kind::unset;
  std::string dataset;
  std::string at;
  Condition where;
  std::optional<Condition> of;
  std::string field;
  std::string from;
  std::string to;
  std::string limit;
  std::string calendar;
  Early early = Early::left_out;

  bool operator==(const Measure&) const = default;
};

// A commitment, or a goal (which scores for nobody).
struct Commitment {
  std::string id;
  Team team = Team::unset;
  std::string title;
  std::string detail;
  std::string owner;  // a contact
  double weight = 1;
  Measure measure;
  Direction direction = Direction::at_least;
  double target = 0;
  Every every = Every::month;

  bool operator==(const Commitment&) const = default;
};

struct Rejection {
  std::vector<std::string> reasons;
  std::string return_to;
  std::string review_within;
  std::string process;

  bool operator==(const Rejection&) const = default;
};

struct EscalationStep {
  std::string id;
  double after_missed_in_a_row = 0;
  std::vector<std::string> commitments;  // empty = all
  std::string action;
  std::vector<std::string> notify;  // contacts
  std::string respond_within;

  bool operator==(const EscalationStep&) const = default;
};

struct Cancellation {
  double missed_in_a_row = 0;  // 0 = no such right
  std::vector<std::string> commitments;
  std::string notice;
  std::string terms;

  bool operator==(const Cancellation&) const = default;
};

struct Review {
  std::string id;
  std::string title;
  Every every = Every::month;
  std::vector<std::string> attendees;  // contacts
  std::string agenda;

  bool operator==(const Review&) const = default;
};

struct CheckIn {
  std::string commitment;  // or a goal
  std::string on;
  std::string by;  // a contact
  std::string note;

  bool operator==(const CheckIn&) const = default;
};

struct ManualValue {
  std::string commitment;  // or a goal
  std::string on;
  std::optional<double> value;  // needed
  std::string note;

  bool operator==(const ManualValue&) const = default;
};

struct Agreement {
  std::string id;
  std::string title;
  std::string summary;
  std::string time_zone;
  std::string starts_on;
  std::string ends_on;  // empty: open-ended
  Every reporting = Every::month;
  double fiscal_year_starts = 1;  // month
  std::vector<TeamProfile> teams;
  std::vector<Contact> contacts;
  std::vector<Persona> personas;
  std::vector<Calendar> calendars;
  std::vector<Dataset> datasets;
  LeadScoring lead_scoring;
  std::vector<Stage> stages;
  std::vector<Commitment> goals;
  std::vector<Commitment> commitments;
  Rejection rejection;
  std::string nurture;
  std::vector<EscalationStep> escalation;
  std::vector<std::string> consequences;
  Cancellation cancellation;
  std::vector<Review> reviews;
  std::vector<CheckIn> checkins;
  std::vector<ManualValue> manual_values;

  bool operator==(const Agreement&) const = default;
};

// The element with this id, or null.
[[nodiscard]] const Dataset* find_dataset(const Agreement& agreement, std::string_view id);
[[nodiscard]] const Calendar* find_calendar(const Agreement& agreement, std::string_view id);
[[nodiscard]] const Stage* find_stage(const Agreement& agreement, std::string_view id);
[[nodiscard]] const data::Field* find_field(const Dataset& dataset, std::string_view key);

// The team's own name, else “Marketing” or “Sales”; of both: “Both teams”.
// Where both have one name: “Revenue (marketing)”, “Revenue (sales)”.
[[nodiscard]] std::string team_name(const Agreement& agreement, Team team);

inline constexpr std::string_view kLeadScoreKey = "lead_score";

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_MODEL_H_
