#include "core/exchange/ledger_sheet.h"

#include "core/scoring/explain_words.h"
#include "core/scoring/ledger_words.h"

namespace leadpact::exchange {
namespace {

scoring::Face face_of(const agreement::Agreement& agreement) {
  scoring::Face face{*calendar::Zone::find(agreement.time_zone)};
  face.for_sheet = true;
  return face;
}

void add_place(Sheet& sheet, const data::Table& table, std::uint32_t row) {
  sheet.text(table.file_names()[table.file(row)]);
  sheet.count(table.line(row));
  sheet.end_row();
}

void add_lead(Sheet& sheet, const agreement::Agreement& agreement, const LedgerRows& of,
              const scoring::Rejected& lead) {
  const scoring::Ledger& ledger = of.sweep->ledger();
  const scoring::Face face = face_of(agreement);
  const scoring::ListedName& reason = ledger.reasons[lead.reason];
  const auto due = of.sweep->answer_due(lead.row);
  sheet.text(agreement.datasets[of.dataset].id);
  sheet.text(of.sweep->id(lead.row));
  sheet.text(of.sweep->owner(lead.row));
  sheet.text(face.stamp(of.sweep->rejected_at(lead.row)));
  sheet.count(lead.age < 0 ? std::nullopt
                           : std::optional<std::uint64_t>(static_cast<std::uint64_t>(lead.age)));
  sheet.text(of.sweep->reason(lead.row));
  sheet.text(reason.agreed ? "yes" : "no");
  sheet.text(scoring::words_of(lead.state));
  sheet.text(face.stamp(of.sweep->answered_at(lead.row)));
  sheet.text(due ? face.moment(*due) : "");
  sheet.text(scoring::answer_words(lead));
  add_place(sheet, *of.table, lead.row);
}

}  // namespace

LedgerRows all_leads(std::size_t dataset, const data::Table& table,
                     const scoring::LedgerSweep& sweep, const scoring::LedgerFilter& filter) {
  LedgerRows rows{dataset, &table, &sweep, {}};
  const std::vector<scoring::Rejected>& leads = sweep.ledger().leads;
  for (std::uint32_t i = 0; i < leads.size(); ++i) {
    if (filter.takes(leads[i])) rows.leads.push_back(i);
  }
  return rows;
}

std::string ledger_sheet(SheetForm form, const agreement::Agreement& agreement,
                         const std::vector<LedgerRows>& rows) {
  Sheet sheet(form);
  for (const char* name :
       {"Data", "Lead", "Owner", "Rejected", "Days ago", "Reason", "Agreed reason", "State",
        "Answered", "Answer due", "Answer", "File", "Line"}) {
    sheet.text(name);
  }
  sheet.end_row();
  for (const LedgerRows& of : rows) {
    for (const std::uint32_t lead : of.leads)
      add_lead(sheet, agreement, of, of.sweep->ledger().leads[lead]);
  }
  return std::move(sheet).take();
}

UndecidedCells undecided_cells(const agreement::Agreement& agreement,
                               const scoring::LedgerSweep& sweep, std::uint32_t row) {
  const scoring::Face face = face_of(agreement);
  const auto due = sweep.decision_due(row);
  return {sweep.id(row), std::string(sweep.owner(row)), face.stamp(sweep.handed_at(row)),
          due ? face.moment(*due) : ""};
}

std::string undecided_sheet(SheetForm form, const agreement::Agreement& agreement,
                            const std::vector<LedgerRows>& rows) {
  Sheet sheet(form);
  for (const char* name :
       {"Data", "Lead", "Owner", "Handed over", "To be decided by", "File", "Line"})
    sheet.text(name);
  sheet.end_row();
  for (const LedgerRows& of : rows) {
    for (const std::uint32_t row : of.sweep->ledger().silent) {
      sheet.text(agreement.datasets[of.dataset].id);
      for (const std::string& cell : undecided_cells(agreement, *of.sweep, row))
        sheet.text(cell);
      add_place(sheet, *of.table, row);
    }
  }
  return std::move(sheet).take();
}

}  // namespace leadpact::exchange
