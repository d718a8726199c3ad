// Chance from a fixed seed, the same on every platform.
#ifndef LEADPACT_CORE_EXAMPLE_CHANCE_H_
#define LEADPACT_CORE_EXAMPLE_CHANCE_H_

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace leadpact::example {

class Chance {
 public:
  explicit Chance(std::uint32_t seed) {
    Seed filled{seed};
    words_ = std::mt19937(filled);
  }

  // From 0 on, under 1, of 53 bits.
  double fraction() {
    const std::uint32_t high = word() >> 5;
    const std::uint32_t low = word() >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }
  bool comes(double share) { return fraction() < share; }
  int below(int end) { return static_cast<int>(fraction() * end); }
  int between(int low, int high) { return low + below(high - low + 1); }
  // Half of the values are below `middle`, a few are many times as large.
  int long_tailed(double middle) {
    const double one = fraction();
    const double two = fraction();
    return static_cast<int>(middle * std::exp(1.2 * (one + two + fraction() - 1.5)));
  }
  template <typename Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
  }

 private:
  // The state after init_by_array of the generator's authors (Matsumoto and
  // Nishimura, mt19937ar.c), with one word of key.
  struct Seed {
    using result_type = std::uint32_t;
    std::uint32_t key;
    template <typename Iterator>
    void generate(Iterator begin, Iterator) const {
      constexpr std::uint32_t kWords = 624;
      const auto mixed = [&](std::uint32_t i, std::uint32_t factor) {
        return begin[i] ^ ((begin[i - 1] ^ (begin[i - 1] >> 30U)) * factor);
      };
      begin[0] = 19650218U;
      for (std::uint32_t i = 1; i < kWords; ++i)
        begin[i] = 1812433253U * (begin[i - 1] ^ (begin[i - 1] >> 30U)) + i;
      std::uint32_t i = 1;
      const auto step = [&] {
        if (++i < kWords) return;
        begin[0] = begin[kWords - 1];
        i = 1;
      };
      for (std::uint32_t k = 0; k < kWords; ++k, step())
        begin[i] = mixed(i, 1664525U) + key;
      for (std::uint32_t k = 0; k < kWords - 1; ++k, step())
        begin[i] = mixed(i, 1566083941U) - i;
      begin[0] = 0x80000000U;
    }
  };

  std::uint32_t word() { return static_cast<std::uint32_t>(words_()); }

  std::mt19937 words_;
};

}  // namespace leadpact::example

#endif  // LEADPACT_CORE_EXAMPLE_CHANCE_H_
