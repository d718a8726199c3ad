#include "web/app/lead_list.h"

#include <algorithm>
#include <limits>

#include "core/agreement/kinds.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "core/scoring/record_ids.h"

namespace leadpact::app {
namespace {

using agreement::Commitment;
using scoring::Outcome;

constexpr std::size_t kSlice = 50'000;           // rows of a tick
constexpr std::size_t kConditionSlice = 40'000;  // where conditions are evaluated
constexpr std::size_t kSearchSlice = 10'000;     // where their texts are read
constexpr std::size_t kSheetSlice = 4'000;       // where all is put in words

const Commitment* find(const agreement::Agreement& agreement, std::string_view id) {
  for (const auto* list : {&agreement.commitments, &agreement.goals}) {
    for (const Commitment& each : *list) {
      if (each.id == id) return &each;
    }
  }
  return nullptr;
}

unsigned outcomes_of(LeadList::Which which) {
  switch (which) {
    case LeadList::Which::met:
      return bit(Outcome::met);
    case LeadList::Which::failed:
      return bit(Outcome::failed);
    case LeadList::Which::pending:
      return bit(Outcome::pending);
    case LeadList::Which::left_out:
      return bit(Outcome::left_out);
    case LeadList::Which::all:
      break;
  }
  return scoring::Pick::kAnyOutcome;
}

}  // namespace

// ---- What happens ----------------------------------------------------------------

void LeadList::forget_data() {
  leave_commitment();
  context_.reset();
  agreement_.reset();
}

void LeadList::leave_commitment() {
  explainer_.reset();
  names_.reset();
  conditions_.clear();
  evaluated_ = 0;
  begin();
}

void LeadList::begin() {
  begun_ = done_ = listed_ = false;
  at_ = 0;
  shown_ = kPage;
  std::vector<Found>().swap(found_);
  reasons_ = {};
  items_.clear();
  sheet_.reset();
  open_.reset();
  working_.reset();
  if (asked_) {
    pick_ = asked_->pick;
  } else {
    pick_ = {};
    pick_.first = pick_.last = period_;
    pick_.outcomes = outcomes_of(which_.value_or(Which::all));
  }
}

void LeadList::forget_asked() {
  if (!asked_) return;
  asked_.reset();
  which_.reset();
}

void LeadList::score_changed() {
  forget_data();
  forget_asked();
  loads_ = 0;
}

void LeadList::look(const agreement::Agreement* agreement, std::string_view commitment,
                    const DataDesk& desk) {
  if (desk.loads() != loads_) {
    forget_data();
    if (loads_ != 0) forget_asked();
    loads_ = desk.loads();
  }
  if (commitment != commitment_) turn_to(commitment);
  if (!which_ || begun_ || agreement == nullptr || !desk.loaded() || !desk.as_of()) return;
  if (!context_) {
    agreement_ = std::make_unique<const agreement::Agreement>(*agreement);
    context_ =
        std::make_unique<scoring::Context>(*agreement_, *desk.loaded(), *desk.as_of(), 1, false);
  }
  if (subject() == nullptr) return;
  begun_ = true;
  step();
}

void LeadList::turn_to(std::string_view commitment) {
  leave_commitment();
  commitment_ = commitment;
  period_ = std::numeric_limits<std::size_t>::max();
  which_.reset();
  asked_.reset();
  order_ = Order::latest;
  search_.clear();
  sought_.clear();
}

const Commitment* LeadList::subject() const {
  const Commitment* found = find(*agreement_, commitment_);
  if (found == nullptr || !agreement::uses_records(found->measure.kind)) return nullptr;
  const std::size_t dataset = context_->find_dataset(found->measure.dataset);
  return context_->datasets()[dataset].table == nullptr ? nullptr : found;
}

bool LeadList::work(const DataDesk& desk) {
  if (desk.loads() != loads_) {
    forget_data();
    return false;
  }
  if (looking()) {
    step();
  } else if (writing()) {
    write_slice();
  }
  return has_work();
}

void LeadList::step() {
  if (!explainer_) {
    if (!evaluate()) return;
    explainer_ = std::make_unique<scoring::Explainer>(*context_, *subject());
    names_ = std::make_unique<LeadNames>(explainer_->dataset(), explainer_->table());
    // Of many rows that is a slice of its own.
    if (explainer_->table().rows() > kConditionSlice) return;
  }
  scan();
}

// True once the stages and lead scores that the conditions ask for are known.
bool LeadList::evaluate() {
  const agreement::Measure& measure = subject()->measure;
  const scoring::DatasetContext& dataset =
      context_->datasets()[context_->find_dataset(measure.dataset)];
  if (conditions_.empty()) {
    conditions_.push_back(dataset.evaluator->prepare(measure.where));
    const bool has_of = agreement::uses_of(measure.kind) && measure.of;
    if (has_of) conditions_.push_back(dataset.evaluator->prepare(*measure.of));
  }
  const std::size_t end = std::min(dataset.table->rows(), evaluated_ + kConditionSlice);
  std::vector<std::uint8_t> holds(end - evaluated_);
  for (const rules::Evaluator::Prepared& condition : conditions_)
    condition.run(evaluated_, end, holds.data());
  evaluated_ = end;
  return end == dataset.table->rows();
}

const std::vector<std::uint32_t>& LeadList::rows() const {
  return asked_ && asked_->rows ? *asked_->rows : explainer_->table().kept();
}

bool LeadList::is_asked_for(std::uint32_t row) const {
  if (!pick_.takes(explainer_->measure(), row)) return false;
  return sought_.empty() || data::fold_case(names_->all(row)).find(sought_) != std::string::npos;
}

std::int64_t LeadList::key_of(std::uint32_t row) const {
  if (order_ == Order::how_late) {
    const auto margin = explainer_->margin(row);
    return margin ? margin->seconds() : std::numeric_limits<std::int64_t>::max();
  }
  const scoring::RecordMeasure& measure = explainer_->measure();
  const calendar::Stamp from = measure.from(row);
  const calendar::Stamp by = from.has_value() ? from : measure.at(row);
  return by.has_value() ? -calendar::instant_of(by, *explainer_->clock().agreement)
                        : std::numeric_limits<std::int64_t>::max();
}

void LeadList::scan() {
  const std::vector<std::uint32_t>& kept = rows();
  const std::size_t end = std::min(kept.size(), at_ + (sought_.empty() ? kSlice : kSearchSlice));
  for (; at_ < end; ++at_) {
    if (!is_asked_for(kept[at_])) continue;
    found_.push_back({key_of(kept[at_]), kept[at_]});
    if (pick_.outcomes == bit(Outcome::left_out)) {
      ++reasons_[static_cast<std::size_t>(explainer_->measure().judge(kept[at_]).reason)];
    }
  }
  done_ = at_ == kept.size();
}

// ---- What is chosen --------------------------------------------------------------

void LeadList::choose_period(std::size_t period) {
  if (period == period_) return;
  forget_asked();
  period_ = period;
  begin();
}

void LeadList::show(std::size_t period, Which which) {
  period_ = period;
  which_ = which;
  asked_.reset();
  reveal_ = true;
  drawn_ = false;
  begin();
}

void LeadList::show(std::string_view commitment, AskedLeads asked) {
  if (commitment != commitment_) turn_to(commitment);
  show(period_, Which::all);
  pick_ = asked.pick;
  asked_ = std::move(asked);
}

void LeadList::hide() {
  which_.reset();
  asked_.reset();
  begin();
}

void LeadList::set_order(Order order) {
  if (order == order_) return;
  order_ = order;
  begin();
}

void LeadList::set_search(std::string text) {
  search_ = std::move(text);
  std::string sought = data::fold_case(data::trim(search_));
  if (sought == sought_) return;
  sought_ = std::move(sought);
  begin();
}

// ---- The list --------------------------------------------------------------------

LeadItem LeadList::item_of(std::uint32_t row, bool for_sheet) const {
  const scoring::RecordMeasure& measure = explainer_->measure();
  scoring::Explanation made;
  made.counts = measure.counts(row);
  made.period = measure.period(row);
  made.at = measure.at(row);
  made.from = measure.from(row);
  made.to = measure.to(row);
  const bool is_in = made.counts && made.period < scoring::kWithoutAt;
  if (is_in) made.verdict = measure.judge(row);
  scoring::Face face = scoring::face_of(*explainer_, made);
  face.for_sheet = for_sheet;
  LeadItem item;
  item.row = row;
  item.line = names_->line(row);
  item.owner = names_->owner(row);
  item.at = face.stamp(made.at);
  item.start = face.stamp(made.from);
  item.stop = face.stamp(made.to);
  item.due = face.stamp({});
  item.outcome = made.counts ? made.verdict.outcome : Outcome::left_out;
  item.standing = scoring::standing_words(made);
  const Commitment& commitment = explainer_->commitment();
  if (commitment.measure.kind == agreement::Kind::within && is_in) {
    const auto due =
        item.outcome == Outcome::left_out ? std::nullopt : measure.time_judge().due(made.from);
    if (due) item.due = face.moment(*due);
    if (const auto margin = explainer_->margin(row)) item.by = scoring::margin_words(*margin);
  } else if (item.outcome == Outcome::counted && is_in) {
    if (commitment.measure.kind == agreement::Kind::median_time) {
      item.by = scoring::length_words(made.verdict.seconds);
    } else if (const auto number = measure.number(row)) {
      item.by = agreement::number_words(*number);
    }
  }
  return item;
}

const std::vector<LeadItem>& LeadList::items() {
  if (!explainer_ || !done_) return items_;
  if (!listed_) {
    listed_ = true;
    const std::size_t count = std::min(shown_, found_.size());
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(count),
                      found_.end());
    items_.clear();
    for (std::size_t i = 0; i < count; ++i)
      items_.push_back(item_of(found_[i].row, false));
  }
  return items_;
}

std::string LeadList::reasons() const {
  return explainer_ ? scoring::reasons_words(*explainer_, reasons_) : std::string();
}

bool LeadList::has_more() const {
  return done_ && shown_ < found_.size() && shown_ < kMostShown;
}

void LeadList::show_more() {
  shown_ = std::min(kMostShown, shown_ + kPage);
  listed_ = false;
}

// ---- For a spreadsheet -------------------------------------------------------------

void LeadList::write() {
  if (!explainer_ || !done_) return;
  sheet_.emplace(exchange::SheetForm::csv);
  for (const char* name : {"Lead", "Name", "Owner", "Date", "Start", "Stop", "Due", "Verdict",
                           "By how much", "File", "Line"})
    sheet_->text(name);
  sheet_->end_row();
  sheet_at_ = 0;
  write_slice();
}

void LeadList::write_slice() {
  const data::Table& table = explainer_->table();
  const scoring::RecordIds ids(explainer_->dataset(), &table);
  const std::size_t end = std::min(rows().size(), sheet_at_ + kSheetSlice);
  for (; sheet_at_ < end; ++sheet_at_) {
    const std::uint32_t row = rows()[sheet_at_];
    if (!is_asked_for(row)) continue;
    const LeadItem item = item_of(row, true);
    sheet_->text(ids.of(row));
    for (const std::string* text : {&item.line.name, &item.owner, &item.at, &item.start, &item.stop,
                                    &item.due, &item.standing})
      sheet_->text(*text);
    if (const auto number = explainer_->measure().number(row)) {
      sheet_->number(number);
    } else {
      sheet_->text(item.by);
    }
    sheet_->text(table.file_names()[table.file(row)]);
    sheet_->count(table.line(row));
    sheet_->end_row();
  }
}

std::optional<LeadList::Written> LeadList::take_written() {
  if (!sheet_ || !written()) return std::nullopt;
  Written made{explainer_->commitment().title, std::move(*sheet_).take()};
  sheet_.reset();
  return made;
}

void LeadList::toggle(std::uint32_t row) {
  working_.reset();
  if (open_ == row) {
    open_.reset();
  } else {
    open_ = row;
  }
}

const LeadWorking* LeadList::opened() {
  if (!open_ || !explainer_) return nullptr;
  if (!working_) working_ = app::working_of(*explainer_, *open_);
  return &*working_;
}

}  // namespace leadpact::app
