#include "core/scoring/name_list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace leadpact::scoring {
namespace {

TEST(NameList, IsTheTable) {
  NameList list(2);
  for (const char* ada : {"Ada Park", "ADA PARK", " Ada Park", "ada park\t"})
    EXPECT_EQ(list.code_of(ada), 1) << ada;
  EXPECT_EQ(list.code_of(""), 0);
  EXPECT_EQ(list.code_of("  "), 0);
  EXPECT_EQ(list.code_of("Bo"), 2);
  for (const char* other : {"Cy", "Di", "CY ", "Cy"})
    EXPECT_EQ(list.code_of(other), 3) << other;
  EXPECT_EQ(list.code_of("bo"), 2) << "it was there before the others";
  list.set_agreed(2);
  const std::vector<ListedName> names = list.take();
  ASSERT_EQ(names.size(), 4u);
  EXPECT_EQ(names[0].name, "");
  EXPECT_EQ(names[1].name, "Ada Park") << "as it is written first";
  EXPECT_TRUE(names[2].agreed);
  EXPECT_TRUE(names[3].others);
  EXPECT_EQ(names[3].joined, 2u);
}

TEST(NameList, FoldsLettersOfOtherScripts) {
  NameList list(9);
  EXPECT_EQ(list.code_of("Élodie Müller"), list.code_of("éLODIE MÜLLER"));
  EXPECT_NE(list.code_of("Élodie"), list.code_of("Elodie"));
}

TEST(NameList, CountsNoMoreThanItKeeps) {
  NameList list(1);
  std::vector<std::string> names = {"first"};
  for (std::uint32_t i = 0; i < NameList::kMostJoined + 50; ++i)
    names.push_back("name " + std::to_string(i));
  for (const std::string& name : names)
    EXPECT_GT(list.code_of(name), 0);
  for (const std::string& name : names)
    EXPECT_EQ(list.code_of(name), &name == &names.front() ? 1 : 2);
  EXPECT_EQ(list.names().back().joined, NameList::kMostJoined);
}

}  // namespace
}  // namespace leadpact::scoring
