// Leads in words, one a line, for the lists below a live count.
//
//   the record                           name            detail
//   -----------------------------------  --------------  -------------------------
//   40215, Julia, Kowalski, Riverton     Julia Kowalski  Riverton · 40215 · line 3
//   40216, no name, an e-mail            a@b.example     40216 · line 4
//   no id either                         Line 5
//
//   the rule                             why
//   -----------------------------------  ------------------------------------
//   employees at_least 50, the cell 40   “Employees” is at least 50: has “40”
//   email is_filled, no cell             “Email” is filled: is empty
#ifndef LEADPACT_WEB_APP_LEAD_LINES_H_
#define LEADPACT_WEB_APP_LEAD_LINES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/live_counts.h"

namespace leadpact::app {

struct LeadLine {
  std::string name;
  std::string detail;
  std::string why;  // of a lead that fails by one rule: the rule, and what it has
};

// Of a sweep that is done; `most` at most, in the order of the files.
[[nodiscard]] std::vector<LeadLine> matching_lines(const StageSweep& sweep, std::size_t most);
[[nodiscard]] std::vector<LeadLine> just_short_lines(StageSweep& sweep, std::size_t most);

// At most so many characters, the last one an ellipsis where there are more.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LEAD_LINES_H_
