// What the text operators of a condition ask of one cell (scoring.md, 3).
//
//   op             values          cell                       holds
//   -------------  --------------  -------------------------  -----
//   is             [germany]       "GERMANY"                  yes
//   contains       [vp, head]      "Head of Ops"              yes
//   starts_with    [head]          "Head of Ops"              yes
//   domain_is      [acme.io]       "Ann <ann@ACME.io>"        yes
//   domain_is      [acme.io]       "ann@mail.acme.io"         no
//   domain_is_not  [acme.io]       "no address"               no
//   is_not         [germany]       (empty)                    yes
//
// Cells are UTF-8 and trimmed. Most are ASCII and short, and most do not match:
// those are refused by a few comparisons of eight bytes at a time, without
// folding or copying them.
#ifndef LEADPACT_CORE_RULES_TEXT_MATCH_H_
#define LEADPACT_CORE_RULES_TEXT_MATCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"

namespace leadpact::rules {

// Folds the case of one text after another into a buffer of its own.
class CaseFolder {
 public:
  // data::fold_case(text); valid until the next call.
  [[nodiscard]] std::string_view fold(std::string_view text);

 private:
  static constexpr std::size_t kShort = 64;
  char short_[kShort];
  std::string long_;
};

// What follows the last `@` of an address, without what may stand behind it;
// nothing where there is no `@`. Not folded.
[[nodiscard]] std::optional<std::string_view> domain_of(std::string_view cell);

// What an operator and its contrary (is, is_not) both go by.
enum class Likeness : std::uint8_t { unknown, none, differs, matches };

// The operator that holds where a cell matches: `is` for is_not too.
[[nodiscard]] agreement::Op likening(agreement::Op op);

// A text operator with its values. Stateless: one may serve several threads,
// each with a folder of its own.
class TextMatcher {
 public:
  // `op` is one of the text operators; others never hold.
  TextMatcher(agreement::Op op, const std::vector<std::string>& values);

  // Never unknown; none where a domain is asked for and there is none.
  [[nodiscard]] Likeness compare(std::string_view cell, CaseFolder& folder) const;
  // Whether the operator holds for a cell of that likeness.
  [[nodiscard]] bool holds(Likeness likeness) const { return likeness == wanted_; }

 private:
  // A folded ASCII value of at most 16 bytes in two words.
  struct Key {
    std::size_t size = 0;
    std::uint64_t front = 0;
    std::uint64_t back = 0;
  };
  // An ASCII value of two bytes or more; its first two, each eight times and
  // with the bit that tells the cases of a letter apart.
  struct Start {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::size_t value = 0;  // its index
  };

  [[nodiscard]] bool equals_one(std::string_view text, CaseFolder& folder) const;
  [[nodiscard]] bool contains_one(std::string_view text, CaseFolder& folder) const;
  [[nodiscard]] bool starts_with_one(std::string_view text, CaseFolder& folder) const;
  [[nodiscard]] bool ends_with_one(std::string_view text, CaseFolder& folder) const;
  struct Search;

  agreement::Op op_;  // likening
  Likeness wanted_;
  std::vector<std::string> values_;  // trimmed, case folded
  std::vector<Key> keys_;            // of those that have one
  std::vector<Start> starts_;        // of those in ASCII
  bool has_starts_ = true;           // no value is a single byte
};

}  // namespace leadpact::rules

#endif  // LEADPACT_CORE_RULES_TEXT_MATCH_H_
