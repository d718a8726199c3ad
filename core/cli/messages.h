// How the tool says what is wrong: one line each, on the error stream.
#ifndef LEADPACT_CORE_CLI_MESSAGES_H_
#define LEADPACT_CORE_CLI_MESSAGES_H_

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/document.h"
#include "core/result.h"

namespace leadpact::cli {

// `FILE: place: sentence`; without a file, or without a place, the rest.
void print_errors(std::ostream& err, std::string_view file, const Errors& errors);
void print_warnings(std::ostream& err, std::string_view file,
                    const std::vector<exchange::Warning>& warnings);

// `leadpact: sentence`, for what no file is to blame for.
void print_message(std::ostream& err, std::string_view sentence);

// Without control characters: what a file says must not drive the terminal.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace leadpact::cli

#endif  // LEADPACT_CORE_CLI_MESSAGES_H_
