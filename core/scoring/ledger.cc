#include "core/scoring/ledger.h"

#include <algorithm>
#include <utility>

#include "core/agreement/kinds.h"
#include "core/agreement/opening.h"
#include "core/data/cells.h"
#include "core/scoring/context.h"

namespace leadpact::scoring {
namespace {

using agreement::Agreement;
using calendar::Stamp;

// More different texts than that are looked at each time they come up.
constexpr std::size_t kMostDifferent = 20'000;

std::unique_ptr<calendar::Hours> hours_of(const Agreement& agreement, const std::string& id) {
  const agreement::Calendar* found = agreement::find_calendar(agreement, id);
  return found == nullptr ? nullptr
                          : std::make_unique<calendar::Hours>(agreement::hours_spec(*found));
}

bool is_late(const Rejected& lead) {
  return lead.answer == Outcome::failed;
}

std::optional<calendar::Instant> due_of(const std::optional<TimeJudge>& judge, Stamp from) {
  const bool tells = judge && from.has_value() && calendar::applies(judge->limit(), from);
  return tells ? judge->due(from) : std::nullopt;
}

void count(LedgerCount& count, const Rejected& lead) {
  ++count.leads;
  count.unanswered += lead.state == HandbackState::unanswered ? 1U : 0U;
  count.late += is_late(lead) ? 1U : 0U;
}

}  // namespace

AgeBand age_band(const Rejected& lead) {
  if (lead.age < 0) return AgeBand::unknown;
  if (lead.age <= 7) return AgeBand::week;
  if (lead.age <= 30) return AgeBand::month;
  return lead.age <= 90 ? AgeBand::quarter : AgeBand::older;
}

bool LedgerFilter::takes(const Rejected& lead) const {
  return (!period || lead.period == *period) && (!reason || lead.reason == *reason) &&
         (!owner || lead.owner == *owner) && (!age || age_band(lead) == *age) &&
         (!state || lead.state == *state) && (!late || is_late(lead));
}

LedgerTally tally(const Ledger& ledger, const LedgerFilter& filter) {
  LedgerTally made;
  made.reasons.resize(ledger.reasons.size());
  made.owners.resize(ledger.owners.size());
  for (const Rejected& lead : ledger.leads) {
    if (!filter.takes(lead)) continue;
    count(made.all, lead);
    count(made.reasons[lead.reason], lead);
    count(made.owners[lead.owner], lead);
    count(made.ages[static_cast<std::size_t>(age_band(lead))], lead);
    count(made.states[static_cast<std::size_t>(lead.state)], lead);
  }
  return made;
}

std::vector<std::uint32_t> by_size(const std::vector<ListedName>& names,
                                   const std::vector<LedgerCount>& counts) {
  // Sorted as numbers: others, fewer leads, later in the file.
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint64_t fewer = 0xFFFF'FFFFu - counts[i].leads;
    if (counts[i].leads > 0) keys.push_back((names[i].others ? 1ULL << 63 : 0) | fewer << 16 | i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const std::uint64_t key : keys)
    order.push_back(static_cast<std::uint32_t>(key & 0xFFFF));
  return order;
}

LedgerSweep::LedgerSweep(const Agreement& agreement, std::size_t dataset, const LoadedData& data,
                         calendar::Instant as_of)
    : table_(*data.tables[dataset]),
      zone_(calendar::Zone::find(agreement.datasets[dataset].time_zone)),
      horizon_(as_of, *calendar::Zone::find(agreement.time_zone)),
      today_(zone_->day_at(as_of)),
      ids_(agreement.datasets[dataset], &table_),
      ledger_{agreement::handback_columns(agreement, agreement.datasets[dataset]),
              {},
              calendar::periods(term_of(agreement), agreement.reporting, as_of),
              {},
              {},
              {},
              0,
              {},
              {},
              0},
      periods_(ledger_.periods, *calendar::Zone::find(agreement.time_zone), as_of),
      reasons_(kMostNames),
      owners_(kMostNames) {
  const agreement::Dataset& of = agreement.datasets[dataset];
  const calendar::Zone* zone = calendar::Zone::find(agreement.time_zone);
  for (const std::string& reason : agreement.rejection.reasons) {
    const Code index = reasons_.code_of(reason);
    if (index != 0) reasons_.set_agreed(index);
  }
  ledger_.review = agreement::review_limit(agreement, of, ledger_.columns);
  if (ledger_.review) {
    review_hours_ = hours_of(agreement, ledger_.review->calendar);
    answer_judge_.emplace(ledger_.review->limit, agreement::Early::met,
                          calendar::Clock{zone, zone_, review_hours_.get()}, as_of);
  }
  ledger_.decision = agreement::decision_promise(agreement, of, ledger_.columns);
  if (!ledger_.decision) return;
  const agreement::Measure& measure = agreement.commitments[*ledger_.decision].measure;
  decision_hours_ = hours_of(agreement, measure.calendar);
  decision_judge_.emplace(calendar::parse_limit(measure.limit), measure.early,
                          calendar::Clock{zone, zone_, decision_hours_.get()}, as_of);
  decision_at_ = table_.find_field(measure.at);
  decision_from_ = table_.find_field(measure.from);
  decision_to_ = table_.find_field(measure.to);
  if (agreement::is_empty(measure.where)) return;
  evaluator_ = std::make_unique<rules::Evaluator>(agreement, of, table_,
                                                  rules::Evaluator::View{zone, true, as_of});
  where_.emplace(evaluator_->prepare(measure.where));
}

std::string_view LedgerSweep::text(int field, std::uint32_t row) const {
  return field < 0 ? std::string_view() : data::trim(table_.text(table_.column(field), row));
}

Stamp LedgerSweep::seen(int field, std::uint32_t row) const {
  return field < 0 ? Stamp::empty() : horizon_.seen(table_.column(field).stamps[row]);
}

LedgerSweep::Code LedgerSweep::says(int field, std::uint32_t row) {
  const std::string_view cell = text(field, row);
  if (cell.empty()) return 0;
  const auto known = words_.find(cell);
  if (known != words_.end()) return known->second;
  auto said = static_cast<Code>((agreement::hands_back(cell) ? kBack : 0) |
                                (agreement::says_nurture(cell) ? kNurture : 0));
  if (words_.size() < kMostDifferent) words_.emplace(cell, said);
  return said;
}

bool LedgerSweep::is_rejected(std::uint32_t row) {
  const agreement::HandbackColumns& columns = ledger_.columns;
  if (!text(columns.decision, row).empty()) return (says(columns.decision, row) & kBack) != 0;
  return seen(columns.rejected, row).has_value() ||
         (columns.flag >= 0 && table_.column(columns.flag).booleans[row] == 1) ||
         !text(columns.reason, row).empty() || (says(columns.status, row) & kBack) != 0;
}

HandbackState LedgerSweep::state_of(std::uint32_t row, Stamp answered) {
  const agreement::HandbackColumns& columns = ledger_.columns;
  for (const int field : {columns.answer, columns.status, columns.stage, columns.decision}) {
    if ((says(field, row) & kNurture) != 0) return HandbackState::nurtured;
  }
  const bool is_answered = answered.has_value() || !text(columns.answer, row).empty();
  return is_answered ? HandbackState::returned : HandbackState::unanswered;
}

void LedgerSweep::note_silence(std::uint32_t row) {
  const Stamp from = seen(decision_from_, row);
  if (!from.has_value() || periods_.find(seen(decision_at_, row)) >= kWithoutAt) return;
  const Outcome outcome = decision_judge_->within(from, seen(decision_to_, row)).outcome;
  if (outcome == Outcome::failed) ledger_.silent.push_back(row);
  if (outcome == Outcome::pending) ++ledger_.undecided;
}

void LedgerSweep::add(std::uint32_t row, bool promised) {
  if (!is_rejected(row)) {
    const bool decided = seen(decision_to_, row).has_value() ||
                         seen(ledger_.columns.decided, row).has_value() ||
                         !text(ledger_.columns.decision, row).empty();
    if (promised && !decided) note_silence(row);
    return;
  }
  const Stamp rejected = rejected_at(row);
  Rejected lead;
  lead.row = row;
  lead.period = periods_.find(rejected);
  if (lead.period == kOutside) {
    ++ledger_.outside;
    return;
  }
  // Today by another zone's clock may be a day before it.
  if (rejected.has_value()) lead.age = std::max(0, today_ - calendar::day_of(rejected, *zone_));
  lead.reason = reasons_.code_of(text(ledger_.columns.reason, row));
  lead.owner = owners_.code_of(text(ledger_.columns.owner, row));
  const Stamp answered = answered_at(row);
  lead.state = state_of(row, answered);
  // An answer without a date is none that could be judged.
  const bool datable = answered.has_value() || lead.state == HandbackState::unanswered;
  if (answer_judge_ && datable && rejected.has_value()) {
    lead.answer = answer_judge_->within(rejected, answered).outcome;
  }
  ledger_.leads.push_back(lead);
}

bool LedgerSweep::work(std::size_t rows) {
  const std::vector<std::uint32_t>& kept = table_.kept();
  const std::size_t end = next_ + std::min(rows, kept.size() - next_);
  if (next_ == end) return done();
  const std::uint32_t first = kept[next_];
  if (where_) {
    mask_.resize(kept[end - 1] + 1 - first);
    where_->run(first, kept[end - 1] + 1, mask_.data());
  }
  for (; next_ < end; ++next_) {
    const std::uint32_t row = kept[next_];
    add(row, decision_judge_ && (!where_ || mask_[row - first] != 0));
  }
  if (done()) {
    ledger_.reasons = reasons_.take();
    ledger_.owners = owners_.take();
    words_.clear();
  }
  return done();
}

float LedgerSweep::progress() const {
  const std::size_t rows = table_.kept().size();
  return rows == 0 ? 1 : static_cast<float>(next_) / static_cast<float>(rows);
}

std::optional<calendar::Instant> LedgerSweep::answer_due(std::uint32_t row) const {
  return due_of(answer_judge_, rejected_at(row));
}

std::optional<calendar::Instant> LedgerSweep::decision_due(std::uint32_t row) const {
  return due_of(decision_judge_, handed_at(row));
}

std::string LedgerSweep::id(std::uint32_t row) const {
  return ids_.of(row);
}

void LedgerSweep::draw(std::uint32_t row, std::uint32_t lead, Sample& sample) const {
  sample.add(id(row), lead);
}

std::string usual_seed(const Agreement& agreement, const Ledger& ledger,
                       std::optional<std::size_t> period) {
  return agreement.id + " " +
         (period && *period < ledger.periods.size()
              ? calendar::format_day(ledger.periods[*period].start)
              : "all");
}

LedgerSample draw_sample(const LedgerSweep& sweep, const LedgerFilter& filter,
                         const std::string& seed, std::size_t size) {
  const std::vector<Rejected>& leads = sweep.ledger().leads;
  LedgerSample made;
  Sample sample(seed, size);
  for (std::uint32_t i = 0; i < leads.size(); ++i) {
    if (!filter.takes(leads[i])) continue;
    ++made.of;
    sweep.draw(leads[i].row, i, sample);
  }
  made.without_id = sample.without_id();
  made.leads = std::move(sample).take();
  return made;
}

}  // namespace leadpact::scoring
