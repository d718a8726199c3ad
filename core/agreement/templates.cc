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
  static const std::array<Template, 2> all = {{
      {"inbound", "Inbound B2B software",
       "For a marketing team that hands over leads from its website and a sales team that calls "
       "them. Volume, fit and data quality from one side, response times, attempts and reasons "
       "from the other, on HubSpot's columns; with personas, lead scoring, escalation and the "
       "right to cancel.",
       embedded_json("inbound")},
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
