#include "web/app/scorecard_view.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/agreement/kinds.h"
#include "core/agreement/names.h"
#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"
#include "core/calendar/zone.h"
#include "core/data/cells.h"
#include "web/app/due_view.h"
#include "web/app/format.h"
#include "web/app/library.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Commitment;
using scoring::CommitmentScore;
using scoring::PeriodScore;
using scoring::Scorecard;

constexpr std::string_view kDash = "–";
constexpr std::size_t kTrendWords = 6;  // periods read out of a trend
constexpr double kTolerance = 1e-9;

std::string or_dash(const std::optional<std::uint64_t>& count) {
  return count ? whole(*count) : std::string(kDash);
}

std::string attainment_text(const PeriodScore& period) {
  if (!period.attainment) return std::string(kDash);
  // Not rounded up to a promise kept.
  const double percentage = *period.attainment * 100;
  return percent_against(percentage, 100);
}

int year_of(const Agreement& agreement, calendar::Instant as_of) {
  const calendar::Zone* zone = calendar::Zone::find(agreement.time_zone);
  return zone == nullptr ? 0 : calendar::to_date(zone->day_at(as_of)).year;
}

// The period of the last second before as_of, else the last one; -1 for none.
int shown_period(const std::vector<PeriodScore>& periods, calendar::Instant as_of) {
  for (std::size_t i = periods.size(); i > 0; --i) {
    if (periods[i - 1].period.covered_from < as_of) return static_cast<int>(i) - 1;
  }
  return static_cast<int>(periods.size()) - 1;
}

std::string trend_words(const std::vector<TrendPoint>& parts) {
  if (parts.empty()) return "nothing yet";
  const std::size_t first = parts.size() > kTrendWords ? parts.size() - kTrendWords : 0;
  std::string text = first == 0 ? ""
                                : "the last " + std::to_string(kTrendWords) + " of " +
                                      std::to_string(parts.size()) + " periods: ";
  for (std::size_t i = first; i < parts.size(); ++i)
    text += (i == first ? "" : ", ") + parts[i].words;
  return text;
}

// ---- Headlines ------------------------------------------------------------------

Headline headline(const Agreement& agreement, const Scorecard& card, std::string name,
                  const scoring::TeamScore& shown, std::size_t periods,
                  scoring::TeamScore scoring::ReportingPeriod::*team) {
  Headline line;
  line.name = std::move(name);
  line.score = shown.score ? score(*shown.score) : std::string(kDash);
  if (shown.score && shown.coverage) {
    line.note = "Kept " + std::to_string(shown.kept) + " of " + std::to_string(shown.judged) +
                ", judged on " + percent(*shown.coverage * 100, 0) + " of the weight";
  } else {
    line.note = "Nothing to judge yet";
  }
  for (std::size_t i = 0; i < periods; ++i) {
    const scoring::ReportingPeriod& period = card.reporting[i];
    const std::optional<double> value = (period.*team).score;
    line.trend.points.push_back({value, scoring::Status::no_data,
                                 period_name(period.period, agreement.reporting) + " " +
                                     (value ? score(*value) : "no score")});
  }
  line.trend.words = trend_words(line.trend.points);
  return line;
}

void add_headlines(const Agreement& agreement, const Scorecard& card, ScorecardView& view) {
  const scoring::ReportingPeriod* shown = nullptr;
  for (const scoring::ReportingPeriod& period : card.reporting) {
    if (!period.overall.score) continue;
    if (period.period.closed || shown == nullptr || !shown->period.closed) shown = &period;
  }
  const scoring::ReportingPeriod none;
  if (shown != nullptr) {
    view.period = period_name(shown->period, agreement.reporting);
    view.period_open = !shown->period.closed;
    view.reporting = static_cast<std::size_t>(shown - card.reporting.data());
  } else {
    shown = &none;
  }
  // The line ends where the number above it is from.
  std::size_t periods = card.reporting.size();
  while (periods > 0 && shown != &none && &card.reporting[periods - 1] != shown)
    --periods;
  const auto add = [&](std::string name, scoring::TeamScore scoring::ReportingPeriod::*team) {
    view.headlines.push_back(
        headline(agreement, card, std::move(name), shown->*team, periods, team));
  };
  using Period = scoring::ReportingPeriod;
  add("Overall", &Period::overall);
  add(agreement::team_name(agreement, agreement::Team::marketing), &Period::marketing);
  add(agreement::team_name(agreement, agreement::Team::sales), &Period::sales);
}

// ---- Commitments ----------------------------------------------------------------

std::string budget_of(const PeriodScore& period) {
  if (!period.error_budget) return std::string(kDash);
  const double allowed = std::floor(period.error_budget->allowed + kTolerance);
  return number(period.error_budget->spent, 0) + " of " + number(allowed, 0);
}

std::string budget_sentence(const Commitment& commitment, const PeriodScore& period,
                            const Noun& noun) {
  if (!period.error_budget) return "";
  const scoring::ErrorBudget& budget = *period.error_budget;
  const bool within = commitment.measure.kind == agreement::Kind::within;
  const std::string before = within ? "late " : "";
  const auto failed = [&](const std::string& more, double count) {
    return counted(static_cast<std::uint64_t>(std::llround(count)),
                   more + before + noun.one + (within ? "" : " that falls short"),
                   more + before + noun.many + (within ? "" : " that fall short"));
  };
  const double allowed = std::floor(budget.allowed + kTolerance);
  if (budget.left < -kTolerance) {
    return failed("more ", budget.spent - allowed) + " than the " + number(allowed, 0) +
           " allowed.";
  }
  if (period.period.closed) {
    return failed("", budget.spent) + "; " + number(allowed, 0) + " were allowed.";
  }
  const auto more = failures_until_missed(period);
  if (!more) return "";
  return failed("more ", static_cast<double>(*more)) + " and the " +
         std::string(agreement::name_of(commitment.every)) + " is missed.";
}

std::string beside_text(const Commitment& commitment, const PeriodScore& period) {
  std::vector<std::string> parts;
  if (period.pending.value_or(0) > 0) parts.push_back(whole(*period.pending) + " pending");
  if (period.left_out.value_or(0) > 0) parts.push_back(whole(*period.left_out) + " left out");
  const bool open = period.status == scoring::Status::on_track ||
                    period.status == scoring::Status::at_risk ||
                    period.status == scoring::Status::behind;
  if (open && period.pace && commitment.direction == agreement::Direction::at_least) {
    parts.push_back("pace " + number(*period.pace, 0));
  }
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : ", ") + part;
  return text;
}

PeriodLine period_line(const Commitment& commitment, const PeriodScore& score, int this_year) {
  PeriodLine line;
  line.name = period_name(score.period, commitment.every, this_year);
  line.open = !score.period.closed;
  line.population = whole(score.population);
  line.value =
      score.value ? value_text(commitment, *score.value, score.target) : std::string(kDash);
  line.target = target_text(commitment, score.target);
  line.attainment = attainment_text(score);
  line.status = score.status;
  line.met = or_dash(score.met);
  line.failed = or_dash(score.failed);
  line.pending = or_dash(score.pending);
  line.left_out = or_dash(score.left_out);
  line.budget = budget_of(score);
  return line;
}

std::vector<std::string> notes_of(const Agreement& agreement, const Commitment& commitment,
                                  const CommitmentScore& score, const Noun& noun) {
  std::vector<std::string> notes;
  const agreement::Dataset* dataset =
      agreement::find_dataset(agreement, commitment.measure.dataset);
  if (dataset == nullptr) return notes;
  const agreement::Measure& measure = commitment.measure;
  if (score.negative_elapsed > 0) {
    const bool met = measure.early == agreement::Early::met;
    const std::string treated = !met ? "left out"
                                : measure.kind == agreement::Kind::median_time
                                    ? "counted as no time"
                                    : "counted as met";
    notes.push_back(
        noun.of(score.negative_elapsed) + (score.negative_elapsed == 1 ? " has " : " have ") +
        quoted_column(*dataset, measure.to) + " before " + quoted_column(*dataset, measure.from) +
        " and " + (score.negative_elapsed == 1 ? "is " : "are ") + treated + ".");
  }
  if (score.without_at > 0) {
    notes.push_back(noun.of(score.without_at) + (score.without_at == 1 ? " has" : " have") +
                    " nothing readable in " + quoted_column(*dataset, measure.at) + " and " +
                    (score.without_at == 1 ? "belongs" : "belong") + " to no period.");
  }
  return notes;
}

CommitmentLine commitment_line(const Agreement& agreement, const Commitment& commitment,
                               const CommitmentScore& score, const Scorecard& card) {
  const int this_year = year_of(agreement, card.as_of);
  const Noun noun = record_noun(agreement, commitment);
  CommitmentLine line;
  line.id = commitment.id;
  line.title = commitment.title;
  line.sentence = agreement::commitment_sentence(agreement, commitment);
  line.detail = commitment.detail;
  line.owner = contact_name(agreement, commitment.owner);
  line.team = commitment.team;
  line.team_name = commitment.team == agreement::Team::both
                       ? "Both teams"
                       : agreement::team_name(agreement, commitment.team);
  line.team_letter =
      team_letter(agreement::team_name(agreement, agreement::Team::marketing),
                  agreement::team_name(agreement, agreement::Team::sales), commitment.team);
  line.target = target_text(commitment, commitment.target);
  line.target_number = commitment.target;
  line.value = line.attainment = kDash;
  line.counts_records = commitment.measure.kind == agreement::Kind::within ||
                        commitment.measure.kind == agreement::Kind::share;
  line.records = noun.many;
  line.records[0] = static_cast<char>(line.records[0] - 'a' + 'A');
  line.notes = notes_of(agreement, commitment, score, noun);
  for (const PeriodScore& period : score.periods) {
    const PeriodLine period_text = period_line(commitment, period, this_year);
    line.trend.points.push_back({period.value, period.status,
                                 period_text.name + " " +
                                     (period.value ? period_text.value + " " : std::string()) +
                                     data::fold_case(word_of(period.status))});
    line.has_budget = line.has_budget || period.error_budget.has_value();
    line.has_pending = line.has_pending || period.pending.value_or(0) > 0;
    line.has_left_out = line.has_left_out || period.left_out.value_or(0) > 0;
    line.periods.insert(line.periods.begin(), period_text);
  }
  line.trend.words = trend_words(line.trend.points);
  const int index = shown_period(score.periods, card.as_of);
  if (index < 0) {
    line.period = "starts " + day(calendar::parse_day(agreement.starts_on).value_or(0));
    return line;
  }
  const PeriodScore& shown = score.periods[static_cast<std::size_t>(index)];
  line.shown = static_cast<std::size_t>(index);
  line.value_number = shown.value;
  line.attainment_number = shown.attainment;
  line.status = shown.status;
  line.period = period_name(shown.period, commitment.every, this_year);
  line.target = target_text(commitment, shown.target);
  line.attainment = attainment_text(shown);
  if (shown.value) line.value = value_text(commitment, *shown.value, shown.target);
  line.beside = beside_text(commitment, shown);
  line.budget = budget_sentence(commitment, shown, noun);
  line.missed_in_a_row = shown.missed_in_a_row;
  line.streak = streak_text(shown.missed_in_a_row, commitment.every);
  return line;
}

std::vector<CommitmentLine> lines_of(const Agreement& agreement,
                                     const std::vector<Commitment>& commitments,
                                     const std::vector<CommitmentScore>& scores,
                                     const Scorecard& card) {
  std::vector<CommitmentLine> lines;
  for (std::size_t i = 0; i < commitments.size() && i < scores.size(); ++i) {
    lines.push_back(commitment_line(agreement, commitments[i], scores[i], card));
  }
  return lines;
}

}  // namespace

std::optional<std::uint64_t> failures_until_missed(const PeriodScore& period) {
  if (!period.error_budget || period.target <= 0) return std::nullopt;
  const double left = std::max(0.0, period.error_budget->left);
  // A further failure also adds to the population and so to what is allowed.
  return static_cast<std::uint64_t>(std::floor(left / (period.target / 100) + kTolerance)) + 1;
}

ScorecardView view_of(const Agreement& agreement, const Scorecard& card) {
  ScorecardView view;
  view.zone = zone_words(agreement.time_zone);
  if (const calendar::Zone* zone = calendar::Zone::find(agreement.time_zone)) {
    view.as_of = moment(card.as_of, *zone);
    view.as_of_typed = typed_moment(card.as_of, *zone);
  }
  add_headlines(agreement, card, view);
  view.due = due_of(agreement, card);
  view.commitments = lines_of(agreement, agreement.commitments, card.commitments, card);
  view.goals = lines_of(agreement, agreement.goals, card.goals, card);
  view.missed = static_cast<std::size_t>(std::count_if(
      view.commitments.begin(), view.commitments.end(),
      [](const CommitmentLine& line) { return line.status == scoring::Status::missed; }));
  return view;
}

}  // namespace leadpact::app
