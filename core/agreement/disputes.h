// Disputed leads: what a team holds against the verdict on a lead, and how the
// meeting ruled. Kept beside the agreement, never in the data and never in the
// official score.
//
//   dispute                                    upheld, it counts as
//   -----------------------------------------  -------------------------------
//   40215 in “First contact”, “called on the   met: in time after all
//   mobile, not logged”
//   40216 in every promise, “our own test      left out: as if the promise did
//   lead”                                      not count it
//
//   ruling      with disputes upheld    if the open ones were upheld too
//   ---------   ---------------------   --------------------------------
//   open        as the data say         as the dispute asks
//   upheld      as the dispute asks     as the dispute asks
//   declined    as the data say         as the data say
#ifndef LEADPACT_CORE_AGREEMENT_DISPUTES_H_
#define LEADPACT_CORE_AGREEMENT_DISPUTES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/result.h"

namespace leadpact::agreement {

enum class Ruling : std::uint8_t { open, upheld, declined };
enum class CountsAs : std::uint8_t { met, left_out };

struct Dispute {
  std::string id;
  std::string dataset;     // id
  std::string record;      // the lead's id in the data
  std::string commitment;  // id of a promise or goal; empty: all that count the lead
  Team raised_by = Team::unset;
  std::string on;  // date
  std::string note;
  CountsAs counts_as = CountsAs::left_out;
  Ruling ruling = Ruling::open;
  std::string answer;  // what the meeting said, may be empty

  bool operator==(const Dispute&) const = default;
};

struct Disputes {
  std::string agreement;  // id
  std::vector<Dispute> all;

  bool operator==(const Disputes&) const = default;
};

inline constexpr std::size_t kMostDisputes = 10'000;

// Ids empty or twice, no dataset, record or team, a date that is none; places
// like `disputes[3].on`. Whether the dataset, the promise and the lead are
// there is no matter: they may be again.
[[nodiscard]] Errors validate(const Disputes& disputes);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_DISPUTES_H_
