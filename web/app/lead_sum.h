// The points of one lead, rule by rule.
//
//   rule                       the lead's          points   sum
//   -------------------------  ------------------  -------  ----
//   Company of 50 or more      Employees: 120      +20      20
//   A country we sell in       Country: France     0        20
//   A private address          Email: x@gmail.com  -25      -5
#ifndef LEADPACT_WEB_APP_LEAD_SUM_H_
#define LEADPACT_WEB_APP_LEAD_SUM_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/rules/compile.h"

namespace leadpact::app {

struct LeadSum {
  struct Line {
    std::string rule;   // its name, or what it asks
    std::string asks;   // the condition in words; empty where that is `rule`
    std::string cells;  // "“Employees”: 120", of the columns it asks about
    bool fits = false;
    double points = 0;  // given: 0 where it does not fit
    double sum = 0;     // up to here
  };
  std::string lead;  // its identifier, or "leads.csv, line 5"
  std::vector<Line> lines;
  double sum = 0;
};

// `row` is one of the table, `evaluator` one over it.
[[nodiscard]] LeadSum lead_sum(const agreement::Agreement& agreement,
                               const agreement::Dataset& dataset, const data::Table& table,
                               rules::Evaluator& evaluator, std::size_t row);

// "54 of 60 points: does not reach the threshold of “MQL”."
[[nodiscard]] std::string threshold_verdict(double sum, double threshold, const std::string& stage);

// What a record is told apart by.
[[nodiscard]] std::string identifier_of(const agreement::Dataset& dataset, const data::Table& table,
                                        std::size_t row);

// The index among the kept rows of the record with this identifier (letters
// large or small), else of the first one that begins with it; nothing where
// there is none.
[[nodiscard]] std::optional<std::size_t> find_lead(const agreement::Dataset& dataset,
                                                   const data::Table& table,
                                                   std::string_view identifier);

// "+20", "0", "-25".
[[nodiscard]] std::string signed_points(double points);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LEAD_SUM_H_
