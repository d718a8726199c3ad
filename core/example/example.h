// The example: an agreement and an export of about 5,000 leads that go together.
//
// The leads are those of an invented company as HubSpot would export them, from
// January to September 2026. Nobody in it exists and every address ends in
// .example. They have what real exports have: records twice, ragged rows,
// "(No value)" and "N/A", test leads of one's own, cells nobody can read
// ("58.8k", "TBD"), dates without a time, calls before the assignment, quotes,
// commas and line ends in cells, and a blank line at the end.
//
//   row   Record ID  Create Date       what is odd about it
//   ----  ---------  ----------------  ------------------------------------
//   2     40215      2026-01-01 00:32  nothing: it never became an MQL
//   last  -          -                 a blank line
//
// They are made when asked for, from a fixed seed, and are the same bytes on
// every platform: as a file they would be a seventh of the page.
#ifndef LEADPACT_CORE_EXAMPLE_EXAMPLE_H_
#define LEADPACT_CORE_EXAMPLE_EXAMPLE_H_

#include <string>
#include <string_view>

namespace leadpact::example {

// The agreement, as a file (agreement-format.md).
[[nodiscard]] std::string_view agreement_json();

// What its dataset "leads" reads: UTF-8, commas, LF.
[[nodiscard]] std::string leads_csv();

}  // namespace leadpact::example

#endif  // LEADPACT_CORE_EXAMPLE_EXAMPLE_H_
