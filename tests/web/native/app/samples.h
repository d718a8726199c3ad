// A small agreement and exports that go with it, for tests of the app and the
// screens. The people in them do not exist.
#ifndef LEADPACT_TESTS_WEB_NATIVE_APP_SAMPLES_H_
#define LEADPACT_TESTS_WEB_NATIVE_APP_SAMPLES_H_

#include <string>

#include "core/agreement/model.h"

namespace leadpact::app::samples {

// *.sla.json text. Two commitments (one a team), one dataset "leads" with
// Record ID, Email, Became an MQL and First contact.
[[nodiscard]] std::string agreement_json(const std::string& title = "Small agreement",
                                         const std::string& id = "small-1");
[[nodiscard]] agreement::Agreement agreement(const std::string& title = "Small agreement",
                                             const std::string& id = "small-1");
// The same with a second dataset "requests" of other columns.
[[nodiscard]] std::string two_datasets_json();

// Forty leads of January and February 2026, four of them late in February.
[[nodiscard]] std::string leads_csv();
// The same followed by so many more leads of the first months, each of its own.
[[nodiscard]] std::string many_leads_csv(int more);
// The same leads as another CRM names its columns.
[[nodiscard]] std::string renamed_leads_csv();
// The same with dates as day/month/year.
[[nodiscard]] std::string day_first_leads_csv();

}  // namespace leadpact::app::samples

#endif  // LEADPACT_TESTS_WEB_NATIVE_APP_SAMPLES_H_
