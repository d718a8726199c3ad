// What would have been, in words and as charts.
//
//   promise, tried                     what is said
//   ---------------------------------  ----------------------------------------
//   90 % within 2 business hours       At 2 h of business time, 61.2 % would
//                                      have been in time; the target is at least
//                                      90 %. It would have been kept in 3 of 9
//                                      months.
//   the same                           90 % needs 5 h 40 min of business time.
//   200 leads a month, 150 tried       At a target of at least 150 it would have
//                                      been kept in 7 of 9 months.
//
// What can be dragged is the limit of a `within`, else the target; a bar holds
// what lies above its left end, up to its right end and with it.
#ifndef LEADPACT_WEB_APP_WHAT_IF_VIEW_H_
#define LEADPACT_WEB_APP_WHAT_IF_VIEW_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/scoring/backtest.h"

namespace leadpact::app {

struct WhatIfBar {
  double from = 0, to = 0;
  std::uint64_t count = 0;
  std::string label, edge, text;
};

// What stays while a limit or a target is tried.
struct WhatIfBasis {
  std::string chart, unit;
  std::string between;  // "Business time from “Created” to “First contact”", may be empty
  std::vector<WhatIfBar> bars;
  double step = 1;                           // of the handle
  std::vector<std::optional<double>> curve;  // from one end of the bars to the other, in percent
  std::vector<std::pair<std::string, std::string>> curve_rows;  // the same, to be read out
  std::string times;   // "Half took no longer than 1 h 20 min …", may be empty
  std::string beyond;  // what the bars do not show, may be empty
  std::string agreed;  // what came of what is agreed
};

struct WhatIfPeriod {
  std::string name, agreed, tried;
  scoring::Status agreed_status = scoring::Status::no_data;
  scoring::Status tried_status = scoring::Status::no_data;
  std::uint64_t in_time = 0;  // where a limit is tried
};

struct WhatIfAnswer {
  std::string handle, label;  // its name, and what stands on it
  double at = 0;
  std::string would, needs;           // `needs` may be empty
  std::optional<double> value;        // of a `within`, in percent
  std::vector<WhatIfPeriod> periods;  // the newest first
};

// Of the periods from `first` on. `test` is ready.
[[nodiscard]] WhatIfBasis what_if_basis(const scoring::BackTest& test, std::size_t first);
[[nodiscard]] WhatIfAnswer what_if_answer(const scoring::BackTest& test,
                                          const scoring::BackTest::Trial& trial, std::size_t first);

// "5 h 40 min of business time", "3 business days".
[[nodiscard]] std::string limit_words(const calendar::Limit& like, std::int64_t amount);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_WHAT_IF_VIEW_H_
