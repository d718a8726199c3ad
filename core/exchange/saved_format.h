// What writer and reader of a saved scorecard (saved_scorecard.h) share.
#ifndef LEADPACT_CORE_EXCHANGE_SAVED_FORMAT_H_
#define LEADPACT_CORE_EXCHANGE_SAVED_FORMAT_H_

#include <optional>
#include <string_view>

#include "core/exchange/json_dom.h"
#include "core/scoring/earlier.h"

namespace leadpact::exchange {

inline constexpr std::string_view kScorecardFormat = "leadpact-scorecard";
inline constexpr int kScorecardVersion = 1;

// The parts of the file before the leads, each a small tree of its own. The
// error's place is a path within the part.
[[nodiscard]] std::optional<Error> read_scorecard(const Json& json, scoring::Earlier& into);
[[nodiscard]] std::optional<Error> read_marks(const Json& json, scoring::Earlier& into);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_SAVED_FORMAT_H_
