// The ledger in words, the same at a terminal, in a file and on the page.
//
//   the lead                                 answer_words
//   ---------------------------------------  -----------------------
//   returned Tue, due by Wed                 in time
//   returned Fri, due by Wed                 late
//   unanswered on Tue, due by Wed            still in time
//   unanswered on Thu, due by Wed            overdue
//   no date of the answer, no limit agreed   (nothing)
#ifndef LEADPACT_CORE_SCORING_LEDGER_WORDS_H_
#define LEADPACT_CORE_SCORING_LEDGER_WORDS_H_

#include <string>
#include <string_view>

#include "core/scoring/ledger.h"

namespace leadpact::scoring {

[[nodiscard]] std::string_view words_of(HandbackState state);  // "Unanswered"
[[nodiscard]] std::string_view words_of(AgeBand age);          // "8 to 30 days"
[[nodiscard]] std::string_view answer_words(const Rejected& lead);
// "57 other owners", "Over 20,000 other owners".
[[nodiscard]] std::string others_words(std::uint32_t joined, const std::string& kind);
[[nodiscard]] std::string reason_words(const ListedName& reason);  // "No reason given"
[[nodiscard]] std::string owner_words(const ListedName& owner);    // "No owner"

// By when rejected leads are to be answered and how that went:
// "Answers are due within 2 business days (“Marketing office”)."
[[nodiscard]] std::string review_words(const agreement::Agreement& agreement, const Ledger& ledger);
// What silence comes to: "132 leads were neither accepted nor rejected in time
// (“Accept or reject …”), so they count as accepted; 12 are still in time."
// Empty without a promise to accept or reject.
[[nodiscard]] std::string silence_words(const agreement::Agreement& agreement,
                                        const Ledger& ledger);

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_LEDGER_WORDS_H_
