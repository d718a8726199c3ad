#include "core/scoring/record_ids.h"

#include <algorithm>

#include "core/data/cells.h"

namespace leadpact::scoring {

RecordIds::RecordIds(const agreement::Dataset& dataset, const data::Table* table) : table_(table) {
  if (table == nullptr || dataset.id_field.empty()) return;
  field_ = table->find_field(dataset.id_field);
  if (field_ < 0 || table->column(field_).type == data::FieldType::text) return;
  for (const std::string& value : dataset.empty_values) {
    empty_values_.push_back(data::fold_case(data::trim(value)));
  }
}

std::string RecordIds::of(std::size_t row) const {
  if (field_ < 0) return {};
  const data::Column& column = table_->column(field_);
  if (column.type == data::FieldType::text) return std::string(table_->text(column, row));
  // Other columns keep what they read, not what was written.
  std::string raw = table_->raw_cell(row, field_);
  const bool is_empty =
      std::any_of(empty_values_.begin(), empty_values_.end(),
                  [&](const std::string& value) { return data::equals_folded(raw, value); });
  return is_empty ? std::string() : raw;
}

}  // namespace leadpact::scoring
