// The leads behind the numbers of a promise, each opening its working.
#include <algorithm>
#include <string>
#include <vector>

#include "core/agreement/kinds.h"
#include "web/app/format.h"
#include "web/app/lead_list.h"
#include "web/app/words.h"
#include "web/screens/parts.h"
#include "web/ui/day_strip.h"

namespace leadpact::screens {
namespace {

using agreement::Kind;
using app::CommitmentLine;
using app::LeadList;
using app::State;
using scoring::Outcome;
using ui::Icon;
using ui::Tone;
using Which = LeadList::Which;

struct Shown {
  const agreement::Commitment* commitment = nullptr;
  const scoring::CommitmentScore* score = nullptr;
};

// The commitment or goal of a line and what it came to; null where it is gone.
Shown shown_of(const State& state, const CommitmentLine& line) {
  Shown shown;
  const scoring::Scored* scored = state.desk().scored();
  if (state.agreement() == nullptr || scored == nullptr) return shown;
  const auto look = [&](const auto& commitments, const auto& scores) {
    for (std::size_t i = 0; i < commitments.size() && i < scores.size(); ++i) {
      if (commitments[i].id == line.id) shown = {&commitments[i], &scores[i]};
    }
  };
  look(state.agreement()->commitments, scored->card.commitments);
  look(state.agreement()->goals, scored->card.goals);
  return shown;
}

std::string_view word_of(Which which) {
  switch (which) {
    case Which::all:
      return "All";
    case Which::met:
      return "Met";
    case Which::failed:
      return "Failed";
    case Which::pending:
      return "Pending";
    case Which::left_out:
      return "Left out";
  }
  return "";
}

// All that count in the period, those left out and pending too.
std::uint64_t count_of(const scoring::PeriodScore& period, Which which) {
  switch (which) {
    case Which::all:
      return period.population + period.pending.value_or(0) + period.left_out.value_or(0);
    case Which::met:
      return period.met.value_or(0);
    case Which::failed:
      return period.failed.value_or(0);
    case Which::pending:
      return period.pending.value_or(0);
    case Which::left_out:
      return period.left_out.value_or(0);
  }
  return 0;
}

// ---- A lead that is open -----------------------------------------------------------

ui::DayLook look_of(app::DayPart::Use use) {
  switch (use) {
    case app::DayPart::Use::counted:
      return ui::DayLook::solid;
    case app::DayPart::Use::late:
      return ui::DayLook::hatched;
    case app::DayPart::Use::left:
      return ui::DayLook::hollow;
    case app::DayPart::Use::open:
      break;
  }
  return ui::DayLook::pale;
}

void draw_days(const app::LeadWorking& working) {
  using Use = app::DayPart::Use;
  bool used[4] = {};
  std::vector<ui::DayRow> rows;
  for (const app::WorkedDay& day : working.days) {
    ui::DayRow& row = rows.emplace_back();
    row.name = day.name;
    row.note = day.note;
    row.words = day.words;
    for (const app::DayPart& part : day.parts) {
      used[static_cast<std::size_t>(part.use)] = true;
      row.bands.push_back({part.from, part.to, look_of(part.use)});
    }
    for (const app::DayMark& mark : day.marks) {
      const bool due = mark.what == app::DayMark::What::due;
      row.points.push_back({mark.at, mark.name, due ? Tone::warning : Tone::normal});
    }
    std::stable_sort(row.points.begin(), row.points.end(),
                     [](const ui::DayPoint& a, const ui::DayPoint& b) { return a.at < b.at; });
  }
  std::vector<ui::DayLegend> legend;
  constexpr std::pair<Use, const char*> kNames[] = {{Use::open, "Open"},
                                                    {Use::counted, "Counted"},
                                                    {Use::late, "Late"},
                                                    {Use::left, "Left over"}};
  for (const auto& [use, name] : kNames) {
    if (used[static_cast<std::size_t>(use)]) legend.push_back({look_of(use), name});
  }
  if (!rows.empty()) {
    ui::day_strip("Its days", rows, working.first_hour, working.last_hour, legend);
  }
}

// ---- The list ----------------------------------------------------------------------

void outcome_pill(const app::LeadItem& item) {
  switch (item.outcome) {
    case Outcome::met:
      ui::pill(Icon::check_circle, item.standing, Tone::success);
      return;
    case Outcome::failed:
      ui::pill(Icon::cancel, item.standing, Tone::danger);
      return;
    case Outcome::pending:
      ui::pill(Icon::hourglass_empty, item.standing, Tone::info);
      return;
    case Outcome::counted:
      ui::pill(Icon::check, item.standing, Tone::info);
      return;
    case Outcome::left_out:
      ui::pill(Icon::remove, item.standing, Tone::quiet);
      return;
  }
}

void draw_item(State& state, LeadList& list, const app::LeadItem& item,
               const agreement::Commitment& commitment) {
  const Kind kind = commitment.measure.kind;
  const bool open = list.open() == item.row;
  const ui::Id scope(item.row);
  if (ui::table_row(item.line.name, true, open)) list.toggle(item.row);
  ui::table_cell();
  ui::strong(item.line.name);
  std::string detail = item.line.detail;
  if (!item.owner.empty()) detail += (detail.empty() ? "" : " · ") + ("owner " + item.owner);
  if (!detail.empty()) ui::text(detail, Tone::help);
  if (agreement::uses_times(kind)) {
    ui::table_cell(item.start);
    ui::table_cell(item.stop);
    if (kind == Kind::within) ui::table_cell(item.due);
  } else {
    ui::table_cell(item.at);
  }
  ui::table_cell();
  outcome_pill(item);
  if (!item.by.empty()) ui::text(item.by, Tone::help);
  if (!open) return;
  ui::begin_table_detail();
  if (const app::LeadWorking* working = list.opened()) draw_working(*working);
  draw_lead_disputes(state,
                     commitment.id.empty() ? app::DisputePlace::clocks : app::DisputePlace::promise,
                     commitment.measure.dataset,
                     state.record_id(commitment.measure.dataset, item.row), commitment.id);
  ui::end_table_detail();
}

std::string heading_of(const LeadList& list, const scoring::CommitmentScore& score,
                       const CommitmentLine& line, const app::Noun& noun) {
  if (const app::AskedLeads* asked = list.asked()) {
    return asked->title + ": " + noun.of(asked->count);
  }
  const std::size_t count = score.periods.size();
  const Which which = list.which().value_or(Which::all);
  if (list.period() >= count) return app::whole(score.without_at) + " in no period";
  std::string words(word_of(which));
  return words + " in " + line.periods[count - 1 - list.period()].name + ": " +
         noun.of(count_of(score.periods[list.period()], which));
}

void draw_choices(LeadList& list, const scoring::CommitmentScore& score, const CommitmentLine& line,
                  const app::Noun& noun) {
  const std::size_t count = score.periods.size();
  std::vector<std::string> names;
  for (const app::PeriodLine& period : line.periods)
    names.push_back(period.name);
  if (score.without_at > 0) names.emplace_back("In no period");
  const bool none = list.period() >= count;
  std::size_t chosen = none ? count : count - 1 - list.period();
  ui::begin_columns(2);
  if (ui::select("Period of the leads", names, chosen)) {
    if (chosen >= count) {
      list.show(scoring::kWithoutAt, Which::all);
    } else if (none) {
      list.show(count - 1 - chosen, Which::all);
    } else {
      list.choose_period(count - 1 - chosen);
    }
  }
  ui::end_columns();
  if (none) return;
  const scoring::PeriodScore& period = score.periods[list.period()];
  ui::begin_row(8);
  for (const Which which :
       {Which::all, Which::met, Which::failed, Which::pending, Which::left_out}) {
    const std::uint64_t number = count_of(period, which);
    if (number == 0 && which != Which::all) continue;
    const bool on = list.which() == which && list.asked() == nullptr;
    const std::string word(word_of(which));
    if (ui::chip(word, app::whole(number), word + ", " + noun.of(number), on)) {
      if (on) {
        list.hide();
      } else {
        list.show(list.period(), which);
      }
    }
  }
  ui::end_row();
}

void draw_entries(State& state, const Shown& shown, const CommitmentLine& line) {
  LeadList& list = state.leads();
  const std::size_t count = shown.score->periods.size();
  if (list.period() >= count) list.choose_period(count - 1);
  std::vector<std::string> names;
  for (const app::PeriodLine& period : line.periods)
    names.push_back(period.name);
  std::size_t chosen = count - 1 - list.period();
  reveal_heading(list);
  ui::heading(3, "Entries of " + line.periods[chosen].name);
  ui::begin_columns(2);
  if (ui::select("Period of the leads", names, chosen)) list.choose_period(count - 1 - chosen);
  ui::end_columns();
  const std::vector<app::EntryLine> entries = app::entries_of(
      *state.agreement(), *shown.commitment, shown.score->periods[list.period()].period,
      state.desk().scored()->card.as_of, LeadList::kMostShown);
  list.note_drawn();
  if (entries.empty()) {
    ui::text("The agreement has no entry in this period.", Tone::quiet);
    return;
  }
  const bool manual = shown.commitment->measure.kind == Kind::manual;
  std::vector<ui::TableColumn> columns = {{"Date", 140}};
  columns.push_back(manual ? ui::TableColumn{"Value", 180} : ui::TableColumn{"By", 180});
  columns.push_back({"Note"});
  ui::begin_table("Entries of " + line.title, columns);
  for (const app::EntryLine& entry : entries) {
    ui::table_row(entry.on);
    ui::table_cell(entry.on);
    if (manual) {
      ui::table_cell(entry.value + (entry.counts ? "" : ", replaced by a later one"));
    } else {
      ui::table_cell(entry.by.empty() ? std::string("–") : entry.by);
    }
    ui::table_cell(entry.note.empty() ? std::string("–") : entry.note);
  }
  ui::end_table();
}

}  // namespace

void reveal_heading(LeadList& list) {
  if (!list.take_reveal()) return;
  ui::focus_next();
  ui::reveal_next();
}

void draw_working(const app::LeadWorking& working) {
  ui::text(working.sentence);
  if (!working.missed.empty()) {
    ui::begin_list("What it fails by");
    for (const std::string& missed : working.missed)
      ui::list_item(missed);
    ui::end_list();
  }
  draw_days(working);
  ui::text("As it stands in " + working.place + ":", Tone::quiet);
  ui::begin_group("Cells of the lead");
  for (const app::LeadCell& cell : working.cells)
    ui::fact(cell.column, cell.text.empty() ? std::string("–") : cell.text);
  ui::end_group();
}

void draw_leads_cell(State& state, const CommitmentLine& line, std::size_t period, Which which,
                     const std::string& text) {
  const Shown shown = shown_of(state, line);
  const std::size_t count = shown.score == nullptr ? 0 : shown.score->periods.size();
  const bool any = period < count && count_of(shown.score->periods[count - 1 - period], which) > 0;
  if (!any) {
    ui::table_cell(text);
    return;
  }
  const std::string name(which == Which::all ? "Value" : word_of(which));
  if (ui::table_link(name + " " + text + ", " + line.periods[period].name, text)) {
    state.leads().show(count - 1 - period, which);
  }
}

void draw_lead_tools(LeadList& list, const agreement::Commitment& commitment) {
  ui::begin_columns(2);
  std::string search = list.search();
  if (ui::text_field("Search", search, {"In name, company, e-mail, id and owner."})) {
    list.set_search(search);
  }
  if (commitment.measure.kind == Kind::within) {
    ui::next_column();
    std::size_t order = list.order() == LeadList::Order::latest ? 0 : 1;
    if (ui::select("Order", {"Latest first", "By how late"}, order)) {
      list.set_order(order == 0 ? LeadList::Order::latest : LeadList::Order::how_late);
    }
  }
  ui::end_columns();
}

void draw_lead_items(State& state, LeadList& list, const std::string& title,
                     const agreement::Commitment& commitment, const app::Noun& noun) {
  const Kind kind = commitment.measure.kind;
  list.note_drawn();
  const std::vector<app::LeadItem>& items = list.items();
  if (list.looking()) {
    ui::text("Looking through the " + noun.many + "…", Tone::quiet);
    return;
  }
  if (items.empty()) {
    ui::text(list.search().empty() ? "There are none." : "None has that in it.", Tone::quiet);
    return;
  }
  const std::string reasons = list.reasons();
  if (!reasons.empty()) ui::icon_text(Icon::info, "Left out: " + reasons + ".", Tone::quiet);
  const std::string head(1, static_cast<char>(noun.one[0] - 'a' + 'A'));
  const std::string name = head + noun.one.substr(1);
  std::vector<ui::TableColumn> columns = {{.name = name}};
  if (agreement::uses_times(kind)) {
    columns.push_back({.name = "Start", .width = 158});
    columns.push_back({.name = "Stop", .width = 158});
    if (kind == Kind::within) columns.push_back({.name = "Due", .width = 158});
  } else {
    columns.push_back({.name = "Date", .width = 160});
  }
  columns.push_back({.name = "Verdict", .width = 160});
  const std::string many =
      std::string(1, static_cast<char>(noun.many[0] - 'a' + 'A')) + noun.many.substr(1);
  ui::begin_table(many + " of " + title, columns);
  for (const app::LeadItem& item : items)
    draw_item(state, list, item, commitment);
  ui::end_table();
  const std::size_t more = list.found() - items.size();
  if (!list.has_more() && more > 0) {
    ui::text("And " + app::whole(more) + " more: search for one to see it here, or save all.",
             Tone::quiet);
  }
  ui::begin_row();
  if (list.has_more() &&
      ui::button("Show more " + noun.many, ui::Emphasis::secondary, Icon::expand_more)) {
    list.show_more();
  }
  if (list.writing()) {
    ui::text("Writing the file…", Tone::quiet);
  } else if (ui::button("Save list as CSV", ui::Emphasis::quiet, Icon::download)) {
    state.save_leads(list);
  }
  ui::end_row();
}

void draw_leads(State& state, const CommitmentLine& line) {
  const Shown shown = shown_of(state, line);
  if (shown.score == nullptr || shown.score->periods.empty()) return;
  const Kind kind = shown.commitment->measure.kind;
  if (!agreement::uses_records(kind)) {
    draw_entries(state, shown, line);
    return;
  }
  LeadList& list = state.leads();
  const std::size_t count = shown.score->periods.size();
  if (list.period() >= count && list.period() != scoring::kWithoutAt) {
    list.choose_period(count - 1);
  }
  const app::Noun noun = app::record_noun(*state.agreement(), *shown.commitment);
  ui::heading(3, "The " + noun.many + " behind the numbers");
  draw_choices(list, *shown.score, line, noun);
  if (!list.which()) {
    ui::text("Press a number to see its " + noun.many + ", here or in the table of periods.",
             Tone::help);
    return;
  }
  LeadList& chosen = state.leads();
  reveal_heading(chosen);
  ui::heading(4, heading_of(chosen, *shown.score, line, noun));
  draw_lead_tools(chosen, *shown.commitment);
  draw_lead_items(state, state.leads(), line.title, *shown.commitment, noun);
}

}  // namespace leadpact::screens
