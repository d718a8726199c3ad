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

constexpr std::uint64_t kProgressStep = 4u << 20;

Error stopped() {
  return {ErrorCode::bad_value, "", "stopped"};
}

#if !defined(__EMSCRIPTEN__)
constexpr std::size_t kSmallestChunk = 64u << 10;
constexpr std::size_t kLargestChunk = 1u << 20;
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

class ParallelReader {
 public:
  ParallelReader(const TableSpec& spec, const std::vector<FileInput>& files,
                 const ReadOptions& options)
      : spec_(spec), files_(files), options_(options), state_(std::make_unique<Table::State>()) {}

  Result<Table> read(int threads) {
    Errors errors = begin_table(spec_, files_, *state_, ids_);
    if (errors.empty()) errors = read_rows(threads);
    if (!errors.empty()) return errors;
    if (stop_ || !report(state_->total_size)) return stopped();
    state_->statuses.resize(state_->rows);
    Duplicates duplicates(spec_.keep, spec_.id_field, ids_, *state_);
    while (duplicates.step()) {
    }
    state_->list_kept();
    return Table(std::move(state_));
  }

 private:
  // A first pass cuts every file between records, a second one reads the
  // pieces in any order.
  Errors read_rows(int threads) {
    const std::uint64_t even = state_->total_size / static_cast<std::uint64_t>(threads * 4);
    const auto chunk_size =
        static_cast<std::size_t>(std::clamp<std::uint64_t>(even, kSmallestChunk, kLargestChunk));
    Errors errors;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      Errors found = open_source(spec_, files_[i], *state_);
      if (found.empty()) {
        Plan planned = plan_source(spec_, i, chunk_size, *state_);
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
#endif

Result<Table> read_alone(const TableSpec& spec, const std::vector<FileInput>& files,
                         const ReadOptions& options) {
  TableReading reading(spec, files);
  std::uint64_t reported = 0;
  while (reading.step()) {
    if (!options.progress || reading.done() - reported < kProgressStep) continue;
    reported = reading.done();
    if (!options.progress(reported)) return stopped();
  }
  Result<Table> table = reading.finish();
  if (table.ok() && options.progress && !options.progress(reading.done())) return stopped();
  return table;
}

}  // namespace

Result<Table> read_table(const TableSpec& spec, const std::vector<FileInput>& files,
                         const ReadOptions& options) {
#if !defined(__EMSCRIPTEN__)
  const int threads = std::clamp(options.threads, 1, kMostThreads);
  if (threads > 1) return ParallelReader(spec, files, options).read(threads);
#endif
  return read_alone(spec, files, options);
}

}  // namespace leadpact::data
