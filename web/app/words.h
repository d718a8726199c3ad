// The words of the page for what the core says in enums and numbers.
//
//   call                                        text
//   ------------------------------------------  ---------------------------
//   word_of(Status::at_risk)                    At risk
//   value_text(within, 96)                      96.0 %
//   value_text(median_time, 5.667)              5 h 40 min
//   target_text(count, at_least, 200)           at least 200
//   streak_text(3, month)                       missed 3 months in a row
//   record_noun("CRM leads")                    lead, leads
#ifndef LEADPACT_WEB_APP_WORDS_H_
#define LEADPACT_WEB_APP_WORDS_H_

#include <string>
#include <string_view>

#include "core/agreement/model.h"
#include "core/scoring/scorecard.h"

namespace leadpact::app {

[[nodiscard]] std::string_view word_of(scoring::Status status);

// Of a commitment's period; `against` is the target it is shown beside.
[[nodiscard]] std::string value_text(const agreement::Commitment& commitment, double value,
                                     double against);
[[nodiscard]] std::string target_text(const agreement::Commitment& commitment, double target);
[[nodiscard]] std::string streak_text(int missed, calendar::Every every);

// "month", "quarter" …

struct Noun {
  std::string one;
  std::string many;
  [[nodiscard]] std::string of(std::uint64_t count) const;  // "1 lead", "1,204 leads"
};
// What a dataset's records are called, told from its name and id.
[[nodiscard]] Noun record_noun(const agreement::Dataset& dataset);
// Of the dataset a commitment counts in; "entry" without one.
[[nodiscard]] Noun record_noun(const agreement::Agreement& agreement,
                               const agreement::Commitment& commitment);

// The person's name, or role where no name is filled in; empty for none.
[[nodiscard]] std::string contact_name(const agreement::Agreement& agreement, std::string_view id);

// The column a field is read from, in quotes.
[[nodiscard]] std::string quoted_column(const agreement::Dataset& dataset, std::string_view key);

// "America/New York".
// The badge of a team: the first letter of its name, or M and S where both
// teams' names begin alike; "B" of both. By the two teams' names.
[[nodiscard]] std::string team_letter(const std::string& marketing, const std::string& sales,
                                      agreement::Team team);

[[nodiscard]] std::string zone_words(std::string zone);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_WORDS_H_
