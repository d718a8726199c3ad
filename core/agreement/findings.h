// What the rows of an export say against, or beyond, how the agreement reads
// them: each with its evidence, and the setting that settles it.
//
//   in the file                            said                       answer
//   -------------------------------------  -------------------------  ----------------------
//   “Amount”: 12.500, 3.000                12.5 or 12,500? (a         the decimal mark
//                                            question: nobody can know)
//   N/A in 120 cells                       they stand for nothing     empty_values
//   Total,,4 and a footer                  3 rows are no leads        only
//   “Meeting” reaches into next month      it may lie ahead           planned
//   9 of 10 rows repeat a “Lead ID”        it tells no rows apart     no id
//   51-200 in a number                     they count as empty        read it as text
//
// Nothing is changed by looking: an answer is an edit of the dataset, made when
// somebody presses it.
#ifndef LEADPACT_CORE_AGREEMENT_FINDINGS_H_
#define LEADPACT_CORE_AGREEMENT_FINDINGS_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/data/profile.h"
#include "core/data/table.h"

namespace leadpact::agreement {

struct Answer {
  std::string label;                   // of its button
  std::function<void(Dataset&)> edit;  // null: it stays as it is
  std::string part, field;             // a place to go to in place of an edit
};

struct Finding {
  enum class Kind { question, offer, note };
  Kind kind = Kind::note;
  std::string key;       // the same as long as it is about the same
  std::string title;     // a sentence
  std::string evidence;  // sentences
  std::vector<Answer> answers;
  std::vector<data::CellAt> cells;  // the first of them; for rows the row as written
};

// What is known of a dataset's files.
struct Evidence {
  data::FileProfile all;                 // of all files together
  std::vector<data::FileProfile> files;  // one each
  std::vector<std::string> names;        // of the files
  std::vector<std::string> doubled;      // columns that stand twice in a header
  const data::Table* table = nullptr;    // null where the files could not be read
  // Of the table: each field's newest time, nothing of those that are planned or hold none.
  std::vector<std::optional<calendar::Instant>> newest;
};

// Questions first, then offers, then notes. `agreement` is valid.
[[nodiscard]] std::vector<Finding> findings_of(const Agreement& agreement, std::size_t dataset,
                                               const Evidence& evidence);

// How a column is read and why: "4,942 of 8,000 values cannot be month first".
[[nodiscard]] std::string evidence_words(const data::Field& field,
                                         const data::ColumnProfile& column);

// The commitments and goals that count minutes or hours from or to a field, and
// so leave out a day without a time (scoring.md, 1 and 4).
[[nodiscard]] std::vector<const Commitment*> judged_by_the_hour(const Agreement& agreement,
                                                                const Dataset& dataset,
                                                                std::string_view field);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_FINDINGS_H_
