#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/kinds.h"
#include "core/agreement/names.h"
#include "core/agreement/places.h"
#include "core/agreement/wording.h"
#include "core/exchange/v1_convert.h"

namespace leadpact::exchange {

namespace {

using agreement::Agreement;
using agreement::Calendar;
using agreement::CheckIn;
using agreement::choices;
using agreement::Commitment;
using agreement::Condition;
using agreement::Contact;
using agreement::Criterion;
using agreement::Dataset;
using agreement::Direction;
using agreement::Early;
using agreement::EscalationStep;
using agreement::Every;
using agreement::from_name;
using agreement::Kind;
using agreement::ManualValue;
using agreement::Match;
using agreement::Measure;
using agreement::Op;
using agreement::OpeningInterval;
using agreement::Path;
using agreement::Persona;
using agreement::quoted;
using agreement::Review;
using agreement::ScoringRule;
using agreement::SpecialDay;
using agreement::Stage;
using agreement::Team;
using agreement::TeamProfile;
using agreement::uses_of;
using agreement::uses_records;
using agreement::uses_times;

// What could stand here: "month, quarter or year"; signs in quotes.
template <typename Enum>
std::string expected() {
  return choices<Enum>();
}
template <>
std::string expected<data::Decimal>() {
  return "“.” or “,”";
}

class Reader {
 public:
  explicit Reader(Problems& problems) : problems_(problems) {}

  Agreement read(v1::AgreementDto dto);

 private:
  // Takes from a list of the stored form, each entry by `in`, at its place.
  template <typename Item, typename Dto>
  std::vector<Item> list(std::string_view name, std::vector<Dto>& dtos) {
    std::vector<Item> items;
    items.reserve(dtos.size());
    for (std::size_t i = 0; i < dtos.size(); ++i) {
      const auto at = path_.enter(name, i);
      Item item;
      in(dtos[i], item);
      items.push_back(std::move(item));
    }
    return items;
  }

  // The word's value; the default where it is empty or none of the names.
  template <typename Enum>
  Enum pick(const std::string& text, std::string_view name, Enum usual) {
    if (text.empty()) return usual;
    if (const std::optional<Enum> value = from_name<Enum>(text)) return *value;
    const std::string place = path_.to(name);
    if (used_) {
      problems_.error(
          ErrorCode::unknown_value, place,
          quoted(text) + " is none of the words known here; expected " + expected<Enum>() + ".");
    } else {
      problems_.warn(place, quoted(text) +
                                " is none of the words known here; it is ignored because this "
                                "kind of measure does not use it.");
    }
    return usual;
  }

  void in(v1::TeamDto& dto, TeamProfile& team);
  void in(v1::ContactDto& dto, Contact& contact);
  void in(v1::PersonaDto& dto, Persona& persona);
  void in(v1::OpeningDto& dto, OpeningInterval& interval);
  void in(v1::SpecialDayDto& dto, SpecialDay& special);
  void in(v1::CalendarDto& dto, Calendar& calendar);
  void in(v1::FieldDto& dto, data::Field& field);
  void in(v1::DatasetDto& dto, Dataset& dataset);
  void in(v1::CriterionDto& dto, Criterion& criterion);
  void in(v1::ConditionDto& dto, Condition& condition);
  void in(v1::RuleDto& dto, ScoringRule& rule);
  void in(v1::StageDto& dto, Stage& stage);
  void in(v1::MeasureDto& dto, Measure& measure);
  void in(v1::CommitmentDto& dto, Commitment& commitment);
  void in(v1::StepDto& dto, EscalationStep& step);
  void in(v1::ReviewDto& dto, Review& review);
  void in(v1::CheckInDto& dto, CheckIn& checkin);
  void in(v1::ManualValueDto& dto, ManualValue& entry);
  void condition(std::string_view name, v1::ConditionDto& dto, Condition& condition, bool used);

  Problems& problems_;
  Path path_;
  bool used_ = true;  // whether the part being read is one that its kind uses
};

void Reader::in(v1::TeamDto& dto, TeamProfile& team) {
  team.team = pick(dto.team, "team", Team::unset);
  team.name = std::move(dto.name);
  team.responsibilities = std::move(dto.responsibilities);
  team.needs = std::move(dto.needs);
}

void Reader::in(v1::ContactDto& dto, Contact& contact) {
  contact.id = std::move(dto.id);
  contact.team = pick(dto.team, "team", Team::unset);
  contact.name = std::move(dto.name);
  contact.role = std::move(dto.role);
  contact.email = std::move(dto.email);
  contact.phone = std::move(dto.phone);
}

void Reader::in(v1::PersonaDto& dto, Persona& persona) {
  persona.id = std::move(dto.id);
  persona.name = std::move(dto.name);
  persona.job_functions = std::move(dto.job_functions);
  persona.industries = std::move(dto.industries);
  persona.company_size = std::move(dto.company_size);
  persona.regions = std::move(dto.regions);
  persona.budget = std::move(dto.budget);
  persona.goals = std::move(dto.goals);
  persona.pains = std::move(dto.pains);
  persona.notes = std::move(dto.notes);
}

void Reader::in(v1::OpeningDto& dto, OpeningInterval& interval) {
  interval.day = std::move(dto.day);
  interval.from = std::move(dto.from);
  interval.to = std::move(dto.to);
}

void Reader::in(v1::SpecialDayDto& dto, SpecialDay& special) {
  special.date = std::move(dto.date);
  special.from = std::move(dto.from);
  special.to = std::move(dto.to);
}

void Reader::in(v1::CalendarDto& dto, Calendar& calendar) {
  calendar.id = std::move(dto.id);
  calendar.name = std::move(dto.name);
  calendar.time_zone = std::move(dto.time_zone);
  calendar.week = list<OpeningInterval>("week", dto.week);
  calendar.holidays = std::move(dto.holidays);
  calendar.special_days = list<SpecialDay>("special_days", dto.special_days);
}

void Reader::in(v1::FieldDto& dto, data::Field& field) {
  field.key = std::move(dto.key);
  field.column = std::move(dto.column);
  field.type = pick(dto.type, "type", data::FieldType::unset);
  field.decimal = pick(dto.decimal, "decimal", data::Decimal::point);
  field.date_order = pick(dto.date_order, "date_order", data::DateOrder::mdy);
  field.planned = dto.planned;
}

void Reader::in(v1::DatasetDto& dto, Dataset& dataset) {
  dataset.id = std::move(dto.id);
  dataset.name = std::move(dto.name);
  dataset.time_zone = std::move(dto.time_zone);
  dataset.id_field = std::move(dto.id_field);
  dataset.keep = pick(dto.keep, "keep", data::Keep::last);
  dataset.empty_values = std::move(dto.empty_values);
  condition("only", dto.only, dataset.only, true);
  dataset.fields = list<data::Field>("fields", dto.fields);
}

void Reader::in(v1::CriterionDto& dto, Criterion& criterion) {
  criterion.field = std::move(dto.field);
  criterion.op = pick(dto.op, "", Op::unset);  // the criterion itself is the place
  criterion.values = std::move(dto.values);
}

void Reader::in(v1::ConditionDto& dto, Condition& condition) {
  condition.match = pick(dto.match, "match", Match::all);
  condition.negate = dto.negate;
  condition.criteria = list<Criterion>("criteria", dto.criteria);
  condition.groups = list<Condition>("groups", dto.groups);
}

void Reader::condition(std::string_view name, v1::ConditionDto& dto, Condition& condition,
                       bool used) {
  const bool used_before = used_;
  used_ = used;
  {
    const auto at = path_.enter(name);
    in(dto, condition);
  }
  used_ = used_before;
}

void Reader::in(v1::RuleDto& dto, ScoringRule& rule) {
  rule.name = std::move(dto.name);
  rule.points = dto.points;
  if (dto.condition) condition("condition", *dto.condition, rule.condition.emplace(), true);
}

void Reader::in(v1::StageDto& dto, Stage& stage) {
  stage.id = std::move(dto.id);
  stage.name = std::move(dto.name);
  stage.meaning = std::move(dto.meaning);
  condition("definition", dto.definition, stage.definition, true);
}

void Reader::in(v1::MeasureDto& dto, Measure& measure) {
  measure.kind = pick(dto.kind, "kind", Kind::unset);
  measure.dataset = std::move(dto.dataset);
  measure.at = std::move(dto.at);
  // Without a kind nothing tells what is not used.
  const bool unknown = measure.kind == Kind::unset;
  condition("where", dto.where, measure.where, unknown || uses_records(measure.kind));
  if (dto.of) {
    condition("of", *dto.of, measure.of.emplace(), unknown || uses_of(measure.kind));
  }
  measure.field = std::move(dto.field);
  measure.from = std::move(dto.from);
  measure.to = std::move(dto.to);
  measure.limit = std::move(dto.limit);
  measure.calendar = std::move(dto.calendar);
  used_ = unknown || uses_times(measure.kind);
  measure.early = pick(dto.early, "early", Early::left_out);
  used_ = true;
}

void Reader::in(v1::CommitmentDto& dto, Commitment& commitment) {
  commitment.id = std::move(dto.id);
  commitment.team = pick(dto.team, "team", Team::unset);
  commitment.title = std::move(dto.title);
  commitment.detail = std::move(dto.detail);
  commitment.owner = std::move(dto.owner);
  commitment.weight = dto.weight;
  {
    const auto at = path_.enter("measure");
    in(dto.measure, commitment.measure);
  }
  commitment.direction = pick(dto.direction, "direction", Direction::at_least);
  commitment.target = dto.target;
  commitment.every = pick(dto.every, "every", Every::month);
}

void Reader::in(v1::StepDto& dto, EscalationStep& step) {
  step.id = std::move(dto.id);
  step.after_missed_in_a_row = dto.after_missed_in_a_row;
  step.commitments = std::move(dto.commitments);
  step.action = std::move(dto.action);
  step.notify = std::move(dto.notify);
  step.respond_within = std::move(dto.respond_within);
}

void Reader::in(v1::ReviewDto& dto, Review& review) {
  review.id = std::move(dto.id);
  review.title = std::move(dto.title);
  review.every = pick(dto.every, "every", Every::month);
  review.attendees = std::move(dto.attendees);
  review.agenda = std::move(dto.agenda);
}

void Reader::in(v1::CheckInDto& dto, CheckIn& checkin) {
  checkin.commitment = std::move(dto.commitment);
  checkin.on = std::move(dto.on);
  checkin.by = std::move(dto.by);
  checkin.note = std::move(dto.note);
}

void Reader::in(v1::ManualValueDto& dto, ManualValue& entry) {
  entry.commitment = std::move(dto.commitment);
  entry.on = std::move(dto.on);
  entry.value = dto.value;
  entry.note = std::move(dto.note);
}

Agreement Reader::read(v1::AgreementDto dto) {
  Agreement agreement;
  agreement.id = std::move(dto.id);
  agreement.title = std::move(dto.title);
  agreement.summary = std::move(dto.summary);
  agreement.time_zone = std::move(dto.time_zone);
  agreement.starts_on = std::move(dto.starts_on);
  agreement.ends_on = std::move(dto.ends_on);
  agreement.reporting = pick(dto.reporting, "reporting", Every::month);
  agreement.fiscal_year_starts = dto.fiscal_year_starts;
  agreement.teams = list<TeamProfile>("teams", dto.teams);
  agreement.contacts = list<Contact>("contacts", dto.contacts);
  agreement.personas = list<Persona>("personas", dto.personas);
  agreement.calendars = list<Calendar>("calendars", dto.calendars);
  agreement.datasets = list<Dataset>("datasets", dto.datasets);
  agreement.lead_scoring.dataset = std::move(dto.lead_scoring.dataset);
  {
    const auto at = path_.enter("lead_scoring");
    agreement.lead_scoring.rules = list<ScoringRule>("rules", dto.lead_scoring.rules);
  }
  agreement.stages = list<Stage>("stages", dto.stages);
  agreement.goals = list<Commitment>("goals", dto.goals);
  agreement.commitments = list<Commitment>("commitments", dto.commitments);
  agreement.rejection.reasons = std::move(dto.rejection.reasons);
  agreement.rejection.return_to = std::move(dto.rejection.return_to);
  agreement.rejection.review_within = std::move(dto.rejection.review_within);
  agreement.rejection.process = std::move(dto.rejection.process);
  agreement.nurture = std::move(dto.nurture);
  agreement.escalation = list<EscalationStep>("escalation", dto.escalation);
  agreement.consequences = std::move(dto.consequences);
  agreement.cancellation.missed_in_a_row = dto.cancellation.missed_in_a_row;
  agreement.cancellation.commitments = std::move(dto.cancellation.commitments);
  agreement.cancellation.notice = std::move(dto.cancellation.notice);
  agreement.cancellation.terms = std::move(dto.cancellation.terms);
  agreement.reviews = list<Review>("reviews", dto.reviews);
  agreement.checkins = list<CheckIn>("checkins", dto.checkins);
  agreement.manual_values = list<ManualValue>("manual_values", dto.manual_values);
  return agreement;
}

}  // namespace

agreement::Agreement from_v1(v1::AgreementDto dto, Problems& problems) {
  return Reader(problems).read(std::move(dto));
}

}  // namespace leadpact::exchange
