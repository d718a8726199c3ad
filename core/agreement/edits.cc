#include "core/agreement/edits.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

#include "core/agreement/kinds.h"

namespace leadpact::agreement {
namespace {

// Calls `use` with the list of that name; false where there is none.
template <typename AgreementType, typename Use>
bool with_list(AgreementType& agreement, std::string_view list, const Use& use) {
  if (list == "teams")
    use(agreement.teams);
  else if (list == "contacts")
    use(agreement.contacts);
  else if (list == "personas")
    use(agreement.personas);
  else if (list == "calendars")
    use(agreement.calendars);
  else if (list == "datasets")
    use(agreement.datasets);
  else if (list == "stages")
    use(agreement.stages);
  else if (list == "goals")
    use(agreement.goals);
  else if (list == "commitments")
    use(agreement.commitments);
  else if (list == "escalation")
    use(agreement.escalation);
  else if (list == "consequences")
    use(agreement.consequences);
  else if (list == "reviews")
    use(agreement.reviews);
  else if (list == "lead_scoring.rules")
    use(agreement.lead_scoring.rules);
  else
    return false;
  return true;
}

template <typename T>
constexpr bool has_id = requires(T each) {
  each.id;
};

template <typename T>
constexpr bool has_title = requires(T each) {
  each.title;
};

template <typename T>
constexpr bool has_name = requires(T each) {
  each.name;
};

void add_ids(Agreement& agreement, std::string_view list, std::vector<std::string*>& ids) {
  with_list(agreement, list, [&](auto& elements) {
    using T = typename std::decay_t<decltype(elements)>::value_type;
    if constexpr (has_id<T>) {
      for (T& each : elements)
        ids.push_back(&each.id);
    }
  });
}

// Those that may not be the same. Goals and commitments share theirs.
std::vector<std::string*> ids_of(Agreement& agreement, std::string_view list) {
  std::vector<std::string*> ids;
  if (list == "commitments") add_ids(agreement, "goals", ids);
  add_ids(agreement, list, ids);
  if (list == "goals") add_ids(agreement, "commitments", ids);
  return ids;
}

// Instead of those that are empty, or there already, the first of "c1", "c2" …
// that none is.
std::size_t make_own(const std::vector<std::string*>& ids, char letter) {
  std::set<std::string> taken, seen;
  for (const std::string* id : ids)
    taken.insert(*id);
  std::size_t given = 0, n = 0;
  for (std::string* id : ids) {
    if (!id->empty() && seen.insert(*id).second) continue;
    do {
      *id = std::string(1, letter) + std::to_string(++n);
    } while (!taken.insert(*id).second);
    ++given;
  }
  return given;
}

// The first of "c1", "c2" … that no element of the lists has.
std::string free_id(Agreement& agreement, std::string_view list) {
  std::set<std::string> taken;
  for (const std::string* id : ids_of(agreement, list))
    taken.insert(*id);
  for (std::size_t n = 1;; ++n) {
    std::string id = std::string(1, list.front()) + std::to_string(n);
    if (taken.count(id) == 0) return id;
  }
}

void begin(TeamProfile& profile, const Agreement& agreement) {
  const bool has_marketing =
      std::any_of(agreement.teams.begin(), agreement.teams.end(),
                  [](const TeamProfile& each) { return each.team == Team::marketing; });
  profile.team = has_marketing ? Team::sales : Team::marketing;
}
void begin(Contact& contact, const Agreement&) {
  contact.team = Team::marketing;
}
void begin(Calendar& calendar, const Agreement& agreement) {
  calendar.name = "Office hours";
  calendar.time_zone = agreement.time_zone;
  for (const char* day : {"mon", "tue", "wed", "thu", "fri"})
    calendar.week.push_back({day, "09:00", "17:00"});
}
void begin(Dataset& dataset, const Agreement& agreement) {
  dataset.name = "Leads";
  dataset.time_zone = agreement.time_zone;
}
void begin(Commitment& commitment, const Agreement& agreement) {
  commitment.team = Team::marketing;
  commitment.measure.kind = agreement.datasets.empty() ? Kind::checkins : Kind::count;
  commitment.target = 1;
  if (agreement.datasets.empty()) return;
  const Dataset& dataset = agreement.datasets.front();
  commitment.measure.dataset = dataset.id;
  for (const data::Field& field : dataset.fields) {
    if (field.type != data::FieldType::timestamp) continue;
    commitment.measure.at = field.key;
    break;
  }
}
void begin(EscalationStep& step, const Agreement& agreement) {
  step.after_missed_in_a_row =
      agreement.escalation.empty() ? 1 : agreement.escalation.back().after_missed_in_a_row + 1;
}
void begin(ScoringRule& rule, const Agreement&) {
  rule.points = 10;
  rule.condition = Condition();
}
template <typename T>
void begin(T&, const Agreement&) {}

void take_out(std::vector<std::string>& ids, const std::string& id) {
  ids.erase(std::remove(ids.begin(), ids.end(), id), ids.end());
}

void forget_contact(Agreement& agreement, const std::string& id) {
  for (std::vector<Commitment>* list : {&agreement.goals, &agreement.commitments}) {
    for (Commitment& each : *list) {
      if (each.owner == id) each.owner.clear();
    }
  }
  for (EscalationStep& step : agreement.escalation)
    take_out(step.notify, id);
  for (Review& review : agreement.reviews)
    take_out(review.attendees, id);
  for (CheckIn& each : agreement.checkins) {
    if (each.by == id) each.by.clear();
  }
}

template <typename T>
void take_out_of(std::vector<T>& entries, const std::string& id) {
  const auto is = [&](const T& each) { return each.commitment == id; };
  entries.erase(std::remove_if(entries.begin(), entries.end(), is), entries.end());
}

void forget_commitment(Agreement& agreement, const std::string& id) {
  const auto is_scope = [&](const std::vector<std::string>& ids) {
    return ids.size() == 1 && ids.front() == id;
  };
  // A step about this promise alone must not become one about all.
  agreement.escalation.erase(
      std::remove_if(agreement.escalation.begin(), agreement.escalation.end(),
                     [&](const EscalationStep& step) { return is_scope(step.commitments); }),
      agreement.escalation.end());
  for (EscalationStep& step : agreement.escalation)
    take_out(step.commitments, id);
  // Nor the right to cancel; its notice and terms wait for another promise.
  if (is_scope(agreement.cancellation.commitments)) agreement.cancellation.missed_in_a_row = 0;
  take_out(agreement.cancellation.commitments, id);
  take_out_of(agreement.checkins, id);
  take_out_of(agreement.manual_values, id);
}

template <typename T>
std::ptrdiff_t offset(const std::vector<T>&, std::size_t index) {
  return static_cast<std::ptrdiff_t>(index);
}

// Those of the list that a reader sees as one, in order: of promises those of
// one team. Empty where the place is no element.
std::vector<std::size_t> shown_with(const Agreement& agreement, const std::optional<Spot>& spot) {
  std::vector<std::size_t> all;
  const std::size_t size = spot ? size_of(agreement, spot->list) : 0;
  if (size == 0 || spot->index >= size) return all;
  const bool grouped = spot->list == "commitments";
  for (std::size_t i = 0; i < size; ++i) {
    if (grouped && agreement.commitments[i].team != agreement.commitments[spot->index].team) {
      continue;
    }
    all.push_back(i);
  }
  return all;
}

// Where it comes to stand; nothing where there is no room.
std::optional<std::size_t> moved_to(const Agreement& agreement, const std::optional<Spot>& spot,
                                    int by) {
  const std::vector<std::size_t> all = shown_with(agreement, spot);
  if (all.empty()) return std::nullopt;
  const auto to = std::find(all.begin(), all.end(), spot->index) - all.begin() + by;
  if (to < 0 || to >= static_cast<std::ptrdiff_t>(all.size())) return std::nullopt;
  return all[static_cast<std::size_t>(to)];
}

}  // namespace

std::optional<Spot> spot_of(std::string_view place) {
  const std::size_t open = place.find('[');
  const std::size_t close = place.find(']', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  Spot spot;
  spot.list = place.substr(0, open);
  const char* const last = place.data() + close;
  const auto read = std::from_chars(place.data() + open + 1, last, spot.index);
  if (read.ec != std::errc() || read.ptr != last) return std::nullopt;
  const Agreement none;
  if (!with_list(none, spot.list, [](const auto&) {})) return std::nullopt;
  return spot;
}

std::size_t size_of(const Agreement& agreement, std::string_view list) {
  std::size_t size = 0;
  with_list(agreement, list, [&](const auto& elements) { size = elements.size(); });
  return size;
}

std::string name_at(const Agreement& agreement, std::string_view place) {
  const std::optional<Spot> spot = spot_of(place);
  std::string name;
  if (!spot || spot->index >= size_of(agreement, spot->list)) return name;
  with_list(agreement, spot->list, [&](const auto& elements) {
    using T = typename std::decay_t<decltype(elements)>::value_type;
    if constexpr (has_title<T>) {
      name = elements[spot->index].title;
    } else if constexpr (has_name<T>) {
      name = elements[spot->index].name;
    }
  });
  return name;
}

std::string add(Agreement& agreement, std::string_view list) {
  Spot spot{std::string(list), size_of(agreement, list)};
  const bool known = with_list(agreement, list, [&](auto& elements) {
    using T = typename std::decay_t<decltype(elements)>::value_type;
    T fresh{};
    if constexpr (has_id<T>) fresh.id = free_id(agreement, list);
    begin(fresh, agreement);
    elements.push_back(std::move(fresh));
  });
  return known ? spot.place() : "";
}

std::string duplicate(Agreement& agreement, std::string_view place) {
  std::optional<Spot> spot = spot_of(place);
  if (!spot || spot->index >= size_of(agreement, spot->list)) return "";
  with_list(agreement, spot->list, [&](auto& elements) {
    using T = typename std::decay_t<decltype(elements)>::value_type;
    T copy = elements[spot->index];
    if constexpr (has_id<T>) copy.id = free_id(agreement, spot->list);
    elements.insert(elements.begin() + offset(elements, spot->index) + 1, std::move(copy));
  });
  ++spot->index;
  return spot->place();
}

std::string move(Agreement& agreement, std::string_view place, int by) {
  std::optional<Spot> spot = spot_of(place);
  const std::optional<std::size_t> target = moved_to(agreement, spot, by);
  if (!target) return "";
  const auto from = static_cast<std::ptrdiff_t>(spot->index);
  const auto to = static_cast<std::ptrdiff_t>(*target);
  with_list(agreement, spot->list, [&](auto& elements) {
    const auto first = elements.begin();
    if (from < to) {
      std::rotate(first + from, first + from + 1, first + to + 1);
    } else {
      std::rotate(first + to, first + from, first + from + 1);
    }
  });
  spot->index = *target;
  return spot->place();
}

bool can_move(const Agreement& agreement, std::string_view place, int by) {
  return moved_to(agreement, spot_of(place), by).has_value();
}

int steps_to(const Agreement& agreement, std::string_view place, std::size_t before) {
  const std::optional<Spot> spot = spot_of(place);
  int steps = 0;
  for (const std::size_t i : shown_with(agreement, spot)) {
    if (i > spot->index && i < before) ++steps;
    if (i < spot->index && i >= before) --steps;
  }
  return steps;
}

std::string remove(Agreement& agreement, std::string_view place) {
  const std::optional<Spot> spot = spot_of(place);
  if (!spot || spot->index >= size_of(agreement, spot->list)) return "";
  std::string id;
  with_list(agreement, spot->list, [&](auto& elements) {
    using T = typename std::decay_t<decltype(elements)>::value_type;
    if constexpr (has_id<T>) id = elements[spot->index].id;
    elements.erase(elements.begin() + offset(elements, spot->index));
  });
  if (spot->list == "contacts") forget_contact(agreement, id);
  if (spot->list == "commitments" || spot->list == "goals") forget_commitment(agreement, id);
  if (spot->list == "datasets" && agreement.lead_scoring.dataset == id &&
      agreement.lead_scoring.rules.empty()) {
    agreement.lead_scoring.dataset.clear();
  }
  return spot->place();
}

void drop_unused(Measure& measure) {
  const Kind kind = measure.kind;
  Measure all = std::exchange(measure, Measure());
  measure.kind = kind;
  measure.calendar = std::move(all.calendar);
  if (uses_records(kind)) {
    measure.dataset = std::move(all.dataset);
    measure.at = std::move(all.at);
    measure.where = std::move(all.where);
  }
  if (uses_of(kind)) measure.of = std::move(all.of);
  if (uses_field(kind)) measure.field = std::move(all.field);
  if (uses_times(kind)) {
    measure.from = std::move(all.from);
    measure.to = std::move(all.to);
    measure.early = all.early;
  }
  if (uses_limit(kind)) measure.limit = std::move(all.limit);
}

std::size_t give_ids(Agreement& agreement) {
  std::size_t given = 0;
  for (const char* list : {"contacts", "personas", "calendars", "datasets", "stages", "commitments",
                           "escalation", "reviews"})
    given += make_own(ids_of(agreement, list), *list);
  for (Dataset& dataset : agreement.datasets) {
    std::vector<std::string*> keys;
    for (data::Field& field : dataset.fields)
      keys.push_back(&field.key);
    given += make_own(keys, 'f');
  }
  return given;
}

}  // namespace leadpact::agreement
