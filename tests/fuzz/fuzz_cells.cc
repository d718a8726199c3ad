// Any text as a cell: the quick ways agree with the thorough ones, and what is
// read keeps its promises.
//
// The first byte chooses decimal, date order and zone; the rest is the cell.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar/time.h"
#include "core/calendar/zone.h"
#include "core/data/bytes.h"
#include "core/data/cells.h"
#include "core/data/cells_fast.h"

namespace {

using namespace leadpact;
using namespace leadpact::data;

void check(bool holds) {
  if (!holds) __builtin_trap();
}

void check_number(std::string_view cell, Decimal decimal) {
  const std::optional<double> number = parse_number(cell, decimal);
  check(number == read_number(cell, decimal));
  check(!number || std::isfinite(*number));
  const std::optional<double> plain = parse_plain_number(cell);
  check(!plain || std::isfinite(*plain));
  // Every value of a criterion is a number as a cell, too.
  if (plain) check(parse_number(cell, Decimal::point) == plain);
  // Parentheses negate what has no sign.
  const std::string in_parentheses = "(" + std::string(cell) + ")";
  const std::optional<double> negated = parse_number(in_parentheses, decimal);
  if (negated) check(number && *negated == -*number);
}

void check_stamp(std::string_view cell, DateOrder order, const calendar::Zone& zone) {
  const calendar::Stamp stamp = parse_stamp(cell, order, zone);
  check(stamp == read_stamp(cell, order, zone));
  check(!(stamp == calendar::Stamp::empty()));
  const OrderEvidence evidence = order_evidence(cell);
  OrderEvidence seen;
  check(parse_stamp(cell, order, zone, &seen) == stamp);
  check(seen.mdy == evidence.mdy && seen.dmy == evidence.dmy);
  const bool own = (order == DateOrder::mdy ? evidence.mdy : evidence.dmy).has_value();
  const bool other = (order == DateOrder::mdy ? evidence.dmy : evidence.mdy).has_value();
  check(stamp.is_other_order() == (!own && other));
  const DateOrder swapped = order == DateOrder::mdy ? DateOrder::dmy : DateOrder::mdy;
  if (!own && !other) check(parse_stamp(cell, swapped, zone) == stamp);
  if (!stamp.has_value()) return;
  const calendar::Day day = stamp.date_only() ? stamp.day() : calendar::day_of(stamp.instant());
  // An instant may lie up to a day beyond the years of what is written.
  check(day >= calendar::kFirstDay - 1 && day <= calendar::kLastDay + 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 4096) return 0;
  // From memory of its own size, so that reading beyond the cell is noticed.
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const DecodedText text(bytes);
  const std::string cell(trim(text.view()));
  const unsigned choice = data[0];
  if (cell.empty()) return 0;
  check_number(cell, (choice & 1) != 0 ? Decimal::comma : Decimal::point);
  check_stamp(cell, (choice & 2) != 0 ? DateOrder::dmy : DateOrder::mdy,
              *calendar::Zone::find((choice & 4) != 0 ? "Pacific/Apia" : "America/New_York"));
  const std::string folded = fold_case(cell);
  check(is_utf8(folded) && fold_case(folded) == folded && equals_folded(cell, folded));
  check(parse_boolean(cell) == parse_boolean(folded));
  return 0;
}
