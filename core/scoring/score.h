// From an agreement and its data to the scorecard.
//
//   read_json(...)            the agreement, valid
//   load(agreement, files)    every dataset that was given, as tables
//   newest(agreement, data)   the as-of time where none was asked for
//   score(agreement, data, as_of)
//
// The same agreement, data and as_of give the same scorecard on every
// platform and for any number of threads (scoring.md, opening).
#ifndef LEADPACT_CORE_SCORING_SCORE_H_
#define LEADPACT_CORE_SCORING_SCORE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/data/table.h"
#include "core/result.h"
#include "core/scoring/scorecard.h"

namespace leadpact::scoring {

struct Overruling;  // disputes.h

// The files of one dataset, in the order given.
struct DatasetFiles {
  std::string dataset;  // its id
  std::vector<data::FileInput> files;
};

// The tables of an agreement's datasets, `only` applied, mappings checked.
// One entry a dataset of the agreement, empty where it was not given.
struct LoadedData {
  std::vector<std::unique_ptr<data::Table>> tables;
};

// `agreement` must be valid. Errors: what read_table and check_mapping say,
// over all datasets.
[[nodiscard]] Result<LoadedData> load(const agreement::Agreement& agreement,
                                      const std::vector<DatasetFiles>& files,
                                      const data::ReadOptions& options = {});

// The same, a piece at a time: for where nothing else could run meanwhile.
class Loading {
 public:
  // Keeps a copy of the agreement; the files' bytes must outlive what is loaded.
  Loading(const agreement::Agreement& agreement, std::vector<DatasetFiles> files);

  // Some milliseconds of work for files of any size; false when nothing is left
  // to do.
  bool step();
  // Bytes read so far, over all files; all of them before the last steps.
  [[nodiscard]] std::uint64_t done() const;
  // Once step() was false: what load() gives.
  [[nodiscard]] Result<LoadedData> finish();

 private:
  agreement::Agreement agreement_;
  std::vector<DatasetFiles> files_;
  std::size_t dataset_ = 0;
  std::optional<data::TableReading> reading_;
  bool is_read_ = false;  // and is yet to be checked
  LoadedData loaded_;
  Errors errors_;
  std::uint64_t done_ = 0;  // of the datasets before this one
};

// The newest timestamp in the kept records' fields that are not planned, over
// all datasets given; nothing where there is none.
[[nodiscard]] std::optional<calendar::Instant> newest(const agreement::Agreement& agreement,
                                                      const LoadedData& data);

// The same, a field's column at a time.
class NewestTimes {
 public:
  // `data` must outlive it.
  NewestTimes(const agreement::Agreement& agreement, const LoadedData& data);

  // False when nothing is left to do.
  bool step();
  // By dataset and field; nothing of those that are planned or hold no times.
  [[nodiscard]] const std::vector<std::vector<std::optional<calendar::Instant>>>& by_field() const {
    return by_field_;
  }
  [[nodiscard]] std::optional<calendar::Instant> of_all() const;

 private:
  const LoadedData& data_;
  const calendar::Zone& zone_;
  std::vector<std::vector<std::optional<calendar::Instant>>> by_field_;
  std::size_t dataset_ = 0, field_ = 0;
};

struct Scored {
  Scorecard card;
  std::vector<Breach> breaches;  // in the order of agreement-format.md; commitments only
  // With overrulings: how many leads they concern, by period, of the commitments
  // and then of the goals.
  std::vector<std::vector<std::uint32_t>> overruled;
};

struct ScoreOptions {
  int threads = 1;
  bool breaches = true;
  // What is scored otherwise than the data say (disputes.h), and the scorecard
  // without it: promises it does not concern are taken from there.
  const std::vector<Overruling>* overrulings = nullptr;
  const Scorecard* official = nullptr;
};

// The only error that can come up here is a sum beyond a double, at its
// commitment (scoring.md, 8).
[[nodiscard]] Result<Scored> score(const agreement::Agreement& agreement, const LoadedData& data,
                                   calendar::Instant as_of, const ScoreOptions& options = {});

// score() with one thread, some milliseconds at a time; without breaches.
// `agreement` and `data` must outlive it.
class Scoring {
 public:
  Scoring(const agreement::Agreement& agreement, const LoadedData& data, calendar::Instant as_of);
  // With these overrulings. They and the official scorecard outlive this.
  Scoring(const agreement::Agreement& agreement, const LoadedData& data, calendar::Instant as_of,
          const std::vector<Overruling>& overrulings, const Scorecard& official);
  Scoring(Scoring&&) noexcept;
  Scoring& operator=(Scoring&&) noexcept;
  ~Scoring();

  // False when nothing is left to do.
  bool step();
  // What is done of all, from 0 to 1.
  [[nodiscard]] double share() const;
  // Once step() was false: what score() gives.
  [[nodiscard]] Result<Scored> finish();

 private:
  class Scorer;
  friend Result<Scored> score(const agreement::Agreement& agreement, const LoadedData& data,
                              calendar::Instant as_of, const ScoreOptions& options);
  std::unique_ptr<Scorer> scorer_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_SCORE_H_
