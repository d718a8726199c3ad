// Records with the same id (scoring.md, 2, Duplicates).
#include <algorithm>

#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

// A probe this long is no accident with hashes this good: the ids were made to
// collide.
constexpr std::size_t kLongestProbe = 512;

class Duplicates {
 public:
  Duplicates(Keep keep, const std::vector<std::uint32_t>& hashes, const std::vector<TextRef>& ids,
             Table::State& state)
      : keep_(keep), hashes_(hashes), ids_(ids), state_(state) {}

  // False, with some rows marked rightly, where probes become too long.
  bool mark_by_hash() {
    const auto filled = static_cast<std::size_t>(
        std::count_if(hashes_.begin(), hashes_.end(), [](std::uint32_t h) { return h != 0; }));
    std::size_t size = 16;
    while (size < filled * 2)
      size *= 2;
    std::vector<std::uint32_t> slots(size, kNone);
    const std::size_t mask = size - 1;
    // The slots of rows to come are fetched ahead: each lies somewhere else.
    constexpr std::size_t kAhead = 16;
    for (std::size_t row = 0; row < hashes_.size(); ++row) {
#if defined(__GNUC__)
      if (row + kAhead < hashes_.size()) {
        __builtin_prefetch(&slots[hashes_[row + kAhead] & mask]);
      }
#endif
      if (hashes_[row] == 0) continue;
      std::size_t at = hashes_[row] & mask;
      std::size_t probes = 0;
      while (slots[at] != kNone && !same(slots[at], row)) {
        at = (at + 1) & mask;
        if (++probes > kLongestProbe) return false;
      }
      if (slots[at] == kNone) {
        slots[at] = static_cast<std::uint32_t>(row);
      } else if (keep_ == Keep::first) {
        state_.statuses[row] = RowStatus::duplicate;
      } else {
        state_.statuses[slots[at]] = RowStatus::duplicate;
        slots[at] = static_cast<std::uint32_t>(row);
      }
    }
    return true;
  }

  // Slower, and the same whatever the ids are.
  void mark_by_sorting() {
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

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  [[nodiscard]] bool same(std::size_t a, std::size_t b) const {
    return hashes_[a] == hashes_[b] && state_.text(ids_[a]) == state_.text(ids_[b]);
  }

  Keep keep_;
  const std::vector<std::uint32_t>& hashes_;
  const std::vector<TextRef>& ids_;
  Table::State& state_;
};

}  // namespace

void mark_duplicates(Keep keep, int id_field, const Ids& ids, Table::State& state) {
  if (!ids.any) return;
  const Column& column = state.columns[static_cast<std::size_t>(id_field)];
  Duplicates duplicates(keep, ids.hashes, ids.keeps_texts ? ids.texts : column.texts, state);
  if (!duplicates.mark_by_hash()) duplicates.mark_by_sorting();
}

}  // namespace leadpact::data
