// Another limit or target tried on past leads, by role and name.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/scoring/backtest.h"
#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"
#include "web/app/format.h"
#include "web/app/what_if_view.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

constexpr const char* kPromise = "All other MQLs contacted within 4 business hours";
constexpr const char* kOpener = "What if: another limit or target";
constexpr const char* kHandle = "Limit to try";

std::size_t index_of(Page& page, const std::string& title) {
  const auto& all = page.tab.state().agreement()->commitments;
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.title == title; }) -
      all.begin());
}

const agreement::Commitment& promise(Page& page, const std::string& title = kPromise) {
  return page.tab.state().agreement()->commitments.at(index_of(page, title));
}

void open(Page& page, const std::string& title = kPromise) {
  page.press("Try the example");
  page.press(title);
  page.press(kOpener);
}

std::string said(const Page& page, const char* handle = kHandle) {
  const ui::Node* node = page.view.find(Role::slider, handle);
  return node == nullptr ? "" : node->value;
}

// The value of all periods together, from a score with that limit.
std::string scored(Page& page, const std::string& limit) {
  agreement::Agreement other = *page.tab.state().agreement();
  const std::size_t index = index_of(page, kPromise);
  other.commitments[index].measure.limit = limit;
  const auto result =
      scoring::score(other, *page.tab.state().desk().loaded(), *page.tab.state().desk().as_of());
  std::uint64_t met = 0, failed = 0;
  for (const auto& period : result.value().card.commitments[index].periods) {
    met += *period.met;
    failed += *period.failed;
  }
  return app::percent_against(scoring::percentage(met, met + failed), 90);
}

TEST(WhatIf, TheHandleSaysWhatWouldHaveBeen) {
  Page page;
  open(page);
  ASSERT_NE(page.view.find(Role::slider, kHandle), nullptr) << page.view.outline();
  EXPECT_EQ(said(page).find("At 4 h of business time, " + scored(page, "4 business hours") +
                            " would have been in time"),
            0u)
      << said(page);
  EXPECT_TRUE(page.says("90 % needs "));
  EXPECT_TRUE(page.says("As agreed, at 4 h of business time: "));
  EXPECT_TRUE(page.view.find(Role::button, "Write this into the promise")->disabled);
  page.view.key(Role::slider, kHandle, "ArrowRight");
  page.draw();
  const std::string limit = page.view.find(Role::textbox, "Limit")->value;
  EXPECT_NE(limit, "4 business hours");
  EXPECT_NE(said(page).find(scored(page, limit)), std::string::npos) << said(page) << limit;
  EXPECT_FALSE(page.view.find(Role::button, "Write this into the promise")->disabled);
  EXPECT_EQ(promise(page).measure.limit, "4 business hours") << "nothing is written yet";
  page.press("Back to what is agreed");
  EXPECT_EQ(page.view.find(Role::textbox, "Limit")->value, "4 business hours");
}

TEST(WhatIf, IsWrittenIntoThePromiseAndUndone) {
  Page page;
  open(page);
  page.type("Limit", "340 business minutes");
  EXPECT_EQ(said(page).find("At 5 h 40 min of business time, "), 0u);
  page.type("Target", "80");
  EXPECT_TRUE(page.says("the target is at least 80 %"));
  EXPECT_TRUE(page.says("80 % needs "));
  page.press("Write this into the promise");
  EXPECT_EQ(promise(page).measure.limit, "340 business minutes");
  EXPECT_EQ(promise(page).target, 80);
  EXPECT_EQ(page.tab.state().editor().history().undo_name(),
            "Limit and target of “" + std::string(kPromise) + "”");
  EXPECT_TRUE(page.says("As agreed, at 5 h 40 min of business time: ")) << "scored anew";
  page.press("Undo");
  EXPECT_EQ(promise(page).measure.limit, "4 business hours");
  EXPECT_EQ(promise(page).target, 90);
  EXPECT_TRUE(page.says("As agreed, at 4 h of business time: "));
}

TEST(WhatIf, WhatIsNeededIsEnoughOnceWritten) {
  Page page;
  open(page);
  const scoring::BackTest& test = page.tab.state().what_if(index_of(page, kPromise))->test();
  const auto needed = test.needed(90);
  ASSERT_TRUE(needed);
  const std::string limit = calendar::write_limit(*test.limit(), *needed);
  EXPECT_TRUE(page.says("90 % needs " + app::limit_words(*test.limit(), *needed))) << limit;
  EXPECT_GE(std::stod(scored(page, limit)), 90);
}

std::size_t number_in(const std::string& name) {
  std::string digits;
  for (const char each : name.substr(name.rfind(": ") + 2)) {
    if (each >= '0' && each <= '9') digits += each;
  }
  return std::stoul(digits);
}

std::vector<std::string> names_of(Role role, const std::string& in, const std::string& part) {
  std::vector<std::string> names;
  for (const ui::Node& node : ui::tree()) {
    if (node.role != role || node.name.find(part) == std::string::npos) continue;
    std::int32_t at = node.parent;
    while (at > 0 && ui::tree()[static_cast<std::size_t>(at)].role != Role::table)
      at = ui::tree()[static_cast<std::size_t>(at)].parent;
    if (at > 0 && ui::tree()[static_cast<std::size_t>(at)].name == in) names.push_back(node.name);
  }
  return names;
}

TEST(WhatIf, EveryBarOpensItsLeads) {
  for (const char* title : {kPromise, "From lead to SQL in 8 days"}) {
    Page page;
    open(page, title);
    const auto& test = page.tab.state().what_if(index_of(page, title))->test();
    const std::vector<std::string> bars = names_of(Role::button, "How long it took", "up to ");
    ASSERT_GT(bars.size(), 2u) << page.view.outline();
    std::size_t all = 0;
    for (const std::string& bar : bars) {
      page.press(bar);
      const app::LeadList& list = page.tab.state().leads();
      ASSERT_NE(list.asked(), nullptr) << bar;
      EXPECT_EQ(list.found(), number_in(bar)) << title << ": " << bar;
      EXPECT_EQ(list.asked()->title, "Took " + bar.substr(0, bar.rfind(": ")));
      all += list.found();
    }
    const auto& shown = page.tab.state().what_if(index_of(page, title))->basis().bars;
    EXPECT_EQ(all, test.done_within(static_cast<std::int64_t>(shown.back().to)));
    EXPECT_EQ(page.faults(), std::vector<std::string>());
  }
}

TEST(WhatIf, EveryPeriodOpensTheLeadsThatWouldBeInTime) {
  Page page;
  open(page);
  page.type("Limit", "340 business minutes");
  const std::vector<std::string> links = names_of(Role::link, "What would have been", "In time, ");
  ASSERT_GT(links.size(), 3u) << page.view.outline();
  for (const std::string& link : links) {
    page.go(link);
    const app::LeadList& list = page.tab.state().leads();
    ASSERT_NE(list.asked(), nullptr);
    EXPECT_EQ(list.found(), number_in(link)) << link;
    EXPECT_EQ(list.asked()->title.rfind("In time at 5 h 40 min of business time, ", 0), 0u)
        << list.asked()->title;
  }
}

TEST(WhatIf, RefusesWhatThePromiseDoesNotCount) {
  Page page;
  open(page);
  page.type("Limit", "3 days");
  const ui::Node* field = page.view.find(Role::textbox, "Limit");
  EXPECT_TRUE(field->invalid);
  EXPECT_EQ(field->description,
            "This promise counts business minutes or hours; write a limit like “4 business "
            "hours”.");
  EXPECT_EQ(said(page).find("At 4 h of business time, "), 0u);
  page.type("Target", "120");
  EXPECT_TRUE(page.view.find(Role::textbox, "Target")->invalid);
  EXPECT_TRUE(page.view.find(Role::button, "Write this into the promise")->disabled);
}

TEST(WhatIf, OfOtherMeasuresTheTargetIsTried) {
  for (const char* title : {"200 MQLs a month", "From lead to SQL in 8 days"}) {
    Page page;
    open(page, title);
    const double before = promise(page, title).target;
    EXPECT_EQ(said(page, "Target to try").find("At a target of at "), 0u) << page.view.outline();
    EXPECT_NE(said(page, "Target to try").find(" months."), std::string::npos);
    EXPECT_EQ(page.view.find(Role::textbox, "Limit"), nullptr);
    page.view.key(Role::slider, "Target to try", "ArrowLeft");
    page.draw();
    page.press("Write this into the promise");
    EXPECT_LT(promise(page, title).target, before);
    EXPECT_EQ(page.tab.state().editor().history().undo_name(),
              "Target of “" + std::string(title) + "”");
    page.press("Undo");
    EXPECT_EQ(promise(page, title).target, before);
  }
}

TEST(WhatIf, IsDrawnWithoutFaultsForEveryPromise) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[3]}) {
    Page page(size);
    page.press("Try the example");
    std::vector<std::string> titles;
    for (const auto& each : page.tab.state().agreement()->commitments)
      titles.push_back(each.title);
    for (std::size_t i = 0; i < titles.size(); i += leadpact::testing::kShare) {
      const std::string& title = titles[i];
      page.press(title);
      page.press(kOpener);
      EXPECT_TRUE(page.has(Role::button, "Write this into the promise")) << title;
      EXPECT_EQ(page.faults(), std::vector<std::string>()) << title << " at " << size.name;
    }
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
