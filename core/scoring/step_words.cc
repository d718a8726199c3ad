#include "core/scoring/step_words.h"

#include <algorithm>

#include "core/agreement/wording.h"

namespace leadpact::scoring {
namespace {

using calendar::Day;
using calendar::Instant;
using calendar::OpenSpan;

constexpr std::size_t kMostSteps = 5;   // in words
constexpr std::size_t kFirstSteps = 3;  // where there are more
constexpr Day kMostGapDays = 12;

// What the calendar of the measure says of its dates.
class Dates {
 public:
  explicit Dates(const Explainer& explainer)
      : hours_(*explainer.clock().hours), spec_(*explainer.hours_spec()) {}

  [[nodiscard]] Day day_at(Instant instant) const { return hours_.zone().day_at(instant); }
  [[nodiscard]] DayKind kind(Day day) const { return kind_of(day, spec_, is_open(day)); }
  [[nodiscard]] bool is_open(Day day) const {
    const calendar::Zone& zone = hours_.zone();
    return hours_.business_seconds(zone.start_of(day), zone.start_of(day + 1)) > 0;
  }
  [[nodiscard]] bool opened_before(Instant instant) const {
    return hours_.business_seconds(hours_.zone().start_of(day_at(instant)), instant) > 0;
  }

 private:
  const calendar::Hours& hours_;
  const calendar::HoursSpec& spec_;
};

// Days closed from `begin` to before `end`: "weekend, holiday Mon 5 Apr".
std::string closed_words(const Dates& dates, Day begin, Day end, const Face& face) {
  if (end - begin > kMostGapDays) return "closed for " + std::to_string(end - begin) + " days";
  std::string text;
  bool weekend = false;
  const auto add = [&](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
  for (Day day = begin; day < end; ++day) {
    if (dates.is_open(day)) continue;
    const DayKind kind = dates.kind(day);
    if (kind == DayKind::closed && calendar::weekday(day) >= 5) {
      if (!weekend) add("weekend");
      weekend = true;
    } else {
      add((kind == DayKind::closed ? "closed " : "holiday ") + face.day(day));
    }
  }
  return text;
}

std::string gap_words(const Dates& dates, Instant from, Instant to, bool at_start,
                      const Face& face) {
  const Day first = dates.day_at(from), last = dates.day_at(to);
  std::string closed = closed_words(dates, first, last, face);
  if (!closed.empty()) return closed;
  if (first == last) return dates.opened_before(from) ? "break" : "before opening";
  return at_start ? "after closing" : "";
}

std::string one_step(const Explainer& explainer, const OpenSpan& step) {
  return " + " + length_words(step.close - step.open,
                              explainer.hours_spec() == nullptr &&
                                  explainer.limit().unit == calendar::LimitUnit::day);
}

}  // namespace

std::string step_words(const Explainer& explainer, const Explanation& made, const Face& face) {
  const std::vector<OpenSpan>& steps = made.working.steps;
  const Instant start = made.from.instant();
  std::string text = face.moment(start);
  if (steps.empty()) return text + " + 0 min";
  if (explainer.hours_spec() == nullptr) return text + one_step(explainer, steps.front());
  const Dates dates(explainer);
  const bool all = steps.size() <= kMostSteps && made.working.rest == 0;
  const std::size_t shown = all ? steps.size() : std::min(steps.size(), kFirstSteps);
  Instant position = start;
  for (std::size_t i = 0; i < shown; ++i) {
    const OpenSpan& step = steps[i];
    if (step.open != position) {
      const std::string gap = gap_words(dates, position, step.open, i == 0, face);
      if (!gap.empty()) text += ", " + gap;
      const bool same_day = face.zone.day_at(position) == face.zone.day_at(step.open);
      text += ", " + (same_day ? face.clock(step.open) : face.moment(step.open));
    }
    if (dates.kind(dates.day_at(step.open)) == DayKind::special) text += " (special hours)";
    text += one_step(explainer, step);
    position = step.close;
  }
  std::int64_t more = made.working.rest;
  for (std::size_t i = shown; i < steps.size(); ++i)
    more += steps[i].close - steps[i].open;
  if (more > 0) text += ", and the next " + length_words(more) + " of opening time";
  return text;
}

std::string working_day_words(const Explainer& explainer, const Explanation& made,
                              const Face& face) {
  const std::vector<OpenSpan>& steps = made.working.steps;
  const int amount = explainer.limit().amount;
  std::string text = face.stamp(made.from);
  if (steps.empty()) return text;
  const auto date = [&](const OpenSpan& step) { return face.day(face.zone.day_at(step.open)); };
  if (amount == 0) {
    const calendar::Zone& zone = explainer.clock().hours->zone();
    const bool same_day = calendar::day_of(made.from, zone) == zone.day_at(steps.front().open);
    return text + (same_day ? ", a working day"
                            : ", no time left that day, next working day " + date(steps.front()));
  }
  text += amount == 1 ? ", then working day " : ", then working days ";
  const bool all = steps.size() <= kMostSteps && made.working.rest == 0;
  for (std::size_t i = 0; i < (all ? steps.size() : kFirstSteps); ++i) {
    text += (i == 0 ? "" : ", ") + date(steps[i]);
    if (amount > 1) text += " (" + std::to_string(i + 1) + ")";
  }
  return all ? text : text + " … (" + std::to_string(amount) + ")";
}

}  // namespace leadpact::scoring
