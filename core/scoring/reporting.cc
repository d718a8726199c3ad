#include "core/scoring/reporting.h"

#include <algorithm>
#include <optional>

#include "core/scoring/period_status.h"

namespace leadpact::scoring {
namespace {

using agreement::Team;

// What one commitment adds to one reporting period.
struct Part {
  std::optional<double> part;
  bool kept = false;
};

// A period's end is cut at the agreement's, as is that of its covered part.
bool ends_in(const calendar::Period& period, const calendar::Period& reporting) {
  return period.covered_end && *period.covered_end > reporting.start &&
         *period.covered_end <= *reporting.end;
}

Part part_of(const CommitmentScore& score, const calendar::Period& reporting) {
  double sum = 0;
  int decided = 0;
  bool kept = true;
  for (const PeriodScore& period : score.periods) {
    if (!ends_in(period.period, reporting) || !is_decided(period)) continue;
    ++decided;
    sum += std::min(1.0, *period.attainment);
    if (period.status != Status::met) kept = false;
  }
  if (decided == 0) return {};
  return {sum / decided, kept};
}

class TeamTotal {
 public:
  void add(double weight, const Part& part) {
    all_weight_ += weight;
    if (!part.part) return;
    weight_ += weight;
    weighted_ += weight * *part.part;
    ++score_.judged;
    if (part.kept) ++score_.kept;
  }

  [[nodiscard]] TeamScore score() const {
    TeamScore score = score_;
    if (weight_ > 0) score.score = 100 * weighted_ / weight_;
    if (all_weight_ > 0) score.coverage = weight_ / all_weight_;
    return score;
  }

 private:
  TeamScore score_;
  double all_weight_ = 0;
  double weight_ = 0;
  double weighted_ = 0;
};

}  // namespace

std::vector<ReportingPeriod> report(const agreement::Agreement& agreement,
                                    const std::vector<CommitmentScore>& scores,
                                    const std::vector<calendar::Period>& periods) {
  // Only the proportions of weights count; none is beyond a double then.
  double heaviest = 1;
  for (const auto& commitment : agreement.commitments) {
    heaviest = std::max(heaviest, commitment.weight);
  }
  std::vector<ReportingPeriod> reports;
  reports.reserve(periods.size());
  for (const calendar::Period& period : periods) {
    TeamTotal marketing;
    TeamTotal sales;
    TeamTotal overall;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const Team team = agreement.commitments[i].team;
      const double weight = agreement.commitments[i].weight / heaviest;
      const Part part = part_of(scores[i], period);
      if (team == Team::marketing || team == Team::both) marketing.add(weight, part);
      if (team == Team::sales || team == Team::both) sales.add(weight, part);
      overall.add(weight, part);
    }
    reports.push_back({period, marketing.score(), sales.score(), overall.score()});
  }
  return reports;
}

}  // namespace leadpact::scoring
