// The second pass: the records of a chunk, some hundred at a time, first cut
// into cells (row by row), then read (field by field, in one loop a type).
#include <algorithm>
#include <array>
#include <cstring>

#include "core/data/cells_fast.h"
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
    return std::any_of(folded_.begin(), folded_.end(), [&](const std::string& value) {
      return equals_folded(cell, value);
    });
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
  for (const char c : text) rest = rest << 8 | static_cast<unsigned char>(c);
  hash = mixed(hash ^ rest);
  const auto folded = static_cast<std::uint32_t>(hash ^ hash >> 32);
  return folded == 0 ? 1 : folded;
}

}  // namespace

struct ChunkReader::Work {
  Work(const TableSpec& spec_in, Table::State& state_in, Ids& ids_in)
      : spec(spec_in), state(state_in), ids(ids_in), empty_values(spec_in.empty_values) {}

  const TableSpec& spec;
  Table::State& state;
  Ids& ids;
  EmptyValues empty_values;
  StructureIndex index;
  std::vector<TextRef> cells;  // slot by slot, kBatch each

  // The chunk being read.
  Chunk* chunk = nullptr;
  const Source* source = nullptr;
  const char* data = nullptr;
  std::size_t row = 0;       // of the batch's first record
  std::size_t batched = 0;
  std::uint32_t line = 1;

  void read_chunk();
  std::size_t take_window(std::size_t at);
  std::size_t take_record(std::size_t at);
  void add_row(std::size_t begin, std::uint32_t on_line, bool ragged);
  TextRef quoted_or_spaced(std::size_t begin, std::size_t end);
  TextRef refer(std::string_view in_file);
  TextRef keep(std::string_view value);
  TextRef unquoted(std::string_view raw);
  void flush();
  void read_field(std::size_t field, const TextRef* slot);
  void hash_ids(const TextRef* slot);

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
  return make_ref(source->base + static_cast<std::uint64_t>(in_file.data() - data),
                  in_file.size());
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

TextRef ChunkReader::Work::unquoted(std::string_view raw) { return keep(unquote(raw)); }

// A cell of the fast path that begins with a quote or has blanks at an end.
TextRef ChunkReader::Work::quoted_or_spaced(std::size_t begin, std::size_t end) {
  const std::string_view cell(data + begin, end - begin);
  if (cell[0] != '"') return refer(trim(cell));
  const std::string_view inside = cell.substr(1, cell.size() - 2);
  if (inside.find('"') != std::string_view::npos) return unquoted(cell);
  return refer(trim(inside));
}

void ChunkReader::Work::add_row(std::size_t begin, std::uint32_t on_line, bool ragged) {
  const std::size_t at = row + batched;
  state.begins[at] = static_cast<std::uint32_t>(begin - chunk->begin);
  state.lines[at] = on_line;
  state.ragged[at] = static_cast<std::uint8_t>(ragged);
  if (++batched == kBatch) flush();
}

// Takes the records that end within the window at `at`; where the next is.
std::size_t ChunkReader::Work::take_window(std::size_t at) {
  const std::size_t stop = chunk->end;
  const char* const window = data + at;
  const std::uint32_t* const marks = index.delimiters();
  const std::size_t mark_count = index.delimiter_count();
  const std::size_t width = source->layout.width;
  const char delimiter = source->layout.delimiter;
  const bool latin = source->encoding == Encoding::windows1252;
  const std::size_t slot_count = source->slots.size();
  const int* const slots = source->slots.data();

  std::size_t next = at;
  std::size_t mark = 0;   // the record's first delimiter
  std::size_t inner = 0;  // the first line end inside quotes not counted yet
  for (std::size_t i = 0; i < index.end_count() && next < stop; ++i) {
    const std::uint32_t end = index.ends()[i];
    const auto begin = static_cast<std::uint32_t>(next - at);
    next = at + end + 1;
    if (next < stop && window[end] == '\r' && data[next] == '\n') ++next;
    const std::uint32_t on_line = line++;
    while (inner < index.inner_count() && index.inner()[inner] < end) ++inner, ++line;

    std::size_t past = mark + width - 1;  // the delimiter after the record, if not ragged
    const bool ragged = !((width == 1 || (past - 1 < mark_count && marks[past - 1] < end)) &&
                          (past >= mark_count || marks[past] > end));
    if (ragged) {
      past = mark;
      while (past < mark_count && marks[past] < end) ++past;
    }
    const std::size_t cell_count = past - mark + 1;
    const std::uint32_t* const after = marks + mark;  // after[i] ends cell i, but for the last
    mark = past;

    const char first = window[begin];
    if (first == delimiter || first == ' ' || first == '\t' || begin == end) {
      const char* const blank_end =
          std::find_if(window + begin, window + end,
                       [&](char c) { return c != delimiter && c != ' ' && c != '\t'; });
      if (blank_end == window + end) continue;
    }

    TextRef* out = cells.data() + batched;
    for (std::size_t s = 0; s < slot_count; ++s, out += kBatch) {
      const auto column = static_cast<std::size_t>(slots[s]);
      if (column >= cell_count) {
        *out = TextRef{};
        continue;
      }
      const std::uint32_t cell_begin = column == 0 ? begin : after[column - 1] + 1;
      const std::uint32_t cell_end = column + 1 == cell_count ? end : after[column];
      if (cell_begin == cell_end) {
        *out = TextRef{};
        continue;
      }
      const auto front = static_cast<unsigned char>(window[cell_begin]);
      const auto back = static_cast<unsigned char>(window[cell_end - 1]);
      if (front <= '"' || back <= ' ') {
        *out = quoted_or_spaced(at + cell_begin, at + cell_end);
      } else if (latin) {
        *out = refer({window + cell_begin, cell_end - cell_begin});
      } else {
        *out = make_ref(source->base + at + cell_begin, cell_end - cell_begin);
      }
    }
    add_row(at + begin, on_line, ragged);
  }
  return next;
}

// Takes the record at `at`, of whatever form and size; where the next is.
std::size_t ChunkReader::Work::take_record(std::size_t at) {
  const std::size_t slot_count = source->slots.size();
  for (std::size_t s = 0; s < slot_count; ++s) cells[s * kBatch + batched] = TextRef{};
  std::size_t s = 0;
  const ScannedRecord record = scan_record(
      source->text, at, line, source->layout.delimiter,
      [&](std::size_t index_of_cell, const Cell& cell, std::uint32_t) {
        if (s == slot_count || static_cast<std::size_t>(source->slots[s]) != index_of_cell) return;
        cells[s * kBatch + batched] = cell.plain ? refer(cell.raw) : unquoted(cell.raw);
        ++s;
      });
  if (!record.blank) add_row(at, line, record.cells != source->layout.width);
  line = record.next_line;
  return record.end;
}

void ChunkReader::Work::read_chunk() {
  const std::string_view text_here = source->text.substr(0, chunk->end);
  std::size_t at = chunk->begin;
  while (at < chunk->end) {
    index.find_cells(text_here.substr(at), source->layout.delimiter);
    const std::size_t next = take_window(at);
    at = next == at ? take_record(at) : next;
  }
  flush();
}

void ChunkReader::Work::flush() {
  if (batched == 0) return;
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
  row += batched;
  batched = 0;
}

void ChunkReader::Work::read_field(std::size_t field, const TextRef* slot) {
  Column& column = state.columns[field];
  const Field& spec_of_field = spec.fields[field];
  switch (column.type) {
    case FieldType::number: {
      double* const out = column.numbers.data() + row;
      for (std::size_t i = 0; i < batched; ++i) {
        if (slot[i].bits == 0) {
          out[i] = empty_number();
          continue;
        }
        const auto number = read_number(text(slot[i]), spec_of_field.decimal);
        out[i] = number ? *number : invalid_number();
      }
      break;
    }
    case FieldType::boolean: {
      std::uint8_t* const out = column.booleans.data() + row;
      for (std::size_t i = 0; i < batched; ++i) {
        if (slot[i].bits == 0) {
          out[i] = kEmptyBoolean;
          continue;
        }
        const auto truth = parse_boolean(text(slot[i]));
        out[i] = truth ? static_cast<std::uint8_t>(*truth) : kInvalidBoolean;
      }
      break;
    }
    case FieldType::timestamp: {
      calendar::Stamp* const out = column.stamps.data() + row;
      for (std::size_t i = 0; i < batched; ++i) {
        out[i] = slot[i].bits == 0
                     ? calendar::Stamp::empty()
                     : read_stamp(text(slot[i]), spec_of_field.date_order, *spec.zone);
      }
      break;
    }
    case FieldType::text:
    case FieldType::unset:
      std::memcpy(column.texts.data() + row, slot, batched * sizeof(TextRef));
      break;
  }
}

void ChunkReader::Work::hash_ids(const TextRef* slot) {
  for (std::size_t i = 0; i < batched; ++i) {
    ids.hashes[row + i] = slot[i].bits == 0 ? 0 : hash_of(text(slot[i]));
  }
  if (!ids.texts.empty()) {
    std::memcpy(ids.texts.data() + row, slot, batched * sizeof(TextRef));
  }
}

ChunkReader::ChunkReader(const TableSpec& spec, Table::State& state, Ids& ids)
    : work_(std::make_unique<Work>(spec, state, ids)) {}

ChunkReader::~ChunkReader() = default;

void ChunkReader::read(Chunk& chunk) {
  work_->chunk = &chunk;
  work_->source = &work_->state.sources[chunk.source];
  work_->data = work_->source->text.data();
  work_->row = chunk.first_row;
  work_->line = chunk.line;
  work_->cells.resize(std::max<std::size_t>(work_->source->slots.size(), 1) * kBatch);
  work_->read_chunk();
}

}  // namespace leadpact::data
