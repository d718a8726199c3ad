#include "core/scoring/triggers.h"

#include <algorithm>
#include <string>

#include "core/agreement/wording.h"
#include "core/calendar/period.h"
#include "core/scoring/context.h"

namespace leadpact::scoring {
namespace {

bool holds_for(const std::vector<std::string>& scope, const std::string& commitment) {
  return scope.empty() || std::find(scope.begin(), scope.end(), commitment) != scope.end();
}

void add_triggered(const std::string& step, double n, const std::vector<std::string>& scope,
                   const std::vector<CommitmentScore>& scores, std::vector<Trigger>& triggers) {
  for (const CommitmentScore& score : scores) {
    if (!holds_for(scope, score.id)) continue;
    if (const auto since = missed_since(score.periods, n)) {
      triggers.push_back({step, score.id, *since});
    }
  }
}

}  // namespace

std::optional<calendar::Day> missed_since(const std::vector<PeriodScore>& periods, double n) {
  auto at = std::find_if(periods.rbegin(), periods.rend(),
                         [](const PeriodScore& score) { return score.period.closed; });
  std::optional<calendar::Day> since;
  for (; at != periods.rend() && at->missed_in_a_row >= n; ++at)
    since = at->period.covered_end;
  return since;
}

std::vector<Trigger> escalations(const agreement::Agreement& agreement,
                                 const std::vector<CommitmentScore>& scores) {
  std::vector<Trigger> triggers;
  for (const agreement::EscalationStep& step : agreement.escalation) {
    add_triggered(step.id, step.after_missed_in_a_row, step.commitments, scores, triggers);
  }
  return triggers;
}

std::vector<Trigger> cancellations(const agreement::Agreement& agreement,
                                   const std::vector<CommitmentScore>& scores) {
  std::vector<Trigger> triggers;
  const agreement::Cancellation& right = agreement.cancellation;
  if (right.missed_in_a_row > 0) {
    add_triggered("", right.missed_in_a_row, right.commitments, scores, triggers);
  }
  return triggers;
}

std::vector<Trigger> consequences(const agreement::Agreement& agreement,
                                  const std::vector<CommitmentScore>& scores) {
  std::vector<Trigger> triggers;
  if (!agreement.consequences.empty()) add_triggered("", 1, {}, scores, triggers);
  return triggers;
}

std::vector<std::string> due_otherwise(const agreement::Agreement& agreement,
                                       const Scorecard& official, const Scorecard& upheld,
                                       std::string (*day)(calendar::Day)) {
  std::vector<std::string> sentences;
  const auto compare = [&](const std::string& what, double n,
                           const std::vector<std::string>& scope) {
    for (std::size_t i = 0; i < agreement.commitments.size(); ++i) {
      if (!holds_for(scope, agreement.commitments[i].id)) continue;
      const auto then = missed_since(official.commitments[i].periods, n);
      const auto now = missed_since(upheld.commitments[i].periods, n);
      if (then == now) continue;
      std::string words = agreement::quoted(agreement.commitments[i].title) + ": " + what;
      words += now ? " would have fallen due on " + day(*now) : " would not have fallen due";
      if (then && now) words += ", not on " + day(*then);
      sentences.push_back(words + ".");
    }
  };
  if (agreement.cancellation.missed_in_a_row > 0) {
    compare("the right to cancel", agreement.cancellation.missed_in_a_row,
            agreement.cancellation.commitments);
  }
  for (std::size_t s = 0; s < agreement.escalation.size(); ++s) {
    const agreement::EscalationStep& step = agreement.escalation[s];
    compare(step.action.empty() ? "escalation step " + std::to_string(s + 1)
                                : agreement::quoted(agreement::without_stop(step.action)),
            step.after_missed_in_a_row, step.commitments);
  }
  if (!agreement.consequences.empty()) compare("what is agreed for missed promises", 1, {});
  return sentences;
}

std::vector<ReviewDue> reviews_due(const agreement::Agreement& agreement, calendar::Instant as_of) {
  std::vector<ReviewDue> due;
  const calendar::Term term = term_of(agreement);
  for (std::size_t i = 0; i < agreement.reviews.size(); ++i) {
    std::vector<calendar::Period> periods =
        calendar::periods(term, agreement.reviews[i].every, as_of);
    ReviewDue review;
    review.review = i;
    if (!periods.empty() && !periods.back().closed) {
      review.next = periods.back().covered_end;
      periods.pop_back();
    }
    if (periods.empty()) continue;
    review.period = periods.back();
    review.since = *review.period.covered_end;
    due.push_back(review);
  }
  return due;
}

}  // namespace leadpact::scoring
