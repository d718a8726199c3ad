#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#if !defined(__EMSCRIPTEN__)
#include <system_error>
#include <thread>
#endif

#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

constexpr std::size_t kChunk = 1u << 20;
constexpr std::size_t kSmallestChunk = 64u << 10;
constexpr std::uint64_t kProgressStep = 4u << 20;
constexpr int kMostThreads = 64;

Error stopped() { return {ErrorCode::bad_value, "", "stopped"}; }

void allocate(const TableSpec& spec, Table::State& state, Ids& ids) {
  state.fields = spec.fields;
  state.columns.resize(spec.fields.size());
  for (std::size_t i = 0; i < spec.fields.size(); ++i) state.columns[i].type = spec.fields[i].type;
  state.reserve_rows();
  ids.any = spec.id_field >= 0 && static_cast<std::size_t>(spec.id_field) < spec.fields.size();
  if (!ids.any) return;
  ids.hashes.resize(state.rows);
  const FieldType type = spec.fields[static_cast<std::size_t>(spec.id_field)].type;
  if (type != FieldType::text && type != FieldType::unset) ids.texts.resize(state.rows);
}

// Hands out chunks to threads, and tells how far they are.
class Reading {
 public:
  Reading(const TableSpec& spec, const ReadOptions& options, Table::State& state, Ids& ids)
      : spec_(spec), options_(options), state_(state), ids_(ids) {}

  // False where `progress` asked to stop.
  bool run(int threads) {
#if defined(__EMSCRIPTEN__)
    static_cast<void>(threads);
    work(true);
#else
    alone_ = threads == 1;
    if (!alone_) state_.grow(state_.rows);
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i) {
#if defined(__cpp_exceptions)
      // A machine that has no thread left is no reason to fail.
      try {
        others.emplace_back([this] { work(false); });
      } catch (const std::system_error&) {
        break;
      }
#else
      others.emplace_back([this] { work(false); });
#endif
    }
    work(true);
    for (std::thread& other : others) other.join();
#endif
    if (stop_) return false;
    std::uint64_t total = 0;
    for (const Source& source : state_.sources) total += source.raw_size;
    return !options_.progress || options_.progress(total);
  }

 private:
  void work(bool reports) {
    ChunkReader reader(spec_, state_, ids_);
    std::uint64_t reported = 0;
    while (!stop_) {
      const std::size_t index = next_++;
      if (index >= state_.chunks.size()) return;
      Chunk& chunk = state_.chunks[index];
      // Elements are cleared when they come to be: with one thread shortly
      // before they are written, while they are still in the cache.
      if (alone_) state_.grow(chunk.first_row + chunk.rows);
      reader.read(chunk);
      const Source& source = state_.sources[chunk.source];
      const double share = static_cast<double>(chunk.end - chunk.begin) /
                           static_cast<double>(source.text.size());
      done_ += static_cast<std::uint64_t>(share * static_cast<double>(source.raw_size));
      if (!reports || !options_.progress) continue;
      const std::uint64_t done = done_;
      if (done - reported < kProgressStep) continue;
      reported = done;
      if (!options_.progress(done)) stop_ = true;
    }
  }

  const TableSpec& spec_;
  const ReadOptions& options_;
  Table::State& state_;
  Ids& ids_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::uint64_t> done_{0};
  std::atomic<bool> stop_{false};
  bool alone_ = true;
};

}  // namespace

Result<Table> read_table(const TableSpec& spec, const std::vector<FileInput>& files,
                         const ReadOptions& options) {
  const int threads = std::clamp(options.threads, 1, kMostThreads);
  std::size_t chunk_size = kChunk;
  if (threads > 1) {
    std::uint64_t total = 0;
    for (const FileInput& file : files) total += file.bytes.size();
    const std::uint64_t even = total / static_cast<std::uint64_t>(threads * 4);
    chunk_size =
        static_cast<std::size_t>(std::clamp<std::uint64_t>(even, kSmallestChunk, kChunk));
  }
  auto state = std::make_unique<Table::State>();
  Errors errors = open_files(spec, files, chunk_size, *state);
  if (!errors.empty()) return errors;

  Ids ids;
  allocate(spec, *state, ids);
  if (!Reading(spec, options, *state, ids).run(threads)) return stopped();
  mark_duplicates(spec.keep, spec.id_field, ids, *state);
  state->list_kept();
  return Table(std::move(state));
}

}  // namespace leadpact::data
