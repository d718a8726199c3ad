#include "core/agreement/advice.h"

#include <algorithm>
#include <set>

#include "core/agreement/adviser.h"
#include "core/agreement/places.h"
#include "core/agreement/wording.h"
#include "core/calendar/time.h"

namespace leadpact::agreement {
namespace {

// How long a period is, to compare rhythms by.
int days_of(Every every) {
  switch (every) {
    case Every::week:
      return 7;
    case Every::month:
      return 30;
    case Every::quarter:
      return 91;
    case Every::year:
      return 365;
    case Every::term:
      break;
  }
  return 100000;
}

// Of the shortest period of that name.
int fewest_days_of(Every every) {
  if (every == Every::month) return 28;
  return every == Every::quarter ? 90 : days_of(every);
}

}  // namespace

std::vector<Advice> Adviser::run() {
  on_head();
  on_teams();
  on_contacts();
  on_personas();
  on_calendars();
  on_datasets();
  on_lead_scoring();
  on_stages();
  on_commitments();
  on_handover();
  on_misses();
  on_reviews();
  std::stable_sort(advice_.begin(), advice_.end(),
                   [](const Advice& a, const Advice& b) { return comes_before(a.place, b.place); });
  return std::move(advice_);
}

const Contact* Adviser::find_contact(std::string_view id) const {
  const auto found = std::find_if(agreement_.contacts.begin(), agreement_.contacts.end(),
                                  [&](const Contact& contact) { return contact.id == id; });
  return found == agreement_.contacts.end() ? nullptr : &*found;
}

void Adviser::on_head() {
  if (agreement_.title.empty()) {
    left_empty("title", "The agreement has no title. Name it so that both teams find it again.");
  }
  if (agreement_.summary.empty()) {
    add("summary",
        "There is no summary. Say in two sentences what both teams want to reach together.");
  }
  if (agreement_.ends_on.empty()) {
    add("ends_on",
        "The agreement has no end. Give it one, such as a year, so that it is negotiated again.");
  }
  const auto starts = calendar::parse_day(agreement_.starts_on);
  const auto ends = calendar::parse_day(agreement_.ends_on);
  if (starts && calendar::to_date(*starts).day != 1 && agreement_.reporting != Every::week) {
    add("starts_on",
        "It begins in the middle of a month, so the targets of the first month are scaled down. "
        "Begin on the first where you can.");
  }
  if (starts && ends && *ends - *starts + 1 < fewest_days_of(agreement_.reporting)) {
    add("reporting",
        "The agreement is over before one reporting period is. Report more often, or agree for "
        "longer.");
  }
  if (agreement_.goals.empty()) {
    add("goals",
        "There is no shared goal. Agree on one number, such as revenue from these leads, that "
        "both teams are measured by.");
  }
}

void Adviser::on_teams() {
  for (const Team team : {Team::marketing, Team::sales}) {
    const auto found =
        std::find_if(agreement_.teams.begin(), agreement_.teams.end(),
                     [&](const TeamProfile& profile) { return profile.team == team; });
    if (found == agreement_.teams.end()) {
      add("teams", "Nothing is said of " + who(team) +
                       ". Write what it is responsible for and "
                       "what it needs from the other team.");
      continue;
    }
    const std::string place =
        element("teams", static_cast<std::size_t>(found - agreement_.teams.begin()));
    if (found->responsibilities.empty()) {
      add(place + ".responsibilities", "No responsibility of " + who(team) +
                                           " is written down. "
                                           "List what it does for every lead.");
    }
    if (found->needs.empty()) {
      add(place + ".needs", "It is not said what " + who(team) +
                                " needs from the other team. "
                                "List it: half of the quarrels are about it.");
    }
  }
}

void Adviser::on_contacts() {
  for (const Team team : {Team::marketing, Team::sales}) {
    const bool any = std::any_of(
        agreement_.contacts.begin(), agreement_.contacts.end(),
        [&](const Contact& contact) { return contact.team == team || contact.team == Team::both; });
    if (!any) {
      add("contacts", who(team) + " has no point of contact. Name the person to ask.");
    }
  }
  for (std::size_t i = 0; i < agreement_.contacts.size(); ++i) {
    const Contact& contact = agreement_.contacts[i];
    if (contact.email.empty() && contact.phone.empty()) {
      add(element("contacts", i) + ".email",
          named(contact.name.empty() ? contact.role : contact.name, contact.id) +
              " can be reached by no e-mail and no phone. "
              "Give one of them.");
    }
  }
}

void Adviser::on_personas() {
  if (agreement_.personas.empty()) {
    add("personas",
        "No persona is described. Say whom you want to reach, or marketing and sales will each "
        "have another one in mind.");
  }
  for (std::size_t i = 0; i < agreement_.personas.size(); ++i) {
    const Persona& persona = agreement_.personas[i];
    if (persona.job_functions.empty() && persona.industries.empty() &&
        persona.company_size.empty()) {
      add(element("personas", i) + ".job_functions",
          named(persona.name, persona.id) +
              " has neither job functions nor industries nor a company size. Give what a rep "
              "recognises the lead by.");
    }
  }
}

void Adviser::on_handover() {
  const Rejection& rejection = agreement_.rejection;
  if (rejection.reasons.empty()) {
    add("rejection.reasons",
        "No reason is agreed for which a lead may be handed back. List them, or leads disappear "
        "without one.");
  } else {
    if (rejection.return_to.empty()) {
      left_empty("rejection.return_to",
                 "It is not said where a rejected lead goes. Name the list or the person.");
    }
    if (rejection.review_within.empty()) {
      left_empty("rejection.review_within",
                 "It is not said by when a rejected lead is looked at again. Give a time.");
    }
  }
  if (agreement_.nurture.empty()) {
    add("nurture",
        "It is not said what happens to leads that are not ready yet. Describe how they are "
        "nurtured and when they come back.");
  }
}

void Adviser::on_misses() {
  if (agreement_.escalation.empty()) {
    add("escalation",
        "Nothing follows when a promise is missed. Agree on a first step, such as both leads "
        "meeting within a week.");
  } else if (agreement_.consequences.empty() && agreement_.cancellation.missed_in_a_row <= 0) {
    add("consequences",
        "Misses lead to talks only: there are no consequences and no right to cancel. Write down "
        "what follows after the talks.");
  }
  double before = 0;
  for (std::size_t i = 0; i < agreement_.escalation.size(); ++i) {
    const EscalationStep& step = agreement_.escalation[i];
    const std::string place = element("escalation", i);
    const std::string name = "Step " + std::to_string(i + 1) + " of the escalation";
    if (step.notify.empty()) {
      left_empty(place + ".notify", name + " tells nobody. Name who is told.");
    }
    if (step.action.empty())
      left_empty(place + ".action", name + " says nothing to be done. Write it.");
    if (step.respond_within.empty()) {
      left_empty(place + ".respond_within",
                 name + " has no time by which it is answered. Give one.");
    }
    if (i > 0 && step.after_missed_in_a_row <= before) {
      add(place + ".after_missed_in_a_row",
          name + " does not come later than the step before it. Raise its number of misses.");
    }
    before = std::max(before, step.after_missed_in_a_row);
  }
  const Cancellation& right = agreement_.cancellation;
  if (right.missed_in_a_row <= 0) return;
  if (right.notice.empty()) {
    left_empty("cancellation.notice", "Cancelling needs no notice. Give a time, such as 30 days.");
  }
  const bool before_any_step =
      !agreement_.escalation.empty() &&
      right.missed_in_a_row <= agreement_.escalation.front().after_missed_in_a_row;
  if (before_any_step) {
    add("cancellation.missed_in_a_row",
        "One may cancel as soon as the first escalation step falls due. Let the steps come first.");
  }
}

void Adviser::on_reviews() {
  if (agreement_.reviews.empty()) {
    add("reviews",
        "No review is agreed. Meet at least once in each reporting period to look at the "
        "scorecard together.");
    return;
  }
  const auto most_often = std::min_element(
      agreement_.reviews.begin(), agreement_.reviews.end(),
      [](const Review& a, const Review& b) { return days_of(a.every) < days_of(b.every); });
  if (days_of(most_often->every) > days_of(agreement_.reporting)) {
    add(element("reviews", static_cast<std::size_t>(most_often - agreement_.reviews.begin())) +
            ".every",
        "Reviews are rarer than the reporting period, so scores pass unseen. Meet as "
        "often as scores are given.");
  }
  for (std::size_t i = 0; i < agreement_.reviews.size(); ++i) {
    const Review& review = agreement_.reviews[i];
    const std::string place = element("reviews", i);
    const std::string name = named(review.title, review.id);
    std::set<Team> teams;
    for (const std::string& id : review.attendees) {
      const Contact* contact = find_contact(id);
      if (contact == nullptr) continue;
      teams.insert(contact->team);
    }
    if (review.attendees.empty()) {
      left_empty(place + ".attendees", name + " has no attendees. Name who comes.");
    } else if (teams.size() == 1 && *teams.begin() != Team::both) {
      add(place + ".attendees",
          name + " is attended by " + who(*teams.begin()) + " only. Invite the other team.");
    }
    if (review.agenda.empty()) {
      left_empty(place + ".agenda", name + " has no agenda. Write what is gone through.");
    }
  }
}

std::vector<Advice> advice_on(const Agreement& agreement) {
  return Adviser(agreement).run();
}

}  // namespace leadpact::agreement
