// What one cell says: numbers, booleans and timestamps as people and CRMs
// write them. Cells are UTF-8 and already trimmed; nothing here allocates.
//
//   parse_number   "$1,234.50" -> 1234.5    "(500,00)", comma -> -500
//                  "12 %" -> 12             "1.2.3" -> nothing
//   parse_boolean  "Yes" -> true            "0" -> false     "si" -> nothing
//   parse_stamp    "3/1/2026 9:05 AM", mdy -> 2026-03-01 09:05 in the zone
//                  "2026-03-01"            -> the date alone
//                  "45631"                 -> 2024-12-05, a spreadsheet's day
//
// Source: the table in scoring.md, 2.
#ifndef LEADPACT_CORE_DATA_CELLS_H_
#define LEADPACT_CORE_DATA_CELLS_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/calendar/limit.h"
#include "core/calendar/zone.h"
#include "core/data/field.h"

namespace leadpact::data {

[[nodiscard]] std::optional<double> parse_number(std::string_view cell, Decimal decimal);

[[nodiscard]] std::optional<bool> parse_boolean(std::string_view cell);

// For a cell of the form a/b/year or a-b-year (with or without a time after):
// the day it is in each order, or none. Nothing for any other cell.
struct OrderEvidence {
  std::optional<calendar::Day> mdy;
  std::optional<calendar::Day> dmy;
};
[[nodiscard]] OrderEvidence order_evidence(std::string_view cell);

// Stamp::invalid() for what is no timestamp, Stamp::other_order() for what is
// none in `order` but of the form a/b/year or a-b-year and, by day, month and
// year alone, a date in the other order. Never Stamp::empty().
// `evidence` becomes that of the cell where it is of one of these forms, and is
// left as it is where not.
[[nodiscard]] calendar::Stamp parse_stamp(std::string_view cell, DateOrder order,
                                          const calendar::Zone& zone,
                                          OrderEvidence* evidence = nullptr);

// The value of a criterion on a number (scoring.md, 3): optional sign, digits,
// `.` and decimals, exponent; nothing else, nothing beyond a double.
[[nodiscard]] std::optional<double> parse_plain_number(std::string_view text);

// Spaces, tabs and line ends off both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

// Unicode's simple lowercase mapping, character by character (scoring.md, 2).
// `text` is valid UTF-8.
[[nodiscard]] std::string fold_case(std::string_view text);

// fold_case(text) == folded, without allocating.
[[nodiscard]] bool equals_folded(std::string_view text, std::string_view folded);

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_CELLS_H_
