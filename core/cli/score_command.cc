#include <algorithm>
#include <ostream>

#include "core/cli/commands.h"
#include "core/cli/messages.h"
#include "core/exchange/scorecard_csv.h"
#include "core/exchange/scorecard_json.h"
#include "core/exchange/scorecard_text.h"

namespace leadpact::cli {
bool wants_colour(Colour colour, const Surroundings& surroundings) {
  if (colour != Colour::automatic) return colour == Colour::always;
  return surroundings.out_is_terminal && !surroundings.no_colour;
}

int score_command(const ScoreArguments& arguments, Surroundings& surroundings) {
  ParsedArguments parsed;
  if (const int status = parse_arguments(arguments.inputs, surroundings, parsed)) return status;
  if (!arguments.breaches.empty()) {
    if (arguments.breaches == "-") {
      return wrong_usage(surroundings,
                         "--breaches needs a file: standard output is for the scorecard.");
    }
    const bool overwrites =
        is_same_file(arguments.breaches, arguments.inputs.agreement) ||
        std::any_of(parsed.data.begin(), parsed.data.end(), [&](const DataArgument& each) {
          return is_same_file(arguments.breaches, each.file);
        });
    if (overwrites) {
      return wrong_usage(surroundings, "--breaches would overwrite one of the files to read.");
    }
  }

  Inputs inputs;
  if (const int status = read_inputs(arguments.inputs, parsed, surroundings, inputs)) return status;
  const agreement::Agreement& agreement = inputs.agreement;
  const auto scored = scoring::score(agreement, inputs.data, inputs.as_of,
                                     {inputs.threads, !arguments.breaches.empty()});
  if (!scored.ok()) {
    print_errors(surroundings.err, arguments.inputs.agreement, scored.errors());
    return kInputInError;
  }
  if (!arguments.breaches.empty()) {
    const std::string csv = exchange::breaches_csv(agreement, inputs.data, scored.value());
    if (const auto error = write_file(arguments.breaches, csv, Overwrite::yes)) {
      print_errors(surroundings.err, "", {*error});
      return kInputInError;
    }
  }
  if (arguments.format == Format::json) {
    surroundings.out << exchange::scorecard_json(scored.value().card);
  } else if (arguments.format == Format::csv) {
    const scoring::Scorecard& card = scored.value().card;
    surroundings.out << exchange::scorecard_sheet(exchange::SheetForm::csv, agreement, card,
                                                  exchange::all_rows(card));
  } else {
    surroundings.out << exchange::scorecard_text(
        agreement, scored.value().card,
        {wants_colour(arguments.colour, surroundings), arguments.periods});
  }
  return kDone;
}

}  // namespace leadpact::cli
