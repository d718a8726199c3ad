#include "core/data/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <vector>

namespace leadpact::data {
namespace {

TEST(DataParallel, EveryIndexOnce) {
  for (const int threads : {-1, 0, 1, 2, 5, 64}) {
    for (const std::size_t count : {0u, 1u, 2u, 7u, 100u}) {
      std::vector<std::atomic<int>> calls(count);
      for_each_index(count, threads, [&](std::size_t i) { ++calls[i]; });
      for (const auto& call : calls)
        EXPECT_EQ(call, 1);
    }
  }
}

TEST(DataParallel, RangesCoverEveryRowAndDoNotDependOnThreads) {
  for (const std::size_t rows : {0u, 1u, 65535u, 65536u, 65537u, 200000u}) {
    std::vector<std::vector<std::size_t>> ends;
    for (const int threads : {1, 3}) {
      std::vector<std::size_t> end_of(rows, 0);
      for_each_range(rows, threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
          end_of[row] += end;
      });
      for (std::size_t row = 0; row < rows; ++row)
        ASSERT_GT(end_of[row], row);
      ends.push_back(end_of);
    }
    EXPECT_EQ(ends[0], ends[1]);
  }
}

}  // namespace
}  // namespace leadpact::data
