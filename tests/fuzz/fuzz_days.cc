// Any bytes as a calendar file and as a list of days off: what is read lies in
// its years, in order and once; what is not read stays as it was written; what
// is added is there afterwards, and only once.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/agreement/holidays.h"
#include "core/agreement/ical.h"
#include "core/agreement/opening.h"
#include "core/agreement/week.h"

namespace {

using namespace leadpact;  // NOLINT: a program of its own

constexpr int kFirst = 2024;
constexpr int kLast = 2031;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_file(const std::string& text) {
  const auto read = agreement::read_ical(text, kFirst, kLast);
  check(read.ok() || !read.errors().front().message.empty());
  if (!read.ok()) return;
  check(agreement::is_ical(text));
  calendar::Day last = calendar::to_day({kFirst, 1, 1}) - 1;
  for (const agreement::NamedDay& day : read.value().days) {
    check(day.day > last);
    last = day.day;
  }
  check(last <= calendar::to_day({kLast, 12, 31}));
  for (const std::string& sentence : read.value().unread)
    check(sentence.find("line ") != std::string::npos && sentence.back() == '.');
}

void check_days(const std::string& text) {
  agreement::Calendar calendar;
  agreement::paint(calendar, {0, 4, 9 * 60, 17 * 60, true});
  const agreement::DaysRead read = agreement::read_days(text, calendar);
  check(read.days.size() <= agreement::kMostDaysOff);
  check(read.unread.empty() == read.rest.empty());
  if (read.days.size() < agreement::kMostDaysOff) {
    const agreement::DaysRead again = agreement::read_days(read.rest, calendar);
    check(again.days.empty() && again.rest == read.rest);
    check(again.unread.size() == read.unread.size());
  }
  const agreement::DaysAdded added = agreement::add_days(calendar, read.days);
  check(added.holidays + added.half_days + added.already == read.days.size());
  for (const agreement::DayOff& day : read.days) {
    for (const calendar::DayInterval& each : day.hours)
      check(each.from >= 0 && each.from < each.to && each.to <= 24 * 60);
  }
  check(std::is_sorted(calendar.holidays.begin(), calendar.holidays.end()));
  const auto& all = calendar.holidays;
  check(std::adjacent_find(all.begin(), all.end()) == all.end());
  for (const agreement::SpecialDay& each : calendar.special_days) {
    check(calendar::parse_day(each.date).has_value());
    check(agreement::parse_opening(each.from) && agreement::parse_closing(each.to));
    check(std::find(all.begin(), all.end(), each.date) == all.end());
  }
  for (const agreement::ListedDay& day : agreement::days_off(calendar))
    agreement::remove_day(calendar, day.date);
  check(calendar.holidays.empty() && calendar.special_days.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_file(text);
  check_days(text);
  return 0;
}
