// The scorecard: what every promise came to, period by period.
//
// The same shape as `leadpact score --format json` (agreement-format.md). A
// number that does not exist is nothing, never zero: no data is not good.
//
//   status     when (scoring.md, 5)
//   ---------  -------------------------------------------------------------
//   met        decided and the value fulfils the direction; or certain already
//   missed     decided and it does not; or certain already
//   on_track   not decided, at least the pace
//   at_risk    not decided, a little less
//   behind     not decided, less than that
//   no_data    nothing to judge
#ifndef LEADPACT_CORE_SCORING_SCORECARD_H_
#define LEADPACT_CORE_SCORING_SCORECARD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/period.h"

namespace leadpact::scoring {

enum class Status { met, missed, on_track, at_risk, behind, no_data };

// "met", "on_track" ...
[[nodiscard]] std::string_view name_of(Status status);

struct FieldCount {
  std::string field;
  std::uint64_t count = 0;
};

struct DatasetReport {
  std::string id;
  bool given = false;
  std::uint64_t rows = 0;  // kept records
  std::uint64_t duplicates = 0;
  std::uint64_t excluded = 0;
  std::uint64_t ragged_rows = 0;
  std::optional<calendar::Instant> newest;
  std::vector<FieldCount> invalid_cells;  // only fields that have some
  std::vector<FieldCount> date_only_cells;
};

struct ErrorBudget {
  double allowed = 0;
  double spent = 0;
  double left = 0;
};

struct PeriodScore {
  calendar::Period period;
  std::uint64_t population = 0;
  std::optional<double> value;
  double target = 0;  // scaled to what the agreement covers
  std::optional<double> attainment;
  Status status = Status::no_data;
  std::optional<std::uint64_t> met;
  std::optional<std::uint64_t> failed;
  std::optional<std::uint64_t> pending;
  std::optional<std::uint64_t> left_out;
  std::optional<ErrorBudget> error_budget;
  int missed_in_a_row = 0;
  std::optional<double> pace;  // e of scoring.md, 5: expected by now; only where it is used
};

// Whether the records of the two came to the same.
[[nodiscard]] bool same_figures(const PeriodScore& a, const PeriodScore& b);

struct CommitmentScore {
  std::string id;
  agreement::Team team = agreement::Team::unset;
  std::uint64_t negative_elapsed = 0;
  std::uint64_t without_at = 0;
  std::vector<PeriodScore> periods;
};

struct TeamScore {
  std::optional<double> score;     // 0 to 100
  std::optional<double> coverage;  // share of the weight that could be judged
  int judged = 0;
  int kept = 0;
};

struct ReportingPeriod {
  calendar::Period period;
  TeamScore marketing;
  TeamScore sales;
  TeamScore overall;
};

struct Trigger {
  std::string step;  // empty for the cancellation right
  std::string commitment;
  calendar::Day since = 0;
};

// A record behind a failure or still pending: a line of `--breaches`.
struct Breach {
  std::size_t commitment = 0;  // index
  std::size_t period = 0;      // index into its periods
  std::size_t dataset = 0;     // index
  std::uint32_t row = 0;       // of that dataset's table
  bool pending = false;
  std::optional<calendar::Instant> at, from, to, due;
};

struct Scorecard {
  std::string agreement;
  calendar::Instant as_of = 0;
  std::vector<DatasetReport> datasets;
  std::vector<CommitmentScore> commitments;
  std::vector<CommitmentScore> goals;
  std::vector<ReportingPeriod> reporting;
  std::vector<Trigger> escalations;
  std::vector<Trigger> cancellation;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_SCORECARD_H_
