// What a trigger asks of whom: who must act, and by when.
//
// Those who must act are the people named; where nobody is, the team's points
// of contact. The time is counted from the day the trigger fell due, as a limit
// from a date (calendar/limit.h), hours and minutes from the midnight that
// begins it. Business time is that of the missed promise's calendar, of the
// agreement's first one where it has none.
//
//   due since 2026-02-28, a Saturday; Mon-Fri 9-17
//   respond_within    by
//   ----------------  ----------------------------------------
//   2 business days   Tue 2026-03-03 17:00
//   4 business hours  Mon 2026-03-02 13:00
//   3 days            Wed 2026-03-04 00:00, the end of the 3rd
//   24 hours          Sun 2026-03-01 00:00, the end of the 28th
//   soon              no time: it is no limit
#ifndef LEADPACT_CORE_SCORING_FOLLOW_UP_H_
#define LEADPACT_CORE_SCORING_FOLLOW_UP_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/hours.h"

namespace leadpact::scoring {

struct ActBy {
  std::optional<calendar::Instant> due;           // nothing where no time can be counted
  const agreement::Calendar* calendar = nullptr;  // of business time
  bool needs_hours = false;                       // business time, and no calendar to count it by
  bool overdue = false;                           // at as_of
};

class FollowUp {
 public:
  // `agreement` is valid and must outlive this.
  FollowUp(const agreement::Agreement& agreement, calendar::Instant as_of);

  // In their order; empty where the team has no points of contact either.
  [[nodiscard]] std::vector<const agreement::Contact*> who(const std::vector<std::string>& named,
                                                           agreement::Team team) const;
  // In words: "Ada Park (Sales lead) and Bo Berg", or the team's name.
  [[nodiscard]] std::string who_in_words(const std::vector<std::string>& named,
                                         agreement::Team team) const;

  // `commitment` is the one that was missed, `within` text as people write it.
  [[nodiscard]] ActBy by(std::string_view within, std::string_view commitment, calendar::Day since);

 private:
  [[nodiscard]] const agreement::Calendar* calendar_for(std::string_view commitment) const;

  const agreement::Agreement& agreement_;
  calendar::Instant as_of_;
  std::vector<std::unique_ptr<calendar::Hours>> hours_;  // by calendar
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_FOLLOW_UP_H_
