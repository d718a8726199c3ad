// The time of scoring inside one process: from a file's bytes in memory to the scorecard's text,
// again and again. What the first run pays for once (pages of memory, in wasm the compiler) the
// later ones do not, so this is the time a person at an open page waits.
//
//   leadpact_timed AGREEMENT DATASET FILE AS_OF RUNS     the seconds of each run, a line each
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "core/calendar/time.h"
#include "core/cli/files.h"
#include "core/cli/memory.h"
#include "core/exchange/document.h"
#include "core/exchange/scorecard_json.h"
#include "core/scoring/score.h"

using namespace leadpact;

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fputs("Usage: leadpact_timed AGREEMENT DATASET FILE AS_OF RUNS\n", stderr);
    return 2;
  }
  std::ifstream no_input;
  const auto text = cli::InputFile::read(argv[1], no_input);
  const auto file = cli::InputFile::read(argv[3], no_input);
  const auto as_of = calendar::parse_instant(argv[4]);
  if (!text.ok() || !file.ok() || !as_of) return 1;
  const auto document = exchange::read_json(text.value().bytes());
  if (!document.ok()) return 1;
  const agreement::Agreement& agreement = document.value().agreement;
  cli::prepare_heap(file.value().bytes().size());  // as the tool does
  for (int run = std::atoi(argv[5]); run > 0; --run) {
    const auto began = std::chrono::steady_clock::now();
    const auto data = scoring::load(agreement, {{argv[2], {{argv[3], file.value().bytes()}}}});
    if (!data.ok()) return 1;
    const auto scored = scoring::score(agreement, data.value(), *as_of);
    if (!scored.ok()) return 1;
    const std::string json = exchange::scorecard_json(scored.value().card);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("%.4f\n", json.empty() ? 0 : took.count());
  }
  return 0;
}
