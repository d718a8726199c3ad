#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/names.h"
#include "core/data/bytes.h"
#include "core/data/utf8.h"
#include "core/exchange/v1_convert.h"

namespace leadpact::exchange {

namespace {

using agreement::Agreement;
using agreement::Calendar;
using agreement::CheckIn;
using agreement::Commitment;
using agreement::Condition;
using agreement::Contact;
using agreement::Criterion;
using agreement::Dataset;
using agreement::Early;
using agreement::EscalationStep;
using agreement::ManualValue;
using agreement::Measure;
using agreement::name_of;
using agreement::OpeningInterval;
using agreement::Persona;
using agreement::Review;
using agreement::ScoringRule;
using agreement::SpecialDay;
using agreement::Stage;
using agreement::TeamProfile;

// Bytes that are no characters replaced, as no file can hold them.
std::string mend_utf8(std::string_view text) {
  if (data::is_utf8(text)) return std::string(text);
  std::string mended;
  while (!text.empty()) {
    const data::Decoded decoded = data::decode(text);
    data::append(mended, decoded.character);
    text.remove_prefix(decoded.size == 0 ? 1 : decoded.size);
  }
  return mended;
}

template <typename Enum>
std::string word(Enum value) {
  return std::string(name_of(value));
}

// Empty for what the value is anyway when nothing is written.
template <typename Enum>
std::string word_unless(Enum usual, Enum value) {
  return value == usual ? std::string() : word(value);
}

// One function a struct, overloaded; in a class so that each sees all.
struct Writer {
  static std::string out(const std::string& text) { return mend_utf8(text); }

  static double out(double number) { return std::isfinite(number) ? number : 0; }

  static std::vector<std::string> out(const std::vector<std::string>& texts) {
    std::vector<std::string> result;
    result.reserve(texts.size());
    for (const std::string& text : texts)
      result.push_back(out(text));
    return result;
  }

  static v1::CriterionDto out(const Criterion& criterion) {
    return {out(criterion.field), word(criterion.op), out(criterion.values)};
  }

  static v1::ConditionDto out(const Condition& condition) {
    v1::ConditionDto dto;
    dto.match = word(condition.match);
    dto.negate = condition.negate;
    for (const Criterion& criterion : condition.criteria)
      dto.criteria.push_back(out(criterion));
    for (const Condition& group : condition.groups)
      dto.groups.push_back(out(group));
    return dto;
  }

  static std::optional<v1::ConditionDto> out(const std::optional<Condition>& condition) {
    if (!condition) return std::nullopt;
    return out(*condition);
  }

  static v1::TeamDto out(const TeamProfile& team) {
    return {word(team.team), out(team.name), out(team.responsibilities), out(team.needs)};
  }

  static v1::ContactDto out(const Contact& contact) {
    return {out(contact.id),   word(contact.team), out(contact.name),
            out(contact.role), out(contact.email), out(contact.phone)};
  }

  static v1::PersonaDto out(const Persona& persona) {
    return {out(persona.id),         out(persona.name),         out(persona.job_functions),
            out(persona.industries), out(persona.company_size), out(persona.regions),
            out(persona.budget),     out(persona.goals),        out(persona.pains),
            out(persona.notes)};
  }

  static v1::OpeningDto out(const OpeningInterval& interval) {
    return {out(interval.day), out(interval.from), out(interval.to)};
  }

  static v1::SpecialDayDto out(const SpecialDay& special) {
    return {out(special.date), out(special.from), out(special.to)};
  }

  template <typename Item>
  static auto out(const std::vector<Item>& items) {
    std::vector<decltype(out(items.front()))> result;
    result.reserve(items.size());
    for (const Item& item : items)
      result.push_back(out(item));
    return result;
  }

  static v1::CalendarDto out(const Calendar& calendar) {
    return {out(calendar.id),   out(calendar.name),     out(calendar.time_zone),
            out(calendar.week), out(calendar.holidays), out(calendar.special_days)};
  }

  static v1::FieldDto out(const data::Field& field) {
    return {out(field.key),
            out(field.column),
            word(field.type),
            word_unless(data::Decimal::point, field.decimal),
            word_unless(data::DateOrder::mdy, field.date_order),
            field.planned};
  }

  static v1::DatasetDto out(const Dataset& dataset) {
    return {out(dataset.id),       out(dataset.name),  out(dataset.time_zone),
            out(dataset.id_field), word(dataset.keep), out(dataset.empty_values),
            out(dataset.only),     out(dataset.fields)};
  }

  static v1::RuleDto out(const ScoringRule& rule) {
    return {out(rule.name), out(rule.points), out(rule.condition)};
  }

  static v1::StageDto out(const Stage& stage) {
    return {out(stage.id), out(stage.name), out(stage.meaning), out(stage.definition)};
  }

  static v1::MeasureDto out(const Measure& measure) {
    return {word(measure.kind),
            out(measure.dataset),
            out(measure.at),
            out(measure.where),
            out(measure.of),
            out(measure.field),
            out(measure.from),
            out(measure.to),
            out(measure.limit),
            out(measure.calendar),
            word_unless(Early::left_out, measure.early)};
  }

  static v1::CommitmentDto out(const Commitment& commitment) {
    return {out(commitment.id),      word(commitment.team),      out(commitment.title),
            out(commitment.detail),  out(commitment.owner),      out(commitment.weight),
            out(commitment.measure), word(commitment.direction), out(commitment.target),
            word(commitment.every)};
  }

  static v1::StepDto out(const EscalationStep& step) {
    return {out(step.id),          out(step.after_missed_in_a_row),
            out(step.commitments), out(step.action),
            out(step.notify),      out(step.respond_within)};
  }

  static v1::ReviewDto out(const Review& review) {
    return {out(review.id), out(review.title), word(review.every), out(review.attendees),
            out(review.agenda)};
  }

  static v1::CheckInDto out(const CheckIn& checkin) {
    return {out(checkin.commitment), out(checkin.on), out(checkin.by), out(checkin.note)};
  }

  static v1::ManualValueDto out(const ManualValue& entry) {
    std::optional<double> value = entry.value;
    if (value && !std::isfinite(*value)) value.reset();
    return {out(entry.commitment), out(entry.on), value, out(entry.note)};
  }
};

}  // namespace

v1::AgreementDto to_v1(const Agreement& agreement) {
  constexpr auto out = [](const auto& value) { return Writer::out(value); };
  v1::AgreementDto dto;
  dto.id = out(agreement.id);
  dto.title = out(agreement.title);
  dto.summary = out(agreement.summary);
  dto.time_zone = out(agreement.time_zone);
  dto.starts_on = out(agreement.starts_on);
  dto.ends_on = out(agreement.ends_on);
  dto.reporting = word(agreement.reporting);
  dto.fiscal_year_starts = out(agreement.fiscal_year_starts);
  dto.teams = out(agreement.teams);
  dto.contacts = out(agreement.contacts);
  dto.personas = out(agreement.personas);
  dto.calendars = out(agreement.calendars);
  dto.datasets = out(agreement.datasets);
  dto.lead_scoring = {out(agreement.lead_scoring.dataset), out(agreement.lead_scoring.rules)};
  dto.stages = out(agreement.stages);
  dto.goals = out(agreement.goals);
  dto.commitments = out(agreement.commitments);
  dto.rejection = {out(agreement.rejection.reasons), out(agreement.rejection.return_to),
                   out(agreement.rejection.review_within), out(agreement.rejection.process)};
  dto.nurture = out(agreement.nurture);
  dto.escalation = out(agreement.escalation);
  dto.consequences = out(agreement.consequences);
  dto.cancellation = {out(agreement.cancellation.missed_in_a_row),
                      out(agreement.cancellation.commitments), out(agreement.cancellation.notice),
                      out(agreement.cancellation.terms)};
  dto.reviews = out(agreement.reviews);
  dto.checkins = out(agreement.checkins);
  dto.manual_values = out(agreement.manual_values);
  return dto;
}

}  // namespace leadpact::exchange
