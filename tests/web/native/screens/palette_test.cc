// The command palette: everything by its name.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "core/agreement/clauses.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;
namespace samples = app::samples;

constexpr const char* kField = "Find anything";

void open(Page& page) {
  page.tab.app().open_palette();
  page.draw();
}

std::vector<std::string> found(const Page&) {
  std::vector<std::string> names;
  for (const ui::Node& node : ui::tree()) {
    if (node.role == Role::option) names.push_back(node.name);
  }
  return names;
}

void key(Page& page, const char* name) {
  EXPECT_TRUE(page.view.key(Role::textbox, kField, name));
  page.draw();
}

TEST(PaletteOnThePage, OpensByItsButtonAndHasTheKeyboard) {
  Page page;
  page.press("Find anything (Ctrl+K)");
  const ui::Node* field = page.view.find(Role::textbox, kField);
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(ui::focused(), field->id);
  EXPECT_NE(field->active, 0u);
  EXPECT_TRUE(page.faults().empty()) << page.faults().front();
}

TEST(PaletteOnThePage, TypedWordsFindAPromiseAndEnterTakesItInHand) {
  Page page;
  page.press("Try the example");
  open(page);
  const std::string title = page.tab.state().agreement()->commitments[3].title;
  page.type(kField, title);
  ASSERT_FALSE(found(page).empty());
  EXPECT_EQ(found(page).front(), title + ", Promise");
  key(page, "Enter");
  EXPECT_FALSE(page.has(Role::textbox, kField));
  EXPECT_EQ(page.tab.state().screen(), app::Screen::agreement);
  EXPECT_EQ(page.tab.state().editor().selected(), "commitments[3]");
  const ui::Node* item = page.view.find(Role::button, "Promise: " + title);
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(ui::focused(), item->id);
}

TEST(PaletteOnThePage, ArrowsChooseAndGoRound) {
  Page page;
  open(page);
  const std::vector<std::string> all = found(page);
  ASSERT_GT(all.size(), 2u);
  const auto in_hand = [&] {
    for (const ui::Node& node : ui::tree()) {
      if (node.role == Role::option && node.current) return node.name;
    }
    return std::string();
  };
  EXPECT_EQ(in_hand(), all[0]);
  key(page, "ArrowDown");
  EXPECT_EQ(in_hand(), all[1]);
  key(page, "ArrowUp");
  key(page, "ArrowUp");
  EXPECT_EQ(in_hand(), all.back());
}

TEST(PaletteOnThePage, EscapeGivesTheKeyboardBack) {
  Page page;
  ui::Action focus{page.view.find(Role::link, "Data")->id, ui::ActionKind::focus, "keyboard"};
  page.view.act(focus);
  page.draw();
  open(page);
  EXPECT_NE(ui::focused(), focus.id);
  key(page, "Escape");
  EXPECT_FALSE(page.has(Role::textbox, kField));
  EXPECT_EQ(ui::focused(), focus.id);
}

TEST(PaletteOnThePage, APressBesideItClosesIt) {
  Page page;
  open(page);
  page.view.click({20, 760, 2, 2});
  page.draw();
  EXPECT_FALSE(page.has(Role::textbox, kField));
}

TEST(PaletteOnThePage, NothingOfThatNameIsSaid) {
  Page page;
  open(page);
  page.type(kField, "xyzzy");
  EXPECT_TRUE(found(page).empty());
  EXPECT_TRUE(page.says("Nothing is called like that."));
  key(page, "Enter");
  EXPECT_TRUE(page.has(Role::textbox, kField));
}

// The browser's own field would take the mouse from what lies over it.
TEST(FieldsBelow, AreOutOfTheMouseWhileSomethingLiesOverThem) {
  Page page;
  page.press("Try the example");
  page.take("commitments[0]");
  page.go("Agreement");
  const auto width = [&] { return page.view.find(Role::textbox, "Title")->edit.width; };
  EXPECT_GT(width(), 0);
  page.view.activate(Role::combobox, "Owner");
  page.draw();
  EXPECT_EQ(width(), 0);
  page.view.key(Role::combobox, "Owner", "Escape");
  page.draw();
  EXPECT_GT(width(), 0);
  open(page);
  page.draw();
  EXPECT_EQ(width(), 0);
  EXPECT_GT(page.view.find(Role::textbox, kField)->edit.width, 0);
  key(page, "Escape");
  EXPECT_GT(width(), 0);
}

// Every name in it leads somewhere: nothing is offered that does nothing.
TEST(PaletteEntries, ReachEveryScreenSectionPartAndClause) {
  Page page;
  page.press("Try the example");
  const app::State& state = page.tab.state();
  std::set<std::string> names;
  for (const app::PaletteEntry& entry : app::palette_entries(state))
    names.insert(entry.kind + ": " + entry.name);
  for (const char* screen : {"Home", "Agreement", "Data"})
    EXPECT_EQ(names.count(std::string("Screen: ") + screen), 1u) << screen;
  EXPECT_EQ(names.count("Screen: Scorecard"), 0u);
  for (const agreement::PaperSection& section : state.editor().paper()->sections)
    EXPECT_EQ(names.count("Section of the agreement: " + section.title), 1u) << section.title;
  for (const agreement::Commitment& each : state.agreement()->commitments)
    EXPECT_EQ(names.count("Promise: " + each.title), 1u) << each.title;
  for (const agreement::Stage& each : state.agreement()->stages)
    EXPECT_EQ(names.count("Stage: " + each.name), 1u) << each.name;
  for (const agreement::Contact& each : state.agreement()->contacts)
    EXPECT_EQ(names.count("Contact: " + each.name), 1u) << each.name;
  for (const agreement::ReadyClause& each : agreement::ready_clauses())
    EXPECT_EQ(names.count("Ready clause: Add “" + std::string(each.title) + "”"), 1u);
}

// Also what says nothing yet, and with the keyboard in its first field.
TEST(PaletteEntries, ReachPartsThatAreEmpty) {
  for (const char* kind : {"Summary and dates", "Hand-over and hand-back", "Nurture",
                           "Consequences", "Right to cancel", "Lead scoring"}) {
    Page page;
    page.tab.state().start_from_template("blank");
    page.go("Home");
    open(page);
    page.type(kField, std::string(kind) + " fields");
    ASSERT_FALSE(found(page).empty()) << kind;
    EXPECT_EQ(found(page).front(), std::string(kind) + ", Fields");
    key(page, "Enter");
    EXPECT_EQ(app::kind_of_part(page.tab.state().editor().selected()), kind);
    bool in_field = false;
    for (const ui::Node& node : ui::tree()) {
      const bool field = node.role == Role::textbox || node.role == Role::combobox;
      in_field = in_field || (field && node.id == ui::focused());
    }
    EXPECT_TRUE(in_field) << kind;
  }
}

TEST(PaletteEntries, ReachTheCommandsOnTheAgreementAndThePartInHand) {
  Page page;
  page.tab.state().start_from_template("starter");
  page.draw();
  app::State& state = page.tab.state();
  const auto run = [&](const std::string& name) {
    for (const app::PaletteEntry& entry : app::palette_entries(state)) {
      if (entry.name != name) continue;
      entry.run(state);
      page.draw();
      return true;
    }
    return false;
  };
  EXPECT_FALSE(run("Remove this promise"));
  state.select_part("commitments[0]");
  const std::string title = state.agreement()->commitments[0].title;
  const std::size_t promises = state.agreement()->commitments.size();
  EXPECT_FALSE(run("Move this promise up"));
  EXPECT_TRUE(run("Copy this promise"));
  EXPECT_EQ(state.agreement()->commitments.size(), promises + 1);
  EXPECT_TRUE(run("Move this promise up"));
  EXPECT_TRUE(run("Move this promise down"));
  EXPECT_TRUE(run("Remove this promise"));
  EXPECT_EQ(state.agreement()->commitments.size(), promises);
  EXPECT_TRUE(run("Use the stages INQ, AQL, MQL, SAL, SQL"));
  EXPECT_FALSE(run("Use the stages INQ, AQL, MQL, SAL, SQL"));
  EXPECT_TRUE(run("Search in this agreement"));
  const ui::Node* search = page.view.find(Role::textbox, "Search in this agreement");
  ASSERT_NE(search, nullptr);
  EXPECT_EQ(ui::focused(), search->id);
  EXPECT_TRUE(run("Rename this agreement"));
  const ui::Node* title_field = page.view.find(Role::textbox, "Title");
  ASSERT_NE(title_field, nullptr);
  EXPECT_EQ(ui::focused(), title_field->id);
  const std::size_t before = state.library().cards().size();
  EXPECT_TRUE(run("Duplicate this agreement"));
  EXPECT_EQ(state.library().cards().size(), before + 1);
  EXPECT_TRUE(run("Archive this agreement"));
  EXPECT_TRUE(state.is_archived(state.agreement()->id));
  EXPECT_TRUE(run("Keep the data in this browser"));
  EXPECT_TRUE(run("Keep the data in this browser no longer"));
  EXPECT_FALSE(run("Start from From nothing"));
  EXPECT_TRUE(run("Start from nothing"));
}

TEST(PaletteEntries, NewPartsComeOneAtATime) {
  Page page;
  page.give({{"a.sla.json", samples::agreement_json()}});
  std::vector<app::PaletteEntry> entries = app::palette_entries(page.tab.state());
  std::size_t added = 0;
  for (const app::PaletteEntry& entry : entries) {
    if (entry.name.compare(0, 5, "Add: ") != 0) continue;
    const agreement::Agreement before = *page.tab.state().agreement();
    entry.run(page.tab.state());
    EXPECT_FALSE(*page.tab.state().agreement() == before) << entry.name;
    EXPECT_FALSE(page.tab.state().editor().form().empty()) << entry.name;
    ++added;
  }
  EXPECT_EQ(added, 10u);
}

}  // namespace
}  // namespace leadpact::screens::testing
