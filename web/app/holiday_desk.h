// Days off on their way into a calendar: what was typed or pasted below it,
// and files of the kind mail programs give away.
//
//   a person                      then
//   ----------------------------  ------------------------------------------------
//   types "2026-12-25 Christmas"  it is read back, to be added by a press
//   types "03/04/2026"            stays in the field with its sentence
//   pastes an .ics file's text    its all-day events stand there, one a line; what
//                                 was left out of them is told
//   pastes more than fits         nothing is taken, and that is told
//   turns to another calendar     the text waits with its own
//   reloads the page              it is there again: texts(), restore()
#ifndef LEADPACT_WEB_APP_HOLIDAY_DESK_H_
#define LEADPACT_WEB_APP_HOLIDAY_DESK_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/holidays.h"
#include "core/agreement/ical.h"
#include "core/agreement/model.h"
#include "web/app/unfinished.h"

namespace leadpact::app {

// The years for which days that come back are written out.
struct Years {
  int first = 0, last = 0;
};
// From the first day of the agreement to its last; without one until two years
// from now.
[[nodiscard]] Years years_of(const agreement::Agreement& agreement, int this_year);

// What a person must know of a file besides its days, a sentence each.
[[nodiscard]] std::vector<std::string> notes_on(const agreement::IcalDays& file, Years years);
// "12 holidays and 1 half day"; empty where nothing was added.
[[nodiscard]] std::string in_words(const agreement::DaysAdded& added);
// "Friday, 25 Dec 2026"; a text that is no date as it is.
[[nodiscard]] std::string long_date(const std::string& date);

class HolidayDesk {
 public:
  [[nodiscard]] const std::string& text(const agreement::Calendar& calendar) const;
  // Of the .ics text that was pasted last.
  [[nodiscard]] const std::vector<std::string>& notes(const agreement::Calendar& calendar) const;
  [[nodiscard]] agreement::DaysRead read(const agreement::Calendar& calendar) const;

  void write(const agreement::Calendar& calendar, std::string text, Years years);

  // What was not added yet, by the calendar's id.
  [[nodiscard]] Unfinished::Texts texts() const;
  void restore(const Unfinished::Texts& texts);  // where nothing is written

 private:
  struct Sheet {
    std::string text;
    std::vector<std::string> notes;
  };
  std::map<std::string, Sheet> sheets_;  // by the calendar's id
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_HOLIDAY_DESK_H_
