#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "core/agreement/advice.h"
#include "core/cli/commands.h"
#include "core/cli/files.h"
#include "core/cli/messages.h"
#include "core/exchange/document.h"

namespace leadpact::cli {
namespace {

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

void print_advice(std::ostream& out, const agreement::Agreement& agreement) {
  const std::vector<agreement::Advice> advice = agreement::advice_on(agreement);
  for (const agreement::Advice& each : advice)
    out << "  " << each.place << ": " << printable(each.text) << "\n";
  if (advice.empty()) out << "  Nothing is missing.\n";
}

bool check(const std::string& name, bool advice, Surroundings& surroundings) {
  const auto file = InputFile::read(name, surroundings.in);
  if (!file.ok()) {
    print_errors(surroundings.err, "", file.errors());
    return false;
  }
  const auto document = exchange::read_json(file.value().bytes());
  if (!document.ok()) {
    print_errors(surroundings.err, name, document.errors());
    return false;
  }
  print_warnings(surroundings.err, name, document.value().warnings);
  const agreement::Agreement& agreement = document.value().agreement;
  surroundings.out << fmt::format("{}: valid, {} and {} over {}\n", printable(name),
                                  counted(agreement.commitments.size(), "commitment"),
                                  counted(agreement.goals.size(), "goal"),
                                  counted(agreement.datasets.size(), "dataset"));
  if (advice) print_advice(surroundings.out, agreement);
  return true;
}

}  // namespace

int check_command(const CheckArguments& arguments, Surroundings& surroundings) {
  if (std::count(arguments.agreements.begin(), arguments.agreements.end(), "-") > 1) {
    print_message(surroundings.err, "Only one file can be “-”: there is one standard input.");
    return kWrongUsage;
  }
  bool all = true;
  for (const std::string& name : arguments.agreements)
    all = check(name, arguments.advice, surroundings) && all;
  return all ? kDone : kInputInError;
}

}  // namespace leadpact::cli
