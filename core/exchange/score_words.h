// What a period of a promise came to, in the words of the terminal.
//
//   call                                          text
//   --------------------------------------------  ------------
//   beside(89.96, 90, {1, 1, " %"})               89.96 %   (90.0 % would look kept)
//   value_text(a within of 96)                    96.0 %
//   target_text(at_most, a median time, 4)        ≤ 4 h
//   period_name(quarter, from 2026-04-01, 1)      Q2 2026
//   period_name(quarter, from 2026-04-01, 4)      Q1 2026/27
//   status_words(Status::on_track)                on track
#ifndef LEADPACT_CORE_EXCHANGE_SCORE_WORDS_H_
#define LEADPACT_CORE_EXCHANGE_SCORE_WORDS_H_

#include <string>
#include <string_view>

#include "core/agreement/model.h"
#include "core/exchange/terminal_page.h"
#include "core/scoring/scorecard.h"

namespace leadpact::exchange {

inline constexpr std::string_view kNone = "-";  // for a number that does not exist

// With thousands marked.
[[nodiscard]] std::string number(double value, int decimals);

struct Scale {
  double divisor = 1;
  int decimals = 0;
  std::string_view unit;
};
// `value` rounded, but never so far that it seems to lie on the other side of `against`.
[[nodiscard]] std::string beside(double value, double against, const Scale& scale);

[[nodiscard]] std::string value_text(const agreement::Commitment& commitment,
                                     const scoring::PeriodScore& score);
[[nodiscard]] std::string target_text(const agreement::Commitment& commitment, double target);

// `fiscal_start` is the month in which years start.
[[nodiscard]] std::string period_name(calendar::Every every, const calendar::Period& period,
                                      int fiscal_start);

[[nodiscard]] std::string status_words(scoring::Status status);
[[nodiscard]] Style style_of(scoring::Status status);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_SCORE_WORDS_H_
