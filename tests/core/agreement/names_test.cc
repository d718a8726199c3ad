#include "core/agreement/names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace leadpact::agreement {
namespace {

// Walks an enum from its first value on: each has a word of its own that
// leads back to it, but for `unset`.
template <typename Enum>
void walk(const std::vector<std::string>& words, int unset = 0) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Enum value = static_cast<Enum>(static_cast<int>(i) + unset);
    EXPECT_EQ(name_of(value), words[i]);
    EXPECT_EQ(from_name<Enum>(words[i]), value);
    EXPECT_TRUE(seen.insert(words[i]).second);
    EXPECT_NE(choices<Enum>().find(words[i]), std::string::npos);
  }
  // Nothing behind the last, and no row for `unset`.
  EXPECT_EQ(name_of(static_cast<Enum>(static_cast<int>(words.size()) + unset)), "");
  if (unset == 1) {
    EXPECT_EQ(name_of(static_cast<Enum>(0)), "");
  }
  for (const char* wrong : {"", " ", "unset", "All", "all ", "Month", "null"}) {
    EXPECT_FALSE(from_name<Enum>(wrong).has_value()) << wrong;
  }
}

TEST(Names, EveryWordAndBack) {
  walk<Team>({"marketing", "sales", "both"}, 1);
  walk<Direction>({"at_least", "at_most"});
  walk<Match>({"all", "any"});
  walk<Early>({"left_out", "met"});
  walk<Op>({"is", "is_not", "contains", "not_contains", "starts_with", "ends_with", "domain_is",
            "domain_is_not", "equals", "at_least", "at_most", "more_than", "less_than", "between",
            "before", "on_or_after", "is_filled", "is_empty", "meets"},
           1);
  walk<Kind>(
      {"count", "sum", "share", "within", "average", "median", "median_time", "checkins", "manual"},
      1);
  walk<Every>({"week", "month", "quarter", "year", "term"});
  walk<data::FieldType>({"text", "number", "boolean", "timestamp"}, 1);
  walk<data::DateOrder>({"mdy", "dmy"});
  walk<data::Decimal>({".", ","});
  walk<data::Keep>({"last", "first"});
}

TEST(Names, ChoicesReadAsASentence) {
  EXPECT_EQ(choices<Direction>(), "at_least or at_most");
  EXPECT_EQ(choices<Team>(), "marketing, sales or both");
}

}  // namespace
}  // namespace leadpact::agreement
