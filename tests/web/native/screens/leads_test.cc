// From a number to its leads, and from a lead to its working, by role and name.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/scoring/period_index.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;
using Which = app::LeadList::Which;

constexpr const char* kResponse = "All other MQLs contacted within 4 business hours";

// The first node of the role whose name begins so.
std::string named(Role role, const std::string& beginning) {
  for (const ui::Node& node : ui::tree()) {
    if (node.role == role && node.name.rfind(beginning, 0) == 0 && !node.hidden) return node.name;
  }
  return "";
}

void open_promise(Page& page, const std::string& title) {
  page.press("Try the example");
  page.press(title);
}

std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items;
  const ui::Tree& tree = ui::tree();
  for (const ui::Node& node : tree) {
    if (node.role != Role::listitem || node.parent < 0) continue;
    if (tree[static_cast<std::size_t>(node.parent)].name == list) items.push_back(node.name);
  }
  return items;
}

TEST(Leads, ANumberOfThePeriodsOpensItsLeads) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    open_promise(page, kResponse);
    EXPECT_TRUE(page.says("Press a number to see its leads"));
    const std::string failed = named(Role::link, "Failed ");
    ASSERT_NE(failed, "") << page.view.outline();
    ASSERT_TRUE(page.view.activate(Role::link, failed));
    page.draw();
    // "Failed 9, September 2026"
    const std::string number = failed.substr(7, failed.find(',') - 7);
    const std::string period = failed.substr(failed.find(',') + 2);
    const std::string heading = named(Role::heading, "Failed in " + period + ": " + number);
    ASSERT_NE(heading, "") << page.view.outline();
    EXPECT_EQ(page.view.find(Role::heading, heading)->id, ui::focused()) << size.name;
    const std::vector<std::string> rows = page.rows(std::string("Leads of ") + kResponse);
    EXPECT_EQ(rows.size(), std::stoul(number));
    EXPECT_TRUE(page.says("late by "));
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

TEST(Leads, ALeadShowsItsDaysItsArithmeticAndItsCells) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[3]}) {
    Page page(size);
    open_promise(page, kResponse);
    ASSERT_TRUE(page.view.activate(Role::link, named(Role::link, "Failed ")));
    page.draw();
    const std::string lead = page.rows(std::string("Leads of ") + kResponse).front();
    page.press(lead);
    EXPECT_TRUE(page.view.find(Role::button, lead)->expanded);
    EXPECT_TRUE(page.says(" = due ")) << page.view.outline();
    const std::vector<std::string> days = items_of("Its days");
    ASSERT_FALSE(days.empty());
    std::string all;
    for (const std::string& day : days)
      all += day + "\n";
    for (const char* word : {"open ", "counted ", "late ", "start ", "due "})
      EXPECT_NE(all.find(word), std::string::npos) << word << " in " << all;
    for (const data::Field& field : page.tab.state().agreement()->datasets[0].fields)
      EXPECT_NE(named(Role::text, field.column + ": "), "") << field.column;
    EXPECT_TRUE(page.says("As it stands in leads.csv, line "));
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
    page.press(lead);
    EXPECT_FALSE(page.says("As it stands in "));
  }
}

TEST(Leads, ThoseLeftOutSayWhy) {
  Page page;
  page.press("Try the example");
  const auto& lines = page.tab.state().view()->commitments;
  std::size_t told = 0;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    page.tab.state().toggle_row(row);
    page.draw();
    const std::string left_out = named(Role::link, "Left out ");
    if (!left_out.empty()) {
      ASSERT_TRUE(page.view.activate(Role::link, left_out));
      page.draw();
      const std::string why = named(Role::text, "Left out: ");
      ASSERT_NE(why, "") << page.view.outline();
      // The counts add up to what is listed.
      std::size_t sum = 0;
      for (std::size_t at = 0; at < why.size(); ++at) {
        const bool begins =
            at >= 2 && why[at - 1] == ' ' && (why[at - 2] == ':' || why[at - 2] == ',');
        if (begins && why[at] >= '0' && why[at] <= '9') sum += std::stoul(why.substr(at));
      }
      EXPECT_EQ(sum, page.tab.state().leads().found()) << why;
      EXPECT_EQ(page.faults(), std::vector<std::string>());
      ++told;
    }
    page.tab.state().toggle_row(row);
    page.draw();
  }
  EXPECT_GT(told, 0u);
}

TEST(Leads, AreSavedForASpreadsheet) {
  app::FakeStore store;
  Page page(store);
  open_promise(page, kResponse);
  for (const char* which : {"Failed ", "Pending ", "Left out "}) {
    const std::string number = named(Role::link, which);
    if (number.empty()) continue;
    ASSERT_TRUE(page.view.activate(Role::link, number));
    page.draw();
    const std::size_t found = page.tab.state().leads().found();
    page.press("Save list as CSV");
    ASSERT_FALSE(store.downloads.empty());
    const app::Request& given = store.downloads.back();
    EXPECT_EQ(given.name, "All-other-MQLs-contacted-within-4-business-hours-leads.csv");
    EXPECT_EQ(static_cast<std::size_t>(std::count(given.bytes.begin(), given.bytes.end(), '\n')),
              found + 1)
        << number;
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << number;
  }
  EXPECT_GE(store.downloads.size(), 2u);
}

TEST(Leads, ChipsPeriodsSearchAndOrder) {
  Page page;
  open_promise(page, kResponse);
  const std::string table = std::string("Leads of ") + kResponse;
  ASSERT_TRUE(page.view.set_value(Role::combobox, "Period of the leads", "March 2026"));
  page.draw();
  const std::string met = named(Role::toggle, "Met, ");
  ASSERT_NE(met, "");
  ASSERT_TRUE(page.view.activate(Role::toggle, met));
  page.draw();
  EXPECT_TRUE(page.view.find(Role::toggle, met)->checked);
  EXPECT_EQ(page.rows(table).size(), 50u);
  page.press("Show more leads");
  EXPECT_EQ(page.rows(table).size(), 100u);
  page.type("Search", "TESS");
  EXPECT_FALSE(page.rows(table).empty());
  EXPECT_LT(page.tab.state().leads().found(), 100u);
  for (const app::LeadItem& item : page.tab.state().leads().items())
    EXPECT_EQ(item.owner, "Tess Romero");
  page.type("Search", "nobody at all");
  EXPECT_TRUE(page.says("None has that in it."));
  page.type("Search", "");
  ASSERT_TRUE(page.view.activate(Role::toggle, named(Role::toggle, "Failed, ")));
  page.draw();
  ASSERT_TRUE(page.view.set_value(Role::combobox, "Order", "By how late"));
  page.draw();
  const std::vector<app::LeadItem>& items = page.tab.state().leads().items();
  ASSERT_FALSE(items.empty());
  for (const app::LeadItem& item : items)
    EXPECT_EQ(item.by.rfind("late by ", 0), 0u) << item.by;
  // Pressed again it closes.
  ASSERT_TRUE(page.view.activate(Role::toggle, named(Role::toggle, "Failed, ")));
  page.draw();
  EXPECT_TRUE(page.rows(table).empty());
}

TEST(Leads, OfTheOldestPeriodStayWhenTheScoreIsOfALaterTime) {
  Page page;
  page.press("Try the example");
  page.type("As of", "2026-02-10");
  page.press(kResponse);
  ASSERT_TRUE(page.view.set_value(Role::combobox, "Period of the leads", "January 2026"));
  page.draw();
  ASSERT_TRUE(page.view.activate(Role::toggle, named(Role::toggle, "Met, ")));
  page.draw();
  page.type("As of", "");
  EXPECT_NE(named(Role::heading, "Met in January 2026: "), "") << page.view.outline();
}

TEST(Leads, ARuleThatFailsIsNamed) {
  Page page;
  open_promise(page, "75 % of MQLs fit our customer profile");
  ASSERT_TRUE(page.view.activate(Role::link, named(Role::link, "Failed ")));
  page.draw();
  const std::string table = "Leads of 75 % of MQLs fit our customer profile";
  ASSERT_FALSE(page.rows(table).empty());
  page.press(page.rows(table).front());
  EXPECT_TRUE(page.says("Does not fulfil what this promise asks"));
  EXPECT_FALSE(items_of("What it fails by").empty());
}

TEST(Leads, PromisesOfEntriesListThem) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.press("Try the example");
    const agreement::Agreement& agreement = *page.tab.state().agreement();
    std::string title;
    for (const agreement::Commitment& each : agreement.commitments) {
      if (each.measure.kind == agreement::Kind::checkins && title.empty()) title = each.title;
    }
    page.press(title);
    EXPECT_NE(named(Role::heading, "Entries of "), "");
    EXPECT_FALSE(page.says("Press a number to see its"));
    const std::string value = named(Role::link, "Value ");
    ASSERT_NE(value, "") << page.view.outline();
    ASSERT_TRUE(page.view.activate(Role::link, value));
    page.draw();
    const std::string number = value.substr(6, value.find(',') - 6);
    EXPECT_EQ(page.rows("Entries of " + title).size(), std::stoul(number));
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

// Every number of the example's scorecard, as a list.
TEST(Leads, ListsHaveAsManyLeadsAsTheNumbersSay) {
  Page page;
  page.press("Try the example");
  app::State& state = page.tab.state();
  const scoring::Scorecard& card = state.desk().scored()->card;
  std::size_t lists = 0;
  for (std::size_t row = 0; row < card.commitments.size() + card.goals.size(); ++row) {
    const bool goal = row >= card.commitments.size();
    const scoring::CommitmentScore& score =
        goal ? card.goals[row - card.commitments.size()] : card.commitments[row];
    const auto& list = goal ? state.agreement()->goals : state.agreement()->commitments;
    const agreement::Kind kind = list[goal ? row - card.commitments.size() : row].measure.kind;
    if (kind == agreement::Kind::checkins || kind == agreement::Kind::manual) continue;
    state.toggle_row(row);
    const auto found = [&](std::size_t period, Which which) {
      state.leads().show(period, which);
      while (state.leads().has_work())
        state.work();
      ++lists;
      return state.leads().found();
    };
    for (std::size_t period = 0; period < score.periods.size(); ++period) {
      const scoring::PeriodScore& each = score.periods[period];
      EXPECT_EQ(found(period, Which::all),
                each.population + each.pending.value_or(0) + each.left_out.value_or(0))
          << score.id;
      EXPECT_EQ(found(period, Which::met), each.met.value_or(0)) << score.id;
      EXPECT_EQ(found(period, Which::failed), each.failed.value_or(0)) << score.id;
      EXPECT_EQ(found(period, Which::pending), each.pending.value_or(0)) << score.id;
      EXPECT_EQ(found(period, Which::left_out), each.left_out.value_or(0)) << score.id;
    }
    EXPECT_EQ(found(scoring::kWithoutAt, Which::all), score.without_at) << score.id;
    state.toggle_row(row);
  }
  EXPECT_GT(lists, 300u);
}

TEST(Leads, OtherDataTakeTheListWithThem) {
  Page page;
  open_promise(page, kResponse);
  ASSERT_TRUE(page.view.activate(Role::link, named(Role::link, "Failed ")));
  page.draw();
  const std::string table = std::string("Leads of ") + kResponse;
  page.press(page.rows(table).front());
  page.type("As of", "2026-03-31");
  EXPECT_EQ(page.tab.state().leads().open(), std::nullopt);
  EXPECT_EQ(page.faults(), std::vector<std::string>());
  page.tab.state().remove_file(0);
  page.draw();
  EXPECT_TRUE(page.rows(table).empty());
  EXPECT_EQ(page.tab.state().leads().items().size(), 0u);
}

}  // namespace
}  // namespace leadpact::screens::testing
