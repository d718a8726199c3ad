#include <map>
#include <ostream>

#include "core/cli/commands.h"
#include "core/cli/files.h"
#include "core/cli/messages.h"
#include "core/exchange/document.h"
#include "core/exchange/paper_html.h"
#include "core/exchange/paper_markdown.h"

namespace leadpact::cli {
namespace {

std::string exported(const agreement::Agreement& agreement, const ExportArguments& arguments) {
  switch (arguments.format) {
    case ExportFormat::html:
      return exchange::paper_html(agreement, arguments.paper);
    case ExportFormat::poster:
      return exchange::poster_html(agreement, arguments.paper);
    case ExportFormat::markdown:
      return exchange::paper_markdown(agreement);
  }
  return {};
}

}  // namespace

int export_command(const ExportArguments& arguments, Surroundings& surroundings) {
  const auto file = InputFile::read(arguments.agreement, surroundings.in);
  if (!file.ok()) {
    print_errors(surroundings.err, "", file.errors());
    return kInputInError;
  }
  const auto document = exchange::read_json(file.value().bytes());
  if (!document.ok()) {
    print_errors(surroundings.err, arguments.agreement, document.errors());
    return kInputInError;
  }
  print_warnings(surroundings.err, arguments.agreement, document.value().warnings);
  return deliver(exported(document.value().agreement, arguments), arguments.output, arguments.force,
                 surroundings);
}

}  // namespace leadpact::cli
