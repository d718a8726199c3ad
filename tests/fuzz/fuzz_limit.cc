// Any bytes as a limit: what is read is what a second, plainer reading of
// scoring.md (1.2) says, and written plainly it is read as the same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar/limit.h"

namespace {

using leadpact::calendar::Limit;
using leadpact::calendar::LimitUnit;

void check(bool holds) {
  if (!holds) std::abort();
}

// By trying every ending there is.
std::optional<Limit> read_plainly(const std::string& text) {
  struct Ending {
    const char* text;
    LimitUnit unit;
    bool business;
  };
  const Ending endings[] = {
      {" minute", LimitUnit::minute, false},
      {" minutes", LimitUnit::minute, false},
      {" hour", LimitUnit::hour, false},
      {" hours", LimitUnit::hour, false},
      {" day", LimitUnit::day, false},
      {" days", LimitUnit::day, false},
      {" business minute", LimitUnit::minute, true},
      {" business minutes", LimitUnit::minute, true},
      {" business hour", LimitUnit::hour, true},
      {" business hours", LimitUnit::hour, true},
      {" business day", LimitUnit::day, true},
      {" business days", LimitUnit::day, true},
  };
  std::size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9')
    ++count;
  if (count < 1 || count > 6) return std::nullopt;
  for (const Ending& ending : endings) {
    if (text.substr(count) != ending.text) continue;
    return Limit{std::atoi(text.substr(0, count).c_str()), ending.unit, ending.business};
  }
  return std::nullopt;
}

bool same(const std::optional<Limit>& a, const std::optional<Limit>& b) {
  if (!a || !b) return !a && !b;
  return a->amount == b->amount && a->unit == b->unit && a->business == b->business;
}

std::string write(const Limit& limit) {
  const char* unit = limit.unit == LimitUnit::minute ? "minutes"
                     : limit.unit == LimitUnit::hour ? "hours"
                                                     : "days";
  return std::to_string(limit.amount) + (limit.business ? " business " : " ") + unit;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::optional<Limit> limit = leadpact::calendar::parse_limit(text);
  check(same(limit, read_plainly(text)));
  if (!limit) return 0;
  check(limit->amount >= 0 && limit->amount <= 999999);
  check(same(limit, leadpact::calendar::parse_limit(write(*limit))));
  return 0;
}
