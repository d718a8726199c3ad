#include "core/data/cells.h"

#include <gtest/gtest.h>

#include <string>

#include "core/data/utf8.h"

namespace leadpact::data {
namespace {

TEST(DataCells, Booleans) {
  for (const char* yes : {"true", "TRUE", "True", "yes", "YES", "y", "Y", "1"}) {
    EXPECT_EQ(parse_boolean(yes), true) << yes;
  }
  for (const char* no : {"false", "FALSE", "no", "No", "n", "N", "0"}) {
    EXPECT_EQ(parse_boolean(no), false) << no;
  }
  for (const char* neither : {"", "si", "t", "f", "2", "01", "ye", "yess", "tru", "truee", "on",
                              "maybe", "\x11", "\x10", "yes.", "\xE1\xBA\x8E"}) {
    EXPECT_EQ(parse_boolean(neither), std::nullopt) << neither;
  }
}

TEST(DataCells, Trim) {
  EXPECT_EQ(trim(" \t\r\n a b \r\n\t "), "a b");
  EXPECT_EQ(trim(" \t\r\n"), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("\xC2\xA0"
                 "a"),
            "\xC2\xA0"
            "a")
      << "a no-break space stays";
  EXPECT_EQ(trim("\v\f"), "\v\f");
}

TEST(DataCells, FoldingIsTheSimpleLowercaseMapping) {
  EXPECT_EQ(fold_case("ABCxyz09@[`{"), "abcxyz09@[`{");
  EXPECT_EQ(fold_case("\xC3\x89T\xC3\x89"), "\xC3\xA9t\xC3\xA9");
  EXPECT_EQ(fold_case("\xC4\xB0"), "i") << "U+0130 has a simple mapping of its own";
  EXPECT_EQ(fold_case("\xC3\x9F"), "\xC3\x9F") << "no full case folding";
  EXPECT_EQ(fold_case("\xE1\xBA\x9E"), "\xC3\x9F") << "U+1E9E";
  EXPECT_EQ(fold_case("\xCE\xA3"), "\xCF\x83") << "sigma";
  EXPECT_EQ(fold_case("\xE2\x84\xAA"), "k") << "the Kelvin sign";
  EXPECT_EQ(fold_case("\xE2\x84\xA6"), "\xCF\x89") << "the Ohm sign";
  EXPECT_EQ(fold_case("\xD0\x96"), "\xD0\xB6") << "Cyrillic";
  EXPECT_EQ(fold_case("\xC8\xBA"), "\xE2\xB1\xA5") << "two bytes become three";
  EXPECT_EQ(fold_case("\xF0\x90\x90\x80"), "\xF0\x90\x90\xA8") << "Deseret";
  EXPECT_EQ(fold_case("\xC7\x85"), "\xC7\x86") << "a titlecase letter";
  EXPECT_EQ(fold_case(std::string("a\0B", 3)), std::string("a\0b", 3));
}

TEST(DataCells, FoldingTwiceIsFoldingOnce) {
  int changed = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    const std::string folded = fold_case(text);
    changed += folded != text;
    ASSERT_EQ(fold_case(folded), folded) << std::hex << static_cast<std::uint32_t>(c);
    ASSERT_TRUE(equals_folded(text, folded));
    ASSERT_FALSE(equals_folded(text, folded + "x"));
    ASSERT_FALSE(equals_folded(text + "x", folded));
  }
  EXPECT_EQ(changed, 1433) << "letters with a simple lowercase mapping in Unicode 15";
}

TEST(DataCells, EqualsFolded) {
  EXPECT_TRUE(equals_folded("N/A", "n/a"));
  EXPECT_TRUE(equals_folded("", ""));
  EXPECT_TRUE(
      equals_folded("\xE2\x84\xAA"
                    "g",
                    "kg"));
  EXPECT_FALSE(equals_folded("n/a", "N/A")) << "the second is folded already";
  EXPECT_FALSE(equals_folded("n", ""));
  // Not UTF-8 is against the contract, but never more than unequal.
  EXPECT_FALSE(equals_folded("\xFF", "\xFE"));
  EXPECT_TRUE(equals_folded("\xFF", "\xFF"));
}

}  // namespace
}  // namespace leadpact::data
