#include "core/agreement/handback.h"

#include <gtest/gtest.h>

#include <string>

#include "core/agreement/templates.h"
#include "core/example/example.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Agreement read(std::string_view json) {
  auto document = exchange::read_json(json);
  EXPECT_TRUE(document.ok());
  return document.ok() ? std::move(document).value().agreement : Agreement{};
}

std::string key(const Agreement& agreement, int field) {
  return field < 0 ? "" : agreement.datasets[0].fields[static_cast<std::size_t>(field)].key;
}

TEST(Handback, FindsTheColumnsOfTheExample) {
  const Agreement example = read(example::agreement_json());
  const HandbackColumns columns = handback_columns(example, example.datasets[0]);
  EXPECT_EQ(key(example, columns.decision), "decision");
  EXPECT_EQ(columns.rejected, -1);
  EXPECT_EQ(key(example, columns.decided), "decided_at");
  EXPECT_EQ(key(example, columns.reason), "reason");
  EXPECT_EQ(key(example, columns.status), "status");
  EXPECT_EQ(key(example, columns.answered), "answered_at");
  EXPECT_EQ(columns.answer, -1);
  EXPECT_EQ(key(example, columns.owner), "owner");
  const auto review = review_limit(example, example.datasets[0], columns);
  ASSERT_TRUE(review.has_value());
  EXPECT_EQ(review->words, "2 business days");
  EXPECT_EQ(review->calendar, "marketing-office") << "that of the promise of an answer";
  const auto promise = decision_promise(example, example.datasets[0], columns);
  ASSERT_TRUE(promise.has_value());
  EXPECT_EQ(example.commitments[*promise].id, "decision");
  EXPECT_TRUE(handback_gaps(example, example.datasets[0], columns).empty());
}

TEST(Handback, FindsThoseOfTheTemplates) {
  for (const Template& each : templates()) {
    if (each.name != "outbound" && each.name != "partner" && each.name != "starter") continue;
    const Agreement agreement = read(each.json);
    const HandbackColumns columns = handback_columns(agreement, agreement.datasets[0]);
    EXPECT_EQ(key(agreement, columns.reason), "reason") << each.name;
    if (each.name == "outbound") {
      EXPECT_EQ(key(agreement, columns.rejected), "rejected_at");
      EXPECT_EQ(key(agreement, columns.answered), "rejection_answered_at") << "no first reply";
    }
    if (each.name == "partner") {
      EXPECT_EQ(columns.decision, -1) << "a decision maker is none";
      EXPECT_EQ(key(agreement, columns.decided), "decided_at");
      EXPECT_EQ(columns.answered, -1) << "nobody answers there";
    }
    if (each.name == "starter") {
      EXPECT_EQ(columns.when(), -1);
      EXPECT_EQ(handback_gaps(agreement, agreement.datasets[0], columns).size(), 3u)
          << "when, whose, and which were answered";
    }
  }
}

TEST(Handback, ReadsCells) {
  for (const char* cell : {"Rejected", "REJECTED - budget", "Unqualified", "Disqualified",
                           "Recycled to nurture", "Abgelehnt", "Rejeté", "Rechazado"}) {
    EXPECT_TRUE(hands_back(cell)) << cell;
  }
  for (const char* cell : {"", "Accepted", "Qualified", "Nurture", "Open", "Connected"}) {
    EXPECT_FALSE(hands_back(cell)) << cell;
  }
  EXPECT_TRUE(says_nurture("In Nurturing"));
  EXPECT_TRUE(says_nurture("Recycled to nurture"));
  EXPECT_FALSE(says_nurture("Unqualified"));
}

TEST(Handback, SaysWhatIsMissing) {
  Agreement agreement;
  Dataset dataset;
  dataset.id = "leads";
  const auto gaps = handback_gaps(agreement, dataset, handback_columns(agreement, dataset));
  ASSERT_EQ(gaps.size(), 1u);
  EXPECT_EQ(gaps[0],
            "“leads” have no column that says which leads were rejected. Add a decision "
            "(“Rejected”), a rejection reason or a rejection date to its columns.");
}

TEST(Handback, TakesTheTimeForAnAnswerFromTheClauseOrThePromise) {
  Agreement agreement = read(example::agreement_json());
  const Dataset& dataset = agreement.datasets[0];
  const HandbackColumns columns = handback_columns(agreement, dataset);
  agreement.rejection.review_within = " 3 Business Days. ";
  EXPECT_EQ(review_limit(agreement, dataset, columns)->limit.amount, 3);
  agreement.rejection.review_within = "as soon as we can";
  EXPECT_EQ(review_limit(agreement, dataset, columns)->words, "2 business days");
  agreement.commitments.clear();
  EXPECT_FALSE(review_limit(agreement, dataset, columns).has_value());
  agreement.rejection.review_within = "2 business days";
  EXPECT_EQ(review_limit(agreement, dataset, columns)->calendar, agreement.calendars[0].id);
  agreement.calendars.clear();
  EXPECT_FALSE(review_limit(agreement, dataset, columns).has_value());
  agreement.rejection.review_within = "48 hours";
  EXPECT_EQ(review_limit(agreement, dataset, columns)->calendar, "");
}

}  // namespace
}  // namespace leadpact::agreement
