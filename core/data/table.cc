#include "core/data/table.h"

#include <algorithm>
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

// std::bit_cast is not in the library of emcc 3.1.6.
double from_bits(std::uint64_t bits) {
  double number = 0;
  std::memcpy(&number, &bits, sizeof(number));
  return number;
}

}  // namespace

double empty_number() {
  return from_bits(kEmptyNumber);
}
double invalid_number() {
  return from_bits(kInvalidNumber);
}
bool is_invalid_number(double number) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number, sizeof(bits));
  return bits == kInvalidNumber;
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
    return source->text.substr(static_cast<std::size_t>(offset - source->base), size);
  }
  const auto after = std::upper_bound(
      chunks.begin(), chunks.end(), offset, [&](std::uint64_t sought, const Chunk& candidate) {
        return sought < store_base(sources[candidate.source], candidate);
      });
  const Chunk& chunk = *std::prev(after);
  const std::uint64_t in_store = offset - store_base(sources[chunk.source], chunk);
  return std::string_view(chunk.store).substr(static_cast<std::size_t>(in_store), size);
}

const Chunk& Table::State::chunk_of(std::size_t row) const {
  return *std::prev(std::upper_bound(
      chunks.begin(), chunks.end(), row,
      [](std::size_t sought, const Chunk& candidate) { return sought < candidate.first_row; }));
}

void Table::State::reserve_rows(std::size_t count) {
  for (Column& column : columns) {
    switch (column.type) {
      case FieldType::number:
        reserve_large(column.numbers, count);
        break;
      case FieldType::boolean:
        reserve_large(column.booleans, count);
        break;
      case FieldType::timestamp:
        reserve_large(column.stamps, count);
        break;
      case FieldType::text:
      case FieldType::unset:
        reserve_large(column.texts, count);
        break;
    }
  }
  reserve_large(begins, count);
  reserve_large(lines, count);
  reserve_large(ragged, count);
  reserved = count;
}

void Table::State::resize_rows(std::size_t count) {
  for (Column& column : columns) {
    switch (column.type) {
      case FieldType::number:
        column.numbers.resize(count);
        break;
      case FieldType::boolean:
        column.booleans.resize(count);
        break;
      case FieldType::timestamp:
        column.stamps.resize(count);
        break;
      case FieldType::text:
      case FieldType::unset:
        column.texts.resize(count);
        break;
    }
  }
  begins.resize(count);
  lines.resize(count);
  ragged.resize(count);
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

std::size_t Table::rows() const {
  return state_->rows;
}
const std::vector<Field>& Table::fields() const {
  return state_->fields;
}

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
RowStatus Table::status(std::size_t row) const {
  return state_->statuses[row];
}
bool Table::ragged(std::size_t row) const {
  return state_->ragged[row] != 0;
}
std::size_t Table::file(std::size_t row) const {
  return state_->chunk_of(row).source;
}
std::uint32_t Table::line(std::size_t row) const {
  return state_->lines[row];
}
const std::vector<std::string>& Table::file_names() const {
  return state_->file_names;
}
const std::vector<std::uint32_t>& Table::kept() const {
  return state_->kept;
}

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

Table::RawRecord Table::raw_record(std::size_t row, std::size_t most) const {
  const Chunk& chunk = state_->chunk_of(row);
  const Source& source = state_->sources[chunk.source];
  RawRecord record;
  record.width = source.layout.width;
  scan_record(source.text, chunk.begin + state_->begins[row], state_->lines[row],
              source.layout.delimiter, [&](std::size_t index, const Cell& cell, std::uint32_t) {
                record.count = index + 1;
                if (index >= most) return;
                std::string value = cell.plain ? std::string(cell.raw) : unquote(cell.raw);
                std::string& kept = record.cells.emplace_back();
                if (source.encoding == Encoding::windows1252) {
                  append_windows1252(kept, value);
                } else {
                  kept = std::move(value);
                }
              });
  return record;
}

namespace {

FieldCounts count_cell(const Column& column, std::size_t row) {
  FieldCounts counts;
  switch (column.type) {
    case FieldType::number:
      counts.invalid = is_invalid_number(column.numbers[row]);
      counts.filled = counts.invalid | static_cast<unsigned>(has_number(column.numbers[row]));
      break;
    case FieldType::boolean:
      counts.invalid = column.booleans[row] == kInvalidBoolean;
      counts.filled = column.booleans[row] != kEmptyBoolean;
      break;
    case FieldType::timestamp:
      counts.invalid = column.stamps[row].is_invalid();
      counts.filled = !(column.stamps[row] == calendar::Stamp::empty());
      counts.date_only = column.stamps[row].has_value() && column.stamps[row].date_only();
      break;
    case FieldType::text:
    case FieldType::unset:
      counts.filled = column.texts[row].bits != 0;
      break;
  }
  return counts;
}

}  // namespace

TableCounts Table::counts() const {
  const State& state = *state_;
  TableCounts counts;
  counts.rows = state.rows;
  counts.fields = state.counts;
  for (std::size_t row = 0; row < state.rows; ++row) {
    if (state.statuses[row] == RowStatus::kept) {
      counts.ragged_rows += state.ragged[row];
      continue;
    }
    // Few as a rule; so what is left out is taken off, not the rest added up.
    ++(state.statuses[row] == RowStatus::duplicate ? counts.duplicates : counts.excluded);
    for (std::size_t i = 0; i < state.columns.size(); ++i) {
      const FieldCounts cell = count_cell(state.columns[i], row);
      counts.fields[i].filled -= cell.filled;
      counts.fields[i].invalid -= cell.invalid;
      counts.fields[i].date_only -= cell.date_only;
    }
  }
  return counts;
}

}  // namespace leadpact::data
