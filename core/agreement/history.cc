#include "core/agreement/history.h"

#include <algorithm>
#include <utility>

namespace leadpact::agreement {

// Holds the side that the agreement does not have now; swapping them undoes
// and redoes alike.
class Change {
 public:
  Change() = default;
  virtual ~Change() = default;
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  virtual void swap(Agreement& agreement) = 0;
  // Whether `later` changed nothing but what this one did: then undoing this
  // one alone brings back what was there before both.
  [[nodiscard]] virtual bool covers(const Change& later) const = 0;
};

namespace {

template <typename T>
class ValueChange : public Change {
 public:
  ValueChange(T Agreement::*member, T before) : member_(member), other_(std::move(before)) {}
  void swap(Agreement& agreement) override { std::swap(agreement.*member_, other_); }
  [[nodiscard]] bool covers(const Change& later) const override {
    const auto* same = dynamic_cast<const ValueChange*>(&later);
    return same != nullptr && same->member_ == member_;
  }

 private:
  T Agreement::*member_;
  T other_;
};

// A stretch of a list.
template <typename T>
class ListChange : public Change {
 public:
  ListChange(std::vector<T> Agreement::*member, std::size_t at, std::size_t count,
             std::vector<T> before)
      : member_(member), at_(at), count_(count), other_(std::move(before)) {}
  void swap(Agreement& agreement) override {
    std::vector<T>& list = agreement.*member_;
    const auto first = list.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto last = first + static_cast<std::ptrdiff_t>(count_);
    std::vector<T> now(std::make_move_iterator(first), std::make_move_iterator(last));
    list.insert(list.erase(first, last), std::make_move_iterator(other_.begin()),
                std::make_move_iterator(other_.end()));
    count_ = other_.size();
    other_ = std::move(now);
  }
  [[nodiscard]] bool covers(const Change& later) const override {
    const auto* same = dynamic_cast<const ListChange*>(&later);
    return same != nullptr && same->member_ == member_ && same->at_ == at_ &&
           same->count_ == count_ && same->other_.size() == count_;
  }

 private:
  std::vector<T> Agreement::*member_;
  std::size_t at_;
  std::size_t count_;  // elements that stand there now
  std::vector<T> other_;
};

using Changes = std::vector<std::unique_ptr<Change>>;

template <typename T>
void compare(Agreement& before, const Agreement& after, T Agreement::*member, Changes& changes) {
  if (before.*member == after.*member) return;
  changes.push_back(std::make_unique<ValueChange<T>>(member, std::move(before.*member)));
}

template <typename T>
void compare(Agreement& before, const Agreement& after, std::vector<T> Agreement::*member,
             Changes& changes) {
  std::vector<T>& old = before.*member;
  const std::vector<T>& now = after.*member;
  const std::size_t most = std::min(old.size(), now.size());
  std::size_t same_first = 0;
  while (same_first < most && old[same_first] == now[same_first])
    ++same_first;
  std::size_t same_last = 0;
  while (same_last < most - same_first &&
         old[old.size() - 1 - same_last] == now[now.size() - 1 - same_last]) {
    ++same_last;
  }
  if (old.size() == now.size() && same_first == now.size()) return;
  const auto first = old.begin() + static_cast<std::ptrdiff_t>(same_first);
  const auto last = old.end() - static_cast<std::ptrdiff_t>(same_last);
  changes.push_back(std::make_unique<ListChange<T>>(
      member, same_first, now.size() - same_first - same_last,
      std::vector<T>(std::make_move_iterator(first), std::make_move_iterator(last))));
}

Changes changes_between(Agreement& before, const Agreement& after) {
  Changes changes;
  const auto look_at = [&](auto... members) { (compare(before, after, members, changes), ...); };
  look_at(&Agreement::id, &Agreement::title, &Agreement::summary, &Agreement::time_zone,
          &Agreement::starts_on, &Agreement::ends_on, &Agreement::reporting,
          &Agreement::fiscal_year_starts, &Agreement::teams, &Agreement::contacts,
          &Agreement::personas, &Agreement::calendars, &Agreement::datasets,
          &Agreement::lead_scoring, &Agreement::stages, &Agreement::goals, &Agreement::commitments,
          &Agreement::rejection, &Agreement::nurture, &Agreement::escalation,
          &Agreement::consequences, &Agreement::cancellation, &Agreement::reviews,
          &Agreement::checkins, &Agreement::manual_values);
  return changes;
}

}  // namespace

History::History() = default;
History::~History() = default;
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;

bool History::apply(Agreement& agreement, std::string name, std::string_view key,
                    const std::function<void(Agreement&)>& edit) {
  Agreement before = agreement;
  edit(agreement);
  Changes changes = changes_between(before, agreement);
  if (changes.empty()) return false;
  const bool joins =
      !key.empty() && !closed_ && done_ > 0 && done_ == steps_.size() && steps_.back().key == key;
  closed_ = false;
  if (!joins) {
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(done_), steps_.end());
    steps_.push_back({std::move(name), std::string(key), {}});
    ++done_;
  }
  Changes& kept = steps_.back().changes;
  for (std::unique_ptr<Change>& change : changes) {
    if (kept.size() == 1 && changes.size() == 1 && kept.front()->covers(*change)) continue;
    kept.push_back(std::move(change));
  }
  return true;
}

void History::close_step() {
  closed_ = true;
}

std::string_view History::undo_name() const {
  return can_undo() ? std::string_view(steps_[done_ - 1].name) : std::string_view();
}

std::string_view History::redo_name() const {
  return can_redo() ? std::string_view(steps_[done_].name) : std::string_view();
}

void History::undo(Agreement& agreement) {
  if (!can_undo()) return;
  Changes& changes = steps_[--done_].changes;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change)
    (*change)->swap(agreement);
  closed_ = true;
}

void History::redo(Agreement& agreement) {
  if (!can_redo()) return;
  for (const std::unique_ptr<Change>& change : steps_[done_++].changes)
    change->swap(agreement);
  closed_ = true;
}

}  // namespace leadpact::agreement
