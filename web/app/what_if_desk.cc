#include "web/app/what_if_desk.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/agreement/kinds.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"

namespace leadpact::app {

using agreement::Kind;
using scoring::BackTest;

bool WhatIfDesk::look(const agreement::Agreement& agreement, std::size_t row,
                      const DataDesk& desk) {
  const agreement::Commitment* promise = scoring::promise_at(agreement, row);
  if (promise == nullptr || desk.loaded() == nullptr || !desk.as_of()) {
    test_.reset();
    return false;
  }
  std::string name = agreement.id + '\n' + promise->id;
  if (name != promise_) {
    promise_ = std::move(name);
    tried_.reset();
    test_.reset();
  }
  const bool same = test_ && row_ == row && loads_ == desk.loads() && loaded_ == desk.loaded();
  if (!same) {
    row_ = row;
    loads_ = desk.loads();
    loaded_ = desk.loaded();
    shown_ = false;
    test_ = std::make_unique<BackTest>(agreement, row, *loaded_, *desk.as_of());
    work(desk);
  }
  if (test_->ready() && !shown_) {
    shown_ = true;
    show_basis();
    write_fields(true, true);
  }
  return true;
}

bool WhatIfDesk::work(const DataDesk& desk) {
  if (!has_work()) return false;
  if (loads_ != desk.loads() || loaded_ != desk.loaded()) {
    test_.reset();
    return false;
  }
  test_->work();
  return true;
}

WhatIfDesk::Trial WhatIfDesk::trial() const {
  return tried_.value_or(test_->agreed());
}

std::size_t WhatIfDesk::first() const {
  const std::size_t all = test_->period_count();
  return last_ == 0 || last_ > all ? 0 : all - last_;
}

void WhatIfDesk::show_basis() {
  basis_ = what_if_basis(*test_, first());
  answer_ = what_if_answer(*test_, trial(), first());
}

void WhatIfDesk::try_out(const Trial& trial) {
  tried_ = trial;
  answer_ = what_if_answer(*test_, trial, first());
}

AskedLeads WhatIfDesk::leads_of_bar(std::size_t bar) const {
  const WhatIfBar& of = basis_.bars[bar];
  AskedLeads asked;
  asked.title = "Took " + of.label;
  asked.count = of.count;
  asked.pick.first = first();
  asked.pick.last = test_->period_count() - 1;
  if (bar > 0) asked.pick.over = static_cast<std::int64_t>(of.from);
  asked.pick.up_to = static_cast<std::int64_t>(of.to);
  return asked;
}

AskedLeads WhatIfDesk::leads_in_time(std::size_t period) const {
  const WhatIfPeriod& of = answer_.periods[period];
  AskedLeads asked;
  asked.title = "In time at " + limit_words(*test_->limit(), trial().limit) + ", " + of.name;
  asked.count = of.in_time;
  asked.pick.first = asked.pick.last = test_->period_count() - 1 - period;
  asked.pick.up_to = trial().limit;
  return asked;
}

void WhatIfDesk::write_fields(bool limit, bool target) {
  const Kind kind = test_->promise().measure.kind;
  if (limit && test_->limit()) {
    limit_ = {calendar::write_limit(*test_->limit(), trial().limit),
              "Like “" + test_->promise().measure.limit + "”.", ""};
  }
  if (target) {
    target_ = {agreement::digits(trial().target),
               agreement::is_percentage(kind) ? "In percent."
               : kind == Kind::median_time    ? "In hours."
                                              : "A number.",
               ""};
  }
}

void WhatIfDesk::drag(double to) {
  Trial trial = this->trial();
  if (test_->limit()) {
    trial.limit = std::max<std::int64_t>(0, std::llround(to));
  } else if (test_->has_times()) {
    trial.target = std::max(0.0, to) / 3600;
  } else {
    // What steps of 0.1 add up to in the last place is nobody's concern.
    trial.target = std::fabs(to) < 1e9 ? std::round(to * 1e6) / 1e6 : to;
    if (agreement::is_percentage(test_->promise().measure.kind)) {
      trial.target = std::clamp(trial.target, 0.0, 100.0);
    }
  }
  try_out(trial);
  write_fields(true, true);
}

void WhatIfDesk::type_limit(std::string text) {
  const auto limit = calendar::parse_limit(data::trim(text));
  limit_.text = std::move(text);
  limit_.error.clear();
  if (!limit || !calendar::same_scale(*limit, *test_->limit())) {
    limit_.error =
        "This promise counts " + std::string(test_->limit()->business ? "business " : "") +
        (test_->limit()->unit == calendar::LimitUnit::day ? "days" : "minutes or hours") +
        "; write a limit like “" + test_->promise().measure.limit + "”.";
    return;
  }
  Trial trial = this->trial();
  trial.limit = calendar::amount_of(*limit);
  try_out(trial);
}

void WhatIfDesk::type_target(std::string text) {
  std::string_view plain = data::trim(text);
  if (!plain.empty() && plain.back() == '%') plain = data::trim(plain.substr(0, plain.size() - 1));
  const auto target = data::parse_plain_number(plain);
  const bool percentage = agreement::is_percentage(test_->promise().measure.kind);
  target_.text = std::move(text);
  target_.error.clear();
  if (!target || (percentage && (*target < 0 || *target > 100))) {
    target_.error = percentage ? "Write a number from 0 to 100." : "Write a number, like 4.5.";
    return;
  }
  Trial trial = this->trial();
  trial.target = *target;
  try_out(trial);
}

void WhatIfDesk::look_at_last(std::size_t periods) {
  last_ = periods;
  show_basis();
}

void WhatIfDesk::take_back() {
  tried_.reset();
  show_basis();
  write_fields(true, true);
}

}  // namespace leadpact::app
