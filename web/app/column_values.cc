#include "web/app/column_values.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "core/rules/text_match.h"
#include "web/app/format.h"

namespace leadpact::app {

using data::FieldType;

ColumnReader::ColumnReader(const data::Table& table, int field, bool domains,
                           const calendar::Zone& zone)
    : table_(&table), column_(&table.column(field)), zone_(&zone), domains_(domains) {
  done_ = column_->type == FieldType::boolean || column_->type == FieldType::unset;
}

bool ColumnReader::work(std::size_t rows) {
  if (done_) return true;
  const std::vector<std::uint32_t>& kept = table_->kept();
  const std::size_t stop = at_ + std::min(rows, kept.size() - at_);
  for (; at_ < stop && !done_; ++at_)
    read(kept[at_]);
  if (at_ == kept.size() && !done_) finish();
  return done_;
}

void ColumnReader::read(std::uint32_t row) {
  if (column_->type == FieldType::text) {
    std::string_view text = table_->text(*column_, row);
    if (domains_) text = rules::domain_of(text).value_or(std::string_view());
    // A value is one line of a rule.
    const bool one_line = text.find_first_of("\r\n") == std::string_view::npos;
    if (text.empty() || text.size() > kLongestValue || !one_line) return;
    ++counts_[text];
    if (counts_.size() <= kMostDifferent) return;
    counts_.clear();
    done_ = true;
    return;
  }
  double value = 0;
  if (column_->type == FieldType::number) {
    value = column_->numbers[row];
    if (!data::has_number(value)) return;
  } else {
    const calendar::Stamp stamp = column_->stamps[row];
    if (!stamp.has_value()) return;
    value = calendar::day_of(stamp, *zone_);
  }
  least_ = any_ ? std::min(least_, value) : value;
  most_ = any_ ? std::max(most_, value) : value;
  any_ = true;
}

void ColumnReader::finish() {
  done_ = true;
  if (any_ && column_->type == FieldType::number) {
    facts_.least = agreement::digits(least_);
    facts_.most = agreement::digits(most_);
  } else if (any_) {
    facts_.least = calendar::format_day(static_cast<calendar::Day>(least_));
    facts_.most = calendar::format_day(static_cast<calendar::Day>(most_));
  }
  // Rules do not tell upper from lower case.
  struct Spelling {
    std::uint64_t count = 0, most = 0;
    std::string_view text;
  };
  std::map<std::string, Spelling> folded;
  for (const auto& [text, count] : counts_) {
    Spelling& spelling = folded[data::fold_case(text)];
    spelling.count += count;
    const bool better = count > spelling.most || (count == spelling.most && text < spelling.text);
    if (better) std::tie(spelling.most, spelling.text) = std::pair(count, text);
  }
  for (const auto& [key, spelling] : folded)
    facts_.values.push_back({std::string(spelling.text), spelling.count});
  std::stable_sort(facts_.values.begin(), facts_.values.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  // What is different in nearly every record is no choice.
  if (!facts_.values.empty() && facts_.values.size() > 20 && facts_.values.front().count < 2) {
    facts_.values.clear();
  }
  if (facts_.values.size() > kMostOffered) facts_.values.resize(kMostOffered);
  counts_.clear();
}

}  // namespace leadpact::app
