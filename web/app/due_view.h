// What fell due, in words: what, since when, by which periods, who must act, and
// by when (scoring/triggers.h, scoring/follow_up.h).
//
//   fell due            act                                      item
//   ------------------  ---------------------------------------  -------------------------
//   cancellation right  either team, with notice                 each promise missed so
//   escalation steps    those to be told, within the answer's    each promise of its scope
//                       time; the highest step first
//   consequences        the owner of the promise                 each promise missed last
//   reviews             the attendees, before the next one       each review
#ifndef LEADPACT_WEB_APP_DUE_VIEW_H_
#define LEADPACT_WEB_APP_DUE_VIEW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"

namespace leadpact::app {

struct Due {
  enum class Kind : std::uint8_t { cancellation, escalation, consequences, reviews };
  Kind kind = Kind::escalation;
  std::string action;              // what is to be done
  std::string terms;               // "Answer within 3 business days."; may be empty
  std::vector<std::string> lines;  // of consequences: what was agreed
  struct Item {
    std::string commitment;  // its title, or the review's
    std::string why;         // "missed 2 months in a row", "about March 2026"
    std::string since;       // "1 Apr 2026"
    // The missed periods, the newest last: "February 2026 with 80.0 %".
    std::string periods;
    std::string who;       // "Ada Park (Sales lead)", or the team's name
    std::string by;        // "by 6 Apr 2026, 17:00"; may be empty
    bool overdue = false;  // that time is over, as of the score
    std::string trigger;   // "step/commitment/2026-04-01", for what was done about it
  };
  std::vector<Item> items;
};

[[nodiscard]] std::vector<Due> due_of(const agreement::Agreement& agreement,
                                      const scoring::Scorecard& card);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DUE_VIEW_H_
