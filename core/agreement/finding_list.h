// The findings of a dataset while they are collected (findings.h).
#ifndef LEADPACT_CORE_AGREEMENT_FINDING_LIST_H_
#define LEADPACT_CORE_AGREEMENT_FINDING_LIST_H_

#include <functional>
#include <string>
#include <vector>

#include "core/agreement/findings.h"

namespace leadpact::agreement {

class FindingList {
 public:
  FindingList(const Agreement& agreement, std::size_t dataset, const Evidence& evidence)
      : agreement_(agreement),
        index_(dataset),
        dataset_(agreement.datasets[dataset]),
        evidence_(evidence) {}

  // Of each column (findings.cc).
  void on_dates(std::size_t field);
  void on_numbers(std::size_t field);
  void on_unreadable(std::size_t field);
  void on_doubled(std::size_t field);
  // Of the dataset (findings_rows.cc).
  void on_zone();
  void on_nulls();
  void on_odd_rows();
  void on_repeats();
  void on_times_ahead();
  void on_days_alone();
  void on_emptiness();

  [[nodiscard]] std::vector<Finding> take();

 private:
  Finding& add(Finding::Kind kind, std::string key, std::string title, std::string evidence);
  // An answer that leaves the agreement valid; others are not offered.
  void answer(Finding& finding, std::string label, std::function<void(Dataset&)> edit);
  void leave(Finding& finding, std::string label) const;
  void note(std::size_t field, const char* key, const data::Seen& seen, std::string title,
            const std::string& advice, bool as_text);
  [[nodiscard]] const data::Field& field(std::size_t index) const { return dataset_.fields[index]; }
  [[nodiscard]] const data::ColumnProfile& column(std::size_t index) const {
    return evidence_.all.columns[index];
  }
  [[nodiscard]] std::string named(std::size_t index) const;
  [[nodiscard]] bool odd_rows_count() const;
  [[nodiscard]] bool exclude_odd_by(std::size_t field) const;

  const Agreement& agreement_;
  std::size_t index_;
  const Dataset& dataset_;
  const Evidence& evidence_;
  std::vector<Finding> found_;
};

// "1 row", "4,942 rows".
[[nodiscard]] std::string count_words(std::uint64_t count, const char* one, const char* many);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_FINDING_LIST_H_
