#include "core/exchange/ledger_sheet.h"

#include "core/scoring/explain_words.h"
#include "core/scoring/ledger_words.h"

namespace leadpact::exchange {
namespace {

using calendar::Stamp;

std::string written(Stamp stamp, const calendar::Zone& zone) {
  if (!stamp.has_value()) return "";
  if (stamp.date_only()) return calendar::format_day(stamp.day());
  return calendar::format_day(zone.day_at(stamp.instant())) + " " +
         scoring::Face{zone}.clock(stamp.instant());
}

void add_lead(Sheet& sheet, const agreement::Agreement& agreement, const LedgerRows& of,
              const scoring::Rejected& lead) {
  const scoring::Ledger& ledger = of.sweep->ledger();
  const calendar::Zone& zone = *calendar::Zone::find(agreement.time_zone);
  const scoring::LedgerName& reason = ledger.reasons[lead.reason];
  const auto due = of.sweep->answer_due(lead.row);
  sheet.text(agreement.datasets[of.dataset].id);
  sheet.text(of.sweep->id(lead.row));
  sheet.text(of.sweep->owner(lead.row));
  sheet.text(written(of.sweep->rejected_at(lead.row), zone));
  sheet.count(lead.age < 0 ? std::nullopt
                           : std::optional<std::uint64_t>(static_cast<std::uint64_t>(lead.age)));
  sheet.text(of.sweep->reason(lead.row));
  sheet.text(reason.agreed ? "yes" : "no");
  sheet.text(scoring::words_of(lead.state));
  sheet.text(written(of.sweep->answered_at(lead.row), zone));
  sheet.text(due ? written(Stamp::at(*due), zone) : "");
  sheet.text(scoring::answer_words(lead));
  sheet.text(of.table->file_names()[of.table->file(lead.row)]);
  sheet.count(of.table->line(lead.row));
  sheet.end_row();
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

}  // namespace leadpact::exchange
