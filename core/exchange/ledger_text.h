// The ledger of rejected leads at a terminal: by reason, owner and age, what
// silence comes to, and a sample for the meeting.
#ifndef LEADPACT_CORE_EXCHANGE_LEDGER_TEXT_H_
#define LEADPACT_CORE_EXCHANGE_LEDGER_TEXT_H_

#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/exchange/ledger_sheet.h"

namespace leadpact::exchange {

// What is told of one dataset's ledger, and what was drawn of that; of a size of 0
// nothing is said.
struct LedgerDraw {
  scoring::LedgerFilter filter;
  std::string seed;
  std::size_t size = 0;
  scoring::LedgerSample sample;
  bool undecided = false;  // list the leads nobody decided on instead of the tallies
};

// A dataset's part of the page; its rows' leads are not used.
[[nodiscard]] std::string ledger_text(const agreement::Agreement& agreement, const LedgerRows& of,
                                      const LedgerDraw& draw, bool colour);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_LEDGER_TEXT_H_
