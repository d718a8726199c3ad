// The scorecard and its breakdowns as tables for a spreadsheet (sheet.h).
//
//   Promise        Team       …  From        To          Status  Value  Unit  …
//   -------------  ---------     ----------  ----------  ------  -----  ----
//   Demo requests  Marketing     2026-03-01  2026-03-31  missed  95.2   %
//
// A period that covers a part of its month is named by the whole month; both
// days belong to it. Percentages, also what is attained, are 0 to 100.
#ifndef LEADPACT_CORE_EXCHANGE_SCORECARD_CSV_H_
#define LEADPACT_CORE_EXCHANGE_SCORECARD_CSV_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/exchange/sheet.h"
#include "core/scoring/breakdown.h"
#include "core/scoring/scorecard.h"

namespace leadpact::exchange {

// A promise or a shared goal to be written.
struct ScorecardRow {
  bool is_goal = false;
  std::size_t index = 0;
  std::optional<std::size_t> period;  // nothing: all of them, a line each
};

// All of them, with all periods.
[[nodiscard]] std::vector<ScorecardRow> all_rows(const scoring::Scorecard& card);

// `card` is the scorecard of `agreement`; rows that do not exist are left out.
[[nodiscard]] std::string scorecard_sheet(SheetForm form, const agreement::Agreement& agreement,
                                          const scoring::Scorecard& card,
                                          const std::vector<ScorecardRow>& rows);

// The groups in the order given; `split` and `records` head their columns.
[[nodiscard]] std::string breakdown_sheet(
    SheetForm form, const agreement::Commitment& commitment, const std::string& split,
    const std::string& records, const std::vector<const scoring::BreakdownGroup*>& groups);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_SCORECARD_CSV_H_
