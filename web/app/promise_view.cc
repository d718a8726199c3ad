#include "web/app/promise_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/agreement/kinds.h"
#include "core/data/cells.h"
#include "core/data/presets.h"
#include "core/scoring/period_status.h"
#include "web/app/format.h"
#include "web/app/ordered.h"

namespace leadpact::app {
namespace {

using agreement::Commitment;
using agreement::Direction;
using agreement::Kind;
using scoring::BreakdownGroup;

std::string in_words(Kind kind, double value) {
  return kind == Kind::sum ? number(value, 2) : number(value, 1);
}
// Of what is expected nobody wants the cents.
std::string pace_words(double pace) {
  return number(pace, std::abs(pace) < 100 ? 1 : 0);
}

// The sentence of what is, and of what will be.
std::string sentence_of(const Commitment& commitment, const Noun& noun,
                        const scoring::PeriodScore& score, const scoring::Waterfall& fall,
                        int this_year) {
  const Kind kind = commitment.measure.kind;
  const scoring::WaterfallStep& now = fall.steps[fall.reached];
  const std::string by = " by " + short_day(now.day, this_year);
  const std::string end = " by " + short_day(fall.steps.back().day, this_year);
  const auto& ahead = fall.projection;
  std::string text;
  if (agreement::is_percentage(kind)) {
    text = whole(now.met) + " met and " + whole(now.failed) + " failed" + by + "; " +
           number(std::ceil(*now.pace - 1e-9), 0) + " met make " + number(score.target, 4) + " %.";
    if (ahead && commitment.direction == Direction::at_least) {
      const double allowed = (100 - score.target) / 100 * (ahead->actual + ahead->failed);
      text += " At this rate " + number(std::round(ahead->failed), 0) +
              (std::round(ahead->failed) == 1 ? " fails" : " fail") + end + "; " +
              number(std::floor(allowed + 1e-9), 0) + " may.";
    }
    return text;
  }
  text = (kind == Kind::sum ? in_words(kind, *now.actual)
                            : noun.of(static_cast<std::uint64_t>(*now.actual))) +
         by;
  const bool open = !score.period.closed;
  if (open && now.pace) text += "; the pace is " + pace_words(*now.pace);
  text += ".";
  if (ahead) text += " At this rate " + number(ahead->actual, 0) + end + ";";
  return text + (ahead ? " the" : " The") + " target is " + target_text(commitment, score.target) +
         ".";
}

std::string rule_of(const Commitment& commitment, const scoring::Waterfall& fall) {
  const bool working = !commitment.measure.calendar.empty();
  std::string text = fall.days_a_step == 7 ? "A step is a week."
                     : fall.days_a_step > 1
                         ? "A step is " + std::to_string(fall.days_a_step) + " days."
                     : working ? "A step is a working day; what falls on other days counts with "
                                 "the next."
                               : "A step is a day.";
  const auto adds = [](const scoring::WaterfallStep& step) { return step.added > 0; };
  if (std::any_of(fall.steps.begin(), fall.steps.end(), adds)) {
    text += " Press one to see what it adds.";
  }
  if (fall.projection) {
    text += std::string(" The dashed line goes on to the end at the rate so far") +
            (working ? ", by opening hours." : ".");
  }
  return text;
}

// Which texts are offered first: owner, source, then weekday and hour, others,
// addresses, ids.
constexpr int kAfterTimes = 2;
constexpr int kRanks = 5;
int rank_of(const data::Field& field, const agreement::Dataset& dataset) {
  if (field.key == dataset.id_field) return 4;
  switch (data::meaning_of(field)) {
    case data::Meaning::owner:
      return 0;
    case data::Meaning::source:
      return 1;
    case data::Meaning::email:
    case data::Meaning::phone:
      return 3;
    default:
      return 2;
  }
}

// How bad a value is: the larger the worse.
double badness(const Commitment& commitment, const BreakdownGroup& group) {
  constexpr double kLeast = -std::numeric_limits<double>::max();
  if (!group.tally.value) return kLeast;
  return commitment.direction == Direction::at_least ? -*group.tally.value : *group.tally.value;
}

}  // namespace

FallView fall_view(const Commitment& commitment, const Noun& noun,
                   const scoring::PeriodScore& score, const scoring::Waterfall& fall,
                   int this_year) {
  const Kind kind = commitment.measure.kind;
  const bool judged = agreement::is_percentage(kind);
  FallView view;
  view.actual = judged ? "Met so far" : "So far";
  if (judged) view.failed = "Failed so far";
  view.pace = judged ? "Met for " + number(score.target, 4) + " %" : "Pace";
  if (!judged) {
    view.target = "Target: " + target_text(commitment, score.target);
    view.target_number = score.target;
  }
  const bool paced = fall.steps.front().pace.has_value();
  if (!paced) view.pace.clear();
  for (const scoring::WaterfallStep& step : fall.steps) {
    FallView::Step& made = view.steps.emplace_back();
    made.day = short_day(step.day, this_year);
    made.at = step.actual;
    made.expected = step.pace;
    if (step.actual) made.actual = in_words(kind, *step.actual);
    if (step.pace) made.pace = pace_words(*step.pace);
    made.count = step.added;
    if (step.added > 0) made.records = noun.of(step.added);
    made.title = (fall.days_a_step > 1 ? "Of the days up to " : "Of ") + made.day;
    made.from = step.from;
    made.to = step.day;
    if (!judged || !step.actual) continue;
    made.missed = static_cast<double>(step.failed);
    made.failed = whole(step.failed);
  }
  if (fall.projection) {
    view.projected = fall.projection->actual;
    if (judged) view.projected_failed = fall.projection->failed;
  }
  view.sentence = sentence_of(commitment, noun, score, fall, this_year);
  view.rule = rule_of(commitment, fall);
  return view;
}

std::vector<SplitOption> split_options(const agreement::Dataset& dataset) {
  std::vector<SplitOption> options;
  const auto add = [&](scoring::SplitBy by, const std::string& field, const std::string& name) {
    SplitOption& option = options.emplace_back();
    option.split.by = by;
    option.split.field = field;
    option.name = name;
  };
  for (int rank = 0; rank < kRanks; ++rank) {
    if (rank == kAfterTimes) {
      add(scoring::SplitBy::weekday, "", "Weekday");
      add(scoring::SplitBy::hour, "", "Hour");
    }
    for (const data::Field& field : dataset.fields) {
      if (field.type == data::FieldType::text && rank_of(field, dataset) == rank) {
        add(scoring::SplitBy::text, field.key, field.column);
      }
    }
  }
  return options;
}

std::vector<GroupRow> group_rows(const Commitment& commitment, const scoring::Breakdown& groups,
                                 scoring::SplitBy by, GroupOrder order) {
  const Kind kind = commitment.measure.kind;
  const bool judged = agreement::is_percentage(kind);
  const bool adds_up = kind == Kind::count || kind == Kind::sum;
  double most = judged ? 100 : 0;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    all.push_back(i);
    if (!judged) most = std::max(most, std::abs(groups[i].tally.value.value_or(0)));
  }
  all = ordered(std::move(all), [&](std::size_t a, std::size_t b) {
    const BreakdownGroup& one = groups[a];
    const BreakdownGroup& other = groups[b];
    if (order == GroupOrder::listed) {
      if (by != scoring::SplitBy::text || one.kind != other.kind) return one.kind < other.kind;
      return data::fold_case(one.name) < data::fold_case(other.name);
    }
    if (order == GroupOrder::worst) {
      const double first = badness(commitment, one), second = badness(commitment, other);
      if (first != second) return first > second;
    }
    return one.rows > other.rows;
  });
  std::vector<GroupRow> rows;
  for (const std::size_t i : all) {
    const scoring::Tally& tally = groups[i].tally;
    GroupRow& row = rows.emplace_back();
    row.group = i;
    row.name = groups[i].name;
    row.value = "–";
    if (tally.value) {
      row.value = adds_up ? in_words(kind, *tally.value)
                          : value_text(commitment, *tally.value, commitment.target);
      if (most > 0) row.share = std::clamp(std::abs(*tally.value) / most, 0.0, 1.0);
      if (!adds_up) {
        row.good = scoring::fulfils(commitment.direction, *tally.value, commitment.target);
      }
    }
    row.count = whole(tally.population);
    row.met = whole(tally.met);
    row.failed = whole(tally.failed);
    row.pending = whole(tally.pending);
    row.left_out = whole(tally.left_out);
  }
  return rows;
}

}  // namespace leadpact::app
