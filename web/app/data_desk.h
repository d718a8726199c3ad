// The files of leads on the desk, and the scorecard they give.
//
// Files are given, sorted to the agreement's datasets by their columns, read
// and scored. Nothing of them is stored. What the page must ask is one of two
// questions: which data a file holds, and which column is which.
//
//   files given                            then
//   -------------------------------------  -------------------------------
//   every column is there                  scored at once
//   "First contact" is nowhere             question(): a choice a field
//   two datasets fit a file alike          the file asks: File::asks
//   the data are read but contradict the   problems(), each with what to do
//     agreement (dates in the other order)
//   no agreement open                      they wait for one
#ifndef LEADPACT_WEB_APP_DATA_DESK_H_
#define LEADPACT_WEB_APP_DATA_DESK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/score.h"
#include "web/app/mapping.h"

namespace leadpact::app {

class DataDesk {
 public:
  struct File {
    std::string name;
    std::shared_ptr<const std::string> bytes;  // tables refer to them
    FileHead head;
    std::string refused;              // why it cannot be used, a sentence; empty where it can
    int dataset = -1;                 // index, or none yet
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

  // What keeps the files from being scored.
  struct Problem {
    enum class Remedy : std::uint8_t { none, change_columns, other_date_order };
    std::string where;    // "leads.csv, line 5", or a commitment's title
    std::string message;  // a sentence
    Remedy remedy = Remedy::none;
    std::size_t file = 0;  // of the remedy
  };

  // ---- What is there ----
  [[nodiscard]] const std::vector<File>& files() const { return files_; }
  [[nodiscard]] bool has_data() const;  // a file that is read by a dataset
  [[nodiscard]] const std::optional<Question>& question() const { return question_; }
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  [[nodiscard]] const scoring::Scored* scored() const { return scored_ ? &*scored_ : nullptr; }
  [[nodiscard]] const scoring::LoadedData* loaded() const { return loaded_ ? &*loaded_ : nullptr; }
  [[nodiscard]] std::optional<calendar::Instant> newest() const { return newest_; }
  [[nodiscard]] std::optional<calendar::Instant> as_of() const;
  // What a person wrote; empty: the newest time in the data.
  [[nodiscard]] const std::string& as_of_text() const { return as_of_text_; }
  // Whether the field was touched; until then it shows the newest time.
  [[nodiscard]] bool as_of_touched() const { return as_of_touched_; }
  // A sentence, empty where the text is a time (or still being typed).
  [[nodiscard]] const std::string& as_of_error() const { return as_of_error_; }

  // ---- What happens; all with the agreement that is open, or null ----
  void give(std::string name, std::string bytes, const agreement::Agreement* agreement);
  // After the last give(), and after the agreement was changed.
  void score(const agreement::Agreement* agreement);
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
  // Reads the fields whose dates are in the other order so from now on. True
  // when there were any.
  bool switch_date_order(std::size_t file, agreement::Agreement& agreement);

  void set_as_of(std::string text, const agreement::Agreement* agreement);

 private:
  void sort(File& file, const agreement::Agreement* agreement);
  void ask_what_is_missing(const agreement::Agreement& agreement);
  void rescore(const agreement::Agreement& agreement);
  void note_errors(const Errors& errors, const agreement::Agreement& agreement);
  [[nodiscard]] std::size_t file_at(const std::string& place) const;

  std::vector<File> files_;
  std::optional<File> removed_;
  std::size_t removed_at_ = 0;
  std::optional<Question> question_;
  std::vector<Problem> problems_;
  std::optional<scoring::LoadedData> loaded_;
  std::optional<scoring::Scored> scored_;
  std::optional<calendar::Instant> newest_;
  std::string as_of_text_;
  bool as_of_touched_ = false;
  std::string as_of_error_;
  std::optional<calendar::Instant> chosen_;
};

// "2026-09-30" (the end of that day), "2026-09-30 17:00" in the zone, or an
// ISO time with a zone; else nothing.
[[nodiscard]] std::optional<calendar::Instant> read_as_of(const std::string& text,
                                                          const calendar::Zone& zone);

// "leads.csv:5" -> "leads.csv, line 5".
[[nodiscard]] std::string place_in_words(const std::string& place);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DATA_DESK_H_
