// Numbers as people and CRMs write them (scoring.md, 2, type `number`).
//
//   cell      = spaces ( "(" body ")" | body ) spaces
//   body      = [sign] [currency] [sign] numeral [currency | "%"]
//
// with at most one sign and none in parentheses, at most one currency, and
// spaces between the parts. A numeral is digits, decimals and exponent in one.
#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "core/data/cells.h"
#include "core/data/cells_fast.h"
#include "core/data/cursor.h"

namespace leadpact::data {
namespace {

constexpr std::string_view kMinus = "\xE2\x88\x92";
constexpr std::string_view kRaisedComma = "\xE2\x80\x99";
constexpr std::string_view kCurrencies[] = {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5",
                                            "\xE2\x82\xB9"};

// A numeral once its form is known: digits in [digits, decimals_end), with
// grouping and the decimal mark (at `decimals`, or its end) still in it.
struct Numeral {
  const char* begin = nullptr;
  const char* point = nullptr;  // the end of the whole part
  const char* end = nullptr;    // the end of the decimals
  std::int64_t exponent = 0;
};

// More digits than these cannot change a double, only whether what follows
// them is zero can.
constexpr std::size_t kDigitsThatCount = 780;

std::optional<double> value_of(const Numeral& numeral) {
  std::array<char, kDigitsThatCount + 32> buffer;
  std::size_t size = 0;
  std::int64_t exponent = numeral.exponent;
  bool more = false;
  for (const char* p = numeral.begin; p != numeral.end; ++p) {
    if (!is_digit(*p)) continue;
    const bool whole = p < numeral.point;
    if (size == 0 && *p == '0') {
      if (!whole) --exponent;
    } else if (size < kDigitsThatCount) {
      buffer[size++] = *p;
      if (!whole) --exponent;
    } else {
      more = more || *p != '0';
      if (whole) ++exponent;
    }
  }
  if (size == 0) return 0.0;
  if (more) buffer[size - 1] = '1';
  buffer[size++] = 'e';
  char* const last = buffer.data() + buffer.size();
  char* const end = std::to_chars(buffer.data() + size, last, exponent).ptr;
  double value = 0;
  fast_float::from_chars(buffer.data(), end, value);
  // What is too small is zero, as in every language; only the large has no
  // value.
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

bool take_sign(Cursor& in, bool& negative) {
  if (in.take('+')) return true;
  if (!in.take('-') && !in.take(kMinus)) return false;
  negative = true;
  return true;
}

bool take_currency(Cursor& in) {
  for (const std::string_view symbol : kCurrencies) {
    if (in.take(symbol)) return true;
  }
  for (std::size_t i = 0; i < 3; ++i) {
    if (in.peek(i) < 'A' || in.peek(i) > 'Z') return false;
  }
  in.skip(3);
  return true;
}

void skip_digits(Cursor& in) {
  in.skip(in.digits(in.left()));
}

// What groups digits at this place; empty where nothing does.
std::string_view separator(const Cursor& in, Decimal decimal) {
  const char grouping = decimal == Decimal::point ? ',' : '.';
  const char c = in.peek();
  if (c == grouping || c == '\'' || c == ' ') return {in.at(), 1};
  for (const std::string_view kind : {kRaisedComma, kNoBreakSpace, kNarrowSpace}) {
    Cursor ahead = in;
    if (ahead.take(kind)) return kind;
  }
  return {};
}

// The digits before the decimal mark. False where they are grouped wrongly.
bool take_whole(Cursor& in, Decimal decimal) {
  const std::size_t lead = in.digits(in.left());
  in.skip(lead);
  const std::string_view mark = separator(in, decimal);
  if (lead == 0 || mark.empty() || !is_digit(in.peek(mark.size()))) return true;
  bool by_three = lead <= 3;
  bool indian = lead <= 2 && decimal == Decimal::point && mark == ",";
  std::size_t last = 0;
  while (is_digit(in.peek(mark.size())) && in.take(mark)) {
    if (last != 0 && last != 2) indian = false;
    last = in.digits(4);
    by_three = by_three && last == 3;
    in.skip(last);
  }
  return by_three || (indian && last == 3);
}

bool take_numeral(Cursor& in, Decimal decimal, bool grouped, Numeral& numeral) {
  numeral.begin = in.at();
  if (grouped) {
    if (!take_whole(in, decimal)) return false;
  } else {
    skip_digits(in);
  }
  numeral.point = in.at();
  const bool has_whole = numeral.point != numeral.begin;
  numeral.end = numeral.point;
  Cursor ahead = in;
  if (ahead.take(decimal == Decimal::point ? '.' : ',')) {
    const char* const decimals = ahead.at();
    skip_digits(ahead);
    if (has_whole || ahead.at() != decimals) {
      in = ahead;
      numeral.end = in.at();
    }
  }
  if (numeral.end == numeral.begin) return false;

  ahead = in;
  if (!ahead.take('e') && !ahead.take('E')) return true;
  const bool negative = ahead.take('-');
  if (!negative) ahead.take('+');
  if (!is_digit(ahead.peek())) return true;  // not an exponent, but perhaps `EUR`
  std::int64_t exponent = 0;
  while (is_digit(ahead.peek())) {
    exponent = std::min<std::int64_t>(exponent * 10 + (ahead.peek() - '0'), 1'000'000'000);
    ahead.skip(1);
  }
  numeral.exponent = negative ? -exponent : exponent;
  in = ahead;
  return true;
}

std::optional<double> signed_value(const Numeral& numeral, bool negative) {
  std::optional<double> value = value_of(numeral);
  if (value && negative && *value != 0) value = -*value;
  return value;
}

}  // namespace

std::optional<double> parse_number(std::string_view cell, Decimal decimal) {
  Cursor in(cell);
  in.skip_spaces();
  const bool parentheses = in.take('(');
  in.skip_spaces();
  bool negative = parentheses;
  const bool has_sign = parentheses || take_sign(in, negative);
  in.skip_spaces();
  const bool currency_before = take_currency(in);
  in.skip_spaces();
  if (currency_before && !has_sign) {
    take_sign(in, negative);
    in.skip_spaces();
  }
  Numeral numeral;
  if (!take_numeral(in, decimal, true, numeral)) return std::nullopt;
  in.skip_spaces();
  if (currency_before || !take_currency(in)) in.take('%');
  in.skip_spaces();
  if (parentheses && !in.take(')')) return std::nullopt;
  in.skip_spaces();
  if (!in.done()) return std::nullopt;
  return signed_value(numeral, negative);
}

std::optional<double> parse_plain_number(std::string_view text) {
  Cursor in(text);
  bool negative = false;
  take_sign(in, negative);
  Numeral numeral;
  if (!take_numeral(in, Decimal::point, false, numeral) || !in.done()) return std::nullopt;
  return signed_value(numeral, negative);
}

}  // namespace leadpact::data
