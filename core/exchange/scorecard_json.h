// The scorecard for programs: JSON and the CSV of breaches
// (agreement-format.md, "The scorecard").
#ifndef LEADPACT_CORE_EXCHANGE_SCORECARD_JSON_H_
#define LEADPACT_CORE_EXCHANGE_SCORECARD_JSON_H_

#include <string>

#include "core/agreement/model.h"
#include "core/exchange/json_text.h"
#include "core/scoring/score.h"

namespace leadpact::exchange {

// Whole numbers as such, others with the digits that give the same double
// again; a number that does not exist is null.
[[nodiscard]] std::string scorecard_json(const scoring::Scorecard& card);
// The same as a value of a larger text.
void write_scorecard(JsonText& json, const scoring::Scorecard& card);

// One line for each record that failed or is pending, header
// `commitment,period,record,file,line,at,from,to,due,status`; UTF-8, LF,
// quoted where needed.
[[nodiscard]] std::string breaches_csv(const agreement::Agreement& agreement,
                                       const scoring::LoadedData& data,
                                       const scoring::Scored& scored);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_SCORECARD_JSON_H_
