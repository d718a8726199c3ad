// The level that rises, the bar in a cell, and parts taken away as pictures.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/web/native/ui/headless.h"
#include "web/ui/ui.h"

namespace leadpact::ui {
namespace {

WaterfallLines lines() {
  WaterfallLines made;
  made.label = "By the end of";
  made.actual = "So far";
  made.pace = "Pace";
  made.target = "Target: at least 4";
  made.projection = "At this rate";
  made.target_at = 4;
  made.projected = 6;
  return made;
}

std::vector<WaterfallStep> steps(std::size_t count) {
  std::vector<WaterfallStep> made;
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = static_cast<double>(i);
    WaterfallStep& step = made.emplace_back();
    step.label = std::to_string(i + 1) + " Mar";
    step.pace = std::to_string(i);
    step.pace_at = value;
    if (i * 2 > count) continue;
    step.actual = std::to_string(i);
    step.actual_at = value;
  }
  return made;
}

TEST(WaterfallChart, IsReadOutAsATable) {
  testing::Headless view;
  view.content = [] { waterfall("Leads", lines(), steps(4)); };
  view.draw();
  std::vector<std::string> heads, cells;
  std::size_t rows = 0;
  for (const Node& node : tree()) {
    if (node.role == Role::columnheader) heads.push_back(node.name);
    if (node.role == Role::cell) cells.push_back(node.name);
    rows += node.role == Role::row ? 1u : 0u;
  }
  EXPECT_EQ(heads, (std::vector<std::string>{"By the end of", "So far", "Pace"}));
  EXPECT_EQ(cells, (std::vector<std::string>{"0", "0", "1", "1", "2", "2", "", "3"}));
  EXPECT_EQ(rows, 5u);
  EXPECT_TRUE(testing::faults(view.input).empty());
}

TEST(WaterfallChart, SaysWhatStandsUnderTheMouse) {
  testing::Headless view;
  view.content = [] {
    begin_page("Page");
    waterfall("Leads", lines(), steps(4));
    end_page();
  };
  view.draw();
  EXPECT_EQ(hinted(), "");
  const Rect chart = view.find(Role::table, "Leads")->rect;
  const auto at = [&](float share) {
    view.point({chart.x + chart.width * share, chart.y + 60, 2, 2});
    return std::string(hinted());
  };
  EXPECT_EQ(at(0.5f), "2 Mar: So far 1, Pace 1");
  EXPECT_EQ(at(0.95f), "4 Mar: Pace 3") << "nothing is there yet";
  view.point({chart.x, chart.y + chart.height + 40, 2, 2});
  EXPECT_EQ(hinted(), "");
}

TEST(WaterfallChart, AStepIsPressedByMouseAndFromItsTable) {
  testing::Headless view;
  std::vector<std::size_t> pressed;
  view.content = [&] {
    auto all = steps(4);
    for (const std::size_t i : {1u, 2u})
      all[i].opens = std::to_string(i) + " leads";
    begin_page("Page");
    if (const auto step = waterfall("Leads", lines(), all)) pressed.push_back(*step);
    end_page();
  };
  view.draw();
  EXPECT_TRUE(view.has(Role::rowheader, "1 Mar")) << "nothing to open";
  const Node* button = view.find(Role::button, "3 Mar: 2 leads");
  ASSERT_NE(button, nullptr) << view.outline();
  EXPECT_TRUE(button->focusable);
  const Rect second = view.find(Role::button, "2 Mar: 1 leads")->rect;
  view.point(second);
  EXPECT_EQ(hinted(), "2 Mar: 1 leads, So far 1, Pace 1");
  view.click(second);
  view.draw();
  EXPECT_EQ(pressed, std::vector<std::size_t>{1});
  ASSERT_TRUE(view.activate(Role::button, "3 Mar: 2 leads"));
  view.draw();
  EXPECT_EQ(pressed, (std::vector<std::size_t>{1, 2}));
  EXPECT_TRUE(testing::faults(view.input).empty());
}

TEST(WaterfallChart, ADayOfManyIsLargeEnoughToBeHit) {
  testing::Headless view(320, 640);
  view.content = [] {
    auto all = steps(100);
    for (WaterfallStep& step : all)
      step.opens = "1 lead";
    begin_page("Page");
    waterfall("Leads", lines(), all);
    end_page();
  };
  view.draw();
  EXPECT_EQ(testing::faults(view.input), std::vector<std::string>());
}

TEST(Sparks, SayWhatStandsUnderTheMouse) {
  testing::Headless view;
  view.content = [] {
    begin_page("Page");
    spark("Trend",
          {{90, true, Tone::normal, "January 90"},
           {0, false, Tone::normal, "February no data"},
           {95, true, Tone::normal, "March 95"}},
          92, true, 120);
    end_page();
  };
  view.draw();
  EXPECT_EQ(hinted(), "");
  const Rect spark = view.find(Role::image, "Trend")->rect;
  const auto at = [&](float x) {
    view.point({spark.x + x, spark.y + 10, 2, 2});
    return std::string(hinted());
  };
  EXPECT_EQ(at(5), "January 90");
  EXPECT_EQ(at(60), "February no data");
  EXPECT_EQ(at(114), "March 95");
}

TEST(LineCharts, SayWhatStandsUnderTheMouse) {
  testing::Headless view;
  view.content = [] {
    LineChart chart;
    chart.high = 10;
    chart.values = {0.0, 50.0, 100.0};
    chart.rows = {{"0 h", "0 %"}, {"5 h", "50 %"}, {"10 h", "100 %"}};
    begin_page("Page");
    line_chart("In time", chart);
    end_page();
  };
  view.draw();
  EXPECT_EQ(hinted(), "");
  const Rect chart = view.find(Role::table, "In time")->rect;
  const auto at = [&](float share) {
    view.point({chart.x + chart.width * share, chart.y + 60, 2, 2});
    return std::string(hinted());
  };
  EXPECT_EQ(at(0.01f), "0 h: 0 %");
  EXPECT_EQ(at(0.45f), "5 h: 50 %");
  EXPECT_EQ(at(0.98f), "10 h: 100 %");
}

TEST(BarChart, SaysWhatStandsUnderTheMouse) {
  testing::Headless view;
  view.content = [] {
    begin_page("Page");
    bars("Months", {{"January", "96.0 %", 96, true}, {"February", "", 0, false}}, 90, true);
    end_page();
  };
  view.draw();
  const Rect chart = view.find(Role::table, "Months")->rect;
  view.point({chart.x + 30, chart.y + 80, 2, 2});
  EXPECT_EQ(hinted(), "January: 96.0 %");
  view.point({chart.x + 180, chart.y + 80, 2, 2});
  EXPECT_EQ(hinted(), "February: no data");
}

TEST(WaterfallChart, TakesWhateverValuesThereAre) {
  testing::Headless view(320, 600);
  for (const double value : {0.0, -5.0, 1e300, -1e300, 1e-300, 3.5e9}) {
    for (const std::size_t count : {0u, 1u, 100u}) {
      view.content = [&] {
        auto all = steps(count);
        for (WaterfallStep& step : all) {
          if (step.actual_at) step.actual_at = *step.actual_at + value;
          step.second_at = value;
        }
        WaterfallLines made = lines();
        made.second = "Failed so far";
        made.second_projected = value;
        waterfall("Leads", made, all);
      };
      view.draw();
      EXPECT_TRUE(testing::faults(view.input).empty());
    }
  }
}

TEST(Meter, SaysItsValueInWords) {
  testing::Headless view;
  view.content = [] {
    meter("95.0 %", 0.95, Tone::success, 0.9);
    meter("–", 0, Tone::accent);
    meter("300 %", 3, Tone::danger, 7);
  };
  view.draw();
  for (const char* text : {"95.0 %", "–", "300 %"})
    EXPECT_TRUE(view.has(Role::text, text)) << text;
}

TEST(Picture, OfWhatIsFarDownComesIntoSightFirst) {
  testing::Headless view(800, 600);
  bool wanted = false;
  std::optional<Rect> taken;
  view.content = [&] {
    begin_page("Page");
    for (int i = 0; i < 60; ++i)
      text("A line.");
    begin_picture("Chart");
    waterfall("Leads", lines(), steps(10), 200);
    const auto at = end_picture(wanted);
    if (at) {
      taken = at;
      wanted = false;
    }
    end_page();
  };
  view.draw();
  EXPECT_FALSE(taken);
  wanted = true;
  view.draw();
  view.draw();
  ASSERT_TRUE(taken);
  const Node* chart = view.find(Role::table, "Leads");
  ASSERT_NE(chart, nullptr);
  EXPECT_GE(taken->height, chart->rect.height);
  EXPECT_GE(taken->y, 0);
  EXPECT_LE(taken->y + taken->height, 600);
  EXPECT_NEAR(taken->y, chart->rect.y - 4, 24);
}

}  // namespace
}  // namespace leadpact::ui
