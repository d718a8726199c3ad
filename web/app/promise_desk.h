// What the open row of the scorecard shows beside its table: how the period in
// hand filled up, and its leads by owner, source, weekday, hour or any text.
//
// Made once for each score, promise, period and split, then only read: of some
// thousand leads within the frame that asks, of more step by step with every
// tick.
//
//   the row opened, and there are  then view() is          counting() is
//   -----------------------------  ----------------------  -------------------
//   5,000 leads                    complete                false
//   1,000,000 leads                empty, then complete    true for some ticks
#ifndef LEADPACT_WEB_APP_PROMISE_DESK_H_
#define LEADPACT_WEB_APP_PROMISE_DESK_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/exchange/sheet.h"
#include "core/scoring/breakdown.h"
#include "core/scoring/context.h"
#include "core/scoring/waterfall.h"
#include "web/app/data_desk.h"
#include "web/app/lead_list.h"
#include "web/app/promise_view.h"

namespace leadpact::app {

class PromiseDesk {
 public:
  // ---- What happens ----
  // The score is another one, or gone. What was chosen stays.
  void forget();
  // To be called before anything below is read. `row` is the open one, goals
  // after commitments, `period` the one it shows; the agreement is the one that
  // was scored.
  void look(const agreement::Agreement& agreement, const DataDesk& desk, std::size_t row,
            std::size_t period);
  // A step of what is to be counted; true while there is more to do.
  bool work(const DataDesk& desk);

  // ---- The periods ----
  static constexpr std::size_t kMostPeriods = 60;
  // Names of the latest, the newest first; after them all together.
  [[nodiscard]] const std::vector<std::string>& periods() const { return periods_; }
  [[nodiscard]] std::size_t chosen_period() const { return period_; }
  void choose_period(std::size_t chosen);
  [[nodiscard]] bool all_together() const;

  // ---- The period in hand ----
  // Still counting; then what is below is not there yet.
  [[nodiscard]] bool counting() const { return job_ != nullptr && job_->next != Job::Step::done; }
  // Nothing where the promise does not fill up, or there is nothing to show.
  [[nodiscard]] const std::optional<FallView>& fall() const { return fall_; }
  // Whether the kind of promise can be drawn filling up at all.
  [[nodiscard]] bool fills_up() const;
  // Those that a step of fall() adds.
  [[nodiscard]] AskedLeads leads_of_step(std::size_t step) const;

  // ---- By parts ----
  // Whether the value of a part is how many there are.
  [[nodiscard]] bool value_is_count() const;
  // Empty where the promise counts no records.
  [[nodiscard]] const std::vector<std::string>& splits() const { return split_names_; }
  [[nodiscard]] std::size_t chosen_split() const { return split_; }
  void choose_split(std::size_t chosen);
  [[nodiscard]] GroupOrder order() const { return order_; }
  void choose_order(GroupOrder order);
  [[nodiscard]] const std::vector<GroupRow>& rows() const { return rows_; }
  static constexpr std::size_t kFirstRows = 20;
  [[nodiscard]] std::size_t shown_rows() const { return std::min(shown_, rows_.size()); }
  void show_all_rows() { shown_ = rows_.size(); }
  // Of a part, an index into rows(): all its leads, or those of one outcome.
  [[nodiscard]] AskedLeads leads_of(std::size_t row, std::optional<scoring::Outcome> outcome) const;
  [[nodiscard]] std::string sheet(exchange::SheetForm form) const;
  // "Demo requests by Lead owner, March 2026".
  [[nodiscard]] std::string title() const;

 private:
  // Holds what counting needs; the data it reads are the desk's.
  struct Job {
    enum class Step : std::uint8_t { context, measure, fall, split, done };
    agreement::Agreement agreement;
    const scoring::LoadedData* data = nullptr;
    calendar::Instant as_of = 0;
    const agreement::Commitment* commitment = nullptr;
    scoring::CommitmentScore score;
    std::unique_ptr<scoring::Context> context;
    std::optional<scoring::RecordMeasure> measure;
    std::unique_ptr<scoring::BreakdownSweep> sweep;
    Step next = Step::context;
  };
  void begin(const agreement::Agreement& agreement, const DataDesk& desk, std::size_t row,
             std::size_t period);
  void name_periods();
  void name_splits();
  void go_back_to(Job::Step step);
  void step();
  void measure();
  void make_fall();
  void split();
  void make_rows();
  [[nodiscard]] std::optional<std::size_t> period() const;  // index; nothing: all together
  [[nodiscard]] const agreement::Dataset* dataset() const;  // null where it counts no records
  [[nodiscard]] int this_year() const;

  std::unique_ptr<Job> job_;
  std::uint64_t loads_ = 0;
  std::string promise_;  // id of the one in hand
  std::vector<std::string> periods_;
  std::size_t period_ = 0;
  std::vector<SplitOption> splits_;
  std::vector<std::string> split_names_;
  std::size_t split_ = 0;
  std::optional<scoring::Split> wanted_;  // chosen last, for promises that have it too
  GroupOrder order_ = GroupOrder::worst;
  std::size_t shown_ = kFirstRows;
  std::optional<FallView> fall_;
  std::vector<GroupRow> rows_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_PROMISE_DESK_H_
