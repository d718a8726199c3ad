#include "core/cli/messages.h"

#include <ostream>

namespace leadpact::cli {

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (c1) ++i;
    shown += c1 || byte < 0x20 || byte == 0x7f ? ' ' : text[i];
  }
  return shown;
}

namespace {

void print_line(std::ostream& err, std::string_view file, std::string_view place,
                std::string_view kind, std::string_view message) {
  if (!file.empty()) err << printable(file) << ": ";
  if (!place.empty()) err << printable(place) << ": ";
  err << kind << printable(message) << '\n';
}

}  // namespace

void print_errors(std::ostream& err, std::string_view file, const Errors& errors) {
  for (const Error& error : errors)
    print_line(err, file, error.place, "", error.message);
}

void print_warnings(std::ostream& err, std::string_view file,
                    const std::vector<exchange::Warning>& warnings) {
  for (const exchange::Warning& warning : warnings) {
    print_line(err, file, warning.place, "warning: ", warning.message);
  }
}

void print_message(std::ostream& err, std::string_view sentence) {
  print_line(err, "leadpact", "", "", sentence);
}

}  // namespace leadpact::cli
