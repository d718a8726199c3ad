#include "core/agreement/wording.h"

#include <gtest/gtest.h>

#include <iterator>
#include <map>
#include <random>
#include <string>

namespace leadpact::agreement {
namespace {

TEST(Wording, ThousandsAreMarked) {
  EXPECT_EQ(grouped("0"), "0");
  EXPECT_EQ(grouped("999"), "999");
  EXPECT_EQ(grouped("1000"), "1,000");
  EXPECT_EQ(grouped("-1234567.8901"), "-1,234,567.8901");
  EXPECT_EQ(grouped("-100"), "-100");
  EXPECT_EQ(grouped("1e+30"), "1e+30");
  EXPECT_EQ(grouped("nan"), "nan");
  EXPECT_EQ(grouped(""), "");
}

TEST(Wording, OrdinaryTextStandsAsItIs) {
  for (const char* text :
       {"", "US", "Hot lead", "Größe, naïve café", "東京 支社", "مرحبا", "می‌خواهم",
        "हिन्दी", "한국어", "Привет", "❤️ 👩‍💻 🏳️‍🌈", "“a”", "a - b – c",
        "100 %", "﨑", "\xEF\xBF\xBD"}) {
    EXPECT_EQ(visible(text), text);
  }
}

TEST(Wording, WhatIsNotSeenIsShownByItsNumber) {
  const struct {
    const char* text;
    const char* shown;
  } cases[] = {
      {"a\tb\n", "a⟨U+0009⟩b⟨U+000A⟩"},
      {"a\x7F", "a⟨U+007F⟩"},
      {"a\u00A0b", "a⟨U+00A0⟩b"},
      {"a\u200Bb", "a⟨U+200B⟩b"},
      {"a  b   c", "a ⟨U+0020⟩b ⟨U+0020⟩ c"},
      {"e\u0301", "e⟨U+0301⟩"},
      {"\u0152\u0327", "Œ⟨U+0327⟩"},
      {"a\u200Db", "a⟨U+200D⟩b"},
      {"می\u200C\u200Cخ", "می⟨U+200C⟩⟨U+200C⟩خ"},
      {"a\uFE0F", "a⟨U+FE0F⟩"},
      {"\u2764\uFE0F\uFE0F", "\u2764\uFE0F⟨U+FE0F⟩"},
      {"\u212B", "⟨U+212B⟩"},
      {"か\u3099", "か⟨U+3099⟩"},
      {"\U000E0041", "⟨U+E0041⟩"},
      {"⟨U+0001⟩", "⟨U+27E8⟩U+0001⟩"},
      {"a\xFF", "a⟨U+1100FF⟩"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(visible(c.text), c.shown);
}

// Drawn from what is easily taken for each other.
TEST(Wording, NoTwoTextsAreQuotedAlike) {
  const char* const pieces[] = {"a",      "e",      "é",      "\u0301", " ",    "\u00A0", "\u200D",
                                "\u200C", "\uFE0F", "\u2764", "می",     "\x01", "␁",      "”",
                                "“",      "⟨",      "U+0001", "⟩",      "\xFF", "\xC3",   "\u200B"};
  std::map<std::string, std::string> read;
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t n = random() % 5; n > 0; --n)
      text += pieces[random() % std::size(pieces)];
    const auto [there, is_new] = read.emplace(in_quotes(text), text);
    EXPECT_EQ(there->second, text) << there->first;
  }
}

TEST(Wording, DatesInWords) {
  EXPECT_EQ(date_words("2026-12-24"), "24 December 2026");
  EXPECT_EQ(date_words("2026-02-30"), "2026-02-30");
  EXPECT_EQ(date_words(""), "");
}

TEST(Wording, ListsEndInAWord) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(listed({"a", "b"}, "or"), "a or b");
}

}  // namespace
}  // namespace leadpact::agreement
