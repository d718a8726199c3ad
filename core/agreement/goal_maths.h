// Goal maths: from a revenue goal down to the leads of a month, and back.
//
//   revenue a year       2,400,000
//   × marketing's share       50 %   1,200,000
//   ÷ deal size            20,000   60 customers a year, 5 a month
//   ÷ opportunities won       25 %   20 opportunities a month
//   ÷ SQLs that become one    50 %   40 SQLs
//   ÷ MQLs that become one    20 %   200 MQLs
//   ÷ leads that become one   25 %   800 leads
//
// Every number can be set. A step of the funnel sets the revenue goal that
// needs it, or, with the goal as it is, the rate above it:
//
//   set                 the goal follows     the rate above follows
//   ------------------  -------------------  -----------------------------
//   400 MQLs a month    revenue 4,800,000    10 % of the MQLs become SQLs
//   10 customers        revenue 4,800,000    the average deal is 10,000
//   20 MQLs             revenue 240,000      none: 40 SQLs take 40 or more
//
// Source: domain.md, 7.
#ifndef LEADPACT_CORE_AGREEMENT_GOAL_MATHS_H_
#define LEADPACT_CORE_AGREEMENT_GOAL_MATHS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "core/agreement/model.h"

namespace leadpact::agreement {

// Amounts are of the currency one thinks in, rates in percent.
struct GoalMaths {
  double revenue = 2400000;     // new, a year
  double marketing_share = 50;  // of it from these leads
  double deal_size = 20000;
  double won = 25;  // of the opportunities
  double sql_to_opportunity = 60;
  double mql_to_sql = 20;
  double lead_to_mql = 15;
  double working_days = 21;  // a month
  double reps = 5;
};

enum class FunnelStep : std::uint8_t { customers, opportunities, sqls, mqls, leads };
inline constexpr FunnelStep kFunnel[] = {FunnelStep::customers, FunnelStep::opportunities,
                                         FunnelStep::sqls, FunnelStep::mqls, FunnelStep::leads};

// How many a month the goal needs; nothing where a rate, the share or the deal
// size is not above 0, or the number is beyond a double.
[[nodiscard]] std::optional<double> a_month(const GoalMaths& maths, FunnelStep step);

// Sets the revenue to what `count` a month of that step come to. False, with
// nothing changed, where a_month() has nothing to say or count is below 0.
bool set_a_month(GoalMaths& maths, FunnelStep step, double count);

// Sets the rate above that step, of customers the deal size, so that the goal
// needs `count` of it a month. False, with nothing changed, where no rate above
// 0 and up to 100 % does that.
bool set_rate_above(GoalMaths& maths, FunnelStep step, double count);

// Working days a month of the agreement's first year, on average, by its first
// business hours; nothing where there are none.
[[nodiscard]] std::optional<double> working_days_a_month(const Agreement& agreement);

// Adds what the numbers ask for: the revenue as a shared goal, MQLs a month of
// marketing, customers a quarter of sales. The place of the first promise; ""
// where the numbers say nothing. Numbers are rounded up to whole leads.
std::string add_goal_commitments(Agreement& agreement, const GoalMaths& maths);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_GOAL_MATHS_H_
