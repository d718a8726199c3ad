#include "core/scoring/breakdown.h"

#include <algorithm>
#include <array>
#include <utility>

namespace leadpact::scoring {
namespace {

using Kind = BreakdownGroup::Kind;

constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
// The first two groups of a text.
constexpr PeriodSlot kEmpty = 0;
constexpr PeriodSlot kOthers = 1;
constexpr int kNoHour = 24;

std::string clock(int hour) {
  return (hour < 10 ? "0" : "") + std::to_string(hour) + ":00";
}

const std::vector<calendar::Stamp>& stamps(const data::Table& table, const std::string& key) {
  return table.column(table.find_field(key)).stamps;
}

const data::Table& table_of(Context& context, const agreement::Commitment& commitment) {
  return *context.datasets()[context.find_dataset(commitment.measure.dataset)].table;
}

}  // namespace

BreakdownSweep::BreakdownSweep(Context& context, const agreement::Commitment& commitment,
                               const RecordMeasure& measure, const Split& split,
                               std::optional<std::size_t> period)
    : measure_(measure),
      table_(table_of(context, commitment)),
      zone_(context.zone()),
      at_(stamps(table_, commitment.measure.at)),
      by_(split.by),
      period_(period),
      slots_(table_.rows(), kOutside),
      names_(kMostDifferent) {
  const int field = by_ == SplitBy::text ? table_.find_field(split.field) : -1;
  if (field >= 0 && table_.column(field).type == data::FieldType::text) {
    texts_ = &table_.column(field);
  }
  add_groups();
}

void BreakdownSweep::add_groups() {
  const auto add = [&](Kind kind, std::string name) {
    groups_.push_back({kind, std::move(name), 0, {}});
  };
  switch (by_) {
    case SplitBy::text:
      add(Kind::empty, "(empty)");
      add(Kind::others, "");
      return;
    case SplitBy::weekday:
      for (const char* name : kWeekdays)
        add(Kind::value, name);
      return;
    case SplitBy::hour:
      for (int hour = 0; hour < kNoHour; ++hour)
        add(Kind::value, clock(hour) + " to " + clock(hour + 1));
      add(Kind::no_hour, "no time of day");
  }
}

PeriodSlot BreakdownSweep::text_group(std::string_view text) {
  const NameList::Code code = names_.code_of(text);
  if (code == 0) return kEmpty;
  const ListedName& name = names_.names()[code];
  if (name.others) return kOthers;
  const auto group = static_cast<PeriodSlot>(code + 1);
  if (group == groups_.size()) groups_.push_back({Kind::value, name.name, 0, {}});
  return group;
}

PeriodSlot BreakdownSweep::group_of(std::size_t row) {
  if (by_ == SplitBy::text) {
    return texts_ == nullptr ? kEmpty : text_group(table_.text(*texts_, row));
  }
  const calendar::Stamp at = at_[row];
  if (by_ == SplitBy::hour) {
    if (at.date_only()) return kNoHour;
    const calendar::LocalTime local = zone_.to_local(at.instant());
    const std::int64_t seconds = local - calendar::day_of(local) * calendar::kSecondsPerDay;
    return static_cast<PeriodSlot>(seconds / 3600);
  }
  return static_cast<PeriodSlot>(calendar::weekday(calendar::day_of(at, zone_)));
}

bool BreakdownSweep::work(std::size_t rows) {
  const std::vector<std::uint32_t>& kept = table_.kept();
  const std::size_t end = next_ + std::min(rows, kept.size() - next_);
  for (; next_ < end; ++next_) {
    const std::uint32_t row = kept[next_];
    const PeriodSlot period = measure_.period(row);
    if (period >= kWithoutAt || (period_ && period != *period_) || !measure_.counts(row)) continue;
    const PeriodSlot group = group_of(row);
    slots_[row] = group;
    ++groups_[group].rows;
  }
  if (next_ == kept.size() && !done_) finish();
  return done_;
}

// Of more texts than are listed the rarest become others; of equal ones those
// that come up first stay.
void BreakdownSweep::merge_rare() {
  std::size_t others = 0;
  std::vector<double> sizes;
  for (std::size_t group = 2; group < groups_.size(); ++group)
    sizes.push_back(-static_cast<double>(groups_[group].rows));
  if (sizes.size() > kMostGroups) {
    const auto last = sizes.begin() + kMostGroups - 1;
    std::nth_element(sizes.begin(), last, sizes.end());
    const auto least = static_cast<std::uint64_t>(-*last);
    auto room = kMostGroups;
    for (std::size_t group = 2; group < groups_.size(); ++group) {
      if (groups_[group].rows > least) --room;
    }
    for (std::size_t group = 2; group < groups_.size(); ++group) {
      std::uint64_t& rows = groups_[group].rows;
      if (rows > least) continue;
      if (rows == least && room > 0) {
        --room;
      } else {
        groups_[kOthers].rows += std::exchange(rows, 0);
        ++others;
      }
    }
  }
  groups_[kOthers].name =
      names_.names().back().others
          ? "other values"
          : std::to_string(others) + (others == 1 ? " other value" : " other values");
}

void BreakdownSweep::finish() {
  if (by_ == SplitBy::text) merge_rare();
  Breakdown listed;
  std::vector<PeriodSlot> places(groups_.size(), kOutside);
  const auto list = [&](std::size_t group) {
    if (groups_[group].rows == 0) return;
    places[group] = static_cast<PeriodSlot>(listed.size());
    listed.push_back(std::move(groups_[group]));
  };
  const std::size_t first = by_ == SplitBy::text ? 2 : 0;
  for (std::size_t group = first; group < groups_.size(); ++group)
    list(group);
  for (std::size_t group = 0; group < first; ++group)
    list(group);
  for (std::size_t group = first; first > 0 && group < groups_.size(); ++group) {
    if (places[group] == kOutside) places[group] = places[kOthers];
  }
  for (PeriodSlot& slot : slots_) {
    if (slot != kOutside) slot = places[slot];
  }
  const Measured measured = measure_.measure_by(slots_, listed.size());
  for (std::size_t i = 0; i < listed.size(); ++i)
    listed[i].tally = measured.periods[i];
  groups_ = std::move(listed);
  done_ = true;
  names_ = NameList(0);
}

std::vector<std::uint32_t> BreakdownSweep::rows(std::size_t group) const {
  std::vector<std::uint32_t> found;
  found.reserve(static_cast<std::size_t>(groups_[group].rows));
  for (const std::uint32_t row : table_.kept()) {
    if (slots_[row] == group) found.push_back(row);
  }
  return found;
}

}  // namespace leadpact::scoring
