// Periods: the weeks, months, quarters and years in which promises are kept.
//
// Local midnight in the agreement's zone divides them. Reported dates are
// those of the whole unit, end exclusive; the *covered* part is what lies
// between the agreement's start and end (scoring.md, 5).
//
//   every    fiscal start  agreement         periods from 2026-01-15
//   -------  ------------  ----------------  --------------------------------
//   week     -             2026-01-15 to ..  2026-01-12..2026-01-19, ...
//   quarter  2 (February)  2026-01-15 to ..  2025-11-01..2026-02-01, ...
//   term     -             01-15 to 03-31    2026-01-15..2026-04-01
//   term     -             2026-01-15 to ..  2026-01-15.. open (end = nothing)
#ifndef LEADPACT_CORE_CALENDAR_PERIOD_H_
#define LEADPACT_CORE_CALENDAR_PERIOD_H_

#include <optional>
#include <vector>

#include "core/calendar/time.h"
#include "core/calendar/zone.h"

namespace leadpact::calendar {

enum class Every { week, month, quarter, year, term };

struct Period {
  Day start = 0;           // of the whole unit
  std::optional<Day> end;  // exclusive; nothing for an open-ended term
  Day covered_start = 0;
  std::optional<Day> covered_end;     // exclusive; nothing for an open-ended term
  Instant covered_from = 0;           // midnight of covered_start
  std::optional<Instant> covered_to;  // midnight of covered_end
  bool closed = false;                // covered_to <= as_of

  // Covered days / all days of the unit: 1 for a whole unit and for a term.
  [[nodiscard]] int covered_days() const;
  [[nodiscard]] int unit_days() const;
};

struct Term {
  Day starts_on = 0;
  std::optional<Day> ends_on;  // inclusive, the last day
  const Zone* zone = nullptr;
  int fiscal_year_starts = 1;  // month, 1 to 12
};

// All periods from the one that holds the start to the one that holds `as_of`
// (or the end, if that is sooner); none with `as_of` before the start.
[[nodiscard]] std::vector<Period> periods(const Term& term, Every every, Instant as_of);

// The index of the period whose covered part holds `instant`, or -1. `periods`
// as periods() made them.
[[nodiscard]] int find_period(const std::vector<Period>& periods, Instant instant);

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_PERIOD_H_
