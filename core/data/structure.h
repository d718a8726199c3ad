// The fast path over CSV text: where its delimiters and line ends are, 64
// bytes at a time.
//
// Quotes are followed as RFC 4180 has them: one opens right after a delimiter
// or line end, and closes right before one; two together inside are one. What
// is quoted in any other way (`, "a"`, `5" disk`) stops the index just before
// it, and scan_record takes that record.
#ifndef LEADPACT_CORE_DATA_STRUCTURE_H_
#define LEADPACT_CORE_DATA_STRUCTURE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace leadpact::data {

// Positions are offsets from where the indexed text began, ascending.
class StructureIndex {
 public:
  // At most so many bytes are indexed at once.
  static constexpr std::size_t kWindow = 64 * 1024;

  // Indexes a window of `text`, which begins with a record. Where the text
  // ends inside the window, its end counts as a line end (so a line end at
  // the very end is followed by another, which ends no record).
  void find_lines(std::string_view text, char delimiter) { find<false>(text, delimiter); }
  // The same, delimiters too.
  void find_cells(std::string_view text, char delimiter) { find<true>(text, delimiter); }

  // Line ends outside quotes: of a CRLF the CR.
  [[nodiscard]] const std::uint32_t* ends() const { return ends_.data(); }
  [[nodiscard]] std::size_t end_count() const { return end_count_; }
  // Delimiters outside quotes, also those after the last line end. May be
  // written to, and so may the places right before and after them.
  [[nodiscard]] std::uint32_t* delimiters() { return delimiters_.data() + 1; }
  [[nodiscard]] std::size_t delimiter_count() const { return delimiter_count_; }
  // Line ends inside quotes.
  [[nodiscard]] const std::uint32_t* inner() const { return inner_.data(); }
  [[nodiscard]] std::size_t inner_count() const { return inner_count_; }

 private:
  void make_room(std::size_t size);
  template <bool kCells>
  void find(std::string_view text, char delimiter);

  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> delimiters_;
  std::vector<std::uint32_t> inner_;
  std::size_t end_count_ = 0;
  std::size_t delimiter_count_ = 0;
  std::size_t inner_count_ = 0;
};

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_STRUCTURE_H_
