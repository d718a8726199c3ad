// The histogram and its handles.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "imgui.h"
#include "tests/web/native/ui/headless.h"

namespace leadpact::ui::testing {
namespace {

class HistogramTest : public ::testing::Test {
 protected:
  HistogramTest() : page(1000, 700) {
    for (int i = 0; i < 10; ++i) {
      const std::string from = std::to_string(i * 10);
      bars.push_back({i * 10.0, i * 10.0 + 10, i * 5.0, from + " to " + std::to_string(i * 10 + 9),
                      from, std::to_string(i * 5) + " leads"});
    }
    HistogramHandle handle;
    handle.name = "Threshold";
    handle.value = 50;
    handles.push_back(handle);
    page.content = [this] {
      begin_page("Page");
      for (HistogramHandle& each : handles) {
        each.label = std::to_string(static_cast<int>(each.value));
        each.text = each.label + " points";
      }
      if (const auto bar = histogram("Leads", "Points", bars, handles, 220, open)) {
        pressed.push_back(*bar);
      }
      for (int i = 0; i < lines_below; ++i)
        text("A line");
      end_page();
      slides.push_back(handles[0].slide);
    };
    page.draw();
    slides.clear();
  }

  [[nodiscard]] const Node& slider(const char* name = "Threshold") const {
    const Node* found = page.find(Role::slider, name);
    EXPECT_NE(found, nullptr) << name;
    static const Node none;
    return found == nullptr ? none : *found;
  }
  double value() const { return handles[0].value; }
  void key(const char* name) {
    EXPECT_TRUE(page.key(Role::slider, "Threshold", name));
    page.draw();
  }
  void mouse(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    page.draw();
  }
  // To where so many points stand, by way of the scale's own length.
  void to(double points, float dy = 0) {
    const Node* table = page.find(Role::table, "Leads");
    const float left = table->rect.x + 14, width = table->rect.width - 28;
    page.point(
        {left + width * static_cast<float>(points / 100) - 1, table->rect.y + 100 + dy, 2, 2});
  }
  int count(Slide slide) const {
    return static_cast<int>(std::count(slides.begin(), slides.end(), slide));
  }

  Headless page;
  std::vector<HistogramBar> bars;
  std::vector<HistogramHandle> handles;
  std::vector<Slide> slides;
  int lines_below = 0;
  bool open = false;
  std::vector<std::size_t> pressed;
};

TEST_F(HistogramTest, SaysWhatStandsUnderTheMouse) {
  EXPECT_EQ(hinted(), "");
  to(34);
  EXPECT_EQ(hinted(), "30 to 39: 15 leads");
}

TEST_F(HistogramTest, IsReadAsATableAndItsHandleAsASlider) {
  std::vector<std::string> said;
  for (const Node& node : tree()) {
    if (node.role == Role::rowheader || node.role == Role::cell) said.push_back(node.name);
  }
  ASSERT_EQ(said.size(), 20u);
  EXPECT_EQ(said[18], "90 to 99");
  EXPECT_EQ(said[19], "45 leads");
  EXPECT_EQ(slider().value, "50 points");
  EXPECT_EQ(slider().now, 50);
  EXPECT_EQ(slider().low, 0);
  EXPECT_EQ(slider().high, 100);
  EXPECT_TRUE(slider().focusable);
}

TEST_F(HistogramTest, KeysMoveTheHandleWithinTheScale) {
  const struct {
    const char* key;
    double value;
  } steps[] = {{"ArrowRight", 51}, {"ArrowUp", 52},  {"ArrowLeft", 51}, {"ArrowDown", 50},
               {"PageUp", 60},     {"PageDown", 50}, {"End", 100},      {"ArrowRight", 100},
               {"Home", 0},        {"PageDown", 0},  {"q", 0}};
  for (const auto& step : steps) {
    key(step.key);
    EXPECT_EQ(value(), step.value) << step.key;
  }
  // One off the scale comes back step by step, and does not jump.
  handles[0].value = 130;
  page.draw();
  EXPECT_EQ(slider().high, 130);
  key("ArrowUp");
  EXPECT_EQ(value(), 130);
  key("ArrowLeft");
  EXPECT_EQ(value(), 129);
}

TEST_F(HistogramTest, ADragMovesAndSaysWhereItBeganAndEnded) {
  to(50);
  mouse(true);
  EXPECT_EQ(value(), 50);
  EXPECT_EQ(count(Slide::rests), 1);
  to(63);
  EXPECT_NEAR(value(), 63, 1);
  to(71, 300);  // beside the chart: it is held all the same
  EXPECT_NEAR(value(), 71, 1);
  to(140);
  EXPECT_EQ(value(), 100);
  EXPECT_GE(count(Slide::moves), 3);
  EXPECT_EQ(count(Slide::rests), 1);
  mouse(false);
  EXPECT_EQ(count(Slide::rests), 2);
  slides.clear();
  to(20);
  EXPECT_EQ(value(), 100);
  EXPECT_EQ(count(Slide::moves) + count(Slide::rests), 0);
  EXPECT_EQ(focused(), slider().id);
}

TEST_F(HistogramTest, PressingTheChartBringsTheNearestHandle) {
  HistogramHandle second;
  second.name = "Second";
  second.value = 90;
  handles.push_back(second);
  page.draw();
  to(20);
  mouse(true);
  mouse(false);
  page.draw();
  EXPECT_NEAR(value(), 20, 1);
  EXPECT_EQ(handles[1].value, 90);
  to(75);
  mouse(true);
  mouse(false);
  page.draw();
  EXPECT_NEAR(value(), 20, 1);
  EXPECT_NEAR(handles[1].value, 75, 1);
  EXPECT_EQ(slider("Second").value, std::to_string(static_cast<int>(handles[1].value)) + " points");
}

TEST_F(HistogramTest, BarsThatOpenArePressedAndMoveNoHandle) {
  open = true;
  page.draw();
  const auto click = [&] {
    mouse(true);
    mouse(false);
    page.draw();
  };
  to(34);
  click();
  EXPECT_EQ(pressed, std::vector<std::size_t>{3});
  EXPECT_EQ(value(), 50);
  to(50);  // below the handle, too
  click();
  ASSERT_EQ(pressed.size(), 2u);
  EXPECT_EQ(value(), 50);
  to(4);
  click();
  EXPECT_EQ(pressed.size(), 2u) << "nothing is in the first";
  EXPECT_TRUE(page.has(Role::rowheader, "0 to 9"));
  ASSERT_TRUE(page.activate(Role::button, "90 to 99: 45 leads"));
  page.draw();
  EXPECT_EQ(pressed.back(), 9u);
  // The handle is still dragged, and brought where its band is pressed.
  const float left = page.find(Role::table, "Leads")->rect.x + 14;
  const Rect grip = slider().rect;
  page.click({left + 200, grip.y + grip.height / 2, 2, 2});
  page.draw();
  EXPECT_NEAR(value(), 100 * 201 / (page.find(Role::table, "Leads")->rect.width - 28), 1);
  EXPECT_EQ(pressed.size(), 3u);
  EXPECT_TRUE(faults(page.input).empty());
}

TEST_F(HistogramTest, AFingerOnTheHandleDragsItAndDoesNotScroll) {
  lines_below = 80;
  page.draw();
  page.draw();
  const float before = page.find(Role::table, "Leads")->rect.y;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  to(50);
  mouse(true);
  to(60, 40);
  to(80, 90);
  EXPECT_NEAR(value(), 80, 1);
  EXPECT_EQ(page.find(Role::table, "Leads")->rect.y, before);
  mouse(false);
  // Elsewhere on the chart it scrolls, and moves no handle.
  const double left_at = value();
  to(20, 60);
  mouse(true);
  to(20, 0);
  to(20, 0);
  EXPECT_LT(page.find(Role::table, "Leads")->rect.y, before);
  mouse(false);
  EXPECT_EQ(value(), left_at);
}

TEST_F(HistogramTest, WithoutBarsThereIsNothingToHold) {
  bars.clear();
  page.draw();
  EXPECT_EQ(page.find(Role::slider), nullptr);
}

}  // namespace
}  // namespace leadpact::ui::testing
