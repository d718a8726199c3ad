#include "web/app/ids.h"

#include <fmt/format.h>

namespace leadpact::app {

// SplitMix64.
std::uint64_t Ids::draw() {
  state_ += 0x9E3779B97F4A7C15u;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

std::string Ids::next() {
  const std::uint64_t high = (draw() & ~0xF000u) | 0x4000u;
  const std::uint64_t low = (draw() & ~(std::uint64_t{3} << 62)) | std::uint64_t{1} << 63;
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF,
                     high & 0xFFFF, low >> 48, low & 0xFFFFFFFFFFFFu);
}

}  // namespace leadpact::app
