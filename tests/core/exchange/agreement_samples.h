// Agreements for tests: one with everything in it, and any number of random
// ones, which are whole but not valid.
#ifndef LEADPACT_TESTS_CORE_EXCHANGE_AGREEMENT_SAMPLES_H_
#define LEADPACT_TESTS_CORE_EXCHANGE_AGREEMENT_SAMPLES_H_

#include <cstdint>
#include <string>

#include "core/agreement/model.h"

namespace leadpact {

// Valid, and every field of the model differs from its default.
[[nodiscard]] agreement::Agreement full_agreement();

// The same seed gives the same agreement. Texts hold quotes, NULs, line ends
// and characters of every length; words may be `unset`.
[[nodiscard]] agreement::Agreement random_agreement(std::uint32_t seed);

// A file's bytes; a test failure where it cannot be read.
[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace leadpact

#endif  // LEADPACT_TESTS_CORE_EXCHANGE_AGREEMENT_SAMPLES_H_
