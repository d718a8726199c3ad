// What a dataset is read by: its fields, and the column each is read from.
// Part of the agreement's model; here because reading is defined here.
#ifndef LEADPACT_CORE_DATA_FIELD_H_
#define LEADPACT_CORE_DATA_FIELD_H_

#include <string>

namespace leadpact::data {

enum class FieldType { unset, text, number, boolean, timestamp };
enum class DateOrder { mdy, dmy };  // month first, day first
enum class Decimal { point, comma };
enum class Keep { last, first };

struct Field {
  std::string key;
  std::string column;
  FieldType type = FieldType::unset;
  Decimal decimal = Decimal::point;
  DateOrder date_order = DateOrder::mdy;
  bool planned = false;  // may lie in the future: a meeting booked

  bool operator==(const Field&) const = default;
};

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_FIELD_H_
