// Small pieces that sentences are made of, here and on the page.
//
//   in_quotes("US")            “US”
//   in_quotes("a”b")           “a””b”
//   in_quotes("a<tab>b")       “a⟨U+0009⟩b”
//   visible("two  spaces")     two ⟨U+0020⟩spaces
//   visible("e" + U+0301)      e⟨U+0301⟩, where “é” is one character
//   visible("⟨")               ⟨U+27E8⟩
//   date_words("2026-12-24")   24 December 2026
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

// So that no two texts look alike: what is not seen, looks like a plain space
// or is another way to write the same letter stands by its number, a damaged
// byte as U+110000 and on. Joiners and selectors stay where they do something:
// between letters of scripts that join, and in emoji.
[[nodiscard]] std::string visible(std::string_view text);

// The whole text, visible, with closing quotes inside doubled. What a clause
// quotes is never shortened.
[[nodiscard]] std::string in_quotes(std::string_view text);

// What a thing is called: its name, or its id where it has none.
[[nodiscard]] const std::string& or_id(const std::string& name, const std::string& id);

// A date of the file; what is none stays as it is.
[[nodiscard]] std::string date_words(const std::string& date);
[[nodiscard]] std::string_view month_name(int month);  // 1 to 12

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
