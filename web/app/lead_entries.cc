// The entries of the agreement that a check-in or an entered value counts.
#include <algorithm>

#include "core/scoring/period_index.h"
#include "web/app/format.h"
#include "web/app/lead_list.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

struct Dated {
  calendar::Day day = 0;
  EntryLine line;
};

// The day of an entry that counts in the period, by the rule that scored it.
std::optional<calendar::Day> day_in(const std::string& on, const calendar::Period& period,
                                    calendar::Day last) {
  const auto day = calendar::parse_day(on);
  if (!day || *day > last) return std::nullopt;
  return scoring::find_day({period}, *day) == 0 ? day : std::nullopt;
}

}  // namespace

std::vector<EntryLine> entries_of(const agreement::Agreement& agreement,
                                  const agreement::Commitment& commitment,
                                  const calendar::Period& period, calendar::Instant as_of,
                                  std::size_t most) {
  std::vector<Dated> found;
  const calendar::Zone* zone = calendar::Zone::find(agreement.time_zone);
  if (zone == nullptr) return {};
  const calendar::Day last = zone->day_at(as_of);
  const bool manual = commitment.measure.kind == agreement::Kind::manual;
  if (manual) {
    for (const agreement::ManualValue& entry : agreement.manual_values) {
      const auto on = day_in(entry.on, period, last);
      if (!on || entry.commitment != commitment.id || !entry.value) continue;
      found.push_back({*on,
                       {day(*on), "", entry.note,
                        value_text(commitment, *entry.value, commitment.target), false}});
    }
  } else {
    for (const agreement::CheckIn& entry : agreement.checkins) {
      const auto on = day_in(entry.on, period, last);
      if (!on || entry.commitment != commitment.id) continue;
      found.push_back({*on, {day(*on), contact_name(agreement, entry.by), entry.note, "", true}});
    }
  }
  // The latest first; of one date the later in the list.
  std::reverse(found.begin(), found.end());
  std::stable_sort(found.begin(), found.end(),
                   [](const Dated& a, const Dated& b) { return a.day > b.day; });
  if (manual && !found.empty()) found.front().line.counts = true;
  std::vector<EntryLine> lines;
  for (std::size_t i = 0; i < found.size() && i < most; ++i)
    lines.push_back(std::move(found[i].line));
  return lines;
}

}  // namespace leadpact::app
