// FNV-1a of 64 bits: to find the same text again, and to see that a byte was
// changed. It holds nothing against who chooses texts that collide.
//
//   hash_of("")     0xcbf29ce484222325
//   hash_of("a")    0xaf63dc4c8601ec8c
#ifndef LEADPACT_CORE_DATA_HASH_H_
#define LEADPACT_CORE_DATA_HASH_H_

#include <cstdint>
#include <string_view>

namespace leadpact::data {

// `before` is the hash of what stands before the text. Any change of a single
// byte gives another one: each step is one to one.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view text,
                                           std::uint64_t before = 0xcbf29ce484222325u) {
  std::uint64_t hash = before;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_HASH_H_
