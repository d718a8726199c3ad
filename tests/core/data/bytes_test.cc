#include "core/data/bytes.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "core/data/utf8.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

using namespace std::string_literals;
using testing::Dice;

std::string decoded(const std::string& bytes) {
  return std::string(DecodedText(bytes).view());
}

TEST(DataBytes, WhatIsUtf8) {
  for (const auto& good :
       {""s, "a"s, "a\0b"s, "\x7F"s, "\xC2\x80"s, "\xDF\xBF"s, "\xE0\xA0\x80"s, "\xED\x9F\xBF"s,
        "\xEE\x80\x80"s, "\xEF\xBF\xBF"s, "\xF0\x90\x80\x80"s, "\xF4\x8F\xBF\xBF"s}) {
    EXPECT_TRUE(is_utf8(good)) << ::testing::PrintToString(good);
    EXPECT_TRUE(is_utf8(std::string(63, 'x') + good + std::string(70, 'y')));
  }
  for (const auto& bad :
       {"\x80"s, "\xBF"s, "\xC0\x80"s, "\xC1\xBF"s, "\xC2"s, "\xC2\x41"s, "\xE0\x9F\xBF"s,
        "\xE2\x82"s, "\xED\xA0\x80"s, "\xED\xBF\xBF"s, "\xF0\x8F\xBF\xBF"s, "\xF0\x9F\x98"s,
        "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xFF"s}) {
    EXPECT_FALSE(is_utf8(bad)) << ::testing::PrintToString(bad);
    EXPECT_FALSE(is_utf8(std::string(61, 'x') + bad + std::string(70, 'y')));
    EXPECT_FALSE(is_utf8(std::string(128, 'x') + bad));
  }
}

// The check by blocks agrees with decoding one character after another,
// wherever blocks begin.
TEST(DataBytes, CheckingByBlocksAgreesWithCheckingByCharacters) {
  Dice dice(7);
  const std::vector<std::string> pieces = {
      "a", "plain text ", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", std::string(40, 'z')};
  for (int round = 0; round < 3000; ++round) {
    std::string text = testing::random_text(dice, dice.below(300), pieces);
    if (dice.chance(2) && !text.empty()) {
      text[dice.below(text.size())] = static_cast<char>(dice.below(256));
    }
    bool expected = true;
    for (std::size_t at = 0; at < text.size() && expected;) {
      const std::size_t size = decode(std::string_view(text).substr(at)).size;
      expected = size != 0;
      at += size;
    }
    ASSERT_EQ(is_utf8(text), expected) << ::testing::PrintToString(text);
    // In pieces, as the table checks it.
    std::size_t checked = 0;
    while (checked < text.size()) {
      const std::size_t to = std::min(text.size(), checked + dice.below(100));
      checked = check_utf8(text, checked, to);
      if (checked == std::string::npos) break;
    }
    ASSERT_EQ(checked != std::string::npos, expected);
  }
}

TEST(DataBytes, BomsAreTakenOff) {
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "a\xC3\xA9"),
            "a\xC3\xA9");
  EXPECT_EQ(decoded("\xEF\xBB\xBF"), "");
  EXPECT_EQ(decoded("\xFF\xFE"), "");
  EXPECT_EQ(decoded("\xFE\xFF"), "");
  EXPECT_EQ(decoded("\xFF\xFE"
                    "a\0b\0"s),
            "ab");
  EXPECT_EQ(decoded("\xFE\xFF\0a\0b"s), "ab");
}

TEST(DataBytes, WhatIsNotUtf8IsWindows1252) {
  EXPECT_EQ(decoded("caf\xE9"), "caf\xC3\xA9");
  EXPECT_EQ(decoded("\x80 5"), "\xE2\x82\xAC 5");
  EXPECT_EQ(decoded("\x92\xFF"), "\xE2\x80\x99\xC3\xBF");
  // After a UTF-8 BOM too; the five undefined bytes.
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "a\xE9"),
            "a\xC3\xA9");
  EXPECT_EQ(decoded("\x81\x8D\x8F\x90\x9D"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(DecodedText("caf\xE9").encoding(), Encoding::windows1252);
}

TEST(DataBytes, DamagedUtf16) {
  EXPECT_EQ(decoded("\xFF\xFE"
                    "a\0b"s),
            "a")
      << "an odd last byte is dropped";
  EXPECT_EQ(decoded("\xFF\xFE\x3D\xD8\x00\xDE"s), "\xF0\x9F\x98\x80");
  EXPECT_EQ(decoded("\xFE\xFF\xD8\x3D\xDE\x00"s), "\xF0\x9F\x98\x80");
  EXPECT_EQ(decoded("\xFF\xFE\x3D\xD8"
                    "a\0"s),
            "\xEF\xBF\xBD"
            "a")
      << "a lone first half";
  EXPECT_EQ(decoded("\xFF\xFE\x00\xDE"
                    "a\0"s),
            "\xEF\xBF\xBD"
            "a")
      << "a lone second half";
  EXPECT_EQ(decoded("\xFF\xFE\x3D\xD8"s), "\xEF\xBF\xBD");
  EXPECT_EQ(decoded("\xFF\xFE\x3D\xD8\x3D\xD8\x00\xDE"s), "\xEF\xBF\xBD\xF0\x9F\x98\x80");
}

TEST(DataBytes, MovingKeepsTheView) {
  for (const std::string bytes : {"a\xE9", "plain"}) {
    DecodedText text(bytes);
    const std::string before(text.view());
    const DecodedText moved(std::move(text));
    EXPECT_EQ(moved.view(), before);
  }
}

// What decodes encodes to the same, for every character there is.
TEST(DataBytes, EveryCharacterThereAndBack) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    const Decoded back = decode(text);
    ASSERT_EQ(back.character, c);
    ASSERT_EQ(back.size, text.size());
  }
}

}  // namespace
}  // namespace leadpact::data
