// The rejected leads of the open agreement.
#include <string>
#include <utility>

#include "web/app/file_names.h"
#include "web/app/state.h"

namespace leadpact::app {

LedgerDesk* State::ledger() {
  return view_ && ledger_.look(*agreement(), desk_) ? &ledger_ : nullptr;
}

void State::save_ledger() {
  if (ledger() == nullptr) return;
  std::string text = ledger_.sheet(exchange::SheetForm::csv);
  if (text.empty()) return;
  constexpr const char* kEndings[] = {"-rejected.csv", "-undecided.csv", "-sample.csv"};
  give_away(std::move(text),
            file_name(agreement()->title, kEndings[static_cast<std::size_t>(ledger_.which())]));
}

}  // namespace leadpact::app
