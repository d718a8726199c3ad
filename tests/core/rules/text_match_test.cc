#include "core/rules/text_match.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/data/cells.h"
#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::rules {
namespace {

using agreement::Op;
using calendar::testing::Random;

bool holds(Op op, const std::vector<std::string>& values, const std::string& cell) {
  CaseFolder folder;
  const TextMatcher matcher(op, values);
  return matcher.holds(matcher.compare(cell, folder));
}

struct Case {
  Op op;
  std::vector<std::string> values;
  std::string cell;
  bool expected;
};

TEST(RulesTextMatch, Cases) {
  const std::string kelvin = "\xE2\x84\xAA";  // KELVIN SIGN, lower case: k
  const std::string dotted = "\xC4\xB0";      // I with a dot above, lower case: i
  const std::string longer = "\xC8\xBA";      // A with stroke: two bytes, lower case has three
  const std::string longer_low = "\xE2\xB1\xA5";
  const std::vector<Case> cases = {
      {Op::is, {"germany"}, "GERMANY", true},
      {Op::is, {" Germany\t"}, "germany", true},
      {Op::is, {"France", "Germany"}, "GERMANY", true},
      {Op::is, {"german"}, "GERMANY", false},
      {Op::is, {"germanys"}, "GERMANY", false},
      {Op::is, {"germany"}, "", false},
      {Op::is_not, {"germany"}, "", true},
      {Op::is_not, {"germany"}, "GERMANY", false},
      {Op::is_not, {"germany", "france"}, "Spain", true},
      {Op::is, {"\xC3\x89T\xC3\x89"}, "\xC3\xA9t\xC3\xA9", true},
      {Op::is, {"kelvin"}, kelvin + "elvin", true},
      {Op::is, {kelvin + "ELVIN"}, "kelvin", true},
      {Op::is, {"india"}, dotted + "ndia", true},
      {Op::is, {longer_low}, longer, true},
      {Op::is,
       {"strasse"},
       "stra\xC3\x9F"
       "e",
       false},
      {Op::contains, {"vp", "head"}, "Head of Ops", true},
      {Op::contains, {"vp", "head"}, "ahead", true},
      {Op::contains, {"vp", "head"}, "Director", false},
      {Op::contains, {"k"}, kelvin, true},
      {Op::contains, {"vp"}, "", false},
      {Op::contains, {"longer than the cell"}, "longer", false},
      {Op::not_contains, {"vp"}, "", true},
      {Op::not_contains, {"vp"}, "SVP", false},
      {Op::not_contains, {"vp"}, "Head", true},
      {Op::starts_with, {"head"}, "Head of Ops", true},
      {Op::starts_with, {"head"}, "ahead", false},
      {Op::starts_with, {"head of ops "}, "Head of Ops", true},
      {Op::starts_with, {"head"}, "", false},
      {Op::ends_with, {"MANAGER"}, "Office manager", true},
      {Op::ends_with, {"manager"}, "managers", false},
      {Op::ends_with, {"manager"}, "", false},
      {Op::ends_with, {"\xC3\x89"}, "caf\xC3\xA9", true},
      {Op::domain_is, {"acme.io"}, "Ann <ann@ACME.io>", true},
      {Op::domain_is, {"acme.io"}, "ann@acme.io", true},
      {Op::domain_is, {"acme.io"}, "ann@acme.io.", true},
      {Op::domain_is, {"acme.io"}, "ann@ acme.io", true},
      {Op::domain_is, {"acme.io"}, "ann@acme.io. >", true},
      {Op::domain_is, {"acme.io"}, "ann@acme.io >", true},
      {Op::domain_is, {"acme.io"}, "ann@acme.io..", false},
      {Op::domain_is, {"acme.io"}, "ann@acme.io>>", false},
      {Op::domain_is, {"acme.io"}, "ann@acme.io>.", false},
      {Op::domain_is, {"acme.io"}, "a@b.c@acme.io", true},
      {Op::domain_is, {"acme.io"}, "ann@acme.io@b.c", false},
      {Op::domain_is, {"acme.io"}, "ann@mail.acme.io", false},
      {Op::domain_is, {"acme.io"}, "acme.io", false},
      {Op::domain_is, {"acme.io"}, "", false},
      {Op::domain_is, {"acme.io"}, "ann@", false},
      {Op::domain_is_not, {"acme.io"}, "ann@", true},
      {Op::domain_is_not, {"acme.io"}, "no address", false},
      {Op::domain_is_not, {"acme.io"}, "", false},
      {Op::domain_is_not, {"acme.io", "b.c"}, "ann@B.C", false},
      {Op::domain_is_not, {"acme.io"}, "ann@b.c", true},
      {Op::equals, {"5"}, "5", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(holds(c.op, c.values, c.cell), c.expected)
        << static_cast<int>(c.op) << " [" << c.values[0] << "] on `" << c.cell << "`";
  }
}

std::string random_text(Random& random, int longest) {
  static const std::vector<std::string> kLetters = {"a",        "A",
                                                    "z",        "Z",
                                                    "@",        "[",
                                                    "`",        "{",
                                                    "0",        " ",
                                                    "~",        "\x7f",
                                                    "\xC3\x89", "\xE2\x84\xAA",
                                                    "\xC8\xBA", "\xF0\x90\x90\x80",
                                                    "\xC4\xB0"};
  const int ascii = 12;
  std::string text;
  const int size = random.below(longest + 1);
  const bool plain = !random.one_in(3);
  for (int i = 0; i < size; ++i) {
    text += kLetters[static_cast<std::size_t>(
        random.below(plain ? ascii : static_cast<int>(kLetters.size())))];
  }
  return text;
}

TEST(RulesTextMatch, FoldsLikeFoldCase) {
  Random random(20260301);
  CaseFolder folder;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_text(random, 90);
    EXPECT_EQ(folder.fold(text), data::fold_case(text)) << text;
  }
}

// Against the words of the reference, said slowly.
TEST(RulesTextMatch, AgreesWithFoldingEverything) {
  Random random(7);
  CaseFolder folder;
  const std::vector<Op> ops = {Op::is, Op::contains, Op::starts_with, Op::ends_with};
  for (int i = 0; i < 20000; ++i) {
    const std::string cell(data::trim(random_text(random, 30)));
    std::vector<std::string> values;
    for (int n = random.below(4); n >= 0; --n) {
      std::string value(data::trim(random_text(random, 4)));
      if (random.one_in(2) && !cell.empty()) {
        const auto from = static_cast<std::size_t>(random.below(static_cast<int>(cell.size())));
        value = cell.substr(from, static_cast<std::size_t>(random.below(8)) + 1);
        if (data::fold_case(value) == value && random.one_in(2)) value = cell;
      }
      if (!data::trim(value).empty()) values.emplace_back(data::trim(value));
    }
    const Op op = random.pick(ops);
    const std::string folded = data::fold_case(cell);
    bool expected = false;
    for (const std::string& value : values) {
      const std::string wanted = data::fold_case(value);
      const std::size_t at = op == Op::ends_with ? folded.rfind(wanted) : folded.find(wanted);
      if (at == std::string::npos || cell.empty()) continue;
      expected = expected || op == Op::contains || (op == Op::is && folded == wanted) ||
                 (op == Op::starts_with && at == 0) ||
                 (op == Op::ends_with && at + wanted.size() == folded.size());
    }
    EXPECT_EQ(holds(op, values, cell), expected) << static_cast<int>(op) << " on `" << cell << "`";
  }
}

}  // namespace
}  // namespace leadpact::rules
