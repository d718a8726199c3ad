// The forms that fill most columns, read inline; everything else goes to the
// functions of cells.h. Both must agree: tests/fuzz/fuzz_cells.cc.
#ifndef LEADPACT_CORE_DATA_CELLS_FAST_H_
#define LEADPACT_CORE_DATA_CELLS_FAST_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/calendar/limit.h"
#include "core/calendar/time.h"
#include "core/calendar/zone.h"
#include "core/data/cells.h"
#include "core/data/simd.h"

namespace leadpact::data {

inline constexpr int kFirstYear = 1900;
inline constexpr int kMonths = 300 * 12;

// The first day of each month from 1900 to 2200, so that a date is one lookup.
inline constexpr std::array<calendar::Day, kMonths + 1> kMonthStarts = [] {
  std::array<calendar::Day, kMonths + 1> starts{};
  for (int i = 0; i <= kMonths; ++i) {
    starts[static_cast<std::size_t>(i)] = calendar::to_day({kFirstYear + i / 12, i % 12 + 1, 1});
  }
  return starts;
}();

inline constexpr calendar::Day kNoDay = INT32_MIN;

// kNoDay for a date that does not exist from 1900 to 2199.
inline calendar::Day day_from(unsigned year, unsigned month, unsigned day) {
  const unsigned months = (year - kFirstYear) * 12 + month - 1;
  if (month - 1 >= 12 || year - kFirstYear >= kMonths / 12) return kNoDay;
  const calendar::Day start = kMonthStarts[months];
  if (day - 1 >= static_cast<unsigned>(kMonthStarts[months + 1] - start)) return kNoDay;
  return start + static_cast<calendar::Day>(day - 1);
}

inline constexpr calendar::LocalTime kNoTime = INT64_MIN;

// `2026-03-01 09:05`, with `T` or `t` too, and with `:30` after it. kNoTime
// for any other form and for what does not exist. At least 16 bytes.
inline calendar::LocalTime read_iso_time(const char* p, std::size_t size) {
  // Digits become 0 to 9 and marks 0; adding 0x76 then lifts what is beyond 9
  // to the high bit, adding 0x7F what is not 0.
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  const std::uint64_t date = simd::load_word(p) ^ 0x2D30302D30303030;
  std::uint64_t time = simd::load_word(p + 8) ^ 0x30303A3030003030;
  const std::uint64_t mark = (time >> 16) & 0xFF;
  time &= ~std::uint64_t{0xFF0000};
  const std::uint64_t wrong =
      ((date + 0x7F76767F76767676) | date) | ((time + 0x76767F7676007676) | time);
  if ((wrong & kHigh) != 0 || (mark != ' ' && (mark | 0x20) != 't')) return kNoTime;
  const std::uint64_t date_pairs = date * 10 + (date >> 8);
  const std::uint64_t time_pairs = time * 10 + (time >> 8);
  const auto pair = [](std::uint64_t pairs, int at) {
    return static_cast<unsigned>((pairs >> (8 * at)) & 0xFF);
  };
  const calendar::Day day = day_from(pair(date_pairs, 0) * 100 + pair(date_pairs, 2),
                                     pair(date_pairs, 5), pair(time_pairs, 0));
  const unsigned hour = pair(time_pairs, 3);
  const unsigned minute = pair(time_pairs, 6);
  if (day == kNoDay || hour > 23 || minute > 59) return kNoTime;
  unsigned second = 0;
  if (size == 19) {
    const auto tens = static_cast<unsigned>(static_cast<unsigned char>(p[17])) - '0';
    const auto ones = static_cast<unsigned>(static_cast<unsigned char>(p[18])) - '0';
    if (p[16] != ':' || tens > 5 || ones > 9) return kNoTime;
    second = tens * 10 + ones;
  } else if (size != 16) {
    return kNoTime;
  }
  return std::int64_t{day} * calendar::kSecondsPerDay + hour * 3600 + minute * 60 + second;
}

// parse_stamp.
inline calendar::Stamp read_stamp(std::string_view cell, DateOrder order,
                                  const calendar::Zone& zone, OrderEvidence* evidence = nullptr) {
  if (cell.size() == 16 || cell.size() == 19) {
    const calendar::LocalTime local = read_iso_time(cell.data(), cell.size());
    if (local != kNoTime) return calendar::Stamp::at(zone.to_instant(local));
  }
  return parse_stamp(cell, order, zone, evidence);
}

inline constexpr std::array<double, 16> kPowersOfTen = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// parse_number. Up to 15 digits with at most one decimal mark are exact: both
// their whole number and the power of ten are, and so is what division rounds.
inline std::optional<double> read_number(std::string_view cell, Decimal decimal) {
  const char mark = decimal == Decimal::point ? '.' : ',';
  if (cell.size() - 1 >= 15) return parse_number(cell, decimal);
  std::uint64_t digits = 0;
  std::size_t decimals_at = cell.size();
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const auto digit = static_cast<unsigned>(static_cast<unsigned char>(cell[i])) - '0';
    if (digit <= 9) {
      digits = digits * 10 + digit;
    } else if (cell[i] == mark && decimals_at == cell.size() && cell.size() > 1) {
      decimals_at = i + 1;
    } else {
      return parse_number(cell, decimal);
    }
  }
  return static_cast<double>(digits) / kPowersOfTen[cell.size() - decimals_at];
}

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_CELLS_FAST_H_
