// The command line tool `leadpact`, without its process.
//
// Everything that a process has and a test must be able to choose comes in as
// `Surroundings`: the streams, whether they are terminals, the clock, an id
// nobody has used before. Files are opened by name (or `-` for the input
// stream).
//
//   exit status   when
//   -----------   ------------------------------------------------------
//   0             done
//   1             an input is in error, or a file cannot be read or written
//   2             wrong usage
//
// Standard output carries only what was asked for; every message goes to the
// error stream, an error a line: `FILE: place: sentence`, `FILE:LINE: sentence`.
#ifndef LEADPACT_CORE_CLI_RUN_H_
#define LEADPACT_CORE_CLI_RUN_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "core/calendar/time.h"

namespace leadpact::cli {

inline constexpr int kDone = 0;
inline constexpr int kInputInError = 1;
inline constexpr int kWrongUsage = 2;

struct Surroundings {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_colour = false;  // the environment asks for none
  int cores = 1;
  calendar::Instant now = 0;
  std::string new_id = {};
};

// `arguments` without the program's name. Never throws.
[[nodiscard]] int run(const std::vector<std::string>& arguments, Surroundings& surroundings);

}  // namespace leadpact::cli

#endif  // LEADPACT_CORE_CLI_RUN_H_
