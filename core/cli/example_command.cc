#include <filesystem>
#include <ostream>
#include <system_error>

#include "core/cli/commands.h"
#include "core/cli/files.h"
#include "core/cli/messages.h"
#include "core/example/example.h"

namespace leadpact::cli {

int example_command(const ExampleArguments& arguments, Surroundings& surroundings) {
  const std::filesystem::path folder(arguments.folder);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    print_message(surroundings.err,
                  arguments.folder + ": the folder cannot be made: " + error.message() + ".");
    return kInputInError;
  }
  const int status = deliver(std::string(example::agreement_json()),
                             (folder / "example.sla.json").string(), arguments.force, surroundings);
  if (status != kDone) return status;
  return deliver(example::leads_csv(), (folder / "leads.csv").string(), arguments.force,
                 surroundings);
}

}  // namespace leadpact::cli
