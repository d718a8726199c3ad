// Between the stored form of version 1 and the model.
#ifndef LEADPACT_CORE_EXCHANGE_V1_CONVERT_H_
#define LEADPACT_CORE_EXCHANGE_V1_CONVERT_H_

#include "core/agreement/model.h"
#include "core/exchange/problems.h"
#include "core/exchange/v1.h"

namespace leadpact::exchange {

// Every value of the model comes back from from_v1() as it was, but for what
// no file can hold: bytes that are no UTF-8 become U+FFFD, a number that is
// none becomes 0 (an optional one: nothing).
[[nodiscard]] v1::AgreementDto to_v1(const agreement::Agreement& agreement);

// Words that are none are errors with their place, and leave the default or
// `unset`; in parts of a measure that its kind does not use they are warnings.
// An empty or missing word is the default or `unset`, and no error here.
[[nodiscard]] agreement::Agreement from_v1(v1::AgreementDto dto, Problems& problems);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_V1_CONVERT_H_
