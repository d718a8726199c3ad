#include "core/cli/inputs.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <ostream>
#include <string_view>
#include <utility>

#include "core/cli/memory.h"
#include "core/cli/messages.h"
#include "core/exchange/document.h"

namespace leadpact::cli {
namespace {

std::optional<DataArgument> parse_data(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) return std::nullopt;
  return DataArgument{text.substr(0, equals), text.substr(equals + 1)};
}

// An ID may hold “=” itself: the parts, cut where there is such a dataset.
bool settle(const agreement::Agreement& agreement, DataArgument& argument) {
  const std::string text = argument.dataset + "=" + argument.file;
  for (std::size_t at = argument.dataset.size(); at < text.size() - 1;
       at = text.find('=', at + 1)) {
    if (agreement::find_dataset(agreement, text.substr(0, at)) == nullptr) continue;
    argument = {text.substr(0, at), text.substr(at + 1)};
    return true;
  }
  return false;
}

// Says on a terminal how far the reading is, and takes it away again.
class Progress {
 public:
  Progress(Surroundings& surroundings, std::uint64_t total)
      : surroundings_(surroundings),
        total_(total),
        shown_(surroundings.err_is_terminal && total >= kLong) {}
  ~Progress() {
    if (percent_ >= 0) surroundings_.err << "\r\x1b[K" << std::flush;
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  [[nodiscard]] std::function<bool(std::uint64_t)> callback() {
    if (!shown_) return {};
    return [this](std::uint64_t done) {
      const int percent = static_cast<int>(std::min(done, total_) * 100 / total_);
      if (percent != std::exchange(percent_, percent)) {
        surroundings_.err << "\rReading the data: " << percent << " %" << std::flush;
      }
      return true;
    };
  }

 private:
  static constexpr std::uint64_t kLong = 16u * 1024 * 1024;
  Surroundings& surroundings_;
  std::uint64_t total_;
  bool shown_;
  int percent_ = -1;
};

std::string dataset_names(const agreement::Agreement& agreement) {
  std::string names;
  for (const agreement::Dataset& dataset : agreement.datasets) {
    names += names.empty() ? "“" : ", “";
    names += dataset.id + "”";
  }
  return names.empty() ? "no dataset" : names;
}

// Dates that may be read wrong are said, never read in silence.
void print_undecided_dates(std::ostream& err, const agreement::Agreement& agreement,
                           const scoring::LoadedData& loaded) {
  for (std::size_t d = 0; d < loaded.tables.size(); ++d) {
    if (!loaded.tables[d]) continue;
    for (const data::UndecidedDates& dates : data::undecided_dates(*loaded.tables[d])) {
      const data::Field& field =
          agreement.datasets[d].fields[static_cast<std::size_t>(dates.field)];
      const bool mdy = field.date_order == data::DateOrder::mdy;
      const std::string which =
          dates.contradicted
              ? "More dates in the column “" + field.column + "” of “" + agreement.datasets[d].id +
                    "” are in the other order than in the agreement's: “"
              : "Every date in the column “" + field.column + "” of “" + agreement.datasets[d].id +
                    "” could be read in two ways: “";
      print_message(err, which + dates.cell + "” was read as " +
                             calendar::format_day(mdy ? dates.month_first : dates.day_first) +
                             ", as the agreement's date_order says, not as " +
                             calendar::format_day(mdy ? dates.day_first : dates.month_first) + ".");
    }
  }
}

}  // namespace

int wrong_usage(Surroundings& surroundings, const std::string& sentence) {
  print_message(surroundings.err, sentence);
  return kWrongUsage;
}

int parse_arguments(const InputArguments& arguments, Surroundings& surroundings,
                    ParsedArguments& parsed) {
  if (!arguments.as_of.empty()) {
    parsed.as_of = calendar::parse_instant(arguments.as_of);
    if (!parsed.as_of) {
      return wrong_usage(surroundings, "--as-of “" + arguments.as_of +
                                           "” is no ISO time with a zone, like "
                                           "2026-04-01T04:00:00Z or 2026-04-01T06:00:00+02:00.");
    }
  }
  int from_input = arguments.agreement == "-" ? 1 : 0;
  for (const std::string& text : arguments.data) {
    auto one = parse_data(text);
    if (!one) {
      return wrong_usage(surroundings, "--data “" + text + "” is not of the form ID=FILE.");
    }
    from_input += one->file == "-" ? 1 : 0;
    parsed.data.push_back(std::move(*one));
  }
  if (from_input > 1) {
    return wrong_usage(surroundings, "Only one file can be “-”: there is one standard input.");
  }
  return kDone;
}

int read_inputs(const InputArguments& arguments, const ParsedArguments& parsed,
                Surroundings& surroundings, Inputs& inputs) {
  const auto agreement_file = InputFile::read(arguments.agreement, surroundings.in);
  if (!agreement_file.ok()) {
    print_errors(surroundings.err, "", agreement_file.errors());
    return kInputInError;
  }
  auto document = exchange::read_json(agreement_file.value().bytes());
  if (!document.ok()) {
    print_errors(surroundings.err, arguments.agreement, document.errors());
    return kInputInError;
  }
  print_warnings(surroundings.err, arguments.agreement, document.value().warnings);
  inputs.agreement = std::move(document).value().agreement;
  const agreement::Agreement& agreement = inputs.agreement;
  std::vector<DataArgument> data = parsed.data;
  for (DataArgument& each : data) {
    if (!settle(agreement, each)) {
      return wrong_usage(surroundings, "--data names the dataset “" + each.dataset +
                                           "”, but the agreement has " + dataset_names(agreement) +
                                           ".");
    }
  }

  // The bytes must stay: tables refer to them.
  std::vector<InputFile>& files = inputs.files;
  std::vector<scoring::DatasetFiles> given;
  std::uint64_t total = 0;
  Errors errors;
  for (const DataArgument& each : data) {
    auto file = InputFile::read(each.file, surroundings.in);
    if (!file.ok()) {
      errors.insert(errors.end(), file.errors().begin(), file.errors().end());
      continue;
    }
    files.push_back(std::move(file).value());
    auto of_dataset = std::find_if(
        given.begin(), given.end(),
        [&](const scoring::DatasetFiles& other) { return other.dataset == each.dataset; });
    if (of_dataset == given.end()) {
      of_dataset = given.insert(given.end(), {each.dataset, {}});
    }
    of_dataset->files.push_back({each.file, files.back().bytes()});
    total += files.back().bytes().size();
  }
  if (!errors.empty()) {
    print_errors(surroundings.err, "", errors);
    return kInputInError;
  }

  inputs.threads = arguments.threads > 0 ? arguments.threads : std::max(1, surroundings.cores);
  prepare_heap(total);
  auto loaded = [&] {
    Progress progress(surroundings, total);
    return scoring::load(agreement, given, {inputs.threads, progress.callback()});
  }();
  if (!loaded.ok()) {
    print_errors(surroundings.err, "", loaded.errors());
    return kInputInError;
  }
  inputs.data = std::move(loaded).value();
  print_undecided_dates(surroundings.err, agreement, inputs.data);
  auto as_of = parsed.as_of;
  if (!as_of) {
    as_of = scoring::newest(agreement, inputs.data);
    if (!as_of) {
      print_message(surroundings.err,
                    "The data has no time to score as of; give one with --as-of.");
      return kInputInError;
    }
    print_message(surroundings.err, "Scored as of " + calendar::format_instant(*as_of) +
                                        ", the newest time in the data; --as-of takes another.");
  }
  inputs.as_of = *as_of;
  return kDone;
}

}  // namespace leadpact::cli
