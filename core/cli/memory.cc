#include "core/cli/memory.h"

#include <cstddef>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <limits>
#endif

// Under the sanitizers malloc is not glibc's.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define LEADPACT_PREPARES_HEAP 1
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#undef LEADPACT_PREPARES_HEAP
#endif
#endif
#endif

namespace leadpact::cli {

#ifdef LEADPACT_PREPARES_HEAP

void prepare_heap(std::uint64_t bytes) {
  constexpr std::uint64_t kWorthIt = 16u << 20;
  constexpr std::uint64_t kMost = std::uint64_t{64} << 30;
  if (bytes < kWorthIt || bytes > kMost) return;
  // One heap that keeps what is freed: the next column takes the same pages.
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  // A piece of it in large pages, reserved but not touched.
  const std::size_t size = static_cast<std::size_t>(bytes) * 2;
  void* piece = std::malloc(size);
  if (piece == nullptr) return;
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto begin = (reinterpret_cast<std::uintptr_t>(piece) + page - 1) / page * page;
  const auto end = (reinterpret_cast<std::uintptr_t>(piece) + size) / page * page;
  madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  std::free(piece);
}

#else

void prepare_heap(std::uint64_t) {}

#endif

}  // namespace leadpact::cli
