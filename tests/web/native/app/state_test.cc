// Whole flows without a screen: the example, a person's own files, columns,
// dates, coming back.
#include "web/app/state.h"

#include <gtest/gtest.h>

#include "core/exchange/disputes_json.h"
#include "core/exchange/document.h"
#include "core/exchange/scorecard_json.h"
#include "tests/web/native/app/fake_store.h"
#include "tests/web/native/app/samples.h"
#include "web/app/example.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

class StateTest : public testing::Test {
 protected:
  FakeStore store;
  Tab tab{store};

  void SetUp() override { tab.settle(); }
  State& state() { return tab.state(); }
  void note_dispute(const std::string& record) {
    state().begin_dispute(DisputePlace::list, "leads", record, "");
    state().end_dispute(true);
    tab.settle();
  }
};

TEST_F(StateTest, TheExampleIsScoredInOneCommand) {
  state().try_example();
  tab.settle();
  EXPECT_EQ(state().screen(), Screen::scorecard);
  EXPECT_TRUE(state().is_example());
  ASSERT_NE(state().view(), nullptr);
  EXPECT_FALSE(state().view()->commitments.empty());
  EXPECT_TRUE(state().notices().empty());

  const agreement::Agreement& example = *example_agreement();
  std::vector<scoring::DatasetFiles> files;
  const std::vector<GivenFile> given = example_data();
  for (const DataDesk::File& file : state().desk().files()) {
    ASSERT_TRUE(file.ready()) << file.name;
    const std::string& id = example.datasets[static_cast<std::size_t>(file.dataset)].id;
    files.push_back({id, {{file.name, *file.bytes}}});
  }
  ASSERT_EQ(files.size(), given.size());
  const auto loaded = scoring::load(example, files);
  ASSERT_TRUE(loaded.ok());
  const auto as_of = scoring::newest(example, loaded.value());
  const auto scored = scoring::score(example, loaded.value(), as_of.value());
  EXPECT_EQ(exchange::scorecard_json(state().desk().scored()->card),
            exchange::scorecard_json(scored.value().card));
}

TEST_F(StateTest, TheExampleIsOneAgreementHoweverOftenItIsTried) {
  for (int i = 0; i < 3; ++i) {
    state().try_example();
    tab.wait(1000);
  }
  Tab later(store, 2);
  later.settle();
  later.state().try_example();
  later.settle();
  EXPECT_EQ(store.records.size(), 1u);
  EXPECT_NE(later.state().view(), nullptr);
  EXPECT_TRUE(later.state().notices().empty());
}

TEST_F(StateTest, WhatWasChangedInTheExampleIsKeptAndTheExampleOpensAsItCame) {
  state().try_example();
  tab.wait(1000);
  state().ask_columns(0);
  state().choose_column(2, 0);
  state().use_columns();
  tab.wait(1000);
  EXPECT_EQ(store.records.size(), 1u);
  state().try_example();
  tab.wait(1000);
  EXPECT_NE(state().view(), nullptr);
  EXPECT_TRUE(state().is_example());
  EXPECT_EQ(store.records.size(), 2u);
  ASSERT_EQ(state().notices().size(), 1u);
  EXPECT_EQ(exchange::write_binary(*state().agreement()),
            exchange::write_binary(*example_agreement()));

  // The same where the example is stored only.
  Tab later(store, 2);
  later.settle();
  later.state().try_example();
  later.wait(1000);
  later.state().ask_columns(0);
  later.state().choose_column(2, 0);
  later.state().use_columns();
  later.wait(1000);
  Tab last(store, 3);
  last.settle();
  last.state().open_agreement("nothing of the kind");
  last.settle();
  last.state().try_example();
  last.wait(1000);
  EXPECT_NE(last.state().view(), nullptr);
  EXPECT_EQ(store.records.size(), 3u);
  EXPECT_EQ(exchange::write_binary(*last.state().agreement()),
            exchange::write_binary(*example_agreement()));
}

TEST_F(StateTest, OfSeveralAgreementsTheFirstIsOpenAndAllAreKept) {
  tab.give({{"a.sla.json", samples::agreement_json("First", "f-1")},
            {"bad.sla.json", "{"},
            {"b.sla.json", samples::agreement_json("Second", "s-1")},
            {"worse.sla.json", "{}"},
            {"leads.csv", samples::leads_csv()}});
  EXPECT_EQ(state().agreement()->title, "First");
  EXPECT_NE(state().view(), nullptr);
  EXPECT_EQ(state().library().cards().size(), 2u);
  ASSERT_EQ(state().refused().size(), 2u);
  EXPECT_EQ(state().refused()[0].file, "bad.sla.json");
  EXPECT_EQ(state().refused()[1].file, "worse.sla.json");
  ASSERT_EQ(state().notices().size(), 1u);
  tab.wait(1000);
  EXPECT_EQ(store.records.size(), 2u);

  // Both are stored now, and read before they are open.
  Tab later(store, 2);
  later.settle();
  later.give({{"b.sla.json", samples::agreement_json("Second", "s-1")},
              {"a.sla.json", samples::agreement_json("First", "f-1")},
              {"leads.csv", samples::leads_csv()}});
  EXPECT_EQ(later.state().agreement()->title, "Second");
  EXPECT_NE(later.state().view(), nullptr);
  EXPECT_EQ(later.state().library().cards().size(), 2u);
}

TEST_F(StateTest, AFileThatCannotBeReadIsShownWhereverItIsDropped) {
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::leads_csv()}});
  EXPECT_EQ(state().screen(), Screen::scorecard);
  tab.give({{"leads.xlsx", "PK\x03\x04 a workbook"}});
  EXPECT_EQ(state().screen(), Screen::data);
  EXPECT_NE(state().view(), nullptr);
}

TEST_F(StateTest, DatesThatCouldBeEitherAreAskedForAndTheAnswerIsKept) {
  std::string csv = "Record ID,Email,Became an MQL,First contact\n";
  csv += "1,a@b.example,03/04/2026 09:00,03/04/2026 10:00\n";
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", csv}});
  EXPECT_EQ(state().screen(), Screen::data);
  EXPECT_EQ(state().view(), nullptr);
  state().say_date_order(data::DateOrder::dmy);
  EXPECT_EQ(state().screen(), Screen::scorecard);
  tab.wait(1000);
  EXPECT_EQ(store.records.at("small-1").head.revision, 2u);
}

TEST_F(StateTest, AgreementAndDataDroppedTogetherAreScored) {
  tab.give({{"leads.csv", samples::leads_csv()}, {"a.sla.json", samples::agreement_json()}});
  EXPECT_EQ(state().screen(), Screen::scorecard);
  ASSERT_NE(state().view(), nullptr);
  EXPECT_EQ(state().view()->commitments.size(), 2u);
}

TEST_F(StateTest, DataOfAnotherAgreementDoNotStayOnTheDesk) {
  state().try_example();
  tab.settle();
  tab.give({{"a.sla.json", samples::agreement_json()}});
  EXPECT_TRUE(state().desk().files().empty());
  EXPECT_EQ(state().view(), nullptr);
  EXPECT_EQ(state().screen(), Screen::data);
}

TEST_F(StateTest, StoredAgreementAndNewDataTogetherAreScored) {
  tab.give({{"a.sla.json", samples::agreement_json()}});
  tab.give(
      {{"b.sla.json", samples::agreement_json("Other", "o-1")}, {"x.csv", samples::leads_csv()}});
  // The first is stored and must be compared before it opens.
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::leads_csv()}});
  EXPECT_EQ(state().agreement()->title, "Small agreement");
  ASSERT_EQ(state().desk().files().size(), 1u);
  EXPECT_EQ(state().desk().files()[0].name, "leads.csv");
  EXPECT_EQ(state().screen(), Screen::scorecard);
}

TEST_F(StateTest, DataWithoutAnAgreementWait) {
  tab.give({{"leads.csv", samples::leads_csv()}});
  EXPECT_EQ(state().screen(), Screen::data);
  ASSERT_EQ(state().desk().files().size(), 1u);
  tab.give({{"a.sla.json", samples::agreement_json()}});
  EXPECT_NE(state().view(), nullptr);
}

TEST_F(StateTest, ChosenColumnsAreKeptWithTheAgreement) {
  tab.give(
      {{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::renamed_leads_csv()}});
  EXPECT_EQ(state().screen(), Screen::data);
  ASSERT_TRUE(state().desk().question().has_value());
  state().choose_column(0, 3);
  state().use_columns();
  EXPECT_EQ(state().screen(), Screen::scorecard);
  EXPECT_EQ(state().save_text(), "Saving…");
  tab.wait(1000);
  EXPECT_EQ(state().save_text(), "Saved 23:00");

  Tab later(store, 2);
  later.settle();
  EXPECT_EQ(later.state().agreement()->datasets[0].fields[3].column, "Spalte F");
  later.give({{"leads.csv", samples::renamed_leads_csv()}});
  EXPECT_FALSE(later.state().desk().question().has_value());
  EXPECT_NE(later.state().view(), nullptr);
}

TEST_F(StateTest, TheChoiceOfDateOrderIsKept) {
  tab.give(
      {{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::day_first_leads_csv()}});
  EXPECT_EQ(state().screen(), Screen::data);
  ASSERT_FALSE(state().desk().problems().empty());
  state().read_dates_other_way(0);
  EXPECT_NE(state().view(), nullptr);
  tab.wait(1000);
  EXPECT_EQ(store.records.at("small-1").head.revision, 2u);
}

TEST_F(StateTest, ARefusedAgreementTellsEverythingThatIsWrong) {
  std::string text = samples::agreement_json();
  text.replace(text.find("24 hours\"}"), 8, "2 weeks!");
  text.replace(text.find("\"sales\""), 7, "\"sails\"");
  tab.give({{"bad.sla.json", text}});
  ASSERT_EQ(state().refused().size(), 1u);
  EXPECT_EQ(state().refused()[0].file, "bad.sla.json");
  ASSERT_EQ(state().refused()[0].errors.size(), 2u);
  EXPECT_EQ(state().refused()[0].errors[1].place, "commitments[1].measure.limit");
  EXPECT_EQ(state().agreement(), nullptr);
  EXPECT_TRUE(store.records.empty());
  state().close_refused(0);
  EXPECT_TRUE(state().refused().empty());
}

TEST_F(StateTest, WorkSavedInTheMiddleIsOpenedAgainWithWhatIsWrongInIt) {
  tab.give({{"a.sla.json", samples::agreement_json()}});
  state().go(Screen::agreement);
  const auto type = [&](const char* part, const char* key, const char* text) {
    state().select_part(part);
    state().set_field(key, text);
  };
  type("commitments[1]", "measure.limit", "soon");
  type("agreement", "starts_on", "31/02/2027");
  type("commitments[0]", "measure.where.add", "on");
  type("commitments[0]", "measure.where.criteria[0].op",
       std::to_string(static_cast<int>(agreement::Op::is)).c_str());
  state().add_part("lead_scoring.rules");
  type("datasets[0]", "fields[3].remove", "on");
  type("commitments[0]", "measure.kind",
       std::to_string(static_cast<int>(agreement::Kind::share)).c_str());
  const std::size_t errors = state().editor().errors();
  EXPECT_GT(errors, 4u);
  const agreement::Agreement before = *state().agreement();
  state().save_to_file();
  tab.settle();
  EXPECT_TRUE(state().notices().empty());
  ASSERT_EQ(store.downloads.size(), 1u);

  FakeStore elsewhere;
  Tab other(elsewhere, 2);
  other.settle();
  other.give({{"a.sla.json", store.downloads[0].bytes}});
  ASSERT_NE(other.state().agreement(), nullptr);
  EXPECT_TRUE(*other.state().agreement() == before);
  EXPECT_EQ(other.state().editor().errors(), errors);
  EXPECT_EQ(other.state().screen(), Screen::agreement);
  ASSERT_EQ(other.state().notices().size(), 1u);
  EXPECT_NE(other.state().notices()[0].body.find(counted(errors, "thing is", "things are")),
            std::string::npos);
}

TEST_F(StateTest, AFileWithoutIdsIsOpenedToo) {
  std::string text = samples::agreement_json();
  text.replace(text.find("small-1"), 7, "");
  text.replace(text.find("\"s1\""), 4, "\"m1\"");
  tab.give({{"a.sla.json", text}});
  ASSERT_NE(state().agreement(), nullptr);
  EXPECT_NE(state().agreement()->id, "");
  EXPECT_EQ(state().agreement()->commitments[1].id, "c1");
  EXPECT_TRUE(state().editor().valid());
  EXPECT_EQ(state().notices().size(), 1u);
}

TEST_F(StateTest, ARefusedAgreementLeavesTheOpenOneUntouched) {
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::leads_csv()}});
  tab.give({{"bad.sla.json", "{"}});
  EXPECT_EQ(state().refused().size(), 1u);
  EXPECT_NE(state().view(), nullptr);
  EXPECT_EQ(state().agreement()->title, "Small agreement");
}

TEST_F(StateTest, NamesTheFormatDoesNotKnowAreSaid) {
  std::string text = samples::agreement_json();
  text.replace(text.find("\"title\""), 7, "\"titel\": \"\", \"title\"");
  tab.give({{"a.sla.json", text}});
  ASSERT_EQ(state().notices().size(), 1u);
  EXPECT_NE(state().notices()[0].body.find("titel"), std::string::npos);
  state().act(0);
  EXPECT_TRUE(state().notices().empty());
}

TEST_F(StateTest, ATemplateBecomesAnAgreementOfItsOwn) {
  state().start_from_template("inbound");
  tab.settle();
  ASSERT_NE(state().agreement(), nullptr);
  EXPECT_EQ(state().screen(), Screen::agreement);
  EXPECT_EQ(state().agreement()->starts_on, "2025-01-01");  // the clock says March 2026
  const std::string first = state().agreement()->id;
  state().start_from_template("inbound");
  tab.settle();
  EXPECT_NE(state().agreement()->id, first);
  EXPECT_EQ(store.records.size(), 2u);
}

TEST_F(StateTest, WhatIsWrittenIsSavedAndScoredWhenItIsLookedAt) {
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::leads_csv()}});
  EXPECT_EQ(state().view()->commitments[0].target, "at least 20");
  state().go(Screen::agreement);
  state().select_part("commitments[0]");
  state().set_field("target", "35");
  EXPECT_EQ(state().view(), nullptr);  // not with every letter
  tab.wait(1000);
  EXPECT_EQ(store.records.at("small-1").head.revision, 2u);
  state().go(Screen::scorecard);
  ASSERT_NE(state().view(), nullptr);
  EXPECT_EQ(state().view()->commitments[0].target, "at least 35");
  state().undo();
  ASSERT_NE(state().view(), nullptr);
  EXPECT_EQ(state().view()->commitments[0].target, "at least 20");
}

TEST_F(StateTest, WhatIsInErrorIsSavedButNotScored) {
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::leads_csv()}});
  state().select_part("commitments[1]");
  state().set_field("measure.limit", "soon");
  EXPECT_FALSE(state().editor().valid());
  EXPECT_EQ(state().view(), nullptr);
  state().set_as_of("2026-02-28");
  tab.give({{"more.csv", samples::leads_csv()}});
  EXPECT_EQ(state().view(), nullptr);
  tab.wait(1000);
  Tab later(store, 2);
  later.settle();
  EXPECT_FALSE(later.state().editor().valid());
  later.give({{"leads.csv", samples::leads_csv()}});
  EXPECT_EQ(later.state().view(), nullptr);
  later.state().select_part("commitments[1]");
  later.state().set_field("measure.limit", "24 hours");
  later.state().go(Screen::scorecard);
  EXPECT_NE(later.state().view(), nullptr);
}

TEST_F(StateTest, DataThatIsRemovedFromTheAgreementIsLeftAlone) {
  tab.give({{"a.sla.json", samples::two_datasets_json()}, {"leads.csv", samples::leads_csv()}});
  state().select_part("datasets[1]");
  state().remove_part();
  state().select_part("datasets[0]");
  state().remove_part();
  state().go(Screen::data);
  EXPECT_EQ(state().desk().files()[0].dataset, -1);
  ASSERT_NE(state().toast(), nullptr);
  state().use_toast();
  state().undo();
  EXPECT_EQ(state().agreement()->datasets.size(), 2u);
  EXPECT_EQ(state().desk().files()[0].dataset, 0);
}

TEST_F(StateTest, TheMessageUndoesItsOwnStepOrIsGone) {
  tab.give({{"a.sla.json", samples::agreement_json()}});
  state().select_part("commitments[0]");
  state().remove_part();
  ASSERT_NE(state().toast(), nullptr);
  state().select_part("commitments[0]");
  state().set_field("title", "Another");
  EXPECT_EQ(state().toast(), nullptr);
}

TEST_F(StateTest, UndoingTheAnswerAboutDatesAsksAgain) {
  std::string csv = "Record ID,Email,Became an MQL,First contact\n1,a@b.example,03/04/2026,\n";
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", csv}});
  state().say_date_order(data::DateOrder::dmy);
  EXPECT_NE(state().view(), nullptr);
  state().undo();
  EXPECT_TRUE(state().desk().date_question().has_value());
  EXPECT_EQ(state().view(), nullptr);
}

TEST_F(StateTest, FilesStayWithTheirDataWhereDataAreMoved) {
  tab.give({{"a.sla.json", samples::two_datasets_json()}, {"leads.csv", samples::leads_csv()}});
  ASSERT_NE(state().view(), nullptr);
  state().select_part("datasets[1]");
  state().move_part(-1);
  state().go(Screen::scorecard);
  EXPECT_EQ(state().desk().files()[0].dataset, 1);
  EXPECT_NE(state().view(), nullptr);
}

TEST_F(StateTest, TheOpenAgreementOpenedAgainIsStillScored) {
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::leads_csv()}});
  state().select_part("commitments[0]");
  state().set_field("target", "35");
  const std::string saved = exchange::write_json(*state().agreement());
  tab.give({{"again.sla.json", saved}});
  EXPECT_NE(state().view(), nullptr);
  EXPECT_EQ(state().screen(), Screen::scorecard);
}

TEST_F(StateTest, ColumnsChosenOnDataAreAStepToo) {
  tab.give(
      {{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::renamed_leads_csv()}});
  state().choose_column(0, 3);
  state().use_columns();
  EXPECT_NE(state().view(), nullptr);
  EXPECT_EQ(state().editor().history().undo_name(), "Columns of the export");
  state().undo();
  EXPECT_EQ(state().agreement()->datasets[0].fields[3].column, "First contact");
  EXPECT_TRUE(state().desk().question().has_value());
}

TEST_F(StateTest, ThePaperIsPrintedAndSaved) {
  tab.give({{"a.sla.json", samples::agreement_json("Größe & more")}});
  state().print_paper();
  state().print_poster();
  state().save_markdown();
  tab.settle();
  ASSERT_EQ(store.prints.size(), 2u);
  EXPECT_EQ(store.prints[0].name, "Größe-more.html");
  EXPECT_EQ(store.prints[1].name, "Größe-more-poster.html");
  EXPECT_EQ(store.prints[0].bytes.find("<!DOCTYPE html>"), 0u);
  ASSERT_EQ(store.downloads.size(), 1u);
  EXPECT_EQ(store.downloads[0].name, "Größe-more.md");
}

TEST_F(StateTest, ThePaperSizeIsRememberedAndPrinted) {
  state().set_paper(exchange::PaperSize::letter);
  tab.settle();
  Tab later(store, 2);
  later.settle();
  later.give({{"a.sla.json", samples::agreement_json()}});
  later.state().print_paper();
  later.state().print_poster();
  later.settle();
  ASSERT_EQ(store.prints.size(), 2u);
  for (const auto& print : store.prints)
    EXPECT_NE(print.bytes.find("size: letter"), std::string::npos);
}

TEST_F(StateTest, ATakenOffFileComesBackByUndo) {
  tab.give({{"a.sla.json", samples::agreement_json()}, {"leads.csv", samples::leads_csv()}});
  state().remove_file(0);
  EXPECT_EQ(state().view(), nullptr);
  ASSERT_NE(state().toast(), nullptr);
  EXPECT_EQ(state().toast()->button, "Undo");
  state().use_toast();
  EXPECT_NE(state().view(), nullptr);
  EXPECT_EQ(state().toast(), nullptr);
}

TEST_F(StateTest, DisputesGoOnWithTheCopyOfAnAgreementAnotherTabChanged) {
  tab.give({{"a.sla.json", samples::agreement_json()}});
  note_dispute("100");
  tab.wait(1000);
  Tab other(store, 2);
  other.settle();
  other.state().open_agreement("small-1");
  other.settle();
  other.state().select_part("commitments[0]");
  other.state().set_field("target", "35");
  other.wait(1000);
  state().select_part("commitments[0]");
  state().set_field("target", "40");
  tab.wait(1000);
  const std::string copy = state().agreement()->id;
  ASSERT_NE(copy, "small-1");
  note_dispute("101");
  ASSERT_EQ(state().disputes().size(), 2u);
  EXPECT_EQ(store.named["disputes/small-1"].find("\"101\""), std::string::npos);
  Tab later(store, 3);
  later.settle();
  later.state().open_agreement(copy);
  later.settle();
  EXPECT_EQ(later.state().disputes(), state().disputes());
}

TEST_F(StateTest, UndoBringsADisputeBackAndLeavesNewerOnesAlone) {
  tab.give({{"a.sla.json", samples::agreement_json()}});
  note_dispute("100");
  note_dispute("101");
  const std::string first = state().disputes()[0].id;
  const std::string second = state().disputes()[1].id;
  state().remove_dispute(first);
  state().rule_dispute(second, agreement::Ruling::upheld);
  note_dispute("102");
  state().use_toast();
  tab.settle();
  ASSERT_EQ(state().disputes().size(), 3u);
  EXPECT_EQ(state().disputes()[0].id, second);
  EXPECT_EQ(state().disputes()[0].ruling, agreement::Ruling::upheld);
  EXPECT_EQ(state().disputes()[1].record, "102");
  EXPECT_EQ(state().disputes()[2].id, first);
}

TEST_F(StateTest, ADisputeThatDoesNotFitStaysInHandAndThePageSaysSo) {
  agreement::Disputes full{"small-1", {}};
  for (std::size_t i = 0; i < agreement::kMostDisputes; ++i) {
    agreement::Dispute& each = full.all.emplace_back();
    each.id = "n" + std::to_string(i);
    each.dataset = "leads";
    each.record = "100";
    each.raised_by = agreement::Team::sales;
    each.on = "2026-03-31";
  }
  store.named["disputes/small-1"] = exchange::write_disputes(full);
  tab.give({{"a.sla.json", samples::agreement_json()}});
  ASSERT_EQ(state().disputes().size(), agreement::kMostDisputes);
  note_dispute("101");
  EXPECT_EQ(state().disputes().size(), agreement::kMostDisputes);
  ASSERT_NE(state().toast(), nullptr);
  EXPECT_NE(state().toast()->text.find("room for 10,000 disputes"), std::string::npos);
  EXPECT_TRUE(state().dispute_desk().is_drafting(DisputePlace::list, "leads", "101"));

  full.all.resize(1);
  full.all[0].id = "new";
  tab.give({{"more.json", exchange::write_disputes(full)}});
  ASSERT_NE(state().toast(), nullptr);
  EXPECT_EQ(state().toast()->text,
            "No dispute was taken from the file: an agreement has room for 10,000 disputes.");
}

TEST_F(StateTest, ToastsGoAwayByThemselves) {
  tab.give({{"a.sla.json", samples::agreement_json()}});
  state().save_to_file();
  tab.settle();
  EXPECT_NE(state().toast(), nullptr);
  tab.wait(kToastStays);
  EXPECT_EQ(state().toast(), nullptr);
}

TEST_F(StateTest, TheLookIsRemembered) {
  state().set_theme(Theme::dark);
  tab.settle();
  Tab later(store, 2);
  later.settle();
  EXPECT_EQ(later.app().theme(), Theme::dark);
}

TEST_F(StateTest, ChoosingFilesAsksTheBrowser) {
  state().choose_files();
  tab.settle();
  EXPECT_EQ(store.dialogs, 1);
}

TEST(Settings, AreReadBackAndUnknownOnesDropped) {
  Settings settings;
  settings.theme = Theme::light;
  settings.paper = exchange::PaperSize::letter;
  settings.screen = Screen::data;
  settings.open = "a=b";
  settings.facts = {{"one", 1774990800000, "92.1, March 2026"}, {"tab\tbed", 1, ""}};
  settings.handled = {{"one/step", "called\tthem", 5}};
  const Settings read = read_settings(write_settings(settings) + "later=thing\nnonsense\n");
  EXPECT_EQ(read.theme, Theme::light);
  EXPECT_EQ(read.paper, exchange::PaperSize::letter);
  EXPECT_EQ(read.screen, Screen::data);
  EXPECT_EQ(read.open, "a=b");
  ASSERT_EQ(read.facts.size(), 1u);
  EXPECT_EQ(read.facts[0].id, "one");
  EXPECT_EQ(read.facts[0].backed_up_at, 1774990800000);
  EXPECT_EQ(read.facts[0].score, "92.1, March 2026");
  ASSERT_EQ(read.handled.size(), 1u);
  EXPECT_EQ(read.handled[0].note, "called\tthem");
  EXPECT_TRUE(read_settings("card=x\ta\tb\ncard=1\ta\n").facts.empty());
  EXPECT_EQ(read_settings("theme=purple").theme, Theme::automatic);
}

TEST(MergedSettings, HaveWhatEitherTabAddedAndNeitherTookAway) {
  const std::string base = "theme=light\nscreen=home\narchived=a\narchived=b\ncard=1\tx\told\n";
  const Settings merged = merge_settings(
      base,
      "theme=dark\nscreen=data\narchived=a\narchived=b\nhandled=1\tt1\tcalled\ncard=2\tx\told\n",
      "theme=light\nscreen=agreement\narchived=b\narchived=c\nhandled=2\tt2\t\ncard=1\tx\tnew\n");
  EXPECT_EQ(merged.theme, Theme::dark);
  EXPECT_EQ(merged.screen, Screen::agreement) << "of what both changed, ours";
  EXPECT_EQ(merged.archived, (std::vector<std::string>{"b", "c"}));
  ASSERT_EQ(merged.handled.size(), 2u);
  EXPECT_EQ(merged.handled[0].note, "called");
  ASSERT_EQ(merged.facts.size(), 1u);
  EXPECT_EQ(merged.facts[0].score, "new");
}

}  // namespace
}  // namespace leadpact::app
