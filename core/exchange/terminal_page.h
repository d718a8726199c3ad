// Text laid out for a terminal: paragraphs and tables of at most 100 columns.
//
//   what goes in                     what comes out
//   -------------------------------  ------------------------------------------
//   a title with a line feed in it   one line: free text must not move the cursor
//   e, U+0301                        one column: a combining mark takes none
//   a Chinese character              two columns
//   any style without colour         the text alone: colour only repeats words
//
// Text is UTF-8; damaged bytes stand for themselves.
#ifndef LEADPACT_CORE_EXCHANGE_TERMINAL_PAGE_H_
#define LEADPACT_CORE_EXCHANGE_TERMINAL_PAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leadpact::exchange {

enum class Style { plain, bold, dim, good, fair, poor, heading };

struct Cell {
  std::string text;
  Style style = Style::plain;
};
using Row = std::vector<Cell>;

// Free text on one line, without what a terminal would obey.
[[nodiscard]] std::string one_line(std::string_view text);

class TerminalPage {
 public:
  explicit TerminalPage(bool colour) : colour_(colour) {}

  void write(std::string_view text, Style style = Style::plain);
  void line(std::string_view text, Style style = Style::plain);
  void heading(std::string_view text);
  // Free text, broken at spaces. `first` begins the first line, spaces the others.
  void paragraph(std::string_view first, std::string_view text, Style style = Style::plain);

  // `widths` grow to hold the row. Then the first `left` columns of it are written flush left,
  // the others flush right.
  static void widen(std::vector<std::size_t>& widths, const Row& row);
  void table_row(const Row& row, const std::vector<std::size_t>& widths, std::size_t left);

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  [[nodiscard]] std::string styled(std::string_view text, Style style) const;

  bool colour_;
  std::string out_;
};

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_TERMINAL_PAGE_H_
