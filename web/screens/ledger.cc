// Rejected leads: by reason, owner, age and state, what silence comes to, the
// leads themselves and a sample of them for the meeting.
#include <algorithm>
#include <string>
#include <vector>

#include "core/scoring/ledger_words.h"
#include "web/app/format.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::LedgerBy;
using app::LedgerDesk;
using app::State;
using scoring::HandbackState;
using ui::Align;
using ui::Icon;
using ui::Tone;
using Which = LedgerDesk::Which;

void draw_tally(LedgerDesk& desk, LedgerBy by, const char* title, const char* head) {
  constexpr std::size_t kMost = 12;
  const std::vector<app::LedgerLine> lines = desk.lines(by);
  ui::heading(3, title);
  ui::begin_table(
      title,
      {{head}, {"Leads", 120}, {"Unanswered", 122, Align::right}, {"Late", 64, Align::right}});
  std::uint64_t names = 0, rest = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const app::LedgerLine& line = lines[i];
    if (i >= kMost && !line.on) {
      names += line.names;
      rest += line.count.leads;
      continue;
    }
    ui::table_row(line.name);
    if (ui::table_link((line.on ? "All but " : "Leads of ") + line.name,
                       line.on ? "✓ " + line.name : line.name)) {
      desk.select(by, line.key);
    }
    ui::table_cell();
    ui::meter(app::whole(line.count.leads), line.share, Tone::accent);
    ui::table_cell(app::whole(line.count.unanswered));
    ui::table_cell(app::whole(line.count.late), line.count.late > 0 ? Tone::danger : Tone::normal);
  }
  ui::end_table();
  if (rest > 0) {
    ui::text(
        app::whole(names) + " more with " + app::counted(rest, "lead") + "; all are in the file.",
        Tone::help);
  }
}

void draw_tallies(LedgerDesk& desk) {
  ui::begin_columns(2);
  draw_tally(desk, LedgerBy::reason, "By reason", "Reason");
  ui::next_column();
  draw_tally(desk, LedgerBy::owner, "By owner", "Owner");
  ui::end_columns();
  ui::begin_columns(2);
  draw_tally(desk, LedgerBy::age, "By age", "Rejected");
  ui::next_column();
  draw_tally(desk, LedgerBy::state, "By what became of them", "State");
  ui::end_columns();
}

void state_pill(const scoring::Rejected& lead) {
  const std::string_view word = scoring::words_of(lead.state);
  switch (lead.state) {
    case HandbackState::returned:
      ui::pill(Icon::undo, word, Tone::info);
      break;
    case HandbackState::nurtured:
      ui::pill(Icon::history, word, Tone::info);
      break;
    case HandbackState::unanswered:
      ui::pill(Icon::hourglass_empty, word, Tone::warning);
      break;
  }
  const std::string_view answer = scoring::answer_words(lead);
  if (!answer.empty()) {
    ui::text(answer, lead.answer == scoring::Outcome::failed ? Tone::danger : Tone::help);
  }
}

void draw_item(State& state, LedgerDesk& desk, const app::LedgerItem& item) {
  const bool silent = desk.which() == Which::silent;
  const bool open = desk.open() == item.row;
  const ui::Id scope(item.row);
  if (ui::table_row(item.line.name, true, open)) desk.toggle(item.row);
  ui::table_cell();
  ui::strong(item.line.name);
  std::string detail = item.line.detail;
  if (!item.owner.empty()) detail += (detail.empty() ? "" : " · ") + ("owner " + item.owner);
  if (!detail.empty()) ui::text(detail, Tone::help);
  ui::table_cell(item.since);
  if (!silent) ui::table_cell(item.reason);
  ui::table_cell(item.due);
  if (!silent) {
    ui::table_cell();
    state_pill(item.lead);
  }
  if (!open) return;
  ui::begin_table_detail();
  if (const app::LeadWorking* working = desk.opened()) draw_working(*working);
  draw_lead_disputes(state, app::DisputePlace::ledger,
                     state.agreement()->datasets[desk.dataset()].id, item.id, "");
  ui::end_table_detail();
}

void draw_list(State& state, LedgerDesk& desk) {
  const std::vector<app::LedgerItem> items = desk.items();
  if (items.empty()) {
    ui::text("There are none.", Tone::quiet);
    return;
  }
  const bool silent = desk.which() == Which::silent;
  std::vector<ui::TableColumn> columns = {{"Lead"}, {silent ? "Handed over" : "Rejected", 150}};
  if (!silent) columns.push_back({"Reason", 180});
  columns.push_back({silent ? "To be decided by" : "To be answered by", 150});
  if (!silent) columns.push_back({"State", 150});
  ui::begin_table(silent                          ? "Leads nobody decided on"
                  : desk.which() == Which::sample ? "Sample"
                                                  : "Rejected leads",
                  columns);
  for (const app::LedgerItem& item : items)
    draw_item(state, desk, item);
  ui::end_table();
  if (desk.has_more()) {
    if (ui::button("Show more rejected leads", ui::Emphasis::secondary, Icon::expand_more)) {
      desk.show_more();
    }
  } else if (desk.found() > items.size()) {
    ui::text("And " + app::whole(desk.found() - items.size()) + " more; all are in the file.",
             Tone::quiet);
  }
}

void draw_sample(LedgerDesk& desk) {
  ui::begin_columns(2);
  std::string seed = desk.seed();
  if (ui::text_field(
          "Seed", seed,
          {"Say it in the meeting: with the same export it draws the same leads.", {}})) {
    desk.write_seed(std::move(seed));
  }
  ui::next_column();
  std::string size = desk.size_text();
  const std::string error = desk.size_error();
  if (ui::text_field("How many", size, {"Twenty are what a meeting can discuss.", error})) {
    desk.write_size(std::move(size));
  }
  ui::end_columns();
  ui::text(desk.sample_words(), Tone::quiet);
  if (ui::disclosure("How the leads are drawn")) {
    ui::text(
        "The seed, a line feed and the lead's id are made into a number (FNV-1a of 64 bits, mixed "
        "as MurmurHash3 ends). The leads with the least numbers are the sample. Neither the order "
        "of the rows nor the browser matters; the command line draws the same.");
  }
}

void draw_leads_part(State& state, LedgerDesk& desk) {
  ui::heading(3, "The leads");
  std::vector<std::string> names;
  for (const auto& [which, name] :
       {std::pair{Which::rejected, "Rejected"}, std::pair{Which::silent, "Undecided"},
        std::pair{Which::sample, "Sample"}}) {
    names.push_back(std::string(name) + ", " + app::whole(desk.count(which)));
  }
  auto which = static_cast<std::size_t>(desk.which());
  if (ui::segmented("Which leads", names, which)) desk.show(static_cast<Which>(which));
  if (desk.which() == Which::sample) draw_sample(desk);
  if (desk.which() == Which::silent) ui::text(desk.silence(), Tone::quiet);
  ui::begin_row();
  if (desk.which() == Which::rejected) {
    if (ui::chip("Late or overdue", "", "Only late or overdue", desk.late_only())) {
      desk.select_late();
    }
    if (!desk.filter_words().empty()) {
      ui::icon_text(Icon::filter, desk.filter_words());
      if (ui::button("Show all rejected leads", ui::Emphasis::quiet, Icon::close)) {
        desk.select_all();
      }
    }
  }
  if (ui::button("Save leads as CSV", ui::Emphasis::quiet, Icon::download)) {
    state.save_ledger();
  }
  ui::end_row();
  draw_list(state, desk);
}

// Whether the agreement was changed.
bool draw_silence(State& state, LedgerDesk& desk) {
  if (desk.silence().empty()) {
    ui::icon_text(Icon::info,
                  "No promise says by when a lead is accepted or rejected, so silence cannot be "
                  "told from consent.",
                  Tone::quiet);
    if (ui::button("Add “Accept or reject within 1 business day”", ui::Emphasis::secondary,
                   Icon::add)) {
      state.add_clause("accept-or-reject");
      return true;
    }
    return false;
  }
  ui::icon_text(Icon::info, desk.silence(), Tone::quiet);
  if (desk.count(Which::silent) > 0 && desk.which() != Which::silent &&
      ui::link("Show the leads nobody decided on")) {
    desk.show(Which::silent);
  }
  return false;
}

void draw_choices(LedgerDesk& desk) {
  ui::begin_columns(2);
  if (desk.datasets().size() > 1) {
    std::size_t dataset = desk.dataset_choice();
    if (ui::select("Rejected leads of", desk.datasets(), dataset)) desk.choose_dataset(dataset);
    ui::next_column();
  }
  if (desk.ready()) {
    std::size_t period = desk.period_choice();
    if (ui::select("Rejected in", desk.periods(), period)) desk.choose_period(period);
  }
  ui::end_columns();
}

}  // namespace

void draw_ledger(State& state) {
  ui::heading(2, "Rejected leads");
  if (!ui::disclosure("What sales handed back, and what became of it")) return;
  LedgerDesk* desk = state.ledger();
  if (desk == nullptr) return;
  draw_choices(*desk);
  if (!desk->ready()) {
    ui::progress("Going through the leads", desk->progress());
    return;
  }
  if (!desk->can_tell()) {
    if (ui::empty_state(Icon::rule, "No column says which leads were rejected",
                        "A decision (“Rejected”), a rejection reason or a rejection date would "
                        "say it. Add it to the columns of the data.",
                        "Go to the columns")) {
      state.show_part("datasets[" + std::to_string(desk->dataset()) + "]");
    }
    return;
  }
  ui::text(desk->summary());
  const std::vector<std::string> gaps = desk->gaps();
  for (const std::string& gap : gaps)
    ui::icon_text(Icon::info, gap, Tone::warning);
  if (!gaps.empty() && ui::link("Go to the columns of the data")) {
    state.show_part("datasets[" + std::to_string(desk->dataset()) + "]");
    return;
  }
  if (draw_silence(state, *desk)) return;
  if (desk->count(Which::rejected) == 0 && desk->count(Which::silent) == 0) return;
  draw_tallies(*desk);
  draw_leads_part(state, *desk);
}

}  // namespace leadpact::screens
