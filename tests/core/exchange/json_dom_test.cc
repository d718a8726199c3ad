#include "core/exchange/json_dom.h"

#include <gtest/gtest.h>

#include <string>

#include "core/exchange/document.h"
#include "core/exchange/json_scan.h"

namespace leadpact::exchange {
namespace {

using Kind = Json::Kind;

std::string place_of(const std::string& text) {
  const Result<Json> json = Json::parse(text);
  if (json.ok()) return "accepted";
  EXPECT_EQ(json.errors().size(), 1u);
  EXPECT_FALSE(json.errors()[0].message.empty());
  return json.errors()[0].place;
}

ErrorCode code_of(const std::string& text) {
  const Result<Json> json = Json::parse(text);
  EXPECT_FALSE(json.ok());
  return json.ok() ? ErrorCode::bad_value : json.errors()[0].code;
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

TEST(JsonDom, KeepsValuesInOrder) {
  const Result<Json> parsed =
      Json::parse(R"({"a": 1.50, "b": [true, "x\u0000y", null], "c": {}, "a": -1e999})");
  ASSERT_TRUE(parsed.ok());
  const Json& json = parsed.value();
  ASSERT_EQ(json.kind(Json::root()), Kind::object);
  const Json::Node first = json.first(Json::root());
  EXPECT_EQ(json.name(first), "a");
  EXPECT_EQ(json.text(first), "1.50");
  EXPECT_EQ(json.text(json.find(Json::root(), "a")), "-1e999") << "the last counts";
  const Json::Node list = json.find(Json::root(), "b");
  ASSERT_EQ(json.kind(list), Kind::list);
  const Json::Node flag = json.first(list);
  EXPECT_EQ(json.kind(flag), Kind::boolean);
  EXPECT_TRUE(json.boolean(flag));
  const Json::Node text = json.next(flag);
  EXPECT_EQ(json.text(text), std::string("x\0y", 3));
  EXPECT_EQ(json.kind(json.next(text)), Kind::null);
  EXPECT_EQ(json.next(json.next(text)), Json::kNone);
  EXPECT_EQ(json.first(json.find(Json::root(), "c")), Json::kNone);
  EXPECT_EQ(json.find(Json::root(), "d"), Json::kNone);
}

TEST(JsonDom, NumbersAreKeptAsWrittenAndInOrder) {
  const std::string huge(400, '9');
  const Result<Json> parsed = Json::parse("[0, -0, 10, 0.5e-3, 1E+2, " + huge + ",1e999,2]");
  ASSERT_TRUE(parsed.ok());
  const Json& json = parsed.value();
  std::string all;
  for (Json::Node n = json.first(Json::root()); n != Json::kNone; n = json.next(n)) {
    all += std::string(json.text(n)) + " ";
  }
  EXPECT_EQ(all, "0 -0 10 0.5e-3 1E+2 " + huge + " 1e999 2 ");
}

struct LineCase {
  const char* name;
  std::string text;
  const char* place;
};

class JsonLine : public testing::TestWithParam<LineCase> {};

TEST_P(JsonLine, NamesTheLine) {
  EXPECT_EQ(place_of(GetParam().text), GetParam().place);
}

INSTANTIATE_TEST_SUITE_P(
    All, JsonLine,
    testing::Values(
        LineCase{"nothing", "", "line 1"}, LineCase{"spaces", "  ", "line 1"},
        LineCase{"bom_alone", "\xEF\xBB\xBF", "line 1"},
        LineCase{"bom", "\xEF\xBB\xBF[1]", "accepted"},
        LineCase{"two_boms", "\xEF\xBB\xBF\xEF\xBB\xBF[1]", "line 1"},
        LineCase{"bom_later", "[\n\xEF\xBB\xBF 1]", "line 2"},
        LineCase{"cut_off", "{\n\"a\": [1,\n", "line 3"},
        LineCase{"text_cut_off", "[\n\"abc", "line 2"},
        LineCase{"after_the_end", "[1]\n\nx", "line 3"},
        LineCase{"nul_after_the_end", std::string("[1]\0", 4), "line 1"},
        LineCase{"nul_in_the_middle", std::string("[1,\n\0 2]", 8), "line 2"},
        LineCase{"raw_nul_in_text", std::string("[\n\"a\0b\"]", 8), "line 2"},
        LineCase{"raw_tab_in_text", "[\n\"a\tb\"]", "line 2"},
        LineCase{"raw_line_end_in_text", "[\n\"a\nb\"]", "line 2"},
        LineCase{"delete_is_a_character", "[\"\x7f\"]", "accepted"},
        LineCase{"no_utf8", "[\n\n\"\xC3\x28\"]", "line 3"},
        LineCase{"overlong", "[\"\xC0\x80\"]", "line 1"},
        LineCase{"surrogate_in_utf8", "[\"\xED\xA0\x80\"]", "line 1"},
        LineCase{"beyond_unicode", "[\"\xF4\x90\x80\x80\"]", "line 1"},
        LineCase{"utf8_cut_off", "[\"\xE2\x82", "line 1"},
        LineCase{"utf8_outside_of_text", "[\xC3\xA9]", "line 1"},
        LineCase{"leading_zero", "[\n01]", "line 2"}, LineCase{"plus", "[+1]", "line 1"},
        LineCase{"no_digits", "[-]", "line 1"}, LineCase{"no_decimals", "[1.]", "line 1"},
        LineCase{"no_whole", "[.5]", "line 1"}, LineCase{"no_exponent", "[1e]", "line 1"},
        LineCase{"hex", "[0x10]", "line 1"}, LineCase{"nan", "[\nNaN]", "line 2"},
        LineCase{"infinity", "[\n-Infinity]", "line 2"},
        LineCase{"number_and_word", "[1true]", "line 1"},
        LineCase{"two_numbers", "[1 2]", "line 1"}, LineCase{"comma_at_the_end", "[1,]", "line 1"},
        LineCase{"two_commas", "{\"a\": 1,\n,\"b\": 2}", "line 2"},
        LineCase{"no_colon", "{\"a\" 1}", "line 1"}, LineCase{"no_name", "{1: 2}", "line 1"},
        LineCase{"single_quotes", "{'a': 1}", "line 1"},
        LineCase{"comment", "[1] // one", "line 1"},
        LineCase{"unknown_escape", "[\"\\x\"]", "line 1"},
        LineCase{"bad_hex", "[\"\\u12g4\"]", "line 1"},
        LineCase{"pair", "[\"\\uD83D\\uDE00\"]", "accepted"},
        LineCase{"first_half", "[\n\"\\uD83D\"]", "line 2"},
        LineCase{"first_half_twice", "[\"\\uD83D\\uD83D\"]", "line 1"},
        LineCase{"second_half", "[\n\"\\uDE00\"]", "line 2"},
        LineCase{"half_at_the_end", "[\"\\uD83D\\u", "line 1"},
        LineCase{"backslash_at_the_end", "[\"\\", "line 1"},
        LineCase{"escaped_backslash", "[\"\\\\uDE00\"]", "accepted"},
        LineCase{"windows_lines", "[1,\r\n2,\r\nx]", "line 3"},
        LineCase{"old_mac_lines", "[1,\r2,\rx]", "line 3"},
        LineCase{"the_earlier_mistake", "[1,\nx,\n\"\xFF\"]", "line 2"},
        LineCase{"the_earlier_byte", "[1,\n\"\xFF\",\nx]", "line 2"},
        LineCase{"crossed_brackets", "[}", "line 1"},
        LineCase{"utf16", "\xFF\xFE[\0]\0", "line 1"}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(JsonDom, DepthIsCounted) {
  EXPECT_EQ(place_of(nested(64)), "accepted");
  EXPECT_EQ(place_of("[\n" + nested(64) + "]"), "line 2");
  EXPECT_EQ(code_of(nested(65)), ErrorCode::too_large);
  EXPECT_EQ(place_of(nested(1000000)), "line 1");
  EXPECT_EQ(place_of(std::string(1000000, '[')), "line 1");
  EXPECT_EQ(place_of("[" + std::string(100, ']')), "line 1");
  // Brackets in texts and after closing ones do not count.
  std::string wide = "[\"" + std::string(100, '[') + "\"";
  for (int i = 0; i < 100; ++i)
    wide += ",[]";
  EXPECT_EQ(place_of(wide + "]"), "accepted");
}

TEST(JsonDom, SizeAndValuesAreBounded) {
  std::string large = "[\"" + std::string(kMaxDocument, 'a') + "\"]";
  EXPECT_EQ(code_of(large), ErrorCode::too_large);
  large = "[\"" + std::string(kMaxDocument - 4, 'a') + "\"]";
  EXPECT_EQ(place_of(large), "accepted");

  std::string many = "[1";
  for (std::size_t i = 2; i < kMaxValues; ++i)
    many += ",1";  // and the list itself
  EXPECT_EQ(place_of(many + "]"), "accepted");
  EXPECT_EQ(code_of(many + ",1]"), ErrorCode::too_large);
  EXPECT_EQ(code_of(many + ",1,1,1]"), ErrorCode::too_large);
  std::string texts = "[";
  for (std::size_t i = 0; i < kMaxValues; ++i)
    texts += "\"\",";
  EXPECT_EQ(code_of(texts), ErrorCode::too_large);
}

TEST(JsonDom, EveryPrefixIsRefusedOrAccepted) {
  const std::string text =
      "{\"a\": [1, -2.5e3, \"x\\u00e9\\\\\", true, {\"b\": null}], \"c\": false}";
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_EQ(place_of(text.substr(0, length)), "line 1") << length;
  }
  EXPECT_EQ(place_of(text), "accepted");
}

}  // namespace
}  // namespace leadpact::exchange
