// Small pieces that sentences are made of, here and on the page.
#ifndef LEADPACT_CORE_AGREEMENT_WORDING_H_
#define LEADPACT_CORE_AGREEMENT_WORDING_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leadpact::agreement {

// The text in curly quotes, on one line and not longer than a sentence bears.
[[nodiscard]] std::string quoted(std::string_view text);

// The shortest digits that give the number again: 2, 0.5, -1e+30.
[[nodiscard]] std::string digits(double number);

// Thousands marked in a number in decimal digits: -1,234.5 for -1234.5. What
// is written otherwise (1e+30, nan) stays as it is.
[[nodiscard]] std::string grouped(std::string number);

[[nodiscard]] std::string whole(std::uint64_t number);  // 12,345

// Every digit, thousands marked: 2,400,000; 0.125.
[[nodiscard]] std::string number_words(double number);

// "a, b and c"; the last word may be another.
[[nodiscard]] std::string listed(const std::vector<std::string>& parts,
                                 std::string_view last_word = "and");

[[nodiscard]] std::string in_a_row(const std::vector<std::string>& words);  // "a b c"

// Without full stops and spaces at its end, to go on after it.
[[nodiscard]] std::string without_stop(std::string text);

// The days of a week as a calendar names them, and in words.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWeekdays = {
    {{"mon", "Monday"},
     {"tue", "Tuesday"},
     {"wed", "Wednesday"},
     {"thu", "Thursday"},
     {"fri", "Friday"},
     {"sat", "Saturday"},
     {"sun", "Sunday"}}};

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_WORDING_H_
