#include "core/scoring/explain_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"
#include "core/scoring/step_words.h"

namespace leadpact::scoring {
namespace {

using agreement::Kind;
using calendar::Day;
using calendar::Instant;
using calendar::kSecondsPerDay;
using calendar::LimitUnit;
using calendar::Stamp;

std::string days_words(std::int64_t days) {
  return agreement::grouped(std::to_string(days)) + (days == 1 ? " day" : " days");
}

// The header of a field's column, in quotes.
std::string column(const Explainer& explainer, const std::string& key) {
  const data::Field* field = agreement::find_field(explainer.dataset(), key);
  return agreement::quoted(field == nullptr || field->column.empty() ? key : field->column);
}

// ---- Times ------------------------------------------------------------------------

// The arithmetic's own: weekdays alone where they say enough.
Face short_face(const Explainer& explainer, const Explanation& made) {
  Face face = face_of(explainer, made);
  const std::vector<WorkDay>& days = made.working.days;
  face.dated = days.empty() || days.back().day - days.front().day >= 7;
  return face;
}

std::string start_and_steps(const Explainer& explainer, const Explanation& made, const Face& face) {
  const calendar::Limit& limit = explainer.limit();
  if (limit.unit == LimitUnit::day && limit.business) {
    return working_day_words(explainer, made, face);
  }
  if (limit.unit == LimitUnit::day) return face.stamp(made.from) + " + " + days_words(limit.amount);
  return step_words(explainer, made, face);
}

std::string due_words(const Explainer& explainer, const Explanation& made, const Face& face) {
  if (!made.due) return ", and the calendar has not so much opening time before 2200: never due";
  const calendar::Limit& limit = explainer.limit();
  if (limit.unit == LimitUnit::day && !limit.business &&
      (made.from.date_only() || made.to.date_only())) {
    const Day day = calendar::day_of(made.from, *explainer.clock().dataset) + limit.amount;
    return " = due by the end of " + face.day(day);
  }
  const bool close = limit.unit == LimitUnit::day && limit.business;
  return (close ? " = due at its close, " : " = due ") + face.moment(*made.due);
}

std::string stop_words(const Explainer& explainer, const Explanation& made, const Face& face) {
  const std::string to = column(explainer, explainer.commitment().measure.to);
  if (made.to.has_value()) return to + " " + face.stamp(made.to);
  return to + " " + made.to_cell + " as of " + face.moment(explainer.as_of());
}

std::string within_verdict(const Explanation& made) {
  if (made.verdict.negative) return "met, as this promise takes a stop before the start";
  if (!made.margin) return made.verdict.outcome == Outcome::met ? "met" : "pending";
  const std::string margin = margin_words(*made.margin);
  switch (made.verdict.outcome) {
    case Outcome::met:
      if (made.margin->amount > 0) return "met with " + margin;
      return made.margin->unit == Margin::Unit::days ? "met " + margin : "met exactly at the limit";
    case Outcome::failed:
      return made.to.has_value() ? margin : margin + " so far";
    default:
      return "pending, " + margin;
  }
}

std::string taken_words(const Explainer& explainer, const Explanation& made, const Face& face) {
  const std::string seconds = length_words(made.verdict.seconds);
  if (made.verdict.negative) {
    return column(explainer, explainer.commitment().measure.to) + " " + face.stamp(made.to) +
           " lies before " + face.stamp(made.from) + ": counted as no time";
  }
  if (made.from.date_only() || made.to.date_only()) {
    return face.stamp(made.from) + " to " + face.stamp(made.to) + " = " +
           days_words(made.verdict.seconds / kSecondsPerDay) + ": counted with " + seconds;
  }
  return step_words(explainer, made, face) + " = " + face.moment(made.to.instant()) +
         ": counted with " + seconds;
}

// ---- What is in no number -----------------------------------------------------------

std::string left_out_words(const Explainer& explainer, const Explanation& made) {
  const agreement::Measure& measure = explainer.commitment().measure;
  const Face face = face_of(explainer, made);
  const std::string from = column(explainer, measure.from), to = column(explainer, measure.to);
  switch (made.verdict.reason) {
    case Reason::no_from:
      return from + " " + made.from_cell;
    case Reason::no_to:
      return to + " " + made.to_cell;
    case Reason::date_alone:
      return (made.from.date_only() ? from + " " + made.from_cell : to + " " + made.to_cell) +
             ", a date alone, of which " +
             (measure.kind == Kind::within ? "a limit in minutes or hours" : "opening time") +
             " says nothing";
    case Reason::to_before_from:
      return to + " " + face.stamp(made.to) + " lies before " + from + " " + face.stamp(made.from);
    case Reason::no_value:
      return column(explainer, measure.field) + " " + made.number_cell;
    case Reason::none:
      break;
  }
  return {};
}

std::string no_period_words(const Explainer& explainer, const Explanation& made) {
  const std::string at = column(explainer, explainer.commitment().measure.at);
  if (made.period == kWithoutAt || !made.at.has_value()) return at + " " + made.at_cell;
  const auto& periods = explainer.periods();
  const bool before =
      periods.empty() ||
      calendar::instant_of(made.at, *explainer.clock().agreement) < periods.front().covered_from;
  return at + " " + face_of(explainer, made).stamp(made.at) + " lies " +
         (before ? "before the agreement starts" : "after the agreement ends");
}

std::string counted_words(const Explainer& explainer, const Explanation& made) {
  const agreement::Measure& measure = explainer.commitment().measure;
  const std::string field = column(explainer, measure.field);
  switch (measure.kind) {
    case Kind::sum:
      if (made.number) return "adds " + agreement::number_words(*made.number) + ", its " + field;
      return "adds 0, as " + field + " " + made.number_cell;
    case Kind::average:
    case Kind::median:
      return "counted with " + agreement::number_words(made.number.value_or(0)) + ", its " + field;
    case Kind::median_time:
      return taken_words(explainer, made, short_face(explainer, made));
    default:
      return "adds 1";
  }
}

}  // namespace

std::string_view standing_words(const Explanation& made) {
  if (!made.counts) return "Does not count";
  if (made.period >= kWithoutAt) return "In no period";
  switch (made.verdict.outcome) {
    case Outcome::met:
      return "Met";
    case Outcome::failed:
      return "Failed";
    case Outcome::pending:
      return "Pending";
    case Outcome::left_out:
      return "Left out";
    case Outcome::counted:
      break;
  }
  return "Counted";
}

std::string length_words(std::int64_t seconds, bool in_days) {
  std::vector<std::string> parts;
  const bool days = in_days && seconds >= 2 * kSecondsPerDay;
  if (days) parts.push_back(days_words(seconds / kSecondsPerDay));
  if (days) seconds %= kSecondsPerDay;
  if (seconds >= 3600) parts.push_back(agreement::grouped(std::to_string(seconds / 3600)) + " h");
  if (seconds / 60 % 60 > 0) parts.push_back(std::to_string(seconds / 60 % 60) + " min");
  if (seconds % 60 > 0) parts.push_back(std::to_string(seconds % 60) + " s");
  if (parts.empty()) return "0 min";
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : " ") + part;
  return text;
}

std::string margin_words(const Margin& margin) {
  const std::int64_t amount = margin.amount < 0 ? -margin.amount : margin.amount;
  const bool in_days = margin.unit == Margin::Unit::days;
  if (amount == 0) return in_days ? "on the last day" : "no time left";
  const std::string length =
      in_days ? days_words(amount) : length_words(amount, margin.unit == Margin::Unit::time);
  return margin.amount < 0 ? "late by " + length : length + " left";
}

std::string Face::day(Day day) const {
  if (for_sheet) return calendar::format_day(day);
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const calendar::Date date = calendar::to_date(day);
  std::string text(
      agreement::kWeekdays[static_cast<std::size_t>(calendar::weekday(day))].second.substr(0, 3));
  if (!dated) return text;
  text += fmt::format(" {} {}", date.day,
                      kMonths.substr(static_cast<std::size_t>(date.month - 1) * 3, 3));
  return date.year == year ? text : text + " " + std::to_string(date.year);
}

std::string Face::clock(Instant instant) const {
  const calendar::LocalTime local = zone.to_local(instant);
  const std::int64_t second = local - calendar::day_of(local) * kSecondsPerDay;
  const std::string text =
      fmt::format("{:0{}}:{:02}", second / 3600, for_sheet ? 2 : 1, second / 60 % 60);
  return with_seconds ? text + fmt::format(":{:02}", second % 60) : text;
}

std::string Face::moment(Instant instant) const {
  return day(zone.day_at(instant)) + " " + clock(instant);
}

std::string Face::stamp(Stamp stamp) const {
  if (!stamp.has_value()) return for_sheet ? "" : "–";
  return stamp.date_only() ? day(stamp.day()) : moment(stamp.instant());
}

Face face_of(const Explainer& explainer, const Explanation& made) {
  Face face{*explainer.clock().agreement};
  face.year = calendar::to_date(face.zone.day_at(explainer.as_of())).year;
  for (const Stamp stamp : {made.at, made.from, made.to}) {
    const bool is_time = stamp.has_value() && !stamp.date_only();
    face.with_seconds = face.with_seconds || (is_time && stamp.instant() % 60 != 0);
  }
  return face;
}

std::string working_words(const Explainer& explainer, const Explanation& made) {
  const std::string one = made.any_would_do ? ", where one of several things would do" : "";
  if (!made.counts) return "does not fulfil what this promise counts" + one;
  if (made.period >= kWithoutAt) return no_period_words(explainer, made) + ": in no period";
  const agreement::Measure& measure = explainer.commitment().measure;
  if (made.verdict.outcome == Outcome::left_out) {
    return left_out_words(explainer, made) + ": left out";
  }
  if (measure.kind == Kind::share) {
    return made.verdict.outcome == Outcome::met
               ? "fulfils what this promise asks: met"
               : "does not fulfil what this promise asks" + one + ": failed";
  }
  if (measure.kind != Kind::within) return counted_words(explainer, made);
  const Face face = short_face(explainer, made);
  return start_and_steps(explainer, made, face) + due_words(explainer, made, face) + "; " +
         stop_words(explainer, made, face) + ": " + within_verdict(made);
}

std::vector<std::string> missed_words(const Explanation& made) {
  std::vector<std::string> lines;
  for (const MissedRule& missed : made.missed)
    lines.push_back(missed.rule + (missed.has.empty() ? "" : ": " + missed.has));
  return lines;
}

std::string reasons_words(const Explainer& explainer,
                          const std::array<std::uint64_t, kReasons>& counts) {
  const agreement::Measure& measure = explainer.commitment().measure;
  const std::string from = column(explainer, measure.from), to = column(explainer, measure.to);
  const std::string why[kReasons] = {"",
                                     "no usable " + from,
                                     "no usable " + to,
                                     "a date alone where a time is needed",
                                     to + " before " + from,
                                     "no number in " + column(explainer, measure.field)};
  std::string words;
  for (std::size_t i = 1; i < kReasons; ++i) {
    if (counts[i] == 0) continue;
    words += (words.empty() ? "" : ", ") + agreement::whole(counts[i]) +
             (counts[i] == 1 ? " has " : " have ") + why[i];
  }
  return words;
}

}  // namespace leadpact::scoring
