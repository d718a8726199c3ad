#include "core/scoring/changes.h"

#include <algorithm>
#include <utility>

#include "core/agreement/kinds.h"

namespace leadpact::scoring {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::int64_t signed_of(std::uint64_t count) {
  return static_cast<std::int64_t>(count);
}

std::int64_t signed_of(const std::optional<std::uint64_t>& count) {
  return signed_of(count.value_or(0));
}

bool same_unit(const calendar::Period& a, const calendar::Period& b) {
  return a.start == b.start && a.end == b.end;
}

}  // namespace

// ---- Figures -----------------------------------------------------------------------

void Figures::add(Outcome outcome, int by) {
  switch (outcome) {
    case Outcome::counted:
      population += by;
      return;
    case Outcome::met:
      population += by;
      met += by;
      return;
    case Outcome::failed:
      population += by;
      failed += by;
      return;
    case Outcome::pending:
      pending += by;
      return;
    case Outcome::left_out:
      left_out += by;
      return;
  }
}

void Figures::add(const Figures& other) {
  population += other.population;
  met += other.met;
  failed += other.failed;
  pending += other.pending;
  left_out += other.left_out;
}

Figures difference(const PeriodScore* then, const PeriodScore* now) {
  Figures made;
  const auto add = [&](const PeriodScore* score, int sign) {
    if (score == nullptr) return;
    made.population += sign * signed_of(score->population);
    made.met += sign * signed_of(score->met);
    made.failed += sign * signed_of(score->failed);
    made.pending += sign * signed_of(score->pending);
    made.left_out += sign * signed_of(score->left_out);
  };
  add(now, 1);
  add(then, -1);
  return made;
}

Figures PeriodChange::sum() const {
  Figures sum;
  for (const GroupChange& group : groups)
    sum.add(group.figures);
  return sum;
}

Figures left_over(const PeriodScore* then, const PeriodScore& now, const PeriodChange& change) {
  Figures over = difference(then, &now);
  const Figures sum = change.sum();
  const auto has = [&](std::optional<std::uint64_t> PeriodScore::*figure) {
    return (now.*figure).has_value() || (then != nullptr && (then->*figure).has_value());
  };
  over.population -= sum.population;
  if (has(&PeriodScore::met)) over.met -= sum.met;
  if (has(&PeriodScore::failed)) over.failed -= sum.failed;
  if (has(&PeriodScore::pending)) over.pending -= sum.pending;
  if (has(&PeriodScore::left_out)) over.left_out -= sum.left_out;
  return over;
}

bool PeriodChange::any_leads() const {
  return std::any_of(groups.begin(), groups.end(),
                     [](const GroupChange& group) { return group.leads > 0; });
}

std::vector<PeriodChange> paired_periods(const CommitmentScore& now, const CommitmentScore* then) {
  std::vector<PeriodChange> paired(now.periods.size());
  if (then == nullptr) return paired;
  // Both are in the order of time.
  std::size_t at = 0;
  for (std::size_t i = 0; i < paired.size(); ++i) {
    const calendar::Period& period = now.periods[i].period;
    while (at < then->periods.size() && then->periods[at].period.start < period.start)
      ++at;
    if (at < then->periods.size() && same_unit(then->periods[at].period, period)) {
      paired[i].then = at;
    }
  }
  return paired;
}

// ---- Which row is which lead ---------------------------------------------------------

LeadMatch::LeadMatch(const agreement::Dataset& dataset, const data::Table& table,
                     const EarlierLeads& then)
    : table_(table),
      then_(then),
      ids_(dataset, &table),
      entries_(table.rows(), kUnknown),
      there_(then.size()) {}

bool LeadMatch::work(std::size_t rows) {
  const std::vector<std::uint32_t>& kept = table_.kept();
  for (const std::size_t end = std::min(kept.size(), at_ + rows); at_ < end; ++at_) {
    const std::string id = ids_.of(kept[at_]);
    if (id.empty()) continue;
    const EarlierLeads::Entry entry = then_.find(id);
    entries_[kept[at_]] = entry;
    if (entry != EarlierLeads::kNone) there_[entry] = 1;
  }
  return at_ == kept.size();
}

// ---- One promise -----------------------------------------------------------------------

ChangeSweep::ChangeSweep(Context& context, const agreement::Commitment& commitment,
                         const LeadMatch& match, std::vector<PeriodChange> periods,
                         std::size_t periods_then, std::optional<Wanted> wanted)
    : table_(*context.datasets()[context.find_dataset(commitment.measure.dataset)].table),
      match_(match),
      periods_(std::move(periods)),
      now_of_(periods_then, kNowhere),
      wanted_(wanted) {
  const std::vector<std::string>& promises = match.then().promises;
  promise_ = static_cast<std::size_t>(std::find(promises.begin(), promises.end(), commitment.id) -
                                      promises.begin());
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    const auto then = periods_[i].then;
    if (then && *then < now_of_.size()) now_of_[*then] = i;
  }
  steps_.emplace(context, commitment);
}

bool ChangeSweep::work(std::size_t leads) {
  if (steps_) {
    if (steps_->step()) return false;
    measure_.emplace(steps_->finish());
    steps_.reset();
    return false;
  }
  const std::vector<std::uint32_t>& kept = table_.kept();
  for (const std::size_t end = std::min(kept.size(), row_ + leads); row_ < end; ++row_) {
    const std::uint32_t row = kept[row_];
    const EarlierLeads::Entry entry = match_.entry(row);
    if (entry == LeadMatch::kUnknown) continue;
    compare(entry == EarlierLeads::kNone
                ? std::nullopt
                : std::optional<Answer>(match_.then().answer(entry, promise_)),
            answer_of(*measure_, row), row);
  }
  if (row_ < kept.size()) return false;
  const std::size_t all = match_.then().size();
  for (; entry_ < all && leads > 0; ++entry_) {
    const auto entry = static_cast<EarlierLeads::Entry>(entry_);
    if (match_.is_there(entry)) continue;
    compare(match_.then().answer(entry, promise_), std::nullopt, entry);
    --leads;
  }
  return entry_ == all;
}

std::optional<std::size_t> ChangeSweep::period_now(const std::optional<Answer>& then) const {
  if (!then || !then->in_period() || then->period >= now_of_.size()) return std::nullopt;
  const std::size_t now = now_of_[then->period];
  return now == kNowhere ? std::nullopt : std::optional<std::size_t>(now);
}

void ChangeSweep::compare(std::optional<Answer> then, std::optional<Answer> now,
                          std::uint32_t row) {
  const std::optional<std::size_t> was = period_now(then);
  const std::optional<std::size_t> is =
      now && now->in_period() ? std::optional<std::size_t>(now->period) : std::nullopt;
  const auto add = [&](std::size_t period, ChangeGroup group, bool minus, bool plus) {
    GroupChange& change = periods_[period].groups[static_cast<std::size_t>(group)];
    ++change.leads;
    if (minus) change.figures.add(then->outcome, -1);
    if (plus) change.figures.add(now->outcome, 1);
    if (!wanted_ || wanted_->period != period || wanted_->group != group) return;
    (now ? rows_ : gone_).push_back(row);
  };
  if (was && is && *was == *is) {
    if (then->outcome == now->outcome) return;
    const bool decided = then->outcome == Outcome::pending &&
                         (now->outcome == Outcome::met || now->outcome == Outcome::failed);
    add(*is, decided ? ChangeGroup::decided : ChangeGroup::judged, true, true);
    return;
  }
  if (was) {
    add(*was,
        !now                         ? ChangeGroup::gone
        : now->period == kNotCounted ? ChangeGroup::counts_not
                                     : ChangeGroup::left,
        true, false);
  }
  if (is) {
    add(*is,
        !then                         ? ChangeGroup::fresh
        : then->period == kNotCounted ? ChangeGroup::counts
        : then->in_period()           ? ChangeGroup::came
                                      : ChangeGroup::dated,
        false, true);
  }
}

// ---- All of them -----------------------------------------------------------------------

Comparing::Comparing(const agreement::Agreement& agreement, const LoadedData& data,
                     const Scorecard& card, const Earlier& then)
    : context_(agreement, data, card.as_of, 1) {
  matches_.resize(agreement.datasets.size());
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const EarlierLeads* leads = then.find_leads(agreement.datasets[i].id);
    if (leads == nullptr || data.tables[i] == nullptr || agreement.datasets[i].id_field.empty()) {
      continue;
    }
    matches_[i] = std::make_unique<LeadMatch>(agreement.datasets[i], *data.tables[i], *leads);
  }
  const auto add = [&](const std::vector<agreement::Commitment>& commitments,
                       const std::vector<CommitmentScore>& scores) {
    for (std::size_t i = 0; i < commitments.size() && i < scores.size(); ++i) {
      Promise& promise = promises_.emplace_back();
      promise.commitment = &commitments[i];
      promise.now = &scores[i];
      promise.then = then.find_promise(commitments[i].id);
      promise.periods =
          paired_periods(scores[i], promise.then == nullptr ? nullptr : &promise.then->score);
      promise.by_leads = promise.then != nullptr && match_of(commitments[i]) != nullptr;
    }
  };
  add(agreement.commitments, card.commitments);
  add(agreement.goals, card.goals);
}

const LeadMatch* Comparing::match_of(const agreement::Commitment& commitment) const {
  if (!agreement::uses_records(commitment.measure.kind)) return nullptr;
  for (const auto& match : matches_) {
    if (match == nullptr || match->then().dataset != commitment.measure.dataset) continue;
    const std::vector<std::string>& promises = match->then().promises;
    const bool answers =
        std::find(promises.begin(), promises.end(), commitment.id) != promises.end();
    return answers ? match.get() : nullptr;
  }
  return nullptr;
}

bool Comparing::step() {
  if (matched_ < matches_.size()) {
    if (matches_[matched_] == nullptr || matches_[matched_]->work()) ++matched_;
    return true;
  }
  while (compared_ < promises_.size() && !promises_[compared_].by_leads)
    ++compared_;
  if (compared_ == promises_.size()) return false;
  Promise& promise = promises_[compared_];
  if (!sweep_) sweep_.emplace(sweep(promise, std::nullopt));
  if (!sweep_->work()) return true;
  promise.periods = sweep_->periods();
  sweep_.reset();
  ++compared_;
  return true;
}

double Comparing::share() const {
  const std::size_t all = matches_.size() + promises_.size();
  return all == 0 ? 1 : static_cast<double>(matched_ + compared_) / static_cast<double>(all);
}

ChangeSweep Comparing::sweep(const Promise& promise, std::optional<ChangeSweep::Wanted> wanted) {
  const CommitmentScore& then = promise.then->score;
  return {context_,
          *promise.commitment,
          *match_of(*promise.commitment),
          paired_periods(*promise.now, &then),
          then.periods.size(),
          wanted};
}

ChangeSweep Comparing::leads_of(std::size_t promise, ChangeSweep::Wanted wanted) {
  return sweep(promises_[promise], wanted);
}

}  // namespace leadpact::scoring
