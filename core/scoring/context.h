// What the score of an agreement is computed from, prepared once: zones,
// opening hours, the lists of periods, and for each dataset that was given an
// evaluator and how new its data is.
#ifndef LEADPACT_CORE_SCORING_CONTEXT_H_
#define LEADPACT_CORE_SCORING_CONTEXT_H_

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/hours.h"
#include "core/calendar/period.h"
#include "core/rules/compile.h"
#include "core/rules/horizon.h"
#include "core/scoring/period_index.h"
#include "core/scoring/score.h"

namespace leadpact::scoring {

// Its start, end, zone and fiscal year.
[[nodiscard]] calendar::Term term_of(const agreement::Agreement& agreement);

// The newest stamp in the kept rows of the fields that are not planned, not
// later than the horizon; nothing where there is none.
[[nodiscard]] std::optional<calendar::Instant> newest_in(const data::Table& table,
                                                         const calendar::Zone& agreement,
                                                         const rules::Horizon& horizon,
                                                         int threads = 1);

// The same of one field; nothing where it is planned or holds no times.
[[nodiscard]] std::optional<calendar::Instant> newest_in(const data::Table& table,
                                                         std::size_t field,
                                                         const calendar::Zone& agreement,
                                                         const rules::Horizon& horizon);

struct DatasetContext {
  const agreement::Dataset* dataset = nullptr;
  const data::Table* table = nullptr;  // null where it was not given
  const calendar::Zone* zone = nullptr;
  std::unique_ptr<rules::Evaluator> evaluator;  // null where it was not given
  std::optional<calendar::Instant> newest;      // also nothing where it was not asked for
};

class Context {
 public:
  // `agreement` is valid; it and `data` must outlive this. Who asks nothing of
  // whole periods can do without the datasets' newest times: of a million rows
  // they are dear.
  Context(const agreement::Agreement& agreement, const LoadedData& data, calendar::Instant as_of,
          int threads, bool with_newest = true);

  [[nodiscard]] const agreement::Agreement& agreement() const { return agreement_; }
  [[nodiscard]] calendar::Instant as_of() const { return as_of_; }
  [[nodiscard]] int threads() const { return threads_; }
  [[nodiscard]] const calendar::Zone& zone() const { return *term_.zone; }
  [[nodiscard]] const calendar::Term& term() const { return term_; }
  [[nodiscard]] const rules::Horizon& horizon() const { return horizon_; }

  // Made when first asked for, so not for several threads at a time.
  [[nodiscard]] const std::vector<calendar::Period>& periods(calendar::Every every);
  // Null for the empty id.
  [[nodiscard]] const calendar::Hours* hours(std::string_view calendar);
  // For each row of the dataset the period in which it counts.
  [[nodiscard]] const std::vector<PeriodSlot>& slots(std::size_t dataset, int at_field,
                                                     calendar::Every every);

  [[nodiscard]] std::vector<DatasetContext>& datasets() { return datasets_; }
  // An index into datasets(); only for an id that is there.
  [[nodiscard]] std::size_t find_dataset(std::string_view id) const;

 private:
  struct Slots {
    std::size_t dataset;
    int at_field;
    calendar::Every every;
    std::vector<PeriodSlot> slots;
  };

  const agreement::Agreement& agreement_;
  calendar::Instant as_of_;
  int threads_;
  calendar::Term term_;
  rules::Horizon horizon_;
  std::vector<DatasetContext> datasets_;
  std::array<std::optional<std::vector<calendar::Period>>, 5> periods_;
  std::vector<std::unique_ptr<calendar::Hours>> hours_;  // by calendar
  std::vector<std::unique_ptr<Slots>> slots_;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_CONTEXT_H_
