#include "web/ui/day_strip.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/web/native/ui/headless.h"

namespace leadpact::ui::testing {
namespace {

std::vector<DayRow> two_weeks() {
  std::vector<DayRow> days;
  for (int i = 0; i < 14; ++i) {
    DayRow& day = days.emplace_back();
    day.name = "Wed " + std::to_string(i + 1) + " Mar";
    day.words = day.name + ": open 9:00 to 17:00";
    if (i % 7 > 4) {
      day.note = i % 7 == 5 ? "closed" : "holiday";
    } else {
      day.bands = {{9, 17, DayLook::pale}, {10, 12, DayLook::solid}, {12, 17, DayLook::hatched}};
    }
  }
  days[2].note = "special hours";
  days[0].points = {{16.6f, "start 16:40", Tone::normal},
                    {16.9f, "stop 16:55", Tone::normal},
                    {17, "due 17:00", Tone::warning}};
  days[7] = {"", "12 more days", "12 more days", {}, {}};
  return days;
}

TEST(DayStrip, IsReadOutDayByDayAtEveryWidth) {
  for (const float width : {320.0f, 390.0f, 1280.0f}) {
    Headless view(width, 900);
    view.content = [] {
      begin_page("Days");
      day_strip("Its days", two_weeks(), 8, 18,
                {{DayLook::pale, "Open"}, {DayLook::hatched, "Late"}});
      end_page();
    };
    view.draw();
    view.rest();
    ASSERT_TRUE(view.has(Role::list, "Its days"));
    EXPECT_TRUE(view.has(Role::listitem, "Wed 1 Mar: open 9:00 to 17:00"));
    EXPECT_TRUE(view.has(Role::listitem, "12 more days"));
    const Rect list = view.find(Role::list, "Its days")->rect;
    std::size_t items = 0;
    float below = list.y;
    for (const Node& node : tree()) {
      if (node.role != Role::listitem) continue;
      ++items;
      EXPECT_GE(node.rect.y, below);
      below = node.rect.y + node.rect.height;
      EXPECT_LE(below, list.y + list.height);
      EXPECT_LE(node.rect.x + node.rect.width, width);
    }
    EXPECT_EQ(items, 14u);
    EXPECT_EQ(faults(view.input), std::vector<std::string>()) << width;
  }
}

}  // namespace
}  // namespace leadpact::ui::testing
