// A scorecard saved to be compared with later: NAME.scorecard.json.
//
//   {
//     "format": "leadpact-scorecard",
//     "format_version": 1,
//     "title": "Inbound SLA",                      the agreement's
//     "scorecard": { … },                          as `score --format json` has it
//     "marks": [{"promise": "s1", "mark": "0f3a9c5d71e2b846"}],
//     "leads": [
//       {
//         "dataset": "leads",
//         "promises": ["s1", "s2", "g1"],
//         "count": 2,
//         "answers": {
//   "40215":"m5mf5",                               id, and scoring/earlier.h
//   "40216":"p5"
//         }
//       }
//     ]
//   }
//
// Of the leads it holds ids and verdicts, nothing else; of data without ids, no
// leads. A mark is another one once what the promise measures was changed: a
// limit, a rule, a stage it asks for, the hours it counts; not its words.
//
// A million leads and eight promises are 24 MB.
#ifndef LEADPACT_CORE_EXCHANGE_SAVED_SCORECARD_H_
#define LEADPACT_CORE_EXCHANGE_SAVED_SCORECARD_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/agreement/model.h"
#include "core/result.h"
#include "core/scoring/earlier.h"
#include "core/scoring/score.h"

namespace leadpact::exchange {

inline constexpr std::size_t kMaxSavedScorecard = 512u * 1024 * 1024;  // bytes

// Whether these bytes say of themselves that they are one.
[[nodiscard]] bool is_saved_scorecard(std::string_view bytes);

// What the promise measures, as one short text.
[[nodiscard]] std::string mark_of(const agreement::Agreement& agreement,
                                  const agreement::Commitment& commitment);

// Written a piece at a time.
class ScorecardSaving {
 public:
  // `card` is the score of `agreement` and `data`. All outlive this.
  ScorecardSaving(const agreement::Agreement& agreement, const scoring::LoadedData& data,
                  const scoring::Scorecard& card);
  ScorecardSaving(ScorecardSaving&&) noexcept;
  ScorecardSaving& operator=(ScorecardSaving&&) noexcept;
  ~ScorecardSaving();

  // Some milliseconds of work; false when nothing is left to do.
  bool step();
  // Once step() was false. Without leads where they would not fit.
  [[nodiscard]] std::string take();

 private:
  class Writer;
  std::unique_ptr<Writer> writer_;
};

// The same at once.
[[nodiscard]] std::string saved_scorecard(const agreement::Agreement& agreement,
                                          const scoring::LoadedData& data,
                                          const scoring::Scorecard& card);

// Read a piece at a time, whole or not at all.
class ScorecardReading {
 public:
  // The bytes outlive this.
  explicit ScorecardReading(std::string_view bytes);
  ScorecardReading(ScorecardReading&&) noexcept;
  ScorecardReading& operator=(ScorecardReading&&) noexcept;
  ~ScorecardReading();

  bool step();
  [[nodiscard]] double share() const;
  // Once step() was false. The error is one, at its line or at a name of the
  // file.
  [[nodiscard]] Result<scoring::Earlier> finish();

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

[[nodiscard]] Result<scoring::Earlier> read_saved_scorecard(std::string_view bytes);

// What is to be said of one that is of another agreement than this.
[[nodiscard]] Error of_another_agreement(const scoring::Earlier& earlier,
                                         const agreement::Agreement& agreement);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_SAVED_SCORECARD_H_
