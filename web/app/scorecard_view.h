// The scorecard in the words and numbers people read, made once for every
// score; the screen only lays it out.
//
// Which period is shown: a commitment's row shows the period in which the last
// second before `as_of` lies, so that a score as of the end of a month shows
// that month. The figures above show the last reporting period that is over.
//
//   error budget (open period, target 95 %)      sentence
//   -------------------------------------------  -------------------------
//   200 leads, 8 late                            3 more late leads and the month is missed.
//   200 leads, 12 late                           2 more late leads than the 10 allowed.
#ifndef LEADPACT_WEB_APP_SCORECARD_VIEW_H_
#define LEADPACT_WEB_APP_SCORECARD_VIEW_H_

#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"
#include "web/app/due_view.h"

namespace leadpact::app {

struct TrendPoint {
  std::optional<double> value;
  scoring::Status status = scoring::Status::no_data;
  std::string words;  // "January 2026 97.5 met"
};

struct Trend {
  std::vector<TrendPoint> points;
  std::string words;  // what a screen reader says: "January 2026 97.5, …"
};

struct Headline {
  std::string name;   // the team's
  std::string score;  // "92.1"; a dash where there is none
  std::string note;   // "Kept 5 of 8, judged on 90 % of the weight"
  Trend trend;
};

struct PeriodLine {
  std::string name;  // "March 2026"
  bool open = false;
  std::string population, value, target, attainment;
  scoring::Status status = scoring::Status::no_data;
  std::string met, failed, pending, left_out;  // a dash where they do not apply
  std::string budget;                          // "8 of 10", a dash where there is none
};

struct CommitmentLine {
  std::string id;
  std::string title;
  std::string sentence;  // all that the number rests on
  std::string detail;    // what the teams say of it themselves, may be empty
  std::string owner;     // may be empty
  agreement::Team team = agreement::Team::unset;
  std::string team_name, team_letter;
  scoring::Status status = scoring::Status::no_data;
  std::string period;      // the one the row shows, "March 2026"
  std::string value;       // "96.0 %"; a dash where there is none
  std::string target;      // "at least 95 %"
  std::string attainment;  // "101 %"
  std::string beside;      // "4 pending, 2 left out", may be empty
  std::string budget;      // a sentence, may be empty
  int missed_in_a_row = 0;
  std::string streak;  // "missed 2 months in a row", may be empty
  double target_number = 0;
  std::optional<double> value_number, attainment_number;
  std::size_t shown = 0;  // the period the row shows, an index into its score's
  Trend trend;
  std::vector<PeriodLine> periods;  // the newest first
  std::vector<std::string> notes;   // sentences on what is not in the numbers
  std::string records;              // what is counted, "Leads"
  bool counts_records = false;      // met, failed … mean something
  bool has_budget = false;
  bool has_pending = false;  // in some period
  bool has_left_out = false;
};

struct ScorecardView {
  std::string as_of;        // "31 Mar 2026, 22:11"
  std::string as_of_typed;  // "2026-03-31 22:11"
  std::string zone;         // "America/New York"
  std::string period;       // of the headlines, "March 2026"; empty for none
  bool period_open = false;
  std::optional<std::size_t> reporting;  // which of the reporting periods that is
  std::vector<Headline> headlines;       // overall, marketing, sales
  std::vector<Due> due;
  std::vector<CommitmentLine> commitments;
  std::vector<CommitmentLine> goals;
  std::size_t missed = 0;  // commitments whose shown period is missed
};

[[nodiscard]] ScorecardView view_of(const agreement::Agreement& agreement,
                                    const scoring::Scorecard& card);

// How many more records that fail it takes until the period is missed: the
// smallest n with (failed + n) of (population + n) over the budget. Nothing
// where no number does.
[[nodiscard]] std::optional<std::uint64_t> failures_until_missed(
    const scoring::PeriodScore& period);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_SCORECARD_VIEW_H_
