// What is stored is never lost or replaced: every way a store can behave, and
// two tabs on one store.
#include "web/app/library.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "core/exchange/document.h"
#include "tests/web/native/app/fake_store.h"
#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

GivenFile agreement_file(const std::string& title = "Small agreement",
                         const std::string& id = "small-1") {
  return {title + ".sla.json", samples::agreement_json(title, id)};
}

// Changes the open agreement as a person would: by choosing columns.
void change(Tab& tab, const std::string& title) {
  agreement::Agreement changed = *tab.state().agreement();
  changed.title = title;
  tab.give({{"x.sla.json", exchange::write_json(changed)}});
}

class LibraryTest : public testing::Test {
 protected:
  FakeStore store;

  std::string stored_title(const std::string& id) {
    const FakeStore::Record& record = store.records.at(id);
    const auto read = exchange::read_binary(record.snapshots.at(record.head.revision));
    return read.ok() ? read.value().title : "unreadable";
  }
  bool has_notice(Tab& tab, const std::string& part) {
    for (const Notice& notice : tab.state().notices()) {
      if ((notice.title + " " + notice.body).find(part) != std::string::npos) return true;
    }
    return false;
  }
};

TEST_F(LibraryTest, AFileIsOpenedAndStoredAtOnce) {
  Tab tab(store);
  tab.settle();
  tab.give({agreement_file()});
  ASSERT_NE(tab.state().agreement(), nullptr);
  EXPECT_EQ(tab.state().agreement()->title, "Small agreement");
  EXPECT_EQ(stored_title("small-1"), "Small agreement");
  EXPECT_EQ(tab.state().save_text(), "Saved 23:00");
  const auto cards = tab.state().library().cards();
  ASSERT_EQ(cards.size(), 1u);
  EXPECT_EQ(cards[0].title, "Small agreement");
  EXPECT_EQ(cards[0].marketing, "Growth");
  EXPECT_EQ(cards[0].sales, "Inside sales");
  EXPECT_EQ(cards[0].starts_on, "2026-01-01");
  EXPECT_EQ(cards[0].ends_on, "");
  EXPECT_TRUE(cards[0].open);
}

TEST_F(LibraryTest, NothingIsSavedBeforeTheListHasCome) {
  {
    Tab before(store);
    before.settle();
    before.give({agreement_file("Kept from yesterday")});
  }
  Tab tab(store);
  tab.hold(true);
  tab.settle();
  tab.give({agreement_file("From the file")});
  tab.wait(3000);
  tab.app().hidden();
  tab.settle();
  EXPECT_EQ(tab.state().agreement(), nullptr);
  EXPECT_EQ(stored_title("small-1"), "Kept from yesterday");
  tab.answer_held();
  ASSERT_NE(tab.state().agreement(), nullptr);
  EXPECT_EQ(stored_title("small-1"), "Kept from yesterday");
  EXPECT_EQ(tab.state().agreement()->title, "From the file (file)");
  EXPECT_EQ(store.records.size(), 2u);
  EXPECT_TRUE(has_notice(tab, "Both are kept"));
}

TEST_F(LibraryTest, TheSameFileAgainOpensWhatIsStored) {
  Tab tab(store);
  tab.settle();
  tab.give({agreement_file()});
  const int saves = store.saves;
  tab.give({agreement_file()});
  EXPECT_EQ(store.records.size(), 1u);
  Tab later(store, 2);
  later.settle();
  later.give({agreement_file()});
  EXPECT_EQ(store.records.size(), 1u);
  EXPECT_EQ(store.saves, saves);
  EXPECT_TRUE(later.state().notices().empty());
}

TEST_F(LibraryTest, AReloadOpensWhatWasOpen) {
  {
    Tab tab(store);
    tab.settle();
    tab.give({agreement_file("First", "f-1"), {"leads.csv", samples::leads_csv()}});
    EXPECT_EQ(tab.state().screen(), Screen::scorecard);
  }
  Tab later(store, 2);
  EXPECT_TRUE(later.state().starting());
  later.settle();
  EXPECT_FALSE(later.state().starting());
  ASSERT_NE(later.state().agreement(), nullptr);
  EXPECT_EQ(later.state().agreement()->title, "First");
  EXPECT_EQ(later.state().screen(), Screen::scorecard);
  EXPECT_EQ(later.state().view(), nullptr);
  EXPECT_FALSE(later.state().desk().has_data());
}

TEST_F(LibraryTest, TwoTabsThatChangeOneAgreementKeepBoth) {
  Tab one(store, 1);
  one.settle();
  one.give({agreement_file(), {"leads.csv", samples::renamed_leads_csv()}});
  Tab two(store, 2);
  two.settle();
  two.give({{"leads.csv", samples::renamed_leads_csv()}});
  for (Tab* tab : {&one, &two}) {
    const auto& question = tab->state().desk().question();
    ASSERT_TRUE(question.has_value());
    for (std::size_t i = 0; i < question->choices.size(); ++i) {
      // Each tab chooses differently, so the two are really different.
      tab->state().choose_column(i, tab == &one ? static_cast<int>(i) : 3);
    }
    tab->state().use_columns();
    tab->wait(1000);
  }
  EXPECT_EQ(store.records.size(), 2u);
  EXPECT_EQ(stored_title("small-1"), "Small agreement");
  EXPECT_EQ(one.state().agreement()->title, "Small agreement");
  EXPECT_EQ(two.state().agreement()->title, "Small agreement (copy)");
  EXPECT_EQ(stored_title(two.state().agreement()->id), "Small agreement (copy)");
  EXPECT_NE(two.state().agreement()->id, "small-1");
  EXPECT_TRUE(has_notice(two, "Changed in another tab"));
  EXPECT_EQ(two.state().save_text(), "Saved 23:00");
  EXPECT_EQ(two.state().library().cards().size(), 2u);
}

TEST_F(LibraryTest, AConflictOfTheOneThatWasLeftDoesNotTouchTheOpenOnesData) {
  Tab one(store, 1);
  one.settle();
  one.give({agreement_file("Other", "o-1"), {"leads.csv", samples::leads_csv()}});
  one.state().keep_data(true);
  one.wait(1000);
  one.give({agreement_file()});
  one.wait(1000);
  Tab two(store, 2);
  two.settle();
  two.state().open_agreement("small-1");
  two.settle();
  two.state().select_part("commitments[0]");
  two.state().set_field("target", "35");
  two.wait(1000);
  one.state().select_part("commitments[0]");
  one.state().set_field("target", "40");
  one.state().open_agreement("o-1");  // the change goes out on the way
  one.wait(1000);
  EXPECT_TRUE(has_notice(one, "Changed in another tab"));
  EXPECT_EQ(store.records.size(), 3u);
  EXPECT_EQ(one.state().agreement()->id, "o-1");
  EXPECT_TRUE(one.state().keeper().on());
  EXPECT_EQ(one.state().desk().files().size(), 1u);
}

TEST_F(LibraryTest, ADamagedStateIsSetAsideAndTheOneBeforeOpens) {
  {
    Tab tab(store);
    tab.settle();
    tab.give({agreement_file(), {"leads.csv", samples::renamed_leads_csv()}});
    const std::size_t count = tab.state().desk().question()->choices.size();
    for (std::size_t i = 0; i < count; ++i)
      tab.state().choose_column(i, static_cast<int>(i));
    tab.state().use_columns();
    tab.wait(1000);
  }
  ASSERT_EQ(store.records.at("small-1").head.revision, 2u);
  store.damage("small-1", 2);
  const std::string damaged = store.records.at("small-1").snapshots.at(2);
  Tab later(store, 2);
  later.settle();
  ASSERT_NE(later.state().agreement(), nullptr);
  EXPECT_EQ(later.state().agreement()->datasets[0].fields[0].column, "Record ID");
  EXPECT_TRUE(has_notice(later, "An older state is open"));
  EXPECT_EQ(store.quarantine.at({"small-1", 2u}), damaged);
  EXPECT_EQ(store.records.at("small-1").snapshots.at(2), damaged);
  later.wait(1000);
  EXPECT_EQ(store.records.at("small-1").head.revision, 3u);
  EXPECT_EQ(stored_title("small-1"), "Small agreement");
}

TEST_F(LibraryTest, WhenNoStateCanBeReadNothingIsReplaced) {
  {
    Tab tab(store);
    tab.settle();
    tab.give({agreement_file()});
    tab.state().go(Screen::home);
    tab.settle();
  }
  store.damage("small-1", 1);
  const std::string damaged = store.records.at("small-1").snapshots.at(1);
  Tab later(store, 2);
  later.settle();
  EXPECT_EQ(later.state().agreement(), nullptr);
  EXPECT_TRUE(has_notice(later, "cannot be read"));
  EXPECT_EQ(store.quarantine.at({"small-1", 1u}), damaged);
  later.wait(10'000);
  EXPECT_EQ(store.records.at("small-1").snapshots.at(1), damaged);
  EXPECT_EQ(store.records.at("small-1").head.revision, 1u);
  // The file with the same id is kept beside it.
  later.give({agreement_file()});
  EXPECT_EQ(later.state().agreement()->title, "Small agreement (file)");
  EXPECT_EQ(store.records.at("small-1").snapshots.at(1), damaged);
}

TEST_F(LibraryTest, WhatANewerPageSavedIsLeftAlone) {
  {
    Tab tab(store);
    tab.settle();
    tab.give({agreement_file()});
  }
  store.records.at("small-1").head.format = 99;
  const std::string before = store.records.at("small-1").snapshots.at(1);
  Tab later(store, 2);
  later.settle();
  EXPECT_EQ(later.state().agreement(), nullptr);
  EXPECT_TRUE(later.state().library().cards().at(0).needs_newer);
  later.state().open_agreement("small-1");
  later.settle();
  EXPECT_TRUE(has_notice(later, "needs a newer page"));
  EXPECT_EQ(store.records.at("small-1").snapshots.at(1), before);
}

TEST_F(LibraryTest, WithoutStorageEverythingStaysInTheTabAndThePageSaysSo) {
  store.fail_always(AnswerCode::unavailable);
  Tab tab(store);
  tab.settle();
  EXPECT_FALSE(tab.state().starting());
  tab.give({agreement_file(), {"leads.csv", samples::leads_csv()}});
  ASSERT_NE(tab.state().agreement(), nullptr);
  EXPECT_NE(tab.state().view(), nullptr);
  EXPECT_EQ(tab.state().save_text(), "Not saved: this browser keeps nothing here");
  ASSERT_EQ(tab.state().notices().size(), 1u);
  EXPECT_TRUE(tab.state().notices()[0].permanent);
  tab.state().act(0);
  tab.settle();
  ASSERT_EQ(store.downloads.size(), 1u);
  EXPECT_EQ(store.downloads[0].name, "Small-agreement.sla.json");
  EXPECT_TRUE(exchange::read_json(store.downloads[0].bytes).ok());
  EXPECT_EQ(tab.state().notices().size(), 1u);
  // Another one does not push the first out of the tab.
  tab.give({agreement_file("Second", "s-2")});
  EXPECT_EQ(tab.state().library().cards().size(), 2u);
  tab.state().open_agreement("small-1");
  tab.settle();
  EXPECT_EQ(tab.state().agreement()->title, "Small agreement");
}

TEST_F(LibraryTest, AStoreThatNeverAnswersCountsAsNoneAndMayComeLate) {
  Tab tab(store);
  tab.hold(true);
  tab.settle();
  tab.give({agreement_file()});
  tab.wait(kStoreExpected);
  ASSERT_NE(tab.state().agreement(), nullptr);
  EXPECT_FALSE(tab.state().starting());
  EXPECT_TRUE(tab.state().not_saved());
  tab.answer_held();
  tab.wait(1000);
  EXPECT_EQ(tab.state().save_text(), "Saved 23:00");
  EXPECT_EQ(stored_title("small-1"), "Small agreement");
  EXPECT_TRUE(tab.state().notices().empty());
}

TEST_F(LibraryTest, AFullStoreIsSaidAndTriedAgain) {
  Tab tab(store);
  tab.settle();
  store.fail(RequestKind::save, AnswerCode::full);
  tab.give({agreement_file()});
  EXPECT_EQ(tab.state().save_text(), "Not saved: the storage is full");
  EXPECT_TRUE(has_notice(tab, "storage is full"));
  EXPECT_TRUE(store.records.empty());
  tab.wait(kMemoryRetry);
  EXPECT_FALSE(tab.state().not_saved());
  EXPECT_TRUE(tab.state().notices().empty());
  EXPECT_EQ(stored_title("small-1"), "Small agreement");
}

TEST_F(LibraryTest, AnAgreementLeftUnsavedStaysReachable) {
  Tab tab(store);
  tab.settle();
  store.fail(RequestKind::save, AnswerCode::failed, 2, "QuotaExceededError");
  tab.give({agreement_file()});
  tab.wait(2000);
  EXPECT_TRUE(has_notice(tab, "QuotaExceededError"));
  tab.give({agreement_file("Second", "s-2")});
  EXPECT_EQ(tab.state().agreement()->title, "Second");
  EXPECT_FALSE(tab.state().not_saved());
  ASSERT_EQ(tab.state().library().cards().size(), 2u);
  EXPECT_EQ(tab.state().library().cards()[0].saved_at, 0);
  tab.state().open_agreement("small-1");
  EXPECT_EQ(tab.state().agreement()->title, "Small agreement");
  tab.wait(kMemoryRetry);
  EXPECT_EQ(stored_title("small-1"), "Small agreement");
}

TEST_F(LibraryTest, LoadingThatFailsSaysWhatTheBrowserSaid) {
  {
    Tab tab(store);
    tab.settle();
    tab.give({agreement_file()});
  }
  store.fail(RequestKind::load, AnswerCode::failed, 1, "InvalidStateError");
  Tab later(store, 2);
  later.settle();
  EXPECT_EQ(later.state().agreement(), nullptr);
  EXPECT_EQ(later.state().screen(), Screen::home);
  EXPECT_TRUE(has_notice(later, "InvalidStateError"));
  later.state().open_agreement("small-1");
  later.settle();
  EXPECT_EQ(later.state().agreement()->title, "Small agreement");
}

TEST_F(LibraryTest, WhatAnotherTabRemovedIsGone) {
  Tab tab(store);
  tab.settle();
  tab.give({agreement_file("First", "f-1")});
  tab.give({agreement_file("Second", "s-2")});
  store.records.erase("f-1");
  tab.state().open_agreement("f-1");
  tab.settle();
  EXPECT_TRUE(has_notice(tab, "not in this browser any more"));
  EXPECT_EQ(tab.state().agreement()->title, "Second");
}

TEST_F(LibraryTest, ChangedFilesOfOneIdArePutBesideEachOther) {
  Tab tab(store);
  tab.settle();
  tab.give({agreement_file()});
  change(tab, "Renamed");
  EXPECT_EQ(tab.state().agreement()->title, "Renamed (file)");
  tab.state().open_agreement("small-1");
  tab.settle();
  change(tab, "Renamed");
  EXPECT_EQ(tab.state().agreement()->title, "Renamed (file 2)");
  EXPECT_EQ(store.records.size(), 3u);
  EXPECT_EQ(stored_title("small-1"), "Small agreement");
}

TEST_F(LibraryTest, IdsAreUuidsAndDiffer) {
  Ids ids(7);
  const std::string first = ids.next();
  EXPECT_EQ(first.size(), 36u);
  EXPECT_EQ(first[14], '4');
  EXPECT_NE(first, ids.next());
  EXPECT_NE(first, Ids(8).next());
}

}  // namespace
}  // namespace leadpact::app
