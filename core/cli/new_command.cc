#include <ostream>

#include "core/agreement/templates.h"
#include "core/calendar/zone.h"
#include "core/cli/commands.h"
#include "core/cli/files.h"
#include "core/cli/messages.h"
#include "core/exchange/document.h"

namespace leadpact::cli {

int new_command(const NewArguments& arguments, Surroundings& surroundings) {
  const agreement::Template* found = agreement::find_template(arguments.template_name);
  if (found == nullptr) {
    std::string names;
    for (const agreement::Template& each : agreement::templates()) {
      names += (names.empty() ? "" : ", ") + std::string(each.name);
    }
    print_message(surroundings.err, "There is no template “" + arguments.template_name +
                                        "”; there is: " + names + ".");
    return kWrongUsage;
  }
  if (!arguments.starts_on.empty() && !calendar::parse_day(arguments.starts_on)) {
    print_message(surroundings.err,
                  "--starts-on “" + arguments.starts_on + "” is no date like 2026-04-01.");
    return kWrongUsage;
  }
  auto document = exchange::read_json(found->json);
  if (!document.ok()) {
    print_errors(surroundings.err, "template " + arguments.template_name, document.errors());
    return kInputInError;
  }
  agreement::Agreement agreement = std::move(document).value().agreement;
  agreement.id = surroundings.new_id;
  if (!arguments.title.empty()) agreement.title = arguments.title;
  agreement.starts_on = arguments.starts_on;
  if (agreement.starts_on.empty()) {
    // A whole first month: a first period cut short would have its targets scaled.
    const calendar::Zone* zone = calendar::Zone::find(agreement.time_zone);
    calendar::Date date = calendar::to_date(zone->day_at(surroundings.now));
    date.day = 1;
    agreement.starts_on = calendar::format_day(calendar::to_day(date));
  }
  const std::string text = exchange::write_json(agreement);
  return deliver(text, arguments.output, arguments.force, surroundings);
}

int deliver(const std::string& text, const std::string& output, bool force,
            Surroundings& surroundings) {
  if (output.empty() || output == "-") {
    surroundings.out << text;
    return kDone;
  }
  if (const auto error = write_file(output, text, force ? Overwrite::yes : Overwrite::no)) {
    print_errors(surroundings.err, "", {*error});
    return kInputInError;
  }
  return kDone;
}

}  // namespace leadpact::cli
