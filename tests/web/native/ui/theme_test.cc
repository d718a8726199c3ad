// Every pair of colours that is drawn, by the formula of WCAG.
#include "web/ui/theme.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>

#include "embedded/tokens.h"

namespace leadpact::ui {
namespace {

std::string_view token_file(std::string_view name) {
  for (const auto& file : embedded::tokens()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

double channel(Color color, int shift) {
  const double c = static_cast<double>((color >> shift) & 0xFF) / 255;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 8) + 0.0722 * channel(color, 16);
}

double contrast(Color a, Color b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class ThemeContrast : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Themes, ThemeContrast,
                         ::testing::Values("theme_light.json", "theme_dark.json"),
                         [](const auto& one) {
                           return std::string(one.param).substr(6, one.index == 0 ? 5 : 4);
                         });

TEST_P(ThemeContrast, EveryTextIsLegible) {
  Theme t;
  ASSERT_TRUE(parse_theme(token_file(GetParam()), t));
  const struct {
    const char* name;
    Color front, back;
  } pairs[] = {
      {"text on canvas", t.text, t.canvas},
      {"text on surface", t.text, t.surface},
      {"text on sunken", t.text, t.sunken},
      {"text on hover", t.text, t.hover},
      {"text_2 on canvas", t.text_2, t.canvas},
      {"text_2 on surface", t.text_2, t.surface},
      {"text_2 on sunken", t.text_2, t.sunken},
      {"text_2 on hover", t.text_2, t.hover},
      {"text_3 on canvas", t.text_3, t.canvas},
      {"text_3 on surface", t.text_3, t.surface},
      {"text_3 on hover", t.text_3, t.hover},
      {"accent on surface", t.accent, t.surface},
      {"accent on canvas", t.accent, t.canvas},
      {"accent on soft", t.accent, t.accent_soft},
      {"on accent", t.on_accent, t.accent},
      {"on accent hover", t.on_accent, t.accent_hover},
      {"on accent active", t.on_accent, t.accent_active},
      {"link hover", t.accent_hover, t.surface},
      {"success", t.success, t.surface},
      {"success soft", t.success, t.success_soft},
      {"warning", t.warning, t.surface},
      {"warning soft", t.warning, t.warning_soft},
      {"danger", t.danger, t.surface},
      {"danger soft", t.danger, t.danger_soft},
      {"info", t.info, t.surface},
      {"info soft", t.info, t.info_soft},
      {"sales", t.sales, t.surface},
      {"sales soft", t.sales, t.sales_soft},
      {"marketing", t.marketing, t.surface},
      {"marketing soft", t.marketing, t.marketing_soft},
      {"text on success", t.text, t.success_soft},
      {"text on warning", t.text, t.warning_soft},
      {"text on danger", t.text, t.danger_soft},
      {"text on info", t.text, t.info_soft},
      {"toast", t.surface, t.text},
      {"tooltip", t.canvas, t.text},
  };
  for (const auto& pair : pairs)
    EXPECT_GE(contrast(pair.front, pair.back), 4.5) << pair.name;
}

TEST_P(ThemeContrast, EveryEdgeAndRingIsSeen) {
  Theme t;
  ASSERT_TRUE(parse_theme(token_file(GetParam()), t));
  EXPECT_GE(contrast(t.edge, t.surface), 3.0);
  EXPECT_GE(contrast(t.edge, t.sunken), 3.0);
  EXPECT_GE(contrast(t.edge, t.canvas), 3.0);
  EXPECT_GE(contrast(t.focus, t.surface), 3.0);
  EXPECT_GE(contrast(t.focus, t.canvas), 3.0);
  EXPECT_GE(contrast(t.accent, t.sunken), 3.0);
}

TEST_P(ThemeContrast, ProjectorTextsReachSeven) {
  Theme t;
  ASSERT_TRUE(parse_theme(token_file(GetParam()), t));
  EXPECT_GE(contrast(t.text, t.surface), 7.0);
  EXPECT_GE(contrast(t.text_2, t.surface), 7.0);
}

TEST(ThemeFile, HostileTextIsRefusedWithoutHarm) {
  Theme t;
  for (const char* text :
       {"", "{", "[]", "{\"roles\":{\"text\":\"a\"", "{\"palette\":{\"a\":\"#12\"}}",
        "{\"roles\":{\"text\":\"a\"},\"palette\":{\"a\":\"#GGGGGG\"}}", "{\"a\":1}"}) {
    EXPECT_FALSE(parse_theme(text, t)) << text;
  }
}

TEST(ThemeFile, ReadsColoursWithAndWithoutAlpha) {
  Theme t;
  parse_theme(R"({"palette":{"a":"#102030","b":"#10203040"},"roles":{"text":"a","scrim":"b"}})", t);
  EXPECT_EQ(t.text, 0xFF302010u);
  EXPECT_EQ(t.scrim, 0x40302010u);
}

}  // namespace
}  // namespace leadpact::ui
