// Work split over threads so that the answer does not depend on their number:
// every piece writes to its own place, and no piece is cut by the number of
// threads. Where there are no threads (the page) all runs in the caller.
//
//   for_each_index(8, 2, work)               work(0) ... work(7), in any order
//   for_each_range(1'000'000, 2, work)       work(0, 65536), work(65536, 131072) ...
#ifndef LEADPACT_CORE_DATA_PARALLEL_H_
#define LEADPACT_CORE_DATA_PARALLEL_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace leadpact::data {

#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
inline constexpr bool kHasThreads = false;
#else
inline constexpr bool kHasThreads = true;
#endif

// Calls run(true) in the caller and run(false) in up to `threads` - 1 others at
// the same time; returns when all are done.
template <typename Run>
void run_together(std::size_t threads, const Run& run) {
  std::vector<std::thread> others;
  if (kHasThreads && threads > 1) {
    others.reserve(threads - 1);
    try {
      while (others.size() + 1 < threads)
        others.emplace_back([&run] { run(false); });
    } catch (const std::system_error&) {
      // Too many threads for this machine: those there are do it all.
    }
  }
  run(true);
  for (std::thread& other : others)
    other.join();
}

// Calls work(i) once for each i < count; returns when all are done.
template <typename Work>
void for_each_index(std::size_t count, int threads, const Work& work) {
  std::atomic<std::size_t> next{0};
  run_together(std::min(count, static_cast<std::size_t>(std::max(threads, 1))), [&](bool) {
    for (std::size_t i = next++; i < count; i = next++)
      work(i);
  });
}

// Calls work(begin, end) for consecutive ranges of rows that cover [0, rows).
template <typename Work>
void for_each_range(std::size_t rows, int threads, const Work& work) {
  constexpr std::size_t kRows = 65536;
  for_each_index((rows + kRows - 1) / kRows, threads,
                 [&](std::size_t i) { work(i * kRows, std::min(rows, (i + 1) * kRows)); });
}

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_PARALLEL_H_
