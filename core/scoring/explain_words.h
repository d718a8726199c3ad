// An explanation in words: the verdict, by how much, and the arithmetic.
//
//   within 2 business hours
//     Fri 16:40 + 20 min, weekend, Mon 9:00 + 1 h 40 min = due Mon 10:40;
//     “First contact” Mon 10:12: met with 28 min left
//   24 hours, no stop
//     Fri 16:40 + 24 h = due Sat 16:40; “First contact” is empty as of
//     Mon 12:00: late by 43 h 20 min so far
//   3 days, dates alone
//     Mon 2 Mar + 3 days = due by the end of Thu 5 Mar; “First contact”
//     Sat 7 Mar: late by 2 days
//   left out
//     “Owner assigned” is empty: left out
//
// Times are in the agreement's zone; dates stand where a weekday would not do.
#ifndef LEADPACT_CORE_SCORING_EXPLAIN_WORDS_H_
#define LEADPACT_CORE_SCORING_EXPLAIN_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/scoring/explain.h"

namespace leadpact::scoring {

// "Met", "Failed", "Pending", "Left out", "Counted", "Does not count", "In no period".
[[nodiscard]] std::string_view standing_words(const Explanation& made);

// "28 min left", "late by 2 h", "on the last day".
[[nodiscard]] std::string margin_words(const Margin& margin);

// "1 h 40 min", "12 s"; in days from two on where `in_days`.
[[nodiscard]] std::string length_words(std::int64_t seconds, bool in_days = false);

// How times are written: "Fri 6 Mar 16:40", "Fri 16:40:12", "Fri 6 Mar 2025"; for
// a spreadsheet "2026-03-06 16:40", and nothing without a value.
struct Face {
  const calendar::Zone& zone;
  bool dated = true;
  bool with_seconds = false;
  int year = 0;  // not written
  bool for_sheet = false;
  [[nodiscard]] std::string day(calendar::Day day) const;
  [[nodiscard]] std::string clock(calendar::Instant instant) const;  // "16:40"
  [[nodiscard]] std::string moment(calendar::Instant instant) const;
  [[nodiscard]] std::string stamp(calendar::Stamp stamp) const;  // "–" without a value
};
// With dates, and seconds where a time of the explanation has some.
[[nodiscard]] Face face_of(const Explainer& explainer, const Explanation& made);

// One line that ends with the verdict.
[[nodiscard]] std::string working_words(const Explainer& explainer, const Explanation& made);

inline constexpr std::size_t kReasons = 6;
// Why leads are left out, counted by Reason: "9 have no usable “First contact”, 3
// have a date alone where a time is needed"; empty for none.
[[nodiscard]] std::string reasons_words(const Explainer& explainer,
                                        const std::array<std::uint64_t, kReasons>& counts);

// The rules a record fails by, each a line: "“Country” is “US”: has “DE”".
[[nodiscard]] std::vector<std::string> missed_words(const Explanation& made);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_EXPLAIN_WORDS_H_
