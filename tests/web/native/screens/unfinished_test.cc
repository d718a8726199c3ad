// What cannot be stored in the agreement is not lost by a reload.
#include "imgui.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens {
namespace {

using app::FakeStore;
using testing::Page;
using ui::Role;

app::GivenFile agreement_file(const std::string& title = "Small agreement",
                              const std::string& id = "small-1") {
  return {"small.sla.json", app::samples::agreement_json(title, id)};
}

TEST(UnfinishedPage, ADraftIsInItsFieldAgain) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file()});
    page.go("Agreement");
    page.take("commitments[0]");
    page.type("Target", "lots");
    page.take("commitments[1]");
    page.tab.wait(1000);
  }
  Page later(store);
  later.tab.wait(1000);
  later.draw();
  later.take("commitments[0]");
  const ui::Node* field = later.view.find(Role::textbox, "Target");
  ASSERT_NE(field, nullptr) << later.view.outline();
  EXPECT_EQ(field->value, "lots");
  EXPECT_TRUE(field->invalid);
  EXPECT_EQ(later.tab.state().agreement()->commitments[0].target, 20);
  // Mended, it is no draft any more, also not in the store.
  later.type("Target", "25");
  later.tab.wait(1000);
  EXPECT_TRUE(store.named.empty());
}

TEST(UnfinishedPage, WhatNoFileHoldsIsSaidWhenSaving) {
  Page page;
  page.give({agreement_file()});
  page.go("Agreement");
  page.press("Save to file");
  EXPECT_FALSE(page.says("Not all of it is in the file"));
  page.take("commitments[0]");
  page.type("Target", "lots");
  page.take("cancellation");
  page.type("After how many missed periods in a row", "three");
  for (int i = 0; i < 2; ++i)
    page.press("Save to file");
  // At once, wherever on the page one is.
  EXPECT_TRUE(page.says("to save. Not all of it is in the file.")) << page.view.outline();
  EXPECT_TRUE(
      page.says("It lacks Target (Promise) “lots” and After how many missed periods in a "
                "row (Right to cancel) “three”."))
      << page.view.outline();
  EXPECT_EQ(page.tab.state().notices().size(), 1u);
}

TEST(UnfinishedPage, WhatIsSaidOfAFileIsInSightWhereOneScrolledDown) {
  Page page;
  page.give({agreement_file()});
  page.go("Agreement");
  page.view.point({500, 400, 1, 1});
  for (int i = 0; i < 10; ++i) {
    ImGui::GetIO().AddMouseWheelEvent(0, -3);
    page.draw();
  }
  ASSERT_LT(page.view.find(Role::heading, "Agreement")->rect.y, 0);
  page.go("Home");
  std::string text = app::samples::agreement_json("Another agreement", "small-2");
  text.replace(text.find("\"limit\": \""), 10, "\"limit\": \"soon ");
  page.give({{"other.sla.json", text}});
  page.draw();
  ASSERT_FALSE(page.tab.state().notices().empty()) << page.view.outline();
  const ui::Node* notice = page.view.find(Role::alert, page.tab.state().notices()[0].title);
  ASSERT_NE(notice, nullptr) << page.view.outline();
  EXPECT_GE(notice->rect.y, 56) << page.view.outline();
}

TEST(UnfinishedPage, DaysOffThatWereNotAddedAreThereAgain) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file()});
    page.go("Agreement");
    page.tab.state().add_part("calendars");
    page.draw();
    page.type("Add days off", "03/04/2026 perhaps");
    page.tab.wait(1000);
  }
  Page later(store);
  later.tab.wait(1000);
  later.draw();
  EXPECT_TRUE(later.says("Days off are written there and not added yet."));
  later.take("calendars[0]");
  EXPECT_EQ(later.view.find(Role::textbox, "Add days off")->value, "03/04/2026 perhaps");
  later.type("Add days off", "");
  later.take("");
  EXPECT_FALSE(later.says("not added yet"));
  later.tab.wait(1000);
  EXPECT_TRUE(store.named.empty());
}

TEST(UnfinishedPage, DraftsOfRowsAreInTheGuideAfterAReload) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file()});
    page.go("Agreement");
    page.tab.state().add_part("lead_scoring.rules");
    page.draw();
    page.type("Points", "ten");
    page.take("cancellation");
    page.type("After how many missed periods in a row", "three");
    page.tab.wait(1000);
  }
  Page later(store);
  later.tab.wait(1000);
  later.take("");
  EXPECT_TRUE(later.says("Points: “ten” is no number")) << later.view.outline();
  EXPECT_TRUE(later.says("“three” is no number"));
  later.tab.wait(1000);
  EXPECT_EQ(store.named.size(), 1u);
}

TEST(UnfinishedPage, AToastSaysWhatWentWithAPromise) {
  Page page;
  page.give({agreement_file()});
  page.go("Agreement");
  page.take("escalation[0]");
  page.tab.state().set_field("commitments/m1", "on");
  page.take("cancellation");
  page.tab.state().set_field("missed_in_a_row", "3");
  page.tab.state().set_field("notice", "30 days");
  page.tab.state().set_field("commitments/m1", "on");
  page.take("commitments[0]");
  page.press("Remove this part");
  EXPECT_TRUE(
      page.says("Promise removed, and with it 1 escalation step for it alone and the right "
                "to cancel, which named it alone."))
      << page.view.outline();
  EXPECT_EQ(page.tab.state().agreement()->cancellation.notice, "30 days");
  page.press("Undo");
  EXPECT_EQ(page.tab.state().agreement()->cancellation.missed_in_a_row, 3);
  EXPECT_EQ(page.tab.state().agreement()->escalation.size(), 1u);
}

TEST(UnfinishedPage, GoalMathsAreThereAgainForTheirAgreement) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file()});
    page.go("Agreement");
    page.tab.state().open_beside(app::State::Beside::goal_maths);
    page.draw();
    page.type("Average deal", "12345");
    page.type("Working days a month", "about twenty");
    page.tab.app().hidden();  // closed at once
    page.tab.settle();
  }
  Page later(store);
  later.tab.wait(1000);
  later.tab.state().open_beside(app::State::Beside::goal_maths);
  later.draw();
  EXPECT_EQ(later.view.find(Role::textbox, "Average deal")->value, "12,345");
  const ui::Node* days = later.view.find(Role::textbox, "Working days a month");
  EXPECT_EQ(days->value, "about twenty");
  EXPECT_TRUE(days->invalid);
  later.give({agreement_file("Another", "small-2")});
  EXPECT_TRUE(later.tab.state().goal_desk().texts().empty());
  later.tab.wait(1000);
  later.tab.state().open_agreement("small-1");
  later.tab.wait(1000);
  EXPECT_EQ(later.tab.state().goal_desk().texts().size(), 2u);
  EXPECT_EQ(store.named.size(), 1u);
}

TEST(UnfinishedPage, OpenedAgainInTheSameTabItIsThereToo) {
  FakeStore store;
  Page page(store);
  page.give({agreement_file()});
  page.take("commitments[0]");
  page.go("Agreement");
  page.type("Target", "lots");
  page.tab.wait(1000);
  page.give({agreement_file()});
  EXPECT_EQ(page.tab.state().editor().drafts().size(), 1u);
}

TEST(UnfinishedPage, ForeignRecordsDoNoHarm) {
  FakeStore store;
  {
    Page page(store);
    page.give({agreement_file()});
    page.tab.wait(1000);
  }
  store.named["unfinished/small-1"] =
      "draft\tcommitments#gone\ttarget\tTarget\tNo.\tx\ndraft\tcommitments#m1\tnone\tT\tNo.\tx\n"
      "draft\t\xff\t\t\t\t\ngoal\tnonsense\t1\n";
  Page later(store);
  later.tab.wait(1000);
  EXPECT_TRUE(later.tab.state().editor().drafts().empty());
  EXPECT_TRUE(later.tab.state().goal_desk().texts().empty());
  EXPECT_TRUE(store.named.empty());
}

}  // namespace
}  // namespace leadpact::screens
