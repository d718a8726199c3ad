#include "web/app/lead_desk.h"

#include <algorithm>

#include "core/agreement/edits.h"

namespace leadpact::app {

void LeadDesk::forget_data() {
  sweep_.reset();
  count_.reset();
  matching_ = short_ = List();
  stages_.clear();
  readers_.clear();
  loaded_ = nullptr;
  asked_ = stages_asked_ = false;
}

void LeadDesk::look(const agreement::Agreement* agreement, bool valid, const std::string& part,
                    const DataDesk& desk) {
  if (desk.loads() != loads_ || desk.loaded() != loaded_ || agreement_ != agreement) {
    forget_data();
    loads_ = desk.loads();
    loaded_ = desk.loaded();
    agreement_ = agreement;
  }
  if (desk.as_of() != as_of_) asked_ = stages_asked_ = false;
  as_of_ = desk.as_of();
  if (part != part_) {
    // Another stage: its count is not to be seen here.
    count_.reset();
    matching_ = short_ = List();
    asked_ = false;
    part_ = part;
  }
  const bool can = agreement != nullptr && valid && loaded_ != nullptr;
  if (!asked_) {
    asked_ = true;
    const auto spot = agreement::spot_of(part);
    const bool is_stage = spot && spot->list == "stages";
    sweep_ = can && is_stage ? StageSweep::begin(*agreement, spot->index, *loaded_, as_of_)
                             : std::unique_ptr<StageSweep>();
    if (sweep_) {
      sweep_->work();
      take_count();
    } else {
      count_.reset();
    }
  }
  if (!stages_asked_) {
    stages_asked_ = true;
    stages_.clear();
    if (can) stages_ = stage_counts(*agreement, *loaded_, as_of_);
  }
}

bool LeadDesk::has_work(const DataDesk& desk) const {
  if (desk.loads() != loads_ || desk.loaded() != loaded_) return false;
  return counting() || std::any_of(readers_.begin(), readers_.end(),
                                   [](const auto& each) { return !each.second->done(); });
}

void LeadDesk::work(const DataDesk& desk) {
  if (desk.loads() != loads_ || desk.loaded() != loaded_) {
    forget_data();
    return;
  }
  if (counting()) {
    sweep_->work();
    take_count();
  } else {
    const auto next = std::find_if(readers_.begin(), readers_.end(),
                                   [](const auto& each) { return !each.second->done(); });
    if (next != readers_.end()) next->second->work();
  }
}

void LeadDesk::take_count() {
  if (!sweep_->done()) return;
  count_ = sweep_->count();
  matching_.known = short_.known = false;
}

const std::vector<LeadLine>& LeadDesk::lines(Which which) {
  List& made = list(which);
  if (!sweep_) {
    made.lines.clear();
  } else if (!made.known && sweep_->done()) {
    made.known = true;
    made.lines = which == Which::matching ? matching_lines(*sweep_, made.shown)
                                          : just_short_lines(*sweep_, made.shown);
  }
  return made.lines;
}

bool LeadDesk::has_more(Which which) const {
  if (!count_) return false;
  const List& made = which == Which::matching ? matching_ : short_;
  const std::uint64_t all = which == Which::matching ? count_->matching : count_->just_short;
  return made.lines.size() < all && made.shown < kMostShown;
}

void LeadDesk::show_more(Which which) {
  List& made = list(which);
  made.shown = std::min(kMostShown, made.shown + kPage);
  made.known = false;
}

const ColumnFacts* LeadDesk::facts(std::string_view dataset, std::string_view field, bool domains) {
  if (agreement_ == nullptr || loaded_ == nullptr) return nullptr;
  const std::string key = std::string(dataset) + '\n' + std::string(field) + (domains ? "\n@" : "");
  const auto there = readers_.find(key);
  if (there != readers_.end()) return there->second->done() ? &there->second->facts() : nullptr;
  for (std::size_t d = 0; d < agreement_->datasets.size() && d < loaded_->tables.size(); ++d) {
    const agreement::Dataset& each = agreement_->datasets[d];
    if (each.id != dataset || !loaded_->tables[d]) continue;
    const data::Table& table = *loaded_->tables[d];
    const int index = table.find_field(field);
    if (index < 0) return nullptr;
    auto reader =
        std::make_unique<ColumnReader>(table, index, domains, zone_or_utc(each.time_zone));
    const bool done = reader->work();
    const ColumnReader& made = *readers_.emplace(key, std::move(reader)).first->second;
    return done ? &made.facts() : nullptr;
  }
  return nullptr;
}

}  // namespace leadpact::app
