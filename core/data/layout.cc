// Which delimiter a file uses and where its header is (scoring.md, 2).
#include <algorithm>
#include <optional>

#include "core/data/cells.h"
#include "core/data/csv.h"
#include "core/data/csv_errors.h"
#include "core/data/csv_scan.h"

namespace leadpact::data {
namespace {

constexpr char kDelimiters[] = {',', ';', '\t', '|'};
constexpr int kRecordsToTry = 20;

struct Start {
  std::size_t begin = 0;
  std::uint32_t line = 1;
  std::optional<char> delimiter;  // named by a `sep=` line
};

Start find_start(std::string_view text) {
  Start start;
  if (text.substr(0, 4) != "sep=" || text.size() < 5) return start;
  if (std::find(std::begin(kDelimiters), std::end(kDelimiters), text[4]) == std::end(kDelimiters)) {
    return start;
  }
  std::string_view rest = text.substr(5);
  while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t'))
    rest.remove_prefix(1);
  if (!rest.empty() && rest[0] != '\r' && rest[0] != '\n') return start;
  start.delimiter = text[4];
  start.begin = text.size() - rest.size();
  start.begin += rest.substr(0, 2) == "\r\n" ? 2u : rest.empty() ? 0u : 1u;
  start.line = rest.empty() ? 1 : 2;
  return start;
}

std::string value_of(const Cell& cell, Encoding encoding) {
  std::string value = cell.plain ? std::string(cell.raw) : unquote(cell.raw);
  if (encoding != Encoding::windows1252) return value;
  std::string decoded;
  append_windows1252(decoded, value);
  return decoded;
}

// One record seen as a header.
struct Candidate {
  std::vector<int> columns;  // of each wanted one, or -1
  std::size_t missing = 0;
  std::uint32_t line = 0;
  std::size_t begin = 0;
  ScannedRecord record;
};

// What one delimiter makes of a file.
struct Attempt {
  char delimiter = ',';
  std::optional<Candidate> header;
  std::optional<Candidate> first;
  std::uint32_t unterminated_line = 0;
};

class HeaderSearch {
 public:
  HeaderSearch(std::string_view text, Encoding encoding, const std::vector<std::string>& wanted)
      : text_(text), encoding_(encoding), start_(find_start(text)) {
    for (const std::string& name : wanted)
      wanted_.push_back(fold_case(trim(name)));
  }

  [[nodiscard]] const Start& start() const { return start_; }

  [[nodiscard]] Attempt attempt(char delimiter) const {
    Attempt attempt;
    attempt.delimiter = delimiter;
    std::size_t at = start_.begin;
    std::uint32_t line = start_.line;
    for (int tried = 0; tried < kRecordsToTry && at < text_.size();) {
      Candidate candidate = read(at, line, delimiter);
      at = candidate.record.end;
      line = candidate.record.next_line;
      attempt.unterminated_line = candidate.record.unterminated_line;
      if (candidate.record.blank) continue;
      ++tried;
      if (!attempt.first) attempt.first = candidate;
      if (attempt.unterminated_line != 0) break;
      if (candidate.missing == 0) {
        attempt.header = std::move(candidate);
        break;
      }
    }
    return attempt;
  }

  // The layout whose header is the record at `candidate`.
  [[nodiscard]] Layout layout(char delimiter, const Candidate& candidate) const {
    Layout layout;
    layout.delimiter = delimiter;
    layout.data_begin = candidate.record.end;
    layout.data_line = candidate.record.next_line;
    layout.header_line = candidate.line;
    layout.width = candidate.record.cells;
    layout.columns = candidate.columns;
    scan_record(text_, candidate.begin, candidate.line, delimiter,
                [&](std::size_t index, const Cell& cell, std::uint32_t) {
                  if (index >= kMaxColumns) return;
                  // No column anyone could want; so its bytes are not copied.
                  const bool vast = cell.raw.size() > kMaxCell;
                  layout.header.push_back(vast ? std::string() : value_of(cell, encoding_));
                });
    return layout;
  }

 private:
  [[nodiscard]] Candidate read(std::size_t begin, std::uint32_t line, char delimiter) const {
    Candidate candidate;
    candidate.begin = begin;
    candidate.line = line;
    candidate.columns.assign(wanted_.size(), -1);
    candidate.missing = wanted_.size();
    candidate.record = scan_record(text_, begin, line, delimiter,
                                   [&](std::size_t index, const Cell& cell, std::uint32_t) {
                                     if (candidate.missing == 0 || cell.raw.size() > kMaxCell)
                                       return;
                                     if (cell.plain && encoding_ != Encoding::windows1252) {
                                       match(cell.raw, index, candidate);
                                     } else {
                                       match(value_of(cell, encoding_), index, candidate);
                                     }
                                   });
    // Only what the unterminated quote left whole was visited.
    candidate.record.blank = candidate.record.blank && candidate.record.unterminated_line == 0;
    return candidate;
  }

  void match(std::string_view name, std::size_t index, Candidate& candidate) const {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (candidate.columns[i] < 0 && equals_folded(name, wanted_[i])) {
        candidate.columns[i] = static_cast<int>(index);
        --candidate.missing;
      }
    }
  }

  std::string_view text_;
  Encoding encoding_;
  Start start_;
  std::vector<std::string> wanted_;
};

std::vector<Attempt> attempts(const HeaderSearch& search) {
  std::vector<Attempt> all;
  if (search.start().delimiter) {
    all.push_back(search.attempt(*search.start().delimiter));
  } else {
    for (const char delimiter : kDelimiters)
      all.push_back(search.attempt(delimiter));
  }
  return all;
}

Errors missing_columns(const Attempt& attempt, const std::string& file,
                       const std::vector<std::string>& wanted,
                       const std::vector<std::string>& keys) {
  Errors errors;
  if (attempt.unterminated_line != 0) {
    errors.push_back(unterminated_quote(file, attempt.unterminated_line));
    // Where the first record is the broken one, what it lacks says nothing.
    if (attempt.first->record.unterminated_line != 0) return errors;
  }
  std::string names;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (attempt.first->columns[i] >= 0) continue;
    if (!names.empty()) names += ", ";
    names += wanted[i];
    if (i < keys.size()) names += " (field " + keys[i] + ")";
  }
  errors.push_back({ErrorCode::no_header, place_of(file, attempt.first->line),
                    "No line of the first 20 has all the columns this agreement reads. Missing "
                    "from the first line: " +
                        names + "."});
  return errors;
}

}  // namespace

Result<Layout> find_layout(std::string_view text, const std::string& file,
                           const std::vector<std::string>& wanted,
                           const std::vector<std::string>& keys, Encoding encoding) {
  const HeaderSearch search(text, encoding, wanted);
  const std::vector<Attempt> all = attempts(search);
  const Attempt* best = nullptr;
  for (const Attempt& attempt : all) {
    if (!attempt.header) continue;
    if (best == nullptr || attempt.header->record.cells > best->header->record.cells) {
      best = &attempt;
    }
  }
  if (best != nullptr) return search.layout(best->delimiter, *best->header);

  // The delimiter that was probably meant: its first record lacks least.
  for (const Attempt& attempt : all) {
    if (!attempt.first) continue;
    const auto rank = [](const Attempt& a) {
      return std::pair(a.first->missing, SIZE_MAX - a.first->record.cells);
    };
    if (best == nullptr || rank(attempt) < rank(*best)) best = &attempt;
  }
  if (best == nullptr) return no_records(file);
  return missing_columns(*best, file, wanted, keys);
}

Result<Layout> guess_layout(std::string_view text, const std::string& file) {
  const HeaderSearch search(text, Encoding::utf8, {});
  const Start& start = search.start();
  char best = ',';
  std::size_t most = 0;
  std::uint32_t unterminated_line = 0;
  for (const char delimiter : kDelimiters) {
    if (start.delimiter && delimiter != *start.delimiter) continue;
    std::size_t at = start.begin;
    std::uint32_t line = start.line;
    std::size_t cells = 0;
    std::uint32_t unterminated = 0;
    for (int tried = 0; tried < kRecordsToTry && at < text.size() && unterminated == 0;) {
      const ScannedRecord record =
          scan_record(text, at, line, delimiter, [](std::size_t, const Cell&, std::uint32_t) {});
      at = record.end;
      line = record.next_line;
      unterminated = record.unterminated_line;
      if (record.blank && unterminated == 0) continue;
      ++tried;
      cells += record.cells + (unterminated != 0 ? 1u : 0u);
    }
    if (cells > most) {
      most = cells;
      best = delimiter;
      unterminated_line = unterminated;
    }
  }
  if (most == 0) return no_records(file);
  if (unterminated_line != 0) return unterminated_quote(file, unterminated_line);
  const Attempt attempt = search.attempt(best);
  return search.layout(best, *attempt.header);
}

}  // namespace leadpact::data
