// Where the time goes: the chain of times in hand, what it came to in words,
// and the capacity to work what comes in.
//
//   a person               then
//   ---------------------  ------------------------------------------------
//   opens the section      the usual chain of the data is gone through, a
//                          slice a tick
//   chooses a column       the same anew; no column at all ends the chain
//   types into capacity    reckoned at once
//   presses a number       the leads behind it, judged by that step alone
#ifndef LEADPACT_WEB_APP_CLOCK_DESK_H_
#define LEADPACT_WEB_APP_CLOCK_DESK_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/capacity.h"
#include "core/scoring/clocks.h"
#include "web/app/data_desk.h"
#include "web/app/lead_list.h"

namespace leadpact::app {

struct ClockStep {
  std::string name;  // "Created → Assigned"
  bool routing = false;
  double share = 0;  // percent of the whole way
  std::string share_text, median, ninety;
  scoring::StepTimes times;
};
struct ClockOwner {
  std::string name, records;
  std::vector<std::string> medians;  // of the steps that are a rep's
};
struct ClockView {
  std::string whole;    // a sentence on the whole way
  std::string routing;  // on the share that is no rep's, may be empty
  std::vector<ClockStep> steps;
  std::vector<std::string> of_reps;    // the steps told by owner, and
  std::vector<std::size_t> rep_steps;  // which they are
  std::vector<ClockOwner> owners;
  std::string more_owners;  // may be empty
  bool has_dates = false;
};

class ClockDesk {
 public:
  // ---- What happens ----
  void score_changed();
  // To be called before anything below is read, with the agreement just
  // scored. False where no dataset that was given has two times.
  bool look(const agreement::Agreement& agreement, const DataDesk& desk);
  bool work(const DataDesk& desk);
  [[nodiscard]] bool has_work() const { return sweep_ && (!sweep_->ready() || list_.has_work()); }
  // Whether look() would be true; goes through nothing.
  [[nodiscard]] static bool has_chain(const agreement::Agreement& agreement, const DataDesk& desk);

  // ---- What there is ----
  // A list to choose from, and which is chosen.
  struct Choice {
    std::string label;
    std::vector<std::string> options;
    std::size_t chosen = 0;
  };
  [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }
  [[nodiscard]] bool ready() const { return sweep_ && sweep_->ready(); }
  // Whether a way of two times at least is chosen.
  [[nodiscard]] bool has_way() const { return chain_.fields.size() > 1; }
  [[nodiscard]] float progress() const { return sweep_ ? sweep_->progress() : 0; }
  [[nodiscard]] const ClockView& view() const { return view_; }  // once ready
  // The leads behind what was pressed, and the step that judges them.
  [[nodiscard]] LeadList& list() { return list_; }
  [[nodiscard]] LeadList& look_at_list(const DataDesk& desk);
  [[nodiscard]] const agreement::Commitment& shown_step() const {
    return asked_of_->commitments.back();
  }
  // Of capacity.
  struct Number {
    std::string label, text, help, error;
  };
  [[nodiscard]] const std::vector<Number>& numbers() const { return numbers_; }
  [[nodiscard]] std::string capacity_words() const;

  // ---- What a person does ----
  void choose(std::size_t choice, std::size_t option);
  void type(std::size_t number, std::string text);
  void show(std::size_t step, AskedLeads asked);
  void show_owner(std::size_t owner, std::optional<std::size_t> step);  // all of his without

 private:
  void list_choices();
  void begin();
  void take_view();
  void read_numbers();

  const agreement::Agreement* agreement_ = nullptr;  // of the last look
  std::uint64_t loads_ = 0;
  const scoring::LoadedData* loaded_ = nullptr;
  std::optional<calendar::Instant> as_of_;
  std::string of_;  // the id of the agreement the chain was chosen in
  scoring::Chain chain_;
  std::unique_ptr<scoring::ChainSweep> sweep_;
  bool shown_ = false;
  std::vector<Choice> choices_;
  std::vector<std::size_t> datasets_;  // those to choose from
  ClockView view_;
  std::unique_ptr<const agreement::Agreement> asked_of_;  // the agreement, the step its last
  LeadList list_;
  std::vector<Number> numbers_;
  bool leads_typed_ = false;
  std::optional<agreement::Capacity> capacity_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_CLOCK_DESK_H_
