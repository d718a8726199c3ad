#include "core/agreement/places.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace leadpact::agreement {

namespace {

// All names of the format in an order that agrees with the order of each
// object (a test compares it with what the writer writes).
// clang-format off
constexpr std::string_view kOrder[] = {
    "format", "format_version", "agreement",
    // What things begin with, and a commitment.
    "key", "column", "type", "decimal", "date_order", "planned",
    "id", "team", "kind", "title", "detail", "owner", "weight", "measure", "direction", "target",
    "every", "attendees", "agenda",
    "name", "role", "email", "phone", "responsibilities", "needs",
    "job_functions", "industries", "company_size", "regions", "budget", "meaning", "definition",
    "points", "condition",
    // The agreement itself.
    "summary", "time_zone", "starts_on", "ends_on", "reporting", "fiscal_year_starts",
    "teams", "contacts", "personas", "calendars", "datasets", "lead_scoring", "stages", "goals",
    "pains", "notes", "after_missed_in_a_row", "missed_in_a_row",
    "commitments", "rejection", "nurture", "escalation", "consequences", "cancellation", "reviews",
    "checkins", "manual_values", "signatures", "revisions",
    // What lies deeper.
    "commitment", "on", "by", "value", "note",
    "action", "notify", "respond_within", "notice", "terms",
    "reasons", "return_to", "review_within", "process",
    "day", "date", "week", "holidays", "special_days",
    "id_field", "keep", "empty_values", "only", "fields",
    "dataset", "at", "where", "of", "field", "from", "to", "limit", "calendar", "early",
    "rules", "op", "values", "match", "negate", "criteria", "groups",
};
// clang-format on

// One step of a path: a name, or an index in brackets.
struct Part {
  std::string_view name;
  std::size_t index = 0;
};

// Cuts the first step off.
Part take_part(std::string_view& place) {
  if (place.front() == '[') {
    Part part;
    std::size_t at = 1;
    for (; at < place.size() && place[at] != ']'; ++at) {
      part.index = part.index * 10 + static_cast<std::size_t>(place[at] - '0');
    }
    place.remove_prefix(std::min(at + 1, place.size()));
    if (!place.empty() && place.front() == '.') place.remove_prefix(1);
    return part;
  }
  const std::size_t end = std::min(place.find_first_of(".["), place.size());
  Part part{place.substr(0, end), 0};
  place.remove_prefix(end);
  if (!place.empty() && place.front() == '.') place.remove_prefix(1);
  return part;
}

std::size_t rank(std::string_view name) {
  return static_cast<std::size_t>(
      std::distance(std::begin(kOrder), std::find(std::begin(kOrder), std::end(kOrder), name)));
}

bool is_boundary(char c) {
  return c == '.' || c == '[';
}

}  // namespace

Error more_errors() {
  return {ErrorCode::too_large, "agreement",
          "There are more errors than the " + std::to_string(kMaxErrors) + " that are listed."};
}

Path::Step Path::enter(std::string_view name) {
  const std::size_t length = text_.size();
  if (length > 0 && !name.empty()) text_ += '.';
  text_ += name;
  return Step(text_, length);
}

Path::Step Path::enter(std::string_view name, std::size_t index) {
  const std::size_t length = text_.size();
  text_ = to(name, index);
  return Step(text_, length);
}

Path::Step Path::enter_element(std::size_t index) {
  const std::size_t length = text_.size();
  text_ += '[' + std::to_string(index) + ']';
  return Step(text_, length);
}

std::string Path::to(std::string_view name) const {
  std::string place = text_;
  if (!place.empty() && !name.empty()) place += '.';
  place += name;
  return place;
}

std::string Path::to(std::string_view name, std::size_t index) const {
  return to(name) + '[' + std::to_string(index) + ']';
}

PlaceSet::PlaceSet(const Errors& errors) {
  for (const Error& error : errors)
    places_.insert(error.place);
}

bool PlaceSet::covers(std::string_view place) const {
  if (places_.empty()) return false;
  for (std::size_t end = 1; end <= place.size(); ++end) {
    if (end < place.size() && !is_boundary(place[end])) continue;
    if (places_.find(place.substr(0, end)) != places_.end()) return true;
  }
  return false;
}

bool PlaceSet::has_within(std::string_view place) const {
  // Other places may sort between `a` and `a.b`, but none that begins with
  // `a.` or `a[` sorts outside of its own range.
  if (places_.find(place) != places_.end()) return true;
  for (const char boundary : {'.', '['}) {
    std::string prefix(place);
    prefix += boundary;
    const auto found = places_.lower_bound(prefix);
    if (found != places_.end() && found->compare(0, prefix.size(), prefix) == 0) return true;
  }
  return false;
}

bool comes_before(std::string_view left, std::string_view right) {
  while (!left.empty() && !right.empty()) {
    const Part a = take_part(left);
    const Part b = take_part(right);
    if (a.name != b.name) {
      const std::size_t rank_a = rank(a.name);
      const std::size_t rank_b = rank(b.name);
      return rank_a != rank_b ? rank_a < rank_b : a.name < b.name;
    }
    if (a.index != b.index) return a.index < b.index;
  }
  return left.empty() && !right.empty();
}

void sort_by_place(Errors& errors) {
  std::stable_sort(errors.begin(), errors.end(),
                   [](const Error& a, const Error& b) { return comes_before(a.place, b.place); });
}

}  // namespace leadpact::agreement
