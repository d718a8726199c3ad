#include "core/agreement/handback.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "core/data/presets.h"

namespace leadpact::agreement {
namespace {

using data::Field;
using data::FieldType;
using data::Meaning;
using Words = std::span<const std::string_view>;

// Beginnings of words, so that their endings do not matter.
constexpr std::string_view kRejections[] = {"reject",      "disqualif",   "unqualif",  "not qualif",
                                            "not accept",  "declin",      "recycl",    "returned",
                                            "handed back", "turned down", "abgelehnt", "zuruckgewi",
                                            "rejet",       "refus",       "rechaz"};
constexpr std::string_view kNurture[] = {"nurtur", "recycl"};
constexpr std::string_view kDecision[] = {"decision", "decided", "entscheidung", "entschieden",
                                          "decide"};
constexpr std::string_view kAnswer[] = {"answered", "answer",  "beantwortet", "antwort",
                                        "repondu",  "reponse", "respondido",  "respuesta"};
// Of a first reply, or of a meeting with one who decides.
constexpr std::string_view kOtherThings[] = {"maker", "first", "erste", "premiere", "primera"};

bool contains_any(const std::string& text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

bool is_named(const Field& field, Words words) {
  for (const std::string& name : {field.column, field.key}) {
    const std::vector<std::string> parts = data::name_words(name);
    const auto has = [&](Words among) {
      return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
        return std::find(among.begin(), among.end(), part) != among.end();
      });
    };
    if (has(kOtherThings)) return false;
    if (has(words)) return true;
  }
  return false;
}

template <typename Fits>
int find(const Dataset& dataset, FieldType type, const Fits& fits) {
  for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
    const Field& field = dataset.fields[i];
    if (field.type == type && !field.planned && fits(field)) return static_cast<int>(i);
  }
  return -1;
}

const std::string& key_of(const Dataset& dataset, int field) {
  return dataset.fields[static_cast<std::size_t>(field)].key;
}

bool is_within(const Commitment& commitment, const Dataset& dataset) {
  return commitment.measure.kind == Kind::within && commitment.measure.dataset == dataset.id;
}

// Marketing's promise of time from the rejection on; null without one.
const Commitment* answer_promise(const Agreement& agreement, const Dataset& dataset, int when) {
  if (when < 0) return nullptr;
  for (const Commitment& each : agreement.commitments) {
    if (is_within(each, dataset) && each.team == Team::marketing &&
        each.measure.from == key_of(dataset, when)) {
      return &each;
    }
  }
  return nullptr;
}

int answered_column(const Agreement& agreement, const Dataset& dataset, int when) {
  if (const Commitment* promise = answer_promise(agreement, dataset, when)) {
    return find(dataset, FieldType::timestamp,
                [&](const Field& field) { return field.key == promise->measure.to; });
  }
  return find(dataset, FieldType::timestamp,
              [&](const Field& field) { return is_named(field, kAnswer); });
}

}  // namespace

HandbackColumns handback_columns(const Agreement& agreement, const Dataset& dataset) {
  const auto means = [&](FieldType type, Meaning meaning) {
    return find(dataset, type,
                [&](const Field& field) { return data::meaning_of(field) == meaning; });
  };
  const auto named = [&](FieldType type, Words words) {
    return find(dataset, type, [&](const Field& field) { return is_named(field, words); });
  };
  HandbackColumns columns;
  columns.decision = named(FieldType::text, kDecision);
  columns.rejected = means(FieldType::timestamp, Meaning::rejected);
  columns.flag = means(FieldType::boolean, Meaning::rejected);
  columns.reason = means(FieldType::text, Meaning::reason);
  columns.status = means(FieldType::text, Meaning::status);
  columns.stage = means(FieldType::text, Meaning::stage);
  columns.decided = named(FieldType::timestamp, kDecision);
  columns.answered = answered_column(agreement, dataset, columns.when());
  columns.answer = named(FieldType::text, kAnswer);
  columns.owner = means(FieldType::text, Meaning::owner);
  return columns;
}

bool hands_back(std::string_view cell) {
  return contains_any(data::without_accents(cell), kRejections);
}

bool says_nurture(std::string_view cell) {
  return contains_any(data::without_accents(cell), kNurture);
}

std::optional<ReviewLimit> review_limit(const Agreement& agreement, const Dataset& dataset,
                                        const HandbackColumns& columns) {
  const Commitment* promise = answer_promise(agreement, dataset, columns.when());
  const std::string& agreed = agreement.rejection.review_within;
  ReviewLimit review;
  review.words = data::fold_case(data::trim(without_stop(agreed)));
  std::optional<calendar::Limit> limit = calendar::parse_limit(review.words);
  if (!limit && promise != nullptr) {
    review.words = promise->measure.limit;
    limit = calendar::parse_limit(review.words);
  }
  if (!limit) return std::nullopt;
  review.limit = *limit;
  if (!limit->business) return review;
  if (promise != nullptr) review.calendar = promise->measure.calendar;
  if (review.calendar.empty() && !agreement.calendars.empty()) {
    review.calendar = agreement.calendars.front().id;
  }
  if (review.calendar.empty()) return std::nullopt;
  return review;
}

std::optional<std::size_t> decision_promise(const Agreement& agreement, const Dataset& dataset,
                                            const HandbackColumns& columns) {
  for (std::size_t i = 0; i < agreement.commitments.size(); ++i) {
    const Commitment& each = agreement.commitments[i];
    if (!is_within(each, dataset)) continue;
    for (const int end : {columns.decided, columns.rejected}) {
      if (end >= 0 && each.measure.to == key_of(dataset, end)) return i;
    }
  }
  return std::nullopt;
}

std::vector<std::string> handback_gaps(const Agreement& agreement, const Dataset& dataset,
                                       const HandbackColumns& columns) {
  const std::string data = quoted(dataset.name.empty() ? dataset.id : dataset.name);
  if (!columns.can_tell()) {
    return {data +
            " have no column that says which leads were rejected. Add a decision (“Rejected”), a "
            "rejection reason or a rejection date to its columns."};
  }
  std::vector<std::string> gaps;
  if (columns.when() < 0) {
    gaps.push_back(
        "No column says when a lead was rejected, so their age is not known. Add a "
        "rejection date or a decision date to the columns of " +
        data + ".");
  }
  if (columns.reason < 0) {
    gaps.push_back("No column says why. Add a rejection reason to the columns of " + data + ".");
  }
  if (columns.owner < 0) {
    gaps.push_back("No column says whose leads they were. Add an owner to the columns of " + data +
                   ".");
  }
  if (columns.answered < 0 && columns.answer < 0) {
    gaps.push_back(
        "No column says which were answered, so only those in nurture count as answered. Add the "
        "date of the answer to the columns of " +
        data + ".");
  } else if (!review_limit(agreement, dataset, columns)) {
    gaps.push_back(
        "It is not agreed by when a rejected lead is answered. Say it under Hand-over "
        "and hand-back, like “2 business days”.");
  }
  return gaps;
}

}  // namespace leadpact::agreement
