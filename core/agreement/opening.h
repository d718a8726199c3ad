// Opening hours as they are written, for counting and for checking.
#ifndef LEADPACT_CORE_AGREEMENT_OPENING_H_
#define LEADPACT_CORE_AGREEMENT_OPENING_H_

#include <optional>
#include <string_view>

#include "core/agreement/model.h"
#include "core/calendar/hours.h"

namespace leadpact::agreement {

// Minutes after midnight of `HH:MM`, 00:00 to 23:59; nothing else.
[[nodiscard]] std::optional<int> parse_opening(std::string_view text);
// The same for the end of an interval, where 24:00 is allowed too.
[[nodiscard]] std::optional<int> parse_closing(std::string_view text);
// Monday is 0; nothing for what is not `mon` to `sun`.
[[nodiscard]] std::optional<int> parse_weekday(std::string_view text);

// What calendar::Hours is made from. Parts that cannot be read are left out,
// the zone is null where it is unknown; a valid calendar has neither.
[[nodiscard]] calendar::HoursSpec hours_spec(const Calendar& calendar);

// Whether Hours(spec) would hold no opening time at all, without building it:
// validation runs after every edit. `spec.zone` must be set.
[[nodiscard]] bool is_never_open(const calendar::HoursSpec& spec);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_OPENING_H_
