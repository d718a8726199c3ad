#include "core/exchange/scorecard_csv.h"

#include "core/agreement/kinds.h"
#include "core/agreement/names.h"
#include "core/calendar/time.h"

namespace leadpact::exchange {
namespace {

using agreement::Commitment;
using agreement::Kind;
using scoring::PeriodScore;

void add_header(Sheet& sheet, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    sheet.text(name);
}

std::string_view unit_of(Kind kind) {
  if (agreement::is_percentage(kind)) return "%";
  return kind == Kind::median_time ? "hours" : "";
}

std::string last_day(const calendar::Period& period) {
  return period.end ? calendar::format_day(*period.end - 1) : std::string();
}

std::optional<double> percent(std::optional<double> share) {
  return share ? std::optional<double>(*share * 100) : std::nullopt;
}

void add_period(Sheet& sheet, const agreement::Agreement& agreement, const Commitment& commitment,
                bool is_goal, const PeriodScore& score) {
  sheet.text(commitment.title);
  sheet.text(commitment.id);
  sheet.text(is_goal ? "shared goal" : "promise");
  sheet.text(agreement::team_name(agreement, commitment.team));
  sheet.text(calendar::format_day(score.period.start));
  sheet.text(last_day(score.period));
  sheet.text(score.period.closed ? "yes" : "no");
  sheet.text(scoring::name_of(score.status));
  sheet.number(score.value);
  sheet.text(unit_of(commitment.measure.kind));
  sheet.text(agreement::name_of(commitment.direction));
  sheet.number(score.target);
  sheet.number(percent(score.attainment));
  sheet.count(score.population);
  sheet.count(score.met);
  sheet.count(score.failed);
  sheet.count(score.pending);
  sheet.count(score.left_out);
  const auto& budget = score.error_budget;
  sheet.number(budget ? std::optional<double>(budget->allowed) : std::nullopt);
  sheet.number(score.pace);
  sheet.count(static_cast<std::uint64_t>(score.missed_in_a_row));
  sheet.end_row();
}

}  // namespace

std::vector<ScorecardRow> all_rows(const scoring::Scorecard& card) {
  std::vector<ScorecardRow> rows;
  for (std::size_t i = 0; i < card.commitments.size(); ++i)
    rows.push_back({false, i, std::nullopt});
  for (std::size_t i = 0; i < card.goals.size(); ++i)
    rows.push_back({true, i, std::nullopt});
  return rows;
}

std::string scorecard_sheet(SheetForm form, const agreement::Agreement& agreement,
                            const scoring::Scorecard& card, const std::vector<ScorecardRow>& rows) {
  Sheet sheet(form);
  add_header(sheet, {"Promise",
                     "Id",
                     "Kind",
                     "Team",
                     "From",
                     "To",
                     "Over",
                     "Status",
                     "Value",
                     "Unit",
                     "Is to be",
                     "Target",
                     "Attained, %",
                     "Counted",
                     "Met",
                     "Failed",
                     "Pending",
                     "Left out",
                     "Allowed to fail",
                     "Pace",
                     "Missed in a row"});
  sheet.end_row();
  for (const ScorecardRow& row : rows) {
    const auto& commitments = row.is_goal ? agreement.goals : agreement.commitments;
    const auto& scores = row.is_goal ? card.goals : card.commitments;
    if (row.index >= commitments.size() || row.index >= scores.size()) continue;
    const auto& periods = scores[row.index].periods;
    for (std::size_t i = 0; i < periods.size(); ++i) {
      if (row.period && *row.period != i) continue;
      add_period(sheet, agreement, commitments[row.index], row.is_goal, periods[i]);
    }
  }
  return std::move(sheet).take();
}

std::string breakdown_sheet(SheetForm form, const Commitment& commitment, const std::string& split,
                            const std::string& records,
                            const std::vector<const scoring::BreakdownGroup*>& groups) {
  const Kind kind = commitment.measure.kind;
  const std::string_view unit = unit_of(kind);
  Sheet sheet(form);
  add_header(sheet, {split, unit.empty() ? "Value" : "Value, " + std::string(unit), records});
  const bool judged = agreement::is_percentage(kind);
  if (judged) add_header(sheet, {"Met", "Failed"});
  if (kind == Kind::within) add_header(sheet, {"Pending"});
  add_header(sheet, {"Left out"});
  sheet.end_row();
  for (const scoring::BreakdownGroup* group : groups) {
    const scoring::Tally& tally = group->tally;
    sheet.text(group->name);
    sheet.number(tally.value);
    sheet.count(tally.population);
    if (judged) {
      sheet.count(tally.met);
      sheet.count(tally.failed);
    }
    if (kind == Kind::within) sheet.count(tally.pending);
    sheet.count(tally.left_out);
    sheet.end_row();
  }
  return std::move(sheet).take();
}

}  // namespace leadpact::exchange
