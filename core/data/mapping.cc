// The two checks that refuse a wrong mapping (scoring.md, 2).
#include <algorithm>

#include "core/data/cells.h"
#include "core/data/csv_errors.h"
#include "core/data/table.h"

namespace leadpact::data {
namespace {

using calendar::Stamp;

constexpr std::uint64_t kFewCells = 20;

bool reads_badly(const Column& column, std::size_t row) {
  switch (column.type) {
    case FieldType::number:
      return is_invalid_number(column.numbers[row]);
    case FieldType::boolean:
      return column.booleans[row] == kInvalidBoolean;
    case FieldType::timestamp:
      return column.stamps[row].is_invalid();
    case FieldType::text:
    case FieldType::unset:
      break;
  }
  return false;
}

std::string expected(const Field& field) {
  switch (field.type) {
    case FieldType::number:
      return field.decimal == Decimal::point ? "a number like 1,234.50" : "a number like 1.234,50";
    case FieldType::boolean:
      return "yes or no";
    case FieldType::timestamp:
      return "a date like 2026-03-01 09:05";
    case FieldType::text:
    case FieldType::unset:
      break;
  }
  return "a text";
}

// A cell for a sentence: short, on one line.
std::string shown(std::string cell) {
  constexpr std::size_t kLongest = 60;
  for (char& c : cell) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  if (cell.size() <= kLongest) return cell;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80)
    --end;
  return cell.substr(0, end) + "...";
}

std::string named(const Field& field) {
  return "field " + field.key + ", column \"" + field.column + "\"";
}

std::string place_of_row(const Table& table, std::size_t row) {
  return place_of(table.file_names()[table.file(row)], table.line(row));
}

// Whether all dates of the form a/b/year are dates in the other order, given
// that some are none in the field's.
bool all_in_other_order(const Table& table, int field) {
  const DateOrder order = table.fields()[static_cast<std::size_t>(field)].date_order;
  const Column& column = table.column(field);
  for (const std::uint32_t row : table.kept()) {
    const Stamp stamp = column.stamps[row];
    // What is empty is no evidence, and of the other order is known already.
    if (stamp == Stamp::empty() || stamp.is_other_order()) continue;
    const OrderEvidence evidence = order_evidence(table.raw_cell(row, field));
    const auto own = order == DateOrder::mdy ? evidence.mdy : evidence.dmy;
    const auto other = order == DateOrder::mdy ? evidence.dmy : evidence.mdy;
    if (own && !other) return false;
  }
  return true;
}

// The first kept row with a date in the other order, where that is an error.
bool check_order(const Table& table, int field, Errors& errors) {
  const Field& spec = table.fields()[static_cast<std::size_t>(field)];
  const Column& column = table.column(field);
  for (const std::uint32_t row : table.kept()) {
    if (!column.stamps[row].is_other_order()) continue;
    if (!all_in_other_order(table, field)) return true;
    const bool mdy = spec.date_order == DateOrder::mdy;
    errors.push_back({ErrorCode::wrong_date_order, place_of_row(table, row),
                      "\"" + shown(table.raw_cell(row, field)) + "\" (" + named(spec) + ") is " +
                          (mdy ? "a date only with the day first, and so can be every date of this "
                                 "column; dates with the month first were expected."
                               : "a date only with the month first, and so can be every date of "
                                 "this column; dates with the day first were expected.")});
    return false;
  }
  return true;
}

// The forms of the dates of the kept rows, from those of all rows: what was left
// out is read again and taken off.
DateForms kept_dates(const Table& table, int field, const TableCounts& counts) {
  DateForms dates = counts.fields[static_cast<std::size_t>(field)].dates;
  const bool none = dates.month_first + dates.day_first + dates.either == 0;
  if (none || counts.duplicates + counts.excluded == 0) return dates;
  const Column& column = table.column(field);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.status(row) == RowStatus::kept || column.stamps[row] == Stamp::empty()) continue;
    const OrderEvidence evidence = order_evidence(table.raw_cell(row, field));
    dates.month_first -= evidence.mdy && !evidence.dmy;
    dates.day_first -= evidence.dmy && !evidence.mdy;
    dates.either -= evidence.mdy && evidence.dmy && *evidence.mdy != *evidence.dmy;
  }
  return dates;
}

void check_readable(const Table& table, int field, const TableCounts& table_counts,
                    Errors& errors) {
  const FieldCounts& counts = table_counts.fields[static_cast<std::size_t>(field)];
  if (counts.filled < kFewCells || counts.invalid * 2 <= counts.filled) return;
  const Field& spec = table.fields()[static_cast<std::size_t>(field)];
  const Column& column = table.column(field);
  const std::uint32_t first =
      *std::find_if(table.kept().begin(), table.kept().end(),
                    [&](std::uint32_t row) { return reads_badly(column, row); });
  std::string message = "\"" + shown(table.raw_cell(first, field)) + "\" (" + named(spec) +
                        ") and more than half of the filled cells of this column, " +
                        std::to_string(counts.invalid) + " of " + std::to_string(counts.filled) +
                        ", cannot be read; " + expected(spec) + " was expected.";
  // Not the column is wrong then, but the order.
  const bool mdy = spec.date_order == DateOrder::mdy;
  const DateForms dates = kept_dates(table, field, table_counts);
  const std::uint64_t turned = dates.only(mdy ? DateOrder::dmy : DateOrder::mdy);
  const bool by_order = turned * 2 > counts.invalid && turned > dates.only(spec.date_order);
  if (by_order) {
    message +=
        " " + std::to_string(turned) + " are dates with the " + (mdy ? "day" : "month") + " first.";
  }
  errors.push_back({by_order ? ErrorCode::wrong_date_order : ErrorCode::wrong_mapping,
                    place_of_row(table, first), std::move(message)});
}

}  // namespace

Errors check_mapping(const Table& table) {
  const TableCounts counts = count(table);
  Errors errors;
  for (std::size_t i = 0; i < counts.fields.size(); ++i) {
    if (counts.fields[i].invalid == 0) continue;
    const auto field = static_cast<int>(i);
    // Dates in the other order explain what cannot be read; one sentence then.
    if (table.fields()[i].type == FieldType::timestamp && !check_order(table, field, errors)) {
      continue;
    }
    check_readable(table, field, counts, errors);
  }
  return errors;
}

std::vector<UndecidedDates> undecided_dates(const Table& table) {
  std::vector<UndecidedDates> undecided;
  const std::vector<Field>& fields = table.fields();
  const std::vector<FieldCounts> counts = count(table).fields;
  const auto is_shown = [&](DateOrder order) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].date_order == order && counts[i].dates.only(order) > 0) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const DateForms& dates = counts[i].dates;
    const DateOrder own = fields[i].date_order;
    const DateOrder opposite = own == DateOrder::mdy ? DateOrder::dmy : DateOrder::mdy;
    const bool contradicted = dates.only(opposite) > dates.only(own);
    if (dates.either == 0 || (!contradicted && is_shown(own))) continue;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string cell = table.raw_cell(row, static_cast<int>(i));
      const OrderEvidence evidence = order_evidence(trim(cell));
      if (!evidence.mdy || !evidence.dmy || *evidence.mdy == *evidence.dmy) continue;
      undecided.push_back({static_cast<int>(i), contradicted, std::string(trim(cell)),
                           *evidence.mdy, *evidence.dmy});
      break;
    }
  }
  return undecided;
}

}  // namespace leadpact::data
