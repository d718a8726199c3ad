// One promise in one of its periods, in words and numbers ready to be drawn: how
// it filled up, and by which parts.
//
//   kind    so far        sentence
//   ------  ------------  -------------------------------------------------------
//   count   110 of 200    110 leads by 16 Mar; the pace is 100. At this rate 220 by
//                           31 Mar; the target is at least 200.
//   within  57 met, 3     57 met and 3 failed by 16 Mar; 57 met are needed for 95 %.
//           failed          At this rate 6 fail by 31 Mar; 6 may.
#ifndef LEADPACT_WEB_APP_PROMISE_VIEW_H_
#define LEADPACT_WEB_APP_PROMISE_VIEW_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/breakdown.h"
#include "core/scoring/waterfall.h"
#include "web/app/words.h"

namespace leadpact::app {

struct FallView {
  struct Step {
    std::string day, actual, failed, pace;  // in words
    std::optional<double> at, missed, expected;
    // The records it adds: "14 leads", empty for none; what they are, their days.
    std::string records, title;
    std::uint64_t count = 0;
    calendar::Day from = 0, to = 0;
  };
  std::string actual, failed, pace, target;  // names of the lines; empty: there is none
  std::vector<Step> steps;
  std::optional<double> target_number;
  std::optional<double> projected, projected_failed;
  std::string sentence;
  std::string rule;  // how the projection is made, and what a step is
};

[[nodiscard]] FallView fall_view(const agreement::Commitment& commitment, const Noun& noun,
                                 const scoring::PeriodScore& score,
                                 const scoring::Waterfall& waterfall, int this_year);

// By what a promise's records can be told apart: whose they are and where they
// come from first, then weekday and hour, then the other texts.
struct SplitOption {
  scoring::Split split;
  std::string name;  // "Lead owner", "Weekday"
};
[[nodiscard]] std::vector<SplitOption> split_options(const agreement::Dataset& dataset);

enum class GroupOrder : std::uint8_t { worst, most, listed };

struct GroupRow {
  std::size_t group = 0;  // index into the breakdown
  std::string name, value, count, met, failed, pending, left_out;
  double share = 0;          // 0 to 1: how long its bar is
  std::optional<bool> good;  // whether it alone would fulfil the target
};

// Worst: what is furthest from the target; of equal ones the larger first.
// Listed: by the alphabet, or in the order of time.
[[nodiscard]] std::vector<GroupRow> group_rows(const agreement::Commitment& commitment,
                                               const scoring::Breakdown& groups,
                                               scoring::SplitBy by, GroupOrder order);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_PROMISE_VIEW_H_
