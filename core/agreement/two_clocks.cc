#include "core/agreement/two_clocks.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/agreement/edits.h"
#include "core/data/presets.h"

namespace leadpact::agreement {
namespace {

bool is_response(const Measure& measure, const Dataset& dataset) {
  if (measure.kind != Kind::within) return false;
  const data::Field* from = find_field(dataset, measure.from);
  const data::Field* to = find_field(dataset, measure.to);
  return from != nullptr && to != nullptr && event_of(*from) == Event::inquiry &&
         event_of(*to) == Event::contacted;
}

bool has_clock(const Agreement& agreement, const Measure& like, const std::string& from) {
  return std::any_of(
      agreement.commitments.begin(), agreement.commitments.end(), [&](const Commitment& each) {
        return each.measure.kind == Kind::within && each.measure.dataset == like.dataset &&
               each.measure.to == like.to && each.measure.from == from;
      });
}

}  // namespace

Event event_of(const data::Field& field) {
  if (field.type != data::FieldType::timestamp || field.planned) return Event::other;
  switch (data::meaning_of(field)) {
    case data::Meaning::created:
      return Event::inquiry;
    case data::Meaning::mql:
      return Event::qualified;
    case data::Meaning::assigned:
      return Event::assigned;
    case data::Meaning::contacted:
      return Event::contacted;
    default:
      return Event::other;
  }
}

const data::Field* other_clock(const Agreement& agreement, std::size_t commitment) {
  if (commitment >= agreement.commitments.size()) return nullptr;
  const Measure& measure = agreement.commitments[commitment].measure;
  const Dataset* dataset = find_dataset(agreement, measure.dataset);
  if (dataset == nullptr || !is_response(measure, *dataset)) return nullptr;
  for (const Event event : {Event::assigned, Event::qualified}) {
    const data::Field* found = nullptr;
    for (const data::Field& field : dataset->fields) {
      if (event_of(field) != event) continue;
      if (has_clock(agreement, measure, field.key)) return nullptr;
      if (found == nullptr) found = &field;
    }
    if (found != nullptr) return found;
  }
  return nullptr;
}

std::string add_other_clock(Agreement& agreement, std::size_t commitment) {
  const data::Field* start = other_clock(agreement, commitment);
  if (start == nullptr) return "";
  const std::string from = start->key;
  const bool qualified = event_of(*start) == Event::qualified;
  std::string place = duplicate(agreement, Spot{"commitments", commitment}.place());
  const Commitment& whole = agreement.commitments[commitment];
  Commitment& human = agreement.commitments[commitment + 1];
  const auto of_sales = [&](const Contact& each) {
    return each.team == Team::sales || each.team == Team::both;
  };
  const auto owner =
      std::find_if(agreement.contacts.begin(), agreement.contacts.end(),
                   [&](const Contact& each) { return each.id == whole.owner && of_sales(each); });
  human.owner = owner == agreement.contacts.end() ? "" : owner->id;
  human.team = Team::sales;
  human.title += qualified ? (whole.title.empty() ? "From MQL" : ", from MQL")
                           : (whole.title.empty() ? "From assignment" : ", from assignment");
  human.detail = std::string("The clock of the rep: from ") + (qualified ? "MQL" : "assignment") +
                 " to first contact." +
                 (whole.title.empty() ? "" : " “" + whole.title + "” counts from the inquiry on.") +
                 " What lies between the two is routing delay, which is no rep's.";
  if (human.measure.at == human.measure.from) human.measure.at = from;
  human.measure.from = from;
  return place;
}

}  // namespace leadpact::agreement
