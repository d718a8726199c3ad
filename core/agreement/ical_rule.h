// The rules of a calendar file by which a day comes back every year.
//
//   rule                                    read as
//   --------------------------------------  -------------------------------------
//   FREQ=YEARLY                             the same day of every year
//   FREQ=YEARLY;INTERVAL=2;COUNT=3          of every other one, three times
//   FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO        the last Monday of May
//   FREQ=YEARLY;BYMONTH=1,7                 nothing: not read
//   FREQ=MONTHLY                            nothing: not read
#ifndef LEADPACT_CORE_AGREEMENT_ICAL_RULE_H_
#define LEADPACT_CORE_AGREEMENT_ICAL_RULE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/calendar/time.h"

namespace leadpact::agreement {

struct YearlyRule {
  int interval = 1;
  std::optional<int> count;
  std::optional<calendar::Day> until;  // the last day it may be
  std::optional<int> month, day;       // instead of those of the first day
  int nth = 0;                         // with `weekday`: 4 is the fourth, -1 the last; 0 for none
  int weekday = 0;                     // Monday is 0
};

// `text` is the value of an RRULE in capitals.
[[nodiscard]] std::optional<YearlyRule> read_yearly_rule(std::string_view text);

// Its days from the first one on, to the end of `last_year`. Years that have no
// such day (29 February, a fifth Monday) are passed over.
[[nodiscard]] std::vector<calendar::Day> days_of_rule(const YearlyRule& rule, calendar::Day first,
                                                      int last_year);

// `20261225`, an existing date of 1900 to 2199; else nothing.
[[nodiscard]] std::optional<calendar::Day> parse_ical_date(std::string_view text);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_ICAL_RULE_H_
