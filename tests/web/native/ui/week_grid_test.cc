// The week grid by mouse, finger and key.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "imgui.h"
#include "tests/web/native/ui/headless.h"
#include "web/ui/ui.h"

namespace leadpact::ui::testing {
namespace {

class WeekGrid : public ::testing::Test {
 protected:
  explicit WeekGrid(float width = 800) : page(width, 600) {
    page.content = [this] {
      begin_page("Page");
      for (const WeekPaint& each : week_grid("Opening hours", open))
        painted.push_back(each);
      for (int i = 0; tall && i < 100; ++i)
        text("More of the page");
      end_page();
    };
    page.draw();
  }

  // The middle of a cell.
  [[nodiscard]] Rect cell(std::string_view day, int slot) const {
    const Rect& row = page.find(Role::slider, day)->rect;
    const float width = (row.width - 44) / 48;
    return {row.x + 44 + static_cast<float>(slot) * width, row.y, width, row.height};
  }
  void move(const Rect& to) {
    ImGui::GetIO().AddMousePosEvent(to.x + to.width / 2, to.y + to.height / 2);
    page.draw();
    page.draw();
  }
  void button(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    page.draw();
    page.draw();
  }
  void drag(const Rect& from, const Rect& to) {
    move(from);
    button(true);
    move(to);
    button(false);
  }
  void key(std::string value) {
    const auto day = std::find_if(tree().begin(), tree().end(), [](const Node& node) {
      return node.role == Role::slider && node.current;
    });
    ASSERT_NE(day, tree().end());
    page.act({day->id, ActionKind::key, std::move(value)});
    page.draw();
    page.draw();
  }
  void focus(std::string_view day) {
    page.act({page.find(Role::slider, day)->id, ActionKind::focus, "keyboard"});
    page.draw();
  }
  [[nodiscard]] const Node& in_hand() const {
    const Node* found = page.find(Role::slider);
    for (const Node& node : tree()) {
      if (node.role == Role::slider && node.current) found = &node;
    }
    return *found;
  }
  [[nodiscard]] std::string last() const {
    if (painted.empty()) return "";
    const WeekPaint& p = painted.back();
    return std::to_string(p.first) + "-" + std::to_string(p.last) + " " + std::to_string(p.from) +
           "-" + std::to_string(p.to) + (p.open ? " open" : " closed") +
           (p.goes_on ? " goes on" : "");
  }

  Headless page;
  std::vector<WeekSpan> open = {{0, 540, 1020}, {1, 525, 720}};
  std::vector<WeekPaint> painted;
  bool tall = false;
};

TEST_F(WeekGrid, EachDayIsASliderThatSaysItsHours) {
  const Node* monday = page.find(Role::slider, "Monday");
  ASSERT_NE(monday, nullptr);
  EXPECT_EQ(monday->value, "09:00, open");
  EXPECT_EQ(monday->description, "Open 09:00 to 17:00");
  EXPECT_TRUE(monday->current);
  EXPECT_EQ(page.find(Role::slider, "Tuesday")->description, "Open 08:45 to 12:00");
  EXPECT_EQ(page.find(Role::slider, "Sunday")->description, "Closed all day");
  EXPECT_EQ(page.find(Role::slider, "Sunday")->value, "09:00, closed");
  EXPECT_FALSE(page.find(Role::slider, "Sunday")->current);
  EXPECT_EQ(faults(page.input), std::vector<std::string>{});
}

TEST_F(WeekGrid, TheMousePaintsWhatTheFirstCellWasNot) {
  drag(cell("Monday", 24), cell("Monday", 25));
  EXPECT_EQ(last(), "0-0 720-780 closed");
  drag(cell("Friday", 20), cell("Wednesday", 18));
  EXPECT_EQ(last(), "2-4 540-630 open");
  // A cell that is open in part is opened.
  drag(cell("Tuesday", 17), cell("Tuesday", 17));
  EXPECT_EQ(last(), "1-1 510-540 open");
  EXPECT_EQ(painted.size(), 3u);
  EXPECT_EQ(in_hand().name, "Tuesday");
}

TEST_F(WeekGrid, AStrokeBeyondTheGridEndsAtItsEdge) {
  const Rect saturday = cell("Saturday", 40);
  drag(saturday, {saturday.x + 2000, saturday.y + 3000, 1, 1});
  EXPECT_EQ(last(), "5-6 1200-1440 open");
}

TEST_F(WeekGrid, WhileOnePaintsItIsSaidWhat) {
  move(cell("Monday", 18));
  EXPECT_TRUE(page.has(Role::text, "Monday 09:00, open"));
  button(true);
  move(cell("Tuesday", 19));
  EXPECT_TRUE(page.has(Role::text, "Monday to Tuesday 09:00 to 10:00: closed"));
  button(false);
}

TEST_F(WeekGrid, PressingTheNameOfADayPaintsNothing) {
  const Rect& row = page.find(Role::slider, "Friday")->rect;
  drag({row.x + 4, row.y + 4, 10, 10}, {row.x + 10, row.y + 4, 10, 10});
  EXPECT_TRUE(painted.empty());
  EXPECT_EQ(in_hand().name, "Friday");
}

TEST_F(WeekGrid, AFingerThatMovesSidewaysPaintsAndOneThatMovesDownScrolls) {
  tall = true;
  page.rest();
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  const Rect from = cell("Wednesday", 18);
  drag(from, cell("Wednesday", 21));
  EXPECT_EQ(last(), "2-2 540-660 open");
  EXPECT_EQ(cell("Wednesday", 18).y, from.y) << "the page did not move";
  drag(from, {from.x, from.y - 60, from.width, from.height});
  EXPECT_EQ(painted.size(), 1u);
  EXPECT_LT(cell("Wednesday", 18).y, from.y);
}

TEST_F(WeekGrid, ATapOpensOneCellAndAFingerThatMovedDownNone) {
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  drag(cell("Saturday", 20), cell("Sunday", 20));
  EXPECT_TRUE(painted.empty());
  drag(cell("Saturday", 20), cell("Saturday", 20));
  EXPECT_EQ(last(), "5-5 600-630 open");
}

TEST_F(WeekGrid, KeysMoveTheCellAndSpaceTurnsIt) {
  focus("Monday");
  key("ArrowRight");
  EXPECT_EQ(in_hand().value, "09:30, open");
  EXPECT_TRUE(page.has(Role::text, "Monday 09:30, open"));
  key(" ");
  EXPECT_EQ(last(), "0-0 570-600 closed");
  key("ArrowDown");
  EXPECT_EQ(in_hand().name, "Tuesday");
  EXPECT_EQ(focused(), in_hand().id);
  key("Home");
  EXPECT_EQ(in_hand().value, "00:00, closed");
  key("ArrowLeft");
  EXPECT_EQ(in_hand().value, "00:00, closed");
  key("End");
  EXPECT_EQ(in_hand().value, "23:30, closed");
  EXPECT_EQ(in_hand().now, 47);
  key("Enter");
  EXPECT_EQ(last(), "1-1 1410-1440 open");
  for (int i = 0; i < 9; ++i)
    key("ArrowDown");
  EXPECT_EQ(in_hand().name, "Sunday");
  EXPECT_EQ(painted.size(), 2u);
}

TEST_F(WeekGrid, ShiftAndArrowsPaintOnAsOneStroke) {
  focus("Wednesday");
  key(" ");
  EXPECT_EQ(last(), "2-2 540-570 open");
  open.push_back({2, 540, 570});
  page.draw();
  key("Shift+ArrowRight");
  EXPECT_EQ(last(), "2-2 540-600 open goes on");
  open.back().to = 600;
  key("Shift+ArrowDown");
  EXPECT_EQ(last(), "2-3 570-600 open goes on");
  key("ArrowUp");
  key("Shift+ArrowLeft");
  EXPECT_EQ(last(), "2-2 540-600 open") << "after a move it is another stroke";
  // From a closed cell it closes.
  focus("Tuesday");
  key("Home");
  key("Shift+End");
  EXPECT_EQ(last(), "1-1 0-1440 closed");
}

TEST_F(WeekGrid, SeveralKeysOfOneFrameFollowEachOther) {
  focus("Saturday");
  const std::uint32_t id = page.find(Role::slider, "Saturday")->id;
  page.act({id, ActionKind::key, " "});
  page.act({id, ActionKind::key, " "});
  page.draw();
  ASSERT_EQ(painted.size(), 2u);
  EXPECT_TRUE(painted[0].open);
  EXPECT_FALSE(painted[1].open);
}

TEST_F(WeekGrid, AScreenReadersPressTurnsTheCell) {
  page.activate(Role::slider, "Monday");
  page.draw();
  EXPECT_EQ(last(), "0-0 540-570 closed");
}

TEST_F(WeekGrid, WhatWasBegunBeforeItWentAwayPaintsNothing) {
  move(cell("Monday", 30));
  button(true);
  const auto content = page.content;
  page.content = [] {};
  button(false);
  page.content = content;
  page.draw();
  page.draw();
  EXPECT_TRUE(painted.empty());
}

class NarrowWeekGrid : public WeekGrid {
 protected:
  NarrowWeekGrid() : WeekGrid(320) {}
};

TEST_F(NarrowWeekGrid, FitsAndIsLargeEnoughToHit) {
  EXPECT_EQ(faults(page.input), std::vector<std::string>{});
  EXPECT_GE(page.find(Role::slider, "Monday")->rect.height, 32);
  EXPECT_LE(page.find(Role::slider, "Monday")->rect.width, 320);
  drag(cell("Monday", 0), cell("Monday", 47));
  EXPECT_EQ(last(), "0-0 0-1440 open");
}

}  // namespace
}  // namespace leadpact::ui::testing
