// The id of a record, as its file has it: the dataset's id field, whatever its
// type, trimmed.
//
//   id field   cell    id
//   ---------  ------  -----------------------------------
//   none       -       (empty): records cannot be told apart
//   a text     L1      L1
//   a number   0042    0042, as it is written
//   a text     n/a     (empty), where the dataset takes n/a as empty
#ifndef LEADPACT_CORE_SCORING_RECORD_IDS_H_
#define LEADPACT_CORE_SCORING_RECORD_IDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/data/table.h"

namespace leadpact::scoring {

class RecordIds {
 public:
  // `table` is of the dataset, or null, and outlives this.
  RecordIds(const agreement::Dataset& dataset, const data::Table* table);

  // Whether records have ids at all.
  [[nodiscard]] bool any() const { return field_ >= 0; }
  [[nodiscard]] std::string of(std::size_t row) const;

 private:
  const data::Table* table_;
  int field_ = -1;
  std::vector<std::string> empty_values_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_RECORD_IDS_H_
