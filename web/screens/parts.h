// What the screens share: each screen's own function, and small pieces that
// look the same wherever they stand.
#ifndef LEADPACT_WEB_SCREENS_PARTS_H_
#define LEADPACT_WEB_SCREENS_PARTS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/agreement/paper.h"
#include "core/scoring/scorecard.h"
#include "web/app/scorecard_view.h"
#include "web/app/state.h"
#include "web/app/words.h"
#include "web/ui/ui.h"

namespace leadpact::screens {

// One screen a file; each draws what is on its page.
void draw_home(app::State& state);
void draw_agreement(app::State& state);
// The panel beside it, after the page; agreement_side() is its width, or 0.
[[nodiscard]] float agreement_side(const app::State& state);
void draw_agreement_side(app::State& state);
void draw_data(app::State& state);
inline constexpr std::string_view kReadingKept = "Reading the data kept in this browser…";
void draw_scorecard(app::State& state);

// The fields of the part in hand, and what the guide says (inspector.cc).
void draw_inspector(app::State& state);
void draw_guide(app::State& state);
// The week grid and the days off of the calendar in hand; false where a field
// is of another kind (calendar.cc).
[[nodiscard]] bool draw_calendar_field(
    app::State& state, const app::FormField& field,
    const std::function<void(const std::string&, const std::string&)>& set);
// Ready clauses to choose from (clause_library.cc).
void draw_clause_library(app::State& state);
// From a revenue goal to the leads of a month (goal_maths.cc).
void draw_goal_maths(app::State& state);
// What belongs into a section, and buttons that add it (offers.cc).
[[nodiscard]] std::string_view purpose_of(agreement::Section section);
void draw_offers(app::State& state, agreement::Section section);
// Undo and redo, by what they do (agreement.cc).
void draw_undo(app::State& state);
// The loaded leads by their points, and a rule in the document (points.cc).
void draw_points(app::State& state);
// True where its points are pressed.
bool draw_points_row(const std::vector<std::string>& row);
// A field of a form, to be set by `set` (inspector.cc).
void draw_form_field(const app::FormField& field,
                     const std::function<void(const std::string&, const std::string&)>& set);
// Lead definitions (definitions.cc): the stages as a strip, with the presets;
// below the title of a stage in hand what the loaded leads say; below the value
// of a rule what its column holds.
void draw_stages(app::State& state);
void draw_live_count(app::State& state);
void draw_value_offers(app::State& state, const app::FormField& field);
// The row of a commitment that is open (commitment_detail.cc).
void draw_commitment_detail(app::State& state, const app::CommitmentLine& line, std::size_t row);
// The leads behind its numbers, and ways to them in a cell of its periods
// (leads.cc).
void draw_leads(app::State& state, const app::CommitmentLine& line);
// Brings the heading that follows into sight where the list was just asked for.
void reveal_heading(app::LeadList& list);
// Searching and ordering a list of leads, and the list, each lead opening its
// working; `title` is the promise's.
void draw_lead_tools(app::LeadList& list, const agreement::Commitment& commitment);
void draw_lead_items(app::State& state, app::LeadList& list, const std::string& title,
                     const agreement::Commitment& commitment, const app::Noun& noun);
void draw_leads_cell(app::State& state, const app::CommitmentLine& line, std::size_t period,
                     app::LeadList::Which which, const std::string& text);
// A lead that is open: its working and its cells.
void draw_working(const app::LeadWorking& working);
// Its charts and its breakdown (promise_charts.cc).
void draw_promise_charts(app::State& state, const app::CommitmentLine& line);
// Sorting and filtering the promises, and taking the table away (score_tools.cc).
void draw_score_tools(app::State& state, const app::ScorecardView& view);
// Another limit or target for the promise of that row (what_if.cc).
void draw_what_if(app::State& state, std::size_t row);
// What changed since a saved scorecard, and saving one (changes.cc).
void draw_changes(app::State& state);
void draw_saving(app::State& state);
// Ends what ui::begin_picture began; takes the picture of that name where it is asked for.
void end_picture(app::State& state, const std::string& name);
[[nodiscard]] std::string scorecard_picture(const app::State& state);
// Where the time goes, by step and by owner (clocks.cc).
void draw_clocks(app::State& state);
// Rejected leads (ledger.cc).
void draw_ledger(app::State& state);
// Disputed leads (disputes.cc): those of a lead with a way to dispute it; what a
// promise's row would be with them upheld; the list of all.
void draw_lead_disputes(app::State& state, app::DisputePlace place, const std::string& dataset,
                        const std::string& record, const std::string& commitment);
void draw_dispute_words(app::State& state, std::size_t row, std::size_t period, bool open_too);
void draw_disputes(app::State& state);
// What the files say of themselves (findings.cc): the list of findings, a line
// on Scorecard where questions are open, the CRM a file comes from, what files
// have in common, and the rows behind a count.
void draw_findings(app::State& state);
void draw_findings_notice(app::State& state);
void draw_origins(app::State& state);
void draw_joined(app::State& state, std::size_t dataset);
void draw_rows(app::State& state, const app::RowList& list, std::string_view name);
// The form that asks which column is which (columns.cc).
void draw_question(app::State& state);

void status_pill(scoring::Status status);
[[nodiscard]] ui::Tone tone_of(scoring::Status status);
[[nodiscard]] ui::Party party_of(agreement::Team team);
void trend(const std::string& of, const app::Trend& trend, double target, bool has_target,
           float width);

// How far large files are read and scored, with a way to stop it, or to begin
// again where it was stopped. False where there is nothing of it to show.
bool draw_work(app::State& state);

// What stands on Data and Scorecard as long as no agreement is open.
void no_agreement(app::State& state);
// Says so where the open agreement is in error and cannot be scored.
void draw_invalid(app::State& state);

}  // namespace leadpact::screens

#endif  // LEADPACT_WEB_SCREENS_PARTS_H_
