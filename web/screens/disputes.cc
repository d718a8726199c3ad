// Disputed leads: noted beside a lead, ruled in a list, and what the score would
// be with them upheld beside the official one.
#include <algorithm>
#include <string>
#include <vector>

#include "core/agreement/kinds.h"
#include "core/agreement/wording.h"
#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using agreement::CountsAs;
using agreement::Dispute;
using agreement::Ruling;
using agreement::Team;
using app::DisputePlace;
using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;

constexpr Team kTeams[] = {Team::sales, Team::marketing, Team::both};

// The promises and goals that count leads of a dataset.
std::vector<const agreement::Commitment*> promises_of(const agreement::Agreement& agreement,
                                                      const std::string& dataset) {
  std::vector<const agreement::Commitment*> found;
  for (const auto* list : {&agreement.commitments, &agreement.goals}) {
    for (const agreement::Commitment& each : *list) {
      const bool counts = agreement::uses_records(each.measure.kind);
      if (counts && each.measure.dataset == dataset) found.push_back(&each);
    }
  }
  return found;
}

std::string promise_words(const agreement::Agreement& agreement, const Dispute& dispute) {
  if (dispute.commitment.empty()) return "Every promise that counts it";
  for (const agreement::Commitment* each : promises_of(agreement, dispute.dataset)) {
    if (each->id == dispute.commitment) return each->title.empty() ? each->id : each->title;
  }
  return "A promise that is gone (" + dispute.commitment + ")";
}

void choose_promise(const agreement::Agreement& agreement, Dispute& draft) {
  const auto promises = promises_of(agreement, draft.dataset);
  std::vector<std::string> names = {"Every promise that counts it"};
  std::size_t chosen = 0;
  for (const agreement::Commitment* each : promises) {
    if (each->id == draft.commitment) chosen = names.size();
    names.push_back(each->title.empty() ? each->id : each->title);
  }
  if (ui::select("Disputed in", names, chosen)) {
    draft.commitment = chosen == 0 ? "" : promises[chosen - 1]->id;
  }
}

void draw_form(State& state) {
  const agreement::Agreement& agreement = *state.agreement();
  Dispute draft = state.dispute_desk().draft();
  ui::begin_card("Dispute of lead " + draft.record);
  ui::begin_columns(2);
  choose_promise(agreement, draft);
  std::vector<std::string> teams;
  std::size_t team = 0;
  for (std::size_t i = 0; i < std::size(kTeams); ++i) {
    teams.push_back(agreement::team_name(agreement, kTeams[i]));
    if (kTeams[i] == draft.raised_by) team = i;
  }
  if (ui::select("Raised by", teams, team)) draft.raised_by = kTeams[team];
  ui::next_column();
  const std::vector<std::string> counts = {"Left out of the promise", "As met"};
  std::size_t as = draft.counts_as == CountsAs::met ? 1 : 0;
  if (ui::select("If it is upheld, the lead counts", counts, as,
                 {"Met changes shares and times only; counts and sums stay.", {}})) {
    draft.counts_as = as == 1 ? CountsAs::met : CountsAs::left_out;
  }
  const bool dated = calendar::parse_day(draft.on).has_value();
  static_cast<void>(
      ui::text_field("Raised on", draft.on, {{}, dated ? "" : "Write the date like 2026-09-30."}));
  ui::end_columns();
  static_cast<void>(ui::text_area("Why", draft.note, {"What the data do not show.", {}}));
  if (!draft.id.empty()) static_cast<void>(ui::text_area("What the meeting said", draft.answer));
  state.dispute_desk().write(draft);
  ui::begin_row();
  const bool done = ui::button("Keep dispute", Emphasis::primary, Icon::check, dated);
  const bool cancelled = ui::button("Cancel dispute", Emphasis::quiet);
  ui::end_row();
  ui::end_card();
  if (done || cancelled) state.end_dispute(done);
}

void ruling_pill(Ruling ruling) {
  switch (ruling) {
    case Ruling::open:
      ui::pill(Icon::hourglass_empty, "Open", Tone::warning);
      return;
    case Ruling::upheld:
      ui::pill(Icon::check_circle, "Upheld", Tone::success);
      return;
    case Ruling::declined:
      ui::pill(Icon::cancel, "Declined", Tone::quiet);
      return;
  }
}

std::string raised_words(const State& state, const Dispute& dispute) {
  const auto on = calendar::parse_day(dispute.on);
  return agreement::team_name(*state.agreement(), dispute.raised_by) + ", " +
         (on ? app::day(*on) : dispute.on);
}

void draw_ruling(State& state, const Dispute& dispute) {
  ui::begin_row();
  if (dispute.ruling != Ruling::upheld && ui::button("Uphold", Emphasis::secondary, Icon::check)) {
    state.rule_dispute(dispute.id, Ruling::upheld);
  }
  if (dispute.ruling != Ruling::declined &&
      ui::button("Decline", Emphasis::secondary, Icon::close)) {
    state.rule_dispute(dispute.id, Ruling::declined);
  }
  if (dispute.ruling != Ruling::open && ui::button("Open again", Emphasis::quiet, Icon::undo)) {
    state.rule_dispute(dispute.id, Ruling::open);
  }
  if (ui::button("Change dispute", Emphasis::quiet, Icon::edit)) state.edit_dispute(dispute.id);
  if (ui::button("Remove dispute", Emphasis::quiet, Icon::trash)) {
    state.remove_dispute(dispute.id);
  }
  ui::end_row();
}

void draw_dispute(State& state, const Dispute& dispute, std::size_t index) {
  const ui::Id scope(dispute.id);
  ui::table_row("Lead " + dispute.record);
  ui::table_cell();
  ui::strong("Lead " + dispute.record);
  const std::optional<bool> there = state.dispute_desk().is_there(index);
  if (there && !*there) ui::text("Not in today's data; it changes nothing there.", Tone::warning);
  if (!dispute.note.empty()) ui::text(dispute.note, Tone::quiet);
  if (!dispute.answer.empty()) ui::text("The meeting: " + dispute.answer, Tone::quiet);
  ui::table_cell();
  ui::text(promise_words(*state.agreement(), dispute));
  ui::text(dispute.counts_as == CountsAs::met ? "to count as met" : "to be left out", Tone::help);
  ui::table_cell(raised_words(state, dispute));
  ui::table_cell();
  ruling_pill(dispute.ruling);
  ui::begin_table_detail();
  if (state.dispute_desk().is_drafting(DisputePlace::list, dispute.dataset, dispute.record) &&
      state.dispute_desk().draft().id == dispute.id) {
    draw_form(state);
  } else {
    draw_ruling(state, dispute);
  }
  ui::end_table_detail();
}

}  // namespace

void draw_lead_disputes(State& state, DisputePlace place, const std::string& dataset,
                        const std::string& record, const std::string& commitment) {
  if (record.empty()) {
    ui::text("A lead without an id cannot be disputed: choose the column of ids on Data.",
             Tone::help);
    return;
  }
  for (const Dispute& each : state.disputes()) {
    if (each.dataset != dataset || each.record != record) continue;
    ui::begin_row();
    ruling_pill(each.ruling);
    ui::text("Disputed by " + raised_words(state, each) + ": " +
             promise_words(*state.agreement(), each) +
             (each.note.empty() ? "." : ". " + each.note));
    ui::end_row();
  }
  if (state.dispute_desk().is_drafting(place, dataset, record)) {
    draw_form(state);
  } else if (ui::button("Dispute this lead", Emphasis::quiet, Icon::gavel)) {
    state.begin_dispute(place, dataset, record, commitment);
  }
}

void draw_dispute_words(State& state, std::size_t row, std::size_t period, bool open_too) {
  const app::DisputeDesk& desk = state.dispute_desk();
  for (const bool open : {false, true}) {
    if (open && !open_too) continue;
    const std::string words = desk.words(row, period, open);
    if (!words.empty()) ui::icon_text(Icon::gavel, words, Tone::quiet);
  }
}

void draw_disputes(State& state) {
  ui::heading(2, "Disputed leads");
  if (!state.dispute_trouble().empty()) {
    ui::icon_text(Icon::warning, state.dispute_trouble(), Tone::danger);
  }
  const std::vector<Dispute> all = state.disputes();
  if (all.empty()) {
    ui::text(
        "None yet. Open a lead, behind a promise's numbers or among the rejected ones, and press "
        "“Dispute this lead”. What the meeting upholds is shown beside the official score.",
        Tone::quiet);
    return;
  }
  std::size_t counts[3] = {};
  for (const Dispute& each : all)
    ++counts[static_cast<std::size_t>(each.ruling)];
  ui::text(app::whole(counts[0]) + " open, " + app::whole(counts[1]) + " upheld, " +
           app::whole(counts[2]) +
           " declined. The official score stays as the data say; what it would be with those "
           "upheld stands beside it.");
  if (ui::button("Save disputes to file", Emphasis::quiet, Icon::download)) state.save_disputes();
  if (state.dispute_desk().has_work()) {
    ui::text("Scoring with the disputes…", Tone::quiet);
  }
  ui::begin_table("Disputed leads",
                  {{"Lead"}, {"Promise", 260}, {"Raised by", 150}, {"Ruling", 130}});
  for (std::size_t i = 0; i < all.size() && i < 200; ++i)
    draw_dispute(state, all[i], i);
  ui::end_table();
  if (all.size() > 200) {
    ui::text("And " + app::whole(all.size() - 200) + " more; all are in the file.", Tone::quiet);
  }
}

}  // namespace leadpact::screens
