#include "web/app/past.h"

#include <algorithm>
#include <optional>

#include "core/agreement/names.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using scoring::Status;

// Fewer periods say nothing of what can be reached.
constexpr std::size_t kEnough = 3;

std::string never_reached(const agreement::Commitment& commitment,
                          const scoring::CommitmentScore& score) {
  const bool more_is_better = commitment.direction == agreement::Direction::at_least;
  std::size_t judged = 0;
  std::optional<double> best;
  for (const scoring::PeriodScore& period : score.periods) {
    if (!period.period.closed || !period.value) continue;
    if (period.status == Status::met) return "";
    if (period.status != Status::missed) continue;
    ++judged;
    const double value = *period.value;
    if (!best || (more_is_better ? value > *best : value < *best)) best = value;
  }
  if (judged < kEnough || !best) return "";
  const std::string unit(agreement::name_of(commitment.every));
  return "“" + (commitment.title.empty() ? commitment.id : commitment.title) +
         "” was kept in none of the " + counted(judged, unit) +
         " the data shows; the best came to " + value_text(commitment, *best, commitment.target) +
         ". Set a target that can be reached, or agree what will change.";
}

void add(const std::vector<agreement::Commitment>& commitments,
         const std::vector<scoring::CommitmentScore>& scores,
         const std::vector<CommitmentLine>& lines, std::vector<PastLine>& past) {
  const std::size_t count = std::min({commitments.size(), scores.size(), lines.size()});
  for (std::size_t i = 0; i < count; ++i) {
    const auto& points = lines[i].trend.points;
    const bool has_value = std::any_of(points.begin(), points.end(),
                                       [](const TrendPoint& point) { return !!point.value; });
    if (!has_value) continue;
    past.push_back({commitments[i].id, lines[i].trend, lines[i].target_number,
                    never_reached(commitments[i], scores[i])});
  }
}

}  // namespace

std::vector<PastLine> past_of(const agreement::Agreement& agreement, const scoring::Scorecard& card,
                              const ScorecardView& view) {
  std::vector<PastLine> past;
  add(agreement.commitments, card.commitments, view.commitments, past);
  add(agreement.goals, card.goals, view.goals, past);
  return past;
}

}  // namespace leadpact::app
