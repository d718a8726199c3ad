// Which column of a file is which field of a dataset.
//
// A column belongs to a field when its name is the one the agreement gives
// (trimmed, case folded): that is what the score goes by. Where a file has no
// such column, one may be *suggested* by a name that means the same in some
// CRM and by what its cells hold; a person decides, and the choice becomes
// part of the agreement.
//
//   the agreement says     the file has                           suggestion
//   ---------------------  -------------------------------------  ----------
//   First contact          first contact                          (exact)
//   Became an MQL          Became a Marketing Qualified Lead Date yes
//   Create Date            Created Time                           yes
//   Amount                 Deal - Value                           yes
//   First contact          Job Title                              no
//
// Sources: domain.md, 9.1; scoring.md, 2.
#ifndef LEADPACT_WEB_APP_MAPPING_H_
#define LEADPACT_WEB_APP_MAPPING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/data/presets.h"

namespace leadpact::app {

// The beginning of a data file, enough to know its columns.
struct FileHead {
  char delimiter = ',';
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // the first ones, as wide as the header
};

// Some cells of a column, for people to recognise it by.
[[nodiscard]] std::vector<std::string> examples(const FileHead& head, std::size_t column,
                                                std::size_t most = 3);

// Whether at least half of the column's first cells can be read as the field's type.
[[nodiscard]] bool fits_type(const data::Field& field, const FileHead& head, std::size_t column);

// "Name, Email and City": the first names of the header, for a sentence.
[[nodiscard]] std::string first_columns(const FileHead& head);

struct FieldMatch {
  int column = -1;         // index into the header, or none
  bool suggested = false;  // the name is another one
};

// One a field of the dataset, in their order. No column is suggested twice.
[[nodiscard]] std::vector<FieldMatch> match_columns(const agreement::Dataset& dataset,
                                                    const FileHead& head);

struct Coverage {
  std::size_t exact = 0;
  std::size_t suggested = 0;
  std::size_t fields = 0;
  [[nodiscard]] bool complete() const { return exact == fields; }
};
[[nodiscard]] Coverage coverage_of(const std::vector<FieldMatch>& matches);

// The dataset a file fits best. `tie` where another fits as well, and where it
// fits none at all and there is more than one.
struct DatasetChoice {
  int dataset = -1;
  bool tie = false;
};
[[nodiscard]] DatasetChoice choose_dataset(const agreement::Agreement& agreement,
                                           const FileHead& head);

// What people call a field of that key: "MQL time", "Rejection reason".
[[nodiscard]] std::string field_name(const data::Field& field);

using data::normalised;  // what names are compared by

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_MAPPING_H_
