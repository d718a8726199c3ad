// In which order the scorecard lists its promises, and which of them.
//
//   sort by      first is
//   -----------  ------------------------------------------------
//   agreement    the first of the agreement
//   status       missed, then behind, at risk, on track, met, no data
//   name         the first of the alphabet, whatever its case
//   value        the largest; those without one last
//   attainment   the least attained; those without one last
//
// A promise of both teams belongs to each of them.
#ifndef LEADPACT_WEB_APP_SCORE_TABLE_H_
#define LEADPACT_WEB_APP_SCORE_TABLE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"
#include "web/app/scorecard_view.h"

namespace leadpact::app {

struct ScoreTable {
  enum class Sort : std::uint8_t { agreement, status, name, value, attainment };
  Sort sort = Sort::agreement;
  std::optional<agreement::Team> team;
  std::optional<scoring::Status> status;

  [[nodiscard]] bool filters() const { return team.has_value() || status.has_value(); }
};

// The worst first, as people look for it.
inline constexpr scoring::Status kWorstFirst[] = {
    scoring::Status::missed,   scoring::Status::behind, scoring::Status::at_risk,
    scoring::Status::on_track, scoring::Status::met,    scoring::Status::no_data};

// Indices into the lines.
[[nodiscard]] std::vector<std::size_t> shown_lines(const std::vector<CommitmentLine>& lines,
                                                   const ScoreTable& table);

// "2 of 8 promises: Sales, missed."; `team` is its name.
[[nodiscard]] std::string filter_words(const ScoreTable& table, const std::string& team,
                                       std::size_t shown, std::size_t all);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_SCORE_TABLE_H_
