// Lead definitions as people write them, by role and name.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/agreement/edits.h"
#include "core/exchange/document.h"
#include "imgui.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"
#include "web/app/form.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

std::vector<std::string> stage_ids(Page& page) {
  std::vector<std::string> ids;
  for (const agreement::Stage& stage : page.tab.state().agreement()->stages)
    ids.push_back(stage.id);
  return ids;
}
using Ids = std::vector<std::string>;

// The step whose name begins so.
const ui::Node* step(const std::string& name) {
  for (const ui::Node& node : ui::tree()) {
    if (node.role == Role::button && node.name.rfind(name + ", stage ", 0) == 0) return &node;
  }
  return nullptr;
}

void open_example(Page& page) {
  page.press("Try the example");
  page.go("Agreement");
}

TEST(Definitions, BothListsOpenBelowTheCount) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    open_example(page);
    page.take("stages[2]");
    const app::LiveCount count = *page.tab.state().lead_desk().count();
    ASSERT_GT(count.matching, 100u);
    ASSERT_GT(count.just_short, 100u);
    EXPECT_TRUE(page.rows("Those that match").empty());
    page.press("Show those that match");
    EXPECT_EQ(page.rows("Those that match").size(), 50u) << size.name;
    page.press("Show more");
    EXPECT_EQ(page.rows("Those that match").size(), 100u);
    page.press("Show those that match");
    page.press("Show those that fail by one rule");
    EXPECT_EQ(page.rows("Those that fail by one rule").size(), 50u);
    EXPECT_TRUE(page.says("is “Accepted”: is empty")) << page.view.outline();
    EXPECT_TRUE(page.says(" · line "));
  }
}

TEST(Definitions, ValuesOfTheColumnArePressedIntoARule) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    open_example(page);
    page.take("stages[2]");
    const ui::Node* accepted = nullptr;
    for (const ui::Node& node : ui::tree()) {
      if (node.role == Role::toggle && node.name.rfind("Accepted, in ", 0) == 0) accepted = &node;
    }
    ASSERT_NE(accepted, nullptr) << size.name;
    EXPECT_TRUE(accepted->checked);
    std::string other;
    for (const ui::Node& node : ui::tree()) {
      const bool offered =
          node.role == Role::toggle && node.name.find(", in ") != std::string::npos;
      if (offered && !node.checked) other = node.name;
    }
    ASSERT_FALSE(other.empty());
    const auto& criterion = [&]() -> const agreement::Criterion& {
      return page.tab.state().agreement()->stages[2].definition.criteria[1];
    };
    ASSERT_TRUE(page.view.activate(Role::toggle, other));
    page.draw();
    ASSERT_EQ(criterion().values.size(), 2u);
    EXPECT_EQ(criterion().values[1], other.substr(0, other.find(", in ")));
    EXPECT_EQ(page.view.find(Role::textbox, "Any of these values")->value,
              "Accepted\n" + criterion().values[1]);
    ASSERT_TRUE(page.view.activate(Role::toggle, other));
    page.draw();
    EXPECT_EQ(criterion().values, Ids{"Accepted"});
    // Another value may be typed.
    page.type("Any of these values", "Accepted\nperhaps");
    EXPECT_EQ(criterion().values[1], "perhaps");
    EXPECT_TRUE(page.tab.state().editor().valid());
  }
}

// A second export beside the leads, with columns of its own.
agreement::Agreement with_deals() {
  agreement::Agreement agreement =
      exchange::read_json(app::samples::agreement_json()).value().agreement;
  agreement::Dataset deals = agreement.datasets.front();
  deals.id = "deals";
  deals.name = "Deals";
  for (data::Field& field : deals.fields)
    field.key = "deal_" + field.key;
  agreement.datasets.push_back(deals);
  return agreement;
}

TEST(Definitions, AStageMayAskForTheColumnsOfAnyDataItCanUse) {
  const agreement::Agreement base = with_deals();
  const std::string first = base.datasets[0].fields[0].key;
  const std::string second = base.datasets[1].fields[0].key;
  const auto columns = [&](std::vector<std::string> asked) {
    agreement::Agreement agreement = base;
    agreement.stages = {{"s", "Stage", "", {}}};
    for (std::string& key : asked) {
      agreement.stages[0].definition.criteria.push_back(
          {std::move(key), agreement::Op::is_filled, {}});
    }
    std::string keys;
    for (const app::FormField& field : app::form_of(agreement, "stages[0]").fields) {
      if (field.key != "definition.criteria[0].field") continue;
      for (const auto& [key, label] : field.options)
        keys += key + ":" + label + ";";
    }
    return keys;
  };
  const auto has = [](const std::string& keys, const std::string& key) {
    return (";" + keys).find(";" + key + ":") != std::string::npos;
  };
  EXPECT_TRUE(has(columns({first}), first));
  EXPECT_TRUE(has(columns({first}), second));  // one rule alone may become another
  EXPECT_NE(columns({first}).find(" (Deals);"), std::string::npos);
  EXPECT_TRUE(has(columns({first, first}), first));
  EXPECT_FALSE(has(columns({first, first}), second));
  EXPECT_FALSE(has(columns({second, second}), first));
  EXPECT_TRUE(has(columns({first, second}), first));  // in error: all may mend it
  EXPECT_TRUE(has(columns({first, second}), second));
}

TEST(Definitions, WithoutColumnsTheRulesSayWhereTheyComeFrom) {
  agreement::Agreement agreement;
  agreement::add(agreement, "stages");
  const auto says = [&] {
    for (const app::FormField& field : app::form_of(agreement, "stages[0]").fields) {
      if (field.label.find("No columns are known yet") != std::string::npos) return true;
    }
    return false;
  };
  EXPECT_TRUE(says());
  agreement.datasets = with_deals().datasets;
  EXPECT_FALSE(says());
}

TEST(Definitions, AnErrorAnywhereIsSaidWhereTheCountWas) {
  Page page;
  open_example(page);
  page.take("stages[2]");
  EXPECT_FALSE(page.says("Leads are counted again"));
  page.tab.state().set_field("definition.criteria[1].values", "");
  page.draw();
  EXPECT_FALSE(page.tab.state().editor().valid());
  EXPECT_TRUE(page.says("Leads are counted again once"));
}

TEST(Definitions, SixtyStagesStandInTheStrip) {
  Page page({"tall", 1280, 4000});
  page.tab.state().start_from_template("inbound");
  while (page.tab.state().agreement()->stages.size() < 60)
    page.tab.state().add_part("stages");
  page.draw();
  std::size_t steps = 0;
  for (const ui::Node& node : ui::tree())
    steps += node.name.find(" of 60") != std::string::npos ? 1u : 0u;
  EXPECT_EQ(steps, 60u);
  EXPECT_TRUE(page.faults().empty()) << page.faults().front();
}

TEST(Definitions, NumbersAndDatesSayWhereTheyLie) {
  Page page;
  open_example(page);
  page.press("Add a stage");
  page.tab.state().set_field("definition.add", "on");
  page.draw();
  const auto choose = [&](std::string_view field, std::string value) {
    ASSERT_TRUE(page.view.set_value(Role::combobox, field, std::move(value))) << field;
    page.draw();
  };
  choose("Column", "Number of Employees");
  choose("Comparison", "is at least");
  EXPECT_TRUE(page.says("In the loaded data from ")) << page.view.outline();
  page.type("Value", "many");
  EXPECT_TRUE(page.view.find(Role::textbox, "Value")->invalid);
  page.type("Value", "50");
  EXPECT_FALSE(page.view.find(Role::textbox, "Value")->invalid);
  EXPECT_TRUE(page.says(" loaded leads match."));
  choose("Column", "Create Date");
  choose("Comparison", "is before");
  EXPECT_TRUE(page.says("In the loaded data from 2026-01-01 to 2026-"));
  page.type("Value", "2026-02-30");
  EXPECT_TRUE(page.view.find(Role::textbox, "Value")->invalid);
  page.type("Value", "2026-02-20");
  EXPECT_FALSE(page.view.find(Role::textbox, "Value")->invalid);
}

TEST(Definitions, TheStripShowsTheStagesAndTakesOneInHand) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    open_example(page);
    ASSERT_NE(step("Lead"), nullptr) << page.view.outline();
    EXPECT_NE(step("Lead")->name.find(", stage 1 of 4, "), std::string::npos) << step("Lead")->name;
    page.press(step("Sales accepted lead")->name);
    EXPECT_EQ(page.tab.state().editor().selected(), "stages[2]");
    EXPECT_TRUE(step("Sales accepted lead")->current);
  }
}

TEST(Definitions, AStageIsDraggedToItsPlaceAndThatIsOneStepToUndo) {
  Page page;
  open_example(page);
  // Focus brings it into sight.
  page.view.act({step("Sales qualified lead")->id, ui::ActionKind::focus, {}});
  page.draw();
  const ui::Rect from = step("Sales qualified lead")->rect;
  const ui::Rect to = step("Lead")->rect;
  ImGuiIO& io = ImGui::GetIO();
  page.view.point(from);
  io.AddMouseButtonEvent(0, true);
  page.view.draw();
  io.AddMousePosEvent(from.x, to.y + to.height / 2);
  page.view.draw();
  io.AddMousePosEvent(to.x + 3, to.y + to.height / 2);
  page.view.draw();
  io.AddMouseButtonEvent(0, false);
  page.view.draw();
  page.draw();
  EXPECT_EQ(stage_ids(page), (Ids{"sql", "lead", "mql", "sal"}));
  EXPECT_EQ(page.tab.state().editor().selected(), "stages[0]");
  EXPECT_NE(step("Sales qualified lead")->name.find("stage 1 of 4"), std::string::npos);
  page.press("Undo: Order of Stage “Sales qualified lead”");
  EXPECT_EQ(stage_ids(page), (Ids{"lead", "mql", "sal", "sql"}));
}

TEST(Definitions, AStageIsMovedByKeys) {
  Page page;
  open_example(page);
  ASSERT_TRUE(page.view.key(Role::button, step("Lead")->name, "Alt+ArrowRight"));
  page.draw();
  EXPECT_EQ(stage_ids(page), (Ids{"mql", "lead", "sal", "sql"}));
  EXPECT_TRUE(page.has(Role::status, "Lead is stage 2 of 4"));
  page.press("Move up");
  EXPECT_EQ(stage_ids(page), (Ids{"lead", "mql", "sal", "sql"}));
}

TEST(Definitions, StagesOfAPresetAreAddedInOneStep) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.tab.state().start_from_template("blank");
    page.draw();
    EXPECT_EQ(step("Lead"), nullptr);
    page.press("Use the stages INQ, AQL, MQL, SAL, SQL");
    EXPECT_EQ(stage_ids(page), (Ids{"inq", "aql", "mql", "sal", "sql"}));
    EXPECT_TRUE(page.tab.state().editor().valid());
    EXPECT_NE(step("Inquiry"), nullptr);
    // Nothing of it is missing any more, and of the other one nothing either.
    EXPECT_FALSE(page.has(Role::button, "Use the stages INQ, AQL, MQL, SAL, SQL"));
    EXPECT_FALSE(page.has(Role::button, "Use the stages Lead, MQL, SQL"));
    page.press("Undo");
    EXPECT_TRUE(stage_ids(page).empty());
    page.press("Use the stages Lead, MQL, SQL");
    EXPECT_EQ(stage_ids(page), (Ids{"lead", "mql", "sql"}));
    page.press("Done with this part");
    EXPECT_TRUE(page.says("has no rule, so every lead is one"));
  }
}

// ---- Layout at every size ---------------------------------------------------------

enum class Look { matching, just_short, rules, dates, presets };
struct LookCase {
  Look look;
  const char* name;
};
class DefinitionLooks : public ::testing::TestWithParam<std::tuple<LookCase, std::size_t, bool>> {};

TEST_P(DefinitionLooks, NothingOverlapsOrIsCutOff) {
  const auto& [look, size, dark] = GetParam();
  Page page(kSizes[size]);
  page.view.input.dark = dark;
  if (look.look == Look::presets) {
    page.tab.state().start_from_template("blank");
    page.draw();
    page.press("Use the stages INQ, AQL, MQL, SAL, SQL");
  } else {
    open_example(page);
    page.take("stages[2]");
  }
  if (look.look == Look::matching) page.press("Show those that match");
  if (look.look == Look::just_short) page.press("Show those that fail by one rule");
  if (look.look == Look::rules || look.look == Look::dates) {
    page.tab.state().set_field("definition.add_group", "on");
    page.tab.state().set_field("definition.groups[0].add_group", "on");
    const std::string inner = "definition.groups[0].groups[0].criteria[0].";
    page.tab.state().set_field(inner + "field",
                               look.look == Look::rules ? "country" : "created_at");
  }
  if (look.look == Look::rules) {
    page.tab.state().set_field("definition.groups[0].groups[0].criteria[0].op",
                               std::to_string(static_cast<int>(agreement::Op::is)));
  }
  if (look.look == Look::dates) {
    page.tab.state().set_field("definition.groups[0].groups[0].criteria[0].op",
                               std::to_string(static_cast<int>(agreement::Op::before)));
  }
  page.draw();
  page.draw();
  for (const std::string& fault : page.faults())
    ADD_FAILURE() << fault;
}

INSTANTIATE_TEST_SUITE_P(All, DefinitionLooks,
                         ::testing::Combine(::testing::Values(LookCase{Look::matching, "matching"},
                                                              LookCase{Look::just_short,
                                                                       "just_short"},
                                                              LookCase{Look::rules, "rules"},
                                                              LookCase{Look::dates, "dates"},
                                                              LookCase{Look::presets, "presets"}),
                                            every_size(), every_look()),
                         [](const auto& each) {
                           return std::string(std::get<0>(each.param).name) + "_" +
                                  kSizes[std::get<1>(each.param)].name +
                                  (std::get<2>(each.param) ? "_dark" : "");
                         });

}  // namespace
}  // namespace leadpact::screens::testing
