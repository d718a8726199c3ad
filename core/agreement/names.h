// The words of the file format for the model's enums, in one table each; the
// same words serve reading, writing and messages.
//
//   name_of(Kind::median_time)           "median_time"
//   from_name<Kind>("median_time")       Kind::median_time
//   from_name<Kind>("Median time")       nothing: words are exact
//   choices<Direction>()                 "at_least or at_most"
#ifndef LEADPACT_CORE_AGREEMENT_NAMES_H_
#define LEADPACT_CORE_AGREEMENT_NAMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/agreement/disputes.h"
#include "core/agreement/model.h"

namespace leadpact::agreement {

// Defined for Team, Ruling, CountsAs, Direction, Match, Early, Op, Kind, Every, data::FieldType,
// data::DateOrder, data::Decimal and data::Keep. An `unset` value is "".
template <typename Enum>
[[nodiscard]] std::string_view name_of(Enum value);

// Nothing for a word that is none of the names; the empty word never is one.
template <typename Enum>
[[nodiscard]] std::optional<Enum> from_name(std::string_view name);

// All names for a sentence: "a, b or c".
template <typename Enum>
[[nodiscard]] std::string choices();

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_NAMES_H_
