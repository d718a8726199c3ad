#include "core/agreement/worded.h"

#include <gtest/gtest.h>

#include <string>

namespace leadpact::agreement {
namespace {

std::string of(const Worded& words, std::size_t i) {
  return words.text.substr(words.spans[i].begin, words.spans[i].end - words.spans[i].begin);
}

TEST(Worded, KeepsWhatAFieldSaysWhereverItIsPut) {
  const Worded limit = marked("measure.limit", "2 hours");
  Worded words = Worded("at least ") + marked("target", "90") + " % within " + limit + ".";
  EXPECT_EQ(words.text, "at least 90 % within 2 hours.");
  ASSERT_EQ(words.spans.size(), 2u);
  EXPECT_EQ(of(words, 0), "90");
  EXPECT_EQ(words.spans[0].key, "target");
  EXPECT_EQ(of(words, 1), "2 hours");
  EXPECT_EQ(words.spans[1].key, "measure.limit");
  words = Worded("“Größe” ") + words;
  EXPECT_EQ(of(words, 0), "90");
  EXPECT_EQ(of(words, 1), "2 hours");
}

TEST(Worded, MayBeOneFieldAlone) {
  const Worded words = marked("target", "5");
  EXPECT_EQ(of(words, 0), "5");
  EXPECT_EQ(words.spans[0].begin, 0u);
}

}  // namespace
}  // namespace leadpact::agreement
