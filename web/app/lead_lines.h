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

// Names the leads of a dataset by the columns a person knows them by.
class LeadNames {
 public:
  LeadNames(const agreement::Dataset& dataset, const data::Table& table);

  [[nodiscard]] LeadLine line(std::uint32_t row) const;
  // Who it is assigned to in the data; empty without such a column.
  [[nodiscard]] std::string owner(std::uint32_t row) const { return cell(row, owner_); }
  // All of that in one text, for searching in it.
  [[nodiscard]] std::string all(std::uint32_t row) const;

 private:
  [[nodiscard]] std::string cell(std::uint32_t row, int field) const;

  const data::Table& table_;
  int id_ = -1, first_, last_, name_, company_, email_, owner_;  // fields, or -1
};

// Of a sweep that is done; `most` at most, in the order of the files.
[[nodiscard]] std::vector<LeadLine> matching_lines(const StageSweep& sweep, std::size_t most);
[[nodiscard]] std::vector<LeadLine> just_short_lines(StageSweep& sweep, std::size_t most);

// At most so many characters, the last one an ellipsis where there are more.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LEAD_LINES_H_
