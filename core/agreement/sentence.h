// What the teams agreed, in words: the sentences on the page, on paper and in
// the command line's output.
//
// A sentence says everything the number rests on: who promises, what is
// counted, between which columns the clock runs and on which calendar, the
// share, the target, the period, and what happens at the limit. Two
// commitments of one agreement that can come to different values never read
// the same.
//
//   measure                              sentence
//   -----------------------------------  --------------------------------------
//   within, 2 business hours, 90 %,      Sales promises that in each month at
//   every month                          least 90 % of the records have “First
//                                        Contact Date” within 2 business hours
//                                        (“Office hours”) after “Owner Assigned
//                                        Date”; exactly at the limit counts as
//                                        met. Counted are …
//   count, 200, every month              Marketing promises at least 200 records
//                                        in each month. Counted are …
//   checkins, 1, every week              Marketing promises at least 1 check-in
//                                        in each week on “A pipeline report”,
//                                        noted in this agreement.
//   {field: country, op: is,             “Country” is “US” or “Canada”
//    values: [US, Canada]}
//   {field: created, op: before,         “Create Date” is before 4 March 2026
//    values: [3/4/2026]}, month first
//
// Columns stand in quotes by the header they have in the export. Where two
// things would read the same, each has its id behind it, and a team its side:
// Revenue (sales). The agreement need not be valid: what is missing reads as
// “…”.
#ifndef LEADPACT_CORE_AGREEMENT_SENTENCE_H_
#define LEADPACT_CORE_AGREEMENT_SENTENCE_H_

#include <string>
#include <string_view>

#include "core/agreement/model.h"
#include "core/agreement/worded.h"

namespace leadpact::agreement {

// A commitment or a goal (scoring.md, 4 and 5). Not its weight: a promise is
// the same whatever it counts for.
[[nodiscard]] std::string commitment_sentence(const Agreement& agreement,
                                              const Commitment& commitment);

// A condition over the records of a dataset (scoring.md, 3), to follow
// “where”; empty where it is true of every record.
[[nodiscard]] std::string condition_words(const Agreement& agreement, const Dataset& dataset,
                                          const Condition& condition);

// What a stage takes, over the records of a dataset.
[[nodiscard]] std::string stage_sentence(const Agreement& agreement, const Dataset& dataset,
                                         const Stage& stage);

// When a calendar's business time is. A date that is a holiday and a special
// day is told as special only (scoring.md, 1.1).
[[nodiscard]] std::string calendar_sentence(const Agreement& agreement, const Calendar& calendar);

// What follows when promises are missed in a row (scoring.md, 7).
[[nodiscard]] std::string escalation_sentence(const Agreement& agreement,
                                              const EscalationStep& step);
// Empty where there is no such right.
[[nodiscard]] std::string cancellation_sentence(const Agreement& agreement);

// “CRM leads”; “CRM leads” (leads) where another one is called so, too.
[[nodiscard]] std::string called(const Agreement& agreement, const Dataset& dataset);
[[nodiscard]] std::string called(const Agreement& agreement, const Calendar& calendar);
// A field by the header of its column.
[[nodiscard]] std::string called_field(const Dataset& dataset, std::string_view key);

// "Ada Park (Sales lead)"; the id of one that is not there.
[[nodiscard]] std::string called_contact(const Agreement& agreement, std::string_view id);

// The same with their fields; keys are paths inside the commitment, the stage,
// the step, the right.
[[nodiscard]] Worded worded_commitment(const Agreement& agreement, const Commitment& commitment);
[[nodiscard]] Worded worded_stage(const Agreement& agreement, const Dataset& dataset,
                                  const Stage& stage);
[[nodiscard]] Worded worded_escalation(const Agreement& agreement, const EscalationStep& step);
[[nodiscard]] Worded worded_cancellation(const Agreement& agreement);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_SENTENCE_H_
