// Sums of many doubles, the same whatever computes them: compensated
// (Neumaier), in the order of the records, and only beyond a double when the
// true sum is.
//
//   added                  total
//   ---------------------  --------------------------------------
//   0.1 ten times          1
//   1e16, 1, -1e16         1
//   1e308, 1e308, -1e308   1e308: on the way beyond, in the end not
//   1e308, 1e308           nothing
#ifndef LEADPACT_CORE_SCORING_SUMMATION_H_
#define LEADPACT_CORE_SCORING_SUMMATION_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace leadpact::scoring {

class Sum {
 public:
  void add(double x) {
    small_.add(x);
    large_.add(x * kDown);
    ++count_;
  }

  [[nodiscard]] std::uint64_t count() const { return count_; }

  // Nothing where it lies beyond a double.
  [[nodiscard]] std::optional<double> total() const {
    const double total = small_.total();
    if (std::isfinite(total)) return total;
    const double scaled = large_.total() / kDown;
    return std::isfinite(scaled) ? std::optional<double>(scaled) : std::nullopt;
  }

  // Never beyond a double; 0 where nothing was added.
  [[nodiscard]] double mean() const {
    if (count_ == 0) return 0;
    const auto count = static_cast<double>(count_);
    const double total = small_.total();
    if (std::isfinite(total)) return total / count;
    constexpr double kMost = std::numeric_limits<double>::max();
    return std::clamp(large_.total() / count / kDown, -kMost, kMost);
  }

 private:
  // 2^-100, a power of two: scaling by it is exact where it is needed.
  static constexpr double kDown = 0x1p-100;

  struct Compensated {
    double sum = 0;
    double lost = 0;
    void add(double x) {
      const double next = sum + x;
      const bool larger = std::fabs(sum) >= std::fabs(x);
      const double big = larger ? sum : x;
      const double low = larger ? x : sum;
      lost += (big - next) + low;
      sum = next;
    }
    [[nodiscard]] double total() const { return sum + lost; }
  };

  Compensated small_;
  Compensated large_;
  std::uint64_t count_ = 0;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_SUMMATION_H_
