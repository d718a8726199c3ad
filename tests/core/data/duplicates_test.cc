#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/data/table_state.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

// Which rows stay, by the rule and not by the hash.
std::vector<RowStatus> expected(const std::vector<std::string>& ids, Keep keep) {
  std::map<std::string, std::size_t> kept;
  for (std::size_t row = 0; row < ids.size(); ++row) {
    if (ids[row].empty()) continue;
    if (keep == Keep::last) kept.erase(ids[row]);
    kept.emplace(ids[row], row);
  }
  std::vector<RowStatus> statuses;
  for (std::size_t row = 0; row < ids.size(); ++row) {
    const bool stays = ids[row].empty() || kept.at(ids[row]) == row;
    statuses.push_back(stays ? RowStatus::kept : RowStatus::duplicate);
  }
  return statuses;
}

// With hashes of our own choice: ids may be made to collide.
std::vector<RowStatus> marked(const std::vector<std::string>& ids, Keep keep,
                              std::uint32_t hashes_that_differ) {
  std::string text;
  Table::State state;
  Ids all;
  all.any = true;
  state.columns.resize(1);
  for (const std::string& id : ids) {
    state.columns[0].texts.push_back(make_ref(text.size(), id.size()));
    text += id;
    std::uint32_t hash = 0;
    for (const char c : id)
      hash = hash * 31 + static_cast<unsigned char>(c);
    all.hashes.push_back(id.empty() ? 0 : 1 + hash % hashes_that_differ);
  }
  Source source;
  source.text = text;
  state.sources.push_back(std::move(source));
  state.rows = ids.size();
  state.statuses.resize(ids.size());
  Duplicates duplicates(keep, 0, all, state);
  while (duplicates.step()) {
  }
  return state.statuses;
}

TEST(DataDuplicates, IdsThatCollideAreSettledLikeAnyOthers) {
  testing::Dice dice(31);
  for (const std::size_t count : {0u, 1u, 10u, 600u, 3000u}) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
      ids.push_back(dice.chance(10) ? "" : "L" + std::to_string(dice.below(count)));
    }
    for (const Keep keep : {Keep::first, Keep::last}) {
      for (const std::uint32_t different : {1u, 2u, 50u, 1u << 30}) {
        EXPECT_EQ(marked(ids, keep, different), expected(ids, keep)) << count << " " << different;
      }
    }
  }
}

TEST(DataDuplicates, AHundredThousandThatAllCollideTakeNoAges) {
  std::vector<std::string> ids;
  for (int i = 0; i < 100'000; ++i)
    ids.push_back("id " + std::to_string(i % 99'000));
  EXPECT_EQ(marked(ids, Keep::last, 1), expected(ids, Keep::last));
}

}  // namespace
}  // namespace leadpact::data
