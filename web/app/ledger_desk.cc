#include "web/app/ledger_desk.h"

#include <algorithm>
#include <utility>

#include "core/data/cells.h"
#include "core/scoring/ledger_words.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

using scoring::Rejected;

// Of a filter: pressed again it is taken back.
template <typename Value>
void turn(std::optional<Value>& chosen, Value value) {
  if (chosen == value) {
    chosen.reset();
  } else {
    chosen = value;
  }
}

}  // namespace

// ---- What happens ----------------------------------------------------------------

void LedgerDesk::score_changed() {
  sweep_.reset();
  names_.reset();
  working_.reset();
  agreement_.reset();
}

bool LedgerDesk::look(const agreement::Agreement& agreement, const DataDesk& desk) {
  if (loads_ != desk.loads()) score_changed();
  if (!agreement_) {
    if (desk.loaded() == nullptr || !desk.as_of()) return false;
    loads_ = desk.loads();
    loaded_ = desk.loaded();
    as_of_ = *desk.as_of();
    agreement_ = std::make_unique<const agreement::Agreement>(agreement);
    datasets_.clear();
    dataset_names_.clear();
    for (std::size_t d = 0; d < agreement.datasets.size() && d < loaded_->tables.size(); ++d) {
      if (!loaded_->tables[d]) continue;
      const agreement::Dataset& each = agreement.datasets[d];
      datasets_.push_back(d);
      dataset_names_.push_back(each.name.empty() ? each.id : each.name);
    }
    if (of_ != agreement.id || dataset_choice_ >= datasets_.size()) {
      of_ = agreement.id;
      dataset_choice_ = 0;
      seed_.reset();
      filter_ = {};
    }
  }
  if (datasets_.empty()) return false;
  if (!sweep_) begin();
  if (ready() && !taken_) take_ledger();
  return true;
}

void LedgerDesk::begin() {
  const agreement::Dataset& dataset = agreement_->datasets[this->dataset()];
  sweep_ = std::make_unique<scoring::LedgerSweep>(*agreement_, this->dataset(), *loaded_, as_of_);
  names_ = std::make_unique<LeadNames>(dataset, *loaded_->tables[this->dataset()]);
  taken_ = false;
  open_.reset();
  working_.reset();
  sweep_->work();
  if (ready()) take_ledger();
}

bool LedgerDesk::work(const DataDesk& desk) {
  if (!has_work()) return false;
  if (loads_ != desk.loads()) {
    score_changed();
    return false;
  }
  sweep_->work();
  return true;
}

void LedgerDesk::take_ledger() {
  taken_ = true;
  const scoring::Ledger& ledger = sweep_->ledger();
  gaps_ = agreement::handback_gaps(*agreement_, agreement_->datasets[dataset()], ledger.columns);
  silence_ = scoring::silence_words(*agreement_, ledger);
  period_names_ = {"The whole agreement"};
  for (auto period = ledger.periods.rbegin(); period != ledger.periods.rend(); ++period)
    period_names_.push_back(period_name(*period, agreement_->reporting));
  // Names may stand elsewhere in other data.
  filter_.reason.reset();
  filter_.owner.reset();
  if (filter_.period && *filter_.period >= ledger.periods.size()) filter_.period.reset();
  take_period();
}

void LedgerDesk::take_period() {
  const scoring::Ledger& ledger = sweep_->ledger();
  scoring::LedgerFilter of_period;
  of_period.period = filter_.period;
  tally_ = scoring::tally(ledger, of_period);
  summary_ = counted(tally_.all.leads, "lead was", "leads were") + " rejected, " +
             whole(tally_.all.unanswered) + " of them " +
             (tally_.all.unanswered == 1 ? "is" : "are") + " unanswered. ";
  if (ledger.review) {
    summary_ += whole(tally_.all.late) + (tally_.all.late == 1 ? " answer is" : " answers are") +
                " late or overdue. ";
  }
  summary_ += scoring::review_words(*agreement_, ledger);
  if (ledger.outside > 0) {
    summary_ += " " + counted(ledger.outside, "more was", "more were") +
                " rejected before or after the agreement's time.";
  }
  take_list();
}

void LedgerDesk::add_line(LedgerBy by, std::string name, std::uint32_t key,
                          const scoring::LedgerCount& count, bool on, std::uint32_t joined) {
  if (count.leads == 0) return;
  lines_[static_cast<std::size_t>(by)].push_back(
      {std::move(name), key, count, 0, on, std::max(1U, joined)});
}

// The tallies with what is on, and the list.
void LedgerDesk::take_list() {
  const scoring::Ledger& ledger = sweep_->ledger();
  for (auto& lines : lines_)
    lines.clear();
  for (const std::uint32_t i : scoring::by_size(ledger.reasons, tally_.reasons)) {
    const scoring::ListedName& reason = ledger.reasons[i];
    const bool odd = !reason.agreed && !reason.name.empty() && !reason.others;
    add_line(LedgerBy::reason, scoring::reason_words(reason) + (odd ? " (not agreed)" : ""), i,
             tally_.reasons[i], filter_.reason == i, reason.joined);
  }
  for (const std::uint32_t i : scoring::by_size(ledger.owners, tally_.owners)) {
    add_line(LedgerBy::owner, scoring::owner_words(ledger.owners[i]), i, tally_.owners[i],
             filter_.owner == i, ledger.owners[i].joined);
  }
  for (std::uint32_t i = 0; i < scoring::kAgeBands; ++i) {
    const auto age = static_cast<scoring::AgeBand>(i);
    add_line(LedgerBy::age, std::string(scoring::words_of(age)), i, tally_.ages[i],
             filter_.age == age);
  }
  for (std::uint32_t i = 0; i < scoring::kHandbackStates; ++i) {
    const auto state = static_cast<scoring::HandbackState>(i);
    add_line(LedgerBy::state, std::string(scoring::words_of(state)), i, tally_.states[i],
             filter_.state == state);
  }
  std::vector<std::string> chosen;
  for (auto& lines : lines_) {
    std::uint64_t most = 1;
    for (const LedgerLine& line : lines)
      most = std::max(most, line.count.leads);
    for (LedgerLine& line : lines) {
      line.share = static_cast<double>(line.count.leads) / static_cast<double>(most);
      if (line.on) chosen.push_back(line.name);
    }
  }
  if (filter_.late) chosen.emplace_back("late or overdue");

  found_.clear();
  items_.clear();
  listed_ = false;
  shown_ = kPage;
  open_.reset();
  working_.reset();
  sample_ = {};
  const auto add_all = [&](const std::vector<std::uint32_t>& all) {
    for (const std::uint32_t each : all)
      found_.push_back({static_cast<std::int64_t>(found_.size()), each});
  };
  if (which_ == Which::silent) {
    add_all(ledger.silent);
  } else if (which_ == Which::sample) {
    scoring::LedgerFilter of_period;
    of_period.period = filter_.period;
    sample_ = scoring::draw_sample(*sweep_, of_period, seed(), size().value_or(0));
    add_all(sample_.leads);
  } else {
    // The latest first, those without a date at the end.
    for (std::uint32_t i = 0; i < ledger.leads.size(); ++i) {
      const Rejected& lead = ledger.leads[i];
      if (filter_.takes(lead)) found_.push_back({static_cast<std::uint32_t>(lead.age), i});
    }
  }
  filter_words_.clear();
  if (!chosen.empty()) {
    filter_words_ = whole(found_.size()) + " of " + counted(tally_.all.leads, "lead") + ": " +
                    agreement::listed(chosen) + ".";
  }
}

// ---- What there is ---------------------------------------------------------------

std::size_t LedgerDesk::period_choice() const {
  return filter_.period ? period_names_.size() - 1 - *filter_.period : 0;
}

std::uint64_t LedgerDesk::count(Which which) const {
  if (which == Which::silent) return sweep_->ledger().silent.size();
  if (which == Which::rejected) return tally_.all.leads;
  return std::min<std::uint64_t>(size().value_or(0), tally_.all.leads);
}

// Without the year that it is.
scoring::Face LedgerDesk::face() const {
  const calendar::Zone& zone = *calendar::Zone::find(agreement_->time_zone);
  return {zone, true, false, calendar::to_date(zone.day_at(as_of_)).year};
}

LedgerItem LedgerDesk::item_of(std::uint32_t found) const {
  const scoring::Ledger& ledger = sweep_->ledger();
  const scoring::Face face = this->face();
  LedgerItem item;
  const bool silent = which_ == Which::silent;
  if (!silent) item.lead = ledger.leads[found];
  item.row = silent ? found : item.lead.row;
  item.id = sweep_->id(item.row);
  item.line = names_->line(item.row);
  item.owner = names_->owner(item.row);
  item.since = face.stamp(silent ? sweep_->handed_at(item.row) : sweep_->rejected_at(item.row));
  if (!silent) item.reason = scoring::reason_words(ledger.reasons[item.lead.reason]);
  const auto due = silent ? sweep_->decision_due(item.row) : sweep_->answer_due(item.row);
  item.due = due ? face.moment(*due) : "–";
  return item;
}

const std::vector<LedgerItem>& LedgerDesk::items() {
  if (!listed_) {
    listed_ = true;
    const std::size_t count = std::min(shown_, found_.size());
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(count),
                      found_.end());
    items_.clear();
    for (std::size_t i = 0; i < count; ++i)
      items_.push_back(item_of(found_[i].row));
  }
  return items_;
}

const LeadWorking* LedgerDesk::opened() {
  if (!open_) return nullptr;
  if (working_) return &*working_;
  const auto item = std::find_if(items_.begin(), items_.end(),
                                 [&](const LedgerItem& each) { return each.row == *open_; });
  if (item == items_.end()) return nullptr;
  working_ = record_of(*loaded_->tables[dataset()], *open_);
  std::string& words = working_->sentence;
  if (which_ == Which::silent) {
    words = "Handed over " + item->since + ", to be decided by " + item->due +
            ": neither accepted nor rejected.";
    return &*working_;
  }
  const scoring::Face face = this->face();
  const calendar::Stamp answered = sweep_->answered_at(*open_);
  words = item->since == "–" ? "Rejected, nobody knows when" : "Rejected " + item->since;
  if (item->due != "–") words += ", to be answered by " + item->due;
  words += answered.has_value() ? "; answered " + face.stamp(answered)
           : item->lead.state == scoring::HandbackState::unanswered
               ? "; not answered"
               : "; the date of the answer is not known";
  const std::string_view answer = scoring::answer_words(item->lead);
  words += (answer.empty() ? "" : ": " + std::string(answer)) + ".";
  return &*working_;
}

std::string LedgerDesk::seed() const {
  return seed_ ? *seed_ : scoring::usual_seed(*agreement_, sweep_->ledger(), filter_.period);
}

std::optional<std::size_t> LedgerDesk::size() const {
  const auto number = data::parse_plain_number(data::trim(size_text_));
  if (!number || *number < 1 || *number > static_cast<double>(scoring::Sample::kMost)) return {};
  return static_cast<std::size_t>(*number);
}

std::string LedgerDesk::size_error() const {
  return size() ? "" : "Write a number from 1 to " + whole(scoring::Sample::kMost) + ".";
}

std::string LedgerDesk::sample_words() const {
  std::string words = whole(sample_.leads.size()) + " of " + counted(sample_.of, "lead") +
                      " drawn, by the seed and the ids alone.";
  if (sample_.without_id > 0) {
    words += " " + counted(sample_.without_id, "lead has", "leads have") +
             " no id and cannot be drawn: choose the column of ids on Data.";
  }
  return words;
}

// ---- What a person does ----------------------------------------------------------

void LedgerDesk::choose_dataset(std::size_t choice) {
  if (choice >= datasets_.size()) return;
  dataset_choice_ = choice;
  filter_ = {};
  begin();
}

void LedgerDesk::choose_period(std::size_t choice) {
  if (!ready() || choice >= period_names_.size()) return;
  filter_.period.reset();
  if (choice > 0) filter_.period = period_names_.size() - 1 - choice;
  take_period();
}

void LedgerDesk::select(LedgerBy by, std::uint32_t key) {
  if (!ready()) return;
  if (by == LedgerBy::reason) turn(filter_.reason, key);
  if (by == LedgerBy::owner) turn(filter_.owner, key);
  if (by == LedgerBy::age) turn(filter_.age, static_cast<scoring::AgeBand>(key));
  if (by == LedgerBy::state) turn(filter_.state, static_cast<scoring::HandbackState>(key));
  show(Which::rejected);
}

void LedgerDesk::select_late() {
  filter_.late = !filter_.late;
  if (ready()) show(Which::rejected);
}

void LedgerDesk::select_all() {
  scoring::LedgerFilter all;
  all.period = filter_.period;
  filter_ = all;
  if (ready()) take_list();
}

void LedgerDesk::show(Which which) {
  which_ = which;
  if (ready()) take_list();
}

void LedgerDesk::show_more() {
  shown_ = std::min(kMostShown, shown_ + kPage);
  listed_ = false;
}

void LedgerDesk::toggle(std::uint32_t row) {
  working_.reset();
  turn(open_, row);
}

void LedgerDesk::write_seed(std::string text) {
  seed_ = std::move(text);
  if (ready()) take_list();
}

void LedgerDesk::write_size(std::string text) {
  size_text_ = std::move(text);
  if (ready()) take_list();
}

std::string LedgerDesk::sheet(exchange::SheetForm form) const {
  if (!ready()) return {};
  const data::Table& table = *loaded_->tables[dataset()];
  if (which_ == Which::silent) {
    return exchange::undecided_sheet(form, *agreement_, {{dataset(), &table, sweep_.get(), {}}});
  }
  exchange::LedgerRows rows = exchange::all_leads(dataset(), table, *sweep_, filter_);
  if (which_ == Which::sample) rows.leads = sample_.leads;
  return exchange::ledger_sheet(form, *agreement_, {std::move(rows)});
}

}  // namespace leadpact::app
