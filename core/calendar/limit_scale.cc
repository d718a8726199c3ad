#include "core/calendar/limit_scale.h"

#include <algorithm>

namespace leadpact::calendar {

std::int64_t amount_of(const Limit& limit) {
  constexpr std::int64_t kSeconds[] = {60, 3600, 1};
  return limit.amount * kSeconds[static_cast<int>(limit.unit)];
}

std::string write_limit(const Limit& like, std::int64_t amount) {
  constexpr std::int64_t kMost = 999'999;
  const auto written = [&](std::int64_t count, const char* unit) {
    count = std::clamp<std::int64_t>(count, 0, kMost);
    return std::to_string(count) + (like.business ? " business " : " ") + unit +
           (count == 1 ? "" : "s");
  };
  if (like.unit == LimitUnit::day) return written(amount, "day");
  const std::int64_t minutes = amount / 60 + (amount % 60 > 0 ? 1 : 0);
  const bool whole_hours = minutes % 60 == 0 && minutes > 0;
  if (!whole_hours && minutes <= kMost) return written(minutes, "minute");
  return written(minutes / 60 + (minutes % 60 > 0 ? 1 : 0), "hour");
}

}  // namespace leadpact::calendar
