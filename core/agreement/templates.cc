#include "core/agreement/templates.h"

#include <algorithm>
#include <array>
#include <string>

#include "embedded/templates.h"

namespace leadpact::agreement {
namespace {

std::string_view embedded_json(std::string_view name) {
  const std::string file = std::string(name) + ".sla.json";
  for (const auto& embedded : embedded::templates()) {
    if (embedded.name == file) return embedded.bytes;
  }
  return {};
}

}  // namespace

std::span<const Template> templates() {
  static const std::array<Template, 6> all = {{
      {"inbound", "Inbound B2B SaaS",
       "For a marketing team that hands over leads from its website and a sales team that calls "
       "them. Volume, fit and data quality from one side, response times, attempts and reasons "
       "from the other, on HubSpot's columns; with personas, lead scoring, escalation and the "
       "right to cancel.",
       embedded_json("inbound")},
      {"outbound", "Outbound and events",
       "For a marketing team that picks target accounts and runs events, and reps who approach "
       "every contact. Workable contacts and hand-over from one side, first approach, attempts, "
       "replies and meetings from the other, on Salesforce's columns; with personas, lead "
       "scoring, escalation and the right to cancel.",
       embedded_json("outbound")},
      {"partner", "Partner and channel",
       "For a partner marketing team whose partners register deals, and a channel team that "
       "decides about them. Registrations, value and spread from one side, decisions, joint calls "
       "and channel conflicts from the other, on the columns of a partner portal; with points for "
       "registrations, escalation and the right to cancel.",
       embedded_json("partner")},
      {"agency", "Agency and client",
       "For an agency and the client whose requests it works on. Acknowledgements and delivery "
       "times from one side, briefs, feedback and the agreed channel from the other, on a list of "
       "requests; with an escalation channel and its fee, credits and the right to cancel.",
       embedded_json("agency")},
      {"starter", "One-page starter",
       "For two teams that have never had an agreement: five promises on one page and five "
       "columns of the CRM. Volume and quality from one side, response and reasons from the "
       "other, and a meeting once a month.",
       embedded_json("starter")},
      {"blank", "From nothing",
       "Only the two teams and office hours. Everything else is yours to write.",
       embedded_json("blank")},
  }};
  return all;
}

const Template* find_template(std::string_view name) {
  const auto all = templates();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Template& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace leadpact::agreement
