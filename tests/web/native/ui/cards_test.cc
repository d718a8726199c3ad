// Tables where the page is narrow: cards of "name: value" lines.
#include <gtest/gtest.h>

#include "tests/web/native/ui/headless.h"

namespace leadpact::ui::testing {
namespace {

TEST(Cards, ANameOfTwoLinesPushesTheNextLineDown) {
  Headless view(390, 844);
  view.content = [] {
    begin_page("Page");
    begin_table("Leads", {{"Id"}, {"Date of the very first outreach"}, {"Amount"}});
    table_row("17");
    table_cell("17");
    table_cell("2 March");
    table_cell("1,500");
    end_table();
    end_page();
  };
  view.draw();
  const Node* one = view.find(Role::text, "2 March");
  const Node* next = view.find(Role::text, "1,500");
  ASSERT_NE(one, nullptr);
  ASSERT_NE(next, nullptr);
  EXPECT_GE(next->rect.y, one->rect.y + 2 * one->rect.height);
}

}  // namespace
}  // namespace leadpact::ui::testing
