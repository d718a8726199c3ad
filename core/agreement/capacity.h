// Capacity: whether the reps there are can work the leads there are.
//
//   leads a day × attempts × minutes        40 × 6 × 5 min    20 h a day
//   reps × hours a day for it               3 × 5 h           15 h a day
//   left                                    15 − 20           5 h short
//   reps it takes                           20 ÷ 5            4
//   leads a day these reps can work         15 h ÷ 30 min     30
#ifndef LEADPACT_CORE_AGREEMENT_CAPACITY_H_
#define LEADPACT_CORE_AGREEMENT_CAPACITY_H_

#include <optional>

namespace leadpact::agreement {

struct Workload {
  double leads = 0;     // a working day
  double attempts = 6;  // of contact, a lead
  double minutes = 5;   // an attempt, with its note
  double reps = 3;
  double hours = 5;  // a rep has a day for this
};

struct Capacity {
  double needed = 0;  // hours a day
  double there = 0;   // hours a day
  double left = 0;    // hours a day; below 0: so many are short
  double reps = 0;    // whole reps it takes
  double leads = 0;   // whole leads a day that can be worked
};

// Nothing where a number is below 0 or not a number, attempts, minutes or hours
// are 0, hours are more than 24, or the work is more than a million hours.
[[nodiscard]] std::optional<Capacity> capacity(const Workload& work);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_CAPACITY_H_
