#include "core/agreement/findings.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/agreement/finding_list.h"
#include "core/agreement/validate.h"
#include "core/agreement/wording.h"
#include "core/calendar/limit.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

using data::ColumnProfile;
using data::DateOrder;
using data::Decimal;
using data::FieldType;

const char* first_word(DateOrder order) {
  return order == DateOrder::mdy ? "month first" : "day first";
}
DateOrder other(DateOrder order) {
  return order == DateOrder::mdy ? DateOrder::dmy : DateOrder::mdy;
}

// "day first: 4,942 of 8,000 values cannot be month first"
std::string order_words(DateOrder order, const data::DateForms& dates) {
  const std::uint64_t all = dates.month_first + dates.day_first + dates.either;
  return std::string(first_word(order)) + ": " + whole(dates.only(order)) + " of " + whole(all) +
         " values cannot be " + first_word(other(order));
}

std::string examples(const data::Seen& seen) {
  std::vector<std::string> texts;
  for (const data::CellAt& cell : seen.first) {
    if (texts.size() == 3) break;
    std::string text = quoted(cell.text);
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  return listed(texts);
}

}  // namespace

std::string count_words(std::uint64_t count, const char* one, const char* many) {
  return whole(count) + " " + (count == 1 ? one : many);
}

// ---- The list ---------------------------------------------------------------------

Finding& FindingList::add(Finding::Kind kind, std::string key, std::string title,
                          std::string evidence) {
  Finding& finding = found_.emplace_back();
  finding.kind = kind;
  finding.key = std::move(key);
  finding.title = std::move(title);
  finding.evidence = std::move(evidence);
  return finding;
}

void FindingList::answer(Finding& finding, std::string label, std::function<void(Dataset&)> edit) {
  Agreement changed = agreement_;
  edit(changed.datasets[index_]);
  if (changed.datasets[index_] == dataset_ || !validate(changed).empty()) return;
  finding.answers.push_back({std::move(label), std::move(edit), "", ""});
}

void FindingList::leave(Finding& finding, std::string label) const {
  finding.answers.push_back({std::move(label), nullptr, "", ""});
}

std::string FindingList::named(std::size_t index) const {
  return quoted(field(index).column);
}

std::vector<Finding> FindingList::take() {
  std::stable_sort(found_.begin(), found_.end(),
                   [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
  return std::move(found_);
}

// ---- Of each column -----------------------------------------------------------------

void FindingList::on_dates(std::size_t f) {
  const data::DateForms& dates = column(f).dates;
  const DateOrder own = field(f).date_order, opposite = other(own);
  if (dates.only(opposite) == 0) return;
  const std::string key = field(f).key;
  const auto read_other = [f, opposite](Dataset& edited) {
    edited.fields[f].date_order = opposite;
  };
  if (dates.only(own) > 0) {
    Finding& mixed =
        add(Finding::Kind::offer, "order:" + key, named(f) + " holds dates in both orders",
            "They are read " + order_words(own, dates) + "; " + order_words(opposite, dates) +
                " and count as empty. " +
                (dates.either > 0 ? count_words(dates.either, "value", "values") +
                                        " could be either and may be read as another day. "
                                  : std::string()) +
                "Export the column in one order if you can.");
    answer(mixed, std::string("Read it ") + first_word(opposite), read_other);
    leave(mixed, std::string("Keep reading it ") + first_word(own));
  }
  // One order a file: the settings know only one for all.
  for (std::size_t i = 0; i < evidence_.files.size() && evidence_.files.size() > 1; ++i) {
    const data::DateForms& file = evidence_.files[i].columns[f].dates;
    if (file.only(opposite) == 0 || file.only(own) > 0) continue;
    if (dates.only(own) == 0) continue;
    (void)add(Finding::Kind::note, "file_order:" + key + ":" + evidence_.names[i],
              "“" + evidence_.names[i] + "” writes " + named(f) + " " + first_word(opposite) +
                  ", the other files do not",
              order_words(opposite, file) + ". " + count_words(file.either, "value", "values") +
                  " that could be either are read " + first_word(own) +
                  ", so as another day. Export all files with the same settings.");
  }
}

void FindingList::on_numbers(std::size_t f) {
  const ColumnProfile& values = column(f);
  const bool point = field(f).decimal == Decimal::point;
  const std::uint64_t own = point ? values.point_only : values.comma_only;
  const std::uint64_t against = point ? values.comma_only : values.point_only;
  if (against == 0 && (own > 0 || values.either_decimal.count == 0)) return;
  const auto edit = [f, point](Dataset& edited) {
    edited.fields[f].decimal = point ? Decimal::comma : Decimal::point;
  };
  const char* const as_point = "1,234.50";
  const char* const as_comma = "1.234,50";
  if (against > own) {
    Finding& finding =
        add(Finding::Kind::offer, "decimal:" + field(f).key,
            named(f) + " writes its decimals with a " + (point ? "comma" : "point"),
            whole(against) + " of " + whole(values.numbers) + " values cannot be read with a " +
                (point ? "point" : "comma") + ", as the agreement has it, and count as empty.");
    answer(finding, std::string("Read it like ") + (point ? as_comma : as_point), edit);
    return;
  }
  if (own > 0) return;  // the few against it count as unreadable cells
  const data::CellAt& first = values.either_decimal.first.front();
  const auto read = data::parse_number(first.text, field(f).decimal);
  const auto turned = data::parse_number(first.text, point ? Decimal::comma : Decimal::point);
  if (!read || !turned) return;
  const std::string now = grouped(digits(*read)), then = grouped(digits(*turned));
  // Three decimals are rare, so a mark read as theirs is asked about; a mark of
  // thousands is as good as sure.
  const bool as_decimals = std::abs(*read) < std::abs(*turned);
  Finding& finding =
      add(as_decimals ? Finding::Kind::question : Finding::Kind::note, "decimal:" + field(f).key,
          "Is " + quoted(first.text) + " in " + named(f) + " " + now + " or " + then + "?",
          whole(values.either_decimal.count) + " of " + whole(values.numbers) +
              " values could be either, and none says which. Now it is read as " + now + ".");
  finding.cells = values.either_decimal.first;
  leave(finding, "It is " + now);
  answer(finding, "It is " + then, edit);
}

void FindingList::note(std::size_t f, const char* key, const data::Seen& seen, std::string title,
                       const std::string& advice, bool as_text) {
  if (seen.count == 0) return;
  Finding& finding =
      add(Finding::Kind::note, std::string(key) + ":" + field(f).key, std::move(title),
          examples(seen) + (seen.count == 1 ? " is" : " are") + " no " +
              (field(f).type == FieldType::number ? "number" : "date") +
              " and counted as empty: " + count_words(seen.count, "cell", "cells") + " of " +
              whole(column(f).filled) + ". " + advice);
  finding.cells = seen.first;
  if (as_text) {
    answer(finding, "Read it as text",
           [f](Dataset& edited) { edited.fields[f].type = FieldType::text; });
  }
}

void FindingList::on_unreadable(std::size_t f) {
  const ColumnProfile& values = column(f);
  note(f, "ranges", values.ranges, named(f) + " holds ranges",
       "A range is no number; rules can compare it as text.", true);
  note(f, "words", values.with_words, named(f) + " holds numbers with words",
       "Export the number alone, without unit or abbreviation.", true);
  note(f, "months", values.months, named(f) + " names months in another language",
       "English month names and dates in digits are read; export it so.", false);
  if (values.serials.count > 0 && values.serials.count < values.stamps) {
    Finding& finding =
        add(Finding::Kind::note, "serials:" + field(f).key,
            named(f) + " holds a spreadsheet's day numbers among its dates",
            examples(values.serials) + " among " + whole(values.stamps) +
                " dates: " + count_words(values.serials.count, "cell is", "cells are") +
                " read as days since 1899-12-30.");
    finding.cells = values.serials.first;
  }
}

void FindingList::on_emptiness() {
  std::vector<std::string> empty;
  std::string key = "empty:";
  for (std::size_t f = 0; f < dataset_.fields.size(); ++f) {
    on_doubled(f);
    if (column(f).filled > 0) continue;
    empty.push_back(named(f));
    key += field(f).key + "|";
  }
  if (empty.empty() || evidence_.all.rows == 0) return;
  (void)add(Finding::Kind::note, std::move(key),
            listed(empty) + (empty.size() == 1 ? " is" : " are") + " empty in every row",
            "What counts by such a column counts nothing. If another column of the file holds it, "
            "press Change columns.");
}

void FindingList::on_doubled(std::size_t f) {
  const auto& twice = evidence_.doubled;
  if (std::find(twice.begin(), twice.end(), field(f).column) != twice.end()) {
    (void)add(Finding::Kind::note, "twice:" + field(f).key,
              named(f) + " stands twice in the header",
              "The first of the two is read. If the other one is meant, rename it in the file.");
  }
}

// ---- All --------------------------------------------------------------------------

std::vector<Finding> findings_of(const Agreement& agreement, std::size_t dataset,
                                 const Evidence& evidence) {
  FindingList list(agreement, dataset, evidence);
  const std::size_t fields = agreement.datasets[dataset].fields.size();
  if (evidence.all.columns.size() != fields || evidence.all.odd_columns.size() != fields) return {};
  list.on_zone();
  for (std::size_t f = 0; f < fields; ++f) {
    list.on_dates(f);
    list.on_numbers(f);
  }
  list.on_odd_rows();
  list.on_nulls();
  list.on_times_ahead();
  list.on_days_alone();
  list.on_repeats();
  for (std::size_t f = 0; f < fields; ++f)
    list.on_unreadable(f);
  list.on_emptiness();
  return list.take();
}

std::string evidence_words(const data::Field& field, const ColumnProfile& column) {
  if (column.filled == 0) return "empty in every row";
  const std::uint64_t values = column.filled - column.null_count;
  const std::uint64_t read = column.readable(field.type);
  std::string text = whole(read) + (read == values ? " " : " of " + whole(values) + " ");
  const data::DateForms& dates = column.dates;
  switch (field.type) {
    case FieldType::number:
      text += read == 1 ? "number" : "numbers";
      if (column.comma_only > 0 && column.point_only == 0) text += ", decimals with a comma";
      if (column.point_only > 0 && column.comma_only == 0) text += ", decimals with a point";
      break;
    case FieldType::boolean:
      text += "yes or no";
      break;
    case FieldType::timestamp:
      text += read == 1 ? "date" : "dates";
      if (column.date_only > 0 && column.date_only < read) {
        text += ", " + whole(column.date_only) + " without a time";
      } else if (column.date_only > 0) {
        text += " without a time";
      }
      for (const DateOrder order : {DateOrder::mdy, DateOrder::dmy}) {
        if (dates.only(order) > 0) text += "; " + order_words(order, dates);
      }
      if (dates.either > 0 && dates.month_first + dates.day_first == 0) {
        text += std::string("; nothing in it says whether month or day comes first, read ") +
                first_word(field.date_order);
      }
      break;
    case FieldType::text:
    case FieldType::unset:
      text = whole(values) + (values == 1 ? " cell is filled" : " cells are filled");
      break;
  }
  if (column.null_count > 0) {
    text += "; " + count_words(column.null_count, "cell", "cells") + " like " +
            quoted(column.nulls.front().first);
  }
  return text;
}

std::vector<const Commitment*> judged_by_the_hour(const Agreement& agreement,
                                                  const Dataset& dataset, std::string_view field) {
  std::vector<const Commitment*> found;
  for (const std::vector<Commitment>* list : {&agreement.commitments, &agreement.goals}) {
    for (const Commitment& commitment : *list) {
      const Measure& measure = commitment.measure;
      if (measure.dataset != dataset.id || (measure.from != field && measure.to != field)) continue;
      bool by_the_hour = measure.kind == Kind::median_time && !measure.calendar.empty();
      if (measure.kind == Kind::within) {
        const auto limit = calendar::parse_limit(measure.limit);
        by_the_hour = limit && limit->unit != calendar::LimitUnit::day;
      }
      if (by_the_hour) found.push_back(&commitment);
    }
  }
  return found;
}

}  // namespace leadpact::agreement
