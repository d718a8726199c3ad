// Large vectors on large pages.
//
// A million rows are some 130 MB that were never touched before. In pages of
// 4 KB that is 30,000 faults, which on a virtual machine can take longer than
// reading the file does; in pages of 2 MB it is 65.
#ifndef LEADPACT_CORE_DATA_MEMORY_H_
#define LEADPACT_CORE_DATA_MEMORY_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#if defined(__linux__) && !defined(__EMSCRIPTEN__)
#include <sys/mman.h>
#endif

namespace leadpact::data {

// Only advice: nothing depends on whether it is taken.
inline void prefer_large_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t size) {
#if defined(__linux__) && !defined(__EMSCRIPTEN__) && defined(MADV_HUGEPAGE)
  constexpr std::uintptr_t kPage = 4096;
  constexpr std::size_t kWorthIt = 1u << 20;
  if (size < kWorthIt) return;
  const auto begin = reinterpret_cast<std::uintptr_t>(memory);
  const std::uintptr_t first = (begin + kPage - 1) / kPage * kPage;
  const std::uintptr_t last = (begin + size) / kPage * kPage;
  if (first < last) madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
#endif
}

template <typename T>
void reserve_large(std::vector<T>& vector, std::size_t size) {
  vector.reserve(size);
  prefer_large_pages(vector.data(), vector.capacity() * sizeof(T));
}

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_MEMORY_H_
