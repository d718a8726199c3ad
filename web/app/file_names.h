// Names of files that are given away.
//
//   title                   ending      name
//   ----------------------  ----------  --------------------------
//   Inbound SLA (2026/27)   .sla.json   Inbound-SLA-2026-27.sla.json
//   ???                     .csv        agreement.csv
#ifndef LEADPACT_WEB_APP_FILE_NAMES_H_
#define LEADPACT_WEB_APP_FILE_NAMES_H_

#include <string>
#include <string_view>

namespace leadpact::app {

// A title as a file name every system takes.
[[nodiscard]] std::string file_name(std::string_view title, std::string_view ending);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_FILE_NAMES_H_
