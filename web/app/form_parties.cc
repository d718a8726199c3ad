// Forms of who agrees: the head, teams, contacts, personas, hand-over, what
// follows misses, reviews.
#include <set>
#include <string>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/sentence.h"
#include "web/app/form.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Every;
using agreement::Team;

std::vector<std::pair<Team, std::string>> teams(const Agreement& agreement) {
  return {{Team::marketing, agreement::team_name(agreement, Team::marketing)},
          {Team::sales, agreement::team_name(agreement, Team::sales)},
          {Team::both, "Both teams"}};
}

const std::vector<std::pair<Every, std::string>> kRhythms = {{Every::week, "Every week"},
                                                             {Every::month, "Every month"},
                                                             {Every::quarter, "Every quarter"},
                                                             {Every::year, "Every year"}};

Fields::Options promises(const Agreement& agreement) {
  Fields::Options options;
  for (const agreement::Commitment& each : agreement.commitments)
    options.emplace_back(each.id, each.title.empty() ? each.id : each.title);
  return options;
}

// Entries of a promise that is gone: it can be said whose they are, of some at
// a time.
template <typename T>
void walk_lost(Fields& fields, const Agreement& agreement, const char* list,
               std::vector<T>& entries) {
  constexpr std::size_t kShown = 20;
  Fields::Options options = promises(agreement);
  for (const agreement::Commitment& each : agreement.goals)
    options.emplace_back(each.id, each.title.empty() ? each.id : each.title);
  std::set<std::string> ids;
  for (const auto& option : options)
    ids.insert(option.first);
  std::size_t lost = 0;
  for (std::size_t i = 0; i < entries.size() && lost < kShown; ++i) {
    T& entry = entries[i];
    if (ids.count(entry.commitment) > 0) continue;
    ++lost;
    fields.choice(std::string(list) + "[" + std::to_string(i) + "].commitment",
                  "The entry of " + entry.on + " is about", entry.commitment, options);
  }
}

void walk_head(Fields& fields, Agreement& agreement) {
  fields.line("title", "Title", agreement.title, "As both teams speak of it.");
  fields.area("summary", "Summary", agreement.summary,
              "What both teams want to reach together, in two or three sentences.");
  fields.line("starts_on", "First day", agreement.starts_on, "Like 2026-01-01.");
  fields.line("ends_on", "Last day", agreement.ends_on, "Like 2026-12-31; empty: until ended.");
  fields.line("time_zone", "Time zone", agreement.time_zone,
              "Whose midnight ends a day, like America/New_York or Europe/Berlin.");
  fields.choice_of("reporting", "Scores are given", agreement.reporting, kRhythms);
  fields.number("fiscal_year_starts", "The business year begins in month",
                agreement.fiscal_year_starts, "1 for January; quarters and years follow it.");
  walk_lost(fields, agreement, "checkins", agreement.checkins);
  walk_lost(fields, agreement, "manual_values", agreement.manual_values);
}

void walk_team(Fields& fields, const Agreement& agreement, agreement::TeamProfile& profile) {
  if (profile.team == Team::unset) {
    fields.choice_of("team", "Team", profile.team, teams(agreement));
  }
  fields.line("name", "Name of the team", profile.name);
  fields.choice_of<Team>("team", "Which side", profile.team,
                         {{Team::marketing, "Marketing"}, {Team::sales, "Sales"}});
  fields.lines("responsibilities", "Is responsible for", profile.responsibilities);
  fields.lines("needs", "Needs from the other team", profile.needs);
}

void walk_contact(Fields& fields, const Agreement& agreement, agreement::Contact& contact) {
  fields.line("name", "Name", contact.name);
  fields.line("role", "Role", contact.role);
  fields.choice_of("team", "Team", contact.team, teams(agreement));
  fields.line("email", "E-mail", contact.email);
  fields.line("phone", "Phone", contact.phone);
}

void walk_persona(Fields& fields, agreement::Persona& persona) {
  fields.line("name", "Name", persona.name, "Such as “Operations Olivia”.");
  fields.lines("job_functions", "Job functions", persona.job_functions);
  fields.lines("industries", "Industries", persona.industries);
  fields.line("company_size", "Company size", persona.company_size);
  fields.lines("regions", "Regions", persona.regions);
  fields.line("budget", "Budget", persona.budget);
  fields.area("goals", "Goals", persona.goals);
  fields.area("pains", "Pains", persona.pains);
  fields.area("notes", "Notes", persona.notes, "Intent signals, what disqualifies, anything else.");
}

void walk_rejection(Fields& fields, Agreement& agreement) {
  agreement::Rejection& rejection = agreement.rejection;
  fields.area("process", "How a lead is handed over and back", rejection.process,
              "What goes with a lead, who may reject it, when silence means acceptance.");
  fields.lines("reasons", "Reasons to reject a lead", rejection.reasons);
  fields.line("return_to", "A rejected lead goes back to", rejection.return_to);
  fields.line("review_within", "And is reviewed within", rejection.review_within,
              "Such as 2 business days.");
}

void walk_step(Fields& fields, const Agreement& agreement, agreement::EscalationStep& step) {
  fields.note(agreement::escalation_sentence(agreement, step));
  fields.number("after_missed_in_a_row", "After how many missed periods in a row",
                step.after_missed_in_a_row);
  fields.area("action", "What is done then", step.action);
  fields.line("respond_within", "Answer due within", step.respond_within,
              "Such as 3 business days.");
  fields.many("notify", "Who is told", step.notify, contact_options(agreement, false));
  fields.many("commitments", "Of which promises", step.commitments, promises(agreement),
              "None chosen: of any promise.");
}

void walk_cancellation(Fields& fields, Agreement& agreement) {
  agreement::Cancellation& right = agreement.cancellation;
  fields.note(agreement::cancellation_sentence(agreement));
  fields.number("missed_in_a_row", "After how many missed periods in a row", right.missed_in_a_row,
                "0: there is no such right.");
  fields.line("notice", "Notice", right.notice, "Such as 30 days.");
  fields.area("terms", "Terms", right.terms);
  fields.many("commitments", "Of which promises", right.commitments, promises(agreement),
              "None chosen: of any promise.");
}

void walk_review(Fields& fields, const Agreement& agreement, agreement::Review& review) {
  fields.line("title", "Title", review.title);
  fields.choice_of("every", "How often", review.every, kRhythms);
  fields.area("agenda", "Agenda", review.agenda);
  fields.many("attendees", "Who comes", review.attendees, contact_options(agreement, false));
}

}  // namespace

void walk_parties(Fields& fields, Agreement& agreement, const std::string& place) {
  if (place == "agreement") return walk_head(fields, agreement);
  if (place == "rejection") return walk_rejection(fields, agreement);
  if (place == "cancellation") return walk_cancellation(fields, agreement);
  if (place == "nurture") {
    return fields.area("", "Nurture", agreement.nurture,
                       "What happens to leads that are not ready yet, and when they come back.");
  }
  if (place == "consequences") {
    return fields.lines("", "Consequences", agreement.consequences);
  }
  const auto spot = agreement::spot_of(place);
  if (!spot || spot->index >= agreement::size_of(agreement, spot->list)) return;
  const std::size_t i = spot->index;
  if (spot->list == "teams") walk_team(fields, agreement, agreement.teams[i]);
  if (spot->list == "contacts") walk_contact(fields, agreement, agreement.contacts[i]);
  if (spot->list == "personas") walk_persona(fields, agreement.personas[i]);
  if (spot->list == "escalation") walk_step(fields, agreement, agreement.escalation[i]);
  if (spot->list == "reviews") walk_review(fields, agreement, agreement.reviews[i]);
}

}  // namespace leadpact::app
