#include "core/scoring/working.h"

#include <algorithm>

namespace leadpact::scoring {
namespace {

using calendar::Day;
using calendar::Hours;
using calendar::Instant;
using calendar::kSecondsPerDay;

void add_open_steps(Working& working, const Hours& hours, Instant from, Instant until) {
  const Instant shown = std::min(until, from + kMostStepDays * kSecondsPerDay);
  working.begins = from;
  working.steps = hours.open_spans(from, shown);
  working.rest = hours.business_seconds(shown, until);
}

void add_working_days(Working& working, const Hours& hours, int amount, calendar::Stamp from,
                      Instant due) {
  Day day = calendar::day_of(from, hours.zone());
  const bool same_day = amount == 0 && hours.close_of(day) == due;
  const int count = std::max(amount, 1);
  for (int i = 0; i < count && i < kMostStepDays; ++i) {
    const auto next = same_day ? std::optional<Day>(day) : hours.working_day_after(day, 1);
    const auto close = next ? hours.close_of(*next) : std::nullopt;
    if (!close) return;
    const auto open = hours.open_spans(hours.zone().start_of(*next), *close);
    working.steps.push_back({open.empty() ? *close : open.front().open, *close});
    day = *next;
  }
  working.rest = count - static_cast<std::int64_t>(working.steps.size());
  const Instant opens = working.steps.front().open;
  working.begins = same_day && !from.date_only() ? std::max(opens, from.instant()) : opens;
}

void add_days(Working& working, const calendar::Clock& clock, const calendar::HoursSpec* spec,
              Instant first, Instant last) {
  const calendar::Zone& zone = *clock.agreement;
  const Day begin = zone.day_at(first);
  // What ends at midnight needs no day of its own.
  const std::int64_t count = std::int64_t{zone.day_at(std::max(first, last - 1))} - begin + 1;
  working.skipped = std::max<std::int64_t>(0, count - kMostDays);
  working.skipped_after =
      static_cast<std::size_t>(working.skipped > 0 ? kMostDays / 2 : std::min(count, kMostDays));
  for (std::int64_t i = 0; i < std::min(count, kMostDays); ++i) {
    WorkDay made;
    const bool after = static_cast<std::size_t>(i) >= working.skipped_after;
    made.day = static_cast<Day>(begin + i + (after ? working.skipped : 0));
    made.from = zone.start_of(made.day);
    made.to = zone.start_of(made.day + 1);
    if (spec == nullptr) {
      made.open.push_back({made.from, made.to});
    } else {
      made.open = clock.hours->open_spans(made.from, made.to);
      const Day date = clock.hours->zone().day_at(made.from + (made.to - made.from) / 2);
      made.kind = kind_of(date, *spec, !made.open.empty());
    }
    working.days.push_back(std::move(made));
  }
}

}  // namespace

DayKind kind_of(Day day, const calendar::HoursSpec& spec, bool is_open) {
  const bool special = std::any_of(spec.special_days.begin(), spec.special_days.end(),
                                   [&](const auto& each) { return each.day == day; });
  if (special) return DayKind::special;
  if (std::find(spec.holidays.begin(), spec.holidays.end(), day) != spec.holidays.end()) {
    return DayKind::holiday;
  }
  return is_open ? DayKind::open : DayKind::closed;
}

Working working_of(const calendar::Clock& clock, const calendar::HoursSpec* spec,
                   const calendar::Limit* limit, calendar::Stamp from, std::optional<Instant> until,
                   Instant first, Instant last) {
  Working working;
  const bool in_working_days =
      limit != nullptr && limit->business && limit->unit == calendar::LimitUnit::day;
  if (until && in_working_days) {
    add_working_days(working, *clock.hours, limit->amount, from, *until);
  } else if (until && from.date_only()) {
    working.begins = clock.dataset->start_of(from.day() + 1);
  } else if (until && spec != nullptr) {
    add_open_steps(working, *clock.hours, from.instant(), *until);
  } else if (until) {
    working.begins = from.instant();
    if (from.instant() < *until) working.steps.push_back({from.instant(), *until});
  }
  add_days(working, clock, spec, first, last);
  return working;
}

}  // namespace leadpact::scoring
