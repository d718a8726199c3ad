// Why a record does not fulfil a condition: its rules, and what the record has
// instead, in words.
//
//   the rule                             the cell      rule, has
//   -----------------------------------  ------------  ---------------------------
//   employees at_least 50                40            “Employees” is at least 50
//                                                      has “40”
//   email is_filled                                    “Email” is filled
//                                                      is empty
//   created on_or_after 2026-01-01       soon          …, has “soon”, which is no
//                                                      date
#ifndef LEADPACT_CORE_SCORING_CELL_WORDS_H_
#define LEADPACT_CORE_SCORING_CELL_WORDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/rules/compile.h"

namespace leadpact::scoring {

// A dataset with what was loaded for it.
struct Records {
  const agreement::Agreement& agreement;
  const agreement::Dataset& dataset;
  const data::Table& table;
  rules::Evaluator& evaluator;
};

// What a cell holds: `has “40”`, `is empty`, `has “x”, which is no number`.
[[nodiscard]] std::string cell_words(const Records& records, int field, std::size_t row);

// What the record has in place of what the rule asks for; empty where that is
// no one cell.
[[nodiscard]] std::string has_words(const Records& records, const agreement::Condition& rule,
                                    std::size_t row);

// The first level of a condition, each rule as a condition; groups come last. A
// negated one is one rule.
[[nodiscard]] std::vector<agreement::Condition> rules_of(const agreement::Condition& condition);

struct MissedRule {
  std::string rule;
  std::string has;  // may be empty
};
// The rules a record that does not fulfil the condition fails by; of `any` all.
[[nodiscard]] std::vector<MissedRule> missed_rules(const Records& records,
                                                   const agreement::Condition& condition,
                                                   std::size_t row);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_CELL_WORDS_H_
