// Small pieces of the sentences that errors are made of.
#ifndef LEADPACT_CORE_AGREEMENT_WORDING_H_
#define LEADPACT_CORE_AGREEMENT_WORDING_H_

#include <string>
#include <string_view>

namespace leadpact::agreement {

// The text in curly quotes, on one line and not longer than a sentence bears.
[[nodiscard]] std::string quoted(std::string_view text);

// The shortest digits that give the number again: 2, 0.5, -1e+30.
[[nodiscard]] std::string digits(double number);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_WORDING_H_
