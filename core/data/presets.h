// Which CRM an export comes from, and what a column means, by its name.
//
// A name is brought down to the words that carry meaning (`normalised`), and
// looked up among names of one meaning in English, German, French and Spanish.
//
//   header                                   normalised          meaning
//   ---------------------------------------  ------------------  ---------
//   Deal - Value*                            value               amount
//   FirstCallDateTime                        first call          contacted
//   Date of first outreach                   first outreach      contacted
//   Date entered "Lead (Lifecycle Pipeline)" entered lead        created
//   Erster Kontakt                           erster kontakt      contacted
//   Deal - Title                             title               name
//   Fecha de creación                        creacion            created
//   Favourite colour                         favourite colour    none
//
//   headers                                  the CRM
//   ---------------------------------------  ------------------------------
//   Record ID, Contact owner, Create Date …  HubSpot, 12 of 14 its names
//   Email, Country                           none: anybody's spreadsheet
//
// Source: domain.md, 9.1.
#ifndef LEADPACT_CORE_DATA_PRESETS_H_
#define LEADPACT_CORE_DATA_PRESETS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/field.h"

namespace leadpact::data {

// In the order of the lines of kNames (presets.cc).
enum class Meaning : std::uint8_t {
  none,
  id,
  created,
  modified,
  mql,
  sal,
  sql,
  opportunity,
  customer,
  contacted,
  assigned,
  rejected,
  reason,
  meeting,
  expected_close,
  owner,
  employees,
  country,
  source,
  status,
  stage,
  amount,
  company,
  email,
  title,
  phone,
  demo,
  views,
  score,
  attempts,
  notes,
  name,
  first_name,
  last_name,
  industry,
};

// Lower case, no accents, entity prefixes (`Deal - `), marks, what stands in
// brackets, and no "date" or "time" at either end.
[[nodiscard]] std::string normalised(std::string_view header);

// All its words, in lower case and without accents: "CreatedDate" -> created, date.
[[nodiscard]] std::vector<std::string> name_words(std::string_view header);

// Of a header: of all its words, or else of its normalised name.
[[nodiscard]] Meaning meaning_of(std::string_view header);
// Of a field: of its column's name, or else of its key.
[[nodiscard]] Meaning meaning_of(const Field& field);
// The first text field that means this, an index; -1 for none.
[[nodiscard]] int find_text(const std::vector<Field>& fields, Meaning meaning);

// Lower case and without the accents of Western languages: "März" -> "marz".
[[nodiscard]] std::string without_accents(std::string_view text);

// The CRM whose names most of a header's are; `name` is empty for none.
struct CrmEvidence {
  std::string_view name;  // "HubSpot"
  std::size_t known = 0;  // of the header's names, how many are that CRM's
  std::size_t of = 0;     // names in the header, empty ones not counted
};
[[nodiscard]] CrmEvidence recognise_crm(const std::vector<std::string>& header);

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_PRESETS_H_
