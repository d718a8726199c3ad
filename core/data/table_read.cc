#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "core/data/csv_errors.h"
#include "core/data/parallel.h"
#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

constexpr std::size_t kChunk = 1u << 20;
constexpr std::uint64_t kProgressStep = 4u << 20;

Error stopped() {
  return {ErrorCode::bad_value, "", "stopped"};
}

#if !defined(__EMSCRIPTEN__)
constexpr std::size_t kSmallestChunk = 64u << 10;
constexpr int kMostThreads = 64;

void add(std::vector<FieldCounts>& sums, const std::vector<FieldCounts>& counts) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i].filled += counts[i].filled;
    sums[i].invalid += counts[i].invalid;
    sums[i].date_only += counts[i].date_only;
    sums[i].dates.month_first += counts[i].dates.month_first;
    sums[i].dates.day_first += counts[i].dates.day_first;
    sums[i].dates.either += counts[i].dates.either;
  }
}
#endif

class TableReader {
 public:
  TableReader(const TableSpec& spec, const std::vector<FileInput>& files,
              const ReadOptions& options)
      : spec_(spec), files_(files), options_(options), state_(std::make_unique<Table::State>()) {}

  Result<Table> read() {
    state_->fields = spec_.fields;
    state_->columns.resize(spec_.fields.size());
    state_->counts.resize(spec_.fields.size());
    state_->sources.reserve(files_.size());  // a short decoded text would move with its string
    for (std::size_t i = 0; i < spec_.fields.size(); ++i) {
      state_->columns[i].type = spec_.fields[i].type;
    }
    ids_.any =
        spec_.id_field >= 0 && static_cast<std::size_t>(spec_.id_field) < spec_.fields.size();
    if (ids_.any) {
      const FieldType type = spec_.fields[static_cast<std::size_t>(spec_.id_field)].type;
      ids_.keeps_texts = type != FieldType::text && type != FieldType::unset;
    }
    for (const FileInput& file : files_)
      state_->total_size += file.bytes.size();
    if (state_->total_size > kMaxTotalSize) {
      return Error{ErrorCode::too_large, files_.front().name,
                   "The files of this data are larger than 32 GiB together; less was expected."};
    }

    Errors errors = read_rows();
    if (!errors.empty()) return errors;
    if (stop_ || !report(state_->total_size)) return stopped();
    state_->statuses.resize(state_->rows);
    mark_duplicates(spec_.keep, spec_.id_field, ids_, *state_);
    state_->list_kept();
    return Table(std::move(state_));
  }

 private:
  Errors read_rows() {
#if !defined(__EMSCRIPTEN__)
    const int threads = std::clamp(options_.threads, 1, kMostThreads);
    if (threads > 1) return read_in_parallel(threads);
#endif
    return read_alone();
  }

  // One pass over every file. Columns grow as they are read: a second pass
  // just to know their size costs more.
  Errors read_alone() {
    Errors errors;
    ChunkReader reader(spec_, true, *state_, ids_);
    for (std::size_t i = 0; i < files_.size() && !stop_; ++i) {
      Errors found = open_source(spec_, files_[i], *state_);
      if (found.empty()) {
        // Behind an error only other errors are of interest.
        found = errors.empty() ? read_source(i, reader) : plan(i, kChunk).errors;
      }
      errors.insert(errors.end(), found.begin(), found.end());
    }
    state_->counts = reader.counts();
    return errors;
  }

  Errors read_source(std::size_t index, ChunkReader& reader) {
    Source& source = state_->sources[index];
    const std::size_t first_chunk = state_->chunks.size();
    const std::size_t first_row = state_->rows;
    const std::vector<FieldCounts> counts_before = reader.counts();
    bool is_utf8 = true;
    Errors errors = read_chunks(index, reader, is_utf8);
    if (is_utf8 || !errors.empty()) return errors;

    state_->chunks.resize(first_chunk);
    state_->rows = first_row;
    state_->resize_rows(first_row);
    if (ids_.any) ids_.hashes.resize(first_row);
    if (ids_.keeps_texts) ids_.texts.resize(first_row);
    reader.counts() = counts_before;
    errors = reopen_as_windows1252(spec_, state_->file_names[index], source);
    if (!errors.empty()) return errors;
    return read_chunks(index, reader, is_utf8);
  }

  Errors read_chunks(std::size_t index, ChunkReader& reader, bool& is_utf8) {
    const Source& source = state_->sources[index];
    const bool checks = source.encoding == Encoding::utf8;
    std::size_t checked = 0;
    std::size_t at = source.layout.data_begin;
    std::uint64_t line = source.layout.data_line;
    while (at < source.text.size() && !stop_) {
      Chunk chunk;
      chunk.source = index;
      chunk.begin = at;
      chunk.line = static_cast<std::uint32_t>(line);
      chunk.first_row = state_->rows;
      Errors errors = reader.read_on(chunk, kChunk);
      if (!errors.empty()) return errors;
      at = chunk.end;
      line = reader.next_line();
      state_->rows += chunk.rows;
      if (state_->rows > kMaxRows || line > UINT32_MAX) {
        return {too_many_rows(state_->file_names[index])};
      }
      // Here, because these bytes are still in the cache.
      if (checks) checked = check_utf8(source.text, checked, at);
      if (checked == std::string_view::npos) break;
      advance(chunk, true);
      if (chunk.rows > 0) state_->chunks.push_back(std::move(chunk));
    }
    if (checks && !stop_ && checked < source.text.size()) {
      checked = check_utf8(source.text, checked, source.text.size());
    }
    is_utf8 = checked != std::string_view::npos;
    return {};
  }

  Plan plan(std::size_t index, std::size_t chunk_size) {
    Source& source = state_->sources[index];
    const std::string& file = state_->file_names[index];
    Plan plan = plan_chunks(source, file, chunk_size);
    if (plan.is_utf8 || !plan.errors.empty()) return plan;
    Errors errors = reopen_as_windows1252(spec_, file, source);
    if (errors.empty()) return plan_chunks(source, file, chunk_size);
    plan.errors = std::move(errors);
    return plan;
  }

#if !defined(__EMSCRIPTEN__)
  // A first pass cuts every file between records, a second one reads the
  // pieces in any order.
  Errors read_in_parallel(int threads) {
    const std::uint64_t even = state_->total_size / static_cast<std::uint64_t>(threads * 4);
    const auto chunk_size =
        static_cast<std::size_t>(std::clamp<std::uint64_t>(even, kSmallestChunk, kChunk));
    Errors errors;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      Errors found = open_source(spec_, files_[i], *state_);
      if (found.empty()) {
        Plan planned = plan(i, chunk_size);
        found = std::move(planned.errors);
        if (found.empty()) accept(std::move(planned), i);
      }
      if (found.empty() && state_->rows > kMaxRows) found = {too_many_rows(files_[i].name)};
      errors.insert(errors.end(), found.begin(), found.end());
    }
    if (!errors.empty()) return errors;

    state_->reserve_rows(state_->rows);
    state_->resize_rows(state_->rows);
    if (ids_.any) ids_.hashes.resize(state_->rows);
    if (ids_.keeps_texts) ids_.texts.resize(state_->rows);
    run_together(static_cast<std::size_t>(threads), [this](bool is_caller) { work(is_caller); });
    return {};
  }

  void accept(Plan planned, std::size_t source) {
    for (Chunk& chunk : planned.chunks) {
      chunk.source = source;
      chunk.first_row += state_->rows;
      state_->chunks.push_back(std::move(chunk));
    }
    state_->rows += planned.rows;
  }

  void work(bool reports) {
    ChunkReader reader(spec_, false, *state_, ids_);
    while (!stop_) {
      const std::size_t index = next_chunk_++;
      if (index >= state_->chunks.size()) break;
      reader.read(state_->chunks[index]);
      advance(state_->chunks[index], reports);
    }
    const std::lock_guard<std::mutex> lock(counts_mutex_);
    add(state_->counts, reader.counts());
  }
#endif

  // Notes that a chunk is read; stops where the caller wants so.
  void advance(const Chunk& chunk, bool reports) {
    const Source& source = state_->sources[chunk.source];
    const double share =
        static_cast<double>(chunk.end - chunk.begin) / static_cast<double>(source.text.size());
    done_ += static_cast<std::uint64_t>(share * static_cast<double>(source.raw_size));
    const std::uint64_t done = done_;
    if (!reports || done - reported_ < kProgressStep) return;
    reported_ = done;
    if (!report(done)) stop_ = true;
  }

  [[nodiscard]] bool report(std::uint64_t done) const {
    return !options_.progress || options_.progress(done);
  }

  const TableSpec& spec_;
  const std::vector<FileInput>& files_;
  const ReadOptions& options_;
  std::unique_ptr<Table::State> state_;
  Ids ids_;
  std::atomic<std::size_t> next_chunk_{0};
  std::atomic<std::uint64_t> done_{0};
  std::uint64_t reported_ = 0;  // the calling thread's
  std::atomic<bool> stop_{false};
  std::mutex counts_mutex_;
};

}  // namespace

Result<Table> read_table(const TableSpec& spec, const std::vector<FileInput>& files,
                         const ReadOptions& options) {
  return TableReader(spec, files, options).read();
}

}  // namespace leadpact::data
