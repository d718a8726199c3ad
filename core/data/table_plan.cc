// The first pass over a file: where its records are, but not yet what they say.
// It finds what makes a file unreadable before anything large is allocated,
// and counts rows, so that every column is allocated once, in its size.
#include <algorithm>

#include "core/data/csv_errors.h"
#include "core/data/csv_scan.h"
#include "core/data/structure.h"
#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

// Whether a record without line end has nothing but delimiters and blanks.
bool is_blank_record(std::string_view record, char delimiter) {
  for (const char c : record) {
    if (c != ' ' && c != '\t' && c != delimiter) return false;
  }
  return true;
}

// The longest cell of a record that a field wants, and where it begins.
struct Longest {
  std::size_t size = 0;
  std::uint32_t line = 0;
};

class Planner {
 public:
  Planner(const Source& source, const std::string& file, std::size_t chunk_size)
      : source_(source),
        file_(file),
        chunk_size_(chunk_size),
        delimiter_(source_.layout.delimiter) {
    chunk_.begin = source_.layout.data_begin;
    chunk_.line = source_.layout.data_line;
    line_ = chunk_.line;
  }

  Plan run() && {
    const std::string_view text = source_.text;
    const bool checks = source_.encoding == Encoding::utf8;
    std::size_t at = chunk_.begin;
    std::size_t checked = 0;
    while (at < text.size()) {
      index_.find_lines(text.substr(at), delimiter_);
      std::size_t next = take_window(at);
      if (next == at) next = take_record(at);
      if (!plan_.errors.empty()) return std::move(plan_);
      at = next;
      // Here, because these bytes are still in the cache.
      if (checks) checked = check_utf8(text, checked, at);
      if (checked == std::string_view::npos) break;
      if (at - chunk_.begin >= chunk_size_) cut(at);
    }
    if (checks && checked < text.size()) checked = check_utf8(text, checked, text.size());
    plan_.is_utf8 = checked != std::string_view::npos;
    cut(at);
    if (plan_.rows > kMaxRows || line_ > UINT32_MAX) plan_.errors.push_back(too_many_rows(file_));
    return std::move(plan_);
  }

 private:
  // Takes the records that end within the window at `at`; where the next is.
  std::size_t take_window(std::size_t at) {
    const std::string_view text = source_.text;
    std::size_t next = at;
    for (std::size_t i = 0; i < index_.end_count(); ++i) {
      const std::size_t end = at + index_.ends()[i];
      if (next >= text.size()) break;
      const char first = text[next];
      if (first != delimiter_ && first > ' ') {
        ++chunk_.rows;
      } else if (!is_blank_record(text.substr(next, end - next), delimiter_)) {
        ++chunk_.rows;
      }
      ++line_;
      next = std::min(end + 1, text.size());
      if (next < text.size() && text[next] == '\n' && text[end] == '\r') ++next;
    }
    // Line ends inside quotes, of the records taken.
    for (std::size_t i = 0; i < index_.inner_count(); ++i) {
      if (at + index_.inner()[i] >= next) break;
      ++line_;
    }
    return next;
  }

  // Takes the record at `at`, of whatever form and size.
  std::size_t take_record(std::size_t at) {
    Longest longest;
    auto wanted = source_.slots.begin();
    const ScannedRecord record = scan_record(
        source_.text, at, static_cast<std::uint32_t>(line_), delimiter_,
        [&](std::size_t index, const Cell& cell, std::uint32_t line) {
          if (wanted == source_.slots.end() || static_cast<std::size_t>(*wanted) != index) return;
          ++wanted;
          if (longest.size > kMaxCell) return;
          const std::size_t size = size_as_utf8(cell.raw);
          if (size > longest.size) longest = {size, line};
        });
    line_ += record.next_line - static_cast<std::uint32_t>(line_);
    if (record.unterminated_line != 0) {
      plan_.errors.push_back(unterminated_quote(file_, record.unterminated_line));
    } else if (longest.size > kMaxCell) {
      plan_.errors.push_back(oversized_cell(file_, longest.line));
    }
    if (!record.blank) ++chunk_.rows;
    return record.end;
  }

  [[nodiscard]] std::size_t size_as_utf8(std::string_view raw) const {
    if (source_.encoding != Encoding::windows1252 || raw.size() > kMaxCell ||
        raw.size() <= kMaxCell / 3) {
      return raw.size();
    }
    std::string decoded;
    append_windows1252(decoded, raw);
    return decoded.size();
  }

  void cut(std::size_t end) {
    chunk_.end = end;
    if (chunk_.rows > 0) plan_.chunks.push_back(chunk_);
    plan_.rows += chunk_.rows;
    chunk_.begin = end;
    chunk_.first_row = plan_.rows;
    chunk_.rows = 0;
    chunk_.line = static_cast<std::uint32_t>(line_);
  }

  const Source& source_;
  const std::string& file_;
  std::size_t chunk_size_;
  char delimiter_;
  StructureIndex index_;
  Plan plan_;
  Chunk chunk_;
  std::uint64_t line_ = 1;
};

}  // namespace

Plan plan_source(const TableSpec& spec, std::size_t index, std::size_t chunk_size,
                 Table::State& state) {
  Source& source = state.sources[index];
  const std::string& file = state.file_names[index];
  Plan plan = Planner(source, file, chunk_size).run();
  if (plan.is_utf8 || !plan.errors.empty()) return plan;
  Errors errors = reopen_as_windows1252(spec, file, source);
  if (errors.empty()) return Planner(source, file, chunk_size).run();
  plan.errors = std::move(errors);
  return plan;
}

}  // namespace leadpact::data
