#include "web/app/data_desk.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/data/table.h"
#include "web/app/file_head.h"

namespace leadpact::app {
namespace {

// What is read, and scored, before anybody could see that it is not.
constexpr std::uint64_t kSmallFiles = 4 << 20;
// How long a piece of work may keep the page from answering.
constexpr std::chrono::milliseconds kSlice{8};

bool only_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string place_in_words(const std::string& place) {
  const std::size_t colon = place.rfind(':');
  if (colon == std::string::npos || !only_digits(std::string_view(place).substr(colon + 1))) {
    return place;
  }
  return place.substr(0, colon) + ", line " + place.substr(colon + 1);
}

bool DataDesk::Question::answered() const {
  return std::all_of(choices.begin(), choices.end(),
                     [](const Choice& choice) { return choice.column >= 0; });
}

bool DataDesk::has_data() const {
  return std::any_of(files_.begin(), files_.end(),
                     [](const File& file) { return file.refused.empty() && file.dataset >= 0; });
}

std::optional<calendar::Instant> DataDesk::as_of() const {
  return chosen_ ? chosen_ : newest_;
}

// ---- Files --------------------------------------------------------------------

void DataDesk::give(std::string name, std::string bytes, const agreement::Agreement* agreement) {
  File file;
  file.name = std::move(name);
  file.bytes = std::make_shared<const std::string>(std::move(bytes));
  sort(file, agreement);
  removed_.reset();
  const bool usable = file.refused.empty();
  // The same name again is a newer export of the same list. What cannot be
  // used takes no place but that of another such file.
  const auto same = std::find_if(files_.begin(), files_.end(), [&](const File& other) {
    return other.name == file.name && (usable || !other.refused.empty());
  });
  if (same == files_.end()) {
    files_.push_back(std::move(file));
  } else {
    forget_score();  // it refers to the bytes
    *same = std::move(file);
  }
}

void DataDesk::sort(File& file, const agreement::Agreement* agreement) {
  file.refused.clear();
  file.dataset = -1;
  file.asks = false;
  file.matches.clear();
  const FileKind kind = kind_of(file.name, *file.bytes);
  if (kind != FileKind::table) {
    file.refused = refusal(kind);
    return;
  }
  Result<FileHead> head = read_head(file.name, *file.bytes, agreement);
  if (!head.ok()) {
    const Error& error = head.errors().front();
    file.refused = place_in_words(error.place) + ": " + error.message;
    return;
  }
  file.head = std::move(head).value();
  if (agreement == nullptr) return;
  if (agreement->datasets.empty()) {
    file.refused = "This agreement measures nothing from a file of leads.";
    return;
  }
  const DatasetChoice choice = choose_dataset(*agreement, file.head);
  file.asks = choice.tie;
  if (choice.tie || choice.dataset < 0) return;
  file.dataset = choice.dataset;
  file.dataset_id = agreement->datasets[static_cast<std::size_t>(choice.dataset)].id;
  file.matches =
      match_columns(agreement->datasets[static_cast<std::size_t>(file.dataset)], file.head);
}

void DataDesk::sort_again(const agreement::Agreement* agreement) {
  removed_.reset();
  set_as_of("", nullptr);
  as_of_touched_ = false;
  for (File& file : files_)
    sort(file, agreement);
  score(agreement);
}

void DataDesk::clear() {
  const bool valid = valid_;
  const std::uint64_t loads = loads_;
  job_.reset();
  *this = DataDesk();
  valid_ = valid;
  loads_ = loads + 1;
}

void DataDesk::agreement_changed(const agreement::Agreement& agreement, bool valid) {
  valid_ = valid;
  if (reading() && job_->agreement.datasets == agreement.datasets) {
    if (valid) job_->agreement = agreement;
    return;
  }
  job_.reset();
  scored_.reset();
  problems_.clear();
  if (loaded_ && loaded_as_ == agreement.datasets) return;
  forget_score();
  for (File& file : files_) {
    // By id: datasets may have been moved.
    const auto found =
        std::find_if(agreement.datasets.begin(), agreement.datasets.end(),
                     [&](const agreement::Dataset& each) { return each.id == file.dataset_id; });
    const bool keeps = file.dataset >= 0 && file.refused.empty();
    if (!keeps || found == agreement.datasets.end()) {
      sort(file, &agreement);
    } else {
      file.dataset = static_cast<int>(found - agreement.datasets.begin());
    }
  }
  match_files(agreement);
}

void DataDesk::score_again(const agreement::Agreement& agreement) {
  if (reading() && job_->agreement.datasets == agreement.datasets) return;
  if (loaded_ && valid_) {
    rescore(agreement);
  } else {
    score(&agreement);
  }
}

void DataDesk::forget_score() {
  job_.reset();
  stopped_ = false;
  scored_.reset();
  loaded_.reset();
  ++loads_;
  newest_.reset();
  newest_by_field_.clear();
  problems_.clear();
  question_.reset();
  date_question_.reset();
}

void DataDesk::match_files(const agreement::Agreement& agreement) {
  for (File& file : files_) {
    if (file.dataset < 0) continue;
    file.matches =
        match_columns(agreement.datasets[static_cast<std::size_t>(file.dataset)], file.head);
  }
}

void DataDesk::remove(std::size_t file, const agreement::Agreement* agreement) {
  if (file >= files_.size()) return;
  removed_ = std::move(files_[file]);
  removed_at_ = file;
  files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(file));
  score(agreement);
}

bool DataDesk::put_back(const agreement::Agreement* agreement) {
  if (!removed_) return false;
  const std::size_t at = std::min(removed_at_, files_.size());
  files_.insert(files_.begin() + static_cast<std::ptrdiff_t>(at), std::move(*removed_));
  removed_.reset();
  sort(files_[at], agreement);
  score(agreement);
  return true;
}

void DataDesk::assign(std::size_t file, std::size_t dataset,
                      const agreement::Agreement* agreement) {
  if (agreement == nullptr || file >= files_.size() || dataset >= agreement->datasets.size()) {
    return;
  }
  files_[file].dataset = static_cast<int>(dataset);
  files_[file].dataset_id = agreement->datasets[dataset].id;
  files_[file].asks = false;
  score(agreement);
}

// ---- Columns --------------------------------------------------------------------

void DataDesk::ask_columns(std::size_t file, const agreement::Agreement& agreement) {
  if (file >= files_.size() || files_[file].dataset < 0) return;
  Question question;
  question.file = file;
  question.dataset = static_cast<std::size_t>(files_[file].dataset);
  question.all = true;
  for (std::size_t f = 0; f < agreement.datasets[question.dataset].fields.size(); ++f) {
    const FieldMatch& match = files_[file].matches[f];
    question.choices.push_back({f, match.column, match.suggested});
  }
  question_ = std::move(question);
}

// A file of which not one column is known, beside one that is read: it is
// another list, and must not keep that one from being scored.
void DataDesk::refuse_strangers() {
  const auto is_known = [](const File& file) {
    const Coverage coverage = coverage_of(file.matches);
    return coverage.exact + coverage.suggested > 0;
  };
  for (File& file : files_) {
    if (!file.refused.empty() || file.dataset < 0 || is_known(file)) continue;
    const bool beside_another = std::any_of(files_.begin(), files_.end(), [&](const File& other) {
      return other.dataset == file.dataset && other.ready();
    });
    if (!beside_another) continue;
    file.refused =
        "None of its columns has a name the agreement knows: " + first_columns(file.head) + ".";
  }
}

void DataDesk::ask_what_is_missing(const agreement::Agreement& agreement) {
  question_.reset();
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const File& file = files_[i];
    if (!file.refused.empty() || file.dataset < 0 || file.ready()) continue;
    Question question;
    question.file = i;
    question.dataset = static_cast<std::size_t>(file.dataset);
    for (std::size_t f = 0; f < agreement.datasets[question.dataset].fields.size(); ++f) {
      const FieldMatch& match = file.matches[f];
      if (match.column >= 0 && !match.suggested) continue;
      question.choices.push_back({f, match.column, match.suggested});
    }
    // What only a person can know comes first.
    std::stable_partition(question.choices.begin(), question.choices.end(),
                          [](const Choice& choice) { return choice.column < 0; });
    question_ = std::move(question);
    return;
  }
}

void DataDesk::choose_column(std::size_t choice, int column) {
  if (!question_ || choice >= question_->choices.size()) return;
  question_->choices[choice].column = column;
  question_->choices[choice].suggested = false;
}

void DataDesk::forget_question() {
  if (question_ && question_->all) question_.reset();
}

bool DataDesk::answer_question(agreement::Agreement& agreement) {
  if (!question_ || !question_->answered()) return false;
  const Question question = std::move(*question_);
  question_.reset();
  const FileHead& head = files_[question.file].head;
  auto& fields = agreement.datasets[question.dataset].fields;
  for (const Choice& choice : question.choices) {
    fields[choice.field].column = head.header[static_cast<std::size_t>(choice.column)];
  }
  score(&agreement);
  return true;
}

bool DataDesk::waits_for_a_person() const {
  return question_ || date_question_ || !problems_.empty() ||
         std::any_of(files_.begin(), files_.end(), [](const File& file) { return file.asks; });
}

// ---- The score ------------------------------------------------------------------

void DataDesk::score(const agreement::Agreement* agreement) {
  forget_score();
  if (agreement == nullptr) return;
  match_files(*agreement);
  if (!valid_) return;
  refuse_strangers();
  ask_what_is_missing(*agreement);
  const bool asks =
      std::any_of(files_.begin(), files_.end(), [](const File& file) { return file.asks; });
  if (question_ || asks || !has_data()) return;

  std::vector<scoring::DatasetFiles> given;
  for (std::size_t d = 0; d < agreement->datasets.size(); ++d) {
    std::vector<data::FileInput> inputs = inputs_of(static_cast<int>(d));
    if (!inputs.empty()) given.push_back({agreement->datasets[d].id, std::move(inputs)});
  }
  job_ = std::make_unique<Job>();
  job_->agreement = *agreement;
  for (const scoring::DatasetFiles& files : given) {
    for (const data::FileInput& file : files.files)
      job_->bytes += file.bytes.size();
  }
  job_->loading.emplace(*agreement, std::move(given));
  finish_if_small(job_->bytes, kSmallFiles);
}

void DataDesk::finish_if_small(std::uint64_t size, std::uint64_t small) {
  if (size > small) return;
  while (step()) {
  }
}

double DataDesk::progress() const {
  if (job_ == nullptr) return 1;
  if (job_->scoring) return job_->scoring->share();
  if (job_->newest) return 1;
  return job_->loading ? static_cast<double>(job_->loading->done()) /
                             static_cast<double>(std::max<std::uint64_t>(job_->bytes, 1))
                       : 0;
}

bool DataDesk::work() {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point until = Clock::now() + kSlice;
  while (step()) {
    if (Clock::now() >= until) return true;
  }
  return false;
}

bool DataDesk::step() {
  if (job_ == nullptr) return false;
  if (job_->loading) {
    if (!job_->loading->step()) take_loaded();
  } else if (job_->newest) {
    if (!job_->newest->step()) end_reading();
  } else if (!job_->scoring) {
    job_->scoring.emplace(job_->agreement, *loaded_, *as_of());
  } else if (!job_->scoring->step()) {
    const std::unique_ptr<Job> job = std::move(job_);
    Result<scoring::Scored> scored = job->scoring->finish();
    if (scored.ok()) {
      scored_ = std::move(scored).value();
    } else {
      note_errors(scored.errors(), job->agreement);
    }
  }
  return job_ != nullptr;
}

void DataDesk::take_loaded() {
  Result<scoring::LoadedData> loaded = job_->loading->finish();
  job_->loading.reset();
  if (!loaded.ok()) {
    const std::unique_ptr<Job> job = std::move(job_);
    note_errors(loaded.errors(), job->agreement);
    return;
  }
  loaded_ = std::move(loaded).value();
  ++loads_;
  loaded_as_ = job_->agreement.datasets;
  newest_zone_ = job_->agreement.time_zone;
  job_->newest.emplace(job_->agreement, *loaded_);
}

void DataDesk::end_reading() {
  const std::unique_ptr<Job> job = std::move(job_);
  keep_newest(*job->newest);
  ask_date_order(job->agreement);
  if (valid_) rescore(job->agreement);
}

void DataDesk::keep_newest(const scoring::NewestTimes& times) {
  newest_ = times.of_all();
  newest_by_field_ = times.by_field();
}

void DataDesk::find_newest(const agreement::Agreement& agreement) {
  newest_zone_ = agreement.time_zone;
  scoring::NewestTimes times(agreement, *loaded_);
  while (times.step()) {
  }
  keep_newest(times);
}

void DataDesk::stop() {
  if (job_ == nullptr) return;
  const bool was_reading = reading();
  job_.reset();
  if (was_reading) forget_score();
  stopped_ = true;
}

std::vector<data::FileInput> DataDesk::inputs_of(int dataset) const {
  std::vector<data::FileInput> inputs;
  for (const File& file : files_) {
    if (file.ready() && file.dataset == dataset) inputs.push_back({file.name, *file.bytes});
  }
  return inputs;
}

void DataDesk::rescore(const agreement::Agreement& agreement) {
  if (reading()) return;  // scored after it
  job_.reset();
  scored_.reset();
  stopped_ = false;
  if (loaded_ && newest_zone_ != agreement.time_zone) find_newest(agreement);
  if (!loaded_ || !as_of() || date_question_) return;
  job_ = std::make_unique<Job>();
  job_->agreement = agreement;
  job_->is_read = true;
  std::uint64_t records = 0;
  for (const auto& table : loaded_->tables)
    records += table ? table->rows() : 0;
  finish_if_small(records, kSmallData);
}

std::size_t DataDesk::file_at(const std::string& place) const {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const std::string& name = files_[i].name;
    if (place == name || place.compare(0, name.size() + 1, name + ":") == 0) return i;
  }
  return 0;
}

void DataDesk::note_errors(const Errors& errors, const agreement::Agreement& agreement) {
  for (const Error& error : errors) {
    Problem problem;
    problem.where = place_in_words(error.place);
    problem.message = error.message;
    problem.file = file_at(error.place);
    if (error.code == ErrorCode::wrong_date_order) {
      problem.remedy = Problem::Remedy::other_date_order;
    } else if (error.code == ErrorCode::wrong_mapping || error.code == ErrorCode::no_header) {
      problem.remedy = Problem::Remedy::change_columns;
    }
    // A sum beyond a double names its commitment by place; people know its title.
    for (std::size_t i = 0; i < agreement.commitments.size(); ++i) {
      const std::string place = "commitments[" + std::to_string(i) + "]";
      if (error.place.compare(0, place.size(), place) == 0) {
        problem.where = agreement.commitments[i].title;
      }
    }
    // One mistake in many columns is one problem.
    const auto same = std::find_if(problems_.begin(), problems_.end(), [&](const Problem& other) {
      return problem.remedy == Problem::Remedy::other_date_order &&
             other.remedy == problem.remedy && other.file == problem.file;
    });
    if (same == problems_.end()) {
      problems_.push_back(std::move(problem));
    } else {
      ++same->more_columns;
    }
  }
}

}  // namespace leadpact::app
