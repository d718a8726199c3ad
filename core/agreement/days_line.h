// One line of a list of days off (holidays.h): its date, its hours, its name.
#ifndef LEADPACT_CORE_AGREEMENT_DAYS_LINE_H_
#define LEADPACT_CORE_AGREEMENT_DAYS_LINE_H_

#include <string>
#include <string_view>

#include "core/agreement/holidays.h"

namespace leadpact::agreement {

struct LineRead {
  DayOff day;
  std::string sentence;  // why it cannot be read; empty where it can
};
[[nodiscard]] LineRead read_day_line(std::string_view line, const Calendar& calendar);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_DAYS_LINE_H_
