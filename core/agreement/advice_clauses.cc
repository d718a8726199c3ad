// Advice on what is promised.
#include <algorithm>
#include <map>

#include "core/agreement/adviser.h"
#include "core/agreement/kinds.h"
#include "core/agreement/names.h"
#include "core/agreement/two_clocks.h"
#include "core/agreement/wording.h"
#include "core/calendar/limit.h"

namespace leadpact::agreement {

namespace {

std::string title_of(const Commitment& commitment) {
  return named(commitment.title, commitment.id);
}

bool is_open_all_day(const calendar::Limit& limit) {
  return !limit.business && limit.unit != calendar::LimitUnit::day;
}

}  // namespace

void Adviser::on_commitments() {
  for (const Team team : {Team::marketing, Team::sales}) {
    const bool any = std::any_of(
        agreement_.commitments.begin(), agreement_.commitments.end(),
        [&](const Commitment& each) { return each.team == team || each.team == Team::both; });
    if (!any) {
      left_empty("commitments", who(team) +
                                    " promises nothing. An agreement needs promises of both "
                                    "sides; add one.");
    } else {
      on_weights(team);
    }
  }
  for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
    on_commitment(agreement_.commitments[i], element("commitments", i));
    on_two_clocks(i);
  }
  on_equal_titles();
}

void Adviser::on_commitment(const Commitment& commitment, const std::string& place) {
  const std::string title = title_of(commitment);
  if (commitment.title.empty()) {
    left_empty(place + ".title",
               "A promise has no title. Give it a short one, as it is spoken of.");
  }
  const Contact* owner = find_contact(commitment.owner);
  if (commitment.owner.empty()) {
    left_empty(place + ".owner", title + " has no owner. Name the one person who answers for it.");
  } else if (owner != nullptr && owner->team != commitment.team && owner->team != Team::both &&
             commitment.team != Team::both) {
    add(place + ".owner", title + " is a promise of " + who(commitment.team) +
                              ", but its owner is of " + who(owner->team) +
                              ". Name somebody of the team that promises.");
  }
  if (commitment.weight == 0) {
    add(place + ".weight",
        title + " has no weight, so missing it costs nothing. Give it one, or make it a goal.");
  }
  const Kind kind = commitment.measure.kind;
  if (kind == Kind::count && is_empty(commitment.measure.where)) {
    add(place + ".measure.where",
        title + " counts every record, whatever it is. Say which leads count, by a stage.");
  }
  if (kind == Kind::manual) {
    add(place + ".measure.kind", title +
                                     " rests on a number somebody types in. Measure it by the "
                                     "export where a column holds it.");
  }
  on_target(commitment, place, title);
  on_limit(commitment, place, title);
}

void Adviser::on_target(const Commitment& commitment, const std::string& place,
                        const std::string& title) {
  const bool percentage = is_percentage(commitment.measure.kind);
  const bool at_least = commitment.direction == Direction::at_least;
  if (percentage && at_least && commitment.target >= 100) {
    add(place + ".target",
        title + " asks for 100 %, so a single miss breaks it. Leave room for one, such as 95 %.");
  }
  if (at_least && commitment.target == 0) {
    add(place + ".target", title + " is kept whatever happens: its target is 0. Raise it.");
  }
  if (percentage && !at_least && commitment.target >= 100) {
    add(place + ".target", title + " is kept whatever happens: at most 100 %. Lower it.");
  }
  const bool within = commitment.measure.kind == Kind::within;
  if (within && at_least && commitment.target > 0 && commitment.target < 50) {
    add(place + ".target", title +
                               " is kept even where most leads come too late. Raise the "
                               "target, or give more time.");
  }
}

void Adviser::on_limit(const Commitment& commitment, const std::string& place,
                       const std::string& title) {
  if (commitment.measure.kind != Kind::within) return;
  const auto limit = calendar::parse_limit(commitment.measure.limit);
  if (!limit) return;
  const std::string at = place + ".measure.limit";
  if (is_open_all_day(*limit) && !agreement_.calendars.empty() &&
      (limit->unit == calendar::LimitUnit::minute || limit->amount < 24)) {
    add(at, title +
                " counts nights and weekends, too. Count business hours where nobody works "
                "then.");
  }
  if (limit->unit == calendar::LimitUnit::minute && limit->amount < 5) {
    add(at, title + " allows less than five minutes. Check that your CRM's times are that exact.");
  }
  if (limit->unit == calendar::LimitUnit::day && limit->amount > 10) {
    add(at, title + " allows more than ten days. Leads go cold in hours; shorten it.");
  }
  if (commitment.measure.from == commitment.measure.to && !commitment.measure.from.empty()) {
    add(place + ".measure.to", title +
                                   " measures from a column to the same column, so it is "
                                   "always kept. Choose another one.");
  }
}

void Adviser::on_two_clocks(std::size_t commitment) {
  const data::Field* start = other_clock(agreement_, commitment);
  if (start == nullptr) return;
  add(element("commitments", commitment) + ".measure.from",
      title_of(agreement_.commitments[commitment]) +
          " starts its clock with the inquiry, so it mixes routing with the rep's own time. Add "
          "the other clock, from " +
          quoted(start->column) + " on.");
}

void Adviser::on_weights(Team team) {
  double sum = 0;
  double most = 0;
  std::size_t count = 0;
  std::size_t first = 0;
  std::size_t heaviest = 0;
  for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
    const Commitment& commitment = agreement_.commitments[i];
    if (commitment.team != team && commitment.team != Team::both) continue;
    if (count++ == 0) first = i;
    sum += commitment.weight;
    if (commitment.weight <= most) continue;
    most = commitment.weight;
    heaviest = i;
  }
  if (count > 0 && sum == 0) {
    add(element("commitments", first) + ".weight",
        "The promises of " + who(team) + " have no weight, so it gets no score. Give them some.");
  } else if (count >= 3 && most > sum * 0.6) {
    add(element("commitments", heaviest) + ".weight",
        title_of(agreement_.commitments[heaviest]) +
            " alone makes more than 60 % of the score of " + who(team) +
            ". Level the weights, unless that is meant.");
  }
}

void Adviser::on_equal_titles() {
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
    const std::string& title = agreement_.commitments[i].title;
    if (title.empty()) continue;
    if (!seen.emplace(title, i).second) {
      add(element("commitments", i) + ".title",
          quoted(title) + " is the title of two promises. Tell them apart by their titles.");
    }
  }
}

}  // namespace leadpact::agreement
