// Home: the agreements of this browser, and how to get one.
#include <string>
#include <vector>

#include "core/agreement/templates.h"
#include "core/calendar/time.h"
#include "core/exchange/document.h"
#include "web/app/format.h"
#include "web/app/words.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;

std::string dates_of(const app::Card& card) {
  const auto starts = calendar::parse_day(card.starts_on);
  const auto ends = calendar::parse_day(card.ends_on);
  if (!starts) return "";
  if (ends) return app::day(*starts) + " – " + app::day(*ends);
  return "From " + app::day(*starts);
}

void draw_first_visit(State& state) {
  ui::heading(1, "One agreement between marketing and sales");
  ui::begin_card();
  ui::icon_text(Icon::handshake,
                "An agreement says what a good lead is and what marketing and sales owe each "
                "other, each promise with a number.");
  ui::icon_text(Icon::fact_check,
                "Drop your CRM's export on this page, and every promise is scored: met, missed or "
                "on track, and how many leads are behind it.");
  ui::icon_text(
      Icon::lock,
      "Nothing leaves your browser: there is no account and no server, and your leads are "
      "stored only if you say so.");
  ui::space(8);
  ui::begin_row();
  if (ui::button("Try the example", Emphasis::primary, Icon::play)) state.try_example();
  if (ui::button("Open files…", Emphasis::secondary, Icon::folder_open)) state.choose_files();
  ui::end_row();
  ui::end_card();
}

void draw_team(const app::Card& card, agreement::Team team) {
  const std::string& name = team == agreement::Team::marketing ? card.marketing : card.sales;
  ui::begin_row(8);
  ui::party_badge(party_of(team), app::team_letter(card.marketing, card.sales, team), "Team");
  ui::text(name);
  ui::end_row();
}

std::string title_of(const app::Card& card) {
  return card.title.empty() ? "Agreement without a title" : card.title;
}

// True while a new title is being written; drawn in place of the old one.
bool draw_renaming(State& state, const app::Card& card) {
  if (state.renaming().id != card.id) return false;
  std::string title = state.renaming().title;
  const bool blank = title.find_first_not_of(' ') == std::string::npos;
  if (ui::text_field("Title", title,
                     {"What you call it, such as Inbound leads 2027.",
                      blank ? "Write a title: the agreement is told apart by it." : ""})) {
    state.set_new_title(title);
  }
  ui::begin_row(8);
  if (ui::button("Keep this title", Emphasis::secondary, Icon::check, !blank)) {
    state.end_rename(true);
  } else if (ui::button("Leave it as it was", Emphasis::quiet)) {
    state.end_rename(false);
  }
  ui::end_row();
  return true;
}

// What can be done with a card besides opening it.
void draw_card_tools(State& state, const app::Card& card) {
  if (ui::icon_button(Icon::edit, "Rename")) {
    state.begin_rename(card.id, card.title);
    ui::focus_next();
  } else if (ui::icon_button(Icon::copy, "Duplicate")) {
    state.duplicate_agreement(card.id);
  } else if (ui::icon_button(Icon::archive, "Archive")) {
    state.archive(card.id);
  }
}

void draw_card(State& state, const app::Card& card, bool main) {
  ui::begin_card(title_of(card));
  if (!draw_renaming(state, card)) ui::heading(2, title_of(card));
  draw_team(card, agreement::Team::marketing);
  draw_team(card, agreement::Team::sales);
  const std::string dates = dates_of(card);
  ui::icon_text(Icon::calendar,
                state.phase_of(card.starts_on, card.ends_on) + (dates.empty() ? "" : " · ") + dates,
                Tone::quiet);
  const std::string score = state.last_score(card.id);
  if (!score.empty()) ui::icon_text(Icon::fact_check, score, Tone::quiet);
  if (card.saved_at == 0) {
    ui::icon_text(Icon::cloud_off, "In this tab only, not stored", Tone::warning);
  } else {
    ui::icon_text(Icon::save, "Saved " + state.when_saved(card), Tone::quiet);
  }
  ui::icon_text(Icon::download, state.last_backup(card.id), Tone::quiet);
  ui::space(12);
  if (card.needs_newer) {
    ui::icon_text(Icon::error, "Saved by a newer Leadpact. Reload this page to open it.",
                  Tone::danger);
    ui::begin_row();
    if (ui::icon_button(Icon::archive, "Archive")) state.archive(card.id);
    ui::end_row();
  } else {
    const Emphasis emphasis = main ? Emphasis::primary : Emphasis::secondary;
    ui::begin_row();
    if (card.open && state.view() != nullptr) {
      if (ui::button("See the scorecard", emphasis)) state.go(app::Screen::scorecard);
    } else if (card.open) {
      const bool begun = !state.desk().files().empty();
      if (ui::button(begun ? "Go on with the data" : "Add leads", emphasis)) {
        state.go(app::Screen::data);
      }
    } else if (ui::button("Open", emphasis)) {
      state.open_agreement(card.id);
    }
    if (card.open) ui::pill(Icon::check, "Open now", Tone::accent);
    ui::push_right();
    draw_card_tools(state, card);
    ui::end_row();
  }
  ui::end_card();
}

void draw_archived(State& state, const std::vector<app::Card>& cards) {
  if (cards.empty()) return;
  if (!ui::disclosure("Archived (" + std::to_string(cards.size()) + ")")) return;
  for (const app::Card& card : cards) {
    const ui::Id scope(card.id);
    ui::begin_card(title_of(card));
    ui::begin_row();
    ui::strong(title_of(card));
    if (!card.needs_newer && ui::button("Open", Emphasis::secondary)) state.open_agreement(card.id);
    if (ui::button("Bring back", Emphasis::quiet, Icon::unarchive)) state.bring_back(card.id);
    ui::end_row();
    ui::end_card();
  }
}

void draw_cards(State& state, const std::vector<app::Card>& all) {
  std::vector<app::Card> cards, archived;
  for (const app::Card& card : all)
    (state.is_archived(card.id) ? archived : cards).push_back(card);
  ui::heading(1, "Agreements in this browser");
  if (cards.empty()) ui::text("All of them are archived.", Tone::quiet);
  std::size_t main = cards.size();
  for (std::size_t i = cards.size(); i > 0; --i) {
    if (!cards[i - 1].needs_newer) main = i - 1;
  }
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (cards[i].open) main = i;
  }
  if (!cards.empty()) ui::begin_columns(2);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (i > 0) ui::next_column();
    const ui::Id scope(cards[i].id);
    draw_card(state, cards[i], i == main);
  }
  if (!cards.empty()) ui::end_columns();
  draw_archived(state, archived);
  ui::heading(2, "Bring in another");
  ui::begin_row();
  if (ui::button("Open files…", Emphasis::secondary, Icon::folder_open)) state.choose_files();
  if (ui::button("Try the example", Emphasis::secondary, Icon::play)) state.try_example();
  ui::end_row();
}

// What a template promises, told from its own content.
std::string contents_of(const agreement::Agreement& content) {
  std::size_t marketing = 0, sales = 0;
  for (const agreement::Commitment& commitment : content.commitments) {
    if (commitment.team != agreement::Team::sales) ++marketing;
    if (commitment.team != agreement::Team::marketing) ++sales;
  }
  return team_name(content, agreement::Team::marketing) + " promises " +
         app::counted(marketing, "thing") + ", " + team_name(content, agreement::Team::sales) +
         " " + app::counted(sales, "thing") + "; " +
         app::counted(content.goals.size(), "shared goal") + ".";
}

struct Offer {
  std::string name;
  std::string title;
  std::string description;
  std::string contents;
};

// Those with promises in them; the empty one is “from nothing”.
const std::vector<Offer>& offers() {
  static const std::vector<Offer> all = [] {
    std::vector<Offer> made;
    for (const agreement::Template& each : agreement::templates()) {
      const auto read = exchange::read_json(each.json);
      if (!read.ok() || read.value().agreement.commitments.empty()) continue;
      made.push_back({std::string(each.name), std::string(each.title),
                      std::string(each.description), contents_of(read.value().agreement)});
    }
    return made;
  }();
  return all;
}

void draw_templates(State& state) {
  if (offers().empty()) return;
  ui::heading(2, "Start from a template");
  ui::text("A real agreement your teams could sign after changing names and numbers.", Tone::quiet);
  ui::begin_columns(offers().size() > 1 ? 2 : 1);
  for (std::size_t i = 0; i < offers().size(); ++i) {
    const Offer& offer = offers()[i];
    if (i > 0) ui::next_column();
    ui::begin_card(offer.title);
    ui::heading(3, offer.title);
    ui::text(offer.description);
    ui::text(offer.contents, Tone::quiet);
    ui::space(8);
    if (ui::button("Start from " + offer.title, Emphasis::secondary, Icon::add)) {
      state.start_from_template(offer.name);
    }
    ui::end_card();
  }
  ui::end_columns();
  if (ui::button("Start from nothing", Emphasis::quiet, Icon::edit)) {
    state.start_from_template("blank");
  }
}

}  // namespace

void draw_home(State& state) {
  const std::vector<app::Card> cards = state.library().cards();
  if (cards.empty()) {
    draw_first_visit(state);
  } else {
    draw_cards(state, cards);
  }
  draw_templates(state);
}

}  // namespace leadpact::screens
