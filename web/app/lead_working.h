// One lead opened: its verdict, its days and its cells, ready to be drawn.
//
//   2 business hours, Fri 16:40, stop Mon 10:12    days
//   ---------------------------------------------  --------------------------
//   Fri 6 Mar   open 9:00 to 17:00                 counted 16:40 to 17:00
//   Sat 7 Mar   closed
//   Sun 8 Mar   closed
//   Mon 9 Mar   open 9:00 to 17:00                 counted 9:00 to 10:12, left
//                                                  over to 10:40, due
#ifndef LEADPACT_WEB_APP_LEAD_WORKING_H_
#define LEADPACT_WEB_APP_LEAD_WORKING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/scoring/explain.h"

namespace leadpact::app {

// A part of a day, in hours after its midnight.
struct DayPart {
  enum class Use : std::uint8_t { open, counted, late, left };
  Use use = Use::open;
  float from = 0, to = 0;
};
struct DayMark {
  enum class What : std::uint8_t { start, stop, due, as_of };
  What what = What::start;
  float at = 0;
  std::string name;  // "due 10:40"
};
struct WorkedDay {
  std::string name;   // "Fri 6 Mar"; empty for days left out
  std::string note;   // "holiday", "closed", "special hours", "12 more days"; may be empty
  std::string words;  // all of it, as it is read out
  std::vector<DayPart> parts;
  std::vector<DayMark> marks;
};

struct LeadCell {
  std::string column;
  std::string text;  // as written, shortened where it is very long
};

struct LeadWorking {
  std::string sentence;             // the arithmetic, with the verdict
  std::vector<std::string> missed;  // rules it fails by, and what it has
  std::vector<WorkedDay> days;
  float first_hour = 0, last_hour = 24;  // that the days are drawn from and to
  bool has_hours = false;                // open and closed mean something
  std::vector<LeadCell> cells;
  std::string place;  // "leads.csv, line 17"
};

// Its cells and its place alone.
[[nodiscard]] LeadWorking record_of(const data::Table& table, std::uint32_t row);
[[nodiscard]] LeadWorking working_of(const scoring::Explainer& explainer, std::uint32_t row);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LEAD_WORKING_H_
