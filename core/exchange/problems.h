// What a reader has to say about a document: errors, and warnings for what is
// valid but surely not meant.
#ifndef LEADPACT_CORE_EXCHANGE_PROBLEMS_H_
#define LEADPACT_CORE_EXCHANGE_PROBLEMS_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/places.h"
#include "core/exchange/document.h"
#include "core/result.h"

namespace leadpact::exchange {

struct Problems {
  Errors errors;
  std::vector<Warning> warnings;

  void error(ErrorCode code, std::string place, std::string message) {
    if (errors.size() > agreement::kMaxErrors) return;
    if (errors.size() == agreement::kMaxErrors) {
      errors.push_back(agreement::more_errors());
      return;
    }
    errors.push_back({code, std::move(place), std::move(message)});
  }
  void warn(std::string place, std::string message) {
    if (warnings.size() >= agreement::kMaxErrors) return;
    warnings.push_back({std::move(place), std::move(message)});
  }
};

// All list entries of a document together; a bound for memory, far beyond any
// agreement.
inline constexpr std::size_t kMaxEntries = 200000;

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_PROBLEMS_H_
