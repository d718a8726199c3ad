// What a section of the agreement is for, and what can be added to it.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/paper.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using agreement::Section;
using app::State;
using ui::Emphasis;
using ui::Icon;

struct Offer {
  std::string_view target;  // a list to add to, or a part to take in hand
  std::string_view label;
};

struct SectionHelp {
  std::string_view empty;  // what belongs here
  std::vector<Offer> offers;
};

const SectionHelp& help_of(Section section) {
  static const std::array<SectionHelp, agreement::kSections> all = {{
      {"Who agrees with whom, from when to when, and whom to ask.",
       {{"agreement", "Write title, summary and dates"},
        {"teams", "Add a team"},
        {"contacts", "Add a contact"}}},
      {"Whom you want to reach: what a rep recognises the right lead by.",
       {{"personas", "Add a persona"}}},
      {"What a lead must be to count, stage by stage, and which export says so.",
       {{"stages", "Add a stage"}, {"datasets", "Add data"}}},
      {"One score both teams believe in: points for who a lead is and what it does.",
       {{"lead_scoring", "Choose the data"}, {"lead_scoring.rules", "Add a rule"}}},
      {"One number both teams are measured by, such as revenue from these leads.",
       {{"goal_maths", "Work out the numbers"}, {"goals", "Add a shared goal"}}},
      {"What each team promises the other, in a number and a time.",
       {{"library", "Add from the library"},
        {"commitments", "Add a promise"},
        {"calendars", "Add business hours"}}},
      {"How a lead goes over, who may hand it back, and what happens to it then.",
       {{"rejection", "Write hand-over and rejection"}, {"nurture", "Write nurture"}}},
      {"What follows when a promise is missed once, twice, three times.",
       {{"escalation", "Add a step"},
        {"consequences", "Write consequences"},
        {"cancellation", "Write the right to cancel"}}},
      {"When both teams look at the scorecard together.", {{"reviews", "Add a review"}}},
      {"", {}},
  }};
  return all[static_cast<std::size_t>(section)];
}

void take_offer(State& state, std::string_view target) {
  const bool is_part = target == "agreement" || target == "rejection" || target == "nurture" ||
                       target == "consequences" || target == "cancellation" ||
                       target == "lead_scoring";
  if (target == "library") {
    state.open_beside(State::Beside::library);
  } else if (target == "goal_maths") {
    state.open_beside(State::Beside::goal_maths);
  } else if (is_part) {
    state.select_part(std::string(target));
  } else {
    state.add_part(target);
  }
}

bool is_offered(const State& state, std::string_view target) {
  // Two teams agree.
  return target != "teams" || state.agreement()->teams.size() < 2;
}

}  // namespace

std::string_view purpose_of(Section section) {
  return help_of(section).empty;
}

void draw_offers(State& state, Section section) {
  if (help_of(section).offers.empty()) return;
  ui::begin_row();
  for (const Offer& offer : help_of(section).offers) {
    if (!is_offered(state, offer.target)) continue;
    const bool adds = agreement::size_of(*state.agreement(), offer.target) > 0 ||
                      offer.label.substr(0, 3) == "Add";
    if (state.take_reveal(offer.target)) ui::focus_next();
    if (ui::button(offer.label, Emphasis::quiet, adds ? Icon::add : Icon::edit)) {
      take_offer(state, offer.target);
    }
  }
  ui::end_row();
}

}  // namespace leadpact::screens
