// Rejected leads as a table for a spreadsheet (sheet.h).
//
//   Data   Lead   Owner      Rejected          Days ago  Reason     …  State
//   -----  -----  ---------  ----------------  --------  ---------     --------
//   leads  40215  Ada Park   2026-03-02 09:05  29        No budget     Returned
//
// Times are local to the agreement, a date alone is that day.
#ifndef LEADPACT_CORE_EXCHANGE_LEDGER_SHEET_H_
#define LEADPACT_CORE_EXCHANGE_LEDGER_SHEET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/exchange/sheet.h"
#include "core/scoring/ledger.h"

namespace leadpact::exchange {

// Some leads of a dataset's ledger.
struct LedgerRows {
  std::size_t dataset = 0;
  const data::Table* table = nullptr;
  const scoring::LedgerSweep* sweep = nullptr;  // done
  std::vector<std::uint32_t> leads;             // indices, in the order to write
};
[[nodiscard]] LedgerRows all_leads(std::size_t dataset, const data::Table& table,
                                   const scoring::LedgerSweep& sweep,
                                   const scoring::LedgerFilter& filter = {});

[[nodiscard]] std::string ledger_sheet(SheetForm form, const agreement::Agreement& agreement,
                                       const std::vector<LedgerRows>& rows);

// The leads nobody decided on in time; the leads of `rows` are not used.
[[nodiscard]] std::string undecided_sheet(SheetForm form, const agreement::Agreement& agreement,
                                          const std::vector<LedgerRows>& rows);
// Of one of them its id, its owner, when it was handed over and when its time was up.
using UndecidedCells = std::array<std::string, 4>;
[[nodiscard]] UndecidedCells undecided_cells(const agreement::Agreement& agreement,
                                             const scoring::LedgerSweep& sweep, std::uint32_t row);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_LEDGER_SHEET_H_
