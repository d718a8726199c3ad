// How many of the loaded leads a stage takes, while its rules are written.
//
//   stage                               records   live_count
//   ----------------------------------  --------  ---------------------------
//   country is US, employees 50 or more 1,204     312 match; 41 fail by one
//                                                 rule only
#ifndef LEADPACT_WEB_APP_LIVE_COUNTS_H_
#define LEADPACT_WEB_APP_LIVE_COUNTS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "core/agreement/model.h"
#include "core/calendar/time.h"
#include "core/scoring/score.h"

namespace leadpact::app {

struct LiveCount {
  std::uint64_t matching = 0;
  std::uint64_t of = 0;          // records that count
  std::uint64_t just_short = 0;  // fulfil all rules of the first level but one
  std::string records;           // "leads"
};

// Over the first loaded dataset of which the stage can be asked; nothing where
// there is none. `stage` is one of the agreement's, which must be valid; `data`
// is loaded for it.
[[nodiscard]] std::optional<LiveCount> live_count(const agreement::Agreement& agreement,
                                                  const agreement::Stage& stage,
                                                  const scoring::LoadedData& data,
                                                  std::optional<calendar::Instant> as_of);

// "312 of 1,204 loaded leads match; 41 more fail by one rule only."
[[nodiscard]] std::string in_words(const LiveCount& count);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LIVE_COUNTS_H_
