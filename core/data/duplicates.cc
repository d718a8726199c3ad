// Records with the same id (scoring.md, 2, Duplicates).
#include <algorithm>

#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
// A probe this long is no accident with hashes this good: the ids were made to
// collide.
constexpr std::size_t kLongestProbe = 512;
constexpr std::size_t kRowsOfAStep = 100'000;

}  // namespace

Duplicates::Duplicates(Keep keep, int id_field, const Ids& ids, Table::State& state)
    : keep_(keep),
      hashes_(ids.hashes),
      ids_(ids.keeps_texts || !ids.any ? ids.texts
                                       : state.columns[static_cast<std::size_t>(id_field)].texts),
      state_(state) {
  if (!ids.any) return;
  const auto filled = static_cast<std::size_t>(
      std::count_if(hashes_.begin(), hashes_.end(), [](std::uint32_t h) { return h != 0; }));
  std::size_t size = 16;
  while (size < filled * 2)
    size *= 2;
  slots_.resize(size, kNone);
}

bool Duplicates::step() {
  if (slots_.empty()) return false;
  // The slots of rows to come are fetched ahead: each lies somewhere else.
  constexpr std::size_t kAhead = 16;
  const std::size_t mask = slots_.size() - 1;
  for (const std::size_t end = std::min(hashes_.size(), row_ + kRowsOfAStep); row_ < end; ++row_) {
#if defined(__GNUC__)
    if (row_ + kAhead < hashes_.size()) {
      __builtin_prefetch(&slots_[hashes_[row_ + kAhead] & mask]);
    }
#endif
    if (hashes_[row_] != 0 && !mark(row_)) {
      mark_by_sorting();
      return false;
    }
  }
  return row_ < hashes_.size();
}

// False, with some rows marked rightly, where the probe becomes too long.
bool Duplicates::mark(std::size_t row) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hashes_[row] & mask;
  std::size_t probes = 0;
  while (slots_[at] != kNone && !same(slots_[at], row)) {
    at = (at + 1) & mask;
    if (++probes > kLongestProbe) return false;
  }
  if (slots_[at] == kNone) {
    slots_[at] = static_cast<std::uint32_t>(row);
  } else if (keep_ == Keep::first) {
    state_.statuses[row] = RowStatus::duplicate;
  } else {
    state_.statuses[slots_[at]] = RowStatus::duplicate;
    slots_[at] = static_cast<std::uint32_t>(row);
  }
  return true;
}

bool Duplicates::same(std::size_t a, std::size_t b) const {
  return hashes_[a] == hashes_[b] && state_.text(ids_[a]) == state_.text(ids_[b]);
}

// Slower, and the same whatever the ids are.
void Duplicates::mark_by_sorting() {
  std::vector<std::uint32_t> order;
  for (std::size_t row = 0; row < hashes_.size(); ++row) {
    if (hashes_[row] != 0) order.push_back(static_cast<std::uint32_t>(row));
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = state_.text(ids_[a]).compare(state_.text(ids_[b]));
    return compared != 0 ? compared < 0 : a < b;
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (state_.text(ids_[order[i - 1]]) != state_.text(ids_[order[i]])) continue;
    const std::uint32_t left_out = keep_ == Keep::first ? order[i] : order[i - 1];
    state_.statuses[left_out] = RowStatus::duplicate;
  }
}

}  // namespace leadpact::data
