#include "web/app/row_list.h"

#include <algorithm>
#include <utility>

#include "core/data/cell_profile.h"
#include "core/exchange/sheet.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

using data::RowStatus;

std::string row_text(const data::Table& table, std::size_t row, bool ragged) {
  constexpr std::size_t kCells = 8;
  const data::Table::RawRecord record = table.raw_record(row, kCells * 4);
  std::string text;
  std::size_t shown = 0;
  for (const std::string& cell : record.cells) {
    if (cell.empty()) continue;
    if (shown++ == kCells) {
      text += " · …";
      break;
    }
    text += (text.empty() ? "" : " · ") + data::shortened_cell(cell);
  }
  if (text.empty()) text = "(no cell is filled)";
  if (!ragged) return text;
  return counted(record.count, "cell") + " where the header has " + whole(record.width) + ": " +
         text;
}

bool is_invalid(const data::Column& column, std::size_t row) {
  switch (column.type) {
    case data::FieldType::number:
      return data::is_invalid_number(column.numbers[row]);
    case data::FieldType::boolean:
      return column.booleans[row] == data::kInvalidBoolean;
    case data::FieldType::timestamp:
      return column.stamps[row].is_invalid();
    case data::FieldType::text:
    case data::FieldType::unset:
      break;
  }
  return false;
}

}  // namespace

RowList::RowList(const data::Table& table, RowsOf rows)
    : table_(&table), rows_(std::move(rows)), field_(table.find_field(rows_.field)) {
  find_next();
  show_more();
}

bool RowList::is_one(std::size_t row) const {
  const RowStatus status = table_->status(row);
  switch (rows_.kind) {
    case RowsOf::Kind::kept:
      return status == RowStatus::kept;
    case RowsOf::Kind::duplicates:
      return status == RowStatus::duplicate;
    case RowsOf::Kind::excluded:
      return status == RowStatus::excluded;
    case RowsOf::Kind::ragged:
      return status == RowStatus::kept && table_->ragged(row);
    case RowsOf::Kind::invalid:
      return field_ >= 0 && status == RowStatus::kept && is_invalid(table_->column(field_), row);
    case RowsOf::Kind::date_only:
      break;
  }
  if (field_ < 0 || status != RowStatus::kept) return false;
  const data::Column& column = table_->column(field_);
  return column.type == data::FieldType::timestamp && column.stamps[row].has_value() &&
         column.stamps[row].date_only();
}

void RowList::find_next() {
  while (next_ < table_->rows() && !is_one(next_))
    ++next_;
}

void RowList::show_more() {
  const std::size_t until = std::min(lines_.size() + kPage, kMost);
  while (lines_.size() < until && next_ < table_->rows()) {
    RowLine& line = lines_.emplace_back();
    line.place = table_->file_names()[table_->file(next_)] + ", line " + whole(table_->line(next_));
    if (field_ >= 0) line.cell = data::shortened_cell(table_->raw_cell(next_, field_));
    line.row = row_text(*table_, next_, rows_.kind == RowsOf::Kind::ragged);
    ++next_;
    find_next();
  }
}

std::string RowList::sheet() const {
  constexpr std::size_t kCells = 1000;
  exchange::Sheet sheet(exchange::SheetForm::csv);
  for (const char* name : {"File", "Line", "Cell", "The row as written"})
    sheet.text(name);
  sheet.end_row();
  std::size_t saved = 0;
  for (std::size_t row = 0; row < table_->rows() && saved < kMostSaved; ++row) {
    if (!is_one(row)) continue;
    ++saved;
    sheet.text(table_->file_names()[table_->file(row)]);
    sheet.count(table_->line(row));
    sheet.text(field_ < 0 ? std::string() : table_->raw_cell(row, field_));
    for (const std::string& cell : table_->raw_record(row, kCells).cells)
      sheet.text(cell);
    sheet.end_row();
  }
  return std::move(sheet).take();
}

}  // namespace leadpact::app
