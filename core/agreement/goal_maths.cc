#include "core/agreement/goal_maths.h"

#include <algorithm>
#include <cmath>

#include "core/agreement/clauses.h"
#include "core/agreement/edits.h"
#include "core/agreement/opening.h"
#include "core/agreement/wording.h"

namespace leadpact::agreement {
namespace {

constexpr double kMonths = 12;

// Revenue a year for each one a month.
std::optional<double> worth_of(const GoalMaths& maths, FunnelStep step) {
  const double rates[] = {maths.won, maths.sql_to_opportunity, maths.mql_to_sql, maths.lead_to_mql};
  if (!(maths.marketing_share > 0) || !(maths.deal_size > 0)) return std::nullopt;
  double worth = maths.deal_size * kMonths / (maths.marketing_share / 100);
  for (int i = 0; i < static_cast<int>(step); ++i) {
    if (!(rates[i] > 0)) return std::nullopt;
    worth *= rates[i] / 100;
  }
  if (!std::isfinite(worth) || !(worth > 0)) return std::nullopt;
  return worth;
}

// Half a lead is a lead; what is a whole one but for rounding stays one.
double whole_leads(double count) {
  return std::ceil(count - 1e-6);
}

std::string titled(double count, const std::string& what) {
  return grouped(digits(count)) + " " + what;
}

}  // namespace

std::optional<double> a_month(const GoalMaths& maths, FunnelStep step) {
  const auto worth = worth_of(maths, step);
  if (!worth || !(maths.revenue >= 0)) return std::nullopt;
  const double count = maths.revenue / *worth;
  if (!std::isfinite(count)) return std::nullopt;
  return count;
}

bool set_a_month(GoalMaths& maths, FunnelStep step, double count) {
  const auto worth = worth_of(maths, step);
  if (!worth || !(count >= 0) || !std::isfinite(count * *worth)) return false;
  maths.revenue = count * *worth;
  return true;
}

bool set_rate_above(GoalMaths& maths, FunnelStep step, double count) {
  static constexpr double GoalMaths::*kRates[] = {&GoalMaths::deal_size, &GoalMaths::won,
                                                  &GoalMaths::sql_to_opportunity,
                                                  &GoalMaths::mql_to_sql, &GoalMaths::lead_to_mql};
  const auto index = static_cast<std::size_t>(step);
  double rate = maths.revenue * maths.marketing_share / 100 / kMonths / count;
  if (index > 0) {
    const auto above = a_month(maths, kFunnel[index - 1]);
    rate = above ? *above / count * 100 : 0;
    if (rate > 100 + 1e-9) return false;
  }
  if (!std::isfinite(rate) || !(rate > 0)) return false;
  maths.*kRates[index] = rate;
  return true;
}

std::optional<double> working_days_a_month(const Agreement& agreement) {
  if (agreement.calendars.empty()) return std::nullopt;
  const calendar::HoursSpec hours = hours_spec(agreement.calendars.front());
  const calendar::Day first = calendar::parse_day(agreement.starts_on).value_or(0);
  int open = 0;
  for (calendar::Day day = first; day < first + 365; ++day) {
    const bool special = std::any_of(hours.special_days.begin(), hours.special_days.end(),
                                     [&](const auto& each) { return each.day == day; });
    const bool closed =
        hours.week[calendar::weekday(day)].empty() ||
        std::find(hours.holidays.begin(), hours.holidays.end(), day) != hours.holidays.end();
    open += special || !closed ? 1 : 0;
  }
  if (open == 0) return std::nullopt;
  return open / kMonths;
}

std::string add_goal_commitments(Agreement& agreement, const GoalMaths& maths) {
  const auto mqls = a_month(maths, FunnelStep::mqls);
  const auto customers = a_month(maths, FunnelStep::customers);
  if (!mqls || !customers) return "";
  add(agreement, "goals");
  Commitment& goal = agreement.goals.back();
  const double revenue = std::round(maths.revenue);
  goal.team = Team::both;
  goal.title = titled(revenue, "of new revenue a year");
  goal.detail = "Entered as finance reports it.";
  goal.measure = Measure();
  goal.measure.kind = Kind::manual;
  goal.target = revenue;
  goal.every = Every::year;
  std::string first = add_clause(agreement, "mql-volume");
  agreement.commitments.back().target = whole_leads(*mqls);
  agreement.commitments.back().title = titled(whole_leads(*mqls), "MQLs a month");
  add_clause(agreement, "customers");
  const double a_quarter = whole_leads(*customers * 3);
  agreement.commitments.back().target = a_quarter;
  agreement.commitments.back().title = titled(a_quarter, "new customers a quarter");
  return first;
}

}  // namespace leadpact::agreement
