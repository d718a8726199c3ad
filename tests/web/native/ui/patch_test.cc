#include "web/ui/patch.h"

#include <gtest/gtest.h>

namespace leadpact::ui {
namespace {

Tree sample() {
  Tree tree(3);
  tree[0].rect = {0, 0, 100, 100};
  tree[1] = {.id = 5, .parent = 0, .role = Role::main, .name = "Home", .rect = {0, 10, 100, 90}};
  tree[2] = {.id = 6,
             .parent = 1,
             .role = Role::button,
             .name = "Save \"it\"",
             .focusable = true,
             .rect = {10, 30, 40, 34}};
  return tree;
}

TEST(Patch, TheFirstHoldsEverything) {
  Patcher patcher;
  EXPECT_EQ(patcher.patch(sample(), 0),
            R"({"gone":[],"nodes":[{"id":5,"role":"main","name":"Home","rect":[0,10,100,90]},)"
            R"({"id":6,"role":"button","name":"Save \"it\"","state":64,"rect":[10,20,40,34]}],)"
            R"("order":[[0,[5]],[5,[6]]]})");
}

TEST(Patch, ASliderSaysItsRange) {
  Tree tree(2);
  tree[1] = {.id = 5,
             .parent = 0,
             .role = Role::slider,
             .name = "Threshold",
             .value = "60 points",
             .rect = {0, 0, 10, 10},
             .now = 60.5,
             .low = -25,
             .high = 1e300};
  EXPECT_EQ(Patcher().patch(tree, 0),
            R"({"gone":[],"nodes":[{"id":5,"role":"slider","name":"Threshold",)"
            R"("value":"60 points","rect":[0,0,10,10],"range":[60.5,-25,1e+300]}],)"
            R"("order":[[0,[5]]]})");
}

TEST(Patch, NothingChangedIsNothingSent) {
  Patcher patcher;
  (void)patcher.patch(sample(), 0);
  EXPECT_EQ(patcher.patch(sample(), 0), "");
}

TEST(Patch, ScrollingMovesTheParentOnly) {
  Patcher patcher;
  (void)patcher.patch(sample(), 0);
  Tree tree = sample();
  tree[1].rect.y -= 50;
  tree[2].rect.y -= 50;
  EXPECT_EQ(
      patcher.patch(tree, 0),
      R"({"gone":[],"nodes":[{"id":5,"role":"main","name":"Home","rect":[0,-40,100,90]}],"order":[]})");
}

TEST(Patch, WhatIsGoneIsSaidAndFocusOnlyWhenItMoves) {
  Patcher patcher;
  (void)patcher.patch(sample(), 6);
  Tree tree = sample();
  tree.pop_back();
  EXPECT_EQ(patcher.patch(tree, 0), R"({"gone":[6],"nodes":[],"order":[[5,[]]],"focus":0})");
  EXPECT_EQ(patcher.patch(tree, 0), "");
}

TEST(Patch, BytesThatAreNoTextStayValidJson) {
  std::string out;
  append_json(out, "a\xff\x01\xc0\xaf\xed\xa0\x80z\n");
  EXPECT_EQ(out,
            "\"a\xEF\xBF\xBD\\u0001\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\\u"
            "000a\"");
  out.clear();
  append_json(out, "東京 😀");
  EXPECT_EQ(out, "\"東京 😀\"");
}

}  // namespace
}  // namespace leadpact::ui
