#include "web/app/ordered.h"

#include <algorithm>

namespace leadpact::app {

std::vector<std::size_t> ordered(std::vector<std::size_t> indices,
                                 const std::function<bool(std::size_t, std::size_t)>& before) {
  std::stable_sort(indices.begin(), indices.end(),
                   [&](std::size_t a, std::size_t b) { return before(a, b); });
  return indices;
}

}  // namespace leadpact::app
