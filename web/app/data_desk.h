// The files of leads on the desk, and the scorecard they give.
//
// Files are given, sorted to the agreement's datasets by their columns, read
// and scored; whether they are stored is up to data_keeper.h. What the page
// must ask is one of three questions: which data a file holds, which column is
// which, and whether the month or the day of a date comes first.
//
//   files given                            then
//   -------------------------------------  -------------------------------
//   every column is there                  scored at once
//   "First contact" is nowhere             question(): a choice a field
//   two datasets fit a file alike          the file asks: File::asks
//   the data are read but contradict the   problems(), each with what to do
//     agreement (dates in the other order)
//   every date could be read month first   date_question(): which one it is
//     and day first
//   no agreement open                      they wait for one
//
// Large files are read and scored a piece at a time: working() until work() has
// done it all. Small ones are done when the call that asked for it returns.
#ifndef LEADPACT_WEB_APP_DATA_DESK_H_
#define LEADPACT_WEB_APP_DATA_DESK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/score.h"
#include "web/app/mapping.h"

namespace leadpact::app {

// Data of up to so many records are scored at once.
inline constexpr std::size_t kSmallData = 50'000;

class DataDesk {
 public:
  struct File {
    std::string name;
    std::shared_ptr<const std::string> bytes;  // tables refer to them
    FileHead head;
    std::string refused;              // why it cannot be used, a sentence; empty where it can
    int dataset = -1;                 // index, or none yet
    std::string dataset_id;           // of it
    bool asks = false;                // which of the datasets it is
    std::vector<FieldMatch> matches;  // one a field of its dataset
    [[nodiscard]] bool ready() const {
      return refused.empty() && dataset >= 0 && coverage_of(matches).complete();
    }
  };

  // Which column is which field, for one file.
  struct Choice {
    std::size_t field = 0;   // index into the dataset's fields
    int column = -1;         // index into the file's header, or none yet
    bool suggested = false;  // chosen by likeness, not by a person
  };
  struct Question {
    std::size_t file = 0;
    std::size_t dataset = 0;
    bool all = false;  // asked for by a person; else only what is missing
    std::vector<Choice> choices;
    [[nodiscard]] bool answered() const;
  };

  // "03/04/2026" in a column, and nothing in it or beside it that tells.
  struct DateQuestion {
    std::size_t dataset = 0;
    std::vector<std::size_t> fields;  // indices into the dataset's
    std::string cell;                 // one of them
    calendar::Day month_first = 0;    // the day it is
    calendar::Day day_first = 0;
    bool contradicted = false;  // more cells say the other order than the one it is read in
  };

  // What keeps the files from being scored.
  struct Problem {
    enum class Remedy : std::uint8_t { none, change_columns, other_date_order };
    std::string where;    // "leads.csv, line 5", or a commitment's title
    std::string message;  // a sentence
    Remedy remedy = Remedy::none;
    std::size_t file = 0;          // of the remedy
    std::size_t more_columns = 0;  // of the file with the same problem
  };

  // ---- What is there ----
  [[nodiscard]] const std::vector<File>& files() const { return files_; }
  [[nodiscard]] bool has_data() const;  // a file that is read by a dataset
  [[nodiscard]] const std::optional<Question>& question() const { return question_; }
  [[nodiscard]] const std::optional<DateQuestion>& date_question() const { return date_question_; }
  // Whether something keeps the files from being scored until a person acts.
  [[nodiscard]] bool waits_for_a_person() const;
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  [[nodiscard]] const scoring::Scored* scored() const { return scored_ ? &*scored_ : nullptr; }
  [[nodiscard]] const scoring::LoadedData* loaded() const { return loaded_ ? &*loaded_ : nullptr; }
  // Another number whenever what is loaded is another, or gone.
  [[nodiscard]] std::uint64_t loads() const { return loads_; }
  [[nodiscard]] std::optional<calendar::Instant> newest() const { return newest_; }
  // Of what is loaded, by dataset and field.
  [[nodiscard]] const std::vector<std::vector<std::optional<calendar::Instant>>>& newest_by_field()
      const {
    return newest_by_field_;
  }
  [[nodiscard]] std::optional<calendar::Instant> as_of() const;
  // What a person wrote; empty: the newest time in the data.
  [[nodiscard]] const std::string& as_of_text() const { return as_of_text_; }
  // Whether the field was touched; until then it shows the newest time.
  [[nodiscard]] bool as_of_touched() const { return as_of_touched_; }
  // A sentence, empty where the text is a time or the beginning of one.
  [[nodiscard]] const std::string& as_of_error() const { return as_of_error_; }
  // The text may become a time; until then the one before holds.
  [[nodiscard]] bool as_of_unfinished() const { return as_of_unfinished_; }

  // ---- Work that takes a while ----
  [[nodiscard]] bool working() const { return job_ != nullptr; }
  [[nodiscard]] bool reading() const { return job_ != nullptr && !job_->is_read; }
  // Of the reading, or else of the scoring, from 0 to 1.
  [[nodiscard]] double progress() const;
  // Some milliseconds of it; true while some is left.
  bool work();
  // Leaves it off: what was read of the files is forgotten. score() begins anew.
  void stop();
  [[nodiscard]] bool stopped() const { return stopped_; }

  // ---- What happens; all with the agreement that is open, or null ----
  // Replaces a file of its name, where it can be used.
  void give(std::string name, std::string bytes, const agreement::Agreement* agreement);
  // After the last give(), and after the agreement was changed.
  void score(const agreement::Agreement* agreement);
  // The agreement was written on: nothing is scored until score_again() is
  // called, and not at all while it is invalid. What was loaded stays where it
  // would be read the same.
  void agreement_changed(const agreement::Agreement& agreement, bool valid);
  void score_again(const agreement::Agreement& agreement);
  void set_valid(bool valid) { valid_ = valid; }
  // Another agreement is open: the same files are looked at afresh.
  void sort_again(const agreement::Agreement* agreement);
  void clear();
  void remove(std::size_t file, const agreement::Agreement* agreement);
  // Undoes the last remove(); false where there is nothing to undo.
  bool put_back(const agreement::Agreement* agreement);

  void assign(std::size_t file, std::size_t dataset, const agreement::Agreement* agreement);
  // Asks for every column of a file's dataset.
  void ask_columns(std::size_t file, const agreement::Agreement& agreement);
  void choose_column(std::size_t choice, int column);
  void forget_question();
  // Writes the answer into the agreement's fields. True when it was complete.
  bool answer_question(agreement::Agreement& agreement);
  // Reads the fields whose dates are in the other order so from now on, and
  // with them those that could be either. True when there were any.
  bool switch_date_order(std::size_t file, agreement::Agreement& agreement);
  // True when that changed the agreement.
  bool answer_dates(data::DateOrder order, agreement::Agreement& agreement);

  // Whether it is scored by another time now.
  bool set_as_of(std::string text, const agreement::Agreement* agreement);

 private:
  void sort(File& file, const agreement::Agreement* agreement);
  void forget_score();
  void match_files(const agreement::Agreement& agreement);
  void refuse_strangers();
  void ask_what_is_missing(const agreement::Agreement& agreement);
  void ask_date_order(const agreement::Agreement& agreement);
  [[nodiscard]] std::vector<data::FileInput> inputs_of(int dataset) const;
  void rescore(const agreement::Agreement& agreement);
  void finish_if_small(std::uint64_t size, std::uint64_t small);
  bool step();
  void take_loaded();
  void keep_newest(const scoring::NewestTimes& times);
  void find_newest(const agreement::Agreement& agreement);
  void end_reading();
  void note_errors(const Errors& errors, const agreement::Agreement& agreement);
  [[nodiscard]] std::size_t file_at(const std::string& place) const;

  struct Job {
    agreement::Agreement agreement;
    std::uint64_t bytes = 0;  // of all files
    std::optional<scoring::Loading> loading;
    std::optional<scoring::NewestTimes> newest;  // of what was loaded
    bool is_read = false;
    std::optional<scoring::Scoring> scoring;  // of `agreement` and loaded_
  };

  std::vector<File> files_;
  std::optional<File> removed_;
  std::size_t removed_at_ = 0;
  std::optional<Question> question_;
  std::optional<DateQuestion> date_question_;
  struct DateAnswer {
    std::string dataset, field;  // id and key
    data::DateOrder order = data::DateOrder::mdy;
  };
  std::vector<DateAnswer> dates_answered_;
  std::vector<Problem> problems_;
  std::optional<scoring::LoadedData> loaded_;
  std::unique_ptr<Job> job_;
  bool stopped_ = false;
  std::uint64_t loads_ = 0;
  std::vector<agreement::Dataset> loaded_as_;  // how it was read
  std::optional<scoring::Scored> scored_;
  std::optional<calendar::Instant> newest_;
  std::string newest_zone_;  // by whose clock
  std::vector<std::vector<std::optional<calendar::Instant>>> newest_by_field_;
  std::string as_of_text_;
  bool valid_ = true;  // the agreement
  bool as_of_touched_ = false;
  bool as_of_unfinished_ = false;
  std::string as_of_error_;
  std::optional<calendar::Instant> chosen_;
};

// "2026-09-30" (the end of that day), "2026-09-30 17:00" in the zone, or an
// ISO time with a zone; else nothing. Half of a date is none: it would be read
// as another one.
[[nodiscard]] std::optional<calendar::Instant> read_as_of(const std::string& text,
                                                          const calendar::Zone& zone);

// Etc/UTC for a name no release of tzdata has.
[[nodiscard]] const calendar::Zone& zone_or_utc(const std::string& name);

// "leads.csv:5" -> "leads.csv, line 5".
[[nodiscard]] std::string place_in_words(const std::string& place);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DATA_DESK_H_
