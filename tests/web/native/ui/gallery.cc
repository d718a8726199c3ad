#include "tests/web/native/ui/gallery.h"

#include <vector>

#include "web/ui/ui.h"

namespace leadpact::ui::testing {

void Gallery::bar() {
  begin_app_bar();
  strong("Inbound B2B SaaS: Northwind Marketing and Northwind Sales");
  text("Draft 3", Tone::help);
  push_right();
  icon_text(Icon::cloud_done, "Saved 14:02", Tone::help);
  if (icon_button(Icon::undo, "Undo")) pressed = "Undo";
  if (icon_button(Icon::redo, "Redo", false)) pressed = "Redo";
  if (button("Save to file", Emphasis::secondary, Icon::download)) pressed = "Save to file";
  end_app_bar();
}

void Gallery::words() {
  heading(1, "October, inbound leads");
  text(
      "Two teams agree on what a good lead is, and see who kept the promise. Everything stays in "
      "this browser; nothing is sent anywhere.",
      Tone::quiet);
  begin_columns(3);
  begin_card("Overall");
  figure("Overall", "91.4 %", "2.1 points better than September");
  end_card();
  next_column();
  begin_card("Marketing");
  begin_row(8);
  party_badge(Party::marketing, "M", "Marketing");
  strong("Marketing");
  end_row();
  figure("Kept", "88.0 %", "3 of 4 promises");
  end_card();
  next_column();
  begin_card("Sales");
  begin_row(8);
  party_badge(Party::sales, "S", "Sales");
  strong("Sales");
  push_right();
  pill(Icon::warning, "At risk", Tone::warning);
  end_row();
  figure("Kept", "94.8 %");
  end_card();
  end_columns();
  heading(2, "Definitions");
  begin_list("What counts");
  list_item("A lead is somebody who asked for a demonstration or was met at a fair.");
  list_item("A lead without an e-mail address or a telephone number is not counted.");
  end_list();
  fact("Time zone", "Europe/Berlin");
  fact("Working hours",
       "Monday to Friday, 9:00 to 12:30 and 13:30 to 18:00; not on public holidays");
}

void Gallery::controls() {
  heading(2, "Columns of the file");
  begin_card("Controls");
  begin_row();
  if (button("Use these columns", Emphasis::primary, Icon::check)) pressed = "primary";
  if (button("Keep asking")) pressed = "secondary";
  if (button("Not now", Emphasis::quiet)) pressed = "quiet";
  if (button("Cannot be used", Emphasis::secondary, Icon::none, false)) pressed = "disabled";
  if (link("Where does this come from?")) pressed = "link";
  end_row();
  begin_columns(2);
  const std::vector<std::string> columns = {"Create date", "Lead owner", "First call", "E-mail"};
  if (select("When it came in", columns, column,
             {.help = "Day first: 4,942 of 8,000 values cannot be month first."})) {
    pressed = "select";
  }
  std::vector<std::string> many;
  for (int i = 1; i <= 60; ++i)
    many.push_back("Column " + std::to_string(i));
  static std::size_t far = 40;
  if (select("Owner", many, far)) pressed = "many";
  next_column();
  if (text_field("Title", title, {.help = "What people call this agreement.", .error = error})) {
    pressed = "text";
  }
  if (toggle("Keep the data in this browser", on,
             "It takes 12 MB and can be forgotten any time.")) {
    pressed = "toggle";
  }
  end_columns();
  if (segmented("Look", {"As the system", "Light", "Dark"}, segment)) pressed = "segmented";
  if (disclosure("17 rows were left out")) text("Rows 3 to 19 have no date.");
  end_card();
}

void Gallery::signals() {
  if (banner(Tone::warning, "This browser may forget your work",
             "It keeps nothing once the window is closed. Save the agreement to a file.",
             "Save to a file")) {
    pressed = "banner";
  }
  if (banner(Tone::info, "The example is open")) pressed = "info";
  begin_row(8);
  pill(Icon::check_circle, "Met", Tone::success);
  pill(Icon::cancel, "Missed", Tone::danger);
  pill(Icon::schedule, "On track", Tone::info);
  pill(Icon::warning, "At risk", Tone::warning);
  pill(Icon::help, "No data", Tone::quiet);
  end_row();
  progress("Reading export.csv", 0.42f);
  if (drop_area("Drop your CRM's export here",
                "CSV from HubSpot, Salesforce, Pipedrive, Zoho, "
                "Dynamics or SuiteCRM. The file stays on this computer.",
                "Choose a file", dragging)) {
    pressed = "drop";
  }
  begin_card();
  if (empty_state(Icon::groups, "No agreement yet",
                  "Start from a template two teams could sign after changing names and numbers.",
                  "Start from a template")) {
    pressed = "empty";
  }
  end_card();
  if (toast && ui::toast("The file export.csv was taken away.", "Undo")) pressed = "undo";
  if (dragging) drop_veil("Drop to open", "An agreement, or the export of a CRM.");
}

void Gallery::tables() {
  heading(2, "Promises");
  begin_table("Promises",
              {{.name = "Promise"},
               {.name = "Status", .width = 130},
               {.name = "Value", .width = 100, .align = Align::right},
               {.name = "Target", .width = 100, .align = Align::right, .optional = true},
               {.name = "Periods", .width = 150, .optional = true}});
  const char* sentences[] = {
      "Sales calls every inbound lead within 2 working hours, for 90 % of the leads of a month.",
      "Marketing delivers 120 qualified leads a month.",
      "Sales gives a reason for every lead it rejects."};
  for (std::size_t i = 0; i < 3; ++i) {
    const bool open = i == 0 && open_row;
    if (table_row(sentences[i], true, open)) {
      pressed = sentences[i];
      if (i == 0) open_row = !open_row;
    }
    table_cell(sentences[i]);
    table_cell();
    pill(i == 1 ? Icon::cancel : Icon::check_circle, i == 1 ? "Missed" : "Met",
         i == 1 ? Tone::danger : Tone::success);
    table_cell("96.0 %");
    table_cell("90 %", Tone::quiet);
    table_cell();
    spark("Six months, rising to 96 %",
          {{80, true, Tone::danger},
           {84, true, Tone::danger},
           {},
           {91, true},
           {95, true},
           {96, true}},
          90, true);
    if (open) {
      begin_table_detail();
      bars("By month",
           {{"May", "80 %", 80, true, Tone::danger},
            {"June", "84 %", 84, true, Tone::danger},
            {"July", "", 0, false},
            {"August", "91 %", 91, true, Tone::success},
            {"September", "95 %", 95, true, Tone::success},
            {"October", "96 %", 96, true, Tone::success}},
           90, true);
      strip("How the time of lead 4711 was counted",
            {{0, 2, Tone::accent, "Counted"},
             {2, 6, Tone::normal, "Closed"},
             {6, 9, Tone::accent, "Counted"},
             {9, 12, Tone::help, "Holiday"}},
            {{1, "Came in", Tone::normal}, {8, "Due", Tone::warning}});
      text("3 more late leads and the month is missed.");
      if (link("Show the 12 late leads")) pressed = "late";
      end_table_detail();
    }
  }
  end_table();
}

void Gallery::draw() {
  bar();
  screen = rail({{"Home", Icon::home, ""},
                 {"Agreement", Icon::description, "4"},
                 {"Data", Icon::table_chart, "1 file"},
                 {"Scorecard", Icon::bar_chart, "91 %"},
                 {"Meeting", Icon::groups, ""}},
                screen);
  begin_page("Gallery");
  words();
  controls();
  signals();
  tables();
  end_page();
}

}  // namespace leadpact::ui::testing
