#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/data/csv_errors.h"
#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

constexpr std::size_t kPiece = 1U << 19;

}  // namespace

// One pass over every file. Columns grow as they are read: a second pass just
// to know their size costs more.
class TableReading::Steps {
 public:
  Steps(TableSpec spec, std::vector<FileInput> files)
      : spec_(std::move(spec)),
        files_(std::move(files)),
        state_(std::make_unique<Table::State>()),
        errors_(begin_table(spec_, files_, *state_, ids_)) {
    if (errors_.empty()) {
      reader_ = std::make_unique<ChunkReader>(spec_, true, *state_, ids_);
    } else {
      phase_ = Phase::done;
    }
  }

  bool step() {
    switch (phase_) {
      case Phase::open:
        open_next();
        break;
      case Phase::read:
        read_piece();
        break;
      case Phase::duplicates:
        if (!duplicates_) {
          state_->statuses.resize(state_->rows);
          duplicates_.emplace(spec_.keep, spec_.id_field, ids_, *state_);
        } else if (!duplicates_->step()) {
          duplicates_.reset();
          phase_ = Phase::list;
        }
        break;
      case Phase::list:
        state_->list_kept();
        phase_ = Phase::done;
        break;
      case Phase::done:
        break;
    }
    return phase_ != Phase::done;
  }

  [[nodiscard]] std::uint64_t done() const { return done_; }

  Result<Table> finish() {
    if (!errors_.empty()) return std::move(errors_);
    return Table(std::move(state_));
  }

 private:
  enum class Phase : std::uint8_t { open, read, duplicates, list, done };

  void open_next() {
    if (index_ == files_.size()) {
      state_->counts = reader_->counts();
      phase_ = errors_.empty() ? Phase::duplicates : Phase::done;
      return;
    }
    Errors found = open_source(spec_, files_[index_], *state_);
    if (found.empty() && !errors_.empty()) {
      // Behind an error only other errors are of interest.
      found = plan_source(spec_, index_, kPiece, *state_).errors;
    } else if (found.empty()) {
      first_chunk_ = state_->chunks.size();
      first_row_ = state_->rows;
      counts_before_ = reader_->counts();
      begin_source();
      phase_ = Phase::read;
      return;
    }
    end_source(std::move(found));
  }

  void begin_source() {
    const Source& source = state_->sources[index_];
    checks_ = source.encoding == Encoding::utf8;
    checked_ = 0;
    at_ = source.layout.data_begin;
    line_ = source.layout.data_line;
  }

  void end_source(Errors found) {
    errors_.insert(errors_.end(), found.begin(), found.end());
    done_before_ += files_[index_].bytes.size();
    done_ = done_before_;
    ++index_;
    phase_ = Phase::open;
  }

  void read_piece() {
    const Source& source = state_->sources[index_];
    if (at_ < source.text.size()) {
      Chunk chunk;
      chunk.source = index_;
      chunk.begin = at_;
      chunk.line = static_cast<std::uint32_t>(line_);
      chunk.first_row = state_->rows;
      Errors found = reader_->read_on(chunk, kPiece);
      if (!found.empty()) return end_source(std::move(found));
      at_ = chunk.end;
      line_ = reader_->next_line();
      state_->rows += chunk.rows;
      if (state_->rows > kMaxRows || line_ > UINT32_MAX) {
        return end_source({too_many_rows(files_[index_].name)});
      }
      // Here, because these bytes are still in the cache.
      if (checks_) checked_ = check_utf8(source.text, checked_, at_);
      if (checked_ == std::string_view::npos) return read_again_as_windows1252();
      done_ = done_before_ + static_cast<std::uint64_t>(static_cast<double>(at_) /
                                                        static_cast<double>(source.text.size()) *
                                                        static_cast<double>(source.raw_size));
      if (chunk.rows > 0) state_->chunks.push_back(std::move(chunk));
      return;
    }
    if (checks_ && checked_ < source.text.size()) {
      checked_ = check_utf8(source.text, checked_, source.text.size());
    }
    if (checked_ == std::string_view::npos) return read_again_as_windows1252();
    end_source({});
  }

  void read_again_as_windows1252() {
    state_->chunks.resize(first_chunk_);
    state_->rows = first_row_;
    state_->resize_rows(first_row_);
    if (ids_.any) ids_.hashes.resize(first_row_);
    if (ids_.keeps_texts) ids_.texts.resize(first_row_);
    reader_->counts() = counts_before_;
    Errors found = reopen_as_windows1252(spec_, files_[index_].name, state_->sources[index_]);
    if (!found.empty()) return end_source(std::move(found));
    begin_source();
  }

  const TableSpec spec_;
  const std::vector<FileInput> files_;
  std::unique_ptr<Table::State> state_;
  Ids ids_;
  Errors errors_;
  std::unique_ptr<ChunkReader> reader_;
  Phase phase_ = Phase::open;
  std::optional<Duplicates> duplicates_;
  std::uint64_t done_ = 0;         // bytes, of all files
  std::uint64_t done_before_ = 0;  // of the files before this one
  std::size_t index_ = 0;          // of the file
  // What there was before it.
  std::size_t first_chunk_ = 0;
  std::size_t first_row_ = 0;
  std::vector<FieldCounts> counts_before_;
  // Within its text: what is read, and what is known to be UTF-8.
  std::size_t at_ = 0;
  std::uint64_t line_ = 0;
  bool checks_ = false;
  std::size_t checked_ = 0;
};

TableReading::TableReading(TableSpec spec, std::vector<FileInput> files)
    : steps_(std::make_unique<Steps>(std::move(spec), std::move(files))) {}
TableReading::TableReading(TableReading&&) noexcept = default;
TableReading& TableReading::operator=(TableReading&&) noexcept = default;
TableReading::~TableReading() = default;

bool TableReading::step() {
  return steps_->step();
}

std::uint64_t TableReading::done() const {
  return steps_->done();
}

Result<Table> TableReading::finish() {
  return steps_->finish();
}

}  // namespace leadpact::data
