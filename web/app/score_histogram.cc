#include "web/app/score_histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/agreement/wording.h"
#include "core/rules/compare.h"

namespace leadpact::app {
namespace {

double within_double(double number) {
  constexpr double kMost = std::numeric_limits<double>::max();
  return std::clamp(number, -kMost, kMost);
}

std::string points(double number) {
  // What a step of 0.1 adds up to in the last place is nobody's concern.
  const double tidy = std::fabs(number) < 1e9 ? std::round(number * 1e6) / 1e6 : number;
  return agreement::grouped(agreement::digits(tidy == 0 ? 0 : tidy));
}

}  // namespace

double nice_step(double least) {
  if (!(least > 0) || !std::isfinite(least)) return 1;
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (power * times >= least * (1 - 1e-9)) return power * times;
  }
  return power * 10;
}

std::uint64_t ScoreCounts::at_least(double wanted) const {
  const auto first = std::partition_point(scores_.begin(), scores_.end(), [&](double score) {
    return !rules::is_at_least(score, wanted);
  });
  return from(static_cast<std::size_t>(first - scores_.begin()));
}

bool ScoreCounter::count(std::size_t rows) {
  if (done()) return false;
  const std::size_t end = next_ + std::min(rows, rows_ - next_);
  scores_.resize(end - next_);
  evaluator_.score_rows(next_, end, scores_.data());
  const std::vector<std::uint32_t>& kept = table_.kept();
  for (; kept_ < kept.size() && kept[kept_] < end; ++kept_)
    ++counted_[scores_[kept[kept_] - next_]];
  next_ = end;
  return true;
}

float ScoreCounter::progress() const {
  return rows_ == 0 ? 1 : static_cast<float>(next_) / static_cast<float>(rows_);
}

ScoreCounts ScoreCounter::counts() const {
  std::vector<std::pair<double, std::uint64_t>> sorted(counted_.begin(), counted_.end());
  std::sort(sorted.begin(), sorted.end());
  ScoreCounts counts;
  counts.scores_.reserve(sorted.size());
  counts.from_.resize(sorted.size());
  for (const auto& [score, leads] : sorted) {
    counts.scores_.push_back(score);
    counts.whole_ = counts.whole_ && score == std::floor(score);
  }
  std::uint64_t sum = 0;
  for (std::size_t i = sorted.size(); i-- > 0;)
    counts.from_[i] = sum += sorted[i].second;
  return counts;
}

std::vector<ScoreBar> score_bars(const ScoreCounts& counts, double most, std::size_t bars) {
  std::vector<ScoreBar> made;
  if (counts.empty() || bars == 0) return made;
  const double low = std::min(0.0, counts.least());
  // Points beyond a double add up to no end of a scale.
  const double high = std::isfinite(most) ? std::max(most, counts.most()) : counts.most();
  const double wanted = high / static_cast<double>(bars) - low / static_cast<double>(bars);
  double step = nice_step(wanted);
  if (counts.are_whole()) step = std::max(1.0, step);
  const double first = std::floor(low / step);
  const double count = std::floor(high / step) - first + 1;
  if (!std::isfinite(count)) return made;
  const bool named_by_last = counts.are_whole() && step >= 2;
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    ScoreBar bar;
    bar.from = within_double((first + static_cast<double>(i)) * step);
    bar.to = within_double((first + static_cast<double>(i) + 1) * step);
    const bool last = i + 1 == static_cast<std::size_t>(count);
    bar.leads = counts.at_least(bar.from) - (last ? 0 : counts.at_least(bar.to));
    bar.label = named_by_last ? points(bar.from) + " to " + points(bar.to - 1)
                : counts.are_whole() && step == 1
                    ? points(bar.from)
                    : points(bar.from) + " to under " + points(bar.to);
    bar.edge = points(bar.from);
    made.push_back(std::move(bar));
  }
  return made;
}

double threshold_step(const std::vector<ScoreBar>& bars) {
  if (bars.empty()) return 1;
  const double range = bars.back().to - bars.front().from;
  if (range >= 10 && range <= 2000) return 1;
  return nice_step(range / 1000);
}

}  // namespace leadpact::app
