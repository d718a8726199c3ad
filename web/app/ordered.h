// What lists are shown in an order by: one sort for all of them, as a sort made
// anew for every list is what a page is large by.
//
//   values       before                  ordered
//   -----------  ----------------------  ----------
//   7, 3, 7, 5   values[a] > values[b]   0, 2, 3, 1
#ifndef LEADPACT_WEB_APP_ORDERED_H_
#define LEADPACT_WEB_APP_ORDERED_H_

#include <cstddef>
#include <functional>
#include <vector>

namespace leadpact::app {

// The indices, each after all that come before it; equal ones as they were.
[[nodiscard]] std::vector<std::size_t> ordered(
    std::vector<std::size_t> indices, const std::function<bool(std::size_t, std::size_t)>& before);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_ORDERED_H_
