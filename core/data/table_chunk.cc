// The second pass: the records of a chunk, some hundred at a time, first cut
// into cells (row by row), then read (field by field, in one loop a type).
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/data/cells_fast.h"
#include "core/data/csv_errors.h"
#include "core/data/csv_scan.h"
#include "core/data/structure.h"
#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

constexpr std::size_t kBatch = 512;

// The dataset's empty_values. Most cells are told from them by their first
// byte.
class EmptyValues {
 public:
  explicit EmptyValues(const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      const std::string folded = fold_case(trim(value));
      if (folded.empty()) continue;
      const char first = folded[0];
      may_begin_[static_cast<unsigned char>(first)] = true;
      if (first >= 'a' && first <= 'z') may_begin_[static_cast<std::size_t>(first - 32)] = true;
      // Some character beyond ASCII may fold to the first one.
      std::fill(may_begin_.begin() + 0x80, may_begin_.end(), true);
      folded_.push_back(folded);
    }
  }

  [[nodiscard]] bool none() const { return folded_.empty(); }
  // `cell` is not empty.
  [[nodiscard]] bool holds(std::string_view cell) const {
    if (!may_begin_[static_cast<unsigned char>(cell[0])]) return false;
    return std::any_of(folded_.begin(), folded_.end(),
                       [&](const std::string& value) { return equals_folded(cell, value); });
  }

 private:
  std::vector<std::string> folded_;
  std::array<bool, 256> may_begin_{};
};

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93;
  return x ^ (x >> 32);
}

// Never 0. `text` is not empty.
std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size();
  while (text.size() >= 8) {
    hash = mixed(hash ^ simd::load_word(text.data()));
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (const char c : text)
    rest = rest << 8 | static_cast<unsigned char>(c);
  hash = mixed(hash ^ rest);
  const auto folded = static_cast<std::uint32_t>(hash ^ hash >> 32);
  return folded == 0 ? 1 : folded;
}

}  // namespace

struct ChunkReader::Work {
  Work(const TableSpec& spec_in, bool alone_in, Table::State& state_in, Ids& ids_in)
      : spec(spec_in),
        alone(alone_in),
        state(state_in),
        ids(ids_in),
        empty_values(spec_in.empty_values),
        counts(spec_in.fields.size()) {}

  const TableSpec& spec;
  bool alone;
  Table::State& state;
  Ids& ids;
  EmptyValues empty_values;
  StructureIndex index;
  std::vector<FieldCounts> counts;

  // The batch.
  std::vector<TextRef> cells;  // slot by slot, kBatch each
  std::array<std::uint32_t, kBatch> begins{};
  std::array<std::uint32_t, kBatch> lines{};
  std::array<std::uint8_t, kBatch> ragged{};
  std::array<std::uint32_t, kBatch> hashes{};
  std::array<double, kBatch> numbers{};
  std::array<std::uint8_t, kBatch> booleans{};
  std::array<calendar::Stamp, kBatch> stamps{};

  // The chunk being read.
  Chunk* chunk = nullptr;
  const Source* source = nullptr;
  const char* data = nullptr;
  std::size_t row = 0;  // of the batch's first record
  std::size_t batched = 0;
  std::uint64_t line = 1;
  Errors errors;

  void start(Chunk& to_read);
  void read_to(std::size_t stop, std::size_t enough);
  void make_room();
  std::size_t take_window(std::size_t at, std::size_t stop);
  std::size_t take_record(std::size_t at);
  void add_row(std::size_t begin, std::uint32_t on_line, bool is_ragged);
  void cut_cells(std::size_t at, const std::uint32_t* bounds, std::size_t count);
  TextRef quoted_or_spaced(std::size_t begin, std::size_t end);
  TextRef refer(std::string_view in_file);
  TextRef keep(std::string_view value);
  TextRef unquoted(std::string_view raw);
  void flush();
  void read_field(std::size_t field, const TextRef* slot);
  void read_numbers(const Field& field, const TextRef* slot, FieldCounts& count);
  void read_booleans(const TextRef* slot, FieldCounts& count);
  void read_stamps(const Field& field, const TextRef* slot, FieldCounts& count);
  void hash_ids(const TextRef* slot);

  // Puts the batch's values where they belong.
  template <typename T>
  void put(const T* values, std::vector<T>& all) const {
    if (alone) {
      all.insert(all.end(), values, values + batched);
    } else {
      std::copy(values, values + batched, all.begin() + static_cast<std::ptrdiff_t>(row));
    }
  }

  [[nodiscard]] std::string_view text(TextRef ref) const {
    const std::uint64_t offset = offset_of(ref);
    const char* const at = (offset & kStoreBit) == 0
                               ? data + (offset - source->base)
                               : chunk->store.data() + (offset - store_base(*source, *chunk));
    return {at, size_of(ref)};
  }
};

// A cell that is in the file as it reads, but for the encoding.
TextRef ChunkReader::Work::refer(std::string_view in_file) {
  if (source->encoding == Encoding::windows1252) {
    for (const char c : in_file) {
      if (static_cast<unsigned char>(c) < 0x80) continue;
      const std::size_t before = chunk->store.size();
      append_windows1252(chunk->store, in_file);
      return make_ref(store_base(*source, *chunk) + before, chunk->store.size() - before);
    }
  }
  return make_ref(source->base + static_cast<std::uint64_t>(in_file.data() - data), in_file.size());
}

TextRef ChunkReader::Work::keep(std::string_view value) {
  const std::size_t before = chunk->store.size();
  if (source->encoding == Encoding::windows1252) {
    append_windows1252(chunk->store, value);
  } else {
    chunk->store.append(value);
  }
  return make_ref(store_base(*source, *chunk) + before, chunk->store.size() - before);
}

TextRef ChunkReader::Work::unquoted(std::string_view raw) {
  return keep(unquote(raw));
}

// A cell of the fast path that begins with a quote or has blanks at an end.
TextRef ChunkReader::Work::quoted_or_spaced(std::size_t begin, std::size_t end) {
  const std::string_view cell(data + begin, end - begin);
  if (cell[0] != '"') return refer(trim(cell));
  const std::string_view inside = cell.substr(1, cell.size() - 2);
  if (inside.find('"') != std::string_view::npos) return unquoted(cell);
  return refer(trim(inside));
}

void ChunkReader::Work::add_row(std::size_t begin, std::uint32_t on_line, bool is_ragged) {
  begins[batched] = static_cast<std::uint32_t>(begin - chunk->begin);
  lines[batched] = on_line;
  ragged[batched] = static_cast<std::uint8_t>(is_ragged);
  if (++batched == kBatch) flush();
}

// Takes the records that end within the window at `at`; where the next is.
std::size_t ChunkReader::Work::take_window(std::size_t at, std::size_t stop) {
  const char* const window = data + at;
  std::uint32_t* const marks = index.delimiters();
  const std::size_t mark_count = index.delimiter_count();
  const std::size_t width = source->layout.width;
  const char delimiter = source->layout.delimiter;
  const auto is_blank = [&](char c) { return c == delimiter || c == ' ' || c == '\t'; };

  std::size_t next = at;
  std::size_t mark = 0;   // the record's first delimiter
  std::size_t inner = 0;  // the first line end inside quotes not counted yet
  for (std::size_t i = 0; i < index.end_count() && next < stop; ++i) {
    const std::uint32_t end = index.ends()[i];
    const auto begin = static_cast<std::uint32_t>(next - at);
    next = at + end + 1;
    if (next < stop && window[end] == '\r' && data[next] == '\n') ++next;
    const auto on_line = static_cast<std::uint32_t>(line++);
    while (inner < index.inner_count() && index.inner()[inner] < end)
      ++inner, ++line;

    std::size_t past = mark + width - 1;  // the delimiter after the record, if not ragged
    const bool is_ragged = !((width == 1 || (past - 1 < mark_count && marks[past - 1] < end)) &&
                             (past >= mark_count || marks[past] > end));
    if (is_ragged) {
      past = mark;
      while (past < mark_count && marks[past] < end)
        ++past;
    }
    std::uint32_t* const first_mark = marks + mark;
    const std::size_t cells_here = past - mark + 1;
    mark = past;

    if (begin == end || is_blank(window[begin])) {
      if (std::all_of(window + begin, window + end, is_blank)) continue;
    }
    // With the record's begin and end in the places of the delimiters before
    // and after it, every cell lies between two neighbours.
    const std::uint32_t next_mark = marks[past];
    first_mark[-1] = begin - 1;
    marks[past] = end;
    cut_cells(at, first_mark, is_ragged ? cells_here : width);
    marks[past] = next_mark;
    add_row(at + begin, on_line, is_ragged);
  }
  return next;
}

// The wanted ones of `count` cells; cell i lies in (bounds[i - 1], bounds[i])
// of the window at `at`.
void ChunkReader::Work::cut_cells(std::size_t at, const std::uint32_t* bounds, std::size_t count) {
  const char* const window = data + at;
  const bool latin = source->encoding == Encoding::windows1252;
  const std::uint64_t base = (source->base + at) << 24;
  TextRef* out = cells.data() + batched;
  for (const int slot : source->slots) {
    const auto column = static_cast<std::size_t>(slot);
    const std::uint32_t begin =
        column < count ? bounds[static_cast<std::ptrdiff_t>(column) - 1] + 1 : 0;
    const std::uint32_t end = column < count ? bounds[column] : 0;
    TextRef ref;
    if (begin != end) {
      const auto front = static_cast<unsigned char>(window[begin]);
      const auto back = static_cast<unsigned char>(window[end - 1]);
      if (front <= '"' || back <= ' ') {
        ref = quoted_or_spaced(at + begin, at + end);
      } else if (latin) {
        ref = refer({window + begin, end - begin});
      } else {
        ref.bits = base + (std::uint64_t{begin} << 24) + (end - begin);
      }
    }
    *out = ref;
    out += kBatch;
  }
}

// Takes the record at `at`, of whatever form and size; where the next is.
std::size_t ChunkReader::Work::take_record(std::size_t at) {
  const std::size_t slot_count = source->slots.size();
  const auto on_line = static_cast<std::uint32_t>(line);
  for (std::size_t s = 0; s < slot_count; ++s)
    cells[s * kBatch + batched] = TextRef{};
  std::size_t s = 0;
  std::uint32_t oversized_line = 0;
  const ScannedRecord record = scan_record(
      source->text, at, on_line, source->layout.delimiter,
      [&](std::size_t index_of_cell, const Cell& cell, std::uint32_t cell_line) {
        if (s == slot_count || static_cast<std::size_t>(source->slots[s]) != index_of_cell) return;
        TextRef& ref = cells[s++ * kBatch + batched];
        if (cell.raw.size() <= kMaxCell) {
          const std::size_t before = chunk->store.size();
          ref = cell.plain ? refer(cell.raw) : unquoted(cell.raw);
          if (chunk->store.size() - before <= kMaxCell) return;
        }
        if (oversized_line == 0) oversized_line = cell_line;
      });
  const std::string& file = state.file_names[chunk->source];
  if (record.unterminated_line != 0) {
    errors.push_back(unterminated_quote(file, record.unterminated_line));
  } else if (oversized_line != 0) {
    errors.push_back(oversized_cell(file, oversized_line));
  } else if (!record.blank) {
    add_row(at, on_line, record.cells != source->layout.width);
  }
  line += record.next_line - on_line;
  return record.end;
}

void ChunkReader::Work::start(Chunk& to_read) {
  chunk = &to_read;
  source = &state.sources[chunk->source];
  data = source->text.data();
  row = chunk->first_row;
  line = chunk->line;
  cells.resize(std::max<std::size_t>(source->slots.size(), 1) * kBatch);
}

// Reads records up to `stop`, or until `enough` bytes are read.
void ChunkReader::Work::read_to(std::size_t stop, std::size_t enough) {
  const std::string_view text_here = source->text.substr(0, stop);
  std::size_t at = chunk->begin;
  while (at < stop && at - chunk->begin < enough && errors.empty()) {
    index.find_cells(text_here.substr(at), source->layout.delimiter);
    const std::size_t next = take_window(at, stop);
    at = next == at ? take_record(at) : next;
  }
  chunk->end = at;
  flush();
}

// Capacity for the rows of all files, judged by what was read so far. In steps
// of at most 16 times as much, so that short records at the begin of a file do
// not ask for more than memory holds.
void ChunkReader::Work::make_room() {
  const std::size_t rows = row + batched;
  if (rows <= state.reserved) return;
  constexpr std::size_t kAtFirst = 64 * 1024;
  std::size_t wanted = kAtFirst;
  if (rows > kAtFirst) {
    const double read = static_cast<double>(source->base + chunk->begin + begins[batched - 1]);
    const double expected =
        static_cast<double>(rows) * static_cast<double>(state.total_size) / read;
    wanted = static_cast<std::size_t>(std::clamp(expected * 1.03, static_cast<double>(rows) * 1.25,
                                                 static_cast<double>(rows) * 16));
  }
  state.reserve_rows(wanted);
}

void ChunkReader::Work::flush() {
  if (batched == 0) return;
  if (alone) make_room();
  if (!empty_values.none()) {
    for (std::size_t s = 0; s < source->slots.size(); ++s) {
      TextRef* const slot = cells.data() + s * kBatch;
      for (std::size_t i = 0; i < batched; ++i) {
        if (slot[i].bits != 0 && empty_values.holds(text(slot[i]))) slot[i] = TextRef{};
      }
    }
  }
  for (std::size_t field = 0; field < spec.fields.size(); ++field) {
    const auto slot = static_cast<std::size_t>(source->slot_of[field]);
    read_field(field, cells.data() + slot * kBatch);
  }
  if (ids.any) {
    const auto slot =
        static_cast<std::size_t>(source->slot_of[static_cast<std::size_t>(spec.id_field)]);
    hash_ids(cells.data() + slot * kBatch);
  }
  put(begins.data(), state.begins);
  put(lines.data(), state.lines);
  put(ragged.data(), state.ragged);
  row += batched;
  batched = 0;
}

void ChunkReader::Work::read_field(std::size_t field, const TextRef* slot) {
  Column& column = state.columns[field];
  FieldCounts& count = counts[field];
  for (std::size_t i = 0; i < batched; ++i)
    count.filled += slot[i].bits != 0;
  switch (column.type) {
    case FieldType::number:
      read_numbers(spec.fields[field], slot, count);
      put(numbers.data(), column.numbers);
      break;
    case FieldType::boolean:
      read_booleans(slot, count);
      put(booleans.data(), column.booleans);
      break;
    case FieldType::timestamp:
      read_stamps(spec.fields[field], slot, count);
      put(stamps.data(), column.stamps);
      break;
    case FieldType::text:
    case FieldType::unset:
      put(slot, column.texts);
      break;
  }
}

void ChunkReader::Work::read_numbers(const Field& field, const TextRef* slot, FieldCounts& count) {
  for (std::size_t i = 0; i < batched; ++i) {
    if (slot[i].bits == 0) {
      numbers[i] = empty_number();
      continue;
    }
    const std::optional<double> number = read_number(text(slot[i]), field.decimal);
    numbers[i] = number ? *number : invalid_number();
    count.invalid += !number;
  }
}

void ChunkReader::Work::read_booleans(const TextRef* slot, FieldCounts& count) {
  for (std::size_t i = 0; i < batched; ++i) {
    if (slot[i].bits == 0) {
      booleans[i] = kEmptyBoolean;
      continue;
    }
    const std::optional<bool> truth = parse_boolean(text(slot[i]));
    booleans[i] = truth ? static_cast<std::uint8_t>(*truth) : kInvalidBoolean;
    count.invalid += !truth;
  }
}

void ChunkReader::Work::read_stamps(const Field& field, const TextRef* slot, FieldCounts& count) {
  for (std::size_t i = 0; i < batched; ++i) {
    if (slot[i].bits == 0) {
      stamps[i] = calendar::Stamp::empty();
      continue;
    }
    OrderEvidence evidence;
    stamps[i] = read_stamp(text(slot[i]), field.date_order, *spec.zone, &evidence);
    count.dates.month_first += evidence.mdy && !evidence.dmy;
    count.dates.day_first += evidence.dmy && !evidence.mdy;
    count.dates.either += evidence.mdy && evidence.dmy && *evidence.mdy != *evidence.dmy;
    count.invalid += !stamps[i].has_value();
    count.date_only += stamps[i].has_value() && stamps[i].date_only();
  }
}

void ChunkReader::Work::hash_ids(const TextRef* slot) {
  for (std::size_t i = 0; i < batched; ++i) {
    hashes[i] = slot[i].bits == 0 ? 0 : hash_of(text(slot[i]));
  }
  put(hashes.data(), ids.hashes);
  if (ids.keeps_texts) put(slot, ids.texts);
}

ChunkReader::ChunkReader(const TableSpec& spec, bool alone, Table::State& state, Ids& ids)
    : work_(std::make_unique<Work>(spec, alone, state, ids)) {}

ChunkReader::~ChunkReader() = default;

void ChunkReader::read(Chunk& chunk) {
  work_->start(chunk);
  work_->read_to(chunk.end, SIZE_MAX);
}

Errors ChunkReader::read_on(Chunk& chunk, std::size_t size) {
  work_->start(chunk);
  work_->read_to(work_->source->text.size(), size);
  chunk.rows = work_->row - chunk.first_row;
  return work_->errors;
}

std::uint64_t ChunkReader::next_line() const {
  return work_->line;
}

std::vector<FieldCounts>& ChunkReader::counts() {
  return work_->counts;
}

}  // namespace leadpact::data
