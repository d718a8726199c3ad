// Disputes as a file, and as what the browser keeps of them: the same JSON.
//
//   {
//     "format": "leadpact-disputes",
//     "format_version": 1,
//     "agreement": "7c0f2a9e-0d5b-4d19-9a58-3b8f4f0c8a11",
//     "disputes": [
//       {
//         "id": "d1", "dataset": "leads", "record": "40215",
//         "commitment": "s1", "raised_by": "sales", "on": "2026-04-02",
//         "note": "Called on the mobile", "counts_as": "met",
//         "ruling": "upheld", "answer": "The phone's log shows it"
//       }
//     ]
//   }
//
// Read like an agreement (document.h): whole or not at all, with every error
// and its place. `counts_as` is `left_out` and `ruling` `open` where they are
// empty; names the format does not know are ignored.
#ifndef LEADPACT_CORE_EXCHANGE_DISPUTES_JSON_H_
#define LEADPACT_CORE_EXCHANGE_DISPUTES_JSON_H_

#include <string>
#include <string_view>

#include "core/agreement/disputes.h"
#include "core/result.h"

namespace leadpact::exchange {

// Whether a JSON text says near its beginning that it is such a file.
[[nodiscard]] bool looks_like_disputes(std::string_view text);

[[nodiscard]] Result<agreement::Disputes> read_disputes(std::string_view text);
[[nodiscard]] std::string write_disputes(const agreement::Disputes& disputes);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_DISPUTES_JSON_H_
