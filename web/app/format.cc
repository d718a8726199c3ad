#include "web/app/format.h"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

#include "core/agreement/wording.h"

namespace leadpact::app {
namespace {

constexpr std::string_view kMinus = "\u2212";

using agreement::month_name;
std::string_view short_month(int month) {
  return month_name(month).substr(0, 3);
}

// Rounded to `decimals`, all of them written.
std::string fixed(double value, int decimals) {
  if (!std::isfinite(value)) return "\u2013";
  std::string text = fmt::format("{:.{}f}", std::fabs(value), decimals);
  const std::size_t point = text.find('.');
  const std::string whole_part = agreement::grouped(text.substr(0, point));
  const std::string rest = point == std::string::npos ? "" : text.substr(point);
  const bool zero = text.find_first_not_of("0.") == std::string::npos;
  return (value < 0 && !zero ? std::string(kMinus) : std::string()) + whole_part + rest;
}

std::string without_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

// The fewest decimals, from `decimals` on, that keep a value on its side.
int decimals_against(double value, double target, int decimals) {
  constexpr int kMost = 4;
  const double tolerance = 1e-9 * std::fmax(1.0, std::fabs(target));
  if (std::fabs(value - target) <= tolerance) return decimals;
  while (decimals < kMost) {
    const double shown = rounded(value, decimals);
    if (value < target ? shown < target - tolerance : shown > target + tolerance) break;
    ++decimals;
  }
  return decimals;
}

calendar::Day month_after(calendar::Day start, int months) {
  calendar::Date date = calendar::to_date(start);
  date.month += months;
  date.year += (date.month - 1) / 12;
  date.month = (date.month - 1) % 12 + 1;
  return calendar::to_day(date);
}

// "Feb 2026 – Jan 2027"
std::string month_range(calendar::Day start, int months) {
  const calendar::Date first = calendar::to_date(start);
  const calendar::Date last = calendar::to_date(month_after(start, months - 1));
  if (first.year == last.year) {
    return fmt::format("{} \u2013 {} {}", short_month(first.month), short_month(last.month),
                       last.year);
  }
  return fmt::format("{} {} \u2013 {} {}", short_month(first.month), first.year,
                     short_month(last.month), last.year);
}

}  // namespace

std::string number(double value, int decimals) {
  constexpr double kAllDigitsBelow = 1e15;
  if (std::fabs(value) >= kAllDigitsBelow) return fmt::format("{:.4g}", value);
  return without_zeros(fixed(value, decimals));
}

std::string percent(double value, int decimals) {
  return fixed(value, decimals) + " %";
}

std::string score(double value) {
  return fixed(value, decimals_against(value, 100, 1));
}

std::string percent_against(double value, double target) {
  return percent(value, decimals_against(value, target, 1));
}

std::string number_against(double value, double target) {
  return number(value, decimals_against(value, target, 1));
}

std::string duration(double hours) {
  if (!std::isfinite(hours)) return "\u2013";
  const std::string sign = hours < 0 ? std::string(kMinus) : "";
  const double seconds = std::round(std::fabs(hours) * 3600);
  if (seconds == 0) return "0 min";
  if (seconds < 60) return fmt::format("{}{:.0f} s", sign, seconds);
  const double minutes = std::round(seconds / 60);
  if (minutes >= 100 * 60) {
    return sign + agreement::grouped(fmt::format("{:.0f}", std::round(minutes / 60))) + " h";
  }
  const int h = static_cast<int>(minutes) / 60;
  const int min = static_cast<int>(minutes) % 60;
  if (h == 0) return fmt::format("{}{} min", sign, min);
  if (min == 0) return fmt::format("{}{} h", sign, h);
  return fmt::format("{}{} h {} min", sign, h, min);
}

std::string day(calendar::Day day) {
  const calendar::Date date = calendar::to_date(day);
  return fmt::format("{} {} {}", date.day, short_month(date.month), date.year);
}

std::string short_day(calendar::Day value, int year) {
  const calendar::Date date = calendar::to_date(value);
  if (date.year != year) return day(value);
  return fmt::format("{} {}", date.day, short_month(date.month));
}

std::string moment(calendar::Instant instant, const calendar::Zone& zone) {
  const calendar::LocalTime local = zone.to_local(instant);
  const calendar::Day date = calendar::day_of(local);
  const std::int64_t seconds = local - date * calendar::kSecondsPerDay;
  return fmt::format("{}, {:02}:{:02}", day(date), seconds / 3600, seconds / 60 % 60);
}

std::string typed_moment(calendar::Instant instant, const calendar::Zone& zone) {
  const calendar::LocalTime local = zone.to_local(instant);
  const calendar::Day date = calendar::day_of(local);
  const std::int64_t seconds = local - date * calendar::kSecondsPerDay;
  return fmt::format("{} {:02}:{:02}", calendar::format_day(date), seconds / 3600,
                     seconds / 60 % 60);
}

std::string clock(std::int64_t milliseconds, int utc_offset_minutes) {
  const std::int64_t local = milliseconds / 1000 + std::int64_t{utc_offset_minutes} * 60;
  const std::int64_t seconds = local - calendar::day_of(local) * calendar::kSecondsPerDay;
  return fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
}

std::string when(std::int64_t milliseconds, std::int64_t now, int utc_offset_minutes) {
  const std::int64_t offset = std::int64_t{utc_offset_minutes} * 60;
  const calendar::Day then = calendar::day_of(milliseconds / 1000 + offset);
  const calendar::Day today = calendar::day_of(now / 1000 + offset);
  if (then == today) return "today " + clock(milliseconds, utc_offset_minutes);
  if (then == today - 1) return "yesterday " + clock(milliseconds, utc_offset_minutes);
  return day(then);
}

std::string period_name(const calendar::Period& period, calendar::Every every, int this_year) {
  const calendar::Date start = calendar::to_date(period.start);
  switch (every) {
    case calendar::Every::week:
      return "week of " + short_day(period.start, this_year);
    case calendar::Every::month:
      return fmt::format("{} {}", month_name(start.month), start.year);
    case calendar::Every::quarter:
      if (start.month % 3 != 1) return month_range(period.start, 3);
      return fmt::format("Q{} {}", (start.month + 2) / 3, start.year);
    case calendar::Every::year:
      if (start.month != 1) return month_range(period.start, 12);
      return fmt::format("{}", start.year);
    case calendar::Every::term:
      return period.end ? fmt::format("{} \u2013 {}", day(period.start), day(*period.end - 1))
                        : "since " + day(period.start);
  }
  return "";
}

std::string quoted(std::string_view text) {
  return "“" + std::string(text) + "”";
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  const std::string noun = count == 1     ? std::string(one)
                           : many.empty() ? std::string(one) + "s"
                                          : std::string(many);
  return whole(count) + " " + noun;
}

std::string file_size(std::uint64_t bytes) {
  constexpr double kThousand = 1000;
  const double size = static_cast<double>(bytes);
  if (size < kThousand) return counted(bytes, "byte");
  if (size < kThousand * kThousand) return number(size / kThousand, 0) + " kB";
  return number(size / (kThousand * kThousand), 1) + " MB";
}

}  // namespace leadpact::app
