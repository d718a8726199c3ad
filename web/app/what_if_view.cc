#include "web/app/what_if_view.h"

#include <algorithm>
#include <cmath>

#include "core/agreement/kinds.h"
#include "core/agreement/names.h"
#include "core/agreement/wording.h"
#include "web/app/format.h"
#include "web/app/score_histogram.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Commitment;
using scoring::BackTest;
using scoring::PeriodScore;

constexpr std::int64_t kMostBars = 24;
constexpr std::size_t kCurvePoints = 161;
constexpr std::int64_t kCurveRows = 16;
constexpr double kHour = 3600;

constexpr std::int64_t kSecondWidths[] = {60,     120,    300,    600,     900,     1800,   3600,
                                          7200,   10800,  14400,  21600,   28800,   43200,  86400,
                                          172800, 259200, 604800, 1209600, 2592000, 7862400};
constexpr std::int64_t kDayWidths[] = {1, 2, 5, 7, 14, 28, 56, 91, 182, 365};

bool in_days(const BackTest& test) {
  return test.limit() && test.limit()->unit == calendar::LimitUnit::day;
}

template <std::size_t size>
std::int64_t fitting(const std::int64_t (&widths)[size], std::int64_t longest) {
  for (const std::int64_t width : widths) {
    if ((longest + width - 1) / width <= kMostBars) return width;
  }
  const std::int64_t last = widths[size - 1];
  return last * ((longest + last * kMostBars - 1) / (last * kMostBars));
}

std::string edge_words(const BackTest& test, double amount) {
  return in_days(test) ? number(amount, 0) + " d" : duration(amount / kHour);
}

// Where the scale ends: nearly all times lie on it, the limit, and what the
// target needs unless that is far off.
std::int64_t end_of_scale(const BackTest& test, std::size_t first) {
  const double agreed = test.limit() ? static_cast<double>(test.agreed().limit)
                                     : std::min(test.agreed().target, 1e6) * kHour;
  auto longest = static_cast<std::int64_t>(std::clamp(agreed * 2, 0.0, 1e10));
  longest = std::max({longest, test.time_of(95, first), std::int64_t{in_days(test) ? 3 : 600}});
  const auto needed = test.needed(test.agreed().target, first);
  return needed && *needed < 3 * longest ? std::max(longest, *needed + *needed / 8) : longest;
}

void add_time_bars(const BackTest& test, std::size_t first, const Noun& noun, WhatIfBasis& basis) {
  const bool days = in_days(test);
  const std::int64_t end = end_of_scale(test, first);
  const std::int64_t width = days ? fitting(kDayWidths, end) : fitting(kSecondWidths, end);
  basis.step = 1;
  if (!days) {
    for (const std::int64_t step : kSecondWidths) {
      if (step * 6 <= width || step == 60) basis.step = static_cast<double>(step);
    }
  }
  // Days of which none is taken have a bar of their own.
  const bool has_none = days && width == 1;
  for (std::int64_t to = has_none ? 0 : width; to - width < end; to += width) {
    WhatIfBar bar;
    const std::int64_t from = to - width;
    const bool is_first = basis.bars.empty();
    bar.from = static_cast<double>(from);
    bar.to = static_cast<double>(to);
    bar.count = test.done_within(to, first) - (is_first ? 0 : test.done_within(from, first));
    bar.text = noun.of(bar.count);
    bar.edge = from < 0 ? "" : edge_words(test, bar.from);
    bar.label = (is_first ? "" : "over " + edge_words(test, bar.from) + ", ") + "up to " +
                edge_words(test, bar.to);
    basis.bars.push_back(std::move(bar));
  }
}

void add_times(const BackTest& test, std::size_t first, const Noun& noun, WhatIfBasis& basis) {
  const agreement::Measure& measure = test.promise().measure;
  const agreement::Dataset* dataset = find_dataset(test.agreement(), measure.dataset);
  const bool business = test.limit() ? test.limit()->business : !measure.calendar.empty();
  const std::string kind = in_days(test) ? (business ? "Business days" : "Days")
                           : business    ? "Business time"
                                         : "Time";
  basis.chart = "How long it took";
  basis.unit = kind;
  basis.between = kind + " from " + quoted_column(*dataset, measure.from) + " to " +
                  quoted_column(*dataset, measure.to) + ".";
  add_time_bars(test, first, noun, basis);
  const auto last = static_cast<std::int64_t>(basis.bars.back().to);
  const std::uint64_t shown = test.done_within(last, first);
  const std::uint64_t all = test.done_within(INT64_MAX, first);
  if (all > 0) {
    basis.times = "Half took no longer than " +
                  edge_words(test, static_cast<double>(test.time_of(50, first))) +
                  ", nine in ten no longer than " +
                  edge_words(test, static_cast<double>(test.time_of(90, first))) + ".";
  }
  if (all > shown) {
    basis.beyond = noun.of(all - shown) + " took longer than this scale shows. ";
  }
  if (!test.limit()) return;
  const BackTest::Pool open = test.pool(-1, first);
  if (open.failed > all) {
    basis.beyond += noun.of(open.failed - all) + (open.failed - all == 1 ? " has" : " have") +
                    " nothing in " + quoted_column(*dataset, measure.to) +
                    " yet: late once the limit is over, pending until then.";
  }
  basis.curve =
      test.curve(static_cast<std::int64_t>(basis.bars.front().from), last, kCurvePoints, first);
  std::int64_t told = -1;
  for (std::int64_t i = 0; i <= kCurveRows; ++i) {
    const std::int64_t amount = last * i / kCurveRows;
    if (amount == told) continue;
    told = amount;
    const std::optional<double> value = test.pool(amount, first).value;
    basis.curve_rows.emplace_back(edge_words(test, static_cast<double>(amount)),
                                  value ? percent(*value) : "no data");
  }
}

std::string target_words(const BackTest& test, double value) {
  const agreement::Kind kind = test.promise().measure.kind;
  return agreement::is_percentage(kind) ? number(value, 4) + " %" : number(value, 4);
}

// Other measures: how many periods came to how much.
void add_values(const BackTest& test, std::size_t first, WhatIfBasis& basis) {
  const std::string unit(agreement::name_of(test.promise().every));
  basis.chart = "What the " + unit + "s came to";
  basis.unit = agreement::is_percentage(test.promise().measure.kind) ? "Percent" : "Value";
  const std::vector<PeriodScore> scores = test.periods(test.agreed());
  double low = std::min(0.0, test.agreed().target), high = test.agreed().target;
  std::vector<double> values;
  for (std::size_t i = first; i < scores.size(); ++i) {
    if (!scores[i].value || !std::isfinite(*scores[i].value)) continue;
    values.push_back(*scores[i].value);
    low = std::min(low, values.back());
    high = std::max(high, values.back());
  }
  if (values.empty()) return;
  const double width = nice_step(std::max((high / 12 - low / 12) * 1.05, 1e-9));
  basis.step = width / 10;
  const bool is_count = test.promise().measure.kind == agreement::Kind::count ||
                        test.promise().measure.kind == agreement::Kind::checkins;
  if (is_count) basis.step = std::max(1.0, std::round(basis.step));
  for (double from = std::floor(low / width) * width;
       from <= high && basis.bars.size() < 40 && std::isfinite(from); from += width) {
    WhatIfBar bar;
    bar.from = from;
    bar.to = from + width;
    bar.count = static_cast<std::uint64_t>(std::count_if(
        values.begin(), values.end(), [&](double v) { return v >= bar.from && v < bar.to; }));
    bar.text = counted(bar.count, unit);
    bar.edge = number(bar.from, 4);
    bar.label = "from " + bar.edge + " to under " + number(bar.to, 4);
    basis.bars.push_back(std::move(bar));
  }
}

// "kept in 3 of 9 months".
std::string kept_words(const BackTest& test, const std::vector<PeriodScore>& scores,
                       std::size_t first) {
  std::uint64_t kept = 0, decided = 0;
  for (std::size_t i = first; i < scores.size(); ++i) {
    if (!scoring::is_decided(scores[i])) continue;
    ++decided;
    kept += scores[i].status == scoring::Status::met ? 1U : 0U;
  }
  const std::string_view unit = agreement::name_of(test.promise().every);
  if (decided == 0) return "";
  return "kept in " + whole(kept) + " of " + counted(decided, unit);
}

std::string share_words(const BackTest& test, const BackTest::Trial& trial, std::size_t first) {
  const BackTest::Pool pool = test.pool(trial.limit, first);
  return pool.value ? percent_against(*pool.value, trial.target) : "nothing";
}

}  // namespace

std::string limit_words(const calendar::Limit& like, std::int64_t amount) {
  if (like.unit == calendar::LimitUnit::day) return calendar::write_limit(like, amount);
  return duration(static_cast<double>(amount) / kHour) + (like.business ? " of business time" : "");
}

WhatIfBasis what_if_basis(const BackTest& test, std::size_t first) {
  WhatIfBasis basis;
  if (test.has_times()) {
    add_times(test, first, record_noun(test.agreement(), test.promise()), basis);
  } else {
    add_values(test, first, basis);
  }
  const BackTest::Trial agreed = test.agreed();
  const std::string kept = kept_words(test, test.periods(agreed), first);
  basis.agreed = "As agreed, ";
  if (test.limit()) {
    basis.agreed += "at " + limit_words(*test.limit(), agreed.limit) + ": " +
                    share_words(test, agreed, first) + " in time";
    basis.agreed += kept.empty() ? "." : ", " + kept + ".";
  } else {
    basis.agreed += target_text(test.promise(), agreed.target) + ": " +
                    (kept.empty() ? "not decided yet" : kept) + ".";
  }
  return basis;
}

WhatIfAnswer what_if_answer(const BackTest& test, const BackTest::Trial& trial, std::size_t first) {
  WhatIfAnswer answer;
  const Commitment& promise = test.promise();
  const bool by_time = promise.measure.kind == agreement::Kind::median_time;
  const std::vector<PeriodScore> agreed = test.periods(test.agreed());
  const std::vector<PeriodScore> tried = test.periods(trial);
  const std::string kept = kept_words(test, tried, first);
  const std::string target = target_text(promise, trial.target);
  if (test.limit()) {
    answer.handle = "Limit to try";
    answer.at = static_cast<double>(trial.limit);
    answer.label = edge_words(test, answer.at);
    const BackTest::Pool pool = test.pool(trial.limit, first);
    answer.value = pool.value;
    answer.would = "At " + limit_words(*test.limit(), trial.limit) + ", " +
                   share_words(test, trial, first) + " would have been in time" +
                   (pool.pending > 0 ? " with " + whole(pool.pending) + " pending" : "") +
                   "; the target is " + target + ".";
    auto needed = promise.direction == agreement::Direction::at_least
                      ? test.needed(trial.target, first)
                      : std::nullopt;
    if (needed) {
      // As it can be written, and as it is read out beyond a hundred hours.
      const std::int64_t unit = in_days(test) ? 1 : *needed > 100 * 3600 ? 3600 : 60;
      *needed = (*needed + unit - 1) / unit * unit;
      answer.needs =
          number(trial.target, 4) + " % needs " + limit_words(*test.limit(), *needed) + ".";
    }
  } else {
    answer.handle = "Target to try";
    answer.at = by_time ? trial.target * kHour : trial.target;
    answer.label = by_time ? duration(trial.target) : target_words(test, trial.target);
    answer.would = "At a target of " + target + (kept.empty() ? " nothing is decided yet." : "");
  }
  if (!kept.empty()) {
    answer.would += (test.limit() ? " It would have been " : " it would have been ") + kept + ".";
  }
  for (std::size_t i = tried.size(); i > first; --i) {
    const PeriodScore& was = agreed[i - 1];
    const PeriodScore& is = tried[i - 1];
    const auto value = [&](const PeriodScore& score) {
      return score.value ? value_text(promise, *score.value, score.target) : std::string("–");
    };
    answer.periods.push_back({period_name(is.period, promise.every), value(was), value(is),
                              was.status, is.status, is.met.value_or(0)});
  }
  return answer;
}

}  // namespace leadpact::app
