// Home: the agreements of this browser, and what can be done with them.
#include <gtest/gtest.h>

#include <string>

#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;
namespace samples = app::samples;

class Home : public ::testing::Test {
 protected:
  // Two agreements, "Second" the open one.
  void two(Page& page) {
    page.give({{"a.sla.json", samples::agreement_json("First", "one")}});
    page.give({{"b.sla.json", samples::agreement_json("Second", "two")}});
    page.go("Home");
  }
  // Presses a button of a card.
  void press_in(Page& page, const std::string& card, const std::string& button) {
    const ui::Tree& tree = ui::tree();
    for (const ui::Node& node : tree) {
      if (node.role != Role::button || node.name != button) continue;
      for (std::int32_t at = node.parent; at > 0; at = tree[static_cast<std::size_t>(at)].parent) {
        const ui::Node& above = tree[static_cast<std::size_t>(at)];
        if (above.role != Role::region || above.name != card) continue;
        page.view.act({node.id, ui::ActionKind::activate, {}});
        page.draw();
        return;
      }
    }
    FAIL() << "no button " << button << " in " << card << "\n" << page.view.outline();
  }
  app::FakeStore store;
};

TEST_F(Home, AnAgreementThatIsNotOpenIsRenamed) {
  {
    Page page(store);
    two(page);
    press_in(page, "First", "Rename");
    page.type("Title", "Renamed one");
    page.press("Keep this title");
    EXPECT_TRUE(page.has(Role::heading, "Renamed one"));
    EXPECT_FALSE(page.has(Role::heading, "First"));
    EXPECT_EQ(page.tab.state().agreement()->title, "Second");
  }
  Page again(store);
  again.go("Home");
  EXPECT_TRUE(again.has(Role::heading, "Renamed one"));
}

TEST_F(Home, TheOpenOneIsRenamedAndThatCanBeUndone) {
  Page page(store);
  two(page);
  press_in(page, "Second", "Rename");
  page.type("Title", "Another name");
  page.press("Keep this title");
  EXPECT_EQ(page.tab.state().agreement()->title, "Another name");
  page.tab.app().undo();
  EXPECT_EQ(page.tab.state().agreement()->title, "Second");
}

TEST_F(Home, ATitleOfNothingIsNotKept) {
  Page page(store);
  two(page);
  press_in(page, "First", "Rename");
  page.type("Title", "  ");
  EXPECT_TRUE(page.view.find(Role::button, "Keep this title")->disabled);
  EXPECT_TRUE(page.view.find(Role::textbox, "Title")->invalid);
  page.press("Leave it as it was");
  EXPECT_TRUE(page.has(Role::heading, "First"));
}

TEST_F(Home, ADuplicateIsAnAgreementOfItsOwn) {
  Page page(store);
  two(page);
  press_in(page, "First", "Duplicate");
  EXPECT_TRUE(page.has(Role::heading, "First (copy)"));
  EXPECT_EQ(page.tab.state().agreement()->title, "Second");
  press_in(page, "Second", "Duplicate");
  EXPECT_EQ(store.records.size(), 4u);
  press_in(page, "First (copy)", "Open");
  EXPECT_EQ(page.tab.state().agreement()->title, "First (copy)");
  EXPECT_NE(page.tab.state().agreement()->id, "one");
  EXPECT_EQ(page.tab.state().agreement()->commitments.size(), 2u);
}

TEST_F(Home, WhatCannotBeReadIsNotDuplicated) {
  {
    Page page(store);
    two(page);
  }
  store.damage("one", 1);
  Page page(store);
  page.go("Home");
  press_in(page, "First", "Duplicate");
  EXPECT_TRUE(page.says("cannot be read"));
  EXPECT_EQ(store.records.size(), 2u);
}

TEST_F(Home, ACardSaysWhereItStandsItsLastScoreAndItsFileBackup) {
  {
    Page page(store);
    page.press("Try the example");
    const std::string score = page.tab.state().view()->headlines.front().score;
    const std::string period = page.tab.state().view()->period;
    page.go("Home");
    EXPECT_TRUE(page.says("Last score " + score + ", " + period)) << page.view.outline();
    EXPECT_TRUE(page.says("Not saved to a file yet"));
    page.press("Save to file");
    EXPECT_TRUE(page.says("Saved to a file today"));
  }
  Page later(store);
  later.go("Home");
  EXPECT_TRUE(later.says("Last score "));
  EXPECT_TRUE(later.says("Saved to a file today"));
  const app::State& state = later.tab.state();
  EXPECT_EQ(state.phase_of("", ""), "Draft");
  EXPECT_EQ(state.phase_of("2199-01-01", ""), "Draft");
  EXPECT_EQ(state.phase_of("1990-01-01", ""), "In force");
  EXPECT_EQ(state.phase_of("1990-01-01", "2199-01-01"), "In force");
  EXPECT_EQ(state.phase_of("1990-01-01", "1990-12-31"), "Ended");
}

TEST_F(Home, WhatIsArchivedIsPutAwayAndComesBack) {
  {
    Page page(store);
    two(page);
    press_in(page, "First", "Archive");
    EXPECT_FALSE(page.has(Role::heading, "First"));
    page.press("Undo");
    EXPECT_TRUE(page.has(Role::heading, "First"));
    press_in(page, "First", "Archive");
  }
  // Another day.
  Page later(store);
  later.go("Home");
  EXPECT_FALSE(later.has(Role::heading, "First"));
  later.press("Archived (1)");
  press_in(later, "First", "Bring back");
  EXPECT_TRUE(later.has(Role::heading, "First"));
  EXPECT_FALSE(later.has(Role::button, "Archived (1)"));
}

}  // namespace
}  // namespace leadpact::screens::testing
