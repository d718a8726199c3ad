#include <gtest/gtest.h>

#include <set>

#include "tests/web/native/ui/gallery.h"
#include "tests/web/native/ui/headless.h"

namespace leadpact::ui::testing {
namespace {

struct Size {
  const char* name;
  float width, height, scale;
};
class AtEverySize : public ::testing::TestWithParam<Size> {};

INSTANTIATE_TEST_SUITE_P(Sizes, AtEverySize,
                         ::testing::Values(Size{"phone", 390, 844, 1}, Size{"least", 320, 640, 2},
                                           Size{"tablet", 768, 1024, 1.5f},
                                           Size{"laptop", 1280, 800, 1},
                                           Size{"laptop_zoomed", 1280, 800, 1.25f},
                                           Size{"desk", 1920, 1080, 1}),
                         [](const auto& one) { return one.param.name; });

TEST_P(AtEverySize, NothingOverlapsOrSticksOut) {
  Headless page(GetParam().width, GetParam().height, GetParam().scale);
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  page.rest();
  EXPECT_EQ(faults(page.input), std::vector<std::string>{}) << page.outline();
}

TEST_P(AtEverySize, SettlesInFewPassesAndStaysSo) {
  Headless page(GetParam().width, GetParam().height, GetParam().scale);
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  EXPECT_LE(page.draw(), 6);
  EXPECT_EQ(page.draw(), 1);
  page.rest();
  EXPECT_EQ(page.draw(), 1);
  EXPECT_FALSE(animating());
}

TEST(Widgets, EveryControlHasANodeWithANameAndItsOwnId) {
  Headless page;
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  std::set<std::uint32_t> ids;
  for (const Node& node : tree()) {
    EXPECT_TRUE(ids.insert(node.id).second) << node.name;
    const bool unnamed = node.role == Role::group || node.role == Role::row ||
                         node.role == Role::cell || node.role == Role::rowheader ||
                         node.role == Role::banner || node.role == Role::list;
    EXPECT_TRUE(unnamed || !node.name.empty()) << name_of(node.role);
    EXPECT_LT(node.parent, static_cast<std::int32_t>(&node - tree().data()));
  }
}

TEST(Widgets, IdsStayFromFrameToFrameAndWhenTheWindowGrows) {
  Headless page(1280, 800);
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  const std::uint32_t button = page.find(Role::button, "Use these columns")->id;
  const std::uint32_t field = page.find(Role::textbox, "Title")->id;
  page.input.width = 390;
  page.draw();
  EXPECT_EQ(page.find(Role::button, "Use these columns")->id, button);
  EXPECT_EQ(page.find(Role::textbox, "Title")->id, field);
}

TEST(Widgets, ActionsOfTheMirrorComeBackAsUse) {
  Headless page;
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  const struct {
    Role role;
    const char* name;
    const char* pressed;
  } cases[] = {{Role::button, "Undo", "Undo"},
               {Role::button, "Use these columns", "primary"},
               {Role::button, "Keep asking", "secondary"},
               {Role::button, "Not now", "quiet"},
               {Role::link, "Where does this come from?", "link"},
               {Role::toggle, "Keep the data in this browser", "toggle"},
               {Role::radio, "Dark", "segmented"},
               {Role::button, "Save to a file", "banner"},
               {Role::button, "Choose a file", "drop"},
               {Role::button, "Start from a template", "empty"},
               {Role::link, "Show the 12 late leads", "late"}};
  for (const auto& one : cases) {
    gallery.pressed.clear();
    ASSERT_TRUE(page.activate(one.role, one.name)) << one.name;
    page.draw();
    EXPECT_EQ(gallery.pressed, one.pressed);
    gallery.pressed.clear();
    page.draw();
    EXPECT_EQ(gallery.pressed, "") << "used twice: " << one.name;
  }
  EXPECT_FALSE(gallery.on);
  EXPECT_EQ(gallery.segment, 2u);
  ASSERT_TRUE(page.activate(Role::button, "Cannot be used"));
  page.draw();
  EXPECT_EQ(gallery.pressed, "") << "a disabled button was used";
}

TEST(Widgets, TheMouseUsesThemToo) {
  Headless page(1280, 4000);
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  page.click(page.find(Role::button, "Keep asking")->rect);
  EXPECT_EQ(gallery.pressed, "secondary");
  EXPECT_EQ(focused(), page.find(Role::button, "Keep asking")->id);
  page.click(page.find(Role::link, "Data")->rect);
  EXPECT_EQ(gallery.screen, 2u);
  page.draw();
  EXPECT_TRUE(page.find(Role::link, "Data")->current);
}

TEST(Widgets, TextTypedInTheMirrorArrives) {
  Headless page;
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  ASSERT_TRUE(page.set_value(Role::textbox, "Title", "Zürich – 東京"));
  page.draw();
  EXPECT_EQ(gallery.title, "Zürich – 東京");
  EXPECT_EQ(gallery.pressed, "text");
  EXPECT_EQ(page.find(Role::textbox, "Title")->value, "Zürich – 東京");
}

TEST(Widgets, AnErrorReplacesTheHelp) {
  Headless page;
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  EXPECT_EQ(page.find(Role::textbox, "Title")->description, "What people call this agreement.");
  gallery.error = "Write a title.";
  page.draw();
  EXPECT_EQ(page.find(Role::textbox, "Title")->description, "Write a title.");
  EXPECT_TRUE(page.find(Role::textbox, "Title")->invalid);
}

TEST(Select, WorksByKeysAlone) {
  Headless page;
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  const std::uint32_t id = page.find(Role::combobox, "When it came in")->id;
  page.act({id, ActionKind::focus, "keyboard"});
  page.draw();
  page.key(Role::combobox, "When it came in", "ArrowDown");
  page.draw();
  EXPECT_TRUE(page.find(Role::combobox, "When it came in")->expanded);
  ASSERT_NE(page.find(Role::listbox, "When it came in"), nullptr);
  EXPECT_EQ(page.find(Role::combobox, "When it came in")->active,
            page.find(Role::option, "Create date")->id);
  page.key(Role::combobox, "When it came in", "ArrowDown");
  page.key(Role::combobox, "When it came in", "ArrowDown");
  page.draw();
  page.key(Role::combobox, "When it came in", "Enter");
  page.draw();
  page.draw();
  EXPECT_EQ(gallery.column, 2u);
  EXPECT_FALSE(page.find(Role::combobox, "When it came in")->expanded);
  EXPECT_EQ(page.find(Role::listbox), nullptr);
  // The first letters find an option.
  page.key(Role::combobox, "When it came in", "L");
  page.draw();
  page.key(Role::combobox, "When it came in", "Enter");
  page.draw();
  EXPECT_EQ(gallery.column, 1u);
  page.key(Role::combobox, "When it came in", "ArrowDown");
  page.draw();
  page.key(Role::combobox, "When it came in", "End");
  page.key(Role::combobox, "When it came in", "Escape");
  page.draw();
  page.draw();
  EXPECT_EQ(gallery.column, 1u) << "Escape changes nothing";
  EXPECT_EQ(page.find(Role::listbox), nullptr);
}

TEST(Select, TypingNarrowsALongList) {
  Headless page;
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  page.activate(Role::combobox, "Owner");
  page.draw();
  page.key(Role::combobox, "Owner", "5");
  page.key(Role::combobox, "Owner", "7");
  page.draw();
  int options = 0;
  for (const Node& node : tree())
    options += node.role == Role::option ? 1 : 0;
  EXPECT_EQ(options, 1);
  page.key(Role::combobox, "Owner", "Enter");
  page.draw();
  page.draw();
  EXPECT_EQ(page.find(Role::combobox, "Owner")->value, "Column 57");
}

TEST(Select, FindsLettersInAnyCaseOfAnyScript) {
  Headless page;
  const std::vector<std::string> options = {"Ada", "ÖMER", "Ольга"};
  std::size_t chosen = 0;
  page.content = [&] { (void)select("Owner", options, chosen); };
  page.draw();
  for (const auto& [typed, found] : {std::pair{"ö", 1U}, std::pair{"о", 2U}}) {
    page.activate(Role::combobox, "Owner");
    page.draw();
    page.key(Role::combobox, "Owner", typed);
    page.draw();
    page.key(Role::combobox, "Owner", "Enter");
    page.draw();
    page.draw();
    EXPECT_EQ(chosen, found);
  }
}

TEST(Select, WorksByMouseAndClosesByPressingBeside) {
  Headless page(1280, 4000);
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  page.click(page.find(Role::combobox, "When it came in")->rect);
  ASSERT_NE(page.find(Role::option, "E-mail"), nullptr) << page.outline();
  page.click(page.find(Role::option, "E-mail")->rect);
  page.draw();
  EXPECT_EQ(gallery.column, 3u);
  page.click(page.find(Role::combobox, "When it came in")->rect);
  EXPECT_NE(page.find(Role::listbox), nullptr);
  page.click({2, 700, 4, 4});
  page.draw();
  EXPECT_EQ(page.find(Role::listbox), nullptr);
}

TEST(Focus, ScrollsWhatHasItIntoSight) {
  Headless page(1280, 500);
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  const std::uint32_t id = page.find(Role::link, "Show the 12 late leads")->id;
  ASSERT_GT(page.find(Role::link, "Show the 12 late leads")->rect.y, 500);
  page.act({id, ActionKind::focus, "keyboard"});
  page.rest();
  const Rect rect = page.find(Role::link, "Show the 12 late leads")->rect;
  EXPECT_LT(rect.y + rect.height, 500);
  EXPECT_GT(rect.y, 56);
  EXPECT_EQ(focused(), id);
}

TEST(Toast, GoesByItselfAndCanBeUsed) {
  Headless page;
  Gallery gallery;
  gallery.toast = true;
  page.content = [&] { gallery.draw(); };
  page.draw();
  ASSERT_NE(page.find(Role::status, "The file export.csv was taken away."), nullptr);
  EXPECT_GT(wake_in(), 7);
  page.activate(Role::button, "Undo");
  page.draw();
  page.input.time += 9;
  page.draw();
  EXPECT_EQ(page.find(Role::status, "The file export.csv was taken away."), nullptr);
}

TEST(Tables, LeaveOptionalColumnsOutWhereItIsTight) {
  Headless page(700, 900);
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  EXPECT_NE(page.find(Role::columnheader, "Value"), nullptr);
  EXPECT_EQ(page.find(Role::columnheader, "Periods"), nullptr);
}

TEST(Tables, ARowOpensByItsButton) {
  Headless page;
  Gallery gallery;
  page.content = [&] { gallery.draw(); };
  page.draw();
  const char* name =
      "Sales calls every inbound lead within 2 working hours, for 90 % of the leads of a month.";
  ASSERT_TRUE(page.find(Role::button, name)->expanded);
  page.activate(Role::button, name);
  page.draw();
  page.draw();
  EXPECT_FALSE(page.find(Role::button, name)->expanded);
}

}  // namespace
}  // namespace leadpact::ui::testing
