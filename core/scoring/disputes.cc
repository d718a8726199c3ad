#include "core/scoring/disputes.h"

#include <algorithm>

#include "core/scoring/record_ids.h"
#include "core/scoring/sample.h"

namespace leadpact::scoring {

using agreement::CountsAs;
using agreement::Dispute;
using agreement::Ruling;

namespace {

constexpr std::uint64_t kIndex = 0xFFFF;
static_assert(agreement::kMostDisputes <= kIndex);

std::uint64_t hash_of(std::string_view id) {
  return sample_number("", id) & ~kIndex;
}

}  // namespace

DisputeSweep::DisputeSweep(const agreement::Agreement& agreement, const LoadedData& data,
                           const agreement::Disputes& disputes)
    : agreement_(agreement), data_(data), disputes_(disputes), rows_(disputes.all.size()) {
  begin_dataset();
}

void DisputeSweep::begin_dataset() {
  next_ = 0;
  for (; dataset_ < agreement_.datasets.size(); ++dataset_) {
    const agreement::Dataset& dataset = agreement_.datasets[dataset_];
    if (dataset.id_field.empty() || dataset_ >= data_.tables.size() || !data_.tables[dataset_]) {
      continue;
    }
    sought_.clear();
    for (std::size_t i = 0; i < disputes_.all.size(); ++i) {
      const Dispute& each = disputes_.all[i];
      if (each.dataset == dataset.id) sought_.push_back(hash_of(each.record) | i);
    }
    std::sort(sought_.begin(), sought_.end());
    if (!sought_.empty()) return;
  }
}

bool DisputeSweep::work(std::size_t rows) {
  if (done()) return true;
  const data::Table& table = *data_.tables[dataset_];
  const RecordIds ids(agreement_.datasets[dataset_], &table);
  const std::vector<std::uint32_t>& kept = table.kept();
  const std::size_t end = next_ + std::min(rows, kept.size() - next_);
  for (; next_ < end; ++next_) {
    const std::uint32_t row = kept[next_];
    const std::string id = ids.of(row);
    if (id.empty()) continue;
    const std::uint64_t hash = hash_of(id);
    auto found = std::lower_bound(sought_.begin(), sought_.end(), hash);
    for (; found != sought_.end() && (*found & ~kIndex) == hash; ++found) {
      const auto dispute = static_cast<std::size_t>(*found & kIndex);
      if (disputes_.all[dispute].record == id) rows_[dispute] = row;
    }
  }
  if (next_ == kept.size()) {
    ++dataset_;
    begin_dataset();
  }
  return done();
}

Overrulings overrulings(const agreement::Agreement& agreement, const agreement::Disputes& disputes,
                        const std::vector<std::optional<std::uint32_t>>& rows, bool open_too) {
  Overrulings made;
  for (std::size_t i = 0; i < disputes.all.size() && i < rows.size(); ++i) {
    const Dispute& each = disputes.all[i];
    const bool holds = each.ruling == Ruling::upheld || (open_too && each.ruling == Ruling::open);
    if (!holds || !rows[i]) continue;
    const auto dataset = std::find_if(
        agreement.datasets.begin(), agreement.datasets.end(),
        [&](const agreement::Dataset& candidate) { return candidate.id == each.dataset; });
    if (dataset == agreement.datasets.end()) continue;
    made.push_back({static_cast<std::size_t>(dataset - agreement.datasets.begin()), *rows[i],
                    each.commitment, each.counts_as});
  }
  return made;
}

std::vector<RowRuling> rulings_of(const Overrulings& overrulings, std::size_t dataset,
                                  std::string_view commitment) {
  // As numbers in the order in which they hold: of a lead those of the promise
  // first, and leaving out.
  std::vector<std::uint64_t> rules;
  for (const Overruling& each : overrulings) {
    const bool of_all = each.commitment.empty();
    if (each.dataset != dataset || (!of_all && each.commitment != commitment)) continue;
    rules.push_back(std::uint64_t{each.row} << 2 | (of_all ? 2U : 0U) |
                    (each.counts_as == CountsAs::met ? 1U : 0U));
  }
  std::sort(rules.begin(), rules.end());
  std::vector<RowRuling> rulings;
  for (const std::uint64_t rule : rules) {
    const auto row = static_cast<std::uint32_t>(rule >> 2);
    if (!rulings.empty() && rulings.back().row == row) continue;
    rulings.push_back({row, (rule & 1) != 0 ? CountsAs::met : CountsAs::left_out});
  }
  return rulings;
}

}  // namespace leadpact::scoring
