// Which columns of a dataset say that sales handed a lead back, and what became
// of it there: told from their names and from the promises that use them.
//
//   column     found by                                   what it says
//   ---------  -----------------------------------------  --------------------
//   decision   a text named “decision”                    “Rejected” hands back;
//                                                         filled it alone tells
//   rejected   a time, or yes/no, named “rejected”,       filled, or yes: back
//              “disqualified”, “returned” …
//   reason     a text named “reason”, “rejection reason”  filled: handed back
//   status     a text named “status”, “lead status”       “Unqualified”: back
//   decided    a time named “decision” or “decided”       when, without rejected
//   answered   the end of a promise of marketing from     when marketing
//              then on; or a time named “answered”        answered
//   answer     a text named “answer”                      filled: answered
//   owner      a text named “owner”, “assigned to”        whose lead it was
//
//   a cell                       hands back  to nurture
//   ---------------------------  ----------  ----------
//   Rejected, REJECTED - budget  yes
//   Unqualified, disqualified    yes
//   Recycled to nurture          yes         yes
//   Nurture                                  yes
//   Accepted
#ifndef LEADPACT_CORE_AGREEMENT_HANDBACK_H_
#define LEADPACT_CORE_AGREEMENT_HANDBACK_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/limit.h"

namespace leadpact::agreement {

// Indices into the dataset's fields, -1 for none.
struct HandbackColumns {
  int decision = -1;
  int rejected = -1;  // a timestamp
  int flag = -1;      // a boolean
  int reason = -1;
  int status = -1;
  int stage = -1;  // a text, by which a lead in nurture is known too
  int decided = -1;
  int answered = -1;
  int answer = -1;
  int owner = -1;

  // Whether any of them says which leads were handed back.
  [[nodiscard]] bool can_tell() const {
    return decision >= 0 || rejected >= 0 || flag >= 0 || reason >= 0 || status >= 0;
  }
  // When a lead was handed back.
  [[nodiscard]] int when() const { return rejected >= 0 ? rejected : decided; }
};
[[nodiscard]] HandbackColumns handback_columns(const Agreement& agreement, const Dataset& dataset);

// Whether a decision or a status hands a lead back; whether a cell says that it
// is in nurture. In English, German, French and Spanish.
[[nodiscard]] bool hands_back(std::string_view cell);
[[nodiscard]] bool says_nurture(std::string_view cell);

// By when a rejected lead is to be answered: what rejection.review_within says,
// where it can be read as a limit, or else the promise of an answer; in that
// promise's calendar, or else the first.
struct ReviewLimit {
  calendar::Limit limit;
  std::string words;     // "2 business days"
  std::string calendar;  // id; empty for real time
};
[[nodiscard]] std::optional<ReviewLimit> review_limit(const Agreement& agreement,
                                                      const Dataset& dataset,
                                                      const HandbackColumns& columns);

// The promise to accept or reject in time: `within`, of this dataset, up to the
// decision. An index into the commitments; nothing without one.
[[nodiscard]] std::optional<std::size_t> decision_promise(const Agreement& agreement,
                                                          const Dataset& dataset,
                                                          const HandbackColumns& columns);

// What cannot be told for want of a column or a limit, a sentence each.
[[nodiscard]] std::vector<std::string> handback_gaps(const Agreement& agreement,
                                                     const Dataset& dataset,
                                                     const HandbackColumns& columns);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_HANDBACK_H_
