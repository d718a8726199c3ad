#include "core/data/table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "core/data/cells.h"
#include "core/data/csv_scan.h"
#include "core/data/memory.h"
#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

constexpr std::uint64_t kEmptyNumber = 0x7FF8000000000001;
constexpr std::uint64_t kInvalidNumber = 0x7FF8000000000002;

}  // namespace

double empty_number() { return std::bit_cast<double>(kEmptyNumber); }
double invalid_number() { return std::bit_cast<double>(kInvalidNumber); }
bool is_invalid_number(double number) {
  return std::bit_cast<std::uint64_t>(number) == kInvalidNumber;
}

std::string_view Table::State::text(TextRef ref) const {
  const std::uint64_t offset = offset_of(ref);
  const std::size_t size = size_of(ref);
  if (size == 0) return {};
  if ((offset & kStoreBit) == 0) {
    const Source* source = &sources[0];
    if (sources.size() > 1) {
      source = &*std::prev(std::upper_bound(
          sources.begin(), sources.end(), offset,
          [](std::uint64_t sought, const Source& candidate) { return sought < candidate.base; }));
    }
    return source->text.substr(offset - source->base, size);
  }
  const auto after = std::upper_bound(chunks.begin(), chunks.end(), offset,
                                      [&](std::uint64_t sought, const Chunk& candidate) {
                                        return sought <
                                               store_base(sources[candidate.source], candidate);
                                      });
  const Chunk& chunk = *std::prev(after);
  return std::string_view(chunk.store).substr(offset - store_base(sources[chunk.source], chunk),
                                              size);
}

const Chunk& Table::State::chunk_of(std::size_t row) const {
  return *std::prev(std::upper_bound(
      chunks.begin(), chunks.end(), row,
      [](std::size_t sought, const Chunk& candidate) { return sought < candidate.first_row; }));
}

void Table::State::reserve_rows() {
  for (Column& column : columns) {
    switch (column.type) {
      case FieldType::number: reserve_large(column.numbers, rows); break;
      case FieldType::boolean: reserve_large(column.booleans, rows); break;
      case FieldType::timestamp: reserve_large(column.stamps, rows); break;
      case FieldType::text:
      case FieldType::unset: reserve_large(column.texts, rows); break;
    }
  }
  reserve_large(begins, rows);
  reserve_large(lines, rows);
  reserve_large(statuses, rows);
  reserve_large(ragged, rows);
}

void Table::State::grow(std::size_t rows_so_far) {
  for (Column& column : columns) {
    switch (column.type) {
      case FieldType::number: column.numbers.resize(rows_so_far); break;
      case FieldType::boolean: column.booleans.resize(rows_so_far); break;
      case FieldType::timestamp: column.stamps.resize(rows_so_far); break;
      case FieldType::text:
      case FieldType::unset: column.texts.resize(rows_so_far); break;
    }
  }
  begins.resize(rows_so_far);
  lines.resize(rows_so_far);
  statuses.resize(rows_so_far);
  ragged.resize(rows_so_far);
}

void Table::State::list_kept() {
  kept.clear();
  reserve_large(kept, rows);
  for (std::size_t row = 0; row < rows; ++row) {
    if (statuses[row] == RowStatus::kept) kept.push_back(static_cast<std::uint32_t>(row));
  }
}

Table::Table() : state_(std::make_unique<State>()) {}
Table::Table(std::unique_ptr<State> state) : state_(std::move(state)) {}
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;
Table::~Table() = default;

std::size_t Table::rows() const { return state_->rows; }
const std::vector<Field>& Table::fields() const { return state_->fields; }

int Table::find_field(std::string_view key) const {
  for (std::size_t i = 0; i < state_->fields.size(); ++i) {
    if (state_->fields[i].key == key) return static_cast<int>(i);
  }
  return -1;
}

const Column& Table::column(int field) const {
  return state_->columns[static_cast<std::size_t>(field)];
}
std::string_view Table::text(const Column& column, std::size_t row) const {
  return state_->text(column.texts[row]);
}
RowStatus Table::status(std::size_t row) const { return state_->statuses[row]; }
bool Table::ragged(std::size_t row) const { return state_->ragged[row] != 0; }
std::size_t Table::file(std::size_t row) const { return state_->chunk_of(row).source; }
std::uint32_t Table::line(std::size_t row) const { return state_->lines[row]; }
const std::vector<std::string>& Table::file_names() const { return state_->file_names; }
const std::vector<std::uint32_t>& Table::kept() const { return state_->kept; }

void Table::exclude_where_not(const std::vector<std::uint8_t>& holds) {
  for (const std::uint32_t row : state_->kept) {
    if (holds[row] == 0) state_->statuses[row] = RowStatus::excluded;
  }
  state_->list_kept();
}

std::string Table::raw_cell(std::size_t row, int field) const {
  const Chunk& chunk = state_->chunk_of(row);
  const Source& source = state_->sources[chunk.source];
  const auto column =
      static_cast<std::size_t>(source.layout.columns[static_cast<std::size_t>(field)]);
  std::string value;
  scan_record(source.text, chunk.begin + state_->begins[row], state_->lines[row],
              source.layout.delimiter, [&](std::size_t index, const Cell& cell, std::uint32_t) {
                if (index != column) return;
                value = cell.plain ? std::string(cell.raw) : unquote(cell.raw);
              });
  if (source.encoding != Encoding::windows1252) return value;
  std::string decoded;
  append_windows1252(decoded, value);
  return decoded;
}

namespace {

// Sums over rows without branches, so that the compiler makes vectors of them.
class Counter {
 public:
  Counter(const RowStatus* statuses, std::size_t rows) : statuses_(statuses), rows_(rows) {}

  // Kept rows whose cell fulfils `holds`.
  template <typename Cell, typename Holds>
  [[nodiscard]] std::uint64_t count(const Cell* cells, Holds holds) const {
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      sum += static_cast<std::uint64_t>(statuses_[row] == RowStatus::kept) &
             static_cast<std::uint64_t>(holds(cells[row]));
    }
    return sum;
  }

 private:
  const RowStatus* statuses_;
  std::size_t rows_;
};

FieldCounts count_field(const Column& column, const Counter& counter) {
  FieldCounts counts;
  switch (column.type) {
    case FieldType::number: {
      const double* const cells = column.numbers.data();
      counts.filled = counter.count(
          cells, [](double d) { return std::bit_cast<std::uint64_t>(d) != kEmptyNumber; });
      counts.invalid = counter.count(cells, [](double d) { return is_invalid_number(d); });
      break;
    }
    case FieldType::boolean: {
      const std::uint8_t* const cells = column.booleans.data();
      counts.filled = counter.count(cells, [](std::uint8_t b) { return b != kEmptyBoolean; });
      counts.invalid = counter.count(cells, [](std::uint8_t b) { return b == kInvalidBoolean; });
      break;
    }
    case FieldType::timestamp: {
      using calendar::Stamp;
      const Stamp* const cells = column.stamps.data();
      counts.filled = counter.count(cells, [](Stamp s) { return !(s == Stamp::empty()); });
      counts.invalid = counter.count(cells, [](Stamp s) { return s.is_invalid(); });
      counts.date_only = counter.count(cells, [](Stamp s) { return s.has_value() & s.date_only(); });
      break;
    }
    case FieldType::text:
    case FieldType::unset:
      counts.filled = counter.count(column.texts.data(), [](TextRef t) { return t.bits != 0; });
      break;
  }
  return counts;
}

}  // namespace

TableCounts Table::counts() const {
  const State& state = *state_;
  TableCounts counts;
  counts.rows = state.rows;
  for (std::size_t row = 0; row < state.rows; ++row) {
    counts.duplicates += state.statuses[row] == RowStatus::duplicate;
    counts.excluded += state.statuses[row] == RowStatus::excluded;
  }
  const Counter counter(state.statuses.data(), state.rows);
  counts.ragged_rows = counter.count(state.ragged.data(), [](std::uint8_t r) { return r != 0; });
  for (const Column& column : state.columns) counts.fields.push_back(count_field(column, counter));
  return counts;
}

}  // namespace leadpact::data
