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

#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"

namespace leadpact::app {

struct CountLine {
  std::string number;
  std::string what;
  std::string why;
  bool left_out = false;  // something a person may want to look at
};

[[nodiscard]] std::vector<CountLine> count_lines(const agreement::Agreement& agreement,
                                                 const agreement::Dataset& dataset,
                                                 const scoring::DatasetReport& report);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DATA_VIEW_H_
