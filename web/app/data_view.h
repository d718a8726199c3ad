// What became of the rows of the files, in words: how many count, how many do
// not and why.
//
//   number  what                                     why
//   ------  ---------------------------------------  ------------------------
//   1,203   leads count
//   3       repeat a “Record ID”                     the last row is kept
//   12      are left out by the agreement            test leads, totals rows
//   2       cells of “Employees” are no number       taken as empty
#ifndef LEADPACT_WEB_APP_DATA_VIEW_H_
#define LEADPACT_WEB_APP_DATA_VIEW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"

namespace leadpact::app {

// Which rows a number counts.
struct RowsOf {
  enum class Kind : std::uint8_t { kept, duplicates, excluded, ragged, invalid, date_only };
  Kind kind = Kind::kept;
  std::string field;  // key, of the last two
  bool operator==(const RowsOf& other) const { return kind == other.kind && field == other.field; }
};

struct CountLine {
  std::string number;
  std::string what;
  std::string why;
  bool left_out = false;  // something a person may want to look at
  RowsOf rows;
};

[[nodiscard]] std::vector<CountLine> count_lines(const agreement::Agreement& agreement,
                                                 const agreement::Dataset& dataset,
                                                 const scoring::DatasetReport& report);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DATA_VIEW_H_
