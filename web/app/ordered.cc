#include "web/app/ordered.h"

#include <algorithm>

namespace leadpact::app {

std::vector<std::size_t> ordered(std::vector<std::size_t> indices,
                                 const std::function<bool(std::size_t, std::size_t)>& before) {
  std::stable_sort(indices.begin(), indices.end(), std::cref(before));
  return indices;
}

}  // namespace leadpact::app
