#include <algorithm>
#include <utility>

#include "core/rules/compile.h"
#include "core/scoring/context.h"
#include "core/scoring/score.h"

namespace leadpact::scoring {
namespace {

data::TableSpec table_spec(const agreement::Dataset& dataset) {
  data::TableSpec spec;
  spec.fields = dataset.fields;
  for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
    if (!dataset.id_field.empty() && dataset.fields[i].key == dataset.id_field) {
      spec.id_field = static_cast<int>(i);
    }
  }
  spec.keep = dataset.keep;
  spec.empty_values = dataset.empty_values;
  spec.zone = calendar::Zone::find(dataset.time_zone);
  return spec;
}

// `only` sees every cell as it was read.
void apply_only(const agreement::Agreement& agreement, const agreement::Dataset& dataset,
                data::Table& table, int threads) {
  if (agreement::is_empty(dataset.only)) return;
  rules::Evaluator::View view;
  view.agreement_zone = calendar::Zone::find(agreement.time_zone);
  rules::Evaluator evaluator(agreement, dataset, table, view, threads);
  table.exclude_where_not(evaluator.evaluate(dataset.only));
}

std::vector<data::FileInput> inputs_of(const agreement::Dataset& dataset,
                                       const std::vector<DatasetFiles>& files) {
  std::vector<data::FileInput> inputs;
  for (const DatasetFiles& given : files) {
    if (given.dataset != dataset.id) continue;
    inputs.insert(inputs.end(), given.files.begin(), given.files.end());
  }
  return inputs;
}

void add(const Errors& found, Errors& errors) {
  errors.insert(errors.end(), found.begin(), found.end());
}

// Adds what was read to the tables, or what is wrong with it to the errors.
void accept(Result<data::Table> result, const agreement::Agreement& agreement,
            const agreement::Dataset& dataset, int threads, LoadedData& loaded, Errors& errors) {
  if (!result.ok()) return add(result.errors(), errors);
  loaded.tables.back() = std::make_unique<data::Table>(std::move(result).value());
  apply_only(agreement, dataset, *loaded.tables.back(), threads);
}

void check(const LoadedData& loaded, Errors& errors) {
  if (loaded.tables.back()) add(data::check_mapping(*loaded.tables.back()), errors);
}

}  // namespace

Result<LoadedData> load(const agreement::Agreement& agreement,
                        const std::vector<DatasetFiles>& files, const data::ReadOptions& options) {
  LoadedData loaded;
  Errors errors;
  std::uint64_t bytes_before = 0;
  for (const agreement::Dataset& dataset : agreement.datasets) {
    const std::vector<data::FileInput> inputs = inputs_of(dataset, files);
    loaded.tables.emplace_back();
    if (inputs.empty()) continue;

    bool stopped = false;
    data::ReadOptions read = options;
    if (options.progress) {
      read.progress = [&](std::uint64_t bytes) {
        stopped = !options.progress(bytes_before + bytes);
        return !stopped;
      };
    }
    Result<data::Table> result = data::read_table(table_spec(dataset), inputs, read);
    if (stopped && !result.ok()) return result.errors();
    for (const data::FileInput& input : inputs)
      bytes_before += input.bytes.size();
    accept(std::move(result), agreement, dataset, options.threads, loaded, errors);
    check(loaded, errors);
  }
  if (!errors.empty()) return errors;
  return loaded;
}

Loading::Loading(const agreement::Agreement& agreement, std::vector<DatasetFiles> files)
    : agreement_(agreement), files_(std::move(files)) {}

bool Loading::step() {
  if (dataset_ == agreement_.datasets.size()) return false;
  const agreement::Dataset& dataset = agreement_.datasets[dataset_];
  if (is_read_) {
    check(loaded_, errors_);
    is_read_ = false;
    return ++dataset_ < agreement_.datasets.size();
  }
  if (!reading_) {
    loaded_.tables.emplace_back();
    std::vector<data::FileInput> inputs = inputs_of(dataset, files_);
    if (inputs.empty()) return ++dataset_ < agreement_.datasets.size();
    reading_.emplace(table_spec(dataset), std::move(inputs));
  }
  if (reading_->step()) return true;
  done_ += reading_->done();
  accept(reading_->finish(), agreement_, dataset, 1, loaded_, errors_);
  reading_.reset();
  is_read_ = true;
  return true;
}

std::uint64_t Loading::done() const {
  return done_ + (reading_ ? reading_->done() : 0);
}

Result<LoadedData> Loading::finish() {
  if (!errors_.empty()) return std::move(errors_);
  return std::move(loaded_);
}

std::optional<calendar::Instant> newest(const agreement::Agreement& agreement,
                                        const LoadedData& data) {
  NewestTimes times(agreement, data);
  while (times.step()) {
  }
  return times.of_all();
}

NewestTimes::NewestTimes(const agreement::Agreement& agreement, const LoadedData& data)
    : data_(data), zone_(*calendar::Zone::find(agreement.time_zone)) {
  for (const auto& table : data.tables)
    by_field_.emplace_back(table ? table->fields().size() : 0);
}

bool NewestTimes::step() {
  while (dataset_ < by_field_.size() && field_ == by_field_[dataset_].size()) {
    ++dataset_;
    field_ = 0;
  }
  if (dataset_ == by_field_.size()) return false;
  by_field_[dataset_][field_] = newest_in(*data_.tables[dataset_], field_, zone_, rules::Horizon());
  ++field_;
  return true;
}

std::optional<calendar::Instant> NewestTimes::of_all() const {
  std::optional<calendar::Instant> all;
  for (const auto& fields : by_field_) {
    for (const auto& newest : fields)
      all = std::max(all, newest);  // nothing is less than all
  }
  return all;
}

}  // namespace leadpact::scoring
