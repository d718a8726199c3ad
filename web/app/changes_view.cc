// The comparison in words: a line a promise, and of the one that is open the rows
// that lead from then to now.
#include <string>

#include "core/agreement/kinds.h"
#include "core/scoring/change_words.h"
#include "web/app/changes_desk.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Commitment;
using agreement::Kind;
using scoring::Comparing;
using scoring::Figures;
using scoring::PeriodScore;
using Trend = ChangeLine::Trend;

constexpr std::size_t kMostPeriods = 60;
constexpr std::string_view kDash = "–";

Trend trend_of(const Commitment& commitment, const PeriodScore* then, const PeriodScore* now) {
  if (then == nullptr || now == nullptr || !then->value || !now->value) return Trend::none;
  if (*then->value == *now->value) return Trend::same;
  const bool more = *now->value > *then->value;
  if (now->pace) return more ? Trend::more : Trend::less;
  return more == (commitment.direction == agreement::Direction::at_least) ? Trend::better
                                                                          : Trend::worse;
}

std::string value_of(const Commitment& commitment, const PeriodScore* score) {
  if (score == nullptr || !score->value) return std::string(kDash);
  return value_text(commitment, *score->value, score->target);
}

// Whose figures are shown: met and failed, or how many there are.
struct Columns {
  bool judged = false, pending = false, left_out = false;
  explicit Columns(Kind kind)
      : judged(agreement::is_percentage(kind)),
        pending(kind == Kind::within),
        left_out(agreement::uses_times(kind)) {}
};

template <typename Words>
std::vector<std::string> figures_of(Kind kind, const Figures& figures, const Words& words) {
  const Columns columns(kind);
  std::vector<std::string> made;
  if (columns.judged) {
    made.push_back(words(figures.met));
    made.push_back(words(figures.failed));
  } else {
    made.push_back(words(figures.population));
  }
  if (columns.pending) made.push_back(words(figures.pending));
  if (columns.left_out) made.push_back(words(figures.left_out));
  return made;
}

std::string signed_or_dash(std::int64_t figure) {
  return figure == 0 ? std::string(kDash) : scoring::signed_words(figure);
}

std::string plain(std::int64_t figure) {
  return whole(static_cast<std::uint64_t>(figure));
}

}  // namespace

const Commitment& ChangesDesk::commitment() const {
  return *opened().commitment;
}

const Comparing::Promise& ChangesDesk::opened() const {
  return comparing_->promises()[lines_[*open_line_].promise];
}

const PeriodScore* ChangesDesk::then_of(const Comparing::Promise& promise,
                                        std::size_t period) const {
  if (promise.then == nullptr || period >= promise.periods.size()) return nullptr;
  const auto then = promise.periods[period].then;
  return then ? &promise.then->score.periods[*then] : nullptr;
}

void ChangesDesk::make_lines() {
  const calendar::Zone& zone = zone_or_utc(subject_->agreement.time_zone);
  title_ = "Compared with " + moment(earlier_->as_of, zone);
  note_.clear();
  if (earlier_->as_of > subject_->card.as_of) {
    note_ = "The saved scorecard is the later one, so what is called new here came before it.";
  }
  lines_.clear();
  for (std::size_t i = 0; i < comparing_->promises().size(); ++i)
    lines_.push_back(line_of(i));
  if (open_line_ && *open_line_ >= lines_.size()) open_line_.reset();
  if (open_line_) choose_shown_period();
}

ChangeLine ChangesDesk::line_of(std::size_t index) const {
  const Comparing::Promise& promise = comparing_->promises()[index];
  const Commitment& commitment = *promise.commitment;
  const agreement::Agreement& agreement = subject_->agreement;
  const Kind kind = commitment.measure.kind;
  ChangeLine line;
  line.promise = index;
  line.is_goal = index >= agreement.commitments.size();
  line.title = commitment.title;
  line.team = commitment.team;
  line.team_name = agreement::team_name(agreement, commitment.team);
  line.team_letter =
      team_letter(agreement::team_name(agreement, agreement::Team::marketing),
                  agreement::team_name(agreement, agreement::Team::sales), commitment.team);
  if (promise.then == nullptr) {
    line.notes.emplace_back("The saved scorecard does not have this promise.");
  } else if (promise.then->mark != exchange::mark_of(agreement, commitment)) {
    line.notes.emplace_back("The promise, or what it rests on, was changed since.");
  }
  if (promise.then != nullptr && !promise.by_leads && agreement::uses_records(kind)) {
    line.notes.emplace_back("Figures only: its leads cannot be told apart by an id.");
  }
  const auto& periods = promise.now->periods;
  const std::size_t shown = shown_[index];
  for (std::size_t i = periods.size(); i-- > 0 && line.periods.size() < kMostPeriods;) {
    const PeriodScore* then = then_of(promise, i);
    const bool differs =
        then != nullptr && (then->status != periods[i].status || then->value != periods[i].value ||
                            scoring::difference(then, &periods[i]).any());
    if (i != shown && !differs && !promise.periods[i].any_leads()) continue;
    line.periods.push_back(i);
    line.period_names.push_back(period_name(periods[i].period, commitment.every));
    if (i != shown) continue;
    line.period = line.period_names.back();
    line.then = value_of(commitment, then);
    line.now = value_of(commitment, &periods[i]);
    if (then != nullptr) line.then_status = then->status;
    line.now_status = periods[i].status;
    line.trend = trend_of(commitment, then, &periods[i]);
    const Figures difference = scoring::difference(then, &periods[i]);
    if (difference.any()) line.change = scoring::figures_words(difference);
  }
  return line;
}

std::vector<std::string> ChangesDesk::columns() const {
  const Columns columns(commitment().measure.kind);
  std::vector<std::string> names;
  if (columns.judged) {
    names = {"Met", "Failed"};
  } else {
    names = {"Counted"};
  }
  if (columns.pending) names.emplace_back("Pending");
  if (columns.left_out) names.emplace_back("Left out");
  return names;
}

std::vector<ChangeRow> ChangesDesk::rows() const {
  const Comparing::Promise& promise = opened();
  const Kind kind = promise.commitment->measure.kind;
  const std::size_t period = lines_[*open_line_].periods[period_];
  const PeriodScore& now = promise.now->periods[period];
  const PeriodScore* then = then_of(promise, period);
  std::vector<ChangeRow> rows;
  const auto add = [&](std::string name, const Figures& figures,
                       std::string (*words)(std::int64_t)) {
    ChangeRow& row = rows.emplace_back();
    row.name = std::move(name);
    row.figures = figures_of(kind, figures, words);
  };
  add("Then", scoring::difference(nullptr, then), plain);
  if (!promise.by_leads) {
    add("Difference", scoring::difference(then, &now), signed_or_dash);
  } else {
    for (std::size_t g = 0; g < scoring::kChangeGroups; ++g) {
      const auto group = static_cast<scoring::ChangeGroup>(g);
      const scoring::GroupChange& change = promise.periods[period].groups[g];
      if (change.leads == 0) continue;
      add(std::string(name_of(group)), change.figures, signed_or_dash);
      rows.back().meaning = meaning_of(group);
      rows.back().group = group;
      rows.back().leads = change.leads;
    }
    const Figures over = scoring::left_over(then, now, promise.periods[period]);
    if (over.any()) {
      add(std::string(scoring::kLeftOver), over, signed_or_dash);
      rows.back().meaning = "They have no id.";
    }
  }
  add("Now", scoring::difference(nullptr, &now), plain);
  return rows;
}

std::string ChangesDesk::group_title() const {
  const ChangeLine& line = lines_[*open_line_];
  const scoring::GroupChange& change =
      opened().periods[line.periods[period_]].groups[static_cast<std::size_t>(*group_)];
  return std::string(name_of(*group_)) + ", " + line.period_names[period_] + ": " +
         record_noun(subject_->agreement, commitment()).of(change.leads);
}

}  // namespace leadpact::app
