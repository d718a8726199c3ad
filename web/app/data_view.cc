#include "web/app/data_view.h"

#include "core/agreement/findings.h"
#include "core/agreement/wording.h"
#include "core/calendar/zone.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

std::string unreadable_as(const data::Field& field) {
  switch (field.type) {
    case data::FieldType::number:
      return "no number";
    case data::FieldType::boolean:
      return "neither yes nor no";
    case data::FieldType::timestamp:
      return "no date";
    case data::FieldType::text:
    case data::FieldType::unset:
      break;
  }
  return "unreadable";
}

}  // namespace

std::vector<CountLine> count_lines(const agreement::Agreement& agreement,
                                   const agreement::Dataset& dataset,
                                   const scoring::DatasetReport& report) {
  const Noun noun = record_noun(dataset);
  std::vector<CountLine> lines;
  using Rows = RowsOf::Kind;
  const auto add = [&](std::uint64_t count, std::string what, std::string why, Rows rows,
                       const std::string& field = {}) {
    if (count == 0) return;
    lines.push_back({whole(count), std::move(what), std::move(why), true, {rows, field}});
  };
  std::string newest;
  const calendar::Zone* zone = calendar::Zone::find(agreement.time_zone);
  if (report.newest && zone != nullptr) {
    newest = "The newest time in them is " + moment(*report.newest, *zone) + ".";
  }
  lines.push_back({whole(report.rows),
                   (report.rows == 1 ? noun.one + " counts" : noun.many + " count"),
                   newest,
                   false,
                   {}});
  const bool one_copy = report.duplicates == 1;
  add(report.duplicates,
      std::string(one_copy ? "row repeats a " : "rows repeat a ") +
          quoted_column(dataset, dataset.id_field),
      std::string("Of rows with the same one only the ") +
          (dataset.keep == data::Keep::last ? "last" : "first") + " counts.",
      Rows::duplicates);
  add(report.excluded,
      report.excluded == 1 ? "row is left out by the agreement"
                           : "rows are left out by the agreement",
      "It says which rows of this data count; test leads and totals rows do not.", Rows::excluded);
  add(report.ragged_rows,
      report.ragged_rows == 1 ? "row has more or fewer cells than the header"
                              : "rows have more or fewer cells than the header",
      "Cells that are missing are taken as empty, cells too many are not read.", Rows::ragged);
  for (const scoring::FieldCount& invalid : report.invalid_cells) {
    const data::Field* field = agreement::find_field(dataset, invalid.field);
    if (field == nullptr) continue;
    add(invalid.count,
        std::string(invalid.count == 1 ? "cell" : "cells") + " of “" + field->column + "” " +
            (invalid.count == 1 ? "is " : "are ") + unreadable_as(*field),
        invalid.count == 1 ? "It is taken as empty." : "They are taken as empty.", Rows::invalid,
        field->key);
  }
  for (const scoring::FieldCount& date_only : report.date_only_cells) {
    const data::Field* field = agreement::find_field(dataset, date_only.field);
    if (field == nullptr) continue;
    std::vector<std::string> promises;
    for (const agreement::Commitment* each :
         agreement::judged_by_the_hour(agreement, dataset, field->key)) {
      promises.push_back("“" + each->title + "”");
    }
    add(date_only.count,
        std::string(date_only.count == 1 ? "cell" : "cells") + " of “" + field->column + "” " +
            (date_only.count == 1 ? "is a day" : "are days") + " without a time",
        promises.empty() ? "No promise counts hours from or to it, so nothing is left out."
                         : "Hours cannot be counted from a day alone, so these " + noun.many +
                               " are left out of " + agreement::listed(promises) + ".",
        Rows::date_only, field->key);
  }
  return lines;
}

}  // namespace leadpact::app
