// The document of the agreement: numbers that lead to their fields, words
// looked for, parts dragged to another place.
#include "core/exchange/document.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/templates.h"
#include "core/agreement/thresholds.h"
#include "core/agreement/wording.h"
#include "imgui.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

Page& with_template(Page& page, const char* name = "inbound") {
  page.tab.state().start_from_template(name);
  page.draw();
  return page;
}

const ui::Node* item_of(const Page& page, const std::string& title) {
  return page.view.find(Role::button, "Promise: " + title);
}

// The button in the item of that title whose name begins so.
const ui::Node* link_in(const Page& page, const std::string& title, const std::string& begins) {
  const ui::Node* item = item_of(page, title);
  if (item == nullptr) return nullptr;
  for (const ui::Node& node : ui::tree()) {
    if (node.role == Role::button && node.parent == item->parent &&
        node.name.compare(0, begins.size(), begins) == 0) {
      return &node;
    }
  }
  return nullptr;
}

// A document with more in it than one frame has time to measure.
void open_large(Page& page) {
  agreement::Agreement large =
      exchange::read_json(agreement::find_template("inbound")->json).value().agreement;
  for (agreement::Commitment& each : large.commitments) {
    for (int i = 0; i < 1800; ++i)
      each.detail += "long words ";
  }
  large.summary = large.commitments.front().detail;
  page.tab.give({{"large.sla.json", exchange::write_json(large)}});
  page.tab.state().go(app::Screen::agreement);
}

std::size_t sections_drawn(const Page& page) {
  std::size_t count = 0;
  for (const char* title : {"1. Summary and parties", "6. Commitments", "10. Signatures"})
    count += page.has(Role::heading, title) ? 1U : 0U;
  return count;
}

TEST(LargeDocument, ComesOverSomeFramesFromItsTop) {
  Page page;
  open_large(page);
  page.view.draw();
  EXPECT_EQ(sections_drawn(page), 1U);
  EXPECT_TRUE(ui::animating());
  for (int i = 0; i < 10; ++i)
    page.view.draw();
  EXPECT_EQ(sections_drawn(page), 3U);
  // Once there, it stays.
  page.take("commitments[1]");
  page.view.draw();
  EXPECT_EQ(sections_drawn(page), 3U);
}

TEST(LargeDocument, IsThereAtOnceWhenAPartOfItIsToBeSeen) {
  Page page;
  open_large(page);
  page.tab.state().show_section("Reviews");
  page.view.draw();
  EXPECT_EQ(sections_drawn(page), 3U);
}

TEST(Numbers, LeadToTheirFields) {
  Page page;
  with_template(page);
  const auto& all = page.tab.state().agreement()->commitments;
  std::size_t pressed = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ui::Node* link = link_in(page, all[i].title, "Change ");
    ASSERT_NE(link, nullptr) << all[i].title;
    const std::string name = link->name;
    page.view.act({link->id, ui::ActionKind::activate, {}});
    page.draw();
    EXPECT_EQ(page.tab.state().editor().selected(), "commitments[" + std::to_string(i) + "]");
    // The field has the keyboard, and its value is in the sentence.
    const auto focused = [] {
      for (const ui::Node& node : ui::tree()) {
        if (node.id == ui::focused()) return node;
      }
      return ui::Node();
    }();
    EXPECT_EQ(focused.role, Role::textbox) << name << " " << focused.name;
    ++pressed;
  }
  EXPECT_GT(pressed, 5u);
}

TEST(Numbers, AreTheWordsOfAFieldInEveryTemplate) {
  for (const agreement::Template& each : agreement::templates()) {
    Page page;
    with_template(page, std::string(each.name).c_str());
    app::State& state = page.tab.state();
    const auto paper = state.editor().paper();
    std::size_t spans = 0;
    for (const agreement::PaperSection& section : paper->sections) {
      for (const agreement::Block& block : section.blocks) {
        std::size_t end = 0;
        for (const agreement::Span& span : block.spans) {
          EXPECT_GE(span.begin, end) << block.text;
          EXPECT_LT(span.begin, span.end) << block.text;
          ASSERT_LE(span.end, block.text.size()) << block.text;
          end = span.end;
          state.select_part(app::part_of(block.place));
          const app::FormField* field = state.editor().field_of(span.key);
          ASSERT_NE(field, nullptr) << block.place << " " << span.key;
          EXPECT_EQ(span.key.compare(0, field->key.size(), field->key), 0)
              << span.key << " " << field->key;
          ++spans;
        }
      }
    }
    EXPECT_GE(spans, each.name == "blank" ? 0u : 4u) << each.name;
  }
}

// Not only those of promises: hours, the threshold, points, weights.
TEST(Numbers, OfHoursThresholdPointsAndWeightsLeadToTheirFields) {
  Page page;
  with_template(page);
  app::State& state = page.tab.state();
  state.select_part("commitments[0]");
  state.set_field("weight", "7");
  page.take("");
  std::string points = agreement::digits(state.agreement()->lead_scoring.rules[0].points);
  const auto week = state.agreement()->calendars[0].week;
  points = (points.front() == '-' ? "" : "+") + points;
  const std::vector<std::pair<std::string, std::string>> all = {
      {"Change 7", "Weight in the score"},
      {"Change " + week[0].from + " to " + week[0].to, "Monday"},
      {"Change " + agreement::digits(agreement::thresholds_of(*state.agreement())[0].points),
       "Threshold"},
      {"Change " + points, "Points"}};
  for (const auto& [link, field] : all) {
    page.take("");
    std::vector<std::uint32_t> ids;
    for (const ui::Node& node : ui::tree()) {
      if (node.role == Role::button && node.name == link) ids.push_back(node.id);
    }
    bool led = false;  // others may be called alike
    for (const std::uint32_t id : ids) {
      page.take("");
      page.view.act({id, ui::ActionKind::activate, {}});
      page.draw();
      const ui::Node* there = page.view.find(Role::textbox, field);
      led = led || (there != nullptr && ui::focused() == there->id);
    }
    EXPECT_TRUE(led) << link << " " << ids.size();
  }
}

TEST(Numbers, ChangedInTheirFieldChangeInTheSentence) {
  Page page;
  with_template(page);
  const std::string title = page.tab.state().agreement()->commitments[0].title;
  const ui::Node* link = link_in(page, title, "Change ");
  ASSERT_NE(link, nullptr);
  page.view.act({link->id, ui::ActionKind::activate, {}});
  page.draw();
  page.view.act({ui::focused(), ui::ActionKind::set_value, "4321"});
  page.draw();
  EXPECT_NE(link_in(page, title, "Change 4,321"), nullptr) << page.view.outline();
}

TEST(Guide, LeadsToTheFieldThatIsWrong) {
  Page page;
  with_template(page);
  page.take("commitments[0]");
  page.type("Target", "lots");
  page.press("Done with this part");
  const app::GuideItem item = page.tab.state().editor().guide().front();
  ASSERT_TRUE(item.error);
  page.press("Error: " + item.text);
  const ui::Node* field = page.view.find(Role::textbox, "Target");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->value, "lots");
  EXPECT_EQ(ui::focused(), field->id);
}

TEST(Search, CountsThePartsAndGoesThroughThem) {
  Page page;
  with_template(page);
  page.press("Search");
  page.type("Search in this agreement", "response");
  const std::size_t found = page.tab.state().document_search().found().size();
  ASSERT_GT(found, 1u);
  EXPECT_TRUE(page.has(Role::text, "1 of " + std::to_string(found)));
  page.press("Next place");
  EXPECT_TRUE(page.has(Role::text, "2 of " + std::to_string(found)));
  page.press("Previous place");
  page.press("Previous place");
  EXPECT_TRUE(page.has(Role::text, std::to_string(found) + " of " + std::to_string(found)));
  // In sight, and nothing was taken in hand.
  EXPECT_TRUE(page.tab.state().editor().selected().empty());
  page.type("Search in this agreement", "no such words");
  EXPECT_TRUE(page.says("Nothing in it says that."));
  page.press("Close the search");
  EXPECT_FALSE(page.has(Role::textbox, "Search in this agreement"));
}

TEST(Search, KnowsNoCaseOfAnyLetter) {
  Page page;
  with_template(page);
  page.take("commitments[0]");
  page.type("Title", "Größe der Firmen");
  page.press("Search");
  page.type("Search in this agreement", "GRÖßE");
  // The clause that names it is found, too.
  EXPECT_EQ(page.tab.state().document_search().found(),
            (std::vector<std::string>{"commitments[0]", "cancellation"}));
}

TEST(Search, BringsWhatItFoundIntoSight) {
  Page page;
  with_template(page);
  page.press("Search");
  const std::string title = page.tab.state().agreement()->commitments.back().title;
  page.type("Search in this agreement", title);
  const ui::Node* item = item_of(page, title);
  ASSERT_NE(item, nullptr);
  EXPECT_GT(item->rect.y, 0);
  EXPECT_LT(item->rect.y, page.view.input.height);
}

TEST(Past, StandsAtEveryPromiseWithData) {
  Page page;
  page.press("Try the example");
  page.go("Agreement");
  const auto& agreement = *page.tab.state().agreement();
  std::size_t sparks = 0;
  for (const ui::Node& node : ui::tree())
    sparks += node.name.compare(0, 9, "Trend of ") == 0 ? 1u : 0u;
  EXPECT_GE(sparks, agreement.commitments.size());
}

TEST(Past, SaysThatATargetWasNeverReachedOnceNothingIsTyped) {
  Page page;
  page.press("Try the example");
  page.take("commitments[0]");
  page.go("Agreement");
  const auto said = [&] {
    for (const app::GuideItem& item : page.tab.state().editor().guide()) {
      if (item.text.find("was kept in none of the") != std::string::npos &&
          item.select == "commitments[0]") {
        return item;
      }
    }
    return app::GuideItem();
  };
  EXPECT_TRUE(said().text.empty());
  page.type("Target", "90000");
  EXPECT_TRUE(said().text.empty());
  page.tab.wait(1000);
  page.draw();
  EXPECT_NE(said().text.find("the best came to"), std::string::npos) << said().text;
  EXPECT_EQ(said().key, "target");
  page.tab.app().undo();
  page.tab.wait(1000);
  EXPECT_TRUE(said().text.empty());
}

TEST(Ladder, RisesFromTheFirstMissToTheRightToCancel) {
  Page page;
  page.press("Try the example");
  page.go("Agreement");
  const ui::Node* list = page.view.find(Role::list, "What follows");
  ASSERT_NE(list, nullptr);
  std::vector<std::string> steps;
  for (const ui::Node& node : ui::tree()) {
    if (node.role == Role::listitem && node.name.compare(0, 6, "After ") == 0) {
      steps.push_back(node.name);
    }
  }
  const auto& agreement = *page.tab.state().agreement();
  ASSERT_EQ(steps.size(), agreement.escalation.size() + 1);
  EXPECT_NE(steps.back().find("cancel"), std::string::npos);
}

std::vector<std::string> titles(const Page& page, agreement::Team team) {
  std::vector<std::string> all;
  const auto& agreement = *const_cast<Page&>(page).tab.state().agreement();
  for (const auto& each : agreement.commitments) {
    if (each.team == team) all.push_back(each.title);
  }
  return all;
}

// Drags the handle of an item onto another one's lower half.
void drag(Page& page, const std::string& from, const std::string& onto) {
  const ui::Node* item = item_of(page, from);
  ASSERT_NE(item, nullptr) << from;
  page.view.act({item->id, ui::ActionKind::focus, "keyboard"});  // scrolled into sight
  page.draw();
  const ui::Rect start = item_of(page, from)->rect;
  const ui::Rect end = item_of(page, onto)->rect;
  page.view.point({start.x + 6, start.y + 10, 2, 2});
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  page.view.draw();
  page.view.point({start.x + 6, start.y + 30, 2, 2});
  page.view.point({end.x + 6, end.y + end.height - 6, 2, 2});
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  page.draw();
}

TEST(Promises, OfTheTwoTeamsStandBesideEachOtherWhereThereIsRoom) {
  for (const Size& size : kSizes) {
    Page page(size);
    with_template(page);
    const ui::Rect ours = item_of(page, titles(page, agreement::Team::marketing)[0])->rect;
    const ui::Rect theirs = item_of(page, titles(page, agreement::Team::sales)[0])->rect;
    if (size.width > 1900) {
      EXPECT_EQ(ours.y, theirs.y) << size.name;
      EXPECT_GE(theirs.x, ours.x + ours.width) << size.name;
    } else {
      EXPECT_GT(theirs.y, ours.y) << size.name;
      EXPECT_EQ(ours.x, theirs.x) << size.name;
    }
  }
}

TEST(Dragging, MovesAPromiseInItsListAndIsOneStepToUndo) {
  Page page({"tall", 1280, 10500});
  with_template(page);
  const std::vector<std::string> before = titles(page, agreement::Team::sales);
  ASSERT_GT(before.size(), 2u);
  drag(page, before[0], before[1]);
  std::vector<std::string> after = titles(page, agreement::Team::sales);
  EXPECT_EQ(after[0], before[1]);
  EXPECT_EQ(after[1], before[0]);
  EXPECT_EQ(after[2], before[2]);
  page.tab.app().undo();
  EXPECT_EQ(titles(page, agreement::Team::sales), before);
  // Onto itself: nothing happens.
  const std::size_t steps = page.tab.state().editor().history().can_undo() ? 1 : 0;
  drag(page, before[0], before[0]);
  EXPECT_EQ(titles(page, agreement::Team::sales), before);
  EXPECT_EQ(page.tab.state().editor().history().can_undo() ? 1u : 0u, steps);
}

// Between two promises of a team others may stand in the file: each press is
// seen, and is one step to undo.
TEST(Moving, GoesOneVisiblePlaceWithEachPress) {
  Page page({"tall", 1280, 10500});
  with_template(page);
  app::State& state = page.tab.state();
  const std::vector<std::string> before = titles(page, agreement::Team::marketing);
  ASSERT_GT(before.size(), 2u);
  std::size_t index = state.agreement()->commitments.size();
  while (state.agreement()->commitments[--index].title != before.back()) {
  }
  page.take(agreement::Spot{"commitments", index}.place());
  std::vector<std::string> shown = before;
  for (std::size_t at = shown.size() - 1; at > 0; --at) {
    page.press("Move up");
    std::swap(shown[at], shown[at - 1]);
    EXPECT_EQ(titles(page, agreement::Team::marketing), shown);
    EXPECT_LT(item_of(page, shown[at - 1])->rect.y, item_of(page, shown[at])->rect.y);
  }
  const ui::Node* up = page.view.find(Role::button, "Move up");
  ASSERT_NE(up, nullptr);
  EXPECT_TRUE(up->disabled);
  for (std::size_t at = 1; at < before.size(); ++at)
    page.tab.app().undo();
  EXPECT_EQ(titles(page, agreement::Team::marketing), before);
  EXPECT_EQ(state.editor().history().can_undo(), false);
}

TEST(Dragging, OntoAnotherTeamIsNoStep) {
  Page page({"tall", 1280, 10500});
  with_template(page);
  const std::string ours = titles(page, agreement::Team::marketing).back();
  drag(page, ours, titles(page, agreement::Team::sales).back());
  EXPECT_EQ(titles(page, agreement::Team::marketing).back(), ours);
  EXPECT_FALSE(page.tab.state().editor().history().can_undo());
}

TEST(Dragging, OfTheLastToTheFirstPlace) {
  Page page({"tall", 1280, 10500});
  with_template(page);
  const std::vector<std::string> before = titles(page, agreement::Team::marketing);
  ASSERT_GT(before.size(), 1u);
  const ui::Rect first = item_of(page, before.front())->rect;
  const ui::Rect last = item_of(page, before.back())->rect;
  page.view.point({last.x + 6, last.y + 10, 2, 2});
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  page.view.draw();
  page.view.point({last.x + 6, last.y - 20, 2, 2});
  page.view.point({first.x + 6, first.y + 6, 2, 2});
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  page.draw();
  EXPECT_EQ(titles(page, agreement::Team::marketing).front(), before.back());
}

TEST(PaperSize, IsChosenBesidePrint) {
  Page page;
  with_template(page);
  EXPECT_TRUE(page.view.activate(Role::radio, "Letter"));
  page.press("Print");
  EXPECT_EQ(page.tab.state().paper(), exchange::PaperSize::letter);
}

TEST(Signatures, SayWhatIsStillOpen) {
  Page page;
  with_template(page);
  agreement::Agreement whole = *page.tab.state().agreement();
  page.take("commitments[0]");
  EXPECT_FALSE(page.says("Still open:"));
  page.type("Title", "");
  EXPECT_TRUE(page.says("Still open:"));
}

}  // namespace
}  // namespace leadpact::screens::testing
