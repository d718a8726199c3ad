// Version 1 of the agreement as it is stored: plain structs, which are never
// edited once a file of their version has been shipped. cereal touches these
// and never the model.
//
// Each struct has one serialize() for all archives: JSON out and in, binary
// out and in. The order here is the order in the file. Words (enums), dates
// and limits are texts.
//
//   field(ar, "title", dto.title)    always written
//   rare(ar, "negate", dto.negate)   not written to JSON where it has its
//                                    default, which most have
//
// The next version: v2.h with structs of its own, a function v1 -> v2, and new
// golden files beside tests/golden/v1.
#ifndef LEADPACT_CORE_EXCHANGE_V1_H_
#define LEADPACT_CORE_EXCHANGE_V1_H_

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/exchange/cereal_config.h"

namespace leadpact::exchange {

// Archives that leave out what has its default say so by this member type.
template <typename Archive, typename = void>
struct LeavesOutDefaults : std::false_type {};
template <typename Archive>
struct LeavesOutDefaults<Archive, std::void_t<typename Archive::leaves_out_defaults>>
    : std::true_type {};

template <typename Archive, typename Value>
void field(Archive& archive, const char* name, Value& value) {
  archive(cereal::make_nvp(name, value));
}

template <typename Archive, typename Value>
void rare(Archive& archive, const char* name, Value& value) {
  if constexpr (LeavesOutDefaults<Archive>::value) {
    if (value == Value{}) return;
  }
  archive(cereal::make_nvp(name, value));
}

// A list that the format has and this version does not keep (`signatures`,
// `revisions`): read for its type, written as an empty list.
struct UnkeptList {
  friend bool operator==(const UnkeptList&, const UnkeptList&) = default;
};

namespace v1 {

using Texts = std::vector<std::string>;

struct CriterionDto {
  std::string field;
  std::string op;
  Texts values;
  friend bool operator==(const CriterionDto&, const CriterionDto&) = default;
};

struct ConditionDto {
  std::string match = "all";
  bool negate = false;
  std::vector<CriterionDto> criteria;
  std::vector<ConditionDto> groups;
  friend bool operator==(const ConditionDto& a, const ConditionDto& b) {
    return a.match == b.match && a.negate == b.negate && a.criteria == b.criteria &&
           a.groups == b.groups;
  }
};

struct TeamDto {
  std::string team;
  std::string name;
  Texts responsibilities;
  Texts needs;
};

struct ContactDto {
  std::string id;
  std::string team;
  std::string name;
  std::string role;
  std::string email;
  std::string phone;
};

struct PersonaDto {
  std::string id;
  std::string name;
  Texts job_functions;
  Texts industries;
  std::string company_size;
  Texts regions;
  std::string budget;
  std::string goals;
  std::string pains;
  std::string notes;
};

struct OpeningDto {
  std::string day;
  std::string from;
  std::string to;
};

struct SpecialDayDto {
  std::string date;
  std::string from;
  std::string to;
};

struct CalendarDto {
  std::string id;
  std::string name;
  std::string time_zone;
  std::vector<OpeningDto> week;
  Texts holidays;
  std::vector<SpecialDayDto> special_days;
};

struct FieldDto {
  std::string key;
  std::string column;
  std::string type;
  std::string decimal;
  std::string date_order;
  bool planned = false;
};

struct DatasetDto {
  std::string id;
  std::string name;
  std::string time_zone;
  std::string id_field;
  std::string keep;
  Texts empty_values;
  ConditionDto only;
  std::vector<FieldDto> fields;
};

struct RuleDto {
  std::string name;
  double points = 0;
  std::optional<ConditionDto> condition;
};

struct LeadScoringDto {
  std::string dataset;
  std::vector<RuleDto> rules;
};

struct StageDto {
  std::string id;
  std::string name;
  std::string meaning;
  ConditionDto definition;
};

struct MeasureDto {
  std::string kind;
  std::string dataset;
  std::string at;
  ConditionDto where;
  std::optional<ConditionDto> of;
  std::string field;
  std::string from;
  std::string to;
  std::string limit;
  std::string calendar;
  std::string early;
};

struct CommitmentDto {
  std::string id;
  std::string team;
  std::string title;
  std::string detail;
  std::string owner;
  double weight = 1;
  MeasureDto measure;
  std::string direction;
  double target = 0;
  std::string every;
};

struct RejectionDto {
  Texts reasons;
  std::string return_to;
  std::string review_within;
  std::string process;
};

struct StepDto {
  std::string id;
  double after_missed_in_a_row = 0;
  Texts commitments;
  std::string action;
  Texts notify;
  std::string respond_within;
};

struct CancellationDto {
  double missed_in_a_row = 0;
  Texts commitments;
  std::string notice;
  std::string terms;
};

struct ReviewDto {
  std::string id;
  std::string title;
  std::string every;
  Texts attendees;
  std::string agenda;
};

struct CheckInDto {
  std::string commitment;
  std::string on;
  std::string by;
  std::string note;
};

struct ManualValueDto {
  std::string commitment;
  std::string on;
  std::optional<double> value;
  std::string note;
};

struct AgreementDto {
  std::string id;
  std::string title;
  std::string summary;
  std::string time_zone;
  std::string starts_on;
  std::string ends_on;
  std::string reporting;
  double fiscal_year_starts = 1;
  std::vector<TeamDto> teams;
  std::vector<ContactDto> contacts;
  std::vector<PersonaDto> personas;
  std::vector<CalendarDto> calendars;
  std::vector<DatasetDto> datasets;
  LeadScoringDto lead_scoring;
  std::vector<StageDto> stages;
  std::vector<CommitmentDto> goals;
  std::vector<CommitmentDto> commitments;
  RejectionDto rejection;
  std::string nurture;
  std::vector<StepDto> escalation;
  Texts consequences;
  CancellationDto cancellation;
  std::vector<ReviewDto> reviews;
  std::vector<CheckInDto> checkins;
  std::vector<ManualValueDto> manual_values;
  UnkeptList signatures;
  UnkeptList revisions;
};

template <typename Archive>
void serialize(Archive& ar, CriterionDto& dto) {
  rare(ar, "field", dto.field);
  field(ar, "op", dto.op);
  field(ar, "values", dto.values);
}

template <typename Archive>
void serialize(Archive& ar, ConditionDto& dto) {
  field(ar, "match", dto.match);
  rare(ar, "negate", dto.negate);
  field(ar, "criteria", dto.criteria);
  rare(ar, "groups", dto.groups);
}

template <typename Archive>
void serialize(Archive& ar, TeamDto& dto) {
  field(ar, "team", dto.team);
  field(ar, "name", dto.name);
  field(ar, "responsibilities", dto.responsibilities);
  field(ar, "needs", dto.needs);
}

template <typename Archive>
void serialize(Archive& ar, ContactDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "team", dto.team);
  field(ar, "name", dto.name);
  field(ar, "role", dto.role);
  field(ar, "email", dto.email);
  field(ar, "phone", dto.phone);
}

template <typename Archive>
void serialize(Archive& ar, PersonaDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "name", dto.name);
  field(ar, "job_functions", dto.job_functions);
  field(ar, "industries", dto.industries);
  field(ar, "company_size", dto.company_size);
  field(ar, "regions", dto.regions);
  field(ar, "budget", dto.budget);
  field(ar, "goals", dto.goals);
  field(ar, "pains", dto.pains);
  field(ar, "notes", dto.notes);
}

template <typename Archive>
void serialize(Archive& ar, OpeningDto& dto) {
  field(ar, "day", dto.day);
  field(ar, "from", dto.from);
  field(ar, "to", dto.to);
}

template <typename Archive>
void serialize(Archive& ar, SpecialDayDto& dto) {
  field(ar, "date", dto.date);
  field(ar, "from", dto.from);
  field(ar, "to", dto.to);
}

template <typename Archive>
void serialize(Archive& ar, CalendarDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "name", dto.name);
  field(ar, "time_zone", dto.time_zone);
  field(ar, "week", dto.week);
  field(ar, "holidays", dto.holidays);
  field(ar, "special_days", dto.special_days);
}

template <typename Archive>
void serialize(Archive& ar, FieldDto& dto) {
  field(ar, "key", dto.key);
  field(ar, "column", dto.column);
  field(ar, "type", dto.type);
  rare(ar, "decimal", dto.decimal);
  rare(ar, "date_order", dto.date_order);
  rare(ar, "planned", dto.planned);
}

template <typename Archive>
void serialize(Archive& ar, DatasetDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "name", dto.name);
  field(ar, "time_zone", dto.time_zone);
  field(ar, "id_field", dto.id_field);
  field(ar, "keep", dto.keep);
  field(ar, "empty_values", dto.empty_values);
  rare(ar, "only", dto.only);
  field(ar, "fields", dto.fields);
}

template <typename Archive>
void serialize(Archive& ar, RuleDto& dto) {
  field(ar, "name", dto.name);
  field(ar, "points", dto.points);
  field(ar, "condition", dto.condition);
}

template <typename Archive>
void serialize(Archive& ar, LeadScoringDto& dto) {
  field(ar, "dataset", dto.dataset);
  field(ar, "rules", dto.rules);
}

template <typename Archive>
void serialize(Archive& ar, StageDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "name", dto.name);
  field(ar, "meaning", dto.meaning);
  field(ar, "definition", dto.definition);
}

template <typename Archive>
void serialize(Archive& ar, MeasureDto& dto) {
  field(ar, "kind", dto.kind);
  rare(ar, "dataset", dto.dataset);
  rare(ar, "at", dto.at);
  rare(ar, "where", dto.where);
  field(ar, "of", dto.of);
  rare(ar, "field", dto.field);
  rare(ar, "from", dto.from);
  rare(ar, "to", dto.to);
  rare(ar, "limit", dto.limit);
  rare(ar, "calendar", dto.calendar);
  rare(ar, "early", dto.early);
}

template <typename Archive>
void serialize(Archive& ar, CommitmentDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "team", dto.team);
  field(ar, "title", dto.title);
  field(ar, "detail", dto.detail);
  field(ar, "owner", dto.owner);
  field(ar, "weight", dto.weight);
  field(ar, "measure", dto.measure);
  field(ar, "direction", dto.direction);
  field(ar, "target", dto.target);
  field(ar, "every", dto.every);
}

template <typename Archive>
void serialize(Archive& ar, RejectionDto& dto) {
  field(ar, "reasons", dto.reasons);
  field(ar, "return_to", dto.return_to);
  field(ar, "review_within", dto.review_within);
  field(ar, "process", dto.process);
}

template <typename Archive>
void serialize(Archive& ar, StepDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "after_missed_in_a_row", dto.after_missed_in_a_row);
  field(ar, "commitments", dto.commitments);
  field(ar, "action", dto.action);
  field(ar, "notify", dto.notify);
  field(ar, "respond_within", dto.respond_within);
}

template <typename Archive>
void serialize(Archive& ar, CancellationDto& dto) {
  field(ar, "missed_in_a_row", dto.missed_in_a_row);
  field(ar, "commitments", dto.commitments);
  field(ar, "notice", dto.notice);
  field(ar, "terms", dto.terms);
}

template <typename Archive>
void serialize(Archive& ar, ReviewDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "title", dto.title);
  field(ar, "every", dto.every);
  field(ar, "attendees", dto.attendees);
  field(ar, "agenda", dto.agenda);
}

template <typename Archive>
void serialize(Archive& ar, CheckInDto& dto) {
  field(ar, "commitment", dto.commitment);
  field(ar, "on", dto.on);
  field(ar, "by", dto.by);
  field(ar, "note", dto.note);
}

template <typename Archive>
void serialize(Archive& ar, ManualValueDto& dto) {
  field(ar, "commitment", dto.commitment);
  field(ar, "on", dto.on);
  field(ar, "value", dto.value);
  field(ar, "note", dto.note);
}

template <typename Archive>
void serialize(Archive& ar, AgreementDto& dto) {
  field(ar, "id", dto.id);
  field(ar, "title", dto.title);
  field(ar, "summary", dto.summary);
  field(ar, "time_zone", dto.time_zone);
  field(ar, "starts_on", dto.starts_on);
  field(ar, "ends_on", dto.ends_on);
  field(ar, "reporting", dto.reporting);
  field(ar, "fiscal_year_starts", dto.fiscal_year_starts);
  field(ar, "teams", dto.teams);
  field(ar, "contacts", dto.contacts);
  field(ar, "personas", dto.personas);
  field(ar, "calendars", dto.calendars);
  field(ar, "datasets", dto.datasets);
  field(ar, "lead_scoring", dto.lead_scoring);
  field(ar, "stages", dto.stages);
  field(ar, "goals", dto.goals);
  field(ar, "commitments", dto.commitments);
  field(ar, "rejection", dto.rejection);
  field(ar, "nurture", dto.nurture);
  field(ar, "escalation", dto.escalation);
  field(ar, "consequences", dto.consequences);
  field(ar, "cancellation", dto.cancellation);
  field(ar, "reviews", dto.reviews);
  field(ar, "checkins", dto.checkins);
  field(ar, "manual_values", dto.manual_values);
  field(ar, "signatures", dto.signatures);
  field(ar, "revisions", dto.revisions);
}

}  // namespace v1
}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_V1_H_
