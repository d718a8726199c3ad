#include "core/cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <new>
#include <ostream>
#include <sstream>
#include <string>

#include "core/agreement/templates.h"
#include "core/calendar/zone.h"
#include "core/cli/commands.h"
#include "core/cli/messages.h"
#include "core/scoring/sample.h"

namespace leadpact::cli {
namespace {

constexpr const char* kAbout =
    "Leadpact scores an agreement between marketing and sales against exports of the CRM.\n"
    "Nothing is sent anywhere: agreement and data are files.";

constexpr const char* kExitStatus =
    "Exit status: 0 done, 1 an input is in error or a file cannot be read or written,\n"
    "2 wrong usage. Messages go to standard error, one a line.";

constexpr const char* kExamples =
    "Examples:\n"
    "  leadpact example try && leadpact score try/example.sla.json --data leads=try/leads.csv\n"
    "  leadpact new --template inbound --output team.sla.json\n"
    "  leadpact check team.sla.json\n"
    "  leadpact export team.sla.json --output team.html\n"
    "  leadpact score team.sla.json --data leads=export.csv\n"
    "  leadpact score team.sla.json --data leads=export.csv --as-of 2026-04-01T04:00:00Z \\\n"
    "      --format json --breaches breaches.csv > scorecard.json\n"
    "  leadpact explain team.sla.json --data leads=export.csv --lead 40215\n"
    "  leadpact ledger team.sla.json --data leads=export.csv --sample 20\n"
    "\n"
    "`leadpact COMMAND --help` tells more about a command.";

constexpr const char* kScoreNotes =
    "AGREEMENT is a *.sla.json file. --data names a dataset of the agreement and a CSV file\n"
    "for it; one ID several times gives the dataset several files, in that order. `-` for a\n"
    "file is standard input. Datasets without a file are shown as not given. TIME is an ISO\n"
    "time with a zone, like 2026-04-01T04:00:00Z or 2026-04-01T06:00:00+02:00.\n"
    "\n"
    "The scorecard goes to standard output, and only it: on an error there is none. csv has a\n"
    "line for each promise and period, for a spreadsheet.\n"
    "\n"
    "--save writes a NAME.scorecard.json: the scorecard, and of each lead its id and verdicts,\n"
    "nothing else of it. --against compares with one, after the scorecard and in text alone;\n"
    "json stays what it is. The page can do both, too.\n"
    "\n"
    "--disputes names a file of disputed leads that the page saved. In text their figures\n"
    "stand below the official ones, and what would be due otherwise below what is; json, csv\n"
    "and --breaches stay official.\n"
    "\n"
    "Examples:\n"
    "  leadpact score team.sla.json --data leads=export.csv\n"
    "  leadpact score team.sla.json --data leads=q1.csv --data leads=q2.csv --periods 6\n"
    "  leadpact score team.sla.json --data leads=export.csv --against last.scorecard.json \\\n"
    "      --save last.scorecard.json\n"
    "  unzip -p export.zip | leadpact score team.sla.json --data leads=- --format json";

constexpr const char* kExplainNotes =
    "Shows a lead's verdict in every promise that counts it, with its working: the time that\n"
    "counted, day by day, when it was due and by how much it was late. --data and TIME are as\n"
    "for `leadpact score`. A lead that is not there is an input in error.\n"
    "\n"
    "Example:\n"
    "  leadpact explain team.sla.json --data leads=export.csv --lead 40215";

constexpr const char* kLedgerNotes =
    "Lists what sales handed back by reason, owner and age, how it was answered, and which\n"
    "leads nobody decided on in time. --data and TIME are as for `leadpact score`. csv has a\n"
    "line for each rejected lead; with --sample only for those drawn, with --undecided for each\n"
    "lead nobody decided on in time.\n"
    "\n"
    "The sample depends on the seed and the ids of the leads alone: whoever has the same export\n"
    "draws the same leads, here or on the page. The usual seed is the agreement's id and the "
    "first\n"
    "day of the period, or “all”.\n"
    "\n"
    "Examples:\n"
    "  leadpact ledger team.sla.json --data leads=export.csv --period 2026-03-01 --sample 20\n"
    "  leadpact ledger team.sla.json --data leads=export.csv --format csv > rejected.csv\n"
    "  leadpact ledger team.sla.json --data leads=export.csv --undecided";

constexpr const char* kCheckNotes =
    "Says of each file that it is valid, or lists everything that is wrong with it, each with\n"
    "its place. Names that the format does not know are warnings. Advice changes no exit\n"
    "status.\n"
    "\n"
    "Example:\n"
    "  leadpact check --advice team.sla.json";

constexpr const char* kExportNotes =
    "html is the whole agreement, ready to print: open it in a browser and print it. poster is\n"
    "one page with every promise for the wall. markdown is for a wiki or a repository. A file\n"
    "that is there already is never replaced without --force.\n"
    "\n"
    "Example:\n"
    "  leadpact export team.sla.json --format html --output team.html";

constexpr const char* kExampleNotes =
    "Writes FOLDER/example.sla.json, the agreement of the page's example, and FOLDER/leads.csv,\n"
    "its 5,000 invented leads with the flaws that real exports have.\n"
    "\n"
    "Example:\n"
    "  leadpact example try\n"
    "  leadpact score try/example.sla.json --data leads=try/leads.csv";

std::string template_list() {
  std::string text = "Templates:\n";
  for (const agreement::Template& each : agreement::templates()) {
    text += "  " + std::string(each.name) + ": " + std::string(each.title) + ".";
    std::size_t column = text.size() - text.rfind('\n');
    std::istringstream words{std::string(each.description)};
    for (std::string word; words >> word; column += word.size() + 1) {
      if (column + word.size() > 86) {
        text += "\n   ";
        column = 4;
      }
      text += " " + word;
    }
    text += "\n";
  }
  return text;
}

// CLI11's, but a usage line that shows what a command needs.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(20); }
  std::string make_usage(const CLI::App* app, std::string) const override {
    std::string needed;
    if (app->get_parent() == nullptr) return "\nUsage: leadpact COMMAND ...\n";
    for (const CLI::Option* option : app->get_options()) {
      if (!option->get_required()) continue;
      if (!option->get_positional()) needed += " " + option->get_name();
      needed += " " + option->get_option_text();
    }
    return "\nUsage: leadpact " + app->get_name() + needed + " [OPTIONS]\n";
  }
  // What the usage line says is not said again.
  std::string make_positionals(const CLI::App*) const override { return ""; }
};

std::string new_notes() {
  return template_list() +
         "\nThe agreement gets an id of its own. A file that is there already is never replaced\n"
         "without --force.\n"
         "\n"
         "Example:\n"
         "  leadpact new --template inbound --title \"SLA 2026\" --output team.sla.json";
}

std::string version_text() {
  return "leadpact " LEADPACT_VERSION "\ntime zone data " + std::string(calendar::Zone::release());
}

// Throws what the parser turns into a sentence of its own where the word is no choice.
template <typename Value>
Value choice(const std::string& option, const std::map<std::string, Value>& choices,
             const std::string& word) {
  const auto found = choices.find(word);
  if (found != choices.end()) return found->second;
  std::string names;
  for (const auto& [name, value] : choices)
    names += (names.empty() ? "" : ", ") + name;
  throw CLI::ValidationError(option + ": “" + word + "” is none of: " + names + ".");
}

void add_inputs(CLI::App& app, InputArguments& inputs, const std::string& verb) {
  app.add_option("AGREEMENT", inputs.agreement, "The agreement")
      ->option_text("AGREEMENT")
      ->required();
  app.add_option("--data", inputs.data, "A CSV file for the dataset ID; may be repeated")
      ->option_text("ID=FILE")
      ->allow_extra_args(false);
  app.add_option("--as-of", inputs.as_of,
                 verb + " as it stood then; default: the newest time in the data")
      ->option_text("TIME");
  app.add_option("--threads", inputs.threads, "How many threads to use; default: one a core")
      ->option_text("N")
      ->check(CLI::Range(1, 256).description(""));
}

// The first option with an empty word: a script's variable that was not set must not be taken for
// an option that was not given.
std::string without_value(const CLI::App& command) {
  for (const CLI::Option* option : command.parse_order()) {
    const std::vector<std::string>& words = option->results();
    if (std::find(words.begin(), words.end(), "") != words.end()) return option->get_name();
  }
  return {};
}

int run_checked(const std::vector<std::string>& arguments, Surroundings& surroundings) {
  CLI::App app(kAbout, "leadpact");
  app.set_version_flag("--version", version_text(), "Print the version and that of the zone data");
  app.set_help_flag("-h,--help", "Print this help");
  app.footer(std::string(kExamples) + "\n\n" + kExitStatus);
  app.formatter(std::make_shared<HelpFormatter>());
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* whole, const CLI::Error& error) {
    std::string sentence = printable(error.what());
    if (sentence.empty() || sentence.back() != '.') sentence += '.';
    const auto chosen = whole->get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    return "leadpact: " + sentence + " See `leadpact" + command + " --help`.\n";
  });

  ScoreArguments score;
  if (!surroundings.out_is_terminal) {
    score.format = Format::json;
  } else {
    score.format = Format::text;
  }
  const std::map<std::string, Format> formats = {
      {"json", Format::json}, {"text", Format::text}, {"csv", Format::csv}};
  const std::map<std::string, Colour> colours = {
      {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
  CLI::App* score_app = app.add_subcommand("score", "Score an agreement against exports");
  add_inputs(*score_app, score.inputs, "Score");
  score_app
      ->add_option_function<std::string>(
          "--format",
          [&](const std::string& word) {
            score.format = choice("--format", formats, word);
            score.format_chosen = true;
          },
          "json, text or csv; default: text on a terminal and with --against, else json")
      ->option_text("FORMAT");
  score_app
      ->add_option("--breaches", score.breaches,
                   "Also write the records that failed or are pending, as CSV")
      ->option_text("FILE");
  score_app
      ->add_option("--save", score.save,
                   "Also save the scorecard with the verdict of each lead, for --against")
      ->option_text("FILE");
  score_app
      ->add_option("--against", score.against,
                   "Also say what changed since this saved scorecard, and through which leads")
      ->option_text("FILE");
  score_app
      ->add_option("--disputes", score.disputes,
                   "Also say, in text, what it would be with these disputes upheld")
      ->option_text("FILE");
  score_app
      ->add_option("--periods", score.periods,
                   "How many of the latest periods the text shows; default: 3")
      ->option_text("N")
      ->check(CLI::Range(1, 1000000).description(""));
  score_app
      ->add_option_function<std::string>(
          "--color",
          [&](const std::string& word) { score.colour = choice("--color", colours, word); },
          "auto, always or never; auto: on a terminal without NO_COLOR")
      ->option_text("WHEN");
  score_app->footer(kScoreNotes);

  ExplainArguments explain;
  CLI::App* explain_app = app.add_subcommand("explain", "Say what one lead counts for, and why");
  add_inputs(*explain_app, explain.inputs, "Explain");
  explain_app->add_option("--lead", explain.lead, "The lead, by its id in the data")
      ->option_text("ID")
      ->required();
  explain_app
      ->add_option("--commitment", explain.commitment,
                   "Only this commitment or goal, by its id; default: all")
      ->option_text("ID");
  explain_app
      ->add_option_function<std::string>(
          "--color",
          [&](const std::string& word) { explain.colour = choice("--color", colours, word); },
          "auto, always or never; auto: on a terminal without NO_COLOR")
      ->option_text("WHEN");
  explain_app->footer(kExplainNotes);

  LedgerArguments ledger;
  const std::map<std::string, Format> ledger_formats = {{"text", Format::text},
                                                        {"csv", Format::csv}};
  CLI::App* ledger_app = app.add_subcommand("ledger", "List the rejected leads");
  add_inputs(*ledger_app, ledger.inputs, "List them");
  ledger_app
      ->add_option_function<std::string>(
          "--format",
          [&](const std::string& word) {
            ledger.format = choice("--format", ledger_formats, word);
          },
          "text or csv; default: text")
      ->option_text("FORMAT");
  ledger_app
      ->add_option("--period", ledger.period,
                   "Only those rejected in the month, or other reporting period, of DATE")
      ->option_text("DATE");
  ledger_app->add_flag("--undecided", ledger.undecided,
                       "List the leads nobody decided on in time instead");
  ledger_app->add_option("--sample", ledger.sample, "Also draw N leads at random")
      ->option_text("N")
      ->check(CLI::Range(std::size_t{1}, scoring::Sample::kMost).description(""));
  ledger_app->add_option("--seed", ledger.seed, "What to draw them by; any text")
      ->option_text("TEXT");
  ledger_app
      ->add_option_function<std::string>(
          "--color",
          [&](const std::string& word) { ledger.colour = choice("--color", colours, word); },
          "auto, always or never; auto: on a terminal without NO_COLOR")
      ->option_text("WHEN");
  ledger_app->footer(kLedgerNotes);

  CheckArguments check;
  CLI::App* check_app = app.add_subcommand("check", "Say whether an agreement is valid");
  check_app->add_option("AGREEMENT", check.agreements, "The agreements")
      ->option_text("AGREEMENT ...")
      ->required();
  check_app->add_flag("--advice", check.advice,
                      "Also say what a valid agreement lacks or will be quarrelled over");
  check_app->footer(kCheckNotes);

  NewArguments fresh;
  CLI::App* new_app = app.add_subcommand("new", "Start an agreement from a template");
  new_app->add_option("--template", fresh.template_name, "The template to start from")
      ->option_text("NAME")
      ->required();
  new_app->add_option("--output", fresh.output, "The file to write; default: standard output")
      ->option_text("FILE");
  new_app->add_option("--title", fresh.title, "The title; default: the template's")
      ->option_text("TEXT");
  new_app
      ->add_option("--starts-on", fresh.starts_on,
                   "The first day; default: the first of this month")
      ->option_text("DATE");
  new_app->add_flag("--force", fresh.force, "Replace the file if it is there");
  new_app->footer(new_notes());

  ExportArguments paper;
  const std::map<std::string, ExportFormat> paper_formats = {{"html", ExportFormat::html},
                                                             {"markdown", ExportFormat::markdown},
                                                             {"poster", ExportFormat::poster}};
  const std::map<std::string, exchange::PaperSize> sizes = {
      {"a4", exchange::PaperSize::a4}, {"letter", exchange::PaperSize::letter}};
  CLI::App* export_app = app.add_subcommand("export", "Write an agreement as a document");
  export_app->add_option("AGREEMENT", paper.agreement, "The agreement")
      ->option_text("AGREEMENT")
      ->required();
  export_app
      ->add_option_function<std::string>(
          "--format",
          [&](const std::string& word) { paper.format = choice("--format", paper_formats, word); },
          "html, markdown or poster; default: html")
      ->option_text("FORMAT");
  export_app
      ->add_option_function<std::string>(
          "--paper", [&](const std::string& word) { paper.paper = choice("--paper", sizes, word); },
          "a4 or letter, for html and poster; default: a4")
      ->option_text("SIZE");
  export_app->add_option("--output", paper.output, "The file to write; default: standard output")
      ->option_text("FILE");
  export_app->add_flag("--force", paper.force, "Replace the file if it is there");
  export_app->footer(kExportNotes);

  ExampleArguments example;
  CLI::App* example_app =
      app.add_subcommand("example", "Write an agreement and an export to try the others on");
  example_app->add_option("FOLDER", example.folder, "Where to write them")
      ->option_text("FOLDER")
      ->required();
  example_app->add_flag("--force", example.force, "Replace the files if they are there");
  example_app->footer(kExampleNotes);

  const auto commands = app.get_subcommands([](CLI::App*) { return true; });
  if (!arguments.empty() && arguments[0].substr(0, 1) != "-" &&
      std::none_of(commands.begin(), commands.end(),
                   [&](const CLI::App* each) { return each->get_name() == arguments[0]; })) {
    print_message(surroundings.err, "There is no command “" + arguments[0] +
                                        "”; there are score, explain, ledger, check, new, export "
                                        "and example. See "
                                        "`leadpact --help`.");
    return kWrongUsage;
  }
  // CLI11 takes them last first.
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, surroundings.out, surroundings.err);
    return code == 0 ? kDone : kWrongUsage;
  }
  if (const std::string option = without_value(*app.get_subcommands().front()); !option.empty()) {
    return wrong_usage(surroundings, option + " is given nothing; leave it out or give a value.");
  }
  if (score_app->parsed()) return score_command(score, surroundings);
  if (explain_app->parsed()) return explain_command(explain, surroundings);
  if (ledger_app->parsed()) return ledger_command(ledger, surroundings);
  if (export_app->parsed()) return export_command(paper, surroundings);
  if (example_app->parsed()) return example_command(example, surroundings);
  if (check_app->parsed()) return check_command(check, surroundings);
  return new_command(fresh, surroundings);
}

}  // namespace

int run(const std::vector<std::string>& arguments, Surroundings& surroundings) {
  try {
    return run_checked(arguments, surroundings);
  } catch (const std::bad_alloc&) {
    print_message(surroundings.err, "There is not enough memory for this data.");
  } catch (const std::exception& error) {
    print_message(surroundings.err, std::string("Something went wrong inside: ") + error.what());
  }
  return kInputInError;
}

}  // namespace leadpact::cli
