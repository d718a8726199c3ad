#include "web/app/changes_desk.h"

#include <algorithm>
#include <utility>

#include "core/agreement/kinds.h"
#include "core/scoring/change_words.h"
#include "core/scoring/explain_words.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

constexpr std::size_t kSmallFile = 2'000'000;  // bytes that are read within a frame

}  // namespace

// ---- The file --------------------------------------------------------------------

void ChangesDesk::open(std::string name, std::string bytes) {
  given_name_ = std::move(name);
  given_.reset();
  bytes_ = std::move(bytes);
  reading_.emplace(bytes_);
  if (bytes_.size() > kSmallFile) return;
  while (reading_)
    read();
}

void ChangesDesk::read() {
  if (reading_->step()) return;
  auto made = reading_->finish();
  reading_.reset();
  std::string().swap(bytes_);
  if (!made.ok()) {
    errors_ = made.errors();
    return;
  }
  given_ = std::make_unique<const scoring::Earlier>(std::move(made).value());
}

void ChangesDesk::close() {
  score_changed();
  reading_.reset();
  given_.reset();
  earlier_.reset();
  open_line_.reset();
}

std::optional<Errors> ChangesDesk::take_errors() {
  return std::exchange(errors_, std::nullopt);
}

void ChangesDesk::score_changed() {
  hide();
  comparing_.reset();
  subject_.reset();
  lines_.clear();
  done_ = false;
}

// ---- Work ------------------------------------------------------------------------

std::unique_ptr<ChangesDesk::Subject> ChangesDesk::subject_of(const agreement::Agreement& agreement,
                                                              const DataDesk& desk) {
  auto subject = std::make_unique<Subject>();
  subject->agreement = agreement;
  subject->card = desk.scored()->card;
  subject->loads = desk.loads();
  std::size_t rows = 0;
  for (const auto& table : desk.loaded()->tables)
    rows += table == nullptr ? 0 : table->rows();
  subject->small = rows <= kSmallData;
  return subject;
}

void ChangesDesk::look(const agreement::Agreement* agreement, const ScorecardView* view,
                       const DataDesk& desk) {
  if (subject_ != nullptr && subject_->loads != desk.loads()) score_changed();
  if (agreement == nullptr) return;
  if (earlier_ != nullptr && earlier_->agreement != agreement->id) {
    score_changed();
    open_line_.reset();
    earlier_.reset();
  }
  if (given_ != nullptr && given_->agreement != agreement->id) {
    errors_ = {exchange::of_another_agreement(*given_, *agreement)};
    given_.reset();
  }
  if (given_ != nullptr) {
    score_changed();
    earlier_ = std::move(given_);
    name_ = given_name_;
  }
  if (earlier_ == nullptr) return;
  if (view == nullptr || desk.scored() == nullptr || desk.loaded() == nullptr) return;
  if (subject_ == nullptr) begin(*agreement, *view, desk);
  if (group_ && !sweep_ && *group_ != scoring::ChangeGroup::gone) {
    list_.look(&subject_->agreement, commitment().id, desk);
  }
}

void ChangesDesk::begin(const agreement::Agreement& agreement, const ScorecardView& view,
                        const DataDesk& desk) {
  subject_ = subject_of(agreement, desk);
  shown_.clear();
  for (const auto* lines : {&view.commitments, &view.goals}) {
    for (const CommitmentLine& line : *lines)
      shown_.push_back(line.shown);
  }
  while (subject_->small && !done_)
    compare(desk);
}

void ChangesDesk::compare(const DataDesk& desk) {
  if (comparing_ == nullptr) {
    comparing_ = std::make_unique<scoring::Comparing>(subject_->agreement, *desk.loaded(),
                                                      subject_->card, *earlier_);
    return;
  }
  if (comparing_->step()) return;
  make_lines();
  done_ = true;
}

bool ChangesDesk::has_work() const {
  return reading_ || saving() || (subject_ != nullptr && !done_) || sweep_ || list_.has_work();
}

bool ChangesDesk::work(const DataDesk& desk) {
  const auto gone = [&](const std::unique_ptr<Subject>& subject) {
    return subject != nullptr && subject->loads != desk.loads();
  };
  if (gone(subject_)) score_changed();
  if (gone(saved_subject_)) {
    saving_.reset();
    saved_subject_.reset();
  }
  if (reading_) {
    read();
  } else if (saving()) {
    write(desk);
  } else if (subject_ != nullptr && !done_) {
    compare(desk);
  } else if (sweep_) {
    find_leads();
  } else {
    list_.work(desk);
  }
  return has_work();
}

float ChangesDesk::progress() const {
  if (reading_) return static_cast<float>(reading_->share());
  return comparing_ == nullptr ? 0 : static_cast<float>(comparing_->share());
}

// ---- Saving ----------------------------------------------------------------------

void ChangesDesk::save(const agreement::Agreement& agreement, const DataDesk& desk) {
  saved_subject_ = subject_of(agreement, desk);
  saving_.reset();
  while (saving() && saved_subject_->small)
    write(desk);
}

void ChangesDesk::write(const DataDesk& desk) {
  if (saving_ == nullptr) {
    saving_ = std::make_unique<exchange::ScorecardSaving>(saved_subject_->agreement, *desk.loaded(),
                                                          saved_subject_->card);
    return;
  }
  if (saving_->step()) return;
  saved_ = saving_->take();
  saving_.reset();
  saved_subject_.reset();
}

std::optional<std::string> ChangesDesk::take_saved() {
  return std::exchange(saved_, std::nullopt);
}

// ---- What is shown ----------------------------------------------------------------

void ChangesDesk::toggle_line(std::size_t line) {
  hide();
  if (open_line_ == line) {
    open_line_.reset();
  } else {
    open_line_ = line;
    choose_shown_period();
  }
}

void ChangesDesk::choose_shown_period() {
  const ChangeLine& line = lines_[*open_line_];
  const auto at = std::find(line.periods.begin(), line.periods.end(), shown_[line.promise]);
  period_ = at == line.periods.end() ? 0 : static_cast<std::size_t>(at - line.periods.begin());
}

void ChangesDesk::choose_period(std::size_t chosen) {
  hide();
  period_ = chosen;
}

// ---- Leads -----------------------------------------------------------------------

void ChangesDesk::hide() {
  group_.reset();
  sweep_.reset();
  list_.score_changed();
  list_.set_search({});
  list_.hide();
  gone_.clear();
}

void ChangesDesk::show(scoring::ChangeGroup group) {
  const bool again = group_ == group;
  hide();
  if (again || !open_line_) return;
  group_ = group;
  const ChangeLine& line = lines_[*open_line_];
  sweep_.emplace(comparing_->leads_of(line.promise, {line.periods[period_], group}));
  while (subject_->small && sweep_)
    find_leads();
}

void ChangesDesk::find_leads() {
  if (!sweep_->work()) return;
  take_leads();
  sweep_.reset();
}

void ChangesDesk::take_leads() {
  if (*group_ != scoring::ChangeGroup::gone) {
    AskedLeads asked;
    asked.pick.outcomes = 0;
    asked.rows = sweep_->rows();
    list_.show(commitment().id, std::move(asked));
    return;
  }
  gone_ = sweep_->gone();
}

std::vector<ChangesDesk::Gone> ChangesDesk::gone(std::size_t most) const {
  const scoring::EarlierLeads& then = *earlier_->find_leads(commitment().measure.dataset);
  const auto& promises = then.promises;
  const auto promise = static_cast<std::size_t>(
      std::find(promises.begin(), promises.end(), commitment().id) - promises.begin());
  scoring::Explanation made;
  made.counts = true;
  made.period = 0;
  std::vector<Gone> all;
  for (std::size_t i = 0; i < std::min(most, gone_.size()); ++i) {
    made.verdict.outcome = then.answer(gone_[i], promise).outcome;
    all.push_back({std::string(then.id(gone_[i])), std::string(scoring::standing_words(made))});
  }
  return all;
}

std::vector<ChangesDesk::Gone> ChangesDesk::gone() const {
  return gone(kMostGone);
}

std::string ChangesDesk::gone_sheet() const {
  exchange::Sheet sheet(exchange::SheetForm::csv);
  sheet.text("Lead");
  sheet.text("Verdict then");
  sheet.end_row();
  for (const Gone& lead : gone(gone_.size())) {
    sheet.text(lead.id);
    sheet.text(lead.verdict);
    sheet.end_row();
  }
  return std::move(sheet).take();
}

}  // namespace leadpact::app
