// The agreement as Markdown, for a wiki, a ticket or a repository.
//
//   # SLA 2026
//   Marketing and Sales, from 1 January 2026
//   ## 1. Commitments
//   ### Sales promises
//   **First contact within 2 hours.** Sales promises that in each month …
//
// What teams wrote is text: characters Markdown would read as its own are
// escaped, line breaks stay.
#ifndef LEADPACT_CORE_EXCHANGE_PAPER_MARKDOWN_H_
#define LEADPACT_CORE_EXCHANGE_PAPER_MARKDOWN_H_

#include <string>

#include "core/agreement/model.h"

namespace leadpact::exchange {

// CommonMark, with GitHub's tables.
[[nodiscard]] std::string paper_markdown(const agreement::Agreement& agreement);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_PAPER_MARKDOWN_H_
