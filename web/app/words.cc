#include "web/app/words.h"

#include <algorithm>

#include "core/agreement/kinds.h"
#include "core/agreement/names.h"
#include "core/data/cells.h"
#include "web/app/format.h"

namespace leadpact::app {

std::string_view word_of(scoring::Status status) {
  switch (status) {
    case scoring::Status::met:
      return "Met";
    case scoring::Status::missed:
      return "Missed";
    case scoring::Status::on_track:
      return "On track";
    case scoring::Status::at_risk:
      return "At risk";
    case scoring::Status::behind:
      return "Behind";
    case scoring::Status::no_data:
      return "No data";
  }
  return "";
}

std::string value_text(const agreement::Commitment& commitment, double value, double against) {
  const agreement::Kind kind = commitment.measure.kind;
  if (agreement::is_percentage(kind)) return percent_against(value, against);
  if (kind == agreement::Kind::median_time) {
    const std::string text = duration(value);
    // Minutes would round a miss of seconds away.
    return value != against && text == duration(against) ? number_against(value, against) + " h"
                                                         : text;
  }
  return number_against(value, against);
}

std::string target_text(const agreement::Commitment& commitment, double target) {
  const agreement::Kind kind = commitment.measure.kind;
  const std::string number_text = agreement::is_percentage(kind)         ? number(target, 4) + " %"
                                  : kind == agreement::Kind::median_time ? duration(target)
                                                                         : number(target, 4);
  return (commitment.direction == agreement::Direction::at_least ? "at least " : "at most ") +
         number_text;
}

std::string streak_text(int missed, calendar::Every every) {
  if (missed <= 0) return "";
  const std::string unit = counted(static_cast<std::uint64_t>(missed), agreement::name_of(every));
  return missed == 1 ? "missed " + unit : "missed " + unit + " in a row";
}

std::string Noun::of(std::uint64_t count) const {
  return counted(count, one, many);
}

Noun record_noun(const agreement::Dataset& dataset) {
  const std::string text = data::fold_case(dataset.name + " " + dataset.id);
  for (const std::string_view noun :
       {"lead", "deal", "contact", "request", "call", "task", "meeting", "ticket"}) {
    if (text.find(noun) == std::string::npos) continue;
    // People speak of leads, whatever their CRM calls the list.
    const std::string one(noun == "contact" ? "lead" : noun);
    return {one, one + "s"};
  }
  if (text.find("opportunit") != std::string::npos) return {"opportunity", "opportunities"};
  return {"record", "records"};
}

Noun record_noun(const agreement::Agreement& agreement, const agreement::Commitment& commitment) {
  const agreement::Dataset* dataset =
      agreement::find_dataset(agreement, commitment.measure.dataset);
  return agreement::uses_records(commitment.measure.kind) && dataset != nullptr
             ? record_noun(*dataset)
             : Noun{"entry", "entries"};
}

std::string contact_name(const agreement::Agreement& agreement, std::string_view id) {
  for (const agreement::Contact& contact : agreement.contacts) {
    if (contact.id == id) return contact.name.empty() ? contact.role : contact.name;
  }
  return "";
}

std::string team_letter(const std::string& marketing, const std::string& sales,
                        agreement::Team team) {
  using agreement::Team;
  if (team != Team::marketing && team != Team::sales) return "B";
  const auto first = [](const std::string& name) {
    std::size_t size = 1;
    while (size < name.size() && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80)
      ++size;
    std::string letter = name.substr(0, size);
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
      letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    }
    return letter;
  };
  const bool alike = first(marketing) == first(sales) || marketing.empty() || sales.empty();
  if (alike) return team == Team::marketing ? "M" : "S";
  return first(team == Team::marketing ? marketing : sales);
}

std::string zone_words(std::string zone) {
  std::replace(zone.begin(), zone.end(), '_', ' ');
  return zone;
}

std::string quoted_column(const agreement::Dataset& dataset, std::string_view key) {
  const data::Field* field = agreement::find_field(dataset, key);
  return "“" + (field != nullptr ? field->column : std::string(key)) + "”";
}

}  // namespace leadpact::app
