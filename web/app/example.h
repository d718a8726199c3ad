// The built-in example (core/example) as files given to the page, and agreements
// from templates.
#ifndef LEADPACT_WEB_APP_EXAMPLE_H_
#define LEADPACT_WEB_APP_EXAMPLE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "web/app/app.h"

namespace leadpact::app {

// Null where the build has none.
[[nodiscard]] const agreement::Agreement* example_agreement();
[[nodiscard]] std::vector<GivenFile> example_data();

// A template's agreement for a page opened at `now`: its first day is 1 January,
// of last year in the first quarter, so that what a CRM holds today can be
// scored. Nothing where there is no such template or it is invalid.
[[nodiscard]] std::optional<agreement::Agreement> from_template(std::string_view name,
                                                                std::int64_t now);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_EXAMPLE_H_
