#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>
#include <vector>

#include "core/cli/commands.h"
#include "core/cli/messages.h"
#include "core/exchange/changes_text.h"
#include "core/exchange/disputes_json.h"
#include "core/exchange/saved_scorecard.h"
#include "core/exchange/scorecard_csv.h"
#include "core/exchange/scorecard_json.h"
#include "core/exchange/scorecard_text.h"
#include "core/scoring/disputes.h"

namespace leadpact::cli {
namespace {

// Whether an option's file can be written without loss; `others` are files of other options. An
// exit status.
int check_output(const std::string& option, const std::string& file,
                 const std::vector<std::string>& others, const ScoreArguments& arguments,
                 const ParsedArguments& parsed, Surroundings& surroundings) {
  if (file.empty()) return kDone;
  if (file == "-") {
    return wrong_usage(surroundings,
                       option + " needs a file: standard output is for the scorecard.");
  }
  const bool overwrites =
      is_same_file(file, arguments.inputs.agreement) ||
      std::any_of(parsed.data.begin(), parsed.data.end(),
                  [&](const DataArgument& each) { return is_same_file(file, each.file); });
  const bool is_other = std::any_of(others.begin(), others.end(), [&](const std::string& other) {
    return !other.empty() && (other == file || is_same_file(file, other));
  });
  if (!overwrites && !is_other) return kDone;
  return wrong_usage(surroundings, option + " would overwrite a file of another option.");
}

// The saved scorecard of --against. An exit status.
int read_earlier(const ScoreArguments& arguments, const agreement::Agreement& agreement,
                 Surroundings& surroundings, std::optional<scoring::Earlier>& earlier) {
  if (arguments.against.empty()) return kDone;
  const auto file = InputFile::read(arguments.against, surroundings.in);
  if (!file.ok()) {
    print_errors(surroundings.err, "", file.errors());
    return kInputInError;
  }
  auto read = exchange::read_saved_scorecard(file.value().bytes());
  if (read.ok() && read.value().agreement != agreement.id) {
    read = exchange::of_another_agreement(read.value(), agreement);
  }
  if (!read.ok()) {
    print_errors(surroundings.err, arguments.against, read.errors());
    return kInputInError;
  }
  earlier = std::move(read).value();
  return kDone;
}

std::string compared(const ScoreArguments& arguments, const Inputs& inputs,
                     const scoring::Scorecard& card, const scoring::Earlier& earlier,
                     const Surroundings& surroundings) {
  scoring::Comparing comparing(inputs.agreement, inputs.data, card, earlier);
  while (comparing.step()) {
  }
  return exchange::changes_text(inputs.agreement, comparing, earlier, card.as_of,
                                wants_colour(arguments.colour, surroundings));
}

using Rescores = std::vector<std::pair<scoring::Scored, bool>>;  // and whether the open ones too

// With the disputes of the file upheld, and with the open ones too. An exit status.
int score_disputes(const std::string& name, const Inputs& inputs,
                   const scoring::Scorecard& official, Surroundings& surroundings,
                   Rescores& rescores) {
  const auto file = InputFile::read(name, surroundings.in);
  if (!file.ok()) {
    print_errors(surroundings.err, "", file.errors());
    return kInputInError;
  }
  const auto read = exchange::read_disputes(file.value().bytes());
  if (!read.ok()) {
    print_errors(surroundings.err, name, read.errors());
    return kInputInError;
  }
  const agreement::Disputes& disputes = read.value();
  if (disputes.agreement != inputs.agreement.id) {
    print_message(surroundings.err, name + ": these are disputes of the agreement “" +
                                        disputes.agreement + "”, not of “" + inputs.agreement.id +
                                        "”.");
    return kInputInError;
  }
  scoring::DisputeSweep sweep(inputs.agreement, inputs.data, disputes);
  while (!sweep.work()) {
  }
  const auto missing =
      std::count(sweep.rows().begin(), sweep.rows().end(), std::optional<std::uint32_t>());
  if (missing > 0) {
    print_message(surroundings.err, "Of " + std::to_string(disputes.all.size()) +
                                        " disputed leads " + std::to_string(missing) +
                                        (missing == 1 ? " is" : " are") + " not in the data.");
  }
  const bool any_open = std::any_of(
      disputes.all.begin(), disputes.all.end(),
      [](const agreement::Dispute& each) { return each.ruling == agreement::Ruling::open; });
  for (const bool open_too : {false, true}) {
    if (open_too && !any_open) continue;
    const scoring::Overrulings overrulings =
        scoring::overrulings(inputs.agreement, disputes, sweep.rows(), open_too);
    auto scored = scoring::score(inputs.agreement, inputs.data, inputs.as_of,
                                 {inputs.threads, false, &overrulings, &official});
    if (!scored.ok()) {
      print_errors(surroundings.err, name, scored.errors());
      return kInputInError;
    }
    rescores.emplace_back(std::move(scored).value(), open_too);
  }
  return kDone;
}

}  // namespace

bool wants_colour(Colour colour, const Surroundings& surroundings) {
  if (colour != Colour::automatic) return colour == Colour::always;
  return surroundings.out_is_terminal && !surroundings.no_colour;
}

int score_command(const ScoreArguments& arguments, Surroundings& surroundings) {
  ParsedArguments parsed;
  if (const int status = parse_arguments(arguments.inputs, surroundings, parsed)) return status;
  if (const int status = check_output("--breaches", arguments.breaches,
                                      {arguments.save, arguments.against, arguments.disputes},
                                      arguments, parsed, surroundings)) {
    return status;
  }
  // What it is compared with may be replaced: it is read before.
  if (const int status = check_output("--save", arguments.save, {arguments.disputes}, arguments,
                                      parsed, surroundings)) {
    return status;
  }
  const Format format =
      arguments.against.empty() || arguments.format_chosen ? arguments.format : Format::text;
  if (!arguments.against.empty() && format != Format::text) {
    return wrong_usage(surroundings, "--against is said in text: use it with --format text.");
  }

  Inputs inputs;
  if (const int status = read_inputs(arguments.inputs, parsed, surroundings, inputs)) return status;
  const agreement::Agreement& agreement = inputs.agreement;
  std::optional<scoring::Earlier> earlier;
  if (const int status = read_earlier(arguments, agreement, surroundings, earlier)) return status;
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
  if (!arguments.save.empty()) {
    const std::string saved =
        exchange::saved_scorecard(agreement, inputs.data, scored.value().card);
    if (const auto error = write_file(arguments.save, saved, Overwrite::yes)) {
      print_errors(surroundings.err, "", {*error});
      return kInputInError;
    }
  }
  Rescores rescores;
  if (!arguments.disputes.empty()) {
    if (const int status = score_disputes(arguments.disputes, inputs, scored.value().card,
                                          surroundings, rescores)) {
      return status;
    }
  }
  if (format == Format::json) {
    surroundings.out << exchange::scorecard_json(scored.value().card);
  } else if (format == Format::csv) {
    const scoring::Scorecard& card = scored.value().card;
    surroundings.out << exchange::scorecard_sheet(exchange::SheetForm::csv, agreement, card,
                                                  exchange::all_rows(card));
  } else {
    exchange::TextOptions options{
        wants_colour(arguments.colour, surroundings), arguments.periods, {}};
    for (const auto& [rescore, open_too] : rescores)
      options.rescored.push_back({&rescore, open_too});
    surroundings.out << exchange::scorecard_text(agreement, scored.value().card, options);
    if (earlier)
      surroundings.out << compared(arguments, inputs, scored.value().card, *earlier, surroundings);
  }
  return kDone;
}

}  // namespace leadpact::cli
