#include "core/exchange/sheet.h"

#include <fmt/format.h>

#include <cmath>

namespace leadpact::exchange {

void append_csv_cell(std::string& csv, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    csv += text;
    return;
  }
  csv += '"';
  for (const char c : text) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

std::string guarded(std::string_view text) {
  const std::size_t at = text.find_first_not_of(' ');
  const std::string_view rest = at == std::string_view::npos ? "" : text.substr(at);
  const std::string_view first = rest.substr(0, 1), wide = rest.substr(0, 3);
  const bool formula =
      !first.empty() && std::string_view("=+-@\t\r\n").find(first) != std::string_view::npos;
  const bool wide_formula = wide == "＝" || wide == "＋" || wide == "－" || wide == "＠";
  return (formula || wide_formula ? "'" : "") + std::string(text);
}

void Sheet::begin_cell() {
  if (!first_) text_ += form_ == SheetForm::csv ? ',' : '\t';
  first_ = false;
}

void Sheet::text(std::string_view text) {
  begin_cell();
  const std::string safe = guarded(text);
  if (form_ == SheetForm::csv) {
    append_csv_cell(text_, safe);
    return;
  }
  // No reader of the clipboard knows of quotes in the middle of a row.
  for (const char c : safe)
    text_ += c == '\t' || c == '\r' || c == '\n' ? ' ' : c;
}

void Sheet::number(std::optional<double> number) {
  begin_cell();
  if (number && std::isfinite(*number)) {
    text_ += fmt::format("{}", *number == 0 ? 0.0 : *number);
  }
}

void Sheet::count(std::optional<std::uint64_t> number) {
  begin_cell();
  if (number) text_ += std::to_string(*number);
}

void Sheet::end_row() {
  text_ += form_ == SheetForm::csv ? "\r\n" : "\n";
  first_ = true;
}

}  // namespace leadpact::exchange
