// Data is kept in this browser only when asked for, and forgotten to the last byte.
#include <algorithm>
#include <set>

#include "tests/core/data/data_testing.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens {
namespace {

using app::AnswerCode;
using app::FakeStore;
using app::RequestKind;
using testing::Page;
using ui::Role;

constexpr const char* kSwitch = "Keep the data in this browser";
constexpr const char* kForget = "Forget the data";

app::GivenFile agreement_file(const std::string& title = "Small agreement",
                              const std::string& id = "small-1") {
  return {"small.sla.json", app::samples::agreement_json(title, id)};
}
app::GivenFile leads_file(const std::string& name = "leads.csv") {
  return {name, app::samples::leads_csv()};
}

void flip(Page& page) {
  page.go("Data");
  EXPECT_TRUE(page.view.activate(Role::toggle, kSwitch)) << page.view.outline();
  page.draw();
}
bool is_on(Page& page) {
  const ui::Node* node = page.view.find(Role::toggle, kSwitch);
  return node != nullptr && node->checked;
}

// Lets everything be saved that is due.
void close(Page& page) {
  page.tab.wait(4000);
  page.draw();
}

void keep_two(FakeStore& store) {
  Page page(store);
  page.give({agreement_file(), leads_file(), leads_file("more.csv")});
  flip(page);
  close(page);
}

TEST(Keeping, NothingIsKeptWithoutBeingAskedFor) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file(), leads_file()});
    page.go("Data");
    EXPECT_FALSE(is_on(page));
    EXPECT_TRUE(page.says("not stored and not sent anywhere"));
    close(page);
  }
  EXPECT_TRUE(store.data.empty());
  for (const auto& [id, record] : store.records) {
    for (const auto& [revision, bytes] : record.snapshots)
      EXPECT_EQ(bytes.find("lead100@example.com"), std::string::npos);
  }
  EXPECT_EQ(store.settings.value_or("").find("lead100"), std::string::npos);
  Page later(store);
  close(later);
  EXPECT_TRUE(later.tab.state().desk().files().empty());
}

TEST(Keeping, TheSameFilesAreThereAgainAndScored) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file(), leads_file()});
    flip(page);
    EXPECT_TRUE(is_on(page));
    EXPECT_TRUE(page.says("kept in this browser since today")) << page.view.outline();
    EXPECT_FALSE(page.says("not stored"));
    page.go("Scorecard");
    close(page);
  }
  ASSERT_EQ(store.data.at("small-1").files.size(), 1u);
  const std::uint32_t number = store.data.at("small-1").files.begin()->first;
  Page later(store);
  close(later);
  EXPECT_TRUE(later.has(Role::heading, "What fell due")) << later.view.outline();
  later.go("Data");
  EXPECT_TRUE(is_on(later));
  EXPECT_EQ(later.rows("Files"), std::vector<std::string>{"leads.csv"});
  // What came out of the store is not stored again.
  ASSERT_EQ(store.data.at("small-1").files.size(), 1u);
  EXPECT_EQ(store.data.at("small-1").files.begin()->first, store.data.at("small-1").last);
  EXPECT_EQ(store.data.at("small-1").last, number);
}

TEST(Keeping, ReopenedFromHomeItGoesToItsScore) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file()});
  flip(page);
  page.give({agreement_file("Another", "small-2")});
  EXPECT_TRUE(page.tab.state().desk().files().empty());
  EXPECT_FALSE(is_on(page));
  page.tab.state().open_agreement("small-1");
  close(page);
  EXPECT_TRUE(page.has(Role::heading, "What fell due")) << page.view.outline();
  EXPECT_EQ(store.data.count("small-2"), 0u);
}

TEST(Keeping, TheStoreFollowsTheDesk) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file()});
  flip(page);
  const auto& files = store.data.at("small-1").files;
  page.give({{"leads.csv", app::samples::many_leads_csv(3)}});
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files.begin()->second.bytes, app::samples::many_leads_csv(3));
  page.give({leads_file("more.csv")});
  EXPECT_EQ(files.size(), 2u);
  page.go("Data");
  page.press("Take off more.csv");
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files.begin()->second.name, "leads.csv");
  page.press("Undo");
  EXPECT_EQ(files.size(), 2u);
  // What cannot be read is not kept.
  page.give({{"photo.csv", std::string("\x89PNG\r\n\x1a\n", 8)}});
  EXPECT_EQ(files.size(), 2u);
}

TEST(Keeping, SwitchedOffItLeavesTheStoreAndStaysInTheTab) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file()});
  flip(page);
  flip(page);
  EXPECT_FALSE(is_on(page));
  EXPECT_TRUE(store.data.empty());
  EXPECT_EQ(page.rows("Files").size(), 1u);
}

TEST(Keeping, ForgottenEveryByteIsGone) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file("Other", "small-2"), leads_file()});
    flip(page);
    page.give({agreement_file(), leads_file()});
    flip(page);
    page.press(kForget);
    EXPECT_EQ(store.data.count("small-1"), 0u);
    EXPECT_EQ(store.data.count("small-2"), 1u);  // its own stays
    EXPECT_TRUE(page.tab.state().desk().files().empty());
    EXPECT_EQ(page.tab.state().desk().loaded(), nullptr);
    EXPECT_FALSE(page.tab.app().state().toast() == nullptr);
    EXPECT_FALSE(page.has(Role::button, "Undo"));
    EXPECT_FALSE(is_on(page));
    page.go("Scorecard");
    close(page);
  }
  Page later(store);
  close(later);
  EXPECT_TRUE(later.tab.state().desk().files().empty());
}

TEST(Keeping, WithoutBeingKeptItIsForgottenInTheTab) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file()});
  page.go("Data");
  page.press(kForget);
  EXPECT_TRUE(page.tab.state().desk().files().empty());
  EXPECT_TRUE(page.says("None was kept in this browser"));
}

TEST(Keeping, AFullStoreKeepsNothingHalf) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file(), leads_file("more.csv")});
  page.go("Data");
  // The mark is stored, and one of the two files.
  page.tab.hold(true);
  EXPECT_TRUE(page.view.activate(Role::toggle, kSwitch));
  page.draw();
  EXPECT_EQ(page.tab.held(), 3u);
  EXPECT_TRUE(page.says("Storing it"));
  store.fail(RequestKind::save_data, AnswerCode::full);
  page.tab.answer_held();
  page.draw();
  EXPECT_TRUE(store.data.empty());
  EXPECT_FALSE(is_on(page));
  EXPECT_TRUE(page.says("The data is not kept"));
  EXPECT_TRUE(page.says("storage is full"));
  EXPECT_EQ(page.rows("Files").size(), 2u);
  flip(page);
  EXPECT_EQ(store.data.at("small-1").files.size(), 2u);
}

TEST(Keeping, WhatCannotBeRemovedIsSaid) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file()});
  flip(page);
  store.fail(RequestKind::forget_data, AnswerCode::failed, 1, "disk error");
  flip(page);
  EXPECT_TRUE(page.says("could not be removed from this browser"));
  EXPECT_TRUE(page.says("(disk error)"));
  EXPECT_TRUE(is_on(page));
  page.press(kForget);
  EXPECT_TRUE(store.data.empty());
}

TEST(Keeping, ADamagedFileIsNamedAndSetAside) {
  FakeStore store;
  keep_two(store);
  store.data.at("small-1").files.rbegin()->second.damage = "parts of it are missing.";
  Page later(store);
  close(later);
  EXPECT_TRUE(later.says("“more.csv”: parts of it are missing.")) << later.view.outline();
  later.go("Data");
  EXPECT_EQ(later.rows("Files"), std::vector<std::string>{"leads.csv"});
  EXPECT_EQ(store.data.at("small-1").files.size(), 2u);
  later.press(kForget);
  EXPECT_TRUE(store.data.empty());
}

TEST(Keeping, WhatIsDroppedMeanwhileIsNewer) {
  FakeStore store;
  keep_two(store);
  store.settings.reset();
  Page later(store);
  later.tab.hold(true);
  later.tab.state().open_agreement("small-1");
  later.give({{"leads.csv", app::samples::many_leads_csv(2)}});
  later.tab.answer_held();
  close(later);
  later.go("Data");
  EXPECT_EQ(later.rows("Files").size(), 2u) << later.view.outline();
  const auto& files = store.data.at("small-1").files;
  ASSERT_EQ(files.size(), 2u);
  std::string leads;
  for (const auto& [number, file] : files) {
    if (file.name == "leads.csv") leads = file.bytes;
  }
  EXPECT_EQ(leads, app::samples::many_leads_csv(2));
}

TEST(Keeping, AFileTakenOffWhileItIsStoredLeavesTheStore) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file(), leads_file("more.csv")});
  page.go("Data");
  page.tab.hold(true);
  EXPECT_TRUE(page.view.activate(Role::toggle, kSwitch));
  page.draw();
  page.press("Take off more.csv");
  page.tab.answer_held();
  page.draw();
  ASSERT_EQ(store.data.at("small-1").files.size(), 1u);
  EXPECT_EQ(store.data.at("small-1").files.begin()->second.name, "leads.csv");
}

TEST(Keeping, WithoutStorageTheSwitchSaysSo) {
  FakeStore store;
  store.fail_always(AnswerCode::unavailable);
  Page page(store);
  page.give({agreement_file(), leads_file()});
  close(page);
  flip(page);
  EXPECT_FALSE(is_on(page));
  EXPECT_TRUE(page.says("The data is not kept"));
}

// A page that has small-1 with two files kept, closed.
// Carries out all requests but those of these kinds, which it returns.
std::vector<app::Request> carry_but(app::Tab& tab, FakeStore& store,
                                    const std::set<RequestKind>& kinds) {
  std::vector<app::Request> late;
  for (auto requests = tab.app().take_requests(); !requests.empty();
       requests = tab.app().take_requests()) {
    for (app::Request& request : requests) {
      if (kinds.count(request.kind) != 0) {
        late.push_back(std::move(request));
      } else if (auto answer = store.answer(request)) {
        tab.app().store_answered(std::move(*answer));
      }
    }
  }
  return late;
}

TEST(Keeping, ForgottenWhileItIsReadItDoesNotComeBack) {
  FakeStore store;
  keep_two(store);
  store.settings.reset();
  Page page(store);
  close(page);
  page.tab.state().open_agreement("small-1");
  const std::vector<app::Request> late = carry_but(page.tab, store, {RequestKind::load_data});
  ASSERT_EQ(late.size(), 1u);
  page.go("Data");
  ASSERT_TRUE(page.tab.state().keeper().reading());
  EXPECT_FALSE(page.has(Role::toggle, kSwitch));
  page.press(kForget);
  EXPECT_FALSE(page.says("None was kept"));
  page.tab.app().store_answered(*store.answer(late[0]));
  page.draw();
  EXPECT_TRUE(page.says("gone from this tab and from this browser")) << page.view.outline();
  EXPECT_TRUE(page.tab.state().desk().files().empty());
  EXPECT_TRUE(store.data.empty());
  EXPECT_FALSE(is_on(page));
}

TEST(Keeping, ASaveThatFailsAfterAnotherAgreementOpenedKeepsNothingHalf) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file(), leads_file(), leads_file("more.csv")});
  page.go("Data");
  close(page);
  page.tab.hold(true);
  EXPECT_TRUE(page.view.activate(Role::toggle, kSwitch));
  page.draw();
  page.give({agreement_file("Another", "small-2")});
  store.fail(RequestKind::save_data, AnswerCode::full);  // the mark
  page.tab.answer_held();
  page.draw();
  EXPECT_EQ(store.data.count("small-1"), 0u);
  EXPECT_TRUE(page.says("The data of the agreement before is not kept")) << page.view.outline();
}

TEST(Keeping, ForgottenInAnotherTabItIsNotKeptAgain) {
  FakeStore store;
  keep_two(store);
  Page first(store);
  close(first);
  ASSERT_TRUE(first.tab.state().keeper().on());
  store.data.erase("small-1");  // as the other tab forgets it
  first.give({leads_file("third.csv")});
  EXPECT_TRUE(store.data.empty());
  EXPECT_FALSE(first.tab.state().keeper().on());
  EXPECT_TRUE(first.says("forgotten in another tab")) << first.view.outline();
}

TEST(Keeping, ADraftTypedJustBeforeAnotherOpensIsThereAgain) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file()});
  page.go("Agreement");
  page.take("commitments[0]");
  page.type("Target", "lots");
  page.give({agreement_file("Another", "small-2")});
  EXPECT_EQ(store.named.count("unfinished/small-1"), 1u);
}

TEST(Keeping, TwoTabsDoNotRemoveEachOthersFiles) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file(), leads_file()});
    flip(page);
    close(page);
  }
  app::Tab first(store, 3), second(store, 4);
  first.wait(4000);
  second.wait(4000);
  ASSERT_TRUE(first.state().keeper().on() && second.state().keeper().on());
  first.give({{"leads.csv", app::samples::many_leads_csv(3)}});
  second.state().remove_file(0);
  second.wait(1000);
  ASSERT_EQ(store.data.at("small-1").files.size(), 1u);
  EXPECT_EQ(store.data.at("small-1").files.begin()->second.bytes, app::samples::many_leads_csv(3));
}

TEST(Keeping, OfTwoTabsTheSecondReplacesNothingInSilence) {
  FakeStore store;
  keep_two(store);
  app::Tab first(store, 3);
  Page second(store, testing::kSizes[3], 4);
  first.wait(4000);
  close(second);
  ASSERT_TRUE(first.state().keeper().on() && second.tab.state().keeper().on());
  first.give({{"leads.csv", app::samples::many_leads_csv(3)}});
  second.give({{"leads.csv", app::samples::many_leads_csv(5)}});
  // Asked anew: what is forgotten and kept again is another entry.
  const auto files = [&]() -> const auto& {
    return store.data.at("small-1").files;
  };
  const auto holds = [&](const std::string& bytes) {
    return std::any_of(files().begin(), files().end(),
                       [&](const auto& each) { return each.second.bytes == bytes; });
  };
  EXPECT_EQ(files().size(), 2u);
  EXPECT_TRUE(holds(app::samples::many_leads_csv(3)));
  EXPECT_TRUE(second.says("Another tab changed what is kept of this data"))
      << second.view.outline();
  second.go("Data");
  EXPECT_FALSE(is_on(second));
  EXPECT_EQ(second.rows("Files").size(), 2u) << "what it has stays on its desk";
  // The first one goes on.
  first.give({leads_file("third.csv")});
  EXPECT_TRUE(first.state().keeper().on());
  EXPECT_EQ(files().size(), 3u);
  // Switched on again, the second one's take their place; now the first is told.
  flip(second);
  EXPECT_TRUE(is_on(second));
  ASSERT_EQ(files().size(), 2u);
  EXPECT_TRUE(holds(app::samples::many_leads_csv(5)));
  first.give({leads_file("fourth.csv")});
  EXPECT_FALSE(first.state().keeper().on());
  EXPECT_EQ(files().size(), 2u);
}

TEST(Keeping, SwitchedOnInTwoTabsTheSecondIsTold) {
  FakeStore store;
  app::Tab first(store, 3);
  first.give({agreement_file(), leads_file()});
  first.wait(4000);
  Page second(store, testing::kSizes[3], 4);
  close(second);
  second.give({leads_file("mine.csv")});
  first.state().keep_data(true);
  first.wait(1000);
  flip(second);
  EXPECT_FALSE(is_on(second));
  EXPECT_TRUE(second.says("Another tab changed what is kept of this data"))
      << second.view.outline();
  ASSERT_EQ(store.data.at("small-1").files.size(), 1u);
  EXPECT_EQ(store.data.at("small-1").files.begin()->second.name, "leads.csv");
  second.press(kForget);
  EXPECT_TRUE(store.data.empty()) << "as it says";
}

TEST(Keeping, WhatIsKeptOfTheOpenOneDoesNotJoinFilesThatWaitForAnother) {
  FakeStore store;
  keep_two(store);
  {
    Page page(store);
    page.give({agreement_file("Another", "small-2")});
    close(page);
  }
  store.settings.reset();
  app::Tab tab(store, 5);
  tab.wait(4000);
  tab.state().open_agreement("small-1");
  std::vector<app::Request> late = carry_but(tab, store, {RequestKind::load_data});
  tab.app().files_given({agreement_file("Another", "small-2"), leads_file("y.csv")});
  for (app::Request& request : carry_but(tab, store, {RequestKind::load}))
    late.push_back(std::move(request));
  ASSERT_EQ(late.size(), 2u);
  for (const app::Request& request : late)
    tab.app().store_answered(*store.answer(request));
  tab.wait(1000);
  ASSERT_EQ(tab.state().desk().files().size(), 1u);
  EXPECT_EQ(tab.state().desk().files()[0].name, "y.csv");
  EXPECT_EQ(store.data.at("small-1").files.size(), 2u);
}

// Files come and go, answers are late: once all is answered, the store holds
// what lies on the desk.
TEST(Keeping, TheStoreEndsUpWithWhatIsOnTheDesk) {
  data::testing::Dice dice(7);
  for (int round = 0; round < 12; ++round) {
    FakeStore store;
    app::Tab tab(store);
    tab.give({agreement_file()});
    tab.wait(1000);
    tab.state().keep_data(true);
    for (int step = 0; step < 12; ++step) {
      const std::size_t what = dice.below(4);
      const std::string name = std::string(1, static_cast<char>('a' + dice.below(3))) + ".csv";
      if (what == 0) tab.hold(true);
      if (what == 1) tab.answer_held();
      if (what == 2)
        tab.give({{name, app::samples::many_leads_csv(static_cast<int>(dice.below(5)))}});
      if (what == 3) tab.state().remove_file(dice.below(3));
      tab.settle();
    }
    tab.answer_held();
    tab.wait(200);
    std::multiset<std::string> kept, there;
    for (const auto& [number, file] : store.data["small-1"].files)
      kept.insert(file.name + file.bytes);
    for (const auto& file : tab.state().desk().files())
      there.insert(file.name + *file.bytes);
    EXPECT_EQ(kept, there) << round;
  }
}

}  // namespace
}  // namespace leadpact::screens
