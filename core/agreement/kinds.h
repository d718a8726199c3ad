// What a measure uses, by its kind (the table in scoring.md, 4). What its kind
// does not use is not checked.
//
//   kind                  dataset at where   of   field   from to   limit   early
//   --------------------  ----------------   ---  ------  --------  ------  -----
//   count                 x
//   sum average median    x                       x
//   share                 x                  x
//   within                x                               x         x       x
//   median_time           x                               x                 x
//   checkins manual
#ifndef LEADPACT_CORE_AGREEMENT_KINDS_H_
#define LEADPACT_CORE_AGREEMENT_KINDS_H_

#include "core/agreement/model.h"

namespace leadpact::agreement {

// `dataset`, `at` and `where`.
[[nodiscard]] constexpr bool uses_records(Kind kind) {
  return kind != Kind::unset && kind != Kind::checkins && kind != Kind::manual;
}
[[nodiscard]] constexpr bool uses_of(Kind kind) {
  return kind == Kind::share;
}
[[nodiscard]] constexpr bool uses_field(Kind kind) {
  return kind == Kind::sum || kind == Kind::average || kind == Kind::median;
}
// `from`, `to` and `early`.
[[nodiscard]] constexpr bool uses_times(Kind kind) {
  return kind == Kind::within || kind == Kind::median_time;
}
[[nodiscard]] constexpr bool uses_limit(Kind kind) {
  return kind == Kind::within;
}
// Whose value is a percentage.
[[nodiscard]] constexpr bool is_percentage(Kind kind) {
  return kind == Kind::share || kind == Kind::within;
}

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_KINDS_H_
