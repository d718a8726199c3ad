#include <deque>
#include <ostream>

#include "core/cli/commands.h"
#include "core/cli/messages.h"
#include "core/exchange/ledger_text.h"

namespace leadpact::cli {

int ledger_command(const LedgerArguments& arguments, Surroundings& surroundings) {
  ParsedArguments parsed;
  if (const int status = parse_arguments(arguments.inputs, surroundings, parsed)) return status;
  if (parsed.data.empty()) {
    return wrong_usage(surroundings, "ledger needs the file the leads are in: --data ID=FILE.");
  }
  if (arguments.undecided && (arguments.sample > 0 || !arguments.period.empty())) {
    return wrong_usage(surroundings,
                       "--undecided lists all leads nobody decided on in time: it goes with "
                       "neither --sample nor --period.");
  }
  const auto in_period = calendar::parse_day(arguments.period);
  if (!in_period && !arguments.period.empty()) {
    return wrong_usage(surroundings,
                       "--period “" + arguments.period + "” is no date like 2026-03-31.");
  }
  Inputs inputs;
  if (const int status = read_inputs(arguments.inputs, parsed, surroundings, inputs)) return status;
  const agreement::Agreement& agreement = inputs.agreement;
  std::deque<scoring::LedgerSweep> sweeps;
  std::vector<exchange::LedgerRows> rows;
  std::string text;
  for (std::size_t d = 0; d < agreement.datasets.size(); ++d) {
    const data::Table* table = inputs.data.tables[d].get();
    if (table == nullptr) continue;
    scoring::LedgerSweep& sweep = sweeps.emplace_back(agreement, d, inputs.data, inputs.as_of);
    while (!sweep.work()) {
    }
    exchange::LedgerDraw draw;
    if (in_period) {
      const scoring::PeriodSlot slot = scoring::find_day(sweep.ledger().periods, *in_period);
      if (slot == scoring::kOutside) {
        print_message(surroundings.err, "The agreement has no period that holds " +
                                            arguments.period + " as of then.");
        return kInputInError;
      }
      draw.filter.period = slot;
    }
    draw.undecided = arguments.undecided;
    draw.size = arguments.sample;
    draw.seed = arguments.seed.empty()
                    ? scoring::usual_seed(agreement, sweep.ledger(), draw.filter.period)
                    : arguments.seed;
    if (draw.size > 0) draw.sample = scoring::draw_sample(sweep, draw.filter, draw.seed, draw.size);
    rows.push_back(draw.size > 0 ? exchange::LedgerRows{d, table, &sweep, draw.sample.leads}
                                 : exchange::all_leads(d, *table, sweep, draw.filter));
    if (arguments.format == Format::text) {
      text += exchange::ledger_text(agreement, rows.back(), draw,
                                    wants_colour(arguments.colour, surroundings));
    }
  }
  if (arguments.format == Format::csv) {
    const auto sheet = arguments.undecided ? exchange::undecided_sheet : exchange::ledger_sheet;
    text = sheet(exchange::SheetForm::csv, agreement, rows);
  }
  surroundings.out << text;
  return kDone;
}

}  // namespace leadpact::cli
