// What changed since a saved scorecard, and saving one: the file, the groups of
// leads, and the leads of the group that was pressed.
//
//   given                             then
//   --------------------------------  --------------------------------------
//   a saved scorecard, data loaded    compared; again with every score
//   a saved scorecard, no data yet    it waits for a score
//   one of another agreement, or      take_errors() says so; what was open
//     one that cannot be read           before stays
//
// All of it goes in slices; of small data and files within the call.
#ifndef LEADPACT_WEB_APP_CHANGES_DESK_H_
#define LEADPACT_WEB_APP_CHANGES_DESK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/exchange/saved_scorecard.h"
#include "core/scoring/changes.h"
#include "web/app/data_desk.h"
#include "web/app/lead_list.h"
#include "web/app/scorecard_view.h"

namespace leadpact::app {

struct ChangeLine {
  // More and less: of what adds up and goes on, which is neither yet.
  enum class Trend : std::uint8_t { none, better, worse, same, more, less };
  std::size_t promise = 0;  // goals after commitments
  bool is_goal = false;
  std::string title;
  agreement::Team team = agreement::Team::unset;
  std::string team_letter, team_name;
  std::string period;  // that then and now are of
  std::string then, now;
  std::optional<scoring::Status> then_status, now_status;
  Trend trend = Trend::none;
  std::string change;              // "+3 met, −1 failed"
  std::vector<std::string> notes;  // sentences on what limits the comparison
  // Those that changed and the one above, the newest first; indices into the
  // periods of the score.
  std::vector<std::size_t> periods;
  std::vector<std::string> period_names;
};

// A row of what leads from then to now.
struct ChangeRow {
  std::string name, meaning;
  std::optional<scoring::ChangeGroup> group;  // whose leads can be shown
  std::uint64_t leads = 0;
  std::vector<std::string> figures;  // one a column
};

class ChangesDesk {
 public:
  // ---- What happens ----
  void open(std::string name, std::string bytes);
  void close();
  void score_changed();
  // To be called before anything below is read. Both null where there is no
  // score.
  void look(const agreement::Agreement* agreement, const ScorecardView* view, const DataDesk& desk);
  bool work(const DataDesk& desk);
  [[nodiscard]] bool has_work() const;
  // What is wrong with the file given last; once.
  [[nodiscard]] std::optional<Errors> take_errors();
  [[nodiscard]] const std::string& given_file() const { return given_name_; }

  // ---- The comparison ----
  [[nodiscard]] bool is_open() const {
    return earlier_ != nullptr || given_ != nullptr || reading_;
  }
  // What is compared with, or will be.
  [[nodiscard]] const std::string& file() const { return earlier_ ? name_ : given_name_; }
  [[nodiscard]] bool reading() const { return reading_.has_value(); }
  [[nodiscard]] bool ready() const { return done_; }
  [[nodiscard]] float progress() const;
  [[nodiscard]] const std::string& title() const { return title_; }  // "Compared with 1 Sep …"
  [[nodiscard]] const std::string& note() const { return note_; }    // may be empty
  [[nodiscard]] const std::vector<ChangeLine>& lines() const { return lines_; }
  // Of the line that is open.
  [[nodiscard]] std::optional<std::size_t> open_line() const { return open_line_; }
  void toggle_line(std::size_t line);
  [[nodiscard]] std::size_t chosen_period() const { return period_; }  // of the line's
  void choose_period(std::size_t chosen);
  [[nodiscard]] std::vector<std::string> columns() const;
  [[nodiscard]] std::vector<ChangeRow> rows() const;
  [[nodiscard]] const agreement::Commitment& commitment() const;

  // ---- Leads ----
  [[nodiscard]] std::optional<scoring::ChangeGroup> group() const { return group_; }
  [[nodiscard]] std::string group_title() const;
  void show(scoring::ChangeGroup group);
  void hide();
  [[nodiscard]] bool looking() const { return sweep_.has_value(); }
  [[nodiscard]] LeadList& list() { return list_; }
  // Of leads that are gone, which no list can show: id and verdict of then.
  static constexpr std::size_t kMostGone = 50;
  struct Gone {
    std::string id, verdict;
  };
  [[nodiscard]] std::vector<Gone> gone() const;
  [[nodiscard]] std::size_t gone_count() const { return gone_.size(); }
  [[nodiscard]] std::string gone_sheet() const;  // all of them

  // ---- Saving ----
  void save(const agreement::Agreement& agreement, const DataDesk& desk);
  [[nodiscard]] bool saving() const { return saved_subject_ != nullptr; }
  // The text of the file; once.
  [[nodiscard]] std::optional<std::string> take_saved();

 private:
  // Holds what the core reads while it works; the data are the desk's.
  struct Subject {
    agreement::Agreement agreement;
    scoring::Scorecard card;
    std::uint64_t loads = 0;
    bool small = false;
  };
  [[nodiscard]] static std::unique_ptr<Subject> subject_of(const agreement::Agreement& agreement,
                                                           const DataDesk& desk);
  void read();
  void begin(const agreement::Agreement& agreement, const ScorecardView& view,
             const DataDesk& desk);
  void compare(const DataDesk& desk);
  void write(const DataDesk& desk);
  void make_lines();
  [[nodiscard]] ChangeLine line_of(std::size_t promise) const;
  void choose_shown_period();
  void find_leads();
  void take_leads();
  [[nodiscard]] std::vector<Gone> gone(std::size_t most) const;
  [[nodiscard]] const scoring::Comparing::Promise& opened() const;
  [[nodiscard]] const scoring::PeriodScore* then_of(const scoring::Comparing::Promise& promise,
                                                    std::size_t period) const;

  // The file given last: being read, then waiting for its agreement.
  std::string given_name_, bytes_;
  std::optional<exchange::ScorecardReading> reading_;
  std::unique_ptr<const scoring::Earlier> given_;
  std::optional<Errors> errors_;
  std::string name_;
  std::unique_ptr<const scoring::Earlier> earlier_;  // of the agreement that is open

  std::unique_ptr<Subject> subject_;
  std::vector<std::size_t> shown_;  // the periods that the rows of the scorecard show
  std::unique_ptr<scoring::Comparing> comparing_;
  bool done_ = false;
  std::string title_, note_;
  std::vector<ChangeLine> lines_;
  std::optional<std::size_t> open_line_;
  std::size_t period_ = 0;

  std::optional<scoring::ChangeGroup> group_;
  std::optional<scoring::ChangeSweep> sweep_;
  LeadList list_;
  std::vector<scoring::EarlierLeads::Entry> gone_;

  std::unique_ptr<Subject> saved_subject_;
  std::unique_ptr<exchange::ScorecardSaving> saving_;
  std::optional<std::string> saved_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_CHANGES_DESK_H_
