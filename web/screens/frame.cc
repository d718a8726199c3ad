// The whole frame: application bar, rail, what must be known, the screen.
#include <algorithm>
#include <string>
#include <vector>

#include "web/app/format.h"
#include "web/screens/parts.h"
#include "web/screens/screens.h"

namespace leadpact::screens {
namespace {

using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;

constexpr const char* kNames[] = {"Home", "Agreement", "Data", "Scorecard"};

void draw_save_state(const State& state) {
  const std::string text = state.save_text();
  if (text.empty()) return;
  if (state.not_saved()) {
    // The banner below says the rest.
    ui::icon_text(Icon::cloud_off, ui::narrow() ? "Not saved" : text, Tone::danger);
  } else {
    ui::icon_text(text.front() == 'S' && text[4] == 'd' ? Icon::check : Icon::refresh, text,
                  Tone::help);
  }
}

void draw_bar(State& state) {
  ui::begin_app_bar();
  const agreement::Agreement* open = state.agreement();
  if (open == nullptr) {
    ui::strong("Leadpact");
  } else {
    ui::strong(open->title.empty() ? "Agreement without a title" : open->title);
    if (!ui::narrow() && ui::icon_button(Icon::edit, "Change the title")) {
      state.go(app::Screen::agreement);
      state.open_field("agreement", "title");
    }
    if (ui::wide()) ui::text(state.phase_of(open->starts_on, open->ends_on), Tone::help);
  }
  ui::push_right();
  draw_save_state(state);
  if (open != nullptr && ui::wide()) draw_undo(state);
  if (ui::icon_button(Icon::search, "Find anything (Ctrl+K)")) state.open_palette();
  if (open != nullptr) {
    const bool pressed = ui::compact()
                             ? ui::icon_button(Icon::download, "Save to file")
                             : ui::button("Save to file", Emphasis::quiet, Icon::download);
    if (pressed) state.save_to_file();
  }
  const bool dark = ui::theme().dark;
  if (ui::icon_button(dark ? Icon::light_mode : Icon::dark_mode,
                      dark ? "Use the light look" : "Use the dark look")) {
    state.set_theme(dark ? app::Theme::light : app::Theme::dark);
  }
  ui::end_app_bar();
}

void draw_rail(State& state) {
  std::string guide, data, card;
  if (state.agreement() != nullptr && state.editor().errors() > 0) {
    const std::size_t errors = state.editor().errors();
    guide = errors > 9 ? std::to_string(errors) : app::counted(errors, "error");
  }
  const auto read = [](const app::DataDesk::File& file) { return file.refused.empty(); };
  const auto& all = state.desk().files();
  const auto files = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), read));
  if (state.desk().waits_for_a_person()) {
    data = "to do";
  } else if (files > 0) {
    data = std::to_string(files) + (files == 1 ? " file" : " files");
  }
  if (state.view() != nullptr) {
    card = state.view()->missed == 0 ? "" : std::to_string(state.view()->missed) + " missed";
  }
  const auto current = static_cast<std::size_t>(state.screen());
  const std::size_t chosen = ui::rail({{kNames[0], Icon::home, ""},
                                       {kNames[1], Icon::description, guide},
                                       {kNames[2], Icon::table_chart, data},
                                       {kNames[3], Icon::fact_check, card}},
                                      current);
  if (chosen != current) state.go(static_cast<app::Screen>(chosen));
}

Tone tone_of(app::NoticeKind kind) {
  switch (kind) {
    case app::NoticeKind::info:
      return Tone::info;
    case app::NoticeKind::warning:
      return Tone::warning;
    case app::NoticeKind::error:
      return Tone::danger;
  }
  return Tone::info;
}

void draw_notices(State& state) {
  const std::vector<app::Notice> notices = state.notices();
  for (std::size_t i = 0; i < notices.size(); ++i) {
    const ui::Id scope(i);
    const app::Notice& notice = notices[i];
    if (ui::banner(tone_of(notice.kind), notice.title, notice.body, notice.button)) {
      state.act(i);
      return;  // the list is another one now
    }
  }
}

std::string place_of(const Error& error) {
  return error.place.empty() ? "The file" : error.place;
}

// An agreement file that was not opened, with everything that is wrong in it.
// False where that changed what is to be drawn.
bool draw_refused(State& state, std::size_t file) {
  constexpr std::size_t kShown = 20;
  const ui::Id scope(file);
  const app::Refused& refused = state.refused()[file];
  const std::size_t count = refused.errors.size();
  ui::begin_card("File that was not opened: " + refused.file);
  const std::string title = "“" + refused.file + "” was not opened";
  const std::string body =
      (count == 1 ? std::string("One thing in it is wrong")
                  : std::to_string(count) + " things in it are wrong") +
      ", so nothing of it was taken over. Mend the file, or choose another one.";
  const bool close = ui::banner(Tone::danger, title, body, "Close");
  ui::begin_table("What is wrong in " + refused.file, {{"Where", 300}, {"What was found"}});
  for (std::size_t i = 0; i < count && i < kShown; ++i) {
    ui::table_row();
    ui::table_cell(place_of(refused.errors[i]));
    ui::table_cell(refused.errors[i].message);
  }
  ui::end_table();
  if (count > kShown) {
    ui::text("And " + std::to_string(count - kShown) + " more.", Tone::quiet);
  }
  const bool another = ui::button("Choose another file", Emphasis::secondary, Icon::folder_open);
  ui::end_card();
  if (another) state.choose_files();
  if (close) state.close_refused(file);
  return !close;
}

void draw_all_refused(State& state) {
  for (std::size_t i = 0; i < state.refused().size(); ++i) {
    if (!draw_refused(state, i)) return;
  }
}

void draw_toast(State& state) {
  const app::Toast* toast = state.toast();
  if (toast != nullptr && ui::toast(toast->text, toast->button)) state.use_toast();
}

void draw_palette(State& state) {
  if (!state.palette().is_open()) return;
  std::vector<ui::PaletteRow> rows;
  for (const app::PaletteEntry* entry : state.palette().found())
    rows.push_back({entry->name, entry->kind});
  std::string query = state.palette().query();
  const ui::PaletteUse use = ui::palette(query, rows);
  if (use.chosen) {
    state.run_palette(*use.chosen);
  } else if (use.closed) {
    state.close_palette();
  } else if (use.typed) {
    state.search_palette(query);
  }
}

}  // namespace

void draw(app::App& app) {
  State& state = app.state();
  draw_bar(state);
  draw_rail(state);
  if (state.take_screen_change()) ui::focus_next();
  const app::Screen screen = state.screen();
  const float side = screen == app::Screen::agreement ? agreement_side(state) : 0;
  ui::begin_page(kNames[static_cast<std::size_t>(screen)], side);
  draw_notices(state);
  draw_all_refused(state);
  if (state.starting() || (state.opening() && state.agreement() == nullptr)) {
    ui::text("Opening your agreements…", Tone::quiet);
  } else {
    switch (screen) {
      case app::Screen::home:
        draw_home(state);
        break;
      case app::Screen::agreement:
        draw_agreement(state);
        break;
      case app::Screen::data:
        draw_data(state);
        break;
      case app::Screen::scorecard:
        draw_scorecard(state);
        break;
    }
  }
  ui::end_page();
  if (side > 0) draw_agreement_side(state);
  draw_toast(state);
  draw_palette(state);
  if (state.hovering()) {
    const bool days = screen == app::Screen::agreement && state.calendar_in_hand() != nullptr;
    ui::drop_veil("Drop to add",
                  days ? "A calendar file (.ics) with holidays for these business hours; or an "
                         "agreement file, or your CRM's export as CSV"
                       : "An agreement file, your CRM's export as CSV, or both");
  }
}

}  // namespace leadpact::screens
