// The scorecard for people at a terminal.
//
// A page of plain text: the scores with what they rest on, every commitment
// with its latest periods, what fell due because of them, and what was left
// out of the numbers and why. At most 100 columns; colour only repeats what a
// word says already.
//
//   number                              shown as
//   ----------------------------------  ------------------------------------
//   share or within, 89.96 against 90   89.96 %   (90.0 % would look kept)
//   median_time                         60.3 h
//   budget allowed 9.7, spent 11        -2 of 9   whole leads still to spare
//   a number that does not exist        -
//   96.4 % with 3 disputes upheld       a line below the official row
#ifndef LEADPACT_CORE_EXCHANGE_SCORECARD_TEXT_H_
#define LEADPACT_CORE_EXCHANGE_SCORECARD_TEXT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/score.h"
#include "core/scoring/scorecard.h"

namespace leadpact::exchange {

// What was scored with disputes upheld (scoring/disputes.h).
struct Rescored {
  const scoring::Scored* scored = nullptr;
  bool open_too = false;
};

struct TextOptions {
  bool colour = false;                  // ANSI escapes
  std::size_t periods = 3;              // the latest of each commitment and of the scores
  std::vector<Rescored> rescored = {};  // told below the official figures
};

// `card` is the scorecard of `agreement`, which is valid.
[[nodiscard]] std::string scorecard_text(const agreement::Agreement& agreement,
                                         const scoring::Scorecard& card,
                                         const TextOptions& options = {});

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_SCORECARD_TEXT_H_
