// Changes to the lists of an agreement: adding, removing, moving, copying.
//
// Pure functions on the model, which may be invalid before and after. A list
// is named as in the file, an element by its place. Ids are made from what is
// there: "commitments" gets c1, c2 …, the first that is free.
//
//   add(a, "commitments")           "commitments[3]", with an id of its own
//   duplicate(a, "stages[1]")       "stages[2]", the same but for its id
//   move(a, "reviews[2]", -1)       "reviews[1]"; "" where there is no room
//   move(a, "commitments[0]", 1)    past the next promise of the same team, as
//                                   the document shows them: "commitments[4]"
//   remove(a, "contacts[0]")        what named the contact names nobody now
//   give_ids(a)                     two promises "m1": the second is "c1" now
//
// Lists: teams contacts personas calendars datasets stages goals commitments
// escalation consequences reviews lead_scoring.rules.
#ifndef LEADPACT_CORE_AGREEMENT_EDITS_H_
#define LEADPACT_CORE_AGREEMENT_EDITS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/agreement/model.h"

namespace leadpact::agreement {

// An element of a list: "lead_scoring.rules[2].points" is {lead_scoring.rules, 2}.
struct Spot {
  std::string list;
  std::size_t index = 0;
  [[nodiscard]] std::string place() const { return list + "[" + std::to_string(index) + "]"; }
};
// Nothing where the place lies in no element of these lists.
[[nodiscard]] std::optional<Spot> spot_of(std::string_view place);

// How many elements; 0 for a list there is not.
[[nodiscard]] std::size_t size_of(const Agreement& agreement, std::string_view list);

// What an element is called: its title or name, may be empty.
[[nodiscard]] std::string name_at(const Agreement& agreement, std::string_view place);

// All four return the place of the element they are about, or "" where they
// could do nothing.
std::string add(Agreement& agreement, std::string_view list);
std::string duplicate(Agreement& agreement, std::string_view place);
std::string move(Agreement& agreement, std::string_view place, int by);
[[nodiscard]] bool can_move(const Agreement& agreement, std::string_view place, int by);
// How far to move it so that it stands before the element that has index
// `before` now; 0 where a reader would see no difference.
[[nodiscard]] int steps_to(const Agreement& agreement, std::string_view place, std::size_t before);
// References by id to what is removed are taken out, too, but for those whose
// loss would change what is measured (a stage, a calendar, a dataset, a
// field): they stay and become errors, for a person to decide. With a promise
// goes the step that names it alone, and the right to cancel for it alone.
std::string remove(Agreement& agreement, std::string_view place);

// Takes out of a measure what its kind does not use; but for the calendar, by
// which an answer to a miss is due whatever is measured.
void drop_unused(Measure& measure);

// Of a file that people wrote: what has no id, or key of a column, or one that
// another before it has, gets one of its own. Who was named stays named. How
// many those were.
std::size_t give_ids(Agreement& agreement);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_EDITS_H_
