// What the screens read, and the commands they give. The parts:
//
//   library    the agreements of this browser, the open one, its saving
//   editor     the part of it in hand, its fields, undo, the guide
//   desk       the files of leads, their columns, the score
//   view       the scorecard in words, made once for every score
//   settings   the look, and where the person was
//   notices    what happened that the person must know, until closed
//
// Every command may be given at any time; one that makes no sense now does
// nothing.
#ifndef LEADPACT_WEB_APP_STATE_H_
#define LEADPACT_WEB_APP_STATE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/holidays.h"
#include "core/agreement/model.h"
#include "core/agreement/week.h"
#include "core/result.h"
#include "web/app/app.h"
#include "web/app/changes_desk.h"
#include "web/app/clock_desk.h"
#include "web/app/data_desk.h"
#include "web/app/data_keeper.h"
#include "web/app/dispute_desk.h"
#include "web/app/dispute_store.h"
#include "web/app/document_search.h"
#include "web/app/editor.h"
#include "web/app/goal_desk.h"
#include "web/app/holiday_desk.h"
#include "web/app/ids.h"
#include "web/app/import_desk.h"
#include "web/app/lead_desk.h"
#include "web/app/lead_list.h"
#include "web/app/ledger_desk.h"
#include "web/app/library.h"
#include "web/app/outbox.h"
#include "web/app/palette.h"
#include "web/app/past.h"
#include "web/app/points_desk.h"
#include "web/app/promise_desk.h"
#include "web/app/score_table.h"
#include "web/app/scorecard_view.h"
#include "web/app/settings.h"
#include "web/app/what_if_desk.h"

namespace leadpact::app {

enum class NoticeKind : std::uint8_t { info, warning, error };

struct Notice {
  enum class Action : std::uint8_t { close, save_to_file };
  NoticeKind kind = NoticeKind::info;
  std::string title;
  std::string body;
  std::string button;
  Action action = Action::close;
  bool permanent = false;  // stays until its cause is gone
};

// An agreement file that was refused, with everything that is wrong in it.
struct Refused {
  std::string file;
  Errors errors;
};

struct Toast {
  enum class Action : std::uint8_t { none, put_file_back, undo, bring_back, disputes_back };
  std::string text;
  std::string button;
  Action action = Action::none;
  std::int64_t until = 0;
  std::string id;  // of the agreement to bring back
};

// A new title being written for an agreement on Home.
struct Renaming {
  std::string id;
  std::string title;
};

inline constexpr std::int64_t kToastStays = 8000;  // ms
inline constexpr std::int64_t kWonderAfter = 500;  // ms until a wait is explained
// While somebody writes, small data is scored when nothing was typed for a while.
inline constexpr std::int64_t kScoreAfter = 700;  // ms

class State {
 public:
  State();

  // ---- What there is ----
  [[nodiscard]] const Library& library() const { return library_; }
  [[nodiscard]] const DataDesk& desk() const { return desk_; }
  [[nodiscard]] const DataKeeper& keeper() const { return keeper_; }
  // "4.2 MB kept in this browser since 1 Oct 2026."; empty where none is.
  [[nodiscard]] std::string kept_text() const;
  // What is kept takes long enough to be read for somebody to wonder.
  [[nodiscard]] bool reading_kept() const;
  [[nodiscard]] const agreement::Agreement* agreement() const { return library_.current(); }
  [[nodiscard]] const Editor& editor() const { return editor_; }
  // Whether this part, section or list to add to is to be brought into sight;
  // once.
  [[nodiscard]] bool take_reveal(std::string_view part);
  // The same for a field of the part in hand.
  [[nodiscard]] bool take_reveal_field(std::string_view key);
  // How many sections of the open document were drawn already; of a large one
  // they come one after the other, unless something in it is to be revealed.
  [[nodiscard]] std::size_t sections_placed() const {
    return reveal_.empty() && reveal_found_.empty() ? sections_placed_ : SIZE_MAX;
  }
  void set_sections_placed(std::size_t count) { sections_placed_ = count; }
  // How a commitment or a goal went so far, as the loaded data was scored last;
  // null without.
  [[nodiscard]] const PastLine* past(std::string_view id) const;
  // How the loaded leads score; null without data that have them.
  [[nodiscard]] const PointsDesk* points();
  // What the loaded data say of the stage in hand, as things are now.
  [[nodiscard]] LeadDesk& lead_desk();
  // The leads behind the numbers of the row that is open.
  [[nodiscard]] LeadList& leads();
  // Another limit or target for the promise of that row; null where there is
  // nothing to try. Both only with a score.
  [[nodiscard]] WhatIfDesk* what_if(std::size_t row);
  [[nodiscard]] ClockDesk* clocks();
  // What changed since a saved scorecard (state_changes.cc).
  [[nodiscard]] ChangesDesk& changes();
  [[nodiscard]] bool has_clocks() const;
  // The rejected leads; null without a score (state_ledger.cc).
  [[nodiscard]] LedgerDesk* ledger();
  // Disputed leads of the open agreement, and what the score would be with them
  // upheld (state_disputes.cc).
  [[nodiscard]] const std::vector<agreement::Dispute>& disputes() const {
    return dispute_store_.disputes().all;
  }
  [[nodiscard]] const std::string& dispute_trouble() const { return dispute_store_.trouble(); }
  [[nodiscard]] DisputeDesk& dispute_desk();
  // The id of a loaded lead; empty where its data have none.
  [[nodiscard]] std::string record_id(const std::string& dataset, std::uint32_t row) const;
  // What the files on the desk are and ask, as things are now.
  [[nodiscard]] const ImportDesk& import_desk();
  // Indices of its findings that nobody has settled yet.
  [[nodiscard]] std::vector<std::size_t> open_findings();
  // What stands beside the agreement instead of the guide.
  enum class Beside : std::uint8_t { guide, library, goal_maths };
  [[nodiscard]] Beside beside() const { return beside_; }
  [[nodiscard]] const GoalDesk& goal_desk() const { return goal_desk_; }
  // Null where another part is in hand, or none.
  [[nodiscard]] const agreement::Calendar* calendar_in_hand() const;
  [[nodiscard]] const HolidayDesk& holiday_desk() const { return holiday_desk_; }
  [[nodiscard]] const std::string& library_search() const { return library_search_; }
  // Of the open agreement with the data on the desk; null without a score.
  [[nodiscard]] const ScorecardView* view() const { return view_ ? &*view_ : nullptr; }
  [[nodiscard]] Screen screen() const { return screen_; }
  // Whether the screen is another one since the last call; then the keyboard
  // goes to its heading.
  [[nodiscard]] bool take_screen_change();
  [[nodiscard]] Theme theme() const { return settings_.theme; }
  [[nodiscard]] exchange::PaperSize paper() const { return settings_.paper; }
  [[nodiscard]] bool hovering() const { return hovering_; }
  // What the browser keeps is not known yet: promise nothing.
  [[nodiscard]] bool starting() const { return !restored_; }
  // Reading what was asked to be opened.
  [[nodiscard]] bool opening() const { return library_.busy(); }
  [[nodiscard]] bool is_example() const;
  // "Saved 14:02", "Saving…", "Not saved: …"; empty with nothing open.
  [[nodiscard]] std::string save_text() const;
  [[nodiscard]] bool not_saved() const;
  [[nodiscard]] std::vector<Notice> notices() const;
  [[nodiscard]] const std::vector<Refused>& refused() const { return refused_; }
  [[nodiscard]] const Toast* toast() const { return toast_ ? &*toast_ : nullptr; }
  // "today 14:02" of a card.
  [[nodiscard]] std::string when_saved(const Card& card) const;
  // Where an agreement of that term stands today: Draft, In force, Ended.
  [[nodiscard]] std::string phase_of(std::string_view starts_on, std::string_view ends_on) const;
  // "Last score 92.1, March 2026", and "Saved to a file today 14:02"; what is
  // not known is said, or empty.
  [[nodiscard]] std::string last_score(const std::string& id) const;
  [[nodiscard]] std::string last_backup(const std::string& id) const;
  [[nodiscard]] const Renaming& renaming() const { return renaming_; }  // id empty: none is
  [[nodiscard]] bool is_archived(const std::string& id) const;
  [[nodiscard]] const DocumentSearch& document_search() const { return document_search_; }
  // Whether this part was found and is to be brought into sight; once.
  [[nodiscard]] bool take_found(std::string_view part);
  [[nodiscard]] const Palette& palette() const { return palette_; }
  // What was done about a trigger; null where it is not marked as handled.
  [[nodiscard]] const Handled* handled(const Due::Item& item) const;
  [[nodiscard]] std::string when_handled(const Handled& handled) const;
  // The trigger that is being marked, and what is written of it.
  [[nodiscard]] bool is_handling(const Due::Item& item) const;
  [[nodiscard]] const std::string& handling_note() const { return handling_.note; }
  // Index of the commitment whose row is open, goals after commitments.
  [[nodiscard]] std::optional<std::size_t> open_row() const { return open_row_; }
  // The charts and the breakdown of the open row (state_promises.cc).
  [[nodiscard]] PromiseDesk& promise_desk();
  [[nodiscard]] const ScoreTable& score_table() const { return score_table_; }

  // ---- What a person does ----
  void go(Screen screen);
  void try_example();
  void use_example_data();  // again, after a reload
  void start_from_template(std::string_view name);
  void choose_files();
  void open_agreement(const std::string& id);
  void begin_rename(const std::string& id, std::string title);
  void set_new_title(std::string title);
  void end_rename(bool keep);
  void duplicate_agreement(const std::string& id);
  void archive(const std::string& id);
  void bring_back(const std::string& id);
  void save_to_file();
  void set_theme(Theme theme);
  void set_paper(exchange::PaperSize paper) { settings_.paper = paper; }
  void act(std::size_t notice);  // presses a notice's button
  void close_refused(std::size_t file);
  void use_toast();

  void open_palette();
  void close_palette();
  void search_palette(std::string query);
  void run_palette(std::size_t found);

  void select_part(const std::string& place);  // empty: nothing in hand
  void show_part(const std::string& place);    // on its screen, in hand and in sight
  void show_section(const std::string& title);
  // Takes the part in hand and goes to the field of that path.
  void open_field(const std::string& part, std::string_view key);
  void follow(const GuideItem& item);  // to the part or the section it is about
  void set_field(const std::string& key, const std::string& text);
  void add_part(std::string_view list);
  void open_beside(Beside what);
  static constexpr std::string_view kSearch = "search";  // to be brought into sight, its field
  void open_document_search();
  void close_document_search();
  void search_document(std::string text);
  void step_document_search(int by);
  // Of the calendar in hand (state_calendar.cc).
  void paint_hours(const agreement::Painted& painted, bool goes_on);
  void write_days(std::string text);  // days off, not added yet
  void add_days();                    // those that were written and can be read
  void remove_day(const std::string& date);
  void set_goal(const std::string& key, const std::string& text);
  void make_promises_of_goal();
  void search_library(std::string text);
  void choose_lead(std::string text);
  void step_lead(int by);
  void close_step();  // what is changed next is undone by itself
  void add_clause(std::string_view id);
  void duplicate_part();
  void move_part(int by);
  void move_part_before(const std::string& place, std::size_t index);  // of its list, as it is now
  void remove_part();
  void move_stage(std::size_t from, std::size_t to);  // and takes it in hand
  void use_preset(std::string_view preset);           // of stages
  void undo();
  void redo();
  void print_paper();
  void print_poster();
  void save_markdown();

  void assign_file(std::size_t file, std::size_t dataset);
  void ask_columns(std::size_t file);
  void choose_column(std::size_t choice, int column);
  void use_columns();
  void keep_columns();  // leaves the question about all columns as it was
  void read_dates_other_way(std::size_t file);
  void say_date_order(data::DateOrder order);  // answers the desk's date question
  // Of the import desk (state_import.cc).
  void answer_finding(std::size_t finding, std::size_t answer);
  void toggle_rows(std::size_t dataset, const RowsOf& rows);
  void show_more_rows();
  void save_rows();
  void remove_file(std::size_t file);
  // Of what is kept of it in this browser (state_keeping.cc).
  void keep_data(bool on);
  void forget_data();   // and in this tab
  void stop_reading();  // or scoring, where it takes a while
  void read_again();
  void set_as_of(std::string text);
  void toggle_row(std::size_t row);
  void set_score_table(ScoreTable table);
  // What is to be taken away (state_promises.cc). The scorecard as its table
  // shows it, or with all periods of the promises shown as a file.
  void copy_scorecard();
  void save_scorecard();
  void save_to_compare();
  void stop_comparing();
  void save_gone();  // the leads that are in the saved scorecard only
  void copy_breakdown();
  void save_breakdown();
  void save_ledger();               // the leads it lists
  void save_leads(LeadList& list);  // once they are written
  // A part of the page as a picture: asked for, then taken once it is in sight.
  void ask_picture(std::string what);
  [[nodiscard]] bool picture_asked(std::string_view what) const { return picture_ == what; }
  void take_picture(const Area& area, bool cut);
  // Of what fell due (state_triggers.cc).
  void begin_handling(const Due::Item& item);
  void write_handling(std::string note);
  void end_handling(bool keep);
  void reopen(const Due::Item& item);
  void write_what_if();  // what is tried into the promise
  void begin_dispute(DisputePlace place, const std::string& dataset, const std::string& record,
                     const std::string& commitment);
  void edit_dispute(const std::string& id);
  void end_dispute(bool keep);
  void rule_dispute(const std::string& id, agreement::Ruling ruling);
  void remove_dispute(const std::string& id);
  void save_disputes();  // to a file

  // ---- What happens (App) ----
  void start(std::uint64_t random);
  std::int64_t tick(std::int64_t now, int utc_offset_minutes);
  void work();
  void hidden();
  void files_given(std::vector<GivenFile> files);
  void files_hovering(bool over) { hovering_ = over; }
  void store_answered(Answer answer);
  [[nodiscard]] std::vector<Request> take_requests();

 private:
  void hear_library();
  void hear(const LibraryEvent& event);
  void agreement_opened();
  // Without a screen the outcome decides which one is shown.
  void add_agreement(agreement::Agreement agreement, Library::Origin origin,
                     std::optional<Screen> screen);
  void restore();
  void load_settings();
  void keep_settings();
  void hear_settings(const Answer& answer);
  CardFacts& facts_of(const std::string& id);
  void hear_keeper();
  void open_unfinished();
  void restore_unfinished(std::string_view text);
  void keep_unfinished();
  bool tell_what_no_file_holds();
  void tell_of_days();
  void follow_desk();
  void edited();   // by a question on Data: the score is anew already
  void written();  // by the editor: the score is to be made again
  void score_if_shown();
  void score_now();
  // When the score is made anew while somebody writes, or 0 for not at all.
  [[nodiscard]] std::int64_t score_at() const;
  [[nodiscard]] bool has_work() const;
  void work_on_data();
  void work_of_desks();
  void begin_desks_anew();
  void data_changed();
  void show_outcome();
  // Whether an agreement was read from it; it is open once the library says so.
  bool open_file(const GivenFile& file);
  void give_to_desk(std::vector<GivenFile> files, bool another);
  void open_disputes(const std::string& agreement);
  void give_disputes(const GivenFile& file);
  void disputes_back();
  void give_calendars(const std::vector<GivenFile>& files);
  void give_scorecards(std::vector<GivenFile> files);
  void hear_changes();
  void hear_leads(LeadList& list);
  void hear_rows();
  void add_days_off(const std::vector<agreement::DayOff>& days, const std::string& source);
  bool edit_calendar(std::string name, std::string_view stroke, bool goes_on,
                     const std::function<void(agreement::Calendar&)>& edit);
  [[nodiscard]] Years years() const;  // of the open agreement
  [[nodiscard]] std::string scorecard_sheet(exchange::SheetForm form, bool all_periods) const;
  void give_away(std::string text, std::string name);
  void copy(std::string text, std::string said);
  void notify(NoticeKind kind, std::string title, std::string body);
  [[nodiscard]] std::optional<Notice> store_notice() const;
  void say(std::string text, std::string button = {}, Toast::Action action = Toast::Action::none);

  Outbox outbox_;
  Ids ids_;
  Library library_;
  Editor editor_;
  DataDesk desk_;
  DataKeeper keeper_;
  std::int64_t keeper_asked_at_ = 0;
  bool outcome_waits_ = false;  // for what is kept
  PointsDesk points_;
  LeadDesk lead_desk_;
  LeadList lead_list_;
  WhatIfDesk what_if_;
  ClockDesk clocks_;
  LedgerDesk ledger_;
  ChangesDesk changes_;
  DisputeStore dispute_store_;
  DisputeDesk disputes_;
  std::vector<agreement::Dispute> disputes_before_;  // for Undo
  std::set<std::string> disputes_changed_;           // ids, of what it undoes
  ImportDesk import_desk_;
  Beside beside_ = Beside::guide;
  GoalDesk goal_desk_;
  HolidayDesk holiday_desk_;
  std::string library_search_;
  std::size_t sections_placed_ = 0;
  std::string reveal_;                       // a part, a section, or a list to add to
  std::optional<std::string> reveal_field_;  // a key of the form, may be empty
  bool score_due_ = false;                   // the agreement changed since it was scored
  std::int64_t written_at_ = 0;
  std::vector<PastLine> past_;
  std::optional<ScorecardView> view_;
  // What was written and is in no agreement, of the open one (state_keeping.cc).
  std::string unfinished_for_;      // its id
  std::string unfinished_written_;  // as it is stored, or is due to be
  std::uint32_t unfinished_ticket_ = 0;
  std::int64_t unfinished_due_ = 0;  // 0: nothing is to be stored
  Settings settings_;                // as remembered; `screen` and `open` are set when written
  std::string settings_written_;
  std::shared_ptr<const std::string> settings_seen_ = std::make_shared<const std::string>();
  std::uint32_t settings_ticket_ = 0;
  bool settings_saving_ = false;  // else they are being read
  bool settings_known_ = false;
  bool restored_ = false;  // the person is where they were, or nowhere yet
  Screen screen_ = Screen::home;
  Screen screen_seen_ = Screen::home;
  bool hovering_ = false;
  std::int64_t now_ = 0;
  int utc_offset_minutes_ = 0;
  std::vector<Notice> notices_;
  std::vector<Refused> refused_;
  std::optional<Toast> toast_;
  Palette palette_;
  DocumentSearch document_search_;
  std::string reveal_found_;
  Renaming renaming_;
  Handled handling_;  // trigger empty: none is
  std::optional<std::size_t> open_row_;
  PromiseDesk promise_desk_;
  ScoreTable score_table_;
  std::string picture_;  // what it is to be of; empty: none is asked for
  // The id whose data lie on the desk, and whether files wait for an agreement
  // that is on its way.
  std::string desk_for_;
  bool files_wait_ = false;
  std::optional<Screen> screen_after_opening_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_STATE_H_
