// The commands, each with what the command line asked of it. All return an
// exit status and say on the error stream why it is not 0.
#ifndef LEADPACT_CORE_CLI_COMMANDS_H_
#define LEADPACT_CORE_CLI_COMMANDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/cli/run.h"

namespace leadpact::cli {

enum class Format { json, text };
enum class Colour { automatic, always, never };

struct ScoreArguments {
  std::string agreement;
  std::vector<std::string> data;  // ID=FILE
  std::string as_of;              // empty: the newest time in the data
  Format format = Format::json;
  std::string breaches;  // empty: none are written
  Colour colour = Colour::automatic;
  int threads = 0;  // 0: as many as there are cores
  std::size_t periods = 3;
};
int score_command(const ScoreArguments& arguments, Surroundings& surroundings);

struct CheckArguments {
  std::vector<std::string> agreements;
};
int check_command(const CheckArguments& arguments, Surroundings& surroundings);

struct NewArguments {
  std::string template_name;
  std::string title;      // empty: the template's
  std::string starts_on;  // empty: the first day of this month
  std::string output;     // empty: standard output
  bool force = false;
};
int new_command(const NewArguments& arguments, Surroundings& surroundings);

}  // namespace leadpact::cli

#endif  // LEADPACT_CORE_CLI_COMMANDS_H_
