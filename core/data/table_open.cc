// From files to chunks of records: encodings, headers, and the first pass.
#include <algorithm>
#include <utility>

#include "core/data/csv_errors.h"
#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

class Opener {
 public:
  Opener(const TableSpec& spec, std::size_t chunk_size, Table::State& state)
      : chunk_size_(chunk_size), state_(state) {
    for (const Field& field : spec.fields) {
      wanted_.push_back(field.column);
      keys_.push_back(field.key);
    }
  }

  Errors open(const FileInput& file) {
    state_.file_names.push_back(file.name);
    Source& source = state_.sources.emplace_back();
    source.raw_size = file.bytes.size();
    const Detected bom = detect_bom(file.bytes);
    source.encoding = bom.encoding;
    source.text = bom.body;
    if (bom.encoding != Encoding::utf8) {
      source.decoded = from_utf16(bom.body, bom.encoding == Encoding::utf16be);
      source.text = source.decoded;
    }
    source.base = base_;
    base_ += source.text.size();
    if (base_ > kMaxTotalSize) {
      return {Error{ErrorCode::too_large, file.name,
                    "The files of this data are larger than 128 GiB together; less was "
                    "expected."}};
    }

    // Taken for UTF-8 until the first pass finds that it is not: a pass of its
    // own would read every byte once more.
    Errors errors = lay_out(source, file.name);
    if (errors.empty()) {
      Plan plan = plan_chunks(source, file.name, chunk_size_);
      if (plan.is_utf8) return accept(std::move(plan), file.name);
    } else if (source.encoding != Encoding::utf8 || is_utf8(source.text)) {
      return errors;
    }
    source.encoding = Encoding::windows1252;
    errors = lay_out(source, file.name);
    if (!errors.empty()) return errors;
    return accept(plan_chunks(source, file.name, chunk_size_), file.name);
  }

 private:
  Errors lay_out(Source& source, const std::string& file) const {
    Result<Layout> layout = find_layout(source.text, file, wanted_, keys_, source.encoding);
    if (!layout.ok()) return layout.errors();
    source.layout = std::move(layout).value();
    source.slots = source.layout.columns;
    std::sort(source.slots.begin(), source.slots.end());
    source.slots.erase(std::unique(source.slots.begin(), source.slots.end()), source.slots.end());
    source.slot_of.clear();
    for (const int column : source.layout.columns) {
      const auto slot = std::lower_bound(source.slots.begin(), source.slots.end(), column);
      source.slot_of.push_back(static_cast<int>(slot - source.slots.begin()));
    }
    return {};
  }

  Errors accept(Plan plan, const std::string& file) {
    if (!plan.errors.empty()) return plan.errors;
    if (state_.rows + plan.rows > kMaxRows) return {too_many_rows(file)};
    for (Chunk& chunk : plan.chunks) {
      chunk.source = state_.sources.size() - 1;
      chunk.first_row += state_.rows;
      state_.chunks.push_back(std::move(chunk));
    }
    state_.rows += plan.rows;
    return {};
  }

  std::size_t chunk_size_;
  Table::State& state_;
  std::vector<std::string> wanted_;
  std::vector<std::string> keys_;
  std::uint64_t base_ = 0;
};

}  // namespace

Errors open_files(const TableSpec& spec, const std::vector<FileInput>& files,
                  std::size_t chunk_size, Table::State& state) {
  Opener opener(spec, chunk_size, state);
  Errors errors;
  state.sources.reserve(files.size());  // a short decoded text would move with its string
  for (const FileInput& file : files) {
    const Errors found = opener.open(file);
    errors.insert(errors.end(), found.begin(), found.end());
  }
  return errors;
}

}  // namespace leadpact::data
