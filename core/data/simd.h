// 64 bytes at a time: SSE2 where the processor has it (every x86-64 has), wasm
// SIMD with -msimd128, plain 64-bit words elsewhere. A mask has bit i for the
// byte at p[i].
#ifndef LEADPACT_CORE_DATA_SIMD_H_
#define LEADPACT_CORE_DATA_SIMD_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace leadpact::data::simd {

// Eight bytes, the first one lowest, whatever the machine's order.
inline std::uint64_t load_word(const char* p) {
  std::uint64_t word = 0;
  std::memcpy(&word, p, sizeof(word));
  if constexpr (std::endian::native == std::endian::big) {
    std::uint64_t swapped = 0;
    for (int i = 0; i < 8; ++i)
      swapped |= ((word >> (8 * i)) & 0xFF) << (56 - 8 * i);
    word = swapped;
  }
  return word;
}

#if defined(__SSE2__)

using Vector = __m128i;
inline Vector load(const char* p) {
  Vector vector;  // by memcpy: p is not aligned, and a cast would hide it
  std::memcpy(&vector, p, sizeof(vector));
  return vector;
}
inline Vector equal(Vector a, char c) {
  return _mm_cmpeq_epi8(a, _mm_set1_epi8(c));
}
inline Vector either(Vector a, Vector b) {
  return _mm_or_si128(a, b);
}
inline std::uint64_t bits(Vector a) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(a));
}
inline std::uint64_t high_bits(Vector a) {
  return bits(a);
}

#elif defined(__wasm_simd128__)

using Vector = v128_t;
inline Vector load(const char* p) {
  return wasm_v128_load(p);
}
inline Vector equal(Vector a, char c) {
  return wasm_i8x16_eq(a, wasm_i8x16_splat(c));
}
inline Vector either(Vector a, Vector b) {
  return wasm_v128_or(a, b);
}
inline std::uint64_t bits(Vector a) {
  return static_cast<std::uint32_t>(wasm_i8x16_bitmask(a));
}
inline std::uint64_t high_bits(Vector a) {
  return bits(a);
}

#else

struct Vector {
  std::uint64_t low, high;
};
inline constexpr std::uint64_t kSevenBits = 0x7F7F7F7F7F7F7F7F;
inline Vector load(const char* p) {
  return {load_word(p), load_word(p + 8)};
}
// The high bit of every byte that is zero.
inline std::uint64_t zero_bytes(std::uint64_t word) {
  return ~(((word & kSevenBits) + kSevenBits) | word | kSevenBits);
}
inline Vector equal(Vector a, char c) {
  const std::uint64_t all = 0x0101010101010101 * static_cast<unsigned char>(c);
  return {zero_bytes(a.low ^ all), zero_bytes(a.high ^ all)};
}
inline Vector either(Vector a, Vector b) {
  return {a.low | b.low, a.high | b.high};
}
inline std::uint64_t gather(std::uint64_t word) {
  return (((word & ~kSevenBits) >> 7) * 0x0102040810204080) >> 56;
}
inline std::uint64_t bits(Vector a) {
  return gather(a.low) | gather(a.high) << 8;
}
inline std::uint64_t high_bits(Vector a) {
  return bits(a);
}

#endif

struct Block {
  Vector v0, v1, v2, v3;

  explicit Block(const char* p)
      : v0(load(p)), v1(load(p + 16)), v2(load(p + 32)), v3(load(p + 48)) {}

  [[nodiscard]] std::uint64_t mask(char c) const {
    return join(equal(v0, c), equal(v1, c), equal(v2, c), equal(v3, c));
  }
  [[nodiscard]] bool has(char a, char b) const {
    const Vector any =
        either(either(either(equal(v0, a), equal(v1, a)), either(equal(v2, a), equal(v3, a))),
               either(either(equal(v0, b), equal(v1, b)), either(equal(v2, b), equal(v3, b))));
    return bits(any) != 0;
  }
  // Bytes beyond ASCII.
  [[nodiscard]] std::uint64_t high_mask() const {
    if (high_bits(either(either(v0, v1), either(v2, v3))) == 0) return 0;
    return high_bits(v0) | high_bits(v1) << 16 | high_bits(v2) << 32 | high_bits(v3) << 48;
  }

 private:
  static std::uint64_t join(Vector a, Vector b, Vector c, Vector d) {
    return bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48;
  }
};

inline constexpr std::size_t kBlock = 64;

// Of a mask that is not 0.
inline int first_bit(std::uint64_t mask) {
  return std::countr_zero(mask);
}

// x86-64 has no instruction for this, and the library function is a call.
inline int count_bits(std::uint64_t mask) {
#if defined(__x86_64__) && !defined(__POPCNT__)
  mask -= (mask >> 1) & 0x5555555555555555;
  mask = (mask & 0x3333333333333333) + ((mask >> 2) & 0x3333333333333333);
  mask = (mask + (mask >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<int>((mask * 0x0101010101010101) >> 56);
#else
  return std::popcount(mask);
#endif
}

}  // namespace leadpact::data::simd

#endif  // LEADPACT_CORE_DATA_SIMD_H_
