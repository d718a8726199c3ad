// What a valid agreement still lacks or will be quarrelled over.
//
// Errors (validate.h) keep an agreement from being scored; advice does not.
// Each piece says at which place, what, and what to do about it; the guide on
// the page and `leadpact check --advice` show the same ones.
//
//   place                      advice
//   -------------------------  ----------------------------------------------
//   commitments[2].owner       “First contact” has no owner. Name the one
//                              person who answers for it.
//   commitments[2].target      “First contact” asks for 100 %, so one miss …
//   calendars[0].holidays      “Office” has no holidays in it. …
//   reviews                    No review is agreed. …
//
// Sources: domain.md (what agreements that work have), screens.md, The guide.
#ifndef LEADPACT_CORE_AGREEMENT_ADVICE_H_
#define LEADPACT_CORE_AGREEMENT_ADVICE_H_

#include <string>
#include <vector>

#include "core/agreement/model.h"

namespace leadpact::agreement {

struct Advice {
  std::string place;
  std::string text;         // one sentence that says what, one that says what to do
  bool left_empty = false;  // a field without which nobody can sign
};

// In the order of the file. The agreement need not be valid; what cannot be
// read gives no advice.
[[nodiscard]] std::vector<Advice> advice_on(const Agreement& agreement);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_ADVICE_H_
