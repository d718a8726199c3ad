// What the score would be with disputes upheld: beside the official one, never
// in its place.
//
//   1. DisputeSweep       where the disputed leads stand in today's data
//   2. overrulings(...)   what the upheld ones change, or the open ones too
//   3. Scoring, with these   the scorecard again, by the same code
//
//   lead in a promise    counts as  in the re-score
//   -------------------  ---------  -----------------------------------------
//   any                  left out   as if it did not fulfil `where`
//   failed               met        met
//   pending, left out    met        met, and in the population
//   met                  met        as it is
//   of a sum, a count,   met        as it is: nothing there is met
//   an average, a time
//
// A dispute over one promise goes before one over all promises of the same lead;
// of two that remain, leaving out goes before counting as met.
#ifndef LEADPACT_CORE_SCORING_DISPUTES_H_
#define LEADPACT_CORE_SCORING_DISPUTES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/disputes.h"
#include "core/scoring/score.h"

namespace leadpact::scoring {

// Finds the disputed leads by their ids, in slices.
class DisputeSweep {
 public:
  // All outlive this.
  DisputeSweep(const agreement::Agreement& agreement, const LoadedData& data,
               const agreement::Disputes& disputes);

  // Goes on; true once it is done.
  bool work(std::size_t rows = 50'000);
  [[nodiscard]] bool done() const { return dataset_ == agreement_.datasets.size(); }
  // Of each dispute, once done: its row; nothing where the lead is not in the
  // data, or they were not given.
  [[nodiscard]] const std::vector<std::optional<std::uint32_t>>& rows() const { return rows_; }

 private:
  void begin_dataset();

  const agreement::Agreement& agreement_;
  const LoadedData& data_;
  const agreement::Disputes& disputes_;
  std::vector<std::optional<std::uint32_t>> rows_;
  std::size_t dataset_ = 0;
  std::size_t next_ = 0;  // index into its kept rows
  // Hashes of the ids sought, each with the index of its dispute in the last 16
  // bits, in order.
  std::vector<std::uint64_t> sought_;
};

// One lead in one promise. By dataset index and row.
struct Overruling {
  std::size_t dataset = 0;
  std::uint32_t row = 0;
  std::string commitment;  // a promise or goal; empty: all of its dataset
  agreement::CountsAs counts_as = agreement::CountsAs::left_out;
};
using Overrulings = std::vector<Overruling>;

// Of the disputes upheld, or of those not declined. `rows` as DisputeSweep found
// them.
[[nodiscard]] Overrulings overrulings(const agreement::Agreement& agreement,
                                      const agreement::Disputes& disputes,
                                      const std::vector<std::optional<std::uint32_t>>& rows,
                                      bool open_too);

// What holds for one promise: each lead once, in order of rows.
struct RowRuling {
  std::uint32_t row = 0;
  agreement::CountsAs counts_as = agreement::CountsAs::left_out;
};
[[nodiscard]] std::vector<RowRuling> rulings_of(const Overrulings& overrulings, std::size_t dataset,
                                                std::string_view commitment);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_DISPUTES_H_
