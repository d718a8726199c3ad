#include "core/calendar/time.h"

#include <cstddef>

namespace leadpact::calendar {
namespace {

// Reads a text from the left. Each step says whether it was there; a number
// that was not is left as it is.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool digit(int& digit) {
    if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') return false;
    digit = rest_.front() - '0';
    rest_.remove_prefix(1);
    return true;
  }

  bool digits(int count, int& number) {
    int value = 0;
    for (int i = 0; i < count; ++i) {
      int next = 0;
      if (!digit(next)) return false;
      value = value * 10 + next;
    }
    number = value;
    return true;
  }

  bool one_of(std::string_view characters, char& found) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
    found = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  bool one_of(std::string_view characters) {
    char found = 0;
    return one_of(characters, found);
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool scan_day(Scanner& text, Day& day) {
  Date date;
  if (!text.digits(4, date.year) || !text.one_of("-") || !text.digits(2, date.month) ||
      !text.one_of("-") || !text.digits(2, date.day) || !exists(date)) {
    return false;
  }
  day = to_day(date);
  return true;
}

bool scan_time(Scanner& text, int& seconds) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!text.digits(2, hour) || !text.one_of(":") || !text.digits(2, minute)) return false;
  if (text.one_of(":")) {
    if (!text.digits(2, second)) return false;
    if (text.one_of(".,")) {
      int digit = 0;
      if (!text.digit(digit)) return false;
      while (text.digit(digit)) {
      }
    }
  }
  seconds = hour * 3600 + minute * 60 + second;
  return hour <= 23 && minute <= 59 && second <= 59;
}

bool scan_offset(Scanner& text, int& seconds) {
  constexpr int kMost = 18 * 3600;
  if (text.one_of("Zz")) {
    seconds = 0;
    return true;
  }
  char sign = 0;
  int hours = 0;
  int minutes = 0;
  if (!text.one_of("+-", sign) || !text.digits(2, hours)) return false;
  if (!text.at_end()) {
    text.one_of(":");
    if (!text.digits(2, minutes)) return false;
  }
  seconds = (hours * 3600 + minutes * 60) * (sign == '-' ? -1 : 1);
  return minutes <= 59 && seconds >= -kMost && seconds <= kMost;
}

void append_digits(std::string& text, int number, int count) {
  const std::size_t start = text.size();
  text.resize(start + static_cast<std::size_t>(count));
  for (std::size_t i = text.size(); i > start; --i) {
    text[i - 1] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
}

void append_day(std::string& text, Day day) {
  const Date date = to_date(day);
  append_digits(text, date.year, 4);
  text += '-';
  append_digits(text, date.month, 2);
  text += '-';
  append_digits(text, date.day, 2);
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  Scanner scanner(text);
  Day day = 0;
  if (!scan_day(scanner, day) || !scanner.at_end()) return std::nullopt;
  return day;
}

std::string format_day(Day day) {
  std::string text;
  append_day(text, day);
  return text;
}

std::string format_instant(Instant instant) {
  const Day day = day_of(instant);
  const auto second = static_cast<int>(instant - day * kSecondsPerDay);
  std::string text;
  text.reserve(20);
  append_day(text, day);
  text += 'T';
  append_digits(text, second / 3600, 2);
  text += ':';
  append_digits(text, second / 60 % 60, 2);
  text += ':';
  append_digits(text, second % 60, 2);
  text += 'Z';
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  Scanner scanner(text);
  Day day = 0;
  int seconds = 0;
  int offset = 0;
  if (!scan_day(scanner, day) || !scanner.one_of("Tt ") || !scan_time(scanner, seconds) ||
      !scan_offset(scanner, offset) || !scanner.at_end()) {
    return std::nullopt;
  }
  const Instant instant = day * kSecondsPerDay + seconds - offset;
  const Day utc_day = day_of(instant);
  if (utc_day < kFirstDay || utc_day > kLastDay) return std::nullopt;
  return instant;
}

}  // namespace leadpact::calendar
