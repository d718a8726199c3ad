// The screens as people use them, by role and name.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/exchange/document.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"
#include "web/app/example.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;
namespace samples = app::samples;

app::GivenFile agreement_file() {
  return {"a.sla.json", samples::agreement_json()};
}
app::GivenFile leads_file() {
  return {"leads.csv", samples::leads_csv()};
}

TEST(Screens, FromTheFirstPageToAScoredExampleIsOneClick) {
  Page page;
  EXPECT_TRUE(page.has(Role::heading, "One agreement between marketing and sales"));
  page.press("Try the example");
  EXPECT_TRUE(page.has(Role::heading, "Scorecard"));
  const std::vector<std::string> rows = page.rows("Promises");
  ASSERT_EQ(rows.size(), app::example_agreement()->commitments.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i], app::example_agreement()->commitments[i].title);
  }
  EXPECT_EQ(page.rows("Shared goals").size(), app::example_agreement()->goals.size());
  EXPECT_TRUE(page.has(Role::group, "Overall"));
}

TEST(Screens, TheRailShowsWhatThereIsAndNothingElse) {
  Page page;
  std::vector<std::string> links;
  for (const ui::Node& node : ui::tree()) {
    if (node.role == Role::link) links.push_back(node.name);
  }
  EXPECT_EQ(links, (std::vector<std::string>{"Home", "Agreement", "Data", "Scorecard"}));
  for (const char* absent : {"Meeting", "Share", "Present"}) {
    EXPECT_FALSE(page.has(Role::link, absent)) << absent;
    EXPECT_FALSE(page.has(Role::button, absent)) << absent;
  }
  EXPECT_TRUE(page.view.find(Role::link, "Home")->current);
}

TEST(Screens, EveryScreenSaysWhatBelongsThereBeforeAnythingIs) {
  Page page;
  for (const char* screen : {"Data", "Scorecard"}) {
    page.go(screen);
    EXPECT_TRUE(page.has(Role::heading, screen));
    EXPECT_TRUE(page.has(Role::heading, "No agreement is open"));
    EXPECT_TRUE(page.has(Role::button, "Go to Home"));
  }
  page.press("Go to Home");
  EXPECT_TRUE(page.has(Role::button, "Try the example"));
}

TEST(Screens, FilesThatWaitForAnAgreementAreNamed) {
  Page page;
  page.give({leads_file()});
  EXPECT_TRUE(page.has(Role::heading, "Data"));
  EXPECT_TRUE(page.says("leads.csv is kept ready"));
  page.give({agreement_file()});
  EXPECT_TRUE(page.has(Role::heading, "Scorecard"));
}

TEST(Screens, AnAgreementAloneAsksForItsData) {
  Page page;
  page.give({agreement_file()});
  EXPECT_TRUE(page.has(Role::heading, "Data"));
  EXPECT_TRUE(page.has(Role::button, "Choose files"));
  EXPECT_TRUE(page.says("not stored"));
  EXPECT_TRUE(page.says("First contact"));
  EXPECT_TRUE(page.says("Small agreement"));
  EXPECT_TRUE(page.says("Saved 23:00"));
  page.go("Scorecard");
  EXPECT_TRUE(page.has(Role::heading, "Drop your CRM's export to see the score"));
}

TEST(Screens, ARowOpensItsPeriods) {
  Page page;
  page.give({agreement_file(), leads_file()});
  const std::string title = "First contact within 24 hours";
  ASSERT_NE(page.view.find(Role::button, title), nullptr);
  EXPECT_FALSE(page.view.find(Role::button, title)->expanded);
  page.press(title);
  EXPECT_TRUE(page.view.find(Role::button, title)->expanded);
  EXPECT_EQ(page.rows("Periods of " + title),
            (std::vector<std::string>{"March 2026", "February 2026", "January 2026"}));
  EXPECT_TRUE(page.says("1 more late lead and the month is missed."));
  page.press(title);
  EXPECT_TRUE(page.rows("Periods of " + title).empty());
}

TEST(Screens, WhatFellDueStandsAboveAll) {
  Page page;
  page.give({agreement_file(), leads_file()});
  const ui::Node* due = page.view.find(Role::heading, "What fell due");
  const ui::Node* promises = page.view.find(Role::heading, "Promises");
  ASSERT_NE(due, nullptr);
  ASSERT_NE(promises, nullptr);
  EXPECT_LT(due->rect.y, promises->rect.y);
  EXPECT_TRUE(page.says("The team leads meet"));
  EXPECT_TRUE(page.says("First contact within 24 hours: missed 1 month; due since 1 Mar 2026."));
}

TEST(Screens, WhatFellDueIsMarkedAsHandledAndStaysSo) {
  app::FakeStore store;
  {
    Page page(store);
    page.give({agreement_file(), leads_file()});
    EXPECT_TRUE(page.says("Missed: February 2026 with 80.0 %."));
    page.press("Mark as handled");
    page.type("What was done", "Two more reps on Mondays");
    page.press("Cancel");
    EXPECT_FALSE(page.says("Two more reps"));
    page.press("Mark as handled");
    page.type("What was done", "Two more reps\ton Mondays");
    page.press("Done");
    EXPECT_TRUE(page.says("Handled today")) << page.view.outline();
    EXPECT_TRUE(page.says("Two more reps on Mondays"));
    EXPECT_FALSE(page.has(Role::button, "Mark as handled"));
    page.tab.wait(1000);
  }
  Page later(store);
  later.tab.wait(1000);
  later.draw();
  later.give({leads_file()});
  EXPECT_TRUE(later.says("Two more reps on Mondays")) << later.view.outline();
  EXPECT_TRUE(later.view.activate(Role::link, "Not handled after all"));
  later.draw();
  EXPECT_TRUE(later.has(Role::button, "Mark as handled"));
}

// Another tab that was open before remembers something else.
TEST(Screens, WhatWasHandledIsNotForgottenByAnotherTab) {
  app::FakeStore store;
  app::Tab other(store, 3);
  other.wait(1000);
  {
    Page page(store);
    page.give({agreement_file(), leads_file()});
    page.press("Mark as handled");
    page.type("What was done", "Two more reps");
    page.press("Done");
    page.tab.wait(1000);
  }
  other.state().set_theme(app::Theme::dark);
  other.wait(1000);
  Page later(store);
  later.tab.wait(1000);
  later.draw();
  EXPECT_EQ(later.tab.state().theme(), app::Theme::dark);
  later.tab.state().open_agreement("small-1");
  later.tab.wait(1000);
  later.draw();
  later.give({leads_file()});
  EXPECT_TRUE(later.says("Two more reps")) << later.view.outline();
}

TEST(Screens, WhatFellDueSaysWhoMustActByWhenAndWhichReviewsAreDue) {
  Page page;
  page.give({agreement_file(), leads_file()});
  agreement::Agreement changed = app::samples::agreement("With reviews", "small-3");
  changed.contacts = {{"c1", agreement::Team::sales, "Ada Park", "Sales lead", "", ""}};
  changed.escalation[0].respond_within = "12 hours";
  changed.reviews = {{"r1", "Monthly meeting", agreement::Every::month, {"c1"}, ""}};
  changed.consequences = {"The late team pays for dinner"};
  page.give({{"reviews.sla.json", exchange::write_json(changed)}, leads_file()});
  EXPECT_TRUE(page.says("Overdue: Ada Park (Sales lead) had to act by 1 Mar 2026, 12:00."))
      << page.view.outline();
  EXPECT_TRUE(page.says("Open: First contact within 24 hours."));
  EXPECT_TRUE(page.says("Open: Monthly meeting."));
  page.press("Agreed for missed promises");
  page.press("Reviews to be held");
  EXPECT_TRUE(page.says("The late team pays for dinner"));
  EXPECT_TRUE(page.says("Monthly meeting: about February 2026; due since 1 Mar 2026."));
  EXPECT_TRUE(
      page.says("To act: Ada Park (Sales lead), before the next one is due on 1 Apr 2026."));
  page.press("Mark as held");
  page.type("What was done", "Held on the 3rd");
  page.press("Done");
  EXPECT_TRUE(page.says("Held, noted today"));
  EXPECT_TRUE(page.says("Held on the 3rd"));
  EXPECT_FALSE(page.has(Role::button, "Mark as held"));
  EXPECT_TRUE(page.says("Nothing of it is open."));
}

TEST(Screens, AsOfIsSetInAFieldAndAWrongOneIsExplained) {
  Page page;
  page.give({agreement_file(), leads_file()});
  EXPECT_EQ(page.view.find(Role::textbox, "As of")->value, "2026-03-02 10:00");
  page.type("As of", "2026-02-28");
  EXPECT_TRUE(page.says("2 more late leads than the 2 allowed."));
  page.type("As of", "2026-02-2");
  EXPECT_FALSE(page.view.find(Role::textbox, "As of")->invalid);
  EXPECT_NE(page.view.find(Role::textbox, "As of")->description.find("1 Mar 2026"),
            std::string::npos);
  page.type("As of", "28/02/2026");
  const ui::Node* field = page.view.find(Role::textbox, "As of");
  ASSERT_NE(field, nullptr);
  EXPECT_TRUE(field->invalid);
  EXPECT_NE(field->description.find("is no date"), std::string::npos);
  page.type("As of", "");
  EXPECT_EQ(page.view.find(Role::textbox, "As of")->value, "");
  EXPECT_NE(page.view.find(Role::textbox, "As of")->description.find("2 Mar 2026, 10:00"),
            std::string::npos);
}

TEST(Screens, MissingColumnsAreAskedForAndKept) {
  Page page;
  page.give({agreement_file(), {"leads.csv", samples::renamed_leads_csv()}});
  EXPECT_TRUE(page.has(Role::heading, "Which column is which?"));
  EXPECT_TRUE(page.has(Role::combobox, "Which column is “Record ID”?"));
  const ui::Node* asked = page.view.find(Role::combobox, "Which column is “First contact”?");
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->value, "");
  EXPECT_TRUE(page.view.find(Role::button, "Use these columns")->disabled);
  EXPECT_TRUE(page.view.set_value(Role::combobox, "Which column is “First contact”?", "Spalte F"));
  page.draw();
  EXPECT_FALSE(page.view.find(Role::button, "Use these columns")->disabled);
  page.press("Use these columns");
  EXPECT_TRUE(page.has(Role::heading, "Scorecard"));
  page.go("Data");
  EXPECT_TRUE(page.says("4 of 4 columns found"));
}

TEST(Screens, ALargeFileShowsHowFarItIsReadAndCanBeStopped) {
  Page page;
  page.give({agreement_file()});
  page.tab.state().files_given({{"leads.csv", app::samples::many_leads_csv(100'000)}});
  page.view.draw();
  EXPECT_TRUE(page.has(Role::progressbar, "Reading your leads")) << page.view.outline();
  EXPECT_TRUE(page.has(Role::table, "First rows of leads.csv"));
  page.press("Stop");
  EXPECT_TRUE(page.says("Reading was stopped"));
  EXPECT_FALSE(page.has(Role::progressbar, "Reading your leads"));
  page.press("Read them");
  while (page.tab.state().desk().working())
    page.draw();
  page.draw();
  EXPECT_TRUE(page.has(Role::table, "Promises")) << page.view.outline();
}

TEST(Screens, AnotherListIsSaidToBeOneAndCanBeTakenOff) {
  Page page;
  page.give({agreement_file(), {"odd.csv", "Name;Phone\nA;1\nB;2\n"}});
  EXPECT_TRUE(page.has(Role::alert, "“odd.csv” may be another list"));
  EXPECT_TRUE(page.says("Name and Phone"));
  page.press("Remove the file");
  EXPECT_FALSE(page.has(Role::heading, "Which column is which?"));
}

TEST(Screens, AnotherListBesideAGoodOneKeepsNothingFromBeingScored) {
  Page page;
  page.give({agreement_file(), leads_file(), {"odd.csv", "Name;Phone\nA;1\nB;2\n"}});
  EXPECT_TRUE(page.has(Role::alert, "“odd.csv” was not read"));
  EXPECT_TRUE(page.says("Name and Phone"));
  EXPECT_TRUE(page.has(Role::button, "See the scorecard"));
  page.press("Remove the file");
  EXPECT_EQ(page.count(Role::alert), 0u);
}

TEST(Screens, DatesThatCouldBeEitherAreAskedFor) {
  Page page;
  page.give({agreement_file(),
             {"leads.csv",
              "Record ID,Email,Became an MQL,First contact\n"
              "1,a@b.example,03/04/2026 09:00,\n"}});
  EXPECT_TRUE(page.has(Role::heading, "Which day is “03/04/2026 09:00”?"));
  EXPECT_FALSE(page.has(Role::button, "See the scorecard"));
  page.go("Scorecard");
  EXPECT_TRUE(page.has(Role::heading, "The dates can be read in two ways"));
  page.press("Go to Data");
  page.press("3 Apr 2026 (day first)");
  EXPECT_TRUE(page.has(Role::table, "Promises"));
}

TEST(Screens, DatesInTheOtherOrderAreAnAlertWithTheButtonThatMendsIt) {
  Page page;
  page.give({agreement_file(), {"leads.csv", samples::day_first_leads_csv()}});
  EXPECT_GE(page.count(Role::alert), 1u);
  EXPECT_TRUE(page.says("leads.csv, line"));
  page.press("Read the dates the other way");
  EXPECT_EQ(page.count(Role::alert), 0u);
  page.press("See the scorecard");
  EXPECT_EQ(page.rows("Promises").size(), 2u);
}

TEST(Screens, ARefusedAgreementIsAnAlertWithEveryPlace) {
  Page page;
  page.give({{"bad.sla.json", "{\"format\": \"leadpact-agreement\", \"format_version\": 1}"}});
  EXPECT_EQ(page.count(Role::alert), 1u);
  EXPECT_TRUE(page.says("“bad.sla.json” was not opened"));
  EXPECT_TRUE(page.says("agreement"));
  page.press("Close");
  EXPECT_EQ(page.count(Role::alert), 0u);
}

TEST(Screens, AWorkbookIsRefusedWithWhatToDo) {
  Page page;
  page.give({agreement_file(), {"leads.xlsx", "PK\x03\x04..."}});
  EXPECT_TRUE(page.says("save it as CSV"));
  EXPECT_TRUE(page.says("Not read"));
}

TEST(Screens, ATakenOffFileComesBackByUndo) {
  Page page;
  page.give({agreement_file(), leads_file()});
  page.go("Data");
  page.press("Take off leads.csv");
  EXPECT_TRUE(page.says("leads.csv was taken off."));
  EXPECT_FALSE(page.has(Role::table, "Files"));
  page.press("Undo");
  EXPECT_TRUE(page.has(Role::table, "Files"));
}

TEST(Screens, CountsSayWhatWasLeftOut) {
  Page page;
  page.give({agreement_file(),
             {"leads.csv", samples::leads_csv() + "100,again@example.com,2026-02-02 09:00,\n"}});
  page.go("Data");
  EXPECT_TRUE(page.says("leads count"));
  EXPECT_TRUE(page.says("row repeats a “Record ID”"));
}

TEST(Screens, ColumnsCanBeChangedLater) {
  Page page;
  page.give({agreement_file(), leads_file()});
  page.go("Data");
  page.press("Columns read from leads.csv");
  EXPECT_TRUE(page.says("MQL time"));
  page.press("Change columns");
  EXPECT_TRUE(page.has(Role::combobox, "MQL time"));
  page.press("Leave them as they are");
  EXPECT_FALSE(page.has(Role::combobox, "MQL time"));
}

TEST(Screens, HomeShowsTheAgreementsOfThisBrowser) {
  app::FakeStore store;
  {
    Page first(store);
    first.give({agreement_file()});
    first.give({{"b.sla.json", samples::agreement_json("Second agreement", "s-2")}});
  }
  Page page(store, kSizes[3], 3);
  EXPECT_TRUE(page.has(Role::heading, "Data"));  // where the person was
  page.go("Home");
  EXPECT_TRUE(page.has(Role::region, "Small agreement"));
  EXPECT_TRUE(page.has(Role::region, "Second agreement"));
  EXPECT_TRUE(page.says("Growth"));
  EXPECT_TRUE(page.says("From 1 Jan 2026"));
  EXPECT_TRUE(page.says("Saved today 23:00"));
  page.press("Open");
  EXPECT_TRUE(page.tab.state().agreement()->title == "Small agreement");
}

TEST(Screens, WithoutStorageABannerStaysAndOffersTheFile) {
  app::FakeStore store;
  store.fail_always(app::AnswerCode::unavailable);
  Page page(store);
  page.give({agreement_file()});
  EXPECT_TRUE(page.says("This browser keeps nothing here"));
  EXPECT_EQ(page.count(Role::alert), 1u);
  page.press("Save to file");
  EXPECT_EQ(store.downloads.size(), 1u);
  EXPECT_EQ(page.count(Role::alert), 1u);
}

TEST(Screens, TheLookCanBeChosen) {
  Page page;
  page.press("Use the dark look");
  EXPECT_EQ(page.tab.state().theme(), app::Theme::dark);
}

TEST(Screens, FilesHeldOverThePageAreSeen) {
  Page page;
  page.tab.app().files_hovering(true);
  page.draw();
  EXPECT_TRUE(page.faults().empty());
  page.tab.app().files_hovering(false);
}

// ---- Writing the agreement ---------------------------------------------------------

TEST(Screens, APartIsTakenInHandAndItsSentenceChangesWhileOneTypes) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.give({agreement_file()});
    page.go("Agreement");
    EXPECT_TRUE(page.says("Growth promises at least 20 records in each month."));
    page.press("Promise: 20 MQLs a month");
    page.type("Target", "35");
    EXPECT_TRUE(page.says("Growth promises at least 35 records in each month.")) << size.name;
    EXPECT_TRUE(page.has(Role::button, "Undo: Target (Promise “20 MQLs a month”)"));
    page.press("Undo: Target (Promise “20 MQLs a month”)");
    EXPECT_TRUE(page.says("Growth promises at least 20 records in each month."));
    page.press("Done with this part");
    EXPECT_FALSE(page.has(Role::textbox, "Target"));
  }
}

TEST(Screens, WhatCannotBeStoredStaysInItsFieldWithItsSentence) {
  Page page;
  page.give({agreement_file()});
  page.go("Agreement");
  page.press("Promise: 20 MQLs a month");
  page.type("Target", "lots");
  const ui::Node* field = page.view.find(Role::textbox, "Target");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->value, "lots");
  EXPECT_TRUE(field->invalid);
  EXPECT_NE(field->description.find("no number"), std::string::npos);
  page.press("Done with this part");
  EXPECT_TRUE(page.says("“lots” is no number"));  // the guide says it, too
  page.go("Scorecard");
  page.go("Agreement");
  page.press("Promise: 20 MQLs a month");
  EXPECT_EQ(page.view.find(Role::textbox, "Target")->value, "lots");
}

TEST(Screens, PartsAreAddedMovedCopiedRemovedAndComeBack) {
  Page page;
  page.give({agreement_file()});
  page.go("Agreement");
  page.press("Add a promise");
  page.type("Title", "A report every month");
  EXPECT_TRUE(page.has(Role::button, "Promise: A report every month"));
  page.press("Copy this part");
  EXPECT_EQ(page.tab.state().agreement()->commitments.size(), 4u);
  page.press("Move up");
  page.press("Remove this part");
  EXPECT_EQ(page.tab.state().agreement()->commitments.size(), 3u);
  page.press("Undo");  // of the message
  EXPECT_EQ(page.tab.state().agreement()->commitments.size(), 4u);
}

TEST(Screens, AnAgreementIsWrittenFromNothing) {
  Page page;
  page.tab.state().start_from_template("blank");
  page.draw();
  EXPECT_TRUE(page.says("One number both teams are measured by"));
  page.press("Add data");
  page.press("Add a column");
  page.type("Name in the export", "Became an MQL");
  EXPECT_TRUE(page.view.set_value(Role::combobox, "It holds", "A date or a time"));
  page.draw();
  EXPECT_EQ(page.tab.state().agreement()->datasets[0].fields[0].type, data::FieldType::timestamp);
  page.press("Add a promise");
  EXPECT_TRUE(page.tab.state().editor().valid());
  EXPECT_TRUE(page.says("each in the month of its “Became an MQL”"));
  page.press("Write nurture");
  page.type("Nurture", "A mail each month.\nThen a call.");
  EXPECT_TRUE(page.says("A mail each month."));
  EXPECT_EQ(page.tab.state().agreement()->nurture, "A mail each month.\nThen a call.");
}

TEST(Screens, RulesOfAStageAreCountedOverTheLoadedLeads) {
  Page page;
  page.press("Try the example");
  page.go("Agreement");
  page.take("stages[2]");
  EXPECT_TRUE(page.says(" loaded leads match; "));
  page.tab.state().set_field("definition.criteria[1].values", "Nothing like it");
  page.draw();
  EXPECT_TRUE(page.says("0 of "));
}

TEST(Screens, TheDataOfTheLeadScoreIsChosenOnAPhoneToo) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.press("Try the example");
    page.go("Agreement");
    page.press("Choose the data");
    EXPECT_TRUE(page.has(Role::combobox, "Scores the records of")) << size.name;
  }
}

TEST(Screens, TheBarSaysTheStateAndUndoesOnEveryScreenWhereThereIsRoom) {
  for (const float width : {905.0f, 1185.0f, 1280.0f}) {
    Page page({"bar", width, 800});
    page.give({agreement_file()});
    page.take("commitments[0]");
    page.tab.state().set_field("target", "35");
    page.take("agreement");
    page.tab.state().set_field("title", "A title as long as the two teams could agree upon, or so");
    page.go("Home");
    EXPECT_TRUE(page.faults().empty()) << width << page.faults().front();
    if (width < 1180) continue;  // there it stands above the document
    EXPECT_TRUE(page.has(Role::text, page.tab.state().phase_of("2026-01-01", "")));
    page.press("Undo: Title (Summary and dates)");
    page.press("Undo: Target (Promise “20 MQLs a month”)");
    EXPECT_EQ(page.tab.state().agreement()->commitments[0].target, 20);
    EXPECT_TRUE(page.view.find(Role::button, "Nothing to undo")->disabled);
    EXPECT_FALSE(
        page.view.find(Role::button, "Redo: Target (Promise “20 MQLs a month”)")->disabled);
  }
}

TEST(Screens, AdviceOnWhatIsNotThereLeadsToWhatAddsIt) {
  Page page;
  page.tab.state().start_from_template("blank");
  page.draw();
  page.press(
      "Advice: No review is agreed. Meet at least once in each reporting period to look at "
      "the scorecard together.");
  const ui::Node* add = page.view.find(Role::button, "Add a review");
  ASSERT_NE(add, nullptr);
  EXPECT_EQ(ui::focused(), add->id);
}

TEST(Screens, AReadyClauseIsFoundInTheLibraryAndAdded) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.tab.state().start_from_template("blank");
    page.draw();
    page.press("Add from the library");
    EXPECT_TRUE(page.has(Role::button, "Add: 200 MQLs a month")) << size.name;
    page.type("Search the library", "business HOURS");
    EXPECT_FALSE(page.has(Role::button, "Add: 200 MQLs a month"));
    page.press("Add: MQLs contacted within 4 business hours");
    EXPECT_TRUE(page.has(Role::textbox, "Time limit"));
    EXPECT_TRUE(page.says("within 4 business hours (“Office hours”) after “Owner assigned date”"));
    EXPECT_TRUE(page.tab.state().editor().valid());
    page.press("Undo");
    EXPECT_TRUE(page.tab.state().agreement()->datasets.empty());
  }
}

TEST(Screens, AnAgreementInErrorIsNotScoredAndSaysWhereToGo) {
  Page page;
  page.give({agreement_file(), leads_file()});
  page.go("Agreement");
  page.press("Promise: First contact within 24 hours");
  page.type("Time limit", "soon");
  EXPECT_NE(page.view.find(Role::link, "Agreement")->description.find("1 error"),
            std::string::npos);
  for (const char* screen : {"Data", "Scorecard"}) {
    page.go(screen);
    EXPECT_TRUE(page.has(Role::alert, "The agreement cannot be scored yet")) << screen;
  }
  page.press("Go to the agreement");
  EXPECT_TRUE(page.has(Role::heading, "Guide"));
}

// ---- Layout at every size ---------------------------------------------------------

enum class Look {
  first_visit,
  home,
  data_empty,
  data,
  question,
  problem,
  refused,
  scorecard,
  opened,
  no_score,
  no_storage,
  document,
  blank_document,
  promise,
  promise_in_error,
  stage,
  business_hours,
  columns,
  library,
  goal_maths,
  renaming,
  palette,
  search
};

struct LayoutCase {
  Look look;
  const char* name;
};

class Layout : public ::testing::TestWithParam<std::tuple<LayoutCase, std::size_t, bool>> {};

void arrange(Page& page, Look look) {
  switch (look) {
    case Look::first_visit:
      break;
    case Look::renaming:
      page.give({agreement_file()});
      page.go("Home");
      page.press("Duplicate");
      page.press("Archive");
      page.press("Rename");
      page.press("Archived (1)");
      page.type("Title", "");
      break;
    case Look::palette:
      page.press("Try the example");
      page.tab.app().open_palette();
      page.draw();
      page.type("Find anything", "a");
      break;
    case Look::search:
      page.press("Start from Inbound B2B SaaS");
      page.press("Search");
      page.type("Search in this agreement", "lead");
      break;
    case Look::home:
      page.give({agreement_file()});
      page.go("Home");
      break;
    case Look::data_empty:
      page.give({agreement_file()});
      break;
    case Look::data:
      page.press("Try the example");
      page.go("Data");
      break;
    case Look::question:
      page.give({agreement_file(), {"leads.csv", samples::renamed_leads_csv()}});
      break;
    case Look::problem:
      page.give({agreement_file(), {"leads.csv", samples::day_first_leads_csv()}});
      break;
    case Look::refused:
      page.give({{"bad.sla.json", "{\"format\": \"leadpact-agreement\", \"format_version\": 1}"}});
      break;
    case Look::scorecard:
      page.press("Try the example");
      break;
    case Look::opened:
      page.press("Try the example");
      page.press(app::example_agreement()->commitments[5].title);
      break;
    case Look::no_score:
      page.give({agreement_file()});
      page.go("Scorecard");
      break;
    case Look::no_storage:
      page.give({agreement_file(), leads_file()});
      break;
    case Look::document:
    case Look::promise:
    case Look::promise_in_error:
    case Look::stage:
    case Look::business_hours:
    case Look::columns:
    case Look::library:
    case Look::goal_maths:
      page.press("Try the example");
      page.go("Agreement");
      if (look == Look::promise) page.take("commitments[5]");
      if (look == Look::stage) page.take("stages[2]");
      if (look == Look::business_hours) page.take("calendars[0]");
      if (look == Look::columns) page.take("datasets[0]");
      if (look == Look::library) page.press("Add from the library");
      if (look == Look::goal_maths) page.press("Work out the numbers");
      if (look != Look::promise_in_error) break;
      page.take("commitments[5]");
      page.type("Time limit", "soon, or when somebody finds the time to look at the queue");
      page.type("Target, in percent", "lots");
      break;
    case Look::blank_document:
      page.tab.state().start_from_template("blank");
      page.draw();
      break;
  }
}

TEST_P(Layout, NothingOverlapsOrIsCutOff) {
  const auto& [look, size, dark] = GetParam();
  app::FakeStore store;
  if (look.look == Look::no_storage) store.fail_always(app::AnswerCode::unavailable);
  Page page(store, kSizes[size]);
  page.view.input.dark = dark;
  arrange(page, look.look);
  page.draw();
  for (const std::string& fault : page.faults())
    ADD_FAILURE() << fault;
}

INSTANTIATE_TEST_SUITE_P(
    All, Layout,
    ::testing::Combine(
        ::testing::Values(
            LayoutCase{Look::first_visit, "first_visit"}, LayoutCase{Look::home, "home"},
            LayoutCase{Look::data_empty, "data_empty"}, LayoutCase{Look::data, "data"},
            LayoutCase{Look::question, "question"}, LayoutCase{Look::problem, "problem"},
            LayoutCase{Look::refused, "refused"}, LayoutCase{Look::scorecard, "scorecard"},
            LayoutCase{Look::opened, "opened"}, LayoutCase{Look::no_score, "no_score"},
            LayoutCase{Look::no_storage, "no_storage"}, LayoutCase{Look::document, "document"},
            LayoutCase{Look::blank_document, "blank_document"},
            LayoutCase{Look::promise, "promise"},
            LayoutCase{Look::promise_in_error, "promise_in_error"},
            LayoutCase{Look::stage, "stage"}, LayoutCase{Look::business_hours, "business_hours"},
            LayoutCase{Look::columns, "columns"}, LayoutCase{Look::library, "library"},
            LayoutCase{Look::goal_maths, "goal_maths"}, LayoutCase{Look::renaming, "renaming"},
            LayoutCase{Look::palette, "palette"}, LayoutCase{Look::search, "search"}),
        every_size(), every_look()),
    [](const auto& each) {
      return std::string(std::get<0>(each.param).name) + "_" +
             kSizes[std::get<1>(each.param)].name + (std::get<2>(each.param) ? "_dark" : "");
    });

}  // namespace
}  // namespace leadpact::screens::testing
