// The stages a lead goes through, ready to be put into an agreement.
//
//   preset                  stages, each with what it means
//   ----------------------  --------------------------------------------------
//   lead-mql-sql            Lead, Marketing qualified lead, Sales qualified lead
//   inq-aql-mql-sal-sql     Inquiry, Automation qualified lead, Marketing
//                           qualified lead, Sales accepted lead, Sales
//                           qualified lead
//
// What is there already stays as it is, known by its id ("mql") or its name;
// a lead and an inquiry are one, where leads come in.
// A stage begins with a rule where the data has a time for it: a lead is an SQL
// once “Became a Sales Qualified Lead Date” is filled. Where there is none it
// has no rule, and the advice on it says so.
//
// Sources: product.md, 2; domain.md, 6.
#ifndef LEADPACT_CORE_AGREEMENT_STAGE_PRESETS_H_
#define LEADPACT_CORE_AGREEMENT_STAGE_PRESETS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"

namespace leadpact::agreement {

struct StagePreset {
  std::string_view id;
  std::string_view name;  // "Lead, MQL, SQL"
};
[[nodiscard]] std::span<const StagePreset> stage_presets();

// Names of the preset's stages the agreement does not have, in their order.
[[nodiscard]] std::vector<std::string> missing_stages(const Agreement& agreement,
                                                      std::string_view preset);

// Adds them, each after the one before it in the preset. The place of the
// first new one; "" where none is missing or there is no such preset. A valid
// agreement stays valid.
std::string add_stages(Agreement& agreement, std::string_view preset);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_STAGE_PRESETS_H_
