// How many records of a file were in the files before it: last week's export
// and this week's.
//
//   files (ids)            says
//   ---------------------  ---------------------------------------------------
//   last.csv: 1 2 3        2 of the 3 leads of “this.csv” were in “last.csv”,
//   this.csv: 2 3 4        too; 1 is new. Of those in both the row of
//                          “this.csv” counts.
#ifndef LEADPACT_WEB_APP_OVERLAP_H_
#define LEADPACT_WEB_APP_OVERLAP_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/data/table.h"

namespace leadpact::app {

class Overlap {
 public:
  // `table` is of the dataset and outlives this. Without two files and a text
  // id there is nothing to do.
  Overlap(const agreement::Dataset& dataset, const data::Table& table);
  // Goes on for so many rows; true once all are done.
  bool work(std::size_t rows = 200'000);
  [[nodiscard]] bool done() const { return at_ >= end_; }
  // A sentence a file but the first; empty until done.
  [[nodiscard]] const std::vector<std::string>& sentences() const { return sentences_; }

 private:
  void count();

  const data::Table* table_;
  std::string one_, many_;  // "lead", "leads"
  bool last_ = true;        // of repeats
  int field_ = -1;
  std::size_t at_ = 0, end_ = 0;
  std::vector<std::vector<std::uint64_t>> ids_;  // hashes, by file
  std::vector<std::string> sentences_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_OVERLAP_H_
