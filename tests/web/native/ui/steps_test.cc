#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "imgui.h"
#include "tests/web/native/ui/headless.h"

namespace leadpact::ui::testing {
namespace {

// A page with a strip of steps that does what is asked of it.
class Steps : public ::testing::Test {
 protected:
  void show(float width = 1280, float height = 800) {
    page.reset();  // one context at a time
    page = std::make_unique<Headless>(width, height);
    page->content = [this] {
      begin_page("Page");
      const StepsUse use = steps("Stages", "stage", all, current);
      if (use.chosen != StepsUse::kNone) current = use.chosen;
      if (use.moved != StepsUse::kNone) {
        const Step moved = all[use.moved];
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(use.moved));
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(use.to), moved);
        ++moves;
      }
      space(3000);
      text("Below");
      end_page();
    };
    page->draw();
    page->rest();
  }
  // The rect of the button whose name begins so.
  Rect at(const std::string& name) const {
    for (const Node& node : tree()) {
      if (node.role == Role::button && node.name.rfind(name + ",", 0) == 0) return node.rect;
    }
    ADD_FAILURE() << name;
    return {};
  }
  std::string order() const {
    std::string text;
    for (const Step& step : all)
      text += step.key;
    return text;
  }
  void drag(const Rect& from, float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    page->point(from);
    io.AddMouseButtonEvent(0, true);
    page->draw();
    for (int i = 1; i <= 4; ++i) {
      const float share = static_cast<float>(i) / 4;
      const float x0 = from.x + from.width / 2, y0 = from.y + from.height / 2;
      io.AddMousePosEvent(x0 + (x - x0) * share, y0 + (y - y0) * share);
      page->draw();
    }
    io.AddMouseButtonEvent(0, false);
    page->draw();
    page->rest();
  }

  std::unique_ptr<Headless> page;
  std::vector<Step> all = {{"a", "Lead", "1,204 leads"},
                           {"b", "Marketing qualified lead", "312 leads"},
                           {"c", "SAL", ""},
                           {"d", "Sales qualified lead", "40 leads"},
                           {"e", "Customer", ""}};
  std::size_t current = StepsUse::kNone;
  int moves = 0;
};

TEST_F(Steps, AreReadAsAListOfButtonsWithTheirPlaces) {
  show();
  const Node* list = page->find(Role::list, "Stages");
  ASSERT_NE(list, nullptr);
  EXPECT_NE(page->find(Role::button, "Lead, stage 1 of 5, 1,204 leads"), nullptr);
  EXPECT_NE(page->find(Role::button, "SAL, stage 3 of 5"), nullptr);
  EXPECT_TRUE(page->find(Role::button, "SAL, stage 3 of 5")->movable);
}

TEST_F(Steps, APressChoosesOne) {
  show();
  page->click(at("SAL"));
  page->rest();
  EXPECT_EQ(current, 2u);
  EXPECT_TRUE(page->find(Role::button, "SAL, stage 3 of 5")->current);
  EXPECT_EQ(moves, 0);
  ASSERT_TRUE(page->activate(Role::button, "Customer, stage 5 of 5"));
  page->draw();
  EXPECT_EQ(current, 4u);
}

TEST_F(Steps, DraggingPutsOneElsewhere) {
  show();
  const Rect sal = at("SAL");
  drag(sal, at("Lead").x + 4, sal.y + sal.height / 2);
  EXPECT_EQ(order(), "cabde");
  drag(at("SAL"), at("Customer").x + at("Customer").width - 4, sal.y + sal.height / 2);
  EXPECT_EQ(order(), "abdec");
  EXPECT_EQ(moves, 2);
  EXPECT_EQ(current, StepsUse::kNone);  // what was dragged was not pressed
}

TEST_F(Steps, DraggingBackOrFarAwayMovesNothing) {
  show();
  const Rect sal = at("SAL");
  drag(sal, sal.x + sal.width / 2 + 8, sal.y + sal.height / 2);
  drag(sal, at("Lead").x + 4, sal.y + 500);
  EXPECT_EQ(order(), "abcde");
  EXPECT_EQ(moves, 0);
}

TEST_F(Steps, TheyWrapWhereItIsNarrowAndAreDraggedBetweenLines) {
  show(390, 844);
  EXPECT_GT(at("Customer").y, at("Lead").y);
  EXPECT_EQ(faults(page->input), std::vector<std::string>{});
  const Rect lead = at("Lead");
  drag(at("Customer"), lead.x + 4, lead.y + lead.height / 2);
  EXPECT_EQ(order(), "eabcd");
}

TEST_F(Steps, AFingerThatGoesDownScrollsAndOneThatGoesSidewaysDrags) {
  show(390, 844);
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  const Rect lead = at("Lead");
  drag(lead, lead.x + lead.width / 2, lead.y - 300);
  EXPECT_EQ(order(), "abcde");
  EXPECT_LT(at("Lead").y, lead.y);  // the page went along
  show(390, 844);
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  const Rect next = at("Marketing qualified lead");
  drag(at("Lead"), next.x + next.width - 2, next.y + next.height / 2 + 4);
  EXPECT_EQ(order(), "bacde");
  EXPECT_EQ(at("Lead").y, lead.y);  // and the page stayed
}

TEST_F(Steps, ArrowKeysGoOnAndWithAltMove) {
  show();
  const auto id_of_step = [&](const std::string& name) {
    for (const Node& node : tree()) {
      if (node.role == Role::button && node.name.rfind(name + ",", 0) == 0) return node.id;
    }
    return 0u;
  };
  page->act({id_of_step("Lead"), ActionKind::focus, {}});
  page->draw();
  ASSERT_TRUE(page->key(Role::button, "Lead, stage 1 of 5, 1,204 leads", "ArrowRight"));
  page->draw();
  EXPECT_EQ(focused(), id_of_step("Marketing qualified lead"));
  ASSERT_TRUE(page->key(Role::button, "Marketing qualified lead, stage 2 of 5, 312 leads",
                        "Alt+ArrowRight"));
  page->draw();
  page->draw();  // in the new order
  EXPECT_EQ(order(), "acbde");
  // It keeps the keyboard where it went.
  EXPECT_EQ(focused(), id_of_step("Marketing qualified lead"));
  ASSERT_TRUE(
      page->key(Role::button, "Marketing qualified lead, stage 3 of 5, 312 leads", "Alt+End"));
  page->draw();
  page->draw();  // in the new order
  EXPECT_EQ(order(), "acdeb");
  ASSERT_TRUE(page->key(Role::button, "Marketing qualified lead, stage 5 of 5, 312 leads",
                        "Alt+ArrowRight"));
  page->draw();
  page->draw();  // in the new order
  EXPECT_EQ(moves, 2);
}

TEST_F(Steps, LongNamesAndAlikeOnesStayApart) {
  all.resize(3);
  all[0] = {"a", "WWWWWWWWWWWWWWWWWWWW of a very long name that nobody wants to read", "1 lead"};
  all[1] = all[2] = {"a", "Twice", ""};
  for (const float width : {320.0f, 390.0f, 1280.0f}) {
    show(width);
    EXPECT_EQ(faults(page->input), std::vector<std::string>{}) << width;
    std::vector<std::uint32_t> ids;
    for (const Node& node : tree())
      ids.push_back(node.id);
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end()) << width;
  }
}

TEST(Chips, AreSwitchesThatSayTheirStateAndWrapAnyLength) {
  for (const float width : {320.0f, 1280.0f}) {
    Headless page(width, 640);
    bool on = false;
    const std::string words(70, 'x');
    page.content = [&] {
      begin_page("Page");
      begin_row(8);
      if (chip("Poland", "412", "Poland, in 412 rows", on)) on = !on;
      if (chip(words, "1", "Long, in 1 row", true)) on = !on;
      end_row();
      end_page();
    };
    page.draw();
    page.rest();
    EXPECT_EQ(faults(page.input), std::vector<std::string>{});
    EXPECT_FALSE(page.find(Role::toggle, "Poland, in 412 rows")->checked);
    page.click(page.find(Role::toggle, "Poland, in 412 rows")->rect);
    page.rest();
    EXPECT_TRUE(on);
    EXPECT_TRUE(page.find(Role::toggle, "Poland, in 412 rows")->checked);
  }
}

}  // namespace
}  // namespace leadpact::ui::testing
