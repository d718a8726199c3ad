// Timestamps as people and CRMs write them (scoring.md, 2, type `timestamp`).
#include <cstdint>

#include "core/data/cells.h"
#include "core/data/cells_fast.h"
#include "core/data/cursor.h"

namespace leadpact::data {
namespace {

using calendar::Day;
using calendar::kSecondsPerDay;
using calendar::LocalTime;
using calendar::Stamp;
using calendar::Zone;

constexpr int kDaysBeforeEpoch = 25569;  // 1899-12-30 to 1970-01-01
constexpr calendar::Instant kEndOfYears = (std::int64_t{calendar::kLastDay} + 1) * kSecondsPerDay;

// A date as written. `day` is kNoDay where the numbers are no date.
struct WrittenDate {
  Day day = kNoDay;
  Day other = kNoDay;         // in the other order
  bool either_order = false;  // a/b/year or a-b-year
};

// -1 unless two or four digits stand here.
int take_year(Cursor& in) {
  const std::size_t count = in.digits(5);
  if (count != 2 && count != 4) return -1;
  const int year = static_cast<int>(in.take_digits(count));
  return count == 4 ? year : year + (year >= 69 ? 1900 : 2000);
}

Day to_day_or_none(int year, int month, int day) {
  return day_from(static_cast<unsigned>(year), static_cast<unsigned>(month),
                  static_cast<unsigned>(day));
}

// `Apr`, `Apr.`, `April`, in any case; 1 to 12, or 0.
int take_month_name(Cursor& in) {
  static constexpr std::string_view kNames[] = {"january",   "february", "march",    "april",
                                                "may",       "june",     "july",     "august",
                                                "september", "october",  "november", "december"};
  char word[10];
  std::size_t size = 0;
  for (; size < sizeof(word); ++size) {
    const char c = in.peek(size);
    if (c >= 'A' && c <= 'Z') {
      word[size] = static_cast<char>(c + 32);
    } else if (c >= 'a' && c <= 'z') {
      word[size] = c;
    } else {
      break;
    }
  }
  const std::string_view written(word, size);
  for (int month = 1; month <= 12; ++month) {
    const std::string_view name = kNames[month - 1];
    if (written == name || written == name.substr(0, 3) || (month == 9 && written == "sept")) {
      in.skip(size);
      in.take('.');
      return month;
    }
  }
  return 0;
}

// `3/1/2026`, `3-1-2026`; `mark` stands here, after the first number.
bool take_either_order(Cursor& in, char mark, int first, DateOrder order, WrittenDate& date) {
  in.take(mark);
  const int second = in.take_number(1, 2);
  if (second < 0 || !in.take(mark)) return false;
  const int year = take_year(in);
  if (year < 0) return false;
  const Day mdy = to_day_or_none(year, first, second);
  const Day dmy = to_day_or_none(year, second, first);
  date.either_order = true;
  date.day = order == DateOrder::mdy ? mdy : dmy;
  date.other = order == DateOrder::mdy ? dmy : mdy;
  return true;
}

// False where no date is written here.
bool take_date(Cursor& in, DateOrder order, WrittenDate& date) {
  const std::size_t count = in.digits(5);
  if (count == 0) {  // Apr 15, 2021
    const int month = take_month_name(in);
    if (month == 0 || !in.take(' ')) return false;
    const int day = in.take_number(1, 2);
    in.take(',');
    if (day < 0 || !in.take(' ')) return false;
    const int year = in.take_number(4, 4);
    date.day = to_day_or_none(year, month, day);
    return year >= 0;
  }
  if (count == 4) {  // 2026-03-01, 2026/3/1
    const int year = in.take_number(4, 4);
    const char mark = in.peek();
    if (mark != '-' && mark != '/') return false;
    in.skip(1);
    const int month = in.take_number(1, 2);
    if (month < 0 || !in.take(mark)) return false;
    const int day = in.take_number(1, 2);
    date.day = to_day_or_none(year, month, day);
    return day >= 0;
  }
  const int first = in.take_number(1, 2);
  if (first < 0) return false;
  const char mark = in.peek();
  if (mark == '/' || (mark == '-' && is_digit(in.peek(1)))) {
    return take_either_order(in, mark, first, order, date);
  }
  if (mark == '.') {  // 1.3.2026
    in.skip(1);
    const int month = in.take_number(1, 2);
    if (month < 0 || !in.take('.')) return false;
    const int year = take_year(in);
    date.day = to_day_or_none(year, month, first);
    return year >= 0;
  }
  if (mark != ' ' && mark != '-') return false;  // 15 Apr, 2021, 15-Apr-2021
  in.skip(1);
  const int month = take_month_name(in);
  if (month == 0) return false;
  if (mark == ' ') in.take(',');
  if (!in.take(mark)) return false;
  const int year = take_year(in);
  date.day = to_day_or_none(year, month, first);
  return year >= 0;
}

struct WrittenTime {
  bool exists = true;  // false for 24:00, 13 PM and the like
  int seconds = 0;     // after midnight
  bool has_zone = false;
  int offset = 0;
};

void take_half_of_day(Cursor& in, int& hour, WrittenTime& time) {
  Cursor ahead = in;
  ahead.take_space();
  const char letter = static_cast<char>(ahead.peek() | 0x20);
  if (letter != 'a' && letter != 'p') return;
  ahead.skip(1);
  ahead.take('.');
  if (!ahead.take('M') && !ahead.take('m')) return;
  ahead.take('.');
  in = ahead;
  if (hour < 1 || hour > 12) time.exists = false;
  hour = hour % 12 + (letter == 'p' ? 12 : 0);
}

// Nothing, or a zone to the end. False where something else follows.
bool take_zone(Cursor& in, WrittenTime& time) {
  if (in.done()) return true;
  in.take(' ');
  time.has_zone = true;
  if (in.take('Z') || in.take('z') || in.take("UTC") || in.take("GMT")) return in.done();
  const bool west = in.take('-');
  if (!west && !in.take('+')) return false;
  if (in.digits(2) != 2) return false;
  const int hours = static_cast<int>(in.take_digits(2));
  int minutes = 0;
  if (!in.done()) {
    in.take(':');
    minutes = in.take_number(2, 2);
  }
  if (minutes < 0 || !in.done()) return false;
  if (minutes > 59 || hours * 60 + minutes > 18 * 60) time.exists = false;
  time.offset = (hours * 60 + minutes) * (west ? -60 : 60);
  return true;
}

// What follows a date, to the end of the cell. False where it is no time.
bool take_time(Cursor& in, WrittenTime& time) {
  if (!in.take('T') && !in.take('t') && !in.take(' ') && !in.take(", ")) return false;
  int hour = in.take_number(1, 2);
  if (hour < 0 || !in.take(':')) return false;
  const int minute = in.take_number(2, 2);
  if (minute < 0) return false;
  int second = 0;
  if (in.take(':')) {
    second = in.take_number(2, 2);
    if (second < 0) return false;
    if (in.take('.')) {
      const std::size_t decimals = in.digits(in.left());
      if (decimals == 0) return false;
      in.skip(decimals);
    }
  }
  take_half_of_day(in, hour, time);
  if (!take_zone(in, time)) return false;
  if (hour > 23 || minute > 59 || second > 59) time.exists = false;
  time.seconds = hour * 3600 + minute * 60 + second;
  return true;
}

// 0.d1d2d3... of a day in seconds, to the nearest.
std::int64_t seconds_of_fraction(std::string_view decimals) {
  // More decimals are below a microsecond.
  std::int64_t scaled = 0;
  std::int64_t unit = 1;
  for (const char c : decimals.substr(0, 13)) {
    scaled = scaled * 10 + (c - '0');
    unit *= 10;
  }
  return (scaled * kSecondsPerDay + unit / 2) / unit;
}

// A number alone: Unix seconds or milliseconds, or a spreadsheet's day.
Stamp parse_count(std::string_view cell, const Zone& zone) {
  Cursor in(cell);
  const std::size_t count = in.digits(14);
  if (count == cell.size() && (count == 10 || count == 13)) {
    const std::int64_t written = in.take_digits(count);
    const std::int64_t seconds = count == 10 ? written : written / 1000;
    return seconds < kEndOfYears ? Stamp::at(seconds) : Stamp::invalid();
  }
  if (count != 5) return Stamp::invalid();
  const Day serial = static_cast<Day>(in.take_digits(5));
  if (serial < 20000 || serial > 79999) return Stamp::invalid();
  const Day day = serial - kDaysBeforeEpoch;
  if (in.done()) return Stamp::on(day);
  if (!in.take('.') || in.done() || in.digits(in.left()) != in.left()) return Stamp::invalid();
  const std::string_view decimals(in.at(), in.left());
  if (decimals.find_first_not_of('0') == std::string_view::npos) return Stamp::on(day);
  return Stamp::at(zone.to_instant(day * kSecondsPerDay + seconds_of_fraction(decimals)));
}

OrderEvidence evidence_of(const WrittenDate& date, DateOrder order) {
  const auto or_none = [](Day day) {
    return day == kNoDay ? std::nullopt : std::optional<Day>(day);
  };
  const bool mdy = order == DateOrder::mdy;
  return {or_none(mdy ? date.day : date.other), or_none(mdy ? date.other : date.day)};
}

}  // namespace

Stamp parse_stamp(std::string_view cell, DateOrder order, const Zone& zone,
                  OrderEvidence* evidence) {
  Cursor in(cell);
  WrittenDate date;
  if (!take_date(in, order, date)) return parse_count(cell, zone);
  const bool has_time = !in.done();
  WrittenTime time;
  if (has_time && !take_time(in, time)) return Stamp::invalid();
  if (date.either_order && evidence != nullptr) *evidence = evidence_of(date, order);
  if (date.day == kNoDay) {
    return date.other != kNoDay ? Stamp::other_order() : Stamp::invalid();
  }
  if (!has_time) return Stamp::on(date.day);
  if (!time.exists) return Stamp::invalid();
  const LocalTime local = date.day * kSecondsPerDay + time.seconds;
  return Stamp::at(time.has_zone ? local - time.offset : zone.to_instant(local));
}

OrderEvidence order_evidence(std::string_view cell) {
  Cursor in(cell);
  WrittenDate date;
  WrittenTime time;
  if (!take_date(in, DateOrder::mdy, date) || !date.either_order) return {};
  if (!in.done() && !take_time(in, time)) return {};
  return evidence_of(date, DateOrder::mdy);
}

}  // namespace leadpact::data
