// What a Table is made of; known only to the files of this folder.
#ifndef LEADPACT_CORE_DATA_TABLE_STATE_H_
#define LEADPACT_CORE_DATA_TABLE_STATE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/csv.h"
#include "core/data/table.h"

namespace leadpact::data {

// A file as text, and how its columns serve the fields.
struct Source {
  std::string_view text;  // without BOM; in Windows-1252 as it stands
  std::string decoded;    // holds `text` of a file in UTF-16
  Encoding encoding = Encoding::utf8;
  Layout layout;
  std::vector<int> slots;      // the columns that fields want: ascending, each once
  std::vector<int> slot_of;    // field -> index into slots
  std::uint64_t base = 0;      // where the text lies among those of all files
  std::uint64_t raw_size = 0;  // bytes as given
};

// A stretch of whole records: what one thread reads at a time.
struct Chunk {
  std::size_t source = 0;
  std::size_t begin = 0;  // in the source's text
  std::size_t end = 0;
  std::uint32_t line = 1;
  std::size_t first_row = 0;
  std::size_t rows = 0;
  std::string store;  // cells that are not in the file as they read
};

// A TextRef is 40 bits of offset, then 24 of length; an empty text is 0.
// Offsets count through the texts of all files; with this bit set, through
// their chunks' stores. A store holds at most three bytes for one of its
// chunk, so three times a chunk's offset leaves room for it.
inline constexpr std::uint64_t kStoreBit = std::uint64_t{1} << 39;
inline constexpr std::uint64_t kStoreRoom = 3;
inline constexpr std::uint64_t kMaxTotalSize = std::uint64_t{1} << 35;

inline TextRef make_ref(std::uint64_t offset, std::size_t size) {
  return {size == 0 ? 0 : offset << 24 | size};
}
inline std::uint64_t offset_of(TextRef ref) {
  return ref.bits >> 24;
}
inline std::size_t size_of(TextRef ref) {
  return ref.bits & 0xFFFFFF;
}

inline std::uint64_t store_base(const Source& source, const Chunk& chunk) {
  return kStoreBit | (source.base + chunk.begin) * kStoreRoom;
}

struct Table::State {
  std::vector<Field> fields;
  std::vector<Column> columns;
  std::vector<std::string> file_names;
  std::vector<Source> sources;  // one a file
  std::vector<Chunk> chunks;    // in order of files and records
  std::size_t rows = 0;
  std::uint64_t total_size = 0;  // of all files as given

  std::vector<std::uint32_t> begins;  // of the record, after its chunk's begin
  std::vector<std::uint32_t> lines;
  std::vector<RowStatus> statuses;
  std::vector<std::uint8_t> ragged;
  std::vector<std::uint32_t> kept;
  std::vector<FieldCounts> counts;  // over all rows, kept or not
  std::size_t reserved = 0;         // rows for which there is capacity

  [[nodiscard]] std::string_view text(TextRef ref) const;
  [[nodiscard]] const Chunk& chunk_of(std::size_t row) const;
  void reserve_rows(std::size_t count);
  void resize_rows(std::size_t count);
  void list_kept();
};

// What read_table has beside the table until duplicates are settled.
struct Ids {
  bool any = false;                   // the dataset has an id field
  std::vector<std::uint32_t> hashes;  // a row; 0 where the id is empty
  bool keeps_texts = false;           // the id field is no text, so no column has them
  std::vector<TextRef> texts;         // only then
};

// Reads one chunk after another into a table.
class ChunkReader {
 public:
  // A reader that is `alone` appends; others write to rows that are there.
  ChunkReader(const TableSpec& spec, bool alone, Table::State& state, Ids& ids);
  ~ChunkReader();
  ChunkReader(const ChunkReader&) = delete;
  ChunkReader& operator=(const ChunkReader&) = delete;

  // Of a plan.
  void read(Chunk& chunk);
  // From chunk.begin to where about `size` bytes are read or the source ends;
  // sets chunk.end and chunk.rows. Only for a reader that is alone.
  Errors read_on(Chunk& chunk, std::size_t size);

  // The line after the chunk.
  [[nodiscard]] std::uint64_t next_line() const;
  // Of all that was read, field by field.
  [[nodiscard]] std::vector<FieldCounts>& counts();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

// Fills in the fields and what there is of the files before they are read.
Errors begin_table(const TableSpec& spec, const std::vector<FileInput>& files, Table::State& state,
                   Ids& ids);

// Adds a file to the state's sources and names, taken for UTF-8 where it has
// no BOM of UTF-16: whether it is shows when its bytes are read anyway.
// Errors: no header.
Errors open_source(const TableSpec& spec, const FileInput& file, Table::State& state);
// The same source once it is known not to be UTF-8.
Errors reopen_as_windows1252(const TableSpec& spec, const std::string& file, Source& source);

// What a first pass over a source finds, before anything is allocated.
struct Plan {
  std::vector<Chunk> chunks;  // of about the size asked for; rows from 0
  std::size_t rows = 0;
  bool is_utf8 = true;  // looked at only where the source is taken for UTF-8
  Errors errors;        // what makes the file unreadable
};
// The source of this index, which is reopened where it is not UTF-8.
Plan plan_source(const TableSpec& spec, std::size_t index, std::size_t chunk_size,
                 Table::State& state);

// Marks all but the kept record of each id, some rows at a time.
class Duplicates {
 public:
  // All of them outlive it.
  Duplicates(Keep keep, int id_field, const Ids& ids, Table::State& state);
  // False when all are marked.
  bool step();

 private:
  [[nodiscard]] bool same(std::size_t a, std::size_t b) const;
  bool mark(std::size_t row);
  void mark_by_sorting();

  const Keep keep_;
  const std::vector<std::uint32_t>& hashes_;
  const std::vector<TextRef>& ids_;
  Table::State& state_;
  std::vector<std::uint32_t> slots_;  // the row that is kept so far
  std::size_t row_ = 0;
};

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_TABLE_STATE_H_
