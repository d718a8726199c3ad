// Whether an agreement can be scored: every rule of agreement-format.md, "What
// is invalid", and of scoring.md that a file alone can break.
//
//   in the file                                place of the error
//   -----------------------------------------  ----------------------------
//   "starts_on": "2026-02-31"                  starts_on
//   a business limit without a calendar        commitments[3].measure
//   "equals" on a text field                   commitments[5].measure.where.criteria[0]
//   a stage that does not fit a dataset in     stages[1].definition.criteria[0]
//     which a measure uses it
//   stages that form a circle                  stages[1]
//
// All errors are reported, in the order of the file; each says what was found
// and what was expected. Warnings are for what is valid but surely not meant.
#ifndef LEADPACT_CORE_AGREEMENT_VALIDATE_H_
#define LEADPACT_CORE_AGREEMENT_VALIDATE_H_

#include "core/agreement/model.h"
#include "core/result.h"

namespace leadpact::agreement {

// Errors already found by the reader (`unset` where a needed word was missing
// or unknown) are not repeated: an unset team, kind, type or op is an error
// here only if `reported` has no error at that place.
[[nodiscard]] Errors validate(const Agreement& agreement, const Errors& reported = {});

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_VALIDATE_H_
