#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/time.h"
#include "core/data/cells.h"
#include "core/data/table.h"
#include "core/exchange/scorecard_json.h"
#include "core/exchange/sheet.h"

namespace leadpact::exchange {

namespace {

void append_time(std::string& csv, const std::optional<calendar::Instant>& instant) {
  csv += ',';
  if (instant) csv += calendar::format_instant(*instant);
}

// The id of a record as its file has it; empty where the dataset has no ids or
// the cell is empty.
class RecordIds {
 public:
  RecordIds(const agreement::Dataset& dataset, const data::Table* table) : table_(table) {
    if (table == nullptr || dataset.id_field.empty()) return;
    field_ = table->find_field(dataset.id_field);
    if (field_ < 0 || table->column(field_).type == data::FieldType::text) return;
    for (const std::string& value : dataset.empty_values) {
      empty_values_.push_back(data::fold_case(data::trim(value)));
    }
  }

  [[nodiscard]] std::string of(std::size_t row) const {
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

 private:
  const data::Table* table_;
  int field_ = -1;
  std::vector<std::string> empty_values_;
};

}  // namespace

std::string breaches_csv(const agreement::Agreement& agreement, const scoring::LoadedData& data,
                         const scoring::Scored& scored) {
  std::vector<RecordIds> ids;
  for (std::size_t i = 0; i < agreement.datasets.size(); ++i) {
    ids.emplace_back(agreement.datasets[i], data.tables[i].get());
  }
  std::string csv = "commitment,period,record,file,line,at,from,to,due,status\n";
  for (const scoring::Breach& breach : scored.breaches) {
    const scoring::CommitmentScore& commitment = scored.card.commitments[breach.commitment];
    const data::Table& table = *data.tables[breach.dataset];
    append_csv_cell(csv, commitment.id);
    csv += ',';
    csv += calendar::format_day(commitment.periods[breach.period].period.start);
    csv += ',';
    append_csv_cell(csv, ids[breach.dataset].of(breach.row));
    csv += ',';
    append_csv_cell(csv, table.file_names()[table.file(breach.row)]);
    csv += ',';
    csv += std::to_string(table.line(breach.row));
    append_time(csv, breach.at);
    append_time(csv, breach.from);
    append_time(csv, breach.to);
    append_time(csv, breach.due);
    csv += breach.pending ? ",pending\n" : ",failed\n";
  }
  return csv;
}

}  // namespace leadpact::exchange
