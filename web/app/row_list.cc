#include "web/app/row_list.h"

#include <algorithm>
#include <utility>

#include "core/data/cell_profile.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

using data::RowStatus;

constexpr std::size_t kSlice = 100'000;     // rows of a tick
constexpr std::size_t kSheetSlice = 1'000;  // where they are written

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
  find();
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

bool RowList::work() {
  if (looking()) {
    find();
  } else if (writing()) {
    write_slice();
  }
  return has_work();
}

void RowList::find() {
  const std::size_t end = std::min(table_->rows(), next_ + kSlice);
  for (; next_ < end && !found_; next_ += found_ ? 0U : 1U) {
    if (!is_one(next_)) continue;
    if (lines_.size() == wanted_) {
      found_ = true;
    } else {
      add_line();
    }
  }
}

void RowList::add_line() {
  RowLine& line = lines_.emplace_back();
  line.place = table_->file_names()[table_->file(next_)] + ", line " + whole(table_->line(next_));
  if (field_ >= 0) line.cell = data::shortened_cell(table_->raw_cell(next_, field_));
  line.row = row_text(*table_, next_, rows_.kind == RowsOf::Kind::ragged);
}

void RowList::show_more() {
  wanted_ = std::min(lines_.size() + kPage, kMost);
  found_ = false;
  find();
}

void RowList::write() {
  sheet_.emplace(exchange::SheetForm::csv);
  for (const char* name : {"File", "Line", "Cell", "The row as written"})
    sheet_->text(name);
  sheet_->end_row();
  sheet_at_ = saved_ = 0;
  write_slice();
}

void RowList::write_slice() {
  constexpr std::size_t kCells = 1000;
  const std::size_t end = std::min(table_->rows(), sheet_at_ + kSlice);
  const std::size_t most = std::min(kMostSaved, saved_ + kSheetSlice);
  for (; sheet_at_ < end && saved_ < most; ++sheet_at_) {
    if (!is_one(sheet_at_)) continue;
    ++saved_;
    sheet_->text(table_->file_names()[table_->file(sheet_at_)]);
    sheet_->count(table_->line(sheet_at_));
    sheet_->text(field_ < 0 ? std::string() : table_->raw_cell(sheet_at_, field_));
    for (const std::string& cell : table_->raw_record(sheet_at_, kCells).cells)
      sheet_->text(cell);
    sheet_->end_row();
  }
}

std::optional<std::string> RowList::take_written() {
  if (!sheet_ || !written()) return std::nullopt;
  std::optional<std::string> text = std::move(*sheet_).take();
  sheet_.reset();
  return text;
}

}  // namespace leadpact::app
