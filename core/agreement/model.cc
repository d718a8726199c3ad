#include "core/agreement/model.h"

#include <algorithm>

#include "core/data/cells.h"

namespace leadpact::agreement {

namespace {

template <typename Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

bool is_empty(const Condition& condition) {
  return condition.criteria.empty() &&
         std::all_of(condition.groups.begin(), condition.groups.end(), is_empty);
}

const Dataset* find_dataset(const Agreement& agreement, std::string_view id) {
  return find_by_id(agreement.datasets, id);
}

const Calendar* find_calendar(const Agreement& agreement, std::string_view id) {
  return find_by_id(agreement.calendars, id);
}

const Stage* find_stage(const Agreement& agreement, std::string_view id) {
  return find_by_id(agreement.stages, id);
}

const data::Field* find_field(const Dataset& dataset, std::string_view key) {
  const auto found = std::find_if(dataset.fields.begin(), dataset.fields.end(),
                                  [&](const data::Field& field) { return field.key == key; });
  return found == dataset.fields.end() ? nullptr : &*found;
}

std::string team_name(const Agreement& agreement, Team team) {
  const auto own = [&](Team of) -> std::string {
    for (const TeamProfile& profile : agreement.teams) {
      if (profile.team == of && !profile.name.empty()) return profile.name;
    }
    return of == Team::marketing ? "Marketing" : of == Team::sales ? "Sales" : "Both teams";
  };
  std::string name = own(team);
  if (team == Team::marketing || team == Team::sales) {
    const Team other = team == Team::marketing ? Team::sales : Team::marketing;
    if (data::trim(name) == data::trim(own(other))) {
      name = data::trim(name);
      name += team == Team::marketing ? " (marketing)" : " (sales)";
    }
  }
  return name;
}

}  // namespace leadpact::agreement
