// Findings about rows and about a dataset as a whole.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/agreement/finding_list.h"
#include "core/agreement/wording.h"
#include "core/calendar/time.h"
#include "core/data/presets.h"

namespace leadpact::agreement {
namespace {

using calendar::Instant;
using data::FieldType;

// "America/New_York" -> "New York".
std::string city_of(const std::string& zone) {
  std::string city = zone.substr(zone.rfind('/') + 1);
  std::replace(city.begin(), city.end(), '_', ' ');
  return city;
}

std::string place(const char* list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

// Whether the record that starts there counts. Rows lie in the order of files
// and lines.
bool is_kept(const data::Table& table, const data::OddRow& row) {
  std::size_t from = 0, to = table.rows();
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    if (std::pair(table.file(middle), table.line(middle)) < std::pair(row.file, row.line)) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from < table.rows() && table.file(from) == row.file && table.line(from) == row.line &&
         table.status(from) == data::RowStatus::kept;
}

// One more criterion that must hold, whatever was asked before.
void require(Condition& only, Criterion criterion) {
  if (!is_empty(only) && (only.match != Match::all || only.negate)) {
    Condition all;
    all.groups.push_back(std::move(only));
    only = std::move(all);
  }
  if (is_empty(only)) only = Condition();
  only.criteria.push_back(std::move(criterion));
}

std::string day_words(Instant instant, const calendar::Zone& zone) {
  return calendar::format_day(zone.day_at(instant));
}

}  // namespace

void FindingList::on_zone() {
  std::string columns;
  for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
    if (column(f).local_times > 0 && columns.empty()) columns = named(f);
  }
  if (columns.empty()) return;
  const std::string city = city_of(dataset_.time_zone);
  Finding& finding = add(Finding::Kind::question, "zone:" + dataset_.time_zone,
                         "Are the times of this export those of " + city + "?",
                         "Those of " + columns +
                             " do not say their time zone. Most CRMs write the times of the "
                             "person who exports. They are read as local times of " +
                             dataset_.time_zone + ".");
  leave(finding, "Yes, " + city);
  finding.answers.push_back(
      {"Choose another zone", nullptr, place("datasets", index_), "time_zone"});
}

void FindingList::on_nulls() {
  std::map<std::string, std::string> tokens;  // case folded, as written
  std::vector<std::string> columns;
  std::uint64_t cells = 0;
  for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
    std::uint64_t here = 0;
    for (const auto& [text, count] : column(f).nulls) {
      const std::string folded = data::without_accents(text);
      const bool known = std::any_of(
          dataset_.empty_values.begin(), dataset_.empty_values.end(),
          [&](const std::string& each) { return data::without_accents(each) == folded; });
      if (known) continue;
      tokens.emplace(folded, text);
      here += count;
    }
    if (here > 0) columns.push_back(named(f));
    cells += here;
  }
  if (tokens.empty()) return;
  std::vector<std::string> names, values;
  std::string key = "nulls:";
  for (const auto& [folded, text] : tokens) {
    names.push_back(quoted(text));
    values.push_back(text);
    key += folded + "|";
  }
  const bool many_columns = columns.size() > 3;
  Finding& finding =
      add(Finding::Kind::offer, std::move(key),
          (names.size() == 1 ? names[0] + " seems" : listed(names) + " seem") +
              " to mean that a cell is empty",
          count_words(cells, "cell", "cells") + " of " +
              (many_columns ? count_words(columns.size(), "column", "columns") : listed(columns)) +
              (cells == 1 ? " holds it. " : " hold this. ") +
              "In a text it counts as filled, elsewhere as unreadable.");
  answer(finding, cells == 1 ? "Take it as empty" : "Take them as empty",
         [values](Dataset& edited) {
           for (const std::string& value : values)
             edited.empty_values.push_back(value);
         });
  leave(finding, "Leave them as they are");
}

bool FindingList::odd_rows_count() const {
  const auto& odd = evidence_.all.odd;
  if (evidence_.table == nullptr) return !odd.empty();
  return std::any_of(odd.begin(), odd.end(),
                     [&](const data::OddRow& row) { return is_kept(*evidence_.table, row); });
}

// Filled in every record, now and as far as one can tell in the next file too,
// and in no odd row.
bool FindingList::exclude_odd_by(std::size_t f) const {
  const FieldType type = field(f).type;
  const bool lasting = field(f).key == dataset_.id_field || type == FieldType::timestamp;
  return lasting && column(f).readable(type) == evidence_.all.rows &&
         evidence_.all.odd_columns[f].readable(type) == 0;
}

void FindingList::on_odd_rows() {
  if (!odd_rows_count()) return;
  const std::uint64_t count = evidence_.all.odd_count;
  Finding& finding =
      add(Finding::Kind::offer, "odd_rows",
          count_words(count, "row is no record", "rows are no records"),
          "Totals and what a report writes below its rows: " + quoted(evidence_.all.odd[0].text) +
              (count > 1 ? " and " + whole(count - 1) + " more" : std::string()) +
              ". They count as records as long as the agreement does not leave them out.");
  for (const data::OddRow& row : evidence_.all.odd)
    finding.cells.push_back({row.text, row.file, row.line});

  std::size_t by = dataset_.fields.size();
  for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
    if (!exclude_odd_by(f)) continue;
    const bool id = field(f).key == dataset_.id_field;
    if (id || by == dataset_.fields.size()) by = f;
    if (id) break;
  }
  if (by < dataset_.fields.size()) {
    answer(finding, "Leave out rows without " + named(by), [key = field(by).key](Dataset& edited) {
      require(edited.only, {key, Op::is_filled, {}});
    });
    finding.evidence += " All " + whole(evidence_.all.rows) + " others have a " + named(by) + ".";
    return;
  }
  // By what their first cell says, where one column is that of all.
  std::vector<std::string> texts, beginnings;
  const int first = evidence_.all.odd.front().field;
  bool known = first >= 0 && field(static_cast<std::size_t>(first)).type == FieldType::text &&
               count == evidence_.all.odd.size();
  for (const data::OddRow& row : evidence_.all.odd) {
    known = known && row.field == first;
    const std::size_t cut = row.first.find("…");
    std::vector<std::string>& into = cut == std::string::npos ? texts : beginnings;
    const std::string text = row.first.substr(0, cut);
    if (std::find(into.begin(), into.end(), text) == into.end()) into.push_back(text);
  }
  constexpr std::size_t kMostTexts = 20;
  if (known && texts.size() + beginnings.size() <= kMostTexts) {
    answer(finding, "Leave out these rows",
           [key = field(static_cast<std::size_t>(first)).key, texts, beginnings](Dataset& edited) {
             if (!texts.empty()) require(edited.only, {key, Op::is_not, texts});
             if (!beginnings.empty()) require(edited.only, {key, Op::not_contains, beginnings});
           });
    return;
  }
  // The time that most records have.
  std::uint64_t most = 0;
  for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
    const FieldType type = field(f).type;
    if (evidence_.all.odd_columns[f].readable(type) > 0) continue;
    const std::uint64_t filled = column(f).readable(type);
    if (filled > most) {
      most = filled;
      by = f;
    }
  }
  if (most == 0) return;
  const std::uint64_t lost = evidence_.all.rows - most;
  finding.evidence += " " + count_words(lost, "record has", "records have") + " no " + named(by) +
                      " either and would be left out, too.";
  answer(finding, "Leave out rows without " + named(by), [key = field(by).key](Dataset& edited) {
    require(edited.only, {key, Op::is_filled, {}});
  });
}

void FindingList::on_repeats() {
  if (evidence_.table == nullptr) return;
  if (dataset_.id_field.empty()) {
    for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
      const bool id = data::meaning_of(field(f).column) == data::Meaning::id;
      if (!id || field(f).type != FieldType::text) continue;
      Finding& finding = add(Finding::Kind::offer, "no_id", "Nothing tells these rows apart",
                             "A record that is exported twice counts twice.");
      answer(finding, "Tell them apart by " + named(f),
             [key = field(f).key](Dataset& edited) { edited.id_field = key; });
      leave(finding, "Count every row");
      return;
    }
    return;
  }
  const std::uint64_t rows = evidence_.table->rows();
  const std::uint64_t repeats = data::count(*evidence_.table).duplicates;
  if (repeats == 0) return;
  std::string id = quoted(dataset_.id_field);
  for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
    if (field(f).key == dataset_.id_field) id = named(f);
  }
  const bool last = dataset_.keep == data::Keep::last;
  const bool one_file = evidence_.files.size() == 1;
  const bool many = one_file && repeats * 4 > rows;
  Finding& finding =
      add(many ? Finding::Kind::question : Finding::Kind::note, "repeats",
          many ? "Does " + id + " tell these rows apart?"
               : count_words(repeats, "row repeats a ", "rows repeat a ") + id,
          many ? whole(repeats) + " of " + whole(rows) +
                     " rows repeat one that was there. Only the " + (last ? "last" : "first") +
                     " of each counts now; a list of calls or visits has many rows a record."
               : std::string("Of rows with the same one only the ") + (last ? "last" : "first") +
                     " counts.");
  if (many) {
    leave(finding, "Yes, one row each");
    answer(finding, "No, count every row", [](Dataset& edited) { edited.id_field.clear(); });
  }
  answer(finding, last ? "Let the first count" : "Let the last count",
         [last](Dataset& edited) { edited.keep = last ? data::Keep::first : data::Keep::last; });
}

void FindingList::on_times_ahead() {
  const calendar::Zone* zone = calendar::Zone::find(agreement_.time_zone);
  if (evidence_.table == nullptr || zone == nullptr) return;
  const std::vector<std::optional<Instant>>& newest = evidence_.newest;
  constexpr Instant kDay = 86'400;
  constexpr Instant kFar = 400 * kDay;
  for (std::size_t f = 0; f < newest.size(); ++f) {
    if (!newest[f] || field(f).planned) continue;
    std::optional<Instant> others;
    for (std::size_t o = 0; o < newest.size(); ++o) {
      if (o != f) others = std::max(others, newest[o]);
    }
    if (!others || *newest[f] <= *others + kDay) continue;
    const data::Meaning meaning = data::meaning_of(field(f));
    const bool meeting =
        meaning == data::Meaning::meeting || meaning == data::Meaning::expected_close;
    if (!meeting && *newest[f] <= *others + kFar) continue;
    std::uint64_t ahead = 0;
    const data::Column& stamps = evidence_.table->column(static_cast<int>(f));
    for (const std::uint32_t row : evidence_.table->kept()) {
      const calendar::Stamp stamp = stamps.stamps[row];
      ahead += stamp.has_value() && instant_of(stamp, *zone) > *others ? 1u : 0u;
    }
    Finding& finding =
        add(Finding::Kind::offer, "ahead:" + field(f).key,
            named(f) + " reaches beyond every other time",
            count_words(ahead, "time lies", "times lie") + " after " + day_words(*others, *zone) +
                ", the newest of all others; the last is " + day_words(*newest[f], *zone) +
                ". The score is made as of the newest time, so it would be made as of then" +
                (meeting ? ", as if nothing more had happened until the meeting."
                         : ". If it is a mistake in the CRM, correct it there, or set another "
                           "time on Scorecard."));
    answer(finding, "It may lie in the future",
           [f](Dataset& edited) { edited.fields[f].planned = true; });
    leave(finding, "It is right as it is");
  }
}

void FindingList::on_days_alone() {
  for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
    if (column(f).date_only == 0) continue;
    const auto promises = judged_by_the_hour(agreement_, dataset_, field(f).key);
    if (promises.empty()) continue;
    std::vector<std::string> titles;
    titles.reserve(promises.size());
    for (const Commitment* each : promises)
      titles.push_back(quoted(each->title));
    Finding& finding = add(
        Finding::Kind::offer, "days_alone:" + field(f).key, named(f) + " holds days without a time",
        whole(column(f).date_only) + " of " + whole(column(f).stamps) +
            " dates have none. Hours cannot be counted from a day alone, so these records are "
            "left out of " +
            listed(titles) + ". Export the time too, or let the limit count days.");
    const auto in = [&](const std::vector<Commitment>& list, const char* name) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (&list[i] != promises.front()) continue;
        finding.answers.push_back({"Change its limit", nullptr, place(name, i), "measure.limit"});
      }
    };
    in(agreement_.commitments, "commitments");
    in(agreement_.goals, "goals");
    leave(finding, "Leave it as it is");
  }
}

}  // namespace leadpact::agreement
