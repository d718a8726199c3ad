#include <algorithm>
#include <ostream>

#include "core/agreement/kinds.h"
#include "core/agreement/wording.h"
#include "core/cli/commands.h"
#include "core/cli/messages.h"
#include "core/exchange/explain_text.h"

namespace leadpact::cli {
namespace {

using agreement::Agreement;
using agreement::Commitment;

const Commitment* find(const Agreement& agreement, const std::string& id) {
  for (const auto* list : {&agreement.commitments, &agreement.goals}) {
    for (const Commitment& each : *list) {
      if (each.id == id) return &each;
    }
  }
  return nullptr;
}

// What there is no lead of that id in: "“leads”, by “Record ID”".
std::string where_sought(const Agreement& agreement, const scoring::LoadedData& data) {
  std::vector<std::string> places;
  for (std::size_t d = 0; d < agreement.datasets.size(); ++d) {
    const agreement::Dataset& dataset = agreement.datasets[d];
    const data::Field* field = agreement::find_field(dataset, dataset.id_field);
    if (!data.tables[d]) continue;
    places.push_back(agreement::quoted(dataset.id) +
                     (field == nullptr ? ", which has no column of ids"
                                       : ", by its column " + agreement::quoted(field->column)));
  }
  return agreement::listed(places, "or");
}

}  // namespace

int explain_command(const ExplainArguments& arguments, Surroundings& surroundings) {
  ParsedArguments parsed;
  if (const int status = parse_arguments(arguments.inputs, surroundings, parsed)) return status;
  if (parsed.data.empty()) {
    return wrong_usage(surroundings, "explain needs the file the lead is in: --data ID=FILE.");
  }
  Inputs inputs;
  if (const int status = read_inputs(arguments.inputs, parsed, surroundings, inputs)) return status;
  const Agreement& agreement = inputs.agreement;
  if (!arguments.commitment.empty()) {
    const Commitment* commitment = find(agreement, arguments.commitment);
    if (commitment == nullptr) {
      print_message(surroundings.err, "The agreement has no commitment or goal " +
                                          agreement::quoted(arguments.commitment) + ".");
      return kInputInError;
    }
    if (!agreement::uses_records(commitment->measure.kind)) {
      print_message(surroundings.err, agreement::quoted(arguments.commitment) +
                                          " counts entries of the agreement, not leads.");
      return kInputInError;
    }
  }
  std::vector<exchange::Lead> leads;
  for (std::size_t d = 0; d < agreement.datasets.size(); ++d) {
    if (!inputs.data.tables[d]) continue;
    for (const std::uint32_t row :
         exchange::find_lead(agreement.datasets[d], *inputs.data.tables[d], arguments.lead)) {
      leads.push_back({d, row});
    }
  }
  if (leads.empty()) {
    print_message(surroundings.err, "There is no lead " + agreement::quoted(arguments.lead) +
                                        " in " + where_sought(agreement, inputs.data) + ".");
    return kInputInError;
  }
  surroundings.out << exchange::explain_text(agreement, inputs.data, inputs.as_of, leads,
                                             arguments.lead, arguments.commitment,
                                             wants_colour(arguments.colour, surroundings));
  return kDone;
}

}  // namespace leadpact::cli
