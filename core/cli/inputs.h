// What score and explain read: an agreement, and files for its datasets.
#ifndef LEADPACT_CORE_CLI_INPUTS_H_
#define LEADPACT_CORE_CLI_INPUTS_H_

#include <optional>
#include <string>
#include <vector>

#include "core/cli/files.h"
#include "core/cli/run.h"
#include "core/scoring/score.h"

namespace leadpact::cli {

// An ID=FILE of the command line, taken apart at its first “=”.
struct DataArgument {
  std::string dataset;
  std::string file;
};

struct InputArguments {
  std::string agreement;
  std::vector<std::string> data;  // ID=FILE
  std::string as_of;              // empty: the newest time in the data
  int threads = 0;                // 0: as many as there are cores
};

struct Inputs {
  agreement::Agreement agreement;
  std::vector<InputFile> files;  // tables refer to their bytes
  scoring::LoadedData data;
  calendar::Instant as_of = 0;
  int threads = 1;
};

// Says so; the exit status of it.
int wrong_usage(Surroundings& surroundings, const std::string& sentence);

// What the words of the command line mean; read nothing yet. An exit status.
struct ParsedArguments {
  std::vector<DataArgument> data;
  std::optional<calendar::Instant> as_of;
};
int parse_arguments(const InputArguments& arguments, Surroundings& surroundings,
                    ParsedArguments& parsed);

// Reads all of it and says what is wrong or worth knowing. An exit status;
// nothing of `inputs` is to be used where it is not kDone.
int read_inputs(const InputArguments& arguments, const ParsedArguments& parsed,
                Surroundings& surroundings, Inputs& inputs);

}  // namespace leadpact::cli

#endif  // LEADPACT_CORE_CLI_INPUTS_H_
