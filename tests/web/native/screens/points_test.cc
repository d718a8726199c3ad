// Lead scoring and the two clocks as people use them, by role and name.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/agreement/clauses.h"
#include "core/agreement/thresholds.h"
#include "core/rules/compile.h"
#include "imgui.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"
#include "web/app/format.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

constexpr const char* kHandle = "Threshold of “Marketing qualified lead”";

void open_scoring(Page& page) {
  page.press("Try the example");
  page.go("Agreement");
  page.take("lead_scoring");
}

double threshold(Page& page) {
  return agreement::thresholds_of(*page.tab.state().agreement()).at(0).points;
}

std::string said(const Page& page) {
  const ui::Node* handle = page.view.find(Role::slider, kHandle);
  return handle == nullptr ? "" : handle->value;
}

// The leads of the example with so many points or more, scored one by one.
std::size_t expected(Page& page, double points) {
  const app::State& state = page.tab.state();
  const agreement::Agreement& agreement = *state.agreement();
  rules::Evaluator::View view;
  view.agreement_zone = calendar::Zone::find(agreement.time_zone);
  view.has_as_of = true;
  view.as_of = *state.desk().as_of();
  const data::Table& table = *state.desk().loaded()->tables[0];
  rules::Evaluator evaluator(agreement, agreement.datasets[0], table, view);
  std::size_t count = 0;
  for (const std::uint32_t row : table.kept())
    count += evaluator.lead_scores()[row] >= points ? 1u : 0u;
  return count;
}

TEST(Points, TheHandleMovesByKeysAndTheSentenceFollows) {
  Page page;
  open_scoring(page);
  ASSERT_NE(page.view.find(Role::slider, kHandle), nullptr) << page.view.outline();
  EXPECT_EQ(threshold(page), 50);
  EXPECT_EQ(said(page).substr(0, 15), "50 points: " + app::whole(expected(page, 50)).substr(0, 4));
  EXPECT_TRUE(page.says("“Marketing qualified lead” from 50 points on."));
  page.view.key(Role::slider, kHandle, "PageUp");
  page.draw();
  page.view.key(Role::slider, kHandle, "ArrowRight");
  page.draw();
  EXPECT_EQ(threshold(page), 61);
  EXPECT_EQ(said(page).find("61 points: " + app::whole(expected(page, 61)) + " of "), 0u);
  EXPECT_TRUE(page.says("“Marketing qualified lead” from 61 points on."));
  EXPECT_EQ(page.view.find(Role::textbox, "Threshold")->value, "61");
  page.type("Threshold", "40");
  EXPECT_EQ(said(page).find("40 points: " + app::whole(expected(page, 40)) + " of "), 0u);
  page.type("Threshold", "lots");
  EXPECT_TRUE(page.view.find(Role::textbox, "Threshold")->invalid);
  EXPECT_EQ(threshold(page), 40);
}

TEST(Points, ADragIsOneStepToUndo) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    open_scoring(page);
    // Into sight first, where the page is long.
    const ui::Node* handle = page.view.find(Role::slider, kHandle);
    ASSERT_NE(handle, nullptr) << size.name;
    page.view.act({handle->id, ui::ActionKind::focus, "keyboard"});
    page.draw();
    const auto drag = [&](std::vector<float> steps) {
      ui::Rect at = page.view.find(Role::slider, kHandle)->rect;
      page.view.point(at);
      ImGui::GetIO().AddMouseButtonEvent(0, true);
      page.view.draw();
      for (const float by : steps) {
        at.x += by;
        page.view.point(at);
      }
      ImGui::GetIO().AddMouseButtonEvent(0, false);
      page.draw();
    };
    drag({20, 20, 20});
    const double first = threshold(page);
    EXPECT_GT(first, 55) << size.name;
    drag({-10, -20});
    EXPECT_LT(threshold(page), first);
    EXPECT_TRUE(page.has(Role::button, "Undo: Threshold (Lead scoring)"));
    page.press("Undo: Threshold (Lead scoring)");
    EXPECT_EQ(threshold(page), first);
    page.press("Undo: Threshold (Lead scoring)");
    EXPECT_EQ(threshold(page), 50);
    EXPECT_TRUE(page.has(Role::button, "Nothing to undo"));
    EXPECT_TRUE(page.view.find(Role::button, "Nothing to undo")->disabled);
  }
}

TEST(Points, TheBarsAreReadAsATableOfAllLeads) {
  Page page;
  open_scoring(page);
  std::size_t leads = 0;
  const ui::Node* table = page.view.find(Role::table, "Loaded leads by their points");
  ASSERT_NE(table, nullptr);
  const ui::Tree& tree = ui::tree();
  for (const ui::Node& node : tree) {
    if (node.role != Role::cell) continue;
    const ui::Node& row = tree[static_cast<std::size_t>(node.parent)];
    if (row.parent < 0 || &tree[static_cast<std::size_t>(row.parent)] != table) continue;
    std::string digits;
    for (const char c : node.name) {
      if (c >= '0' && c <= '9') digits += c;
    }
    leads += std::stoul(digits);
  }
  EXPECT_EQ(leads, expected(page, -1e9));
  EXPECT_EQ(leads, page.tab.state().desk().loaded()->tables[0]->kept().size());
}

TEST(Points, ALeadsPointsAreSummedUpRuleByRule) {
  Page page;
  open_scoring(page);
  const auto& rules = page.tab.state().agreement()->lead_scoring.rules;
  const std::string first = page.view.find(Role::textbox, "Which lead")->value;
  ASSERT_EQ(page.rows("Points of " + first).size(), rules.size());
  EXPECT_EQ(page.rows("Points of " + first)[0], rules[0].name);
  EXPECT_TRUE(page.view.find(Role::button, "The lead before")->disabled);
  page.press("The lead after");
  const std::string second = page.view.find(Role::textbox, "Which lead")->value;
  EXPECT_NE(second, first);
  EXPECT_EQ(page.rows("Points of " + second).size(), rules.size());
  EXPECT_TRUE(page.says(" of 50 points: "));
  page.press("The lead before");
  EXPECT_EQ(page.rows("Points of " + first).size(), rules.size());
  page.type("Which lead", second);
  EXPECT_EQ(page.rows("Points of " + second).size(), rules.size());
  page.type("Which lead", "nobody at all");
  const ui::Node* field = page.view.find(Role::textbox, "Which lead");
  EXPECT_TRUE(field->invalid);
  EXPECT_EQ(field->value, "nobody at all");
  EXPECT_EQ(page.rows("Points of " + second).size(), rules.size());
  EXPECT_EQ(page.count(Role::alert), 0u);
}

TEST(Points, TheTableOfPointsStandsInTheDocument) {
  Page page;
  page.press("Try the example");
  page.go("Agreement");
  EXPECT_TRUE(page.has(Role::button, "Scoring rule: Company of 50 to 2,000 people"));
  EXPECT_TRUE(page.has(Role::text, "+20"));
  EXPECT_TRUE(
      page.says("The threshold: “Marketing qualified lead” from 50 points on. A lead can get 130 "
                "points at most."));
  page.press("Lead scoring");
  EXPECT_TRUE(page.has(Role::textbox, "Threshold"));
}

TEST(Points, WithoutDataItIsSaidWhatIsMissing) {
  Page page;
  page.tab.state().start_from_template("inbound");
  page.draw();
  page.take("lead_scoring");
  EXPECT_TRUE(page.says("Give this page your CRM's export on Data"));
  EXPECT_EQ(page.view.find(Role::slider), nullptr);
}

TEST(Points, WithAnErrorInTheAgreementTheyWait) {
  Page page;
  open_scoring(page);
  page.tab.state().select_part("commitments[5]");
  page.tab.state().set_field("measure.limit", "soon");
  page.take("lead_scoring");
  EXPECT_TRUE(page.says("once it is mended, the leads are counted here"));
  EXPECT_EQ(page.view.find(Role::slider), nullptr);
}

TEST(Points, AThresholdIsSetWhereNoStageHasOne) {
  Page page;
  open_scoring(page);
  const std::string mql = page.tab.state().agreement()->stages[1].name;
  page.tab.state().select_part("stages[1]");
  page.tab.state().set_field("definition.criteria[0].remove", "on");
  page.take("lead_scoring");
  EXPECT_EQ(page.view.find(Role::slider), nullptr);
  EXPECT_TRUE(page.has(Role::table, "Loaded leads by their points"));
  EXPECT_TRUE(page.view.set_value(Role::combobox, "Threshold for the stage", mql));
  page.draw();
  EXPECT_TRUE(page.has(Role::button, "Undo: Threshold for the stage (Lead scoring)"));
  EXPECT_EQ(threshold(page), 65);  // half of what can be had
  EXPECT_NE(page.view.find(Role::slider, kHandle), nullptr);
  EXPECT_TRUE(page.tab.state().editor().valid());
}

// ---- Two clocks ------------------------------------------------------------------

TEST(TwoClocks, TheOtherOneIsAddedInTheInspectorAndUndone) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.tab.state().start_from_template("blank");
    page.draw();
    for (const char* clause : {"routing", "inquiry-to-touch"}) {
      page.tab.state().add_clause(clause);
      page.draw();
    }
    page.take("");
    EXPECT_TRUE(page.says("Add the other clock, from “Owner assigned date” on."));
    page.take("commitments[1]");
    page.press("Add the clock from assignment");
    const auto& commitments = page.tab.state().agreement()->commitments;
    ASSERT_EQ(commitments.size(), 3u) << size.name;
    EXPECT_TRUE(page.tab.state().editor().valid());
    EXPECT_TRUE(page.has(Role::button,
                         "Promise: Inquiries answered within 1 business day, from assignment"));
    EXPECT_TRUE(page.says("after “Owner assigned date”"));
    EXPECT_FALSE(page.has(Role::button, "Add the clock from assignment"));
    page.take("");
    EXPECT_FALSE(page.says("Add the other clock, from"));
    page.take("commitments[1]");
    page.press("Undo: Add the clock from assignment (Promise “" +
               page.tab.state().agreement()->commitments[1].title + "”)");
    EXPECT_EQ(page.tab.state().agreement()->commitments.size(), 2u);
    EXPECT_TRUE(page.has(Role::button, "Add the clock from assignment"));
  }
}

// ---- Layout ----------------------------------------------------------------------

enum class Look { scoring, no_threshold, wrong_lead, two_thresholds, no_data, two_clocks };

class PointsLayout : public ::testing::TestWithParam<std::tuple<Look, std::size_t, bool>> {};

void arrange(Page& page, Look look) {
  if (look == Look::no_data || look == Look::two_clocks) {
    page.tab.state().start_from_template(look == Look::no_data ? "inbound" : "blank");
    page.draw();
    if (look == Look::no_data) return page.take("lead_scoring");
    page.tab.state().add_clause("routing");
    page.tab.state().add_clause("inquiry-to-touch");
    return page.draw();
  }
  open_scoring(page);
  if (look == Look::wrong_lead) page.type("Which lead", "nobody of that name is anywhere here");
  if (look == Look::scoring || look == Look::wrong_lead) return;
  if (look == Look::no_threshold) {
    page.tab.state().select_part("stages[1]");
    page.tab.state().set_field("definition.criteria[0].remove", "on");
  } else {
    page.tab.state().select_part("stages[0]");
    page.tab.state().set_field("definition.add", "on");
    page.tab.state().set_field("definition.criteria[0].field", "lead_score");
    page.tab.state().set_field("definition.criteria[0].op",
                               std::to_string(static_cast<int>(agreement::Op::at_least)));
    page.tab.state().set_field("definition.criteria[0].values", "47");
  }
  page.take("lead_scoring");
  const std::size_t handles = look == Look::two_thresholds ? 2 : 0;
  EXPECT_EQ(page.count(Role::slider), handles);
}

TEST(TwoClocks, TheOneThatIsAddedIsWhatOneGoesOnWith) {
  Page page;
  arrange(page, Look::two_clocks);
  const std::string first = page.tab.state().agreement()->commitments[1].title;
  ASSERT_EQ(page.tab.state().editor().selected(), "commitments[1]");
  page.press("Add the clock from assignment");
  ASSERT_EQ(page.tab.state().agreement()->commitments.size(), 3u);
  EXPECT_EQ(page.tab.state().editor().selected(), "commitments[2]");
  const ui::Node* title = page.view.find(Role::textbox, "Title");
  ASSERT_NE(title, nullptr) << page.view.outline();
  EXPECT_EQ(title->value, first + ", from assignment");
  EXPECT_EQ(title->id, ui::focused());
}

TEST_P(PointsLayout, NothingOverlapsOrIsCutOff) {
  const auto& [look, size, dark] = GetParam();
  Page page(kSizes[size]);
  page.view.input.dark = dark;
  arrange(page, look);
  page.draw();
  for (const std::string& fault : page.faults())
    ADD_FAILURE() << fault;
}

INSTANTIATE_TEST_SUITE_P(
    All, PointsLayout,
    ::testing::Combine(::testing::Values(Look::scoring, Look::no_threshold, Look::wrong_lead,
                                         Look::two_thresholds, Look::no_data, Look::two_clocks),
                       every_size(), every_look()));

}  // namespace
}  // namespace leadpact::screens::testing
