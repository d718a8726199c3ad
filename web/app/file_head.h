// What a dropped file is, seen from its bytes alone.
//
//   bytes                         is
//   ----------------------------  --------------------------------------
//   a name in .json, or `{` first an agreement, or a saved scorecard where it
//                                 says so or is named .scorecard.json
//   a name in .ics, or            a calendar, of holidays
//   `BEGIN:VCALENDAR` first
//   `PK` first                    a workbook (or other archive): refused
//   a NUL that is not UTF-16's    no text: refused
//   anything else                 a table, CSV as CRMs write it
#ifndef LEADPACT_WEB_APP_FILE_HEAD_H_
#define LEADPACT_WEB_APP_FILE_HEAD_H_

#include <string>
#include <string_view>

#include "core/agreement/model.h"
#include "core/result.h"
#include "web/app/mapping.h"

namespace leadpact::app {

enum class FileKind : std::uint8_t {
  agreement,
  scorecard,
  disputes,
  table,
  calendar,
  workbook,
  empty,
  not_text
};

[[nodiscard]] FileKind kind_of(std::string_view name, std::string_view bytes);

// Why a file of that kind cannot be used, and what to do; for the last three.
[[nodiscard]] std::string refusal(FileKind kind);

// The columns and first rows. Of the first 20 records the header is the one
// that names most columns of the agreement's datasets (reports have titles
// above it); without an agreement or where none does, the first.
[[nodiscard]] Result<FileHead> read_head(std::string_view name, std::string_view bytes,
                                         const agreement::Agreement* agreement);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_FILE_HEAD_H_
