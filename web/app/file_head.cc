#include "web/app/file_head.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "core/agreement/ical.h"
#include "core/data/bytes.h"
#include "core/data/cells.h"
#include "core/data/csv.h"
#include "core/exchange/disputes_json.h"
#include "core/exchange/saved_scorecard.h"

namespace leadpact::app {
namespace {

constexpr std::size_t kHeaderWithin = 20;  // records, scoring.md, 2
constexpr std::size_t kRowsKept = 50;      // for recognising a column by its cells
// One more than is used: the last of a begin may be cut off.
constexpr std::size_t kRecords = kHeaderWithin + kRowsKept + 1;
constexpr std::size_t kLooksLikeText = 4096;
constexpr std::size_t kBegin = 1 << 20;  // bytes of a large file

bool ends_in(std::string_view name, std::string_view ending) {
  const std::string folded = data::fold_case(name);
  return folded.size() >= ending.size() && folded.substr(folded.size() - ending.size()) == ending;
}

std::vector<std::string> texts_of(const std::vector<data::Cell>& cells) {
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  for (const data::Cell& cell : cells) {
    texts.push_back(cell.plain ? std::string(cell.raw) : data::unquote(cell.raw));
  }
  return texts;
}

// A first line `sep=;` names the delimiter and is no record.
std::string_view without_separator_line(std::string_view text) {
  if (data::fold_case(text.substr(0, 4)) != "sep=") return text;
  const std::size_t end = text.find_first_of("\r\n");
  if (end > 6) return text;  // npos too
  text.remove_prefix(end);
  if (text.substr(0, 2) == "\r\n") text.remove_prefix(1);
  text.remove_prefix(1);
  return text;
}

std::set<std::string> wanted_columns(const agreement::Agreement* agreement) {
  std::set<std::string> wanted;
  if (agreement == nullptr) return wanted;
  for (const agreement::Dataset& dataset : agreement->datasets) {
    for (const data::Field& field : dataset.fields) {
      wanted.insert(normalised(field.column));
    }
  }
  return wanted;
}

std::size_t header_row(const std::vector<std::vector<std::string>>& records,
                       const std::set<std::string>& wanted) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t r = 0; r < records.size() && r < kHeaderWithin; ++r) {
    std::size_t found = 0;
    for (const std::string& cell : records[r])
      found += wanted.count(normalised(cell));
    if (found > most) {
      most = found;
      best = r;
    }
  }
  return best;
}

// The first bytes of a large file as text. What a letter beyond ASCII is, the whole file says.
std::string begin_of(std::string_view bytes) {
  const data::Detected detected = data::detect_bom(bytes);
  const std::string_view begin = detected.body.substr(0, kBegin);
  if (detected.encoding != data::Encoding::utf8) {
    return data::from_utf16(begin, detected.encoding == data::Encoding::utf16be);
  }
  const bool is_ascii = std::all_of(begin.begin(), begin.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_ascii || data::is_utf8(detected.body)) return std::string(begin);
  std::string text;
  data::append_windows1252(text, begin);
  return text;
}

// How cells are told apart, and the first records with their cells; fewer where there are no more.
Result<FileHead> first_records(std::string_view name, std::string_view text,
                               std::vector<std::vector<std::string>>& records) {
  const Result<data::Layout> layout = data::guess_layout(text, std::string(name));
  if (!layout.ok()) return layout.errors();
  FileHead head;
  head.delimiter = layout.value().delimiter;
  data::CsvReader reader(without_separator_line(text), head.delimiter);
  std::vector<data::Cell> cells;
  records.clear();
  while (records.size() < kRecords && reader.next(cells)) {
    records.push_back(texts_of(cells));
  }
  return head;
}

}  // namespace

FileKind kind_of(std::string_view name, std::string_view bytes) {
  if (bytes.empty()) return FileKind::empty;
  if (bytes.substr(0, 4) == "PK\x03\x04" || bytes.substr(0, 4) == "\xD0\xCF\x11\xE0") {
    return FileKind::workbook;
  }
  std::string_view text = bytes;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (ends_in(name, ".ics") || agreement::is_ical(text)) return FileKind::calendar;
  if (ends_in(name, ".scorecard.json") || exchange::is_saved_scorecard(bytes)) {
    return FileKind::scorecard;
  }
  if (ends_in(name, ".json") || (first != std::string_view::npos && text[first] == '{')) {
    return exchange::looks_like_disputes(text) ? FileKind::disputes : FileKind::agreement;
  }
  const bool utf16 = bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
  if (!utf16 && bytes.substr(0, kLooksLikeText).find('\0') != std::string_view::npos) {
    return FileKind::not_text;
  }
  return FileKind::table;
}

std::string refusal(FileKind kind) {
  switch (kind) {
    case FileKind::workbook:
      return "It is a spreadsheet workbook. Open it in your spreadsheet, save it as CSV "
             "(“CSV UTF-8”), and drop that file here.";
    case FileKind::empty:
      return "It is empty. Export it from your CRM again.";
    case FileKind::not_text:
      return "It is neither a CSV export nor an agreement file. Export your leads as CSV and "
             "drop that file here.";
    case FileKind::agreement:
    case FileKind::scorecard:
    case FileKind::table:
    case FileKind::calendar:
    case FileKind::disputes:
      break;
  }
  return "";
}

Result<FileHead> read_head(std::string_view name, std::string_view bytes,
                           const agreement::Agreement* agreement) {
  std::vector<std::vector<std::string>> records;
  Result<FileHead> read = FileHead();
  const bool large = bytes.size() > 2 * kBegin;
  if (large) read = first_records(name, begin_of(bytes), records);
  // Else it may be cut off in the middle of one of them.
  if (!large || !read.ok() || records.size() < kRecords) {
    read = first_records(name, data::DecodedText(bytes).view(), records);
  }
  if (!read.ok()) return read.errors();
  if (records.empty()) {
    return Error{ErrorCode::bad_csv, std::string(name), "has no rows; a header was expected"};
  }
  FileHead head = std::move(read).value();
  const std::size_t first = header_row(records, wanted_columns(agreement));
  head.header = records[first];
  for (std::size_t r = first + 1; r < records.size() && head.rows.size() < kRowsKept; ++r) {
    records[r].resize(head.header.size());
    head.rows.push_back(std::move(records[r]));
  }
  return head;
}

}  // namespace leadpact::app
