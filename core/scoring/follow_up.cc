#include "core/scoring/follow_up.h"

#include <algorithm>

#include "core/agreement/opening.h"
#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"
#include "core/calendar/limit.h"

namespace leadpact::scoring {

using agreement::Contact;
using agreement::Team;
using calendar::Stamp;

FollowUp::FollowUp(const agreement::Agreement& agreement, calendar::Instant as_of)
    : agreement_(agreement), as_of_(as_of), hours_(agreement.calendars.size()) {}

std::vector<const Contact*> FollowUp::who(const std::vector<std::string>& named, Team team) const {
  std::vector<const Contact*> people;
  const auto add = [&](const Contact& contact) {
    if (std::find(people.begin(), people.end(), &contact) == people.end())
      people.push_back(&contact);
  };
  for (const std::string& id : named) {
    for (const Contact& contact : agreement_.contacts) {
      if (contact.id == id) add(contact);
    }
  }
  if (!people.empty()) return people;
  for (const Contact& contact : agreement_.contacts) {
    if (team == Team::both || contact.team == team || contact.team == Team::both) add(contact);
  }
  return people;
}

std::string FollowUp::who_in_words(const std::vector<std::string>& named, Team team) const {
  std::vector<std::string> names;
  for (const Contact* contact : who(named, team))
    names.push_back(agreement::called_contact(agreement_, contact->id));
  return names.empty() ? agreement::team_name(agreement_, team) : agreement::listed(names);
}

const agreement::Calendar* FollowUp::calendar_for(std::string_view commitment) const {
  for (const agreement::Commitment& each : agreement_.commitments) {
    if (each.id != commitment) continue;
    if (const auto* own = agreement::find_calendar(agreement_, each.measure.calendar)) return own;
  }
  return agreement_.calendars.empty() ? nullptr : agreement_.calendars.data();
}

ActBy FollowUp::by(std::string_view within, std::string_view commitment, calendar::Day since) {
  ActBy by;
  const auto limit = calendar::parse_limit(agreement::without_stop(std::string(within)));
  const calendar::Zone* zone = calendar::Zone::find(agreement_.time_zone);
  if (!limit || zone == nullptr) return by;
  calendar::Clock clock{zone, zone, nullptr};
  if (limit->business) {
    by.calendar = calendar_for(commitment);
    by.needs_hours = by.calendar == nullptr;
    if (by.needs_hours) return by;
    auto& hours = hours_[static_cast<std::size_t>(by.calendar - agreement_.calendars.data())];
    if (!hours) hours = std::make_unique<calendar::Hours>(agreement::hours_spec(*by.calendar));
    clock.hours = hours.get();
  }
  const Stamp from =
      limit->unit == calendar::LimitUnit::day ? Stamp::on(since) : Stamp::at(zone->start_of(since));
  by.due = calendar::due(*limit, from, clock);
  by.overdue = calendar::is_exceeded(*limit, from, as_of_, clock);
  return by;
}

}  // namespace leadpact::scoring
