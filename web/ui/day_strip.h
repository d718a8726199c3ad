// Days below each other, each as a band of its hours: what part of a day was
// open, counted, late, left over; points in time are marked by name.
//
//   Fri 6 Mar   [  open         |counted]
//                               start 16:40
//   Sat 7 Mar   [ closed                ]
//   Mon 9 Mar   [counted |left ]
//                       stop 10:12  due 10:40
//                8    10    12    14   16
//
// Every use has a look of its own, not a colour alone, and a legend below. Read
// out as a list, a day an item.
#ifndef LEADPACT_WEB_UI_DAY_STRIP_H_
#define LEADPACT_WEB_UI_DAY_STRIP_H_

#include <string>
#include <string_view>
#include <vector>

#include "web/ui/ui.h"

namespace leadpact::ui {

enum class DayLook : std::uint8_t { pale, solid, hatched, hollow };

struct DayBand {
  float from = 0, to = 0;  // hours after midnight
  DayLook look = DayLook::pale;
};
struct DayPoint {
  float at = 0;
  std::string name;
  Tone tone = Tone::normal;
};
struct DayRow {
  std::string name;  // empty: a line for days left out, which `note` counts
  std::string note;  // may be empty
  std::string words;
  std::vector<DayBand> bands;  // later ones over earlier ones
  std::vector<DayPoint> points;
};
struct DayLegend {
  DayLook look = DayLook::pale;
  std::string name;
};
// Hours from `from` to `to` of each day are drawn.
void day_strip(std::string_view name, const std::vector<DayRow>& days, float from, float to,
               const std::vector<DayLegend>& legend);

}  // namespace leadpact::ui

#endif  // LEADPACT_WEB_UI_DAY_STRIP_H_
