// Agreements to start from.
//
// A template is a valid agreement file with the names of people left out. It
// is embedded by the build from assets/templates; whoever starts an agreement
// from one gives it an id and a first day of its own, since the core knows
// neither chance nor the clock.
//
//   name      title
//   --------  -----------------------------------------------------------
//   inbound   Inbound B2B SaaS
//   outbound  Outbound and events
//   partner   Partner and channel
//   agency    Agency and client: requests and their deadlines
//   starter   One-page starter
//   blank     From nothing: only the two teams and office hours
#ifndef LEADPACT_CORE_AGREEMENT_TEMPLATES_H_
#define LEADPACT_CORE_AGREEMENT_TEMPLATES_H_

#include <span>
#include <string_view>

namespace leadpact::agreement {

struct Template {
  std::string_view name;         // what a command line calls it
  std::string_view title;        // what a list shows
  std::string_view description;  // a sentence or two: for whom, and what is in it
  std::string_view json;         // the text of a *.sla.json file
};

// In the order in which to offer them.
[[nodiscard]] std::span<const Template> templates();

// The template of that name, or null.
[[nodiscard]] const Template* find_template(std::string_view name);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_TEMPLATES_H_
