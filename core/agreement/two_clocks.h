// Two clocks on one first contact: from the inquiry, as the lead feels it, and
// from the assignment, as the rep answers for it. What lies between them is
// routing delay, which is no rep's.
//
//   the promise measures        the data have       the other clock
//   --------------------------  ------------------  -----------------------
//   Create Date → First touch   Owner assigned      Owner assigned → First
//                               date                touch, of sales
//   the same                    MQL date            MQL date → First touch
//   the same, and there is the  Owner assigned      none: both are there
//     other                     date
//   Create Date → SQL date      Owner assigned      none: that is no contact
//                               date
//
// Which column is which is told from its name and key. Source: domain.md, 3.
#ifndef LEADPACT_CORE_AGREEMENT_TWO_CLOCKS_H_
#define LEADPACT_CORE_AGREEMENT_TWO_CLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/agreement/model.h"
#include "core/data/field.h"

namespace leadpact::agreement {

// What happened at a time.
enum class Event : std::uint8_t { other, inquiry, qualified, assigned, contacted };
[[nodiscard]] Event event_of(const data::Field& field);

// The column the other clock of a promise would start with; null where none
// is to be offered. `commitment` is an index into the agreement's.
[[nodiscard]] const data::Field* other_clock(const Agreement& agreement, std::size_t commitment);

// Adds it behind the promise: sales promises the same from that column on.
// The place of the new promise, or "" where there is none to offer.
std::string add_other_clock(Agreement& agreement, std::size_t commitment);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_TWO_CLOCKS_H_
