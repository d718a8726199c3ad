// What would have been: with the score on the Scorecard, for the open agreement.
#include <string>

#include "core/agreement/kinds.h"
#include "web/app/state.h"

namespace leadpact::app {

WhatIfDesk* State::what_if(std::size_t row) {
  return view_ && what_if_.look(*agreement(), row, desk_) ? &what_if_ : nullptr;
}

ClockDesk* State::clocks() {
  return view_ && clocks_.look(*agreement(), desk_) ? &clocks_ : nullptr;
}

bool State::has_clocks() const {
  return view_ && ClockDesk::has_chain(*agreement(), desk_);
}

void State::write_what_if() {
  if (!open_row_ || what_if(*open_row_) == nullptr || !what_if_.ready()) return;
  const std::size_t row = *open_row_;
  const WhatIfDesk::Trial trial = what_if_.trial();
  const std::optional<calendar::Limit> like = what_if_.test().limit();
  const bool has_limit = like && trial.limit != what_if_.test().agreed().limit;
  const bool has_target = trial.target != what_if_.test().agreed().target;
  const std::string what = has_limit && has_target ? "Limit and target"
                           : has_limit             ? "Limit"
                                                   : "Target";
  const std::string title = what_if_.test().promise().title;
  const bool changed = editor_.record(
      *library_.current(), what + " of “" + title + "”", [&](agreement::Agreement& edited) {
        const std::size_t promises = edited.commitments.size();
        agreement::Commitment& promise =
            row < promises ? edited.commitments[row] : edited.goals[row - promises];
        promise.target = trial.target;
        if (has_limit) promise.measure.limit = calendar::write_limit(*like, trial.limit);
      });
  if (!changed) return;
  what_if_.take_back();
  written();
  say(what + " of “" + title + "” written into the agreement.", "Undo", Toast::Action::undo);
}

}  // namespace leadpact::app
