#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>

#include "core/data/cells.h"
#include "core/data/cells_fast.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

// U+00A0, U+202F, U+2212, U+2019 and the currencies beyond ASCII.
#define NBSP "\xC2\xA0"
#define NNBSP "\xE2\x80\xAF"
#define MINUS "\xE2\x88\x92"
#define RSQUO "\xE2\x80\x99"
#define EURO "\xE2\x82\xAC"
#define POUND "\xC2\xA3"
#define YEN "\xC2\xA5"
#define RUPEE "\xE2\x82\xB9"

struct Case {
  const char* cell;
  std::optional<double> point;  // with decimal `.`
  std::optional<double> comma;  // with decimal `,`
};
constexpr std::nullopt_t none = std::nullopt;

TEST(DataNumbers, Table) {
  const Case cases[] = {
      // Digits, decimals, exponent.
      {"0", 0.0, 0.0},
      {"5", 5.0, 5.0},
      {"007", 7.0, 7.0},
      {"5.", 5.0, none},
      {".5", 0.5, none},
      {"5,", none, 5.0},
      {",5", none, 0.5},
      {"1234.5", 1234.5, none},
      {"1234,5", none, 1234.5},
      {"12.500", 12.5, 12500.0},
      {"1e5", 1e5, 1e5},
      {"1E+5", 1e5, 1e5},
      {"1.5e-3", 1.5e-3, none},
      {"1,5e-3", none, 1.5e-3},
      {"5.e2", 500.0, none},
      {".5e2", 50.0, none},
      {"1,234e2", 123400.0, 123.4},
      {".", none, none},
      {",", none, none},
      {"e5", none, none},
      {"1e", none, none},
      {"1e+", none, none},
      {"1e5.5", none, none},
      {"1 e5", none, none},
      {"1e 5", none, none},
      {"1e" MINUS "5", none, none},
      {"1.2.3", none, none},
      {"1..2", none, none},
      {"5 .5", none, none},
      {"0x10", none, none},
      {"1_000", none, none},
      {"inf", none, none},
      {"nan", none, none},
      {"", none, none},
      {" ", none, none},
      {"-", none, none},
      {"9"
       "k",
       none, none},
      {"58.8k", none, none},
      {"51-200", none, none},
      {"TBD", none, none},
      {"\xD9\xA3", none, none},  // an Arabic three
      // Groups.
      {"1,234", 1234.0, 1.234},
      {"1,234,567", 1234567.0, none},
      {"1,234,567.89", 1234567.89, none},
      {"1.234.567,89", none, 1234567.89},
      {"1.234", 1.234, 1234.0},
      {"1.234.567", none, 1234567.0},
      {"1'234'567.5", 1234567.5, none},
      {"1" RSQUO "234" RSQUO "567", 1234567.0, 1234567.0},
      {"1 234 567", 1234567.0, 1234567.0},
      {"1" NBSP "234,5", none, 1234.5},
      {"1" NNBSP "234.5", 1234.5, none},
      {"12,34,567", 1234567.0, none},
      {"1,23,456.5", 123456.5, none},
      {"01,00,000", 100000.0, none},
      {"12,34,56,789", 123456789.0, none},
      {"123,45,678", none, none},
      {"12,345,67", none, none},
      {"12,34,5678", none, none},
      {"1,2,345", none, none},
      {"1,234,56,789", none, none},
      {"12 34 567", none, none},
      {"12'34'567", none, none},
      {"12.34.567", none, none},
      {"1,23", none, 1.23},
      {"1,2345", none, 1.2345},
      {"1234,567", none, 1234.567},
      {"1234 567", none, none},
      {"1,234 567", none, none},
      {"1 234,567", none, 1234.567},
      {"1 234" NBSP "567", none, none},
      {"1  234", none, none},
      {"1 23", none, none},
      {",234", none, 0.234},
      {"1,,234", none, none},
      {"1,234,", none, none},
      {"1,234.", 1234.0, none},
      {"1.234,567.8", none, none},
      {"0,123", 123.0, 0.123},
      // Signs and parentheses.
      {"-5", -5.0, -5.0},
      {"+5", 5.0, 5.0},
      {MINUS "5", -5.0, -5.0},
      {"- 5", -5.0, -5.0},
      {"-" NBSP "5", -5.0, -5.0},
      {"--5", none, none},
      {"+-5", none, none},
      {"5-", none, none},
      {"\xE2\x80\x93"
       "5",
       none, none},  // an en dash
      {"(5)", -5.0, -5.0},
      {"( 5 )", -5.0, -5.0},
      {"(500,00)", none, -500.0},
      {"(1,234.50)", -1234.5, none},
      {"(-5)", none, none},
      {"(+5)", none, none},
      {"-(5)", none, none},
      {"$(5)", none, none},
      {"(5", none, none},
      {"5)", none, none},
      {"()", none, none},
      {"((5))", none, none},
      {"(0)", 0.0, 0.0},
      // Currencies and percent.
      {"$5", 5.0, 5.0},
      {"$ 5", 5.0, 5.0},
      {"5$", 5.0, 5.0},
      {"5 " EURO, 5.0, 5.0},
      {"5" EURO, 5.0, 5.0},
      {EURO "5,50", none, 5.5},
      {POUND " 9", 9.0, 9.0},
      {YEN "500", 500.0, 500.0},
      {RUPEE "12,34,567", 1234567.0, none},
      {"-$5", -5.0, -5.0},
      {"$-5", -5.0, -5.0},
      {"$ - 5", -5.0, -5.0},
      {"- $ 5", -5.0, -5.0},
      {"-$-5", none, none},
      {"+$-5", none, none},
      {"($5)", -5.0, -5.0},
      {"(5 USD)", -5.0, -5.0},
      {"($-5)", none, none},
      {"USD 5", 5.0, 5.0},
      {"USD5", 5.0, 5.0},
      {"5 USD", 5.0, 5.0},
      {"5USD", 5.0, 5.0},
      {"5EUR", 5.0, 5.0},
      {"5E5EUR", 5e5, 5e5},
      {"USD -5", -5.0, -5.0},
      {"-USD 5", -5.0, -5.0},
      {"EUR 9 USD", none, none},
      {"$5$", none, none},
      {"$5 USD", none, none},
      {"$USD 5", none, none},
      {"usd 5", none, none},
      {"US 5", none, none},
      {"USDT 5", none, none},
      {"5 K"
       "\xC4\x8D",
       none, none},
      {"9 000 K\xC4\x8D", none, none},
      {"12%", 12.0, 12.0},
      {"12 %", 12.0, 12.0},
      {"12" NNBSP "%", 12.0, 12.0},
      {"-12.5%", -12.5, none},
      {"(5)%", none, none},
      {"(5%)", -5.0, -5.0},
      {"%5", none, none},
      {"5%%", none, none},
      {"$5%", 5.0, 5.0},
      {"5 USD%", none, none},
      {"5% USD", none, none},
      {"5 $ %", none, none},
      // Spaces at both ends (the plain ones are trimmed from a cell, the others not).
      {NBSP "5" NNBSP, 5.0, 5.0},
      {" 5 ", 5.0, 5.0},
      {"\t5", none, none},
      {"\xE3\x80\x80"
       "5",
       none, none},  // an ideographic space
      // What a double holds.
      {"1e308", 1e308, 1e308},
      {"1e309", none, none},
      {"-1e309", none, none},
      {"1e-400", 0.0, 0.0},
      {"0e999999999999", 0.0, 0.0},
      {"1e99999999999999999999", none, none},
      {"1e-99999999999999999999", 0.0, 0.0},
      {"9007199254740993", 9007199254740992.0, 9007199254740992.0},
      {"123456789012345678901234567890", 123456789012345678901234567890.0,
       123456789012345678901234567890.0},
      {"0.1", 0.1, none},
      {"179769313486231570814527423731704356798070e267", 1.7976931348623157e308,
       1.7976931348623157e308},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(parse_number(c.cell, Decimal::point), c.point) << "'" << c.cell << "' with .";
    EXPECT_EQ(parse_number(c.cell, Decimal::comma), c.comma) << "'" << c.cell << "' with ,";
    if (*c.cell == '\0') continue;
    EXPECT_EQ(read_number(c.cell, Decimal::point), c.point) << "'" << c.cell << "' with .";
    EXPECT_EQ(read_number(c.cell, Decimal::comma), c.comma) << "'" << c.cell << "' with ,";
  }
}

TEST(DataNumbers, ZeroHasNoSign) {
  for (const char* zero : {"-0", "(0)", "-0.00", "$-0"}) {
    EXPECT_FALSE(std::signbit(*parse_number(zero, Decimal::point))) << zero;
  }
}

TEST(DataNumbers, ValuesOfCriteria) {
  const std::pair<const char*, std::optional<double>> cases[] = {
      {"5", 5.0},      {"-5.25", -5.25}, {"+1e3", 1000.0}, {MINUS "2", -2.0}, {"5.", 5.0},
      {".5", 0.5},     {"1,234", none},  {"1,5", none},    {"$5", none},      {"5%", none},
      {" 5", none},    {"", none},       {"-", none},      {"1e999", none},   {"(5)", none},
      {"1 000", none}, {"- 5", none},    {"five", none},   {"1e5", 1e5},
  };
  for (const auto& [text, value] : cases)
    EXPECT_EQ(parse_plain_number(text), value) << text;
}

// Any double written with 17 digits comes back as itself, plain and grouped.
TEST(DataNumbers, DoublesComeBack) {
  testing::Dice dice(11);
  for (int round = 0; round < 20000; ++round) {
    const double value = std::ldexp(static_cast<double>(dice.below(1u << 30)) + 1,
                                    static_cast<int>(dice.below(600)) - 300);
    char text[40];
    std::snprintf(text, sizeof(text), "%.17g", value);
    ASSERT_EQ(parse_number(text, Decimal::point), value) << text;
    ASSERT_EQ(read_number(text, Decimal::point), value) << text;
  }
  for (int round = 0; round < 20000; ++round) {
    const std::string whole = std::to_string(dice.below(1000000000));
    const std::string decimals = std::to_string(dice.below(100000));
    std::string grouped = whole;
    for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) {
      grouped.insert(static_cast<std::size_t>(at), ",");
    }
    const double value = std::strtod((whole + "." + decimals).c_str(), nullptr);
    ASSERT_EQ(parse_number(grouped + "." + decimals, Decimal::point), value);
    ASSERT_EQ(read_number(whole + "." + decimals, Decimal::point), value);
    ASSERT_EQ(read_number(whole + "," + decimals, Decimal::comma), value);
  }
}

// Only the first 780 digits are kept; what follows still decides a tie.
TEST(DataNumbers, VeryManyDigits) {
  EXPECT_EQ(parse_number(std::string(400, '9'), Decimal::point), none);
  EXPECT_EQ(parse_number(std::string(100000, '0') + "5", Decimal::point), 5.0);
  EXPECT_EQ(parse_number("0." + std::string(1000, '0') + "1e1001", Decimal::point), 1.0);
  EXPECT_EQ(parse_number("1" + std::string(2000, '0') + "e-2000", Decimal::point), 1.0);
  const std::string tie = "9007199254740993." + std::string(1000, '0');
  EXPECT_EQ(parse_number(tie, Decimal::point), 9007199254740992.0);
  EXPECT_EQ(parse_number(tie + "1", Decimal::point), 9007199254740994.0);
  std::string grouped = "1";
  for (int i = 0; i < 100000; ++i)
    grouped += ",000";
  EXPECT_EQ(parse_number(grouped, Decimal::point), none);
  EXPECT_EQ(parse_number(grouped + "e-300000", Decimal::point), 1.0);
  EXPECT_EQ(parse_number(std::string(1u << 20, '('), Decimal::point), none);
  EXPECT_EQ(parse_number(std::string(1u << 20, ' '), Decimal::point), none);
}

}  // namespace
}  // namespace leadpact::data
