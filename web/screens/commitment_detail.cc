// What a commitment's row opens: its periods, and what is not in the numbers.
#include <string>
#include <vector>

#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::CommitmentLine;
using app::PeriodLine;
using ui::Align;
using ui::Tone;

std::vector<ui::TableColumn> columns_of(const CommitmentLine& line) {
  std::vector<ui::TableColumn> columns = {
      {"Period", 150},
      {"Status", 124},
      {"Value", 90, Align::right},
      {"Target", 124},
      {"Attained", 96, Align::right},
  };
  if (line.counts_records) {
    columns.push_back({"Met", 70, Align::right});
    columns.push_back({"Failed", 74, Align::right});
  }
  if (line.has_pending) columns.push_back({"Pending", 88, Align::right, true});
  if (line.has_left_out) columns.push_back({"Left out", 88, Align::right, true});
  if (line.has_budget) columns.push_back({"Allowed to fail", 92, Align::right, true});
  return columns;
}

void draw_period(app::State& state, const CommitmentLine& line, std::size_t index) {
  using Which = app::LeadList::Which;
  const PeriodLine& period = line.periods[index];
  ui::table_row(period.name);
  ui::table_cell(period.open ? period.name + ", so far" : period.name);
  ui::table_cell();
  status_pill(period.status);
  draw_leads_cell(state, line, index, Which::all, period.value);
  ui::table_cell(period.target, Tone::quiet);
  ui::table_cell(period.attainment);
  if (line.counts_records) {
    draw_leads_cell(state, line, index, Which::met, period.met);
    draw_leads_cell(state, line, index, Which::failed, period.failed);
  }
  if (line.has_pending) draw_leads_cell(state, line, index, Which::pending, period.pending);
  if (line.has_left_out) draw_leads_cell(state, line, index, Which::left_out, period.left_out);
  if (line.has_budget) ui::table_cell(period.budget);
}

}  // namespace

void draw_commitment_detail(app::State& state, const CommitmentLine& line, std::size_t row) {
  constexpr std::size_t kPeriods = 24;
  ui::text(line.sentence);
  if (!line.detail.empty()) ui::text(line.detail, Tone::quiet);
  if (!line.owner.empty()) ui::icon_text(ui::Icon::person, "Owner: " + line.owner, Tone::quiet);
  if (!line.budget.empty()) {
    const bool missed = line.status == scoring::Status::missed;
    ui::icon_text(ui::Icon::flag, line.budget, missed ? Tone::danger : Tone::info);
  }
  if (!line.streak.empty()) {
    ui::icon_text(ui::Icon::history, "In the last periods: " + line.streak + ".", Tone::warning);
  }
  draw_dispute_words(state, row, line.shown, true);
  for (const std::string& note : line.notes)
    ui::icon_text(ui::Icon::info, note, Tone::quiet);
  draw_promise_charts(state, line);
  ui::begin_table("Periods of " + line.title, columns_of(line));
  for (std::size_t i = 0; i < line.periods.size() && i < kPeriods; ++i) {
    draw_period(state, line, i);
  }
  ui::end_table();
  if (line.periods.size() > kPeriods) {
    ui::text("Earlier periods are not shown here.", Tone::help);
  }
  draw_what_if(state, row);
  draw_leads(state, line);
}

}  // namespace leadpact::screens
