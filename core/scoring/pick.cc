#include "core/scoring/pick.h"

namespace leadpact::scoring {

bool Pick::takes(const RecordMeasure& measure, std::size_t row) const {
  constexpr Pick kAny;
  if (outcomes == 0) return true;
  const PeriodSlot period = measure.period(row);
  if (period < first || period > last || !measure.counts(row)) return false;
  if (from_day != kAny.from_day || to_day != kAny.to_day) {
    const calendar::Day day = measure.day(row);
    if (day < from_day || day > to_day) return false;
  }
  if (over != kAny.over || up_to != kAny.up_to) {
    const Verdict took = measure.needed(row);
    const bool finished = took.outcome != Outcome::left_out && took.outcome != Outcome::pending;
    if (!finished || took.seconds <= over || took.seconds > up_to) return false;
  }
  if (outcomes == kAnyOutcome) return true;
  const Verdict verdict = measure.judge(row);
  return (outcomes & bit(verdict.outcome)) != 0 &&
         (reasons == 0 || (reasons & bit(verdict.reason)) != 0);
}

}  // namespace leadpact::scoring
