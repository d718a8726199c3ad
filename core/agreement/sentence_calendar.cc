// When a calendar is open, in words.
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"

namespace leadpact::agreement {
namespace {

bool is_earlier(const SpecialDay& a, const SpecialDay& b) {
  return a.date < b.date;
}

}  // namespace

std::string calendar_sentence(const Agreement& agreement, const Calendar& calendar) {
  // Days of the same hours together, in the order of the week.
  std::vector<std::pair<std::string, std::vector<std::string>>> hours;
  for (const auto& [id, name] : kWeekdays) {
    std::vector<std::string> intervals;
    for (const OpeningInterval& interval : calendar.week) {
      if (interval.day == id) intervals.push_back(interval.from + " to " + interval.to);
    }
    if (intervals.empty()) continue;
    const std::string open = listed(intervals);
    auto same = std::find_if(hours.begin(), hours.end(),
                             [&](const auto& each) { return each.first == open; });
    if (same == hours.end()) same = hours.insert(hours.end(), {open, {}});
    same->second.emplace_back(name);
  }
  std::string text = called(agreement, calendar) + " is open ";
  if (hours.empty()) text += "on no day of the week";
  for (std::size_t i = 0; i < hours.size(); ++i) {
    if (i > 0) text += i + 1 == hours.size() ? ", and " : ", ";
    text += "on " + listed(hours[i].second) + " from " + hours[i].first;
  }
  text += ", by the clocks of " + calendar.time_zone + ".";
  std::vector<SpecialDay> special = calendar.special_days;
  std::stable_sort(special.begin(), special.end(), is_earlier);
  std::vector<std::string> closed;
  for (const std::string& date : calendar.holidays) {
    if (!std::binary_search(special.begin(), special.end(), SpecialDay{date, {}, {}}, is_earlier)) {
      closed.push_back(date_words(date));
    }
  }
  if (!closed.empty()) text += " It is closed on " + listed(closed) + ".";
  std::vector<std::string> intervals;
  for (std::size_t i = 0; i < special.size(); ++i) {
    intervals.push_back(special[i].from + " to " + special[i].to);
    if (i + 1 < special.size() && special[i + 1].date == special[i].date) continue;
    text +=
        " On " + date_words(special[i].date) + " it is open from " + listed(intervals) + " only.";
    intervals.clear();
  }
  return text;
}

}  // namespace leadpact::agreement
