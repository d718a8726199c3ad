// A table on its way into a spreadsheet: as a file, or by the clipboard.
//
// A spreadsheet runs a text that begins like a formula, and texts come from the
// CRM's visitors. So such a text is guarded with an apostrophe, which makes it a
// text; numbers are written as numbers and stay what they are.
//
//   cell                  as CSV          as copied
//   --------------------  --------------  ------------
//   text   Ada, Bo        "Ada, Bo"       Ada, Bo
//   text   =HYPERLINK(1)  '=HYPERLINK(1)  '=HYPERLINK(1)
//   text   -3 dB          '-3 dB          '-3 dB
//   text   two⏎lines      "two⏎lines"     two lines
//   number -3.5           -3.5            -3.5
//   nothing
//
// CSV has lines of CRLF (RFC 4180); what is copied has tabs between cells.
#ifndef LEADPACT_CORE_EXCHANGE_SHEET_H_
#define LEADPACT_CORE_EXCHANGE_SHEET_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace leadpact::exchange {

// Before a CSV file it tells Excel that the text is UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class SheetForm : std::uint8_t { csv, copied };

// Quoted only where a reader would otherwise cut it.
void append_csv_cell(std::string& csv, std::string_view text);

// With an apostrophe before it where it begins like a formula: with one of
// = + - @ or their wide forms, after spaces too, or with a tab or a line end.
[[nodiscard]] std::string guarded(std::string_view text);

// The cells of a table, row by row.
class Sheet {
 public:
  explicit Sheet(SheetForm form) : form_(form) {}

  void text(std::string_view text);
  // The shortest digits that give the same number again; an empty cell where
  // there is none.
  void number(std::optional<double> number);
  void count(std::optional<std::uint64_t> number);
  void end_row();
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  void begin_cell();

  SheetForm form_;
  bool first_ = true;  // in its row
  std::string text_;
};

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_SHEET_H_
