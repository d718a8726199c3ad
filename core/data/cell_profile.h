// One cell after another into a column's profile (profile.h).
//
//   field      cell       counted as
//   ---------  ---------  ----------------------------------
//   number     12.500     either_decimal
//   number     51-200     ranges
//   timestamp  45631      stamps, date_only, serials
//   text       N/A        a null
#ifndef LEADPACT_CORE_DATA_CELL_PROFILE_H_
#define LEADPACT_CORE_DATA_CELL_PROFILE_H_

#include <string_view>

#include "core/data/profile.h"

namespace leadpact::data {

// `cell` is trimmed UTF-8 and not empty.
void profile_cell(std::string_view cell, FieldType type, std::uint32_t line,
                  ColumnProfile& profile);

// At most 60 bytes of whole characters, then an ellipsis.
[[nodiscard]] std::string shortened_cell(std::string_view cell);

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_CELL_PROFILE_H_
