// How often a property is tried.
//
//   rounds(60)   natively          60
//                sanitized, wasm    8
//
// There a round takes up to forty times as long, and whether it holds is
// known natively: what is looked for is memory, which the first rounds show.
#ifndef LEADPACT_TESTS_CORE_ROUNDS_H_
#define LEADPACT_TESTS_CORE_ROUNDS_H_

namespace leadpact::testing {

#if defined(__EMSCRIPTEN__) || defined(__SANITIZE_ADDRESS__)
inline constexpr unsigned kShare = 8;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr unsigned kShare = 8;
#else
inline constexpr unsigned kShare = 1;
#endif
#else
inline constexpr unsigned kShare = 1;
#endif

constexpr int rounds(int natively) {
  return (natively + static_cast<int>(kShare) - 1) / static_cast<int>(kShare);
}

}  // namespace leadpact::testing

#endif  // LEADPACT_TESTS_CORE_ROUNDS_H_
