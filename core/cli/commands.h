// The commands, each with what the command line asked of it. All return an
// exit status and say on the error stream why it is not 0.
#ifndef LEADPACT_CORE_CLI_COMMANDS_H_
#define LEADPACT_CORE_CLI_COMMANDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/cli/inputs.h"
#include "core/cli/run.h"
#include "core/exchange/paper_html.h"

namespace leadpact::cli {

enum class Format { json, text, csv };
enum class Colour { automatic, always, never };

struct ScoreArguments {
  InputArguments inputs;
  Format format = Format::json;
  bool format_chosen = false;
  std::string breaches;  // empty: none are written
  std::string save;      // the scorecard with its leads, for --against; empty: not
  std::string against;   // one that was saved so; empty: none
  std::string disputes;  // a file; empty: none are told of
  Colour colour = Colour::automatic;
  std::size_t periods = 3;
};
int score_command(const ScoreArguments& arguments, Surroundings& surroundings);

struct ExplainArguments {
  InputArguments inputs;
  std::string lead;        // its id
  std::string commitment;  // or a goal, by id; empty: all that count in its dataset
  Colour colour = Colour::automatic;
};
int explain_command(const ExplainArguments& arguments, Surroundings& surroundings);

struct LedgerArguments {
  InputArguments inputs;
  Format format = Format::text;  // or csv
  Colour colour = Colour::automatic;
  std::size_t sample = 0;  // leads to draw; 0: all of them are listed, none drawn
  std::string seed;        // empty: the agreement's usual one
  std::string period;      // a date in a reporting period; empty: all of them
  bool undecided = false;  // those nobody decided on in time, in place of the rejected ones
};
int ledger_command(const LedgerArguments& arguments, Surroundings& surroundings);

struct CheckArguments {
  std::vector<std::string> agreements;
  bool advice = false;
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

enum class ExportFormat { html, markdown, poster };

struct ExportArguments {
  std::string agreement;
  ExportFormat format = ExportFormat::html;
  exchange::PaperSize paper = exchange::PaperSize::a4;
  std::string output;  // empty: standard output
  bool force = false;
};
int export_command(const ExportArguments& arguments, Surroundings& surroundings);

struct ExampleArguments {
  std::string folder;
  bool force = false;
};
// Writes example.sla.json and leads.csv into the folder, which is made.
int example_command(const ExampleArguments& arguments, Surroundings& surroundings);

// Whether text is to be coloured.
[[nodiscard]] bool wants_colour(Colour colour, const Surroundings& surroundings);

// Writes to the file, or to standard output where `output` is empty or `-`. A
// file that is there is replaced only with `force`. Returns an exit status.
int deliver(const std::string& text, const std::string& output, bool force,
            Surroundings& surroundings);

}  // namespace leadpact::cli

#endif  // LEADPACT_CORE_CLI_COMMANDS_H_
