// A random sample that anybody can draw again: some of the leads, chosen by a
// seed that can be read out.
//
// Each lead gets a number from the seed and its id; those with the least
// numbers are the sample, in that order. Nothing else matters: not the order of
// the rows, not the browser, not the other leads. So a larger sample of the same
// seed begins with the smaller one.
//
//   number = mixed(FNV-1a of seed, a line feed and id), 64 bits
//   mixed: three shifts and two products, the end of MurmurHash3
//
//   seed       id    number
//   ---------  ----  ------------------
//   (empty)    A     1ef32eac187be1e4
//   2026-03    L1    d3d49d9b86aac6f8
//   2026-03    L2    14bf65016eeac0a4
//   2026-04    L1    f0ff576e53f2ab11
#ifndef LEADPACT_CORE_SCORING_SAMPLE_H_
#define LEADPACT_CORE_SCORING_SAMPLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leadpact::scoring {

[[nodiscard]] std::uint64_t sample_number(std::string_view seed, std::string_view id);

// Gathers the sample from leads given in any order.
class Sample {
 public:
  static constexpr std::size_t kUsual = 20;  // leads of a meeting (domain.md, 8)
  static constexpr std::size_t kMost = 500;

  // At most kMost leads.
  Sample(std::string_view seed, std::size_t size);
  // `lead` is what the caller knows it by. Without an id it cannot be drawn.
  void add(std::string_view id, std::uint32_t lead);
  [[nodiscard]] std::uint64_t without_id() const { return without_id_; }
  // Those drawn, in the order of their numbers.
  [[nodiscard]] std::vector<std::uint32_t> take() &&;

 private:
  struct Drawn {
    std::uint64_t number = 0;
    std::string id;  // decides between equal numbers
    std::uint32_t lead = 0;
    bool operator<(const Drawn& other) const {
      return number != other.number ? number < other.number : id < other.id;
    }
  };

  std::uint64_t seeded_;  // what the seed alone makes of the number
  std::size_t size_;
  std::uint64_t without_id_ = 0;
  std::vector<Drawn> drawn_;  // in their order
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_SAMPLE_H_
