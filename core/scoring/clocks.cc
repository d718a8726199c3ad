#include "core/scoring/clocks.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/agreement/kinds.h"
#include "core/agreement/opening.h"
#include "core/agreement/two_clocks.h"
#include "core/data/presets.h"

namespace leadpact::scoring {
namespace {

using agreement::Agreement;
using agreement::Dataset;
using calendar::Stamp;

constexpr std::size_t kDays = 91;

const calendar::Zone& zone_of(const std::string& name) {
  return *calendar::Zone::find(name);
}

std::unique_ptr<calendar::Hours> hours_of(const Agreement& agreement, const std::string& id) {
  const agreement::Calendar* found = agreement::find_calendar(agreement, id);
  return found == nullptr ? nullptr
                          : std::make_unique<calendar::Hours>(agreement::hours_spec(*found));
}

// The order of `seconds` is lost.
void summarise(std::vector<std::int64_t>& seconds, StepTimes& times) {
  times.counted = seconds.size();
  if (seconds.empty()) return;
  const auto nth = [&](std::size_t n) {
    const auto at = seconds.begin() + static_cast<std::ptrdiff_t>(n);
    std::nth_element(seconds.begin(), at, seconds.end());
    return static_cast<double>(*at);
  };
  const std::size_t count = seconds.size();
  times.median = (nth((count - 1) / 2) + nth(count / 2)) / 2;
  times.ninety = nth((count * 9 + 9) / 10 - 1);
}

void note(const Verdict& verdict, StepTimes& times) {
  times.missing += verdict.reason == Reason::no_from || verdict.reason == Reason::no_to ? 1U : 0U;
  times.out_of_order += verdict.reason == Reason::to_before_from ? 1U : 0U;
  times.date_alone += verdict.reason == Reason::date_alone ? 1U : 0U;
}

}  // namespace

std::vector<const data::Field*> chain_fields(const Dataset& dataset) {
  std::vector<const data::Field*> fields;
  for (const data::Field& field : dataset.fields) {
    if (field.type == data::FieldType::timestamp && !field.planned) fields.push_back(&field);
  }
  return fields;
}

Chain usual_chain(const Agreement& agreement, std::size_t dataset) {
  using agreement::Event;
  const Dataset& of = agreement.datasets[dataset];
  const std::vector<const data::Field*> fields = chain_fields(of);
  Chain chain;
  chain.dataset = dataset;
  if (fields.size() < 2) return chain;
  const int owner = data::find_text(of.fields, data::Meaning::owner);
  if (owner >= 0) chain.owner = of.fields[static_cast<std::size_t>(owner)].key;
  for (const Event event : {Event::inquiry, Event::qualified, Event::assigned, Event::contacted}) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const data::Field* field) {
      return agreement::event_of(*field) == event;
    });
    if (found != fields.end()) chain.fields.push_back((*found)->key);
  }
  if (chain.fields.size() >= 2) return chain;
  chain.fields = {fields[0]->key, fields[1]->key};
  for (const agreement::Commitment& each : agreement.commitments) {
    if (!agreement::uses_times(each.measure.kind) || each.measure.dataset != of.id) continue;
    chain.fields = {each.measure.from, each.measure.to};
    break;
  }
  return chain;
}

agreement::Commitment step_promise(const Agreement& agreement, const Chain& chain,
                                   std::size_t step) {
  const Dataset& dataset = agreement.datasets[chain.dataset];
  agreement::Commitment promise;
  promise.title = agreement::find_field(dataset, chain.fields[step])->column + " → " +
                  agreement::find_field(dataset, chain.fields[step + 1])->column;
  promise.measure.kind = agreement::Kind::median_time;
  promise.measure.dataset = dataset.id;
  promise.measure.from = chain.fields[step];
  promise.measure.to = chain.fields[step + 1];
  promise.measure.calendar = chain.calendar;
  return promise;
}

ChainSweep::ChainSweep(const Agreement& agreement, Chain chain, const LoadedData& data,
                       calendar::Instant as_of)
    : chain_(std::move(chain)),
      table_(data.tables[chain_.dataset].get()),
      zone_(&zone_of(agreement.datasets[chain_.dataset].time_zone)),
      horizon_(as_of, zone_of(agreement.time_zone)),
      hours_(hours_of(agreement, chain_.calendar)),
      judge_(std::nullopt, agreement::Early::left_out,
             {&zone_of(agreement.time_zone), zone_, hours_.get()}, as_of),
      names_(kMostOwners),
      last_day_(zone_->day_at(as_of)),
      by_day_(kDays) {
  const Dataset& dataset = agreement.datasets[chain_.dataset];
  for (const std::string& key : chain_.fields) {
    stamps_.push_back(table_->column(table_->find_field(key)).stamps.data());
  }
  steps_.resize(chain_.fields.size() - 1);
  bool routing = false;
  for (std::size_t i = steps_.size(); i > 0; --i) {
    const data::Field& end = *agreement::find_field(dataset, chain_.fields[i]);
    routing = routing || agreement::event_of(end) == agreement::Event::assigned;
    steps_[i - 1].routing = routing;
  }
  seconds_.resize(steps_.size());
  sums_.resize(steps_.size());
  const int owner = table_->find_field(chain_.owner);
  if (owner < 0) return;
  owner_column_ = &table_->column(owner);
  codes_.resize(table_->kept().size());
}

float ChainSweep::progress() const {
  const std::size_t all = table_->kept().size();
  return all == 0 ? 1 : static_cast<float>(at_) / static_cast<float>(all);
}

ChainSweep::Owner& ChainSweep::owner_of(std::uint32_t row) {
  const NameList::Code code = names_.code_of(table_->text(*owner_column_, row));
  codes_[at_] = code;
  while (found_.size() <= code) {
    found_.emplace_back();
    found_.back().steps.resize(steps_.size());
    found_.back().seconds.resize(steps_.size());
  }
  return found_[code];
}

std::vector<std::uint32_t> ChainSweep::rows(std::size_t owner) const {
  std::vector<std::uint32_t> found;
  found.reserve(static_cast<std::size_t>(owners_[owner].records));
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    if (codes_[i] == owners_[owner].code) found.push_back(table_->kept()[i]);
  }
  return found;
}

void ChainSweep::add(std::uint32_t row) {
  Stamp before = horizon_.seen(stamps_[0][row]);
  if (before.has_value()) {
    const calendar::Day ago = last_day_ - calendar::day_of(before, *zone_);
    if (ago >= 0 && ago < static_cast<calendar::Day>(kDays)) {
      ++by_day_[static_cast<std::size_t>(ago)];
    }
  }
  Owner* owner = owner_column_ == nullptr ? nullptr : &owner_of(row);
  if (owner != nullptr) ++owner->records;
  std::int64_t took[kMostTimes] = {};
  bool complete = true;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const Stamp next = horizon_.seen(stamps_[i + 1][row]);
    const Verdict verdict = judge_.elapsed(before, next);
    before = next;
    const bool counted = verdict.outcome == Outcome::counted;
    complete = complete && counted;
    took[i] = verdict.seconds;
    if (counted) seconds_[i].push_back(verdict.seconds);
    note(verdict, steps_[i].times);
    if (owner == nullptr || steps_[i].routing) continue;
    if (counted) owner->seconds[i].push_back(verdict.seconds);
    note(verdict, owner->steps[i]);
  }
  if (!complete) return;
  std::int64_t whole = 0;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    whole += took[i];
    sums_[i] += static_cast<double>(took[i]);
  }
  whole_seconds_.push_back(whole);
}

bool ChainSweep::work(std::size_t rows) {
  const std::vector<std::uint32_t>& kept = table_->kept();
  const std::size_t end = at_ + std::min(rows, kept.size() - at_);
  for (; at_ < end; ++at_)
    add(kept[at_]);
  if (at_ < kept.size()) return false;
  // A step each time where there is much to put in order.
  do {
    if (ready_) return true;
    if (steps_done_ < steps_.size()) {
      finish_step(steps_done_++);
    } else {
      finish();
    }
  } while (rows >= kept.size());
  return ready_;
}

void ChainSweep::finish_step(std::size_t step) {
  summarise(seconds_[step], steps_[step].times);
  std::vector<std::int64_t>().swap(seconds_[step]);
  for (Owner& owner : found_)
    summarise(owner.seconds[step], owner.steps[step]);
}

void ChainSweep::finish() {
  ready_ = true;
  records_ = table_->kept().size();
  double all = 0;
  for (const double sum : sums_)
    all += sum;
  for (std::size_t i = 0; i < steps_.size() && all > 0; ++i)
    steps_[i].share = 100 * sums_[i] / all;
  summarise(whole_seconds_, whole_);
  std::vector<std::int64_t>().swap(whole_seconds_);
  std::vector<ListedName> names = names_.take();
  for (std::size_t o = 0; o < found_.size(); ++o) {
    if (found_[o].records == 0) continue;
    OwnerTimes& owner = owners_.emplace_back();
    owner.code = static_cast<NameList::Code>(o);
    owner.others = names[o].others;
    if (!owner.others) owner.name = std::move(names[o].name);
    owner.joined = names[o].joined;
    owner.records = found_[o].records;
    owner.steps = std::move(found_[o].steps);
  }
  found_.clear();
  std::stable_sort(owners_.begin(), owners_.end(), [](const OwnerTimes& a, const OwnerTimes& b) {
    return a.others != b.others     ? b.others
           : a.records != b.records ? a.records > b.records
                                    : a.name < b.name;
  });
  std::size_t oldest = kDays;
  while (oldest > 0 && by_day_[oldest - 1] == 0)
    --oldest;
  std::uint64_t came = 0, days = 0;
  for (std::size_t ago = 0; ago < oldest; ++ago) {
    const calendar::Day day = last_day_ - static_cast<calendar::Day>(ago);
    came += by_day_[ago];
    days += hours_ != nullptr ? hours_->close_of(day).has_value() : calendar::weekday(day) < 5;
  }
  if (days > 0) a_day_ = static_cast<double>(came) / static_cast<double>(days);
}

}  // namespace leadpact::scoring
