#include "web/app/due_view.h"

#include <cstddef>
#include <utility>

#include "core/agreement/wording.h"
#include "core/calendar/limit.h"
#include "core/calendar/zone.h"
#include "core/scoring/follow_up.h"
#include "core/scoring/triggers.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Commitment;
using agreement::Team;
using scoring::PeriodScore;
using scoring::Trigger;

class Dues {
 public:
  Dues(const Agreement& agreement, const scoring::Scorecard& card)
      : agreement_(agreement),
        card_(card),
        zone_(calendar::Zone::find(agreement.time_zone)),
        follow_up_(agreement, card.as_of) {}

  std::vector<Due> all() {
    add_cancellation();
    // The highest step first: it is what matters now.
    for (std::size_t s = agreement_.escalation.size(); s > 0; --s)
      add_step(s - 1);
    add_consequences();
    add_reviews();
    return std::move(all_);
  }

 private:
  void add(Due due) {
    if (!due.items.empty()) all_.push_back(std::move(due));
  }

  // Index of a commitment; they are as many as there are scores.
  [[nodiscard]] std::size_t index_of(const std::string& id) const {
    std::size_t i = 0;
    while (i < agreement_.commitments.size() && agreement_.commitments[i].id != id)
      ++i;
    return i;
  }

  Due::Item item(const Trigger& trigger, std::string_view step) const {
    Due::Item item;
    item.since = day(trigger.since);
    item.trigger =
        std::string(step) + "/" + trigger.commitment + "/" + calendar::format_day(trigger.since);
    const std::size_t i = index_of(trigger.commitment);
    if (i >= card_.commitments.size() || i >= agreement_.commitments.size()) return item;
    const Commitment& commitment = agreement_.commitments[i];
    item.commitment = commitment.title;
    std::vector<std::string> missed;
    for (const PeriodScore& period : card_.commitments[i].periods) {
      if (!period.period.closed) continue;
      item.why = streak_text(period.missed_in_a_row, commitment.every);
      if (period.missed_in_a_row == 0) missed.clear();
      if (period.status != scoring::Status::missed || !period.value) continue;
      missed.push_back(period_name(period.period, commitment.every) + " with " +
                       value_text(commitment, *period.value, period.target));
    }
    // A long row of them is known by its end.
    constexpr std::size_t kMost = 6;
    if (missed.size() > kMost) {
      missed.erase(missed.begin(), missed.end() - static_cast<std::ptrdiff_t>(kMost));
    }
    item.periods = agreement::listed(missed);
    return item;
  }

  [[nodiscard]] Team team_of(const std::string& commitment) const {
    const std::size_t i = index_of(commitment);
    return i < agreement_.commitments.size() ? agreement_.commitments[i].team : Team::both;
  }

  void add_cancellation() {
    Due due;
    due.kind = Due::Kind::cancellation;
    due.action = "The agreement may be cancelled";
    if (!agreement_.cancellation.notice.empty()) {
      due.action += ", with " + agreement_.cancellation.notice + " notice";
    }
    due.terms = agreement_.cancellation.terms;
    for (const Trigger& trigger : card_.cancellation) {
      due.items.push_back(item(trigger, ""));
      due.items.back().who = agreement::listed({agreement::team_name(agreement_, Team::marketing),
                                                agreement::team_name(agreement_, Team::sales)},
                                               "or");
    }
    add(std::move(due));
  }

  void add_step(std::size_t index) {
    const agreement::EscalationStep& step = agreement_.escalation[index];
    Due due;
    due.action = step.action.empty() ? "Escalation step " + std::to_string(index + 1) : step.action;
    bool needs_hours = false;
    for (const Trigger& trigger : card_.escalations) {
      if (trigger.step != step.id) continue;
      Due::Item& added = due.items.emplace_back(item(trigger, step.id));
      added.who = follow_up_.who_in_words(step.notify, team_of(trigger.commitment));
      const scoring::ActBy by =
          follow_up_.by(step.respond_within, trigger.commitment, trigger.since);
      needs_hours = needs_hours || by.needs_hours;
      added.overdue = by.overdue;
      if (by.due) added.by = by_words(by);
    }
    if (!step.respond_within.empty()) {
      due.terms = "Answer within " + agreement::without_stop(step.respond_within) + ".";
    }
    if (needs_hours) due.terms += " The agreement has no business hours to count them by.";
    add(std::move(due));
  }

  // "by 6 Apr 2026, 17:00", "by the end of 6 Apr 2026".
  std::string by_words(const scoring::ActBy& by) const {
    const calendar::LocalTime local = zone_->to_local(*by.due);
    const calendar::Day date = calendar::day_of(local);
    std::string text = local == date * calendar::kSecondsPerDay ? "by the end of " + day(date - 1)
                                                                : "by " + moment(*by.due, *zone_);
    if (by.calendar != nullptr && agreement_.calendars.size() > 1) {
      text += ", counted by " + agreement::quoted(by.calendar->name);
    }
    return text;
  }

  void add_consequences() {
    Due due;
    due.kind = Due::Kind::consequences;
    due.action = "Agreed for missed promises";
    due.lines = agreement_.consequences;
    for (const Trigger& trigger : scoring::consequences(agreement_, card_.commitments)) {
      Due::Item& added = due.items.emplace_back(item(trigger, "consequences"));
      added.trigger.insert(0, "=");  // no step is called so by a person
      const std::size_t i = index_of(trigger.commitment);
      std::vector<std::string> owner;
      if (i < agreement_.commitments.size()) owner.push_back(agreement_.commitments[i].owner);
      added.who = follow_up_.who_in_words(owner, team_of(trigger.commitment));
    }
    add(std::move(due));
  }

  void add_reviews() {
    Due due;
    due.kind = Due::Kind::reviews;
    due.action = "Reviews to be held";
    for (const scoring::ReviewDue& each : scoring::reviews_due(agreement_, card_.as_of)) {
      const agreement::Review& review = agreement_.reviews[each.review];
      Due::Item item;
      item.commitment = review.title.empty() ? "Review" : review.title;
      item.why = (review.every == agreement::Every::week ? "about the " : "about ") +
                 period_name(each.period, review.every);
      item.since = day(each.since);
      item.who = follow_up_.who_in_words(review.attendees, Team::both);
      if (each.next) item.by = "before the next one is due on " + day(*each.next);
      item.trigger = "=review/" + review.id + "/" + calendar::format_day(each.since);
      due.items.push_back(std::move(item));
    }
    add(std::move(due));
  }

  const Agreement& agreement_;
  const scoring::Scorecard& card_;
  const calendar::Zone* zone_;
  scoring::FollowUp follow_up_;
  std::vector<Due> all_;
};

}  // namespace

std::vector<Due> due_of(const Agreement& agreement, const scoring::Scorecard& card) {
  return Dues(agreement, card).all();
}

}  // namespace leadpact::app
