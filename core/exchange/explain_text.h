// One lead at a terminal: what it says to every promise, and its working.
#ifndef LEADPACT_CORE_EXCHANGE_EXPLAIN_TEXT_H_
#define LEADPACT_CORE_EXCHANGE_EXPLAIN_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/score.h"

namespace leadpact::exchange {

// The kept rows of a dataset's table whose id this is, as its file has it.
// Empty where the dataset has no ids.
[[nodiscard]] std::vector<std::uint32_t> find_lead(const agreement::Dataset& dataset,
                                                   const data::Table& table, std::string_view id);

struct Lead {
  std::size_t dataset = 0;
  std::uint32_t row = 0;
};
// `agreement` is valid, `data` loaded for it. Only the commitment or goal of
// that id, or all that count in a dataset of the leads where it is empty.
[[nodiscard]] std::string explain_text(const agreement::Agreement& agreement,
                                       const scoring::LoadedData& data, calendar::Instant as_of,
                                       const std::vector<Lead>& leads, std::string_view id,
                                       std::string_view commitment, bool colour);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_EXPLAIN_TEXT_H_
