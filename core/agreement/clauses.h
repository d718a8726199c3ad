// The library of ready clauses: promises teams make each other, to be put into
// an agreement in one step and changed there.
//
// A clause brings what it needs: the columns it reads, the business hours it
// counts in, the data where there is none. What is there already is used: a
// field by its key or its column, the first calendar, the stage "mql" or of
// that name.
//
//   add_clause(a, "first-contact")   "commitments[4]": assigned_at to
//                                    contacted_at within 4 business hours
//
// Sources: domain.md, 1, 3 and 8; the numbers are only a start.
#ifndef LEADPACT_CORE_AGREEMENT_CLAUSES_H_
#define LEADPACT_CORE_AGREEMENT_CLAUSES_H_

#include <span>
#include <string>
#include <string_view>

#include "core/agreement/model.h"

namespace leadpact::agreement {

struct ReadyClause {
  std::string_view id;
  std::string_view group;  // "Response", "Fit and data"
  Team team = Team::unset;
  std::string_view title;
  std::string_view detail;  // what it is good for
};

// In the order of their groups.
[[nodiscard]] std::span<const ReadyClause> ready_clauses();

// The place of the new commitment; "" where there is no such clause. A valid
// agreement stays valid.
std::string add_clause(Agreement& agreement, std::string_view id);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_CLAUSES_H_
