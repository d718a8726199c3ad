// The scorecard's order, its charts and breakdowns, and taking them away, by
// role and name.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

constexpr const char* kDemo = "Demo requests called within 30 business minutes";
constexpr const char* kVolume = "200 MQLs a month";

void choose(Page& page, std::string_view field, std::string value) {
  ASSERT_TRUE(page.view.set_value(Role::combobox, field, std::move(value))) << field << "\n"
                                                                            << page.view.outline();
  page.draw();
}

// The texts of a table's rows, head and all.
std::vector<std::string> cells(std::string_view table, std::string_view row) {
  std::vector<std::string> texts;
  const ui::Tree& tree = ui::tree();
  bool inside = false;
  for (const ui::Node& node : tree) {
    if (node.role == Role::row) {
      inside = node.name == row && node.parent >= 0 &&
               tree[static_cast<std::size_t>(node.parent)].name == table;
    } else if (inside && node.role == Role::text) {
      texts.push_back(node.name);
    } else if (inside && node.role == Role::link) {
      // "Failed, Ada Park: 5", "All of Ada Park"
      const std::size_t colon = node.name.rfind(": ");
      texts.push_back(node.name.substr(colon == std::string::npos ? 7 : colon + 2));
    }
  }
  return texts;
}

TEST(ScorecardOrder, IsChosenAndKept) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.press("Try the example");
    const std::vector<std::string> agreed = page.rows("Promises");
    ASSERT_EQ(agreed.front(), kVolume);
    choose(page, "Sort promises by", "Status, worst first");
    const std::vector<std::string> worst = page.rows("Promises");
    EXPECT_NE(worst, agreed);
    EXPECT_EQ(worst.size(), agreed.size());
    page.go("Home");
    page.go("Scorecard");
    EXPECT_EQ(page.rows("Promises"), worst);
    EXPECT_TRUE(page.faults().empty()) << page.faults().front();
  }
}

TEST(ScorecardFilter, IsSaidAndHasAWayBack) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    Page page(size);
    page.press("Try the example");
    const std::size_t all = page.rows("Promises").size();
    choose(page, "Whose promises", "Sales");
    choose(page, "With status", "Missed");
    const std::size_t shown = page.rows("Promises").size();
    EXPECT_LT(shown, all);
    EXPECT_TRUE(page.says(std::to_string(shown) + " of " + std::to_string(all) +
                          " promises: Sales, missed."))
        << page.view.outline();
    EXPECT_TRUE(page.faults().empty()) << page.faults().front();
    page.press("Show all promises");
    EXPECT_EQ(page.rows("Promises").size(), all);
  }
}

TEST(ScorecardFilter, SaysWhereNothingIsLeft) {
  Page page;
  page.press("Try the example");
  ASSERT_EQ(page.view.find(Role::combobox, "With status")->value, "Any status");
  app::ScoreTable table;
  for (const scoring::Status status : app::kWorstFirst) {
    table.status = status;
    if (app::shown_lines(page.tab.state().view()->commitments, table).empty()) break;
  }
  page.tab.state().set_score_table(table);
  page.draw();
  EXPECT_TRUE(page.rows("Promises").empty());
  EXPECT_TRUE(page.says("0 of "));
  EXPECT_TRUE(page.has(Role::button, "Show all promises"));
}

TEST(PromiseCharts, ShowPeriodsWaterfallAndParts) {
  for (const Size& size : kSizes) {
    Page page(size);
    page.press("Try the example");
    page.press(kDemo);
    EXPECT_TRUE(page.has(Role::table, std::string("Chart of the periods of ") + kDemo));
    const std::string title = std::string(kDemo) + ", day by day: September 2026, so far";
    const ui::Node* chart = page.view.find(Role::table, title);
    ASSERT_NE(chart, nullptr) << page.view.outline();
    EXPECT_TRUE(page.has(Role::columnheader, "Met so far"));
    EXPECT_TRUE(page.has(Role::columnheader, "Failed so far"));
    const std::string parts = std::string(kDemo) + " by Contact owner";
    EXPECT_TRUE(page.has(Role::table, parts)) << page.view.outline();
    EXPECT_GT(page.rows(parts).size(), 1u);
    EXPECT_TRUE(page.faults().empty()) << size.name << ": " << page.faults().front();
  }
}

TEST(PromiseCharts, APeriodAndASplitAreChosen) {
  Page page;
  page.press("Try the example");
  page.press(kDemo);
  choose(page, "Period", "August 2026");
  EXPECT_TRUE(page.has(Role::table, std::string(kDemo) + ", day by day: August 2026"));
  choose(page, "By", "Weekday");
  const std::string weekdays = std::string(kDemo) + " by Weekday";
  const std::vector<std::string> days = page.rows(weekdays);
  ASSERT_GE(days.size(), 5u);
  EXPECT_EQ(days[0], "Monday");
  choose(page, "In this order", "Most first");
  EXPECT_NE(page.rows(weekdays), days);
  choose(page, "By", "Hour");
  EXPECT_EQ(page.view.find(Role::combobox, "In this order")->value, "By name or time");
  choose(page, "Period", "All 9 periods together");
  EXPECT_FALSE(page.has(Role::table, std::string(kDemo) + ", day by day: August 2026"));
  EXPECT_GT(page.rows(std::string(kDemo) + " by Hour").size(), 3u);
}

TEST(PromiseCharts, EveryRowOfTheExampleOpensWithoutAFault) {
  Page page;
  page.press("Try the example");
  const auto& view = *page.tab.state().view();
  const std::size_t rows = view.commitments.size() + view.goals.size();
  for (std::size_t row = 0; row < rows; ++row) {
    page.tab.state().toggle_row(row);
    page.draw();
    EXPECT_TRUE(page.faults().empty()) << row << ": " << page.faults().front();
  }
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(PromiseCharts, TheNumbersOfAPartOpenItsLeads) {
  app::FakeStore store;
  Page page(store);
  page.press("Try the example");
  page.press(kDemo);
  choose(page, "Period", "All 9 periods together");
  const std::string table = std::string(kDemo) + " by Contact owner";
  const std::string leads = std::string("Leads of ") + kDemo;
  const std::string owner = page.rows(table).front();
  const std::vector<std::string> shown = cells(table, owner);
  ASSERT_GE(shown.size(), 5u);
  const std::string failed = shown[4];
  ASSERT_NE(failed, "0") << "the worst comes first";
  page.go("Failed, " + owner + ": " + failed);
  const std::string heading = "Failed, " + owner + ", All 9 periods together: " + failed +
                              (failed == "1" ? " lead" : " leads");
  ASSERT_TRUE(page.has(Role::heading, heading)) << page.view.outline();
  EXPECT_EQ(page.view.find(Role::heading, heading)->id, ui::focused());
  EXPECT_EQ(page.rows(leads).size(), std::stoul(failed));
  for (const app::LeadItem& item : page.tab.state().leads().items()) {
    EXPECT_EQ(item.owner, owner);
    EXPECT_EQ(item.outcome, scoring::Outcome::failed);
  }
  page.press("Save list as CSV");
  EXPECT_EQ(lines_of(store.downloads.back().bytes), 1 + std::stoul(failed));
  page.go("All of " + owner);
  std::size_t all = std::stoul(shown[2]);  // judged; then those pending and left out
  for (std::size_t i = 5; i < shown.size(); ++i)
    all += shown[i].empty() ? 0 : std::stoul(shown[i]);
  EXPECT_EQ(page.tab.state().leads().found(), all);
  EXPECT_TRUE(page.faults().empty()) << page.faults().front();
  // They go with their data; the leads of a period come back by a chip.
  page.tab.state().leads().show(0, app::LeadList::Which::met);
  page.draw();
  EXPECT_FALSE(page.has(Role::heading, heading));
  page.go("Failed, " + owner + ": " + failed);
  page.tab.state().set_as_of("2026-08-01");
  page.draw();
  EXPECT_FALSE(page.has(Role::heading, heading));
  EXPECT_FALSE(page.tab.state().leads().which());
}

// Of "9 Sep: 1,204 leads" the number.
std::size_t number_in(const std::string& name) {
  std::string digits;
  for (const char each : name.substr(name.rfind(": ") + 2)) {
    if (each >= '0' && each <= '9') digits += each;
  }
  return std::stoul(digits);
}

// Of every promise and period of the example: the days' leads are those counted.
TEST(PromiseCharts, EveryDayOpensItsLeads) {
  Page page;
  page.press("Try the example");
  const auto& card = page.tab.state().desk().scored()->card;
  std::size_t opened = 0;
  for (std::size_t row = 0; row < card.commitments.size(); row += leadpact::testing::kShare) {
    page.tab.state().toggle_row(row);
    page.draw();
    const auto& periods = card.commitments[row].periods;
    const std::string title = page.tab.state().view()->commitments[row].title;
    for (const std::size_t back : {0u, 1u}) {
      if (back >= periods.size()) continue;
      page.tab.state().promise_desk().choose_period(back);
      page.draw();
      const std::string chart =
          title + ", day by day: " + page.tab.state().promise_desk().periods()[back];
      std::size_t all = 0;
      const std::vector<std::string> days = page.inside(Role::button, chart);
      for (const std::string& day : days) {
        page.press(day);
        const app::LeadList& list = page.tab.state().leads();
        EXPECT_EQ(list.found(), number_in(day)) << chart << ": " << day;
        EXPECT_EQ(list.asked()->count, list.found());
        all += list.found();
        ++opened;
      }
      if (days.empty()) continue;
      EXPECT_EQ(all, periods[periods.size() - 1 - back].population) << chart;
      EXPECT_TRUE(page.has(Role::heading, page.tab.state().leads().asked()->title + ": " +
                                              days.back().substr(days.back().rfind(": ") + 2)))
          << page.view.outline();
    }
  }
  EXPECT_GT(opened, 100u / leadpact::testing::kShare);
}

TEST(PromiseCharts, ADayIsPressedInTheChart) {
  Page page;
  page.press("Try the example");
  page.press(kDemo);
  const std::string chart = std::string(kDemo) + ", day by day: September 2026, so far";
  const std::vector<std::string> days = page.inside(Role::button, chart);
  ASSERT_FALSE(days.empty());
  page.view.act({page.view.find(Role::button, days[0])->id, ui::ActionKind::focus, {}});
  page.draw();  // in sight
  page.view.click(page.view.find(Role::button, days[0])->rect);
  page.draw();
  const app::AskedLeads* asked = page.tab.state().leads().asked();
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->count, number_in(days[0]));
  EXPECT_EQ(asked->title.rfind("Of " + days[0].substr(0, days[0].find(':')), 0), 0u);
  EXPECT_EQ(page.rows("Leads of " + std::string(kDemo)).size(),
            std::min<std::size_t>(50, asked->count));
  EXPECT_TRUE(page.faults().empty()) << page.faults().front();
}

TEST(PromiseCharts, LongBreakdownsShowTheFirstAndThenAll) {
  Page page;
  page.press("Try the example");
  page.press(kVolume);
  choose(page, "Period", "All 9 periods together");
  choose(page, "By", "Email");
  const std::string table = std::string(kVolume) + " by Email";
  EXPECT_EQ(page.rows(table).size(), 20u);
  page.press("Show all 201");
  EXPECT_EQ(page.rows(table).size(), 201u);
  EXPECT_FALSE(page.has(Role::button, "Show all 201"));
}

struct Kept {
  app::FakeStore store;
  Page page{store};
  Kept() { page.press("Try the example"); }
};

TEST(TakingAway, TheScorecardIsCopiedAsItIsShown) {
  Kept kept;
  choose(kept.page, "Whose promises", "Sales");
  kept.page.press("Copy table");
  ASSERT_EQ(kept.store.copies.size(), 1u);
  const std::string& text = kept.store.copies[0].bytes;
  const std::size_t goals = kept.page.tab.state().view()->goals.size();
  EXPECT_EQ(lines_of(text),
            1 + kept.page.rows("Promises").size() + kept.page.rows("Shared goals").size());
  EXPECT_LE(kept.page.rows("Shared goals").size(), goals);
  EXPECT_EQ(text.rfind("Promise\tId\tKind\tTeam", 0), 0u);
  EXPECT_NE(text.find(std::string(kDemo) + "\tdemo-response\tpromise\tSales"), std::string::npos);
  EXPECT_EQ(text.find(kVolume), std::string::npos);
}

TEST(TakingAway, TheFileHasEveryPeriodAndIsReadByExcel) {
  Kept kept;
  kept.page.press("Save as CSV");
  ASSERT_EQ(kept.store.downloads.size(), 1u);
  const app::Request& file = kept.store.downloads[0];
  EXPECT_NE(file.name.find("-scorecard.csv"), std::string::npos) << file.name;
  EXPECT_EQ(file.bytes.rfind("\xEF\xBB\xBFPromise,Id,Kind,Team", 0), 0u);
  EXPECT_NE(file.bytes.find("demo-response,promise,Sales,2026-01-01,2026-01-31,"),
            std::string::npos);
}

TEST(TakingAway, TheBreakdownIsWhatIsOnTheScreen) {
  Kept kept;
  kept.page.press(kDemo);
  const std::string table = std::string(kDemo) + " by Contact owner";
  kept.page.press("Copy breakdown");
  ASSERT_EQ(kept.store.copies.size(), 1u);
  const std::string& text = kept.store.copies[0].bytes;
  EXPECT_EQ(text.rfind("Contact owner\tValue, %\tLeads\tMet\tFailed\tPending\tLeft out\n", 0), 0u)
      << text;
  const std::vector<std::string> rows = kept.page.rows(table);
  EXPECT_EQ(lines_of(text), 1 + rows.size());
  const std::string first = text.substr(text.find('\n') + 1);
  EXPECT_EQ(first.rfind(rows[0] + "\t", 0), 0u);
  // The figures of the row are those of the line.
  const std::vector<std::string> shown = cells(table, rows[0]);
  ASSERT_GE(shown.size(), 5u);
  std::string after = first.substr(rows[0].size() + 1);
  after = after.substr(after.find('\t') + 1);
  EXPECT_EQ(after.rfind(shown[2] + "\t" + shown[3] + "\t" + shown[4] + "\t", 0), 0u) << after;
  kept.page.press("Save breakdown as CSV");
  ASSERT_EQ(kept.store.downloads.size(), 1u);
  EXPECT_EQ(kept.store.downloads[0].bytes.rfind("\xEF\xBB\xBF", 0), 0u);
}

TEST(TakingAway, APictureIsTakenOnceTheWholeChartIsInSight) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    app::FakeStore store;
    Page page(store, size);
    page.press("Try the example");
    page.press(kDemo);
    page.press("Save chart as picture");
    ASSERT_EQ(store.pictures.size(), 1u) << size.name;
    const app::Request& picture = store.pictures[0];
    EXPECT_EQ(picture.name.substr(picture.name.size() - 4), ".png");
    const ui::Node* chart =
        page.view.find(Role::table, std::string(kDemo) + ", day by day: September 2026, so far");
    ASSERT_NE(chart, nullptr);
    EXPECT_GE(picture.area.height, chart->rect.height);
    EXPECT_GE(picture.area.width, chart->rect.width);
    EXPECT_GE(picture.area.y, 0);
    EXPECT_LE(picture.area.y + picture.area.height, size.height);
    page.press("Save periods as picture");
    EXPECT_EQ(store.pictures.size(), 2u);
  }
}

// The page makes room for it and draws again, as the bridge does.
TEST(TakingAway, APictureOfTheWholeTableIsTakenOfATallerPage) {
  for (const Size& size : {kSizes[0], kSizes[3]}) {
    app::FakeStore store;
    Page page(store, size);
    page.press("Try the example");
    page.press("Save as PNG");
    ASSERT_EQ(store.pictures.size(), 0u) << size.name;
    const float more = ui::picture_room();
    ASSERT_GT(more, 0) << size.name;
    page.view.input.height += more;
    page.view.input.tall = true;
    page.draw();
    EXPECT_EQ(ui::picture_room(), 0);
    ASSERT_EQ(store.pictures.size(), 1u) << size.name;
    const app::Request& picture = store.pictures[0];
    EXPECT_EQ(picture.name.substr(picture.name.size() - 14), "-scorecard.png") << picture.name;
    for (const char* name : {"Promises", "Shared goals"}) {
      const ui::Node* table = page.view.find(Role::table, name);
      ASSERT_NE(table, nullptr);
      EXPECT_GE(table->rect.y, picture.area.y) << name;
      EXPECT_LE(table->rect.y + table->rect.height, picture.area.y + picture.area.height) << name;
      EXPECT_LE(table->rect.x + table->rect.width, picture.area.x + picture.area.width) << name;
    }
    EXPECT_FALSE(page.says("The picture is cut")) << size.name;
    // Where even that is too tall, what there is of it.
    page.view.input.height -= more / 2;
    page.press("Save as PNG");
    EXPECT_EQ(store.pictures.size(), 2u);
    EXPECT_TRUE(page.says("The picture is cut at its end")) << size.name;
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
